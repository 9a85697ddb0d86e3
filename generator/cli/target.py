"""What ``-o`` and ``--format`` mean together."""

from __future__ import annotations

from pathlib import Path

import click

_WORD = "docx"
_BY_SUFFIX = {".docx": _WORD, ".md": "md", ".txt": "text", ".json": "json"}
_STANDARD_OUTPUT = Path("-")


def chosen_form(form: str | None, output: Path | None) -> tuple[str, Path | None]:
    """The format and the file to write, None for standard output: as told, else by the suffix of ``output``.

    Raises ``click.UsageError`` where the two contradict each other, and for a Word file on standard output.
    """
    if output == _STANDARD_OUTPUT:
        if form == _WORD:
            raise click.UsageError("Word 文件不能打印出来，-o 后面要写文件名")
        return form or "text", None
    meant = _BY_SUFFIX.get(output.suffix.lower()) if output is not None else None
    if form and meant and form != meant:
        raise click.UsageError(f"--format {form} 和文件名 {output} 对不上，改其中一个")
    return form or meant or _WORD, output

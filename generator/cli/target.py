"""What ``-o`` and ``--format`` mean together."""

from __future__ import annotations

from pathlib import Path

import click

from generator.patterns import late
from generator.render.formats import TEXT_FORMATS

WORD, PDF = "docx", "pdf"
FORMS = (WORD, PDF, *TEXT_FORMATS)
_BY_SUFFIX = {".docx": WORD, ".pdf": PDF, ".md": "md", ".txt": "text", ".json": "json"}
_WRITTEN = "可以写 " + "、".join(_BY_SUFFIX)
_OFFICE_OPENS = "Word 和 WPS 都打得开 .docx"
_OTHERS = {".doc": _OFFICE_OPENS, ".wps": _OFFICE_OPENS, ".wpt": _OFFICE_OPENS, ".rtf": _OFFICE_OPENS, ".dot": _OFFICE_OPENS}
_OTHERS |= dict.fromkeys((".odt", ".docm", ".dotx", ".html", ".htm", ".xls", ".xlsx", ".ppt", ".pptx", ".et", ".dps", ".ofd"), _WRITTEN)
_TYPE = late(r"\.[A-Za-z][A-Za-z0-9]{0,4}")
"""What names a type of file: 第1.2稿 has none."""
_STANDARD_OUTPUT = Path("-")


def chosen_form(form: str | None, output: Path | None) -> tuple[str, Path | None]:
    """The format and the file to write, None for standard output: as told, else by the suffix of ``output``.

    Raises ``click.UsageError`` where the two contradict each other, for a type of file that is not written here, and for one that cannot be
    printed on standard output.
    """
    if output == _STANDARD_OUTPUT:
        if form in (WORD, PDF):
            raise click.UsageError(f"{'Word' if form == WORD else 'PDF'} 文件不能打印出来，-o 后面要写文件名")
        return form or "text", None
    suffix = output.suffix.lower() if output is not None else ""
    meant = _BY_SUFFIX.get(suffix)
    if form and meant and form != meant:
        raise click.UsageError(f"--format {form} 和文件名 {output} 对不上，改其中一个")
    if suffix in _OTHERS or (not meant and form not in TEXT_FORMATS and _TYPE.fullmatch(suffix)):
        raise click.UsageError(f"不会写 {suffix} 文件；{_OTHERS.get(suffix, _WRITTEN)}")
    return form or meant or WORD, output


def file_to_write(form: str, facts: Path, output: Path | None) -> Path | None:
    """The file for a draft of ``facts``: beside it where none is named, with the suffix that Word, WPS and PDF readers go by; None for a text
    that is to be printed.
    """
    if form not in (WORD, PDF):
        return output
    target = output or facts.with_suffix(f".{form}")
    return target if target.suffix.lower() == f".{form}" or target.is_dir() else target.with_name(f"{target.name}.{form}")

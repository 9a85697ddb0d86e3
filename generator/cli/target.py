"""What ``-o`` and ``--format`` mean together, for whatever is written: a name says what stands in the file, or the command is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from generator.patterns import late
from generator.problems import fault
from generator.render.formats import TEXT_FORMATS

WORD, PDF = "docx", "pdf"
FORMS = (WORD, PDF, *TEXT_FORMATS)
_BY_SUFFIX = {".docx": WORD, ".pdf": PDF, ".md": "md", ".txt": "text", ".json": "json"}
FACTS = {".yaml": "yaml", ".yml": "yaml"}
"""What a facts file is called."""
_OFFICE_OPENS = "Word 和 WPS 都打得开 .docx"
_OFFICES = frozenset({".doc", ".wps", ".wpt", ".rtf", ".dot"})
_OTHERS = frozenset(
    (".docx", ".pdf", ".odt", ".docm", ".dotx", ".html", ".htm", ".xls", ".xlsx", ".csv", ".ppt", ".pptx", ".et", ".dps", ".ofd", *_OFFICES)
)
"""Types of files that hold no text as it is printed, whatever format is asked for."""
_TEXTS = frozenset({".txt", ".md"})
_TYPE = late(r"\.(?![Vv]\d)[A-Za-z][A-Za-z0-9]{0,4}")
"""What names a type of file: 第1.2稿 and 总结.v2 have none."""
STANDARD_OUTPUT = Path("-")


def chosen_form(form: str | None, output: Path | None) -> tuple[str, Path | None]:
    """The format of a draft and the file to write, None for standard output: as told, else by the suffix of ``output``.

    Raises ``click.UsageError`` where the two contradict each other, for a type of file that is not written here, and for one that cannot be
    printed on standard output.
    """
    if output == STANDARD_OUTPUT:
        refuse_printing(form)
        return form or "text", None
    return result_form(form, output, _BY_SUFFIX, WORD, (WORD, PDF)), output


def refuse_printing(form: str | None) -> None:
    """Raises ``click.UsageError`` where pages are asked for on standard output."""
    if form in (WORD, PDF):
        raise click.UsageError(f"{'Word' if form == WORD else 'PDF'} 文件不能打印出来，-o 后面要写文件名")


def result_form(form: str | None, output: Path | None, by_suffix: Mapping[str, str], usual: str, bound: tuple[str, ...] = ()) -> str:
    """The format of what is written to ``output`` (None or ``-``: printed): as told, else by its suffix, else the ``usual`` one. Formats that are
    ``bound`` are written to files of their suffix alone.

    Raises ``click.UsageError`` where suffix and format contradict each other, and for a type of file that is not among those ``by_suffix``.
    """
    if output is None or output == STANDARD_OUTPUT:
        return form or usual
    suffix = output.suffix.lower()
    meant = by_suffix.get(suffix)
    if form and meant and form != meant:
        raise click.UsageError(f"--format {form} 和文件名 {output} 对不上，改其中一个")
    if not meant and (suffix in _OTHERS or (form in (None, *bound) and is_typed(output))):
        known = "可以写 " + "、".join(by_suffix)
        raise click.UsageError(f"不会写 {suffix} 文件；{_OFFICE_OPENS if suffix in _OFFICES and WORD in by_suffix.values() else known}")
    return form or meant or usual


def file_to_write(form: str, facts: Path, output: Path | None) -> Path | None:
    """The file for a draft of ``facts``: beside it where none is named, with the suffix that Word, WPS and PDF readers go by; None for a text
    that is to be printed.
    """
    if form not in (WORD, PDF):
        return output
    return with_suffix(output or facts.with_name(split_name(facts)[0]), f".{form}")


def split_name(path: Path) -> tuple[str, str]:
    """The name of ``path`` and the suffix that says what type of file it is, empty where what stands behind its last point says none."""
    return (path.stem, path.suffix) if is_typed(path) else (path.name, "")


def is_typed(path: Path) -> bool:
    """Whether the name of ``path`` says what type of file it is."""
    return path.suffix.lower() in _OTHERS or _TYPE.fullmatch(path.suffix) is not None


def completed(target: Path, suffix: str) -> Path:
    """``target``, with ``suffix`` behind its name where that says no type of file; ``-``, which is standard output, as it is."""
    return target if target == STANDARD_OUTPUT or is_typed(target) else with_suffix(target, suffix)


def with_suffix(target: Path, suffix: str) -> Path:
    """``target`` with ``suffix`` behind its name where that has none such; what is there already and no file, a folder or a device, as it is."""
    return target if target.suffix.lower() == suffix or (target.exists() and not target.is_file()) else target.with_name(f"{target.name}{suffix}")


def of_its_type(target: Path, given: Path) -> None:
    """Raises ``click.UsageError`` where a copy of the file ``given`` is to be called as a file of another type."""
    asked, own = target.suffix.lower(), given.suffix.lower()
    if asked != own and not {asked, own} <= _TEXTS and is_typed(target):
        raise click.UsageError(f"另存的是 {given.suffix} 文件，不能叫 {target.name}；写成 {target.stem}{given.suffix}")


def keep_apart(target: Path, given: Iterable[Path | None], what: str) -> None:
    """Raises ``Faults`` where ``target`` is one of the files ``given``, by whatever name: none is written over, whatever was forced."""
    if target.exists() and any(path.exists() and target.samefile(path) for path in given if path is not None):
        raise fault(target, "over-given", f"这是{what}，不能写在它上面", "换一个文件名")

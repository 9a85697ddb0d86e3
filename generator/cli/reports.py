"""Past reports from files and folders, each with the bytes it is known by, and how far the reading has come."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.cli.convert import CONVERTED, as_word
from generator.cli.office import program
from generator.cli.progress import clear, tracked
from generator.files import read_bytes, read_text
from generator.printable import seen, spelled
from generator.problems import Faults, Place, Problem, fault
from generator.reading.foreign import EMPTY, OTHER, TEXT, called, foreign
from generator.reading.lines import BLANKS
from generator.report import Report

T = TypeVar("T")
WORD = (".docx", ".docm", ".dotx", ".dotm")
SUFFIXES = (".txt", *WORD, *CONVERTED)
_MAYBE = (".md", ".rtf", ".htm", ".html", ".ofd", ".pages")
"""What may be a report, or else a note about the folder or a page of the web."""
_PACKAGE, _COMPOUND = b"PK", b"\xd0\xcf\x11\xe0"
"""How a package begins, and an old file of Word."""


class Given(Struct, frozen=True):
    """A report file. Its name is that of the file without the suffix, behind the folders between it and the folder that was given,
    each as it is ``spelled``."""

    path: Path
    start: Path = Path()

    @property
    def data(self) -> bytes:
        """The bytes of the file. Raises ``Faults`` where they cannot be read: an archive is not held in memory."""
        return read_bytes(self.path)

    @property
    def name(self) -> str:
        inner = self.path.relative_to(self.start) if self.path.is_relative_to(self.start) and self.start != Path() else Path(self.path.name)
        return spelled(inner.as_posix().removesuffix(inner.suffix))

    def report(self) -> Report:
        """What the file holds; what is odd about it goes to the terminal. Raises ``Faults`` where it cannot be read at all."""
        report, problems = self.read()
        tell_odd(problems)
        return report

    def read(self) -> tuple[Report, list[Problem]]:
        """What the file holds, and what is odd about it. Raises ``Faults`` where it cannot be read at all."""
        report, problems = _reader(self)(self)
        if any(p.code == "not-word" for p in problems):
            raise Faults([replace(p, place=Place(str(self.path)), message=called(p.message, self.path.name)) for p in problems])
        return report, problems


def given(corpus: Sequence[Path], unread: list[Problem]) -> list[Given]:
    """The report files under the files and folders of ``corpus``, each once; what cannot be opened goes to ``unread``.

    Raises ``Faults`` where there is none to read.
    """
    found: list[Given] = []
    tell_passed_over(corpus)
    for path, start in _found(corpus):
        try:
            read_bytes(path)
            found.append(Given(path, start))
        except Faults as faults:
            unread.extend(faults.problems)
    if not found:
        message = "这里没有报告（.txt、.docx、.doc、.wps、.odt、.pdf）"
        raise Faults(unread or [Problem(Place(str(corpus[0])), "no-reports", message, "给出报告文件，或装着报告的文件夹")])
    return found


def report_files(corpus: Sequence[Path], suffixes: Collection[str] = SUFFIXES) -> list[Path]:
    """The report files under the files and folders of ``corpus``, each once."""
    return [path for path, _ in _found(corpus, suffixes)]


def standing_in(folder: Path) -> list[Path]:
    """The report files in ``folder`` itself. Raises ``Faults`` where none stands there."""
    found = [path for path in sorted(folder.glob("*")) if _is_report(path, SUFFIXES) and path.is_file()]
    if not found:
        raise fault(folder, "no-reports", "这个文件夹里没有报告（.txt、.docx、.doc、.wps、.odt、.pdf）", "给出报告文件，或装着报告的文件夹")
    return found


def tell_passed_over(corpus: Sequence[Path], suffixes: Collection[str] = SUFFIXES) -> None:
    """Says which files of the folders of ``corpus`` may be reports as well and are not read, since a folder holds notes and pages besides."""
    passed = [path for path in report_files([c for c in corpus if c.is_dir()], set(_MAYBE) - set(suffixes)) if path.stem.lower() != "readme"]
    if passed:
        more = f"等 {len(passed)} 份" if len(passed) > 1 else ""
        click.echo(f"文件夹里这样的文件没有读：{passed[0]}{more}；要读，单独写出文件名", err=True)


def _found(corpus: Sequence[Path], suffixes: Collection[str] = SUFFIXES) -> list[tuple[Path, Path]]:
    """Every report file with the folder below which its name counts."""
    found = {file.resolve(): (file, start if start.is_dir() else file.parent) for start in corpus for file in _files(start, suffixes)}
    return sorted(found.values())


def each(items: Sequence[Given], label: str, work: Callable[[Given], T], unread: list[Problem]) -> list[tuple[Given, T]]:
    """``work`` on every file, with a bar on a terminal. A file that cannot be read stops no other: what is wrong with it goes to ``unread``."""
    done: list[tuple[Given, T]] = []
    for item in tracked(items, label):
        try:
            done.append((item, work(item)))
        except Faults as faults:
            unread.extend(faults.problems)
    return done


def require(read: Collection[object], unread: Sequence[Problem]) -> None:
    """Raises ``Faults`` where nothing of what was given could be read."""
    if unread and not read:
        raise Faults(unread)


def tell_odd(problems: Sequence[Problem]) -> None:
    """Says what is odd about a report that was read."""
    if problems:
        clear()
    for problem in problems:
        click.echo(str(problem), err=True)


def tell(unread: Sequence[Problem]) -> None:
    """Names the files that could not be read."""
    for problem in sorted(unread):
        click.echo(str(problem), err=True)
    if unread:
        click.echo(f"有 {len({problem.place.path for problem in unread})} 份没有读，其余的照办了。", err=True)


@contextmanager
def tolerant() -> Iterator[list[Problem]]:
    """For a command that reads many reports: what cannot be read is gathered, named at the end, and gives exit code 1."""
    unread: list[Problem] = []
    yield unread
    tell(unread)
    if unread:
        raise click.exceptions.Exit(1)


def _files(start: Path, suffixes: Collection[str]) -> Iterator[Path]:
    if start.is_dir():
        yield from (path for path in sorted(start.rglob("*")) if _is_report(path, suffixes))
    else:
        yield start


def _is_report(path: Path, suffixes: Collection[str]) -> bool:
    """Whether a path in a folder is called as a report is, and not as what a program keeps there while one is open."""
    return path.suffix.lower() in suffixes and not path.name.startswith(("~$", "."))


_Read = tuple[Report, list[Problem]]


def _read_text(file: Given) -> _Read:
    from generator.reading.text import read_text as read_prose

    return read_prose(file.name, words_of(file.path))


def words_of(path: Path) -> str:
    """The text of the file at ``path``. Raises ``Faults`` where it cannot be read, or says nothing."""
    text = read_text(path).text
    if not seen(text).strip(BLANKS + "\n"):
        raise fault(path, "no-text", "这个文件里没有字", "多半没有存好，或下载时出了错：从原处再取一份")
    return text


def _read_markdown(file: Given) -> _Read:
    from generator.reading.markdown import read_markdown

    return read_markdown(file.name, words_of(file.path))


def _read_word(file: Given) -> _Read:
    from generator.reading.word import read_word

    return read_word(file.name, file.data)


def _read_old_word(file: Given) -> _Read:
    """An old file by way of LibreOffice; where that is missing, what is no old file at all is told."""
    from generator.reading.word import read_word

    old = program() is not None or file.path.suffix.lower() == ".odt" or file.data.startswith(_COMPOUND)
    return read_word(file.name, as_word(file.path) if old else file.data)


def _read_unknown(file: Given) -> _Read:
    """A file of no known suffix: text, unless it begins as another kind of file does."""
    found = foreign(file.data)
    if found is None or found in (TEXT, EMPTY, OTHER):
        return _read_text(file)
    raise fault(file.path, "not-report", called(found.what, file.path.name), found.remedy)


def _read_pdf(file: Given) -> _Read:
    from generator.reading.boxes import text_of_boxes
    from generator.reading.text import read_text as read_prose

    text = text_of_boxes(as_word(file.path))
    if not text.strip():
        raise fault(file.path, "no-text", "这个 PDF 里没有文字，多半是扫描件", "先识别成文字，另存为 .docx 或 .txt")
    return read_prose(file.name, text)


def is_package(data: bytes) -> bool:
    """Whether ``data`` is a package of parts, whatever its file's name ends in: .doc and .wps are often .docx within."""
    return data.startswith(_PACKAGE)


def _reader(file: Given) -> Callable[[Given], _Read]:
    suffix = file.path.suffix.lower()
    return _read_word if suffix in (".doc", ".wps") and is_package(file.data) else _READERS.get(suffix, _read_unknown)


_READERS: Mapping[str, Callable[[Given], _Read]] = {
    **dict.fromkeys(WORD, _read_word),
    **dict.fromkeys((".doc", ".wps", ".odt"), _read_old_word),
    ".pdf": _read_pdf,
    ".md": _read_markdown,
    ".txt": _read_text,
}

"""Past reports from files and folders, each with the bytes it is known by, and how far the reading has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.convert import CONVERTED, as_word
from generator.cli.progress import clear, tracked
from generator.files import read_bytes, read_text
from generator.problems import Faults, Place, Problem
from generator.report import Report

T = TypeVar("T")
SUFFIXES = (".txt", ".docx", *CONVERTED)


@dataclass(frozen=True, slots=True)
class Given:
    """A report file. Its name is that of the file without the suffix, behind the folders between it and the folder that was given."""

    path: Path
    data: bytes
    start: Path = Path()

    @property
    def name(self) -> str:
        inner = self.path.relative_to(self.start) if self.path.is_relative_to(self.start) and self.start != Path() else Path(self.path.name)
        return inner.with_suffix("").as_posix()

    def report(self) -> Report:
        """What the file holds; what is odd about it goes to the terminal. Raises ``Faults`` where it cannot be read at all."""
        report, problems = self.read()
        if problems:
            clear()
        for problem in problems:
            click.echo(str(problem), err=True)
        return report

    def read(self) -> tuple[Report, list[Problem]]:
        """What the file holds, and what is odd about it. Raises ``Faults`` where it cannot be read at all."""
        report, problems = _READERS.get(self.path.suffix.lower(), _read_text)(self)
        if any(p.code == "not-word" for p in problems):
            raise Faults([replace(p, place=Place(str(self.path))) for p in problems])
        return report, problems


def given(corpus: Sequence[Path]) -> list[Given]:
    """The report files under the files and folders of ``corpus``, each once.

    Raises ``Faults`` with every file that cannot be read, and where there are none.
    """
    problems: list[Problem] = []
    found: list[Given] = []
    for path, start in _found(corpus):
        try:
            found.append(Given(path, read_bytes(path), start))
        except Faults as faults:
            problems.extend(faults.problems)
    if not found and not problems:
        message = "这里没有报告（.txt、.docx、.doc、.wps、.odt、.pdf）"
        problems.append(Problem(Place(str(corpus[0])), "no-reports", message, "给出报告文件，或装着报告的文件夹"))
    if problems:
        raise Faults(problems)
    return found


def report_files(corpus: Sequence[Path]) -> list[Path]:
    """The report files under the files and folders of ``corpus``, each once."""
    return [path for path, _ in _found(corpus)]


def _found(corpus: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Every report file with the folder below which its name counts."""
    found = {file.resolve(): (file, start if start.is_dir() else file.parent) for start in corpus for file in _files(start)}
    return sorted(found.values())


def each(items: Sequence[Given], label: str, work: Callable[[Given], T]) -> list[T]:
    """``work`` on every file, with a bar on a terminal. Raises ``Faults`` with the faults of all files."""
    problems: list[Problem] = []
    done: list[T] = []
    for item in tracked(items, label):
        try:
            done.append(work(item))
        except Faults as faults:
            problems.extend(faults.problems)
    if problems:
        raise Faults(problems)
    return done


def _files(start: Path) -> Iterator[Path]:
    if start.is_dir():
        yield from (p for p in sorted(start.rglob("*")) if p.suffix.lower() in SUFFIXES and not p.name.startswith(("~$", ".")))
    else:
        yield start


_Read = tuple[Report, list[Problem]]


def _read_text(file: Given) -> _Read:
    from generator.reading.text import read_text as read_prose

    return read_prose(file.name, read_text(file.path).text)


def _read_markdown(file: Given) -> _Read:
    from generator.reading.markdown import read_markdown

    return read_markdown(file.name, read_text(file.path).text)


def _read_word(file: Given) -> _Read:
    from generator.reading.word import read_word

    return read_word(file.name, file.data)


def _read_old_word(file: Given) -> _Read:
    from generator.reading.word import read_word

    return read_word(file.name, as_word(file.path))


def _read_pdf(file: Given) -> _Read:
    from generator.reading.boxes import text_of_boxes
    from generator.reading.text import read_text as read_prose

    text = text_of_boxes(as_word(file.path))
    if not text.strip():
        raise Faults([Problem(Place(str(file.path)), "no-text", "这个 PDF 里没有文字，多半是扫描件", "先识别成文字，另存为 .docx 或 .txt")])
    return read_prose(file.name, text)


_READERS: Mapping[str, Callable[[Given], _Read]] = {".docx": _read_word, ".pdf": _read_pdf, ".md": _read_markdown} | dict.fromkeys(
    (".doc", ".wps", ".odt"), _read_old_word
)

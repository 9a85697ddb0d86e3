"""What ``nigao check`` is told, and from it the subject that the rules of prose are run on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.check.prose.check import check_prose, idle_waivers
from generator.check.prose.passage import Passage
from generator.check.prose.settings import Settings, load_settings
from generator.check.prose.subject import Given, Owed, Subject
from generator.check.remark import Remark
from generator.cli import shelf
from generator.cli.reports import Given as File
from generator.cli.reports import each, require, tell
from generator.cli.reports import given as files
from generator.cli.shelf.factsfile import CHECK_SETTINGS
from generator.compose.account import given
from generator.compose.facts import with_quantity
from generator.facts.model import Facts
from generator.files import read_text
from generator.limits import LONG_PARAGRAPH, LONG_PARAGRAPHS, PARAGRAPH_CHARACTERS
from generator.problems import Place, Problem, Severity
from generator.reading.period import period_of
from generator.report import Inlines, Report, is_open, plain

_OUTLINE = frozenset({"heading-repeated", "heading-restart", "heading-order", "point-order", "no-headings"})
"""What reading finds odd and rules of structure say better."""


_BARE = re.compile(r"[\d.,约近余多—-]+")
"""A number apart from its measure word: what it counts is said with it elsewhere."""


class Against(Struct, frozen=True):
    """What a report is held against: its facts file, last year's report, older ones."""

    facts: Path | None = None
    last: Path | None = None
    past: tuple[Path, ...] = ()


def settings(report: Path, codes: list[str]) -> Settings:
    """What 检查.yaml beside ``report`` says; nothing where there is none."""
    path = report.parent / CHECK_SETTINGS
    return load_settings(read_text(path), codes) if path.is_file() else Settings()


def prose_remarks(path: Path, against: Against, chosen: Settings, without: frozenset[str]) -> list[Remark]:
    """What the rules of prose find in the file at ``path``."""
    report, problems = File(path).read()
    _tell(problems)
    subject = _subject(replace(report, name=str(path)), against, chosen)
    _tell([_unread(passage, str(path)) for passage in subject.too_long])
    for waiver in idle_waivers(subject, chosen.partial):
        click.echo(f"{path.parent / CHECK_SETTINGS}: 提示：{waiver.code} 没有查出含“{waiver.words}”的句子，这一条可以删去", err=True)
    return check_prose(subject, without | chosen.without, chosen.partial)


def _unread(passage: Passage, name: str) -> Problem:
    size = len(passage.printed)
    alone = size > PARAGRAPH_CHARACTERS
    said = f"这一段有 {size} 字，太长，没有查" if alone else f"这一段有 {size} 字，前面的长段落已经太多，没有查"
    most = f"一段最多查 {PARAGRAPH_CHARACTERS} 字" if alone else f"超过 {LONG_PARAGRAPH} 字的段落，合起来最多查 {LONG_PARAGRAPHS} 字"
    return Problem(Place(name, *passage.place(0)), "paragraph-left-out", said, f"分成几段再查；{most}", Severity.WARNING)


def _tell(problems: list[Problem]) -> None:
    for problem in problems:
        if problem.code not in _OUTLINE:
            click.echo(str(problem), err=True)


def _subject(report: Report, against: Against, chosen: Settings) -> Subject:
    facts = shelf.facts(against.facts)[0] if against.facts else None
    period = (facts.period.first, facts.period.last) if facts and facts.period and facts.period.first and facts.period.last else None
    return Subject(
        report,
        shelf.check_words(),
        shelf.formulations(),
        period or period_of(report),
        facts.kind if facts else "",
        owed(facts) if facts else None,
        File(against.last).read()[0] if against.last else None,
        _past(against.past) if against.past else (),
        chosen.order,
    )


def _past(corpus: Sequence[Path]) -> tuple[Report, ...]:
    unread: list[Problem] = []
    read = each(files(corpus, unread), "读往年稿子", lambda file: file.read()[0], unread)
    require(read, unread)
    tell(unread)
    return tuple(report for _, report in read)


def owed(facts: Facts) -> Owed:
    """What the facts file asks to be said. A blank is owed by nobody."""
    owed = tuple(Given(text, path, line) for inlines, path, line in _statements(facts) if (text := plain(inlines)) and not is_open(inlines))
    particulars = (facts.period.words if facts.period else (), facts.date, facts.unit.full, *facts.themes)
    return Owed(
        owed,
        (*(o.text for o in owed), *(t.text for t in given(facts) if not _BARE.fullmatch(t.text)), *map(plain, particulars)),
        facts.name,
        (plain(facts.unit.full), plain(facts.unit.short)),
        plain(facts.reporter.post) if facts.reporter else "",
        plain(facts.reporter.name) if facts.reporter else "",
    )


def _statements(facts: Facts) -> Iterator[tuple[Inlines, str, int]]:
    for item in (i for practice in facts.practices for i in practice.items):
        yield from ((with_quantity(fact), fact.path, fact.line) for fact in item.facts)
        yield from ((own, item.path, item.line) for own in (*item.measures, item.result) if own)
    for shortcoming in facts.shortcomings:
        yield from ((own, shortcoming.path, shortcoming.line) for own in (shortcoming.shows, shortcoming.cause) if own)
    for intention in facts.intentions:
        yield from ((own, intention.path, intention.line) for own in intention.measures)

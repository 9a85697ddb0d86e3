"""``nigao new --from``: past reports read, the latest of one unit and 文种 made into this year's facts file, those before it held beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from generator.bank.bank import Bank
from generator.bank.phrase import Kind, Nature, phrase_id
from generator.chinese.calendar import moved_on
from generator.cli import shelf
from generator.cli.reports import each, given, tell
from generator.cli.target import FACTS
from generator.cli.wanted import wanted
from generator.compose.heads import HALVES
from generator.facts.dates import months
from generator.fit.classes import LIGHT
from generator.limits import FACTS_CHARACTERS
from generator.printed import lines
from generator.problems import Faults, Place, Problem
from generator.recall.earlier import Sense, Year, kept
from generator.recall.of_facts import particulars_of_facts, past_of_facts
from generator.recall.opened import Opener
from generator.recall.particulars import Particulars, kinds_of, particulars
from generator.recall.past import Past, PastBlock, PastPoint, asking, past_of
from generator.recall.statements import Ear, Statement, Told
from generator.recall.written import Recalled, written
from generator.report import Move, Text
from generator.template.model import Template


class Made(NamedTuple):
    """A facts file made of past reports, its 文种, and what is to be said of it."""

    kind: str
    text: str
    told: str


class _Read(NamedTuple):
    """A past report, or the facts file it was made from: its name, what it says, what it tells of itself, and the 文种 it may be of, the likeliest
    first."""

    name: str
    past: Past
    told: Particulars
    kinds: tuple[str, ...]

    @property
    def called(self) -> str:
        """What its year is called."""
        return self.told.period or Path(self.name).stem


def recalled(paths: Sequence[Path], kind: str, bank: Bank) -> Made:
    """The facts file of ``kind`` (empty: that of the latest report) after the reports, or facts files, at ``paths``. Raises ``Faults`` where none can
    be read, or the latest says nothing that could be kept."""
    template = shelf.template(kind) if kind else None
    last, *earlier = _chosen(_read(paths, bank), kind)
    template = template or shelf.template(last.kinds[0])
    told = _account(last, len(earlier))
    light = bank.tables.acts.members.get(LIGHT, ())
    persons = shelf.vocabulary().persons
    blocks = kept(last.past, [Year(read.called, read.past) for read in earlier], Sense(persons, light, bank.topic_of))
    names = [read.name for read in (last, *earlier)]
    made = Recalled(last.past, blocks, last.told, template.kind, wanted(template).needs, names)
    period = months((Text(moved_on(last.told.period)),))
    text = written(made, Opener(persons, shelf.formulations(), period[0] if period else None), bank.topic_of)
    _check_size(last.name, len(text))
    return Made(template.kind, text, told)


def _check_size(name: str, characters: int) -> None:
    """Raises ``Faults`` where a facts file made of the report ``name`` would be too big to be read again."""
    if characters > FACTS_CHARACTERS:
        hint = f"事实表最多 {FACTS_CHARACTERS} 个字符；只留要写的部分，另存一份再试"
        raise Faults([Problem(Place(name), "too-big", "这份报告太长，照它列出的事实表会读不回来", hint)])


def formula_of(bank: Bank) -> Callable[[str], bool]:
    """Tells whether ``bank`` knows a text to be formula: a clause or passage, or what a heading of two halves says behind the name of its topic."""
    behind = frozenset(p.text.partition("，")[2] for p in bank.pool(Kind.HEADING, Move.MEASURE, HALVES))

    def is_formula(text: str) -> bool:
        found = (bank.phrases.get(phrase_id(kind, text)) for kind in (Kind.CLAUSE, Kind.TRANSITION))
        return text in behind or any(phrase.nature is Nature.FORMULA for phrase in found if phrase)

    return is_formula


def _read(paths: Sequence[Path], bank: Bank) -> list[_Read]:
    """The reports and facts files, those that cannot be read told of."""
    own = [path for path in paths if path.suffix.lower() in FACTS]
    reports = [path for path in paths if path not in own]
    unread: list[Problem] = []
    known = {kind: tuple(part.title for part in template.parts) for kind, template in _sound()}
    ear = Ear(shelf.vocabulary(), shelf.formulations(), formula_of(bank))
    found = each(given(reports, unread), "读往年的报告", lambda file: file.report(), unread) if reports else []
    for file, report in found:
        _check_size(file.path.name, sum(len(line.text) for line in lines(report)))
    if not (found or own):
        raise Faults(unread)
    tell(unread)
    read = [_Read(file.path.name, asking(past_of(report, ear)), about := particulars(report), kinds_of(about, known)) for file, report in found]
    return [*read, *(_of_facts(path) for path in own)]


def _sound() -> Iterator[tuple[str, Template]]:
    """The 文种 there are and their templates; a faulty one of the user's own is told of and passed over."""
    for kind in shelf.kinds():
        try:
            yield kind, shelf.template(kind)
        except Faults as faults:
            for problem in faults.problems:
                click.echo(str(problem), err=True)
            click.echo(f"文种“{kind}”写得不对，不照它列；其余的照办。", err=True)


def _of_facts(path: Path) -> _Read:
    facts, _ = shelf.facts(path)
    return _Read(path.name, asking(past_of_facts(facts, shelf.vocabulary().persons)), particulars_of_facts(facts), (facts.kind,))


def _chosen(reports: Sequence[_Read], kind: str) -> list[_Read]:
    """The latest report and, of the same unit and 文种, those before it, a year each; the others are told of."""
    ranked = sorted(reports, key=_rank, reverse=True)
    last = next((read for read in ranked if not kind or kind in read.kinds), ranked[0])
    wanted = kind if kind in last.kinds else last.kinds[0]
    same = [read for read in ranked if wanted in read.kinds and _same_unit(read.told.full, last.told.full) and _rank(read) <= _rank(last)]
    by_period = {read.called: read for read in reversed(same)}
    chosen = sorted(by_period.values(), key=_rank, reverse=True)
    left = [read.name for read in ranked if read not in chosen]
    if left:
        shown = "、".join(left[:_SHOWN]) + (f" 等 {len(left)} 份" if len(left) > _SHOWN else "")
        click.echo(f"照 {last.name} 写；不是同一个单位、同一文种的没有用：{shown}", err=True)
    return chosen


_SHOWN = 3


def _rank(read: _Read) -> tuple[tuple[int, int], str]:
    return (read.told.months[1] if read.told.months else (0, 0), read.name)


def _same_unit(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


_NO_HEADS = "大标题写成 一、二、三、，或用“标题 1”样式；内容在几栏的表格里的，先在 Word 里选中表格，转换为文本，另存一份"


def _account(last: _Read, earlier: int) -> str:
    """What was found, for the terminal. Raises ``Faults`` where that is nothing."""
    past = last.past
    points = [point for block in past.practices for point in block.points]
    parts: list[PastBlock | PastPoint] = [*past.practices, *points]
    stated = [s for part in parts for s in part.statements if s.told is Told.FACT]
    if not (past.practices or past.problems or past.plans):
        raise Faults([Problem(Place(last.name), "nothing-recalled", "没有认出做法、问题、打算", _NO_HEADS)])
    read = f"，照 {1 + earlier} 年的报告" if earlier else ""
    found = f"{len(past.practices)} 个板块、{len(points)} 个要点、{len(stated)} 件事，{len(past.problems)} 个问题，{len(past.plans)} 条打算"
    return f"{read}：{found}，今年的都空着{_left_out([s for part in parts for s in part.statements])}"


def _left_out(statements: Sequence[Statement]) -> str:
    """What is not asked for: what only sounds like formula stands by, what is known to be formula is not in the file."""
    by, out = sum(s.sounds for s in statements), sum(s.known for s in statements)
    told = (f"像套话的 {by} 句列在“# ”后面" if by else "", f"{out} 句套话没有列" if out else "")
    return f"；{'，'.join(filter(None, told))}" if by or out else ""

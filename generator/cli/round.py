"""``nigao ask --table`` and ``--answers``: what a facts file leaves open sent round as a table, and the answers that come back written into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click
from msgspec import Struct

from generator.cli.table import grids_of
from generator.cli.target import split_name
from generator.cli.written import Written
from generator.facts.answers import bare, leaves_open, objection
from generator.facts.back import Act, Tally, Wish, put_back, wholly
from generator.facts.gaps import Gap, Reading
from generator.facts.remembered import taken_again
from generator.facts.reread import Refused
from generator.facts.steps import Asker
from generator.files import write_new
from generator.problems import Problem, Source, fault
from generator.sheet.asked import ABOUT_LINES, HEAD, NOW, WIDTHS, Answer, answers, found, listed, odd, pages, rows, rows_of, taken
from generator.sheet.book import write_rows_csv, write_rows_xlsx


def send(facts: Path, asker: Asker, target: Path, force: bool) -> None:
    """Writes what ``facts`` leaves open as a table, in the format that the name of ``target`` says, or prints it (``-``). Raises ``Faults``."""
    printed = str(target) == "-"
    if not printed and target.suffix.lower() not in (".xlsx", ".csv"):
        hint = f"写成 {split_name(target)[0]}.xlsx 或 .csv；要打印出来，写 -"
        raise fault(target, "not-a-table", "表只能写成 .xlsx 或 .csv", hint)
    asked = rows(asker.read(Source(str(facts), Written.read(facts).text)))
    if not asked:
        click.echo("没有空着的，没有写表")
        return
    if printed:
        click.echo("\n".join(listed(asked)))
        return
    made = pages(asked)
    data = write_rows_csv([HEAD, *(r.cells for r in asked)]) if target.suffix.lower() == ".csv" else write_rows_xlsx(ABOUT_LINES, made, WIDTHS, NOW)
    write_new(target, data, force=force)
    click.echo(f"已写成 {target}：{len(asked)} 处，{len(made)} 个科室或板块")
    click.echo(f"填好后：nigao ask {facts} --answers {target}", err=True)


def take_back(facts: Path, asker: Asker, tables: Sequence[Path]) -> bool:
    """Writes the answers in ``tables`` into ``facts``, all at once, and tells of those that cannot be; whether all could."""
    file = Written.read(facts)
    came = [answer for table in tables for answer in answers(grids_of(table))]
    back = brought_back(asker, Source(str(facts), file.text), [answer for answer in came if not leaves_open(answer.text)])
    if back.source.text != file.text:
        file.rewritten(back.source.text)
    for problem in sorted(back.problems):
        click.echo(str(problem), err=True)
    left = len(asker.read(back.source).gaps)
    click.echo(f"收回 {back.tally}，已存进 {facts}" if back.tally else "没有收回什么")
    click.echo(f"还空着 {left} 处" if left else "没有空着的了")
    return not back.problems


class Back(Struct, frozen=True):
    """A facts file with the answers in it that came back, the ``tally`` of them, and what could not be taken."""

    source: Source
    tally: Tally
    problems: tuple[Problem, ...]


def brought_back(asker: Asker, source: Source, came: Sequence[Answer]) -> Back:
    """``source`` with the answers that ``came``, each in its place."""
    now = asker.read(source)
    sorted_out = list(_sorted_out(came, now))
    answered = [got for got in sorted_out if isinstance(got, _Answered)]
    whole = wholly(now, {got.gap for got in answered if got.answer.none})
    text, outcomes = put_back(source, now, [Wish(got.gap, got.said, got.gap in whole) for got in answered], asker.read)
    problems = [got for got in sorted_out if isinstance(got, Problem)]
    for got in answered:
        outcome = outcomes[got.gap]
        if outcome.why:
            problems.append(_told(got.answer, "half-struck" if outcome.act is Act.STRUCK else "refused", outcome.why, "在事实表里改"))
    return Back(Source(source.name, text), Tally.of(outcomes.values()), tuple(problems))


class _Answered(NamedTuple):
    """What came back for a gap, and the words that it puts there: none where this year has no such thing."""

    answer: Answer
    gap: Gap
    said: str


def _sorted_out(came: Sequence[Answer], now: Reading) -> Iterator[_Answered | Problem]:
    """Each gap with its one answer; what has no gap, is odd, or is contradicted by another is a problem."""
    by_gap: dict[Gap, list[Answer]] = {}
    asked = rows_of(now)
    for answer in came:
        gap = found(answer, asked)
        if gap is None and taken(answer, now):
            continue
        if gap is None:
            yield _told(answer, "no-gap", f"“{answer.asked}”在事实表里已经填了，或者改过了", f"要写的是“{answer.text}”，请在表里核对")
        elif why := odd(answer, gap):
            yield _told(answer, "odd-cell", why, "把这一格设成文本格式，照原样重打一遍")
        else:
            by_gap.setdefault(gap, []).append(answer)
    for gap, given in by_gap.items():
        if len({answer.text for answer in given}) > 1:
            each = "、".join(f"“{answer.text}”（{answer.cell.place}）" for answer in given)
            yield _told(given[0], "conflict", f"“{given[0].asked}”各说各的：{each}", "问清楚后，留一个")
        else:
            yield _meant(given[0], gap, now)


def _meant(answer: Answer, gap: Gap, now: Reading) -> _Answered | Problem:
    """What ``answer`` puts into ``gap``; a problem where that is what last year gave and cannot be given again, or looks wrong."""
    if answer.none:
        return _Answered(answer, gap, "")
    if "\n" in answer.text:
        return _told(answer, "several-lines", "这一格里写了几行，不知道填哪一行", "留一行；别的几行，一行写一件事，添进事实表")
    said = taken_again(gap, now.facts) if answer.again else bare(gap, answer.text)
    if isinstance(said, Refused):
        return _told(answer, "of-last-year", said.why, "写出今年的")
    why = objection(gap, said)
    return _told(answer, "doubtful", why, "没错就用 nigao ask 填这一处") if why else _Answered(answer, gap, said)


def _told(answer: Answer, code: str, message: str, hint: str) -> Problem:
    return Problem(answer.cell.place, code, message, hint)

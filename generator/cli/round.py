"""``nigao ask --table`` and ``--answers``: what a facts file leaves open sent round as a table, and the answers that come back written into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click
from msgspec import Struct, field

from generator.cli.table import grids_of
from generator.cli.target import split_name
from generator.cli.written import Written
from generator.facts.answers import leaves_open, objection
from generator.facts.fill import Refused, filled
from generator.facts.gaps import Gap, Reading
from generator.facts.set_aside import set_aside
from generator.facts.several import partly, stale
from generator.facts.steps import Asker
from generator.facts.strike import struck
from generator.files import write_new
from generator.problems import Faults, Place, Problem, Source
from generator.sheet.asked import ABOUT_LINES, HEAD, NOW, WIDTHS, Answer, answers, found, listed, meant, odd, pages, rows, rows_of, taken
from generator.sheet.book import write_rows_csv, write_rows_xlsx


def send(facts: Path, asker: Asker, target: Path, force: bool) -> None:
    """Writes what ``facts`` leaves open as a table, in the format that the name of ``target`` says, or prints it (``-``). Raises ``Faults``."""
    printed = str(target) == "-"
    if not printed and target.suffix.lower() not in (".xlsx", ".csv"):
        hint = f"写成 {split_name(target)[0]}.xlsx 或 .csv；要打印出来，写 -"
        raise Faults([Problem(Place(str(target)), "not-a-table", "表只能写成 .xlsx 或 .csv", hint)])
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
    back = _Back(asker, Source(str(facts), file.text))
    back.take([answer for answer in came if not leaves_open(answer.text)])
    if back.source.text != file.text:
        file.rewritten(back.source.text)
    for problem in sorted(back.problems):
        click.echo(str(problem), err=True)
    aside = f"，今年没有的 {back.aside} 条放到了“# ”后面" if back.aside else ""
    struck_out = f"，去掉了 {back.struck} 个半句" if back.struck else ""
    left = len(asker.read(back.source).gaps)
    click.echo(f"收回 {back.done} 处{aside}{struck_out}，已存进 {facts}" if back.done or back.aside or back.struck else "没有收回什么")
    click.echo(f"还空着 {left} 处" if left else "没有空着的了")
    return not back.problems


class _Answered(NamedTuple):
    """What came back for a gap, and the words that it puts there: none where this year has no such thing."""

    answer: Answer
    gap: Gap
    said: str


class _Back(Struct):
    """A facts file into which answers come back: its text as it grows, and what could not be taken."""

    asker: Asker
    source: Source
    problems: list[Problem] = field(default_factory=list)
    done: int = 0
    aside: int = 0
    struck: int = 0

    def take(self, came: Sequence[Answer]) -> None:
        """Takes ``came``, the last gap of the file first, so that none moves another."""
        now = self.asker.read(self.source)
        wanted = sorted(self._sorted_out(came, now), key=lambda answered: answered.gap.start, reverse=True)
        none = {answered.gap for answered in wanted if answered.answer.none}
        whole = {gap.entry for gap in none if {blank for blank in now.gaps if blank.entry == gap.entry} <= none}
        for answered in wanted:
            self._put(answered, answered.gap.entry in whole)

    def _sorted_out(self, came: Sequence[Answer], now: Reading) -> Iterator[_Answered]:
        """Each gap with its one answer; what has no gap, is odd, or is contradicted by another is told."""
        by_gap: dict[Gap, list[Answer]] = {}
        asked = rows_of(now)
        for answer in came:
            gap = found(answer, asked)
            if gap is None and taken(answer, now):
                continue
            if gap is None:
                self._tell(answer, "no-gap", f"“{answer.asked}”在事实表里已经填了，或者改过了", f"要写的是“{answer.text}”，请在表里核对")
            elif why := odd(answer, gap):
                self._tell(answer, "odd-cell", why, "把这一格设成文本格式，照原样重打一遍")
            else:
                by_gap.setdefault(gap, []).append(answer)
        for gap, given in by_gap.items():
            if len({answer.text for answer in given}) > 1:
                told = "、".join(f"“{answer.text}”（{answer.cell.place}）" for answer in given)
                self._tell(given[0], "conflict", f"“{given[0].asked}”各说各的：{told}", "问清楚后，留一个")
                continue
            said = "" if given[0].none else meant(given[0], gap, now.facts)
            if not given[0].none and not said:
                self._tell(given[0], "no-last-year", "去年的在这里照用不了", "写出今年的")
            elif said and given[0].again and not any(gap.sentence) and (why := stale(said)):
                self._tell(given[0], "of-last-year", why, "写出今年的")
            elif said and (why := objection(gap, said)):
                self._tell(given[0], "doubtful", why, "没错就用 nigao ask 填这一处")
            else:
                yield _Answered(given[0], gap, said)

    def _put(self, answered: _Answered, whole: bool) -> None:
        """Writes an answer into its place; of what this year has not, the ``whole`` entry goes aside, else the part of the sentence it is in."""
        now = self.asker.read(self.source)
        gap = next((gap for gap in now.gaps if (gap.id, gap.start) == (answered.gap.id, answered.gap.start)), None)
        none = answered.answer.none
        if gap is None:  # its whole entry went aside with another gap; what stands there now is the next entry's
            if not none:
                self._tell(answered.answer, "refused", "整条放到了“# ”后面，这一处没有写", "在事实表里改")
            return
        whole = whole and not partly(gap, now)
        if not none:
            text = filled(self.source, now, gap, answered.said, self.asker.read)
        else:
            text = (set_aside if whole else struck)(self.source, now, gap, self.asker.read)
        if isinstance(text, Refused):
            self._tell(answered.answer, "half-struck" if none and not whole else "refused", text.why, "在事实表里改")
            return
        self.source = Source(self.source.name, text)
        self.aside, self.struck, self.done = self.aside + (none and whole), self.struck + (none and not whole), self.done + (not none)

    def _tell(self, answer: Answer, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(answer.cell.place, code, message, hint))

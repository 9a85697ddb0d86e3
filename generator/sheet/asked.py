"""What a facts file leaves open, as a table to send round: a row for each gap, by section; and the answers that came back in it.

The section is who gave the fact (来源), else the 板块 or the part of the file. A row knows its place in the file by the last column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from generator.facts.absent import OPEN
from generator.facts.answers import example
from generator.facts.asking import question, trail
from generator.facts.gaps import Gap, Reading, sentence
from generator.facts.hints import HERE
from generator.facts.model import Facts
from generator.facts.normalise import normalise
from generator.facts.remembered import AGAIN, between, last_year
from generator.problems import Faults, Place, Problem
from generator.report import plain
from generator.sheet.grid import DATE, FRACTION, Cell, Grid, said, says_none

SECTION, WHERE, ASKED, LAST, NOW, HOW, KEY = "科室或板块", "哪里", "要填的", "去年", "今年", "怎样填", "位置"
HEAD = (SECTION, WHERE, ASKED, LAST, NOW, HOW, KEY)
WIDTHS = {SECTION: 18, WHERE: 30, ASKED: 52, LAST: 36, NOW: 24, HOW: 18, KEY: 10}
"""Characters that the columns of a workbook are wide."""
_AGAIN_IN_FORMS = frozenset({"同去年", "同上年", "与去年相同", "与上年相同", "和去年一样", "与去年一样"})
"""What people write in forms where the table asks for =."""
ABOUT_LINES = (
    f"只填“{NOW}”一列：“{ASKED}”里的 {HERE} 处是什么，就写什么；没有单位的写数，如 12、约40、300余、3—5。",
    "还没有数的空着。今年没有这件事的写 无，和去年一样的写 =。别的列不要改，行可以删、可以挪。",
    "填好后交回来：nigao ask 事实表.yaml --answers 这张表.xlsx（几张表写几次 --answers）。",
)


class Row(NamedTuple):
    """A gap as it is asked for."""

    section: str
    where: str
    asked: str
    last: str
    how: str
    key: str

    @property
    def cells(self) -> tuple[str, ...]:
        return self.section, self.where, self.asked, self.last, "", self.how, self.key


class Answer(Struct, frozen=True):
    """What came back for a gap, known by its key, what was asked and what was shown of last year; and the cell it was written in."""

    key: str
    asked: str
    last: str
    cell: Cell

    @property
    def text(self) -> str:
        return self.cell.text

    @property
    def again(self) -> bool:
        """Whether it says that this year's is what last year's was."""
        return self.text.rstrip("。.") in AGAIN | _AGAIN_IN_FORMS

    @property
    def none(self) -> bool:
        """Whether it says that this year has no such thing."""
        return says_none(self.cell)


def rows_of(now: Reading) -> dict[Gap, Row]:
    """The blanks of a file, each as a row, in the order of the file."""
    return {gap: row(gap, now.facts) for gap in now.gaps if gap.is_blank}


def rows(now: Reading) -> list[Row]:
    """The rows of a file, section by section in the order in which these first come."""
    asked = list(rows_of(now).values())
    order = {section: n for n, section in reversed(list(enumerate(r.section for r in asked)))}
    return sorted(asked, key=lambda r: order[r.section])


def row(gap: Gap, facts: Facts) -> Row:
    """``gap`` as a row."""
    key = f"{gap.path}/{gap.key.name}/{gap.order + 1}"
    return Row(_section(gap, facts), trail(gap, facts), question(gap), last_year(gap, facts), example(gap), key)


def _section(gap: Gap, facts: Facts) -> str:
    """Who gave the fact, else the 板块 or the part of the file that it belongs to."""
    for practice in facts.practices:
        if f"{gap.path}.".startswith(f"{practice.path}."):
            facts_of = (f for item in practice.items for f in item.facts if f.path == gap.path)
            return next((f.source for f in facts_of if f.source), "") or practice.name or "做法"
    return gap.path.partition("[")[0].partition(".")[0]


def pages(asked: Sequence[Row]) -> list[tuple[str, list[tuple[str, ...]]]]:
    """A page for each section, its head first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for r in asked:
        found.setdefault(r.section, [HEAD]).append(r.cells)
    return list(found.items())


def listed(asked: Sequence[Row]) -> Iterator[str]:
    """The rows as lines to read, under the name of each section."""
    for section, group in groupby(asked, key=lambda r: r.section):
        found = list(group)
        yield f"{section}　{len(found)} 处"
        yield from (f"  {r.asked}{f'　去年 {r.last}' if r.last else ''}" for r in found)


# --- what comes back -----------------------------------------------------------------------------------------------------------------------


def answers(grids: Sequence[Grid]) -> list[Answer]:
    """The answers on the pages of a table that came back. Raises ``Faults`` where none of them is such a table."""
    headed = [found for grid in grids if (found := _headed(_cells(grid)))]
    if not headed:
        place = next((grid.rows[0][0].place for grid in grids if grid.rows), Place("表"))
        raise Faults([Problem(place, "no-answers", f"没有“{ASKED}”“{NOW}”两列", "用 nigao ask 事实表.yaml --table 写出的表，填好了交回来")])
    return [answer for rows_below, head in headed for cells in rows_below if (answer := _answer(cells, head))]


def _cells(grid: Grid) -> list[tuple[Cell, ...]]:
    return [*grid.heads, *grid.rows]


def _headed(cells: Sequence[Sequence[Cell]]) -> tuple[Sequence[Sequence[Cell]], dict[str, int]] | None:
    """The rows below the head, and where each column is; None where no row is the head. Offices write titles above it."""
    for n, row in enumerate(cells):
        head = {said(cell): at for at, cell in enumerate(row)}
        if {NOW, ASKED} <= head.keys():
            return cells[n + 1 :], head
    return None


def _answer(cells: Sequence[Cell], head: dict[str, int]) -> Answer | None:
    """What a row answers; None where it does not, as that of a sum. Without a key what it asks and last year's tell it."""
    under = {title: cells[at] for title, at in head.items() if at < len(cells)}
    if not all(title in under and under[title].text for title in (NOW, ASKED)):
        return None
    return Answer(under[KEY].text if KEY in under else "", under[ASKED].text, under[LAST].text if LAST in under else "", under[NOW])


def odd(answer: Answer, gap: Gap) -> str:
    """Why what the cell holds may not be what was typed; empty where it is. A fraction is one where no per cent is asked for."""
    cell = answer.cell
    if cell.odd == FRACTION:
        return cell.odd if gap.sentence[1].startswith(("%", "％")) else ""
    return "" if cell.odd == DATE and gap.key.name == "成文日期" else cell.odd


def found(answer: Answer, asked: Mapping[Gap, Row]) -> Gap | None:
    """The gap of those ``asked`` that ``answer`` is for: the one at its place that asks the same, though other blanks of its sentence may be filled;
    else the only one anywhere that asks the same. None where there is none any more."""
    same = [gap for gap, r in asked.items() if (r.asked, r.last) == (answer.asked, answer.last)]
    grown = [gap for gap, r in asked.items() if r.last == answer.last and _fits(answer.asked, r.asked)]
    at_home = [gap for gap in same if asked[gap].key == answer.key] or [gap for gap in grown if _home(asked[gap].key) == _home(answer.key)]
    return next((gaps[0] for gaps in (at_home[:1], same, grown) if len(gaps) == 1), None)


def taken(answer: Answer, now: Reading) -> bool:
    """Whether the file says by now what ``answer`` says; of what this year has not, nothing is left to say."""
    words = OPEN if answer.again else normalise(answer.text)
    if HERE not in answer.asked:
        return answer.none or answer.again or words in {written for path, written, _ in now.said if path == answer.key.partition("/")[0]}
    whole = answer.asked.replace(HERE, words)
    facts = (f for practice in now.facts.practices for item in practice.items for f in item.facts if f.number)
    said = [*(written for _, written, _ in now.said), *(plain(sentence(f)) for f in facts)]
    return answer.none or any(_fits(whole, sentence_said) for sentence_said in said)


def _home(key: str) -> str:
    """The value that a gap is in."""
    return key.rpartition("/")[0]


def _fits(asked: str, now: str) -> bool:
    """Whether a sentence reads as it was asked, anything in the place of its blanks."""
    return asked == now or bool(between(asked.split(OPEN), now))

"""A table to fill in: which columns it has, from what reports of a 文种 usually give, or from the facts file of one unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.bank.bank import Bank
from generator.bank.phrase import SLOT
from generator.bank.slots import type_of
from generator.facts.model import Fact, Facts, Item, Practice
from generator.facts.scaffold import usual_sides
from generator.facts.usual import Usual, usual_facts, usual_matters
from generator.facts.wanted import Wanted
from generator.report import plain
from generator.sheet.grid import DONE, INTENTIONS, MATTER, MEASURE, SHORTCOMINGS, UNIT, UNITS

Rows = tuple[tuple[str, ...], ...]
Pages = tuple[tuple[str, Rows], ...]

BLANK = "待补"
ABOUT_LINES = (
    "一页一个板块，一行一个单位，一列一件事实。各页第一列写单位全称，和“单位”页的一样。",
    "数填在单位那一行：可带约、余、近或起止（约40、300余、3—5）。没有这件事的空着，不写进稿子；有这件事、还没报数的写 待补，稿子里标黄。",
    "“量”空着的列填整句话，一件一行（单元格里换行用 Alt+Enter）。问题、打算也是一条一格。",
    "表头可以改，可以添列：“事项”是要点，“做了”后面接数和量；要把数放在句中，写 {数}，如 培训{数}名党务干部。",
    "文种、时段空着的，同上一行。",
    "填好后：nigao batch 表.xlsx -o 稿子/",
)
_OPTIONAL = ("简称", "自称", "党组织", "业务", "上级")
_LISTED = 3
"""Columns for problems, and as many for intentions."""
_MOST_FACTS = 8


def usual_pages(wanted: Wanted, bank: Bank) -> Pages:
    """The pages for reports of one 文种: under each topic what reports usually count there."""
    topics = (side.name for side in usual_sides(bank, wanted))
    blocks = tuple((topic, _headed(_usual_columns(bank, topic))) for topic in topics)
    return (_units_page(wanted), *blocks, *_lists(wanted))


def pages_like(facts: Facts, wanted: Wanted) -> Pages:
    """The pages that ask every unit for what ``facts`` gives of one."""
    blocks = tuple((practice.name, _headed(_columns(practice))) for practice in facts.practices)
    return (_units_page(wanted), *blocks, *_lists(wanted))


def _units_page(wanted: Wanted) -> tuple[str, Rows]:
    reporter = ("姓名", "职务") if "报告人" in wanted.needs else ()
    return UNITS, ((UNIT, "文种", *_OPTIONAL, *reporter, "主送", "时段", "成文日期", "字数"),)


def _lists(wanted: Wanted) -> tuple[tuple[str, Rows], ...]:
    return tuple((name, ((UNIT, *(f"{name}{n}" for n in range(1, _LISTED + 1))),)) for name in (SHORTCOMINGS, INTENTIONS) if name in wanted.lists)


def _headed(columns: Sequence[tuple[str, str, str]]) -> Rows:
    """The three rows of heads over ``columns`` of 事项, 做了 and 量."""
    return tuple((label, *(column[at] for column in columns)) for at, label in enumerate((MATTER, DONE, MEASURE)))


def _usual_columns(bank: Bank, topic: str) -> list[tuple[str, str, str]]:
    matter = next(iter(usual_matters(bank, topic, 1)), topic)
    counted = [found for fact in usual_facts(bank, topic) if (found := _counted(fact))]
    return [*((matter, done, measure) for done, measure in counted[:_MOST_FACTS]), (matter, "其他事实，写整句", "")]


def _counted(fact: Usual) -> tuple[str, str] | None:
    """What was done and its 量, where the one slot of ``fact`` is a count."""
    names = SLOT.findall(fact.text)
    kind, unit = type_of(names[-1])
    if len(names) != 1 or kind != "数" or unit == "%":
        return None
    done = fact.text.replace(f"{{{names[0]}}}{unit}", "{数}", 1)
    return (done.removesuffix("{数}"), unit) if "{数}" in done else None


def _columns(practice: Practice) -> list[tuple[str, str, str]]:
    return [column for item in practice.items for column in _of_item(item)] or [("", "其他事实，写整句", "")]


def _of_item(item: Item) -> Iterator[tuple[str, str, str]]:
    matter = plain(item.matter)
    for fact in item.facts:
        yield matter, _done(fact), plain(fact.measure)
    if not item.facts:
        yield matter, "写整句", ""


def _done(fact: Fact) -> str:
    """What was done, with {数} where number and measure go; a sentence of one unit's is an example to the others."""
    if not fact.measure:
        return f"写整句，如：{plain(fact.done)}"
    return plain(fact.done) if fact.slot is None else f"{plain(fact.done[: fact.slot])}{{数}}{plain(fact.done[fact.slot :])}"

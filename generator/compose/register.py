"""台账: the facts of some 板块 as a table behind an attachment, word for word as the clerk gave them; and tables of the clerk's own (表格)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.compose.facts import fact_words
from generator.compose.statements import Glue
from generator.facts.model import Fact, Facts, Item, Practice
from generator.report import Annex, Inlines, Row, Table

COLUMNS = ("板块", "事项", "事实", "数量")
_STUB = 2


def annexes(facts: Facts, glue: Glue) -> tuple[Annex, ...]:
    """The annexes that the facts file asks for, in the order of its attachments."""
    several = len(facts.attachments) > 1
    head = tuple((glue(name),) for name in COLUMNS)
    tables = {r.attachment: Table(head, tuple(_rows([facts.practices[i] for i in r.practices], glue)), _STUB) for r in facts.registers}
    tables |= {sheet.attachment: Table(sheet.table[0], sheet.table[1:]) for sheet in facts.sheets}
    return tuple(Annex(f"附件{n + 1}" if several else "附件", facts.attachments[n], table) for n, table in sorted(tables.items()))


def _rows(practices: Sequence[Practice], glue: Glue) -> Iterator[Row]:
    """A row for each fact, one for an item without facts; 板块 and 事项 stand in their first row alone."""
    for practice in practices:
        block: Inlines = practice.heading or (glue(practice.topic),)
        for item in practice.items:
            for matter, fact in _facts(item):
                yield (block, matter, *_cells(fact, glue))
                block = ()


def _facts(item: Item) -> Iterator[tuple[Inlines, Fact | None]]:
    matter = item.matter
    if not item.facts:
        yield matter, None
    for fact in item.facts:
        yield matter, fact
        matter = ()


def _cells(fact: Fact | None, glue: Glue) -> tuple[Inlines, Inlines]:
    """What was done, and how much of it; a number that stands amid the words stays there."""
    if fact is None:
        return (), ()
    if fact.slot is not None:
        return fact_words(fact, glue, _as_given), ()
    return fact_words(replace(fact, number=(), measure=()), glue, _as_given), fact.number + fact.measure


def _as_given(note: Inlines) -> Inlines:
    return note

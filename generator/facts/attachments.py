"""附件 as the clerk names them, the facts (台账) or the table (表格) behind each, and what of these is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator

from generator.declared import Given
from generator.facts.blanks import inlines
from generator.facts.keys import ALL_PRACTICES
from generator.facts.model import Register, Sheet
from generator.facts.normalise import normalise
from generator.problems import Problem, did_you_mean
from generator.report import CELL, Inlines
from generator.yamlfile import Scalar


def names_of(given: Given) -> tuple[Inlines, ...]:
    """The names of the attachments."""
    return tuple(inlines(a.get("名称"), f"附件[{i}]", empty_is_blank=True) for i, a in enumerate(_named(given)))


def registers_of(given: Given) -> tuple[Register, ...]:
    """The attachments that list facts."""
    practices = _practices(given)
    listed = ((n, attachment.get("台账")) for n, attachment in enumerate(_named(given)))
    return tuple(Register(n, tuple(sorted({i for value in wanted for i in _meant(value, practices)}))) for n, wanted in listed if wanted)


def sheets_of(given: Given) -> tuple[Sheet, ...]:
    """The attachments that bring a table of the clerk's own."""
    tables = ((n, attachment.get("表格")) for n, attachment in enumerate(_named(given)))
    return tuple(Sheet(n, tuple(inlines(row, f"附件[{n}].表格[{i}]") for i, row in enumerate(rows))) for n, rows in tables if rows)


def attachment_problems(given: Given) -> Iterator[Problem]:
    """A 板块 that is none, a table that is none, and two tables behind one attachment."""
    practices = _practices(given)
    for attachment in _named(given):
        yield from (problem for value in attachment.get("台账") or () for problem in _unknown(value, practices))
        if rows := attachment.get("表格"):
            yield from _table_problems(rows, "台账" in attachment)


def _named(given: Given) -> list[Given]:
    """The attachments that have a name; one without is a fault already."""
    return [attachment for attachment in given.get("附件") or () if "名称" in attachment]


def _practices(given: Given) -> list[tuple[str, ...]]:
    """The names that each 板块 goes by in the file: its topic and its heading."""
    return [
        tuple(normalise(value.text, value.folded) for key in ("主题", "小标题") if (value := practice.get(key)) is not None and value.text)
        for practice in given.get("做法") or ()
    ]


def _meant(value: Scalar, practices: list[tuple[str, ...]]) -> list[int]:
    """The indexes of the 板块 that a word of 台账 means."""
    word = normalise(value.text, value.folded)
    return [i for i, names in enumerate(practices) if word in (ALL_PRACTICES, *names)]


def _unknown(value: Scalar, practices: list[tuple[str, ...]]) -> Iterator[Problem]:
    word = normalise(value.text, value.folded)
    known = [ALL_PRACTICES, *(name for names in practices for name in names)]
    if word not in known:
        yield Problem(value.place, "unknown-practice", f"做法里没有“{word}”这个板块", did_you_mean(word, known))


def _table_problems(rows: list[Scalar], has_register: bool) -> Iterator[Problem]:
    """A table has a head and a row, cells as many as its head, and no other table beside it."""
    if has_register:
        yield Problem(rows[0].place, "two-tables", "一个附件写了“台账”，又写了“表格”", "留一样；两张都要的，写成两个附件")
    if len(rows) < 2:
        yield Problem(rows[0].place, "no-rows", "表格只有表头", "下面一行写一条，各格用｜隔开")
    wanted = rows[0].text.count(CELL)
    for row in rows[1:]:
        if row.text.count(CELL) != wanted:
            yield Problem(row.place, "cells", f"这一行有 {row.text.count(CELL) + 1} 格，表头有 {wanted + 1} 格", "各格用｜隔开，空着的格也写上｜")

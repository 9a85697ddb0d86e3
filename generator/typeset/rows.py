"""Rows of a table that name its columns stay on one page with the row below them, and its caption with them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.parts import is_caption
from generator.check.roles import Part
from generator.reading.elements import Element, attribute, child, switch, tag
from generator.render.ooxml import element
from generator.typeset.deeds import Account, Deed
from generator.typeset.schema import PARAGRAPH_ORDER, parsed, put

_LONGEST_HEAD = 120
"""Characters of a row that names columns: a longer one is a page laid out as a table."""
_MOST_HEADS = 3


def keep_heads(body: Element, account: Account) -> None:
    """Keep the heads of every table of ``body`` that runs on in its text with what is below them; tables in cells, and those that float, are none."""
    for table in body.iter(tag("tbl")):
        if next(table.iterancestors(tag("tbl"), tag("txbxContent")), None) is None and child(table, "tblPr", "tblpPr") is None:
            account.did(Deed.HEADED, 0, min(1, sum(map(_keep, _heads(table)))))


def captions(part: Part, paragraph: Element) -> bool:
    """Whether ``part`` is a caption over a table."""
    below = paragraph.getnext()
    return below is not None and below.tag == tag("tbl") and is_caption(part.text)


def _heads(table: Element) -> Iterator[Element]:
    """The rows that Word repeats, else the first with those that its merged cells reach down to; none where no row would be left below."""
    rows = table.findall(tag("tr"))
    repeated = next((n for n, row in enumerate(rows) if not switch(child(row, "trPr"), "tblHeader")), len(rows))
    count = repeated or 1 + next((n for n, row in enumerate(rows[1:]) if not _goes_on(row)), len(rows))
    short = all(len("".join(text.text or "" for text in row.iter(tag("t")))) <= _LONGEST_HEAD for row in rows[:count])
    yield from rows[:count] if short and count <= _MOST_HEADS and count < len(rows) else ()


def _goes_on(row: Element) -> bool:
    """Whether a cell of ``row`` only goes on from the row above."""
    merged = (child(cell, "tcPr", "vMerge") for cell in row.findall(tag("tc")))
    return any(each is not None and attribute(each, "val") in (None, "continue") for each in merged)


def _keep(row: Element) -> bool:
    """Keep ``row`` whole and with the next one; whether that is new."""
    changed = [_kept(paragraph) for cell in row.findall(tag("tc")) for paragraph in cell.findall(tag("p"))]
    properties = child(row, "trPr")
    if switch(properties, "cantSplit"):
        return any(changed)
    if properties is None:
        properties = row.makeelement(tag("trPr"))
        row.insert(sum(each.tag == tag("tblPrEx") for each in row), properties)
    for old in properties.findall(tag("cantSplit")):
        properties.remove(old)
    properties.insert(0, parsed(element("cantSplit")))
    return True


def _kept(paragraph: Element) -> bool:
    properties = child(paragraph, "pPr")
    if switch(properties, "keepNext"):
        return False
    if properties is None:
        properties = paragraph.makeelement(tag("pPr"))
        paragraph.insert(0, properties)
    put(properties, parsed(element("keepNext")), PARAGRAPH_ORDER)
    return True

"""Pending changes settled, all in one way: ECMA-376 part 1, 17.13.5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from generator.reading.elements import Element, child, local, tag


class Decision(StrEnum):
    """What becomes of pending changes; the values are what a user writes."""

    ACCEPT = "accept"
    REJECT = "reject"


_COME, _GONE = ("ins", "moveTo"), ("del", "moveFrom")
_MARKS = frozenset(map(tag, (*_COME, *_GONE)))
_CHANGED = tuple(map(tag, ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange")))
_STAYS_BESIDE = {
    tag("pPrChange"): frozenset(map(tag, ("rPr", "sectPr"))),
    tag("rPrChange"): _MARKS,
    tag("trPrChange"): _MARKS,
    tag("tcPrChange"): frozenset(map(tag, ("cellIns", "cellDel", "cellMerge"))),
    tag("sectPrChange"): frozenset(map(tag, ("headerReference", "footerReference"))),
}
"""What a change of properties does not speak of, by its element: it was there before and stays."""
_RANGES = tuple(map(tag, [f"{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End")]))
_RANGES += tuple(map(tag, [f"customXml{kind}Range{end}" for kind in ("Ins", "Del", "MoveFrom", "MoveTo") for end in ("Start", "End")]))
_VISIBLE = {tag("delText"): tag("t"), tag("delInstrText"): tag("instrText")}
_PROPERTIES = frozenset(map(tag, ("pPr", "rPr", "trPr", "tcPr")))


def settle(root: Element, decision: Decision) -> None:
    """Carry out ``decision`` on every change in the part ``root``."""
    stays, goes = (_COME, _GONE) if decision is Decision.ACCEPT else (_GONE, _COME)
    for changed in list(root.iter(*_CHANGED)):
        _settle_properties(changed, decision)
    _settle_cells(root, decision)
    _settle_rows(root, stays, goes)
    for paragraph in list(root.iter(tag("p"))):
        _settle_mark(paragraph, goes)
    for change in list(root.iter(*_MARKS)):
        if change.getparent() is not None:
            _settle_run(change, local(change) in goes)
    for stray in list(root.iter(*_RANGES, tag("numberingChange"))):
        stray.getparent().remove(stray)
    for hidden in list(root.iter(*_VISIBLE)):
        hidden.tag = _VISIBLE[hidden.tag]


def _settle_properties(changed: Element, decision: Decision) -> None:
    """``changed`` holds the properties as they were before."""
    properties = changed.getparent()
    properties.remove(changed)
    if decision is Decision.ACCEPT:
        return
    beside = _STAYS_BESIDE.get(changed.tag, frozenset())
    before = [old for old in next(iter(changed), ()) if old.tag not in beside]
    stays = [new for new in properties if new.tag in beside]
    for new in list(properties):
        properties.remove(new)
    behind = changed.tag == tag("pPrChange")
    properties.extend([*before, *stays] if behind else [*stays, *before])


def _settle_cells(root: Element, decision: Decision) -> None:
    lost = "cellDel" if decision is Decision.ACCEPT else "cellIns"
    for mark in list(root.iter(*map(tag, ("cellIns", "cellDel", "cellMerge")))):
        cell = mark.getparent().getparent()
        mark.getparent().remove(mark)
        if local(mark) == lost and cell.getparent() is not None:
            cell.getparent().remove(cell)


def _settle_rows(root: Element, stays: Iterable[str], goes: Iterable[str]) -> None:
    for row in list(root.iter(tag("tr"))):
        table, properties = row.getparent(), child(row, "trPr")
        if any(child(properties, name) is not None for name in goes):
            table.remove(row)
            if child(table, "tr") is None and table.getparent() is not None:
                table.getparent().remove(table)
        for mark in () if properties is None else [part for part in properties if local(part) in stays]:
            mark.getparent().remove(mark)


def _settle_mark(paragraph: Element, goes: Iterable[str]) -> None:
    """A paragraph whose mark goes runs on into the next one, whose properties hold for both."""
    look = child(paragraph, "pPr", "rPr")
    lost = any(child(look, name) is not None for name in goes)
    for mark in () if look is None else [part for part in look if part.tag in _MARKS]:
        mark.getparent().remove(mark)
    following = paragraph.getnext()
    if not lost or following is None or following.tag != tag("p") or child(paragraph, "pPr", "sectPr") is not None:
        return
    at = 0 if child(following, "pPr") is None else 1
    for n, part in enumerate(_contents(paragraph)):
        following.insert(at + n, part)
    paragraph.getparent().remove(paragraph)


def _contents(paragraph: Element) -> Iterator[Element]:
    return (part for part in list(paragraph) if part.tag != tag("pPr"))


def _settle_run(change: Element, goes: bool) -> None:
    parent = change.getparent()
    if not goes and parent.tag not in _PROPERTIES:
        for part in list(change):
            change.addprevious(part)
    parent.remove(change)

"""Lines whose pieces tabs set apart (the office at the left, 编号： at the right): where larger type leaves them no room, they get other stops."""

from __future__ import annotations

import re
from itertools import accumulate

from generator.check.roles import Part, Role
from generator.chinese.width import ems
from generator.reading.elements import Element, attribute, child, tag, whole
from generator.render.looks import Style
from generator.render.ooxml import CHARACTER, element, tab_stop
from generator.typeset.schema import PARAGRAPH_ORDER, parsed, put
from generator.typeset.signs import erase, signs

_USUAL = 420
"""Twips between the stops that nobody set."""
_ROLES = frozenset({Role.BODY, Role.OTHER, Role.ATTENDANCE})
_SENTENCE = re.compile("[。；！？]")
_CLOSEST = 1
"""Characters between two pieces at least."""


def refit(part: Part, paragraph: Element, style: Style) -> bool:
    """Whether ``paragraph``, set anew already, needed other stops to stand on one line, and has them: the last piece ends at the right edge, the
    others are as far apart from each other. Where the pieces are too long for one line, nothing is changed."""
    text = "".join(sign.text for sign in signs(paragraph)).rstrip("\t")
    pieces = [piece for piece in re.split("\t+", text) if piece]
    if part.role not in _ROLES or "\t" not in text.strip("\t") or "\n" in text or _SENTENCE.search(text):
        return False
    start = style.body.indent if part.role is not Role.OTHER else (whole(attribute(child(paragraph, "pPr", "ind"), "left")) or 0) / CHARACTER
    room = style.page.text_width / CHARACTER
    lengths = [sum(map(ems, piece)) for piece in pieces]
    free = (room - start - sum(lengths)) / (len(pieces) - 1)
    if text.startswith("\t") or free < _CLOSEST or _fits(text, paragraph, start, room):
        return False
    _close_up(paragraph)
    ends = [start + length + n * free for n, length in enumerate(accumulate(lengths))]
    places = [*(tab_stop(round((end + free) * CHARACTER)) for end in ends[:-2]), tab_stop(style.page.text_width, "right")]
    _stop(paragraph, element("tabs", *places))
    return True


def _fits(text: str, paragraph: Element, start: float, room: float) -> bool:
    """Whether ``text`` stands on one line with the stops there are."""
    tabs = child(paragraph, "pPr", "tabs")
    stops = [(whole(attribute(stop, "pos")) or 0, attribute(stop, "val") or "left") for stop in (() if tabs is None else tabs)]
    at = start * CHARACTER
    for n, piece in enumerate(text.split("\t")):
        wide = sum(map(ems, piece)) * CHARACTER
        if n:
            stop, side = next(((pos, side) for pos, side in sorted(stops) if pos > at), ((at // _USUAL + 1) * _USUAL, "left"))
            share = {"right": 1.0, "end": 1.0, "center": 0.5}.get(side, 0.0)
            at = max(at, stop - share * wide)
        at += wide
    return at <= room * CHARACTER


def _close_up(paragraph: Element) -> None:
    """Of tabs that follow each other one is left, of those at the end none."""
    found = signs(paragraph)
    twice = [sign for sign, below in zip(found, [*found[1:], None], strict=True) if sign.text == "\t" and (below is None or below.text == "\t")]
    erase(twice)
    while (last := signs(paragraph)[-1]).text == "\t":
        erase([last])


def _stop(paragraph: Element, xml: str) -> None:
    properties = next(paragraph.iterchildren(tag("pPr")))
    put(properties, parsed(xml), PARAGRAPH_ORDER)

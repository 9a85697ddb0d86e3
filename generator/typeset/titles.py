"""The lines of a title: broken anew where they do not fit or cut a word (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import accumulate

from generator.check.lines import starts
from generator.check.rule import Laid
from generator.check.rules.title import badly_broken, title_rows
from generator.chinese.width import ems
from generator.reading.elements import Element, tag
from generator.render.looks import Style
from generator.render.paging import title_room
from generator.render.title_lines import title_lines
from generator.typeset.signs import Sign, around_breaks, bounded, erase, signs


def ill_broken(laid: Laid, style: Style) -> bool:
    """Whether the title of ``laid``, set in ``style``, does not fit its lines, or is broken where it should not be."""
    rows = title_rows(laid)
    return badly_broken(rows) or any(sum(map(ems, row)) > title_room(style) for row in rows)


def break_anew(paragraphs: Sequence[Element], style: Style) -> bool:
    """The title in ``paragraphs``, one below the other, as one paragraph in balanced lines; False where it cannot be broken so that it stays one.
    What parted its lines before is the best place to part them again, unless that makes a bad shape."""
    lines = _lines([_text(signs(paragraph)) for paragraph in paragraphs], style)
    if not lines:
        return False
    first, *others = paragraphs
    for paragraph in others:
        first.extend(part for part in list(paragraph) if part.tag != tag("pPr"))
        paragraph.getparent().remove(paragraph)
    erase([sign for sign in signs(first) if sign.text == "\n"])
    for at in reversed(list(accumulate(map(len, lines)))[:-1]):
        _break(first, at)
    erase(dict.fromkeys(around_breaks(signs(first))))
    return True


def _lines(texts: Sequence[str], style: Style) -> tuple[str, ...]:
    """The lines of a title that is broken as ``texts`` now; none where every way would make paragraphs of them."""
    rows = [row for text in texts for row in text.split("\n")]
    seams = frozenset(list(accumulate(map(len, rows)))[:-1])
    ways = [title_lines("".join(rows), title_room(style), each) for each in (seams, frozenset[int]())]
    whole = [way for way in ways if not any(True for _ in starts("\n".join(way)))]
    return next((way for way in whole if not badly_broken([line.strip() for line in way])), whole[-1] if whole else ())


def _text(found: Sequence[Sign]) -> str:
    return "".join(sign.text for sign in found)


def _break(paragraph: Element, at: int) -> None:
    """A line ends before the sign at ``at``."""
    bounded(paragraph, at)
    node = signs(paragraph)[at].node
    run = next(node.iterancestors(tag("r")))
    properties, broken = run.find(tag("rPr")), run.makeelement(tag("r"))
    broken.extend([*([] if properties is None else [deepcopy(properties)]), broken.makeelement(tag("br"))])
    run.addprevious(broken)

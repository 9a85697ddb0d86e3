"""Word's own lists in a file that is set anew: they go on counting, and their numbers look like the text they stand before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.reading.elements import Element, attribute, child, local, tag, value, whole
from generator.reading.numbering import Numbering

_DRAWN = "bullet"
_CLOSED = ("、", "）", "．", "。", ".", ")", "\u3000", " ")
"""What ends a number that the text follows without a blank."""


def membership(paragraph: Element, numbering: Numbering) -> tuple[str, int] | None:
    """List and level of ``paragraph``, said by itself or by its style; None where it is in none."""
    identity, at = numbering.place(paragraph)
    return (identity, at) if identity in numbering.lists and at in numbering.lists[identity].levels else None


def matched(root: Element | None, used: Iterable[tuple[str, int]], numbering: Numbering) -> bool:
    """Make the levels ``used`` of the lists in ``root``, read as ``numbering``, look like the text; whether any looked otherwise."""
    levels = [] if root is None else [level for identity, at in set(used) for level in _levels(root, identity, at, numbering)]
    return sum(map(_match, levels)) > 0


def _levels(root: Element, identity: str, at: int, numbering: Numbering) -> Iterator[Element]:
    """The definition of a level, that of another list where a list only names its style, and what a list says in their stead."""
    for num in (n for n in root.findall(tag("num")) if attribute(n, "numId") == identity):
        own = [child(o, "lvl") for o in num.findall(tag("lvlOverride")) if whole(attribute(o, "ilvl")) == at]
        yield from (level for level in own if level is not None)
        meant = {value(num, "abstractNumId"), numbering.lists[identity].counted if identity in numbering.lists else None}
        for definition in (a for a in root.findall(tag("abstractNum")) if attribute(a, "abstractNumId") in meant):
            yield from (level for level in definition.findall(tag("lvl")) if whole(attribute(level, "ilvl")) == at)


def _match(level: Element) -> bool:
    """Whether anything had to be changed. The font of a bullet draws it, and stays."""
    return _take_off_looks(level) | _take_off_places(level) | _follow(level)


def _take_off_looks(level: Element) -> bool:
    look = child(level, "rPr")
    if look is None or value(level, "numFmt") == _DRAWN or child(look, "vanish") is not None:
        return False
    level.remove(look)
    return True


def _take_off_places(level: Element) -> bool:
    """All that a level says of a paragraph but its indent, which the paragraph itself overrules."""
    properties = child(level, "pPr")
    said = [] if properties is None else [part for part in properties if local(part) not in ("ind", "tabs")]
    for part in said:
        part.getparent().remove(part)
    return bool(said)


_BEFORE_SUFFIX = frozenset(map(tag, ("start", "numFmt", "lvlRestart", "pStyle", "isLgl")))


def _follow(level: Element) -> bool:
    """Let the text follow its number at once (ECMA-376 part 1, 17.9.28), as it does where numbers are typed."""
    wanted = "nothing" if (value(level, "lvlText") or "").endswith(_CLOSED) else "space"
    suffix = child(level, "suff")
    if suffix is None:
        suffix = level.makeelement(tag("suff"))
        level.insert(sum(part.tag in _BEFORE_SUFFIX for part in level), suffix)
    elif attribute(suffix, "val") == wanted:
        return False
    suffix.set(tag("val"), wanted)
    return True

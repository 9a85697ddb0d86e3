"""Empty lines: those that a look asks for put in, those used as spacing taken out, breaks of pages kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy
from itertools import takewhile

from msgspec import Struct, field

from generator.check.roles import Part, Role
from generator.reading.elements import Element, attribute, child, local, switch, tag
from generator.render.looks import Style
from generator.typeset.deeds import Account, Deed
from generator.typeset.gaps import CLOSING, Ending, gap
from generator.typeset.signs import BLANKS, take_out

Placed = tuple[Part, Element]
_PLACES = frozenset(map(tag, ("bookmarkStart", "bookmarkEnd")))
_BARE = _PLACES | frozenset(map(tag, ("pPr", "r", "rPr", "t", "tab", "proofErr", "lastRenderedPageBreak", "br")))
_DRAWINGS = frozenset({"anchor", "pict"})
_AFTER_TABLES = CLOSING | {Role.ATTACHMENT}
"""What keeps its distance from the text also where a table stands between."""


class Spacing(Struct):
    """Walks down the paragraphs of a text, mending what stands between each two that say something. ``empty`` is an empty line to be put in."""

    style: Style
    ending: Ending
    empty: Element
    account: Account
    begins: set[Element] = field(default_factory=set)
    """The paragraphs that a page begins with, because a line with nothing but a break of pages stood before them."""

    def mend(self, placed: Sequence[Placed], kept: frozenset[int]) -> None:
        """``placed`` are the paragraphs of the text in order; ``kept`` tells by place those that must stay on one page with the next."""
        floating = self._floats(placed)
        above: Placed | None = None
        between: list[Placed] = []
        for part, element in placed:
            if part.role is Role.EMPTY:
                between.append((part, element))
                continue
            if floating is None or part.at > floating:
                self._between(above, between, (part, element), part.role in CLOSING or part.at in kept)
            above, between = (part, element), []
        if above is not None and above[0].role is not Role.OTHER:
            self._drop_last(above, between)
        self._part_from_table(placed)

    def _part_from_table(self, placed: Sequence[Placed]) -> None:
        """A table directly below a title stands where the text would."""
        title, annex = self.style.title.lines_after, self.style.annex.title.lines_after
        lines = {Role.TITLE: title, Role.SUBTITLE: title, Role.ANNEX_TITLE: annex}
        for part, element in placed:
            below = element.getnext()
            if below is None or below.tag != tag("tbl"):
                continue
            for _ in range(lines.get(part.role, 0)):
                below.addprevious(self._made(keep=True))
                self.account.did(Deed.SPACED, part.paragraph.number)

    @staticmethod
    def _floats(placed: Sequence[Placed]) -> int | None:
        """Down to where a drawing that floats (a head made of boxes and lines) hangs above the title: empty lines make room for it."""
        title = next((part.at for part, _ in placed if part.role is Role.TITLE), 0)
        drawn = any(local(each) in _DRAWINGS for part, element in placed if part.at <= title for each in element.iter())
        return title if drawn else None

    def _between(self, above: Placed | None, between: Sequence[Placed], below: Placed, keep: bool) -> None:
        wanted = gap(above[0] if above else None, below[0], self.style, self.ending)
        crossed = _crossed(above, between, below)
        if wanted is None or (crossed and below[0].role not in _AFTER_TABLES) or (above is None and crossed):
            return
        loose = [(part, element) for part, element in between if removable(element)]
        broken = [element for _, element in loose if _breaks_page(element)]
        if below[0].role in CLOSING:
            self._unbreak(above, below)
        elif broken:
            self.begins.add(below[1])
        surplus = min(len(loose), max(len(between) - wanted, len(broken)))
        for part, element in [*[each for each in loose if each[1] in broken], *[each for each in loose if each[1] not in broken]][:surplus]:
            self._drop(part, element, below[1])
        for _ in range(wanted - (len(between) - surplus)):
            _edge(below[1], opens=True).addprevious(self._made(keep))
            self.account.did(Deed.SPACED, below[0].paragraph.number)

    def _unbreak(self, above: Placed | None, below: Placed) -> None:
        """No page ends before the signature (7.3.5.5)."""
        behind = _last_break(above[1]) if above else None
        for broken in (behind, _first_break(below[1])):
            if broken is not None:
                take_out(broken)
                self.account.did(Deed.UNBROKEN, below[0].paragraph.number)

    def _drop(self, part: Part, element: Element, heir: Element) -> None:
        """Bookmarks go to the paragraph below."""
        for mark in [each for each in element if each.tag in _PLACES]:
            heir.insert(int(child(heir, "pPr") is not None), mark)
        element.getparent().remove(element)
        self.account.did(Deed.EMPTIED, part.paragraph.number)

    def _drop_last(self, above: Placed, between: Sequence[Placed]) -> None:
        """Empty lines at the end can only make an empty page; below a table Word must have one. Their bookmarks, as Word leaves one where it was last
        written, go to the paragraph that stays above them."""
        body, passed = above[1].getparent(), {element for _, element in between}
        tail = list(takewhile(lambda each: each[1].getparent() is body and _ends(each[1], passed), reversed(between)))[::-1]
        while tail and (before := tail[0][1].getprevious()) is not None and before.tag != tag("p"):
            tail = tail[1:]
        if not tail or not all(removable(element) for _, element in tail):
            return
        heir = tail[0][1].getprevious()
        for part, element in tail:
            heir.extend([each for each in element if each.tag in _PLACES])
            element.getparent().remove(element)
            self.account.did(Deed.EMPTIED, part.paragraph.number)

    def _made(self, keep: bool) -> Element:
        made = deepcopy(self.empty)
        if keep:
            made[0].insert(1, made.makeelement(tag("keepNext"), {tag("val"): "1"}))
        return made


def _ends(element: Element, passed: Collection[Element]) -> bool:
    """Whether nothing but the empty lines ``passed`` and the properties of the last section stand below ``element``."""
    return all(each in passed or each.tag in _PLACES or each.tag == tag("sectPr") for each in element.itersiblings())


def _crossed(above: Placed | None, between: Sequence[Placed], below: Placed | None) -> bool:
    """Whether anything but the empty lines ``between`` stands between the two: a table, a control of more than the two, the end of a section; below
    the last paragraph there may be the properties of the last section."""
    passed = {element for _, element in between}
    end = _edge(below[1], opens=True) if below else None
    at = _edge(above[1], opens=False).getnext() if above else (end.getparent()[0] if end is not None else None)
    while at is not None and at is not end:
        if at not in passed and at.tag not in _PLACES and at.tag != tag("sectPr"):
            return True
        at = at.getnext()
    return below is not None and at is None


def _edge(element: Element, *, opens: bool) -> Element:
    """The outermost control that ``element`` opens, or ends where ``opens`` is false; ``element`` itself where it does neither."""
    while (
        (around := element.getparent()) is not None
        and around.tag == tag("sdtContent")
        and (element.getprevious() if opens else element.getnext()) is None
    ):
        element = around.getparent()
    return element


def removable(element: Element) -> bool:
    """Whether ``element`` holds nothing but blanks and breaks of pages, and does not end a section or part two tables."""
    if child(element, "pPr", "sectPr") is not None or child(element, "pPr", "framePr") is not None:
        return False
    beside = (element.getprevious(), element.getnext())
    if all(block is not None and block.tag == tag("tbl") for block in beside) or (beside[0] is not None and beside[1] is None):
        return False
    inner = [each for each in element.iter() if each is not element and next(each.iterancestors(tag("pPr"), tag("rPr")), None) is None]
    plain = all(each.tag in _BARE for each in inner) and not any(each.tag == tag("br") and not _is_page(each) for each in inner)
    return plain and not "".join(each.text or "" for each in inner if each.tag == tag("t")).strip(BLANKS) and not _ruled(element)


def _ruled(element: Element) -> bool:
    return child(element, "pPr", "pBdr") is not None


def _is_page(part: Element) -> bool:
    return attribute(part, "type") == "page"


def _breaks_page(element: Element) -> bool:
    return bool(switch(child(element, "pPr"), "pageBreakBefore")) or any(_is_page(part) for part in element.iter(tag("br")))


def breaks_behind(element: Element) -> bool:
    """Whether a page ends behind the last character of ``element``."""
    return _last_break(element) is not None


def breaks_before(element: Element) -> bool:
    """Whether a page begins before the first character of ``element``."""
    return _first_break(element) is not None


def _last_break(element: Element) -> Element | None:
    last = next((part for part in reversed(list(element.iter(tag("t"), tag("br")))) if part.tag == tag("br") or part.text), None)
    return last if last is not None and last.tag == tag("br") and _is_page(last) else None


def _first_break(element: Element) -> Element | None:
    first = next((part for part in element.iter(tag("t"), tag("br")) if part.tag == tag("br") or part.text), None)
    return first if first is not None and first.tag == tag("br") and _is_page(first) else None

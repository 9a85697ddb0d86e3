"""目录: which paragraphs and lines are a table of contents, Word's own or typed. It says again what the text says, and is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from generator.reading.elements import Element, child, tag, value
from generator.reading.styles import Styles

# --- Word's own ----------------------------------------------------------------------------------------------------------------------------------

_GALLERY = "Table of Contents"
_STYLE = re.compile(r"(?:toc|contents|table of figures|目录|目次|图表目录)\s*(?:heading|title|标题|[1-9])?\s*\d?", re.IGNORECASE)


def gallery(root: Element) -> frozenset[Element]:
    """The paragraphs of ``root`` in the tables of contents that Word puts into a control (``w:docPartGallery``)."""
    controls = (c for c in root.iter(tag("sdt")) if value(child(c, "sdtPr", "docPartObj"), "docPartGallery") == _GALLERY)
    return frozenset(paragraph for control in controls for paragraph in control.iter(tag("p")))


def styled(styles: Styles, paragraph: Element) -> bool:
    """Whether ``paragraph`` has a style for rows of a table of contents, or for its heading."""
    name = next(styles.names(paragraph), "")
    return _STYLE.fullmatch(name.strip()) is not None


_BEHIND_A_TAB = re.compile(r"\S\s*\t\s*\d{1,4}\s*$")


def typed_on(text: str) -> bool:
    """Whether ``text``, right below a row that Word made, is one that somebody typed on to them: a page stands behind a tab."""
    return _BEHIND_A_TAB.search(text) is not None


# --- typed ---------------------------------------------------------------------------------------------------------------------------------------

_TITLE = re.compile(r"[【\[]?(?:[图表插附]{0,2}\s*目\s*[录錄次]|(?:table\s+of\s+)?contents)[】\]]?[：:]?", re.IGNORECASE)
_PAGE = re.compile(
    r"[（(\[【〔/|｜\s]*(?:第\s*|p\.?\s*)?(?:[—–－-]\s*)?(?:\d{1,4}(?:[-–—~]\d{1,4})?|[ivxlc]{1,6})(?:\s*[—–－-])?(?:\s*页)?"
    r"[）)\]】〕\s]*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s*(?:[\[【〔/|｜]|(?:第|p)\s*\.?\s*\d)", re.IGNORECASE)
"""What says by a sign of its own that it is a page: /1, P1, 〔1〕."""
_FRAMED = re.compile(r"[—–－-]\s*\w{1,6}\s*[—–－-]|\d\s*页")
_LEADERS = ".．·•‥…⋯・﹒-－—_~～=＝>＞"
_BLANKS = " \t\u3000\u00a0"
_SPACE = re.compile(r"\s+")
_LONGEST = 80
"""Characters of a row, leaders left out: a heading has half as many."""

_FEWEST = 3
"""Rows in succession that are a table of contents without saying so, by their leaders or by naming what stands elsewhere; two, by both."""


class _Row(Struct, frozen=True):
    """A line that may be a row: what it names, whether a page stands behind it, whether dots lead there; ``spaced`` is what it names where only
    a blank parts it from what may be a page, or a bracket; ``bare`` is what it names where anything at all may be one; ``signed`` tells that a sign
    says so."""

    name: str
    led: bool = False
    paged: bool = False
    spaced: str = ""
    bare: str = ""
    signed: bool = False


def heads(text: str) -> bool:
    """Whether ``text`` is the heading of a table of contents."""
    return _TITLE.fullmatch(text.strip()) is not None


def rows(lines: Sequence[str], styled: frozenset[int] = frozenset()) -> frozenset[int]:
    """The indexes of the lines that are a typed table of contents, its heading with them; those ``styled`` are known to be something else.

    After a line that says 目录 the rows are those with a page, and those that name what stands again further down; elsewhere several rows in
    succession with leaders, or that all name what stands elsewhere.
    """
    known = Counter(key for line in lines for key in {_key(line), _key(_sentence(line))} if key)
    parsed = [_ELSE if n in styled else _row(line) for n, line in enumerate(lines)]
    found: set[int] = set()
    at = 0
    while at < len(lines):
        titled = heads(lines[at]) and at not in styled
        length = _titled(parsed, at + 1, known) if titled else _run(parsed, at, known)
        if length and (titled or _untitled(parsed[at : at + length], known)):
            found.update(range(at, at + titled + length))
        at += max(titled + length, 1)
    return frozenset(found)


_ELSE = _Row("\n" * (_LONGEST + 1))
"""Longer than any row, and no line says it: it ends a table of contents."""


def _row(line: str) -> _Row:
    text = line.strip()
    page = _PAGE.search(text[-_WIDEST_PAGE:]) if text else None
    if page is None:
        return _Row(_key(text))
    before = text[: len(text) - len(page[0])]
    name = before.rstrip(_LEADERS + _BLANKS)
    between = text[len(name) : len(text) - len(page[0].lstrip())]
    dots = sum(sign in _LEADERS for sign in between)
    led = dots >= 3 or (dots >= 1 and "…" in between)
    framed = _FRAMED.search(page[0]) is not None
    paged = bool(name) and len(name) <= _LONGEST and (led or framed or "\t" in between or sum(sign in _BLANKS for sign in between) >= 2)
    apart = between or page[0].lstrip()[0] in "（("
    bare = _key(name.rstrip(_PARTING))
    return _Row(_key(name if paged else text), led and paged, paged, _key(name) if apart else "", bare, _signed(name, page[0]))


def _signed(name: str, page: str) -> bool:
    """Whether the sign before the figures of ``page`` makes them one; behind a figure it makes a fraction (3/4), behind a letter a word (GDP1)."""
    before = name[-1:]
    return _SIGNED.match(page) is not None and not (before.isascii() and before.isalnum())


_PARTING = "：:，,、→*" + _LEADERS + _BLANKS
"""Signs that some type between a heading and its page."""


_WIDEST_PAGE = 16
_ALONE = re.compile(r"\d{1,3}")


def _titled(parsed: Sequence[_Row], start: int, known: Counter[str]) -> int:
    """How many lines from ``start`` on are rows under the heading 目录: to the first that comes a second time, or that is no row. Here a page may
    stand right behind what it is of."""
    seen: set[str] = set()
    at = start
    while at < len(parsed) and (not parsed[at].name or _belongs(parsed[at], seen, known) or _breaks(parsed[at : at + 2], known)):
        seen.add(parsed[at].name)
        at += 1
    seen.discard("")
    return at - start if len(seen) > 1 or any(row.paged for row in parsed[start:at]) else 0


def _belongs(row: _Row, seen: set[str], known: Counter[str]) -> bool:
    """Whether ``row`` goes on with a table of contents; a page may stand on a line of its own below what it is of."""
    if _ALONE.fullmatch(row.name):
        return bool(seen)
    elsewhere = known[row.name] > 1 or known[row.spaced] > 0 or known[row.bare] > 0
    return row.name not in seen and len(row.name) <= _LONGEST and (row.paged or row.signed or elsewhere)


def _breaks(two: Sequence[_Row], known: Counter[str]) -> bool:
    """Whether the first of ``two`` lines is the beginning of a row too long for one."""
    if len(two) < 2 or not two[1].paged:
        return False
    return known[two[0].name + two[1].name] > 0


def _run(parsed: Sequence[_Row], start: int, known: Counter[str]) -> int:
    """How many lines from ``start`` on have a page, or what may be one behind a name that stands elsewhere."""
    end = start
    while end < len(parsed) and (parsed[end].paged or known[parsed[end].spaced] > 0):
        end += 1
    return end - start


def _untitled(here: Sequence[_Row], known: Counter[str]) -> bool:
    led, elsewhere = all(row.led for row in here), all(known[row.name if row.paged else row.spaced] for row in here)
    return (led or elsewhere) and len(here) >= (2 if led and elsewhere else _FEWEST)


def _sentence(line: str) -> str:
    return re.split("[。：:]", line, maxsplit=1)[0]


def _key(text: str) -> str:
    return _SPACE.sub("", text)

"""What a file is measured by: the standard, or an office's own look."""

from __future__ import annotations

from msgspec import Struct


class Type(Struct, frozen=True):
    """The face and size (half-points) of an element, and whether it is bold; None leaves that free."""

    font: str
    size: int
    bold: bool | None = None


class Margins(Struct, frozen=True):
    """The blank sides of a page in twips."""

    top: int
    bottom: int
    left: int
    right: int


class Wanted(Struct, frozen=True):
    """``margins`` are alternatives, the first of which is recommended; ``line`` is the pitch, ``footer`` the foot of the page number, in twips.

    ``rows`` on a page and ``characters`` in a line; 0 leaves them free. ``headings`` has four.
    """

    width: int
    height: int
    margins: tuple[Margins, ...]
    line: int
    rows: int
    characters: int
    title: Type
    addressee: Type
    headings: tuple[Type, Type, Type, Type]
    body: Type
    page_number: Type


_BODY = Type("仿宋", 32)

STANDARD = Wanted(
    width=11906,
    height=16838,
    # GB/T 9704-2012 5.2.1; and GB/T 33476.2-2016, whose margins are counted to the line's box instead of its characters
    margins=(Margins(2098, 1984, 1587, 1474), Margins(1960, 1847, 1587, 1474)),
    line=579,
    rows=22,
    characters=28,
    title=Type("小标宋", 44, bold=False),
    addressee=_BODY,
    headings=(Type("黑体", 32, bold=False), Type("楷体", 32, bold=False), _BODY, _BODY),
    body=_BODY,
    page_number=Type("宋体", 28),
)

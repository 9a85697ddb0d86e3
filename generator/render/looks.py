"""A look (版式) as renderers use it: page, line pitch, and one paragraph style for each kind of printed paragraph.

Lengths are kept in twips (1/20 pt), sizes in half-points, rules in eighths of a point, indents in characters, as Word counts them.
"""

from __future__ import annotations

from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from generator.printed import LineKind


class Page(Struct, frozen=True):
    """The sheet, its margins and the height of the page number above the lower edge, in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom


class Look(Struct, frozen=True):
    """A paragraph style. ``size`` in half-points; ``spacing`` (字距) and ``line`` (行距) in twips; ``indent`` in characters."""

    east_asian: str
    latin: str
    size: int
    bold: bool
    align: str
    indent: float
    spacing: int
    line: int
    colour: str
    keep_next: bool
    lines_before: int
    lines_after: int


class MastheadLook(Struct, frozen=True):
    """版头. ``top``: from the upper edge of the type area to that of the 发文机关标志.

    ``rule`` is the thickness of the red line, ``rule_gap`` its distance from the 发文字号.
    """

    copy: Look
    secrecy: Look
    urgency: Look
    issuer: Look
    number: Look
    signer: Look
    signer_name: Look
    top: int
    rule: int
    rule_gap: int


class AnnexLook(Struct, frozen=True):
    """附件: its label, its title, the head and the rows of its table."""

    label: Look
    title: Look
    head: Look
    row: Look


class ImprintLook(Struct, frozen=True):
    """版记: 抄送, 印发机关 with its date, and the rules: ``thick`` first and last, ``thin`` between."""

    copies: Look
    printer: Look
    thick: int
    thin: int


class Style(Struct, frozen=True):
    """A whole look. ``headings`` has four; ``edge`` is how many characters the page number stands from the side; ``highlight`` marks blanks.

    ``signature_gap`` (右空), ``date_shift`` (日期右移) and ``sealed_gap`` (用印右空) are in characters, ``sealed_lines`` (用印空行) are the empty
    lines that a seal needs above the signature; ``substitutes`` pairs a font with the one that may stand in for it.
    """

    name: str
    page: Page
    line: int
    title: Look
    addressee: Look
    headings: tuple[Look, Look, Look, Look]
    body: Look
    attachment: Look
    signature: Look
    date: Look
    page_number: Look
    edge: float
    lead_bold: bool
    highlight: str
    signature_gap: float
    date_shift: float
    sealed_gap: float
    sealed_lines: int
    masthead: MastheadLook
    annex: AnnexLook
    imprint: ImprintLook
    substitutes: tuple[tuple[str, str], ...] = ()

    def look(self, kind: LineKind, level: int = 0) -> Look:
        """The paragraph style of a printed paragraph; ``level`` counts for headings alone."""
        found: Look = self.headings[level - 1] if kind is LineKind.HEADING else _HOMES[kind](self)
        return found

    @property
    def rows(self) -> int:
        """Lines of text on a full page."""
        return self.page.text_height // self.line

    def looks(self) -> tuple[Look, ...]:
        """Every paragraph style of the look."""
        parts = (self, self.masthead, self.annex, self.imprint)
        values = [getattr(part, name) for part in parts for name in part.__struct_fields__]
        return (*(v for v in values if isinstance(v, Look)), *self.headings)

    def pitched(self, line: int) -> Style:
        """The same look with another line pitch, where its paragraphs keep the common one."""

        def moved(look: Look) -> Look:
            return replace(look, line=line) if look.line == self.line else look

        first, second, third, fourth = map(moved, self.headings)
        plain = {name: moved(value) for name in self.__struct_fields__ if isinstance(value := getattr(self, name), Look)}
        return replace(self, line=line, headings=(first, second, third, fourth), **plain)


_HOMES = {kind: attrgetter(kind.look) for kind in LineKind}

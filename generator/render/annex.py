"""附件正文 as elements of a Word file (GB/T 9704-2012, 7.3.7): a page of its own, its label, its title on the third line, its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.printed import Line, LineKind
from generator.render.filling import rows
from generator.render.looks import Look, Style
from generator.render.ooxml import Element, element, paragraph, rule, sliver, switch
from generator.render.pieces import inline_runs, pieces, runs
from generator.report import Row, Table, plain

Attach = Callable[[Element, Line], Element]
"""Sees a paragraph with the line it prints, and gives it back, with marks of its own in it or as it was."""

_SHARES = (0.16, 0.24, 0.42, 0.18)
"""Of the width for 板块, 事项, 事实, 数量; tables of other builds have even columns."""

_OUTER, _INNER = 8, 4
_PADDING = {"top": 40, "left": 85, "bottom": 40, "right": 85}


def label(line: Line, style: Style) -> Element:
    """附件1, flush left on the first line of a new page."""
    return paragraph(line.kind.style, *runs(pieces(line, style)), own=(switch("pageBreakBefore", True),))


def table(source: Table, style: Style, attach: Attach) -> Iterator[Element]:
    """The table, its head repeated on every page, and the sliver that Word wants behind it."""
    widths = column_widths(len(source.head), style.page.text_width)
    head = _row(LineKind.TABLE_HEAD, source.head, widths, [""] * len(widths), style, attach)
    rows = [_row(LineKind.TABLE_ROW, row, widths, _merges(source, n), style, attach) for n, row in enumerate(source.rows)]
    yield element("tbl", _properties(style), element("tblGrid", *(element("gridCol", w=w) for w in widths)), head, *rows)
    yield sliver(LineKind.BODY.style)


def column_widths(columns: int, whole: int) -> list[int]:
    """Widths in twips that add up to ``whole``."""
    shares = _SHARES if columns == len(_SHARES) else (1 / columns,) * columns
    widths = [round(whole * share) for share in shares]
    return [*widths[:-1], whole - sum(widths[:-1])]


def row_height(cells: Row, look: Look, whole: int) -> int:
    """How high a row of ``cells`` stands in a table ``whole`` twips wide."""
    widths = [width - _PADDING["left"] - _PADDING["right"] for width in column_widths(len(cells), whole)]
    most = max((rows(plain(cell), look, width) for cell, width in zip(cells, widths, strict=True)), default=1)
    return most * look.line + _PADDING["top"] + _PADDING["bottom"] + _INNER * 20 // 8


def _merges(source: Table, n: int) -> list[str]:
    """For each column whether its cell begins (restart) or continues (continue) a cell over several rows, or stands alone."""
    row, below = source.rows[n], source.rows[n + 1 : n + 2]

    def merge(column: int) -> str:
        if column >= source.stub:
            return ""
        if not row[column] and n:
            return "continue"
        return "restart" if below and not below[0][column] else ""

    return [merge(column) for column in range(len(row))]


def _properties(style: Style) -> Element:
    sides = {"top": _OUTER, "left": _OUTER, "bottom": _OUTER, "right": _OUTER, "insideH": _INNER, "insideV": _INNER}
    margins = element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in _PADDING.items()))
    lines = element("tblBorders", *(rule(side, eighths) for side, eighths in sides.items()))
    width = element("tblW", w=style.page.text_width, type="dxa")
    return element("tblPr", width, element("jc", val="center"), lines, element("tblLayout", type="fixed"), margins)


def _row(kind: LineKind, cells: Row, widths: Sequence[int], merges: Sequence[str], style: Style, attach: Attach) -> Element:
    heading = (element("tblHeader"),) if kind is LineKind.TABLE_HEAD else ()
    made = []
    for column, (cell, width, merge) in enumerate(zip(cells, widths, merges, strict=True)):
        own = [element("jc", val="right")] if kind is LineKind.TABLE_ROW and column == len(cells) - 1 else []
        text = attach(paragraph(kind.style, *inline_runs(cell, style), own=own), Line(kind, cell))
        merged = [element("vMerge", val=merge)] if merge else []
        made.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *merged, element("vAlign", val="center")), text))
    return element("tr", element("trPr", element("cantSplit"), *heading), *made)

"""版记 as an element of a Word file (GB/T 9704-2012, 7.4): a box whose last rule lies on the lower edge of the type area."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.printed import Line, LineKind
from generator.render.filling import rows
from generator.render.looks import Look, Style
from generator.render.ooxml import CHARACTER, Element, element, paragraph, rule, sliver, tab, tab_stop
from generator.render.pieces import characters, pieces, runs

_EMU = 635
_SLIVER = 20
_IDENTITY = 97042012
"""Of the drawing: no two of a file may share one, and a reference's header may hold pictures with small ones."""
_BOX = re.sub(r">\s+<", "><", """<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
  <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">
    <wp:simplePos x="0" y="0"/>
    <wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
    <wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
    <wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
    <wp:wrapTopAndBottom/><wp:docPr id="{identity}" name="版记"/><wp:cNvGraphicFramePr/>
    <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
      <wps:cNvSpPr txBox="1"/>
      <wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
        <a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
      <wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>
      <wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr>
    </wps:wsp></a:graphicData></a:graphic>
  </wp:anchor>
</w:drawing></mc:Choice></mc:AlternateContent></w:r>""")  # fmt: skip


def imprint(lines: Sequence[Line], style: Style) -> Element:
    """版记 as a box at the foot of the page on which its paragraph, too low to be seen, comes to stand.

    It is placed from the edges of the sheet: LibreOffice takes the lower edge of the type area to lie elsewhere where a section begins.
    """
    height = imprint_height(lines, style)
    page = style.page
    measures = {"left": page.left, "top": page.height - page.bottom - height + _SLIVER, "width": page.text_width, "height": height}
    content = _table(lines, style) + sliver(LineKind.BODY.style)
    box = _BOX.format(identity=_IDENTITY, content=content, **{name: twips * _EMU for name, twips in measures.items()})
    return sliver(LineKind.BODY.style, box)


def imprint_height(lines: Sequence[Line], style: Style) -> int:
    """How high 版记 stands, in twips."""
    look = style.imprint.copies
    width = style.page.text_width - 2 * _em(look)
    copies = [rows(line.text, look, width, characters(line.number, look)) for line in lines if line.kind is LineKind.COPIES]
    printing = any(line.kind is not LineKind.COPIES for line in lines)
    rules = (style.imprint.thick * 2 + style.imprint.thin) * 20 // 8
    return sum(copies) * look.line + printing * style.imprint.printer.line + rules + _SLIVER


def _em(look: Look) -> int:
    return look.size * 10


def _table(lines: Sequence[Line], style: Style) -> Element:
    copies = [_copies(line, style) for line in lines if line.kind is LineKind.COPIES]
    printing = [line for line in lines if line.kind is not LineKind.COPIES]
    texts = [*copies, *([_printing(printing, style)] if printing else [])]
    look, width = style.imprint, style.page.text_width
    rules = element("tblBorders", rule("top", look.thick), rule("bottom", look.thick), rule("insideH", look.thin))
    bare = element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa"))
    properties = element("tblPr", element("tblW", w=width, type="dxa"), rules, element("tblLayout", type="fixed"), bare)
    cells = (element("tc", element("tcPr", element("tcW", w=width, type="dxa")), text) for text in texts)
    rows = (element("tr", element("trPr", element("cantSplit")), cell) for cell in cells)
    return element("tbl", properties, element("tblGrid", element("gridCol", w=width)), *rows)


def _copies(line: Line, style: Style) -> Element:
    """One character free on either side; what runs over stands under the first character after the colon (7.4.2)."""
    look = style.imprint.copies
    label = round(characters(line.number, look) * CHARACTER)
    indent = element("ind", leftChars=0, left=_em(look) + label, rightChars=0, right=_em(look), firstLineChars=0, hanging=label)
    return paragraph(line.kind.style, *runs(pieces(line, style)), own=(indent,))


def _printing(lines: Sequence[Line], style: Style) -> Element:
    """印发机关 one character from the left, the date one character from the right (7.4.3)."""
    look = style.imprint.printer
    made: list[Element] = []
    for line in lines:
        if line.kind is LineKind.PRINTED:
            made.append(tab())
        made += runs(pieces(line, style))
    edge = _em(look)
    indent = element("ind", leftChars=0, left=edge, rightChars=0, right=edge, firstLineChars=0, firstLine=0)
    stops = element("tabs", tab_stop(style.page.text_width - edge, "right"))
    return paragraph(LineKind.PRINTER.style, *made, own=(stops, indent))

"""版记 typed below the text, moved to the foot of the last page: a table that floats on the lower edge of the type area, as wide as it (7.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.cues import DATE
from generator.check.roles import Part, Role
from generator.reading.elements import Element, attribute, child, local, tag
from generator.render.looks import Style
from generator.render.ooxml import element, rule, sliver
from generator.typeset.schema import parsed
from generator.typeset.signs import BLANKS, erase, put_tab, signs
from generator.typeset.spacing import Placed, removable

_LINES = frozenset({Role.COPIED, Role.PRINTED})
_PRINTED = re.compile(rf"\S.*?(?P<gap>[{BLANKS}]+)(?={DATE.pattern}\s*印\s*发)")


def gather(placed: Sequence[Placed], style: Style, body_style: str) -> list[Part]:
    """Put 版记 that ends the text in ``placed`` into such a table; the parts that it is. None where something else stands behind or between."""
    found = _last_lines(placed)
    if not found:
        return []
    first = found[0][1]
    table = parsed(_table([each for _, each in found], style))
    first.addprevious(table)
    for cell, (_, paragraph) in zip(table.iter(tag("tc")), found, strict=True):
        cell.append(paragraph)
    behind = table.getnext()
    if behind is None or local(behind) != "p":
        table.addnext(parsed(sliver(body_style)))
    return [part for part, _ in found]


def _last_lines(placed: Sequence[Placed]) -> list[Placed]:
    """The lines of 版记, where they are the last of the text and nothing stands between them."""
    said = [(part, paragraph) for part, paragraph in placed if part.role is not Role.EMPTY and local(paragraph.getparent()) == "body"]
    start = next((n for n in range(len(said), 0, -1) if said[n - 1][0].role not in _LINES), 0)
    found = said[start:]
    if not found or not start or any(child(paragraph, "pPr", "sectPr") is not None for _, paragraph in found):
        return []
    lines = {paragraph for _, paragraph in found}
    others = [each for each in found[0][1].itersiblings() if each not in lines and each.tag != tag("sectPr")]
    return found if all(each.tag == tag("p") and removable(each) for each in others) else []


def _table(lines: Sequence[Element], style: Style) -> str:
    """It is placed from the edge of the sheet: LibreOffice lets no table float that is as wide as the text it is placed by."""
    look, width = style.imprint, style.page.text_width
    place: dict[str, str | int] = {"vertAnchor": "margin", "horzAnchor": "page", "tblpX": style.page.left, "tblpYSpec": "bottom"}
    rules = element("tblBorders", rule("top", look.thick), rule("bottom", look.thick), rule("insideH", look.thin))
    bare = element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa"))
    floating = (element("tblpPr", leftFromText=0, rightFromText=0, **place), element("tblOverlap", val="never"))
    properties = element("tblPr", *floating, element("tblW", w=width, type="dxa"), rules, element("tblLayout", type="fixed"), bare)
    row = element("tr", element("trPr", element("cantSplit")), element("tc", element("tcPr", element("tcW", w=width, type="dxa"))))
    return element("tbl", properties, element("tblGrid", element("gridCol", w=width)), *(row for _ in lines))


def at_foot(paragraph: Element) -> bool:
    """Whether ``paragraph`` stands in a table on the lower edge of the type area."""
    above = paragraph.getparent()
    return above is not None and above.tag == tag("tc") and _floats(above.getparent().getparent())


def behind_foot(paragraph: Element) -> bool:
    """Whether ``paragraph`` says nothing and only follows such a table, at the end of the text."""
    before, after = paragraph.getprevious(), paragraph.getnext()
    return before is not None and _floats(before) and (after is None or after.tag == tag("sectPr")) and not signs(paragraph)


def _floats(table: Element) -> bool:
    place = child(table, "tblPr", "tblpPr") if table.tag == tag("tbl") else None
    return attribute(place, "tblpYSpec") == "bottom" and attribute(place, "vertAnchor") == "margin"


def spread(paragraph: Element) -> bool:
    """Let one tab stand before the date of printing; whether one does."""
    found = signs(paragraph)
    match = _PRINTED.match("".join(sign.text for sign in found))
    if match is None:
        return False
    start, end = match.span("gap")
    if match["gap"] != "\t":
        erase(found[start:end])
        put_tab(paragraph, start)
    return True

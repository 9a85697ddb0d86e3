"""What colour a paragraph in a table or a box stands on: white characters on paper are seen by nobody (ECMA-376 part 1, 17.4.32 shd of a cell)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.cascade import shade
from generator.reading.elements import Element, child, local, tag, value
from generator.reading.styles import Styles

_BOX = "图形"


def ground(paragraph: Element, styles: Styles) -> str:
    """The colour around ``paragraph`` that a cell, its table or the style of that has; that of a box is not known, and named so. Empty for paper."""
    return next((found for found in _grounds(paragraph, styles) if found), "")


def _grounds(paragraph: Element, styles: Styles) -> Iterator[str]:
    for above in paragraph.iterancestors():
        match local(above):
            case "txbxContent":
                yield _BOX
            case "tc":
                yield _said(child(above, "tcPr"))
            case "tr":
                yield _said(child(above, "tblPrEx"))
            case "tbl":
                properties = child(above, "tblPr")
                yield _said(properties)
                chain = styles.chain(value(properties, "tblStyle") or "")
                yield from (_said(each.getparent()) for style in chain for each in style.iter(tag("shd")))


def _said(properties: Element | None) -> str:
    return "" if properties is None else shade([properties])

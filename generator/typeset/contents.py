"""目录: Word's own keeps its styles, which are made to look like the text; its page numbers are Word's to bring up to date."""

from __future__ import annotations

import re
from copy import deepcopy

from generator.reading.elements import Element, attribute, child, tag, value
from generator.reading.styles import Styles
from generator.render.ooxml import CHARACTER
from generator.typeset.wardrobe import ASIDE_STYLE, Wardrobe

_ROW = re.compile(r"(?:toc|目录)\s*([1-9])", re.IGNORECASE)
_HEAD = re.compile(r"toc\s*heading|toc\s*标题", re.IGNORECASE)


def row_style(styles: Styles, paragraph: Element) -> str:
    """The id of the style of a row of Word's own 目录, or of its heading; empty where ``paragraph`` is none."""
    name = next(styles.names(paragraph), "").strip()
    return styles.identity(paragraph) if _ROW.fullmatch(name) or _HEAD.fullmatch(name) else ""


def dress_contents(root: Element, wardrobe: Wardrobe, room: int) -> None:
    """Give the styles of a 目录 in the part ``root`` the look of the text, each level a character further in; pages stand at ``room`` twips."""
    for style in root.findall(tag("style")):
        name = (value(style, "name") or "").strip()
        row = _ROW.fullmatch(name)
        if (row or _HEAD.fullmatch(name)) and attribute(style, "type") == "paragraph":
            _dress(style, wardrobe.styles[ASIDE_STYLE], int(row[1]) - 1 if row else 0, room if row else 0)


def _dress(style: Element, look: Element, depth: int, stop: int) -> None:
    for name in ("basedOn", "pPr", "rPr"):
        if (old := child(style, name)) is not None:
            style.remove(old)
    properties: Element = deepcopy(child(look, "pPr"))
    indent = next(properties.iterchildren(tag("ind")))
    for name, amount in (("leftChars", depth * 100), ("left", depth * CHARACTER)):
        indent.set(tag(name), str(amount))
    if stop:
        tabs = properties.makeelement(tag("tabs"))
        tabs.append(tabs.makeelement(tag("tab"), {tag("val"): "right", tag("leader"): "dot", tag("pos"): str(stop)}))
        at = next(n for n, part in enumerate(properties) if part.tag == tag("overflowPunct"))
        properties.insert(at, tabs)
    else:
        next(properties.iterchildren(tag("jc"))).set(tag("val"), "center")
    style.extend([properties, deepcopy(child(look, "rPr"))])

"""目录: Word's own keeps its styles, which are made to look like the text; its page numbers are Word's to bring up to date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy

from generator.chinese.width import ems
from generator.reading.elements import Element, attribute, child, tag, value
from generator.reading.styles import Styles
from generator.render.ooxml import CHARACTER
from generator.typeset.schema import PARAGRAPH_ORDER, RUN_ORDER, put
from generator.typeset.signs import signs
from generator.typeset.wardrobe import ASIDE_STYLE, HEAD_STYLES, Wardrobe

_ROW = re.compile(r"(?:toc|目录)\s*([1-9])", re.IGNORECASE)
_HEAD = re.compile(r"toc\s*heading|toc\s*标题", re.IGNORECASE)


def row_style(styles: Styles, paragraph: Element) -> str:
    """The id of the style of a row of Word's own 目录, or of its heading; empty where ``paragraph`` is none."""
    name = next(styles.names(paragraph), "").strip()
    return styles.identity(paragraph) if _ROW.fullmatch(name) or _HEAD.fullmatch(name) else ""


def number_stops(styles: Styles, paragraphs: Iterable[Element]) -> Mapping[Element, int]:
    """The rows of Word's own 目录 whose number a tab parts from its heading, each with the stop in twips that this tab goes to: the rows of a level
    have one, half a character behind the widest number."""
    rows = [(paragraph, row_style(styles, paragraph), _number(paragraph)) for paragraph in paragraphs]
    numbered = [(paragraph, style, number) for paragraph, style, number in rows if style and number]
    widest: dict[str, float] = {}
    for _, style, number in numbered:
        widest[style] = max(widest.get(style, 0), sum(map(ems, number)))
    return {paragraph: _depth(styles, paragraph) * CHARACTER + round((widest[style] + _GAP) * CHARACTER) for paragraph, style, _ in numbered}


_GAP = 0.5
"""Characters between the number of a row and its heading."""


def _number(paragraph: Element) -> str:
    """What stands before the first of two tabs or more; else nothing."""
    first, *others = "".join(sign.text for sign in signs(paragraph)).strip().split("\t")
    return first.strip() if len(others) > 1 else ""


def _depth(styles: Styles, paragraph: Element) -> int:
    row = _ROW.fullmatch(next(styles.names(paragraph), "").strip())
    return int(row[1]) - 1 if row else 0


def dress_contents(root: Element, wardrobe: Wardrobe, room: int) -> None:
    """Give the styles of a 目录 in the part ``root`` the look of the text, each level a character further in; pages stand at ``room`` twips."""
    for style in root.findall(tag("style")):
        name = (value(style, "name") or "").strip()
        row = _ROW.fullmatch(name)
        if (row or _HEAD.fullmatch(name)) and attribute(style, "type") == "paragraph":
            _dress(style, wardrobe, int(row[1]) - 1 if row else 0, room if row else 0)


def _dress(style: Element, wardrobe: Wardrobe, depth: int, stop: int) -> None:
    look, heading = wardrobe.styles[ASIDE_STYLE], wardrobe.styles[HEAD_STYLES[1]]
    for name in ("basedOn", "pPr", "rPr"):
        if (old := child(style, name)) is not None:
            style.remove(old)
    properties: Element = deepcopy(child(look, "pPr"))
    face: Element = deepcopy(child(look, "rPr"))
    indent = next(properties.iterchildren(tag("ind")))
    for name, amount in (("leftChars", depth * 100), ("left", depth * CHARACTER)):
        indent.set(tag(name), str(amount))
    if stop:
        tabs = properties.makeelement(tag("tabs"))
        tabs.append(tabs.makeelement(tag("tab"), {tag("val"): "right", tag("leader"): "dot", tag("pos"): str(stop)}))
        put(properties, tabs, PARAGRAPH_ORDER)
    else:
        put(properties, properties.makeelement(tag("jc"), {tag("val"): "center"}), PARAGRAPH_ORDER)
        if (fonts := child(heading, "rPr", "rFonts")) is not None:  # a file that lends its looks may name no font
            put(face, deepcopy(fonts), RUN_ORDER)
    style.extend([properties, face])

"""What is none of the elements of an official document keeps its place: captions, lines of a form, pictures, what somebody moved far in."""

from __future__ import annotations

from collections.abc import Mapping

from generator.check.cues import TITLE_SIZE
from generator.check.document import Align, Section
from generator.check.parts import is_caption
from generator.check.roles import Part, Role
from generator.check.set_off import far_in, left_edge
from generator.chinese.width import ems
from generator.printed import LineKind
from generator.reading.contents import heads
from generator.reading.elements import Element, local
from generator.render.ooxml import CHARACTER, Indent
from generator.typeset.paragraphs import Setting
from generator.typeset.rows import captions
from generator.typeset.runs import Worn
from generator.typeset.wardrobe import ASIDE_STYLE, HEAD_STYLES

_ALIGNS = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.BOTH: "both", Align.SPREAD: "distribute"}
_SIDED = ("left", "both")


def aside(part: Part, element: Element, section: Section, ids: Mapping[str, str], room: int) -> Setting:
    """A title in the midst of the text, as of a paper passed on, looks like one; the heading of a 目录, pictures and captions stand in the
    middle.

    ``section`` is the one that ``part`` stands in now, ``room`` are the twips between the margins it will have.
    """
    shape, style = part.paragraph.shape, ids[ASIDE_STYLE]
    if shape.align is Align.CENTER and part.text and part.paragraph.face.size >= TITLE_SIZE and part.role is not Role.CONTENTS:
        return Setting(ids[LineKind.TITLE.style])
    if part.role is Role.CONTENTS and heads(part.text):
        return Setting(style, Indent(), "center", worn=Worn(ids[HEAD_STYLES[1]]))
    if is_caption(part.text) or (not part.text and stands_in_line(element)):
        return Setting(style, Indent(), "center", keep_next=captions(part, element), tabbed=True, ruled=True)
    align = _ALIGNS[shape.align]
    if align in _SIDED and placed(part):
        return Setting(style, Indent(left=_left(part, section, room)), "left", ruled=True)
    left, first, right = (max(twips, 0) / CHARACTER for twips in (shape.left + min(shape.first, 0), shape.first, shape.right))
    indent = Indent(left=left, first=first, right=right) if align in _SIDED else Indent()
    return Setting(style, indent, align, tabbed=True, ruled=True)


def placed(part: Part) -> bool:
    """Whether blanks hold ``part`` where it stands: an indent may do it in their stead."""
    return part.role is Role.OTHER and far_in(part.paragraph)


def _left(part: Part, section: Section, room: int) -> float:
    """How far in a line is set that stood far in: at the same share of the line, as far as its text has room."""
    share = left_edge(part.paragraph) / max(section.text_width, 1)
    return max(0.0, min(share * room / CHARACTER, room / CHARACTER - sum(map(ems, part.text)) - 1))


_IN_LINE = frozenset({"inline", "object", "oMath", "oMathPara"})


def stands_in_line(paragraph: Element) -> bool:
    """Whether anything but characters stands in a line of ``paragraph``."""
    return any(local(part) in _IN_LINE or (local(part) == "shape" and "absolute" not in (part.get("style") or "")) for part in paragraph.iter())

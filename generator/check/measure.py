"""Measures of a laid-out paragraph: how wide its text is, where it stands, how many empty lines are above it, how high its lines are."""

from __future__ import annotations

from math import ceil

from generator.check.document import Align, LineRule, Paragraph, Section
from generator.check.footers import line_height
from generator.check.roles import Part, Role
from generator.check.rule import Laid
from generator.chinese.width import ems
from generator.reading.lines import BLANKS

IDEOGRAPHIC_SPACE = "\u3000"


def millimetres(twips: float) -> str:
    return f"{twips * 25.4 / 1440:.1f} 毫米"


def points(twips: float) -> str:
    return f"{twips / 20:g} 磅"


def characters(twips: float, size: int) -> float:
    """Twips as characters of ``size`` half-points."""
    return twips / (size * 10)


def said_characters(count: float) -> str:
    return f"{round(count, 1):g} 字"


def width(text: str, paragraph: Paragraph) -> float:
    """Twips that ``text``, in the face of ``paragraph``, takes in one line."""
    face = paragraph.face
    return sum(ems(c) * face.size * 10 + face.spacing for c in text)


def indented(paragraph: Paragraph) -> float:
    """Twips between the type area and the first character: the indent, and spaces typed in its stead."""
    bare = paragraph.text.lstrip(BLANKS)
    return paragraph.shape.left + paragraph.shape.first + width(paragraph.text[: len(paragraph.text) - len(bare)], paragraph)


def right_gap(paragraph: Paragraph, section: Section) -> float | None:
    """Twips between the last character of a line and the right edge of the type area; None where a tab or a break leaves it open."""
    text = paragraph.text.rstrip(" ")
    if "\t" in text or "\n" in text.strip():
        return None
    shape, face = paragraph.shape, paragraph.face
    trailing = len(text) - len(text.rstrip(IDEOGRAPHIC_SPACE))
    tail = trailing * (face.size * 10 + face.spacing)
    match shape.align:
        case Align.RIGHT:
            return shape.right + tail
        case Align.CENTER:
            free = section.text_width - shape.left - shape.right - max(shape.first, 0) - width(text, paragraph)
            return shape.right + free / 2 + tail
        case _:
            return section.text_width - shape.left - shape.first - width(text, paragraph) + tail


def pitch(paragraph: Paragraph, section: Section) -> float:
    """Twips from one line of ``paragraph`` to the next. A grid of lines rounds up what is not exact."""
    shape, size = paragraph.shape, paragraph.face.size
    natural = line_height(shape, size)
    grid = section.grid
    if shape.rule is LineRule.EXACT or not grid.kind or not grid.pitch or not shape.snap:
        return natural
    if shape.rule is LineRule.AUTO:
        return grid.pitch * ceil(natural * 240 / shape.pitch / grid.pitch) * shape.pitch / 240
    return grid.pitch * -(-natural // grid.pitch)


def empty_lines_above(part: Part, laid: Laid) -> float:
    """Empty lines between ``part`` and the text above it: empty paragraphs, and space set before or after."""
    line = laid.wanted.line
    count, gap = 0, part.paragraph.shape.before
    for above in laid.before(part):
        gap += above.paragraph.shape.after
        if above.role is not Role.EMPTY:
            break
        count += 1
        gap += above.paragraph.shape.before
    return count + gap / line

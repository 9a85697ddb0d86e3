"""A report as Markdown (CommonMark): headings keep their Chinese numbers, blanks stand bold."""

from __future__ import annotations

import re

from generator.render.printable import printable
from generator.render.standing import stands_out
from generator.report import Inline, Line, LineKind, Report, lines

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")
_OPENING = re.compile(r"^(\d+)([.)])|^([+\-=])")


def markdown(report: Report) -> str:
    """``report`` as Markdown: # the title, ## to ##### the four levels, paragraphs between empty lines; nothing in it acts as mark-up unasked."""
    return "\n".join(f"{_paragraph(line)}\n" for line in lines(report))


def _paragraph(line: Line) -> str:
    text = _escaped(line.number) + "".join(map(_inline, line.inlines))
    match line.kind:
        case LineKind.TITLE:
            return f"# {text}"
        case LineKind.HEADING:
            return f"{'#' * (line.level + 1)} {text}"
        case _:
            return _OPENING.sub(lambda m: rf"{m[1]}\{m[2]}" if m[1] else rf"\{m[3]}", text.lstrip(" "))


def _inline(inline: Inline) -> str:
    text = _escaped(inline.text)
    return f"**{text}**" if stands_out(inline) and text else text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda m: f"\\{m[0]}", printable(text))

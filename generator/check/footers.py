"""The paragraph of a footer that holds the page number: its text, its faces, and the frame or box it may stand in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.check.cascade import Cascade
from generator.check.document import Footer, LineRule, Run, Shape
from generator.reading.elements import Element, attribute, child, local, tag

PAGE_MARK = "#"
"""Stands for the number in the text of a footer."""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SINGLE = 1.3


def footer(root: Element, cascade: Cascade, grid_pitch: int) -> Footer | None:
    """The paragraph with a PAGE field in the footer ``root``; None where there is none. Word's own fallback for a text box is passed over."""
    paragraphs = [p for p in root.iter(tag("p")) if not _inside(p, "Fallback")]
    for at, paragraph in enumerate(paragraphs):
        runs = tuple(_runs(paragraph, cascade))
        number = next((run.face for run in runs if run.text == PAGE_MARK), None)
        if number is not None:
            shape = cascade.shape(paragraph, number.size, grid_pitch)
            below = 0 if _box(paragraph) is not None else sum(_height(p, cascade, grid_pitch) for p in paragraphs[at + 1 :])
            return Footer("".join(run.text for run in runs), runs, number, shape, _anchor(paragraph), below)
    return None


def line_height(shape: Shape, size: int) -> float:
    """Twips of one line of ``size`` half-points; a line pitch that is no length is taken of the font's usual height."""
    natural = size * 10 * _SINGLE
    match shape.rule:
        case LineRule.EXACT:
            return shape.pitch
        case LineRule.LEAST:
            return max(shape.pitch, natural)
        case LineRule.AUTO:
            return natural * shape.pitch / 240


def _height(paragraph: Element, cascade: Cascade, grid_pitch: int) -> float:
    size = cascade.face(cascade.style(paragraph), child(paragraph, "pPr", "rPr")).size
    shape = cascade.shape(paragraph, size, grid_pitch)
    return shape.before + line_height(shape, size) + shape.after


class _Field(Struct):
    """A complex field as it is read: its instruction, and whether its result has begun."""

    instruction: str = ""
    shows: bool = False
    marked: bool = False

    def result(self) -> str:
        """What one run of the result prints: the mark, once, where the field is PAGE."""
        if not self.shows or self.marked or not _names_page(self.instruction):
            return ""
        self.marked = True
        return PAGE_MARK


def _runs(paragraph: Element, cascade: Cascade) -> Iterator[Run]:
    open_fields: list[_Field] = []
    style = cascade.style(paragraph)
    for run in paragraph.iter(tag("r")):
        if _paragraph_of(run) is not paragraph:
            continue
        face = cascade.face(style, child(run, "rPr"))
        if _names_page(_simple_field(run)):
            yield Run(PAGE_MARK, face)
            continue
        for part in run:
            text = _read(part, open_fields)
            if text:
                yield Run(text, face)


def _read(part: Element, open_fields: list[_Field]) -> str:
    """What ``part`` of a run prints: text, or the mark where a PAGE field shows its number."""
    match local(part):
        case "fldChar":
            return _turn(attribute(part, "fldCharType") or "", open_fields)
        case "instrText" if open_fields:
            open_fields[-1].instruction += part.text or ""
            return ""
        case "t":
            return open_fields[-1].result() if open_fields else part.text or ""
        case "tab" | "ptab":
            return "\t"
        case _:
            return ""


def _turn(kind: str, open_fields: list[_Field]) -> str:
    """A field begins, shows its result or ends; a PAGE field that was never shown a number prints one all the same."""
    if kind == "begin":
        open_fields.append(_Field())
    elif kind == "separate" and open_fields:
        open_fields[-1].shows = True
    elif kind == "end" and open_fields:
        ended = open_fields.pop()
        return PAGE_MARK if _names_page(ended.instruction) and not ended.marked else ""
    return ""


def _names_page(instruction: str) -> bool:
    return instruction.upper().split()[:1] == ["PAGE"]


def _simple_field(run: Element) -> str:
    parent = run.getparent()
    return (attribute(parent, "instr") or "") if parent is not None and local(parent) == "fldSimple" else ""


def _paragraph_of(run: Element) -> Element:
    return next(e for e in run.iterancestors() if e.tag == tag("p"))


def _inside(element: Element, name: str) -> bool:
    return any(local(e) == name for e in element.iterancestors())


def _box(paragraph: Element) -> Element | None:
    """The drawing around a paragraph in a text box."""
    return next((e for e in paragraph.iterancestors() if local(e) in ("anchor", "inline", "pict")), None)


def _anchor(paragraph: Element) -> str:
    """Where the frame or box around ``paragraph`` stands: Word's word for it, ``?`` where it is a measure, empty where there is no frame."""
    frame = child(paragraph, "pPr", "framePr")
    if frame is not None:
        return attribute(frame, "xAlign") or "?"
    box = _box(paragraph)
    if box is None:
        return ""
    return box.findtext(f"{_DRAWING}positionH/{_DRAWING}align") or "?"

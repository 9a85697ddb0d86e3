"""The text of a .docx made from a PDF: there every run of a printed line stands in a text box of its own, placed on its page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from msgspec import Struct

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


def text_of_boxes(data: bytes) -> str:
    """The printed lines of a .docx whose text stands in boxes, one a line; empty where there are none. Never raises."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = ElementTree.fromstring(package.read("word/document.xml"))
    except Exception:  # a broken archive raises whatever its compression raises
        return ""
    return "\n".join(_lines(_boxes(body)))


class _Box(Struct, frozen=True):
    """A text box, its place on the page and its height in EMU."""

    across: int
    down: int
    height: int
    text: str


def _lines(boxes: Iterable[_Box]) -> Iterator[str]:
    """The boxes of one line from left to right. They hardly differ in height: figures in a font of their own stand a little off."""
    line: list[_Box] = []
    for box in boxes:
        if line and abs(box.down - line[0].down) > box.height / 2:
            yield _said(line)
            line = []
        line.append(box)
    if line:
        yield _said(line)


def _said(line: list[_Box]) -> str:
    return "".join(box.text for box in sorted(line, key=lambda box: box.across))


def _boxes(body: ElementTree.Element) -> Iterator[_Box]:
    """Every text box that says something, in the order of the file."""
    for anchor in body.iter(f"{_WP}anchor"):
        across, down = (int(anchor.findtext(f"{_WP}position{axis}/{_WP}posOffset") or 0) for axis in "HV")
        extent = anchor.find(f"{_WP}extent")
        height = int(extent.get("cy", 0)) if extent is not None else 0
        for box in anchor.iter(f"{_WPS}txbx"):
            text = "".join(t.text or "" for t in box.iter(f"{_W}t"))
            if text:
                yield _Box(across, down, height, text)

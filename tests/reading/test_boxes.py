"""Text boxes of a converted PDF to printed lines."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from generator.reading.boxes import text_of_boxes

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _package(*boxes: tuple[int, int, str]) -> bytes:
    anchors = "".join(
        f"<wp:anchor><wp:positionH><wp:posOffset>{across}</wp:posOffset></wp:positionH>"
        f'<wp:positionV><wp:posOffset>{down}</wp:posOffset></wp:positionV><wp:extent cy="180"/>'
        f"<wps:txbx><w:p><w:r><w:t>{text}</w:t></w:r></w:p></wps:txbx></wp:anchor>"
        for across, down, text in boxes
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("word/document.xml", f"<w:document {_NAMES}>{anchors}</w:document>")
    return data.getvalue()


def test_boxes_of_one_height_are_one_line_from_left_to_right() -> None:
    boxes = (0, 100, "召开论证会"), (90, 100, "次。"), (80, 108, "2"), (0, 400, "观云听雨。"), (0, 90, "次页。")
    assert text_of_boxes(_package(*boxes)) == "召开论证会2次。\n观云听雨。\n次页。"
    assert text_of_boxes(_package()) == ""


def test_a_text_that_cannot_be_unpacked_holds_no_boxes() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:document {_NAMES}/>")
    whole = data.getvalue()
    at = whole.index(b"document.xml") + len(b"document.xml")
    assert text_of_boxes(whole[:at] + b"\xff" * 8 + whole[at + 8 :]) == ""


@given(st.binary(max_size=40))
def test_whatever_it_is_given_it_never_fails(data: bytes) -> None:
    assert text_of_boxes(data) == ""

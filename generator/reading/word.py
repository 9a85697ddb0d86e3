"""Word files to ``Report``: by paragraph styles where the writer used them, by the numbers in the text everywhere."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from generator.problems import Place, Problem, Severity
from generator.reading.body import BodyParagraph, body_paragraphs, pending, text_boxes
from generator.reading.breaks import printed_lines
from generator.reading.letterhead import APART
from generator.reading.lines import SourceLine
from generator.reading.numbering import Numbering
from generator.reading.outline import read_report
from generator.report import LineKind, Report

_HEADING = re.compile(r"(?:heading|标题|小标题)\s*([1-4])|([一二三四])级标题", re.IGNORECASE)
_LEVELS = "一二三四"
_KINDS = {"title": LineKind.TITLE, "date": LineKind.DATE, "signature": LineKind.SIGNATURE, "公文正文": LineKind.BODY} | {
    str(kind): kind for kind in LineKind if kind not in (LineKind.HEADING, LineKind.BODY)
}


def read_word(name: str, data: bytes) -> tuple[Report, list[Problem]]:
    """The report in a .docx file, its origins carrying ``name`` and the paragraph's number, and what is odd about it.

    Tracked changes that are pending count as made, with a hint. A file that is no .docx gives an empty report and one error. Tables, notes and
    text boxes, but for the one that holds the 版记, are left out with a warning.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
    except Exception:  # python-docx raises whatever the broken part raises: zip, XML, key errors
        return Report(name=name), [Problem(Place(name), "not-word", "不是能读的 Word 文件", "另存为 .docx 后重试；旧式 .doc 不能直接读")]
    numbering = Numbering.of(document)
    boxes = [[line for found in box for line in _lines(found, document, numbering)] for box in text_boxes(body)]
    known = [line for box in boxes for line in box if line.kind in APART]
    said = [line for found in body_paragraphs(body) for line in _lines(found, document, numbering)]
    report, problems = read_report(name, [*said, *known])
    strange = sum(not any(line.kind in APART for line in box) for box in boxes)
    return report, [*problems, *_pending(name, body), *_left_out(name, body, strange)]


def _lines(found: BodyParagraph, document: WordDocument, numbering: Numbering) -> Iterator[SourceLine]:
    paragraph = WordParagraph(found.element, document._body)
    kind, level = _style(paragraph)
    yield from printed_lines(SourceLine(found.number, numbering.label(paragraph) + found.text, 1, kind, level))


def _style(paragraph: WordParagraph) -> tuple[LineKind | None, int]:
    style = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
    match = _HEADING.fullmatch(style.strip())
    if match:
        return None, int(match[1]) if match[1] else _LEVELS.index(match[2]) + 1
    return _KINDS.get(style.strip().lower()), 0


# --- what a reader should know ---------------------------------------------------------------------------------------------------------------

_LEFT_OUT = (
    ("table-left-out", "./w:tbl | ./w:sdt/w:sdtContent/w:tbl", "个表格", "表格里的事实请另行核对"),
    ("box-left-out", "", "个文本框", "框里的文字要算在稿内，就移到正文里"),
    ("note-left-out", ".//w:footnoteReference | .//w:endnoteReference", "个脚注或尾注", "注里的话要算在稿内，就移到正文里"),
)


def _left_out(name: str, body: Any, boxes: int) -> Iterator[Problem]:
    for code, path, what, hint in _LEFT_OUT:
        count = len(body.xpath(path)) if path else boxes
        if count:
            yield Problem(Place(name), code, f"有{count}{what}没有读", hint, Severity.WARNING)


def _pending(name: str, body: Any) -> Iterator[Problem]:
    found = pending(body)
    counts = (("插入", found.inserted), ("删除", found.deleted), ("移动", found.moved))
    said = "、".join(f"{what}{count}处" for what, count in counts if count)
    if said:
        message = f"有修订还没有接受或拒绝：{said}"
        yield Problem(Place(name), "pending-changes", message, "都当作接受了来读；要拒绝的，先在 Word 里拒绝", Severity.HINT)

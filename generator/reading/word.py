"""Word files to ``Report``: by paragraph styles where the writer used them, by the numbers in the text everywhere."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
from docx.text.paragraph import Paragraph as WordParagraph

from generator.problems import Place, Problem, Severity
from generator.reading.lines import SourceLine
from generator.reading.numbering import Numbering
from generator.reading.outline import read_report
from generator.report import LineKind, Report

_HEADING = re.compile(r"(?:heading|标题|小标题)\s*([1-4])|([一二三四])级标题", re.IGNORECASE)
_LEVELS = "一二三四"
_KINDS = {"title": LineKind.TITLE, "date": LineKind.DATE, "signature": LineKind.SIGNATURE} | {
    str(kind): kind for kind in LineKind if kind not in (LineKind.HEADING, LineKind.BODY)
}


def read_word(name: str, data: bytes) -> tuple[Report, list[Problem]]:
    """The report in a .docx file, its origins carrying ``name`` and the paragraph's number, and what is odd about it.

    A file that is no .docx gives an empty report and one error. Tables, text boxes and notes are left out; tables with a warning.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception:  # python-docx raises whatever the broken part raises: zip, XML, key errors
        return Report(name=name), [Problem(Place(name), "not-word", "不是能读的 Word 文件", "另存为 .docx 后重试；旧式 .doc 不能直接读")]
    report, problems = read_report(name, _lines(document.paragraphs, Numbering.of(document)))
    if document.tables:
        hint = "表格里的事实请另行核对"
        problems.append(Problem(Place(name), "table-left-out", f"有{len(document.tables)}个表格没有读", hint, Severity.WARNING))
    return report, problems


def _lines(paragraphs: list[WordParagraph], numbering: Numbering) -> Iterator[SourceLine]:
    for number, paragraph in enumerate(paragraphs, 1):
        kind, level = _style(paragraph)
        label = numbering.label(paragraph)
        for i, piece in enumerate(paragraph.text.split("\n")):
            yield SourceLine(number, piece if i else label + piece, 1, kind, 0 if i else level)


def _style(paragraph: WordParagraph) -> tuple[LineKind | None, int]:
    style = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
    match = _HEADING.fullmatch(style.strip())
    if match:
        return None, int(match[1]) if match[1] else _LEVELS.index(match[2]) + 1
    return _KINDS.get(style.strip().lower()), 0

"""A good report as a Word file, to be spoilt in one way at a time. Units, names and figures are invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.cli import shelf
from generator.problems import Problem
from generator.render.word import docx_bytes
from generator.report import Inlines, Origin, OriginKind, Paragraph, Point, Report, Role, Section, Text

CREATED = datetime(2025, 12, 22, 8, 30)
UNIT = "云州市水务局"


def said(text: str) -> Inlines:
    return (Text(text, Origin(OriginKind.FACT, "导语", 1)),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(said(text))


def sections() -> tuple[Section, ...]:
    fourth = Section(4, "（1）", said("分片包干"), blocks=(paragraph("划定3个片区，逐片落实到人。"),))
    third = Section(3, "1.", said("健全台账"), blocks=(paragraph("修订制度5项，建立台账。"),), sections=(fourth,))
    points = (
        Point(said("一是"), said("抓好学习。"), said("集中学习12次，撰写体会38篇。")),
        Point(said("二是"), said("抓好“一线”服务。"), said("走访企业26家，解决难题41件。"), run_in=True),
    )
    second = Section(2, "（一）", said("强化理论武装"), blocks=(*points, paragraph("云州的河湖，一年清过一年。" * 8)), sections=(third,))
    other = Section(2, "（二）", said("改造老旧管网"), blocks=(paragraph("改造供水管网18.6公里，惠及居民3200户。"),))
    work = Section(1, "一、", said("主要做法"), frozenset({Role.PRACTICE}), sections=(second, other))
    return (work, Section(1, "二、", said("下一步打算"), frozenset({Role.PLAN}), (paragraph("补齐短板，接着干。"),)))


def report(
    attachments: tuple[str, ...] = ("青石河治理任务分工表", "云岭水库检修台账"), signature: str = UNIT, date: str = "2025年12月22日"
) -> Report:
    return Report(
        title=said("云州市水务局机关党支部") + said("2025年度工作总结"),
        addressee=said("市直机关工委"),
        lead=(paragraph("现将全年情况报告如下。"),),
        sections=sections(),
        closing=(paragraph("特此报告。"),),
        attachments=tuple(map(said, attachments)),
        signature=said(signature),
        date=said(date),
    )


def word(made: Report, style: str = "gbt9704") -> bytes:
    return docx_bytes(made, shelf.style(style), created=CREATED)


def spoilt(data: bytes, spoil: Callable[[Document], object]) -> bytes:
    """``data`` after ``spoil`` had its way with it."""
    document = docx.Document(BytesIO(data))
    spoil(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def found(data: bytes) -> list[Problem]:
    return check_layout(read_layout("稿子.docx", data), STANDARD)


def codes(data: bytes) -> set[str]:
    return {problem.code for problem in found(data)}


# --- ways to spoil -----------------------------------------------------------------------------------------------------------------------


def at(document: Document, opening: str) -> Any:
    """The paragraph that begins so."""
    return next(p for p in document.paragraphs if p.text.startswith(opening))


def put(parent: Any, tag: str, **attributes: str | int) -> Any:
    """The child ``tag`` of ``parent``, made if need be, with these attributes."""
    element = parent.find(qn(f"w:{tag}"))
    if element is None:
        element = OxmlElement(f"w:{tag}")
        parent.append(element)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def paragraph_property(opening: str, tag: str, **attributes: str | int) -> Callable[[Document], object]:
    return lambda document: put(at(document, opening)._p.get_or_add_pPr(), tag, **attributes)


def run_property(opening: str, tag: str, **attributes: str | int) -> Callable[[Document], object]:
    def spoil(document: Document) -> None:
        for run in at(document, opening).runs:
            put(run._r.get_or_add_rPr(), tag, **attributes)

    return spoil


def text(opening: str, become: str) -> Callable[[Document], object]:
    """The paragraph that begins so says ``become`` instead, in the face of its first run."""

    def spoil(document: Document) -> None:
        first, *rest = at(document, opening).runs
        first.text = become
        for run in rest:
            run._r.getparent().remove(run._r)

    return spoil


def style_property(name: str, kind: str, tag: str, **attributes: str | int) -> Callable[[Document], object]:
    """A property of a style; ``kind`` is pPr or rPr."""
    return lambda document: put(put(document.styles[name].element, kind), tag, **attributes)


def section_property(tag: str, **attributes: str | int) -> Callable[[Document], object]:
    return lambda document: put(document.element.body.sectPr, tag, **attributes)


def without(opening: str) -> Callable[[Document], object]:
    """The empty paragraph above the one that begins so is taken away."""

    def spoil(document: Document) -> None:
        above = at(document, opening)._p.getprevious()
        above.getparent().remove(above)

    return spoil


def footers(document: Document) -> Iterator[Any]:
    section = document.sections[0]
    return iter((section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]))


def above_title(*made: tuple[str, dict[str, Any]]) -> Callable[[Document], object]:
    """Paragraphs put above the title: the text of each, and how it looks."""

    def spoil(document: Document) -> None:
        title = document.paragraphs[0]
        for words, look in made:
            new = title.insert_paragraph_before(words, style="公文正文")
            properties = new._p.get_or_add_pPr()
            if "rule" in look:
                put(put(properties, "pBdr"), "bottom", val="single", sz=12, color=look["rule"])
            put(properties, "ind", firstLineChars=0, firstLine=0)
            put(properties, "jc", val=look.get("jc", "left"))
            rest = new.runs[0]._r.get_or_add_rPr()
            put(rest, "rFonts", eastAsia=look.get("font", "黑体"))
            put(rest, "color", val=look.get("color", "000000"))

    return spoil

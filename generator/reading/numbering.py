"""Automatic numbers of Word paragraphs (w:numPr), spelled out as Word would show them: 一、 （一） 1. （1）."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from generator.chinese.numerals import chinese

_CHINESE_FORMATS = frozenset({"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCountingThousand"})
_PLACEHOLDER = re.compile(r"%(\d)")


@dataclass
class Numbering:
    """The level formats of a document's lists, and how far each list has counted."""

    formats: dict[str, dict[int, tuple[str, str]]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, document: WordDocument) -> Numbering:
        """The numbering of ``document``; one without lists numbers nothing."""
        try:
            root: Any = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return cls()
        abstract = {a.get(qn("w:abstractNumId")): _levels(a) for a in root.findall(qn("w:abstractNum"))}
        formats = {}
        for num in root.findall(qn("w:num")):
            target = num.find(qn("w:abstractNumId"))
            if target is not None:
                formats[num.get(qn("w:numId"))] = abstract.get(target.get(qn("w:val")), {})
        return cls(formats)

    def label(self, paragraph: WordParagraph) -> str:
        """The number before ``paragraph``, counting it; empty where it has none, or one that is no Chinese or Arabic numeral."""
        found = _place(paragraph)
        if found is None:
            return ""
        list_id, level = found
        counts = self.counts[list_id]
        counts[level] = counts.get(level, 0) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        kind, pattern = self.formats.get(list_id, {}).get(level, ("", ""))
        if kind != "decimal" and kind not in _CHINESE_FORMATS:
            return ""
        return _PLACEHOLDER.sub(lambda m: _numeral(counts.get(int(m[1]) - 1, 1), kind), pattern)


def _numeral(n: int, kind: str) -> str:
    return chinese(n) if kind in _CHINESE_FORMATS and n <= 99 else str(n)


def _levels(abstract: Any) -> dict[int, tuple[str, str]]:
    return {int(level.get(qn("w:ilvl"))): (_value(level, "w:numFmt"), _value(level, "w:lvlText")) for level in abstract.findall(qn("w:lvl"))}


def _value(parent: Any, tag: str) -> str:
    child = parent.find(qn(tag))
    return "" if child is None else child.get(qn("w:val")) or ""


def _place(paragraph: WordParagraph) -> tuple[str, int] | None:
    """List and level of ``paragraph``, its own or its style's."""
    elements: list[Any] = [paragraph._p]
    if paragraph.style is not None:
        elements.append(paragraph.style.element)
    for element in elements:
        properties = element.find(qn("w:pPr"))
        number = None if properties is None else properties.find(qn("w:numPr"))
        if number is not None:
            list_id, level = _value(number, "w:numId"), _value(number, "w:ilvl") or "0"
            return (list_id, int(level)) if list_id and list_id != "0" else None
    return None

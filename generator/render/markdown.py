"""A report as Markdown that CommonMark and pandoc read alike: headings keep their Chinese numbers, blanks stand bold, origins are footnotes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from generator.patterns import late
from generator.printable import printable
from generator.printed import TABLE_KINDS, Line, LineKind, lines
from generator.render.notes import Notes
from generator.render.origins import Explain, Sourced, sourced
from generator.render.standing import stands_out
from generator.report import Inlines, Report

_SPECIAL = late(r"""[\\`*_{}\[\]<>#|~&!$^@"']|--+|\.\.\.+""")
_OPENING = late(r"^(\(?[A-Za-z0-9]+)([.)])|^([+\-=:%])")


def markdown(report: Report, explain: Explain | None = None) -> str:
    """``report`` as Markdown: # the title, ## to ##### the four levels, paragraphs between empty lines; nothing in it acts as mark-up unasked.

    Signature and date stand in divisions aligned right, which pandoc sets in the Word styles of those names. With ``explain`` a footnote on each
    sentence says where it comes from.
    """
    notes = Notes(explain)
    paragraphs = [
        part
        for tabled, group in groupby(lines(report), key=lambda line: line.kind in TABLE_KINDS)
        for part in ([_table(group, notes)] if tabled else [_paragraph(line, notes) for line in group])
    ]
    footnotes = [f"[^{n}]: {_escaped(note)}" for n, note in enumerate(notes.made, 1)]
    return "\n".join(f"{part}\n" for part in [*paragraphs, *footnotes])


def _paragraph(line: Line, notes: Notes) -> str:
    text = "".join(_sentence(sentence, notes) for row in line.rows for sentence in sourced(row))
    match line.kind:
        case LineKind.TITLE:
            return f"# {text}"
        case LineKind.HEADING:
            return f"{'#' * (line.level + 1)} {text}"
        case LineKind.SIGNATURE | LineKind.DATE as kind:
            return f'<div align="right" custom-style="{kind}">\n\n{_opened(text)}\n\n</div>'
        case (
            LineKind.ADDRESSEE
            | LineKind.BODY
            | LineKind.ATTACHMENT
            | LineKind.COPY
            | LineKind.SECRECY
            | LineKind.URGENCY
            | LineKind.ISSUER
            | LineKind.NUMBER
            | LineKind.SIGNER
            | LineKind.ANNEX
            | LineKind.ANNEX_TITLE
            | LineKind.TABLE_HEAD
            | LineKind.TABLE_ROW
            | LineKind.COPIES
            | LineKind.PRINTER
            | LineKind.PRINTED
        ):
            return _opened(text)


def _table(rows: Iterable[Line], notes: Notes) -> str:
    """A pipe table, its last column, which holds quantities, aligned right."""
    written = [f"| {' | '.join(_cell(line.kind, cell, notes) for cell in line.cells)} |" for line in rows]
    columns = written[0].count(" | ") + 1
    return "\n".join([written[0], f"|{' --- |' * (columns - 1)} ---: |", *written[1:]])


def _cell(kind: LineKind, cell: Inlines, notes: Notes) -> str:
    return "".join(_sentence(sentence, notes) for sentence in sourced(Line(kind, cell)))


def _opened(text: str) -> str:
    """``text`` at the start of a paragraph, where a number would begin a list."""
    return _OPENING.sub(lambda m: rf"{m[1]}\{m[2]}" if m[1] else rf"\{m[3]}", text.lstrip(" "))


def _sentence(sentence: Sourced, notes: Notes) -> str:
    text = _escaped(sentence.number)
    for standing, inlines in groupby(sentence.inlines, key=stands_out):
        said = printable("".join(inline.text for inline in inlines))
        text += _bold(said) if standing else _escaped(said)
    number = notes.number(sentence)
    return f"{text}[^{number}]" if number else text


def _bold(text: str) -> str:
    """``text`` with all between its outermost words bold: between Han characters, asterisks beside a bracket or stop do not count as mark-up."""
    words = [i for i, c in enumerate(text) if unicodedata.category(c)[0] not in "PSZ"]
    if not words:
        return _escaped(text)
    start, end = words[0], words[-1] + 1
    return f"{_escaped(text[:start])}**{_escaped(text[start:end])}**{_escaped(text[end:])}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda m: "".join(f"\\{c}" for c in m[0]), printable(text))

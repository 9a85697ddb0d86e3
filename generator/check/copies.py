"""Copies of a Word file with remarks as comments, or with mechanical faults mended. The bytes given are never changed."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.run import Run
from msgspec import Struct

from generator.check.remark import Remark
from generator.problems import Faults, Place, Problem
from generator.reading.body import Story

AUTHOR = "拟稿"
_RUN, _TEXT = qn("w:r"), qn("w:t")


class Mended(Struct, frozen=True):
    """The bytes of the copy, and the remarks that were mended in it."""

    data: bytes
    done: tuple[Remark, ...]


def annotated(name: str, data: bytes, remarks: Sequence[Remark], created: datetime) -> bytes:
    """The Word file ``data`` with a comment for each remark, dated ``created``, on the characters it means, else on the paragraph.

    ``name`` is what problems call the file. Remarks on the file as a whole stand at its first paragraph.
    """
    document = _opened(name, data)
    paragraphs = _paragraphs(document)
    first = min(paragraphs, default=0)
    for remark in remarks:
        element = paragraphs.get(remark.place.line or first)
        runs = [] if element is None else _meant(element, remark.quoted, remark.place.column)
        if runs:
            made = document.add_comment([Run(r, document._body) for r in (runs[0], runs[-1])], _said(remark), AUTHOR, AUTHOR[0])
            made._comment_elm.set(qn("w:date"), created.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return _bytes(document)


def mended(name: str, data: bytes, remarks: Sequence[Remark]) -> Mended:
    """The Word file ``data`` with what each of ``remarks`` prints instead, from the end of each paragraph to its beginning.

    What is not found in one run is left as it is: to mend it there would take a choice of look.
    """
    document = _opened(name, data)
    paragraphs = _paragraphs(document)
    done = []
    for remark in sorted(remarks, reverse=True):
        element = paragraphs.get(remark.place.line)
        runs = [] if element is None or not remark.quoted else _meant(element, remark.quoted, remark.place.column)
        if len(runs) == 1 and _text(runs[0]) == remark.quoted and remark.instead is not None:
            _set_text(runs[0], remark.instead)
            done.append(remark)
    return Mended(_bytes(document), tuple(reversed(done)))


def _opened(name: str, data: bytes) -> WordDocument:
    """Raises ``Faults`` for what can be read and yet not be written back: Strict files, damaged parts."""
    try:
        return docx.Document(io.BytesIO(data))
    except Exception:  # python-docx raises whatever the broken part raises: zip, XML, key errors
        message, hint = "这个 Word 文件能读，但不能照样另存一份", "在 Word 里另存为普通的 .docx 后重试"
        raise Faults([Problem(Place(name), "not-kept", message, hint)]) from None


def _paragraphs(document: WordDocument) -> dict[int, Any]:
    """The paragraphs by the number that readers count them by."""
    return {found.number: found.element for found in Story.over(document.element.body).paragraphs if found.element.tag == qn("w:p")}


def _said(remark: Remark) -> str:
    rest = f"\n{remark.mend}" if remark.mend else ""
    return f"{remark.severity}：{remark.fault}{rest}\n〔{remark.authority or remark.level}，{remark.code}〕"


def _meant(paragraph: Any, quoted: str, column: int) -> list[Any]:
    """The runs that hold ``quoted`` and nothing else, cut out of their neighbours; all runs where it is not there.

    Of several places the one nearest to ``column`` is meant: what a list of Word numbers stands before the text moves it a little.
    """
    whole = "".join(_text(run) for _, run in _runs(paragraph))
    starts = [] if not quoted else [i for i in range(len(whole)) if whole.startswith(quoted, i)]
    if not starts:
        return [run for _, run in _runs(paragraph)]
    start = min(starts, key=lambda i: abs(i - (column - 1)))
    end = start + len(quoted)
    _cut(paragraph, start)
    _cut(paragraph, end)
    return [run for at, run in _runs(paragraph) if _text(run) and at >= start and at + len(_text(run)) <= end]


def _runs(paragraph: Any) -> Iterator[tuple[int, Any]]:
    """The runs of ``paragraph``, those in links and insertions too, each with where it begins in the text."""
    at = 0
    for run in [r for r in paragraph.iter(_RUN) if not _away(r, paragraph)]:
        yield at, run
        at += len(_text(run))


def _away(run: Any, paragraph: Any) -> bool:
    """Whether ``run`` is deleted, or stands in a box that hangs on the paragraph."""
    above = list(run.iterancestors())
    inside = above[: above.index(paragraph)]
    return any(e.tag in (qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent")) for e in inside)


def _text(run: Any) -> str:
    return "".join(t.text or "" for t in run.iterchildren(_TEXT))


def _cut(paragraph: Any, offset: int) -> None:
    """Cut the run that goes on over ``offset`` in two that look alike, where it is text and nothing else."""
    for at, run in _runs(paragraph):
        length = len(_text(run))
        if at < offset < at + length and len(list(run.iterchildren(_TEXT))) == 1:
            text, rest = _text(run), deepcopy(run)
            _set_text(run, text[: offset - at])
            _set_text(rest, text[offset - at :])
            run.addnext(rest)
            return


def _set_text(run: Any, text: str) -> None:
    element = run.find(_TEXT)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _bytes(document: WordDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()

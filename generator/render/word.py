"""A report as a Word file: its body and its properties. What it looks like is the style's, or the reference's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from generator.printable import printable
from generator.render.fingerprint import fingerprinted
from generator.render.last_page import Foot, foot
from generator.render.looks import Style
from generator.render.ooxml import Element
from generator.render.package import Properties, package, section
from generator.render.paging import settled
from generator.render.paragraphs import paragraphs
from generator.report import BREAK, Report, plain

if TYPE_CHECKING:  # a library is needed to open an office's own file, not to write one; comments are made where they are asked for
    from generator.render.comments import Comments
    from generator.render.origins import Explain
    from generator.render.reference import Reference


def docx_bytes(
    report: Report, style: Style, *, created: datetime, title: str = "", explain: Explain | None = None, reference: Reference | None = None
) -> bytes:
    """``report`` as a Word file in ``style``: the same bytes for the same arguments.

    ``created`` (without a zone: taken as UTC) and ``title`` (the report's own if empty) go into the file's properties; its author is who signs it.
    With ``explain`` a comment on each sentence says where it comes from. ``reference`` lends its styles, page, headers and footers.
    """
    style = settled(report, style) if reference is None else reference.lent(style)
    properties = Properties(printable(title or plain(report.title).replace(BREAK, "")), printable(plain(report.signature)), _utc(created))
    comments = _comments(explain, style, properties) if explain is not None else None
    blocks = list(paragraphs(report, style, comments.attach if comments else None))
    last = foot(report, style)
    added = comments.parts() if comments else ()
    if reference is not None:
        from generator.render.lent import lent_package

        return fingerprinted(lent_package(reference, style, blocks, last, properties, added))
    blank = last is not None and last.opens and not last.numbered
    return fingerprinted(package(style, _body(blocks, last, style), properties, added, blank))


def _comments(explain: Explain, style: Style, properties: Properties) -> Comments:
    from generator.render.comments import Comments

    return Comments(explain, style.body, properties.created)


def _utc(created: datetime) -> datetime:
    return created.astimezone(UTC) if created.tzinfo else created


def _body(blocks: Sequence[Element], last: Foot | None, style: Style) -> Iterator[Element]:
    """The text, 版记 and the page: where 版记 opens a section of its own, the paragraph before it closes that of the text."""
    opens = last is not None and last.opens and bool(blocks)
    yield from blocks[:-1] if opens else blocks
    if opens:
        yield blocks[-1].replace("</w:pPr>", f"{section(style)}</w:pPr>", 1)
    if last is not None:
        yield last.box
    yield section(style, even=opens, numbered=not opens or last is None or last.numbered)

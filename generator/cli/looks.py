"""Which look a draft takes: ``--style`` and ``--reference``, and what is said of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from generator.cli import shelf
from generator.files import read_bytes

if TYPE_CHECKING:  # a draft as text needs neither
    from generator.render.looks import Style
    from generator.render.origins import Explain
    from generator.render.reference import Reference
    from generator.report import Report

STYLE = click.option(
    "--style", "look", default="", metavar="名称|文件.yaml", help="用哪种版式（nigao style list），或自己的版式文件；默认由文种定"
)  # fmt: skip
REFERENCE = click.option(
    "--reference", type=click.Path(path_type=Path), metavar="文件.docx", help="照本单位的 Word 文件排：用它的样式、页面、页眉页脚"
)  # fmt: skip


class Look(Struct, frozen=True):
    """A style, and the office's own file where it lends its looks."""

    style: Style
    reference: Reference | None = None

    def word(self, report: Report, created: datetime, explain: Explain | None = None) -> bytes:
        """``report`` as a Word file in this look."""
        from generator.render.word import docx_bytes

        return docx_bytes(report, self.style, created=created, explain=explain, reference=self.reference)

    def tell(self, report: Report) -> None:
        """Say on stderr what the reference lacks for ``report``."""
        for note in self.reference.notes(report, self.style) if self.reference else ():
            click.echo(note, err=True)


def chosen_look(kind: str, name: str, reference: Path | None, beside: Path) -> Look:
    """The look for a report of ``kind``: that of its template where none is named. ``beside`` is the folder of the facts file."""
    return look_named(name or shelf.template(kind, beside).style, reference, beside)


def look_named(name: str, reference: Path | None, beside: Path | None = None) -> Look:
    """The look of that name (see ``shelf.style``), lent by ``reference`` where there is one."""
    style = shelf.style(name, beside)
    if reference is None:
        return Look(style)
    from generator.reading.package import opened
    from generator.reading.repack import repacked
    from generator.render.reference import load_reference

    data = read_bytes(reference)
    return Look(style, load_reference(str(reference), repacked(opened(str(reference), data), data)))

"""``nigao diff --format docx``: the changes as revisions that Word and WPS show, accept and refuse."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from generator.cli import shelf
from generator.files import write_new
from generator.report import Report

_STYLE = "gbt9704"
_SUFFIX = "-花脸稿"


def write_revision(old: Report, new: Report, edited: Path, target: Path | None, author: str, style: str) -> None:
    """Writes ``new``, read from the file ``edited``, with what sets it apart from ``old`` as revisions of ``author``, dated as ``edited`` is."""
    from generator.render.fingerprint import made_and_untouched
    from generator.render.revised import revised
    from generator.render.word import docx_bytes

    date = datetime.fromtimestamp(edited.stat().st_mtime, UTC)
    look = shelf.style(style or _STYLE, edited.parent)
    before, after = (docx_bytes(report, look, created=date) for report in (old, new))
    path = target or edited.with_name(f"{edited.stem}{_SUFFIX}.docx")
    write_new(path, revised(before, after, author, date), may_replace=made_and_untouched)
    click.echo(f"已写成 {path}：在 Word、WPS 的“审阅”里逐处接受或拒绝")

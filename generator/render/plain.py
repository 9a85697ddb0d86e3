"""A report as plain text: one line a paragraph, indented two full-width spaces as in print."""

from __future__ import annotations

from generator.render.printable import printable
from generator.report import Line, LineKind, Report, lines

_FLUSH = (LineKind.TITLE, LineKind.ADDRESSEE, LineKind.SIGNATURE, LineKind.DATE)


def plain_text(report: Report) -> str:
    """``report`` as text, the title set off by an empty line, blanks as their mark."""
    return "".join(f"{_row(line)}\n" for line in lines(report))


def _row(line: Line) -> str:
    indent = "" if line.kind in _FLUSH else "　　"
    after = "\n" if line.kind is LineKind.TITLE else ""
    return f"{indent}{printable(line.text)}{after}"

"""The file formats a report can be written in: one literal table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from generator.problems import Problem
from generator.render.markdown import markdown_text
from generator.render.plain import plain_text
from generator.render.styles import Style
from generator.render.tree import json_text
from generator.report import Report


@dataclass(frozen=True, slots=True)
class Order:
    """All that some format needs beside the report: the look and the date of a Word file, the problems that go into JSON."""

    style: Style
    created: datetime
    problems: Sequence[Problem] = ()


def _word(report: Report, order: Order) -> bytes:
    # python-docx takes a quarter of a second to import; only Word files wait for it.
    from generator.render.word import docx_bytes

    return docx_bytes(report, order.style, created=order.created)


FORMATS: dict[str, Callable[[Report, Order], bytes]] = {
    "docx": _word,
    "md": lambda report, _: markdown_text(report).encode(),
    "txt": lambda report, _: plain_text(report).encode(),
    "json": lambda report, order: json_text(report, order.problems).encode(),
}
"""Writers by the ending of the file they write."""

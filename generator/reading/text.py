"""Plain text to ``Report``."""

from __future__ import annotations

from generator.problems import Problem
from generator.reading.lines import SourceLine
from generator.reading.outline import read_report
from generator.report import Report


def read_text(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name``, and what is odd about it. Never raises."""
    return read_report(name, (SourceLine(n, line) for n, line in enumerate(text.split("\n"), 1)))

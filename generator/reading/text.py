"""Plain text to ``Report``."""

from __future__ import annotations

import re

from generator.foreign_forms import foreign_forms
from generator.problems import Problem, Source
from generator.reading.lines import text_lines
from generator.reading.outline import read_report
from generator.report import Report

_NOTES = re.compile(r"\n+注：\n(?:［\d+］.*(?:\n|$))+\s*$")
_NOTE_MARK = re.compile(r"［\d+］")


def read_text(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name``, and what is odd about it. Numbered notes at the end (注：, ［1］…) are left
    out, with their marks. Never raises."""
    report, problems = read_report(name, text_lines(_without_notes(text)))
    return report, [*foreign_forms(Source(name, text)), *problems]


def _without_notes(text: str) -> str:
    notes = _NOTES.search(text)
    return _NOTE_MARK.sub("", text[: notes.start()]) if notes else text

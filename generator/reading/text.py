"""Plain text to ``Report``."""

from __future__ import annotations

import re

from generator.problems import Problem
from generator.reading.lines import text_lines
from generator.reading.outline import read_report
from generator.report import Report

_NOTES = re.compile(r"\n+注：\n(?:［\d+］.*(?:\n|$))+\s*$")
_NOTE_MARK = re.compile(r"［\d+］")


def read_text(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name``, and what is odd about it. Numbered notes at the end (注：, ［1］…) are left
    out, with their marks. Never raises."""
    return read_report(name, text_lines(_without_notes(text)))


def _without_notes(text: str) -> str:
    notes = _NOTES.search(text)
    return _NOTE_MARK.sub("", text[: notes.start()]) if notes else text

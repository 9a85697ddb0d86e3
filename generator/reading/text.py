"""Plain text to ``Report``."""

from __future__ import annotations

import re

from generator.limits import PARAGRAPHS
from generator.problems import Place, Problem, Severity
from generator.reading.lines import SourceLine
from generator.reading.outline import read_report
from generator.report import Report

_NOTES = re.compile(r"\n+注：\n(?:［\d+］.*(?:\n|$))+\s*$")
_NOTE_MARK = re.compile(r"［\d+］")


def read_text(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name``, and what is odd about it. Numbered notes at the end (注：, ［1］…) are left
    out, with their marks. Never raises."""
    lines = _without_notes(text).split("\n", PARAGRAPHS)
    report, problems = read_report(name, (SourceLine(n, line) for n, line in enumerate(lines[:PARAGRAPHS], 1)))
    return report, [*problems, *(_rest(name) for _ in lines[PARAGRAPHS:])]


def _without_notes(text: str) -> str:
    notes = _NOTES.search(text)
    return _NOTE_MARK.sub("", text[: notes.start()]) if notes else text


def _rest(name: str) -> Problem:
    return Problem(Place(name, PARAGRAPHS), "rest-left-out", f"第{PARAGRAPHS}行以后的内容没有读", "分成几份再读", Severity.WARNING)

"""Markdown to ``Report``: # the title, deeper # the levels, marks of emphasis, notes and escapes taken off; tables are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.reading.lines import SourceLine
from generator.reading.outline import read_report
from generator.report import LineKind, Report

_HEAD = re.compile(r"(#{1,6})\s+")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__)(.+?)(?<!\\)\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LEFT_OUT = re.compile(r"\s*(?:</?div\b.*|\||\[\^[^\]]+\]:)")
_DEEPEST = 4


def read_markdown(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name`` and the lines of the file, and what is odd about it. Never raises."""
    return read_report(name, _lines(text))


def _lines(text: str) -> Iterator[SourceLine]:
    titled = False
    for number, raw in enumerate(text.split("\n"), 1):
        if _LEFT_OUT.match(raw):
            continue
        head = _HEAD.match(raw)
        said = _plain(raw[head.end() if head else 0 :])
        depth = len(head[1]) if head else 0
        if depth == 1 and not titled:
            titled = True
            yield SourceLine(number, said, 1, LineKind.TITLE)
        else:
            column = head.end() + 1 if head else 1
            yield SourceLine(number, said, column, None, min(max(depth - 1, 1), _DEEPEST) if depth else 0)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _NOTE.sub("", text)))

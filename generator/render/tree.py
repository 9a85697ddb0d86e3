"""A report as data for other programs: every printed paragraph with its spans, every span with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.jsontext import json_text
from generator.printed import Line, LineKind, lines
from generator.problems import Problem
from generator.report import Blank, Inline, OriginKind, Report, Role, walk


def tree(report: Report, problems: Sequence[Problem]) -> dict[str, Any]:
    """``report`` and what was found in it, as plain mappings and lists. Raises ValueError for text without an origin, a fault of who built it."""
    printed = [line for line in lines(report) if line.kind is not LineKind.TITLE]
    return {
        "title": [_span(i) for i in report.title],
        "blocks": [_block(line, role) for line, role in zip(printed, _block_roles(printed, report), strict=True)],
        "problems": [_problem(p) for p in problems],
    }


def tree_json(report: Report, problems: Sequence[Problem]) -> str:
    """``tree`` as JSON, Chinese written as it is."""
    return json_text(tree(report, problems)) + "\n"


def _block(line: Line, role: str) -> dict[str, Any]:
    if line.cells:
        return {"kind": "row", "level": None, "number": None, "role": role, "cells": [[_span(i) for i in cell] for cell in line.cells]}
    return {
        "kind": "heading" if line.kind is LineKind.HEADING else "paragraph",
        "level": line.level or None,
        "number": line.number or None,
        "role": role,
        "spans": [_span(i) for i in line.inlines],
    }


def _span(inline: Inline) -> dict[str, Any]:
    if inline.origin is None and not isinstance(inline, Blank):
        raise ValueError(f"text without an origin: {inline.text!r}")
    return {"text": inline.text, "origin": _origin(inline)}


def _origin(inline: Inline) -> dict[str, Any]:
    """The origin without what it leaves empty; a blank is one whatever fact it is missing from."""
    origin = inline.origin
    kind = OriginKind.BLANK if isinstance(inline, Blank) or origin is None else origin.kind
    said = {"path": origin.path, "line": origin.line, "column": origin.column, "phrase": origin.phrase, "layer": origin.layer} if origin else {}
    return {"kind": kind.value} | {key: value for key, value in said.items() if value}


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "message": problem.message,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "hint": problem.hint,
    }


def _roles(report: Report) -> dict[int, str]:
    """Each section's roles by its identity, since equal sections may stand in several places; those of its level-1 section if it has none."""
    return {id(section): _named(section.roles or top.roles) for top in report.sections for section in walk((top,))}


def _named(roles: frozenset[Role]) -> str:
    return "+".join(role.value for role in Role if role in roles)


def _block_roles(printed: list[Line], report: Report) -> Iterator[str]:
    roles = _roles(report)
    leading = len(report.lead)
    for line in printed:
        if line.section is not None:
            yield roles[id(line.section)]
        elif line.kind is LineKind.BODY:
            yield "导语" if leading > 0 else "结语"
            leading -= 1
        elif line.kind is LineKind.ATTACHMENT:
            yield "附件"
        else:
            yield line.kind.value

"""The text formats a report can be written in: one literal table. Word files need a look and a date beside the report: ``word.docx_bytes``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.problems import Problem
from generator.render.markdown import markdown
from generator.render.plain import plain_text
from generator.render.tree import tree_json
from generator.report import Report

TEXT_FORMATS: dict[str, Callable[[Report, Sequence[Problem]], str]] = {
    "md": lambda report, _: markdown(report),
    "text": lambda report, _: plain_text(report),
    "json": tree_json,
}
"""Writers by the name the command line gives them; the problems found go into JSON alone."""

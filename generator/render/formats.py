"""The text formats a report can be written in: one literal table. Word files need a look and a date beside the report: ``word.docx_bytes``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.problems import Problem
from generator.render.markdown import markdown
from generator.render.origins import Explain
from generator.render.plain import plain_text
from generator.render.tree import tree_json
from generator.report import Report

TEXT_FORMATS: dict[str, Callable[[Report, Sequence[Problem], Explain | None], str]] = {
    "md": lambda report, _, explain: markdown(report, explain),
    "text": lambda report, _, explain: plain_text(report, explain),
    "json": lambda report, problems, _: tree_json(report, problems),
}
"""Writers by the name the command line gives them; the problems found go into JSON alone, which tells every span's origin unasked."""

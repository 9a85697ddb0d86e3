"""The text formats a report can be written in: one literal table. Word files need a look and a date beside the report: ``word.docx_bytes``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.report import Report

if TYPE_CHECKING:  # each format loads what writes it when it is asked for
    from generator.render.origins import Explain


def _markdown(report: Report, _: Sequence[Problem], explain: Explain | None) -> str:
    from generator.render.markdown import markdown

    return markdown(report, explain)


def _plain(report: Report, _: Sequence[Problem], explain: Explain | None) -> str:
    from generator.render.plain import plain_text

    return plain_text(report, explain)


def _tree(report: Report, problems: Sequence[Problem], _: Explain | None) -> str:
    from generator.render.tree import tree_json

    return tree_json(report, problems)


TEXT_FORMATS: dict[str, Callable[[Report, Sequence[Problem], Explain | None], str]] = {"md": _markdown, "text": _plain, "json": _tree}
"""Writers by the name the command line gives them; the problems found go into JSON alone, which tells every span's origin unasked."""

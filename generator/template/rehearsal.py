"""A passage run over made-up values, so that one that goes on without end is told when it is checked and not when a report is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.problems import Faults, Problem
from generator.report import Text
from generator.template.model import Template
from generator.template.passage import Words
from generator.template.vetting import NAMES

_WORD = Words((Text("某"),))
_SEVERAL = [_WORD] * 3
_LISTS = ("专题", "板块", "主题", "支部")


def rehearsed(template: Template) -> Iterator[Problem]:
    """What goes wrong when every passage of ``template`` runs with each value given."""
    for passage in template.passages.values():
        try:
            passage.render(_VALUES)
        except Faults as faults:
            yield from faults.problems


def _value(name: str, attributes: frozenset[str]) -> Any:
    if attributes:
        return {attribute: _value(attribute, frozenset()) for attribute in attributes}
    return list(_SEVERAL) if name in _LISTS else _WORD


_VALUES: Mapping[str, Any] = {name: _value(name, attributes) for name, attributes in NAMES.items()} | {
    "用语": lambda _move, _pool: _WORD,
    "择": lambda *variants: Words((variants[0],)),
}

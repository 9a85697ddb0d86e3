"""Shapes that papers take, and what is told of each: cases to read in shapes.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.made import codes
from tests.check.others import signed, standard
from tests.check.papers import Line

_CASES = (Path(__file__).parent / "shapes.txt").read_text(encoding="utf-8").split("\n== ")[1:]
_MACROS = {
    "&开头": """t|云州市水务局关于做好供水工作的通知
e|
to|各县（区）水务局：
p|为做好冬季供水保障工作，确保群众用水安全，经市政府同意，现就有关事项通知如下。
h1|一、全面排查隐患
p|各供水单位要逐处排查，12月10日前完成。""",
    "&落款": "e|\nsg|云州市水务局\ndt|2025年11月28日",
}
_ASIDE = {"heading-outline", "title-overflow"}
"""What every one of these papers is told: its headings are known by their looks alone, its title is long."""


def lines(case: str) -> list[Line]:
    text = "\n".join(_MACROS.get(line, line) for line in case.splitlines()[1:] if "|" in line or line in _MACROS)
    return [(kind, said) for kind, _, said in (line.partition("|") for line in text.splitlines())]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.splitlines()[0])
def test_shapes(case: str) -> None:
    wanted = next(line for line in case.splitlines() if line.startswith("→"))
    assert codes(standard(lines(case), signed(470, 200))) - _ASIDE == set(wanted.removeprefix("→").split())

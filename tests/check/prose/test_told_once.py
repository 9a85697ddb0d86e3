"""A number written twice is told once: the number behind it, which counts on as if it had been right, is no gap."""

from __future__ import annotations

import pytest

from generator.check.prose.check import check_prose
from tests.check.prose.seeded import made

_POINTS = "一是抓学习。学习9次。二是抓制度。修订3项。二是抓作风。督查4次。四是抓培训。举办2期。"
_HEAD = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n"
_HEADS = _HEAD + "（一）学习\n学习9次。\n（二）制度\n修订3项。\n（二）作风\n督查4次。\n（四）培训\n办班2期。"
_GAP = "一是抓学习。学习9次。二是抓制度。修订3项。二是抓作风。督查4次。五是抓培训。举办2期。"


@pytest.mark.parametrize(("text", "codes"), [(_POINTS, ["point-order"]), (_HEADS, ["number-repeat"]), (_GAP, ["point-order"] * 2)])
def test_told_once(text: str, codes: list[str]) -> None:
    assert [r.code for r in check_prose(made(text)) if r.code.startswith(("point-", "number-"))] == codes

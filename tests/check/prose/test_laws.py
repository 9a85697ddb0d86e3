"""Laws that hold for any text: checking never fails, points at what stands there, says the same each time; mending what it mends leaves it mended."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.mending import mendable, mended_text
from generator.check.prose.check import check_prose
from tests.check.prose.seeded import subject

PIECES = (
    "一、主要做法\n",
    "（一）加强学习\n",
    "（三）、",
    "1.",
    "一是",
    "二是",
    "三是要",
    "首先，",
    "组织学习",
    "受理群众来信",
    "办结",
    "其中",
    "其余",
    "共计",
    "12次",
    "3.5%",
    "率达120%",
    "2025年",
    "2月30日",
    "由12件降至9件，下降",
    "，",
    "。",
    "；",
    ",",
    "、",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "\n",
    "截止目前",
    "总书记重要讲话",
    "政治意识、",
    "大局意识、",
    "看齐意识",
    "党的二十大精神",
    "局党组",
    "局党委",
    "市政府、市委",
    "进一步",
    "切实",
    "××",
    "二个",
    "二、存在问题\n",
    "三、下一步打算\n",
    "云州市水务局\n2025年12月20日",
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_any_text_can_be_checked(text: str) -> None:
    checked = subject(text)
    found = check_prose(checked)
    assert found == check_prose(checked)
    assert all(r.place.line <= len(text.splitlines()) and r.fault for r in found)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_what_is_mended_stays_mended(text: str) -> None:
    wanted = mendable(check_prose(subject(text)))
    after, done = mended_text(text, wanted)
    assert (after == text) == (not [r for r in done if r.instead != r.quoted])
    assert {r.place for r in done} <= {r.place for r in wanted}

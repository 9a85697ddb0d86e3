"""How remarks quote: figures as the facts file writes them, one remark for one slip, single quotes within quotes."""

from __future__ import annotations

import pytest

from generator.check.prose.check import check_prose, single_within
from generator.check.prose.examples import subject_of
from generator.check.prose.rule import Example
from generator.cli import shelf


def faults(text: str, *facts: str) -> dict[str, str]:
    """What is said of ``text``, by the code of the rule."""
    subject = subject_of(Example(text, facts=facts), shelf.check_words(), shelf.formulations())
    return {r.code: r.fault for r in check_prose(subject)}


def test_half_of_a_fact_with_a_measure_word_of_its_own() -> None:
    said = faults("走访独居老人家庭320户，送去过冬物资。", "走访独居老人家庭320户，更换老旧灯管1260支架")
    assert "1260支" in said["fact-lost"]
    assert "245顷" in faults("巡查东港湿地岸线38公里。", "巡查东港湿地岸线38公里，补植245顷")["fact-lost"]


def test_a_value_is_quoted_as_it_is_written() -> None:
    assert "3.6万人次" in faults("体育场馆接待群众，开放312天。", "体育场馆接待群众3.6万人次，开放312天")["fact-lost"]


def test_one_remark_for_a_figure_that_became_another() -> None:
    said = faults("体育场馆接待群众36万人次，开放312天。", "体育场馆接待群众3.6万人次，开放312天")
    assert "not-in-facts" in said
    assert "fact-lost" not in said


def test_a_round_count_of_people_may_be_written_with_another_measure() -> None:
    assert "not-in-facts" not in faults("慰问困难党员约12人。", "慰问困难党员约12名")
    assert "约数" in faults("慰问困难党员约12人。", "慰问困难党员12名")["not-in-facts"]


def test_one_remark_for_a_part_over_its_whole() -> None:
    said = faults("查摆问题62个，其中年底前整改72个。")
    assert "part-over-whole" in said
    assert "done-over-came" not in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [("“领悟“两个维护””应为“x”", "“领悟‘两个维护’”应为“x”"), ("“甲”和“乙”", "“甲”和“乙”"), ("”", "”")],
)
def test_quotes_within_quotes(text: str, shown: str) -> None:
    assert single_within(text) == shown

"""What is left out of a fact, a hedge or a name of a list, and what a report says of its unit and year otherwise than its facts do."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.check.prose.check import check_prose
from generator.check.prose.examples import subject_of
from generator.check.prose.rule import Example
from generator.check.prose.subject import Owed
from generator.check.prose.table import RULES
from generator.cli import shelf


def found(code: str, text: str, facts: tuple[str, ...] = ()) -> list[str]:
    subject = subject_of(Example(text, facts=facts), shelf.check_words(), shelf.formulations())
    return [r.fault for r in check_prose(subject, rules=[rule for rule in RULES if rule.code == code])]


@pytest.mark.parametrize(
    ("fact", "said", "told"),
    [
        ("更换水表约4100块", "更换水表4100块。", "事实表里写的是“约”，稿子里没有了"),
        ("培训党员干部460余人次", "培训党员干部460人次。", "事实表里写的是“余”，稿子里没有了"),
        ("加固云岭、青石、柳河3座水库", "加固云岭、柳河3座水库。", "事实表里写的是“、青石”，稿子里没有了"),
        ("基层站所人手少", "主要是基层站所人手多。", "事实表里写的是“少”，稿子里是“多”"),
        ("更换水表约4100块", "更换水表约4100块，走访大约20户。", None),
        ("到附近社区走访12户", "到附近社区走访12户。", None),
        ("改造管网18公里，惠及3200户", "改造管网18公里，完成投资9600万元，惠及3200户。", None),
    ],
)
def test_what_is_left_out_of_a_fact(fact: str, said: str, told: str | None) -> None:
    assert found("fact-reworded", said, (fact,)) == ([told] if told else [])


_REPORT = "云州市水务局{title}工作总结\n{lead}\n一、做法\n学习9次。\n云州市{unit}\n2025年12月22日"


@pytest.mark.parametrize(
    ("title", "lead", "told"),
    [
        ("2024年", "2025年，市水务局抓学习，工作平稳。", ["标题写的是2024年，开头说的是2025年"]),
        ("2025年", "2025年，市水务局抓学习，工作平稳。", []),
        ("2024年", "2025年，市水务局将继续抓学习。", []),
        ("2024年工作总结和2025年", "2025年，市水务局抓学习，工作平稳。", []),
    ],
)
def test_the_year_of_the_title(title: str, lead: str, told: list[str]) -> None:
    assert found("two-periods", _REPORT.format(title=title, lead=lead, unit="水务局")) == told


@pytest.mark.parametrize(
    ("unit", "told"), [("水利局", ["落款写的是“云州市水利局”，事实表里是“云州市水务局”"]), ("水务局", []), ("水务局党组", []), ("政府办公室", [])]
)
def test_who_signs(unit: str, told: list[str]) -> None:
    text = _REPORT.format(title="2025年", lead="2025年，抓学习。", unit=unit)
    subject = subject_of(Example(text), shelf.check_words(), shelf.formulations())
    owed = Owed((), ("学习9次",), "事实表", ("云州市水务局", "市水务局"))
    assert [r.fault for r in check_prose(replace(subject, owed=owed), rules=[r for r in RULES if r.code == "own-name"])] == told

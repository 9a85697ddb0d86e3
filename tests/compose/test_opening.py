"""How blocks, plans and problems open, with the shipped bank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import yaml

from generator.cli import shelf
from generator.compose.draft import Draft, compose
from generator.compose.kept import Choice
from generator.compose.spots import Spot
from generator.facts.load import load_facts
from generator.printed import lines
from generator.problems import Source
from generator.report import OriginKind

BLOCKS = [
    {
        "主题": "航道养护",
        "要点": [
            {"事项": "航道维护", "事实": ["维护航道286公里"]},
            {"事项": "航标管理", "事实": ["维护航标312座，更换航标灯86盏"]},
            {"事项": "航道信息服务", "事实": ["发送水情短信4.3万条"]},
        ],
    },
    {
        "主题": "船闸运行",
        "要点": [
            {"事项": "运行调度", "事实": ["开闸9860闸次"]},
            {"事项": "船闸大修", "事实": ["3月5日停航，28天完工"]},
        ],
    },
    {
        "主题": "良种推广",
        "要点": [
            {"事项": "种畜供应", "事实": ["推广种公羊640只"]},
            {"事项": "人工授精和胚胎移植", "事实": ["移植胚胎210头"]},
            {"事项": "联农带农", "事实": ["回购羊羔5100只"]},
        ],
    },
]
PLANS = [{"主题": t, "举措": [m]} for t, m in (("智慧港航", "建设电子航道图"), ("渡口渡船", "6道偏远渡口加装监控"), ("船闸检修", "更换人字门底枢"))]


def drafted(length: int = 2000, kept: dict[Spot, Choice] | None = None, **keys: object) -> Draft:
    given = {"文种": "年度总结", "单位": {"全称": "云州市港航事务中心", "自称": "我中心"}, "时段": "2025年", "字数": length, "做法": BLOCKS, **keys}
    facts = load_facts(Source("表.yaml", yaml.safe_dump(given, allow_unicode=True)))
    return compose(facts, shelf.template(facts.kind), shelf.bank(), kept=kept)


def printed(draft: Draft) -> Sequence[str]:
    return [line.text for line in lines(draft.report)]


def opened(draft: Draft) -> Sequence[str]:
    """The line under each heading of 做法, where it is no point."""
    said = printed(draft)
    return [after for line, after in pairwise(said) if re.match("（[一二三]）", line) and not re.match(".是", after)]


def test_every_block_opens_by_naming_its_points() -> None:
    first, second, third = opened(drafted())
    assert "航道维护、航标管理和航道信息服务" in first
    assert "运行调度和船闸大修" in second
    assert "种畜供应、人工授精和胚胎移植、联农带农" in third  # no 和 behind one that has it in itself


def test_no_two_blocks_open_alike() -> None:
    names = re.compile("航道维护|航标管理|航道信息服务|运行调度|船闸大修|种畜供应|人工授精和胚胎移植|联农带农|[、和两三]")
    around = [names.sub("", line) for line in opened(drafted())]
    assert len(set(around)) == len(around) == len(BLOCKS)


def test_all_blocks_are_opened_or_none() -> None:
    counts = {len(opened(drafted(length))) for length in range(150, 900, 50)}
    assert counts == {0, len(BLOCKS)}


def test_what_is_named_stands_in_the_words_of_the_clerk_as_an_echo() -> None:
    spans = [i for line in lines(drafted().report) for i in line.inlines if i.text == "航标管理"]
    kinds = [i.origin.kind for i in spans if i.origin]
    assert sorted(kinds) == [OriginKind.ECHO, OriginKind.FACT]


def test_the_clerks_own_opening_stands() -> None:
    own = [{**BLOCKS[0], "总领": "养护先养人。"}, *BLOCKS[1:]]
    assert opened(drafted(做法=own))[0] == "养护先养人。"


def test_an_opening_is_kept_under_another_seed() -> None:
    first = drafted()
    kept = {c.spot: c for c in first.choices if c.phrase}
    assert opened(drafted(kept=kept)) == opened(first)


def test_long_or_many_heads_are_not_named() -> None:
    many = [{"主题": "航道养护", "要点": [{"事项": f"第{n}段航道维护", "事实": [f"维护{n}0公里"]} for n in range(1, 7)]}]
    assert opened(drafted(做法=many)) == []


def test_plans_take_further_by_a_word_of_their_own() -> None:
    heads = [line for line in printed(drafted(打算=PLANS)) if re.match("[一二三]是", line)][-len(PLANS) :]
    words = [found[1] for head in heads if (found := re.match("[一二三]是(持续|进一步|不断|着力|继续|扎实|切实)", head))]
    assert len(set(words)) == len(PLANS)


def test_a_plan_of_a_topic_alone_says_what_for() -> None:
    said = "".join(printed(drafted(打算=[*PLANS, {"主题": "质量管理"}])))
    assert re.search("质量管理，[^。]{4,}。", said)


def test_problems_open_with_what_is_weak() -> None:
    weak = ["三维数据更新慢，成果平均滞后实地9个月", "市场化项目回款慢，年末应收账款1340万元", "执法艇9艘中4艘船龄超12年，停航维修7次"]
    said = "".join(printed(drafted(问题=weak)))
    assert "一是三维数据更新慢。成果平均滞后实地9个月。" in said
    assert "三是执法艇9艘中4艘船龄超12年，停航维修7次。" in said


def test_rates_get_their_verb_once_a_block() -> None:
    facts = [{"事项": "过闸调度", "事实": ["手机申报率98.2%"]}, {"事项": "船闸检修", "事实": ["完好率99.1%", "及时率97.4%"]}]
    said = "".join(printed(drafted(做法=[{"主题": "船闸运行", "要点": facts}])))
    assert said.count("率达") == 1


def test_the_whole_goes_on_behind_a_part_with_a_semicolon() -> None:
    facts = [{"事项": "党员发展", "事实": ["发展党员6名，其中高知群体2名、一线护士3名", "入党积极分子17名"]}]
    assert "一线护士3名；入党积极分子17名" in "".join(printed(drafted(做法=[{"主题": "支部建设", "要点": facts}])))

"""How plans and problems open and what comes of the rates of a block, with the shipped bank."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from generator.cli import shelf
from generator.compose.draft import Draft, compose
from generator.facts.load import load_facts
from generator.printed import lines
from generator.problems import Source

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


def drafted(**keys: object) -> Draft:
    given = {"文种": "年度总结", "单位": {"全称": "云州市港航事务中心", "自称": "我中心"}, "时段": "2025年", "字数": 2000, "做法": BLOCKS, **keys}
    facts = load_facts(Source("表.yaml", yaml.safe_dump(given, allow_unicode=True)))
    return compose(facts, shelf.template(facts.kind), shelf.bank())


def printed(draft: Draft) -> Sequence[str]:
    return [line.text for line in lines(draft.report)]


def test_plans_take_further_by_a_word_of_their_own() -> None:
    heads = [line for line in printed(drafted(打算=PLANS)) if re.match("[一二三]是", line)][-len(PLANS) :]
    words = [found[1] for head in heads if (found := re.match("[一二三]是(持续|进一步|不断|着力|继续|扎实|切实)", head))]
    assert len(set(words)) == len(PLANS)


def test_a_plan_of_a_topic_alone_is_a_verb_phrase_and_claims_nothing() -> None:
    said = "".join(printed(drafted(打算=[*PLANS, {"主题": "质量管理"}])))
    assert re.search("四是[^，。]{2,7}质量管理。", said)


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

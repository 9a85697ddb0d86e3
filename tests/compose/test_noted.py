"""What becomes of notes side by side: which of them get a word, and by what mark they are parted."""

from __future__ import annotations

import pytest
import yaml

from generator.cli import shelf
from generator.compose.draft import compose
from generator.facts.load import load_facts
from generator.printed import lines
from generator.problems import Source
from generator.report import plain


def said(*facts: object) -> str:
    points = [{"事项": "航道维护", "事实": [*facts]}, {"事项": "通航保障", "事实": ["保障通航300天"]}]
    given = {"文种": "工作总结", "单位": {"全称": "云州市港航事务中心"}, "做法": [{"主题": "航道养护", "要点": points}]}
    read = load_facts(Source("表.yaml", yaml.safe_dump(given, allow_unicode=True)))
    return "".join(plain(line.inlines) for line in lines(compose(read, shelf.template(read.kind), shelf.bank()).report))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (["上级检查 记录合格"], "上级检查，记录合格。"),  # a blank parts clauses
        (["职工王 磊同志获评先进"], "职工王 磊同志获评先进"),  # nor within a name
        (["疏浚浅段 3处"], "浅段3处"),  # beside a figure it is none
        (["接处警30起", "碰撞20起、搁浅10起"], "接处警30起，其中碰撞20起、搁浅10起"),
        (["接处警30起", "碰撞20起、搁浅9起"], "接处警30起"),
        ([{"做了": "重点企业监测", "数": 230, "量": "家", "时间": "每月"}], "每月对230家重点企业进行监测"),
    ],
)
def test_notes_side_by_side(facts: list[object], told: str) -> None:
    assert told in said(*facts)


def test_a_bare_count_behind_an_act_stands_apart_from_it() -> None:
    assert "移交违章线索3条；可疑船舶数据库2个" in said("移交违章线索3条", "可疑船舶数据库2个")


def test_what_is_there_is_not_told_behind_an_act() -> None:
    assert "现有" not in said("抢修航标12座", "在编职工40人").partition("抢修航标")[2].partition("。")[0]


def test_what_may_be_part_of_what_was_counted_gets_no_verb_of_its_own() -> None:
    assert "办理飞絮类工单97件" not in said("受理热线工单316件", "飞絮类工单97件")

"""Notes of the clerk's with their origins: what is supplied has one of its own, and ``--why`` tells it."""

from __future__ import annotations

from generator.chinese.forms import Use
from generator.compose.account import given
from generator.compose.lame import lame_problems
from generator.compose.remarks import trimmed_problems
from generator.compose.whole import whole
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.problems import Severity, Source
from generator.render.origins import told
from generator.report import Blank, Inlines, Origin, OriginKind, Text, plain
from tests.conftest import completions

TABLE = completions()
_OWN = Origin(OriginKind.FACT, "做法[0].要点[0].事实[0]", 7, 9)


def _whole(*note: Text | Blank) -> Inlines:
    return whole(note, Use.FACT, TABLE)


def test_supplied_words_stand_beside_the_clerks_runs() -> None:
    made = _whole(Text("主题教育列为第一议题", _OWN))
    assert [(i.text, i.origin.kind if i.origin else None) for i in made] == [("将", OriginKind.SUPPLIED), ("主题教育列为第一议题", OriginKind.FACT)]
    assert [told(i.origin, lambda _: "") for i in made if i.origin] == ["补字 将-归入", "事实 做法[0].要点[0].事实[0]（第7行）"]


def test_a_run_is_parted_where_a_word_comes_between() -> None:
    made = _whole(Text("办结率100%", _OWN))
    assert [i.text for i in made] == ["办结率", "达", "100%"]
    assert [i.origin for i in made][::2] == [_OWN, _OWN]


def test_a_measure_goes_before_its_noun() -> None:
    made = _whole(Text("企业主要负责人公开安全承诺", _OWN), Text("318", _OWN), Text("家", _OWN))
    assert [i.text for i in made] == ["318", "家", "企业主要负责人公开安全承诺"]


def test_a_blank_stays_a_blank() -> None:
    blank = Blank("××", Origin(OriginKind.BLANK, "做法[0].要点[0].事实[0]", 7, 9))
    made = _whole(Text("党组会", _OWN), blank, Text("次", _OWN))
    assert plain(made) == "召开党组会〔待补〕次"
    assert made[2] is blank


def test_what_is_whole_is_left_as_it_is() -> None:
    note = (Text("召开党组会26次", _OWN),)
    assert whole(note, Use.FACT, TABLE) is note


def _facts(body: str) -> Facts:
    return load_facts(Source("事实.yaml", f"文种: 年度总结\n单位: {{全称: 云州市古籍馆}}\n做法:\n  - 主题: 古籍修复\n    要点:\n{body}"))


def test_what_is_left_lame_is_told_with_a_value_for_the_file() -> None:
    facts = _facts("      - {事项: 建章立制, 事实: [制度12项, 修复古籍12册, 主题党日9次]}\n")
    (hint,) = lame_problems(facts, TABLE)
    assert (hint.place.line, hint.severity, hint.message, hint.hint) == (6, Severity.HINT, "缺字，照原样印：制度12项", "可以写成：制定制度12项")
    assert list(lame_problems(_facts("      - {事项: 建章立制, 事实: [制定制度12项]}\n"), TABLE)) == []


def test_a_title_cut_short_by_the_clerk_is_told_in_full() -> None:
    facts = _facts("      - {事项: 学习, 事实: [学习重要讲话精神12次, 学习习近平总书记重要讲话精神3次, 落实市委书记重要批示4件]}\n")
    assert [(p.place.line, p.hint) for p in trimmed_problems(facts, given(facts))] == [(6, "指的是它，就写成：学习习近平总书记重要讲话精神12次")]

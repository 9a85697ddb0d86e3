"""Notes of the clerk's with their origins: what is supplied has one of its own, and ``--why`` tells it."""

from __future__ import annotations

from generator.chinese.forms import Use
from generator.cli import shelf
from generator.compose.whole import whole
from generator.render.origins import told
from generator.report import Blank, Inlines, Origin, OriginKind, Text, plain

TABLE = shelf.completions()
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

"""The word lists that rules read, by the file of ``phrasebank/检查/`` that each stands in: the keys of a row, and the entry it becomes.

The head of each file explains its keys; every row names its source (出处).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from generator.check.prose.entries import (
    Body,
    Confused,
    Counted,
    Dated,
    Day,
    FixedSet,
    Frame,
    Handled,
    Idiom,
    Linked,
    Measured,
    Misheard,
    Moved,
    Plan,
    Promised,
    Ranked,
    Rate,
    Residue,
    Slot,
    Sounded,
    Swap,
    Tangle,
    Uncounted,
    Worn,
)
from generator.chinese.months import month_of
from generator.declared import Given, Key, Many, Record, Text


class WordList(Struct, frozen=True):
    """One file: the field of ``Words`` that it fills, the ``shape`` of a row, and how a row of that shape becomes an entry."""

    field: str
    shape: Record
    entry: Callable[[Given], Any]


def _listed(field: str, entry: Callable[[Given], Any], *keys: Key) -> WordList:
    return WordList(field, Record((*keys, Key("出处", Text(), required=True, doc="依据的文件、辞书或标准"))), entry)


def _text(name: str, *choices: str) -> Key:
    return Key(name, Text(choices=choices), required=True)


def _texts(name: str) -> Key:
    return Key(name, Many(Text()), required=True)


def _text_if_any(name: str, *choices: str) -> Key:
    return Key(name, Text(choices=choices))


def _texts_if_any(name: str) -> Key:
    return Key(name, Many(Text()))


def _words(field: str) -> WordList:
    """A list of words alone."""
    return _listed(field, lambda row: row.text("词"), _text("词"))


def _swaps(field: str) -> WordList:
    """A list of what is written wrong and how it is written right."""
    return _listed(
        field, lambda row: Swap(row.text("误"), row.text("正"), row.text("出处"), row.texts("除")), _text("误"), _text("正"), _texts_if_any("除")
    )


def _kinds(field: str) -> WordList:
    """A list of the kinds that things are parted into."""
    return _listed(field, lambda row: row.texts("分"), _texts("分"))


def _handled(field: str) -> WordList:
    """A list of what comes in and what is done about it."""
    return _listed(field, lambda row: Handled(row.texts("来"), row.texts("去"), row.text("出处")), _texts("来"), _texts("去"))


def _set(row: Given) -> FixedSet:
    since = month_of(row.text("起"))
    assert since is not None  # as ``faults_of`` saw to
    return FixedSet(row.text("名称"), row.texts("成员"), since, row.text("出处"), month_of(row.text("止")), row.texts("可缺"), row.texts("也"))


def _tangle(row: Given) -> Tangle:
    return Tangle(row.texts("前"), row.texts("后"), row.text("说明"), row.text("范围"), row.text("出处"), row.texts("除"))


def _confused(row: Given) -> Confused:
    return Confused(row.text("误"), row.text("正"), row.texts("前"), row.texts("后"), row.text("出处"), row.texts("除"), row.texts("宾"))


def _frame(row: Given) -> Frame:
    return Frame(row.texts("前"), row.texts("止"), row.texts("应止"), row.text("出处"), "处" in row, row.texts("除"))


def _linked(row: Given) -> Linked:
    return Linked(row.texts("前"), row.texts("应"), row.text("范围"), row.text("出处"), row.texts("除"))


def _sounded(row: Given) -> Sounded:
    return Sounded(tuple(tuple(word.split()) for word in row.text("词").split("；")), row.text("出处"))


def _day(row: Given) -> Day:
    return Day(row.texts("事"), int(row.text("年") or 0), int(row.text("月")), int(row.text("日")), row.text("出处"))


FILES: Mapping[str, WordList] = {
    "固定组.yaml": _listed("sets", _set, _text("名称"), _text("起"), _texts("成员"), _text_if_any("止"), _texts_if_any("可缺"), _texts_if_any("也")),
    "误写.yaml": _swaps("swaps"),
    "叠义.yaml": _swaps("redundant"),
    "成语.yaml": _listed("idioms", lambda row: Idiom(row.text("词"), row.text("出处"), row.texts("除")), _text("词"), _texts_if_any("除")),
    "杂糅.yaml": _listed("tangles", _tangle, _texts("前"), _texts("后"), _text("说明"), _text("范围", "相连", "分句", "句"), _texts_if_any("除")),
    "量词.yaml": _listed("measured", lambda row: Measured(row.text("名词"), row.texts("不用"), row.text("出处")), _text("名词"), _texts("不用")),
    "量音.yaml": _listed(
        "misheard",
        lambda row: Misheard(row.text("误"), row.text("正"), row.texts("名词"), row.text("出处")),
        _text("误"),
        _text("正"),
        _texts_if_any("名词"),
    ),
    "混用.yaml": _listed("confused", _confused, _text("误"), _text("正"), *map(_texts_if_any, ("前", "后", "宾", "除"))),
    "框架.yaml": _listed("frames", _frame, *map(_texts, ("前", "止", "应止")), _text_if_any("处", "句首"), _texts_if_any("除")),
    "呼应.yaml": _listed("linked", _linked, _texts("前"), _texts("应"), _text("范围", "句", "段"), _texts_if_any("除")),
    "同音.yaml": _listed("sounded", _sounded, _text("首"), _text("词")),
    "同音尾.yaml": _listed("sounded_at_ends", _sounded, _text("首"), _text("词")),
    "双字词.yaml": _listed("paired", lambda row: tuple(row.text("词").split()), _text("首"), _text("词")),
    "常语.yaml": _listed("usual", lambda row: tuple(row.text("词").split()), _text("类"), _text("词")),
    "同音字.yaml": _listed("homophones", lambda row: row.text("字"), _text("音"), _text("字")),
    "形近字.yaml": _listed("lookalikes", lambda row: (row.text("误"), row.text("正")), _text("误"), _text("正")),
    "空话.yaml": _words("hollow"),
    "嵌字.yaml": _listed(
        "slots", lambda row: Slot(row.texts("前"), row.texts("字"), row.texts("后"), row.text("出处")), *map(_texts, ("前", "字", "后"))
    ),
    "文件.yaml": _listed("documents", lambda row: Idiom(row.text("名"), row.text("出处"), row.texts("也")), _text("名"), _texts_if_any("也")),
    "缺数.yaml": _listed("uncounted", lambda row: Uncounted(row.text("名词"), row.texts("量"), row.text("出处")), _text("名词"), _texts("量")),
    "漏数.yaml": _listed("number_lost", lambda row: (row.text("量"), tuple(row.text("词").split())), _text("量"), _text("词")),
    "次序.yaml": _listed("ranked", lambda row: Ranked(row.texts("先"), row.texts("后"), row.text("出处")), _texts("先"), _texts("后")),
    "常用词.yaml": _listed("worn", lambda row: Worn(row.text("词"), int(row.text("每千字")), row.text("出处")), _text("词"), _text("每千字")),
    "比率.yaml": _listed("rates", lambda row: Rate(row.text("比率"), row.texts("完成"), row.text("出处")), _text("比率"), _texts_if_any("完成")),
    "办理.yaml": _handled("handled"),
    "可超百.yaml": _words("unbounded"),
    "周年.yaml": _listed("happened", lambda row: Dated(row.texts("事"), int(row.text("年")), row.text("出处")), _texts("事"), _text("年")),
    "规划期.yaml": _listed(
        "plans",
        lambda row: Plan(row.text("规划"), int(row.text("起")), int(row.text("止")), row.text("出处")),
        *map(_text, ("规划", "起", "止")),
    ),
    "升降.yaml": _listed("moved", lambda row: Moved(row.texts("升"), row.texts("降"), row.text("出处")), _texts("升"), _texts("降")),
    "数称.yaml": _listed(
        "counted",
        lambda row: Counted(row.text("称"), row.texts("动"), row.text("出处"), row.texts("除")),
        _text("称"),
        _texts_if_any("动"),
        _texts_if_any("除"),
    ),
    "标题.yaml": _listed("promised", lambda row: Promised(row.text("词"), row.texts("也"), row.text("出处")), _text("词"), _texts_if_any("也")),
    "日子.yaml": _listed("days", _day, _texts("事"), _text_if_any("年"), _text("月"), _text("日")),
    "固定语.yaml": _listed("phrases", lambda row: Idiom(row.text("语"), row.text("出处"), row.texts("除")), _text("语"), _texts_if_any("除")),
    "未了.yaml": _words("left"),
    "评选.yaml": _handled("chosen"),
    "残留.yaml": _listed(
        "residue",
        lambda row: Residue(row.text("类"), row.texts("前"), row.texts("后"), row.text("出处")),
        _text("类", "助手", "写法", "写法题", "自注", "两可"),
        _texts("前"),
        _texts_if_any("后"),
    ),
    "进度.yaml": _listed("progress", lambda row: (row.text("词"), row.texts("除")), _text("词"), _text("类", "起头", "没办"), _texts_if_any("除")),
    "交叉.yaml": _words("overlapping"),
    "毛病.yaml": _words("troubles"),
    "全分.yaml": _kinds("exhaustive"),
    "常分.yaml": _kinds("customary"),
    "下属.yaml": _listed("bodies", lambda row: Body(row.texts("名"), row.texts("任"), row.text("出处")), _texts("名"), _texts_if_any("任")),
}

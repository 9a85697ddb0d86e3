"""The word lists that rules read: ``phrasebank/检查/*.yaml``, held to strict shapes. The head of each file explains its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from generator.check.prose.entries import (
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
from generator.check.prose.shapes import CHARACTERS, HANDLED, KINDS, LEFT, SET, SOURCE, WITHIN, WORD
from generator.check.prose.vetting import faults_of
from generator.chinese.months import month_of
from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Place, Problem, Source
from generator.yamlfile import rows


class Words(Struct, frozen=True):
    """All lists, each in the order of its file."""

    sets: tuple[FixedSet, ...] = ()
    swaps: tuple[Swap, ...] = ()
    tangles: tuple[Tangle, ...] = ()
    measured: tuple[Measured, ...] = ()
    misheard: tuple[Misheard, ...] = ()
    ranked: tuple[Ranked, ...] = ()
    worn: tuple[Worn, ...] = ()
    rates: tuple[Rate, ...] = ()
    handled: tuple[Handled, ...] = ()
    overlapping: tuple[str, ...] = ()
    unbounded: tuple[str, ...] = ()
    happened: tuple[Dated, ...] = ()
    plans: tuple[Plan, ...] = ()
    idioms: tuple[Idiom, ...] = ()
    moved: tuple[Moved, ...] = ()
    left: tuple[str, ...] = ()
    chosen: tuple[Handled, ...] = ()
    counted: tuple[Counted, ...] = ()
    promised: tuple[Promised, ...] = ()
    days: tuple[Day, ...] = ()
    phrases: tuple[Idiom, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    slots: tuple[Slot, ...] = ()
    documents: tuple[Idiom, ...] = ()
    confused: tuple[Confused, ...] = ()
    frames: tuple[Frame, ...] = ()
    linked: tuple[Linked, ...] = ()
    hollow: tuple[str, ...] = ()
    sounded: tuple[Sounded, ...] = ()
    paired: tuple[tuple[str, ...], ...] = ()
    residue: tuple[Residue, ...] = ()
    usual: tuple[tuple[str, ...], ...] = ()
    homophones: tuple[str, ...] = ()
    lookalikes: tuple[tuple[str, str], ...] = ()
    troubles: tuple[str, ...] = ()
    progress: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exhaustive: tuple[tuple[str, ...], ...] = ()
    customary: tuple[tuple[str, ...], ...] = ()


class _List(Struct, frozen=True):
    """One file: the field of ``Words`` it fills, its shape, and how a row becomes an entry."""

    field: str
    shape: Record
    entry: Callable[[Given], Any]


def _handled(row: Given) -> Handled:
    return Handled(row.texts("来"), row.texts("去"), row.text("出处"))


def _set(row: Given) -> FixedSet:
    since = month_of(row.text("起"))
    assert since is not None  # as ``faults_of`` saw to
    return FixedSet(row.text("名称"), row.texts("成员"), since, row.text("出处"), month_of(row.text("止")), row.texts("可缺"), row.texts("也"))


FILES: Mapping[str, _List] = {
    "固定组.yaml": _List("sets", SET, _set),
    "误写.yaml": _List(
        "swaps",
        Record((Key("误", Text(), required=True), Key("正", Text(), required=True), Key("除", Many(Text())), SOURCE)),
        lambda row: Swap(row.text("误"), row.text("正"), row.text("出处"), row.texts("除")),
    ),
    "成语.yaml": _List(
        "idioms",
        Record((Key("词", Text(), required=True), Key("除", Many(Text())), SOURCE)),
        lambda row: Idiom(row.text("词"), row.text("出处"), row.texts("除")),
    ),
    "杂糅.yaml": _List(
        "tangles",
        Record(
            (
                Key("前", Many(Text()), required=True),
                Key("后", Many(Text()), required=True),
                Key("说明", Text(), required=True),
                Key("范围", Text(choices=WITHIN), required=True),
                Key("除", Many(Text())),
                SOURCE,
            )
        ),
        lambda row: Tangle(row.texts("前"), row.texts("后"), row.text("说明"), row.text("范围"), row.text("出处"), row.texts("除")),
    ),
    "量词.yaml": _List(
        "measured",
        Record((Key("名词", Text(), required=True), Key("不用", Many(Text()), required=True), SOURCE)),
        lambda row: Measured(row.text("名词"), row.texts("不用"), row.text("出处")),
    ),
    "量音.yaml": _List(
        "misheard",
        Record((Key("误", Text(), required=True), Key("正", Text(), required=True), Key("名词", Many(Text())), SOURCE)),
        lambda row: Misheard(row.text("误"), row.text("正"), row.texts("名词"), row.text("出处")),
    ),
    "混用.yaml": _List(
        "confused",
        Record(
            (
                Key("误", Text(), required=True),
                Key("正", Text(), required=True),
                Key("前", Many(Text())),
                Key("后", Many(Text())),
                Key("宾", Many(Text())),
                Key("除", Many(Text())),
                SOURCE,
            )
        ),
        lambda row: Confused(row.text("误"), row.text("正"), row.texts("前"), row.texts("后"), row.text("出处"), row.texts("除"), row.texts("宾")),
    ),
    "框架.yaml": _List(
        "frames",
        Record(
            (
                *(Key(k, Many(Text()), required=True) for k in ("前", "止", "应止")),
                Key("处", Text(choices=("句首",))),
                Key("除", Many(Text())),
                SOURCE,
            )
        ),
        lambda row: Frame(row.texts("前"), row.texts("止"), row.texts("应止"), row.text("出处"), "处" in row, row.texts("除")),
    ),
    "呼应.yaml": _List(
        "linked",
        Record(
            (
                *(Key(k, Many(Text()), required=True) for k in ("前", "应")),
                Key("范围", Text(choices=("句", "段")), required=True),
                Key("除", Many(Text())),
                SOURCE,
            )
        ),
        lambda row: Linked(row.texts("前"), row.texts("应"), row.text("范围"), row.text("出处"), row.texts("除")),
    ),
    "同音.yaml": _List(
        "sounded",
        Record((Key("首", Text(), required=True), Key("词", Text(), required=True), SOURCE)),
        lambda row: Sounded(tuple(tuple(word.split()) for word in row.text("词").split("；")), row.text("出处")),
    ),
    "双字词.yaml": _List(
        "paired",
        Record((Key("首", Text(), required=True), Key("词", Text(), required=True), SOURCE)),
        lambda row: tuple(row.text("词").split()),
    ),
    "常语.yaml": _List(
        "usual", Record((Key("类", Text(), required=True), Key("词", Text(), required=True), SOURCE)), lambda row: tuple(row.text("词").split())
    ),
    "同音字.yaml": _List(
        "homophones", Record((Key("音", Text(), required=True), Key("字", Text(), required=True), SOURCE)), lambda row: row.text("字")
    ),
    "形近字.yaml": _List("lookalikes", CHARACTERS, lambda row: (row.text("误"), row.text("正"))),
    "空话.yaml": _List("hollow", WORD, lambda row: row.text("词")),
    "嵌字.yaml": _List(
        "slots",
        Record((Key("前", Many(Text()), required=True), Key("字", Many(Text()), required=True), Key("后", Many(Text()), required=True), SOURCE)),
        lambda row: Slot(row.texts("前"), row.texts("字"), row.texts("后"), row.text("出处")),
    ),
    "文件.yaml": _List(
        "documents",
        Record((Key("名", Text(), required=True), Key("也", Many(Text())), SOURCE)),
        lambda row: Idiom(row.text("名"), row.text("出处"), row.texts("也")),
    ),
    "缺数.yaml": _List(
        "uncounted",
        Record((Key("名词", Text(), required=True), Key("量", Many(Text()), required=True), SOURCE)),
        lambda row: Uncounted(row.text("名词"), row.texts("量"), row.text("出处")),
    ),
    "次序.yaml": _List(
        "ranked",
        Record((Key("先", Many(Text()), required=True), Key("后", Many(Text()), required=True), SOURCE)),
        lambda row: Ranked(row.texts("先"), row.texts("后"), row.text("出处")),
    ),
    "常用词.yaml": _List(
        "worn",
        Record((Key("词", Text(), required=True), Key("每千字", Text(), required=True), SOURCE)),
        lambda row: Worn(row.text("词"), int(row.text("每千字")), row.text("出处")),
    ),
    "比率.yaml": _List(
        "rates",
        Record((Key("比率", Text(), required=True), Key("完成", Many(Text())), SOURCE)),
        lambda row: Rate(row.text("比率"), row.texts("完成"), row.text("出处")),
    ),
    "办理.yaml": _List("handled", HANDLED, _handled),
    "可超百.yaml": _List("unbounded", WORD, lambda row: row.text("词")),
    "周年.yaml": _List(
        "happened",
        Record((Key("事", Many(Text()), required=True), Key("年", Text(), required=True), SOURCE)),
        lambda row: Dated(row.texts("事"), int(row.text("年")), row.text("出处")),
    ),
    "规划期.yaml": _List(
        "plans",
        Record((Key("规划", Text(), required=True), Key("起", Text(), required=True), Key("止", Text(), required=True), SOURCE)),
        lambda row: Plan(row.text("规划"), int(row.text("起")), int(row.text("止")), row.text("出处")),
    ),
    "升降.yaml": _List(
        "moved",
        Record((Key("升", Many(Text()), required=True), Key("降", Many(Text()), required=True), SOURCE)),
        lambda row: Moved(row.texts("升"), row.texts("降"), row.text("出处")),
    ),
    "数称.yaml": _List(
        "counted",
        Record((Key("称", Text(), required=True), Key("动", Many(Text())), Key("除", Many(Text())), SOURCE)),
        lambda row: Counted(row.text("称"), row.texts("动"), row.text("出处"), row.texts("除")),
    ),
    "标题.yaml": _List(
        "promised",
        Record((Key("词", Text(), required=True), Key("也", Many(Text())), SOURCE)),
        lambda row: Promised(row.text("词"), row.texts("也"), row.text("出处")),
    ),
    "日子.yaml": _List(
        "days",
        Record((Key("事", Many(Text()), required=True), Key("年", Text()), *(Key(k, Text(), required=True) for k in "月日"), SOURCE)),
        lambda row: Day(row.texts("事"), int(row.text("年") or 0), int(row.text("月")), int(row.text("日")), row.text("出处")),
    ),
    "固定语.yaml": _List(
        "phrases",
        Record((Key("语", Text(), required=True), Key("除", Many(Text())), SOURCE)),
        lambda row: Idiom(row.text("语"), row.text("出处"), row.texts("除")),
    ),
    "未了.yaml": _List("left", WORD, lambda row: row.text("词")),
    "评选.yaml": _List("chosen", HANDLED, _handled),
    "残留.yaml": _List(
        "residue",
        Record((Key("类", Text(choices=LEFT), required=True), Key("前", Many(Text()), required=True), Key("后", Many(Text())), SOURCE)),
        lambda row: Residue(row.text("类"), row.texts("前"), row.texts("后"), row.text("出处")),
    ),
    "进度.yaml": _List(
        "progress",
        Record((Key("词", Text(), required=True), Key("类", Text(choices=("起头", "没办")), required=True), Key("除", Many(Text())), SOURCE)),
        lambda row: (row.text("词"), row.texts("除")),
    ),
    "交叉.yaml": _List("overlapping", WORD, lambda row: row.text("词")),
    "毛病.yaml": _List("troubles", WORD, lambda row: row.text("词")),
    "全分.yaml": _List("exhaustive", KINDS, lambda row: row.texts("分")),
    "常分.yaml": _List("customary", KINDS, lambda row: row.texts("分")),
}


def load_words(sources: Mapping[str, Source]) -> Words:
    """The lists of ``sources``, by the name of their file. A list that is not there is empty.

    Raises ``Faults`` with every fault of every file: misfits of shape, empty values, and entries that can never match.
    """
    problems: list[Problem] = []
    found: dict[str, tuple[Any, ...]] = {}
    for name, source in sources.items():
        if name not in FILES:
            problems.append(Problem(Place(source.name), "unknown-list", f"没有“{name}”这种词表", "可用：" + "、".join(FILES)))
            continue
        found[FILES[name].field] = tuple(_entries(FILES[name], source, problems))
    if problems:
        raise Faults(problems)
    return Words(**found)


def _entries(listed: _List, source: Source, problems: list[Problem]) -> Iterator[Any]:
    for node in rows(source):
        row: Given | None = read(node, listed.shape, problems)
        faults = [] if row is None else list(faults_of(row))
        problems.extend(faults)
        if row is not None and not faults and all(key.name in row for key in listed.shape.required):
            yield listed.entry(row)

"""The word lists that rules read: ``phrasebank/检查/*.yaml``, held to strict shapes. The head of each file explains its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.check.prose.entries import (
    Confused,
    Counted,
    Dated,
    Day,
    FixedSet,
    Frame,
    Handled,
    Idiom,
    Measured,
    Moved,
    Plan,
    Promised,
    Ranked,
    Rate,
    Slot,
    Sounded,
    Swap,
    Tangle,
    Uncounted,
    Worn,
)
from generator.chinese.months import Month, month_of
from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Place, Problem, Source
from generator.yamlfile import Scalar, rows


@dataclass(frozen=True, slots=True)
class Words:
    """All lists, each in the order of its file."""

    sets: tuple[FixedSet, ...] = ()
    swaps: tuple[Swap, ...] = ()
    tangles: tuple[Tangle, ...] = ()
    measured: tuple[Measured, ...] = ()
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
    hollow: tuple[str, ...] = ()
    sounded: tuple[Sounded, ...] = ()
    paired: tuple[tuple[str, ...], ...] = ()


_SOURCE = Key("出处", Text(), required=True, doc="依据的文件、辞书或标准")
WITHIN = ("相连", "分句", "句")


@dataclass(frozen=True, slots=True)
class _List:
    """One file: the field of ``Words`` it fills, its shape, and how a row becomes an entry."""

    field: str
    shape: Record
    entry: Callable[[Given], Any]


def _text(row: Given, key: str) -> str:
    value: Scalar | None = row.get(key)
    return value.text.strip() if value is not None else ""


def _texts(row: Given, key: str) -> tuple[str, ...]:
    return tuple(value.text.strip() for value in row.get(key) or ())


def _since(row: Given) -> Month:
    month = month_of(_text(row, "起"))
    assert month is not None  # as ``_faults`` saw to
    return month


FILES: Mapping[str, _List] = {
    "固定组.yaml": _List(
        "sets",
        Record((Key("名称", Text(), required=True), Key("成员", Many(Text()), required=True), Key("起", Text(), required=True), _SOURCE)),
        lambda row: FixedSet(_text(row, "名称"), _texts(row, "成员"), _since(row), _text(row, "出处")),
    ),
    "误写.yaml": _List(
        "swaps",
        Record((Key("误", Text(), required=True), Key("正", Text(), required=True), Key("除", Many(Text())), _SOURCE)),
        lambda row: Swap(_text(row, "误"), _text(row, "正"), _text(row, "出处"), _texts(row, "除")),
    ),
    "成语.yaml": _List(
        "idioms",
        Record((Key("词", Text(), required=True), Key("除", Many(Text())), _SOURCE)),
        lambda row: Idiom(_text(row, "词"), _text(row, "出处"), _texts(row, "除")),
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
                _SOURCE,
            )
        ),
        lambda row: Tangle(_texts(row, "前"), _texts(row, "后"), _text(row, "说明"), _text(row, "范围"), _text(row, "出处"), _texts(row, "除")),
    ),
    "量词.yaml": _List(
        "measured",
        Record((Key("名词", Text(), required=True), Key("不用", Many(Text()), required=True), _SOURCE)),
        lambda row: Measured(_text(row, "名词"), _texts(row, "不用"), _text(row, "出处")),
    ),
    "混用.yaml": _List(
        "confused",
        Record(
            (
                Key("误", Text(), required=True),
                Key("正", Text(), required=True),
                Key("前", Many(Text())),
                Key("后", Many(Text())),
                Key("除", Many(Text())),
                _SOURCE,
            )
        ),
        lambda row: Confused(_text(row, "误"), _text(row, "正"), _texts(row, "前"), _texts(row, "后"), _text(row, "出处"), _texts(row, "除")),
    ),
    "框架.yaml": _List(
        "frames",
        Record((Key("前", Many(Text()), required=True), Key("止", Many(Text()), required=True), Key("应止", Many(Text()), required=True), _SOURCE)),
        lambda row: Frame(_texts(row, "前"), _texts(row, "止"), _texts(row, "应止"), _text(row, "出处")),
    ),
    "同音.yaml": _List(
        "sounded",
        Record((Key("首", Text(), required=True), Key("词", Text(), required=True), _SOURCE)),
        lambda row: Sounded(tuple(tuple(word.split()) for word in _text(row, "词").split("；")), _text(row, "出处")),
    ),
    "双字词.yaml": _List(
        "paired",
        Record((Key("首", Text(), required=True), Key("词", Text(), required=True), _SOURCE)),
        lambda row: tuple(_text(row, "词").split()),
    ),
    "空话.yaml": _List("hollow", Record((Key("词", Text(), required=True), _SOURCE)), lambda row: _text(row, "词")),
    "嵌字.yaml": _List(
        "slots",
        Record((Key("前", Many(Text()), required=True), Key("字", Many(Text()), required=True), Key("后", Many(Text()), required=True), _SOURCE)),
        lambda row: Slot(_texts(row, "前"), _texts(row, "字"), _texts(row, "后"), _text(row, "出处")),
    ),
    "文件.yaml": _List(
        "documents",
        Record((Key("名", Text(), required=True), Key("也", Many(Text())), _SOURCE)),
        lambda row: Idiom(_text(row, "名"), _text(row, "出处"), _texts(row, "也")),
    ),
    "缺数.yaml": _List(
        "uncounted",
        Record((Key("名词", Text(), required=True), Key("量", Many(Text()), required=True), _SOURCE)),
        lambda row: Uncounted(_text(row, "名词"), _texts(row, "量"), _text(row, "出处")),
    ),
    "次序.yaml": _List(
        "ranked",
        Record((Key("先", Many(Text()), required=True), Key("后", Many(Text()), required=True), _SOURCE)),
        lambda row: Ranked(_texts(row, "先"), _texts(row, "后"), _text(row, "出处")),
    ),
    "常用词.yaml": _List(
        "worn",
        Record((Key("词", Text(), required=True), Key("每千字", Text(), required=True), _SOURCE)),
        lambda row: Worn(_text(row, "词"), int(_text(row, "每千字")), _text(row, "出处")),
    ),
    "比率.yaml": _List(
        "rates",
        Record((Key("比率", Text(), required=True), Key("完成", Many(Text())), _SOURCE)),
        lambda row: Rate(_text(row, "比率"), _texts(row, "完成"), _text(row, "出处")),
    ),
    "办理.yaml": _List(
        "handled",
        Record((Key("来", Many(Text()), required=True), Key("去", Many(Text()), required=True), _SOURCE)),
        lambda row: Handled(_texts(row, "来"), _texts(row, "去"), _text(row, "出处")),
    ),
    "可超百.yaml": _List("unbounded", Record((Key("词", Text(), required=True), _SOURCE)), lambda row: _text(row, "词")),
    "周年.yaml": _List(
        "happened",
        Record((Key("事", Many(Text()), required=True), Key("年", Text(), required=True), _SOURCE)),
        lambda row: Dated(_texts(row, "事"), int(_text(row, "年")), _text(row, "出处")),
    ),
    "规划期.yaml": _List(
        "plans",
        Record((Key("规划", Text(), required=True), Key("起", Text(), required=True), Key("止", Text(), required=True), _SOURCE)),
        lambda row: Plan(_text(row, "规划"), int(_text(row, "起")), int(_text(row, "止")), _text(row, "出处")),
    ),
    "升降.yaml": _List(
        "moved",
        Record((Key("升", Many(Text()), required=True), Key("降", Many(Text()), required=True), _SOURCE)),
        lambda row: Moved(_texts(row, "升"), _texts(row, "降"), _text(row, "出处")),
    ),
    "数称.yaml": _List(
        "counted",
        Record((Key("称", Text(), required=True), Key("动", Many(Text())), Key("除", Many(Text())), _SOURCE)),
        lambda row: Counted(_text(row, "称"), _texts(row, "动"), _text(row, "出处"), _texts(row, "除")),
    ),
    "标题.yaml": _List(
        "promised",
        Record((Key("词", Text(), required=True), Key("也", Many(Text())), _SOURCE)),
        lambda row: Promised(_text(row, "词"), _texts(row, "也"), _text(row, "出处")),
    ),
    "日子.yaml": _List(
        "days",
        Record((Key("事", Many(Text()), required=True), Key("年", Text()), *(Key(k, Text(), required=True) for k in "月日"), _SOURCE)),
        lambda row: Day(_texts(row, "事"), int(_text(row, "年") or 0), int(_text(row, "月")), int(_text(row, "日")), _text(row, "出处")),
    ),
    "固定语.yaml": _List(
        "phrases",
        Record((Key("语", Text(), required=True), Key("除", Many(Text())), _SOURCE)),
        lambda row: Idiom(_text(row, "语"), _text(row, "出处"), _texts(row, "除")),
    ),
    "未了.yaml": _List("left", Record((Key("词", Text(), required=True), _SOURCE)), lambda row: _text(row, "词")),
    "评选.yaml": _List(
        "chosen",
        Record((Key("来", Many(Text()), required=True), Key("去", Many(Text()), required=True), _SOURCE)),
        lambda row: Handled(_texts(row, "来"), _texts(row, "去"), _text(row, "出处")),
    ),
    "交叉.yaml": _List("overlapping", Record((Key("词", Text(), required=True), _SOURCE)), lambda row: _text(row, "词")),
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
        faults = [] if row is None else list(_faults(row))
        problems.extend(faults)
        if row is not None and not faults and all(key.name in row for key in listed.shape.required):
            yield listed.entry(row)


def _faults(row: Given) -> Iterator[Problem]:
    """What makes an entry useless: an empty value, a count or month that is none, too few members, what can never match."""
    for key, value in row.values.items():
        texts = value if isinstance(value, list) else [value]
        yield from (Problem(t.place, "empty-value", f"“{key}”是空的", "填上，或删去这一条") for t in texts if not t.text.strip())
    whole = ["每千字", "年", "月", "日"] + (["起", "止"] if "规划" in row else [])
    yield from (
        Problem(v.place, "not-number", f"“{v.text}”不是整数", "写成整数") for key in whole if (v := row.get(key)) and not v.text.strip().isdecimal()
    )
    since = row.get("起") if "成员" in row else None
    if since is not None and month_of(since.text.strip()) is None:
        yield Problem(since.place, "month", f"“{since.text}”不是月份", "写成 YYYY-MM，如 2021-02")
    if "成员" in row and len(row.get("成员")) < 3:
        yield Problem(row.place, "never-matches", "成员不到三个，永远查不出缺漏和错序", "写全，或删去这一条")
    yield from _never(row)


def _never(row: Given) -> Iterator[Problem]:
    """Entries that can never match: what is wrong is excused by what it is excused in, or is what it should be."""
    wrong, right = _text(row, "误"), _text(row, "正")
    if wrong and wrong == right:
        yield Problem(row.place, "never-matches", f"“{wrong}”误和正一样，永远查不出", "改正，或删去这一条")
    if wrong and wrong in _texts(row, "除"):
        yield Problem(row.place, "never-matches", f"“{wrong}”又列在“除”里，永远查不出", "从“除”里删去")
    both = set(_texts(row, "先")) & set(_texts(row, "后")) if "先" in row else set()
    if both:
        yield Problem(row.place, "never-matches", f"“{'、'.join(sorted(both))}”又在先又在后，永远查不出", "改正，或删去这一条")

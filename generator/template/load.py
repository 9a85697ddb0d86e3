"""Template folders: 文种.yaml and the passages beside it, with the common passages of 通用 behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.problems import Faults, Problem, Source
from generator.report import Role
from generator.template.model import Division, Feed, Layout, Part, Person, Template
from generator.template.passage import Passage, compile_passage
from generator.yamlfile import Given, Key, Many, Record, Text, parse, read

DECLARATION = "文种.yaml"
COMMON = "通用"
SUFFIX = ".j2"
REQUIRED_PASSAGES = ("标题", "导语", "结语", "落款")

_PART = Record(
    (
        Key("标题", Text("一、后面的标题"), required=True),
        Key("取自", Text("用事实表的哪一部分", tuple(Feed)), required=True),
        Key("角色", Many(Text("", tuple(Role))), required=True),
        Key("引语", Text("领起这一部分的段落模板")),
        Key("分为", Text("小标题：每块一个（一）；要点：一是、二是", tuple(Division)), required=True),
        Key("排列", Text("要点分段写还是连排", tuple(Layout))),
        Key("套语上限", Text("这一部分套语最多占百分之几")),
        Key("备注", Text()),
    )
)
_TEMPLATE = Record(
    (
        Key("说明", Text("一句话说清这个文种"), required=True),
        Key("人称", Text("单位或本人", tuple(Person)), required=True),
        Key("样式", Text("templates/styles 里的版式名")),
        Key("需要", Many(Text("必填之外还要的事实", ("报告人", "时段", "主送", "问题", "打算")))),
        Key("部分", Many(_PART), required=True),
        Key("备注", Text()),
    )
)


def load_template(kind: str, declaration: Source, passages: Mapping[str, Source]) -> Template:
    """The template of ``kind`` from its declaration and its passages by name (own ones over common ones).

    Raises ``Faults`` with every fault of the declaration and of every passage.
    """
    problems: list[Problem] = []
    compiled = {name: compile_passage(name, source, problems) for name, source in passages.items()}
    given: Given | None = _read(declaration, problems)
    template = None
    if given is not None and not problems:
        template = _template(kind, given, {n: p for n, p in compiled.items() if p is not None}, problems)
    if problems or template is None:
        raise Faults(problems)
    return template


def _read(declaration: Source, problems: list[Problem]) -> Given | None:
    try:
        given: Given | None = read(parse(declaration), _TEMPLATE, problems)
    except Faults as faults:
        problems.extend(faults.problems)
        return None
    return given


def _template(kind: str, given: Given, passages: Mapping[str, Passage], problems: list[Problem]) -> Template:
    parts = tuple(_part(p, problems) for p in given.get("部分"))
    for name in (*REQUIRED_PASSAGES, *(p.intro for p in parts if p.intro)):
        if name not in passages:
            problems.append(Problem(given.place, "passage-missing", f"缺少段落模板“{name}{SUFFIX}”", f"在 {kind} 或 {COMMON} 里补上这个文件"))
    return Template(
        kind=kind,
        doc=_text(given, "说明"),
        person=Person(_text(given, "人称")),
        style=_text(given, "样式", "gbt9704"),
        needs=tuple(n.text for n in given.get("需要") or ()),
        parts=parts,
        passages=passages,
        place=given.place,
    )


def _text(given: Given, key: str, default: str = "") -> str:
    value: Any = given.get(key)
    return default if value is None else str(value.text)


def _percent(given: Given, problems: list[Problem]) -> float:
    text = _text(given, "套语上限", "45")
    if text.isdecimal() and int(text) <= 100:
        return int(text) / 100
    place = given.get("套语上限").place
    problems.append(Problem(place, "not-percent", f"“{text}”不是 0 到 100 的整数", "形如 套语上限: 45"))
    return 0.0


def _part(given: Given, problems: list[Problem]) -> Part:
    return Part(
        title=_text(given, "标题"),
        feed=Feed(_text(given, "取自")),
        roles=frozenset(Role(r.text) for r in given.get("角色")),
        division=Division(_text(given, "分为")),
        layout=Layout(_text(given, "排列", Layout.SEPARATE)),
        intro=_text(given, "引语"),
        ceiling=_percent(given, problems),
        place=given.place,
    )

"""Template folders: 文种.yaml and the passages beside it, with the common passages of 通用 behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from generator.chinese.numerals import Ordinals
from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.report import Role
from generator.template.model import COMMON, SUFFIX, Division, Feed, Feeding, HeadManner, Layout, Part, Person, Template
from generator.template.parsing import compile_passage
from generator.template.passage import Passage
from generator.yamlfile import parse, whole_number

REQUIRED_PASSAGES = ("标题", "导语", "结语", "落款")

_PART = Record(
    (
        Key("标题", Text("一、后面的标题；没有的接在上一部分里")),
        Key("没写原因", Text("“标题”说到原因的，事实表里一条原因也没有时用的标题")),
        Key("取自", Text("用事实表的哪一部分", tuple(Feed)), required=True),
        Key("角色", Many(Text("", tuple(Role)))),
        Key("引语", Text("领起这一部分的段落模板")),
        Key("分为", Text("小标题：每块一个（一）；段首小标题：小标题后面接着写；要点：一是、二是", tuple(Division)), required=True),
        Key("排列", Text("要点分段写还是连排", tuple(Layout))),
        Key("序词", Text("要点怎样数", tuple(Ordinals))),
        Key("句首", Text("事项只是名词时怎样补成句首：动宾（落实请示报告），主谓（政治建设摆首位）", tuple(HeadManner))),
        Key("套语上限", Text("这一部分套语最多占百分之几")),
        Key("备注", Text()),
    )
)
_TEMPLATE = Record(
    (
        Key("说明", Text("一句话说清这个文种"), required=True),
        Key("人称", Text("单位、党组织或本人", tuple(Person)), required=True),
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
    parts = _parts(given.get("部分"), problems)
    for name in (*REQUIRED_PASSAGES, *(f.intro for p in parts for f in p.feedings if f.intro)):
        if name not in passages:
            problems.append(Problem(given.place, "passage-missing", f"缺少段落模板“{name}{SUFFIX}”", f"在 {kind} 或 {COMMON} 里补上这个文件"))
    return Template(
        kind=kind,
        doc=_text(given, "说明"),
        person=Person(_text(given, "人称")),
        style=_text(given, "样式", "gbt9704"),
        needs=tuple(n.text for n in given.get("需要") or ()),
        parts=tuple(parts),
        passages=passages,
        place=given.place,
    )


def _parts(rows: Sequence[Given], problems: list[Problem]) -> list[Part]:
    """The parts; a row without a heading continues the part before it."""
    parts: list[Part] = []
    for row in rows:
        if _text(row, "标题"):
            parts.append(_part(row, problems))
        elif parts:
            parts[-1] = _continued(parts[-1], _part(row, problems))
        else:
            problems.append(Problem(row.place, "part-untitled", "第一部分没有“标题”", "写上一、后面的标题"))
    return parts


def _continued(part: Part, more: Part) -> Part:
    feedings = part.feedings + more.feedings
    return replace(part, feedings=feedings, roles=part.roles | more.roles, ceiling=max(part.ceiling, more.ceiling))


def _part(given: Given, problems: list[Problem]) -> Part:
    return Part(
        title=_text(given, "标题"),
        title_without_causes=_text(given, "没写原因"),
        feedings=(_feeding(given),),
        roles=frozenset(Role(r.text) for r in given.get("角色") or ()) or frozenset({Role(_text(given, "取自"))}),
        ceiling=_percent(given, problems),
        place=given.place,
    )


def _feeding(given: Given) -> Feeding:
    return Feeding(
        feed=Feed(_text(given, "取自")),
        division=Division(_text(given, "分为")),
        layout=Layout(_text(given, "排列", Layout.SEPARATE)),
        ordinals=Ordinals(_text(given, "序词", Ordinals.IS)),
        manner=HeadManner(_text(given, "句首", HeadManner.VERB_FIRST)),
        intro=_text(given, "引语"),
    )


def _text(given: Given, key: str, default: str = "") -> str:
    value: Any = given.get(key)
    return default if value is None else str(value.text)


def _percent(given: Given, problems: list[Problem]) -> float:
    text = _text(given, "套语上限", "45")
    percent = whole_number(text)
    if percent is not None and percent <= 100:
        return percent / 100
    place = given.get("套语上限").place
    problems.append(Problem(place, "not-percent", f"“{text}”不是 0 到 100 的整数", "形如 套语上限: 45"))
    return 0.0

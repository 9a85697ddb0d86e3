"""What a passage may say, held against its parsed tree before anything runs: values, 用语, 择, filters, if, for and set; all else is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import nodes
from msgspec import Struct

from generator.chinese.numerals import Ordinals
from generator.problems import Place, Problem, Source, did_you_mean
from generator.report import Move
from generator.template.passage import Pool

NAMES: Mapping[str, frozenset[str]] = {
    "单位": frozenset({"全称", "简称", "自称", "党组织", "支部", "业务", "上级", "领导"}),
    "报告人": frozenset({"姓名", "职务", "任职", "分工"}),
    "时段": frozenset(),
    "期": frozenset(),
    "全年": frozenset(),
    "上半年": frozenset(),
    "问题": frozenset(),
    "打算": frozenset(),
    "主送": frozenset(),
    "字数": frozenset(),
    "党建": frozenset(),
    "专题": frozenset(),
    "板块": frozenset(),
    "主题": frozenset(),
    "主语": frozenset(),
    "用语": frozenset(),
    "择": frozenset(),
}
"""The names a passage may use, with their attributes; whatever else it names is a fault of the template.

时段 is the period as given (今年以来, too), 期 the same where it can be read as months, 全年 and 上半年 whether that is a whole year or the first
half of one, 问题 and 主送 whether any is given, 字数 whether a length is wanted, 党建 whether the report is on Party work. 板块 are the headings
of 做法 and 主题 its topics, where they can be said in a row. 用语(move, pool) draws from the bank, 择(wording, …) picks one of the wordings given.
"""


class _Takes(Struct, frozen=True):
    """What stands between the brackets: how many texts, and what it looks like."""

    least: int
    most: int
    example: str


_MANY = 99
_CALLS = {"用语": _Takes(2, 2, '用语("导语", "抓手")'), "择": _Takes(1, _MANY, '择("报告", "汇报")')}
FILTERS = {"顿号": _Takes(0, 1, '专题|顿号("和")'), "序": _Takes(0, 2, '[甲, 乙]|序("首先", "，")'), "接": _Takes(1, 1, '单位.上级|接("，")')}

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Call, nodes.Filter, nodes.Const, nodes.List, nodes.Tuple,
    nodes.And, nodes.Or, nodes.Not, nodes.If, nodes.CondExpr, nodes.For, nodes.Assign,
)  # fmt: skip

_WHETHER = "看有没有，写 {% if 时段 %}…{% endif %}"
_REFUSED: tuple[tuple[tuple[type[nodes.Node], ...], str, str], ...] = (
    ((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block), "段落里不能引用别的文件", "把要写的话直接写在这个段落里"),
    ((nodes.BinExpr, nodes.UnaryExpr, nodes.Concat), "段落里不能计算", "值一个挨一个写：{{ 时段 }}{{ 主语 }}"),
    ((nodes.Compare,), "段落里不能比较", _WHETHER),
    ((nodes.Test,), "段落里不能用 is 判断", _WHETHER),
    ((nodes.Getitem, nodes.Slice), "段落里不能用方括号取值", "一串的值连起来写：{{ 专题|顿号 }}"),
)
_NO_WORDS = {
    **{name: f"后面写清是哪一项，如 {name}.{attribute}" for name, attribute in (("单位", "全称"), ("报告人", "姓名"))},
    **{name: f"用 {{% if {name} %}}…{{% endif %}}" for name in ("全年", "上半年", "问题", "打算", "主送", "字数")},
    **{name: f"连成一句：{{{{ {name}|顿号 }}}}" for name in ("专题", "板块", "主题", "单位.支部")},
}
_USABLE = "可用：{{ 值 }}，{% if %}、{% for %}、{% set %}，用语、择，过滤器 顿号、序、接"


def faults(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    """Every fault of a passage: what it may not do, braces that are printed, unknown names, attributes, filters and moves, calls that cannot be
    answered."""
    yield from _refused(source, tree)
    yield from _stray_braces(source, tree)
    yield from _unknown_names(source, tree)
    yield from _wrong_attributes(source, tree)
    yield from _wrong_calls(source, tree)
    yield from _wrong_filters(source, tree)
    yield from _no_words(source, tree)
    yield from _unknown_moves(pools(source, tree))


def pools(source: Source, tree: nodes.Template) -> tuple[Pool, ...]:
    """The draws 用语(move, topic) that ``tree`` writes out."""
    calls = [call for call in tree.find_all(nodes.Call) if _callee(call) == "用语"]
    said = [(call, [a.value for a in call.args if isinstance(a, nodes.Const)]) for call in calls]
    return tuple(Pool(str(words[0]), str(words[1]), Place(source.name, call.lineno)) for call, words in said if len(words) == 2)


def _refused(source: Source, node: nodes.Node) -> Iterator[Problem]:
    """Nodes that no passage may have; one inside another is not told again."""
    if isinstance(node, nodes.Const) and not isinstance(node.value, str):
        yield _fault(source, node, "template-value", f"这里要写文字，不是 {node.value}", "文字加引号")
    elif not isinstance(node, _ALLOWED):
        message, hint = next(((m, h) for kinds, m, h in _REFUSED if isinstance(node, kinds)), ("段落里不能用这种写法", _USABLE))
        yield _fault(source, node, "template-refused", message, hint)
    else:
        for child in node.iter_child_nodes():
            yield from _refused(source, child)


def _stray_braces(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    """Single or full-width braces, which would be printed as they stand; the first of each text."""
    for text in tree.find_all(nodes.TemplateData):
        if found := _BRACE.search(text.data):
            line = text.lineno + text.data.count("\n", 0, found.start())
            yield Problem(Place(source.name, line), "template-brace", f"“{found[0]}”会原样印出来", "值写在两层半角花括号里，如 {{ 单位.全称 }}")


_BRACE = re.compile("[{}｛｝]+")


def _unknown_names(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    stored = {n.name for n in tree.find_all(nodes.Name) if n.ctx == "store"}
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in NAMES and node.name not in stored:
            yield _unknown(source, node.lineno, node.name, NAMES)


def _wrong_attributes(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    for attribute in tree.find_all(nodes.Getattr):
        owner = attribute.node
        known = NAMES.get(owner.name, frozenset()) if isinstance(owner, nodes.Name) else frozenset()
        if isinstance(owner, nodes.Name) and known and attribute.attr not in known:
            yield _unknown(source, attribute.lineno, f"{owner.name}.{attribute.attr}", [f"{owner.name}.{a}" for a in known])
        elif not known:
            yield _fault(
                source, attribute, "template-name", f"这里不能接“.{attribute.attr}”", "只有 单位 和 报告人 后面有点，而且只有一层，如 单位.全称"
            )


def _wrong_calls(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for name in tree.find_all(nodes.Name):
        if name.name in _CALLS and id(name) not in called:
            yield _fault(source, name, "template-call", f"“{name.name}”后面缺括号", f"如 {_CALLS[name.name].example}")
    for call in tree.find_all(nodes.Call):
        takes = _CALLS.get(_callee(call))
        if takes is None:
            yield _fault(source, call, "template-call", "只有 用语 和 择 后面能写括号", "、".join(t.example for t in _CALLS.values()))
        elif not _fits(call, takes):
            yield _misfit(source, call, _callee(call), takes)


def _wrong_filters(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    for node in tree.find_all(nodes.Filter):
        takes = FILTERS.get(node.name)
        if takes is None:
            yield _unknown(source, node.lineno, node.name, FILTERS)
        elif not _fits(node, takes):
            yield _misfit(source, node, node.name, takes)
        elif node.name == "序" and node.args and (said := _texts(node)[0]) not in set(Ordinals):
            yield _unknown(source, node.lineno, said, Ordinals)


def _no_words(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    """Values printed that are no words: lists, owners of attributes, yes or no."""
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            said = _path(node)
            if isinstance(node, (nodes.List, nodes.Tuple)):
                yield _fault(source, node, "template-misuse", "一串的值不能直接写出来", "连成一句：{{ [时段, 主语]|顿号 }}")
            elif said in _NO_WORDS:
                yield _fault(source, node, "template-misuse", f"“{said}”不能直接写出来", _NO_WORDS[said])


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _callee(call: nodes.Call) -> str:
    return call.node.name if isinstance(call.node, nodes.Name) else ""


def _fits(node: nodes.Call | nodes.Filter, takes: _Takes) -> bool:
    plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    return plain and len(_texts(node)) == len(node.args) and takes.least <= len(node.args) <= takes.most


def _texts(node: nodes.Call | nodes.Filter) -> list[str]:
    return [a.value for a in node.args if isinstance(a, nodes.Const) and isinstance(a.value, str)]


def _misfit(source: Source, node: nodes.Node, name: str, takes: _Takes) -> Problem:
    several = f" {takes.least} 到 {takes.most} 段" if takes.least < takes.most else f" {takes.least} 段"
    count = "几段" if takes.most == _MANY else several
    return _fault(source, node, "template-arguments", f"“{name}”的括号里要写{count}带引号的文字", f"如 {takes.example}")


def _unknown_moves(pools: Iterable[Pool]) -> Iterator[Problem]:
    for pool in pools:
        if pool.move not in set(Move):
            yield Problem(pool.place, "template-move", f"没有“{pool.move}”这个语步", did_you_mean(pool.move, Move))


def _unknown(source: Source, line: int, name: str, known: Iterable[str]) -> Problem:
    return Problem(Place(source.name, line), "template-name", f"模板里没有“{name}”可用", did_you_mean(name, sorted(known)))


def _fault(source: Source, node: nodes.Node, code: str, message: str, hint: str) -> Problem:
    return Problem(Place(source.name, node.lineno), code, message, hint)

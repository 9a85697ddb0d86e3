"""Jinja passages that yield nodes instead of text: the only module that imports jinja2.

A passage's literal text comes out with the passage's own file and line, a value comes out as the inlines it holds, so origins survive.
``root_render_func`` and ``get_corresponding_lineno`` are Jinja's (3.1); tests own both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.nativetypes import NativeEnvironment
from jinja2.runtime import ChainableUndefined
from jinja2.sandbox import SandboxedEnvironment

from generator.chinese.numerals import Ordinals, chain
from generator.problems import Place, Problem, Source, nearest
from generator.report import Inline, Inlines, Move, Origin, OriginKind, Text, plain


class Words(tuple[Inline | str, ...]):
    """A value inside a passage: inlines, and glue as bare strings whose origin is the passage line that prints them."""

    __slots__ = ()

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self)


class _Environment(SandboxedEnvironment, NativeEnvironment):
    """Sandboxed, yielding the parts of a passage as a list."""

    concat = staticmethod(list)  # type: ignore[assignment, var-annotated]


def _enumerate(items: Iterable[Words], last: str = "、") -> Words:
    """顿号: items joined with 、, the last one with ``last`` (和, 以及)."""
    listed = [i for i in items if i]
    out: list[Inline | str] = []
    for n, item in enumerate(listed):
        if n:
            out.append(last if n == len(listed) - 1 else "、")
        out += item
    return Words(out)


def _numbered(items: Iterable[Words], ordinals: str = Ordinals.IS, mark: str = "；") -> Words:
    """序: items that are there, counted (一是… 二是…, 首先，… 其次，…) and joined with ``mark``; a single one is not counted."""
    listed = [i for i in items if i]
    labels = chain(Ordinals(ordinals), len(listed))
    return _joined_words([Words((label, *item) if label else item) for label, item in zip(labels, listed, strict=True)], mark)


def _joined_words(items: Iterable[Words], mark: str) -> Words:
    out: list[Inline | str] = []
    for item in items:
        out += [mark, *item] if out else item
    return Words(out)


def _followed(words: Words, mark: str) -> Words:
    """接: ``words`` with ``mark`` behind them, nothing where there are no words."""
    return Words((*words, mark)) if words else words


_STOPS = "。：；"
_MARKS = "，" + _STOPS
_LINE_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_ENVIRONMENT = _Environment(undefined=ChainableUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)
_ENVIRONMENT.globals = {}
_ENVIRONMENT.filters = {"顿号": _enumerate, "序": _numbered, "接": _followed}
_ENVIRONMENT.tests = {}

NAMES: Mapping[str, frozenset[str]] = {
    "单位": frozenset({"全称", "简称", "自称", "党组织", "支部", "业务", "上级"}),
    "报告人": frozenset({"姓名", "职务"}),
    "时段": frozenset(),
    "期": frozenset(),
    "全年": frozenset(),
    "上半年": frozenset(),
    "专题": frozenset(),
    "主语": frozenset(),
    "用语": frozenset(),
    "择": frozenset(),
}
"""The names a passage may use, with their attributes; whatever else it names is a fault of the template.

时段 is the period as given (今年以来, too), 期 the same where it can be read as months, 全年 and 上半年 whether that is a whole year or the first
half of one. 用语(move, pool) draws from the bank, 择(wording, …) picks one of the wordings given.
"""


@dataclass(frozen=True, slots=True)
class Pool:
    """A draw from the bank that a passage writes out, and where."""

    move: str
    topic: str
    place: Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A compiled passage; ``pools`` are its draws. ``render`` runs it over a context and returns inlines; line breaks between parts are dropped."""

    name: str
    path: str
    pools: tuple[Pool, ...]
    _run: Callable[[Mapping[str, Any]], Iterator[tuple[int, Any]]]

    def render(self, context: Mapping[str, Any]) -> Inlines:
        """The passage over ``context`` (keys of ``NAMES``)."""
        out: list[Inline] = []
        for line, part in self._run(context):
            for inline in self._inlines(line, part):
                out = _joined(out, inline)
        return tuple(out)

    def _inlines(self, line: int, part: Any) -> Iterator[Inline]:
        if isinstance(part, Words):
            for piece in part:
                yield from self._inlines(line, piece)
        elif isinstance(part, str):
            text = _LINE_BREAK.sub("", part)
            if text:
                yield Text(text, Origin(OriginKind.TEMPLATE, self.path, line))
        elif isinstance(part, ChainableUndefined):
            return
        else:
            yield part


def _joined(out: list[Inline], new: Inline) -> list[Inline]:
    """``out`` with ``new`` behind it. A part that vanished takes its comma along: no mark stands first or doubles the one before."""
    before = out[-1].text if out else ""
    if new.text[0] in _MARKS and (not before or before[-1] in _MARKS):
        if before.endswith("，") and new.text[0] in _STOPS:
            out = [*out[:-1], *_trimmed(out[-1], before[:-1])]
        else:
            return [*out, *_trimmed(new, new.text[1:])]
    return [*out, new]


def _trimmed(inline: Inline, text: str) -> tuple[Inline, ...]:
    return (Text(text, inline.origin),) if text else ()


def compile_passage(name: str, source: Source, problems: list[Problem]) -> Passage | None:
    """The passage in ``source``, or None with every fault appended: syntax, unknown names, attributes, filters."""
    try:
        tree = _ENVIRONMENT.parse(source.text)
        pools = tuple(_pools(source, tree))
        found = [*_unknown_names(source, tree), *_unknown_filters(source, tree), *_unknown_moves(pools)]
        if found:
            problems.extend(found)
            return None
        template = _ENVIRONMENT.from_string(source.text)
    except TemplateSyntaxError as error:
        place = Place(source.name, error.lineno)
        problems.append(Problem(place, "template-syntax", f"模板语法不通：{error.message}", "对照 Jinja 的写法检查花括号和标签"))
        return None

    def run(context: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
        events: Any = template.root_render_func(template.new_context(dict(context)))
        for event in events:
            yield template.get_corresponding_lineno(events.gi_frame.f_lineno), event

    return Passage(name, source.name, pools, run)


def _unknown_names(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    stored = {n.name for n in tree.find_all(nodes.Name) if n.ctx == "store"}
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in NAMES and node.name not in stored:
            yield _unknown(source, node.lineno, node.name, NAMES)
    for attribute in tree.find_all(nodes.Getattr):
        owner = attribute.node
        if isinstance(owner, nodes.Name) and owner.name in NAMES and attribute.attr not in NAMES[owner.name]:
            yield _unknown(source, attribute.lineno, f"{owner.name}.{attribute.attr}", [f"{owner.name}.{a}" for a in NAMES[owner.name]])


def _unknown_filters(source: Source, tree: nodes.Template) -> Iterator[Problem]:
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = _ENVIRONMENT.filters if isinstance(node, nodes.Filter) else _ENVIRONMENT.tests
        if node.name not in known:
            yield _unknown(source, node.lineno, node.name, known)


def _pools(source: Source, tree: nodes.Template) -> Iterator[Pool]:
    """The draws 用语(move, topic) that ``tree`` writes out."""
    for call in tree.find_all(nodes.Call):
        named = isinstance(call.node, nodes.Name) and call.node.name == "用语"
        words = [a.value for a in call.args if isinstance(a, nodes.Const)]
        if named and len(words) == 2:
            yield Pool(str(words[0]), str(words[1]), Place(source.name, call.lineno))


def _unknown_moves(pools: Iterable[Pool]) -> Iterator[Problem]:
    for pool in pools:
        if pool.move not in set(Move):
            near = nearest(pool.move, Move)
            hint = f"是不是“{near}”？" if near else "可用：" + "、".join(Move)
            yield Problem(pool.place, "template-move", f"没有“{pool.move}”这个语步", hint)


def _unknown(source: Source, line: int, name: str, known: Iterable[str]) -> Problem:
    near = nearest(name, known)
    hint = f"是不是“{near}”？" if near else "可用：" + "、".join(sorted(known))
    return Problem(Place(source.name, line), "template-name", f"模板里没有“{name}”可用", hint)


def words(inlines: Inlines) -> Words:
    """Inlines as a value for a passage; no inlines make a false value, so ``{% if %}`` sees what is missing."""
    return Words(inlines) if plain(inlines) else Words()

"""Strict YAML: text values with line and column, closed keys, duplicate keys refused, all faults at once.

``parse`` turns a text into nodes that know their places; ``read`` holds a node against a declared ``Shape``. Every value stays the text that
was written (``012``, ``否``, ``2025-06-30``, ``~``): no YAML 1.1 types are guessed. This is the only module that imports ``yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.problems import Faults, Place, Problem, Source, nearest

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as written. ``quoted`` tells “” and '' apart from plain text, ``block`` marks | and >."""

    text: str
    place: Place
    quoted: bool = False
    block: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order of the file."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place


Node = Scalar | Sequence | Mapping


def parse(source: Source) -> Node:
    """The one document of ``source`` as nodes. An empty text is an empty mapping.

    Raises ``Faults``: a syntax error (YAML stops at the first), every duplicate or complex key, anchors, tags.
    """
    problems: list[Problem] = []
    try:
        documents = list(yaml.compose_all(source.text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        raise Faults([_syntax_problem(source, error)]) from None
    except yaml.reader.ReaderError as error:
        place = source.place(min(int(error.position), len(source.text)))
        raise Faults([Problem(place, "yaml-character", "文件里有不可见的控制字符", "删去这个字符后重试")]) from None
    if not documents or documents[0] is None:
        return Mapping((), Place(source.name, 1, 1))
    if len(documents) > 1:
        second = _place(source, documents[1])
        problems.append(Problem(second, "yaml-documents", "一个文件只能有一份内容", "删去分隔行 ---"))
    node = _convert(source, documents[0], problems)
    if problems:
        raise Faults(problems)
    return node


def _place(source: Source, node: Any) -> Place:
    return Place(source.name, node.start_mark.line + 1, node.start_mark.column + 1)


def _convert(source: Source, node: Any, problems: list[Problem]) -> Node:
    place = _place(source, node)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, place, node.style in ("'", '"'), node.style in ("|", ">"))
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_convert(source, n, problems) for n in node.value), place)
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key_node, value_node in node.value:
        key = _convert(source, key_node, problems)
        if not isinstance(key, Scalar):
            problems.append(Problem(key.place, "yaml-key", "键必须是一个词", "形如“键: 值”"))
            continue
        if key.text in entries:
            first = entries[key.text][0].place.line
            problems.append(Problem(key.place, "duplicate-key", f"“{key.text}”重复，第{first}行已经有了", "合并成一处，或删去一处"))
            continue
        entries[key.text] = (key, _convert(source, value_node, problems))
    return Mapping(tuple(entries.values()), place)


_SYNTAX = (
    ("mapping values are not allowed", "这里多了一个冒号，或者上一行没有写完", "值里有半角冒号时整个值加引号；或检查缩进"),
    ("could not find expected ':'", "这一行缺少冒号", "形如“键: 值”，冒号用半角，后面空一格"),
    ("found character '\\t'", "缩进用了制表符", "改用空格缩进"),
    ("found character that cannot start", "值不能以这个字符开头", "整个值加引号"),
    ("expected <block end>", "缩进对不齐", "同一层的各行从同一列开始"),
    ("did not find expected '-' indicator", "列表的短横对不齐", "同一层的短横从同一列开始"),
    ("did not find expected key", "缩进对不齐，或引号没有配对", "同一层的各行从同一列开始"),
    ("found unexpected end of stream", "引号或括号没有配对", "补上另一半"),
    ("while scanning a quoted scalar", "引号没有配对", "补上另一半引号"),
    ("did not find expected ',' or", "方括号或花括号里缺少半角逗号", "各项之间用“, ”隔开"),
    ("found undefined alias", "值不能以 * 开头", "整个值加引号；没有数的写 待补"),
    ("while scanning an alias", "值不能以 * 开头", "整个值加引号；没有数的写 待补"),
    ("while scanning an anchor", "值不能以 & 开头", "整个值加引号"),
)


def _syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(source.name, mark.line + 1, mark.column + 1) if mark else Place(source.name)
    said = f"{error.context or ''} {error.problem or ''}"
    for needle, message, hint in _SYNTAX:
        if needle in said:
            return Problem(place, "yaml-syntax", message, hint)
    return Problem(place, "yaml-syntax", "这里不合 YAML 的写法", "检查冒号、短横、引号和缩进")


# --- shapes: what a user's file may say --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """One text value; ``choices`` close the vocabulary."""

    doc: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Many:
    """A list. A single value is one item; the lines of a ``|`` block are its items."""

    item: Shape
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record; the Chinese name is what users write."""

    name: str
    shape: Shape
    required: bool = False
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with closed keys. ``short`` names the key that a bare text stands for."""

    keys: tuple[Key, ...]
    doc: str = ""
    short: str = ""

    def names(self) -> tuple[str, ...]:
        return tuple(k.name for k in self.keys)


Shape = Text | Many | Record


@dataclass(frozen=True, slots=True)
class Given:
    """What a record of a file says: its values by key, only the keys that stand there. Values are ``Scalar``, lists, or ``Given``."""

    values: dict[str, Any]
    place: Place

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def get(self, key: str) -> Any:
        return self.values.get(key)


def read(node: Node, shape: Shape, problems: list[Problem]) -> Any:
    """Hold ``node`` against ``shape``: ``Scalar`` for Text, list for Many, ``Given`` for Record; None where it does not fit.

    Appends every misfit to ``problems``: unknown key (with the nearest known one), wrong kind of value, a value outside its choices.
    """
    match shape:
        case Text():
            return _read_text(node, shape, problems)
        case Many():
            return _read_many(node, shape, problems)
        case Record():
            return _read_record(node, shape, problems)


def _read_text(node: Node, shape: Text, problems: list[Problem]) -> Scalar | None:
    if not isinstance(node, Scalar):
        problems.append(Problem(node.place, "not-text", "这里应是一段文字", "写成一个值，不要写成列表或分项"))
        return None
    if shape.choices and node.text not in shape.choices:
        near = nearest(node.text, shape.choices)
        hint = f"是不是“{near}”？" if near else "可用：" + "、".join(shape.choices)
        problems.append(Problem(node.place, "unknown-value", f"没有“{node.text}”这个值", hint))
        return None
    return node


def _read_many(node: Node, shape: Many, problems: list[Problem]) -> list[Any]:
    items = [read(n, shape.item, problems) for n in as_items(node)]
    return [i for i in items if i is not None]


def as_items(node: Node) -> Iterator[Node]:
    """The items a list-valued node stands for: a list's own, the non-empty lines of a block, else the node itself."""
    if isinstance(node, Sequence):
        yield from node.items
    elif isinstance(node, Scalar) and node.block:
        for number, line in enumerate(node.text.splitlines(), node.place.line + 1):
            if line.strip():
                indent = len(line) - len(line.lstrip())
                yield Scalar(line.strip(), Place(node.place.path, number, node.place.column + indent))
    elif not (isinstance(node, Scalar) and not node.text and not node.quoted):
        yield node


def _read_record(node: Node, shape: Record, problems: list[Problem]) -> Given | None:
    if isinstance(node, Scalar) and shape.short:
        return Given({shape.short: node}, node.place)
    if not isinstance(node, Mapping):
        problems.append(Problem(node.place, "not-record", "这里应写成“键: 值”", "可用的键：" + "、".join(shape.names())))
        return None
    known = {k.name: k for k in shape.keys}
    values: dict[str, Any] = {}
    for key, value in node.entries:
        declared = known.get(key.text)
        if declared is None:
            near = nearest(key.text, known)
            hint = f"是不是“{near}”？" if near else "可用的键：" + "、".join(known)
            problems.append(Problem(key.place, "unknown-key", f"没有“{key.text}”这个键", hint))
            continue
        found = read(value, declared.shape, problems)
        if found is not None:
            values[key.text] = found
    present = {key.text for key, _ in node.entries}
    for declared in shape.keys:
        if declared.required and declared.name not in present:
            problems.append(Problem(node.place, "missing-key", f"缺少“{declared.name}”", declared.doc))
    return Given(values, node.place)


def dump(value: Any, width: int = 1000) -> str:
    """Plain mappings, lists and texts as block YAML, in the order given; reading it back gives the same texts."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=width)
    return text


def dump_rows(rows: Iterable[dict[str, Any]]) -> str:
    """A list of mappings, one line each: short enough to diff and to sort."""
    out = []
    for row in rows:
        text: str = yaml.dump(row, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10**6)
        out.append(f"- {text.strip()}\n")
    return "".join(out)

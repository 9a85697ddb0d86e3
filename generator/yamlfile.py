"""Strict YAML: text values with line and column, duplicate keys refused, all faults at once; and written again.

``parse`` turns a text into nodes that know their places. Every value stays the text that was written (``012``, ``否``, ``2025-06-30``, ``~``): no
YAML 1.1 types are guessed. This is the only module that imports ``yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

import yaml
from msgspec import Struct

from generator.limits import NUMBER_DIGITS, YAML_DEPTH, YAML_VALUES
from generator.patterns import late
from generator.printable import is_plain
from generator.problems import Faults, Place, Problem, Source

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Scalar(Struct, frozen=True):
    """A value as written. ``quoted`` tells "" and '' apart from plain text, ``block`` marks ``|``; ``folded``: it spans several lines.

    ``indent`` is the number of columns before the text of a ``|`` block.
    """

    text: str
    place: Place
    quoted: bool = False
    block: bool = False
    folded: bool = False
    indent: int = 0

    @property
    def empty(self) -> bool:
        """Nothing stands after the colon or the dash."""
        return not self.text and not self.quoted


class Sequence(Struct, frozen=True):
    items: tuple[Node, ...]
    place: Place


class Mapping(Struct, frozen=True):
    """Entries in the order of the file, a duplicate key with each of its values."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def value(self, name: str) -> Node | None:
        """The first value of the key ``name``; None where there is none."""
        return next((value for key, value in self.entries if key.text == name), None)


Node = Scalar | Sequence | Mapping


def is_empty(node: Node) -> bool:
    """Whether nothing stands where ``node`` would."""
    return isinstance(node, Scalar) and node.empty


def indent(line: str) -> int:
    """The blanks that ``line`` begins with."""
    return len(line) - len(line.lstrip(" "))


_UNREADABLE = late("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff]")
"""What YAML takes for no character, written as what it is: all that it is not would take ten times as long to compile."""


_ESCAPED = late("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufeff\\ufffe\\uffff]")
"""What only an escape in double quotes can bring in, and neither a page nor a terminal can bear."""


def parse(source: Source) -> Node:
    """The one document of ``source`` as nodes. An empty text is an empty mapping.

    Raises ``Faults``: a syntax error (YAML stops at the first), every duplicate or complex key, alias, anchor, tag, second document, control
    character, and what is too much or too deep.
    """
    found = compose(source)
    if found.problems:
        raise Faults(found.problems)
    return found.node


class Composed(Struct, frozen=True, dict=True):
    """What ``parse`` reads, with the problems that leave a tree to go on with; ``scalars`` are the values and keys, each with the mark of its end."""

    source: Source
    node: Node
    problems: tuple[Problem, ...]
    scalars: tuple[tuple[Place, Any], ...]

    @cached_property
    def ends(self) -> dict[Place, Place]:
        """Where each value and key ends, by where it begins: the place behind its last character, quotes included."""
        return {place: Place(self.source.name, end.line + 1, end.column + 1) for place, end in self.scalars}


@lru_cache(maxsize=1)
def composed(source: Source) -> Composed:
    """As ``compose``, for who reads one source again and again."""
    return compose(source)


def compose(source: Source) -> Composed:
    """What can be read of ``source``. Raises ``Faults`` where no tree can be had: unreadable characters, a syntax error."""
    found = () if is_plain(source.text) else _UNREADABLE.finditer(source.text)
    unreadable = [unreadable_character(source, m.start()) for m in found]
    if unreadable:
        raise Faults(unreadable)
    try:
        return _Composer(source).document()
    except yaml.MarkedYAMLError as error:
        raise Faults([_syntax_problem(source, error)]) from None


def unreadable_character(source: Source, offset: int) -> Problem:
    """The fault of a control character that no YAML text may hold."""
    return Problem(source.place(offset), "yaml-character", "文件里有不可见的控制字符", "删去这个字符后重试")


class _Composer:
    """Builds nodes from the parser's events, which (unlike its nodes) still know anchors, tags and aliases."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines = source.text.splitlines()
        self._events: Iterator[Any] = iter(_Loader(source.text).get_event, None)
        self._problems: list[Problem] = []
        self._scalars: list[tuple[Place, Any]] = []
        self._depth = 0

    def document(self) -> Composed:
        first = self._content()
        node = self._node(first) if first else None
        if node is None or (isinstance(node, Scalar) and node.empty):
            node = Mapping((), Place(self._source.name, 1, 1))
        second = self._content()
        if second:
            self._report(second, "yaml-documents", "一个文件只能有一份内容", "删去分隔行 ---")
            for _ in self._events:
                pass
        return Composed(self._source, node, tuple(self._problems), tuple(self._scalars))

    def _content(self) -> Any:
        """The next event that is not the beginning or the end of the stream or of a document."""
        return next((event for event in self._events if not isinstance(event, _FRAME)), None)

    def _report(self, event: Any, code: str, message: str, hint: str) -> None:
        self._problems.append(Problem(self._place(event), code, message, hint))

    def _place(self, event: Any) -> Place:
        return Place(self._source.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.AliasEvent):
            self._report(event, "yaml-alias", "值不能以 * 开头", "整个值加引号；没有数的写 待补")
            return Scalar("", self._place(event))
        if event.anchor:
            self._report(event, "yaml-anchor", "值不能以 & 开头", "整个值加引号")
        if event.tag:
            self._report(event, "yaml-tag", "值不能以 ! 开头", "整个值加引号")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._depth += 1
        if self._depth > YAML_DEPTH:
            raise Faults([Problem(self._place(event), "yaml-depth", f"套得太深，超过了 {YAML_DEPTH} 层", "检查缩进，检查方括号和花括号是否配对")])
        node = self._sequence(event) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event)
        self._depth -= 1
        return node

    def _sequence(self, start: Any) -> Sequence:
        return Sequence(tuple(map(self._node, self._until(yaml.SequenceEndEvent))), self._place(start))

    def _until(self, end: type) -> Iterator[Any]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield event

    def _scalar(self, event: Any) -> Scalar:
        style, start = event.style, event.start_mark
        place = Place(self._source.name, start.line + 1, start.column + 1)
        self._scalars.append((place, event.end_mark))
        if len(self._scalars) > YAML_VALUES:
            raise Faults([Problem(place, "too-big", f"内容太多，超过了 {YAML_VALUES} 个值", "拆成几个文件")])
        if style == '"' and _ESCAPED.search(event.value):
            self._report(event, "yaml-character", "引号里有控制字符", "删去反斜杠和它后面的字；反斜杠本身写两个")
        if style in ("|", ">"):
            return Scalar(event.value, place, False, style == "|", True, self._indent(start.line + 1))
        return Scalar(event.value, place, style in ("'", '"'), False, event.end_mark.line > start.line)

    def _indent(self, first: int) -> int:
        line = next((line for line in self._lines[first:] if line.strip()), "")
        return indent(line)

    def _mapping(self, start: Any) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        lines: dict[str, int] = {}
        for event in self._until(yaml.MappingEndEvent):
            key, value = self._node(event), self._node(next(self._events))
            if not isinstance(key, Scalar):
                self._problems.append(Problem(key.place, "yaml-key", "键必须是一个词", "形如“键: 值”"))
                continue
            if key.text in lines:
                self._report(event, "duplicate-key", f"“{key.text}”重复，第{lines[key.text]}行已经有了", "合并成一处，或删去一处")
            lines.setdefault(key.text, key.place.line)
            entries.append((key, value))
        return Mapping(tuple(entries), self._place(start))


_FRAME = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)

_SYNTAX = (
    ("mapping values are not allowed", "这里多了一个冒号，或者上一行没有写完", "值里有半角冒号时整个值加引号；或检查缩进"),
    ("could not find expected ':'", "这一行缺少冒号", "形如“键: 值”，冒号用半角，后面空一格"),
    ("escape", "半角双引号里的“\\”有别的意思", "双引号换成单引号，或反斜杠写两个"),
    ("found character '\\t'", "缩进用了制表符", "改用空格缩进"),
    ("found character that cannot start", "值不能以这个字符开头", "整个值加引号"),
    ("expected <block end>", "缩进对不齐", "同一层的各行从同一列开始"),
    ("did not find expected '-' indicator", "这一行的缩进对不齐", "同一层的各行、各个短横从同一列开始"),
    ("did not find expected key", "缩进对不齐，或引号没有配对", "同一层的各行从同一列开始"),
    ("found unexpected end of stream", "引号或括号没有配对", "补上另一半"),
    ("while scanning a quoted scalar", "引号没有配对", "补上另一半引号"),
    ("did not find expected ',' or", "方括号或花括号里缺少半角逗号", "各项之间用“, ”隔开"),
    ("found undefined alias", "值不能以 * 开头", "整个值加引号；没有数的写 待补"),
    ("while scanning an alias", "值不能以 * 开头", "整个值加引号；没有数的写 待补"),
    ("while scanning an anchor", "值不能以 & 开头", "整个值加引号"),
)


# What was begun and never ended shows at its beginning, not at the end of the file where the parser gives up.
_BEGUN = ("while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow", "while scanning an a")


def _syntax_problem(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    begun = any(needle in said for needle in _BEGUN)
    mark = (error.context_mark if begun else error.problem_mark) or error.problem_mark or error.context_mark
    place = Place(source.name, mark.line + 1, mark.column + 1) if mark else Place(source.name)
    for needle, message, hint in _SYNTAX:
        if needle in said:
            return Problem(place, "yaml-syntax", message, hint)
    return Problem(place, "yaml-syntax", "这里不合 YAML 的写法", "检查冒号、短横、引号和缩进")


def rows(source: Source) -> Iterator[Node]:
    """The items of a list file; none of one that is empty or holds only comments. Raises ``Faults`` as ``parse`` does."""
    root = parse(source)
    return iter(()) if isinstance(root, Mapping) and not root.entries else as_items(root)


def whole_number(text: str) -> int | None:
    """The number that ``text`` writes in digits; None where it is none, or has more digits than any count has."""
    return int(text) if text.isdecimal() and len(text) <= NUMBER_DIGITS else None


def as_items(node: Node) -> Iterator[Node]:
    """The items a list-valued node stands for: a list's own, the non-empty lines of a ``|`` block, else the node itself."""
    if isinstance(node, Sequence):
        yield from node.items
    elif isinstance(node, Scalar) and node.block:
        for number, line in enumerate(node.text.split("\n"), node.place.line + 1):
            if line.strip():
                indent = node.indent + len(line) - len(line.lstrip())
                yield Scalar(line.strip(), Place(node.place.path, number, indent + 1), quoted=True)
    elif not (isinstance(node, Scalar) and node.empty):
        yield node


_ONE_LINE = 10**6


def dump(value: Any, width: int = 1000) -> str:
    """Plain mappings, lists and texts as block YAML, in the order given; reading it back gives the same texts."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=width)
    return text


def scalar(text: str) -> str:
    """``text`` as a value of block YAML on one line, in quotes where it needs them."""
    return dump([text], width=_ONE_LINE).removeprefix("- ").strip()


def dump_rows(rows: Iterable[dict[str, Any]]) -> str:
    """A list of mappings, one line each: short enough to diff and to sort."""
    return "".join(f"- {{{', '.join(f'{_written(key)}: {_written(value)}' for key, value in row.items())}}}\n" for row in rows)


_AS_IT_IS = late(r"[\u4e00-\u9fff][\u4e00-\u9fff，。、；：“”（）《》]*")
_IN_QUOTES = late(r"(?=[^:{]*[:{])[\u4e00-\u9fff{][\u4e00-\u9fff0-9A-Za-z/:{}，。、；：“”（）《》]*")
"""Texts of which it is plain how YAML has them within a line, as most are: asking the library takes ten times as long."""


def _written(value: Any) -> str:
    """``value``, a text or a list, as it stands within a line of YAML."""
    if isinstance(value, str):
        return _written_text(str(value))
    return f"[{', '.join(map(_written, value))}]" if isinstance(value, list) and value else _dumped(value)


@lru_cache(maxsize=1 << 14)
def _written_text(text: str) -> str:
    """Names of keys, words and reports come again in every line."""
    return text if _AS_IT_IS.fullmatch(text) else f"'{text}'" if _IN_QUOTES.fullmatch(text) else _dumped([text])[1:-1]


def _dumped(value: Any) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=True, width=_ONE_LINE)
    return text.strip()

"""What a user's file may say, declared as shapes: texts, lists, records with closed keys. ``read`` holds a node of YAML against one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct

from generator.problems import MISSING_KEY, UNKNOWN_KEY, Faults, Place, Problem, did_you_mean
from generator.yamlfile import Mapping, Node, Scalar, as_items

KEYS_THERE_ARE = "可用的键："
"""How the hint begins where no known key is near one that is not known."""


class Text(Struct, frozen=True):
    """One text value; ``choices`` close the vocabulary; ``once`` are words that earlier versions had, each with the choice it is now."""

    doc: str = ""
    choices: tuple[str, ...] = ()
    once: tuple[tuple[str, str], ...] = ()


class Many(Struct, frozen=True):
    """A list. A single value is one item; the lines of a ``|`` block are its items."""

    item: Shape
    doc: str = ""


class Key(Struct, frozen=True):
    """One key of a record; the Chinese name is what users write."""

    name: str
    shape: Shape
    required: bool = False
    doc: str = ""


class Record(Struct, frozen=True, dict=True):
    """A mapping with closed keys. ``short`` names the key that a bare text stands for."""

    keys: tuple[Key, ...]
    doc: str = ""
    short: str = ""

    @cached_property
    def known(self) -> dict[str, Key]:
        """The keys by name."""
        return {k.name: k for k in self.keys}

    @cached_property
    def required(self) -> tuple[Key, ...]:
        return tuple(k for k in self.keys if k.required)

    def names(self) -> tuple[str, ...]:
        return tuple(k.name for k in self.keys)


Shape = Text | Many | Record


class Given(Struct, frozen=True):
    """What a record of a file says: its values by key, only the keys that stand there. Values are ``Scalar``, lists, or ``Given``."""

    values: dict[str, Any]
    place: Place

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def get(self, key: str) -> Any:
        return self.values.get(key)

    def text(self, key: str) -> str:
        """The words of ``key``, a ``Text``; empty where the record has none."""
        return self.as_written(key).strip()

    def as_written(self, key: str) -> str:
        """As ``text``, with the blanks around it."""
        value = self.get(key)
        return str(value.text) if value is not None else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The words of each item of ``key``, a ``Many`` of ``Text``; none where the record has none."""
        return tuple(value.text.strip() for value in self.get(key) or ())


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


def whole(node: Node, shape: Shape) -> Any:
    """As ``read``. Raises ``Faults`` with every misfit."""
    problems: list[Problem] = []
    found = read(node, shape, problems)
    if problems:
        raise Faults(problems)
    return found


def _read_text(node: Node, shape: Text, problems: list[Problem]) -> Scalar | None:
    if not isinstance(node, Scalar):
        problems.append(Problem(node.place, "not-text", "这里应是一段文字", "写成一个值，不要写成列表或分项"))
        return None
    if shape.choices and node.text not in shape.choices:
        now = dict(shape.once).get(node.text)
        hint = f"现在写“{now}”" if now else did_you_mean(node.text, shape.choices)
        problems.append(Problem(node.place, "unknown-value", f"没有“{node.text}”这个值", hint))
        return None
    return node


def _read_many(node: Node, shape: Many, problems: list[Problem]) -> list[Any]:
    items = [read(n, shape.item, problems) for n in as_items(node)]
    return [i for i in items if i is not None]


def _read_record(node: Node, shape: Record, problems: list[Problem]) -> Given | None:
    if isinstance(node, Scalar) and shape.short:
        return Given({shape.short: _read_short(node, shape, problems)}, node.place)
    if not isinstance(node, Mapping):
        problems.append(Problem(node.place, "not-record", "这里应写成“键: 值”", KEYS_THERE_ARE + "、".join(shape.names())))
        return None
    known = shape.known
    values: dict[str, Any] = {}
    for key, value in node.entries:
        declared = known.get(key.text)
        if declared is None:
            hint = did_you_mean(key.text, known, KEYS_THERE_ARE + "、".join(known))
            problems.append(Problem(key.place, UNKNOWN_KEY, f"没有“{key.text}”这个键", hint, keys=(key.text,)))
        elif not _left_out(value, declared):
            found = read(value, declared.shape, problems)
            if found is not None:
                values.setdefault(key.text, found)
    problems += _missing(node, shape)
    return Given(values, node.place)


def _read_short(node: Scalar, shape: Record, problems: list[Problem]) -> Any:
    declared = shape.known[shape.short].shape
    if isinstance(declared, Many) and node.empty:
        return [read(node, declared.item, problems)]
    return read(node, declared, problems)


def _left_out(value: Node, declared: Key) -> bool:
    """An empty list or record is not given; an empty text is for its reader to judge."""
    return isinstance(value, Scalar) and value.empty and (declared.required or not isinstance(declared.shape, Text))


def _missing(node: Mapping, shape: Record) -> Iterator[Problem]:
    if not shape.required:
        return
    entries = {key.text: (key, value) for key, value in reversed(node.entries)}
    for declared in shape.required:
        if declared.name not in entries:
            yield Problem(node.place, MISSING_KEY, f"缺少“{declared.name}”", declared.doc, keys=(declared.name,))
            continue
        key, value = entries[declared.name]
        if _left_out(value, declared) or (isinstance(declared.shape, Many) and not any(True for _ in as_items(value))):
            yield Problem(key.place, MISSING_KEY, f"“{declared.name}”没有内容", declared.doc, keys=(declared.name,))

"""Passages at work: a tree of what to write, run over values that yield nodes instead of text.

A passage's literal text comes out with the passage's own file and line, a value comes out as the inlines it holds, so origins survive. ``parsing``
makes the tree; it holds nothing but lists and texts, so that it can be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from msgspec import Struct

from generator.chinese.numerals import Ordinals, chain
from generator.limits import PASSAGE_PARTS, PASSAGE_STEPS
from generator.patterns import late
from generator.problems import Faults, Place, Problem
from generator.report import Inline, Inlines, Origin, OriginKind, Text, plain

Tree = Sequence[Any]
"""One statement or value: what it is, then what it is made of.

Statements begin with what they do and the line they stand on: ``put`` a value, ``if`` (tests with what each is followed by, and what else), ``for``
(targets, items, a test or None, what is done with each, and what where there is none), ``set`` (targets, value). Values: ``text``, ``name``, ``part``
(owner, attribute), ``call`` (name, texts), ``filter`` (name, value, texts), ``list``, ``and``, ``or``, ``not``, ``whether`` (test, value, other).
"""
Scope = Mapping[str, Any]


class Runaway(Exception):
    """A passage that goes on beyond all use."""


class Words(tuple[Inline | str, ...]):
    """A value inside a passage: inlines, and glue as bare strings whose origin is the passage line that prints them.

    Raises ``Runaway`` where it grew beyond all use: every {% set %} can double what the one before it made.
    """

    __slots__ = ()

    def __new__(cls, parts: Iterable[Inline | str] = ()) -> Words:
        made = super().__new__(cls, parts)
        if len(made) > PASSAGE_PARTS:
            raise Runaway
        return made

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self)


class Pool(Struct, frozen=True):
    """A draw from the bank that a passage writes out, and where."""

    move: str
    topic: str
    place: Place


def _enumerate(items: Iterable[Words], last: str = "、") -> Words:
    """顿号: items joined with 、, the last one with ``last`` (和, 以及)."""
    listed = _listed(items)
    out: list[Inline | str] = []
    for n, item in enumerate(listed):
        if n:
            out.append(last if n == len(listed) - 1 else "、")
        out += item
    return Words(out)


def _numbered(items: Iterable[Words], ordinals: str = Ordinals.IS, mark: str = "；") -> Words:
    """序: items that are there, counted (一是… 二是…, 首先，… 其次，…) and joined with ``mark``; a single one is not counted."""
    listed = _listed(items)
    labels = chain(Ordinals(ordinals), len(listed))
    return _joined_words([Words((label, *item) if label else item) for label, item in zip(labels, listed, strict=True)], mark)


def _listed(items: Iterable[Words]) -> list[Words]:
    """The items that are there. Raises TypeError for a single value."""
    if isinstance(items, (str, Words)):
        raise TypeError("one value where several are wanted")
    return [i for i in items if i]


def _joined_words(items: Iterable[Words], mark: str) -> Words:
    out: list[Inline | str] = []
    for item in items:
        out += [mark, *item] if out else item
    return Words(out)


def _followed(words: Words, mark: str) -> Words:
    """接: ``words`` with ``mark`` behind them, nothing where there are no words."""
    return Words((*words, mark)) if words else words


_FILTERS: Mapping[str, Callable[..., Any]] = {"顿号": _enumerate, "序": _numbered, "接": _followed}
_ABSENT: tuple[()] = ()
"""A value that is not there: it prints nothing, is false and has no items."""
_STOPS = "。：；"
_MARKS = "，" + _STOPS
_LINE_BREAK = late(r"[ \t]*\r?\n[ \t]*")
_MISUSE = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


class Passage(Struct, frozen=True):
    """A passage; ``pools`` are its draws. ``render`` runs it over a context and returns inlines; line breaks between parts are dropped."""

    name: str
    path: str
    pools: tuple[Pool, ...]
    body: Tree

    def render(self, context: Mapping[str, Any]) -> Inlines:
        """The passage over ``context`` (keys of ``vetting.NAMES``). Raises ``Faults`` where a value is used as what it is not, or without end."""
        out: list[Inline] = []
        run = _Run(count())
        try:
            for line, part in run.through(self.body, dict(context)):
                for inline in self._inlines(line, part):
                    out = _joined(out, inline)
        except _MISUSE as error:
            raise Faults([_misuse(self.path, run.line)]) from error
        except Runaway:
            message = f"这个段落没完没了，走了 {PASSAGE_STEPS} 步还没有写完"
            raise Faults([Problem(Place(self.path), "template-runaway", message, "少套一层 for，少叠几个 set")]) from None
        return tuple(out)

    def _inlines(self, line: int, part: Any) -> Iterator[Inline]:
        if isinstance(part, Words):
            for piece in part:
                yield from self._inlines(line, piece)
        elif isinstance(part, str):
            text = _LINE_BREAK.sub("", part)
            if text:
                yield Text(text, Origin(OriginKind.TEMPLATE, self.path, line))
        elif isinstance(part, Inline):
            yield part
        elif part is not _ABSENT:
            raise TypeError("no words")


class _Run(Struct):
    """A passage on its way: the ``steps`` it has taken, and the ``line`` it has come to."""

    steps: Iterator[int]
    line: int = 1

    def through(self, body: Tree, scope: dict[str, Any]) -> Iterator[tuple[int, Any]]:
        """What the statements of ``body`` put out, each with its line; what they set is set in ``scope``."""
        for does, line, *rest in body:
            self.line = line
            match does, rest:
                case "put", [value]:
                    self._step()
                    yield line, _value(value, scope)
                case "set", [targets, value]:
                    scope.update(_bound(targets, _value(value, scope)))
                case "if", [branches, otherwise]:
                    yield from self.through(self._branch(branches, otherwise, scope), scope)
                case "for", [targets, items, test, each, none]:
                    yield from self._each(targets, _value(items, scope), test, each, none, scope)

    def _branch(self, branches: Tree, otherwise: Tree, scope: Scope) -> Tree:
        for line, test, body in branches:
            self.line = line
            if _value(test, scope):
                return body  # type: ignore[no-any-return]
        return otherwise

    def _each(self, targets: Tree, items: Any, test: Tree | None, each: Tree, none: Tree, scope: dict[str, Any]) -> Iterator[tuple[int, Any]]:
        """A round for every item that passes the ``test``; what a round sets goes with it."""
        found, line = False, self.line
        for item in items:
            self.line = line
            self._step()
            inner = scope | _bound(targets, item)
            if test is None or _value(test, inner):
                found = True
                yield from self.through(each, inner)
        if not found:
            yield from self.through(none, dict(scope))

    def _step(self) -> None:
        if next(self.steps) == PASSAGE_STEPS:
            raise Runaway


def _bound(targets: Tree, value: Any) -> dict[str, Any]:
    """The names of ``targets`` with their values: one name has all, several have one each."""
    match targets:
        case ["name", name]:
            return {name: value}
        case ["list", items]:
            pairs = zip(items, value, strict=True)
            return {name: part for target, item in pairs for name, part in _bound(target, item).items()}
    raise TypeError(targets)


def _value(tree: Tree, scope: Scope) -> Any:
    match tree:
        case ["text", text]:
            return text
        case ["name", name]:
            return scope.get(name, _ABSENT)
        case ["part", owner, name]:
            found = _value(owner, scope)
            return found.get(name, _ABSENT) if isinstance(found, Mapping) else _ABSENT
        case ["call", name, texts]:
            return scope[name](*texts)
        case ["filter", name, value, texts]:
            return _FILTERS[name](_value(value, scope), *texts)
        case ["list", items]:
            return [_value(item, scope) for item in items]
        case ["and", one, other]:
            return _value(one, scope) and _value(other, scope)
        case ["or", one, other]:
            return _value(one, scope) or _value(other, scope)
        case ["not", value]:
            return not _value(value, scope)
        case ["whether", test, value, other]:
            return _value(value if _value(test, scope) else other, scope)
    raise TypeError(tree)


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


def _misuse(path: str, line: int) -> Problem:
    return Problem(
        Place(path, line),
        "template-misuse",
        "这个值不能用在这里",
        "顿号、序、for 用于一串的值（专题、板块、主题、单位.支部），全年、上半年、问题 只用在 if 里",
    )


def words(inlines: Inlines) -> Words:
    """Inlines as a value for a passage; no inlines make a false value, so ``{% if %}`` sees what is missing."""
    return Words(inlines) if plain(inlines) else Words()

"""Jinja passages that yield nodes instead of text. With ``vetting``, which says what they may say, the only module that imports jinja2.

A passage's literal text comes out with the passage's own file and line, a value comes out as the inlines it holds, so origins survive.
``root_render_func`` and ``get_corresponding_lineno`` are Jinja's (3.1); tests own both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from traceback import walk_tb
from typing import Any

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes, pass_context
from jinja2.nativetypes import NativeEnvironment
from jinja2.runtime import ChainableUndefined, Context
from jinja2.sandbox import SandboxedEnvironment

from generator.chinese.numerals import Ordinals, chain
from generator.limits import PASSAGE_CHARACTERS, PASSAGE_PARTS, PASSAGE_STEPS
from generator.patterns import late
from generator.problems import Faults, Place, Problem, Source
from generator.report import Inline, Inlines, Origin, OriginKind, Text, plain
from generator.template.syntax import told
from generator.template.vetting import Pool, faults, pools


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


class _Environment(SandboxedEnvironment, NativeEnvironment):
    """Sandboxed, yielding the parts of a passage as a list."""

    concat = staticmethod(list)  # type: ignore[assignment, var-annotated]


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


_STEPS = "_步"
"""Where the context of a run keeps its count of steps. No passage can name it: unknown names are refused."""


@pass_context
def _stepped(context: Context, items: Iterable[Any]) -> Iterator[Any]:
    """What a loop goes over, every round counted. Raises ``Runaway`` at one too many."""
    for item in items:
        _step(context[_STEPS])
        yield item


def _step(steps: Iterator[int]) -> None:
    if next(steps) == PASSAGE_STEPS:
        raise Runaway


_STOPS = "。：；"
_MARKS = "，" + _STOPS
_LINE_BREAK = late(r"[ \t]*\r?\n[ \t]*")
_ENVIRONMENT = _Environment(undefined=ChainableUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)
_ENVIRONMENT.globals = {}
_ENVIRONMENT.filters = {"顿号": _enumerate, "序": _numbered, "接": _followed, _STEPS: _stepped}
_ENVIRONMENT.tests = {}
_MISUSE = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError, TemplateError)


@dataclass(frozen=True, slots=True)
class Passage:
    """A compiled passage; ``pools`` are its draws. ``render`` runs it over a context and returns inlines; line breaks between parts are dropped."""

    name: str
    path: str
    pools: tuple[Pool, ...]
    _run: Callable[[Mapping[str, Any]], Iterator[tuple[int, Any]]]

    def render(self, context: Mapping[str, Any]) -> Inlines:
        """The passage over ``context`` (keys of ``NAMES``). Raises ``Faults`` where a value is used as what it is not."""
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
        elif isinstance(part, Inline):
            yield part
        elif not isinstance(part, ChainableUndefined):
            raise Faults([_misuse(self.path, line)])


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
    """The passage in ``source``, or None with every fault appended: syntax, and what a passage may not say."""
    if len(source.text) > PASSAGE_CHARACTERS:
        problems.append(Problem(Place(source.name), "too-big", f"这个段落太长，超过了 {PASSAGE_CHARACTERS} 个字符", "拆成几个段落"))
        return None
    try:
        tree = _ENVIRONMENT.parse(source.text)
        found = list(faults(source, tree))
        if found:
            problems.extend(found)
            return None
        template = Template.from_code(_ENVIRONMENT, _ENVIRONMENT.compile(_counted(tree)), {})
    except TemplateSyntaxError as error:
        problems.append(Problem(Place(source.name, error.lineno), "template-syntax", *told(error.message or "")))
        return None
    except (RecursionError, SyntaxError, MemoryError):
        problems.append(Problem(Place(source.name), "template-depth", "括号或标签套得太深", "拆成几个段落，或少套几层"))
        return None
    return Passage(name, source.name, pools(source, tree), partial(_events, source.name, template))


def _counted(tree: nodes.Template) -> nodes.Template:
    """``tree`` with the rounds of its loops counted."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, _STEPS, [], [], None, None)
    return tree.set_environment(_ENVIRONMENT)  # type: ignore[return-value]


def _events(path: str, template: Template, context: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
    """The parts of a passage, each with its line. Raises ``Faults`` at the line on which it cannot go on."""
    steps = count()
    events: Any = template.root_render_func(template.new_context({**context, _STEPS: steps}))
    try:
        for event in events:
            _step(steps)
            yield template.get_corresponding_lineno(events.gi_frame.f_lineno), event
    except _MISUSE as error:
        raise Faults([_misuse(path, template.get_corresponding_lineno(_stopped(error, template)))]) from error

    except Runaway:
        message = f"这个段落没完没了，走了 {PASSAGE_STEPS} 步还没有写完"
        raise Faults([Problem(Place(path), "template-runaway", message, "少套一层 for，少叠几个 set")]) from None


def _stopped(error: Exception, template: Template) -> int:
    """The line of the compiled ``template`` on which ``error`` came up."""
    return next((line for frame, line in walk_tb(error.__traceback__) if frame.f_globals.get("__jinja_template__") is template), 0)


def _misuse(path: str, line: int) -> Problem:
    return Problem(
        Place(path, line), "template-misuse", "这个值不能用在这里", "顿号、序、for 用于一串的值（专题、板块、单位.支部），全年、上半年 只用在 if 里"
    )


def words(inlines: Inlines) -> Words:
    """Inlines as a value for a passage; no inlines make a false value, so ``{% if %}`` sees what is missing."""
    return Words(inlines) if plain(inlines) else Words()

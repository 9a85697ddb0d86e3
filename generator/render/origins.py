"""Sentence by sentence, where the words of a printed paragraph come from: what ``--why`` and ``--annotate`` tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.punctuation import HAN, sentences
from generator.printable import printable
from generator.printed import Line
from generator.report import Blank, Inline, Inlines, Origin, OriginKind, plain

Explain = Callable[[Origin], str]
"""What the caller knows of an origin (a phrase's reports and years, a fact's 来源), or nothing."""

ORIGIN_NAMES = {
    OriginKind.FACT: "事实",
    OriginKind.PHRASE: "用语",
    OriginKind.TEMPLATE: "模板",
    OriginKind.BLANK: "空缺",
    OriginKind.REPORT: "原文",
    OriginKind.SUPPLIED: "补字",
    OriginKind.ECHO: "重提",
}


class Sourced(Struct, frozen=True):
    """A sentence of a printed paragraph: the paragraph's number if it is the first, its words, the origins they rest on, each once."""

    number: str
    inlines: Inlines
    origins: tuple[Origin, ...]

    @property
    def printed(self) -> str:
        return printable(self.number) + "".join(printable(i.text) for i in self.inlines)


def sourced(line: Line) -> Iterator[Sourced]:
    """The sentences of ``line`` in order; joined they are its text. A paragraph that is a number alone is one sentence without words."""
    pieces: list[tuple[int, Inline]] = []
    offset = 0
    for inline in line.inlines:
        pieces.append((offset, inline))
        offset += len(inline.text)
    number = line.number
    for start, text in sentences(plain(line.inlines)):
        end = start + len(text)
        within = [(at, inline) for at, inline in pieces if at < end and at + len(inline.text) > start]
        cut = tuple(_cut(inline, start - at, end - at) for at, inline in within)
        yield Sourced(number, cut, tuple(dict.fromkeys(o for _, inline in within if (o := _origin(inline)))))
        number = ""
    if number:
        yield Sourced(number, (), ())


def told(origin: Origin, explain: Explain) -> str:
    """One line on ``origin``: its kind, its place, and what ``explain`` knows of it."""
    return f"{ORIGIN_NAMES[origin.kind]} {placed(origin, explain)}"


def placed(origin: Origin, explain: Explain) -> str:
    """The place of ``origin`` and, after a space, what ``explain`` knows of it."""
    known = explain(origin)
    return printable(f"{_place(origin)}　{known}" if known else _place(origin))


def _cut(inline: Inline, start: int, end: int) -> Inline:
    return inline if isinstance(inline, Blank) else replace(inline, text=inline.text[max(0, start) : end])


def _origin(inline: Inline) -> Origin | None:
    """Where ``inline`` comes from; a blank is one whatever fact it is missing from, and a template's bare marks need no explaining."""
    if isinstance(inline, Blank):
        return replace(inline.origin or Origin(OriginKind.BLANK), kind=OriginKind.BLANK, column=0)
    if inline.origin is None or (inline.origin.kind is OriginKind.TEMPLATE and not HAN.search(inline.text)):
        return None
    return replace(inline.origin, column=0)


def _place(origin: Origin) -> str:
    match origin.kind:
        case OriginKind.PHRASE:
            return origin.phrase
        case OriginKind.SUPPLIED:
            return origin.path
        case OriginKind.FACT | OriginKind.BLANK | OriginKind.ECHO:
            offered = f"　{ORIGIN_NAMES[OriginKind.PHRASE]} {origin.phrase}" if origin.phrase else ""
            return f"{origin.path}（第{origin.line}行）{offered}" if origin.line else f"{origin.path}{offered}"
        case _:
            return f"{origin.path}:{origin.line}" if origin.line else origin.path

"""A comparison in words: one entry a change, figures apart, then the facts that no longer stand as given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from generator.compare.changes import Change, ChangeKind, changes
from generator.compare.figures import figures
from generator.compare.kept import Fact, Fate, fates
from generator.compare.sentences import Sentence, sentences
from generator.compare.words import Mark, marked
from generator.report import Report

Paint = Callable[[Mark, str], str]
"""How words that went and came are shown on a terminal."""


class Comparison(Struct, frozen=True):
    """What changed from one version to another, and what became of the facts that the first was drafted from."""

    changes: tuple[Change, ...]
    facts: tuple[Fact, ...]


def compared(old: Report, new: Report) -> Comparison:
    """What sets ``new`` apart from ``old``."""
    before, after = tuple(sentences(old)), tuple(sentences(new))
    found = tuple(changes(before, after))
    return Comparison(found, fates(found, before, after))


_BRACKETS = {Mark.SAME: ("", ""), Mark.GONE: ("[-", "-]"), Mark.COME: ("{+", "+}")}


def in_brackets(mark: Mark, text: str) -> str:
    """[-went-] and {+came+}, where there is no colour."""
    before, after = _BRACKETS[mark]
    return f"{before}{text}{after}"


def told(old: Report, new: Report, paint: Paint = in_brackets) -> str:
    """What ``new`` says otherwise than ``old``, or nothing where they say the same."""
    return in_words(compared(old, new), paint)


def in_words(comparison: Comparison, paint: Paint = in_brackets) -> str:
    """``comparison`` in rows; nothing where nothing changed."""
    found = comparison.changes
    if not found:
        return ""
    rows = [row for change in found for row in rows_of(change, paint)]
    counted = Counter(change.kind for change in found)
    total = "，".join(f"{kind} {counted[kind]}" for kind in ChangeKind if counted[kind])
    rows.append(f"共 {len(found)} 处：{total}")
    return "\n".join([*rows, *_facts(comparison.facts, paint)]) + "\n"


def rows_of(change: Change, paint: Paint) -> Iterator[str]:
    """One change: its kind and place, its words, its figures."""
    match change.kind:
        case ChangeKind.REMOVED:
            yield from _entry(change.kind, change.old[0].where, [paint(Mark.GONE, change.old[0].text)], figures(change.old[0].text, ""))
        case ChangeKind.ADDED:
            yield from _entry(change.kind, change.new[0].where, [paint(Mark.COME, change.new[0].text)], figures("", change.new[0].text))
        case ChangeKind.RENUMBERED:
            yield f"{change.kind} {change.new[0].where}　{change.old[0].label or '无'} → {change.new[0].label or '无'}"
        case ChangeKind.EDITED:
            yield from _entry(change.kind, change.new[0].where, _sentences(change, paint), _figures(change))
        case ChangeKind.MOVED:
            count = f"（{len(change.new)}句）" if len(change.new) > 1 else ""
            where = f"从 {change.old[0].where} 到 {change.new[0].where}{count}"
            yield from _entry(change.kind, where, _sentences(change, paint), _figures(change))


def _entry(kind: ChangeKind, where: str, said: list[str], numbers: tuple[tuple[str, ...], tuple[str, ...]]) -> Iterator[str]:
    yield f"{kind} {where}"
    yield from (f"   {text}" for text in said)
    gone, come = ("、".join(side) for side in numbers)
    if gone or come:
        yield f"   数字：{gone or '无'} → {come or '无'}"


def _sentences(change: Change, paint: Paint) -> list[str]:
    return [_marked(old, new, paint) for old, new in zip(change.old, change.new, strict=True)]


def _marked(old: Sentence, new: Sentence, paint: Paint) -> str:
    return "".join(paint(piece.mark, piece.text) for piece in marked(old.text, new.text))


def _figures(change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = [figures(old.figured, new.figured) for old, new in zip(change.old, change.new, strict=True)]
    return tuple(f for gone, _ in found for f in gone), tuple(f for _, come in found for f in come)


def _facts(found: Sequence[Fact], paint: Paint) -> Iterator[str]:
    if found:
        yield "事实表里的："
    for fact in found:
        line = f"第 {fact.origin.line} 行 " if fact.origin.line else ""  # a part that the facts file leaves out has none
        yield f"  {line}{fact.origin.path} {fact.fate}{f'（{fact.home}）' if fact.home else ''}：{_said(fact, paint)}"


def _said(fact: Fact, paint: Paint) -> str:
    """The fact as it stood, with what was made of it where it was changed on the spot."""
    shown = fact.fate in (Fate.ALTERED, Fate.SHORTENED, Fate.FILLED)
    return "".join(paint(piece.mark, piece.text) for piece in fact.became).strip("。，；") if shown else fact.text

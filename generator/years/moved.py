"""What in a draft followed a change of its facts: the sentences, heads and rows of annexes that changed; and the old figures that stayed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from generator.compare.changes import Change
from generator.compare.pairing import features_of, likely, likeness
from generator.compare.sentences import Sentence, sentences
from generator.compare.telling import compared
from generator.printed import ANNEX_KINDS, LineKind
from generator.report import CELL, Inline, OriginKind, Report
from generator.years.change import Change as Reckoned
from generator.years.change import Compared
from generator.years.counting import Count, counted_in
from generator.years.pairing import same_thing

_ALIKE = 0.4
"""Least likeness of two wordings of one changed fact (Dice of character pairs)."""
_FACT = (OriginKind.FACT, OriginKind.BLANK)


class Fact(Struct, frozen=True):
    """A value of the facts file as a draft prints it: its words, its line there, and the sentences and rows that hold it."""

    path: str
    line: int
    text: str
    holders: tuple[Sentence, ...]


class Moved(Struct, frozen=True):
    """A fact that was changed; ``old`` is None for a new one, ``new`` for one that was taken out."""

    old: Fact | None
    new: Fact | None


class Stale(Struct, frozen=True):
    """A sentence of the new draft that still gives the old figure of a count that was changed."""

    sentence: Sentence
    count: Count
    change: Reckoned


class Followed(Struct, frozen=True):
    """What a change of facts did to the draft. ``others`` are changed sentences that hold none of the facts ``moved``."""

    moved: tuple[Moved, ...]
    others: tuple[Change, ...]
    stale: tuple[Stale, ...]


def followed(old: Report, new: Report, counts: Compared, light: Collection[str]) -> Followed:
    """From the draft ``old`` to ``new``; ``counts`` are the two facts files they were made from, compared, ``light`` as for that."""
    moved = tuple(_moved(_facts(old), _facts(new)))
    others = (c for c in compared(old, new).changes if not any(_holds(s, moved) for s in (*c.old, *c.new)))
    return Followed(moved, tuple(others), tuple(_stale(new, counts, light)))


def _facts(report: Report) -> dict[str, Fact]:
    """The values of the facts file by path; a value printed several times is one."""
    words: defaultdict[str, dict[str, None]] = defaultdict(dict)
    holders: defaultdict[str, list[Sentence]] = defaultdict(list)
    lines: dict[str, int] = {}
    for sentence in sentences(report):
        for path, text in _printed(sentence).items():
            if sentence.kind not in ANNEX_KINDS:
                words[path].setdefault(text)
            holders[path].append(sentence)
        lines |= {i.origin.path: i.origin.line for i in sentence.inlines if i.origin and _is_fact(i)}
    return {path: Fact(path, lines[path], "".join(texts).strip("，。；、"), tuple(holders[path])) for path, texts in words.items()}


def _printed(sentence: Sentence) -> dict[str, str]:
    found: dict[str, str] = {}
    for inline in sentence.inlines:
        if inline.origin and _is_fact(inline):
            found[inline.origin.path] = found.get(inline.origin.path, "") + inline.text
    return found


def _is_fact(inline: Inline) -> bool:
    return inline.origin is not None and inline.origin.kind in _FACT and bool(inline.origin.path)


def _moved(old: dict[str, Fact], new: dict[str, Fact]) -> Iterator[Moved]:
    """The facts whose words are not those of any fact before, each with what it was: the one at its path, else the likeliest."""
    before, after = {f.text for f in old.values()}, {f.text for f in new.values()}
    gone, come = [f for f in old.values() if f.text not in after], [f for f in new.values() if f.text not in before]
    was = dict(_was(gone, come))
    yield from sorted((Moved(was.get(f.path), f) for f in come), key=lambda m: m.new.line if m.new else 0)
    taken = {f.path for f in was.values()}
    yield from (Moved(f, None) for f in gone if f.path not in taken)


def _was(gone: Sequence[Fact], come: Sequence[Fact]) -> Iterator[tuple[str, Fact]]:
    before, after = ({n: features_of(f.text) for n, f in enumerate(side)} for side in (gone, come))
    scored = ((gone[i].path == come[j].path, likeness(before[i], after[j]), i, j) for i, j in likely(before, after))
    taken: set[int] = set()
    named: set[int] = set()
    for _, like, i, j in sorted(scored, key=lambda s: (-s[1] - s[0], s[2], s[3])):
        if like >= _ALIKE and i not in taken and j not in named:
            taken.add(i)
            named.add(j)
            yield come[j].path, gone[i]


def _holds(sentence: Sentence, moved: Sequence[Moved]) -> bool:
    paths = {f.path for m in moved for f in (m.old, m.new) if f}
    return any(path in paths for path in _printed(sentence))


# --- what did not follow -----------------------------------------------------------------------------------------------------------------------


def _stale(new: Report, counts: Compared, light: Collection[str]) -> Iterator[Stale]:
    changed = [c for c in counts.changes if c.old and c.new and c.difference]
    for sentence in sentences(new):
        row = sentence.kind is LineKind.TABLE_ROW
        for count in _counts_of_row(sentence.text, changed) if row else counted_in(sentence.text):
            change = next((c for c in changed if _is_old(c, count, light)), None)
            if change is not None:
                yield Stale(sentence, count, change)


def _is_old(change: Reckoned, count: Count, light: Collection[str]) -> bool:
    """Whether ``count`` gives the figure that the count had before it was changed."""
    return change.old is not None and count.figure.value == change.old.figure.value and same_thing(change.old, count, light)


def _counts_of_row(text: str, changed: Sequence[Reckoned]) -> Iterator[Count]:
    """What a row of a table gives of the counts that were changed: the old figure in one of its cells and the new one in none."""
    words, *cells = text.split(CELL)
    for old, new in ((c.old, c.new) for c in changed if c.old and c.new):
        if any(old.figure.text == cell.removesuffix(old.measure) for cell in cells) and not any(new.figure.text in cell for cell in cells):
            yield Count("", "", words, old.measure, old.figure)

"""What became of the clerk's facts in an edited draft, and which blanks were filled there and not in the facts file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from generator.compare.changes import Change
from generator.compare.sentences import Sentence
from generator.compare.version import Version, bare, times
from generator.compare.words import FIGURE, NUMERALS, Mark, Marked, around, marked, within
from generator.report import CELL, Blank, Inline, Inlines, Origin, OriginKind, Text, is_open, plain

Pieces = tuple[Marked, ...]
_FEWEST_WORDS = 3
"""Characters beside its figures by which a fact is known again in another sentence."""
_STOPS = re.compile("[、，；]")
_EDGES = "。；，、：,;: "
_BETWEEN_WORDS = "(.{1,40}?)"
"""What may stand in the place of a blank between two words of its fact: more would take in what was written anew around it."""
_AT_AN_EDGE = rf"([\d.,余多约近待补{NUMERALS}]{{1,12}})"
"""What may where nothing of the fact holds it on one side: a figure, or the mark of a blank still."""

_TURNS_BEFORE = re.compile(
    r"(尚?未(能|曾)?|没有?|不再?|拟|将|计划|准备|争取|预计|力争|打算|约|近|超过?|逾|不到|不足|接近|至少|最多|原定?|应|负|(?<![-－])[-－])$"
)
_TURNS_BEHIND = re.compile(r"以上|以下|以内|左右|上下|的?(计划|目标|任务)|次$|[万亿]?元$")
"""What said right before or behind a fact denies it, puts it off, or makes its figure another."""


class Fate(StrEnum):
    """What became of a fact; the values are what a user reads."""

    GONE = "没有了"
    ALTERED = "改动了"
    SHORTENED = "删短了"
    FILLED = "补上了"
    MOVED = "移到了别处"
    JOINED = "并进了别的句子"
    PARTED = "分出去，另成一句"
    CUT = "从中间断成了两句"


class Fact(Struct, frozen=True):
    """A fact of the facts file that the edited draft no longer prints as it stood. ``origin`` has its path and line, ``home`` is where it is now.

    ``owed`` are its words and blanks with an origin each, ``became`` is what the edited sentence made of them.
    """

    fate: Fate
    origin: Origin
    text: str
    home: str = ""
    owed: Inlines = ()
    became: Pieces = ()


def fates(changes: Sequence[Change], old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Fact, ...]:
    """Facts and blanks of the old side of ``changes`` that the new side does not print as the old one did, each once, by line.

    Empty where the old side was not drafted from a facts file: then nothing in it has a fact for its origin.
    """
    judge = _Judge.of(changes, old, new)
    found = [fact for change in changes for n, sentence in enumerate(change.old) for fact in judge.facts(sentence, _nth(change.new, n))]
    once = {_told_as(fact): fact for fact in sorted(found, key=lambda fact: len(fact.text))}
    return tuple(sorted(once.values(), key=lambda fact: (fact.origin.line, fact.origin.column, fact.text)))


def _told_as(fact: Fact) -> tuple[object, ...]:
    """What two tellings of one event have in common: a fact stands in the text and in an annex."""
    changed = tuple((p.mark, p.text) for p in fact.became if p.mark is not Mark.SAME)
    return fact.fate, fact.origin.path, fact.origin.line, changed or fact.text


def _nth(sentences: Sequence[Sentence], n: int) -> Sentence | None:
    return sentences[n] if n < len(sentences) else None


class _Judge(Struct, frozen=True):
    """Both sides as they can be searched, and what each new sentence was before it was edited (None: nothing)."""

    before: Version
    after: Version
    was: Mapping[int, Sentence | None]

    @classmethod
    def of(cls, changes: Sequence[Change], old: Sequence[Sentence], new: Sequence[Sentence]) -> _Judge:
        index = {id(sentence): n for n, sentence in enumerate(new)}
        was = {index[id(s)]: _nth(change.old, n) for change in changes for n, s in enumerate(change.new)}
        return cls(Version.of(old), Version.of(new), was)

    def facts(self, sentence: Sentence, became: Sentence | None) -> Iterator[Fact]:
        pieces = marked(sentence.text, became.text) if became else ()
        at = len(sentence.text) - len(plain(sentence.inlines))
        for path, owed in _owned(sentence.inlines):
            span, at = (at, at + len(plain(owed))), at + len(plain(owed))
            origin = next((i.origin for i in owed if isinstance(i, Blank)), owed[0].origin)
            if path and origin is not None:
                fate, home, made = self._fate(owed, sentence, became, within(pieces, *span))
                if fate is None and (turned := _turned(pieces, span)):
                    fate, made = Fate.ALTERED, turned
                if fate is not None:
                    yield Fact(fate, origin, plain(owed).strip(_EDGES), home, owed, made)

    def _fate(self, owed: Inlines, sentence: Sentence, became: Sentence | None, pieces: Pieces) -> tuple[Fate | None, str, Pieces]:
        """What became of ``owed``, which stood in ``sentence``, where that is told where it is now, and its words as they were changed."""
        if is_open(owed) and (filled := self._filled(owed, became)):
            return (Fate.FILLED if any(p.mark is Mark.COME for p in filled) else None), "", filled
        words = bare(plain(owed))
        if not words or (became is not None and Version.of([became]).holders(words)):
            return None, "", pieces
        homes = self.after.holders(words)
        if homes and len(homes) >= len(self.before.holders(words)):
            return (*self._moved(words, homes, sentence, became), pieces)
        if self.after.holds_across(words):
            return Fate.CUT, "", pieces
        if became is not None and (made := _reckoned(owed, sentence, became)):
            return Fate.ALTERED, "", made
        if became is not None and _in_other_order(plain(owed), pieces, sentence, became):
            return None, "", pieces
        fate = _changed(pieces)
        if fate is Fate.GONE and (found := self._reckoned_elsewhere(owed, sentence)):
            return Fate.ALTERED, *found
        return fate, "", pieces

    def _reckoned_elsewhere(self, owed: Inlines, sentence: Sentence) -> tuple[str, Pieces] | None:
        """Where the words of ``owed`` stand with other figures in a sentence that was written anew, cut off or put together: its place, and them."""
        if len(bare(re.sub(FIGURE, "", plain(owed)))) < _FEWEST_WORDS:
            return None
        for n, was in self.was.items():
            if made := _reckoned(owed, was or sentence, self.after.sentences[n]):
                return self.after.sentences[n].where, made
        return None

    def _filled(self, owed: Inlines, became: Sentence | None) -> Pieces:
        """``owed`` with what stands instead of its blanks in the sentence it became, else in another; nothing where its words are nowhere."""
        edges = (0, len(owed) - 1)
        gaps = [_AT_AN_EDGE if n in edges else _BETWEEN_WORDS for n in range(len(owed))]
        written = [re.escape(bare(i.text)) if isinstance(i, Text) else gap for i, gap in zip(owed, gaps, strict=True)]
        known = max((bare(i.text) for i in owed if isinstance(i, Text)), key=len, default="")
        if not known:
            return ()
        others = (self.after.sentences[n] for n in self.after.holders(known))
        found = (re.search("".join(written), bare(s.text)) for s in ([became] if became else []) + [s for s in others if s is not became])
        match = next(filter(None, found), None)
        return tuple(_pieces(owed, match.groups())) if match else ()

    def _moved(self, words: str, homes: Sequence[int], sentence: Sentence, became: Sentence | None) -> tuple[Fate, str]:
        """To which of the sentences that hold ``words`` now they came: one that did not hold them before, if there is one."""
        fresh = [n for n in homes if n in self.was and not (self.was[n] and Version.of([self.was[n]]).holders(words))]  # type: ignore[list-item]
        home = (fresh or list(homes))[0]
        before = self.was.get(home)
        if before is not None and before is not sentence:
            return Fate.JOINED if became is None else Fate.MOVED, self.after.sentences[home].where
        return (Fate.PARTED if before is None and self._beside(home, became) else Fate.MOVED), self.after.sentences[home].where

    def _beside(self, home: int, became: Sentence | None) -> bool:
        """Whether nothing but sentences that were not there before stands between the one numbered ``home`` and ``became``."""
        if became is None:
            return False
        first, last = sorted((home, self.after.index(became)))
        return all(n in self.was and self.was[n] is None for n in range(first + 1, last))


def _turned(pieces: Pieces, span: tuple[int, int]) -> Pieces:
    """The words from ``span`` with what came beside them and makes them mean another thing; nothing where nothing did."""
    before, behind = around(pieces, *span)
    found = _TURNS_BEFORE.search(before), _TURNS_BEHIND.match(behind)
    head, tail = ((Marked(Mark.COME, match[0]),) if match else () for match in found)
    return (*head, *within(pieces, *span), *tail) if head or tail else ()


def _reckoned(owed: Inlines, sentence: Sentence, became: Sentence) -> Pieces:
    """``owed`` with the figures that stand in its words in ``became``, wherever there; nothing where its words do not, or stood so in ``sentence``
    already: then they are another fact's."""
    words = plain(owed)
    known = [bare(part) for part in re.split(FIGURE, words)]
    found = re.search(f"(?<![\\d.])({FIGURE})(?!\\d)".join(map(re.escape, known)), bare(became.text)) if len(known) > 1 and any(known) else None
    if found is None or is_open(owed) or found[0] in bare(sentence.text):
        return ()
    return tuple(_figured(words, found.groups()))


def _figured(words: str, now: Sequence[str]) -> Iterator[Marked]:
    """``words`` with the figures ``now`` in the place of theirs."""
    at = 0
    for figure, instead in zip(re.finditer(FIGURE, words), now, strict=True):
        yield Marked(Mark.SAME, words[at : figure.start()])
        yield from (Marked(Mark.SAME, figure[0]),) if figure[0] == instead else (Marked(Mark.GONE, figure[0]), Marked(Mark.COME, instead))
        at = figure.end()
    yield Marked(Mark.SAME, words[at:])


def _in_other_order(words: str, pieces: Pieces, sentence: Sentence, became: Sentence) -> bool:
    """Whether what stops part in ``words``, of which ``pieces`` were made, stands in ``became`` as often as before and nothing came to it."""
    parts = [bare(part) for part in _STOPS.split(words)]
    before, after = bare(sentence.text), bare(became.text)
    own = all(bare(piece.text) in bare(words) for piece in pieces if piece.mark is Mark.COME)
    return own and len(parts) > 1 and all(part and times(before, part) <= times(after, part) for part in parts)


def _owned(inlines: Inlines) -> Iterator[tuple[str, Inlines]]:
    """``inlines`` by what they belong to: its path, empty where they are not the clerk's. What parts the cells of a fact's row is its own."""
    paths = [_path(inline) for inline in inlines]
    for n in range(1, len(inlines) - 1):
        if inlines[n].text == CELL and paths[n - 1] == paths[n + 1]:
            paths[n] = paths[n - 1]
    for path, group in groupby(zip(paths, inlines, strict=True), key=itemgetter(0)):
        yield path, tuple(inline for _, inline in group)


def _path(inline: Inline) -> str:
    """What inlines of one fact have in common, its blanks too; empty for what is not the clerk's."""
    origin = inline.origin
    own = origin is not None and origin.kind is (OriginKind.BLANK if isinstance(inline, Blank) else OriginKind.FACT)
    return origin.path if origin is not None and own else ""


def _changed(pieces: Pieces) -> Fate | None:
    """What was made of a fact in its place."""
    held, come, gone = (bool(bare("".join(p.text for p in pieces if p.mark is mark))) for mark in (Mark.SAME, Mark.COME, Mark.GONE))
    if not held:
        return Fate.GONE
    return Fate.ALTERED if come else Fate.SHORTENED if gone else None


def _pieces(owed: Inlines, fillings: Sequence[str]) -> Iterator[Marked]:
    """``owed`` with its blanks filled; one that is still open stays as it is."""
    left = iter(fillings)
    for inline in owed:
        filling = next(left) if isinstance(inline, Blank) else ""
        if not filling or filling == bare(inline.text):
            yield Marked(Mark.SAME, inline.text)
        else:
            yield from (Marked(Mark.GONE, inline.text), Marked(Mark.COME, filling))

"""Slips of an input method: a common word with a character of the same sound or shape, where no other words meet; usual wordings that sound right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from generator.check.prose.entries import Sounded
from generator.check.prose.likely import Likely
from generator.check.prose.meeting import known
from generator.check.prose.passage import MASK, RUNNING, Part
from generator.check.prose.rule import QUOTES, REGULAR, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN


def _sounds(subject: Subject) -> Iterator[Finding]:
    words = known(subject.words.paired)
    wrong = {**_looking(subject.words.paired, subject.words.lookalikes), **_wrong(subject.words.sounded)}
    ending = _wrong(subject.words.sounded_at_ends)
    for passage in subject.passages if wrong else ():
        text = f"{MASK}{passage.text}{MASK}"
        for n in range(1, len(text) - 2):
            if text[n] == text[n + 1] and _doubled(text, n, words):
                yield at(passage, n - 1, n + 1, f"“{text[n] * 2}”像是多打了一个字", "删去一个；没有错就不用改")
            right = wrong.get(text[n : n + 2])
            at_end = ending.get(text[n : n + 2]) if HAN.fullmatch(text[n + 2]) is None and text[n + 2] != MASK else None
            if at_end is not None and text[n - 1 : n + 1] not in words:
                yield at(passage, n - 1, n + 1, f"“{text[n : n + 2]}”像是“{at_end}”打错了", "核对；没有错就不用改")
            if right is not None and text[n - 1 : n + 1] not in words and text[n + 1 : n + 3] not in words:
                yield at(passage, n - 1, n + 1, f"“{text[n : n + 2]}”像是“{right}”打错了", "核对；没有错就不用改")


def _all_sounds(subject: Subject) -> Iterator[Finding]:
    yield from _sounds(subject)
    yield from _usual(subject)


def _usual(subject: Subject) -> Iterator[Finding]:
    """接诉既办, 力行立改: a usual wording with characters that sound alike; one slip in an idiom is another rule's."""
    table, idioms = _spoken(subject.words.homophones), {idiom.word for idiom in subject.words.idioms}
    right, paired = {word for row in subject.words.usual for word in row}, known(subject.words.paired)
    wordings = groupby(sorted(right, key=lambda word: (word.translate(table), word)), key=lambda word: word.translate(table))
    alike = [(sound, tuple(words)) for sound, words in wordings] if table else []
    likely = Likely(alike, lambda row: (row[0],))
    for passage in subject.passages:
        spoken = passage.text.translate(table)
        for sound, words in likely.of(spoken):
            for start in _places(sound, spoken):
                said = passage.text[start : start + len(sound)]
                slips, word = min((sum(a != b for a, b in zip(said, word, strict=True)), word) for word in words)
                if slips > (1 if word in idioms else 0) and not _meets(passage.text, start, word, paired):
                    yield at(passage, start, start + len(word), f"“{said}”像是“{word}”打错了", "核对；没有错就不用改")


def _places(part: str, text: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _meets(text: str, start: int, word: str, known: frozenset[str]) -> bool:
    """Whether what would be a slip at either end of ``word`` belongs to a word beside it (逐一督促改正 is no 以督促改)."""
    end = start + len(word)
    before, behind = text[start] != word[0] and text[max(0, start - 1) : start + 1], text[end - 1] != word[-1] and text[end - 1 : end + 1]
    return before in known or behind in known


@cache
def _spoken(rows: tuple[str, ...]) -> dict[int, int]:
    """Each character as the first of those that sound alike: what sounds alike reads alike."""
    return {ord(c): ord(row[0]) for row in rows for c in row}


def _doubled(text: str, n: int, known: frozenset[str]) -> bool:
    """Whether the character at ``n`` stands twice though one word ends with it and the next begins, or nothing does, behind it (听取取派驻, 万元元).

    Said twice (天天), twice each (平平安安), or the end of one word and the beginning of the next (工作作风), it is right.
    """
    twice_each = text[n - 2 : n - 1] == text[n - 1]
    ends = HAN.fullmatch(text[n + 2]) is None or (text[n + 1 : n + 3] not in known and text[n + 2 : n + 4] in known)
    return HAN.fullmatch(text[n]) is not None and text[n] * 2 not in known and text[n - 1 : n + 1] in known and ends and not twice_each


@cache
def _looking(rows: tuple[tuple[str, ...], ...], alike: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """What is right, by what it looks like with one of its characters another that looks much the same (深人, 深入)."""
    words, slips = known(rows), defaultdict[str, str](str)
    for wrong, right in alike:
        slips[right] += wrong
    found = {word[:n] + c + word[n + 1 :]: word for word in words for n, own in enumerate(word) for c in slips.get(own, "")}
    return {slip: word for slip, word in found.items() if slip not in words}


@cache
def _wrong(rows: tuple[Sounded, ...]) -> dict[str, str]:
    """What is right, by what is wrong."""
    return {wrong: right for row in rows for right, *others in row.words for wrong in others}


RULES = (
    Rule(
        "sound-slip",
        "没有同音、形近的错字",
        Authority.ADVICE,
        REGULAR,
        _all_sounds,
        Example("扎实推近管网改造，做到接诉既办。"),
        Example("扎实推进管网改造，各项工作齐头并进，做到接诉即办。"),
        Scope(RUNNING | {Part.HEADING, Part.TITLE}, (*QUOTES, *TITLES)),
    ),
)

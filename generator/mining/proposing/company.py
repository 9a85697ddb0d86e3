"""The company that words keep in an archive: what is counted with them, what is done to what, what is aimed at behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field

from generator.bank.phrase import SLOT
from generator.bank.slots import type_of
from generator.mining.proposing.statements import Cut, Stated, cut, is_noun, measures
from generator.mining.tokens import Tagger
from generator.patterns import late

_ENDS = late(r"[{}、，和与及的等]")
"""Where the name of what is counted begins or ends."""
MEASURE, OBJECT, ACT, AIM, CHARACTER = "量", "物", "事", "旨", "字"
"""Kinds of company: measure words, objects, acts, words of aims, and the characters that a word is written with."""
_ENOUGH = 5
"""Measure words, objects and words of aims that must have been seen with a word before its company says anything of it."""
Feature = tuple[str, str]
Words = Callable[[Stated], Iterable[tuple[str, Iterable[Feature]]]]
"""The words of a statement that a table might hold, each with its company there."""


class Used(Struct):
    """How a word is used: with what company, and in the archive at hand how often, in which offices, with a statement that shows it."""

    word: str
    count: int = 0
    offices: set[str] = field(default_factory=set)
    company: Counter[Feature] = field(default_factory=Counter)
    example: str = ""


def used(stated: Iterable[Stated], words: Words, tag: Tagger) -> dict[str, Used]:
    """How the words of ``stated`` are used; the shortest statement of each is its example.

    What no office states (a bank's claims) is company alone.
    """
    found: defaultdict[str, Used] = defaultdict(lambda: Used(""))
    for one in stated:
        aims = [(AIM, w) for text in one.aims for w, flag in tag(SLOT.sub("，", text)) if len(w) > 1 and flag[:1] in "nvai"]
        for word, company in words(one):
            seen = found[word]
            seen.word = word
            seen.company.update((*company, *aims))
            if one.office:
                seen.count += 1
                seen.offices.add(one.office)
                seen.example = min(seen.example or one.text, one.text, key=lambda text: (len(text), text))
    return dict(found)


def well_known(words: dict[str, Used]) -> dict[str, Used]:
    """Those of ``words`` whose company is enough to be told by."""
    return {word: seen for word, seen in words.items() if seen.company.total() >= _ENOUGH}


def verbs_of(tag: Tagger, light: Iterable[str]) -> Words:
    """The verb that heads a statement, in the company of measure words and nouns."""
    passed = frozenset(light)

    def words(one: Stated) -> Iterator[tuple[str, Iterable[Feature]]]:
        found: Cut | None = cut(one.text, tag, passed)
        if found is not None:
            yield found.verb, [*((MEASURE, m) for m in measures(one.text)), *((OBJECT, noun) for noun in found.nouns)]

    return words


def nouns_of(tag: Tagger, acts: Callable[[str], Iterable[str]]) -> Words:
    """The nouns that a statement counts (企业{家数}家, {名数}名学生), in the company of its measure words and ``acts``: what it was done to."""

    def words(one: Stated) -> Iterator[tuple[str, Iterable[Feature]]]:
        company = [*((MEASURE, m) for m in measures(one.text)), *((ACT, act) for act in acts(one.text))]
        for word in dict.fromkeys(w for name in _counted(one.text) for w, flag in tag(name)[-1:] if is_noun(w, flag)):
            yield word, company

    return words


def _counted(text: str) -> Iterator[str]:
    """What stands right before a count in ``text``, and right behind its measure word."""
    for match in SLOT.finditer(text):
        kind, unit = type_of(match[1])
        if kind == "数":
            behind = text[match.end() :].removeprefix(unit)
            yield from filter(None, (_ENDS.split(text[: match.start()])[-1], _ENDS.split(behind)[0]))


def spelt(word: str) -> tuple[Feature, ...]:
    """The characters of ``word``: 核查 and 复核 are hardly unlike."""
    return tuple((CHARACTER, c) for c in dict.fromkeys(word))

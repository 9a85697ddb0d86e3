"""The statements of an archive, each with its office and the aims behind it, cut into the verb that heads it and the nouns it is done to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from generator.bank.bank import Bank
from generator.bank.phrase import SLOT, Kind, Nature, Position
from generator.bank.slots import type_of
from generator.mining.clausewise import bare_clauses, clausewise
from generator.mining.evidence import Evidence, ReportEvidence
from generator.mining.tokens import NAMES, Tagger, Word
from generator.patterns import late
from generator.report import Role

_SUBJECT = late(r"^\{(?:主体|自称)\}")
_BEFORE_VERB = ("d", "ad", "t", "c", "p", "r", "f")
"""Parts of speech that may stand before the verb of a statement: adverbs, times, conjunctions, prepositions, 各, 其中."""
_FIRST = 3
"""Words among which the verb must come: a statement that begins with its subject or with a condition is headed by no verb."""


class Stated(Struct, frozen=True):
    """A statement, particulars emptied: its office (empty: it is known from a bank), its text, the aims that stand behind it."""

    office: str
    text: str
    aims: tuple[str, ...] = ()


class Cut(Struct, frozen=True):
    """A statement in words: the verb that heads it, and the nouns behind that, in their order."""

    verb: str
    nouns: tuple[str, ...]


def statements(evidence: Evidence) -> Iterator[Stated]:
    """What the reports state with counts, or say an aim of; what they call a shortcoming or a plan left out."""
    for _, found in sorted(evidence.items()):
        aims = _aims(found)
        counted = dict.fromkeys((seen.line, text) for text, seen in clausewise(found) if seen.kind is Kind.FRAME and _told(seen.roles))
        for line, text in dict.fromkeys((*counted, *aims)):
            yield Stated(found.unit, text, aims.get((line, text), ()))


def claimed(bank: Bank) -> Iterator[Stated]:
    """What the claims of a bank state, of no office: they say what company words keep, not how widely an archive at hand uses them."""
    for phrase in bank.frames:
        if phrase.nature is Nature.CLAIM and not phrase.fillers:
            yield from (Stated("", text) for text in bare_clauses(phrase.text))


def _aims(found: ReportEvidence) -> Mapping[tuple[int, str], tuple[str, ...]]:
    """The aims behind each statement, by its line and text: each aim is that of the statement nearest before it."""
    behind: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for seen in found.seen:
        if seen.kind is Kind.CLAUSE and seen.position is Position.CLOSE and seen.beside and _told(seen.roles):
            for text in bare_clauses(seen.beside[0])[:1]:
                behind[seen.line, text].append(seen.text)
    return {place: tuple(aims) for place, aims in behind.items()}


def _told(roles: Collection[Role]) -> bool:
    return not roles or Role.PRACTICE in roles or Role.RESULT in roles


def measures(text: str) -> Iterator[str]:
    """The measure words that ``text`` counts with."""
    for name in SLOT.findall(text):
        kind, unit = type_of(name)
        if kind == "数" and unit:
            yield unit


def cut(text: str, tag: Tagger, light: Collection[str]) -> Cut | None:
    """``text`` as verb and nouns; light verbs (开展, 组织) pass the lead on. None where no verb heads it."""
    words = tag(SLOT.sub("0", _SUBJECT.sub("", text)))
    at = next((i for i, word in enumerate(words) if not _passed_over(word, light)), len(words))
    if at >= min(len(words), _FIRST) or not _is_verb(words[at]):
        return None
    return Cut(words[at][0], tuple(w for w, flag in words[at + 1 :] if is_noun(w, flag)))


def _passed_over(word: Word, light: Collection[str]) -> bool:
    return word[0] in light or word[1] in _BEFORE_VERB


def _is_verb(word: Word) -> bool:
    return len(word[0]) > 1 and word[1] in ("v", "vn")


def is_noun(word: str, flag: str) -> bool:
    return len(word) > 1 and flag[:1] in "njl" and flag not in NAMES

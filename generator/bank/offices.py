"""The offices whose reports a bank was mined from: what each wrote, and which of them are in the trade that some words tell of.

A phrase names the reports it was seen in, and a report's name begins with its office; so claims know their office, without the reports at hand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.bank.phrase import SLOT, Kind, Phrase
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import is_han
from generator.fit.gist import Reader
from generator.fit.likeness import Counts, cosine, telling, weighed
from generator.patterns import late

_PLACE = late("^[\u4e00-\u9fff]{1,6}?(?<![城社])(?:省|自治区|市|地区|州(?!市)|县|区|旗)(?=[\u4e00-\u9fff]{2})")
_SAYS = (Kind.FRAME, Kind.HEADING, Kind.LEAD, Kind.CLAUSE)
_NAMED = 10
"""How many times a word of an office's own name counts of one in its reports."""
_KIN = 0.7
"""Share of the likeness of the nearest office that another must have to be of its trade."""
_MOST = 3
"""Offices that one trade is made of, lest it be every trade's."""


class Saying(Struct, frozen=True):
    """A phrase where a report says it."""

    line: int
    phrase: Phrase


class Office(Struct, frozen=True):
    """What the reports of one office say, by report, line by line."""

    name: str
    reports: Mapping[str, Sequence[Saying]]

    @property
    def texts(self) -> Iterator[str]:
        return (s.phrase.text for said in self.reports.values() for s in said if s.phrase.kind in _SAYS)


class Offices(Struct, frozen=True, dict=True):
    """The offices of a bank, by name, read by the bank's own reader."""

    offices: tuple[Office, ...]
    reader: Reader

    @classmethod
    def of(cls, phrases: Iterable[Phrase], reader: Reader) -> Offices:
        """The offices that ``phrases`` were seen in. A report whose name tells no office is one of its own."""
        found: defaultdict[str, defaultdict[str, list[Saying]]] = defaultdict(lambda: defaultdict(list))
        for phrase in phrases:
            for seen in phrase.evidence:
                found[seen.report.rpartition("/")[0] or seen.report][seen.report].append(Saying(seen.line, phrase))
        made = (Office(name, {r: sorted(said, key=_order) for r, said in sorted(reports.items())}) for name, reports in sorted(found.items()))
        return cls(tuple(made), reader)

    @cached_property
    def _counts(self) -> Mapping[str, Counts]:
        return {office.name: self._counted(office) for office in self.offices}

    def _counted(self, office: Office) -> Counter[str]:
        own = Counter(feature for text in office.texts for feature in features(text, self.reader))
        return own + Counter(dict.fromkeys(features(without_place(office.name), self.reader), _NAMED))

    def nearest(self, words: str, without: str = "") -> tuple[Office, ...]:
        """The offices of the trade that ``words`` (an office's name, what it does) tell of, the nearest first, the one called ``without`` left out;
        none where no office says any of them."""
        known = [office for office in self.offices if office.name != without]
        asked = Counter(features(without_place(words), self.reader))
        tells = telling([*(self._counts[office.name] for office in known), asked])
        query = weighed(asked, tells)
        ranked = sorted(((cosine(query, weighed(self._counts[o.name], tells)), o) for o in known), key=lambda found: (-found[0], found[1].name))
        least = _KIN * ranked[0][0] if ranked else 0.0
        return tuple(office for alike, office in ranked[:_MOST] if alike > 0 and alike >= least)

    def named(self, name: str) -> Office | None:
        """The office called ``name``, or the first whose name holds it."""
        holding = (o for o in self.offices if name and name in o.name)
        return next((o for o in self.offices if o.name == name), None) or next(holding, None)


def _order(said: Saying) -> tuple[int, str]:
    return said.line, said.phrase.id


def without_place(name: str) -> str:
    """An office's name without the places it begins with: 云州市临江区审计局 is an 审计局."""
    shorter = _PLACE.sub("", name)
    return name if shorter == name else without_place(shorter)


def features(text: str, reader: Reader) -> Iterator[str]:
    """What ``text`` is known by: its words, and the things and topics that it speaks of."""
    gist = reader.gist(text)
    yield from words_of(text, reader)
    yield from (f"物：{thing}" for thing in sorted(gist.things))
    yield from (f"题：{topic}" for topic in sorted(gist.topics))


def words_of(text: str, reader: Reader) -> Iterator[str]:
    """The words of ``text`` and, where none is known, pairs of characters."""
    bare = SLOT.sub("，", text)
    known = reader.lexicon.split(bare)
    yield from (word for _, word in known)
    covered = {i for at, word in known for i in range(at, at + len(word))}
    free = "".join(c if i not in covered and is_han(c) else " " for i, c in enumerate(bare))
    yield from (pair for run in free.split() for pair in pairs(run))

"""The heads of an archive, each with the words of the section it stands over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.phrase import SLOT, Kind
from generator.fit.likeness import Counts, Vector, telling, weighed
from generator.mining.evidence import Evidence, ReportEvidence, Seen
from generator.mining.tokens import Tagger
from generator.report import Role

FEW = 3
"""Headings of the second level below which a report's points are its heads too."""
_CONTENT = "nvjil"
"""First letters of the parts of speech that a section is known by: nouns, verbs, abbreviations, set phrases."""


class Head(Struct, frozen=True):
    """A head of one report and what its section says: how often each content word, and the same as a vector among all sections."""

    report: str
    text: str
    words: Counts
    vector: Vector


def heads(evidence: Evidence, tag: Tagger) -> list[Head]:
    """Every head of ``evidence`` that tells of work done or planned, with its section."""
    found = [head for key in sorted(evidence) for head in _heads(key, evidence[key], tag)]
    tells = telling([head.words for head in found])
    return [replace(head, vector=weighed(head.words, tells)) for head in found]


def _heads(key: str, report: ReportEvidence, tag: Tagger) -> Iterator[Head]:
    titles = {seen.text for seen in report.seen if seen.kind is Kind.HEADING and seen.level == 2 and _told(seen)}
    points = {seen.text for seen in report.seen if seen.kind is Kind.LEAD and _told(seen)} if len(titles) < FEW else set[str]()
    under = _sections(report, tag)
    for text in sorted(titles | points):
        yield Head(key, text, under.get(text, {}), {})


def _told(seen: Seen) -> bool:
    return Role.PROBLEM not in seen.roles


def _sections(report: ReportEvidence, tag: Tagger) -> Mapping[str, Counts]:
    """The words that stand under each heading and each head of a point."""
    under: defaultdict[str, Counter[str]] = defaultdict(Counter)
    words: Callable[[str], list[str]] = lambda text: [w for w, flag in tag(SLOT.sub("，", text)) if len(w) > 1 and flag[:1] in _CONTENT]  # noqa: E731
    for seen in report.seen:
        if seen.kind in (Kind.CLAUSE, Kind.FRAME) and not seen.filled:
            said = words(seen.text)
            for over in {seen.heading, seen.lead} - {""}:
                under[over].update(said)
    return under

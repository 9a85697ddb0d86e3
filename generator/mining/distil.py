"""The reduce: evidence to phrases. The same evidence gives the same phrases, in whatever order it was gathered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.bank.bank import Bank, Topic
from generator.bank.files import shape_of
from generator.bank.formulations import Formulation, FormulationKind, contained
from generator.bank.phrase import Evidence as Place
from generator.bank.phrase import Kind, Nature, Phrase, Position
from generator.bank.slots import slots_of
from generator.mining.clusters import clusters
from generator.mining.evidence import Evidence, Seen, merge
from generator.mining.extract import extract
from generator.mining.lexicon import CLOSINGS, GENERAL, NEEDED, OPENINGS
from generator.mining.moves import lead_part
from generator.mining.nature import judge
from generator.mining.rejects import Rejects
from generator.mining.tokens import content_words
from generator.mining.units import is_phrase
from generator.report import Move, Report, Role

T = TypeVar("T")
_COMMON = 3  # a quoted name in three unlike reports belongs to no one unit


_SHORTEST_CLOSE = 6
"""Han characters of the shortest clause that a sentence can land on."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A sighting with the report it was made in."""

    cluster: str
    report: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """What distilling knows beyond the evidence."""

    bank: Bank
    formulations: tuple[Formulation, ...]
    words: Callable[[str], tuple[str, ...]]
    common: frozenset[str]


def mine(
    reports: Iterable[Report], topics: Sequence[Topic] = (), formulations: Sequence[Formulation] = (), rejected: Rejects | None = None
) -> list[Phrase]:
    """The phrases of ``reports``: every report extracted, the evidence merged and distilled."""
    return distil(merge(*map(gather, reports)), topics, formulations, rejected)


def gather(report: Report) -> Evidence:
    """The evidence of one report, under its name."""
    return dict([extract(report)])


def distil(
    evidence: Evidence, topics: Sequence[Topic] = (), formulations: Sequence[Formulation] = (), rejected: Rejects | None = None
) -> list[Phrase]:
    """The phrases that ``evidence`` supports, sorted by kind and wording, without what ``rejected`` holds."""
    struck = rejected or Rejects()
    sightings = {key: found for key, found in _by_phrase(evidence).items() if is_phrase(key[1], key[0]) and not struck.hold(key[1])}
    quoted = {text.strip("“”"): len({s.cluster for s in found}) for (kind, text), found in sightings.items() if kind is Kind.FORMULATION}
    common = GENERAL | {name for name, support in quoted.items() if support >= _COMMON}
    lexicon = frozenset({*GENERAL, *quoted, *(f.text.strip("“”") for f in formulations)})
    known = _Knowledge(Bank({}, tuple(topics)), tuple(formulations), content_words(lexicon), common)
    return [_phrase(kind, text, found, known) for (kind, text), found in sorted(sightings.items())]


def _by_phrase(evidence: Evidence) -> Mapping[tuple[Kind, str], list[_Sighting]]:
    cluster = clusters(evidence)
    found: defaultdict[tuple[Kind, str], list[_Sighting]] = defaultdict(list)
    for key, report in sorted(evidence.items()):
        for seen in report.seen:
            found[seen.kind, seen.text].append(_Sighting(cluster[key], report.name, seen))
    return found


def _phrase(kind: Kind, text: str, found: list[_Sighting], known: _Knowledge) -> Phrase:
    all_seen = [s.seen for s in found]
    move = _commonest(s.move for s in all_seen)
    lead = move is Move.LEAD and kind is Kind.CLAUSE
    topic = lead_part(text) if lead else _topic(text, all_seen, known.bank)
    judged = judge(text, kind, move, known.formulations, known.common)
    return Phrase(
        text,
        kind,
        judged.nature,
        move=None if kind is Kind.FORMULATION else move,
        topic=topic,
        position=_position(text, all_seen) if kind in (Kind.CLAUSE, Kind.TRANSITION) and not lead else None,
        level=_commonest(s.level for s in all_seen) or 0 if kind is Kind.HEADING else 0,
        roles=frozenset(r for s in all_seen for r in s.roles) if kind is not Kind.FORMULATION else frozenset[Role](),
        shape=shape_of(text),
        slots=slots_of(text, topic),
        words=known.words(text),
        needs=_needs(text, kind, known.formulations) if judged.nature is Nature.FORMULA else (),
        support=len({s.cluster for s in found}),
        count=len(found),
        evidence=tuple(sorted({Place(s.report, s.seen.line) for s in found})),
        since=judged.since,
        until=judged.until,
        reason=judged.reason,
    )


def _commonest(values: Iterable[T]) -> T | None:
    """The value seen most often; the least of equals, so that order plays no part."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], str(v)), default=None)


def _topic(text: str, seen: Iterable[Seen], bank: Bank) -> str:
    """By the words of the wording, else of the point's head, else of the section's title."""
    own = bank.topic_of(text)
    if own:
        return own
    return _commonest([bank.topic_of(s.lead) or bank.topic_of(s.heading) for s in seen]) or ""


def _position(text: str, seen: list[Seen]) -> Position | None:
    if any(s.first and s.last for s in seen):
        return Position.WHOLE
    if any(s.near_last and not s.first for s in seen) and text.startswith(CLOSINGS) and sum(shape_of(text)) >= _SHORTEST_CLOSE:
        return Position.CLOSE
    return Position.OPEN if text.removeprefix("{主体}").startswith(OPENINGS) else None


def _needs(text: str, kind: Kind, formulations: tuple[Formulation, ...]) -> tuple[str, ...]:
    """A campaign, meeting or plan that ``text`` names: only a clerk who names it too may have it printed. Else the narrowest specific object."""
    if kind not in (Kind.CLAUSE, Kind.LEAD, Kind.HEADING):
        return ()
    events = [f.text for f in contained(text, formulations) if f.kind is not FormulationKind.WORDING]
    if events:
        return tuple(dict.fromkeys(name for event in events for name in (event, event.strip("“”"))))
    return next((words for words in NEEDED if words[0] in text), ()) if kind is not Kind.HEADING else ()

"""The reduce: evidence to phrases. The same evidence gives the same phrases, in whatever order it was gathered."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from generator.bank.asked import can_be_asked
from generator.bank.bank import Bank, Topic
from generator.bank.formulations import Formulation, FormulationKind, contained
from generator.bank.ledger import Ledger, Verdict
from generator.bank.phrase import SLOT, Group, Kind, Nature, Phrase, Position, Status, shape_of
from generator.bank.phrase import Evidence as Place
from generator.bank.slots import slots_of
from generator.fit.common import Common
from generator.fit.cotext import NO_COTEXT, Stood, learnt
from generator.fit.gist import Reader
from generator.fit.licence import particulars, strange
from generator.fit.tables import NO_TABLES, Tables
from generator.mining.clusters import clusters
from generator.mining.cues import closes, opens
from generator.mining.evidence import Evidence, Seen, merge
from generator.mining.extract import extract
from generator.mining.nature import judge
from generator.mining.parts import part_of, with_theme
from generator.mining.tokens import content_words
from generator.mining.topics import topic_of_phrase
from generator.mining.units import is_phrase
from generator.mining.variants import representatives
from generator.report import Move, Report, Role

T = TypeVar("T")
_MOST_FILLERS = 12
_PLAIN = 2
_COMMON = 3  # a quoted name in three unlike reports belongs to no one unit


_SHORTEST_CLAUSE = 6
_SHORTEST_SENTENCE = 16
"""Han characters of the shortest clause that can open or close a sentence, and of the shortest that can be one."""

_FITTED = (Kind.CLAUSE, Kind.HEADING, Kind.LEAD)
"""Kinds of formula that are chosen by what they stand beside."""

_MOST_PARTICULARS = 3
"""A wording with more particulars than these says again what one report said."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A sighting with the report it was made in, and its unit."""

    cluster: str
    report: str
    unit: str
    seen: Seen


_Sightings = Mapping[tuple[Kind, str], list[_Sighting]]
_Wording = tuple[tuple[Kind, str], list[_Sighting]]


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """What distilling knows beyond the evidence."""

    bank: Bank
    formulations: tuple[Formulation, ...]
    words: Callable[[str], tuple[str, ...]]
    common: Common
    variants: Mapping[str, tuple[str, ...]]
    reader: Reader


def mine(
    reports: Iterable[Report],
    topics: Sequence[Topic] = (),
    formulations: Sequence[Formulation] = (),
    ledger: Ledger | None = None,
    tables: Tables = NO_TABLES,
) -> list[Phrase]:
    """The phrases of ``reports``: every report extracted, the evidence merged and distilled."""
    return distil(merge(*map(gather, reports)), topics, formulations, ledger, tables)


def gather(report: Report) -> Evidence:
    """The evidence of one report, under its name."""
    return dict([extract(report)])


def word_counts(evidence: Evidence) -> dict[str, int]:
    """The words of all reports, each with the number of units that use it."""
    units: defaultdict[str, set[str]] = defaultdict(set)
    for found in evidence.values():
        for word in found.words:
            units[word].add(found.unit)
    return {word: len(seen) for word, seen in sorted(units.items())}


def distil(
    evidence: Evidence,
    topics: Sequence[Topic] = (),
    formulations: Sequence[Formulation] = (),
    ledger: Ledger | None = None,
    tables: Tables = NO_TABLES,
    track: Callable[[list[_Wording]], Iterable[_Wording]] = iter,
    counts: Mapping[str, int] = MappingProxyType({}),
) -> list[Phrase]:
    """The phrases that ``evidence`` supports, sorted by kind and wording, as the ``ledger`` has decided on them.

    ``counts`` are words known besides those of the evidence, with the offices that use each; ``track`` may watch the wordings go by: for someone
    who waits.
    """
    decisions = ledger or Ledger()
    sightings, settled = _decided(_by_phrase(evidence, tuple(formulations)), decisions)
    sightings, variants = _merged(sightings, settled)
    quoted = {text.strip("“”"): len({s.cluster for s in found}) for (kind, text), found in sightings.items() if kind is Kind.FORMULATION}
    unquoted = _unquoted(sightings)
    plain = {word for topic in topics for word in topic.words}
    names = plain | {name for name, support in quoted.items() if support >= _COMMON or unquoted.count(name) >= _PLAIN}
    common = tables.common | Common(names=frozenset(names))
    lexicon = frozenset({*tables.common.names, *quoted, *(f.text.strip("“”") for f in formulations)})
    own = word_counts(evidence)
    reader = tables.reader({**counts, **{word: max(n, counts.get(word, 0)) for word, n in own.items()}})
    known = _Knowledge(Bank({}, tuple(topics)), tuple(formulations), content_words(lexicon), common, variants, reader)
    phrases = (_phrase(kind, text, found, known) for (kind, text), found in track(sorted(sightings.items())))
    return [decisions.settled(p) if (p.kind, p.text) in settled else p for p in phrases]


def is_of_use(p: Phrase) -> bool:
    """Whether a draft, a scaffold or coverage can use ``p``: formula that has a place and not too many particulars, whatever several reports say,
    and what one report gives that another office may be asked for. The rest stays evidence."""
    if p.status is Status.ACCEPTED or p.support > 1:
        return True
    match p.kind:
        case Kind.FRAME:
            return p.nature is Nature.CLAIM and can_be_asked(p.text)
        case Kind.CLAUSE if p.move is Move.PROBLEM:
            return False
        case Kind.CLAUSE if p.move is not Move.LEAD:
            return p.nature is Nature.FORMULA and bool(p.position and p.beside) and len(p.licence) <= _MOST_PARTICULARS
        case Kind.FORMULATION:
            return False
    return p.nature is Nature.FORMULA and len(p.licence) <= _MOST_PARTICULARS


def _decided(sightings: _Sightings, ledger: Ledger) -> tuple[_Sightings, frozenset[tuple[Kind, str]]]:
    """Sightings by the wording that stands for them, and the wordings a reader accepted. An edited wording takes over the evidence."""
    kept: defaultdict[tuple[Kind, str], list[_Sighting]] = defaultdict(list)
    settled: set[tuple[Kind, str]] = set()
    for (kind, seen), found in sightings.items():
        text, decision = ledger.outcome(kind, seen)
        verdict = decision.verdict if decision else Verdict.LATER
        if verdict in (Verdict.ACCEPT, Verdict.EDIT):
            settled.add((kind, text))
        elif verdict is Verdict.REJECT or not is_phrase(text, kind):
            continue
        kept[kind, text] += found
    return kept, frozenset(settled)


def _merged(sightings: _Sightings, settled: frozenset[tuple[Kind, str]]) -> tuple[_Sightings, Mapping[str, tuple[str, ...]]]:
    """Sightings with near-identical frames under the one that stands for them, and what each such frame took over; settled ones stay apart."""
    frames = {text: len({s.cluster for s in found}) for (kind, text), found in sightings.items() if kind is Kind.FRAME}
    standing = representatives({text: n for text, n in frames.items() if (Kind.FRAME, text) not in settled})
    kept: defaultdict[tuple[Kind, str], list[_Sighting]] = defaultdict(list)
    variants: defaultdict[str, list[str]] = defaultdict(list)
    for (kind, text), found in sorted(sightings.items()):
        stands = standing.get(text, text) if kind is Kind.FRAME else text
        kept[kind, stands] += found
        if stands != text:
            variants[stands].append(text)
    return kept, {text: tuple(others) for text, others in variants.items()}


def _unquoted(sightings: _Sightings) -> str:
    """All wordings, one a line, without what stands in quotes: a name said there in several lines is a word that quotes only stress."""
    return "\n".join(re.sub(r"“[^”]*”", "，", text) for _, text in sightings)


def _by_phrase(evidence: Evidence, formulations: tuple[Formulation, ...]) -> _Sightings:
    """Sightings by kind and wording; what a 导语 says of a campaign it says of any."""
    cluster = clusters(evidence)
    found: defaultdict[tuple[Kind, str], list[_Sighting]] = defaultdict(list)
    for key, report in sorted(evidence.items()):
        for seen in report.seen:
            text = with_theme(seen.text, formulations) if seen.move is Move.LEAD and seen.kind is Kind.CLAUSE else seen.text
            found[seen.kind, text].append(_Sighting(cluster[key], report.name, report.unit, seen))
    return found


def _phrase(kind: Kind, text: str, found: list[_Sighting], known: _Knowledge) -> Phrase:
    all_seen = [s.seen for s in found]
    move = _commonest(s.move for s in all_seen)
    lead = move is Move.LEAD and kind is Kind.CLAUSE
    skeleton = any(s.filled for s in all_seen)
    part = part_of(text, kind, move)
    topic = "" if skeleton else str(part or "") or _topic(text, all_seen, known.bank)
    judged = judge(text, kind, move, known.formulations, known.common.names)
    if judged.nature is Nature.FORMULA and kind in _FITTED and (unknown := strange(text, known.reader)):
        judged = replace(judged, nature=Nature.CLAIM, reason=f"有别处不说的字眼：{unknown}")
    formula = judged.nature is Nature.FORMULA and kind in _FITTED
    fitted = formula and not lead
    cotext = learnt((Stood(s.unit, s.seen.beside) for s in found if s.seen.beside), known.reader) if fitted else NO_COTEXT
    return Phrase(
        text,
        kind,
        judged.nature,
        move=None if kind is Kind.FORMULATION else move,
        topic=topic,
        position=_position(text, all_seen) if kind is Kind.CLAUSE and not lead else None,
        level=_commonest(s.level for s in all_seen) or 0 if kind is Kind.HEADING else 0,
        roles=frozenset(r for s in all_seen for r in s.roles) if kind is not Kind.FORMULATION else frozenset[Role](),
        slots=slots_of(text, topic),
        words=known.words(text),
        beside=cotext.words,
        acts=cotext.acts if kind is Kind.CLAUSE else (),
        licence=_licence(text, known, lead) if formula else (),
        support=len({s.cluster for s in found}),
        units=len({s.unit for s in found}),
        count=len(found),
        evidence=tuple(sorted({Place(s.report, s.seen.line) for s in found})),
        since=judged.since,
        until=judged.until,
        reason=judged.reason,
        variants=known.variants.get(text, ()) if kind is Kind.FRAME else (),
        fillers=_fillers(found),
    )


def _licence(text: str, known: _Knowledge, lead: bool) -> tuple[Group, ...]:
    """The particulars of ``text``, and the campaign or plan that it names, of meetings too outside a 导语: only a clerk who names it too may have it
    printed. Set wordings are common property; their dates say when they may be said."""
    named = contained(text, known.formulations)
    kept = (FormulationKind.WORDING, FormulationKind.MEETING) if lead else (FormulationKind.WORDING,)
    events = tuple((f.text.strip("“”"),) for f in named if f.kind not in kept)
    bare = text
    for formulation in sorted(named, key=lambda f: -len(f.text)):
        if formulation.text not in known.reader.topics.of_word:  # 全面从严治党 is what a report is about, not how it speaks
            bare = bare.replace(formulation.text, "，")
    return tuple(dict.fromkeys((*events, *particulars(bare, known.reader, known.common))))


def _fillers(found: list[_Sighting]) -> tuple[str, ...]:
    """What filled the open slots, slots of one skeleton parted by ／; what most reports say first, at most twelve."""
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for s in found:
        if s.seen.filled:
            reports["／".join(s.seen.filled)].add(s.cluster)
    return tuple(sorted(reports, key=lambda text: (-len(reports[text]), text)))[:_MOST_FILLERS]


def _commonest(values: Iterable[T]) -> T | None:
    """The value seen most often; the least of equals, so that order plays no part."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], str(v)), default=None)


def _topic(text: str, seen: Iterable[Seen], bank: Bank) -> str:
    """By the words of the wording, between equals by the headings it stands under, as most sightings have it."""
    return (
        _commonest([topic_of_phrase(text, *((s.lead, s.heading) if s.kind is not Kind.FORMULATION else ("", "")), bank.topics) for s in seen]) or ""
    )


def _position(text: str, seen: list[Seen]) -> Position | None:
    """Where most sightings have it, if it is long enough to stand there."""
    found = _commonest(s.position for s in seen if s.position)
    length = sum(shape_of(text))
    if found is None or length < (_SHORTEST_SENTENCE if found is Position.WHOLE else _SHORTEST_CLAUSE):
        return None
    bare = SLOT.sub("", text)
    return None if (found is Position.OPEN and not opens(bare)) or (found is Position.CLOSE and not closes(bare)) else found


def described(
    kind: Kind,
    text: str,
    move: Move,
    topics: Sequence[Topic],
    formulations: Sequence[Formulation],
    whole: bool = False,
    *,
    beside: Sequence[str] = (),
    tables: Tables = NO_TABLES,
    counts: Mapping[str, int] = MappingProxyType({}),
) -> Phrase:
    """A wording that no report shows, described by the rules that hold for mined ones; ``whole`` says that it is a sentence of its own.

    ``beside`` are statements it is to stand beside, ``counts`` the words known to the bank.
    """
    position = Position.WHOLE if whole else Position.OPEN if opens(SLOT.sub("", text)) else Position.CLOSE
    seen = Seen(text, kind, 0, move, position=position, beside=tuple(beside))
    known = _Knowledge(Bank({}, tuple(topics)), tuple(formulations), content_words(tables.common.names), tables.common, {}, tables.reader(counts))
    return replace(_phrase(kind, text, [_Sighting("", "", "", seen)], known), support=0, units=0, count=0, evidence=())

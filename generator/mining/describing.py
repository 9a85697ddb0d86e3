"""One wording described by its sightings: its nature, move, topic and place, what it stood beside, what it presupposes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.anyones import is_anyones_count
from generator.bank.bank import Topic
from generator.bank.formulations import Formulation, FormulationKind, contained
from generator.bank.ledger import Ledger
from generator.bank.phrase import SLOT, Group, Kind, Nature, Phrase, Position, Status, shape_of
from generator.bank.phrase import Evidence as Place
from generator.bank.slots import slots_of
from generator.fit.common import Common
from generator.fit.cotext import NO_COTEXT, Stood, learnt
from generator.fit.gist import Reader
from generator.fit.licence import particulars, strange
from generator.fit.tables import NO_TABLES, Tables
from generator.mining.cues import closes, opens
from generator.mining.evidence import Seen
from generator.mining.nature import Judged, judge
from generator.mining.parts import part_of
from generator.mining.tokens import content_words
from generator.mining.topics import topic_of_phrase
from generator.report import Move, Role

T = TypeVar("T")
_MOST_FILLERS = 12
_SHORTEST_CLAUSE = 6
_SHORTEST_SENTENCE = 16
"""Han characters of the shortest clause that can open or close a sentence, and of the shortest that can be one."""

_FITTED = (Kind.CLAUSE, Kind.HEADING, Kind.LEAD)
"""Kinds of formula that are chosen by what they stand beside."""

_MOST_PARTICULARS = 3
"""A wording with more particulars than these says again what one report said."""


_UNDECIDED = Ledger()


class Sighting(Struct, frozen=True):
    """A sighting with the report it was made in, and its unit."""

    cluster: str
    report: str
    unit: str
    seen: Seen


class Found(Struct, frozen=True):
    """A wording with its sightings; ``settled`` where a reader accepted it."""

    kind: Kind
    text: str
    sightings: tuple[Sighting, ...]
    settled: bool = False


class Knowledge(Struct, frozen=True):
    """What distilling knows beyond the evidence; ``all_kept`` where what nobody can use is wanted too."""

    topics: tuple[Topic, ...]
    formulations: tuple[Formulation, ...]
    lexicon: frozenset[str]
    common: Common
    variants: Mapping[str, tuple[str, ...]]
    reader: Reader
    ledger: Ledger = _UNDECIDED
    all_kept: bool = True


def is_of_use(p: Phrase) -> bool:
    """Whether a draft, a scaffold or coverage can use ``p``: formula that has a place and not too many particulars, whatever several reports say,
    and what one report gives that another office may be asked for. The rest stays evidence."""
    if p.status is Status.ACCEPTED or p.support > 1:
        return True
    if p.surrounds_name:  # what one report alone sets around a name may be part of the name
        return False
    placed = p.kind is not Kind.CLAUSE or p.move is Move.LEAD or bool(p.position and p.beside)
    return _may_serve(p.kind, p.text, p.move, p.nature) and (p.kind is Kind.FRAME or (placed and len(p.licence) <= _MOST_PARTICULARS))


def _may_serve(kind: Kind, text: str, move: Move | None, nature: Nature) -> bool:
    """Whether a wording of one report alone can be of use, as far as its nature tells."""
    if kind is Kind.FRAME:
        return nature is Nature.CLAIM and is_anyones_count(text)
    return nature is Nature.FORMULA and kind is not Kind.FORMULATION and (kind is not Kind.CLAUSE or move is not Move.PROBLEM)


def phrase_of(found: Found, known: Knowledge) -> Phrase | None:
    """The phrase that ``found`` shows; None where it is of no use and only what is of use is wanted."""
    kind, text = found.kind, found.text
    move = _commonest(s.seen.move for s in found.sightings)
    judged = judge(text, kind, move, known.formulations, known.common.names)
    support = len({s.cluster for s in found.sightings})
    if not (known.all_kept or found.settled or support > 1 or _may_serve(kind, text, move, judged.nature)):
        return None
    phrase = _of(kind, text, move, judged, found.sightings, known)
    return phrase if known.all_kept or found.settled or is_of_use(phrase) else None


def _of(kind: Kind, text: str, move: Move | None, judged: Judged, found: Sequence[Sighting], known: Knowledge) -> Phrase:
    all_seen = [s.seen for s in found]
    lead = move is Move.LEAD and kind is Kind.CLAUSE
    topic = _topic_of(text, kind, move, all_seen, known)
    judged = _without_strange_words(judged, text, kind, known)
    formula = judged.nature is Nature.FORMULA and kind in _FITTED
    stood = (Stood(s.unit, s.seen.beside) for s in found if s.seen.beside)
    cotext = learnt(stood, known.reader) if formula and not lead else NO_COTEXT
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
        words=content_words(known.lexicon)(text),
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


def _topic_of(text: str, kind: Kind, move: Move | None, seen: Sequence[Seen], known: Knowledge) -> str:
    """The part of a report that the wording is of, else the topic; a skeleton has none."""
    if any(s.filled for s in seen):
        return ""
    above = ((s.lead, s.heading) if s.kind is not Kind.FORMULATION else ("", "") for s in seen)
    return str(part_of(text, kind, move) or "") or topic_of_phrase(text, above, known.topics)


def _without_strange_words(judged: Judged, text: str, kind: Kind, known: Knowledge) -> Judged:
    """``judged``; formula with words that are said nowhere else is a claim after all."""
    if judged.nature is Nature.FORMULA and kind in _FITTED and (unknown := strange(text, known.reader)):
        return replace(judged, nature=Nature.CLAIM, reason=f"有别处不说的字眼：{unknown}")
    return judged


def _licence(text: str, known: Knowledge, lead: bool) -> tuple[Group, ...]:
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


def _fillers(found: Iterable[Sighting]) -> tuple[str, ...]:
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
    known = Knowledge(tuple(topics), tuple(formulations), tables.common.names, tables.common, {}, tables.reader(counts))
    judged = judge(text, kind, move, known.formulations, known.common.names)
    return replace(_of(kind, text, move, judged, [Sighting("", "", "", seen)], known), support=0, units=0, count=0, evidence=())

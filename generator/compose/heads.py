"""The headings that could stand over a block: what fits what it says, and what is set around the name of its topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.bank.phrase import SLOT, Kind, Layer, Phrase, Status
from generator.chinese.pairs import pairs
from generator.chinese.verbs import ends_in_act, ends_in_verb, is_predicated
from generator.compose.builds import NAMED, Candidate
from generator.compose.choose import Chooser, expand
from generator.compose.frames import OF_ANY_ACT, VERBS, frames_of, nearest, set_around, standing
from generator.compose.said import runs
from generator.compose.spots import Spot, Stand
from generator.fit.bearings import bears_out
from generator.fit.conditions import particulars_of
from generator.fit.gist import NOTHING, Gist, Reader
from generator.fit.judge import WRITTEN, Fit, Judge
from generator.fit.licence import covered, headed, unsaid
from generator.fit.place import Place
from generator.report import Inlines, Move, plain

_LEAST_TOLD = 0.4
"""Share of a heading's particulars that its block must say: below it, blind readers found that a heading does not say what it heads."""
_LEVELS = (0, 2)  # the curated layer gives no level
_ABOUT = 1.0
"""What a heading is worth more that is about its topic or half of its points: as much as saying all of its particulars."""
_NAME = 4
"""Characters of a topic that is a name even where it says something of itself (廉洁自律)."""
_BUILT = 0.1
"""What a heading that only builds on its topic's name is worth: less than any that fits, more than none."""
_OF_TOPIC = 4.0
"""What one is worth that is written for the very topic and says it: readers prefer it to any that fits what the block says and may stand anywhere."""
_HALVED = 0.5
"""What one of two halves is worth, the second of which goes with any topic that ends so: less than one that fits what the block says."""
HALVES = "两句标题"
"""The pool of what is set around a topic's name so that it is a heading of two halves."""
_AGAIN = 0.5
"""What a heading is worth less whose verb another has had: a plan does not say a heading of 做法 word for word."""


class Head(Struct, frozen=True):
    """A block that wants a heading: its place and text, the gists of its points' heads, of its points as a whole, of all that is said in it and of
    its ``topic`` alone, or the heading the clerk gave; ``name`` is what its topic is called. ``free``: the bank does not know that topic, so a
    heading must say it."""

    where: str
    text: str
    beside: tuple[Gist, ...] = ()
    points: tuple[Gist, ...] = ()
    said: Gist = NOTHING
    topic: Gist = NOTHING
    given: Inlines = ()
    name: Inlines = ()
    free: bool = False


def values_of(head: Head, chooser: Chooser) -> dict[str, Inlines]:
    """What fills the slots of a heading over ``head``."""
    return {**chooser.values, **({"主题": head.name, "事项": head.name} if head.name else {})}


def candidates(head: Head, move: Move, chooser: Chooser) -> Iterator[Candidate]:
    """Headings that fit what the block says and were not printed yet; those that only build on its topic's name where the clerk gives one, or
    are that name where it is a verb phrase."""
    fitting = chooser.once((Stand.TITLE, head.where, move), lambda: tuple(_fitting(head, move, chooser)))
    yield from (c for c in fitting if c.phrase not in chooser.said.phrases and not chooser.said.repeats(chooser.bank.phrases[c.phrase].text))
    if head.name and (len(plain(head.name)) <= _NAME or not is_predicated(plain(head.name))):
        yield from _built(head, move, chooser)


def _fitting(head: Head, move: Move, chooser: Chooser) -> Iterator[Candidate]:
    """Headings that fit what the block says, whatever was printed."""
    reader = chooser.bank.reader
    judge = Judge(Place(head.beside or (reader.gist(head.text),), head.said), reader)
    values = values_of(head, chooser)
    for phrase in _open(chooser.bank.likely(Kind.HEADING, move, None, judge.place, head.said), head, chooser):
        if phrase.level in _LEVELS and NAMED not in phrase.text:
            found = judge.fit(phrase)
            filled = all(name in values for name in SLOT.findall(phrase.text))
            if not (found.stands and filled and _names(head, phrase, reader)):
                continue
            share = _share([told for half in phrase.text.split("，") for told in _told(head, half, chooser)])
            of_topic = move is Move.MEASURE and bool(phrase.licence) and not unsaid(phrase.licence, head.topic)
            heads_it = share >= _LEAST_TOLD and headed(phrase.licence, head.topic, head.beside, head.points)
            if phrase.layer is Layer.USER or heads_it or of_topic:
                yield Candidate(expand(phrase, values), phrase.id, share + _ABOUT * _about(head, phrase) + _worth(phrase, found, head, chooser))


def _open(phrases: Iterable[Phrase], head: Head, chooser: Chooser) -> Iterator[Phrase]:
    """Those of ``phrases`` that may be said in the report's period and that the user does not bar from the place."""
    spot = Spot(head.where, Stand.TITLE)
    return (p for p in phrases if p.spoken(chooser.period) and not chooser.barred(p, spot))


def _about(head: Head, phrase: Phrase) -> bool:
    return phrase.layer is Layer.USER or covered(phrase.licence, head.topic, head.points)


def _names(head: Head, phrase: Phrase, reader: Reader) -> bool:
    """Whether a heading says the clerk's own topic, where he has one: more than half of its words, for one is in many a heading."""
    named = {*reader.gist(plain(head.name)).words}
    return not head.free or 2 * len(named & {*reader.gist(phrase.text).words}) > len(named)


def _told(head: Head, text: str, chooser: Chooser) -> list[bool]:
    """Of each particular of ``text`` whether the block says it, by the word itself or by a thing of its kind."""
    reader, there = chooser.bank.reader, head.said
    spoken = map(reader.speaks_of, particulars_of(text, reader))
    return [not (there.said.isdisjoint(said) and there.things.isdisjoint(things)) for said, things in spoken]


def _share(told: Sequence[bool]) -> float:
    """The share of particulars that are told; a half where there are none."""
    return sum(told) / len(told) if told else 0.5


def _built(head: Head, move: Move, chooser: Chooser) -> Iterator[Candidate]:
    """What stands around the topic's own name so that it is a heading: nothing where that is a verb phrase."""
    verbal = head.free and chooser.bank.naming.says_what_is_done(plain(head.name))
    if verbal:
        yield Candidate(head.name, "", _BUILT, built=True)
    verbs = () if verbal else chooser.once((VERBS, head.where, move), lambda: _building(head, move, chooser))
    halves = chooser.once((HALVES, head.where, move), lambda: tuple(_halved(head, chooser)))
    of_plan = (p for p in halves if _asks_for(p, head) and p.id not in chooser.said.phrases)
    fresh_halves = of_plan if move is Move.PLAN else halves  # what an ending asks for is a block's aim; a plan seldom tells of it
    others = chooser.once(("of any act", head.where, move), lambda: tuple(_of_any_act(head, chooser))) if verbs else ()
    yield from (Candidate(expand(p, values_of(head, chooser)), p.id, 0.0, built=True) for p in others if p not in verbs)
    for phrase, built in (*((p, True) for p in verbs), *((p, False) for p in fresh_halves)):
        fresh = 0.2 * chooser.noise("head", phrase.id) - _AGAIN * (phrase.id in chooser.said.phrases)
        worth = _BUILT if built else _OF_TOPIC if _asks_for(phrase, head) else _HALVED
        yield Candidate(expand(phrase, values_of(head, chooser)), phrase.id, worth + fresh, built)


def _of_any_act(head: Head, chooser: Chooser) -> Iterator[Phrase]:
    """What may stand before the topic's name if that is of an act, whatever its ending asks for."""
    name, known = plain(head.name), chooser.bank.phrases
    if ends_in_act(name) or ends_in_verb(name):
        found = (known[id] for id in OF_ANY_ACT if id in known)
        yield from (p for p in _open(found, head, chooser) if not _says_again(SLOT.sub("", p.text), name))


def _asks_for(phrase: Phrase, head: Head) -> bool:
    """Whether ``phrase`` is written for the very topic of a block."""
    return any(plain(head.name) in group for group in phrase.licence)


def _halved(head: Head, chooser: Chooser) -> Iterator[Phrase]:
    """What makes a heading of two even halves of the topic's own name, the second of which says what for; nothing goes before a name that says what
    is done."""
    name = plain(head.name)
    verbal = chooser.bank.naming.says_what_is_done(name)
    allowed = _open(set_around(name, chooser.bank, Kind.HEADING, Move.MEASURE, HALVES), head, chooser)
    for phrase in nearest((p for p in allowed if p.text.startswith(NAMED) == verbal), name):
        halves = [len(half) for half in phrase.text.replace(NAMED, name).split("，")]
        even = max(halves) - min(halves) <= 1
        around = (_before(phrase), _behind(phrase))
        if even and not _says_again(around[0], name) and bears_out(head.text, around, name, chooser.bank.bearings):
            yield phrase


def _building(head: Head, move: Move, chooser: Chooser) -> tuple[Phrase, ...]:
    """The phrases that may build a heading on the topic's name, whatever was printed."""
    name = plain(head.name)

    def borne_out(phrase: Phrase) -> bool:
        return bears_out(head.text, (_before(phrase), _behind(phrase)), name, chooser.bank.bearings, move is Move.PLAN)

    for pool in frames_of(name, chooser.bank):
        allowed = _open(set_around(name, chooser.bank, Kind.LEAD, Move.MEASURE, pool), head, chooser)
        found = tuple(p for p in standing(allowed, name, borne_out) if not _says_again(SLOT.sub("", p.text), name))
        if found:
            return found
    return ()


def _before(phrase: Phrase) -> str:
    return phrase.text[: phrase.text.find("{")]


def _behind(phrase: Phrase) -> str:
    return phrase.text.rpartition("}")[2]


def _says_again(around: str, name: str) -> bool:
    """Whether the words ``around`` a name hold one that it holds (化解问题化解) or stutter before it (保障保供)."""
    return any(pair in name for pair in pairs(around)) or around[:1] == name[:1]


def _worth(phrase: Phrase, found: Fit, head: Head, chooser: Chooser) -> float:
    """How well a heading fits, without saying its points over; wording of past reports last."""
    echo = len(runs(phrase.text) & runs(head.text))
    written = WRITTEN * (phrase.layer is Layer.MINED and phrase.status is Status.ACCEPTED)
    return 2.0 * min(1.2, found.rank) + written - 0.4 * min(3, echo) - 3.0 * chooser.past.holds(phrase) + 0.5 * chooser.noise("head", phrase.id)

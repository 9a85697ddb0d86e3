"""Is an archive rich enough to draft from? One unit, or one year, is left out in turn; the rest is asked for an aim behind each of its statements.

What the rest offers is compared with what stood there. *Near*: both aim at the same, having a content word that is no common property, or failing
that half of their characters, in common. That is a lower bound: of two fitting aims only one stood there, so a sheet of insertions is for a person
to read.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.bank import Bank, layered
from generator.bank.formulations import Formulation
from generator.bank.ledger import Ledger
from generator.bank.phrase import Kind, Nature, Phrase, Position
from generator.chinese.punctuation import HAN
from generator.fit.gist import Reader
from generator.fit.judge import Fit, Judge
from generator.fit.licence import particulars
from generator.fit.place import Place
from generator.fit.tables import Tables
from generator.mining.distil import distil, word_counts
from generator.mining.evidence import Evidence, Seen
from generator.report import Move

DISTRACTORS = 19
"""Other aims among which the true one is to be found, as in the literature (CHOICE: accuracy at 1 of twenty)."""
ENOUGH = 0.4
"""Share of its statements for which an archive should offer something before an office drafts from it alone."""
THIN = 5
"""Aims behind an act below which the archive has little to choose from."""
_HALF = 0.5


class Offer(Struct, frozen=True):
    """What the rest of the archive offers behind a statement of a report that was left out; ``offered`` empty: silence."""

    report: str
    line: int
    beside: tuple[str, ...]
    stood: str
    act: str
    offered: str = ""
    rank: float = 0.0
    near: bool = False


class Cloze(Struct, frozen=True):
    """How often the aim that stood there ranks first among twenty, over aims that are known from elsewhere: against others at random, and against
    those that fit the statement best."""

    tried: int
    among_random: float
    among_hard: float


class Trial(Struct, frozen=True):
    """The result for a whole archive; ``aims`` counts the different aims behind each act."""

    offers: tuple[Offer, ...]
    cloze: Cloze
    aims: Mapping[str, int]

    @property
    def coverage(self) -> float:
        """Share of the statements for which something was offered."""
        return sum(bool(o.offered) for o in self.offers) / len(self.offers) if self.offers else 0.0

    def curve(self, steps: int = 10) -> Iterator[tuple[float, float, float]]:
        """Coverage, the rank down to which it reaches, and the share of near offers among them, surest first."""
        made = sorted((o for o in self.offers if o.offered), key=lambda o: -o.rank)
        for n in range(1, steps + 1):
            best = made[: round(len(made) * n / steps)]
            if best:
                yield len(best) / len(self.offers), best[-1].rank, sum(o.near for o in best) / len(best)

    @property
    def thin(self) -> tuple[str, ...]:
        """The acts of its statements behind which the archive has few aims, the most frequent first."""
        acts = Counter(o.act for o in self.offers if o.act)
        return tuple(act for act, _ in acts.most_common() if self.aims.get(act, 0) < THIN)


class Tried(Struct, frozen=True):
    """What a trial is made with besides the archive; ``base`` are phrases that are there whatever is left out."""

    tables: Tables
    formulations: Sequence[Formulation]
    ledger: Ledger
    base: Sequence[Phrase] = ()


def trial(evidence: Evidence, by: Callable[[str], str], known: Tried, track: Callable[[list[str]], Iterable[str]] = iter) -> Trial:
    """``evidence`` with one group left out at a time; ``by`` gives the group of a report's key."""
    evidence = {key: replace(found, seen=tuple(_aims(found.seen))) for key, found in evidence.items()}
    groups: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key in sorted(evidence):
        groups[by(key)][key] = None
    offers: list[Offer] = []
    clozes: list[tuple[bool, bool]] = []
    for group in track(sorted(groups)):
        rest = {key: found for key, found in evidence.items() if key not in groups[group]}
        bank = _bank(rest, known)
        for key in groups[group]:
            for seen in evidence[key].seen:
                offers.append(_offer(evidence[key].name, seen, bank))
                clozes += _clozes(seen, bank)
    whole = _bank(evidence, known)
    return Trial(tuple(offers), _cloze(clozes), Counter(act for p in whole.phrases.values() if _is_aim(p) for act, _ in p.acts))


def _bank(evidence: Evidence, known: Tried) -> Bank:
    phrases = distil(evidence, (), known.formulations, known.ledger, known.tables)
    return layered([known.base, phrases], (), known.tables, word_counts(evidence))


def _aims(seen: Iterable[Seen]) -> Iterator[Seen]:
    return (s for s in seen if s.kind is Kind.CLAUSE and s.position is Position.CLOSE and s.beside and s.move in (Move.MEASURE, Move.RESULT))


def _is_aim(p: Phrase) -> bool:
    return p.kind is Kind.CLAUSE and p.nature is Nature.FORMULA and p.position is Position.CLOSE and p.move in (Move.MEASURE, Move.RESULT)


def _place(seen: Seen, reader: Reader) -> Place:
    return Place(reader.gists(seen.beside), reader.gist(seen.lead) + reader.gist(seen.heading))


def _offer(report: str, seen: Seen, bank: Bank) -> Offer:
    place = _place(seen, bank.reader)
    act = next((a for g in place.beside for a in g.acts), "")
    best = max(_standing(place, bank), key=lambda found: (found[1].rank, found[0].id), default=None)
    if best is None:
        return Offer(report, seen.line, seen.beside, seen.text, act)
    phrase, found = best
    return Offer(report, seen.line, seen.beside, seen.text, act, phrase.text, found.rank, near(phrase.text, seen.text, bank))


def _standing(place: Place, bank: Bank) -> Iterator[tuple[Phrase, Fit]]:
    judge = Judge(place, bank.reader)
    for phrase in bank.beside(Kind.CLAUSE, Move.MEASURE, Position.CLOSE, place.keys):
        found = judge.fit(phrase)
        if found.stands:
            yield phrase, found


def near(one: str, other: str, bank: Bank) -> bool:
    """Whether two aims aim at the same."""
    first, second = ({w for (w,) in particulars(text, bank.reader, bank.tables.common)} for text in (one, other))
    if first & second:
        return True
    a, b = (set(HAN.findall(text)) for text in (one, other))
    return len(a & b) >= _HALF * min(len(a), len(b))


def _clozes(seen: Seen, bank: Bank) -> list[tuple[bool, bool]]:
    """Whether the aim that stood there comes first among others at random, and among those that fit best; nothing where it is not known."""
    true = next((p for p in bank.phrases.values() if p.text == seen.text and _is_aim(p) and p.beside), None)
    if true is None:
        return []
    others = sorted((p for p in bank.phrases.values() if _is_aim(p) and p.beside and p.id != true.id), key=lambda p: _shuffled(seen, p))
    judge = Judge(_place(seen, bank.reader), bank.reader)

    def rank(phrase: Phrase) -> float:
        return judge.fit(phrase).rank

    hard = sorted(others, key=lambda p: (-rank(p), p.id))[:DISTRACTORS]
    mine = rank(true)
    return [(all(mine > rank(p) for p in others[:DISTRACTORS]), all(mine > rank(p) for p in hard))]


def _shuffled(seen: Seen, phrase: Phrase) -> bytes:
    return hashlib.blake2s(f"{seen.text}\0{seen.line}\0{phrase.id}".encode(), digest_size=6).digest()


def _cloze(found: Sequence[tuple[bool, bool]]) -> Cloze:
    tried = len(found)
    return Cloze(tried, sum(a for a, _ in found) / tried if tried else 0.0, sum(b for _, b in found) / tried if tried else 0.0)

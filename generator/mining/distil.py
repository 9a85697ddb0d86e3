"""The reduce: evidence to phrases. The same evidence gives the same phrases, in whatever order it was gathered.

Wordings are read one after another, so that memory holds a few of them at a time, and described in portions, which may be done anywhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice
from types import MappingProxyType

from msgspec.structs import replace

from generator.bank.bank import Topic
from generator.bank.formulations import Formulation
from generator.bank.ledger import Ledger, Verdict
from generator.bank.phrase import Kind, Phrase
from generator.fit.common import Common
from generator.fit.tables import NO_TABLES, Tables
from generator.mining.archive import Archive, Head, Held, Wording
from generator.mining.clusters import clusters
from generator.mining.describing import Found, Knowledge, Sighting, phrase_of
from generator.mining.evidence import Evidence, Seen, merge
from generator.mining.extract import extract
from generator.mining.parts import with_theme
from generator.mining.units import is_phrase
from generator.mining.variants import representatives
from generator.report import Report
from generator.work import Run, in_turn

_PLAIN = 2
_COMMON = 3  # a quoted name in three unlike reports belongs to no one unit
_ASKED_AGAIN = 1 << 16
"""Wordings whose outcome is remembered: an archive is gone through three times."""
_PORTION = 2000
"""Wordings described together: a reader remembers what it has read that long, and a process elsewhere has a second's work."""


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
    return words_of(Held(evidence))


def words_of(archive: Archive) -> dict[str, int]:
    """The words of ``archive``, each with the number of units that use it."""
    counts: Counter[str] = Counter()
    for _, reports in groupby(archive.words(), key=lambda report: report[0]):
        counts.update({word for _, words in reports for word in words})
    return dict(sorted(counts.items()))


def distil(
    evidence: Evidence,
    topics: Sequence[Topic] = (),
    formulations: Sequence[Formulation] = (),
    ledger: Ledger | None = None,
    tables: Tables = NO_TABLES,
) -> list[Phrase]:
    """The phrases that ``evidence`` supports, sorted by kind and wording, as the ``ledger`` has decided on them."""
    return list(distilled(Held(evidence), topics, formulations, ledger or Ledger(), tables))


def distilled(
    archive: Archive,
    topics: Sequence[Topic],
    formulations: Sequence[Formulation],
    ledger: Ledger,
    tables: Tables,
    counts: Mapping[str, int] = MappingProxyType({}),
    all_kept: bool = True,
    run: Run = in_turn,
    track: Callable[[Iterator[Phrase], int], Iterator[Phrase]] = lambda phrases, _: phrases,
) -> Iterator[Phrase]:
    """As ``distil``, of an archive of any size; what ``is_of_use`` to nobody only where ``all_kept``.

    ``counts`` are words known besides those of the archive, with the offices that use each; ``track`` may watch the phrases go by, told how many
    wordings there are: for someone who waits.
    """
    heads, cluster = archive.heads(), clusters(archive)
    decided = _Decided(ledger, tuple(formulations))
    quoted = {text.strip("“”"): n for text, n in _supports(archive, Kind.FORMULATION, decided, cluster)}
    standing, variants = _merged(dict(_supports(archive, Kind.FRAME, decided, cluster)), decided)
    plain = {word for topic in topics for word in topic.words}
    wordings, unquoted = _said_plainly(quoted, (text for (_, text), _ in archive.holders(standing, tuple(Kind))))
    names = plain | {name for name, support in quoted.items() if support >= _COMMON or unquoted[name] >= _PLAIN}
    common = tables.common | Common(names=frozenset(names))
    lexicon = frozenset({*tables.common.names, *quoted, *(f.text.strip("“”") for f in formulations)})
    own = words_of(archive)
    reader = tables.reader({**counts, **{word: max(n, counts.get(word, 0)) for word, n in own.items()}})
    known = Knowledge(tuple(topics), tuple(formulations), lexicon, common, variants, reader, ledger, all_kept)
    found = (_found(wording, seen, heads, cluster, wording in decided.settled) for wording, seen in archive.sightings(standing))
    return track((p for portion in run(_described, known, _portions(found)) for p in portion), wordings)


def _supports(archive: Archive, kind: Kind, decided: _Decided, cluster: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Every wording of ``kind`` with how many unlike reports have it."""
    return ((text, len({cluster[key] for key in keys})) for (_, text), keys in archive.holders(decided, (kind,)))


def _found(wording: Wording, seen: Iterable[tuple[str, Seen]], heads: Mapping[str, Head], cluster: Mapping[str, str], settled: bool) -> Found:
    return Found(*wording, tuple(Sighting(cluster[key], heads[key].name, heads[key].unit, s) for key, s in seen), settled)


def _portions(found: Iterator[Found]) -> Iterator[list[Found]]:
    while portion := list(islice(found, _PORTION)):
        yield portion


def _described(known: Knowledge, portion: Iterable[Found]) -> list[Phrase]:
    """The phrases of one portion; what a reader has read for it is forgotten afterwards."""
    lexicon = replace(known.reader.lexicon)
    known = replace(known, reader=replace(known.reader, lexicon=lexicon))
    phrases = ((found, phrase_of(found, known)) for found in portion)
    return [known.ledger.settled(p) if found.settled else p for found, p in phrases if p is not None]


class _Decided:
    """Which wording stands for another, as a ledger has decided; what a 导语 says of a campaign it says of any. Those that a reader accepted are
    ``settled``. An edited wording takes over the evidence."""

    def __init__(self, ledger: Ledger, formulations: tuple[Formulation, ...]) -> None:
        self.ledger, self.formulations = ledger, formulations
        self.settled: set[Wording] = set()
        self._asked = lru_cache(maxsize=_ASKED_AGAIN)(self._decided)

    def __call__(self, kind: Kind, text: str, in_lead: bool) -> str | None:
        return self._asked(kind, text, in_lead)

    def _decided(self, kind: Kind, text: str, in_lead: bool) -> str | None:
        text, decision = self.ledger.outcome(kind, with_theme(text, self.formulations) if in_lead else text)
        verdict = decision.verdict if decision else Verdict.LATER
        if verdict in (Verdict.ACCEPT, Verdict.EDIT):
            self.settled.add((kind, text))
        elif verdict is Verdict.REJECT or not is_phrase(text, kind):
            return None
        return text


def _merged(frames: Mapping[str, int], decided: _Decided) -> tuple[Callable[[Kind, str, bool], str | None], Mapping[str, tuple[str, ...]]]:
    """As ``decided``, with near-identical frames (given with their support) under the one that stands for them; and what each such frame took over.
    Settled ones stay apart."""
    standing = representatives({text: n for text, n in frames.items() if (Kind.FRAME, text) not in decided.settled})
    variants: defaultdict[str, list[str]] = defaultdict(list)
    for text in sorted(standing):
        variants[standing[text]].append(text)

    def stands(kind: Kind, text: str, in_lead: bool) -> str | None:
        found = decided(kind, text, in_lead)
        return standing.get(found, found) if found is not None and kind is Kind.FRAME else found

    return stands, {text: tuple(others) for text, others in variants.items()}


_IN_QUOTES = re.compile(r"“[^”]*”")
_BEGINNING = 2


def _said_plainly(names: Iterable[str], texts: Iterable[str]) -> tuple[int, Counter[str]]:
    """How many ``texts`` there are, and how often each of ``names`` stands in them outside quotes: one said so in several is a word that quotes only
    stress."""
    beginning: dict[str, list[str]] = {}
    for name in names:
        beginning.setdefault(name[:_BEGINNING], []).append(name)
    number, counts = 0, Counter[str]()
    for text in texts:
        number += 1
        bare = _IN_QUOTES.sub("，", text)
        for at in range(len(bare) - 1):
            if likely := beginning.get(bare[at : at + _BEGINNING]):
                counts.update(name for name in likely if bare.startswith(name, at))
    return number, counts

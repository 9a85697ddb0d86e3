"""The 板块 of a new facts file: what reports of one trade, or of all, write of, with the points and the facts that they give there.

A report of the archive is cut at its headings; one that the bank did not keep leaves a line without a phrase. Stretches that say the like are one
side of the work, whichever year or office they are of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.bank.bank import Bank
from generator.bank.offices import Office, Saying, features, words_of
from generator.bank.phrase import SLOT, Kind, Nature, Phrase
from generator.chinese.measures import MEASURE
from generator.chinese.verbs import holds_verb, without_opening_verbs
from generator.facts.usual import Usual, usual_facts, usual_matters, usual_of
from generator.fit.gist import Reader
from generator.fit.likeness import Vector, centre, cosine, telling, weighed
from generator.patterns import late
from generator.report import Role

MOST_FACTS = 8
_MOST_SIDES = 8
"""Sides that a facts file offers; a report of the archive has six or seven."""
_ALIKE = 0.2
"""Cosine from which two stretches are one side of the work: read on twelve offices, below it 执法 joins 队伍."""
_AHEAD = frozenset({Role.PROBLEM, Role.PLAN})
_BY_MEANS = late(r"^(?:以|把|将|用|在)(.{2,8}?)(?:为|作为|当作|上|中|摆|放|挺)")
_HALF = 0.5
_MOSTLY = 0.5
"""Share of its headings that a topic must have for a side to be called by it."""
_OFTEN = 0.3
"""Share of its facts that a topic must have where no heading tells: most facts of a trade have no topic at all."""
_SHOWN = 2
_OPEN_LEAD = late("[{，]")
_SHORTEST, _LONGEST = 2, 8
"""Characters of a name."""
_OF_A_PLACE = late("(?:^|[在到向与由]|\\})[\u4e00-\u9fff]{2,3}(?:省|市|县|区|镇|乡|村|社区|街道)")
"""A fact that names a place is of one office alone."""
_ALL = 6
"""Sides that a file offers where no trade is known: what reports of all trades write of."""


class Side(Struct, frozen=True):
    """A side of the work: its 主题 (empty: none is known), examples of headings and of points, the facts that reports give, and the words that these
    say most."""

    name: str
    heads: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    facts: tuple[Usual, ...] = ()
    words: tuple[str, ...] = ()


class _Stretch(Struct, frozen=True):
    """What stands under one heading of one report; ``place`` is how far down, 0 to 1."""

    report: str
    said: tuple[Saying, ...]
    place: float
    vector: Vector = field(default_factory=dict)

    def of(self, kind: Kind) -> list[Phrase]:
        return [s.phrase for s in self.said if s.phrase.kind is kind]

    @property
    def heads(self) -> list[Phrase]:
        return [p for p in self.of(Kind.HEADING) if p.level == 2]


def side_of(bank: Bank, topic: str) -> Side:
    """What all reports say of a ``topic`` of the bank; of a topic of the clerk's own, what they give in the same words."""
    if topic in bank.topic_names():
        return Side(topic, (), usual_matters(bank, topic), usual_facts(bank, topic)[:MOST_FACTS])
    return Side(topic, (), (), _in_the_words_of(topic, bank))


def _in_the_words_of(topic: str, bank: Bank) -> tuple[Usual, ...]:
    """The facts that say most of the words of ``topic``, the more telling ones counting more."""
    weights = bank.reader.lexicon.weights
    asked = {part: weights.get(part, 1.0) for word in words_of(topic, bank.reader) for part in _parts(word, bank.reader)}

    def speaks_of_it(said: str) -> bool:
        return sum(weight for part, weight in asked.items() if part in said) > _HALF * sum(asked.values())

    found = _askable(usual_of(bank, lambda phrase: speaks_of_it(phrase.text)))
    return tuple(fact for fact in found if speaks_of_it(fact.text))[:MOST_FACTS]


def _parts(word: str, reader: Reader) -> tuple[str, ...]:
    """The two words that ``word`` is made of, where both are known: 执法检查 speaks of 执法 and of 检查."""
    halves = word[: len(word) // 2], word[len(word) // 2 :]
    return halves if all(half in reader.lexicon.weights for half in halves) else (word,)


def sides_of(trade: Sequence[Office], kind: str, bank: Bank) -> tuple[Side, ...]:
    """The sides that the nearest office of ``trade`` writes of, in its order, with what all of the trade say of each; those that most reports have
    where there are too many. Reports of ``kind`` come first."""
    stretches = _weighed([s for office in trade for s in _stretches(_reports(office, kind))], bank.reader)
    first = set(trade[0].reports) if trade else set[str]()
    ours = (group for group in _groups(stretches) if first & {s.report for s in group})
    told = [(group, facts) for group in ours if (facts := _facts(group, bank))][:_MOST_SIDES]
    made = [_side(group, facts, bank) for group, facts in sorted(told, key=lambda found: _place(found[0]))]
    return tuple(_named_once(made))


def sides_of_all(bank: Bank, first: str = "") -> tuple[Side, ...]:
    """The topics of the bank that most offices have headings of, in the order in which reports take them up; ``first`` before them."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for office in bank.offices.offices:
        for stretch in _stretches(office.reports):
            for topic in {head.topic for head in stretch.heads} - {""}:
                places[topic].append(stretch.place)
                holders[topic].add(office.name)
    widest = sorted(holders, key=lambda topic: (-len(holders[topic]), topic))
    chosen = [topic for topic in widest if topic in bank.topic_names() and topic != first][: _ALL - bool(first)]
    order = sorted(chosen, key=lambda topic: sum(places[topic]) / len(places[topic]))
    return tuple(side_of(bank, topic) for topic in ((first, *order) if first else order))


def _reports(office: Office, kind: str) -> Mapping[str, Sequence[Saying]]:
    """The reports of an office, the latest first, those of ``kind`` before the others."""
    order = sorted(sorted(office.reports, reverse=True), key=lambda name: kind not in name)
    return {name: office.reports[name] for name in order}


def _stretches(reports: Mapping[str, Sequence[Saying]]) -> Iterator[_Stretch]:
    for report, said in reports.items():
        told = _looking_back(said)
        lines = sorted({s.line for s in told})
        starts = _starts(told, lines)
        for start, end in zip(starts, [*starts[1:], lines[-1] + 1 if lines else 0], strict=True):
            yield _Stretch(report, tuple(s for s in told if start <= s.line < end), (start - lines[0]) / (lines[-1] - lines[0] + 1))


def _looking_back(said: Sequence[Saying]) -> list[Saying]:
    """What is said before the chapter of problems or plans, the 导语 left out."""
    ahead = (s.line for s in said if s.phrase.kind is Kind.HEADING and s.phrase.level == 1 and s.phrase.roles & _AHEAD)
    end = next(ahead, None)
    first = next((s.line for s in said if s.phrase.kind in (Kind.HEADING, Kind.LEAD) and Role.PRACTICE in s.phrase.roles), 0)
    return [s for s in said if first <= s.line and (end is None or s.line < end)]


def _starts(told: Sequence[Saying], lines: Sequence[int]) -> list[int]:
    """The lines at which a stretch begins: those of headings and, behind a line without any phrase, the next; where headings run on into their text,
    every line."""
    headed = {s.line for s in told if s.phrase.kind is Kind.HEADING and s.phrase.level == 2}
    run_in = {s.line for s in told if s.phrase.kind in (Kind.FRAME, Kind.LEAD)}
    if headed and len(headed & run_in) * 2 > len(headed):
        return list(lines)
    return [n for i, n in enumerate(lines) if i == 0 or n in headed or lines[i - 1] < n - 1]


def _weighed(stretches: Sequence[_Stretch], reader: Reader) -> list[_Stretch]:
    """The stretches, each as a vector among all."""
    counts = [Counter(f for s in stretch.said for f in features(s.phrase.text, reader)) for stretch in stretches]
    tells = telling(counts)
    return [_Stretch(s.report, s.said, s.place, weighed(c, tells)) for s, c in zip(stretches, counts, strict=True)]


def _groups(stretches: Sequence[_Stretch]) -> list[list[_Stretch]]:
    """Stretches of different reports that say the like, those of many reports first, between equals those of the first report."""
    groups: list[list[_Stretch]] = []
    for stretch in stretches:
        open_to = [group for group in groups if all(s.report != stretch.report for s in group)]
        alike = [cosine(stretch.vector, centre([s.vector for s in group])) for group in open_to]
        best = max(range(len(alike)), key=alike.__getitem__, default=0)
        if alike and alike[best] >= _ALIKE:
            open_to[best].append(stretch)
        else:
            groups.append([stretch])
    return sorted(groups, key=lambda group: -len({s.report for s in group}))


def _place(group: Sequence[_Stretch]) -> float:
    return sum(s.place for s in group) / len(group)


def _side(group: Sequence[_Stretch], facts: tuple[Usual, ...], bank: Bank) -> Side:
    heads = [head.text for stretch in group for head in stretch.heads]
    leads = [p.text for stretch in group for p in stretch.of(Kind.LEAD) if p.nature is Nature.FORMULA and not _OPEN_LEAD.search(p.text)]
    return Side(
        _name(group, heads, facts, bank),
        tuple(dict.fromkeys(heads))[:_SHOWN],
        tuple(dict.fromkeys(leads))[:_SHOWN],
        facts[:MOST_FACTS],
        _spoken_of(facts, bank),
    )


def _facts(group: Sequence[_Stretch], bank: Bank) -> tuple[Usual, ...]:
    """The facts of a side, those that most reports of the trade give first."""
    frames = {p.id for stretch in group for p in stretch.of(Kind.FRAME)}
    return _askable(usual_of(bank, lambda p: p.id in frames, frozenset(s.report for s in group)))


def _askable(found: Sequence[Usual]) -> tuple[Usual, ...]:
    return tuple(fact for fact in found if fact.tells_what and not _OF_A_PLACE.search(fact.text))


def _spoken_of(facts: Sequence[Usual], bank: Bank) -> tuple[str, ...]:
    """The words that several facts say and that open none of them, the more telling first: what they are about."""
    said = Counter(word for fact in facts for word in _words(fact.text, bank.reader))
    weights = bank.reader.lexicon.weights
    named = (w for w, n in said.items() if n > 1 and w in bank.counts and not MEASURE.fullmatch(w))
    kept = [w for w in named if w not in bank.tables.common.words and not holds_verb(w)]
    return tuple(sorted(kept, key=lambda w: (-said[w] * weights[w], w))[:_SHOWN])


def _name(group: Sequence[_Stretch], heads: Sequence[str], facts: Sequence[Usual], bank: Bank) -> str:
    """What the side is called: the topic that most of its headings have, else what a heading is about, best one that its facts bear out, else the
    topic that many of its facts have; empty where none of these tells."""
    topic = _topic([head for stretch in group for head in stretch.heads], _MOSTLY)
    if topic:
        return topic
    said = "".join(f.text for f in facts)
    names = [name for name in map(subject, heads) if _is_name(name, bank)]
    borne_out = (name for name in names if _words(name, bank.reader) & _words(said, bank.reader))
    return next(borne_out, names[0] if names else _topic([p for stretch in group for p in stretch.of(Kind.FRAME)], _OFTEN))


def _topic(phrases: Sequence[Phrase], share: float) -> str:
    """The topic that more than a ``share`` of ``phrases`` have."""
    topics = Counter(p.topic for p in phrases if p.topic).most_common(1)
    return topics[0][0] if topics and topics[0][1] > share * len(phrases) else ""


def _is_name(name: str, bank: Bank) -> bool:
    """Whether ``name`` is all known words, not all of them common: 订单拓外贸 is a coinage, 发展 names nothing."""
    words = bank.reader.lexicon.words(name)
    return sum(map(len, words)) == len(name) > 0 and not bank.tables.common.words.issuperset(words)


def _words(text: str, reader: Reader) -> set[str]:
    return set(reader.lexicon.words(SLOT.sub("，", text)))


def subject(head: str) -> str:
    """What a head is about: the object of its first clause (改进窗口服务，… is about 窗口服务); empty where that is no name."""
    clause = head.partition("，")[0]
    means = _BY_MEANS.match(clause)
    name = without_opening_verbs(means[1] if means else clause)
    is_name = _SHORTEST <= len(name) <= _LONGEST and not holds_verb(name[1:])
    return name if is_name and (means or name != clause) else ""


def _named_once(sides: Iterable[Side]) -> Iterator[Side]:
    """Sides without a name twice: the second goes without one."""
    taken: set[str] = set()
    for side in sides:
        yield side if side.name not in taken else replace(side, name="")
        taken.add(side.name)

"""What reports usually say, from the bank: the facts they give under a topic, the topics they take up, with the number of reports that do.

A fact is worded after the claims of the bank, near-identical ones merged; nothing is counted that no report of the bank's evidence holds.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from generator.bank.anyones import is_anyones_count
from generator.bank.bank import Bank
from generator.bank.phrase import SLOT, Kind, Nature, Phrase
from generator.bank.slots import type_of
from generator.chinese.punctuation import HAN, split_after
from generator.patterns import late
from generator.report import Move, Role

_SUBJECT = late(r"^\{(?:主体|自称)\}")
_SINCE_WHEN = late("^(?:今年|全年|先后|累计|共|来|以|主动|及时)+")
_DEPENDENT = ("其中", "分别", "另")
_ALIKE = 0.7
_FEWEST = 4
"""Characters from which words say what is counted."""
_LEANS = late("同比|环比|比上年|比去年|较上年|其中|占|增长|下降")
_YEAR = late(r"20\d{2}")


class Usual(Struct, frozen=True):
    """A fact that reports give, slots in braces, and the reports of the evidence that give it."""

    text: str
    reports: frozenset[str]

    @property
    def support(self) -> int:
        return len(self.reports)

    @property
    def tells_what(self) -> bool:
        """Whether its words say what is counted by themselves; 受众××人次 and 同比下降××% hang on the words beside them."""
        longest = max((len(HAN.findall(words)) for words in SLOT.split(self.text)[::2]), default=0)
        return longest >= _FEWEST and not _LEANS.match(self.text)

    @property
    def example(self) -> str:
        """A report that gives it: the latest."""
        return latest(self.reports)


def usual_facts(bank: Bank, topic: str) -> tuple[Usual, ...]:
    """What reports give under ``topic``, the most frequent first, then the shortest."""
    return usual_of(bank, lambda phrase: phrase.topic == topic)


def usual_among(bank: Bank, reports: Collection[str]) -> tuple[Usual, ...]:
    """What the ``reports`` of the bank's evidence give under whatever topic, as ``usual_facts``."""
    chosen = frozenset(reports)
    return usual_of(bank, lambda phrase: not chosen.isdisjoint(_reports(phrase)), chosen)


def usual_of(bank: Bank, wanted: Callable[[Phrase], bool], reports: frozenset[str] | None = None) -> tuple[Usual, ...]:
    """The facts of the claims that are ``wanted``, counted by ``reports`` alone where these are given."""
    pieces = _pieces(bank, wanted)
    counted = pieces if reports is None else (Usual(p.text, p.reports & reports) for p in pieces)
    return tuple(sorted(_merged(counted), key=_rank))


def writers(bank: Bank, topic: str) -> frozenset[str]:
    """The reports of the evidence that say something of ``topic`` among what was done."""
    return frozenset(report for phrase in filter(is_practice, bank.having(topic=topic)) for report in _reports(phrase)) if topic else frozenset()


def latest(reports: Iterable[str]) -> str:
    """Of names of reports the one of the latest year, which names give; empty where there is none."""
    return max(reports, key=lambda name: (max(_YEAR.findall(name), default=""), name), default="")


def usual_topics(bank: Bank, wanted: Callable[[Phrase], bool], among: frozenset[str] = frozenset()) -> dict[str, int]:
    """The topics of the phrases that are ``wanted``, with the number of reports, the most frequent first, then in the bank's order. Only the reports
    ``among`` count, if any are given."""
    reports: dict[str, set[str]] = {name: set() for name in bank.topic_names()}
    for phrase in bank.phrases.values():
        if wanted(phrase) and (topic := phrase.topic or bank.topic_of(phrase.text)) in reports:
            reports[topic] |= _reports(phrase) & among if among else _reports(phrase)
    found = {topic: len(seen) for topic, seen in reports.items() if seen}
    return dict(sorted(found.items(), key=lambda entry: -entry[1]))


def is_practice(phrase: Phrase) -> bool:
    return Role.PRACTICE in phrase.roles


def is_shortcoming(phrase: Phrase) -> bool:
    return phrase.move is Move.PROBLEM


def is_intention(phrase: Phrase) -> bool:
    return phrase.move is Move.PLAN


def usual_matters(bank: Bank, topic: str, most: int = 2) -> tuple[str, ...]:
    """Short heads of points under ``topic`` that name no particulars: examples of 事项."""
    heads = filter(is_practice, bank.having(Kind.LEAD, Move.MEASURE, topic))
    plain = [
        p for p in heads if p.nature is Nature.FORMULA and p.since is None and p.until is None and not SLOT.search(p.text) and "，" not in p.text
    ]
    return tuple(p.text for p in sorted(plain, key=lambda p: (-p.support, len(p.text), p.text))[:most])


def report_count(bank: Bank) -> int:
    """How many reports the bank's evidence comes from."""
    return len({e.report for p in bank.phrases.values() for e in p.evidence})


def _rank(fact: Usual) -> tuple[int, int, str]:
    return -fact.support, len(fact.text), fact.text


def _reports(phrase: Phrase) -> frozenset[str]:
    return frozenset(e.report for e in phrase.evidence)


def _pieces(bank: Bank, wanted: Callable[[Phrase], bool]) -> Iterator[Usual]:
    """The claims that are ``wanted`` clause by clause, those that cannot be asked of another office left out."""
    dated = [p.text.strip("“”") for p in bank.having(Kind.FORMULATION, nature=Nature.CLAIM)]
    for phrase in bank.frames:
        if not wanted(phrase) or phrase.nature is not Nature.CLAIM or not is_practice(phrase) or phrase.until is not None:
            continue
        for clause in _clauses(phrase.text):
            text = _SINCE_WHEN.sub("", _SUBJECT.sub("", clause))
            if is_anyones_count(text) and not any(word in text for word in dated):
                yield Usual(renumbered(text), _reports(phrase))


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a frame, one that leans on the clause before it left with it."""
    held = ""
    for _, piece in split_after(text, "，；"):
        clause = piece.rstrip("，；。")
        if held and clause.startswith(_DEPENDENT):
            held = f"{held}，{clause}"
            continue
        if held:
            yield held
        held = clause
    if held:
        yield held


def renumbered(text: str) -> str:
    """``text`` with its slots numbered from the first of each name."""
    seen: dict[str, int] = {}

    def name(match: re.Match[str]) -> str:
        base = match[1].rstrip("0123456789")
        seen[base] = seen.get(base, 0) + 1
        return f"{{{base}{seen[base] if seen[base] > 1 else ''}}}"

    return SLOT.sub(name, text)


def _merged(pieces: Iterable[Usual]) -> list[Usual]:
    """Near-identical facts as one, worded as most reports word it: they count the same thing, the same measure first."""
    found: list[Usual] = []
    counting: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for piece in sorted(pieces, key=_rank):
        kin = counting[_measure(piece.text)]
        at = next((i for i in kin if _alike(found[i].text, piece.text)), None)
        if at is None:
            kin.append(len(found))
            found.append(piece)
        else:
            found[at] = Usual(found[at].text, found[at].reports | piece.reports)
    return found


def _alike(one: str, other: str) -> bool:
    """Whether most of the characters of the shorter fact stand in the longer."""
    short, long = sorted((_letters(one), _letters(other)), key=lambda letters: letters.total())
    return sum(min(n, long.get(letter, 0)) for letter, n in short.items()) >= _ALIKE * short.total()


def _measure(text: str) -> tuple[str, str]:
    return type_of(next(iter(SLOT.findall(text))))


@lru_cache(maxsize=1 << 14)
def _letters(text: str) -> Counter[str]:
    """The characters of the first clause, which says what is counted: each fact is held against all that count in the same measure."""
    return Counter(SLOT.sub("", text.partition("，")[0]))

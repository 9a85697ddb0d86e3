"""Which light verb the count of a thing lacks (加密会商5次, 申报点13个), if it can be told without knowing more: 开展, 有.

A weighed sum for each verb tells (logistic regression, softmax): of how the noun ends and begins and of its measure. The weights are learned from
counts that people who write such reports gave in 80 trades with the verbs that are right whatever was the case, or none (``benchmarks/counted.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from math import exp

from msgspec import Struct, field

from generator.chinese.naming import NOTHING_LEARNED, Naming
from generator.chinese.pairs import pairs
from generator.chinese.verbs import ends_in_act, ends_in_verb, is_verb, opens_clause

_LONGEST_END, _LONGEST_BEGINNING, _WORD = 4, 2, 2
"""Characters of the longest end and beginning that are weighed: five and three told the lists left out no better."""
DONE = frozenset("开展 组织 完成 举办 举行 召开 进行".split())
"""Verbs each of which says that an act took place: where the weights waver between them alone, either will do."""
HAVING, STANDING, MANNED = "有", "设有", "现有"
"""The verbs of what is there, be it new or old: of anything, of a place where something is done, of people."""
BEING = frozenset((HAVING, STANDING, MANNED))
_GOES = tuple("来去走到过回")
"""How what is no noun ends: who comes or goes."""
FINISHED, _OF_THINGS, _OF_HOURS = "完成", frozenset("个 家 户 所 处 座 栋 台".split()), frozenset("小时 天".split())
"""The verb of an act, and measures of what it was done with: 县区督导7个 says with how many it is over, not how often it was held; hours say how long
it goes on."""
_SURE, _SURE_OF_BEING = 0.6, 0.85
"""The probability from which a verb is set, and from which 有 is, which readers take for a makeshift where another was meant. Of lists left out two
counts of three that need a verb get one, 98 of 100 of them one that says what the writer's say."""


class Trait(StrEnum):
    """What of a count is weighed; the value is its name in the table."""

    BEGINS = "开头"
    ENDS = "末尾"
    MEASURE = "量词"
    END_AND_MEASURE = "末字和量词"
    GRAMMAR = "句法"
    FRAME = "骨架"
    VERB = "动词"
    VERB_AND_MEASURE = "动词和量词"
    PAIR = "两字"


_GRAMMAR: Mapping[str, Callable[[str], bool]] = {
    "动词开头": opens_clause,
    "末尾是办的事": ends_in_act,
    "末尾是动词": ends_in_verb,
}
"""What the grammar of verbs says of a noun."""


def traits(noun: str, measure: str, naming: Naming) -> Iterator[tuple[Trait, str]]:
    """Everything that is weighed of a count of ``noun`` by ``measure``; ``naming`` tells whether the noun is one or says what is done."""
    for n in range(1, min(_LONGEST_END, len(noun)) + 1):
        yield Trait.ENDS, noun[-n:]
    for n in range(1, min(_LONGEST_BEGINNING, len(noun) - 1) + 1):
        yield Trait.BEGINS, noun[:n]
    yield Trait.MEASURE, measure
    yield Trait.END_AND_MEASURE, noun[-1:] + measure
    yield from ((Trait.GRAMMAR, said) for said, holds in _GRAMMAR.items() if holds(noun))
    if naming.says_what_is_done(noun):
        yield Trait.GRAMMAR, "像一句话"
    pieces = tuple(_pieces(noun, naming.verbs))
    yield Trait.FRAME, "".join("动" if verbal else "名" for _, verbal in pieces)
    verbs = [word for word, verbal in pieces if verbal]
    yield from ((Trait.VERB, verb) for verb in dict.fromkeys(verbs))
    if verbs:
        yield Trait.VERB_AND_MEASURE, verbs[-1] + measure
    yield from ((Trait.PAIR, pair) for pair in dict.fromkeys(pairs(noun)))


def _pieces(text: str, verbs: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """``text`` in pieces, each with whether it is a verb of two characters."""
    at = begun = 0
    while at < len(text):
        word = text[at : at + _WORD]
        if len(word) == _WORD and (is_verb(word) or word in verbs):
            if begun < at:
                yield text[begun:at], False
            yield word, True
            at += _WORD
            begun = at
        else:
            at += 1
    if begun < len(text):
        yield text[begun:], False


Weights = Mapping[Trait, Mapping[str, float]]
"""What each value of a trait weighs for one verb."""


class Counted(Struct, frozen=True):
    """The ``weights`` that a value of a trait has for verbs, and the ``starts`` that each verb has where nothing is weighed; the empty verb is none.
    Most values weigh for few of the verbs."""

    starts: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[Trait, Mapping[str, Mapping[str, float]]] = field(default_factory=dict)
    naming: Naming = NOTHING_LEARNED

    @classmethod
    def of(cls, starts: Mapping[str, float], by_verb: Mapping[str, Weights], naming: Naming) -> Counted:
        """With the weights as they are learned and written, verb by verb."""
        found: defaultdict[Trait, defaultdict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
        for verb, weights in by_verb.items():
            for trait, values in weights.items():
                for value, weight in values.items():
                    found[trait][value][verb] = weight
        return cls(starts, {trait: dict(values) for trait, values in found.items()}, naming)

    def verb(self, noun: str, measure: str) -> str:
        """The verb that goes before so many of ``noun``, 有 for all that is there; empty where none is sure."""
        if not self.starts:
            return ""
        weighed = dict.fromkeys(self.starts, 0.0)
        for trait, value in traits(noun, measure, self.naming):
            for verb, weight in self.weights.get(trait, {}).get(value, {}).items():
                weighed[verb] += weight
        sums = {v: start + weighed[v] for v, start in self.starts.items()}
        best = max(sums, key=lambda v: (sums[v], v))
        likely = {v: exp(s - sums[best]) for v, s in sums.items()}
        alike = sum(p for v, p in likely.items() if best in DONE and v in DONE) or 1.0
        asked = _SURE_OF_BEING if best == HAVING else _SURE
        happens = best == HAVING and (_happens(noun) or self.naming.says_what_is_done(noun))
        unlike = noun.endswith(_GOES) or (best in DONE and measure in _OF_HOURS)
        if alike < asked * sum(likely.values()) or happens or unlike:
            return ""
        return FINISHED if best in DONE and measure in _OF_THINGS else best

    @property
    def verbs(self) -> frozenset[str]:
        """All verbs that are set."""
        return (frozenset(self.starts) - {""}) | (BEING if HAVING in self.starts else frozenset())


def _happens(noun: str) -> bool:
    """Whether what is named happens, and is not there: 工作站挂牌."""
    return ends_in_act(noun) or ends_in_verb(noun)


NOTHING_COUNTED = Counted()

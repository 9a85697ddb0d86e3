"""Which word a clerk's clause lacks in front (公众号内容三级审核, 17所学校签订接送协议, 薄弱站加装备份链路): 对, 与, 为, or none.

Learned of how the clause begins and ends, of its verbs and of what stands between them (``chinese.softmax``), from notes that clerks gave with the
words that are right whatever was the case (``benchmarks/fronted.py``). Of counts, ``chinese.counted`` tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from generator.chinese.cutter import FUNCTION, Cutter, Kind, opens_with_function
from generator.chinese.forms import Use
from generator.chinese.naming import says_how_often
from generator.chinese.pairs import pairs
from generator.chinese.softmax import Softmax, together
from generator.chinese.verbs import ends_in_act, ends_in_verb, opens_clause

ALIKE = (frozenset(("将", "把")), frozenset(("为", "向", "给")), frozenset("开展 组织 举办 举行 召开 进行 实施 完成".split()))
"""Words of which any is right where one is: where the weights waver between them alone, the likeliest will do."""
_SURE = 0.6
"""The probability from which a word is set: of the lists left out in turn 187 of 200 are then what their writers have."""
_WITH, _JOINTLY = "与", ("联合", "会同", "协同", "携手", "配合", "邀请", "找", "请", "同", "跟", "和")
"""A word that names who joins in, and verbs that say so already."""
_LONGEST, _LONG = 3, 12
"""Characters of the longest beginning and end that are weighed, and of a clause that is as long as any."""


class Trait(StrEnum):
    """What of a clause is weighed; the value is its name in the table."""

    BEGINS = "句首"
    ENDS = "句末"
    FRAME = "句架"
    FRAME_BEGINS = "句架起"
    FRAME_ENDS = "句架止"
    FIRST_VERB = "头一个动词"
    LAST_VERB = "末一个动词"
    HOLDS = "虚字"
    PAIR = "句中两字"
    GRAMMAR = "句的句法"
    USE = "用处"
    LENGTH = "句长"


def traits(clause: str, use: Use, cutter: Cutter) -> Iterator[tuple[Trait, str]]:
    """Everything that is weighed of ``clause``, which is for ``use``."""
    yield Trait.USE, use
    yield Trait.LENGTH, str(min(len(clause), _LONG))
    for n in range(1, _LONGEST + 1):
        yield Trait.BEGINS, clause[:n]
        yield Trait.ENDS, clause[-n:]
    pieces = tuple(cutter.pieces(clause))
    frame = "".join(kind for kind, _ in pieces)
    yield Trait.FRAME, frame
    yield Trait.FRAME_BEGINS, frame[:_LONGEST]
    yield Trait.FRAME_ENDS, frame[-_LONGEST:]
    verbs = [word for kind, word in pieces if kind is Kind.VERB]
    if verbs:
        yield Trait.FIRST_VERB, verbs[0]
        yield Trait.LAST_VERB, verbs[-1]
    yield from ((Trait.HOLDS, word) for kind, word in pieces if kind in FUNCTION or kind is Kind.SINGLE)
    yield from ((Trait.PAIR, pair) for pair in dict.fromkeys(pairs(clause)))
    yield from ((Trait.GRAMMAR, said) for said, holds in _GRAMMAR.items() if holds(clause))


_GRAMMAR = {"动词开头": opens_clause, "末尾是办的事": ends_in_act, "末尾是动词": ends_in_verb}


class Fronted(Struct, frozen=True):
    """Tells which word a clause lacks in front."""

    learned: Softmax = Softmax()

    def word(self, clause: str, use: Use, cutter: Cutter) -> str:
        """The word; empty where none is sure."""
        if not self.learned.starts or len(clause) <= _LONGEST or opens_with_function(clause) or says_how_often(clause):
            return ""
        shares = self.learned.shares(traits(clause, use, cutter))
        best = next(iter(shares))
        said = best == _WITH and clause.startswith(_JOINTLY)
        return best if best and not said and together(shares, ALIKE) >= _SURE else ""

    @property
    def words(self) -> frozenset[str]:
        """All words that are set."""
        return frozenset(self.learned.starts) - {""}


NOTHING_FRONTED = Fronted()

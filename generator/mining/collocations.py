"""Collocations (搭配): what goes with what, as verb and object of a clause.

The verb is the first verb of a clause, the object its last noun after it: in subjectless official clauses the one governs the other. Pairs are
ranked by the log-likelihood ratio G² (Dunning 1993, "Accurate methods for the statistics of surprise and coincidence") and shown with logDice
(Rychlý 2008, "A lexicographer-friendly association score"), which does not grow with the size of the corpus and is 14 at most.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from msgspec import Struct

from generator.bank.phrase import SLOT
from generator.mining.clausewise import clausewise
from generator.mining.evidence import Evidence, ReportEvidence
from generator.mining.tokens import Word, tagger

Clauses = list[tuple[str, list[Word]]]
_Report = tuple[str, ReportEvidence]
"""Tagged clauses, each with the content key of its report."""

# Verbs of official prose that the dictionary lacks or calls adjectives and nouns.
_VERBS = frozenset(
    """落实 压实 夯实 抓实 做实 抓细 抓牢 抓好 做好 做优 做强 压紧 建强 建好 筑牢 树牢 守牢 把牢 织密 织牢 扎紧 拧紧 补强 补齐 对标 紧扣 紧盯 紧抓
    站稳 走好 选树 选优 配强 配齐 用好 用活 用足 盘活 擦亮 叫响 唱响 打响 讲好 健全 完善 丰富 规范 严格 严肃 严明 统筹 保障 巩固 深化""".split()
)
_NOT_VERBS = frozenset("进行 继续 持续 可以 能够 需要 应当 必须 开始 没有 不断 有效 坚决 坚强".split())
_NOT_OBJECTS = frozenset("以上 以下 左右 其中 时候".split())


class Pair(Struct, frozen=True):
    """A verb with its object: how often, in how many reports, G² and logDice."""

    verb: str
    object: str
    count: int
    reports: int
    g2: float
    log_dice: float


def tagged_clauses(evidence: Evidence, names: Iterable[str] = (), track: Callable[[list[_Report]], Iterable[_Report]] = iter) -> Clauses:
    """The clauses of ``evidence`` in words; ``names`` are further set formulations that stay whole, ``track`` may watch the reports go by."""
    tag = tagger(frozenset(names), _VERBS)
    return [(key, tag(SLOT.sub("，", text).strip("，"))) for key, found in track(sorted(evidence.items())) for text, _ in clausewise(found)]


def pairs(clauses: Clauses, of: str = "", least: int = 3) -> list[Pair]:
    """Verb–object pairs seen ``least`` times or more that attract each other, by falling G²; only those with the word ``of`` if it is given."""
    found = [(key, pair) for key, words in clauses if (pair := verb_object(words)) is not None]
    together = Counter(pair for _, pair in found)
    verbs, objects = (Counter(pair[i] for _, pair in found) for i in (0, 1))
    reports: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for key, pair in found:
        reports[pair].add(key)
    made = (
        Pair(v, o, n, len(reports[v, o]), log_likelihood(n, verbs[v], objects[o], len(found)), log_dice(n, verbs[v], objects[o]))
        for (v, o), n in together.items()
        if n >= least and of in ("", v, o) and n * len(found) > verbs[v] * objects[o]
    )
    return sorted(made, key=lambda p: (-p.g2, p.verb, p.object))


def verb_object(words: list[Word]) -> tuple[str, str] | None:
    """The first verb of a clause and the last noun after it; None where it has not both."""
    start = next((i for i, word in enumerate(words) if _is_verb(word)), None)
    if start is None:
        return None
    last = next((w for w, flag in reversed(words[start + 1 :]) if _is_noun(w, flag)), None)
    return (words[start][0], last) if last else None


def _is_verb(word: Word) -> bool:
    text, flag = word
    return len(text) > 1 and flag in ("v", "vn") and text not in _NOT_VERBS


def _is_noun(text: str, flag: str) -> bool:
    return len(text) > 1 and (flag.startswith("n") or flag in ("vn", "an")) and text not in _NOT_OBJECTS


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """G² of the two-by-two table of a pair: ``both`` together, ``first`` and ``second`` each at all, ``total`` pairs."""
    observed = (both, first - both, second - both, total - first - second + both)
    margins = ((first, second), (first, total - second), (total - first, second), (total - first, total - second))
    return 2 * sum(o * math.log(o * total / (a * b)) for o, (a, b) in zip(observed, margins, strict=True) if o > 0)


def log_dice(both: int, first: int, second: int) -> float:
    """14 + log₂ of Dice's coefficient."""
    return 14 + math.log2(2 * both / (first + second))

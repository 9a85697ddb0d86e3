"""Which problem a plan answers, and how it says so: by the clerk's own words for what is weak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from generator.chinese.punctuation import clauses
from generator.chinese.verbs import opens_clause, opens_timed
from generator.chinese.weakness import names_weakness
from generator.compose.joining import Glue
from generator.compose.said import han
from generator.facts.model import Intention, Shortcoming
from generator.patterns import late
from generator.report import Inlines, Origin, OriginKind, Text, plain, sliced

_LEAST_SHARED = 4
"""Characters that a plan and a problem of other topics must share, common words aside: two words, one alone may stand in both by chance."""
_TOWARDS = late("对(?![照标接比策外口])")
"""How a weakness opens that no 针对 goes before: 针对对…, and without its 对 who or what it is done to would fall short (针对馆员压担子不够)."""
_GIVES = late("给(?!水)")
_SAYS_IT = ("针对", "对此", "围绕解决")
"""How a plan opens that names its problem already."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The problem that a plan answers, and the ``weakness`` in it that the plan says most of: the clerk's words, empty where no clause names one."""

    problem: Shortcoming
    weakness: Inlines = ()


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which plan answers which problem; ``common`` are words that tell nothing."""

    common: Set[str]

    def pairs(self, plans: Sequence[Intention], problems: Sequence[Shortcoming]) -> dict[int, Shortcoming]:
        """By the index of a plan the problem that it answers, none twice: the one of its topic, else the one it has most words in common
        with."""
        left = list(problems)
        found: dict[int, Shortcoming] = {}
        for kin in (_same_topic, self._agree, self._touches):
            for n, plan in enumerate(plans):
                best = max((p for p in left if n not in found and kin(plan, p)), key=lambda p: self.shared(plan.text, _said(p)), default=None)
                if best is not None:
                    found[n] = best
                    left.remove(best)
        return found

    def shared(self, one: str, other: str) -> int:
        """Characters of the runs that two texts share, common words aside."""
        return sum(map(len, self._runs(one, other)))

    def _agree(self, plan: Intention, problem: Shortcoming) -> bool:
        return self.shared(plan.text, _said(problem)) >= _LEAST_SHARED

    def _touches(self, plan: Intention, problem: Shortcoming) -> bool:
        """Whether a plan that gives a topic alone has a word of it in common with the problem."""
        return not plan.measures and self.shared(plan.topic, _said(problem)) > 0

    def _runs(self, one: str, other: str) -> frozenset[str]:
        """The longest runs of Han characters that stand in both texts and are no common words."""
        found = shared_runs(han(one), han(other))
        return frozenset(bare for run in found if len(bare := self._bare(run)) > 1)

    def _bare(self, run: str) -> str:
        """``run`` without a common word at either end."""
        for size in range(len(run), 1, -1):
            run = run.removeprefix(run[:size]) if run[:size] in self.common else run
            run = run.removesuffix(run[-size:]) if run[-size:] in self.common else run
        return run


def replies(plans: Sequence[Intention], problems: Sequence[Shortcoming], pairing: Pairing) -> tuple[Reply | None, ...]:
    """For each plan the problem that it answers, if any."""
    found = pairing.pairs(plans, problems)
    return tuple(Reply(found[n], _weakest(plan, found[n], pairing)) if n in found else None for n, plan in enumerate(plans))


def named(plan: Intention, reply: Reply, glue: Glue) -> Inlines:
    """针对…的问题, before what ``plan`` means to do about it, nothing where the plan says it or would have another subject; of a plan that gives a
    topic alone, that the problem is to be got over."""
    measures = [*map(plain, plan.measures)]
    if not reply.weakness or (measures and (_TOWARDS.match(plain(reply.weakness)) or not _takes_problem(measures))):
        return ()
    return (glue("针对" if measures else "着力解决"), *again(reply.weakness), glue("的问题"))


def _takes_problem(said: Sequence[str]) -> bool:
    opens = opens_clause(said[0]) or opens_timed(said[0]) or _GIVES.match(said[0])
    return bool(opens) and not any(s.startswith(_SAYS_IT) for s in said)


def _weakest(plan: Intention, problem: Shortcoming, pairing: Pairing) -> Inlines:
    """What the plan is said to be for; nothing where what it means to do has no word in common with the problem, though their topic is one."""
    measures = "，".join(map(plain, plan.measures))
    if measures and not pairing.shared(measures, _said(problem)):
        return ()
    return max(_weaknesses(problem), key=lambda w: pairing.shared(plan.text, plain(w)), default=())


def shared_runs(one: str, other: str) -> frozenset[str]:
    """The runs of two characters and more that stand in both texts, each as long as it is in either."""
    found: set[str] = set()
    at = 0
    while at < len(one):
        end = next((e for e in range(len(one), at + 1, -1) if one[at:e] in other), at)
        found |= {one[at:end]} - {""}
        at = max(end, at + 1)
    return frozenset(found)


def _same_topic(plan: Intention, problem: Shortcoming) -> bool:
    return bool(plan.topic) and plan.topic == problem.topic


def _said(problem: Shortcoming) -> str:
    return f"{plain(problem.shows)}，{plain(problem.cause)}"


def _weaknesses(problem: Shortcoming) -> Iterator[Inlines]:
    """The clauses of ``problem`` that name what is weak, not those that say why: a plan answers the problem."""
    for at, clause in clauses(plain(problem.shows)):
        if names_weakness(clause):
            yield sliced(problem.shows, at, at + len(clause))


def again(words: Inlines) -> Iterator[Text]:
    """The clerk's words said a second time."""
    for text in words:
        origin = text.origin or Origin(OriginKind.FACT)
        yield Text(text.text, replace(origin, kind=OriginKind.ECHO))

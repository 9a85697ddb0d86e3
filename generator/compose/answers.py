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
_SAYS_IT = ("针对", "对此", "围绕解决")
"""How a plan opens that names its problem already."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The problem that a plan answers, and the words that name it there (empty where the plan names it itself)."""

    problem: Shortcoming
    name: Inlines = ()


@dataclass(frozen=True)
class Answering:
    """Pairs plans with problems; ``common`` are words that tell nothing."""

    common: Set[str]
    glue: Glue

    def answers(self, plans: Sequence[Intention], problems: Sequence[Shortcoming]) -> tuple[Answer | None, ...]:
        """For each plan the problem that it answers, none twice: the one of its topic, else the one with which it has most words in common."""
        left = list(problems)
        found: dict[int, Shortcoming] = {}
        for kin in (_same_topic, self._agree):
            for n, plan in enumerate(plans):
                best = max((p for p in left if n not in found and kin(plan, p)), key=lambda p: self._shared(plan.text, _said(p)), default=None)
                if best is not None:
                    found[n] = best
                    left.remove(best)
        return tuple(self._answer(plan, found[n]) if n in found else None for n, plan in enumerate(plans))

    def _agree(self, plan: Intention, problem: Shortcoming) -> bool:
        return self._shared(plan.text, _said(problem)) >= _LEAST_SHARED

    def _shared(self, one: str, other: str) -> int:
        """Characters of the runs that two texts share, common words aside."""
        return sum(map(len, self._runs(one, other)))

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

    def _answer(self, plan: Intention, problem: Shortcoming) -> Answer:
        """The problem, named by the weakness of it whose words the plan says most of; unnamed where the plan would have another subject."""
        said = plain(plan.measures[0]) if plan.measures else ""
        if not (opens_clause(said) or opens_timed(said)) or said.startswith(_SAYS_IT):
            return Answer(problem)
        weak = max(_weaknesses(problem), key=lambda w: self._shared(plan.text, plain(w)), default=())
        return Answer(problem, (self.glue("针对"), *_again(weak), self.glue("的问题")) if weak else ())


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
    """The clauses of ``problem`` that name what is weak, those that say why it is behind the others; a 对 before them gives way to 针对."""
    for said in (problem.shows, problem.cause):
        for at, clause in clauses(plain(said)):
            if names_weakness(clause):
                yield sliced(said, at + (_TOWARDS.match(clause) is not None), at + len(clause))


def _again(words: Inlines) -> Iterator[Text]:
    """The clerk's words said a second time."""
    for text in words:
        origin = text.origin or Origin(OriginKind.FACT)
        yield Text(text.text, replace(origin, kind=OriginKind.ECHO))

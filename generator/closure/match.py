"""How well something said this year answers something owed, between 0 and about 1.

A plan is answered by a statement that says its content again; a problem, which is told at length and in other words, by a point that is about the
same. The thresholds were set on the pairs labelled for it in tests/closure/labels.tsv and measured on others there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from generator.chinese.pairs import pairs
from generator.closure.answers import Answer, OneYear
from generator.closure.content import NOTHING, Content, Does, Pairs, Part, Rarity
from generator.closure.near import Near, sums
from generator.closure.owed import Owed, OwedKind
from generator.fit.likeness import Held, held_by

PLAN_LEAST, PROBLEM_LEAST = 0.44, 0.12
"""Least likeness of what answers a plan (a share of its content), and a problem (a cosine, for texts of some length much lower)."""
_BESIDE = 0.18
"""The same cosine where nothing of the problem's head is said again, only of the sentences behind it, which tell of one case."""
_ABOUT = 0.4
"""What content counts that the answer has only in what it stands under."""
_BEST_PART = 0.6
"""What the best of the parts that a plan joins counts (警示教育和廉政谈话); the rest is the plan as a whole."""
_PART = 0.3
"""Share of a plan's content from which a part of it is worth an answer of its own; less is a mere mention (退役军人 in 组织退役军人与企业对接)."""
_ENOUGH = 1.0
"""Rarity that the shared content must add up to: about one pair of characters that nothing else has."""
_SAME_ACT = 0.3
"""What it counts that both say the same was done (培训, 检查), in whatever words."""
_ROUNDING = 1e-9
"""What sums in another order may differ by."""
_HEAD = 3.0
"""How much more the head of a problem counts than the sentences behind it."""


class Match(Struct, frozen=True):
    """An answer and how well it answers."""

    answer: Answer
    like: float


class Matcher(Struct, frozen=True, dict=True):
    """Looks in what was ``said`` this year for answers to what last year's report left: ``owed``.

    ``background`` are more words of the office, by which it is seen what it says all the time.
    """

    said: OneYear
    content: Content
    owed: tuple[Owed, ...] = ()
    background: tuple[str, ...] = ()

    def answers(self, owed: Owed) -> list[Match]:
        """What answers ``owed`` well enough, the best first; among equals what stands first. A problem that nothing answers in words of its own is
        answered by what answers the plan that was made against it."""
        if owed.kind is OwedKind.PLAN:
            return self._to_plan(owed)
        against = (m for plan in self._plans_against(owed) for m in self._to_plan(plan))
        return self._to_problem(owed) or _best((m for m in against if self._of_matter(owed, m)), PLAN_LEAST)

    def _of_matter(self, problem: Owed, match: Match) -> bool:
        """Whether ``match`` says something of what the head of ``problem`` names, be it nothing that has content."""
        head = self.content.of_problem(problem.text)
        return not head or not head.isdisjoint(self.content.of_problem(f"{match.answer.text}，{match.answer.about}"))

    # --- plans ---

    @cached_property
    def _statements(self) -> tuple[tuple[Answer, Pairs, Pairs], ...]:
        return tuple((a, frozenset(pairs(a.text)), frozenset(pairs(a.about))) for a in self.said.statements)

    @cached_property
    def _rarity(self) -> Rarity:
        return Rarity.among((*(said for _, said, _ in self._statements), *(frozenset(pairs(text)) for text in self.background)))

    @cached_property
    def _holders(self) -> Held:
        """The statements that hold each pair."""
        return held_by(said for _, said, _ in self._statements)

    @cached_property
    def _under(self) -> Held:
        """The statements that stand under each pair."""
        return held_by(about for *_, about in self._statements)

    @cached_property
    def _answered(self) -> dict[object, list[Match]]:
        """What was found to answer, by what was asked: plans, and problems, that are alike but for a figure are answered alike."""
        return {}

    def _to_plan(self, owed: Owed) -> list[Match]:
        parts = self.content.parts(owed.text)
        acts = frozenset(self.content.reader.gist(owed.text).acts)
        does = self.content.does(owed.text) if len(parts) == 1 else NOTHING
        asked = (tuple(tuple(part.items()) for part in parts), acts, does)
        if asked not in self._answered:
            self._answered[asked] = _best(self._saying(parts, acts, does), PLAN_LEAST)
        return self._answered[asked]

    def _saying(self, parts: Sequence[Part], acts: frozenset[str], does: Does) -> Iterator[Match]:
        """The statements that say enough of ``parts`` again; those that cannot reach the least likeness are not looked at. Where the plan of one
        part opens with what it ``does``, what says nothing of that did something else to the same thing (抽查乡镇财政所, 在乡镇财政所设置党建角)."""
        for n, most in self._at_most(parts):
            answer, said, about = self._statements[n]
            done = self.content.reader.gist(answer.text).acts
            if does[1] and does[1].isdisjoint(done) and does[0] not in answer.text:
                continue
            same_act = not acts.isdisjoint(done)
            if most + _SAME_ACT * same_act >= PLAN_LEAST - _ROUNDING and _says_enough(parts, said, about, same_act):
                yield Match(answer, self._covered(parts, said, about) + _SAME_ACT * same_act)

    def _at_most(self, parts: Sequence[Part]) -> list[tuple[int, float]]:
        """The statements that hold any pair of ``parts``, in their order, with how much of the content each may say at the most."""
        wholes = [sum(self._rarity(pair) * times for pair, times in part.items()) for part in parts]
        each: defaultdict[str, float] = defaultdict(float)
        for part, whole in zip(parts, wholes, strict=True):
            times_all = _BEST_PART / whole + (1 - _BEST_PART) / sum(wholes)
            for pair, times in part.items():
                each[pair] += self._rarity(pair) * times * times_all
        found = sums(each, self._holders, self._under, _ABOUT)
        least = PLAN_LEAST - _SAME_ACT - _ROUNDING
        return sorted((n, most) for n, most in found.items() if most >= least)

    def _covered(self, parts: Sequence[Part], said: Pairs, about: Pairs) -> float:
        """How much of the content of ``parts`` is said again."""
        weigh = self._rarity
        whole = [sum(weigh(pair) * times for pair, times in part.items()) for part in parts]
        direct = [weigh.total(part.keys() & said) for part in parts]
        held = [sum(weigh(pair) * times * _share(pair, said, about) for pair, times in part.items()) for part in parts]
        least = _PART * sum(whole)
        best = max((h / w * min(1.0, d / _ENOUGH) for h, w, d in zip(held, whole, direct, strict=True) if w >= least), default=0.0)
        return _BEST_PART * best + (1 - _BEST_PART) * sum(held) / sum(whole)

    # --- problems ---

    @cached_property
    def _points(self) -> tuple[tuple[Answer, Pairs], ...]:
        return tuple((a, self.content.of_problem(f"{a.text}，{a.about}")) for a in self.said.points)

    @cached_property
    def _of_points(self) -> Near:
        return Near.of([held for _, held in self._points])

    def _to_problem(self, owed: Owed) -> list[Match]:
        """The points that are about the same."""
        told, head = self._told(owed), self.content.of_problem(owed.text)
        asked = tuple(told.items())
        if asked not in self._answered:
            alike = self._of_points.like(told, PROBLEM_LEAST)
            enough = ((n, like) for n, like in alike if like >= _BESIDE or not head or not head.isdisjoint(self._points[n][1]))
            self._answered[asked] = _best((Match(self._points[n][0], like) for n, like in enough), PROBLEM_LEAST)
        return self._answered[asked]

    def _told(self, owed: Owed) -> dict[str, float]:
        """The content of a problem, its head foremost."""
        head = self.content.of_problem(owed.text)
        return {pair: _HEAD if pair in head else 1.0 for pair in head | self.content.of_problem(owed.said)}

    # --- the plan against a problem ---

    @cached_property
    def _plans(self) -> dict[str, list[Owed]]:
        """Last year's plans by all that is said in each: what each commits to."""
        found: defaultdict[str, list[Owed]] = defaultdict(list)
        for owed in self.owed:
            if owed.kind is OwedKind.PLAN:
                found[owed.said].append(owed)
        return dict(found)

    @cached_property
    def _of_plans(self) -> Near:
        return Near.of([*map(self.content.of_problem, self._plans)])

    def _plans_against(self, problem: Owed) -> list[Owed]:
        """What the plan commits to that last year's report made against ``problem``: the one most about the same."""
        liked = list(self._of_plans.like(self._told(problem), PROBLEM_LEAST))
        best, _ = max(liked, key=lambda found: found[1], default=(None, 0.0))
        return [] if best is None else list(self._plans.values())[best]


def _share(pair: str, said: Pairs, about: Pairs) -> float:
    """What of ``pair`` an answer says: all, a share where only what it stands under does, nothing."""
    return 1.0 if pair in said else _ABOUT if pair in about else 0.0


def _says_enough(parts: Sequence[Part], said: Pairs, about: Pairs, same_act: bool) -> bool:
    """Whether more than one pair is said again, or all there is of a part: one pair alone is a word that stands in many things. Where the same is
    done, what the answer stands under says what it is done to."""
    again = [part.keys() & (said | about if same_act else said) for part in parts]
    return sum(map(len, again)) > 1 or any(held and part.keys() <= said | about for held, part in zip(again, parts, strict=True))


def _best(found: Iterable[Match], least: float) -> list[Match]:
    """Those alike enough, the best first, each answer once."""
    once: dict[Answer, Match] = {}
    for match in sorted((m for m in found if m.like >= least), key=lambda m: -m.like):
        once.setdefault(match.answer, match)
    return list(once.values())

"""Which problem a plan answers, and how it says so: by the clerk's own words for what is weak."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache

from msgspec import Struct

from generator.bank.bank import Bank
from generator.chinese.punctuation import clauses
from generator.chinese.verbs import opens_clause, opens_timed
from generator.chinese.weakness import names_subject, names_weakness, stands_alone, tells_shortfall, weak_thing
from generator.compose.akin import Akin
from generator.compose.remedies import Remedy, remedy
from generator.compose.said import han, shared_runs
from generator.compose.statements import Glue
from generator.facts.model import Intention, Shortcoming
from generator.fit.gist import Reader
from generator.patterns import late
from generator.report import Inlines, echoed, plain, sliced

_han = lru_cache(maxsize=1 << 14)(han)
_LEAST_SHARED = 4
"""Characters that a plan and a problem of other topics must share, common words aside: two words, one alone may stand in both by chance."""
_TELLING = 0.204
"""Share of the archive's offices above which a word is too common for it alone to make a plan answer a problem: 停车, 化验, 无人机 do, and not
资金, 补贴."""
_TOWARDS = late("对(?![照标接比策外口])")
"""How a weakness opens that no 针对 goes before: 针对对…, and without its 对 who or what it is done to would fall short (针对馆员压担子不够)."""
_LONGEST_NAMED = 16
"""Characters of a weakness that a plan names: of a longer one readers said that the problem is copied out once more."""
_OF_THOSE = late("的(?:还|更|也|都)?(?:不|只|仅|少|没)")
"""How a clause tells that those who do something are few."""
_FIGURE = late(r"\d")
_MYSELF = ("我", "本人")
"""How a weakness opens that is the reporter's, who is the subject of the plan as well."""
_SAYS_IT = ("针对", "对此", "围绕解决")
"""How a plan opens that names its problem already."""


class Reply(Struct, frozen=True):
    """The problem that a plan answers, and the ``weakness`` in it that the plan says most of: the clerk's words, empty where no clause names one.
    ``again``: the plan before that answers one says 针对 already. Where the bank knows what mends it, the ``remedy``, behind the measure of that
    number, and no weakness is named."""

    problem: Shortcoming
    weakness: Inlines = ()
    again: bool = False
    remedy: Remedy | None = None
    measure: int = 0


class Pairing(Struct, frozen=True):
    """Which plan answers which problem; ``common`` are words that tell nothing, ``telling`` finds those in a text of which one is enough."""

    common: Set[str]
    telling: Callable[[str], Set[str]] = lambda _: frozenset()

    @classmethod
    def of(cls, reader: Reader) -> Pairing:
        """As ``reader`` knows words."""
        weights, words, least = reader.lexicon.weights, reader.lexicon.words, reader.lexicon.had_by(_TELLING)
        return cls(reader.common, lambda text: {w for w in words(text) if weights[w] >= least and w not in reader.common})

    def pairs(self, plans: Sequence[Intention], problems: Sequence[Shortcoming]) -> dict[int, Shortcoming]:
        """By the index of a plan the problem that it answers, none twice: the nearest of those that its first measure speaks of, else
        of those it has words in common with, else of those of its topic, else of those it touches."""
        waiting = _in_groups(problems, self.telling)
        heads = [problems[group[0]] for group in waiting]
        akin, of_topic = Akin.of([*map(_said, heads)], self.telling), _by_topic(heads)
        kins: tuple[tuple[Callable[[Intention], Iterable[int]], Callable[[Intention, Shortcoming], bool]], ...] = (
            (lambda plan: akin.sharing(_meant(plan)) & of_topic.get(plan.topic, frozenset()), self._means),
            (lambda plan: akin.telling_of(_meant(plan)), self._agree),
            (lambda plan: of_topic.get(plan.topic, frozenset()), _same_topic),
            (lambda plan: akin.sharing(plan.topic), self._touches),
        )
        found: dict[int, Shortcoming] = {}
        for may, kin in kins:
            for n, plan in enumerate(plans):
                those = [g for g in may(plan) if waiting[g] and kin(plan, heads[g])] if n not in found else []
                if those:
                    best = self._nearest(plan, sorted(those, key=lambda g: waiting[g][0]), heads, akin)
                    found[n] = problems[waiting[best].popleft()]
        return found

    def _nearest(self, plan: Intention, those: Sequence[int], problems: Sequence[Shortcoming], akin: Akin) -> int:
        """Which of ``those`` problems is nearest to ``plan``, of equal ones the first; only what shares anything with it is looked at."""
        near = akin.sharing(plan.text) if len(those) > 1 else frozenset()
        liked = [(self._nearness(plan, problems[g]), -n, g) for n, g in enumerate(those) if g in near]
        like, _, best = max(liked, default=((0, 0), 0, those[0]))
        return best if any(like) else those[0]

    def _nearness(self, plan: Intention, problem: Shortcoming) -> tuple[int, int]:
        """How much a plan has in common with a problem: what it means to do first, behind the name of the problem, counts before the rest."""
        first = plain(plan.measures[0]) if plan.measures else ""
        return self.shared(first, _said(problem)), self.shared(plan.text, _said(problem))

    def shared(self, one: str, other: str) -> int:
        """Characters of the runs that two texts share, common words aside."""
        return sum(map(len, self._runs(one, other)))

    def _means(self, plan: Intention, problem: Shortcoming) -> bool:
        """Whether a plan is of the problem's topic and speaks of the same besides."""
        return _same_topic(plan, problem) and self.shared(_meant(plan), _said(problem)) > 0

    def _agree(self, plan: Intention, problem: Shortcoming) -> bool:
        """Whether what is meant to be done speaks of the same things: in several words, or in one that is rare enough."""
        meant, said = _meant(plan), _said(problem)
        runs = self._runs(meant, said)
        return sum(map(len, runs)) >= _LEAST_SHARED or any(map(self.telling, runs)) or not self.telling(meant).isdisjoint(self.telling(said))

    def _touches(self, plan: Intention, problem: Shortcoming) -> bool:
        """Whether the topic of a plan has a word in common with the problem, more than one where it is not all that the plan gives."""
        return self.shared(plan.topic, _said(problem)) >= (_LEAST_SHARED if plan.measures else 1)

    def _runs(self, one: str, other: str) -> frozenset[str]:
        """The longest runs of Han characters that stand in both texts and are no common words."""
        found = shared_runs(_han(one), _han(other))
        return frozenset(bare for run in found if len(bare := self._bare(run)) > 1)

    def _bare(self, run: str) -> str:
        """``run`` without a common word at either end."""
        for size in range(len(run), 1, -1):
            run = run.removeprefix(run[:size]) if run[:size] in self.common else run
            run = run.removesuffix(run[-size:]) if run[-size:] in self.common else run
        return run


_MOST_NAMED = 2
"""Problems that plans name before or behind what they mean to do: from the third on readers hear the frame and not the plan."""


def replies(plans: Sequence[Intention], problems: Sequence[Shortcoming], bank: Bank) -> tuple[Reply | None, ...]:
    """For each plan the problem that it answers, if any, and what mends it; where the bank knows nothing that does, it is named by the first two
    that can name theirs, and by one that says nothing else."""
    pairing = Pairing.of(bank.reader)
    found = pairing.pairs(plans, problems)
    mended = {n: reply for n, problem in found.items() if (reply := _mending(plans[n], problem, pairing, bank))}
    weak = {n: named for n, problem in found.items() if n not in mended and (named := _weakest(plans[n], problem, pairing))}
    out: list[Reply | None] = []
    for n in range(len(plans)):
        told = sum(1 for reply in out if reply and reply.weakness)
        weakness = weak.get(n, ()) if told < _MOST_NAMED or not plans[n].measures else ()
        out.append(mended.get(n) or (Reply(found[n], weakness, told % 2 == 1) if n in found else None))
    return tuple(out)


def _mending(plan: Intention, problem: Shortcoming, pairing: Pairing, bank: Bank) -> Reply | None:
    """What mends a weakness of ``problem``, behind the measure that says something of it; of a plan that gives a topic alone any, and what is weak
    in its cause too. None where the clerk says so himself."""
    if not plan.measures:
        told = remedy((*_clauses(problem.shows), *(_clauses(problem.cause) if _same_topic(plan, problem) else ())), bank)
        return Reply(problem, remedy=told) if told else None
    for weakness in _clauses(problem.shows):
        speaking = [n for n, m in enumerate(plan.measures) if _speaks_of(plain(m), plain(weakness), pairing)]
        told = remedy((weakness,), bank) if speaking else None
        beside = told.beside(plain(plan.measures[speaking[-1]])) if told else None
        if beside:
            return Reply(problem, remedy=beside, measure=speaking[-1])
    return None


def solved(plan: Intention, reply: Reply, glue: Glue) -> Inlines:
    """着力解决…的问题, behind the one thing that ``plan`` means to do about it, where the plan before says 针对 already; else nothing."""
    if len(plan.measures) != 1 or not (reply.again and reply.weakness) or plain(plan.measures[0]).startswith(_SAYS_IT):
        return ()
    return _told("着力解决", reply, glue)


def _told(before: str, reply: Reply, glue: Glue) -> Inlines:
    """``before``, the weakness, and that it is a problem."""
    return (glue(before), *echoed(reply.weakness), glue("的问题"))


def named(plan: Intention, reply: Reply, glue: Glue) -> Inlines:
    """针对…的问题, before what ``plan`` means to do about it, nothing where the plan says it; of a plan that gives a topic alone, that the problem is
    to be got over."""
    measures = [*map(plain, plan.measures)]
    if not reply.weakness or any(m.startswith(_SAYS_IT) for m in measures) or (measures and not _acts(measures[0])):
        return ()
    why = "为解决" if reply.again or _TOWARDS.match(plain(reply.weakness)) else "针对"
    return _told(why if measures else "着力解决", reply, glue)


def _acts(measure: str) -> bool:
    """Whether ``measure`` goes on behind 针对…的问题: it says what is done, and not what becomes of something."""
    return opens_clause(measure) or opens_timed(measure) or not measure[:1].isdecimal()


def _weakest(plan: Intention, problem: Shortcoming, pairing: Pairing) -> Inlines:
    """What the plan is said to be for: the first weakness that it says something of, where that can be named by itself in a few words; none where it
    means to do several things and one of them has no word in common with the problem, for all would be said to answer it."""
    if len(plan.measures) > 1 and not all(pairing.shared(plain(m), _said(problem)) for m in plan.measures):
        return ()
    shared = (w for w in _weaknesses(problem) if not plan.measures or _speaks_of(_meant(plan), plain(w), pairing))
    return next((w for w in shared if _is_named(plain(w))), ())


_CORE, _WHOSE = 5, 5
"""Characters of the end of what is weak, one word and what kind of it (互动手段 in 原创展览互动手段少); and those of whose it is that a plan must
say, if it says nothing of that (平台用工争议)."""


_UNCHANGED = frozenset("年龄 学历 身体".split())
"""What is weak with those whom a plan may do something for and that it does not mend unless it says so: 轮训 makes nobody younger."""


def _speaks_of(meant: str, weakness: str, pairing: Pairing) -> bool:
    """Whether a plan says something of what is weak, or much of whose it is: 策划原创展览 does not answer that there is little to do in them."""
    thing = weak_thing(weakness)
    if thing in _UNCHANGED:
        return thing in meant
    core = weakness[: weakness.rfind(thing) + len(thing)][-_CORE:] if thing else weakness
    return pairing.shared(meant, core) > 0 or pairing.shared(meant, weakness) >= _WHOSE


def _of_nobody(weakness: str) -> bool:
    """Whether ``weakness`` tells of those who do something and not who they are: 参加先锋岗的不到一半."""
    return opens_clause(weakness) and _OF_THOSE.search(weakness) is not None


def _is_named(weakness: str) -> bool:
    told = len(weakness) <= _LONGEST_NAMED and not (_FIGURE.search(weakness) or weakness.startswith(_MYSELF) or _of_nobody(weakness))
    return told and (stands_alone(weakness) or names_subject(weakness))


def _by_topic(problems: Sequence[Shortcoming]) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for n, problem in enumerate(problems):
        if problem.topic:
            found[problem.topic].add(n)
    return found


def _in_groups(problems: Sequence[Shortcoming], telling: Callable[[str], Set[str]]) -> list[deque[int]]:
    """The problems by number, those together that say the same but for figures: no plan is nearer to one of them than to another."""
    found: defaultdict[object, deque[int]] = defaultdict(deque)
    for n, problem in enumerate(problems):
        found[problem.topic, han(_said(problem)), frozenset(telling(_said(problem)))].append(n)
    return list(found.values())


def _same_topic(plan: Intention, problem: Shortcoming) -> bool:
    return bool(plan.topic) and plan.topic == problem.topic


def _meant(plan: Intention) -> str:
    """What a plan means to do, under what heading; its topic where that is all it gives."""
    return "，".join(filter(None, map(plain, (plan.heading, *plan.measures)))) or plan.topic


def _said(problem: Shortcoming) -> str:
    return f"{plain(problem.shows)}，{plain(problem.cause)}"


def _weaknesses(problem: Shortcoming) -> Iterator[Inlines]:
    """The clauses of ``problem`` that name what is weak, not those that say why: a plan answers the problem."""
    return (c for c in _clauses(problem.shows) if names_weakness(plain(c)) or tells_shortfall(plain(c)))


def _clauses(said: Inlines) -> Iterator[Inlines]:
    return (sliced(said, at, at + len(clause)) for at, clause in clauses(plain(said)))

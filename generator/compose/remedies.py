"""What mends a weakness: the other side of what a problem says, in the clerk's own words. 疏导点吸引力不强 is answered by 着力增强疏导点吸引力."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.bank import Bank
from generator.bank.phrase import Group, Kind, Phrase
from generator.chinese.naming import Naming
from generator.chinese.verbs import opens_clause
from generator.chinese.weakness import weak_subject
from generator.compose.said import shared_runs
from generator.patterns import late
from generator.report import Inlines, Move, echoed, plain, sliced

_VERB = 2
"""Characters of the verb that a frame has before the thing."""
_POOL = "问题反面"
"""The pool of what is set around a thing that is weak: its first group says how the weakness ends (不强), its second how the thing does (能力)."""
_NOT = "不"
_MILDLY = ("不够", "不太", "不很", "不大")
"""How 不 is said more mildly before what something is not: 不强 and 不够强 are mended alike."""
_OF_A_SUBJECT = ("推动", "防止")
"""How a frame opens that goes on with a subject and its predicate, so that no act with an object of its own may stand there."""
_LONGEST_ACT = 4
"""Characters of an act that is a name by itself (归档, 日常监测): 推动归档更加规范."""
_SHORTEST, _LONGEST = 3, 20
"""Characters of a thing that the aim of a plan names: of a longer one readers say that the problem is copied out once more."""
_NO_THING = late(r"^(?:我|本人|其|这|那|让|使|因|由于)|[\d，；：。\s]|[在把将被了但不没]|[多少高低大小快慢难]、|之间$")
"""What no such thing holds: the reporter, who is the subject already, a mark, a figure, a word that asks for a predicate, another weakness, what
something is between."""


class Remedy(Struct, frozen=True):
    """What a plan means to mend: a ``thing`` of the clerk's, said again, and the ``frames`` that may be set around it."""

    thing: Inlines
    frames: tuple[Phrase, ...]

    def beside(self, measure: str) -> Remedy | None:
        """What of it may stand behind ``measure``: nothing where that says all of the thing itself, no verb that it has."""
        frames = tuple(frame for frame in self.frames if _verb(frame) not in measure)
        said = sum(map(len, shared_runs(plain(self.thing), measure))) >= len(plain(self.thing))
        return replace(self, frames=frames) if frames and not said else None


def _verb(frame: Phrase) -> str:
    """The verb that a frame has before the thing."""
    return frame.text.partition("{")[0][-_VERB:]


def remedy(weaknesses: Iterable[Inlines], bank: Bank) -> Remedy | None:
    """What mends the first of ``weaknesses`` of which the bank knows the other side; None where it knows that of none."""
    return next((found for weakness in weaknesses if (found := _other_side(weakness, bank))), None)


def _other_side(weakness: Inlines, bank: Bank) -> Remedy | None:
    """What mends one ``weakness``: the frames that ask for most of how it and its thing end."""
    text = plain(weakness)
    reached = [(reach, frame) for frame in bank.pool(Kind.LEAD, Move.PLAN, _POOL) if (reach := _reach(frame, text, bank.naming))]
    best = max((reach for reach, _ in reached), default=None)
    if best is None:
        return None
    return Remedy(echoed(sliced(weakness, best.start, best.end)), tuple(frame for reach, frame in reached if reach == best))


class _Reach(Struct, frozen=True, order=True):
    """How many characters of a weakness a frame asks for, and where the thing that it is set around stands in it."""

    characters: int
    start: int
    end: int


def _reach(frame: Phrase, text: str, naming: Naming) -> _Reach | None:
    """How far ``frame`` reaches into the weakness ``text``; None where it may not be set around its thing."""
    weak, *things = frame.licence
    ways = _ways(weak)
    if not text.endswith(ways):  # true of few, and soon told
        return None
    ending = max((way for way in ways if text.endswith(way)), key=len)
    start, end = weak_subject(text, len(text) - len(ending))
    thing = text[start:end]
    asked = max((word for words in things for word in words if thing.endswith(word)), key=len, default="")
    if (things and not asked) or not _is_thing(thing) or (frame.text.startswith(_OF_A_SUBJECT) and _is_act_of_more(thing, naming)):
        return None
    return _Reach(len(ending) + len(asked), start, end)


@cache
def _ways(weak: Group) -> Group:
    """How a weakness ends that one of the words ``weak`` tells: with it, or as it is said more mildly."""
    mildly = (f"{mild}{word.removeprefix(_NOT)}" for word in weak if word.startswith(_NOT) and not word.startswith(_MILDLY) for mild in _MILDLY)
    return (*weak, *mildly)


def _is_thing(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and not _NO_THING.search(text)


def _is_act_of_more(text: str, naming: Naming) -> bool:
    """Whether ``text`` is an act with its object, which is no subject (联系实际思考, 带年轻干部)."""
    return len(text) > _LONGEST_ACT and (opens_clause(text) or naming.says_what_is_done(text))

"""Answers to gaps put back into a facts file, the last gap first, so that none moves another; what this year has not goes aside or is struck out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import Enum, auto

from msgspec import Struct

from generator.chinese.counts import CALLED
from generator.facts.fill import filled
from generator.facts.gaps import Gap, Reading
from generator.facts.remembered import again, last_year
from generator.facts.reread import Read, Refused
from generator.facts.set_aside import set_aside
from generator.facts.strike import FIGURE, struck
from generator.patterns import late
from generator.problems import Source


class Wish(Struct, frozen=True):
    """What is to become of ``gap``: it says ``words``; or, where these are empty, it goes, with its ``whole`` entry or with the part of the sentence
    that it is in. ``stays``: why it does not go unless its entry goes with another gap."""

    gap: Gap
    words: str = ""
    whole: bool = False
    stays: str = ""


class Act(Enum):
    """What a wish comes to."""

    FILLED = auto()
    ASIDE = auto()
    STRUCK = auto()
    GONE = auto()
    """The entry went aside with another of its gaps."""


class Outcome(Struct, frozen=True):
    """What a wish came to, and ``why`` that could not be done; empty where it was."""

    act: Act
    why: str = ""


class Tally(Struct, frozen=True):
    """How many gaps were ``filled``, how many entries set ``aside``, and how many parts of sentences ``struck`` out; in words for the clerk."""

    filled: int = 0
    aside: int = 0
    struck: int = 0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Tally:
        """What was done of ``outcomes``."""
        done = [outcome.act for outcome in outcomes if not outcome.why]
        return cls(done.count(Act.FILLED), done.count(Act.ASIDE), done.count(Act.STRUCK))

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.filled + other.filled, self.aside + other.aside, self.struck + other.struck)

    def __bool__(self) -> bool:
        return bool(self.filled or self.aside or self.struck)

    def __str__(self) -> str:
        aside = f"，今年没有的 {self.aside} 条放到了“# ”后面" if self.aside else ""
        half = f"，去掉了 {self.struck} 个半句" if self.struck else ""
        return f"{self.filled} 处{aside}{half}"


def put_back(source: Source, now: Reading, wishes: Iterable[Wish], read: Read) -> tuple[str, Mapping[Gap, Outcome]]:
    """The text of ``source``, which says ``now``, with all of ``wishes`` that can be, one for a gap at most; and what came of each, in the order of
    the file."""
    outcomes: dict[Gap, Outcome] = {}
    for wish in sorted(wishes, key=lambda wish: wish.gap.start, reverse=True):
        act, text = _tried(source, now, wish, read)
        if isinstance(text, Refused):
            outcomes[wish.gap] = Outcome(act, text.why)
        else:
            outcomes[wish.gap] = Outcome(act)
            source = Source(source.name, text)
    return source.text, dict(reversed(outcomes.items()))


def _tried(source: Source, now: Reading, wish: Wish, read: Read) -> tuple[Act, str | Refused]:
    """What ``wish`` comes to where the file that said ``now`` says ``source`` by now, and the text with it."""
    then = read(source)
    there = (gap for gap in then.gaps if (gap.id, gap.start) == (wish.gap.id, wish.gap.start))
    gap: Gap | None = next(there, wish.gap if wish.gap not in now.gaps else None)
    if gap is None:
        return Act.GONE, Refused(f"整条放到了“# ”后面，“{wish.words}”没有写") if wish.words else source.text
    if wish.words:
        return Act.FILLED, filled(source, then, gap, wish.words, read)
    if wish.stays:
        return Act.ASIDE, Refused(wish.stays)
    if wish.whole and not _partly(gap, then):
        return Act.ASIDE, set_aside(source, then, gap, read)
    return Act.STRUCK, struck(source, then, gap, read)


def wholly(now: Reading, none: Collection[Gap]) -> set[Gap]:
    """Those of the gaps ``none``, which this year has nothing for, that are in an entry in which nothing else is open."""
    still_open = {gap.entry for gap in now.gaps if gap not in none}
    return {gap for gap in none if gap.entry not in still_open}


def _partly(gap: Gap, now: Reading) -> bool:
    """Whether the sentence that ``gap`` is in was given in part: it has a figure beside the gap, or reads otherwise than last year's."""
    beside = gap.before + gap.after
    return bool(beside) and (bool(FIGURE.search(_NAMES.sub("", beside))) or bool(last_year(gap, now.facts) and not again(gap, now.facts)))


_NAMES = late(rf"“[^”]*”|《[^》]*》|{CALLED}")
"""Where digits are no figure that was given."""

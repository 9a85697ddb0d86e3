"""The answers to several gaps at once put into a facts file: none where one looks wrong; what cannot be written in its place is told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from generator.facts.answers import bare, leaves_open, objection
from generator.facts.back import Act, Tally, Wish, put_back, wholly
from generator.facts.gaps import Gap, Reading
from generator.facts.remembered import AGAIN, HEADS, taken_again
from generator.facts.reread import Read, Refused
from generator.facts.steps import Id
from generator.facts.together import LEFT, NONE, number
from generator.problems import Source


class Doubt(Struct, frozen=True):
    """Why an answer looks wrong; the same answer given twice is taken."""

    why: str


class Taken(Struct, frozen=True):
    """A facts file with answers in it: its ``text``, what was ``filled`` in, the names of the gaps ``left`` open, the ``tally`` of all that was done,
    and what is to be ``said`` of gaps that stay though they were answered."""

    text: str
    filled: dict[Gap, str] = field(default_factory=dict)
    left: tuple[Id, ...] = ()
    tally: Tally = Tally()
    said: tuple[str, ...] = ()


def as_answered(source: Source, now: Reading, gaps: Sequence[Gap], said: Sequence[str], read: Read, sure: bool = False) -> Taken | Doubt | Refused:
    """``source`` with what was ``said`` to the first of ``gaps``; of those whose last year's words cannot be given again nothing is written where one
    answer stands for all. ``sure``: what looks wrong was said twice."""
    if len(said) > len(gaps):
        return Refused(f"这里只有 {len(gaps)} 处，给了 {len(said)} 个答案，没有写；一处一个，用空格隔开")
    pairs = list(zip(gaps, said, strict=False))
    for_all = len(gaps) > 1 and len(said) == len(gaps) and len(set(said)) == 1
    mark = {gap: f"{number(n)} " if len(gaps) > 1 else "" for n, gap in enumerate(gaps)}
    words, faults = _words(pairs, now, for_all)
    if faults and not for_all:
        gap, why = next(iter(faults.items()))
        return Refused(f"{mark[gap]}{why}")
    doubts = (f"{mark[gap]}{why}" for gap, text in words.items() if not sure and (why := objection(gap, text)))
    if doubt := next(doubts, ""):
        return Doubt(doubt)
    none = [gap for gap, text in pairs if text in NONE]
    wishes = [*(Wish(gap, text) for gap, text in words.items()), *_without(now, none, for_all, alone=not words and len(none) == 1)]
    text, outcomes = put_back(source, now, wishes, read)
    told = tuple(f"{mark[gap]}{why}" for gap, why in (*faults.items(), *((gap, o.why) for gap, o in outcomes.items())) if why)
    left = [gap for gap, text in pairs if text in LEFT or leaves_open(text)]
    tally = Tally.of(outcomes.values())
    if told and not left and not tally:
        return Refused("；".join(told))
    gone = {gap.entry for gap, outcome in outcomes.items() if outcome.act in (Act.ASIDE, Act.GONE) and not outcome.why}
    filled = {gap: text for gap, text in words.items() if not outcomes[gap].why}
    return Taken(text, filled, tuple(_moved_up(gap, gone) for gap in left), tally, told)


def _words(pairs: Sequence[tuple[Gap, str]], now: Reading, for_all: bool) -> tuple[dict[Gap, str], dict[Gap, str]]:
    """What goes into each gap, and why nothing can where last year's words are asked for."""
    words: dict[Gap, str] = {}
    faults: dict[Gap, str] = {}
    for gap, text in pairs:
        if text in AGAIN:
            old = taken_again(gap, now.facts, unread=for_all)
            if isinstance(old, Refused):
                faults[gap] = old.why
            else:
                words[gap] = old
        elif text not in NONE | LEFT and not leaves_open(text):
            words[gap] = bare(gap, text)
    return words, faults


def _without(now: Reading, none: Sequence[Gap], for_all: bool, alone: bool) -> Iterator[Wish]:
    """What is to become of the gaps ``none``, which this year has nothing for. A head that is ``alone`` goes with all that is under it; one of
    several gaps stays, but where the answer is ``for_all`` it goes once nothing is left under it."""
    whole = wholly(now, none)
    heads = [gap for gap in none if gap.key.name in HEADS]
    yield from (Wish(gap, whole=gap in whole) for gap in none if gap not in heads)
    if for_all and len(heads) < len(none):
        return
    for gap in heads:
        how = f"在文件第 {gap.place.line} 行改" if for_all else "几处都写 -"
        yield Wish(gap, whole=True, stays="" if alone else f"小标题不能单独去掉：整个要点没有的，{how}")


def _moved_up(gap: Gap, gone: set[str]) -> Id:
    """The name of ``gap`` once the entries at the paths ``gone`` are out of its list."""
    home, _, rest = gap.path.rpartition("[")
    index, _, behind = rest.partition("]")
    before = {entry for entry in gone if entry.rpartition("[")[0] == home and int(entry.rpartition("[")[2][:-1]) < int(index or 0)}
    path = f"{home}[{int(index) - len(before)}]{behind}" if before else gap.path
    return path, gap.key.name, gap.order

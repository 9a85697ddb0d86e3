"""The answers to several gaps at once put into a facts file: none where one looks wrong; what cannot be written in its place is told of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.chinese.calendar import dated
from generator.chinese.counts import CALLED
from generator.facts.answers import bare, leaves_open, objection
from generator.facts.fill import Refused, filled
from generator.facts.gaps import Gap, Reading
from generator.facts.remembered import AGAIN, again, last_year
from generator.facts.set_aside import set_aside
from generator.facts.steps import Id
from generator.facts.strike import struck
from generator.facts.together import LEFT, NONE, number
from generator.patterns import late
from generator.problems import Source

Read = Callable[[Source], Reading]


class Doubt(Struct, frozen=True):
    """Why an answer looks wrong; the same answer given twice is taken."""

    why: str


class Taken(Struct, frozen=True):
    """A facts file with answers in it: its ``text``, what was ``filled`` in, the names of the gaps ``left`` open, how many entries were set ``aside``
    and parts of sentences ``struck`` out, and what is to be ``said`` of gaps that stay though they were answered."""

    text: str
    filled: dict[Gap, str] = field(default_factory=dict)
    left: tuple[Id, ...] = ()
    aside: int = 0
    struck: int = 0
    said: tuple[str, ...] = ()


def as_answered(source: Source, now: Reading, gaps: Sequence[Gap], said: Sequence[str], read: Read, sure: bool = False) -> Taken | Doubt | Refused:
    """``source`` with what was ``said`` to the first of ``gaps``; of those whose last year's words cannot be given again nothing is written where one
    answer stands for all. ``sure``: what looks wrong was said twice."""
    if len(said) > len(gaps):
        return Refused(f"这里只有 {len(gaps)} 处，给了 {len(said)} 个答案，没有写；一处一个，用空格隔开")
    pairs = list(zip(gaps, said, strict=False))
    for_all = len(gaps) > 1 and len(said) == len(gaps) and len(set(said)) == 1
    words, faults = _words(pairs, now, for_all)
    mark = {gap: f"{number(n)} " if len(gaps) > 1 else "" for n, gap in enumerate(gaps)}
    if faults and not for_all:
        gap, why = faults[0]
        return Refused(f"{mark[gap]}{why}")
    doubts = (f"{mark[gap]}{why}" for gap, text in words.items() if not sure and (why := objection(gap, text)))
    if doubt := next(doubts, ""):
        return Doubt(doubt)
    none = {gap for gap, text in pairs if text in NONE}
    left = tuple(gap for gap, text in pairs if text in LEFT or leaves_open(text))
    found = _Back(source, read, words, none, for_all).all(now, left, mark)
    if not (found.filled or found.left or found.aside or found.struck) and (told := [*(f"{mark[gap]}{why}" for gap, why in faults), *found.said]):
        return Refused("；".join(told))
    return replace(found, said=(*(f"{mark[gap]}{why}" for gap, why in faults), *found.said))


def _words(pairs: Sequence[tuple[Gap, str]], now: Reading, for_all: bool) -> tuple[dict[Gap, str], list[tuple[Gap, str]]]:
    """What goes into each gap, and why nothing can where last year's words are asked for."""
    words: dict[Gap, str] = {}
    faults: list[tuple[Gap, str]] = []
    for gap, text in pairs:
        if text in AGAIN:
            old = again(gap, now.facts)
            if why := "去年的在这里照用不了，请自己填" if not old else stale(old) if for_all or not any(gap.sentence) else "":
                faults.append((gap, why))
            else:
                words[gap] = old
        elif text not in NONE | LEFT and not leaves_open(text):
            words[gap] = bare(gap, text)
    return words, faults


def stale(old: str) -> str:
    """Why ``old``, words of last year's, cannot stand this year; empty where it can: a date in them is last year's."""
    found = dated(old)
    return f"去年的话里有“{found}”，请写今年的" if found else ""


class _Back(Struct):
    """A facts file into which answers go, the last first, so that none moves another."""

    source: Source
    read: Read
    words: dict[Gap, str]
    none: set[Gap]
    for_all: bool

    def all(self, now: Reading, left: tuple[Gap, ...], mark: Mapping[Gap, str]) -> Taken:
        """What came of the answers; one that cannot be put in its place is told of, and its gap stays."""
        aside = parts = 0
        done: set[Gap] = set()
        refused: list[str] = []
        entries: dict[str, set[Gap]] = {}
        for blank in now.gaps:
            entries.setdefault(blank.entry, set()).add(blank)
        for asked in sorted((*self.words, *self.none), key=lambda gap: gap.start, reverse=True):
            then = self.read(self.source)
            named = (gap for gap in then.gaps if (gap.id, gap.start) == (asked.id, asked.start))
            gap: Gap | None = next(named, asked if asked not in now.gaps else None)
            if gap is None:  # its entry went aside with another of its gaps
                if asked in self.none:
                    done.add(asked)
                else:
                    refused.append(f"{mark[asked]}整条放到了“# ”后面，“{self.words[asked]}”没有写")
                continue
            if asked in self.none and _is_head(asked) and self.for_all:
                continue
            whole = entries.get(asked.entry, set()) <= self.none or _is_head(asked)
            text = self._put(asked, gap, then, whole)
            if isinstance(text, Refused):
                refused.append(f"{mark[asked]}{text.why}")
                continue
            done.add(asked)
            self.source = Source(self.source.name, text)
            entire = whole and not partly(gap, then)
            aside, parts = aside + (asked in self.none and entire), parts + (asked in self.none and not entire)
        gone = [gap.entry for gap in self.none & done if entries.get(gap.entry, set()) <= self.none]
        filled_in = {gap: text for gap, text in self.words.items() if gap in done}
        return Taken(self.source.text, filled_in, tuple(_moved_up(gap, gone) for gap in left), aside, parts, tuple(reversed(refused)))

    def _put(self, asked: Gap, gap: Gap, then: Reading, whole: bool) -> str | Refused:
        if asked in self.words:
            return filled(self.source, then, gap, self.words[asked], self.read)
        if not whole:
            return struck(self.source, then, gap, self.read)
        if _is_head(gap) and len(self.words) + len(self.none) > 1:
            return Refused("小标题不能单独去掉：整个要点没有的，几处都写 -")
        return (struck if partly(gap, then) else set_aside)(self.source, then, gap, self.read)


def partly(gap: Gap, now: Reading) -> bool:
    """Whether the sentence that ``gap`` is in was given in part: it has a figure beside the gap, or reads otherwise than last year's."""
    beside = gap.before + gap.after
    return bool(beside) and (bool(_FIGURE.search(_NAMES.sub("", beside))) or bool(last_year(gap, now.facts) and not again(gap, now.facts)))


def _moved_up(gap: Gap, gone: Sequence[str]) -> Id:
    """The name of ``gap`` once the entries at the paths ``gone`` are out of its list."""
    home, _, rest = gap.path.rpartition("[")
    index, _, behind = rest.partition("]")
    before = {entry for entry in gone if entry.rpartition("[")[0] == home and int(entry.rpartition("[")[2][:-1]) < int(index or 0)}
    path = f"{home}[{int(index) - len(before)}]{behind}" if before else gap.path
    return path, gap.key.name, gap.order


def _is_head(gap: Gap) -> bool:
    return gap.key.name in ("事项", "小标题")


_FIGURE = late("[0-9０-９]")
_NAMES = late(rf"“[^”]*”|《[^》]*》|{CALLED}")
"""Where digits are no figure that was given."""

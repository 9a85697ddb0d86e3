"""What a facts file leaves open: its blanks, and the keys that are missing altogether, each with the stretch of text that an answer takes.

The loader says where the blanks are; here each is found again among the characters of its value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.declared import Key
from generator.facts.absent import OPEN, Absent, absent
from generator.facts.blanks import marks
from generator.facts.keys import SHORTCOMING
from generator.facts.load import examined
from generator.facts.model import Fact, Facts
from generator.facts.normalise import normalise
from generator.facts.spots import Spot, spots
from generator.facts.wanted import Wanted
from generator.problems import MISSING_KEY, Faults, Place, Problem, Source
from generator.report import Blank, Inlines, Origin, OriginKind, Text, broken


class Gap(Struct, frozen=True):
    """One thing to ask for.

    ``start`` to ``end`` is what the answer replaces (nothing, where something is missing), ``lead`` and ``tail`` are set around it. ``whole`` is the
    stretch of the value it belongs to, with the words ``before`` and ``after`` that stand in it; ``sentence`` is how it reads, the gap between.
    ``order`` counts the gaps of one value. A key that is missing is no blank (``is_blank``).
    """

    path: str
    key: Key
    place: Place
    start: int
    end: int
    whole: tuple[int, int]
    before: str = ""
    after: str = ""
    order: int = 0
    lead: str = ""
    tail: str = ""
    sentence: tuple[str, str] = ("", "")
    line_of_block: bool = False
    is_blank: bool = True

    @property
    def id(self) -> tuple[str, str, int]:
        """What tells it apart while the gaps before it are filled."""
        return self.path, self.key.name, self.order

    @property
    def entry(self) -> str:
        """The path of the entry of a list that it is in."""
        return self.path[: self.path.rfind("]") + 1] or self.path


Said = tuple[str, str, int]
"""What one value says: its path, its words, and how many blanks are left in it."""


class Reading(Struct, frozen=True):
    """A facts file as far as it can be read, what it leaves open, in the order in which it is asked, and what it says without that."""

    facts: Facts
    gaps: tuple[Gap, ...]
    said: tuple[Said, ...]


def reading(source: Source, kinds: Collection[str], wanted: Callable[[str], Wanted | None]) -> Reading:
    """What the clean ``source`` says and leaves open. ``wanted`` tells what a 文种 asks for, None of an unknown one.

    Raises ``Faults`` with every fault that answers alone cannot mend.
    """
    facts, problems = examined(source, kinds)
    missing = absent(source, wanted) if all(p.code == MISSING_KEY for p in problems) else ()
    left = [p for p in problems if not _is_missing(p, missing)]
    if left or facts is None:
        raise Faults(left)
    runs = _runs(facts)
    gaps = (*(_gap_of_absent(m) for m in missing), *_blanks(source, facts, runs))
    return Reading(facts, tuple(gaps), tuple((path, _written(run), _count(run)) for path, run in runs.values()))


def _is_missing(problem: Problem, missing: tuple[Absent, ...]) -> bool:
    return any(name in problem.keys for m in missing for name in m.explains)


def _gap_of_absent(missing: Absent) -> Gap:
    at = missing.offset
    return Gap(missing.path, missing.key, missing.place, at, at, (at, at), lead=missing.lead, tail=missing.tail, is_blank=False)


# --- the blanks of the values ----------------------------------------------------------------------------------------------------------------

_Runs = dict[Place, tuple[str, Inlines]]


def _runs(facts: Facts) -> _Runs:
    """The words and blanks of each value, by its place, with its path; in the order of the file."""
    found: _Runs = {}
    for run in _inlines(facts):
        origin = run[0].origin
        if origin is not None and origin.kind in (OriginKind.FACT, OriginKind.BLANK):
            found.setdefault(Place(facts.name, origin.line, origin.column), (origin.path, run))
    return dict(sorted(found.items()))


def _inlines(value: object) -> Iterator[Inlines]:
    if isinstance(value, tuple) and value and all(isinstance(part, Text | Blank) for part in value):
        yield from broken(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _inlines(part)
    elif isinstance(value, Struct) and not isinstance(value, Origin):
        for name in value.__struct_fields__:
            yield from _inlines(getattr(value, name))


def _written(run: Inlines) -> str:
    return "".join(i.written if isinstance(i, Blank) else i.text for i in run)


def _count(run: Inlines) -> int:
    return sum(isinstance(i, Blank) for i in run)


def _blanks(source: Source, facts: Facts, runs: _Runs) -> Iterator[Gap]:
    known = spots(source)
    sentences = _sentences(facts)
    for place, (path, run) in runs.items():
        spot = known[place]
        if _stands_for_another(spot, run):
            yield _beside(source, spot, path, place)
            continue
        blanks = [i for i in run if isinstance(i, Blank)]
        for order, (blank, span) in enumerate(zip(blanks, _spans(source, spot, blanks), strict=True)):
            before, after = _around(run, blank)
            gap = Gap(path, spot.key, place, *span, (spot.start, spot.end), before, after, order, lead=_space(source, span))
            sentence = _shown_around(_holding(blank, sentences.get(path, ()), run), blank)
            yield replace(gap, sentence=sentence, line_of_block=spot.line_of_block)


def _spans(source: Source, spot: Spot, blanks: list[Blank]) -> list[tuple[int, int]]:
    """Where the blanks stand in the text; the whole value for each where they cannot be told apart there."""
    found = [(spot.start + m.start(), spot.start + m.end()) for m in marks(source.text[spot.start : spot.end])]
    same = [source.text[a:b] for a, b in found] == [b.written for b in blanks]
    return found if same else [(spot.start, spot.end)] * len(blanks)


def _holding(blank: Blank, *runs: Inlines) -> Inlines:
    return next(run for run in runs if any(inline is blank for inline in run))


def _around(run: Inlines, blank: Blank) -> tuple[str, str]:
    at = next(i for i, inline in enumerate(run) if inline is blank)
    return _written(run[:at]), _written(run[at + 1 :])


def _shown_around(run: Inlines, blank: Blank) -> tuple[str, str]:
    """As ``_around``, with a blank that has no mark of its own shown by one."""
    marked = tuple(Blank(i.written or OPEN) if isinstance(i, Blank) and i is not blank else i for i in run)
    return _around(marked, blank)


def _space(source: Source, span: tuple[int, int]) -> str:
    """A value that is not there yet is set off from its colon or dash."""
    return " " if span[0] == span[1] and source.text[span[0] - 1 : span[0]] in (":", "-") else ""


def _sentences(facts: Facts) -> dict[str, Inlines]:
    """The facts of several keys as they read, by path."""
    every = (fact for practice in facts.practices for item in practice.items for fact in item.facts)
    return {fact.path: sentence(fact) for fact in every if fact.number or fact.measure}


def sentence(fact: Fact) -> Inlines:
    """A fact of several keys as it is asked for: when, where, what was done, its number and measure word in their place."""
    slot = len(fact.done) if fact.slot is None else fact.slot
    return (*fact.time, *fact.place, *fact.done[:slot], *fact.number, *fact.measure, *fact.done[slot:])


# --- a value that stands for a key that is missing beside it -----------------------------------------------------------------------------------


def _stands_for_another(spot: Spot, run: Inlines) -> bool:
    """A 问题 with its 主题 alone: the loader puts the blank of 表现 there."""
    return bool(normalise(spot.text)) and _written(run) == "" and _count(run) == 1


def _beside(source: Source, spot: Spot, path: str, place: Place) -> Gap:
    """The gap of 表现 behind the 主题 that stands alone: on a line of its own, or in the same braces."""
    shows = SHORTCOMING.known["表现"]
    text = source.text
    line = text.rfind("\n", 0, spot.start) + 1
    key = spot.key_start if spot.key_start is not None else spot.start
    if text[line:key].strip(" -"):
        return Gap(path, shows, place, spot.end, spot.end, (spot.end, spot.end), lead=f", {shows.name}: ")
    end = text.find("\n", spot.end)
    end = len(text) if end < 0 else end
    return Gap(path, shows, place, end, end, (end, end), lead=f"\n{' ' * (key - line)}{shows.name}: ")

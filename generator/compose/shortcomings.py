"""Problems laid out: the title of each in the clerk's own words where every one has it (the clause that says what is weak, or the topic), how it
shows, and why, in one voice throughout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.bank.phrase import Kind
from generator.chinese.forms import Use
from generator.chinese.notes import Completions
from generator.chinese.numerals import chain, section_number
from generator.chinese.punctuation import clauses, count_characters
from generator.chinese.weakness import names_weakness
from generator.compose.chapters import name_of, paragraphs
from generator.compose.choose import Chooser, Pool
from generator.compose.joining import Glue, strip_stop
from generator.compose.setting import in_chapters, layout
from generator.compose.speaker import Speaker
from generator.compose.spots import Spot, Stand
from generator.compose.whole import whole
from generator.facts.model import Shortcoming
from generator.patterns import late
from generator.report import Blank, Block, Inlines, Move, Point, Section, plain, sliced
from generator.template.model import Division, Feeding, Layout

_STOPS = late("[。；！？]")
_LONG = 40
"""Characters of what shows from which its cause takes a sentence of its own."""
_SAYS_WHY = late(r"(?:这)?(?:主要|一个重要|根本|究其)?(?:原因|是因为|是由于|根源|根子|在于)|主要是")
_BECAUSE = late("由于|因为")


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: ``title`` where it has one, what it ``shows`` besides, its ``cause``. ``apart``: why it is so stands in a sentence of its own;
    ``added``: the title is the topic, which is said only as a title."""

    item: Shortcoming
    title: Inlines
    shows: Inlines
    cause: Inlines
    apart: bool = False
    added: bool = False

    @property
    def says_why(self) -> bool:
        """Whether the clerk's cause says of itself that it is one."""
        return _SAYS_WHY.match(plain(self.cause)) is not None

    @property
    def is_open(self) -> bool:
        """Whether the clerk has not said how it shows."""
        return all(isinstance(i, Blank) for i in self.shows) and not self.title

    @property
    def characters(self) -> int:
        return count_characters(plain(self.title + self.shows + self.cause))


def problems(items: Sequence[Shortcoming], table: Completions) -> tuple[Problem, ...]:
    """``items`` without titles, their notes made whole; causes stand apart in all where one must."""
    found = [Problem(s, (), strip_stop(whole(s.shows, Use.PROBLEM, table)), strip_stop(s.cause)) for s in items]
    apart = any(p.cause and (_STOPS.search(plain(p.shows)) or len(plain(p.shows)) > _LONG) for p in found)
    return tuple(replace(p, apart=apart) for p in found)


def titled(given: Sequence[Problem]) -> tuple[Problem, ...]:
    """``given`` with the first clause of each as its title; none where one of them cannot have it: titles are parallel or not at all."""
    found = [_titled(p) for p in given]
    return tuple(p for p in found if p) if len(found) > 1 and all(found) else ()


def _titled(problem: Problem) -> Problem | None:
    text = plain(problem.shows)
    at, first = next(clauses(text), (0, ""))
    end = at + len(first)
    rest = sliced(problem.shows, end + 1, len(text))
    if not names_weakness(first) or not (rest or problem.cause):
        return None
    return replace(problem, title=sliced(problem.shows, at, end), shows=rest)


@dataclass(frozen=True)
class Shortcomings:
    """Writes the problems of one draft: ``chooser`` leads in to causes, ``places`` says what each path is called, ``speaker`` owns up to them."""

    chooser: Chooser
    places: Mapping[str, str]
    speaker: Speaker

    def written(self, items: Sequence[Shortcoming], feeding: Feeding, part: Section, glue: Glue) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """``items`` in chapters under the titles that their own words make, where the 文种 wants them and they say enough; else as points."""
        plainly = problems(items, self.chooser.bank.completions)
        found = titled(plainly) or self._named(plainly, feeding) or plainly
        bodies = [self._body(p, glue) for p in found]
        lengths = [count_characters(plain(p.title + body)) for p, body in zip(found, bodies, strict=True)]
        if all(p.title for p in found) and in_chapters(feeding.division, lengths):
            return (), tuple(_chapter(n, p, body, feeding, part, glue) for n, (p, body) in enumerate(zip(found, bodies, strict=True), 1))
        joined = [_joined(p, body, glue) for p, body in zip(found, bodies, strict=True)]
        return tuple(_points(joined, layout(feeding.layout, lengths), feeding, glue)), ()

    def _named(self, given: Sequence[Problem], feeding: Feeding) -> tuple[Problem, ...]:
        """``given`` under the names of their topics, said to be weak, where the 文种 wants titles and every problem has a topic of its own."""
        topics = {p.item.topic for p in given if p.item.topic and not p.is_open}
        if feeding.division is Division.POINTS or len(given) < 2 or len(topics) < len(given):
            return ()
        found = tuple(replace(p, title=self._weak(p.item), added=True) for p in given)
        return found if all(p.title for p in found) else ()

    def _weak(self, item: Shortcoming) -> Inlines:
        spot = Spot(self.places[item.path], Stand.TITLE)
        pool = Pool(spot, (Kind.LEAD,), Move.PROBLEM, "问题标题", item.topic)
        return self.chooser.draw_from(pool, {"事项": name_of(item)})

    def _body(self, problem: Problem, glue: Glue) -> Inlines:
        """How the problem shows besides its title, then why: in the same sentence where that is short, else in one of its own."""
        lead: Inlines = (*name_of(problem.item), glue("方面，")) if problem.is_open and problem.item.topic else ()
        shows = lead + problem.shows
        self.chooser.note(plain(problem.shows if problem.added else problem.title + problem.shows))
        if not problem.cause:
            return shows
        why = (*self._link(problem, glue), *self.speaker.blamed(plain(problem.cause)), *problem.cause)
        return (*shows, glue("。" if problem.apart else "，"), *why) if shows else why

    def _link(self, problem: Problem, glue: Glue) -> Inlines:
        """What leads in to the cause; nothing where the clerk's words do."""
        if problem.says_why:
            return ()
        if _BECAUSE.match(plain(problem.cause)):
            return (glue("主要是"),)
        spot = Spot(self.places[problem.item.path], Stand.CAUSE)
        return self.chooser.draw_from(Pool(spot, (Kind.TRANSITION,), Move.CAUSE, "原因引语")) or (glue("主要原因是"),)


def _chapter(n: int, problem: Problem, body: Inlines, feeding: Feeding, part: Section, glue: Glue) -> Section:
    run_in = feeding.division is Division.RUN_IN_HEADED
    said = paragraphs((*body, glue("。")), Move.PROBLEM)
    return Section(2, section_number(2, n), problem.title, part.roles, said, run_in=run_in, topic=problem.item.topic)


def _joined(problem: Problem, body: Inlines, glue: Glue) -> Inlines:
    """A title as the first clause of what it heads; one that says the topic is left out."""
    return (*problem.title, glue("，"), *body) if problem.title and not problem.added else body


def _points(bodies: Sequence[Inlines], set_in: Layout, feeding: Feeding, glue: Glue) -> Iterator[Point]:
    run_in = set_in is Layout.RUN_IN
    light = run_in and not any(_STOPS.search(plain(b)) for b in bodies)
    for n, (label, body) in enumerate(zip(chain(feeding.ordinals, len(bodies)), bodies, strict=True), 1):
        stop = "；" if light and n < len(bodies) else "。"
        yield Point((glue(label),) if label else (), (), (*body, glue(stop)), run_in, Move.PROBLEM)

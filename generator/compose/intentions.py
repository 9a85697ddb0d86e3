"""Plans: in chapters under headings, or as points under a heading sentence each or bare, by what they say; a plan that gives a topic alone says no
more than the topic, and that what is done under it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.chinese.naming import says_what_is_done
from generator.chinese.numerals import chain
from generator.chinese.punctuation import count_characters
from generator.chinese.verbs import opens_timed
from generator.compose.bodies import Body
from generator.compose.chapters import chapter, head_of, name_of, paragraphs
from generator.compose.frames import WORKS, frames_of
from generator.compose.going_on import going_on
from generator.compose.headings import headings
from generator.compose.joining import Glue, listed, strip_stop
from generator.compose.matter import Matter
from generator.compose.points import Points
from generator.compose.pools import framed
from generator.compose.setting import in_chapters, layout
from generator.compose.speaker import Speaker
from generator.compose.spots import Spot, Stand
from generator.facts.model import Intention, Practice
from generator.report import Block, Inlines, Move, Paragraph, Point, Section, plain
from generator.template.model import Feeding, Layout

_BESIDES = "同时，"
"""What opens the plans that give topics alone where the lead of the part does not name them: a numbered point of each would be a stub."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan as the clerk gave it, and as it is laid out."""

    item: Intention
    body: Body

    @property
    def topic_alone(self) -> bool:
        return not (self.item.measures or self.item.heading or self.body.answer)

    @property
    def characters(self) -> int:
        """What it says without any formula."""
        said = (plain(s.inlines) for sentence in self.body.sentences for s in sentence)
        return sum(map(count_characters, said)) + count_characters(plain(self.body.answer + self.body.solves))


@dataclass(frozen=True, slots=True)
class Parted:
    """The plans of a draft: those that are told, each with what is said of one that gives a topic alone; those that say no more than their topics,
    whose ``names`` the lead of the part takes up: a numbered point of each would be a stub."""

    told: tuple[tuple[_Plan, Inlines], ...]
    names: Inlines = ()


@dataclass(frozen=True)
class Intentions:
    """Writes the plans of one draft: ``items`` as the clerk gave them beside the ``practices``, ``matter`` as they are laid out."""

    items: Sequence[Intention]
    practices: Sequence[Practice]
    matter: Matter
    points: Points
    speaker: Speaker

    def parted(self, feeding: Feeding, glue: Glue) -> Parted:
        """The plans, those of a topic alone apart unless they stand in chapters or nothing else is planned."""
        plans = [_Plan(item, body) for item, body in zip(self.items, self.matter.plans, strict=True)]
        if _fill_chapters(plans, feeding):
            return Parted(tuple((plan, ()) for plan in plans))
        said = [(plan, self._of_topic(plan, glue) if plan.topic_alone else ()) for plan in plans]
        told = tuple((plan, more) for plan, more in said if more or not plan.topic_alone)
        aside = tuple(plan for plan, more in said if plan.topic_alone and not more)
        return Parted(told, self._topic_alone(aside, glue) if aside else ()) if told else Parted(tuple(said))

    def written(self, parted: Parted, intro: Inlines, feeding: Feeding, part: Section, glue: Glue) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The plans in chapters where the 文种 wants them and every one says enough to fill one; else as points, with those apart behind them that
        the ``intro`` does not name."""
        if _fill_chapters([plan for plan, _ in parted.told], feeding):
            return (), tuple(self._chapters([plan for plan, _ in parted.told], feeding, part, glue))
        points = tuple(self._points(parted.told, feeding, glue))
        if not parted.names or plain(parted.names) in plain(intro):
            return points, ()
        return (*points, Paragraph((glue(_BESIDES), *parted.names, glue("。")), Move.PLAN)), ()

    def _chapters(self, plans: Sequence[_Plan], feeding: Feeding, part: Section, glue: Glue) -> Iterator[Section]:
        for n, (plan, title) in enumerate(zip(plans, self._titles(plans), strict=True), 1):
            yield chapter(n, plan.item, title, part, feeding, paragraphs(self._body(plan, glue, headed=True), Move.PLAN))

    def _points(self, told: Sequence[tuple[_Plan, Inlines]], feeding: Feeding, glue: Glue) -> Iterator[Point]:
        """Plans as points: under a heading sentence each where they are headed, bare where not."""
        plans = [plan for plan, _ in told]
        titles = self._titles(plans) if _headed(plans) else [()] * len(plans)
        leads = [self._lead(plan, title, glue) for plan, title in zip(plans, titles, strict=True)]
        bodies = [more or self._body(plan, glue, headed=bool(lead)) for (plan, more), lead in zip(told, leads, strict=True)]
        said = list(zip(chain(feeding.ordinals, len(plans)), leads, bodies, strict=True))
        run_in = not any(titles) and layout(feeding.layout, (count_characters(plain(lead + body)) for _, lead, body in said)) is Layout.RUN_IN
        for label, lead, body in said:
            yield Point((glue(_fitted(label, plain(lead + body))),) if label else (), lead, body, run_in, Move.PLAN)

    def _of_topic(self, plan: _Plan, glue: Glue) -> Inlines:
        """What is said of a plan that gives a topic alone: formula that the report bears out, else what is done under the topic and goes on."""
        more = going_on(plan.item, self.practices, glue)
        return self.points.body(plan.body, glue) or ((*more, glue("。")) if more else ())

    def _body(self, plan: _Plan, glue: Glue, *, headed: bool) -> Inlines:
        """What a plan says under its head, if it has one; 我将 in it where it is ``headed``: the lead of the part says it for bare ones."""
        body = self.points.verbed(plan.body)
        subject = self.speaker.will(plain(body.sentences[0][0].inlines), glue) if headed and body.sentences else ()
        said = self.points.body(body, glue, subject)
        self.points.chooser.note(plan.body.text)
        return said

    def _lead(self, plan: _Plan, title: Inlines, glue: Glue) -> Inlines:
        """The heading sentence of a point: its title, the topic where that is all that there is, nothing where the clerk gives measures alone."""
        said = strip_stop(title) or (self._topic_alone([plan], glue) if plan.topic_alone else ())
        return (*said, glue("。")) if said else ()

    def _topic_alone(self, plans: Sequence[_Plan], glue: Glue) -> Inlines:
        """The topics of ``plans`` with a verb that promises nothing."""
        items = [p.item for p in plans]
        names = listed(map(name_of, items), glue)
        if any(says_what_is_done(i.topic) for i in items):
            return names
        pools = frames_of(plain(names))
        neutral = pools if plain(names).endswith("工作") else pools[1:] or (WORKS,)
        return framed(Spot(self.points.places[items[0].path], Stand.HEAD), names, neutral, self.points.chooser)

    def _titles(self, plans: Sequence[_Plan]) -> list[Inlines]:
        """Headings of the plans, parallel; none for those of which nothing is known."""
        said = [p.item for p in plans if _named(p)]
        heads = [head_of(i, self.points.places[i.path], [(plain(m), plain(m)) for m in i.measures], self.matter.reader) for i in said]
        found = dict(zip((i.path for i in said), headings(heads, Move.PLAN, self.points.chooser), strict=True))
        return [found.get(p.item.path, ()) for p in plans]


def _fitted(label: str, text: str) -> str:
    """``label`` without the 要 that no time stands behind: 四是下半年完成…"""
    return label.removesuffix("要") if opens_timed(text) else label


def _fill_chapters(plans: Sequence[_Plan], feeding: Feeding) -> bool:
    """Whether the plans stand in chapters: the 文种 wants them, and every one has a head and says enough to fill one."""
    return all(map(_named, plans)) and in_chapters(feeding.division, (p.characters for p in plans))


def _named(plan: _Plan) -> bool:
    return bool(plan.item.topic or plan.item.heading)


def _headed(plans: Sequence[_Plan]) -> bool:
    """Whether points stand under heading sentences: the clerk gave one, or every plan has a topic, which is said nowhere else."""
    return any(p.item.heading for p in plans) or all(map(_named, plans))

"""Plans: in chapters under headings, or as points under a heading sentence each or bare, by what they say; a plan that gives a topic alone says no
more than the topic, and that what is done under it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.bank.phrase import Kind
from generator.chinese.numerals import chain
from generator.chinese.punctuation import count_characters
from generator.chinese.verbs import is_verbal_head
from generator.compose.bodies import Body
from generator.compose.chapters import chapter, head_of, name_of, paragraphs
from generator.compose.going_on import going_on
from generator.compose.headings import headings
from generator.compose.joining import Glue, listed, strip_stop
from generator.compose.matter import Matter
from generator.compose.points import Points
from generator.compose.pools import Pool, drawn
from generator.compose.setting import in_chapters, layout
from generator.compose.speaker import Speaker
from generator.compose.spots import Spot, Stand
from generator.facts.model import Intention, Practice
from generator.report import Block, Inlines, Move, Point, Section, plain
from generator.template.model import Feeding, Layout

_TOPIC_ALONE = "只有主题"
"""The pool of what is set around a topic that is all that a plan gives: a neutral verb."""
_BESIDES = "同时，"
"""What opens the plans that give topics alone: a numbered point of each would be a stub."""


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
        return sum(map(count_characters, said)) + count_characters(plain(self.body.answer))


@dataclass(frozen=True)
class Intentions:
    """Writes the plans of one draft: ``items`` as the clerk gave them beside the ``practices``, ``matter`` as they are laid out."""

    items: Sequence[Intention]
    practices: Sequence[Practice]
    matter: Matter
    points: Points
    speaker: Speaker

    def written(self, feeding: Feeding, part: Section, glue: Glue) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The plans in chapters where the 文种 wants them and every one says enough to fill one; else as points."""
        plans = [_Plan(item, body) for item, body in zip(self.items, self.matter.plans, strict=True)]
        if all(_named(p) for p in plans) and in_chapters(feeding.division, (p.characters for p in plans)):
            return (), tuple(self._chapters(plans, feeding, part, glue))
        return tuple(self._points(plans, feeding, glue)), ()

    def _chapters(self, plans: Sequence[_Plan], feeding: Feeding, part: Section, glue: Glue) -> Iterator[Section]:
        for n, (plan, title) in enumerate(zip(plans, self._titles(plans), strict=True), 1):
            yield chapter(n, plan.item, title, part, feeding, paragraphs(self._body(plan, glue, headed=True), Move.PLAN))

    def _points(self, plans: Sequence[_Plan], feeding: Feeding, glue: Glue) -> Iterator[Point]:
        """Plans as points: under a heading sentence each where they are headed, bare where not; those that say no more than a topic together."""
        alone = {plan.body.where: self.points.body(plan.body, glue) for plan in plans if plan.topic_alone}
        besides = [plan for plan in plans if plan.topic_alone and not alone[plan.body.where]]
        told = [plan for plan in plans if plan not in besides] or plans
        titles = self._titles(told) if _headed(told) else [()] * len(told)
        leads = [self._lead(plan, title, glue) for plan, title in zip(told, titles, strict=True)]
        bodies = [alone.get(plan.body.where) or self._body(plan, glue, headed=bool(lead)) for plan, lead in zip(told, leads, strict=True)]
        said = list(zip(chain(feeding.ordinals, len(told)), leads, bodies, strict=True))
        if len(told) < len(plans):
            said.append(("", *self._besides(besides, glue)))
        run_in = not any(titles) and layout(feeding.layout, (count_characters(plain(lead + body)) for _, lead, body in said)) is Layout.RUN_IN
        for label, lead, body in said:
            yield Point((glue(label),) if label else (), lead, body, run_in, Move.PLAN)

    def _besides(self, plans: Sequence[_Plan], glue: Glue) -> tuple[Inlines, Inlines]:
        """The topics of ``plans`` that say no more, as a heading sentence, and what goes on under a single one."""
        more = going_on(plans[0].item, self.practices, glue) if len(plans) == 1 else ()
        lead = (glue(_BESIDES), *self._topic_alone(plans, glue), glue("，" if more else "。"))
        return lead, (*more, glue("。")) if more else ()

    def _body(self, plan: _Plan, glue: Glue, *, headed: bool) -> Inlines:
        """What a plan says under its head, if it has one; 我将 in it where it is ``headed``: the lead of the part says it for bare ones."""
        subject = self.speaker.will(plain(plan.body.sentences[0][0].inlines), glue) if headed and plan.body.sentences else ()
        said = self.points.body(plan.body, glue, subject)
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
        if any(is_verbal_head(i.topic) for i in items):
            return names
        pool = Pool(
            Spot(self.points.places[items[0].path], Stand.HEAD), (Kind.LEAD,), Move.PLAN, _TOPIC_ALONE, items[0].topic if len(items) == 1 else ""
        )
        return drawn(pool, self.points.chooser, {"事项": names}) or names

    def _titles(self, plans: Sequence[_Plan]) -> list[Inlines]:
        """Headings of the plans, parallel; none for those of which nothing is known."""
        said = [p.item for p in plans if _named(p)]
        heads = [head_of(i, self.points.places[i.path], [(plain(m), plain(m)) for m in i.measures], self.matter.reader) for i in said]
        found = dict(zip((i.path for i in said), headings(heads, Move.PLAN, self.points.chooser), strict=True))
        return [found.get(p.item.path, ()) for p in plans]


def _named(plan: _Plan) -> bool:
    return bool(plan.item.topic or plan.item.heading)


def _headed(plans: Sequence[_Plan]) -> bool:
    """Whether points stand under heading sentences: the clerk gave one, or every plan has a topic, which is said nowhere else."""
    return any(p.item.heading for p in plans) or all(map(_named, plans))

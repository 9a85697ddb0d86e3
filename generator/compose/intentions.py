"""Plans: in chapters under headings, or as points under a heading sentence each or bare, by what they say; a plan that gives a topic alone says no
more than the topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.bank.phrase import Kind
from generator.chinese.numerals import chain
from generator.chinese.punctuation import count_characters
from generator.chinese.verbs import is_verbal_head
from generator.compose.bodies import Body
from generator.compose.chapters import chapter, head_of, missing, name_of, paragraphs
from generator.compose.choose import Pool
from generator.compose.headings import headings
from generator.compose.joining import Glue, strip_stop
from generator.compose.matter import Matter
from generator.compose.points import Points
from generator.compose.setting import UNDER_HEAD, in_chapters, layout
from generator.compose.speaker import Speaker
from generator.compose.spots import Spot, Stand
from generator.facts.model import Intention
from generator.report import Block, Inlines, Move, Point, Section, plain
from generator.template.model import Feeding, Layout

_TOPIC_ALONE = "只有主题"
"""The pool of what is set around a topic that is all that a plan gives: a neutral verb."""


@dataclass(frozen=True)
class Intentions:
    """Writes the plans of one draft: ``items`` as the clerk gave them, ``matter`` as they are laid out."""

    items: Sequence[Intention]
    matter: Matter
    points: Points
    speaker: Speaker

    def written(self, feeding: Feeding, part: Section, glue: Glue) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The plans in chapters where the 文种 wants them and every one says enough to fill one; else as points."""
        if self._all_named() and in_chapters(feeding.division, map(self._characters, self.matter.plans)):
            return (), tuple(self._chapters(feeding, part, glue))
        return tuple(self._points(feeding, glue)), ()

    def _chapters(self, feeding: Feeding, part: Section, glue: Glue) -> Iterator[Section]:
        titles = self._titles()
        for n, (item, plan, title) in enumerate(zip(self.items, self.matter.plans, titles, strict=True), 1):
            yield chapter(n, item, title, part, feeding, paragraphs(self._body(plan, glue, self._will(plan, glue)), Move.PLAN))

    def _points(self, feeding: Feeding, glue: Glue) -> Iterator[Point]:
        """Plans as points: under a heading sentence each where they are headed, bare where not."""
        titles = self._titles() if self._headed() else [()] * len(self.items)
        leads = [self._lead(item, title, glue) for item, title in zip(self.items, titles, strict=True)]
        bodies = [self._body(plan, glue, self._will(plan, glue) if lead else ()) for plan, lead in zip(self.matter.plans, leads, strict=True)]
        lengths = (count_characters(plain(lead + body)) for lead, body in zip(leads, bodies, strict=True))
        run_in = layout(feeding.layout, lengths) is Layout.RUN_IN
        for label, lead, body in zip(chain(feeding.ordinals, len(bodies)), leads, bodies, strict=True):
            yield Point((glue(label),) if label else (), lead, body, run_in, Move.PLAN)

    def _will(self, plan: Body, glue: Glue) -> Inlines:
        """The reporter's own 我将, in a plan under a head: the lead of the part says it for bare ones."""
        return self.speaker.will(plain(plan.sentences[0][0].inlines), glue) if plan.sentences else ()

    def _body(self, plan: Body, glue: Glue, subject: Inlines = ()) -> Inlines:
        body = self.points.body(plan, glue, subject)
        self.points.chooser.note(plan.text)
        return body

    def _lead(self, item: Intention, title: Inlines, glue: Glue) -> Inlines:
        """The heading sentence of a point: its title, the topic where that is all that the clerk gives, nothing where he gives measures alone."""
        said = strip_stop(title) or (() if item.measures else self._topic_alone(item))
        return (*said, glue("。")) if said else ()

    def _topic_alone(self, item: Intention) -> Inlines:
        """A topic with a verb that promises nothing; a blank where there is no topic either."""
        name = name_of(item)
        if not name:
            return (missing(item.path, "举措", item.line),)
        if is_verbal_head(item.topic):
            return name
        pool = Pool(Spot(self.points.places[item.path], Stand.HEAD), (Kind.LEAD,), Move.PLAN, _TOPIC_ALONE, item.topic)
        return self.points.chooser.draw_from(pool, {"事项": name}) or name

    def _titles(self) -> list[Inlines]:
        """Headings of the plans that give measures, parallel; the others keep their topic's own words."""
        reader = self.matter.reader
        said = [i for i in self.items if i.measures or i.heading]
        heads = [head_of(i, self.points.places[i.path], [(plain(m), plain(m)) for m in i.measures], reader) for i in said]
        found = dict(zip((i.path for i in said), headings(heads, Move.PLAN, self.points.chooser), strict=True))
        return [found.get(i.path, ()) for i in self.items]

    def _headed(self) -> bool:
        """Whether points stand under heading sentences: the clerk gave one, or every plan has a topic and says enough behind it."""
        fills = (not i.measures or self._characters(p) >= UNDER_HEAD for i, p in zip(self.items, self.matter.plans, strict=True))
        return any(i.heading for i in self.items) or (self._all_named() and any(i.measures for i in self.items) and all(fills))

    def _all_named(self) -> bool:
        return all(i.topic or i.heading for i in self.items)

    def _characters(self, plan: Body) -> int:
        """What a plan says without any formula."""
        said = (plain(s.inlines) for sentence in plan.sentences for s in sentence)
        return sum(map(count_characters, said)) + count_characters(plain(plan.answer))

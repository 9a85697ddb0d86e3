"""Plans: in chapters under headings, or as points under a heading sentence each or bare, by what they say; a plan that gives a topic alone is a
heading, and says that what is done under it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.phrase import Kind, Phrase
from generator.chinese.numerals import chain
from generator.chinese.punctuation import count_characters
from generator.chinese.verbs import opens_clause, opens_timed
from generator.compose.bodies import Body
from generator.compose.chapters import chapter, head_of, name_of, paragraphs
from generator.compose.choose import expand
from generator.compose.going_on import going_on
from generator.compose.headings import headings
from generator.compose.heads import Head
from generator.compose.matter import Matter
from generator.compose.points import Points
from generator.compose.setting import in_chapters, layout
from generator.compose.speaker import Speaker
from generator.compose.spots import Spot, Stand
from generator.compose.statements import Glue, strip_stop
from generator.facts.model import Intention, Item, Practice
from generator.report import Block, Inlines, Move, Point, Section, echoed, plain
from generator.template.model import Feeding, Layout

_FURTHER = "打算怎样"
"""The pool of what says, before the head of a plan, that it takes further what was done: each asks for the verbs that it may stand before."""
_REASONS = ("为", "针对")
"""How a plan opens that says first what it is for."""
_WORK = "工作"
"""What stands behind a name that no verb is known for (做好应急工作)."""
_VERB = 2
"""Characters of the verb that a heading begins with."""


class _Plan(Struct, frozen=True):
    """A plan as the clerk gave it, and as it is laid out."""

    item: Intention
    body: Body

    @property
    def topic_alone(self) -> bool:
        return not (self.item.measures or self.item.heading or self.body.answer or self.body.mending)

    @property
    def characters(self) -> int:
        """What it says without any formula."""
        said = (plain(s.inlines) for sentence in self.body.sentences for s in sentence)
        mended = self.body.mending.remedy.thing if self.body.mending else ()
        return sum(map(count_characters, said)) + count_characters(plain(self.body.answer + self.body.solves + mended))


class Intentions(Struct, frozen=True):
    """Writes the plans of one draft: ``items`` as the clerk gave them beside the ``practices``, ``matter`` as they are laid out."""

    items: Sequence[Intention]
    practices: Sequence[Practice]
    matter: Matter
    points: Points
    speaker: Speaker

    def written(self, feeding: Feeding, part: Section, glue: Glue) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """The plans in chapters where the 文种 wants them and every one says enough to fill one; else as points."""
        plans = [_Plan(item, body) for item, body in zip(self.items, self.matter.plans, strict=True)]
        if _fill_chapters(plans, feeding):
            return (), tuple(self._chapters(plans, feeding, part, glue))
        return tuple(self._points(plans, feeding, glue)), ()

    def _chapters(self, plans: Sequence[_Plan], feeding: Feeding, part: Section, glue: Glue) -> Iterator[Section]:
        titles = self._titles(plans)
        for n, plan in enumerate(plans, 1):
            yield chapter(n, plan.item, titles.get(plan.item.path, ()), part, feeding, paragraphs(self._body(plan, glue, headed=True), Move.PLAN))

    def _points(self, plans: Sequence[_Plan], feeding: Feeding, glue: Glue) -> Iterator[Point]:
        """Plans as points: under a heading sentence each where they are headed, bare where not, but for those that give a topic alone."""
        headed = _headed(plans)
        found = self._taken_further(self._titles([p for p in plans if headed or p.topic_alone]), plans)
        titles = [strip_stop(found.get(plan.item.path, ())) for plan in plans]
        bodies = [
            self._of_topic(plan, glue) if plan.topic_alone else self._body(plan, glue, headed=bool(title))
            for plan, title in zip(plans, titles, strict=True)
        ]
        titles, bodies = _mending_told(plans, titles, bodies, glue)
        leads, bodies = _without_bare(*_headed_by(titles, bodies, glue), glue)
        labels = _fitted(chain(feeding.ordinals, len(leads)), [plain(lead + body) for lead, body in zip(leads, bodies, strict=True)])
        said = list(zip(labels, leads, bodies, strict=True))
        run_in = not headed and layout(feeding.layout, (plain(lead + body) for _, lead, body in said)) is Layout.RUN_IN
        for label, lead, body in said:
            yield Point((glue(label),) if label else (), lead, body, run_in, Move.PLAN)

    def _of_topic(self, plan: _Plan, glue: Glue) -> Inlines:
        """What is said under the heading of a plan that gives a topic alone: what is done and goes on. General wording of how, and headings of two
        halves, are struck by readers: a bare line is thin, but the unit's own."""
        more = going_on(plan.item, self.practices, glue, self._headed)
        return (*more, glue("。")) if more else ()

    def _headed(self, item: Item) -> Inlines:
        """The head of a point of what was done, said again: with the verb that it was given there, and no 工作 behind it, which one list has once."""
        chooser, spot, name = self.points.chooser, Spot(self.points.places[item.path], Stand.HEAD), echoed(strip_stop(item.matter))
        phrase = next((c.phrase for c in chooser.said.choices if c.spot == spot), "")
        if not phrase:
            return name
        head = expand(chooser.bank.phrases[phrase], {**chooser.values, "事项": name})
        return head[:-1] if len(head) > len(name) + 1 and head[-1].text == _WORK else head

    def _taken_further(self, titles: Mapping[str, Inlines], plans: Sequence[_Plan]) -> Mapping[str, Inlines]:
        """``titles``, each behind a word of its own that says the plan takes further what was done (持续规范案件办理), so that a plan is no head of
        做法 over again; as they are where one takes none. What the clerk heads, or two halves, stay as they are."""
        chooser, before, found = self.points.chooser, self.points.chooser.said, dict(titles)
        bare = {p.item.path: plain(titles[p.item.path]) for p in plans if p.item.path in titles and not p.item.heading}
        takes = {path: self._further(path, head) for path, head in bare.items() if "，" not in head}
        for path in sorted(takes, key=lambda path: (len(takes[path]), path)):
            free = [p for p in takes[path] if p.id not in chooser.said.phrases and not chooser.said.wears_out(p.text)]
            if not free:
                chooser.said = before
                return titles
            asked = {p.id: sum(p in words for words in takes.values()) for p in free}
            chosen = min(free, key=lambda p: (asked[p.id], chooser.noise("further", path, p.id)))
            found[path] = (*chooser.print(Spot(self.points.places[path], Stand.MANNER), chosen.id, chooser.values), *titles[path])
        return found

    def _further(self, path: str, head: str) -> tuple[Phrase, ...]:
        """The words that may stand before ``head``: that which is kept there, if one is."""
        chooser, spot = self.points.chooser, Spot(self.points.places[path], Stand.MANNER)
        if (kept := chooser.kept.get(spot)) and kept.phrase:
            return (chooser.bank.phrases[kept.phrase],)
        pool = chooser.bank.pool(Kind.TRANSITION, Move.PLAN, _FURTHER)
        verbs = {p: tuple(verb for group in p.licence for verb in group) for p in pool}
        fit = (p for p in pool if head.startswith(verbs[p]) and set(p.text).isdisjoint(head[:_VERB]))  # 切实落实 says 实 twice
        return tuple(p for p in fit if chooser.may_be_said(p, spot, chooser.values))

    def _body(self, plan: _Plan, glue: Glue, *, headed: bool) -> Inlines:
        """What a plan says under its head, if it has one; 我将 in it where it is ``headed``: the lead of the part says it for bare ones."""
        plan_body = plan.body if plan.body.sentences else replace(plan.body, answer=plan.body.answer or self.points.mending(plan.body), mending=None)
        topic = () if plan_body.answer else name_of(plan.item)  # what it answers says already what it is about
        body = self.points.verbed(plan_body) if headed else self.points.under_topic(plan_body, topic, glue)
        if plan.item.topic and body.answer and not (headed or body.sentences):
            body = replace(body, answer=(*self.points.headed(name_of(plan.item), plan.body), glue("，"), *plan_body.answer))
        subject = self.speaker.will(plain(body.sentences[0][0].inlines), glue) if headed and body.sentences else ()
        said = self.points.body(body, glue, subject)
        self.points.chooser.note(plan.body.text)
        return said

    def _titles(self, plans: Sequence[_Plan]) -> Mapping[str, Inlines]:
        """Headings of those of ``plans`` of which something is known, parallel, by the plan's path."""
        said = [p.item for p in plans if _named(p)]
        return dict(zip((i.path for i in said), headings([*map(self._head, said)], Move.PLAN, self.points.chooser), strict=True))

    def _head(self, plan: Intention) -> Head:
        return head_of(plan, self.points.places[plan.path], [(plain(m), plain(m)) for m in plan.measures], self.matter.reader)


def _mending_told(plans: Sequence[_Plan], titles: Sequence[Inlines], bodies: Sequence[Inlines], glue: Glue) -> tuple[list[Inlines], list[Inlines]]:
    """Heads of plans and what stands under each; where that is no more than what mends a problem, it goes on from the head."""
    told: list[tuple[Inlines, Inlines]] = []
    for plan, title, body in zip(plans, titles, bodies, strict=True):
        goes_on = title and body and plan.body.mending and not plan.body.sentences
        told.append(((), (*title, glue("，"), *body)) if goes_on else (title, body))
    return [title for title, _ in told], [body for _, body in told]


def _headed_by(titles: Sequence[Inlines], bodies: Sequence[Inlines], glue: Glue) -> tuple[list[Inlines], list[Inlines]]:
    """The heading sentence of each plan and what stands under it; in the sentence that it opens where every plan is one half and then an act: such a
    head is a stub by itself (持续加强宣传教育，对企业主要负责人全员轮训)."""
    if all(_runs_on(plain(title), plain(body)) for title, body in zip(titles, bodies, strict=True)):
        return [()] * len(titles), [(*title, glue("，"), *body) if title and body else body for title, body in zip(titles, bodies, strict=True)]
    return [(*title, glue("。")) if title else () for title in titles], [*bodies]


def _without_bare(leads: Sequence[Inlines], bodies: Sequence[Inlines], glue: Glue) -> tuple[list[Inlines], list[Inlines]]:
    """Heads of plans and what stands under each; a head over nothing is one with the head of the next where it comes first. Elsewhere it stands by
    itself, thin as it is: told behind another plan, readers took it for a part of that."""
    found: list[tuple[Inlines, Inlines]] = []
    for lead, body in zip(leads, bodies, strict=True):
        if len(found) == 1 and lead and not found[-1][1] and "，" not in plain(found[-1][0] + lead):
            found[-1] = ((*strip_stop(found[-1][0]), glue("，"), *lead), body)
        else:
            found.append((lead, body))
    return [lead for lead, _ in found], [body for _, body in found]


def _runs_on(title: str, body: str) -> bool:
    """Whether ``body`` can go on from ``title``: one that is a half alone, and nothing but a further act of the same doer behind it."""
    return not title or ("，" not in title and opens_clause(body) and not opens_timed(body))


def _fitted(labels: Sequence[str], texts: Iterable[str]) -> list[str]:
    """``labels``, without the 要 that goes before a verb alone where one of ``texts`` opens with another word: 四是下半年完成…, 一是为解决…"""
    fit = all(opens_clause(text) and not (opens_timed(text) or text.startswith(_REASONS)) for text in texts)
    return [label if fit else label.removesuffix("要") for label in labels]


def _fill_chapters(plans: Sequence[_Plan], feeding: Feeding) -> bool:
    """Whether the plans stand in chapters: the 文种 wants them, and every one has a head and says enough to fill one."""
    return all(map(_named, plans)) and in_chapters(feeding.division, (p.characters for p in plans))


def _named(plan: _Plan) -> bool:
    return bool(plan.item.topic or plan.item.heading)


def _headed(plans: Sequence[_Plan]) -> bool:
    """Whether points stand under heading sentences: the clerk gave one, or every plan has a topic, which is said nowhere else."""
    return any(p.item.heading for p in plans) or all(map(_named, plans))

"""The draft, part by part: headings, points and paragraphs in the manner of the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.bank.phrase import Kind
from generator.chinese.forms import Use
from generator.chinese.numerals import chain, section_number
from generator.compose.bodies import Body, heads
from generator.compose.choose import Chooser, Pool
from generator.compose.headings import Head, headings
from generator.compose.joining import Glue, strip_stop
from generator.compose.ledger import annexes
from generator.compose.matter import BlockMatter, Matter
from generator.compose.passages import passage
from generator.compose.points import Points
from generator.compose.spots import Spot, Stand
from generator.compose.whole import whole
from generator.facts.model import Facts, Intention, Practice, Shortcoming
from generator.fit.gist import Gist, Reader
from generator.problems import Place
from generator.report import Blank, Block, Inlines, Move, Origin, OriginKind, Paragraph, Point, Report, Section, Text, broken, plain
from generator.template.model import Division, Feed, Feeding, Layout, Part, Template

_STOPS = "。；！？"
_LONG_PROBLEM = 40
_CHAPTER = 24
"""Characters of the clerk's that a plan must have to fill a chapter under a heading of its own: two clauses."""


class Writer:
    """Writes one draft: ``spots`` says where formula is added, ``chooser`` says which, ``places`` what each path is called."""

    def __init__(self, facts: Facts, template: Template, chooser: Chooser, spots: frozenset[Spot], places: Mapping[str, str], matter: Matter) -> None:
        self.matter = matter
        self.facts = facts
        self.template = template
        self.chooser = chooser
        self.places = places
        self.points = Points(chooser, spots, places, tuple(map(plain, facts.themes)))

    def report(self) -> Report:
        facts = self.facts
        title = facts.title or self._passage("标题")
        lead = self._own(facts.lead) if facts.lead else self._passage("导语")
        self.chooser.note(plain(lead))
        sections = tuple(self._part(n, part) for n, part in enumerate(self.template.parts, 1))
        closing = self._own(facts.closing) if facts.closing else self._passage("结语")
        return Report(
            title=title,
            addressee=_with_colon(facts.addressee, self._glue(self.template.place)),
            lead=_paragraphs(lead, Move.LEAD),
            sections=sections,
            closing=_paragraphs(closing, Move.CLOSING),
            attachments=facts.attachments,
            signature=facts.signature or self._passage("落款"),
            date=facts.date,
            name=facts.name,
            masthead=facts.masthead,
            imprint=facts.imprint,
            sealed=facts.sealed,
            annexes=annexes(facts, self._glue(self.template.place)),
        )

    # --- parts ----------------------------------------------------------------------------------------------------------------------

    def _part(self, n: int, part: Part) -> Section:
        """One part: what each of its lists makes, one after another."""
        glue = self._glue(part.place)
        section = Section(1, section_number(1, n), (glue(part.title),), part.roles)
        for feeding in part.feedings:
            section = self._fed(section, feeding, glue)
        return section

    def _fed(self, section: Section, feeding: Feeding, glue: Glue) -> Section:
        """``section`` with one list of the facts file behind what it holds; a blank where the list is empty."""
        given: Mapping[Feed, Sequence[object]] = {
            Feed.PRACTICES: self.facts.practices,
            Feed.SHORTCOMINGS: self.facts.shortcomings,
            Feed.INTENTIONS: self.facts.intentions,
        }
        if not given[feeding.feed]:
            return replace(section, blocks=section.blocks + _missing(feeding, glue))
        intro = _paragraphs(self._passage(feeding.intro), Move.TURN) if feeding.intro else ()
        blocks, sections = self._list(feeding, section, glue)
        return replace(section, blocks=section.blocks + intro + blocks, sections=section.sections + sections)

    def _list(self, feeding: Feeding, section: Section, glue: Glue) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        headed = feeding.division is not Division.POINTS
        match feeding.feed:
            case Feed.PRACTICES:
                return (), tuple(self._practices(feeding, section, glue))
            case Feed.SHORTCOMINGS:
                return tuple(self._shortcomings(feeding, glue)), ()
            case Feed.INTENTIONS if headed and self._fills_chapters():
                return (), tuple(self._intentions(feeding, section, glue))
            case Feed.INTENTIONS:
                return tuple(self._intention_points(feeding, glue)), ()

    # --- 做法 -----------------------------------------------------------------------------------------------------------------------

    def _practices(self, feeding: Feeding, part: Section, glue: Glue) -> Iterator[Section]:
        practices = self.facts.practices
        titles = headings(self._practice_heads(), Move.MEASURE, self.chooser)
        for n, (block, title) in enumerate(zip(self.matter.blocks, titles, strict=True), 1):
            yield self._block(n, practices[n - 1], title, part, feeding, self._practice(block, feeding, glue))

    def _practice(self, block: BlockMatter, feeding: Feeding, glue: Glue) -> tuple[Block, ...]:
        practice = block.practice
        general = self._own(practice.lead) if practice.lead else self.points.sentence(block.general, glue) if block.general else ()
        if not practice.items and not practice.lead:
            return (*_paragraphs(general, Move.GENERAL), Paragraph((_open(practice.path, "要点", practice.line), glue("。"))))
        manner = self.points.manner(practice.items, feeding.manner)
        written = [(bool(p.item.matter), *self.points.item(p.body, manner, glue)) for p in block.points]
        pointed = sum(matter for matter, *_ in written)
        if pointed < 2:
            return _paragraphs(general + tuple(i for _, lead, body in written for i in lead + body), Move.MEASURE)
        blocks: list[Block] = list(_paragraphs(general, Move.GENERAL))
        labels = iter(chain(feeding.ordinals, pointed))
        for matter, lead, body in written:
            run_in = feeding.layout is Layout.RUN_IN and bool(blocks)
            blocks.append(Point((glue(next(labels)),), lead, body, run_in, Move.MEASURE) if matter else Paragraph(lead + body, Move.MEASURE))
        return tuple(blocks)

    # --- 问题 -----------------------------------------------------------------------------------------------------------------------

    def _shortcomings(self, feeding: Feeding, glue: Glue) -> Iterator[Point]:
        items = self.facts.shortcomings
        bodies = [self._shortcoming(s, glue) for s in items]
        run_in = feeding.layout is Layout.RUN_IN
        light = run_in and not any(c in plain(b) for b in bodies for c in _STOPS)
        for n, (label, body) in enumerate(zip(chain(feeding.ordinals, len(bodies)), bodies, strict=True), 1):
            stop = "；" if light and n < len(bodies) else "。"
            yield Point((glue(label),) if label else (), (), (*body, glue(stop)), run_in, Move.PROBLEM)

    def _shortcoming(self, item: Shortcoming, glue: Glue) -> Inlines:
        """How the problem shows, then why: in the same sentence where that is short, else in one of its own."""
        shows = strip_stop(whole(item.shows, Use.PROBLEM, self.chooser.bank.completions))
        named = item.topic and all(isinstance(i, Blank) for i in shows)
        lead: Inlines = (*_name(item), glue("方面，")) if named else ()
        self.chooser.note(plain(shows))
        if not item.cause:
            return lead + shows
        spot = Spot(self.places[item.path], Stand.CAUSE)
        link = self.chooser.draw_from(Pool(spot, Kind.TRANSITION, Move.CAUSE, "原因引语")) or (glue("主要原因是"),)
        apart = any(c in plain(shows) for c in _STOPS) or len(plain(shows)) > _LONG_PROBLEM
        return (*lead, *shows, glue("。" if apart else "，"), *link, *strip_stop(item.cause))

    # --- 打算 -----------------------------------------------------------------------------------------------------------------------

    def _intentions(self, feeding: Feeding, part: Section, glue: Glue) -> Iterator[Section]:
        titles = headings(self._plan_heads(), Move.PLAN, self.chooser)
        for n, (intention, plan, title) in enumerate(zip(self.facts.intentions, self.matter.plans, titles, strict=True), 1):
            yield self._block(n, intention, title, part, feeding, _paragraphs(self._plan(plan, glue), Move.PLAN))

    def _fills_chapters(self) -> bool:
        """Whether every plan has a head and enough to say under it; else all are set as points."""
        said = [sum(len(plain(m)) for m in i.measures) for i in self.facts.intentions]
        return all(i.topic or i.heading for i in self.facts.intentions) and all(n == 0 or n >= _CHAPTER for n in said)

    def _plan(self, plan: Body, glue: Glue) -> Inlines:
        """A plan in sentences; a blank where it gives a topic alone and nothing fits it."""
        body = self.points.body(plan, glue)
        self.chooser.note(plan.text)
        return body or (Blank("", Origin(OriginKind.BLANK, f"{plan.path}.举措", plan.line)), glue("。"))

    def _intention_points(self, feeding: Feeding, glue: Glue) -> Iterator[Point]:
        """Plans as points: under a heading sentence each where one has a topic or heading, bare where none has."""
        intentions = self.facts.intentions
        headed = self._fills_chapters() or any(i.heading for i in intentions)
        titles = headings(self._plan_heads(), Move.PLAN, self.chooser) if headed else [()] * len(intentions)
        labels = chain(feeding.ordinals, len(intentions))
        for intention, plan, title, label in zip(intentions, self.matter.plans, titles, labels, strict=True):
            lead = (*strip_stop(title), glue("。")) if title else self._topic_alone(intention, glue)
            yield Point((glue(label),) if label else (), lead, self._plan(plan, glue), feeding.layout is Layout.RUN_IN, Move.PLAN)

    def _topic_alone(self, intention: Intention, glue: Glue) -> Inlines:
        """What a plan is about where its topic is all that it gives."""
        return (*_name(intention), glue("方面，")) if intention.topic and not intention.measures else ()

    # --- shared ---------------------------------------------------------------------------------------------------------------------

    def _practice_heads(self) -> list[Head]:
        reader = self.matter.reader
        return [self._head(b.practice, tuple(reader.gist(plain(p.item.matter) or p.item.text) for p in b.points), reader) for b in self.matter.blocks]

    def _plan_heads(self) -> list[Head]:
        reader = self.matter.reader
        return [self._head(i, tuple(reader.gist(plain(m)) for m in i.measures), reader) for i in self.facts.intentions]

    def _head(self, block: Practice | Intention, beside: tuple[Gist, ...], reader: Reader) -> Head:
        said = heads(reader, block.topic, block.text)
        free = bool(block.topic) and block.topic not in reader.topics.members
        return Head(self.places[block.path], block.text, beside, said, block.heading, _name(block), free)

    def _block(self, n: int, block: Practice | Intention, title: Inlines, part: Section, feeding: Feeding, blocks: tuple[Block, ...]) -> Section:
        heading = title or (_open(block.path, "小标题", block.line),)
        run_in = feeding.division is Division.RUN_IN_HEADED
        return Section(2, section_number(2, n), heading, part.roles, blocks, run_in=run_in, topic=block.topic)

    def _passage(self, name: str) -> Inlines:
        return passage(name, self.facts, self.template, self.chooser)

    def _own(self, own: Inlines) -> Inlines:
        return own if plain(own)[-1:] in "。！？：" else (*own, self._glue(self.template.place)("。"))

    def _glue(self, place: Place) -> Glue:
        return lambda text: Text(text, Origin(OriginKind.TEMPLATE, place.path, place.line, place.column))


def _paragraphs(inlines: Inlines, move: Move) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line, move) for line in broken(inlines))


def _missing(feeding: Feeding, glue: Glue) -> tuple[Paragraph, ...]:
    return (Paragraph((Blank("", Origin(OriginKind.BLANK, str(feeding.feed))), glue("。"))),)


def _with_colon(addressee: Inlines, glue: Glue) -> Inlines:
    return (*addressee, glue("：")) if addressee and not plain(addressee).endswith("：") else addressee


def _name(block: Practice | Shortcoming | Intention) -> Inlines:
    return (Text(block.topic, Origin(OriginKind.FACT, f"{block.path}.主题", block.line)),) if block.topic else ()


def _open(path: str, key: str, line: int) -> Blank:
    """The mark of something that the clerk has not given."""
    return Blank("", Origin(OriginKind.BLANK, f"{path}.{key}", line))

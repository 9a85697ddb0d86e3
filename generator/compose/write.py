"""The draft, part by part: headings, points and sentences from facts, formula where the plan has a spot for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.bank.phrase import Kind as PhraseKind
from generator.bank.phrase import Position
from generator.chinese.numerals import chinese, section_number
from generator.chinese.punctuation import count_characters
from generator.chinese.verbs import is_verbal_head, opens_clause
from generator.compose.choose import GENERAL_TOPIC, Chooser, Want
from generator.compose.facts import fact_words
from generator.compose.headings import Head, headings
from generator.compose.joining import Glue, Statement, ends_sentence, grouped, set_sentence, statement, strip_stop
from generator.compose.plan import Kind, Spot
from generator.facts.model import Facts, Intention, Item, Practice, Shortcoming
from generator.problems import Place
from generator.report import Blank, Block, Inlines, Move, Origin, OriginKind, Paragraph, Point, Report, Section, Text, plain
from generator.template.model import Division, Feed, Layout, Part, Template
from generator.template.passage import Words, words

_MATTER = Text("\N{OBJECT REPLACEMENT CHARACTER}")
_LONGEST_HEAD = 16
_CAUSATIVE = ("引导", "使", "让", "帮助", "教育", "激励")
_ARRANGED = re.compile(r"列为|列入|纳入")
_REACHED = re.compile(r"全部|均|100%|率[0-9]|达到|无一")
_CLOSING_ROOM = 84


class Writer:
    """Writes one draft: ``spots`` says where formula is added, ``chooser`` says which."""

    def __init__(self, facts: Facts, template: Template, chooser: Chooser, spots: frozenset[Spot]) -> None:
        self.facts = facts
        self.template = template
        self.chooser = chooser
        self.spots = spots

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
        )

    # --- passages -------------------------------------------------------------------------------------------------------------------

    def _passage(self, name: str) -> Inlines:
        return self.template.passages[name].render(self._context)

    @property
    def _context(self) -> Mapping[str, Any]:
        unit, reporter, period, values = self.facts.unit, self.facts.reporter, self.facts.period, self.chooser.values
        return {
            "单位": {
                "全称": words(unit.full),
                "简称": words(unit.short),
                "自称": Words(values.get("自称", ())),
                "党组织": words(unit.party),
                "支部": [words(b) for b in unit.branches],
                "业务": words(unit.business),
                "上级": words(unit.superior),
            },
            "报告人": {"姓名": words(reporter.name), "职务": words(reporter.post)} if reporter else {},
            "时段": words(period.words) if period else Words(),
            "期": words(period.words) if period and period.first else Words(),
            "全年": bool(period and period.first and period.last and (period.first[1], period.last[1]) == (1, 12)),
            "专题": [words(t) for t in self.facts.themes],
            "主语": Words(values.get("主语", ())),
            "用语": self._draw_named,
        }

    def _draw_named(self, move: str, topic: str) -> Words:
        kind = PhraseKind.TRANSITION if move == Move.TURN else PhraseKind.CLAUSE
        about = "，".join([*map(plain, self.facts.themes), *map(_practice_text, self.facts.practices)])
        return Words(self.chooser.draw(Want(kind, Move(move), None, (topic,), about)))

    # --- parts ----------------------------------------------------------------------------------------------------------------------

    def _part(self, n: int, part: Part) -> Section:
        glue = self._glue(part.place)
        section = Section(1, section_number(1, n), (glue(part.title),), part.roles)
        intro = self._passage(part.intro) if part.intro and self._fed(part) else ()
        blocks = _paragraphs(intro, Move.TURN)
        match part.feed:
            case Feed.PRACTICES:
                return replace(section, blocks=blocks, sections=tuple(self._practices(part, glue)))
            case Feed.SHORTCOMINGS:
                return replace(section, blocks=blocks + tuple(self._shortcomings(part, glue)) or _missing(part, glue))
            case Feed.INTENTIONS if part.division is Division.HEADED and any(i.topic or i.heading for i in self.facts.intentions):
                return replace(section, blocks=blocks or _missing(part, glue), sections=tuple(self._intentions(part, glue)))
            case Feed.INTENTIONS:
                return replace(section, blocks=blocks + tuple(self._intention_points(part, glue)) or _missing(part, glue))

    def _fed(self, part: Part) -> bool:
        feeds: dict[Feed, Sequence[object]] = {
            Feed.PRACTICES: self.facts.practices,
            Feed.SHORTCOMINGS: self.facts.shortcomings,
            Feed.INTENTIONS: self.facts.intentions,
        }
        return bool(feeds[part.feed])

    def _practices(self, part: Part, glue: Glue) -> Iterator[Section]:
        practices = self.facts.practices
        heads = [Head(self._topic(p.topic, _practice_text(p)), _practice_text(p), p.heading, _name(p.topic, p.path, p.line)) for p in practices]
        titles = headings(heads, Move.MEASURE, self.chooser)
        for n, (practice, head, title) in enumerate(zip(practices, heads, titles, strict=True), 1):
            section = Section(2, section_number(2, n), title or (_open(practice.path, "小标题", practice.line),), part.roles, topic=head.topic)
            yield replace(section, blocks=self._practice(practice, head, part.layout, glue))

    def _practice(self, practice: Practice, head: Head, layout: Layout, glue: Glue) -> tuple[Block, ...]:
        blocks: list[Block] = []
        general = self._own(practice.lead) if practice.lead else self._general(practice, head, glue)
        if general:
            blocks.append(Paragraph(general, Move.GENERAL))
        pointed = [i for i in practice.items if i.matter]
        count = 0
        for item in practice.items:
            lead, body = self._item(item, head, glue)
            if not item.matter or len(pointed) < 2:
                blocks.append(Paragraph(lead + body, Move.MEASURE))
                continue
            count += 1
            run_in = layout is Layout.RUN_IN and bool(blocks)
            blocks.append(Point((glue(f"{chinese(count)}是"),), lead, body, run_in, Move.MEASURE))
        if not practice.items and not practice.lead:
            blocks.append(Paragraph((_open(practice.path, "要点", practice.line), glue("。"))))
        return tuple(blocks)

    def _general(self, practice: Practice, head: Head, glue: Glue) -> Inlines:
        if Spot(practice.path, Kind.GENERAL) not in self.spots:
            return ()
        drawn = self._draw(Move.GENERAL, Position.WHOLE, (head.topic,), head.text, head.text)
        return (*drawn, glue("。")) if drawn else ()

    # --- points ---------------------------------------------------------------------------------------------------------------------

    def _item(self, item: Item, head: Head, glue: Glue) -> tuple[Inlines, Inlines]:
        """Heading sentence and body of a point."""
        statements = [statement(m) for m in item.measures]
        statements += [statement(fact_words(f, self.chooser.bank.frames, glue)) for f in item.facts]
        if item.result:
            statements.append(statement(item.result))
        matter = strip_stop(item.matter)
        topics = _pools(self.chooser.bank.topic_of(plain(matter)), head.topic)
        lead: Inlines = ()
        if matter and not statements and not (is_verbal_head(plain(matter)) and not _is_statement(plain(matter))):
            statements = [Statement(matter)]
        elif matter:
            lead = (*self._head_verb(matter), *matter, glue("。"))
        body = self._body(item.path, statements, Move.MEASURE, topics, plain(lead), head.text, glue)
        self.chooser.note(_item_text(item))
        return lead, body

    def _head_verb(self, matter: Inlines) -> Inlines:
        """The verb that a heading lacks which only names what it is about."""
        text = plain(matter)
        campaign = text in map(plain, self.facts.themes)
        if (is_verbal_head(text) and not campaign) or _is_statement(text) or not isinstance(matter[0], Text):
            return ()
        drawn = self.chooser.draw(Want(PhraseKind.LEAD, Move.MEASURE, None, ("要点动词", GENERAL_TOPIC), text), {"事项": (_MATTER,)})
        return tuple(i for i in drawn if i is not _MATTER)

    def _body(self, path: str, statements: list[Statement], move: Move, topics: tuple[str, ...], lead: str, near: str, glue: Glue) -> Inlines:
        """The sentences of a point or plan: an opening, the clerk's statements, a closing aim, each where the plan has a spot for it.

        The opening is fitted to the first statement, the aim to the last. A pair of both makes a sentence of its own at the end.
        """
        sentences = grouped(statements)
        out: Inlines = ()
        first = plain(statements[0].inlines) if statements else ""
        opening: Inlines = ()
        if Spot(path, Kind.OPEN) in self.spots and opens_clause(first) and not _ARRANGED.search(first):
            opening = self._draw(move, Position.OPEN, topics, first, near)
        paired = Spot(path, Kind.PAIR) in self.spots and lead
        for n, sentence in enumerate(sentences):
            last = n == len(sentences) - 1
            closing: Inlines = ()
            if last and Spot(path, Kind.CLOSE) in self.spots and not paired and _takes_closing(sentence):
                closing = self._aim(move, topics, plain(sentence[-1].inlines), near, opening if n == 0 else ())
            out += set_sentence(sentence, glue, opening if n == 0 else (), closing)
        return out + self._pair(move, topics, lead, near, glue) if paired else out

    def _aim(self, move: Move, topics: tuple[str, ...], statement: str, near: str, opening: Inlines) -> Inlines:
        """An aim for ``statement``; none that would make somebody else its subject."""
        before = self.chooser.said
        drawn = self._draw(move, Position.CLOSE, topics, statement, near, opening)
        if not opens_clause(statement) and plain(drawn).startswith(_CAUSATIVE):
            self.chooser.said = before
            return ()
        return drawn

    def _pair(self, move: Move, topics: tuple[str, ...], about: str, near: str, glue: Glue) -> Inlines:
        """A sentence of formula alone: an opening and an aim. Both or neither."""
        before = self.chooser.said
        opening = self._draw(move, Position.OPEN, topics, about, near)
        closing = self._draw(move, Position.CLOSE, topics, about, near, opening) if opening else ()
        if not closing:
            self.chooser.said = before
            return ()
        return (*opening, glue("，"), *closing, glue("。"))

    # --- problems and plans ---------------------------------------------------------------------------------------------------------

    def _shortcomings(self, part: Part, glue: Glue) -> Iterator[Point]:
        items = self.facts.shortcomings
        bodies = [self._shortcoming(s, glue) for s in items]
        run_in = part.layout is Layout.RUN_IN
        light = run_in and not any(c in plain(b) for b in bodies for c in "。；！？")
        for n, body in enumerate(bodies, 1):
            stop = "；" if light and n < len(bodies) else "。"
            label = (glue(f"{chinese(n)}是"),) if len(bodies) > 1 else ()
            yield Point(label, (), (*body, glue(stop)), run_in, Move.PROBLEM)

    def _shortcoming(self, item: Shortcoming, glue: Glue) -> Inlines:
        shows = strip_stop(item.shows)
        named = item.topic and all(isinstance(i, Blank) for i in shows)
        lead: Inlines = (*_name(item.topic, item.path, item.line), glue("方面，")) if named else ()
        self.chooser.note(plain(shows))
        if not item.cause:
            return lead + shows
        link = self.chooser.draw(Want(PhraseKind.TRANSITION, Move.CAUSE, None, ("原因引语",))) or (glue("主要原因是"),)
        return (*lead, *shows, glue("，"), *link, *strip_stop(item.cause))

    def _intentions(self, part: Part, glue: Glue) -> Iterator[Section]:
        intentions = self.facts.intentions
        heads = [Head(self._topic(i.topic, _intention_text(i)), _intention_text(i), i.heading, _name(i.topic, i.path, i.line)) for i in intentions]
        titles = headings(heads, Move.PLAN, self.chooser)
        for n, (intention, head, title) in enumerate(zip(intentions, heads, titles, strict=True), 1):
            body = self._intention(intention, head, glue)
            heading = title or (_open(intention.path, "小标题", intention.line),)
            yield Section(2, section_number(2, n), heading, part.roles, _paragraphs(body, Move.PLAN), topic=head.topic)

    def _intention_points(self, part: Part, glue: Glue) -> Iterator[Point]:
        intentions = self.facts.intentions
        for n, intention in enumerate(intentions, 1):
            head = Head(self._topic(intention.topic, _intention_text(intention)), _intention_text(intention))
            label = (glue(f"{chinese(n)}是"),) if len(intentions) > 1 else ()
            lead = (*strip_stop(intention.heading), glue("。")) if intention.heading else ()
            yield Point(label, lead, self._intention(intention, head, glue), part.layout is Layout.RUN_IN, Move.PLAN)

    def _intention(self, intention: Intention, head: Head, glue: Glue) -> Inlines:
        """The clerk's measures and what the plan adds behind them; a general intention where there are none."""
        topics = _pools(head.topic)
        statements = [statement(m) for m in intention.measures]
        body = self._body(intention.path, statements, Move.PLAN, topics, "", head.text, glue)
        if Spot(intention.path, Kind.GENERAL) in self.spots or not intention.measures:
            whole = self._draw(Move.PLAN, Position.WHOLE, topics[:1] if intention.measures else topics, head.text, head.text)
            body += (*whole, glue("。")) if whole else ()
        self.chooser.note(head.text)
        return body

    # --- shared ---------------------------------------------------------------------------------------------------------------------

    def _draw(self, move: Move, position: Position, topics: tuple[str, ...], about: str, near: str, apart: Inlines = ()) -> Inlines:
        return self.chooser.draw(Want(PhraseKind.CLAUSE, move, position, topics, about, near, plain(apart)))

    def _topic(self, named: str, text: str) -> str:
        if named in self.chooser.bank.topic_names():
            return named
        return self.chooser.bank.topic_of(named) or self.chooser.bank.topic_of(text) or GENERAL_TOPIC

    def _own(self, own: Inlines) -> Inlines:
        return own if plain(own)[-1:] in "。！？：" else (*own, self._glue(self.template.place)("。"))

    def _glue(self, place: Place) -> Glue:
        return lambda text: Text(text, Origin(OriginKind.TEMPLATE, place.path, place.line, place.column))


def _pools(*topics: str) -> tuple[str, ...]:
    """Where to draw from: the topics named, each once, then the general one."""
    return tuple(dict.fromkeys(t for t in (*topics, GENERAL_TOPIC) if t))


def _paragraphs(inlines: Inlines, move: Move) -> tuple[Paragraph, ...]:
    return (Paragraph(inlines, move),) if inlines else ()


def _missing(part: Part, glue: Glue) -> tuple[Paragraph, ...]:
    return (Paragraph((Blank("", Origin(OriginKind.BLANK, str(part.feed))), glue("。"))),)


def _with_colon(addressee: Inlines, glue: Glue) -> Inlines:
    return (*addressee, glue("：")) if addressee and not plain(addressee).endswith("：") else addressee


def _takes_closing(sentence: list[Statement]) -> bool:
    """Whether an aim may follow: there is room, the clerk did not end the sentence, and no result is reported already."""
    length = sum(count_characters(plain(s.inlines)) for s in sentence)
    last = sentence[-1].inlines
    return length <= _CLOSING_ROOM and not ends_sentence(last) and not _REACHED.search(plain(last))


def _is_statement(text: str) -> bool:
    """Whether a bare 事项 says what was done rather than names what it is about."""
    return len(text) > _LONGEST_HEAD or "，" in text or any(c.isdigit() for c in text)


def _name(topic: str, path: str, line: int) -> Inlines:
    return (Text(topic, Origin(OriginKind.FACT, f"{path}.主题", line)),) if topic else ()


def _open(path: str, key: str, line: int) -> Blank:
    """The mark of something that the clerk has not given."""
    return Blank("", Origin(OriginKind.BLANK, f"{path}.{key}", line))


def _item_text(item: Item) -> str:
    own = [item.matter, *item.measures, *(f.done for f in item.facts), item.result]
    return "，".join(plain(i) for i in own if i)


def _practice_text(practice: Practice) -> str:
    return "，".join([plain(practice.heading), plain(practice.lead), *map(_item_text, practice.items)])


def _intention_text(intention: Intention) -> str:
    return "，".join([intention.topic, plain(intention.heading), *map(plain, intention.measures)])

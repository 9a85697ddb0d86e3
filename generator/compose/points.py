"""Points and plans in sentences: the clerk's statements in their order, formula where the plan has a spot for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.bank.phrase import Kind, Position
from generator.chinese.forms import Use
from generator.chinese.punctuation import count_characters
from generator.chinese.verbs import is_verbal_head, names_matter, opens_clause
from generator.compose.choose import GENERAL_TOPIC, Chooser, Want
from generator.compose.facts import fact_words
from generator.compose.joining import Glue, Statement, ends_sentence, grouped, set_sentence, statement, strip_stop
from generator.compose.spots import Spot, Stand
from generator.compose.whole import whole
from generator.facts.model import Intention, Item
from generator.report import Inlines, Move, Text, plain
from generator.template.model import HeadManner

_MATTER = Text("…")
"""Stands for the matter while its verb is chosen."""
_LONGEST_HEAD = 16
_LONGEST_SUBJECT = 6
_CAUSATIVE = ("引导", "使", "让", "帮助", "教育", "激励")
_ARRANGED = re.compile(r"列为|列入|纳入")
_REACHED = re.compile(r"全部|均|100%|率[0-9]|达到|无一|未发现|未发生|成效")
_CLOSING_ROOM = 84


@dataclass(frozen=True)
class Points:
    """Writes the points of one draft: ``spots`` says where formula is added, ``chooser`` says which, ``places`` what each path is called."""

    chooser: Chooser
    spots: frozenset[Spot]
    places: Mapping[str, str]
    themes: tuple[str, ...]

    def wanted(self, path: str, stand: Stand) -> bool:
        return Spot(self.places[path], stand) in self.spots

    def general(self, path: str, topic: str, text: str, glue: Glue) -> Inlines:
        """The principle a block stands on, where the plan wants one."""
        if not self.wanted(path, Stand.GENERAL):
            return ()
        drawn = self._draw(path, Stand.GENERAL, Move.GENERAL, Position.WHOLE, (topic,), text, text)
        return (*drawn, glue("。")) if drawn else ()

    def item(self, item: Item, topic: str, near: str, manner: HeadManner, glue: Glue) -> tuple[Inlines, Inlines]:
        """Heading sentence and body of a point within a block of ``topic`` that says ``near``."""
        statements = [self._whole(m, Use.MEASURE) for m in item.measures]
        statements += [self._whole(fact_words(f, glue), Use.FACT) for f in item.facts]
        if item.result:
            statements.append(self._whole(item.result, Use.RESULT))
        matter = strip_stop(item.matter)
        topics = pools(self.chooser.bank.topic_of(plain(matter)), topic)
        lead: Inlines = ()
        if matter and not statements and not (is_verbal_head(plain(matter)) and not _is_statement(plain(matter))):
            statements = [Statement(matter)]
        elif matter:
            lead = (*self._head(item, matter, manner), glue("。"))
        body = self._body(item.path, statements, Move.MEASURE, topics, plain(lead), near, glue)
        self.chooser.note(item.text)
        return lead, body

    def intention(self, intention: Intention, topic: str, answers: str, glue: Glue) -> Inlines:
        """The clerk's measures and what the plan adds behind them; a general intention where there are none, fitted to what it ``answers``."""
        topics = pools(topic)
        own = "，".join(map(plain, (intention.heading, *intention.measures)))
        text = own if intention.measures else f"{intention.text}，{answers}"
        body = self._body(intention.path, [self._whole(m, Use.PLAN) for m in intention.measures], Move.PLAN, topics, "", text, glue)
        if self.wanted(intention.path, Stand.WHOLE) or not intention.measures:
            near_ones = topics[:1] if intention.measures else topics
            whole = self._draw(intention.path, Stand.WHOLE, Move.PLAN, Position.WHOLE, near_ones, text, text, keyed=bool(intention.measures))
            body += (*whole, glue("。")) if whole else ()
        self.chooser.note(text)
        return body

    def manner(self, items: Sequence[Item], wanted: HeadManner) -> HeadManner:
        """The manner in which all heads of a block can be completed: subject first only where every one is a short noun."""
        heads = [plain(strip_stop(i.matter)) for i in items if i.matter]
        nominal = all(len(h) <= _LONGEST_SUBJECT and self._lacks_verb(h) and h not in self.themes for h in heads)
        return wanted if nominal and len(heads) > 1 else HeadManner.VERB_FIRST

    def _whole(self, note: Inlines, use: Use) -> Statement:
        return statement(whole(note, use, self.chooser.bank.completions), fact=use is Use.FACT)

    # --- the parts of a point -------------------------------------------------------------------------------------------------------

    def _head(self, item: Item, matter: Inlines, manner: HeadManner) -> Inlines:
        """The heading sentence: the verb, or what is said of the subject, that a matter lacks which only names what it is about."""
        text = plain(matter)
        if not self._lacks_verb(text) or not isinstance(matter[0], Text):
            return matter
        own = "要点动词" if manner is HeadManner.VERB_FIRST else "要点谓语"
        spot = Spot(self.places[item.path], Stand.HEAD)
        want = Want(spot, Kind.LEAD, Move.MEASURE, None, (own, GENERAL_TOPIC) if manner is HeadManner.VERB_FIRST else (own,), text)
        drawn = self.chooser.draw(want, {"事项": (_MATTER,)})
        return tuple(i for part in drawn for i in (matter if part is _MATTER else (part,))) or matter

    def _lacks_verb(self, text: str) -> bool:
        """Whether a 事项 only names what it is about; a campaign's name does, whatever it begins with. In doubt it is left as it is."""
        return text in self.themes or (names_matter(text) and not _is_statement(text))

    def _body(self, path: str, statements: list[Statement], move: Move, topics: tuple[str, ...], lead: str, near: str, glue: Glue) -> Inlines:
        """The sentences of a point or plan: an opening, the clerk's statements, an aim behind the last sentence and, where there is still a spot,
        behind an earlier one.

        The opening is fitted to the first statement, an aim to the last one of its sentence.
        """
        sentences = grouped(statements)
        first = plain(statements[0].inlines) if statements else ""
        opening: Inlines = ()
        if self.wanted(path, Stand.OPEN) and opens_clause(first) and not _ARRANGED.search(first):
            opening = self._draw(path, Stand.OPEN, move, Position.OPEN, topics, first, near)
        out: Inlines = ()
        for n, sentence in enumerate(sentences):
            stand = Stand.CLOSE if n == len(sentences) - 1 else Stand.INNER_CLOSE
            opened = opening if n == 0 else ()
            due = stand is Stand.CLOSE or n == len(sentences) - 2
            closing = self._aim(path, stand, move, topics, lead if len(statements) == 1 else "", sentence, near, opened) if due else ()
            out += set_sentence(sentence, glue, opened, closing)
        return out

    def _aim(
        self, path: str, stand: Stand, move: Move, topics: tuple[str, ...], lead: str, sentence: list[Statement], near: str, opening: Inlines
    ) -> Inlines:
        """An aim for what ``sentence`` says last, under the heading ``lead`` where it is all that the point says; none where there is no spot or
        room, none that would make somebody else its subject."""
        if not self.wanted(path, stand) or not _takes_closing(sentence):
            return ()
        last = _last_said(sentence)
        before = self.chooser.said
        drawn = self._draw(path, stand, move, Position.CLOSE, topics, f"{lead}{last}", near, opening)
        if not opens_clause(last) and plain(drawn).startswith(_CAUSATIVE):
            self.chooser.said = before
            return ()
        return drawn

    def _draw(
        self, path: str, stand: Stand, move: Move, position: Position, topics: tuple[str, ...], about: str, near: str, apart: Inlines = (),
        keyed: bool = False,
    ) -> Inlines:  # fmt: skip
        spot = Spot(self.places[path], stand)
        return self.chooser.draw(Want(spot, Kind.CLAUSE, move, position, topics, about, near, plain(apart), keyed))


def pools(*topics: str) -> tuple[str, ...]:
    """Where to draw from: the topics named, each once, then the general one."""
    return tuple(dict.fromkeys(t for t in (*topics, GENERAL_TOPIC) if t))


def _takes_closing(sentence: list[Statement]) -> bool:
    """Whether an aim may follow: there is room, the clerk did not end the sentence, and no result is reported already."""
    length = sum(count_characters(plain(s.inlines)) for s in sentence)
    last = sentence[-1].inlines
    return length <= _CLOSING_ROOM and not ends_sentence(last) and not _REACHED.search(plain(last))


def _last_said(sentence: list[Statement]) -> str:
    """The last statement of a sentence that stands by itself, with those behind it that lean on it."""
    at = max((n for n, s in enumerate(sentence) if not s.stays), default=0)
    return "，".join(plain(s.inlines) for s in sentence[at:])


def _is_statement(text: str) -> bool:
    """Whether a bare 事项 says what was done rather than names what it is about."""
    return len(text) > _LONGEST_HEAD or "，" in text or any(c.isdigit() for c in text)

"""Points and plans in sentences: the clerk's statements in their order, formula where the plan has a spot for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.bank.phrase import Kind
from generator.chinese.punctuation import LETTER
from generator.chinese.verbs import ends_in_verb, holds_verb, is_doubtful, is_predicated, is_verbal_head, names_matter, opens_clause
from generator.chinese.works import names_work, takes_no_work
from generator.compose.bodies import Body, is_statement
from generator.compose.choose import Chooser, Want
from generator.compose.headings import VERBS
from generator.compose.joining import Glue, Statement, set_sentence, stops, strip_stop
from generator.compose.pools import Pool, drawn
from generator.compose.spots import Spot, Stand
from generator.facts.model import Item
from generator.patterns import late
from generator.report import Inlines, Move, Text, plain
from generator.template.model import HeadManner

_MATTER = Text("…")
"""Stands for the matter while its verb is chosen."""
_LONGEST_SUBJECT = 6
PREDICATES, ANY_VERB, WORK = "要点谓语", "通用", "要点工作"
"""Pools of what a matter lacks to be a head: a verb before it, what is said of it, or a verb and 工作 around it."""
_LONGEST_NAME = 8
"""Characters of a name that no word list knows: a longer one says what was done."""
_NUMBERED = late(rf"[0-9]{{5}}{LETTER}{{2,4}}")
_LONGEST_BRIEF = 3
"""Characters of a name that is too short to stand behind a verb of two: 做好科研工作."""
_LEANING = tuple("按看以将把在从随就向对设建查送带降增减办开推改拆修种养进抓守稳请领帮")
"""Characters that no name begins with, so far as is known: 按时开栓, 看天供热, 设早市公平秤."""
_LONGEST_WORK = 6
"""Characters of the longest matter that reads well between a verb and 工作."""


@dataclass(frozen=True)
class Points:
    """Writes the points of one draft: ``spots`` says where formula is added, ``chooser`` says which, ``places`` what each path is called."""

    chooser: Chooser
    spots: frozenset[Spot]
    places: Mapping[str, str]
    themes: tuple[str, ...]

    def draw(self, want: Want) -> Inlines:
        """Formula for ``want`` where the plan has a spot for it."""
        return self.chooser.draw(want) if want.spot in self.spots else ()

    def sentence(self, want: Want, glue: Glue) -> Inlines:
        """As ``draw``, as a sentence of its own."""
        drawn = self.draw(want)
        return (*drawn, glue("。")) if drawn else ()

    def item(self, body: Body, manner: HeadManner, glue: Glue, doer: Inlines = ()) -> tuple[Inlines, Inlines]:
        """Heading sentence and body of a point, whose first sentence names its ``doer``."""
        head = self._head(body, manner) if body.matter else ()
        written = self.body(body, glue, doer)
        runs_on = bool(head and written) and head == body.matter and self._only_names(body)
        lead = (*head, glue("方面，" if runs_on else "。")) if head else ()
        self.chooser.note(body.text)
        return lead, written

    def body(self, body: Body, glue: Glue, doer: Inlines = ()) -> Inlines:
        """The sentences of a point or plan: an opening, or the problem that a plan answers, the clerk's statements, an aim behind the last sentence
        and, where there is still a spot, behind an earlier one. ``doer`` is the subject of the first sentence, and not named where an opening stands
        before it that takes none."""
        wanted = {want.spot.stand: want for want in body.wants}
        opening = self.draw(wanted[Stand.OPEN]) if Stand.OPEN in wanted else ()
        leads = bool(opening) and opens_clause(plain(opening))
        aims = self._aims(wanted, len(body.sentences), plain(opening))
        marks = stops(body.sentences, [n for n, aim in aims.items() if aim])
        out: Inlines = () if body.sentences else self._topic_alone(body, wanted, glue)
        for n, sentence in enumerate(body.sentences):
            said = _with_doer(sentence, () if opening else doer) if n == 0 else sentence
            before = ((*doer, *opening) if leads else opening or body.answer) if n == 0 else ()
            out += set_sentence(list(said), glue, before, aims.get(n, ()), marks[n])
        return out

    def _topic_alone(self, body: Body, wanted: Mapping[Stand | str, Want], glue: Glue) -> Inlines:
        """What a plan says that gives a topic alone: that the problem it answers is to be got over, else what is said of such a topic."""
        if body.answer:
            return (*body.answer, glue("。"))
        return self.sentence(wanted[Stand.ALONE], glue) if Stand.ALONE in wanted else ()

    def _aims(self, wanted: Mapping[Stand | str, Want], sentences: int, opening: str) -> dict[int, Inlines]:
        """Aims by the sentence that they end: one behind an earlier sentence only where the last has its own, so that no fact trails behind it; none
        says again what the ``opening`` or the other says."""
        last = self.draw(replace(wanted[Stand.CLOSE], apart=opening)) if Stand.CLOSE in wanted else ()
        others = f"{opening}，{plain(last)}"
        inner = self.draw(replace(wanted[Stand.INNER_CLOSE], apart=others)) if last and Stand.INNER_CLOSE in wanted else ()
        return {sentences - 1: last, sentences - 2: inner}

    def manner(self, items: Sequence[Item], wanted: HeadManner) -> HeadManner:
        """The manner in which all heads of a block can be completed: subject first only where every one is a short noun."""
        heads = [plain(strip_stop(i.matter)) for i in items if i.matter]
        nominal = all(len(h) <= _LONGEST_SUBJECT and self._lacks_verb(h) and h not in self.themes for h in heads)
        return wanted if nominal and len(heads) > 1 else HeadManner.VERB_FIRST

    def _head(self, body: Body, manner: HeadManner) -> Inlines:
        """The heading sentence: the verb, or what is said of the subject, that a matter lacks which only names what it is about."""
        matter, text = body.matter, plain(body.matter)
        pools = self._pools(text, manner) if isinstance(matter[0], Text) else ()
        behind = plain(body.sentences[0][0].inlines) if body.sentences else ""
        spot = Spot(body.where, Stand.HEAD)
        verbed: Inlines = ()
        for name in pools:
            verbed = verbed or drawn(Pool(spot, (Kind.LEAD,), Move.MEASURE, name, text, behind), self.chooser, {"事项": (_MATTER,)})
        return tuple(i for part in verbed for i in (matter if part is _MATTER else (part,))) or matter

    def _pools(self, text: str, manner: HeadManner) -> tuple[str, ...]:
        """Where to draw what the matter ``text`` lacks; nowhere if it lacks nothing, or if what it is cannot be told."""
        if manner is HeadManner.SUBJECT_FIRST:
            return (PREDICATES,) if self._lacks_verb(text) else ()
        if self._lacks_verb(text):
            return (VERBS, ANY_VERB)
        if text.startswith(_LEANING) or not (names_work(text) or self._is_bare(text) or self._names_thing(text)):
            return ()
        return (VERBS,) if takes_no_work(text) else (VERBS, WORK if len(text) <= _LONGEST_BRIEF else ANY_VERB)

    def _only_names(self, body: Body) -> bool:
        """Whether the matter names a thing that no verb goes before: an ill (不良事件) or a place."""
        text = plain(body.matter)
        return isinstance(body.matter[0], Text) and takes_no_work(text) and self._is_bare(text) and not self._lacks_verb(text)

    def _is_bare(self, text: str) -> bool:
        """Whether a matter is a short noun: it opens with no verb and holds none but one that ends it as a noun (文物保护)."""
        named = self.chooser.bank.reader.lexicon.split(text)
        whole = bool(named) and sum(len(w) for _, w in named) >= len(text) - 1
        done = is_verbal_head(text) or is_predicated(text) or is_doubtful(text) or holds_verb(text[:-2])
        return len(text) <= _LONGEST_WORK and whole and not done

    def _names_thing(self, text: str) -> bool:
        """Whether ``text`` can hardly be anything but a name: it is in quotation marks or opens with a number that is one (12328热线), or it is short
        and begins with no verb; a verb at its end is an act (热费减免, 医养结合)."""
        if (text[0] == "“" and text[-1] == "”") or _NUMBERED.fullmatch(text):
            return True
        verbs = self.chooser.bank.completions.verbs
        opens = text.startswith(verbs) or is_verbal_head(text) or is_doubtful(text) or opens_clause(text)
        if opens or "、" in text or "在" in text or is_statement(text) or is_predicated(text):
            return False
        return text.endswith(verbs) or ends_in_verb(text) or (len(text) <= _LONGEST_NAME and not holds_verb(text))

    def _lacks_verb(self, text: str) -> bool:
        """Whether a 事项 only names what it is about; a campaign's name does, whatever it begins with. In doubt it is left as it is."""
        return text in self.themes or (names_matter(text) and not is_statement(text))


def _with_doer(sentence: tuple[Statement, ...], doer: Inlines) -> tuple[Statement, ...]:
    first, *rest = sentence
    return (replace(first, inlines=(*doer, *first.inlines)), *rest)

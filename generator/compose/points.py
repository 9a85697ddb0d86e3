"""Points and plans in sentences: the clerk's statements in their order, formula where the plan has a spot for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.phrase import Kind
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import LETTER
from generator.chinese.verbs import heads_object, opens_clause
from generator.chinese.wordbook import Wordbook
from generator.compose.bodies import Body, is_statement
from generator.compose.choose import Chooser, Want
from generator.compose.frames import VERBS, frames_of, is_quantity, knows_ending, set_around
from generator.compose.joining import set_sentence, stops
from generator.compose.pools import framed
from generator.compose.spots import Spot, Stand
from generator.compose.statements import Glue, Statement, strip_stop
from generator.compose.told import verbs_told
from generator.facts.model import Item
from generator.patterns import late
from generator.report import Inlines, Move, Text, plain, sliced
from generator.template.model import HeadManner

_LONGEST_SUBJECT = 6
_LONG_NAME, _AHEAD = 9, 3
"""Characters of a name that may be a clause, and of what stands in one before the verb and in its object."""
_NAMES_BY_NUMBER = late(rf"“[^“”]*”|^\d+号(?={LETTER}{{2}})|[0-9]{{3,}}(?=[热平工系和、])|^\d+(?:小时|分钟|公里|%)(?={LETTER}{{2,6}}$)")
"""Numbers that are names and count nothing: 12328热线, “119”消防宣传月, 24小时值守."""
_UNDER_WAY = Wordbook(
    (*"再要还仍将已拟可每无未零", *"全年 年内 继续 争取 尽快 逐步 进一步 面向".split()),
    {
        "再": ("生",),
        "要": tuple("素点害件求闻案目职道"),
        "还": tuple("款贷原田林草湿建绿"),
        "可": tuple("视研燃再"),
        "无": tuple("人线障偿损害土纸烟废主接感"),
        "零": tuple("工售星碳散件基"),
    },
)
"""How words begin that say when, how or for whom something is done, whatever they name."""
_CAMPAIGNS = tuple("学习教育 主题教育 日 周 月 节 行".split())
_CAMPAIGN = late(
    r"^(?!开展|抓|做|组织|举办).*(?:(?:学习|主题)教育|(?:第\d+[个次届]|世界|国际|全国|全民|国家|\d·\d)[^，、]*[日周月节]"
    "|[^，]{2,}(?:宣传|服务|体验|文化|开放)[日周月节]|(?:万里|企业|基层|环保|世纪|惠民)行)$"
)
"""How the name of a campaign or of a day that is observed ends, which is held whatever its name begins with: 深入贯彻…学习教育, 第35次全国助残日."""
PREDICATES = "要点谓语"
"""The pool of what is said of a subject in a block of nouns."""


class Points(Struct, frozen=True):
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
        """Heading sentence and body of a point, whose first sentence names its ``doer``. What only says how much there is of a thing is no heading:
        it opens the body (业务量方面，门急诊61.7万人次)."""
        counts = bool(body.sentences) and is_quantity(plain(body.matter))
        head = self._head(body, manner) if body.matter and not counts else ()
        opening = (*body.matter, glue("方面，")) if counts else ()
        written = (*opening, *self.body(body if head or counts else self.verbed(body), glue, doer))
        lead = (*head, glue("。")) if head else ()
        self.chooser.note(body.text)
        return lead, written

    def body(self, body: Body, glue: Glue, doer: Inlines = ()) -> Inlines:
        """The sentences of a point or plan: an opening, or the problem that a plan answers, the clerk's statements, an aim behind the last sentence
        and, where there is still a spot, behind an earlier one. ``doer`` is the subject of the first sentence, and not named where an opening stands
        before it that takes none."""
        wanted = {want.spot.stand: want for want in body.wants}
        opening = self.draw(wanted[Stand.OPEN]) if Stand.OPEN in wanted else ()
        leads = bool(opening) and opens_clause(plain(opening))
        aims = self._aims(body, wanted, plain(opening))
        marks = stops(body.sentences, [n for n, aim in aims.items() if aim])
        out: Inlines = (*body.answer, glue("。")) if body.answer and not body.sentences else ()
        for n, sentence in enumerate(body.sentences):
            said = _with_doer(sentence, () if opening else doer) if n == 0 else sentence
            before = ((*doer, *opening) if leads else opening or body.answer) if n == 0 else ()
            out += set_sentence(list(said), glue, before, aims.get(n, ()), marks[n])
        return out

    def _aims(self, body: Body, wanted: Mapping[Stand | str, Want], opening: str) -> dict[int, Inlines]:
        """Aims by the sentence that they end, the problem that a plan solves before all: one behind an earlier sentence only where the last has its
        own, so that no fact trails behind it; none says again what the ``opening`` or the other says."""
        if body.mending:
            return {body.mending.sentence: self.mending(body)}
        last = body.solves or (self.draw(replace(wanted[Stand.CLOSE], apart=opening)) if Stand.CLOSE in wanted else ())
        others = f"{opening}，{plain(last)}"
        inner = self.draw(replace(wanted[Stand.INNER_CLOSE], apart=others)) if self._may_close_within(wanted, last) else ()
        return {len(body.sentences) - 1: last, len(body.sentences) - 2: inner}

    def mending(self, body: Body) -> Inlines:
        """What mends the problem that the plan ``body`` answers: what is kept there, else a frame that may be printed, rather one not said yet."""
        if not body.mending:
            return ()
        spot, chooser = Spot(body.where, Stand.MENDS), self.chooser
        values = {**chooser.values, "事项": body.mending.remedy.thing}
        if spot in chooser.kept:
            return chooser.print(spot, chooser.kept[spot].phrase, values)
        may = [p for p in body.mending.remedy.frames if chooser.may_be_said(p, spot, values)]
        best = min(may, key=lambda p: (p.id in chooser.said.phrases, chooser.noise(p.id)), default=None)
        return chooser.print(spot, best.id, values) if best else ()

    def _may_close_within(self, wanted: Mapping[Stand | str, Want], last: Inlines) -> bool:
        """Whether an aim may stand behind an earlier sentence: beside one behind the ``last``, or where the user keeps it."""
        return Stand.INNER_CLOSE in wanted and (bool(last) or wanted[Stand.INNER_CLOSE].spot in self.chooser.kept)

    def manner(self, items: Sequence[Item], wanted: HeadManner) -> HeadManner:
        """The manner in which all heads of a block can be completed: subject first only where something is said of every one, a short noun."""
        heads = [plain(strip_stop(i.matter)) for i in items if i.matter]
        nominal = all(len(h) <= _LONGEST_SUBJECT and self._lacks_verb(h) and h not in self.themes and self._is_subject(h) for h in heads)
        return wanted if nominal and len(heads) > 1 else HeadManner.VERB_FIRST

    def _is_subject(self, text: str) -> bool:
        return knows_ending(set_around(text, self.chooser.bank, Kind.LEAD, Move.MEASURE, PREDICATES), text)

    def _head(self, body: Body, manner: HeadManner) -> Inlines:
        """The heading sentence: the verb, or what is said of the subject, that a matter lacks which only names what it is about."""
        if not isinstance(body.matter[0], Text) or not self._lacks_verb(plain(body.matter)):
            return body.matter
        behind, beneath = (plain(body.sentences[0][0].inlines), body.text) if body.sentences else ("", "")
        if manner is HeadManner.SUBJECT_FIRST:
            return framed(Spot(body.where, Stand.HEAD), body.matter, (PREDICATES,), self.chooser, behind, beneath)
        name = plain(body.matter)
        told = verbs_told(name, (plain(said.inlines) for sentence in body.sentences for said in sentence))
        done = tuple(verb for verb in told if not behind.startswith(f"{verb}{name}"))
        return framed(Spot(body.where, Stand.HEAD), body.matter, frames_of(name, self.chooser.bank), self.chooser, behind, beneath, done=done)

    def verbed(self, body: Body) -> Body:
        """``body`` with what statements lack that only name a matter (骨灰寄存楼扩建): in a plan each, before what else it says; elsewhere one that
        is all that is said."""
        if body.move is not Move.PLAN and sum(map(len, body.sentences)) != 1:
            return body
        return replace(body, sentences=tuple(tuple(self._with_verb(s, body) for s in sentence) for sentence in body.sentences))

    def _with_verb(self, said: Statement, body: Body) -> Statement:
        text = plain(said.inlines)
        end = text.find("，") if body.move is Move.PLAN and "，" in text else len(text)
        name = sliced(said.inlines, 0, end)
        if not self._names_only(name) or not self.chooser.bank.completions.may_name(plain(name)) or _tells_act(plain(name)):
            return said
        made = framed(Spot(body.where, Stand.HEAD), name, frames_of(plain(name), self.chooser.bank), self.chooser)
        return replace(said, inlines=(*made, *sliced(said.inlines, end, len(text))))

    def under_topic(self, body: Body, topic: Inlines, glue: Glue) -> Body:
        """``body`` with the verbs that bare names lack, opened by what is done about its ``topic`` where it has one that its first words do not tell:
        加强科普宣传，推进科普馆二期…"""
        made = self.verbed(body)
        first = plain(made.sentences[0][0].inlines) if made.sentences else ""
        if not topic or not first or (opens_clause(first) and not set(pairs(plain(topic))).isdisjoint(pairs(body.text))):
            return made
        head = self.headed(topic, body)
        opened = replace(made.sentences[0][0], inlines=(*head, glue("，"), *made.sentences[0][0].inlines))
        return replace(made, sentences=((opened, *made.sentences[0][1:]), *made.sentences[1:]))

    def headed(self, topic: Inlines, body: Body) -> Inlines:
        """``topic`` behind the verb by which a plan that says ``body`` sees to it."""
        pools = frames_of(plain(topic), self.chooser.bank)
        return framed(Spot(body.where, Stand.HEAD), topic, pools, self.chooser, beneath=body.text, planned=True)

    def _names_only(self, said: Inlines) -> bool:
        text = plain(said)
        named = all(isinstance(i, Text) for i in said) and self._lacks_verb(text)
        return named and knows_ending(set_around(text, self.chooser.bank, Kind.LEAD, Move.MEASURE, VERBS), text)

    def _lacks_verb(self, text: str) -> bool:
        """Whether a 事项 only names what it is about; a campaign's name does, whatever it begins with."""
        if text in self.themes or (text.endswith(_CAMPAIGNS) and _CAMPAIGN.search(text)):
            return True
        named = _NAMES_BY_NUMBER.sub("", text) if "“" in text or any(map(str.isdecimal, text)) else text
        stated = is_statement(named) or _UNDER_WAY.opens(text)
        naming = self.chooser.bank.naming
        return not (stated or naming.says_what_is_done(text) or naming.opens_with_verb(text))


def _tells_act(name: str) -> bool:
    """Whether a long ``name`` of what is planned has a verb with its object behind what it opens with, and so is a clause: 厂网一体排查混接源头."""
    return len(name) >= _LONG_NAME and any(heads_object(name[at:]) for at in range(_AHEAD, len(name) - _AHEAD))


def _with_doer(sentence: tuple[Statement, ...], doer: Inlines) -> tuple[Statement, ...]:
    first, *rest = sentence
    return (replace(first, inlines=(*doer, *first.inlines)), *rest)

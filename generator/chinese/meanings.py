"""What the classes of the table of 补字 mean: whether text that has the shape of a form's element is the kind of word its class names."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from generator.chinese.counted import HAVING, IN_ALL, STANDING
from generator.chinese.cutter import Cutter
from generator.chinese.cutter import Kind as Piece
from generator.chinese.forms import ENDS, Element
from generator.chinese.nouns import Nouns, is_balanced, is_count, is_free, is_time, unquoted
from generator.chinese.quantity import NUMBER, any_count_ends, first_count
from generator.chinese.shapes import Words
from generator.chinese.singles import NO_SINGLES, Singles
from generator.chinese.verbs import ends_in_act, heads_object
from generator.patterns import late


class Kind(StrEnum):
    """The classes of words that the table must name."""

    ADVERBIALS = "状语"
    """May stand before any form."""
    MANNERS = "方式"
    """May stand before a verb that is supplied, too."""
    VERBS = "动"
    """No noun holds."""
    ACTORS = "人"
    """Who acts."""
    LIGHT = "轻动"
    """Verbs that govern a list."""
    ACTS = "行为"
    """Acts that are nouns too."""
    MODIFIERS = "修饰"
    """What specifies such an act."""
    NEXT_VERBS = "后动"
    """Verbs behind a clause with 以."""
    GOVERNING = "管动"
    """Verbs whose object may be an act."""
    ADVERBS = "副修"
    """Make a verb of the act behind them."""
    DONE_TO = "施行"
    """Done to somebody or something."""
    PUT = "归入"
    """Said of what is put somewhere."""
    BENEFITS = "惠"
    """Done for somebody's good."""
    GIVES = "给予"
    """Said of what is given or told."""
    CARRIES_OUT = "经办"
    """Said of who sees to something."""
    HOLDING = "办会动"
    """Verbs of which each governs what any of them may."""
    NOMINAL = "动名"
    """Verbs that may specify an act (采购检查)."""
    ORGANS = "主办"
    """Who holds an act."""
    AGENTS = "办事人"
    """Who carries it out."""
    CONTINUING = "接说"
    """How a clause opens, beside verbs, that goes on with what an act came to."""
    SORTIES = "出动"
    """Acts for which somebody goes out."""
    DOERS = "做者尾"
    """What those who go out end in."""
    NO_DOERS = "非做者"
    """Words that end or begin so and are nobody."""
    MADE_FOR_ACTS = "为事而设"
    """What is named for an act that is done there, by them or with it: no object of it."""
    HELD_FOR_ACTS = "为事而办"
    """What takes place for the sake of an act."""
    THEIRS = "其人"
    """Behind who holds an act, who or what is theirs: 党支部书记培训 is no act of the 支部."""
    SET_UP = "设有的"
    """How the names of places and groups end that are set up."""
    NOT_SET_UP = "不是设的"
    """How names end that end so and are of nothing set up: 廉政风险点."""
    NO_ADVERBIALS = "非状语"
    """Words that only begin as adverbials do."""


_NO_NOUN_BEFORE_ACT = ("作", "做", "去", "来", "和", "与", "及", "一次", "一场")
_AGAIN_AND_AGAIN = late("[^，]{2,}(?:逐[日周月季年户项级批]|每[日天周月季年]|定期|按[月季周])", holding="逐每定按")
"""Who does something again and again: 党群部逐月上门核查."""
_COUNTS_ACTORS = late(rf"\D{NUMBER}[户家名人位]$")
_SELF = ("本人", "我")
_SHORT, _SHORT_OBJECT = 2, 4
"""Characters of the shortest subject, and of the shortest verb with its object: 工地设联系点."""
_COMES_OUT = late("^(?![演支输突付日])[\\u4e00-\\u9fff](?:出|到|回|掉|完)(?![售版口租纳席生国厂院行差位期访收购报头复应顾款队])..")
"""A verb with what comes of it, before its object: 救出遇险人员."""
_THERE = ("现有", "共有", "设有", "拥有", "有")
"""How what says by itself that something is there begins."""
_WITH_OTHERS = late("[室局委办院会组部队团司警行站]联合")
"""Who acts jointly: 市政府督查室联合督查 is not held."""
_PLACED = late(
    "..{0,4}?(?:[处科室所院局馆](?![理置方分普技研学级目外内长士员藏有属域])|(?:辖|林|园|库|灌|厂|校|景|矿|社|港)区|大厅|中心|沿线|周边)(?=..)"
)
"""Where or whose it is, before what is there: 林区诱捕器, 公证处公证员."""
_WORD = 2
"""Characters of the shortest noun that is an object."""
_PERSONS = tuple("员长师警")
"""How the names of posts end: 法制员, 护士长."""
_ONE = ("1", "一")
"""How one is written: of one thing nobody says how many there are in all."""
_READ_WITH_HAVING = tuple("机关效利害序限意益望线色")
"""What is read as one word with 有 before it: 有机耕桥, 有机关事业单位."""
_NOBODY = "〇"
_MANNER = 6
"""Characters between who acts and the act that may say how: 护林员沿线巡护."""


_VERBAL = (Kind.VERBS, Kind.ACTS, Kind.NOMINAL, Kind.DONE_TO, Kind.PUT, Kind.BENEFITS, Kind.GIVES, Kind.CARRIES_OUT)
"""Classes of verbs."""


def cutter_of(classes: Words, singles: Singles) -> Cutter:
    """What cuts clauses at the verbs and acts of a table's ``classes``."""
    return Cutter(frozenset().union(*(classes.get(kind, ()) for kind in _VERBAL)), singles)


class Meanings(Struct, frozen=True, dict=True):
    """What the ``classes`` of a table mean, beside the verbs of one character."""

    classes: Words
    singles: Singles = NO_SINGLES

    def fit(self, element: Element, text: str) -> bool:
        """Whether ``text``, which has the shape of ``element``, is what its class means."""
        if not (element.is_class and is_balanced(text)):
            return not element.is_class
        match element.text:
            case "动余":
                return not text or text.startswith((*self.classes[Kind.VERBS], *self.classes[Kind.NEXT_VERBS]))
            case "事":
                return is_free(text)
            case "物":
                return self._is_thing(text)
            case "短物":
                return self._is_thing(text) and not text.endswith(self.classes[Kind.ADVERBS]) and not self._is_acted(text)
            case "众物":
                return self._nouns.may_be(text) and not self._is_held(text)
            case "事物":
                return self.specifies(text) and not text.endswith(self.classes[Kind.ADVERBS]) and not self._is_acted(text)
            case "受引":
                return self._nouns.may_be(text) and not text.endswith((*self.classes[Kind.MODIFIERS], *_NO_NOUN_BEFORE_ACT))
            case "名" | "短名":
                return self._nouns.may_be(text)
            case name:
                return not name.startswith(ENDS) or self._nouns.may_be(text)

    def _is_thing(self, text: str) -> bool:
        """Whether ``text`` may be a noun and is no actor, time or count, and counts none who act."""
        person = self._without_nobody(text).endswith(_PERSONS)
        return self._nouns.may_be(text) and self._is_no_actor(text) and not (person or _COUNTS_ACTORS.search(text))

    def specifies(self, text: str) -> bool:
        """Whether ``text`` may say what an act behind it is about."""
        nominal = self._nouns.may_be(text, self._nominal) and not text.startswith(self.classes[Kind.VERBS])
        return nominal and self._is_no_actor(text) and first_count(text) < 0

    def _is_no_actor(self, text: str) -> bool:
        return not (text.endswith(self.classes[Kind.ACTORS]) or is_time(text) or is_count(text))

    @cached_property
    def _nouns(self) -> Nouns:
        return Nouns(self.classes[Kind.VERBS], self.classes[Kind.GOVERNING], self.singles)

    @cached_property
    def _nominal(self) -> frozenset[str]:
        return frozenset(self.classes[Kind.NOMINAL])

    def _is_held(self, text: str) -> bool:
        """Whether ``text`` says who holds the act behind it."""
        return self._ends_in(unquoted(text), Kind.ORGANS)

    def _is_acted(self, text: str) -> bool:
        """Whether ``text`` says who holds the act behind it or carries it out."""
        return self._is_held(text) or self._ends_in(unquoted(text), Kind.AGENTS)

    def is_done_by_named(self, clause: str) -> bool:
        """Whether ``clause`` says who goes out for the act that it ends in, so that the act is its verb (护士长夜查房)."""
        bare = unquoted(clause)
        return any(self._ends_in(self._without_nobody(before), Kind.DOERS) for before in self._before_sortie(bare))

    def being(self, noun: str, number: str) -> str:
        """The verb that says of a ``number`` of ``noun`` that they are there."""
        stands = noun.endswith(self.classes[Kind.SET_UP]) and not noun.endswith(self.classes[Kind.NOT_SET_UP])
        alone = number in _ONE and not noun.startswith(_READ_WITH_HAVING)
        return STANDING if stands else HAVING if alone else IN_ALL

    def is_there(self, text: str) -> bool:
        """Whether ``text`` may name what is there: a noun with no verb in it, but for one that a last character makes a name of a place (申报点)."""
        if text.startswith(_THERE):
            return False
        ended = {verb for verb in self.classes[Kind.VERBS] if text.endswith(verb + text[-1:])}
        governed = any(heads_object(text[n:]) for n in range(_SHORT, len(text) - _SHORT_OBJECT + 1))
        return (
            self._nouns.may_be(text, ended)
            and not (governed or _PLACED.match(text))
            and not self._has_object(text, self.classes[Kind.MADE_FOR_ACTS])
            and not _COMES_OUT.match(text)
        )

    def is_unclaimed_act(self, text: str, *, certain: bool = False) -> bool:
        """Whether ``text`` may name an act, and says neither that it was done nor who holds it, carries it out or goes out for it. Of one that is
        ``certain`` to be held, what looks like the object of a verb in it is part of its name (质量通报, 投诉预警)."""
        claimed = (
            is_time(text)
            or _WITH_OTHERS.search(text) is not None
            or _AGAIN_AND_AGAIN.match(text) is not None
            or _COMES_OUT.match(text) is not None
            or "、" in text
            or text.startswith(_SELF)
            or self._is_acted(text)
            or self.is_done_by_named(text)
            or self._is_done_by_organ(text)
        )
        objective = not certain and self._has_object(text, self.classes[Kind.HELD_FOR_ACTS]) and not ends_in_act(text)
        return self._nouns.may_be(text, self._nominal) and not (claimed or objective) and not any(light in text for light in self.classes[Kind.LIGHT])

    def _is_done_by_organ(self, text: str) -> bool:
        """Whether ``text`` opens with an organ that does something to what is named behind it: 党委专题研究队伍建设."""
        organ = max((o for o in self.classes[Kind.ORGANS] if text.startswith(o)), key=len, default="")
        kinds = [kind for kind, _ in self._cutter.pieces(text[len(organ) :])] if organ else []
        return any(pair == (Piece.VERB, Piece.NAME) for pair in pairwise(kinds))

    def _has_object(self, text: str, named: tuple[str, ...]) -> bool:
        """Whether an act in ``text`` has an object behind it (检查影院, 受理投诉), and none of what is ``named`` for an act (检测机构)."""
        acts = ((text.find(act), act) for act in {*self.classes[Kind.ACTS], *self._nominal})
        behind = (text[at + len(act) :] for at, act in acts if at >= 0)
        return any(len(rest) >= _WORD and not rest.endswith(named) for rest in behind) or self._governs_amid(text, named)

    def _governs_amid(self, text: str, named: tuple[str, ...]) -> bool:
        """Whether a verb stands in ``text`` between a name and its object (人工观测降水现象, 应急运力储备客车)."""
        pieces = tuple(self._cutter.pieces(text))
        amid = [kind for kind, _ in pieces[-3:]] == [Piece.NAME, Piece.VERB, Piece.NAME]
        return amid and len(pieces[-1][1]) >= _WORD and not text.endswith(named)

    @cached_property
    def _cutter(self) -> Cutter:
        return cutter_of(self.classes, self.singles)

    def _before_sortie(self, text: str) -> Iterator[str]:
        """What stands before each act for which somebody goes out that ``text`` ends in, but for a count."""
        for act in self.classes[Kind.SORTIES]:
            before, found, count = text.rpartition(act)
            if found and len(count) in any_count_ends(count, 0):
                yield before

    def _without_nobody(self, text: str) -> str:
        for word in self.classes[Kind.NO_DOERS]:
            text = text.replace(word, _NOBODY)
        return text

    def _ends_in(self, text: str, actors: Kind) -> bool:
        """Whether ``text`` ends in one of ``actors`` and, behind it, at most how it acts."""
        return any((at := text.rfind(actor)) >= 0 and self._is_manner(text[at + len(actor) :]) for actor in self.classes[actors])

    def _is_manner(self, text: str) -> bool:
        return len(text) <= _MANNER and not text.startswith(self.classes[Kind.THEIRS])

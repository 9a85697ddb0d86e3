"""What the classes of the table of 补字 mean: whether text that has the shape of a form's element is the kind of word its class names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.chinese.forms import ENDS, NUMBER, Element
from generator.chinese.nouns import Nouns, is_balanced, is_count, is_free, is_time, unquoted
from generator.chinese.shapes import Words
from generator.patterns import late

ADVERBIALS, MANNERS, VERBS, ACTORS, LIGHT, ACTS, MODIFIERS, NEXT_VERBS, GOVERNING, ADVERBS, HOLDING, NOMINAL, ORGANS, AGENTS, CONTINUING = NEEDED = (
    "状语", "方式", "动", "人", "轻动", "行为", "修饰", "后动", "管动", "副修", "办会动", "动名", "主办", "办事人", "接说",
)  # fmt: skip
"""The classes that the table must name: what may stand before any form, and what before a verb that is supplied; verbs that no noun holds; who
acts; verbs that govern a list; acts that are nouns too, and what specifies them; verbs behind a clause with 以; verbs whose object may be an act;
adverbs that make a verb of the act behind them; verbs of which each governs what any of them may; verbs that specify an act (采购检查); who holds
an act, and who carries it out; how a clause opens, beside verbs, that goes on with what an act came to."""

_NO_NOUN_BEFORE_ACT = ("作", "做", "去", "来", "和", "与", "及", "一次", "一场")
_COUNTS_ACTORS = late(rf"\D{NUMBER}[户家名人位]$")
_MANNER = 6
"""Characters between who acts and the act that may say how: 护林员沿线巡护."""
_OF_THEM = tuple("理论学习中心组 中心组 党委 党组 支部 党支部 书记 委员 班子 干部 成员 党员 党务 队伍".split())
"""Behind who holds an act, who or what is theirs: 党支部书记培训 is no act of the 支部."""


@dataclass(frozen=True)
class Meanings:
    """What the ``classes`` of a table mean."""

    classes: Words

    def fit(self, element: Element, text: str) -> bool:
        """Whether ``text``, which has the shape of ``element``, is what its class means."""
        if not (element.is_class and is_balanced(text)):
            return not element.is_class
        match element.text:
            case "动余":
                return not text or text.startswith((*self.classes[VERBS], *self.classes[NEXT_VERBS]))
            case "事":
                return is_free(text)
            case "物":
                return self._is_thing(text)
            case "短物":
                return self._is_thing(text) and not text.endswith(self.classes[ADVERBS]) and not self._is_acted(text)
            case "众物":
                return self._nouns.may_be(text) and not self._is_held(text)
            case "事物":
                return self._specifies(text) and not text.endswith(self.classes[ADVERBS]) and not self._is_acted(text)
            case "受引":
                return self._nouns.may_be(text) and not text.endswith((*self.classes[MODIFIERS], *_NO_NOUN_BEFORE_ACT))
            case "名" | "短名":
                return self._nouns.may_be(text)
            case name:
                return not name.startswith(ENDS) or self._nouns.may_be(text)

    def _is_thing(self, text: str) -> bool:
        """Whether ``text`` may be a noun and is no actor, time or count, and counts none who act."""
        return self._nouns.may_be(text) and self._is_no_actor(text) and not _COUNTS_ACTORS.search(text)

    def _specifies(self, text: str) -> bool:
        """Whether ``text`` may say what an act behind it is about."""
        return self._nouns_of_acts.may_be(text) and not text.startswith(self.classes[VERBS]) and self._is_no_actor(text)

    def _is_no_actor(self, text: str) -> bool:
        return not (text.endswith(self.classes[ACTORS]) or is_time(text) or is_count(text))

    @cached_property
    def _nouns(self) -> Nouns:
        return Nouns(self.classes[VERBS], self.classes[GOVERNING])

    @cached_property
    def _nouns_of_acts(self) -> Nouns:
        nominal = frozenset(self.classes[NOMINAL])
        return Nouns(tuple(v for v in self.classes[VERBS] if v not in nominal), tuple(v for v in self.classes[GOVERNING] if v not in nominal))

    def _is_held(self, text: str) -> bool:
        """Whether ``text`` says who holds the act behind it."""
        return _ends_in_actor(unquoted(text), self.classes[ORGANS])

    def _is_acted(self, text: str) -> bool:
        """Whether ``text`` says who holds the act behind it or carries it out."""
        return self._is_held(text) or _ends_in_actor(unquoted(text), self.classes[AGENTS])


def _ends_in_actor(text: str, actors: tuple[str, ...]) -> bool:
    """Whether ``text`` ends in one of ``actors`` and, behind it, at most how it acts."""
    return any((at := text.rfind(actor)) >= 0 and _is_manner(text[at + len(actor) :]) for actor in actors)


def _is_manner(text: str) -> bool:
    return len(text) <= _MANNER and not text.startswith(_OF_THEM)

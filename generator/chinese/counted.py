"""Which light verb or function word the count of a thing lacks (加密会商5次, 申报点13个, 困难家庭减免餐费36万元), if it can be told without knowing
more: 开展, 有, 为.

Learned of how the noun ends and begins, of its verbs and of its measure (``chinese.softmax``), from counts that people who write such reports gave in
640 trades with the verbs that are right whatever was the case, or none (``benchmarks/counted.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache

from msgspec import Struct

from generator.chinese.cutter import FUNCTION, Cutter, Kind, opens_with_function
from generator.chinese.naming import NOTHING_LEARNED, Naming
from generator.chinese.pairs import pairs
from generator.chinese.softmax import Softmax, together
from generator.chinese.verbs import ends_in_act, ends_in_verb, opens_clause
from generator.patterns import late

_LONGEST_END, _LONGEST_BEGINNING = 4, 2
"""Characters of the longest end and beginning that are weighed: five and three told the lists left out no better."""
DONE = frozenset("开展 组织 完成 举办 举行 召开 进行".split())
"""Verbs each of which says that an act took place."""
ALIKE = (
    DONE,
    frozenset("印发 编发 下发 发布 发出 制发 出具 制作 刊发".split()),
    frozenset("受理 接到 收到 接听".split()),
    frozenset("发现 查出".split()),
    frozenset("为 向 给".split()),
    frozenset("获 取得".split()),
)
"""Verbs that say much the same: where the weights waver between them alone, the likeliest will do."""
HAVING, STANDING, IN_ALL = "有", "设有", "共有"
"""The verbs of what is there, be it new or old: of anything, of a place where something is done, of several."""
BEING = frozenset((HAVING, STANDING, IN_ALL))
_GOES = (*"来去走到过回超达", *"突破 超过 超额 增至 降至 开会 开班 开课 开工 竣工 挂牌 揭牌 投用 上线 结业 毕业 固定".split())
"""How what is no noun ends: who comes or goes, what comes to how much, what begins or is over."""
FINISHED, _OF_THINGS, _OF_HOURS = "完成", frozenset("个 家 户 所 处 座 栋 台".split()), frozenset("小时 天 个工作日 工作日 个月 周".split())
"""The verb of an act, and measures of what it was done with: 县区督导7个 says with how many it is over, not how often it was held; hours say how long
it goes on."""
_OF_CASES = frozenset("件 起 例 条 份".split())
"""Measures of what comes up or comes in and is seen to, one by one: nobody finishes 投诉受理17件 or 舆情处置17起."""
_FOUND, _TO_BE_FOUND = ("发现", "查出"), tuple("隐患 问题 漏洞 缺陷 病害 行为 图斑 线索 风险点 疑点 差错 漏点 案件".split())
"""Verbs of what a check brings to light, and how the names of such things end: 卫生死角412处 were rather cleared."""
_NO_THINGS = frozenset("分 倍 % ％ 度 个百分点 岁".split())
"""Measures that count nothing: a score, a rate."""
_OF_NOBODY, _OF_PEOPLE = frozenset(("获", "作出")), frozenset("人 名 位".split())
"""Verbs of what is counted itself and not by those whom it befell: 三等奖2人, 处分11人."""
_LASTING = ("管理", "服务", "接诊")
"""Acts that go on and are not finished: 高血压管理3215人."""
_MADE, _SEEN = "制作", "片"
"""What is made by some and seen by more: 警示教育片4部."""
_LOOKS_INTO = "年检 巡检 抽检 复检 稽核 督查 核查 清查 走访 回访".split()
_LOOKED_INTO = late(f"(?:{'|'.join(_LOOKS_INTO)})[^，]{{3,}}|扣[^，]{{2,}}", holding=(*_LOOKS_INTO, "扣"))
"""What was looked into or held back, by verbs that no noun is read with: 年检加油站46座 is whole."""
_WITHIN = late("[日天月周年]内|期间|[^以之善]后(?!勤|台|备)", holding=("内", "期间", "后"))
"""What says by when or after what: 新任档案员一个月内跟班学习3天 is no act that is held."""
_TOOK_PART = late("[参与到受涉被应][^，]{2,}")
"""What says of those who are counted how they came in: there are none (参会企业112家)."""
_MET, _AN_EVENT, _HELD = "召开", "场", "举办"
"""What is counted as an event is held, and no meeting: 双选会2场."""
_SURE, _SURE_OF_BEING, _SURE_OF_PARTNERS, _CERTAIN = 0.6, 0.95, 0.85, 0.8
"""The probability from which a verb is set; from which 有 is, which readers take for a makeshift where another was meant and which what was checked
or handed out (年检加油站, 分配公租房) is often given; from which a function word is, that says who did it for whom; and from which a verb is set that
nothing else speaks for, by trial on the lists left out as often right."""


class Trait(StrEnum):
    """What of a count is weighed; the value is its name in the table."""

    BEGINS = "开头"
    ENDS = "末尾"
    MEASURE = "量词"
    END_AND_MEASURE = "末字和量词"
    GRAMMAR = "句法"
    FRAME = "骨架"
    VERB = "动词"
    VERB_AND_MEASURE = "动词和量词"
    PAIR = "两字"


_GRAMMAR: Mapping[str, Callable[[str], bool]] = {
    "动词开头": opens_clause,
    "末尾是办的事": ends_in_act,
    "末尾是动词": ends_in_verb,
}
"""What the grammar of verbs says of a noun."""


def traits(noun: str, measure: str, naming: Naming) -> Iterator[tuple[Trait, str]]:
    """Everything that is weighed of a count of ``noun`` by ``measure``; ``naming`` tells whether the noun is one or says what is done."""
    for n in range(1, min(_LONGEST_END, len(noun)) + 1):
        yield Trait.ENDS, noun[-n:]
    for n in range(1, min(_LONGEST_BEGINNING, len(noun) - 1) + 1):
        yield Trait.BEGINS, noun[:n]
    yield Trait.MEASURE, measure
    yield Trait.END_AND_MEASURE, noun[-1:] + measure
    yield from ((Trait.GRAMMAR, said) for said, holds in _GRAMMAR.items() if holds(noun))
    if naming.says_what_is_done(noun):
        yield Trait.GRAMMAR, "像一句话"
    pieces = tuple(Cutter(naming.verbs).pieces(noun))
    yield Trait.FRAME, "".join(kind for kind, _ in pieces)
    verbs = [word for kind, word in pieces if kind is Kind.VERB]
    yield from ((Trait.VERB, verb) for verb in dict.fromkeys(verbs))
    if verbs:
        yield Trait.VERB_AND_MEASURE, verbs[-1] + measure
    yield from ((Trait.PAIR, pair) for pair in dict.fromkeys(pairs(noun)))


class Told(Struct, frozen=True):
    """What goes before a count: a verb, 有 for all that is there, or a function word (为, 与, 在); empty where none is sure."""

    word: str = ""
    certain: bool = False

    @property
    def is_function(self) -> bool:
        return self.word in FUNCTION


NOTHING_TOLD = Told()


class Counted(Struct, frozen=True, dict=True):
    """Tells the word that a count lacks by what is ``learned``; ``naming`` tells whether a noun is one or says what is done."""

    learned: Softmax = Softmax()
    naming: Naming = NOTHING_LEARNED

    @cached_property
    def told(self) -> Callable[[str, str], Told]:
        """What goes before so many of a noun by a measure. Many units count the same things: each is asked for once."""
        return lru_cache(maxsize=1 << 12)(self._told)

    def _told(self, noun: str, measure: str) -> Told:
        if not self.learned.starts:
            return NOTHING_TOLD
        shares = self.learned.shares(traits(noun, measure, self.naming))
        best, share = next(iter(shares)), together(shares, ALIKE)
        happens = best == HAVING and (_happens(noun) or self.naming.says_what_is_done(noun))
        unlike = noun.endswith(_GOES) or (best in DONE and measure in _OF_HOURS)
        unlike = unlike or measure in _NO_THINGS or opens_with_function(noun) or self.naming.opens_with_verb(noun)
        unlike = unlike or (best == FINISHED and (noun.endswith(_LASTING) or measure in _OF_CASES))
        unlike = unlike or (best in _FOUND and not noun.endswith(_TO_BE_FOUND))
        unlike = unlike or (best == HAVING and _TOOK_PART.match(noun) is not None)
        unlike = unlike or _LOOKED_INTO.match(noun) is not None or _WITHIN.search(noun) is not None
        unlike = unlike or (best == _MADE and noun.endswith(_SEEN)) or noun.startswith(best) or (best in _OF_NOBODY and measure in _OF_PEOPLE)
        least = _SURE_OF_BEING if best == HAVING else _SURE_OF_PARTNERS if best in FUNCTION else _SURE
        if share < least or happens or unlike:
            return NOTHING_TOLD
        finished, held = best in DONE and measure in _OF_THINGS, best == _MET and measure == _AN_EVENT
        return Told(FINISHED if finished else _HELD if held else best, share >= _CERTAIN)

    @cached_property
    def denies(self) -> Callable[[str, str], bool]:
        """Whether no verb of an act goes before so many of a noun by a measure: the weights are certain of none, or sure of a function word. Of the
        lists left out in turn, 30 counts that a form gives a verb their writers would not are then denied it, and 12 others."""
        return lru_cache(maxsize=1 << 12)(self._denies)

    def _denies(self, noun: str, measure: str) -> bool:
        shares = self.learned.shares(traits(noun, measure, self.naming)) if self.learned.starts else {}
        best = next(iter(shares), HAVING)
        return (best == "" and shares[best] >= _CERTAIN) or (best in FUNCTION and together(shares, ALIKE) >= _SURE)

    @property
    def verbs(self) -> frozenset[str]:
        """All words that are set."""
        starts = self.learned.starts
        return (frozenset(starts) - {""}) | (BEING if HAVING in starts else frozenset())


def _happens(noun: str) -> bool:
    """Whether what is named happens, and is not there: 工作站挂牌."""
    return ends_in_act(noun) or ends_in_verb(noun)


NOTHING_COUNTED = Counted()

"""What the name of a matter lacks to head what is told of it: a verb phrase or a clause lacks nothing (联系党外人士, 民警下沉路面), a noun a verb
(党外人士联络).

Which it is, a weighed sum tells (logistic regression): of the characters that the name begins and ends with and holds, and of what the grammar of its
verbs says. The weights are learned from names that writers of such reports gave with the heads that they accept (``benchmarks/naming.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from re import Pattern

from msgspec import Struct, field

from generator.chinese.punctuation import LETTER
from generator.chinese.verbs import ends_in_act, ends_in_verb, governs_acts, heads_object, is_compound, is_predicated, is_verb, is_verbal_head
from generator.patterns import late

_QUOTED = late("“[^“”]*”")
_WORD = 2
"""Characters of a word that is a verb and a name (公开, 讲解)."""
_LONGEST_END, _LONGEST = 4, 12
"""Characters of the longest beginning and end that are weighed, and of a name that is as long as any."""
_LONGEST_VERB, _LONGEST_OBJECT = 2, 6
"""Characters of the longest verb that a name may open with, and of what stands behind it that is as long as any."""
_WITH_OBJECT = 5
"""Characters from which a name that begins with a verb is a verb and its object: of shorter ones as many are a thing of the verb's (安装费用)."""
_NEARLY = -0.5
"""The weight from which a name that begins with a verb is held to say what is done: of names of the lists left out 29 are then rightly left without
another verb, and 12 nouns stand bare."""
_AND = ("和", "与", "、")
_DONE_WELL = late("[^良友美爱较最更偏叫]好[^的，、]{3}", holding="好")
"""A verb of one character with what it comes to, and an object."""
_ANEW = late("新[开扩建增设购办签聘招修装铺栽植添辟成]", holding="新")
_NAMES = 1 << 12
"""Names of which it is remembered what they are: those of a hundred drafts."""
_INSTITUTION = late("[^，、]+的[^，、的]{2,5}(?:制|制度|机制|体系)")
"""An institution and whose or of what kind it is, whatever verb is said of that: 党委领导下的院长负责制."""
_OF_ITS_KIND = late("[^，、的]{2,}的[^，、的]{2}")
"""A thing and what it is of: 车轮上的党课."""
_OF_A_KIND = late("(?:..化(?![解验肥学工石])|突发|适龄).{2,}")
"""A thing and of what kind it is, by a word that looks like a verb and is none: 规范化门诊, 突发公共卫生事件."""
_PAIRED = late(rf"{LETTER}{{2}}[和与及]{LETTER}{{2}}|({LETTER}{{2}}){LETTER}{{2}}、\1{LETTER}{{2}}")
"""Two things or acts that are named together: 开放和借阅, 审查逮捕、审查起诉. All 159 such names of the lists with 和 are given a verb."""
_REACHES = late("[^，、]{2,}(?:融入|嵌入|引领|赋能|带动|助力)[^，、]{4,}")
"""A thing and what it reaches, which is no verb's object: 党的领导融入公司治理, 党建引领文艺创作."""
_IN_TIME = late("(?:按时|按期|准时|按月|按季)[^，、的]{2,6}(?<!制度)(?<!机制)(?<!管理)")
"""What is said to be done when it should be: 按时足额发放."""
_IN_FORCE = late("(?:落实|执行|健全|完善|推行|建立|坚持)[^，]{2,}(?:制度|机制|政策|要求|措施|规定|部署)")
"""What is put in force, be it several: 落实党费收缴、使用和公示制度."""
_ONE_EACH = late(rf"[^，、一]{{2,}}一{LETTER}{{1,2}}[一两二三四]{LETTER}{{1,2}}")
"""A thing and how often or how many of something it has each: 粮温一周三测, 支委一年两训."""
_BY_THEN = late("[^，、]{3,}(?:年内|年底前?|月底前|上半年|下半年)[^，、的]{2,}")
"""A thing and what becomes of it until when: 公益性公墓二期年内开工."""
_AGAINST_ILL = late("[防反](?!范|止|治|控|御|守|映|馈|思)[^，、]{2}")
"""What is done against an ill, by its name in three characters: 防溺水 stood bare among heads with verbs."""
_THINGS, _THINGS_OF = (_PAIRED, _OF_A_KIND, _AGAINST_ILL), (_INSTITUTION, _OF_ITS_KIND)
"""The forms of names, whatever they begin with, and unless they begin with a verb."""
_CLAUSES = (_REACHES, _IN_TIME, _IN_FORCE, _ONE_EACH, _BY_THEN)
"""The forms of what is told."""
_OF_FOUR = 4
"""Characters of a name that may be two verbs of one character, each with its object: 治污减排."""


class Trait(StrEnum):
    """What of a name is weighed; the value is its name in the table."""

    BEGINS = "开头"
    ENDS = "末尾"
    PAIR = "中间两字"
    CHARACTER = "中间一字"
    LENGTH = "字数"
    GRAMMAR = "句法"
    REST = "去掉前两字"
    OBJECT_FROM = "动宾起于"
    BEHIND_VERB = "两字动词后"
    BEHIND_SHORT = "一字动词后"
    OBJECT_LENGTH = "动词后字数"
    SHORT = "三字首字"
    THIRD = "四字第三字"


_PRINCIPLE = tuple("为主 为本 为先 为要 为重 至上 优先 第一 不炒".split())
"""What is said of a subject as a principle."""
_AIM = late(rf"(?:促(?!销)|稳(?![压定])|扩(?![音建])){LETTER}{{2}}")
"""An aim of policy in three characters, which no list has enough of to learn from: 促消费, 稳外贸."""
_AIMING = frozenset("促稳扩")
_LEADING = frozenset("带促助")
_LEADS_TO = late("[^，、]{2}[带促助][^，、]{2,3}")
"""One thing brings on another: 基金带项目."""
_ENTERED = frozenset("社区 校园 企业 乡村 机关 军营 家庭 车间 班组 工地 基层 一线 网格 学校 园区".split())
"""What is said of nobody in particular."""
_GRAMMAR: Mapping[str, Callable[[str], bool]] = {
    "末尾是办的事": ends_in_act,
    "末尾是动词": ends_in_verb,
    "动词带事": governs_acts,
    "动词带宾语": heads_object,
    "两事合成": is_compound,
    "有谓语": is_predicated,
    "动词词组": is_verbal_head,
    "原则": lambda text: text.endswith(_PRINCIPLE),
    "甲带乙": lambda text: text[2:3] in _LEADING and bool(_LEADS_TO.fullmatch(text)),
    "进某处": lambda text: text[0] in "进下入" and text[1:] in _ENTERED,
}
"""What the grammar of verbs says of a text."""


def traits(name: str, verbs: frozenset[str] = frozenset()) -> Iterator[tuple[Trait, str]]:
    """Everything that is weighed of ``name``; ``verbs`` are known beside those of ``chinese.verbs``."""
    for n in range(1, min(_LONGEST_END, len(name)) + 1):
        yield Trait.BEGINS, name[:n]
        yield Trait.ENDS, name[-n:]
    yield from ((Trait.PAIR, name[i : i + 2]) for i in range(1, len(name) - 2))
    yield from ((Trait.CHARACTER, c) for c in dict.fromkeys(name[2:-2]))
    yield Trait.LENGTH, str(min(len(name), _LONGEST))
    for trait, text in ((Trait.GRAMMAR, name), (Trait.REST, name[2:])):
        yield from ((trait, said) for said, holds in _GRAMMAR.items() if len(text) > 1 and holds(text))
    yield from ((Trait.OBJECT_FROM, str(i + 1)) for i in range(1, min(len(name) - 1, _LONGEST_END + 1)) if heads_object(name[i:]))
    yield from _behind_verb(name, verbs)
    if len(name) == _OF_FOUR:
        yield Trait.THIRD, name[2]


def _behind_verb(name: str, verbs: frozenset[str]) -> Iterator[tuple[Trait, str]]:
    """How what stands behind the verb that ``name`` opens with ends and how long it is: objects are of any kind, what makes a name of it (检测中心,
    检测报告) is of few."""
    length = next((n for n in range(_LONGEST_VERB, 0, -1) if len(name) > n and (name[:n] in verbs or is_verb(name[:n]))), 0)
    if not length or len(name) <= _WORD:
        return
    behind, trait = name[length:], Trait.BEHIND_VERB if length > 1 else Trait.BEHIND_SHORT
    yield Trait.GRAMMAR, f"{length}字动词开头"
    yield from ((trait, behind[-n:]) for n in range(1, min(_WORD, len(behind)) + 1))
    yield Trait.OBJECT_LENGTH, f"{length}+{min(len(behind), _LONGEST_OBJECT)}"
    if length == 1 and len(behind) == _WORD:
        yield Trait.SHORT, name[0]


class Naming(Struct, frozen=True, dict=True):
    """The weights by trait and value, and the ``start`` that is theirs together where nothing is weighed: above nothing, a name says what is done.
    ``verbs`` are those that the weights were learned with beside the ones of ``chinese.verbs``; ``openers`` are verbs of two characters with which
    only what is whole begins, ``likely`` ones verbs that no list says anything of."""

    start: float = -1.0
    weights: Mapping[Trait, Mapping[str, float]] = field(default_factory=dict)
    verbs: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()

    @cached_property
    def says_what_is_done(self) -> Callable[[str], bool]:
        """Whether a name needs no verb before it: it is a verb phrase, a clause, or says how something is to stand. Each is weighed once."""
        return lru_cache(maxsize=_NAMES)(self._says_what_is_done)

    def _says_what_is_done(self, name: str) -> bool:
        """As told above. Two acts side by side are a name, that readers missed a verb before where its siblings have one (清淤疏浚)."""
        aims = name[:1] in _AIMING and _AIM.fullmatch(name) is not None
        return aims or (not (is_quoted(name) or len(name) <= _WORD or self._is_of_acts(name)) and self._is_whole(name))

    def _is_whole(self, name: str) -> bool:
        """Whether the weights say that ``name`` says what is done, or nearly do of one that begins with a verb and ends in no act: readers mind a
        verb before a verb (抓好点评处方) more than a noun that stands bare."""
        opens = is_verb(name[:_WORD]) or name[:_WORD] in self.verbs
        if _has_form(name, _THINGS if opens else (*_THINGS, *_THINGS_OF)):
            return False
        if _has_form(name, _CLAUSES):
            return True
        weighed = self._sum(name)
        if weighed > 0 or len(name) < _WITH_OBJECT or ends_in_act(name):
            return weighed > 0
        return (opens and weighed >= _NEARLY and not ends_in_verb(name)) or self.opens_with_verb(name)

    def opens_with_verb(self, text: str) -> bool:
        """Whether ``text`` begins with a verb that takes none before it: one that is long enough to have an object (审结刑事案件), two that share one
        (发展和管理党员), one with what it comes to (上好思政课), one of what is new (新开职业技能班)."""
        first, second = text[:_WORD], text[_WORD + 1 : 2 * _WORD + 1]
        likely = len(text) > _WITH_OBJECT and first in self.likely
        shared = text[_WORD : _WORD + 1] in _AND and len(text) > 2 * _WORD + 2 and is_verb(first) and is_verb(second)
        return (
            len(text) >= _WITH_OBJECT
            and not _has_form(text, _THINGS)
            and (first in self.openers or likely or shared or _DONE_WELL.match(text) is not None or _ANEW.match(text) is not None)
        )

    def _is_of_acts(self, name: str) -> bool:
        governed = governs_acts(name) or heads_object(name)
        return len(name) == _OF_FOUR and not governed and all(self._is_act(half) for half in (name[:_WORD], name[_WORD:]))

    def _is_act(self, word: str) -> bool:
        return ends_in_act(word) or word in self.verbs or is_verb(word)

    def _sum(self, name: str) -> float:
        return self.start + sum(self.weights.get(trait, {}).get(value, 0.0) for trait, value in traits(name, self.verbs))


NOTHING_LEARNED = Naming()


def _has_form(text: str, forms: Iterable[Pattern[str]]) -> bool:
    return any(form.fullmatch(text) for form in forms)


def says_how_often(text: str) -> bool:
    """Whether ``text`` says of a thing how often or how many of something it has each."""
    return _ONE_EACH.fullmatch(text) is not None


def is_quoted(text: str) -> bool:
    """Whether ``text`` is a name in quotation marks."""
    return bool(_QUOTED.fullmatch(text))

"""Who speaks: 我 in a 述职报告 for what the reporter did himself, its 党组 for what that did where he speaks for it; 党组 in a report on 从严治党. A
述职报告 names the unit as a doer nowhere: every blind reader took that for work that is not the reporter's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.chinese.punctuation import LETTER, clauses
from generator.chinese.verbs import opens_clause, opens_timed
from generator.chinese.wordbook import Wordbook
from generator.compose.statements import Glue
from generator.facts.model import Facts
from generator.patterns import late
from generator.report import Inlines, plain
from generator.template.model import Person, Template

_MYSELF = late(
    r"(?:(?:全年|年内|一年来|今年以来|今年|上半年|下半年)[共还]?)?(?:经常|定期|认真|严格|坚持|多次|先后|每[月周年]|每季度)?"
    r"(?:主持|带头|牵头|亲自|带队|带领|以普通党员身份|[与同](?:\d+名)?(?:班子|领导班子|科室|分管|中层)|列席|审定|开展(?:廉政|提醒|任前|任职|谈心|诫勉)谈话|领学|包案|接访|旁听|如实报告|履行|约谈|主讲"
    r"|作(?:[\u4e00-\u9fff]{0,4})?发言|讲(?:授)?(?:专题|廉政)?党课|参加(?!人|党员|学|职工|干部|群众|活动))"
)
"""What only a person does: the reporter did it."""
_OF_THE_PARTY = late(r"党组|党委|党总支|支部|党员|党建|从严治党|“?第一议题|意识形态|中心组|民主生活会|党风|换届")
_SUBMITTED = late(r"(?:提交|提请|报请|报)[^，。；]{0,6}党[组委](?:会议?)?")
"""What is laid before a 党组 is not done by it."""
_STEADY = ("始终", "坚决", "自觉", "时刻", "牢牢", "一以贯之", "坚定")
"""Adverbs that open a principle."""
_WILLED = ("将", "要", "拟", "力争", "计划", "针对")
_AT_FAULT = Wordbook(
    tuple("忙于 习惯 担心 不敢 怕 图 总觉得 认为 满足于 对 没有 缺少 缺乏 过于 过多 不善 偏重 重 平时忙".split()),
    {"对": ("照", "比"), "重": ("要", "点")},
)
"""How a cause begins that lies with a person."""
_OF_THOSE = late(f"{LETTER}{{2,8}}的(?=[改由按用])", holding="的")
"""How a plan begins that says of whom or what it is: 外出务工的改用电话随访."""
ME = "我"


class Speaker(Struct, frozen=True):
    """The subjects that a report has: ``me`` in the first person, the unit's ``party`` organisation; empty where it does not speak of them."""

    person: Person
    me: Inlines = ()
    party: Inlines = ()

    def stance(self, text: str) -> Inlines:
        """The subject of the principle ``text`` that a block stands on; none where it has one of its own, or where the unit speaks of itself."""
        own = {Person.SELF: self.me, Person.PARTY: self.party, Person.UNIT: ()}[self.person]
        return own if _takes_subject(text) or text.startswith(_STEADY) else ()

    def doer(self, said: Sequence[str]) -> Inlines:
        """Who did what the statements ``said`` of one sentence report, where the first names nobody: the reporter where that is what only he did,
        else the 党组; none where that cannot be told, or where the reporter did only what is told behind it."""
        if self.person is Person.UNIT or not _takes_subject(said[0]):
            return ()
        if _MYSELF.match(said[0]):
            return self.me
        if any(_MYSELF.match(clause) for s in said for _, clause in clauses(s)):
            return ()
        return self.party if any(_OF_THE_PARTY.search(_SUBMITTED.sub("", s)) for s in said) else ()

    def will(self, said: str, glue: Glue) -> Inlines:
        """我将, before what the reporter means to do; not before when it is to be, for that may be done by others (每月25日前集中报账)."""
        open_to = opens_clause(said) and not said.startswith(_WILLED) and not _OF_THOSE.match(said)
        return (*self.me, glue("将")) if self.me and open_to else ()

    def blamed(self, cause: str) -> Inlines:
        """我, before a cause that lies with the reporter."""
        return self.me if _AT_FAULT.opens(cause) else ()


def _takes_subject(text: str) -> bool:
    return opens_clause(text) or opens_timed(text) or _MYSELF.match(text) is not None


def speaker_of(facts: Facts, template: Template, glue: Glue) -> Speaker:
    """Who speaks in a report on ``facts``."""
    party = facts.unit.party
    if template.person is Person.SELF:
        return Speaker(template.person, (glue(ME),), party if facts.reporter and _leads(plain(facts.reporter.post)) else ())
    return Speaker(template.person, party=party if template.person is Person.PARTY else ())


def _leads(post: str) -> bool:
    """Whether who holds ``post`` speaks for a 党组."""
    return "书记" in post or _OF_THE_PARTY.search(post) is not None

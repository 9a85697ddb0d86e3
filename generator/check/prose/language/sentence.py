"""Sentences that stop before they are over, and 的 where 地 joins how a thing is done to the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import QUOTES, REGULAR, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark

_OPEN = re.compile(
    "(?:变为|变成|转为|转变为|转化为|提升到|提高到|增加到|降低到|缩短到|确保|促使|以及|并且|或者|关于|按照|围绕|针对|根据|由于|因为|为了|从而|进而|使得|统一到|落实到|融入到)"
    "(?=[。；]|$)"
)
_INTO = re.compile(
    "(?:说成|看成|当成|当作|看作|视作|视为|称为|称作|定为|列为|评为|选为|设为|改为|调整为|变更为|认定为|确定为|转换成|转换为|转化成|转变成|打造成|建设成"
    "|发展成为?|发展为|培养成为?|塑造成|升级为|细化为|分解为|概括为|归纳为|浓缩为|化作|化为|变作)(?=[。；]|$)"
)
"""Verbs that say what a thing is made into, or taken for, and cannot end a sentence."""
_MADE = re.compile(
    "(?<![一两几手])把(?![握关控守脉舵])[^，。；：、]{2,24}?"
    "(?P<verb>(?<!担当)(?<![有所新大善敢能勇实不乱慢好主])(?<!积极)(?<!主动)作为|变成|说成|看成|当成|当作|看作|变为|转化为|转变为)(?=[，。；]|$)"
)
"""把甲作为: without what it is taken for the sentence has lost its end, whatever mark stands there."""
_VERBS = (
    "加大|加强|提高|提升|完善|落实|健全|强化|推进|做好|抓好|抓实|开展|召开|组织|举办|制定|印发|签订|建立|深化|拓展|压实|严格|规范|改进|增强|推动|促进|确保"
    "|履行|贯彻|坚持|实现|达到|取得|营造|打造|构建|形成|发挥|解决|明确|聚焦|围绕|巩固|优化|细化|夯实"
)
_UNSAID = re.compile(
    rf"(?:(?<=[，。；])|^)(?:并|也|还|同时，)?(?:切实)?(?:{_VERBS})了?(?=。)"
    "|(?<=，)[又还也并且更而再则](?=。)|(?<![更再前])进一步(?=[，。；])|(?:取得|收到|起到)了?(?:较为)?(?:明显|显著|较好|良好|积极|阶段性|一定|新)的?(?=[，。；])|(?:(?<=[，。；])|^)(?:层层|逐级|分别)签订(?=[，。；])"
    "|(?:完成|实现)了?(?:年度|全年|各项)的?(?=。)|(?:参加|参训|参会|参与)(?:人员|人数)(?=。)"
    "|(?<=，)(?:努力|切实|着力|有效|真正)(?:实现|推动|促进|做到|达到)(?=[。；])|(?<!不是为了)(?:提高|增强|加强|提升|改善|满足)(?:全体|广大|基层)?(?:党员|干部|群众|职工|队伍|教师|学生|企业|居民|农民)的(?=[，。；])"
    "|(?:加强|加大|强化|做好|抓好)对[\u4e00-\u9fff、]{2,12}的(?=[，。；])|(?:组织|带领|引导|发动|动员)[\u4e00-\u9fff]{2,6}(?<!地)(?:开展|实施|进行)(?=[，。；])"
    "|(?<=，)(?:我[局院校委办馆所站]|局党组|各支部|各科室|全体党员)(?=。)"
)
"""A verb or an adverb that is a clause by itself, and what is left of an object without its noun."""
_OF_WHAT = re.compile("(?<=[作设理务况题展程度量]的)(?=。)")
_IS_WHAT = re.compile("是|会|能|要|应|可|够|有|属|像|为")
"""What stands before a 的 that ends its sentence (是干出来的)."""
_LONG = 12
"""Characters from which a paragraph is a sentence and no line of a list."""


def _cut_short(subject: Subject) -> Iterator[Finding]:
    """推动分馆由守摊子变为。"""
    for passage in subject.passages:
        for m in _OPEN.finditer(passage.text) if len(passage.text) > _LONG else ():
            yield at(passage, m.start(), m.end(), f"话到“{m[0]}”就断了", "把话说完")
        told = {m.end() for m in _OPEN.finditer(passage.text)}
        into = {m.span() for m in _INTO.finditer(passage.text)} | {m.span("verb") for m in _MADE.finditer(passage.text)}
        for start, end in sorted(into) if len(passage.text) > _LONG else ():
            if end not in told:
                yield at(passage, start, end, f"“{passage.text[start:end]}”后面没有说是什么", "把话说完")
        for m in _UNSAID.finditer(passage.text) if len(passage.text) > _LONG else ():
            yield at(passage, m.start(), m.end(), f"话到“{m[0]}”就断了", "把话说完")
        for m in _OF_WHAT.finditer(passage.text):
            clause = since_mark(passage.text, m.start(), "，。；")
            if not _IS_WHAT.search(clause):
                yield at(passage, m.start() - len(clause), m.end(), f"“{clause}”后面没有说是什么", "把话说完")


_HOW = (
    "扎实|深入|认真|积极|切实|稳步|持续|不断|及时|主动|自觉|充分|迅速|有序|顺利|从严从细|从严从实|一丝不苟|不折不扣|坚定不移|持之以恒"
    "|仔细|大力|踏实|耐心|细致|妥善|坚决"
)
_HOW_TOO = "严格|全面|有力|(?<!行之)有效|广泛|准确|圆满|高效"
"""How a thing is, and how it is done: before a verb that is hardly a noun."""
_DOES = "开展|推进|做好|抓好|抓|落实|学习|完成|推动|组织|实施|解决|贯彻|执行|履行|配合|参与|参加|宣传|发挥|提高|提升|改进|整改|处置|化解|投入"
_TAKES = "开展|推进|做好|抓好|办好|搞好|完成|落实|贯彻|履行|解决|配合|参加|化解|整改|处置"
"""Verbs of ``_DOES`` that take 工作 and 活动 as what is done."""
_OF_A_NOUN = "情况|作用|机制|态度|精神|作风|基础|过程|能力|标准|程序|力度|氛围|效果|意识|水平|方式|办法|举措|措施|意愿|行动|体系"
_HOW_DONE = re.compile(
    rf"(?:{_HOW}|{_HOW_TOO})的(?=贯彻落实|贯彻执行|组织开展(?!的)|组织实施|推进落实|解决了)"
    rf"|(?:{_HOW}|{_HOW_TOO})的(?=(?:{_TAKES}|保障了|促进了|推动了|提升了|维护了|提高了|解决了)(?!(?:[^，。；]{{0,6}}(?:{_OF_A_NOUN})(?:[，。；]|$))))"
    rf"|(?:{_HOW})的(?=(?:{_DOES})(?!(?:{_OF_A_NOUN}|工作|活动)|(?:[^，。；]{{0,6}}(?:工作|活动|{_OF_A_NOUN})(?:[，。；]|$))))"
    "|(?:更|较|很)[好快]的(?=(?:服务(?:群众|基层|企业|大局|发展|师生|人民|百姓|中心|居民)|满足|履行|落实|完成|推进|推动|促进|解决|发挥[^，。；]*作用)(?![^，。；]{0,4}的))"
)


_WHAT_KIND = re.compile(
    "(?:认真|严谨|务实|良好|积极|扎实|主动|负责|严肃|饱满|浓厚|优良|过硬|热情|显著|明显)地(?=(?:态度|作风|精神|氛围|环境|成效|效果|成绩|做法|风气|形象|局面|习惯|素质|本领|基础|工作作风|工作态度)(?:[，。；、]|[\u4e00-\u9fff]))"
)


def _joined(subject: Subject) -> Iterator[Finding]:
    """扎实的开展调研."""
    for passage in subject.passages:
        for m in _HOW_DONE.finditer(passage.text):
            right = m[0][:-1] + "地"
            yield at(passage, m.start(), m.end(), f"“{m[0]}”后面是动词，应为“{right}”", "说怎样做用“地”", right)
        for m in _WHAT_KIND.finditer(passage.text):
            right = m[0][:-1] + "的"
            yield at(passage, m.start(), m.end(), f"“{m[0]}”后面是名词，应为“{right}”", "说什么样用“的”", right)


_TEXT = Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES))

RULES = (
    Rule(
        "cut-short",
        "话说完整",
        Authority.PRACTICE,
        REGULAR,
        _cut_short,
        Example("组织读书会9次，推动分馆由守摊子变为。"),
        Example("组织读书会9次，推动分馆由守摊子变为办活动，把大道理说成身边事，被评为先进，工作更进一步，制度不断完善。责任书层层签订。"),
        _TEXT,
    ),
    Rule(
        "adverb-particle",
        "“地”“的”用得对",
        Authority.ADVICE,
        "《现代汉语八百词》“的”“地”",
        _joined,
        Example("扎实的开展调研9次。"),
        Example("扎实地开展调研9次，形成扎实的开展工作基础。"),
        _TEXT,
    ),
)

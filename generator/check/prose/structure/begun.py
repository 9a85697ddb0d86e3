"""Points that begin with the second (二是), what is told as yet to come among what was done, and goals that lie behind what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, CONCISE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark, until_mark

_SECOND = re.compile("(?:^|(?<=[。；：]))二是")
_FIRST = re.compile("一是|一要|一则|一来|其一|第一|一方面|首要的是|（一）|(?:^|[。；：\n])1[.．、]")


def _second_first(subject: Subject) -> Iterator[Finding]:
    """首先抓学习。二是抓制度: the first point is counted otherwise, or not at all."""
    told: dict[int, str] = {}
    for passage in subject.passages:
        before = told.get(id(passage.section), "")
        m = _SECOND.search(passage.text)
        said = before + passage.text[: m.start()] if m else ""
        if m and said.strip() and not _FIRST.search(said):
            how = "前面写的是“首先”，两套序次混在一起" if "首先" in said else "前面没有“一是”"
            yield at(passage, m.start(), m.end(), f"有“二是”，{how}", "补上“一是”，或统一序次")
        told[id(passage.section)] = before + "\n" + passage.text


_TO_COME = re.compile(
    "(?:^|(?<=[，。；]))(?:下一步，?|接下来，?)?(?:我[局院委校办馆所站]|局党组|党支部)?(?:将|拟|计划)"
    "(?=(?:继续|进一步|着力|重点)?(?:组织|开展|召开|举办|改造|新建|启动|加强|完善|建立|实施|打造|推动|推进)[^，。；]{2,})"
    "(?![^，。；]*(?:作为|纳入|列[为入]|融入|落[到在]|转[化变]|上升|[摆放]在|当[作成]|变[为成]|贯穿|嵌入|延伸|结合|统一|相|到位|到底|清零|消除|控制))"
)
"""将 with what was to be done; with what comes of a thing it is 把."""
_SET_DOWN = re.compile(
    r"要求|方案|部署|明确|提出|印发|规划|合同|协议|通知|约定|承诺|确定|决定|下半年|明年|下一步|后续|目前|正在|未来|今后|即将|\d{4}年"
)


def _to_come(subject: Subject) -> Iterator[Finding]:
    """将组织培训6期 in a chapter on what was done in a year that is over."""
    for passage in (p for p in subject.passages if p.part is Part.PRACTICE) if subject.is_of_a_year else ():
        for m in _TO_COME.finditer(passage.text):
            sentence = since_mark(passage.text, m.start(), "。；") + until_mark(passage.text, m.end(), "。；")
            if not _SET_DOWN.search(sentence):
                yield at(passage, m.start(), m.end(), f"做法里写的是将要做的事：“{m[0]}”", "已经做了的，删去“将”；没有做的，写进打算")


_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,6}率)(?:仍有|仍为|还有|高达|只有|仅为|仅有|达到|达|为|是)?(?P<value>\d+(?:\.\d+)?)[%％]")
_GOAL = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,6}率)(?:要|再)?(?P<verb>降到|降至|压到|控制在|提高到|提升到|上升到|达到)(?P<value>\d+(?:\.\d+)?)[%％]"
)
_FALLS = ("降到", "降至", "压到")
_RISES = ("提高到", "提升到", "上升到")


def _goal_behind(subject: Subject) -> Iterator[Finding]:
    """漏损率仍有11%, and a plan by which it is to fall to 12%."""
    now = [(m["name"], Decimal(m["value"])) for p in subject.passages if p.part in (Part.PRACTICE, Part.PROBLEM) for m in _RATE.finditer(p.text)]
    for passage in (p for p in subject.passages if p.part is Part.PLAN):
        for m in _GOAL.finditer(passage.text):
            there = [value for name, value in now if name.endswith(m["name"]) or m["name"].endswith(name)]
            goal = Decimal(m["value"])
            behind = there and ((m["verb"] in _FALLS and goal >= max(there)) or (m["verb"] in _RISES and goal <= min(there)))
            if behind:
                yield at(passage, m.start(), m.end(), f"打算把{m['name']}{m['verb']}{m['value']}%，前面写的已经是{there[0]}%", "核对两个数")


_DONE = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、主要做法\n{}\n二、存在问题\n管网漏损率仍有11%。\n三、下一步打算\n漏损率降到{}%以下。"

RULES = (
    Rule(
        "point-begins",
        "有“二是”就有“一是”",
        Authority.PRACTICE,
        ACCURATE,
        _second_first,
        Example("首先抓学习，学习9次。二是抓制度，修订3项。"),
        Example("一是抓学习，学习9次。二是抓制度，修订3项。"),
        Scope(RUNNING, (*QUOTES, *TITLES)),
    ),
    Rule(
        "to-come",
        "做法里不写将要做的事",
        Authority.ADVICE,
        ACCURATE,
        _to_come,
        Example(_DONE.format("将组织开展业务培训6期。", "9"), period=((2025, 1), (2025, 12))),
        Example(_DONE.format("组织开展业务培训6期，将隐患整改到位，方案明确将新建泵站2座。", "9"), period=((2025, 1), (2025, 12))),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
    Rule(
        "goal-behind",
        "打算的目标不落在现状后面",
        Authority.ADVICE,
        CONCISE,
        _goal_behind,
        Example(_DONE.format("培训6期。", "12")),
        Example(_DONE.format("培训6期。", "9")),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
)

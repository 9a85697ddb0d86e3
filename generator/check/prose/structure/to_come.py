"""What is yet to come told among what was done: 将组织培训6期 in a chapter on a year that is over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.months import calendar_year
from generator.chinese.punctuation import since_mark, until_mark

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


_PRACTICES = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、主要做法\n{}"

RULES = (
    Rule(
        "to-come",
        "做法里不写将要做的事",
        Authority.ADVICE,
        ACCURATE,
        _to_come,
        Example(_PRACTICES.format("将组织开展业务培训6期。"), period=calendar_year(2025)),
        Example(_PRACTICES.format("组织开展业务培训6期，将隐患整改到位，方案明确将新建泵站2座。"), period=calendar_year(2025)),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
)

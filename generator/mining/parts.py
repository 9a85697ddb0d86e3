"""The passages that open a report and its parts, clause by clause: what each clause does there, and that clause as any office could say it.

Templates build a 导语, the turn to the problems and the lead of the plans out of such clauses, each drawn from the pool of its part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from generator.bank.formulations import Formulation, FormulationKind, contained
from generator.bank.phrase import Kind
from generator.chinese.verbs import opens_clause
from generator.mining.cues import OPENINGS
from generator.report import Move


class Part(StrEnum):
    """What a clause does in such a passage; the values are the names of the pools (bank.topics)."""

    GUIDANCE = "指导思想"
    FOLLOWED = "遵循"
    CAMPAIGN = "专题"
    CENTRE = "中心"
    GRIP = "抓手"
    END = "目标"
    MEASURED = "对照"
    LACKING = "差距"
    SHOWN = "表现"
    RESOLVED = "引语"


THEME = "{专题}"
"""Stands for the campaign that a clause names: the clerk says which one it is."""

_RESOLVED = (Part.RESOLVED, re.compile(r"^(?:坚持|聚焦|紧盯|针对|对准|着力|补齐|补短板|正视|从.+入手)"))
_PARTS: dict[Move, tuple[tuple[Part, re.Pattern[str]], ...]] = {
    Move.LEAD: (
        (Part.CAMPAIGN, re.compile(r"^(?!.*思想为指导).*\{专题\}")),
        (Part.GUIDANCE, re.compile(r"思想为(?:指导|统领|遵循)|习近平新时代中国特色社会主义思想$")),
        (Part.FOLLOWED, re.compile(r"(?:学习|贯彻|落实|践行|领悟).*(?:精神|重要(?:讲话|论述|思想|指示批示|指示)|思想)$|“两个(?:确立|维护)”")),
        (Part.END, re.compile(r"^(?:切实)?为.+(?:提供|赋能|保[证障])|^(?:力争|推动|推进|努力|切实(?:增强|提升|提高))|再上新台阶")),
        (Part.CENTRE, re.compile(r"围绕|服务大局|中心工作|决策部署|工作要求|^(?:聚焦|立足|紧扣|锚定)")),
        (Part.GRIP, re.compile(r"^(?:坚持|突出|充分发挥|把|以.+为(?:抓手|重点|主线|载体)|着力|整合|凝聚|切实)")),
    ),
    Move.TURN: (
        (Part.LACKING, re.compile(r"(?:还|仍|也)(?:然?存在|有|不少).*(?:不足|差距|短板|薄弱环节|弱项|距离)$")),
        (Part.MEASURED, re.compile(r"^(?:对照|与.+相比$|同.+相比$)")),
        (Part.SHOWN, re.compile(r"^主要(?:表现在|是|有)$|^(?:表现在|集中在)$")),
        _RESOLVED,
    ),
    Move.PLAN: (_RESOLVED,),
}
_STATED = frozenset({Part.GUIDANCE, Part.FOLLOWED, Part.CAMPAIGN, Part.CENTRE, Part.MEASURED, Part.LACKING, Part.SHOWN, Part.RESOLVED})

_ORGANS = "局|委|院|会|馆|中心|公司|集团|党委|党组|支部|总支|部|组|街道|办事处|镇|乡|队|机关|站|所|校|学|行|社|联|办"
_SPEAKER = re.compile(rf"(?:[\u4e00-\u9fff]{{0,16}}?(?:{_ORGANS})|我们|我)(?:班子|工作)?")
_LONGEST_SPEAKER = 20
_AUXILIARY = re.compile(r"^(?:也|将|要)")
_OPENS = (*OPENINGS, "还", "仍")
_LINKS = re.compile(r"^(?:但是?|不过|同时|也)(?=[对与同还仍工])|^\{主体\}(?:也|将|要)?")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{0,4}?(?:[省市县区旗镇乡]|州(?![市县区]))")
_SUPERIOR = re.compile(r"(?:[省市县区州旗]委(?:、[省市县区州旗]政府)?|(?:学校|集团|上级)党委)(?=[中工部要坚正的])")
_LONGEST_BUSINESS, _SHORTEST_BUSINESS = 4, 2
_OF_BUSINESS = r"(?=事业|各项工作|工作|高质量发展|领域|系统|中心工作|重点任务)"


def part_of(clause: str, kind: Kind, move: Move | None) -> Part | None:
    """The part that ``clause``, as any office could say it, makes of a passage; None where it makes none. Elsewhere a ``kind`` of clause that is no
    transition says something of its own."""
    if move is None or not (kind is Kind.TRANSITION or (kind is Kind.CLAUSE and move is Move.LEAD)):
        return None
    return next((part for part, shape in _PARTS.get(move, ()) if shape.search(clause)), None)


def is_stated(part: Part | None) -> bool:
    """Whether a clause of ``part`` is what every such passage says, so that it reports nothing, whatever verb it has."""
    return part in _STATED


def common_form(clause: str, office: str) -> str:
    """``clause`` without who speaks, with the words by which ``office`` is called as ``{业务}`` and the body above it as ``{上级}``."""
    return _SUPERIOR.sub("{上级}", _with_business(_without_speaker(_LINKS.sub("", clause)), office))


def with_theme(clause: str, formulations: Iterable[Formulation]) -> str:
    """``clause`` with the one campaign that it names as ``{专题}``; as it is where it names none or several."""
    campaigns = [f.text for f in contained(clause, tuple(formulations)) if f.kind is FormulationKind.CAMPAIGN]
    return clause.replace(campaigns[0], THEME) if len(campaigns) == 1 else clause


def _without_speaker(clause: str) -> str:
    """``clause`` behind the name it opens with; as it is where it opens with a verb."""
    if _begins(clause):
        return clause
    ends = (m.end() for n in range(1, _LONGEST_SPEAKER) if (m := _SPEAKER.fullmatch(clause, 0, n)))
    rests = (_AUXILIARY.sub("", clause[end:]) for end in ends)
    return next(filter(_begins, rests), clause)


def _begins(clause: str) -> bool:
    return opens_clause(clause) or clause.startswith(_OPENS)


def _with_business(clause: str, office: str) -> str:
    """``clause`` with the longest run of ``office``'s name, its place aside, that it says its work is of."""
    called, named = _PLACE.subn("", office)
    for length in range(_LONGEST_BUSINESS, _SHORTEST_BUSINESS - 1, -1):
        for at in range(0 if named else 1, len(called) - length + 1):
            found, times = re.subn(re.escape(called[at : at + length]) + _OF_BUSINESS, "{业务}", clause)
            if times:
                return found
    return clause

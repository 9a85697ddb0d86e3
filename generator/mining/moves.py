"""The move of a sentence, by the roles of its section, its place there, and a few cues."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.report import Move, Role

_HAND_OVER = re.compile(r"现将.*(如下|报告|汇报)|(报告|汇报|述职)如下")
_CAUSE = re.compile(r"由于|究其原因|主要原因|原因(在于|是)|根源在")
_RESULT = re.compile(r"取得|提升了|增强了|形成了|实现了|得到了?(?!落实)|成效(明显|显著)|均已|圆满|荣获|获评|走在前列|阶段性成效")
_ANSWERS = re.compile(r"(对此|针对(上述|以上|存在的?)(问题|不足|差距).{0,4})$")
_INTENDS = re.compile(r"将|下一步|今后")
_TURN = re.compile(r"以下几个?方面|下一步|今后|将重点抓好")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its section's roles, whether in a point, in the 导语 or 结语, whether points follow, whether it opens a list (：)."""

    roles: frozenset[Role] = frozenset()
    in_point: bool = False
    in_lead: bool = False
    in_closing: bool = False
    before_points: bool = False
    before_sections: bool = False
    after_points: bool = False
    opens_list: bool = False


def move(sentence: str, place: Place) -> Move:
    """What ``sentence`` does in the argument. Total: a place without roles is read as 举措."""
    if place.in_lead:
        return Move.LEAD
    if place.in_closing:
        return Move.CLOSING
    if Role.PROBLEM in place.roles:
        return _among_problems(sentence, place)
    if Role.PLAN in place.roles:
        return Move.PLAN
    if place.before_points and not place.in_point:
        return Move.GENERAL
    return Move.RESULT if _RESULT.search(sentence) else Move.MEASURE


def _among_problems(sentence: str, place: Place) -> Move:
    if not place.in_point and Role.PLAN in place.roles and not place.before_points:
        return Move.PLAN
    if not place.in_point and place.after_points and _INTENDS.search(sentence):
        return Move.PLAN
    if not place.in_point and (place.after_points or place.before_points):
        return Move.TURN
    return Move.CAUSE if Role.CAUSE in place.roles and _CAUSE.search(sentence) else Move.PROBLEM


_LEAD_PARTS = (
    ("指导思想", re.compile(r"思想为(指导|统领|遵循)|新时代中国特色社会主义思想|重要(讲话|论述)")),
    ("目标", re.compile(r"^(切实)?为.+(提供|赋能|保[证障])|^(力争|推动|推进|努力)|再上新台阶")),
    ("中心", re.compile(r"围绕|服务大局|中心工作|决策部署")),
    ("抓手", re.compile(r"^(坚持|聚焦|突出|充分发挥|把|以.+为抓手|着力|整合|凝聚|切实)")),
)


def lead_part(clause: str) -> str:
    """Which part of a 导语 a clause of it makes: guidance, centre, grip or end. Empty where it makes none of them."""
    return next((name for name, pattern in _LEAD_PARTS if pattern.search(clause)), "")


def is_transition(clause: str, found: Move, place: Place) -> bool:
    """Whether a clause only leads from one part to the next: a hand-over of the 导语, a turn, the lead of a plan."""
    if found is Move.LEAD:
        return _HAND_OVER.search(clause) is not None
    if found is Move.PLAN:
        return not place.in_point and (place.opens_list or _TURN.search(clause) is not None)
    return found is Move.TURN or found is Move.CLOSING


def answers_problems(clause: str) -> bool:
    """Whether ``clause`` only turns from the problems to what will be done (对此)."""
    return _ANSWERS.match(clause) is not None

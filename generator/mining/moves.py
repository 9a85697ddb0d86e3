"""The move of a sentence, by the roles of its section, its place there, and a few cues."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.chinese.punctuation import clauses
from generator.chinese.verbs import opens_clause
from generator.report import Move, Role

_HAND_OVER = re.compile(r"现将.*(如下|报告|汇报)|(报告|汇报|述职)如下")
_CAUSE = re.compile(r"由于|究其原因|主要原因|原因(在于|是)|根源在")
_ACHIEVED = re.compile(
    r"取得了?.{0,12}(成效|成果|成绩|进展|成就|胜利|突破)|实现了|成效(明显|显著)|均已|荣获|获评|被评为|走在(全国|全省|全市)?前列|涌现出?|发挥了.{0,6}作用|再创|创.{0,4}新高"
    r"|获批|跃居|跃上|迈上|迈出|崛起|奠定了|更加坚定|超额|进展(良好|顺利)|居(全国|全省|世界)"
)
_GROWN = re.compile(
    r"(不断|持续|继续|进一步|稳步|快速|迅速|明显|显著|大幅|有序|全面|蓬勃|更加|较快|平稳|稳定|成倍|率先|正式|先行)?"
    r"(扩大|提高|提升|发展|增长|改善|增强|优化|回升|巩固|下降|减少|缩减|增加|达到?|超过|突破|实现|落地|竣工|投产|通车|投用|启用|启动|开诊|揭牌|交付|成为|进入"
    r"|占比?|升级|见效|运行|全覆盖|广泛|牢固|充足|有力|火热|向好|成型|成势|加强|加快|建成|完成)"
)
_ATTAINS = re.compile(
    r"取得了?.{0,8}(成效|成果|成绩|进展)$|^收到了?.{0,6}(成效|效果)$|^未(发现|发生|出现)|(发表|刊发|刊登|录用).*\{[篇条]数\d*\}|^(进一步|有效|不断)?(提升|增强|推动|形成|实现)了|均已|^更加(坚定|自觉|牢固|扎实|浓厚|紧密|规范|健全)"
)
_MAGNITUDE = re.compile(r"\{[^{}]*\}(?:%|亿|万[元亿吨人户亩千套辆家台张平公]|个百分点|公里|倍)")
_ATTAINED = re.compile(
    r"^(?:累计|全年|共|已)?(完成|新增|新建|建成|解决|修复|新?创建|整合|收储|净增|减税|引进|实施|缩减|转移).*\{[^{}]*数\d*\}|^(?:涌现|荣获|获评|形成了)"
)
_ACTION = re.compile(
    r"召开|开展|组织|排查|讲|学习|举办|制定|制发|印发|参加|签订|走访|推送|撰写|报送|下设|发放|开设|谈话|宣讲|梳理|调查|坚持|带头|执行|设立|设\{|严格"
)
_WHEN = re.compile(r"(期间|以来|季度|今年|年初|全年|上半年|下半年|截[至止]目前|\{日期\}|月)$")
_DOES = re.compile(r"始终|坚决|圆满|下达|做到|鼓励|增强|一体|高质量|“|针对|充分")
_LACKS = re.compile(r"有待|仍有发生|(问题|矛盾|困难).{0,4}突出|略有减|还不够|仍然?存在")
_FALLS_SHORT = re.compile(r"有所(不足|欠缺)$|有待")
_CONCEDES = re.compile(r"虽然?|尽管")
_SUBJECTS = re.compile(
    r"^(\{|我们|各级|各地|政府|党|局|工委|机关|班子|领导|全体|全局|科级|支部|书记|成员|按照|要|一[是要]|[二三四五六七八九十]+[是要]|第[一二三四五]|在.{2,20}[，,])"
)
_ANSWERS = re.compile(r"(对此|针对(上述|以上|存在的?)(问题|不足|差距).{0,4})$")
_INTENDS = re.compile(r"将|下一步|今后|力争|到20\d\d年|到\{年\}年|^(要|坚持|加快|推动|持续)")
_ANNOUNCES = re.compile(r"(以下|\d+|[一二三四五六七八九十]+|\{[^{}]*\})几?个?方面|重点(抓好|做好).{0,12}工作：?$")
_TURN = re.compile(r"以下几个?方面|下一步|今后|将重点抓好")


class Place(Struct, frozen=True):
    """Where a sentence stands: its section's roles, whether in a point, in the 导语 or 结语, whether points follow, whether it opens a list (：)."""

    roles: frozenset[Role] = frozenset()
    in_point: bool = False
    in_lead: bool = False
    in_closing: bool = False
    before_points: bool = False
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
        if Role.RESULT in place.roles and is_result(sentence) and not _INTENDS.search(sentence):
            return Move.RESULT
        return Move.PLAN if not (place.opens_list and _ANNOUNCES.search(sentence)) else Move.TURN
    if place.before_points and not place.in_point:
        return Move.GENERAL
    if _LACKS.search(sentence) and not _SUBJECTS.match(sentence) and not opens_clause(sentence):
        return Move.PROBLEM
    return Move.RESULT if is_result(sentence) else Move.MEASURE


def is_result(sentence: str) -> bool:
    """Whether an emptied ``sentence`` of the practice says what came of it: a thing attained, a magnitude, or something that grew of itself.

    A sentence that opens with a verb says what was done, unless it counts what was completed; so does one whose subject is the body that reports.
    """
    first = next((c for _, c in clauses(sentence) if not _WHEN.search(c)), "")
    if _ACHIEVED.search(first) or _ATTAINED.search(first):
        return True
    if opens_clause(first) or _DOES.match(first) or _ACTION.search(first):
        return _ACHIEVED.search(sentence) is not None and not _ACTION.search(sentence)
    return _MAGNITUDE.search(sentence) is not None or (not _SUBJECTS.match(first) and _GROWN.search(sentence) is not None)


def attains(clause: str) -> bool:
    """Whether a ``clause`` amid measures, or before the turn to the problems, says what they came to; what is only conceded (虽然) does not."""
    return _ATTAINS.search(clause) is not None and not _CONCEDES.match(clause)


def falls_short(clause: str) -> bool:
    """Whether a ``clause`` amid causes names the shortcoming itself."""
    return _FALLS_SHORT.search(clause) is not None and not _CAUSE.search(clause)


def _among_problems(sentence: str, place: Place) -> Move:
    if not place.in_point and Role.PLAN in place.roles and not place.before_points:
        return Move.PLAN
    if not place.in_point and place.after_points and _INTENDS.search(sentence):
        return Move.PLAN
    if not place.in_point and (place.after_points or place.before_points):
        return Move.TURN
    return Move.CAUSE if Role.CAUSE in place.roles and _CAUSE.search(sentence) else Move.PROBLEM


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

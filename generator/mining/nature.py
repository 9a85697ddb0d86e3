"""Formula or claim: may a wording be printed on its own, or does it say that something happened?

The rules are tried in order and the first that fits decides and gives its reason; what no rule knows to be formula is a claim.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from generator.bank.formulations import Formulation, spoken
from generator.bank.phrase import SLOT, Kind, Nature
from generator.bank.slots import asks_for_facts
from generator.chinese.punctuation import clauses
from generator.mining.cues import cue
from generator.mining.parts import is_stated, part_of
from generator.report import Move

Month = tuple[int, int]


class Judged(Struct, frozen=True):
    """A verdict with its reason and the months in which the wording may be said."""

    nature: Nature
    reason: str
    since: Month | None = None
    until: Month | None = None


_QUOTED = re.compile(r"“([^“”]+)”")
_RESULT = re.compile(
    r"取得|圆满|均已|已(?!知)|得到|获评|荣获|收到了|成效(明显|显著)|(明显|显著|大幅)(提升|增强|改善|提高)|达到|走在前列|^形成|^未(?:发现|发生|出现)"
    r"|[\u4e00-\u9fff](?<![为除罢未])了(?!解|然)|存在"
)
_EVENT = re.compile(
    r"召开|(?<!党)组织(?!建设|力|体系|观念|生活|保障|保证|领导|优势|资源|动能|功能|设置|委员|书记|和|性|的|、|，|”|基础|活动方式|号召|进步|示范|在|战斗|生机|动能|$)"
    r"|(?<!有效)(?<!高效)开展|制定|印发|制发|成立|走访|签订|撰写|参加|参观|观看|邀请|举办|发放|推送|下达|升级|更新|公开|设立|下设|报送|回复|推出|建设农家|搭建|开设|采取|分设|传达"
    r"|赴|走进|收看|收听|宣讲|调查处理|审查|点名|(?<!同)(?<!决策)(?<!动员)(?<!精心)部署|汇报(?!，)|联系思想|诵读|聘请|采用|组建|换届|(?<!同)检查|纳入|培训|季度|每月|至少|长廊|品牌"
    r"|通过工作群|迅速动员|补充新鲜|提醒和督查|分析研判"
)
_FIGURE = re.compile(r"\d")
_OPEN = re.compile(r"\{(?:某事\d*|事项)\}")
_CONDUCT = re.compile(
    r"(?:\{主体\})?(?:[把将]\{某事\})?(?:始终|一贯)?(?:严格|认真|全面|坚决|切实|不断|及时)?(?:坚持|贯彻)?(?P<does>执行|落实|履行|扛起|(?<=严格)坚持)"
)
_PART = re.compile(r"(做法|成效|情况|问题|不足|原因|打算|计划|思路)$")
_AIM = re.compile(r"^(推动|确保|促进|引导|力争|着力|努力|督促|以|把|将|坚持|围绕|结合)")
_SAYING = re.compile(r".{2,6}[^就只于]是.{3,}")
_SETTING = re.compile(r"面对.{0,4}(形势|任务|要求|挑战).{0,8}")
_SUBJECT_STANCE = re.compile(r"[\u4e00-\u9fff]{2,6}?(坚持以|始终坚持|始终以)")
_CONTRAST = re.compile(r"(由|从)“[^“”]+”(到|向)“[^“”]+”")
_LOCAL = re.compile(r"(?<![\u4e00-\u9fff])[我本]?[\u4e00-\u9fff]{2}(?:镇|县|村委会)(?![域级区直委情内民])")
"""A place by its name, where it opens the wording; others are words that nobody else says, and so particulars (see ``fit.licence``)."""
_COMMITS = re.compile(
    r"新建|建成|设立|开设|成立|组建|增设|配备|引进|招聘|选派|推出|创办|创建|试行|试点|每(月|季|年|周|半年|学期|日|天)|至少|不少于|一[月季年周]一|以上$|约谈|走访|座谈|问卷|台账|清单制|上线|启用"
    r"|竣工|开工|投产|改造|修订|出台|轮训|培训班|竞赛|比武|演练|检查|抽查|巡查|回访|听取|邀请|聘请|签订"
)
"""Things to be built, founded, held or promised: in a plan they commit, and a commitment is a claim."""


def judge(text: str, kind: Kind, move: Move | None, formulations: tuple[Formulation, ...], common: frozenset[str] = frozenset()) -> Judged:
    """Formula or claim, for a wording of ``kind`` seen in ``move``; ``common`` are the quoted names that belong to no one unit."""
    valid, unknown = spoken(SLOT.sub("", text), formulations)
    since, until = valid or (None, None)
    if unknown:
        return Judged(Nature.CLAIM, f"有时效但提法表里没有：{unknown}", since, until)
    nature, reason = _verdict(text, kind, move, common | _names(formulations) if "“" in text else common)
    return Judged(nature, reason, since, until)


@lru_cache(maxsize=4)
def _names(formulations: tuple[Formulation, ...]) -> frozenset[str]:
    return frozenset(f.text.strip("“”") for f in formulations)


def _verdict(text: str, kind: Kind, move: Move | None, known: frozenset[str]) -> tuple[Nature, str]:
    if kind is Kind.FORMULATION:
        return _of_formulation(text, known)
    particular = _particular(text, known)
    if particular:
        return Nature.CLAIM, particular
    if kind is Kind.HEADING and _PART.search(text):
        return Nature.FORMULA, "各部分的标题"
    if kind is Kind.TRANSITION:
        result = _RESULT.search(text.replace("存在", ""))
        return (Nature.CLAIM, f"说有了结果：{result[0]}") if result else (Nature.FORMULA, "过渡")
    if is_stated(part := part_of(text, kind, move)):
        return Nature.FORMULA, f"各家都这样说：{part}"
    if _SETTING.fullmatch(text):
        return Nature.FORMULA, "只说形势"
    if move in (Move.PROBLEM, Move.CAUSE):
        return Nature.CLAIM, "说的是问题"
    return _of_stance(text, kind, move)


def _of_formulation(text: str, known: frozenset[str]) -> tuple[Nature, str]:
    if text.strip("“”") in known or _SAYING.fullmatch(text.strip("“”")):
        return Nature.FORMULA, "通用提法"
    return Nature.CLAIM, "可能是本地品牌或活动名"


def _particular(text: str, known: frozenset[str]) -> str:
    """Why ``text`` is bound to one unit and its year; empty where it is not. An open slot within a clause leaves the clause its own words."""
    if asks_for_facts(_OPEN.sub("", text)):
        return "有待填的事实"
    if any(_OPEN.fullmatch(clause) for _, clause in clauses(text)):
        return "有整句待填"
    if _FIGURE.search(SLOT.sub("", text)):
        return "有数字"
    if _LOCAL.search(text):
        return "有具体地点或项目"
    if "《" in text:
        return "有文件名"
    for name in _QUOTED.findall(_CONTRAST.sub("", text)):
        if _of_formulation(name, known)[0] is Nature.CLAIM:
            return f"可能是本地品牌或活动名：{name}"
    return ""


def _of_stance(text: str, kind: Kind, move: Move | None) -> tuple[Nature, str]:
    result = _RESULT.search(text)
    if result and not _AIM.match(text) and not (move is Move.PLAN and result[0] == "形成"):
        return Nature.CLAIM, f"说有了结果：{result[0]}"
    if kind in (Kind.HEADING, Kind.LEAD) and move is Move.PLAN:
        return Nature.FORMULA, "标题只说方向"
    commits = _COMMITS.search(text) if move is Move.PLAN else None
    if commits:
        return Nature.CLAIM, f"说要办某件事：{commits[0]}"
    event = _EVENT.search(text)
    if event:
        return Nature.CLAIM, f"说做了事：{event[0]}"
    if kind in (Kind.HEADING, Kind.LEAD):
        return Nature.FORMULA, "标题只说方向"
    conduct = _CONDUCT.match(text) if move in (Move.MEASURE, Move.RESULT) else None
    if conduct:
        return Nature.CLAIM, f"说照着做了：{conduct['does']}"
    bare = SLOT.sub("", _OPEN.sub("某事", text))
    subject = _SUBJECT_STANCE.match(bare)
    found = subject[1] if subject else cue(bare)
    return (Nature.FORMULA, f"态度或目的：{found}") if found else (Nature.CLAIM, "拿不准")

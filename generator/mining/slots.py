"""Emptying sentences: masks, counts, dates and 《titles》 become typed slots, before clauses are cut.

Slots are typed by rules over a table of measure words; what no rule types is ``{词}``, which keeps its clause out of the bank.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.bank.phrase import SLOT
from generator.bank.slots import NAME_OF_UNIT
from generator.chinese.measures import ECONOMIC, MEASURES

_HALF = str.maketrans("０１２３４５６７８９％Ｘｘ＊", "0123456789%XX*")
_MASK = r"(?:\*+|(?<![A-Za-z])[Xx×]+(?![A-Za-z])|〇{2,}|_{2,})"
_DIGITS = r"(?:\d[\d,.]*+(?:[-—~至]\d[\d,.]*+)?)"
_SIGN = r"[*Xx×〇_\dN若]"
"""What a number or a mask begins with: looked for first, since most of a text holds none."""
_NUMBER = rf"(?={_SIGN})(?:{_MASK}|{_DIGITS}|(?<![A-Za-z])N|若干)"
_ORDINAL = rf"(?:{_MASK}|{_DIGITS}|[一二三四五六七八九十]+)"
_TITLE = r"《[^《》]*》(?:第[一二三四五六七八九十]卷)?"
_BETWEEN = r"(?:、|，|和|及|以及|与)?"
_NOT_AFTER = {
    "分": "行党局公司管别队院析设享散类钟工", "人": "民员大才事士口社间物", "家": "庭乡书", "户": "外籍", "期": "间望末货限", "场": "所馆景合",
    "件": "下", "条": "例件款线", "项": "目", "天": "然津气", "份": "额", "次": "日数条", "名": "牌单称", "个": "别性", "块": "状",
}  # fmt: skip
_AMBIGUOUS = frozenset("年月日点成里度届对双步站头分部支组班门层级")  # more often something else than a measure word after a mask
_COUNTED = sorted({*NAME_OF_UNIT, *MEASURES} - _AMBIGUOUS, key=lambda u: (-len(u), u))
_ECONOMIC = "|".join(ECONOMIC)
_UNIT = "|".join(re.escape(u) + (f"(?![{_NOT_AFTER[u]}])" if u in _NOT_AFTER else "") for u in [*_COUNTED, "分"])
_QUANTITY = re.compile(
    rf"(?=[约近超逾]|{_SIGN})(?:约|近|超过|超|逾)?{_NUMBER}(?:余|多)?(?P<scale>万亿|万|亿)?(?:余|多)?(?P<unit>{_UNIT}|{_ECONOMIC})(?:多|余)?"
)
_PERCENT = re.compile(r"百分之[零〇一二三四五六七八九十百点两\d.]+")
_BODY = r"市|县|区|镇|乡|街道|局|委|学院|大学|分行|党支部|支部|党委|党组|工委|公司|医院|学校|博览园|党建"
_BUSINESS = r"(?:事业|各项工作|工作|高质量发展|系统|领域|行业)"

_Rule = tuple[re.Pattern[str], re.Pattern[str], str]
"""What a text must hold for a rule to be tried, the rule's pattern, and the slot it puts."""


def _rule(sign: str, pattern: str, slot: str) -> _Rule:
    return re.compile(sign), re.compile(pattern), slot


_MASKED = r"[*Xx×〇_]"
_RULES: tuple[_Rule, ...] = (
    _rule("《", rf"{_TITLE}(?:{_BETWEEN}{_TITLE})+", "{文件列表}"),
    _rule("《", _TITLE, "{文件}"),
    _rule("月", rf"(?={_SIGN})(?:20)?{_NUMBER}年{_NUMBER}月(?:{_NUMBER}日)?|{_NUMBER}月{_NUMBER}日", "{日期}"),
    _rule("年", rf"(?={_SIGN})(?:20{_MASK}|\d{{4}}|{_MASK})年(?=[^以度])", "{年}年"),
    _rule("月", rf"{_NUMBER}月(?=[，、至底初末中份])", "{月}月"),
    _rule(
        "次(?:全会|全体会议|党代会)", rf"(?=[第*Xx×〇_\d一二三四五六七八九十])(?:第?{_ORDINAL}届)?第?{_ORDINAL}次(?=全会|全体会议|党代会)", "{届次}"
    ),
    _rule(_MASKED, rf"{_MASK}(?:、{_MASK})+", "{词列表}"),
    _rule("周年", rf"(?:{_NUMBER})周年", "{周年}周年"),
)
_BARE_RULES: tuple[_Rule, ...] = (
    _rule(_MASKED, rf"(?<=在){_MASK}(?=坚强领导)", "{上级}"),
    _rule(_MASKED, rf"(?:(?<=[，。；：])|^){_MASK}(?:局党组|党组|局|党委|工委|(?=坚持|始终))", "{主体}"),
    _rule(_MASKED, rf"{_MASK}局党组", "{主体}"),
    _rule(_MASKED, rf"{_MASK}(?=党组)", "{单位}"),
    _rule(rf"{_MASKED}|某", rf"(?:{_MASK}|某)(?:{_BODY})(?!织)", "{单位}"),
    _rule(_MASKED, rf"{_MASK}(?={_BUSINESS})", "{业务}"),
    _rule(_MASKED, _MASK, "{词}"),
)
_SPACE = re.compile(r"[ \t\u3000\u00a0]+(?=[^\x00-\x7f*])|(?<=[^\x00-\x7f*])[ \t\u3000\u00a0]+|(?<=[^\x00-\x7f])[ \t]+(?=[Xx*])")
_HALF_STOPS = re.compile(r"(?<=[^\x00-\x7f])\s*([,;:?!])\s*")
_ANY_SPACE, _ANY_STOP = re.compile(r"[ \t\u3000\u00a0]"), re.compile(r"[,;:?!]")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}


def normalise(text: str) -> str:
    """``text`` with half-width figures, full-width stops after Chinese characters, and without blanks between them."""
    text = text.translate(_HALF)
    if _ANY_STOP.search(text):
        text = _HALF_STOPS.sub(lambda m: _FULL[m[1]], text)
    return _SPACE.sub("", text) if _ANY_SPACE.search(text) else text


def empty(text: str) -> str:
    """``text``, normalised, with slots for whatever is a particular. Equal names are not yet told apart."""
    text = _applied(_RULES, normalise(text))
    return _applied(_BARE_RULES, _QUANTITY.sub(_quantity, _PERCENT.sub("{比例}%", text)))


def _applied(rules: Iterable[_Rule], text: str) -> str:
    for sign, pattern, slot in rules:
        if sign.search(text):
            text = pattern.sub(slot, text)
    return text


def _quantity(match: re.Match[str]) -> str:
    unit = (match["scale"] or "") + match["unit"].replace("％", "%")
    return f"{{{NAME_OF_UNIT.get(unit, unit + '数')}}}{unit}"


def numbered(text: str) -> str:
    """``text`` with the second and further slots of one name numbered: {个数}个方面{个数2}个问题."""
    seen: Counter[str] = Counter()

    def rename(match: re.Match[str]) -> str:
        name = match[1].rstrip("0123456789")
        seen[name] += 1
        return f"{{{name}{seen[name] if seen[name] > 1 else ''}}}"

    return SLOT.sub(rename, text)


_SUBJECT = re.compile(
    r"(?:我局党组|局党组|我局|我委|我单位|我镇|我区|市机关党工委|市机关工委|机关党工委|工委|局机关|我)(?!书记|成员|的|们|区|国|省|市|为群众|党委|党支部)"
)


def with_subject(clause: str) -> str:
    """``clause`` with the body that speaks, where it opens the clause, as ``{主体}``."""
    return _SUBJECT.sub("{主体}", clause, count=1) if _SUBJECT.match(clause) else clause

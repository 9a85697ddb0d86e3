"""Rates and growth: per cent that the figures beside it contradict, or that no share can reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, plainly, quantities, sentences_of, together
from generator.check.prose.figures.shares import SAID, VALUE, mismatch, shares
from generator.check.prose.figures.sums import CHECK, NUMBERS
from generator.check.prose.figures.undone import beside_the_rest
from generator.check.prose.figures.yearly import against_last_year, differs_from_last_year, grows_by_amount
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark, until_mark
from generator.patterns import worded

_ANY_RATE = re.compile(rf"(?P<name>(?P<stem>[\u4e00-\u9fff]{{2}})(?:完成)?率){SAID}{VALUE}")
_DONE = r"(?:到位|完成|成功|了|通过|合格)?$"


def _rate(subject: Subject) -> Iterator[Finding]:
    """A rate or share of parts that the sentence gives (受理34件，办结29件，办结率100%)."""
    known = {rate.name: rate.done for rate in subject.words.rates}
    done = tuple({verb for row in subject.words.handled for verb in row.done})
    for passage, start, end in sentences_of(subject.passages):
        for m in _ANY_RATE.finditer(passage.text, start, end):
            if re.search("按期|按时|及时|同比|群众|平均", passage.text[max(start, m.start() - 3) : m.start()]):
                continue
            verbs = (*known.get(m["name"], ()), *(done if m["stem"] == "完成" else ()), m["stem"])
            counts = [q for q in quantities(passage.text, start, m.start()) if q.measure not in NO_WHOLE]
            before = [q for q in counts if q.measure == counts[-1].measure]
            if len(before) < 2 <= len(counts) and _same_act(passage.text, counts[-1], m["stem"]):
                before = counts[-2:]  # 登记儿童2860人，签订协议2790份，签订率: each has one
            wrong = _contradicted(passage.text, start, before, verbs, m["value"])
            if wrong:
                yield at(passage, before[-2].start, m.end(), f"{wrong}，{m['name']}写的是{m['value']}%", CHECK)
        for m in _FRACTION.finditer(passage.text, start, end):
            part, whole = Decimal(m["part"]), Decimal(m["whole"])
            share, places = part * 100 / whole if whole else Decimal(m["value"]), len(m["value"].partition(".")[2])
            if part <= whole and abs(share - Decimal(m["value"])) >= Decimal(1).scaleb(-places):
                said = f"{m['part']}/{m['whole']}是{plainly(round(share, max(places, 1)))}%"
                yield at(passage, m.start(), m.end(), f"{said}，写的是{m['value']}%", CHECK)
        yield from shares(passage, start, end)
        yield from beside_the_rest(subject, passage, start, end)
    yield from _days_of_year(subject)


def _same_act(text: str, part: Quantity, stem: str) -> bool:
    """Whether the clause of ``part`` begins with the act that the rate is named after, and counts papers or visits, of which each has one."""
    return part.measure in ("份", "户", "名", "人") and since_mark(text, part.start, "，。；：、").startswith(stem)


_DAYS = re.compile(rf"(?P<stem>[\u4e00-\u9fff]{{2}})天数(?:达到?|为|共)?(?P<days>\d{{3}})天[，、](?:占比|(?P=stem)(?:天数)?(?:率|比例)){SAID}{VALUE}")
_YEAR_DAYS, _UNMEASURED = 365, 2
"""Days of a year, and by how many points a share of them may miss: some days nothing is measured."""


def _days_of_year(subject: Subject) -> Iterator[Finding]:
    """优良天数326天，优良率99.1% in a report on a whole year."""
    whole = subject.period is not None and (subject.period[0][1], subject.period[1][1]) == (1, 12)
    for passage in subject.passages if whole else ():
        for m in _DAYS.finditer(passage.text):
            share = Decimal(m["days"]) * 100 / _YEAR_DAYS
            if abs(share - Decimal(m["value"])) > _UNMEASURED:
                yield at(passage, m.start(), m.end(), f"{m['days']}天是一年的{plainly(round(share, 1))}%，写的是{m['value']}%", CHECK)


_FRACTION = re.compile(rf"(?:率|占比|占){SAID}{VALUE}（(?P<part>\d+)[/／](?P<whole>\d+)）")
"""A rate and, in brackets, what it is the rate of (85%（36/40）)."""


def _contradicted(text: str, start: int, before: Sequence[Quantity], verbs: Sequence[str], value: str) -> str:
    """What the counts of one measure say of a rate whose verb stands before the last, where ``value`` per cent is its share in none of the others."""
    if len(before) < 2:
        return ""
    *others, part = before
    one_each = others[-1].measure != part.measure
    wholes = [q for q in others if q.value >= part.value]
    clause, behind = since_mark(text, part.start, "，；。：、", start), until_mark(text, part.end, "，；。：、")
    done = any(_is_done(verb, clause, behind) or _with_object(text, verb, clause) or _opens(text, others, verb, clause) for verb in verbs)
    undone = any(clause.endswith(f"不{verb}") for verb in verbs)
    told = [
        mismatch(whole, _rest_of(whole, part) if undone else part, value)
        for whole in reversed(wholes)
        if done or undone or one_each or _due(text, start, whole, clause, verbs)
    ]
    return told[0] if told and all(told) else ""


def _rest_of(whole: Quantity, part: Quantity) -> Quantity:
    """What is left of ``whole`` without ``part`` (抽检40批次，不合格2批次: 38批次合格)."""
    left = whole.value - part.value
    return Quantity(left, part.measure, part.start, part.end, part.exact, f"{plainly(left)}{part.measure}")


_IS_DONE = "(?:已|均|都|全部)?(?:已)?%s(?:到位|完成|成功|了)?$"
_OBJECT = 4
"""Characters of the longest noun that stands again between the verb and the count."""


def _is_done(verb: str, clause: str, behind: str) -> bool:
    """Whether what stands before a figure, or behind it, says that it is of what was done by ``verb``."""
    return worded(f"(?<!不){verb}{_DONE}").search(clause) is not None or worded(_IS_DONE % verb).match(behind) is not None


_ALL_THERE_ARE = re.compile("^(?:全[市县区镇乡村局校院]|辖区)?(?:共有?|现有|应有?|符合条件)")


def _opens(text: str, others: Sequence[Quantity], verb: str, clause: str) -> bool:
    """Whether ``clause`` begins with ``verb``, and what was counted just before is all that there is (共有村民320户，签约家庭医生256户)."""
    opened = clause.startswith((verb, f"已{verb}"))
    return opened and _ALL_THERE_ARE.search(since_mark(text, others[-1].start, "，。；：、")) is not None


def _with_object(text: str, verb: str, clause: str) -> bool:
    """Whether ``clause`` ends in ``verb`` with a noun that was counted before (查出隐患40处，已完成整改隐患36处)."""
    m = worded(rf"{verb}(?P<noun>[\u4e00-\u9fff]{{2,{_OBJECT}}})$").search(clause)
    return m is not None and text.count(m["noun"]) > 1


def _due(text: str, start: int, whole: Quantity, clause: str, verbs: Sequence[str]) -> bool:
    """Whether so many were to (应参加50人) and so many did (实际参加45人), by a verb that shares a character with the rate's."""
    due = re.search("(?<![响供适反对相效])应(?!急|用|对|届|聘|诉|邀|考生)", since_mark(text, whole.start, "，。；：", start))
    done = re.search("实际?(?P<verb>[\u4e00-\u9fff]*)$", clause)
    return due is not None and done is not None and any(set(done["verb"]) & set(verb) for verb in verbs)


_GROWTH = re.compile(
    r"(?:由|从)[^，。；\d]{0,12}(?P<first>\d[\d.,]*)(?P<scale>[万亿]?)(?P<measure>[\u4e00-\u9fff/]{1,8}?)?"
    r"(?:增至|增加到|增加至|增长到|增长至|上升到|上升至|提高到|提高至|提升到|提升至|升至|升到|扩大到|扩大至|降至|降到|降低到|降低至|下降到|下降至|减少到|减少至"
    r"|减至|减到|压减到|压减至|压缩到|压缩至|压降到|压降至|缩短到|缩短至|缩减到|精简到|精简至)"
    rf"(?P<last>\d[\d.,]*)(?P=scale)(?P=measure)?[^，。；\d]{{0,4}}[，、](?:同比|环比|比(?:上年|去年|上月)(?:同期)?)?(?P<verb>增长|增加|上升|提高|提升|增幅|下降|减少|降低|压减|压缩|压降|缩短|缩减|精简|降幅)(?:了|达|为)?{VALUE}"
)


def _growth(subject: Subject) -> Iterator[Finding]:
    yield from _growth_rate(subject)
    yield from _difference(subject)
    yield from against_last_year(subject)
    yield from differs_from_last_year(subject)
    yield from grows_by_amount(subject)


def _growth_rate(subject: Subject) -> Iterator[Finding]:
    """A growth that its two figures contradict (由120件降至90件，下降30%)."""
    for passage in subject.passages:
        for m in _GROWTH.finditer(passage.text):
            first, last = (Decimal(m[name].rstrip(".,").replace(",", "")) for name in ("first", "last"))
            if (said := _other_rate(first, last, m["value"])) is not None:
                yield at(passage, m.start(), m.end(), f"从{m['first']}到{m['last']}是{said}%，写的是{m['verb']}{m['value']}%", CHECK)


def _other_rate(first: Decimal, last: Decimal, value: str) -> str | None:
    """By how many per cent ``last`` differs from ``first``; None where ``value`` says so but for rounding."""
    places = len(value.partition(".")[2])
    change = abs(last - first) * 100 / first if first else Decimal(value)
    return plainly(round(change, max(places, 1))) if abs(change - Decimal(value)) >= Decimal(1).scaleb(-places) else None


_PARTS_OF_HUNDRED = re.compile(r"占(?:比|总[数量]的|全[市县区局部]的|[^，。；\d一]{0,6}的)?(?:达|为)?(?P<value>\d+(?:\.\d+)?)[%％]")


def _over_together(subject: Subject) -> Iterator[Finding]:
    """Shares of one list that make more than a whole (其中企业占62%、个人占45%)."""
    for passage, start, end in sentences_of(subject.passages):
        mark = passage.text.find("其中", start, end)
        found = list(_PARTS_OF_HUNDRED.finditer(passage.text, mark, end)) if mark >= 0 else []
        total = sum((Decimal(m["value"]) for m in found), Decimal(0))
        crossing = any(word in passage.text[start:end] for word in subject.words.overlapping)
        if len(found) > 1 and total > _HUNDRED and not crossing:
            yield at(passage, found[0].start(), found[-1].end(), f"几项占比相加是{plainly(total)}%", CHECK)


_HUNDRED = Decimal("100.5")
"""A whole, with what rounding may add to its parts."""


_MOVED = re.compile(
    r"(?:由|从)[^，。；\d]{0,12}(?P<first>\d+(?:\.\d+)?)(?P<unit>[%％]|[万亿]?[\u4e00-\u9fff]{1,2}?)?"
    r"(?:[增升扩降减压缩]|增加|增长|上升|提高|提升|扩大|下降|降低|减少|压减|压缩|压降|缩短|缩减|精简|调整)[到至]"
    r"(?P<last>\d+(?:\.\d+)?)(?P=unit)[^，。；\d]{0,4}[，、](?:同比|比(?:上年|去年))?(?P<verb>增长|增加|上升|提高|提升|下降|减少|降低|压减|缩短)了?"
    r"(?P<by>\d+(?:\.\d+)?)(?P<measure>个百分点|[万亿]?[\u4e00-\u9fff]{1,2})"
)


_COMPARED = re.compile(
    r"(?<![\d.])(?P<last>\d+(?:\.\d+)?)(?P<unit>[万亿]?[\u4e00-\u9fff]{1,2})[，、][比较](?:上年|去年)(?:同期)?的?(?P<first>\d+(?:\.\d+)?)(?P=unit)"
    r"(?P<verb>增加|多|减少|少|上升|下降)了?(?P<by>\d+(?:\.\d+)?)(?P<measure>[万亿]?[\u4e00-\u9fff]{1,2})"
)


_COMPARED_RATE = re.compile(
    rf"(?<![\d.])(?P<last>\d+(?:\.\d+)?)(?P<unit>[万亿]?[\u4e00-\u9fff]{{1,2}})[，、][比较](?:上年|去年)(?:同期)?的?(?P<first>\d+(?:\.\d+)?)(?P=unit)"
    rf"(?P<verb>增长|增加|上升|提高|下降|减少|降低)了?{VALUE}"
)


_UP_TO = re.compile(
    r"[比较](?:上年|去年)(?:同期)?的?(?P<first>\d+(?:\.\d+)?)(?P<unit>[万亿]?[\u4e00-\u9fff]{1,2})(?P<verb>增加|减少|上升|下降)了?"
    r"(?P<by>\d+(?:\.\d+)?)(?P=unit)，(?:达到?|为|共|降至|升至)(?P<last>\d+(?:\.\d+)?)(?P=unit)"
)


def _difference(subject: Subject) -> Iterator[Finding]:
    """A difference that its two figures contradict (由36.8%提高到37.5%，提高1.7个百分点; 82场，比上年的70场增加15场)."""
    for passage in subject.passages:
        for m in _COMPARED.finditer(passage.text):
            by, in_all = (abs(value - Decimal(m["first"])) for value in (Decimal(m["last"]), together(passage.text, m.end("unit"))))
            if m["measure"].startswith(m["unit"]) and Decimal(m["by"]) not in (by, in_all):
                yield at(passage, m.start(), m.end(), f"{m['first']}和{m['last']}差{plainly(by)}，写的是{m['verb']}{m['by']}{m['unit']}", CHECK)
        for m in _COMPARED_RATE.finditer(passage.text):
            if (wrong := _other_rate(Decimal(m["first"]), Decimal(m["last"]), m["value"])) is not None:
                yield at(passage, m.start(), m.end(), f"从{m['first']}到{m['last']}是{wrong}%，写的是{m['verb']}{m['value']}%", CHECK)
        for m in _UP_TO.finditer(passage.text):
            first, by = Decimal(m["first"]), Decimal(m["by"])
            last = first + by if m["verb"] in ("增加", "上升") else first - by
            if last != Decimal(m["last"]):
                said = f"{m['first']}{m['verb']}{m['by']}是{plainly(last)}，写的是{m['last']}{m['unit']}"
                yield at(passage, m.start(), m.end(), said, CHECK)
        for m in _MOVED.finditer(passage.text):
            unit = "个百分点" if (m["unit"] or "") in ("%", "％") else m["unit"] or ""
            by = abs(Decimal(m["last"]) - Decimal(m["first"]))
            if unit and m["measure"].startswith(unit) and by != Decimal(m["by"]):
                yield at(passage, m.start(), m.end(), f"从{m['first']}到{m['last']}差{plainly(by)}，写的是{m['verb']}{m['by']}{unit}", CHECK)


_FALL = re.compile(r"(?:下降|减少|降低|压减|缩减|缩短|降幅)(?:了|达|为)?" + VALUE)
_BELOW_ZERO = re.compile("利润|盈|亏|收益|收支|净|余额|增速")
"""What can fall below nothing, and so by more than all of it."""


def _fell_too_far(subject: Subject) -> Iterator[Finding]:
    """A fall by more than there was (投诉量下降128%)."""
    for passage in subject.passages:
        for m in _FALL.finditer(passage.text):
            if Decimal(m["value"]) > 100 and not _BELOW_ZERO.search(since_mark(passage.text, m.start(), "，。；")):
                yield at(passage, m.start(), m.end(), f"{m[0]}：减到没有也只是 100%", "核对这个数")


def _over(subject: Subject) -> Iterator[Finding]:
    yield from _over_one(subject)
    yield from _over_together(subject)
    yield from _fell_too_far(subject)
    yield from _with_its_contrary(subject)


_CONTRARY = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,4}})率{SAID}(?P<first>\d+(?:\.\d+)?)[%％][，、；](?:[\u4e00-\u9fff]{{0,2}})不(?P=name)率{SAID}{VALUE}"
)


def _with_its_contrary(subject: Subject) -> Iterator[Finding]:
    """满意率98.6%，不满意率2.4%: a rate and its contrary that make more than a whole."""
    for passage in subject.passages:
        for m in _CONTRARY.finditer(passage.text):
            total = Decimal(m["first"]) + Decimal(m["value"])
            if total > _HUNDRED:
                yield at(passage, m.start(), m.end(), f"{m['name']}率和不{m['name']}率相加是{plainly(total)}%", CHECK)


_NAMED_RATE = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{1,6}}(?:率|满意度|知晓度|覆盖面))(?:{SAID}(?:高)?|(?:保持|稳定)在|超过|超|突破|高于|不低于|[由从][^，。；\d]{{0,8}}\d[\d.]*[%％]?(?:提高|提升|上升|增长|增加|下降|降低)?[到至]){VALUE}"
)


_PLANNED = re.compile("计划|目标|任务|预算|指标|预期")
"""What more can be done than was meant."""


_REACHED = re.compile(r"(?:占比|比重|比例)(?:达到?|为|超过?|突破|高于|保持在|稳定在|提[高升][到至]|升[到至])(?P<value>\d{3,}(?:\.\d+)?)[%％]")
_THEY = "村|社区|企业|单位|学校|学生|党员|群众|居民|家庭|乡镇|项目|支部|农户|行政村|集体"
_SO_MANY = re.compile(rf"(?<![\d.])(?P<value>\d{{3,}}(?:\.\d+)?)[%％](?:以上|左右)?的[^，。；\d的]{{0,6}}(?:{_THEY})")
"""A part of a whole, by what it comes to and by what there are of it."""
_SPENT = re.compile(
    r"(?:支出|收入|资金|预算|经费|投资|人员|党员|职工|企业|群众|居民|学生|案件|问题|事项|面积|时间|项目|单位|人数|户数)的(?P<value>\d{3,}(?:\.\d+)?)[%％]"
    r"(?=投向|用于|投入|来自|来源于|属于|集中|分布|参加|参与|由|是(?!上|去|同)|为(?!上|去|同)|已)"
)
_OF_MORE = re.compile("上年|去年|同期|计划|目标|任务|序时|年初|相当于")


def _over_one(subject: Subject) -> Iterator[Finding]:
    """A rate of parts over 100 per cent, unless it is one that can be."""
    for passage in subject.passages:
        for m in _PARTS_OF_HUNDRED.finditer(passage.text):
            if Decimal(m["value"]) > 100 and not _PLANNED.search(m[0]):
                yield at(passage, m.start(), m.end(), f"{m[0]}：部分不会比整体多", "核对这个数")
        for m in (m for pattern in (_REACHED, _SO_MANY) for m in pattern.finditer(passage.text)):
            clause = since_mark(passage.text, m.start(), "，。；") + until_mark(passage.text, m.end(), "，。；")
            if Decimal(m["value"]) > 100 and not (_PLANNED.search(clause) or _OF_MORE.search(clause)):
                yield at(passage, m.start(), m.end(), f"{m[0]}：部分不会比整体多", "核对这个数")
        for m in _SPENT.finditer(passage.text):
            if Decimal(m["value"]) > 100 and not _OF_MORE.search(since_mark(passage.text, m.end(), "，。；")):
                yield at(passage, m.start(), m.end(), f"{m[0]}：部分不会比整体多", "核对这个数")
        for m in _NAMED_RATE.finditer(passage.text):
            if Decimal(m["value"]) > 100 and not m["name"].endswith(subject.words.unbounded):
                yield at(passage, m.start(), m.end(), f"{m[0]}：这个比率不会超过 100%", "核对这个数")


RULES = (
    Rule(
        "rate",
        "比率与前面的两个数相符",
        Authority.REGULATION,
        ACCURATE,
        _rate,
        Example("受理群众来信34件，办结29件，办结率100%。"),
        Example("受理群众来信34件，办结29件，办结率85.3%。"),
        NUMBERS,
    ),
    Rule(
        "growth",
        "升降的百分数与前后两个数相符",
        Authority.REGULATION,
        ACCURATE,
        _growth,
        Example("信访件由120件降至90件，下降30%。"),
        Example("信访件由120件降至90件，下降25%。"),
        NUMBERS,
    ),
    Rule(
        "over-hundred",
        "部分与整体之比不超过100%",
        Authority.REGULATION,
        ACCURATE,
        _over,
        Example("党员集中学习参学率达120%。"),
        Example("党员集中学习参学率达100%，任务完成率达120%。"),
        NUMBERS,
    ),
)

"""Dates: that there are, in the period told of, not after the day the report was signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.figures.spans import reversed_spans
from generator.check.prose.passage import RUNNING, TOLD, Part
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.calendar import on_calendar
from generator.chinese.months import calendar_year
from generator.chinese.punctuation import clauses, sentences, since_mark
from generator.patterns import worded
from generator.report import plain

_LEAP = 2024
_DAY = re.compile(r"(?<!\d)(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]")
_DAYS = re.compile(r"(?<!\d)(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月\d{1,2}[日号]?(?P<further>(?:(?:—|－|-|～|至|到|、|和|及)\d{1,2}[日号])+)")
"""A day, and further ones of the same month (6月29日至30日)."""
_MONTH = re.compile(r"(?<!\d)(?P<year>\d{4})年(?P<month>\d{1,2})月")
_BARE_MONTH = re.compile(r"(?<![\d—-])(?<!\d年)(?P<month>1[3-9]|[2-9]\d|0)月(?!龄|大)")
_QUARTER = re.compile("第(?P<n>[五六七八九5-9])季度")
_HOURS = (
    re.compile(r"(?<![\d.第])(?:2[5-9]|[3-9]\d)[时点](?!代|速|长|多|余|位|对|调|击|评|钟)[0-5]?\d?分?(?=[，。；、起至到—前后]|[发召启开]|$)"),
    re.compile(r"(?<![\d.第])\d{1,2}[时点](?:[6-9]\d)分"),
    re.compile(r"(?<![\d.第])(?:2[5-9]|[3-9]\d)[时点]\d{1,2}分"),
    re.compile(r"(?:凌晨|早上|清晨|上午|中午|下午|傍晚|晚上|当晚|当日)(?:2[5-9]|[3-9]\d)[时点]"),
)
"""Hours that no day has, and minutes that no hour has."""
_SIGNED = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")


def _impossible(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        yield from reversed_spans(passage, of_one_year=subject.year is not None)
        for m in _DAY.finditer(passage.text):
            if on_calendar(int(m["year"] or subject.year or _LEAP), int(m["month"]), int(m["day"])) is None:
                yield at(passage, m.start(), m.end(), f"没有“{m[0]}”这一天", "核对日期")
        for m in _DAYS.finditer(passage.text):
            year, month = int(m["year"] or subject.year or _LEAP), int(m["month"])
            for day in re.finditer(r"\d+", m["further"]):
                if on_calendar(year, month, int(day[0])) is None:
                    yield at(passage, m.start(), m.start("further") + day.end(), f"没有“{month}月{day[0]}日”这一天", "核对日期")
        for m in _MONTH.finditer(passage.text):
            if not 1 <= int(m["month"]) <= 12 and not _DAY.match(passage.text, m.start()):
                yield at(passage, m.start(), m.end(), f"没有“{m[0]}”这个月", "核对日期")
        for m in _BARE_MONTH.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"没有“{m['month']}月”这个月", "核对日期")
        for m in (m for pattern in _HOURS for m in pattern.finditer(passage.text)):
            yield at(passage, m.start(), m.end(), f"没有“{m[0]}”这个时刻", "一天24时、一时60分，核对")
        for m in _QUARTER.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"没有“{m[0]}”", "一年四个季度，核对")


def _after_signing(subject: Subject) -> Iterator[Finding]:
    """What was done on a day that comes after the date of the report."""
    signed = _SIGNED.fullmatch(plain(subject.report.date))
    if signed is None:
        return
    year, month, day = int(signed[1]), int(signed[2]), int(signed[3] or 31)
    for passage in subject.passages:
        for m in re.finditer(r"(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?", passage.text):
            later = (int(m[1]), int(m[2]), int(m[3] or 0)) > (year, month, day)
            built = int(m[1]) > year and _is_being_built(passage.text, m)
            if later and not built and not _to_come(passage.text, m.start(), m.end()):
                yield at(passage, m.start(), m.end(), f"“{m[0]}”在成文日期之后", _ONLY_BEFORE)
        for m in _UP_TO_END.finditer(passage.text) if year == subject.year else ():
            if (int(m["month"]), _NEAR_END) > (month, day) and not _another_year(passage.text, m.start()):
                yield at(passage, m.start(), m.end(), f"“{m[0]}”在成文日期{month}月{f'{day}日' if signed[3] else ''}之后", _ONLY_BEFORE)
        for m in _BARE_DAY.finditer(passage.text) if year == subject.year else ():  # a day without a year is one of the year told of
            here = int(m["month"]), int(m["day"] or 0)
            apart = _another_year(passage.text, m.start()) or _to_come(passage.text, m.start(), m.end())
            if here > (month, day) and not apart and not _FIXES_DATE.match(passage.text, m.end()):
                yield at(passage, m.start(), m.end(), f"“{m[0]}”在成文日期{month}月{f'{day}日' if signed[3] else ''}之后", _ONLY_BEFORE)


_UP_TO_END = re.compile(r"截[至止](?:今年|本年|目前)?(?P<month>1[0-2]|[1-9])月(?:底|末)(?![前以之])")
_NEAR_END = 25
"""The day of a month from which figures up to its end may stand in a report."""
_SET = re.compile(
    "截止|期限|时限|限期|效期|任期|租期|工期|务期|合同|保期|定于|明确|要求|约定|承诺|确定|倒排|推迟|顺延|延期|延长|持续|排定|谋划|部署|申报|(?:(?<!截)至|到|底至|—|－)$"
)
_INTENDED = re.compile("将|拟|计划|预计|预期|目标|力争|争取|确保|安排在|定于|定在")
_ENDS = re.compile(
    "(?:以?前|底以?前|年?底前|起|之前|末前)|[^，。；]{0,6}(?:到期|截止|届满|期满|为止|失效|生效)|(?:实施|施行)的|[^，。；]{0,14}的目标"
)
_BEGUN = re.compile("开工|动工|在建|正在|启动")
_TO_BE = re.compile("(?:全面|全部|正式|陆续)?(?:建成|竣工|完工|投产|投用|通车|通水|开工|交付|启用|开园|开馆)")
"""Before a date, in its clause or its sentence, and behind it: it was set, and has not come yet; so was the end of what has only begun."""


def _is_being_built(text: str, date: re.Match[str]) -> bool:
    """Whether what is to be done by ``date`` has only begun (正在建设, 2027年建成)."""
    return _BEGUN.search(since_mark(text, date.start(), "。；")) is not None and _TO_BE.match(text, date.end()) is not None


def _to_come(text: str, start: int, end: int) -> bool:
    """Whether the date from ``start`` to ``end`` is one that something was set or meant for."""
    clause, sentence = since_mark(text, start, "，。；"), since_mark(text, start, "。；")
    return any(pattern.search(said) for pattern, said in ((_SET, clause), (_INTENDED, sentence))) or _ENDS.match(text, end) is not None


_ONLY_BEFORE = "做法、问题里只写成文以前的事；核对日期"
_BARE_DAY = re.compile(r"(?<![\d年—－～-])(?<!年度)(?P<month>1[0-2]|[1-9])月(?:(?P<day>\d{1,2})[日号])?(?!\d|以?前|底|份?之前|末前|起施行|—|至|到)")


def _another_year(text: str, start: int) -> bool:
    """Whether the sentence speaks of another year, or of what is to come, before ``start``."""
    return re.search(r"\d{4}年|去年|上年|前年|往年|每年|明年|次年|跨年|截止期|预计|计划|将", since_mark(text, start, "。；")) is not None


_DATED = re.compile(r"(?<![\d年度])(?:(?:今年|本年)|(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:\d{1,2}[日号])?(?!\d|以?前|底前|起施行)")
_FIXES_DATE = re.compile("[^，。；]{0,4}[是为](?:全国|全省|全市|法定|世界|国际)|[^，。；]{0,10}(?:将|拟|计划)")
"""Behind a date: it is one of the calendar, or one to come."""


_SET_FOR = ("限期", "期限", "限于", "拟于", "定于", "计划于", "预计", "将于")
"""What stands before a date by when something is to be done."""


def _outside(subject: Subject) -> Iterator[Finding]:
    """A month of the year told of that the period does not reach."""
    if subject.period is None or subject.year is None:
        return
    (year, first), (_, last) = subject.period
    for passage in subject.passages:
        for m in _DATED.finditer(passage.text):
            here = int(m["month"])
            if _FIXES_DATE.match(passage.text, m.end()) or passage.text.endswith(_SET_FOR, 0, m.start()):
                continue
            if (m["year"] is None or int(m["year"]) == year) and 1 <= here <= 12 and not first <= here <= last:
                yield at(passage, m.start(), m.end(), f"“{m[0]}”不在报告的时段里（{year}年{first}—{last}月）", "核对日期和时段")


_ANOTHER = re.compile(r"自|从|以来|起|原|历史|此前|遗留|印发|颁布|公布|施行|发布|成立|建成|始建|修订|《|比|较|同比|跨|(?<!截)至|版")


_GONE_BY = re.compile(
    r"(?:按照|根据|对照|围绕)[^，。；\d]{0,10}(?P<year>\d{4})年(?:度)?(?:全[市县区局]|党建|重点|年度)?(?:工作)?(?:要点|计划|重点任务|任务清单|安排|目标任务)"
)
"""A plan by which the work of a year is said to go."""


_OLD = re.compile(
    r"(?:^|(?<=[，。；：]))(?P<year>\d{4})年(?:\d{1,2}月(?:\d{1,2}日)?，?(?=[\u4e00-\u9fff])"
    r"|(?:[春夏秋冬][季收种耕]|三夏|三秋|[主前后]?汛|暑|寒|春节|国庆|中秋|“?七一”?)(?:假)?期间)"
)


def _old_date(subject: Subject) -> Iterator[Finding]:
    """A month of an earlier year told as if it belonged to this one."""
    if subject.period is None:
        return
    for passage in subject.passages:
        for start, sentence in sentences(passage.text):
            for m in _OLD.finditer(sentence):
                if int(m["year"]) < subject.period[0][0] and not _ANOTHER.search(sentence):
                    yield at(passage, start + m.start(), start + m.end(), f"“{m[0].rstrip('，')}”早于报告的时段", "核对是不是去年的稿子留下来的")
        for m in _GONE_BY.finditer(passage.text):
            if int(m["year"]) == subject.period[0][0] - 1:
                yield at(passage, m.start("year"), m.end(), f"“{m[0]}”是去年的", "核对是不是去年的稿子留下来的")


def _anniversary(subject: Subject) -> Iterator[Finding]:
    """建党104周年 in a report on another year than 2025."""
    if subject.period is None:
        return
    for passage in subject.passages:
        for row in subject.words.happened:
            names = "|".join(map(re.escape, sorted(row.names, key=len, reverse=True)))
            for m in worded(rf"(?:{names})(?P<n>\d{{2,3}})周年").finditer(passage.text):
                year = row.year + int(m["n"])
                spoken = {int(y) for y in re.findall(r"(\d{4})年", passage.text)}
                if not subject.period[0][0] <= year <= subject.period[1][0] + (passage.part is Part.PLAN) and year not in spoken:
                    yield at(passage, m.start(), m.end(), f"“{m[0]}”是{year}年的事", f"核对周年。依据：{row.source}")


def _opening_year(subject: Subject) -> Iterator[Finding]:
    """“十四五”开局之年 said of another year than 2021."""
    for passage in subject.passages:
        for start, clause in clauses(passage.text):
            for row in (row for row in subject.words.plans if row.name in clause):
                m = worded(rf"“?{row.name}”?(?:规划)?(?:的|实施的)?(?P<which>开局|起步|收官|首)(?:之)?年").search(clause)
                year = _year_of(subject, clause)
                right = row.last if m and m["which"] == "收官" else row.first
                if m and year and year != right:
                    yield at(
                        passage, start + m.start(), start + m.end(), f"{year}年不是“{row.name}”{m['which']}之年，{right}年才是", f"依据：{row.source}"
                    )
    yield from _far_from_its_year(subject)


_SPEAKS_OF = (
    r"[“”]*(?:规划)?(?:的)?(?:[\u4e00-\u9fff]{2,8}?工作)?(?:实现|圆满|顺利|胜利|全面|谋划)?(?P<which>良好开局|开好局|开局起步|收官|收好官)(?!之?年)"
)


def _far_from_its_year(subject: Subject) -> Iterator[Finding]:
    """为“十四五”开好局 in a report on 2025: what opens or ends a plan is said of the year itself, the one before and the one behind."""
    if subject.period is None or subject.government:
        return
    for passage in subject.passages:
        for row in subject.words.plans:
            for m in worded(row.name + _SPEAKS_OF).finditer(passage.text):
                right = row.last if "官" in m["which"] else row.first
                if not subject.period[0][0] - 1 <= right <= subject.period[1][0] + 1:
                    fault = f"“{row.name}”{m['which']}是{right}年的事，这份报告说的不是那一年"
                    yield at(passage, m.start(), m.end(), fault, f"核对是哪一个规划。依据：{row.source}")


def _year_of(subject: Subject, clause: str) -> int:
    """The year a clause speaks of: the one it names, or that of the report; 0 where there is neither."""
    named = re.findall(r"(\d{4})年", clause)
    if named:
        return int(named[0])
    if subject.year is None or re.search("将|去年|上年", clause):
        return 0
    return subject.year + (re.search("明年|来年", clause) is not None)


_LOOKING_BACK = Scope(TOLD - {Part.OTHER, Part.CLOSING}, (*QUOTES, *TITLES), NOT_GOVERNMENT)
_SIGNED_TEXT = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、主要做法\n（一）学习\n{}组织集中学习。\n云州市水务局\n2025年12月22日"

_THIS_YEAR = calendar_year(2025)

RULES = (
    Rule(
        "old-date",
        "日期是今年的",
        Authority.ADVICE,
        ACCURATE,
        _old_date,
        Example("2024年3月，组织集中学习。", period=_THIS_YEAR),
        Example("2025年3月，组织集中学习。自2024年3月试点以来，成效明显。", period=_THIS_YEAR),
        _LOOKING_BACK,
        (Need.PERIOD,),
    ),
    Rule(
        "anniversary",
        "周年算得对",
        Authority.REGULATION,
        ACCURATE,
        _anniversary,
        Example("庆祝中国共产党成立103周年。", period=_THIS_YEAR),
        Example("庆祝中国共产党成立104周年。", period=_THIS_YEAR),
        Scope(RUNNING | {Part.HEADING}, not_kinds=NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
    Rule(
        "opening-year",
        "规划的开局、收官之年说得对",
        Authority.REGULATION,
        ACCURATE,
        _opening_year,
        Example("2025年是“十四五”开局之年。"),
        Example("2025年是“十四五”收官之年，2026年是“十五五”开局之年。"),
        Scope(RUNNING),
    ),
    Rule(
        "no-such-date",
        "日期是有的，起止不颠倒",
        Authority.REGULATION,
        ACCURATE,
        _impossible,
        Example("2025年6月31日召开动员会。"),
        Example("2024年2月29日召开动员会，9月30日总结。"),
        Scope(frozenset(Part), (*QUOTES, *TITLES)),
    ),
    Rule(
        "after-signing",
        "做过的事在成文日期以前",
        Authority.REGULATION,
        ACCURATE,
        _after_signing,
        Example(_SIGNED_TEXT.format("2026年3月12日")),
        Example(_SIGNED_TEXT.format("2025年3月12日")),
        _LOOKING_BACK,
    ),
    Rule(
        "out-of-months",
        "做过的事在报告的时段里",
        Authority.PRACTICE,
        ACCURATE,
        _outside,
        Example("9月组织集中学习。", period=((2025, 1), (2025, 6))),
        Example("6月组织集中学习，余下3处限期7月底。", period=((2025, 1), (2025, 6))),
        _LOOKING_BACK,
        (Need.PERIOD,),
    ),
)

"""Congresses and plenums: said to be held in another month than they were, studied in a plan before they were held, greeted after it, or not
held at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.bank.formulations import Formulation, FormulationKind
from generator.check.prose.passage import RUNNING, TOLD, Part, Passage
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.months import Month, calendar_year, months_between, printed
from generator.chinese.numerals import number
from generator.chinese.punctuation import since_mark, until_mark

_HELD = re.compile("(?:十[六七八九]|二十)(?:大|届[一二三四五六七]中全会|届中央纪委[一二三四五六七八九]次全会)")
_NAMES = r"(?P<name>(?:十[六七八九]|二十)(?:大|届[一二三四五六七]中全会|届中央纪委[一二三四五六七八九]次全会))"
_TOLD = re.compile(
    rf"(?:(?P<year>\d{{4}})年|(?P<this>今年))?(?P<month>\d{{1,2}})月(?:\d{{1,2}}日|[上中下]旬|底|初|份)?[，]?(?:召开的|闭幕的|举行的)?(?:党的)?{_NAMES}"
    r"(?P<said>在北京|胜利|顺利|圆满|召开|闭幕|开幕|举行)"
    rf"|(?:(?P<y>\d{{4}})年)(?P<m>\d{{1,2}})月(?:\d{{1,2}}日)?(?:召开|闭幕|举行)的(?:党的)?(?P<n>(?:十[六七八九]|二十)(?:大|届[一二三四五六七]中全会))"
)
_YEARLY = re.compile(rf"(?:(?P<year>\d{{4}})年|(?P<this>今年))(?:召开的|举行的)?(?:党的)?{_NAMES}(?:在北京|胜利|顺利|圆满|召开|闭幕|开幕|举行)")

_STUDIED_IN = re.compile(
    rf"(?<![\d年—至到])(?P<month>\d{{1,2}})月(?:\d{{1,2}}日|[上中下]旬|底|初|份)?(?:以来|起)?，?(?:(?!迎接|喜迎|召开前|[，。；：]).){{0,14}}"
    rf"(?:学习|宣传|贯彻|传达|宣讲|领会|落实)(?:学习|宣传|贯彻|传达|宣讲|落实|[、和])*(?:党的)?{_NAMES}精神"
)
"""What was said at a meeting, studied in a month of the year in which it was held."""


def _misdated(subject: Subject) -> Iterator[Finding]:
    """10月党的二十届三中全会闭幕后, where it was held in July of another year."""
    held = _held(subject)
    for passage in subject.passages:
        for m in _TOLD.finditer(passage.text):
            year, month, f = m["year"] or m["y"] or subject.year, int(m["month"] or m["m"]), held.get(m["name"] or m["n"])
            if f is not None and year and (int(year), month) not in _about(f.since):
                yield _told(passage, m, f)
        for m in _STUDIED_IN.finditer(passage.text):
            f = held.get(m["name"])
            if f is not None and subject.year == f.since[0] and int(m["month"]) < f.since[1]:
                yield _told(passage, m, f)
        for m in _YEARLY.finditer(passage.text):
            f, year = held.get(m["name"]), m["year"] or subject.year
            if f is not None and year and int(year) != f.since[0]:
                yield _told(passage, m, f)


def _held(subject: Subject) -> dict[str, Formulation]:
    """The meetings that the table knows, by name."""
    return {f.text: f for f in subject.formulations if f.kind is FormulationKind.MEETING and _HELD.fullmatch(f.text)}


def _about(month: Month) -> tuple[Month, Month]:
    """The month of a meeting and the one behind it, into which what is told of its end may fall."""
    year, n = month
    return month, (year, n + 1) if n < 12 else (year + 1, 1)


def _told(passage: Passage, m: re.Match[str], f: Formulation) -> Finding:
    return at(passage, m.start(), m.end(), f"“{f.text}”是{printed(f.since)}开的", f"核对是哪一次会。依据：{f.source}")


_STUDIED = "(?:学习|贯彻|落实|宣传|传达|领会|宣讲|按照|根据|对照|围绕|聚焦|以)"
_LOOKS_OUT = re.compile("迎接|喜迎|召开前|召开后|闭幕后|即将|将于|将要|期间|筹备|服务保障|安保|护航|向[^，。]*献礼")


def _not_yet(subject: Subject) -> Iterator[Finding]:
    """以学习贯彻党的二十大精神为动力 in a plan written the year before, and meetings of which the table knows none yet."""
    if subject.period is None:
        return
    last = max(subject.period[1], subject.signed or subject.period[1])
    meetings = [
        f
        for f in subject.formulations
        if f.kind is FormulationKind.MEETING and months_between(last, f.since) > _ANNOUNCED and _HELD.fullmatch(f.text)
    ]
    for passage in (p for p in subject.passages if p.part in (Part.PLAN, Part.OTHER, Part.CLOSING)):
        for f in (f for f in meetings if f"{f.text}精神" in passage.text):
            start = passage.text.index(f"{f.text}精神")
            sentence = since_mark(passage.text, start, "。；") + until_mark(passage.text, start, "。；")
            if re.search(_STUDIED, sentence) and not _LOOKS_OUT.search(sentence):
                fault = f"写这份报告的时候“{f.text}”还没有开（{printed(f.since)}才开）"
                yield at(passage, start, start + len(f.text), fault, f"核对是哪一次会；打算里可以说迎接它召开。依据：{f.source}")
    yield from _never_held(subject, last)


_ANNOUNCED = 6
"""Months ahead of a meeting at which plans may speak of studying what it will say: its date is known by then."""


_YEARLY_HELD = 12
"""Months from one plenum to the next, about."""
_NUMBERED = re.compile("(?P<of>(?:十[六七八九]|二十)届)(?P<n>[一二三四五六七八九])中全会")


def _never_held(subject: Subject, last: Month) -> Iterator[Finding]:
    """A plenum of a higher number than the last one that there was when the report was written (二十届六中全会)."""
    known: dict[str, dict[int, Month]] = {}
    for f in subject.formulations:
        m = _NUMBERED.fullmatch(f.text)
        if m:
            known.setdefault(m["of"], {})[number(m["n"]) or 0] = f.since
    for passage in subject.passages:
        for m in _NUMBERED.finditer(passage.text):
            sessions, n = known.get(m["of"], {}), number(m["n"]) or 0
            over = m["of"] != max(known, key=lambda of: max(known[of].values()), default="")
            apart = months_between(max(sessions.values()), last) // _YEARLY_HELD if sessions else 0
            if sessions and n > max(sessions) + (0 if over or last <= max(sessions.values()) else 1 + apart):
                yield at(passage, m.start(), m.end(), f"没有“{m[0]}”，或写这份报告的时候还没有开", "核对是哪一次会")


_NEWS = re.compile(rf"{_NAMES}(?:胜利)?(?:闭幕|召开|开)(?:后|以后|之后)")
_DEPLOYED = re.compile(r"(?P<name>(?:十[六七八九]|二十)届中央纪委[一二三四五六七八九]次全会)(?:精神|部署|要求|工作报告|作出)?")


def _stale(subject: Subject) -> Iterator[Finding]:
    """What came of a plenum of the year before told as this year's, and a plenum of the commission that was not this year's."""
    if subject.period is None:
        return
    first, last = subject.period
    held = _held(subject)
    whole = "".join(p.printed for p in subject.whole)
    for passage in (p for p in subject.passages if p.part in TOLD):
        for m in _NEWS.finditer(passage.text):
            f = held.get(m["name"])
            if f is not None and f.since < first:
                yield at(passage, m.start(), m.end(), f"“{f.text}”是{printed(f.since)}开的，不在报告的时段里", f"核对是哪一次会。依据：{f.source}")
        for m in _DEPLOYED.finditer(passage.text):
            f = held.get(m["name"])
            later = [g for g in held.values() if f and "中央纪委" in g.text and f.since < g.since <= last and g.since >= first]
            if f is not None and f.since < first and later and not any(g.text in whole or g.text[2:] in whole for g in later):
                yield at(
                    passage,
                    m.start(),
                    m.end(),
                    f"“{f.text}”是{printed(f.since)}开的，这一年开的是“{later[0].text}”",
                    f"核对是不是去年的稿子留下来的。依据：{f.source}",
                )


_GREETED = re.compile(rf"(?:喜迎|迎接)[“‘]?(?:(?:中国共产党|党的|即将召开的)[“‘]?)?{_NAMES}(?!后|以来)")
_WAS_SO = re.compile("当时|曾|期间|去年|前年|上一?年|年[以之]?前|(?<!今年)以来")


def _already_held(subject: Subject) -> Iterator[Finding]:
    """以迎接党的二十大胜利召开为主线 in a plan made after the congress, or told of a year after it."""
    if subject.period is None:
        return
    first, last = subject.period
    held = _held(subject)
    for passage in subject.passages:
        by = max(last, subject.signed or last) if passage.part is Part.PLAN else first
        for m in _GREETED.finditer(passage.text):
            f, before = held.get(m["name"]), since_mark(passage.text, m.start(), "。；")
            then = f is not None and (str(f.since[0]) in before or _WAS_SO.search(before) is not None)
            if f is not None and f.since < by and not then and not re.match("[^，。；]{0,6}和?(?:学习|宣传|贯彻)", passage.text[m.end() :]):
                fault = f"“{f.text}”{printed(f.since)}已经开过了"
                yield at(passage, m.start(), m.end(), fault, f"照抄旧稿的，换成现在的；确是说过去的事就不用改。依据：{f.source}")


_PLANNED = "云州市水务局2021年工作总结\n2021年，工作平稳。\n一、做法\n学习9次。\n二、下一步打算\n{}。"
_YEAR = calendar_year(2021)

RULES = (
    Rule(
        "meeting-date",
        "党代会、全会的年月写得对",
        Authority.REGULATION,
        ACCURATE,
        _misdated,
        Example("10月党的二十届三中全会闭幕后，组织学习。", period=calendar_year(2025)),
        Example("10月党的二十届四中全会闭幕后，组织学习；2024年7月召开的党的二十届三中全会作出部署。", period=calendar_year(2025)),
        Scope(RUNNING, TITLES),
    ),
    Rule(
        "stale-meeting",
        "说的是这一年开的会",
        Authority.ADVICE,
        ACCURATE,
        _stale,
        Example("党的二十届三中全会闭幕后，举办轮训班2期。", period=calendar_year(2025)),
        Example("党的二十届四中全会闭幕后，举办轮训班2期；贯彻党的二十届三中全会精神。", period=calendar_year(2025)),
        Scope(RUNNING, TITLES, NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
    Rule(
        "already-held",
        "已经开过的会不说迎接",
        Authority.PRACTICE,
        ACCURATE,
        _already_held,
        Example(_PLANNED.format("以迎接党的十九届六中全会召开为动力，改造管网"), period=_YEAR),
        Example(_PLANNED.format("以迎接党的二十大胜利召开为动力，改造管网"), period=_YEAR),
        Scope(RUNNING | {Part.HEADING}, TITLES, NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
    Rule(
        "not-yet-held",
        "还没有开的会不说贯彻",
        Authority.PRACTICE,
        ACCURATE,
        _not_yet,
        Example(_PLANNED.format("以学习贯彻党的二十大精神为动力，改造管网"), period=_YEAR),
        Example(_PLANNED.format("以迎接党的二十大胜利召开为动力，做好二十大精神学习准备"), period=_YEAR),
        Scope(RUNNING, TITLES, NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
)

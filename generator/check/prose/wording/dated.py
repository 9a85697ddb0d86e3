"""Dated wordings (``phrasebank/提法.yaml``): said outside their time, or in a wrong variant."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from generator.bank.formulations import Formulation, FormulationKind, contained
from generator.check.prose.likely import Likely
from generator.check.prose.passage import RUNNING, TOLD, Part
from generator.check.prose.rule import NOT_GOVERNMENT, POLICY, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.months import Month, Period, calendar_year, months_between, printed
from generator.chinese.punctuation import since_mark
from generator.patterns import worded

_LINGERING = 12
"""Months that a wording may outlive its end: a report on the year in which a campaign closed, or one that tells of its results."""


def _too_early(subject: Subject) -> Iterator[Finding]:
    _, last = _span(subject)
    yield from _outside(subject, lambda f: f.since > last, "从{since}起才说，这份报告的时段在那以前")
    yield from _listed_too_early(subject, last)
    yield from _never_held(subject, last)


_CONGRESS = re.compile("(?<=党的)(?P<n>二十[一二三四五]?|十[六七八九])大(?![家力型量会])")
_BETWEEN_CONGRESSES, _AHEAD = 60, 18
"""Months from one congress to the next, and those before one in which reports speak of it."""


def _never_held(subject: Subject, last: Month) -> Iterator[Finding]:
    """党的二十一大 in a report on 2022: a congress after the last that is known, and not the one that comes next."""
    names = {f.text: f.since for f in subject.formulations if f.kind is FormulationKind.MEETING}
    held = {m["n"]: since for name, since in names.items() if (m := re.fullmatch("(?P<n>二十|十[六七八九])大", name))}
    latest = max(held.values(), default=None)
    if latest is None or months_between(latest, last) >= _BETWEEN_CONGRESSES:
        return
    soon = months_between(latest, last) >= _BETWEEN_CONGRESSES - _AHEAD
    for passage in subject.passages:
        for m in _CONGRESS.finditer(passage.text):
            if m["n"] not in held and not (soon and _WELCOMES.search(since_mark(passage.text, m.start(), "，。；"))):
                yield at(passage, m.start(), m.end(), f"“{m[0]}”还没有召开", "核对是哪一次大会")
        for m in _SESSION.finditer(passage.text):
            if f"{m['of']}届{m['n']}中全会" not in names and m["of"] in held:
                yield at(passage, m.start(), m.end(), f"“{m[0]}”还没有召开", "核对是哪一次全会")


_WELCOMES = re.compile("迎接|喜迎|筹备|召开|代表|选举|谋划|即将")
_SESSION = re.compile("(?P<of>二十|十[六七八九])届(?:[一二三四五六七]中(?:全会)?[、和])*(?P<n>[一二三四五六七])中全会")


_SESSIONS = re.compile("(?P<of>(?:十[六七八九]|二十)届)(?P<list>(?:[一二三四五六七]中(?:全会)?[、和])+(?=[一二三四五六七]中))")


def _listed_too_early(subject: Subject, last: Month) -> Iterator[Finding]:
    """The last of a list of sessions (十九届五中、六中全会), which does not stand there by its name."""
    held = {f.text: f for f in subject.formulations if f.text.endswith("中全会")}
    for passage in subject.passages:
        for m in _SESSIONS.finditer(passage.text):
            name = passage.text[m.end() : m.end() + 2]
            f = held.get(f"{m['of']}{name}全会")
            if f is not None and f.since > last and not _excused(passage.text, m.start(), f, *_span(subject)):
                fault = f"“{f.text}”从{_said(f.since)}起才说，这份报告的时段在那以前"
                yield at(passage, m.start(), m.end() + 2, fault, f"照抄旧稿的，换成现在的提法；确是如此就不用改。依据：{f.source}")


def _too_late(subject: Subject) -> Iterator[Finding]:
    first, _ = _span(subject)
    yield from _outside(subject, lambda f: f.until is not None and months_between(f.until, first) > _LINGERING, "到{until}为止")
    yield from _awaited(subject)


def _lingering(subject: Subject) -> Iterator[Finding]:
    first, _ = _span(subject)
    yield from _outside(subject, lambda f: f.until is not None and f.until < first <= _later(f.until), "到{until}为止")
    yield from _made_regular(subject, first)
    yield from _over_at_once(subject)


_AWAITED = re.compile("(?:迎接|喜迎|献礼|迎庆)(?:党的)?(?P<name>[一二三四五六七八九十]{1,3}大)(?!期间|前夕|以来)")


def _awaited(subject: Subject) -> Iterator[Finding]:
    """迎接党的十九大 in a year that began after it was over."""
    first, _ = _span(subject)
    held = {f.text: f for f in subject.formulations if f.since < first}
    for passage in subject.passages:
        for m in _AWAITED.finditer(passage.text):
            years = [int(year) for year in re.findall(r"(\d{4})年", since_mark(passage.text, m.start(), "。；"))]
            f = held.get(m["name"])
            if f is not None and all(year >= first[0] for year in years):
                yield at(passage, m.start(), m.end(), f"“{m['name']}”{_said(f.since)}就开过了", f"照抄旧稿的，换成今年的。依据：{f.source}")


_LAST_MONTHS, _WHOLE = 2, 10
"""Months of a period in which a campaign closed that was last year's; months of a period that is a year."""


def _over_at_once(subject: Subject) -> Iterator[Finding]:
    """A campaign of last year, closed as this one began, told in the opening as what this year was about."""
    first, last = _span(subject)
    if first[0] != last[0] or months_between(first, last) < _WHOLE - 1:
        return
    for passage in (p for p in subject.passages if p.part in (Part.LEAD, Part.HEADING)):
        for f in contained(passage.text, subject.formulations):
            closed = f.kind is FormulationKind.CAMPAIGN and f.until is not None and f.since < first <= f.until
            if closed and f.until and months_between(first, f.until) < _LAST_MONTHS:
                start, end = _where(passage.text, f.text)
                if re.search("(?:开展|推进|抓好|以|把)[^，。；]{0,4}$", passage.text[:start]) and not _excused(passage.text, start, f, first, last):
                    yield at(
                        passage, start, end, f"“{_bare(f.text)}”到{_said(f.until)}为止", f"照抄旧稿的，换成今年的；确是如此就不用改。依据：{f.source}"
                    )


_SET_ABOUT = re.compile("(?:开展|启动|部署|组织|推进|深化|抓好|抓实)(?:好|了)?$")


def _made_regular(subject: Subject, first: Month) -> Iterator[Finding]:
    """A campaign told as begun now that was made a standing practice, under a longer name, more than a year before."""
    campaigns = [f for f in subject.formulations if f.kind is FormulationKind.CAMPAIGN and f.text.endswith(_TAILS)]
    later = {f.text: g for f in campaigns for g in subject.formulations if g.text.startswith(f.text) and g.since > f.since}
    for passage in subject.passages:
        for name, regular in later.items():
            for m in worded(f"“?{re.escape(name.lstrip('“'))}(?!常态化|制度化)").finditer(passage.text):
                if months_between(regular.since, first) > _LINGERING and first < (9999, 1) and _SET_ABOUT.search(passage.text[: m.start()]):
                    fault = f"“{name.replace('“', '‘').replace('”', '’')}”从{_said(regular.since)}起转入常态化制度化"
                    yield at(passage, m.start(), m.end(), fault, f"照抄旧稿的，换成今年的；确是如此就不用改。依据：{regular.source}")


def _span(subject: Subject) -> Period:
    """First month told of and last month that can be spoken of; where nothing is known, none is too early and none too late."""
    first, last = subject.period or ((0, 1), (9999, 12))
    return first, max(last, subject.signed or last)


def _later(month: Month) -> Month:
    return month[0] + _LINGERING // 12, month[1]


def _outside(subject: Subject, breaks: Callable[[Formulation], bool], said: str) -> Iterator[Finding]:
    for passage in subject.passages:
        for f in contained(passage.text, subject.formulations):
            start, end = _where(passage.text, f.text)
            if breaks(f) and not _excused(passage.text, start, f, *_span(subject)):
                fault = f"“{_bare(f.text)}”{said.format(since=_said(f.since), until=_said(f.until))}"
                yield at(passage, start, end, fault, f"照抄旧稿的，换成现在的提法；确是如此就不用改。依据：{f.source}")


_ANOTHER_TIME = re.compile(
    r"(?<!今年)以来|时期|同期|期间|迎接|喜迎|召开前|[较比与同](?:[^，。；]{0,2}[“‘])?$|(?:工会|共青团|团|妇女|妇联|残联|工商联|侨联|文联|科协)(?:第)?$"
)
"""What in a sentence before a wording says that it is spoken of at another time, or is another body's."""


def _excused(text: str, start: int, f: Formulation, first: Month, last: Month) -> bool:
    """Whether the sentence speaks of another time than the report does, at which ``f`` was said."""
    before = since_mark(text, start, "。；！？")
    years = [int(year) for year in re.findall(r"((?:19|20)\d{2})年", before)]
    then = (year for year in years if not first[0] <= year <= last[0])
    return _ANOTHER_TIME.search(before) is not None or any(f.since[0] <= year and (f.until is None or year <= f.until[0] + 1) for year in then)


def _said(month: Month | None) -> str:
    return printed(month) if month else ""


def _bare(text: str) -> str:
    return text.strip("“”")


def _where(text: str, wording: str) -> tuple[int, int]:
    """Where ``wording`` stands in ``text``, its quotes apart."""
    for said in (wording, _bare(wording)):
        if said in text:
            return text.index(said), text.index(said) + len(said)
    return 0, min(len(text), len(wording))


_TAILS = ("主题教育", "专题教育", "学习教育")
"""What campaigns of education are called; each has one of the names."""


def _wrong(f: Formulation, said: Collection[str]) -> tuple[str, ...]:
    """The wrong variants of ``f``: those listed, and a campaign by another's name, unless that is ``said`` too."""
    own = next((tail for tail in _TAILS if f.kind is FormulationKind.CAMPAIGN and f.text.endswith(tail)), "")
    renamed = (f.text.removesuffix(own) + tail for tail in _TAILS if own and tail != own)
    return tuple(dict.fromkeys((*f.wrong, *(text for text in renamed if text not in said))))


def _misworded(subject: Subject) -> Iterator[Finding]:
    said = {f.text for f in subject.formulations}
    likely = Likely([(f, _wrong(f, said)) for f in subject.formulations], lambda variant: variant[1])
    for passage in subject.passages:
        for f, wrongs in likely.of(passage.text):
            for wrong in wrongs:
                start = passage.text.find(wrong)
                if start >= 0:
                    instead = f.text if wrong[:1] != "“" or f.text[:1] == "“" else None
                    yield at(passage, start, start + len(wrong), f"“{wrong}”应为“{_bare(f.text)}”", f"依据：{f.source}", instead)
    yield from _by_other_verbs(subject)


_VERB = "(?:深入|学习|宣传|贯彻|落实|执行|遵守|领会|树立|树牢|践行|坚持|弘扬)"
_VERBS = f"{_VERB}(?:[和、]?{_VERB})*"
_OF_A_NAME = re.compile("学习|贯彻|遵守|践行|树")
"""Verbs of which one is in such a name; others (落实) may be what is done with the campaign."""
_NAMED = re.compile(rf"(?P<verbs>{_VERBS})(?P<matter>.{{4,}}(?:{'|'.join(_TAILS)}))")
_ANOTHERS = "部署|要求|工作|任务|方案|通知|安排|成果|精神|会议|各项|活动|中的?|期间|启动|动员|总要求|目标"
"""What behind the name of a campaign is itself carried out, by the verbs before it."""


def _by_other_verbs(subject: Subject) -> Iterator[Finding]:
    """贯彻落实中央八项规定精神学习教育: a campaign whose name begins with verbs, under others."""
    named = [(f, m) for f in subject.formulations if f.kind is FormulationKind.CAMPAIGN and (m := _NAMED.fullmatch(f.text))]
    listed = {wrong for f, _ in named for wrong in f.wrong}
    for passage in subject.passages:
        for f, own in ((f, m) for f, m in named if m["matter"] in passage.text):
            for m in worded(rf"(?P<verbs>{_VERBS}){re.escape(own['matter'])}(?!{_ANOTHERS})").finditer(passage.text):
                if _OF_A_NAME.search(m["verbs"]) and not m["verbs"].endswith(own["verbs"]) and not any(wrong in m[0] for wrong in listed):
                    yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“{f.text}”", f"依据：{f.source}", f.text)


_TEXT = Scope(RUNNING | {Part.HEADING, Part.TITLE}, TITLES)
_TOLD_TEXT = Scope(TOLD, TITLES, NOT_GOVERNMENT)
_SAID_NOW = Scope(RUNNING | {Part.HEADING, Part.TITLE}, TITLES, NOT_GOVERNMENT)
_ACTIVE = "深入开展“不忘初心、牢记使命”主题教育。"

RULES = (
    Rule(
        "too-early",
        "提法不早于它提出的时候",
        Authority.REGULATION,
        POLICY,
        _too_early,
        Example("深入学习贯彻党的二十大精神。", period=calendar_year(2021)),
        Example("深入学习贯彻党的二十大精神。", period=calendar_year(2022)),
        _TOLD_TEXT,
        (Need.PERIOD,),
    ),
    Rule(
        "too-late",
        "提法不晚于它收束的时候一年以上",
        Authority.PRACTICE,
        POLICY,
        _too_late,
        Example(_ACTIVE, period=calendar_year(2023)),
        Example(_ACTIVE, period=calendar_year(2019)),
        _SAID_NOW,
        (Need.PERIOD,),
    ),
    Rule(
        "lingering",
        "刚收束的提法还在用",
        Authority.ADVICE,
        POLICY,
        _lingering,
        Example(_ACTIVE, period=((2020, 2), (2020, 12))),
        Example(_ACTIVE, period=calendar_year(2020)),
        _SAID_NOW,
        (Need.PERIOD,),
    ),
    Rule(
        "misworded",
        "提法写得对",
        Authority.REGULATION,
        POLICY,
        _misworded,
        Example("落实新时代党建总要求，以贯彻落实中央八项规定精神学习教育为契机改进作风。"),
        Example("落实新时代党的建设总要求，开展中央八项规定精神学习教育，落实中央八项规定精神学习教育部署。"),
        _TEXT,
    ),
)

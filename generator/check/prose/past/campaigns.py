"""Campaigns of last year's report told as this year's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.bank.formulations import Formulation, FormulationKind, contained
from generator.check.prose.passage import RUNNING, TOLD, Part, Passage, passages
from generator.check.prose.rule import NOT_GOVERNMENT, POLICY, QUOTES, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.months import Month, calendar_year, months_between, printed
from generator.chinese.punctuation import since_mark

_CAMPAIGN = re.compile(
    r"[“《]?[\u4e00-\u9fff“”]{2,14}(?:专题教育|主题教育|学习教育|专项行动|专项整治|三年行动|攻坚行动|建设年|提升年|落实年|攻坚年|服务年)(?:活动)?"
)


def _last_campaign(subject: Subject) -> Iterator[Finding]:
    """A campaign that last year's report names too, over by the table of dated wordings or of a year of its own."""
    if subject.last is None:
        return
    old = "".join(p.printed for p in passages(subject.last))
    yield from _bare_campaign(subject, old)
    for passage in subject.passages:
        ended = [(f, f.until) for f in contained(passage.text, subject.formulations) if f.kind is FormulationKind.CAMPAIGN and f.until]
        for f, until in ended:
            bare = f.text.strip("“”")
            over = subject.period is None or until < subject.period[0] or _carried_over(subject, passage, f)
            if over and bare.strip("“”") in old.replace("“", "").replace("”", "") + old:
                start = max(0, passage.text.find(bare[:4]))
                yield at(passage, start, start + len(bare), f"去年稿子里的“{bare}”，到{printed(until)}为止", "换成今年的，或删去")
        for m in _CAMPAIGN.finditer(passage.text):
            yearly = re.search(r"年(?:活动)?$", m[0])
            if yearly and m[0][-6:] in old:
                yield at(passage, m.start(), m.end(), f"去年稿子里也有“{m[0][-8:]}”", "核对今年是不是还叫这个名字")


_ACTIVITY = re.compile(
    r"(?:开展|组织|推进|举办|深化|抓好|参与)[^，。；“”]{0,6}“(?P<name>[^“”，。；]{3,20})”(?P<what>[\u4e00-\u9fff]{0,4}(?:活动|行动|大讨论|大宣讲|教育))"
)


def _last_activity(subject: Subject) -> Iterator[Finding]:
    """开展“我为群众办实事”实践活动 as in last year's report: what is dated to a year before this one, by the table or by what it names."""
    if subject.last is None or subject.period is None:
        return
    first = subject.period[0]
    old = {m["name"] for p in passages(subject.last) for m in _ACTIVITY.finditer(p.printed)}
    begun = list({f.bare: f for f in subject.formulations if f.since[0] < first[0]}.values())
    for passage in subject.passages:
        for m in (m for m in _ACTIVITY.finditer(passage.printed) if m["name"] in old):
            of = _that_dates(m["name"], begun)
            if of is not None or str(first[0] - 1) in m["name"]:
                since = f"，{of.bare}是{printed(of.since)}的事" if of is not None else ""
                yield at(passage, m.start("name") - 1, m.end(), f"去年的稿子里也写了“{m['name']}”{m['what']}{since}", "今年不是这样叫的，换成今年的")


def _that_dates(name: str, begun: Sequence[Formulation]) -> Formulation | None:
    """The campaign of those that had ``begun`` which goes by ``name``, else the meeting that it names."""
    campaigns = (f for f in begun if f.kind is FormulationKind.CAMPAIGN and f.bare == name and not f.bare.startswith("常态化"))
    meetings = (f for f in begun if f.kind is FormulationKind.MEETING and f.bare in name and not f.bare.endswith("精神"))
    return next(campaigns, None) or next(meetings, None)


_NAME = "(?<![\u4e00-\u9fff”]{2}想)(?<![”》])(?<!使命)主题教育"
_BARE_CAMPAIGN = re.compile(_NAME + "(?!基地|馆|活动|片)")
_UNDER_WAY = re.compile(
    rf"(?:(?:以|把|将|结合|借助|抓住){_NAME}(?=为|作为|[，、契]|开展|要求|部署)"
    rf"|(?:开展|启动|部署|推进|抓好|抓实|参加|动员)(?:好|了)?{_NAME}(?=[，。；]|以来|工作)"
    rf"|(?:^|(?<=[，。；：是])|在){_NAME}(?:(?:开展|启动|部署)以来|期间|中，|启动后))"
)
"""主题教育 by that name alone, told as what is going on; 巩固主题教育成果 is said later too."""
_IN_ITS_COURSE = re.compile(
    rf"(?:以|结合|抓住){_NAME}(?=为契机|为主线|为抓手|[，、契])|(?:^|(?<=[，。；：是])|在){_NAME}(?:期间|(?:开展|启动|部署)以来|启动后)"
)
"""主题教育 that can only be the one of the country: schools have others, which they 开展 too."""
_THEN = re.compile(r"\d{4}年|去年|上年|前年|上一年")
"""What says that a sentence tells of an earlier year."""
_LONG_OVER = 6
"""Months before the end of the period by which a campaign is over for what is yet to be done."""
_AT_ONCE = 2
"""Months of a year by which a campaign that closes then was the last year's."""


def _bare_campaign(subject: Subject, old: str) -> Iterator[Finding]:
    """以主题教育为契机, as in last year's report, when that campaign was over; 巩固拓展主题教育成果 long after among the plans."""
    until = _ended(subject)
    if until is None or subject.period is None or not _BARE_NAME.search(old):
        return
    over = _is_over(subject, until)
    for passage in subject.passages:
        planned = passage.part is Part.PLAN and months_between(until, subject.period[1]) > _LONG_OVER
        pattern = _BARE_CAMPAIGN if planned else _UNDER_WAY
        for m in pattern.finditer(passage.text) if planned or (over and passage.part in TOLD | {Part.HEADING}) else ():
            if not planned and _THEN.search(since_mark(passage.text, m.start(), "。；")):
                continue
            yield at(passage, m.start(), m.end(), f"去年稿子里的“主题教育”，到{printed(until)}为止", "换成今年的，或删去")


_BARE_NAME = re.compile("主题教育(?!基地|馆|活动|片)")


def _campaigns(subject: Subject) -> Iterator[Formulation]:
    return (f for f in subject.formulations if f.kind is FormulationKind.CAMPAIGN and f.text.endswith("主题教育"))


def _ended(subject: Subject) -> Month | None:
    """The month in which the last 主题教育 ended that had begun before the year told of."""
    period = subject.period
    return max((f.until for f in _campaigns(subject) if period and f.until and f.since[0] < period[0][0] and f.until <= period[1]), default=None)


def _is_over(subject: Subject, until: Month) -> bool:
    """Whether a campaign that lasted ``until`` then was over when the period began, or as good as over."""
    return subject.period is not None and months_between(until, subject.period[0]) > -_AT_ONCE


def _none_under_way(subject: Subject) -> Iterator[Finding]:
    """主题教育期间 in a year that had none; where last year's report speaks of it, ``_bare_campaign`` tells."""
    until = _ended(subject)
    old = "".join(p.printed for p in passages(subject.last)) if subject.last is not None else ""
    begun = any(subject.period and subject.period[0] <= f.since <= subject.period[1] for f in _campaigns(subject))
    if until is None or begun or not _is_over(subject, until) or _BARE_NAME.search(old):
        return
    for passage in (p for p in subject.passages if p.part in TOLD | {Part.HEADING}):
        for m in _IN_ITS_COURSE.finditer(passage.text):
            if not _THEN.search(since_mark(passage.text, m.start(), "。；")):
                yield at(passage, m.start(), m.end(), f"最近一次“主题教育”到{printed(until)}为止", "照抄旧稿的，换成今年的；确是今年的就不用改")


_SET_ABOUT = re.compile("(?:开展|推进|抓好|抓实|部署|启动|以|把)[^，。；]{0,6}$")
_FIRST_MONTHS = 2


def _carried_over(subject: Subject, passage: Passage, f: Formulation) -> bool:
    """Whether a campaign of last year that closed as this one began is told as what this year was about."""
    if subject.period is None or f.until is None or passage.part not in (Part.LEAD, Part.HEADING):
        return False
    (year, first), last = subject.period
    closed = (year, first) <= f.until < (year, first + _FIRST_MONTHS) < last
    start = passage.text.find(f.text.strip("“”")[:_TELLING])
    return f.since < (year, first) and closed and start >= 0 and _SET_ABOUT.search(passage.text[:start]) is not None


_TELLING = 8
"""Characters of a campaign's name by which it is found again."""


_WHOLE_YEAR = calendar_year(2025)
_LAST = "开展“作风提升年”活动，走访企业36家。"

RULES = (
    Rule(
        "last-campaign",
        "活动不是去年的",
        Authority.PRACTICE,
        POLICY,
        _last_campaign,
        Example("深化作风提升年活动。", last="开展作风提升年活动，走访企业36家。"),
        Example("深化服务攻坚年活动。", last=_LAST),
        Scope(RUNNING),
        (Need.LAST,),
    ),
    Rule(
        "no-campaign",
        "没有开展的活动不说成正在开展",
        Authority.ADVICE,
        POLICY,
        _none_under_way,
        Example("主题教育期间讲党课21场。", period=_WHOLE_YEAR),
        Example("巩固拓展主题教育成果，建设主题教育基地2处。", period=_WHOLE_YEAR),
        Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES), NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
    Rule(
        "last-activity",
        "开展的活动不是去年那一个",
        Authority.ADVICE,
        POLICY,
        _last_activity,
        Example("扎实开展“我为群众办实事”实践活动。", last="开展“我为群众办实事”实践活动。", period=_WHOLE_YEAR),
        Example("开展“清泉先锋”主题活动，“我为群众办实事”清单销号9项。", last="开展“清泉先锋”主题活动。", period=_WHOLE_YEAR),
        Scope(RUNNING, TITLES, NOT_GOVERNMENT),
        (Need.LAST, Need.PERIOD),
    ),
)

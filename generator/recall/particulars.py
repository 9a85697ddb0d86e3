"""What a past report is and of whom: its 文种, its unit as it calls itself, its period and the one that follows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from generator.chinese.calendar import TO, YEAR, in_digits
from generator.chinese.months import Period
from generator.facts.dates import months
from generator.patterns import late
from generator.printed import lines
from generator.report import BREAK, Report, Text, plain


class Particulars(Struct, frozen=True):
    """What heads the facts file: empty where the report does not tell. ``handed`` is what its opening hands over (现将…); ``period`` is last year's
    in its words, ``months`` its first and last month; ``reporter`` is who signed as 述职人, ``post`` what he is; ``chapters`` are the titles of its
    parts. Only a facts file tells 业务, 上级, the ``branches`` (支部), the ``campaigns`` (专题) and the wanted ``length``."""

    title: str = ""
    handed: str = ""
    full: str = ""
    short: str = ""
    self_name: str = ""
    party: str = ""
    reporter: str = ""
    period: str = ""
    months: Period | None = None
    business: str = ""
    superior: str = ""
    branches: tuple[str, ...] = ()
    campaigns: tuple[str, ...] = ()
    post: str = ""
    chapters: tuple[str, ...] = ()
    length: int | None = None


def particulars(report: Report) -> Particulars:
    """What ``report`` tells of itself. Total."""
    title = plain(report.title).replace(BREAK, "")
    signed = plain(report.signature) or (_byline(report) if "述职" in title else "")
    body = "".join(line.text for line in lines(report))
    lead = "".join(plain(p.inlines) for p in report.lead)
    handed = _HANDED.search(lead)
    told = handed[1] if handed else ""
    called = in_digits(title)
    period = _first_period(called, in_digits(told), in_digits(lead.partition("，")[0])) or _year_of(in_digits(plain(report.date)))
    full = _unit(called, signed)
    reporter = _REPORTER.search(signed) if "述职" in title else None
    return Particulars(
        title,
        told,
        full,
        _short(full, body),
        _most(_SELF.findall(body), 1) or _spoken(full, body) or _committee(full, body),
        _party(full, body),
        reporter[1] if reporter else "",
        period,
        months((Text(period),)),
        post=_post(called, reporter[1] if reporter else "") or _post_signed(signed, reporter[1] if reporter else ""),
        chapters=tuple(plain(section.title) for section in report.sections),
    )


def kinds_of(told: Particulars, known: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The 文种 of ``known``, each with the titles of its parts, that a report may be taken for, the likeliest first: the one whose own word (述职,
    半年, 从严治党) its title holds, or without a title what its opening hands over; else the one for such a period and the general one, before the
    other that whose parts are called as the report's are. None where nothing is known."""
    called = told.title or told.handed
    named = [kind for kind in known if (core := _core(kind)) != _GENERAL and core in called]
    if named:
        return (max(named, key=lambda kind: (len(_core(kind)), kind)),)
    span = (told.months[0][1], told.months[1][1]) if told.months else (0, 0)
    wanted = (_OF_PERIODS.get(span, _GENERAL), _GENERAL)
    fitting = [kind for core in wanted for kind in known if _core(kind) == core]
    ranked = sorted(fitting, key=lambda kind: -len(set(told.chapters) & set(known[kind])))
    return tuple(ranked) or tuple(known)[:1]


_GENERAL = "工作"
_OF_PERIODS = {(1, 12): "年度", (1, 6): "半年"}


def _core(kind: str) -> str:
    """What of the name of a 文种 tells it from others."""
    return re.sub("(?:总结|报告|汇报)$", "", kind)


# --- the period --------------------------------------------------------------------------------------------------------------------------------

_SOME_YEAR = rf"(?<!\d){YEAR}"
_MONTHS = rf"\d{{1,2}}月?{TO}(?:{_SOME_YEAR}年)?\d{{1,2}}月"
_PART = rf"(?:上半年|下半年|前三季度|第?[一二三四]季度|{_MONTHS})"
_PERIOD = late(rf"{_SOME_YEAR}(?:年?{TO}{_SOME_YEAR})?年(?:{_PART})?")
_HANDED = late("现将([^。]*)")
_STILL_LAST_YEAR = 2
"""The month up to which a report tells of the year before."""


_APART = late(r"(?<=\d)[ \u3000\u00a0]+(?=[年月])|(?<=[年至到—])[ \u3000\u00a0]+(?=\d)")
"""Blanks that writing programs set around figures (2024 年)."""


def _first_period(*places: str) -> str:
    """The words for the period in the first of ``places`` that names one."""
    return next((m[0] for place in places if (m := _PERIOD.search(_APART.sub("", place)))), "")


def _year_of(date: str) -> str:
    found = re.match(rf"({YEAR})年(\d{{1,2}})月", date)
    return f"{int(found[1]) - (int(found[2]) <= _STILL_LAST_YEAR)}年" if found else ""


# --- the unit ----------------------------------------------------------------------------------------------------------------------------------

_POST = late(r"(?:党组|党委|党总支|党支部)?(?:副?书记|委员)?(?:、?副?(?:书记|主任|[局院馆校组队镇乡县区市所站处行庭园关会社]长|检察长|经理))+$")
_REPORTER = late(r"(?:人[：:]|[\s\u3000])([\u4e00-\u9fff·]{2,8})$")
_SELF = late(r"我(?:局|委|院|馆|校|镇|乡|街道|办|中心|公司|队|会|站|所|园|部|厅|处|社|行|单位)(?![长员内外下属])")
_PARTY = late(r"(局|委|办|院|馆|校|所|站|处|部|厅|社|队|镇|乡|街道|公司|集团|中心|会|机关|学院|园)党(?:组|委|总支|支部|工委)")
_COMMITTEE = late("[省市县区州](?:直)?(?:机关)?工委")
_SAID_OFTEN = 2


def _unit(title: str, signed: str) -> str:
    """Who reports: the title up to its year or 关于, without the post of one who reports on himself, or who signed; the shorter where one holds the
    other (云州市水务局机关)."""
    before = re.split(rf"关于|{YEAR}|上半年|年度|工作(?!委员会)", title)[0]
    named = (_POST.sub("", before) if "述职" in title else before).strip()
    signer = re.sub(r"^(?:述职|报告)人[：:].*|[\s\u3000].*", "", signed)
    signer = _POST.sub("", signer) if "述职" in title else signer
    return signer if not named or (signer and named.startswith(signer)) else named


_BYLINE = late(r"[\u4e00-\u9fff、]{4,30}[\s\u3000]+[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff、]{4,30}[\s\u3000]+[\u4e00-\u9fff][\s\u3000]+[\u4e00-\u9fff]")


def _byline(report: Report) -> str:
    """Who reports on himself, by the line below the title (石桥县图书馆馆长　何静), with his name in one; empty where there is none."""
    first = plain(report.lead[0].inlines) if report.lead else ""
    if not _BYLINE.fullmatch(first):
        return ""
    post, *name = first.split()
    return f"{post}\u3000{''.join(name)}" if _POST.search(post) else ""


def _short(full: str, body: str) -> str:
    """The end of the unit's name by which the report calls it; empty where it uses the whole alone."""
    ends = (full[at:] for at in range(1, len(full) - _SHORTEST) if full[at] in _PLACES)
    return next((end for end in ends if len(re.findall(rf"(?<![\u4e00-\u9fff]){re.escape(end)}", body)) >= 1), "")


_MEANS = late(rf"{YEAR}年，([\u4e00-\u9fff]{{2,6}}?)将")


def _spoken(full: str, body: str) -> str:
    """Who means to do next year's work, in the report's own words, where they end as the unit's name does and name no place (集团党委)."""
    return next((name for name in _MEANS.findall(body) if name[0] not in _PLACES and full.endswith(name[-2:])), "")


_PLACES = "省市县区州镇旗"


_SHORTEST = 3
"""Characters that a short name has at the least, 市 before it."""


def _party(full: str, body: str) -> str:
    """The unit's body of the Party: one that is called after how the unit's name ends, be it named once; one of a unit whose name ends otherwise is
    another's, though it is named often (局党组 in the report of a 馆)."""
    if full.endswith(_IS_PARTY):
        return "工委" if "工委" in body else ""
    found = [(m[0], m[1]) for m in _PARTY.finditer(body)]
    called = next((short for end, short in _CALLED.items() if full.endswith(end)), "")
    own = [name for name, of in found if full.endswith(of) or of == called]
    return _most(own, 1) or ("" if called or full.endswith(_ENDS_OF_UNITS) else _most((name for name, _ in found), _SAID_OFTEN))


_IS_PARTY = ("工作委员会", "工委")
_ENDS_OF_UNITS = ("局", "馆", "院", "校", "所", "站", "镇", "乡", "厅", "公司", "集团", "中心")
_CALLED = {
    "委员会": "委", "办公室": "办", "中学": "校", "小学": "校", "大学": "校", "镇人民政府": "镇", "乡人民政府": "乡", "街道办事处": "街道",
}  # fmt: skip
"""What the body of the Party is called after where the unit's name ends otherwise (委党组)."""


def _committee(full: str, body: str) -> str:
    """The short name of a committee of the Party for a field of work (市直机关工委)."""
    return _most(_COMMITTEE.findall(body), 1) if full.endswith(_IS_PARTY) else ""


def _post(title: str, name: str) -> str:
    """The post of who reports on himself, where the title tells it: before his name, or before its year."""
    before = re.split(rf"(?:{re.escape(name)})?{YEAR}|关于|述职", title)[0].removesuffix(name) if name else ""
    found = _POST.search(before)
    return found[0] if found else ""


def _post_signed(signed: str, name: str) -> str:
    """The post of who reports on himself, where it stands before his name."""
    found = _POST.search(signed.removesuffix(name).rstrip()) if name else None
    return found[0] if found else ""


def _most(found: Iterable[str], least: int) -> str:
    counted = Counter(found).most_common(1)
    return counted[0][0] if counted and counted[0][1] >= least else ""

"""Plenary sessions: 中全会 of the Central Committee, 次全会 of any other committee; none left out of those that a report goes by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.bank.formulations import FormulationKind
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.months import calendar_year, months_between, printed

_ORDINAL = "[一二三四五六七八九十]{1,3}"
_LOCAL = re.compile(
    rf"(?:中央纪委|(?<![中国])[省市州盟县区旗镇](?:纪委|委)(?:监委)?)(?:第?{_ORDINAL}届)?(?:委员会)?(?:第?{_ORDINAL}届)?(?P<n>{_ORDINAL})中全会"
)
_CENTRAL = re.compile(
    rf"(?:党的|中共|(?<=十八大和)|(?<=十九大和)|(?<=二十大和)|(?<=大精神和))(?:十[一二三四五六七八九]|二十)届(?:中央委员会)?(?P<n>{_ORDINAL})次全会"
)


def _misnamed(subject: Subject) -> Iterator[Finding]:
    """二十届中央纪委三中全会, 市委十二届八中全会; 党的二十届四次全会; 党的二十四中全会, without its 届."""
    for passage in subject.passages:
        for m in _NO_TERM.finditer(passage.text):
            right = f"{m['of']}届{m['n']}中全会"
            yield at(passage, m.start("of"), m.end(), f"“{m[0]}”缺了“届”", f"写成“{right}”", right)
        for pattern, right in ((_LOCAL, "次全会"), (_CENTRAL, "中全会")):
            for m in pattern.finditer(passage.text):
                start, named = m.start("n"), f"{m['n']}{right}"
                yield at(passage, start, m.end(), f"“{m[0]}”应称“{named}”", "中央委员会的全会称几中全会，其他委员会的称几次全会", named)


_NO_TERM = re.compile("党的(?P<of>十[六七八九]|二十)(?P<n>[一二三四五六七])中全会")
_GOES_BY = re.compile(
    "(?P<of>十[六七八九]|二十)大(?:精神)?[和、以及与暨]{1,2}(?:党的)?(?P=of)届(?P<list>[一二三四五六七]中(?:[、和][一二三四五六七]中)*)全会精神"
)
_SETTLED = 3
"""Months from a plenum to the end of the period after which a report goes by it too: one of the last weeks may have come after the drafting."""


def _behind(subject: Subject) -> Iterator[Finding]:
    """党的二十大和二十届二中全会精神 in a report on 2024, in a paragraph that does not name the third plenum, of that July."""
    if subject.period is None:
        return
    for passage in subject.passages:
        for m in _GOES_BY.finditer(passage.text):
            held = [
                (f.since, n[1], f)
                for f in subject.formulations
                if f.kind is FormulationKind.MEETING
                and (n := re.fullmatch(f"{m['of']}届({_ORDINAL}中)全会", f.text))
                and months_between(f.since, subject.period[1]) >= _SETTLED
            ]
            since, last, f = max(held, key=lambda row: row[0], default=((0, 0), "", None))
            if f is not None and not re.search(f"{last}|历次全会", passage.printed) and any(n in m["list"] for _, n, _ in held):
                fault = f"没有说到“{f.text}”（{printed(since)}开的）"
                yield at(passage, m.start("list"), m.end("list"), fault, f"核对是不是旧稿留下来的。依据：{f.source}")


RULES = (
    Rule(
        "plenum-name",
        "几中全会、几次全会不混",
        Authority.PRACTICE,
        ACCURATE,
        _misnamed,
        Example("传达二十届中央纪委三中全会和党的二十届三次全会精神。"),
        Example("传达二十届中央纪委三次全会、市委十二届八次全会和党的二十届三中全会精神。"),
        Scope(RUNNING | {Part.HEADING, Part.TITLE}, TITLES),
    ),
    Rule(
        "plenum-behind",
        "说到的全会到最近的一次为止",
        Authority.ADVICE,
        ACCURATE,
        _behind,
        Example("贯彻党的二十大和二十届二中全会精神。", period=calendar_year(2024)),
        Example("贯彻党的二十大和二十届二中、三中全会精神。", period=calendar_year(2024)),
        Scope(RUNNING, TITLES, NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
)

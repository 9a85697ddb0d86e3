"""What a plenary session is called: 中全会 of the Central Committee, 次全会 of any other committee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_ORDINAL = "[一二三四五六七八九十]{1,3}"
_LOCAL = re.compile(
    rf"(?:中央纪委|(?<![中国])[省市州盟县区旗镇](?:纪委|委)(?:监委)?)(?:第?{_ORDINAL}届)?(?:委员会)?(?:第?{_ORDINAL}届)?(?P<n>{_ORDINAL})中全会"
)
_CENTRAL = re.compile(rf"(?:党的|中共)(?:十[一二三四五六七八九]|二十)届(?:中央委员会)?(?P<n>{_ORDINAL})次全会")


def _misnamed(subject: Subject) -> Iterator[Finding]:
    """二十届中央纪委三中全会, 市委十二届八中全会; 党的二十届四次全会."""
    for passage in subject.passages:
        for pattern, right in ((_LOCAL, "次全会"), (_CENTRAL, "中全会")):
            for m in pattern.finditer(passage.text):
                start, named = m.start("n"), f"{m['n']}{right}"
                yield at(passage, start, m.end(), f"“{m[0]}”应称“{named}”", "中央委员会的全会称几中全会，其他委员会的称几次全会", named)


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
)

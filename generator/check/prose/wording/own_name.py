"""The unit's own name: with a character lost, added or changed where it speaks of itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.check.prose.passage import RUNNING
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.report import plain

_BODY = re.compile("^中共|(?:机关)?(?:党工委|工委|党委|党组|党总支|党支部|委员会|办事处|人民政府)+$")
_TITLED = re.compile(r"^(?P<name>[\u4e00-\u9fff]{3,}?)(?=\d{4}|关于|党组|党委|党工委|党总支|党支部|上半年|年度)")
_PLACE = re.compile("[省市州盟县区旗]")
_LEVELS = "省市州盟县区旗镇乡村分总各新老原级副和与及、全我本"
"""Characters with and without which names are in use beside each other (云州教育局, 公安分局)."""
_SHORTEST, _OF_A_PLACE = 4, 3
"""Characters of a name so long that another name a character off is no other unit's; of the name of a place that reports."""
_ITSELF = re.compile(
    r"(?:^|(?<=[，。；：]))(?P<said>[\u4e00-\u9fff]{3,18}?)(?=(?:办事处|党工委|党委|党组|党总支|党支部)?(?:坚持|将|始终|认真|深入|紧紧|全面|立足|牢牢|高度重视|切实|扎实|持续"
    r"|严格|聚焦|围绕|紧扣|锚定|坚决|组织|开展|完成|召开|举办|荣获|被|累计|制定|推进|成立|以习近平|以党|在(?:区|市|县|省|州|镇|上级)))"
)
"""What stands where a unit says what it does."""


def _misnamed(subject: Subject) -> Iterator[Finding]:
    """青石街道坚持以 in the report of 青石桥街道."""
    own, sounds = _own(subject), tuple(map(frozenset, subject.words.homophones))
    for passage in subject.passages if own else ():
        for m in _ITSELF.finditer(passage.text):
            said = m["said"]
            right = next((name for name in sorted(own) if _slip(name, said)), "") if said not in own else ""
            heard = said if right else said.lstrip(_BEFORE_NAME)
            right = right or next((name for name in sorted(own) if heard not in own and _sounds_like(name, heard, sounds)), "")
            if right:
                end = m.end("said")
                yield at(passage, end - len(heard), end, f"单位的名称“{heard}”应为“{right}”", "与标题、落款、事实表里的名称核对")
    yield from _signed_by_another(subject)


def _signed_by_another(subject: Subject) -> Iterator[Finding]:
    """云州市水利局 below the report whose facts say 云州市水务局: as long, and other in a character or two."""
    signed = plain(subject.report.signature).strip()
    full = subject.owed.unit[0] if subject.owed is not None and subject.owed.unit else ""
    known = (*(subject.owed.words if subject.owed is not None else ()), *(subject.owed.unit if subject.owed is not None else ()))
    differ = sum(a != b for a, b in zip(signed, full, strict=False))
    if len(signed) == len(full) >= _SHORTEST and 0 < differ <= _A_WORD and not any(signed in text for text in known):
        yield Finding(f"落款写的是“{signed}”，事实表里是“{full}”", "核对，改正其中一边")


_A_WORD = 2


def _own(subject: Subject) -> frozenset[str]:
    """The unit's names by the facts, else the signature, else the title; each as it is, and from its last place on (青石桥街道)."""
    titled = _TITLED.search(subject.title)
    signed = plain(subject.report.signature).strip()
    given = (subject.owed.unit if subject.owed is not None else ()) or ((signed,) if re.fullmatch("[\u4e00-\u9fff]{3,}", signed) else ())
    given = given or ((titled["name"],) if titled else ())
    whole = {_BODY.sub("", _BODY.sub("", name)) for name in given}
    tails = {_PLACE.split(name)[-1] for name in whole if _PLACE.search(name)}
    return frozenset(name for name in whole | tails if len(name) >= (_OF_A_PLACE if name.endswith(("镇", "乡")) else _SHORTEST))


def _slip(name: str, said: str) -> bool:
    """Whether ``said`` is ``name`` but for one character, and not the name of another unit."""
    if name[-1] != said[-1]:
        return False
    if abs(len(name) - len(said)) == 1:
        longer, shorter = sorted((name, said), key=len, reverse=True)
        return any(longer[:n] + longer[n + 1 :] == shorter and c not in _LEVELS for n, c in enumerate(longer)) and len(name) > _SHORTEST
    if len(name) != len(said):
        return False
    differ = [n for n, (c, d) in enumerate(zip(name, said, strict=True)) if c != d]
    return len(differ) == 1 and differ[0] < _of_the_place(name) and not {name[differ[0]], said[differ[0]]} <= set(_LEVELS)


def _sounds_like(name: str, said: str, sounds: Collection[frozenset[str]]) -> bool:
    """Whether ``said`` is ``name`` but for one character that sounds the same (规化局), wherever it stands: no unit's name is another's by ear."""
    differ = [{a, b} for a, b in zip(name, said, strict=True) if a != b] if len(name) == len(said) else []
    return len(differ) == 1 and any(differ[0] <= row for row in sounds)


_BEFORE_NAME = "省市州盟县区旗我"
"""What may stand before a unit's name and is no part of it."""


def _of_the_place(name: str) -> int:
    """How many characters of ``name`` name a place: what follows says what the unit does, and is another unit's when it is other (水务局, 税务局)."""
    spots = [m.start() for m in re.finditer("[省市州盟县区旗]|(?:街道|镇|乡|村|社区)$", name)]
    return max(spots, default=0)


_REPORT = "云州市青石桥街道2025年工作总结\n2025年，{}坚持以服务居民为本，工作平稳。\n一、做法\n学习9次。\n云州市青石桥街道办事处\n2025年12月22日"

RULES = (
    Rule(
        "own-name",
        "本单位的名称写得对",
        Authority.REGULATION,
        ACCURATE,
        _misnamed,
        Example(_REPORT.format("青石街道")),
        Example(_REPORT.format("青石桥街道")),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
)

"""Fixed sets: members missing, or out of their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.check.prose.entries import FixedSet
from generator.check.prose.likely import Likely
from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import POLICY, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark, until_mark

_FEWEST = 3
_LONG = 5
"""Characters of a member that stands in no other list."""
_JOIN = re.compile(r"[、，和与及以\s]{0,2}")


def _missing(subject: Subject) -> Iterator[Finding]:
    for passage, sets in _mentioning(subject):
        for fixed in sets:
            for start, end, members in _lists(passage.text, fixed):
                absent = [m for m in fixed.members if m not in members]
                alone = not _goes_on(passage.text, start, end)
                if (
                    not set(absent) <= set(fixed.spared)
                    and _in_force(subject, fixed)
                    and not any(m in _sentence(passage.text, start, end) for m in absent)
                    and len(members) >= max(_fewest(fixed), len(fixed.members) - 1)
                    and len(set(members)) == len(members)
                    and alone
                ):
                    yield at(passage, start, end, f"{fixed.name}缺了“{'、'.join(absent)}”", f"写全：{'、'.join(fixed.members)}。依据：{fixed.source}")


def _all_there(subject: Subject) -> Iterator[Finding]:
    yield from _missing(subject)
    yield from _strangers(subject)


def _strangers(subject: Subject) -> Iterator[Finding]:
    """A set in which one is none of it (责任意识 for 看齐意识): the others in their places, and the stranger much like what it stands for."""
    for passage, sets in _mentioning(subject):
        for fixed in sets:
            for n, member in enumerate(fixed.members) if sum(m in passage.text for m in fixed.members) == len(fixed.members) - 1 else ():
                for m in _slot(fixed.members, n).finditer(passage.text):
                    if (
                        (_alike(m["said"], member) or _in_its_place(fixed.members, n, passage.text, m))
                        and m["said"] not in fixed.also
                        and _in_force(subject, fixed)
                        and not _goes_on(passage.text, m.start(), m.end())
                    ):
                        fault = f"{fixed.name}里没有“{m['said']}”，有“{member}”"
                        yield at(passage, *m.span("said"), fault, f"写成：{'、'.join(fixed.members)}。依据：{fixed.source}", member)


def _alike(said: str, member: str) -> bool:
    said, member = _bare(said), _bare(member)
    return len(said) == len(member) and len(set(said) & set(member)) * 2 >= len(member) and said != member


_MANY = 4
"""Members of a set from which all but one in their places leave no doubt of the one, whatever stands there."""


def _in_its_place(members: tuple[str, ...], n: int, text: str, m: re.Match[str]) -> bool:
    """Whether the others of a long set stand around the stranger, joined by 、 alone, and a stop ends it (学思想、强党性、重实践、见实效)."""
    whole = "、".join(m["said"] if i == n else member for i, member in enumerate(members))
    return len(members) >= _MANY and m["said"] != members[n] and _bare(m[0]) == _bare(whole) and text[m.end() : m.end() + 1] in _ENDS


_ENDS = (*"，。；”》总", "")


@lru_cache(maxsize=1024)
def _slot(members: tuple[str, ...], n: int) -> re.Pattern[str]:
    """The set with anything of as many characters in the place of its member ``n``."""
    parts = [_quoted_or_not(m) if i != n else _stranger(m) for i, m in enumerate(members)]
    return re.compile("[、，和]?".join(parts))


def _stranger(member: str) -> str:
    """A pattern of what may stand for ``member``: as many characters, its quotes where they were."""
    han = "".join(c if c in "“”" else "一" for c in member)
    return "(?P<said>" + re.sub("一+", lambda m: f"[\u4e00-\u9fff]{{{len(m[0])}}}", han) + ")"


def _disordered(subject: Subject) -> Iterator[Finding]:
    for passage, sets in _mentioning(subject):
        for fixed in sets:
            for start, end, members in _lists(passage.text, fixed):
                ordered = [m for m in fixed.members if m in members]
                if len(members) == len(fixed.members) and members != ordered and _in_force(subject, fixed):
                    right = "、".join(fixed.members)
                    yield at(passage, start, end, f"{fixed.name}的次序不对", f"写成：{right}。依据：{fixed.source}")


def _mentioning(subject: Subject) -> Iterator[tuple[Passage, list[FixedSet]]]:
    """The passages that say a member of any set, each with the sets that it says one of: most say none."""
    likely = Likely(subject.words.sets, lambda fixed: map(_bare, fixed.members))
    return ((passage, sets) for passage in subject.passages if (sets := likely.of(passage.text)))


def _fewest(fixed: FixedSet) -> int:
    """From how many members a list is meant to be the set; of long ones (政治判断力) two will do."""
    unlike_others = all(len(m) >= _LONG for m in fixed.members) or _framed(fixed.members)
    return _FEWEST - 1 if len(fixed.members) <= _FEWEST and unlike_others else _FEWEST


def _framed(members: tuple[str, ...]) -> bool:
    """Whether the members differ by what stands within one frame (不敢腐、不能腐、不想腐): nothing else looks like them."""
    return len({(len(m), m[:1], m[-1:]) for m in members}) == 1 and len(members[0]) >= _FRAMED


_FRAMED = 3
"""Characters of a member from which what stands at its two ends frames it."""


def _in_force(subject: Subject, fixed: FixedSet) -> bool:
    """Whether the set was what it is when the report was written."""
    if subject.period is None:
        return True
    first, last = subject.period
    over = fixed.until is not None and fixed.until < first
    return not over and fixed.since <= (first if subject.year is None else last)


def _sentence(text: str, start: int, end: int) -> str:
    return since_mark(text, start, "。；") + until_mark(text, end, "。；")


def _lists(text: str, fixed: FixedSet) -> Iterator[tuple[int, int, list[str]]]:
    """Runs of as many members as mean the set, joined by marks or 和 alone."""
    member, run = _patterns(fixed.members)
    named = _named(fixed.members)
    for listed in run.finditer(text):
        found = [named[_bare(m)] for m in member.findall(listed[0])]
        if len(found) >= _fewest(fixed):
            yield listed.start(), listed.end(), found


@lru_cache(maxsize=256)  # the sets are few, and every passage is held against each
def _patterns(members: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a member of a set looks like, and two or more of them in a row."""
    member = "|".join(map(_quoted_or_not, sorted(members, key=len, reverse=True)))
    return re.compile(member), re.compile(rf"(?:{member})(?:{_JOIN.pattern}(?:{member}))+")


@lru_cache(maxsize=256)
def _named(members: tuple[str, ...]) -> Mapping[str, str]:
    """The members of a set by what they are called without quotes."""
    return {_bare(m): m for m in members}


def _quoted_or_not(member: str) -> str:
    """A pattern of ``member`` with its quotes or without."""
    return re.sub("[“”]", lambda m: f"{m[0]}?", re.escape(member))


def _bare(member: str) -> str:
    return re.sub("[“”]", "", member)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the list holds more than members: then it is a list of its own."""
    return text[max(0, start - 1) : start] in ("、", "和") or text[end : end + 1] in ("、", "和") or text[end : end + 1] == "等"


_TEXT = Scope(RUNNING | {Part.HEADING}, TITLES)

RULES = (
    Rule(
        "set-member",
        "固定的几项不缺、不错",
        Authority.REGULATION,
        POLICY,
        _all_there,
        Example("增强政治意识、大局意识、看齐意识。"),
        Example("增强政治意识、大局意识、核心意识、看齐意识。"),
        _TEXT,
    ),
    Rule(
        "set-order",
        "固定的几项次序对",
        Authority.REGULATION,
        POLICY,
        _disordered,
        Example("提高政治领悟力、政治判断力、政治执行力。"),
        Example("提高政治判断力、政治领悟力，也提高政治执行力。"),
        _TEXT,
    ),
)

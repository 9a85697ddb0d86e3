"""Names that hold a number (三会一课, 四个意识): with another number, or with their characters in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import permutations

from generator.check.prose.entries import NUMERALS, Counted
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import POLICY, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.numerals import number

_LISTED = re.compile(r"”?(?:[：:（]|——|，即|，也就是)")
"""Behind a name: its members are listed, so that it is somebody's own."""
_SHORT = 4
"""Characters of the names that read as well with their characters in another order."""


def _miscounted(subject: Subject) -> Iterator[Finding]:
    known = {name for row in subject.words.counted for name in (row.name, *row.but)}
    alike = _taken_for(subject.words.homophones, subject.words.lookalikes)
    for passage in subject.passages:
        there = set(passage.text)
        for row in subject.words.counted:
            if len(_characters(row.name) - there) > 1:
                continue
            slips = (
                m
                for m in _another_word(row).finditer(passage.text)
                if _numbers(row) > 1 or len(row.name) > _SHORT or _sounds_alike(m["said"], row.name, alike)
            )
            others = (m for pattern in (_another_number(row), _turned(row)) for m in pattern.finditer(passage.text))
            for m in (*others, *slips):
                if m["said"] not in known and not _LISTED.match(passage.text, m.end()):
                    start, end = m.span("said")
                    yield at(passage, start, end, f"“{m['said']}”应为“{row.name}”", f"依据：{row.source}", row.name)


@cache
def _characters(name: str) -> frozenset[str]:
    """What stands in a name miscounted, turned round or misspelt as well, but for one character at most."""
    return frozenset(name).difference(NUMERALS)


@cache
def _another_number(row: Counted) -> re.Pattern[str]:
    """``row`` with any numbers: anywhere where it holds two, else behind a verb that goes with it."""
    said = re.sub(f"[{NUMERALS}]", f"[{NUMERALS}]", row.name)
    verbs = "|".join(sorted(row.verbs, key=len, reverse=True))
    return re.compile(f"(?P<said>{said})" if _numbers(row) > 1 else f"(?:{verbs})(?:好|了)?“?(?P<said>{said})" if verbs else "(?!)")


@cache
def _another_word(row: Counted) -> re.Pattern[str]:
    """``row`` between quotation marks with one character that is no number another (“三会一科”)."""
    spots = [n for n, c in enumerate(row.name) if c not in NUMERALS and c not in "、"]
    said = "|".join(f"{row.name[:n]}(?!{row.name[n]})[\u4e00-\u9fff]{row.name[n + 1 :]}" for n in spots)
    return re.compile(f"(?<=“)(?P<said>{said or '(?!)'})(?=”)")


@cache
def _taken_for(homophones: tuple[str, ...], lookalikes: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The characters that each character is mistaken for, by their sound or their looks."""
    found = {c: row for row in homophones for c in row}
    for wrong, right in lookalikes:
        found[right] = found.get(right, "") + wrong
    return found


def _sounds_alike(said: str, name: str, alike: Mapping[str, str]) -> bool:
    """Whether ``said`` is ``name`` but for a character that is mistaken for the right one (三个务毕): many names hold one number."""
    return any(a != b and a in alike.get(b, "") for a, b in zip(said, name, strict=True))


@cache
def _turned(row: Counted) -> re.Pattern[str]:
    """``row`` with its characters in any other order."""
    orders = {"".join(p) for p in permutations(row.name)} - {row.name} if len(row.name) == _SHORT and _numbers(row) > 1 else set[str]()
    return re.compile(f"(?P<said>{'|'.join(sorted(orders)) or '(?!)'})")


_SESSIONS = re.compile("届(?P<list>[一二三四五六七]中(?:全会)?(?:[、和][一二三四五六七]中(?:全会)?)+)")
_CLIPPED = re.compile("(?<=届)[一二三四五六七](?:[、和][一二三四五六七])*[、和][一二三四五六七]中")
"""二、三中全会: sessions of which the last alone has its name."""
_CONGRESSES = re.compile("(?P<list>(?:十六|十七|十八|十九|二十)大(?:精神)?(?:[、和](?:党的)?(?:十六|十七|十八|十九|二十)大)+)")


def _sessions(subject: Subject) -> Iterator[Finding]:
    """二十届三中、二中全会: sessions and congresses are named in the order in which they were held."""
    for passage in subject.passages:
        for pattern, each in ((_SESSIONS, "[一二三四五六七](?=中)"), (_CONGRESSES, "二十(?=大)|十[六七八九](?=大)")):
            for m in pattern.finditer(passage.text):
                held = [number(n) or 0 for n in re.findall(each, m["list"])]
                if held != sorted(held):
                    yield at(passage, *m.span("list"), f"“{m['list']}”的先后颠倒了", "按开会的先后写")
        for m in _CLIPPED.finditer(passage.text):
            right = re.sub("(?<=[一二三四五六七])(?=[、和])", "中", m[0])
            yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“{right}”", "每次全会都写全“几中”", right)


def _numbers(row: Counted) -> int:
    return sum(c in NUMERALS for c in row.name)


_TEXT = Scope(RUNNING | {Part.HEADING, Part.TITLE}, TITLES)

RULES = (
    Rule(
        "set-name",
        "带数目的称呼写得对",
        Authority.REGULATION,
        POLICY,
        _miscounted,
        Example("落实“三大一重”制度，坚定“五个自信”。"),
        Example("落实“三重一大”制度，坚定“四个自信”，强化“三个意识”：法治意识、服务意识、担当意识。"),
        _TEXT,
    ),
    Rule(
        "session-order",
        "几次全会、大会按先后写",
        Authority.REGULATION,
        POLICY,
        _sessions,
        Example("学习贯彻党的二十届三中、二中全会精神。"),
        Example("学习贯彻党的二十届二中、三中全会精神和党的十九大、二十大精神。"),
        _TEXT,
    ),
)

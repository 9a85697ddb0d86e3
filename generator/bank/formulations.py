"""提法: set wordings that may be said only from, or up to, a certain month, and what they say about the dates of a text.

The table is ``phrasebank/提法.yaml``; its head explains the keys and the rules by which a wording ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from generator.chinese.months import Month, month_of
from generator.declared import Given, Key, Many, Record, Text, read
from generator.patterns import late
from generator.problems import Faults, Problem, Source
from generator.yamlfile import Mapping, Scalar, parse


class FormulationKind(StrEnum):
    """What a dated wording names; the values are what the file says."""

    CAMPAIGN = "活动"
    MEETING = "会议"
    PLAN = "规划"
    WORDING = "表述"


class Formulation(Struct, frozen=True, dict=True):
    """A dated wording: first and last (year, month) in which it may be said, both inclusive; ``until`` None while it is still said.

    ``wrong`` are its common misspellings, ``source`` the meeting or document its dates rest on, ``bare`` is the wording without quotation marks.
    """

    text: str
    kind: FormulationKind
    since: Month
    until: Month | None
    wrong: tuple[str, ...]
    source: str

    @cached_property
    def bare(self) -> str:
        return _bare(self.text)


_MONTH_HINT = "写成 YYYY-MM，如 2021-02"

_SHAPE = Many(
    Record(
        (
            Key("提法", Text(), required=True, doc="正文里的写法"),
            Key("类", Text(choices=tuple(FormulationKind)), required=True, doc="活动、会议、规划、表述"),
            Key("起", Text(), required=True, doc=_MONTH_HINT),
            Key("止", Text(), doc=_MONTH_HINT),
            Key("误写", Many(Text()), doc="常见的错误写法"),
            Key("出处", Text(), required=True, doc="依据的会议、文件或讲话及日期"),
        )
    )
)


def load_formulations(source: Source) -> tuple[Formulation, ...]:
    """The formulations of ``source`` in the order of the file; an empty file has none.

    Raises ``Faults`` with every fault: misfits of shape, empty values, malformed months, an end before its beginning, a wording given twice,
    a misspelling that is a wording of the table, or part of one.
    """
    node = parse(source)
    if isinstance(node, Mapping) and not node.entries:
        return ()
    problems: list[Problem] = []
    rows: list[Given] = read(node, _SHAPE, problems)
    problems.extend(_table_problems(rows))
    found = [_formulation(row, problems) for row in rows]
    if problems:
        raise Faults(problems)
    return tuple(f for f in found if f is not None)


def _formulation(row: Given, problems: list[Problem]) -> Formulation | None:
    text, kind, source = (_filled(row, key, problems) for key in ("提法", "类", "出处"))
    since, until = (_month(row.get(key), problems) for key in ("起", "止"))
    if since and until and until < since:
        problems.append(Problem(row.get("止").place, "month-order", "“止”在“起”之前", "核对两个月份"))
    if not (text and kind and source and since):
        return None
    wrong = tuple(item.text for item in row.get("误写") or ())
    return Formulation(text, FormulationKind(kind), since, until, wrong, source)


def _filled(row: Given, key: str, problems: list[Problem]) -> str:
    value: Scalar | None = row.get(key)
    if value is None:
        return ""
    if not value.text.strip():
        problems.append(Problem(value.place, "empty-value", f"“{key}”是空的", "填上，或删去这一条"))
    return value.text.strip()


def _month(value: Scalar | None, problems: list[Problem]) -> Month | None:
    if value is None:
        return None
    month = month_of(value.text)
    if month is None:
        problems.append(Problem(value.place, "month", f"“{value.text}”不是月份", _MONTH_HINT))
    return month


def _table_problems(rows: list[Given]) -> Iterator[Problem]:
    """A wording given twice, with or without its quotes; a misspelling that would also be found in a right wording."""
    first: dict[str, Scalar] = {}
    for row in rows:
        text: Scalar | None = row.get("提法")
        if text is None:
            continue
        seen = first.setdefault(_bare(text.text), text)
        if seen is not text:
            yield Problem(text.place, "duplicate", f"“{text.text}”重复，第{seen.place.line}行已经有了", "合并成一处，或删去一处")
    for wrong in (item for row in rows for item in row.get("误写") or ()):
        right = next((text for bare, text in first.items() if _bare(wrong.text) in bare), None)
        if right is not None:
            yield Problem(wrong.place, "wrong-is-right", f"误写“{wrong.text}”在第{right.place.line}行的提法里是正确的", "删去一处")


# --- what a text says ---------------------------------------------------------------------------------------------------------------------


_QUOTES = str.maketrans("", "", "“”‘’「」『』\"'")


def _bare(text: str) -> str:
    """``text`` without quotation marks: “三严三实”专题教育 is also written without them."""
    return text.translate(_QUOTES)


_COVERED = "\0"


def _consume(text: str, formulations: tuple[Formulation, ...]) -> tuple[tuple[Formulation, ...], str]:
    """The formulations that ``text`` contains, longest first, and the text with each of them covered, so that none counts inside another."""
    rest, found = _bare(text), []
    for formulation in sorted((f for f in formulations if f.bare in rest), key=lambda f: -len(f.bare)):
        if formulation.bare in rest:
            found.append(formulation)
            rest = rest.replace(formulation.bare, _COVERED)
    return tuple(found), rest


def contained(text: str, formulations: tuple[Formulation, ...]) -> tuple[Formulation, ...]:
    """The formulations that ``text`` contains, longest first; one that stands only inside a longer one does not count."""
    return _consume(text, formulations)[0]


def mentioned(text: str, formulations: tuple[Formulation, ...]) -> tuple[Formulation, ...]:
    """Those that ``text`` holds anywhere, or a misspelling of: no other need be looked for in its parts."""
    bare = _bare(text)
    return tuple(f for f in formulations if f.bare in bare or any(wrong in text for wrong in f.wrong))


def validity(text: str, formulations: tuple[Formulation, ...]) -> tuple[Month, Month | None] | None:
    """The months in which all formulations of ``text`` may be said: the latest beginning, the earliest end (None: still said).

    None where the text contains none. Formulations that were never said at one time give a beginning after the end: in date for no month.
    """
    return _when(contained(text, formulations))


def _when(found: tuple[Formulation, ...]) -> tuple[Month, Month | None] | None:
    return (max(f.since for f in found), min((f.until for f in found if f.until), default=None)) if found else None


_N = "一二三四五六七八九十"
_DATED = late(
    rf"(?<![{_N}百])(?:"
    rf"第?[{_N}百]+届(?:中央纪委)?(?:[{_N}]+[中次]、?)+全会(?:精神)?"
    rf"|第[{_N}百]+届"
    rf"|第[{_N}百]+次(?:全国)?代表大会"
    rf"|[{_N}]+届历次全会(?:精神)?"
    rf"|(?:二?十[一二三四五六七八九]|二十)大(?![类项条个块件名家步战行领产重批型])(?:精神)?"
    rf"|十[一二三四五六七八九]五(?![{_N}百%％个项条名年月日天人次件家])"
    rf"|七一(?![{_N}般直些个条])(?:重要)?(?:讲话)?"
    rf"|[{_N}百〇零\d]+周年"
    rf"|(?<!\d)(?:[{_N}]+|\d)年(?![来内间度])[^，。；、：！？\s{_COVERED}]{{0,8}}?行动"
    rf")"
    r"|主题教育|教育实践活动|教育整顿"
)


def spoken(text: str, formulations: tuple[Formulation, ...]) -> tuple[tuple[Month, Month | None] | None, str | None]:
    """The ``validity`` of ``text``, and its first wording that looks dated but that no formulation covers, without its quotes; None for none.

    Congresses and plenums (十X大, X届X中全会, 第X届), five-year plans (十X五), anniversaries, “七一”, X年…行动, and campaigns named only by their
    kind (主题教育). A caller that must not print out of date leaves such a text out.
    """
    found, rest = _consume(text, formulations)
    match = _DATED.search(rest)
    return _when(found), match[0] if match else None

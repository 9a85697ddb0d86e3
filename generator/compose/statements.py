"""A clerk's statement: his words with their stops stripped, and what they say of where they belong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.punctuation import LETTER, split_after
from generator.chinese.verbs import holds_verb, is_verb, is_verbal_head, opens_clause
from generator.patterns import late
from generator.report import Inline, Inlines, Text, plain, sliced

Glue = Callable[[str], Text]
"""Makes the tool's own marks and connectives, with the template's place as their origin."""

_TAILS = (
    "其中",
    "同比",
    "比上年",
    "较上年",
    "环比",
    "比去年",
    "较去年",
    "占",
    "已",
    "均",
    "现已",
    "全部",
    "个别",
    "每个",
    "每名",
    "该",
    "这些",
    "其",
    "惠及",
    "涉及",
    "受益",
    "另有",
)
_ELLIPTICAL = late(rf"[^，。；、\d]{{2,8}}[约近超]?\d[\d.]*余?{LETTER}{{1,2}}")
"""A thing and its number with no verb of their own: they share the verb of the statement before."""
_HALF_STOP = late(rf"(?<={LETTER})\.$|(?<=[）)])\.$")


_PARTING = late(
    r"(?<=[^ ][\u4e00-\u9fff%”》）]) +(?=[“《]?[\u4e00-\u9fff][\u4e00-\u9fff\d])"
    r"(?!(?![新均现原已都也曾又皆])[\u4e00-\u9fff](?:同志|获|荣|被|等|任|为|兼|当选|入选))"
)
"""A blank between two words or clauses: who leaves it means a stop. Before one character that is a given name (王 磊同志) it is part of a name."""
_GAP = late(r"(?<=[\u4e00-\u9fff]) +(?=[0-9〔])|(?<=[0-9〕]) +(?=[\u4e00-\u9fff])")
"""A blank between a word and a figure, which is none of Chinese text."""


_FEW = "只有|仅有|仅占|只占|不到|不足|才有"
_WORD_AND_FIGURE = late(rf"(?!{_FEW}){LETTER}{{1,3}}[约近超]? ?\d")
"""One word and its figure; what says how few there are is a clause."""
_ACT_AND_FIGURE, _SHORT_THING = late(rf"(?!{_FEW}){LETTER}{{4}} ?\d"), 6
"""An act of four characters and its figure, and characters of who or what did it (值班员党员 错峰补学43人次)."""
_OBJECT_COUNTED, _VERB = late(rf"{LETTER}{{2,8}} ?\d"), 2
"""So many of an object, and characters of the verb that it may be of (慰问 住院职工5人)."""
_WORD = late(r"(?:(?![得不没未无已])[\u4e00-\u9fff]){2,3}(?= |$)")
"""A word that says nothing by itself, so that no clause begins with it: 世界气象日 开放 接待1100人."""
_RANKED = late("第[一二三四五六七八九十]名?$")
"""A place that somebody won, which ends a clause as a count does."""


def parted(note: Inlines, glue: Glue) -> Inlines:
    """``note`` with a comma for a blank that parts its clauses (上级检查 记录合格), and without one beside a figure or between a thing and what was
    done with so many of it (电子秤 检定6420台)."""
    text = plain(note)
    if " " not in text:
        return note
    found = sorted([(m.span(), not _is_counted(text, *m.span())) for m in _PARTING.finditer(text)] + [(m.span(), False) for m in _GAP.finditer(text)])
    out: Inlines = ()
    at = 0
    for (start, end), clauses in found:
        out += (*sliced(note, at, start), *((glue("，"),) if clauses else ()))
        at = end
    return (*out, *sliced(note, at, len(text)))


def _is_counted(text: str, start: int, end: int) -> bool:
    """Whether what stands before the blank from ``start`` to ``end`` goes on behind it: a thing without figure or verb, and one word (what was done,
    or whose they are) and its figure; a verb by itself, and so many of its object; anything but a count, and a word alone."""
    thing = re.split("[，。；、 ]", text[:start])[-1]
    if len(thing) == _VERB and is_verb(thing) and _OBJECT_COUNTED.match(text, end):
        return not opens_clause(text[end:])
    told = any(map(str.isdecimal, thing[-_VERB:])) or _RANKED.search(thing) is not None
    if not told and _WORD.match(text, end):
        return True
    bare = not (told or any(map(str.isdecimal, thing)) or holds_verb(thing) or is_verbal_head(thing))
    short = len(thing) <= _SHORT_THING and "、" not in text[:start] and _ACT_AND_FIGURE.match(text, end) is not None
    return bare and (short or _WORD_AND_FIGURE.match(text, end) is not None)


class Statement(Struct, frozen=True, dict=True):
    """One of the clerk's statements, stops stripped. ``stays`` keeps it in the sentence before; ``fact``: it reports, a measure does not;
    ``shares``: the verb of the one before it is its own."""

    inlines: Inlines
    stays: bool = False
    fact: bool = False
    shares: bool = False

    @cached_property
    def clauses(self) -> int:
        """How many clauses it has, marks inside quotes and brackets aside."""
        return sum(1 for _ in split_after(plain(self.inlines), "，；。！？"))


def statement(inlines: Inlines, fact: bool = False) -> Statement:
    """A statement from the clerk's words: its final stop is set anew by the sentence it comes to stand in."""
    bare = strip_stop(inlines)
    text = plain(bare)
    elliptical = all(map(_ELLIPTICAL.fullmatch, text.split("，"))) and not (holds_verb(text) or is_verbal_head(text))
    return Statement(bare, leans(text) or elliptical, fact)


def leans(text: str) -> bool:
    """Whether ``text`` opens with a word that leans on what stands before it: 其中, 同比, 均."""
    return text.startswith(_TAILS)


def strip_stop(inlines: Inlines) -> Inlines:
    """``inlines`` without the stop or comma at their end."""
    if inlines and isinstance(last := inlines[-1], Text):
        text = last.text.rstrip("。；，、,;")
        text = _HALF_STOP.sub("", text) if text.endswith(".") else text
        return (*inlines[:-1], Text(text, last.origin)) if text else strip_stop(inlines[:-1])
    return inlines


def listed(items: Iterable[Inlines], glue: Glue) -> Inlines:
    """``items`` with 、 between them."""
    return tuple(i for n, item in enumerate(items) for i in ((glue("、"), *item) if n else item))


def first_clause(inlines: Inlines) -> Inlines:
    """``inlines`` up to their first comma."""
    out: list[Inline] = []
    for inline in inlines:
        head, comma, _ = inline.text.partition("，")
        if isinstance(inline, Text) and comma:
            return (*out, replace(inline, text=head)) if head else tuple(out)
        out.append(inline)
    return tuple(out)


def ends_sentence(inlines: Inlines) -> bool:
    """Whether the clerk's own mark closes the sentence."""
    return plain(inlines)[-1:] in ("。", "！", "？")

"""What a facts file counts: every number with what it is a number of, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from generator.check.prose.figures.quantity import quantities
from generator.chinese.measures import ECONOMIC, MEASURES
from generator.chinese.punctuation import clauses
from generator.compose.facts import with_quantity
from generator.facts.model import Fact, Facts, Item, Practice
from generator.report import BLANK_MARK, Inlines, is_open, plain
from generator.years.figure import Figure, figure

_CALENDAR = frozenset("年 月 日 周年 届 点 秒".split())
"""Measures of dates and terms: they count nothing that was done."""
_TERMS = frozenset("小时 天 周".split())
"""Measures that open a clause as a name does (24小时热线)."""
_UNITS = tuple(sorted(ECONOMIC, key=len, reverse=True))
_WRITTEN = "|".join(map(re.escape, (m for m in MEASURES if m not in _CALENDAR)))
_LAST_IN_CHARACTERS = re.compile(rf"(?<![第一二三四五六七八九十百千万])(?P<number>[两三四五六七八九十百]+)(?P<measure>{_WRITTEN})$")
"""A number in characters is a count where its measure word ends the clause; elsewhere it may be half of a word (三会一课, 四个意识)."""
_OPEN = re.compile(rf"{BLANK_MARK}(?P<measure>{_WRITTEN})")
_HEDGE = re.compile(r"(?:大约|约|将近|近|超过|超|逾|突破|不少于|不低于|至少)$")
_BEHIND = re.compile(r"(?:左右|上下|以上)")
_RANGE = re.compile(r"\d[\d.,]*[万亿]?(?:—|–|～|~|-|至)$")
_ORDINAL = re.compile(r"[第前]$")
_QUOTED = re.compile("“[^“”]*”|《[^《》]*》|（[^（）]*）|「[^「」]*」")
_JOINT = re.compile(r"^[、和及与并且，以]+")
_JOINT_BEHIND = re.compile(r"[、和及与]+$")
_FROM = re.compile(r"(?P<what>.*?)(?:由|从)[\u4e00-\u9fff]{0,4}$")
_TO = re.compile(r"[\u4e00-\u9fff]{0,3}(?:到|至|为|成)$")
_LEANS = re.compile(r"^(?:其中|同比|环比|比上年|比去年|较上年|较去年|增长|下降|提高|增幅|降幅|占|分别|平均|人均)")
"""How a clause begins that says its number of what the clause before it names."""
_LEADING = re.compile(r"^(?:全年|今年|年内|一年来|共计|合计|累计|先后|已|目前|共)+")
_TRAILING = re.compile(r"(?:达到|达|为|共计|共|累计|至|到)+$")
_VERB = 2
"""Characters up to which words before a number are no more than a verb or a preposition (组织68家企业)."""
_MASK = "□"


class Count(Struct, frozen=True):
    """A number of something: ``words`` are what is counted, ``block`` and ``matter`` where the facts file has it, at ``path`` and ``line``."""

    block: str
    matter: str
    words: str
    measure: str
    figure: Figure
    path: str = ""
    line: int = 0


class Told(Struct, frozen=True):
    """A fact that counts nothing."""

    block: str
    matter: str
    words: str
    path: str = ""
    line: int = 0


class Year(Struct, frozen=True):
    """A facts file as what it counts and tells; ``name`` is what its period is called in a table."""

    name: str
    counts: tuple[Count, ...]
    told: tuple[Told, ...]


def year(facts: Facts) -> Year:
    """What ``facts`` count, in the order of the file: in facts, in own sentences, in the 导语."""
    found = [*_counts(facts.lead, "导语", "", "导语", 0), *(f for practice in facts.practices for f in _practice(practice))]
    counts, told = tuple(f for f in found if isinstance(f, Count)), tuple(f for f in found if isinstance(f, Told))
    return Year(plain(facts.period.words) if facts.period else "", counts, told)


def last_year(facts: Facts) -> Year:
    """What ``facts`` say of last year: the 去年 of each fact, a number of what this year's counts or a sentence of its own."""
    held = ((practice, item, fact) for practice in facts.practices for item in practice.items for fact in item.facts if fact.last)
    return Year("", tuple(count for practice, item, fact in held for count in _before(fact, practice.name, plain(item.matter))), ())


def _before(fact: Fact, block: str, matter: str) -> Iterator[Count]:
    given, measure = figure(fact.last, _measure(fact))
    told = [replace(count, block=block, matter=matter, path=fact.path, line=fact.line) for count in counted_in(fact.last)]
    if fact.number and (given.value is not None or not told):
        yield from (replace(now, measure=measure, figure=given) for now in islice(_fact(fact, block, matter), 1))
    else:
        yield from told


def _practice(practice: Practice) -> Iterator[Count | Told]:
    block = practice.name
    yield from _counts(practice.lead, block, "", f"{practice.path}.总领", practice.line)
    for item in practice.items:
        yield from _item(item, block)


def _item(item: Item, block: str) -> Iterator[Count | Told]:
    matter, before = plain(item.matter), ""
    for own in item.measures:
        yield from _counts(own, block, matter, item.path, item.line)
    for fact in item.facts:
        found = list(_fact(fact, block, matter))
        leans = before and _LEANS.match(plain(fact.done))
        yield from (replace(c, words=f"{before}，{c.words}") for c in found) if leans else found
        before = before if leans or not found else found[0].words
        if not found and plain(fact.done) and not is_open(fact.done):
            yield Told(block, matter, plain(fact.done), fact.path, fact.line)
    yield from _counts(item.result, block, matter, item.path, item.line)


def _fact(fact: Fact, block: str, matter: str) -> Iterator[Count]:
    """The numbers of a fact: that of 数, and those in its words."""
    if not fact.number:
        yield from _counts(fact.done, block, matter, fact.path, fact.line)
        return
    words = plain(fact.done)
    given, measure = figure("" if is_open(fact.number) else plain(fact.number), _measure(fact))
    yield Count(block, matter, _bare(words) or matter, measure, given if given.text else Figure(BLANK_MARK), fact.path, fact.line)
    if re.search(r"\d", words):
        told = list(_counts(with_quantity(fact), block, matter, fact.path, fact.line))
        yield from (c for c in told if c.figure.text != given.text)


def _measure(fact: Fact) -> str:
    """Its measure word, which may stand behind {数} in its words instead of under 量."""
    if fact.measure or fact.slot is None:
        return plain(fact.measure)
    after = plain(fact.done[fact.slot :])
    return next((m for m in (*MEASURES, *_UNITS) if after.startswith(m)), "")


def _counts(inlines: Inlines, block: str, matter: str, path: str, line: int) -> Iterator[Count]:
    for counted in counted_in(plain(inlines)):
        yield replace(counted, block=block, matter=matter, path=path, line=_line(inlines, line))


def _line(inlines: Inlines, otherwise: int) -> int:
    return next((i.origin.line for i in inlines if i.origin and i.origin.line), otherwise)


# --- running text ----------------------------------------------------------------------------------------------------------------------------


class _Found(Struct, frozen=True):
    start: int
    end: int
    figure: Figure
    measure: str


def counted_in(text: str) -> Iterator[Count]:
    """The counts of running ``text``, none of a block or matter. What stands in quotes, titles and brackets counts nothing; 由3次增至5次 counts 5."""
    before = ""
    for _, clause in clauses(text):
        found = list(_in_clause(clause))
        for count in found:
            words = f"{before}，{count.words}" if before and _LEANS.match(clause) else count.words
            if words:
                yield replace(count, words=words)
        if not _LEANS.match(clause):
            before = found[0].words if found else _bare(clause)


def _in_clause(clause: str) -> Iterator[Count]:
    numbers = list(_numbers(clause))
    edges = [0, *(n.end for n in numbers)]
    between = [clause[a : n.start] for a, n in zip(edges, numbers, strict=False)]
    tail = clause[edges[-1] :]
    words = _words(between, tail)
    for n, found in enumerate(numbers):
        if not _is_base(between, n) and not (n == 0 and not between[0] and found.measure in _TERMS):
            yield Count("", "", words[n], found.measure, found.figure)


def _is_base(between: Sequence[str], n: int) -> bool:
    """Whether number ``n`` is what another one came from (由3次 in 由3次增至5次)."""
    return n + 1 < len(between) and bool(_FROM.match(between[n])) and bool(_TO.match(between[n + 1]))


def _words(between: Sequence[str], tail: str) -> list[str]:
    """What each number counts, from the pieces before each and the ``tail``.

    A piece between two numbers belongs to the one before it where it ends in 、 or 和, and where nouns follow the numbers (走访18个村46户困难群众),
    which something behind the last one tells; else to the one behind it. A number left with nothing of its own before it takes the first piece.
    """
    follows = bool(_bare(tail))
    head = between[0] if between else ""
    return [_of_one(between, n, follows, tail) or _bare(head) for n in range(len(between))]


def _of_one(between: Sequence[str], n: int, follows: bool, tail: str) -> str:
    own = between[n] if not n or not _is_behind(between[n], follows) else between[0]
    if n and _is_base(between, n - 1):
        own = m["what"] if (m := _FROM.match(between[n - 1])) else own
    after = tail if n == len(between) - 1 else between[n + 1]
    behind = after if n == len(between) - 1 or _is_behind(after, follows) or len(_bare(own)) <= _VERB else ""
    return _bare(_JOINT.sub("", own)) + _bare(_JOINT_BEHIND.sub("", behind))


def _is_behind(piece: str, follows: bool) -> bool:
    """Whether a piece between two numbers belongs to the first."""
    if _JOINT.match(piece):
        return False
    return follows or not _bare(piece) or bool(_JOINT_BEHIND.search(piece))


def _bare(text: str) -> str:
    """Words without the adverbs before and the verbs of amount behind them."""
    return _TRAILING.sub("", _LEADING.sub("", text.strip("，。；、：:— ")))


def _numbers(clause: str) -> Iterator[_Found]:
    masked = _QUOTED.sub(lambda m: _MASK * len(m[0]), clause)
    found = [*_in_digits(masked), *(_Found(m.start(), m.end(), Figure(BLANK_MARK), m["measure"]) for m in _OPEN.finditer(clause))]
    if last := _LAST_IN_CHARACTERS.search(masked):
        given, measure = figure(last["number"], last["measure"])
        found += [_Found(last.start(), last.end(), given, measure)] if given.value else []
    return iter(sorted(found, key=lambda f: f.start))


def _in_digits(text: str) -> Iterator[_Found]:
    for q in quantities(text):
        unit = q.measure or next((u for u in _UNITS if text.startswith(u, q.end)), "")
        end = q.end + (len(unit) if not q.measure else 0)
        if not unit or unit in _CALENDAR or _ORDINAL.search(text[: q.start]):
            continue
        said = q.text.removesuffix(q.measure) if q.measure else q.text
        if ranged := _RANGE.search(text[: q.start]):
            yield _Found(ranged.start(), end, Figure(ranged[0] + said), unit)
            continue
        hedge = m[0] if (m := _HEDGE.search(text[: q.start])) else ""
        behind = m[0] if (m := _BEHIND.match(text, end)) else ""
        given, measure = figure(f"{hedge}{said}{behind}", unit)
        yield _Found(q.start - len(hedge), end + len(behind), given, measure)

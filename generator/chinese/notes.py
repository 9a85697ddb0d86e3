"""A clerk's note made a whole sentence: the function word or light verb it lacks is set before or between its words, none of them changed.

A ``Rule`` is a line of the table ``phrasebank/补字.yaml``: the form of a note, and that form completed. ``bank.completions`` reads the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from generator.chinese.measures import MEASURE
from generator.chinese.punctuation import split_after
from generator.chinese.verbs import is_verbal_head


class Use(StrEnum):
    """What a note is for; the values are the keys of the facts file."""

    MEASURE = "举措"
    FACT = "事实"
    RESULT = "成效"
    PROBLEM = "问题"
    PLAN = "打算"


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of a form: a class of words (〈物〉), words as they stand, or words to be supplied ([将])."""

    text: str
    is_class: bool = False
    supplied: bool = False


Form = tuple[Element, ...]
_PIECE = re.compile(r"〈([^〈〉\[\]]+)〉|\[([^〈〉\[\]]+)\]|([^〈〉\[\]]+)")


def form(text: str) -> Form:
    """``text`` as the table writes it. Raises ValueError where brackets do not pair."""
    found = list(_PIECE.finditer(text))
    if not text or "".join(m[0] for m in found) != text:
        raise ValueError(text)
    return tuple(Element(m[1] or m[2] or m[3], bool(m[1]), bool(m[2])) for m in found)


@dataclass(frozen=True, slots=True)
class Rule:
    """A note of the form ``before`` becomes ``after`` where it is for one of ``uses`` and holds none of ``barred``.

    ``proposed``: what is supplied may be wrong, so it is only proposed. ``line`` is the rule's line in the table.
    """

    id: str
    before: Form
    after: Form
    uses: frozenset[Use] = frozenset(Use)
    barred: tuple[str, ...] = ()
    proposed: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a completed note: the clerk's characters from ``start`` on or, with a ``rule``, words that it supplied."""

    text: str
    start: int = 0
    rule: Rule | None = None


Mark = tuple[str, "int | Rule"]
"""A character, and its place in the note or the rule that supplied it."""
Marked = tuple[Mark, ...]

ADVERBIALS, VERBS, ACTORS, LIGHT, ACTS, MODIFIERS, NEXT_VERBS = NEEDED = ("状语", "动", "人", "轻动", "行为", "修饰", "后动")
"""The classes that the table must name: what may stand before any form, verbs that no noun holds, who acts, verbs that govern a list, acts that
are nouns too, what specifies them, verbs that go on after a clause opened by 以."""

_STOPS = "，；。！？：,;"
_NUMBER = r"(?<![\d.,])[约近超逾]?(?:\d[\d,.]*|〔待补〕|[两三四五六七八九十百]+)[余多]?[万亿千百]?[余多]?"
_SHAPES = {
    "物": r"[^，；。！？：]{2,30}?",
    "名": r"[^，；。！？：]{2,30}?",
    "短名": r"[^，；。！？：、]{2,14}?",
    "短物": r"[^，；。！？：、]{2,14}?",
    "受引": r"[^，；。！？：、]{2,14}?",
    "事": r"[^，；。！？：]{2,30}?",
    "文": r".+",
    "余": r".*",
    "动余": r".*",
    "数": _NUMBER,
    "量": MEASURE.pattern,
    "高率": r"(?:约|近)?(?:100|9\d(?:\.\d+)?)[%％](?:以上)?",
    "率数": r"(?:约|近)?\d[\d.]*[%％](?:以上|左右)?",
}
"""Classes known by their shape. 物 and 名 are nouns (short ones hold no 、), a 物 no actor and no count; 事 may be an act; 受引 is the noun behind
a preposition; 动余 is nothing or opens with a verb."""
_NOMINAL = ("物", "名", "短名", "短物")
_CLOSED = re.compile(
    r"全部|均|一律|统一|分别|各自|逐|"
    r"(?!在[建编职册校岗研库管]|与会|对[口外]|向[好善]|以案|有[关效限]|无[障线人证]|未成年|不[动良]|过[渡程硬节]|是非|同[类级]|比[武赛选例]|经[济营费验]"
    r"|从业|使用|就[业医学]|再就业|要[点素事情]|会[议计商员场]|能[力源耗]|给水|和[谐美]|已建|其他|为民|可[视再持])"
    r"[将把被由对向为以让使在从于按据经因就与和及同跟给比如若的了着过是有无不未没已均都也还再才只仅要会能可该其到我他她每]|人均|现场[中由]|沿着"
)
_PARTICLE = re.compile(
    r"[将把被让](?!军)|使(?![命用])|(?<!以)为(?![民主期农])(?<!行为)(?<!作为)|向(?![导心上])(?<!方向)(?<!导向)(?<!面向)(?<!定向)|对(?![象口外比接标照策])"
    r"|由(?<!理由)(?<!自由)(?<!事由)|到(?![位期])(?<!报到)(?<!签到)|在(?![建编职册校岗研库管线])(?<!存在)(?<!现在)(?<!潜在)(?<!内在)(?<!所在)"
    r"|讲(?![座堂解话师坛])(?<!宣讲)(?<!演讲)(?<!主讲)|结合(?=.)|[我他她每]|人均|是(?!非)|了(?!解)|进(?![步度展修出行校社企机农万课乡工医军网家])(?<!推进)(?<!引进)(?<!先进)(?<!改进)(?<!演进)"
)
_NAMED_FOR_ACT = re.compile(
    r"组织(?:生活|关系|部|员)|派出(?:所|机构)|先进|在[建编职册校岗研库管]|讲[座堂]|对[口外]|为民|.{2}(?:会|书|率|度|仪式|金|费|卡|单|员|案件|资金|方案)"
)
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|（[^）]*）")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Completions:
    """The table: rules in the order in which they are tried, the words of their classes, the name of the file it was read from."""

    rules: tuple[Rule, ...] = ()
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    name: str = ""

    def completed(self, text: str, use: Use, proposals: bool = False) -> tuple[Run, ...]:
        """``text`` whole: each of its characters once, and what was supplied. With ``proposals``, also by the rules that only propose."""
        rules = [(rule, pattern) for rule, pattern in self._compiled if use in rule.uses and (proposals or not rule.proposed)]
        if not rules:
            return (Run(text),)
        done: Marked = ()
        for start, clause in split_after(text, _STOPS):
            body = clause.rstrip(_STOPS)
            piece = self._listed(_marked(body, start), rules)
            if not self._governed(_text(done), piece):
                done += piece
            else:
                done += _marked(body, start)
            done += _marked(clause[len(body) :], start + len(body))
        return tuple(_runs(done))

    # --- a clause ---------------------------------------------------------------------------------------------------------------------

    def _listed(self, clause: Marked, rules: list[tuple[Rule, re.Pattern[str]]]) -> Marked:
        """A clause; one that lists counts (集中学习12次、专题研讨4次) item by item, a verb once for those it serves, all of them or none."""
        items = _items(clause)
        if len(items) == 1:
            return self._applied(clause, rules)
        made = [self._applied(item, rules) for item in items]
        verbs = [self._governing(m) for m in made]
        if not verbs[0]:
            made = [item if verb else m for item, m, verb in zip(items, made, verbs, strict=True)]
        elif not all(verb or _text(m).startswith(self.classes[ACTS]) for verb, m in zip(verbs, made, strict=True)):
            return clause
        out: Marked = made[0]
        for n, new in enumerate(made[1:], 1):
            out += _marked("、", _place(new) - 1) + (_bare(new) if verbs[n] == verbs[n - 1] else new)
        return out

    def _applied(self, clause: Marked, rules: list[tuple[Rule, re.Pattern[str]]]) -> Marked:
        for rule, pattern in rules:
            text = _text(clause)
            match = None if any(word in text for word in rule.barred) else pattern.fullmatch(text)
            if match and all(self._fits(e, match[f"g{n}"]) for n, e in enumerate(rule.before)):
                clause = clause[: match.end("pre")] + _rebuilt(rule, match, clause)
        return clause

    def _governing(self, clause: Marked) -> str:
        """The verb supplied to ``clause`` that governs a list which goes on behind it, if one was."""
        supplied = next((_text(tuple(group)) for own, group in groupby(clause, lambda m: isinstance(m[1], int)) if not own), "")
        return supplied if supplied in self.classes[LIGHT] else ""

    def _governed(self, before: str, piece: Marked) -> bool:
        """Whether the verb supplied to a clause is that of the clause ``before`` it, whose list goes on (组织学习12次，专题研讨4次)."""
        last = re.split("[，；。]", before.rstrip(_STOPS))[-1]
        return bool(self._governing(piece)) and last.startswith(self.classes[LIGHT])

    # --- the classes --------------------------------------------------------------------------------------------------------------------

    @cached_property
    def _compiled(self) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
        lead = rf"(?P<pre>(?>{_any(self.classes.get(ADVERBIALS, ()))}|\d+年|\d+月(?:\d+日)?|[一二三四]季度)*+)"
        return tuple((rule, re.compile(lead + "".join(f"(?P<g{n}>{self._shape(e)})" for n, e in enumerate(rule.before)))) for rule in self.rules)

    def _shape(self, element: Element) -> str:
        if not element.is_class:
            return re.escape(element.text)
        if element.text in _SHAPES:
            return _SHAPES[element.text]
        ends = element.text.startswith("…")
        return (r"[^，；。！？：、]{0,20}?" if ends else "") + f"(?:{_any(self.classes[element.text.removeprefix('…')])})"

    def _fits(self, element: Element, text: str) -> bool:
        if not element.is_class:
            return True
        if element.text == "动余":
            return not text or text.startswith((*self.classes[VERBS], *self.classes[NEXT_VERBS]))
        if element.text == "事":
            return not _CLOSED.match(text) and not _PARTICLE.search(_QUOTED.sub("物", text))
        if element.text in ("物", "短物") and (text.endswith(self.classes[ACTORS]) or _DIGIT.match(text)):
            return False
        if element.text == "受引":
            return not text.endswith((*self.classes[MODIFIERS], "作", "做", "去", "来")) and self._nominal(text)
        if element.text in _NOMINAL or element.text.startswith("…"):
            return self._nominal(text)
        return True

    def _nominal(self, text: str) -> bool:
        """Whether ``text`` may be a noun: no closed-class word opens it or stands in it, nor does a verb that no noun holds."""
        bare = _QUOTED.sub("物", text)
        if is_verbal_head(bare) and not _NAMED_FOR_ACT.match(bare):
            return False
        return not (_CLOSED.match(bare) or _PARTICLE.search(bare) or self._verb.search(bare))

    @cached_property
    def _verb(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{_any(self.classes.get(VERBS, ()))})(?!会|书|率|度|仪式|金|费|卡|所)|(?<!党)组织(?!生活|关系|部|员)")


NOTHING_SUPPLIED = Completions()


def element_names(classes: Iterable[str]) -> frozenset[str]:
    """What may stand between 〈〉: the shapes known here and the ``classes`` of the table, alone or as the end of a noun (〈…类〉)."""
    return frozenset(_SHAPES) | {name for c in classes for name in (c, f"…{c}")}


# --- characters and where they come from ------------------------------------------------------------------------------------------------------


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or r"(?!)"


def _marked(text: str, start: int) -> Marked:
    return tuple((c, start + n) for n, c in enumerate(text))


def _text(marked: Marked) -> str:
    return "".join(c for c, _ in marked)


def _bare(marked: Marked) -> Marked:
    return tuple(m for m in marked if isinstance(m[1], int))


def _place(marked: Marked) -> int:
    return min(source for _, source in marked if isinstance(source, int))


_COUNTED = re.compile(rf"[^，；。]*?\D{_NUMBER}(?:{MEASURE.pattern})(?:[以之][上下内外])?")


def _items(clause: Marked) -> list[Marked]:
    """The items of a list of counts; the clause whole where it is none."""
    text = _text(clause)
    found = [(at, piece) for at, piece in split_after(text, "、")]
    if len(found) < 2 or not all(_COUNTED.fullmatch(piece.rstrip("、")) for _, piece in found):
        return [clause]
    return [clause[at : at + len(piece.rstrip("、"))] for at, piece in found]


def _rebuilt(rule: Rule, match: re.Match[str], clause: Marked) -> Marked:
    """The clause behind its adverbials in the order of the rule's second form."""
    left = [(e, clause[match.start(f"g{n}") : match.end(f"g{n}")]) for n, e in enumerate(rule.before)]
    out: Marked = ()
    for element in rule.after:
        if element.supplied:
            out += tuple((c, rule) for c in element.text)
        else:
            at = next(i for i, (e, _) in enumerate(left) if e == element)
            out += left.pop(at)[1]
    return out


def _runs(marked: Marked) -> Iterator[Run]:
    """Neighbouring characters of one source as one run."""
    start = 0
    for end in range(1, len(marked) + 1):
        if end == len(marked) or not _follows(marked[end - 1], marked[end]):
            text, source = _text(marked[start:end]), marked[start][1]
            yield Run(text, source) if isinstance(source, int) else Run(text, rule=source)
            start = end


def _follows(before: Mark, after: Mark) -> bool:
    one, other = before[1], after[1]
    return other == one + 1 if isinstance(one, int) and isinstance(other, int) else one is other

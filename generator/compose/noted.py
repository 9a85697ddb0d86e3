"""What the clerk notes of a point as statements: each made whole, behind the verb that its head lends it, no word supplied oftener than need be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from generator.chinese.counted import BEING, HAVING, IN_ALL
from generator.chinese.forms import Use
from generator.chinese.notes import Completions
from generator.chinese.punctuation import LETTER
from generator.chinese.quantity import ends_in_count, first_count
from generator.chinese.verbs import opens_clause
from generator.compose.facts import fact_words
from generator.compose.order import in_order
from generator.compose.statements import Glue, Statement, parted, statement
from generator.compose.told import act_lacking, verb_lacking
from generator.compose.whole import of_whole, whole
from generator.facts.model import Item
from generator.patterns import late
from generator.report import Inline, Inlines, OriginKind, echoed, plain, sliced

_COPULAS, _RATE = ("达", "为"), "率"
"""What is supplied between a rate and its figure (办结率达100%)."""
_PART = "其中"
_NUMBER, _TIMES = late(r"(\d+(?:\.\d+)?)([万亿]?)"), {"": 1.0, "万": 1e4, "亿": 1e8}
_KIND, _NAMED = late(rf"{LETTER}{{2}}(\d+(?:\.\d+)?)([件起个条])"), 2
"""Things by their last two characters, how many, and by what measure."""
_VERB = 2
"""Characters of the verbs that lists of counts share."""


def of_point(item: Item, completions: Completions, glue: Glue, *, copula: bool) -> list[Statement]:
    """The measures of ``item``, its facts in their order, its result. ``copula``: whether 达 or 为 may be supplied."""

    def noted(note: Inlines, use: Use) -> Statement:
        return statement(whole(parted(note, glue), use, completions), fact=use is Use.FACT)

    def completed(note: Inlines) -> Inlines:
        return whole(note, Use.FACT, completions)

    lent = _lent(item, [parted(fact_words(fact, glue, completed), glue) for fact in item.facts], completions)
    lent = [of_whole(note, before, completions) for before, note in pairwise([(), *lent])]
    parts, beyond = _of_a_whole([plain(note) for note in lent])
    told = [statement(note, fact=True) if n in parts else noted(note, Use.FACT) for n, note in enumerate(lent)]
    facts = [replace(said, stays=(said.stays or n in parts) and n not in beyond) for n, said in enumerate(told)]
    found = [noted(m, Use.MEASURE) for m in item.measures] + in_order(facts)
    if item.result:
        found.append(noted(item.result, Use.RESULT))
    return _with_verbs_once(_without_parts_done(_there_first(_with_one_copula(found) if copula else [*map(_without_copula, found)])))


def _of_a_whole(notes: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of ``notes`` that only count a further part by the measure of the one before them, which says 其中: they lack no verb. Then those
    that look so and are no part, for they count more than the whole leaves (发展党员5名，其中一线医护4名；入党积极分子11名)."""
    parts: set[int] = set()
    beyond: set[int] = set()
    left = 0.0
    for n, (before, note) in enumerate(pairwise(("", *notes))):
        before_it, part, counted = note.rpartition(_PART)
        if part:
            left = _last_number(before_it or before, counted[-1:]) - _last_number(counted)
            continue
        same = first_count(note) > 0 and ends_in_count(note) and note[-1:] == before[-1:] and "，" not in note and not opens_clause(note)
        if same and (_PART in before or n - 1 in parts):
            (parts if _last_number(note) <= left else beyond).add(n)
            left -= _last_number(note)
    return frozenset(parts), frozenset(beyond)


def _last_number(text: str, measure: str = "") -> float:
    """The last number of ``text``, of those by ``measure`` if it counts any so; 0 where it has none."""
    every = list(_NUMBER.finditer(text))
    found = [m for m in every if measure and text.startswith(measure, m.end())] or every
    return float(found[-1][1]) * _TIMES[found[-1][2]] if found else 0.0


def is_copula(inline: Inline) -> bool:
    """Whether ``inline`` is a supplied 达 or 为."""
    return inline.text in _COPULAS and _is_supplied(inline)


def _is_supplied(inline: Inline) -> bool:
    return inline.origin is not None and inline.origin.kind is OriginKind.SUPPLIED


# --- what the head lends ------------------------------------------------------------------------------------------------------------------


def _lent(item: Item, notes: Sequence[Inlines], completions: Completions) -> list[Inlines]:
    """``notes`` behind the verb of the head of ``item``, those that lack just that: any behind what the head says is done, the first behind the act
    that it names."""
    naming = completions.counted.naming
    if completions.says_what_is_done(plain(item.matter)):
        return [note if naming.opens_with_verb(plain(note)) else _with_verb_of(item.matter, note) for note in notes]
    return [note if n or naming.opens_with_verb(plain(note)) else _with_act_of(item.matter, note) for n, note in enumerate(notes)]


def _with_verb_of(doing: Inlines, note: Inlines) -> Inlines:
    """``note`` behind the verb of ``doing``, what its point does; the verb is an echo of the clerk's."""
    verb = sliced(doing, 0, verb_lacking(plain(doing), plain(note)))
    return (*echoed(verb), *note)


def _with_act_of(name: Inlines, note: Inlines) -> Inlines:
    end = len(plain(name))
    act = sliced(name, end - act_lacking(plain(name), plain(note)), end)
    return (*echoed(act), *note)


# --- supplied once ------------------------------------------------------------------------------------------------------------------------


def _with_verbs_once(statements: Sequence[Statement]) -> list[Statement]:
    """``statements``; counts side by side to which one verb would be supplied again and again share the first (召开党员大会4次、支委会12次)."""
    out: list[Statement] = []
    verb = ""
    for said in statements:
        supplied = said.inlines[0].text if said.inlines and _is_supplied(said.inlines[0]) else ""
        shares = bool(supplied) and supplied == verb and _counts_alone(said)
        out.append(replace(said, inlines=said.inlines[1:], stays=True, shares=True) if shares else said)
        verb = verb if shares else (supplied or plain(said.inlines)[:_VERB]) if _counts_alone(said) else ""
    return out


def _without_parts_done(statements: Sequence[Statement]) -> list[Statement]:
    """``statements``, no verb supplied to one that counts fewer of what one before it counts: they may be of those (工单316件，飞絮类工单97件)."""
    out: list[Statement] = []
    counted: dict[str, float] = {}
    for said in statements:
        text, first = plain(said.inlines), said.inlines[0] if said.inlines else None
        found = _KIND.search(text) if said.fact else None
        of_those = found is not None and counted.get(found[0][:_NAMED] + found[2], 0.0) > float(found[1])
        verb = first is not None and _is_supplied(first)
        out.append(replace(said, inlines=said.inlines[1:]) if of_those and verb else said)
        if found is not None:
            counted.setdefault(found[0][:_NAMED] + found[2], float(found[1]))
    return out


def _there_first(statements: Sequence[Statement]) -> list[Statement]:
    """``statements``, 有 and 共有 supplied to those alone that no act stands before: behind one, what is counted is rather what it was done to or
    with."""
    out: list[Statement] = []
    there = True
    for said in statements:
        first = said.inlines[0] if said.inlines else None
        has = first is not None and first.text in (HAVING, IN_ALL) and _is_supplied(first)
        out.append(replace(said, inlines=said.inlines[1:]) if has and not there else said)
        there = there and first is not None and _is_supplied(first) and first.text in BEING
    return out


def _counts_alone(said: Statement) -> bool:
    return said.fact and said.clauses == 1 and ends_in_count(plain(said.inlines))


def _with_one_copula(statements: Sequence[Statement]) -> list[Statement]:
    """``statements``, 达 or 为 supplied to the first alone of those whose rates lack it; amounts (收入207万元) are read as they stand."""
    found = [_of_rates(s) for s in statements]
    at = next((n for n, s in enumerate(found) if any(map(is_copula, s.inlines))), len(found))
    return [*found[: at + 1], *map(_without_copula, found[at + 1 :])]


def _of_rates(said: Statement) -> Statement:
    """``said`` without the copulas that are no rate's."""
    before = ("", *(inline.text for inline in said.inlines))
    kept = tuple(i for i, behind in zip(said.inlines, before, strict=False) if not is_copula(i) or behind.endswith(_RATE))
    return replace(said, inlines=kept)


def _without_copula(said: Statement) -> Statement:
    return replace(said, inlines=tuple(i for i in said.inlines if not is_copula(i)))

"""``compose``: the whole way from facts to a draft, pure and repeatable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.bank.bank import Bank
from generator.bank.phrase import Period
from generator.compose.account import Share, blank_problems, length, shares, thinnest, unused_problems
from generator.compose.choose import Chooser
from generator.compose.plan import Spot, spots
from generator.compose.said import Said
from generator.compose.write import Writer
from generator.facts.model import Facts
from generator.problems import Faults, Place, Problem, Severity
from generator.report import Inline, Inlines, Origin, OriginKind, Report, Text, plain
from generator.template.model import Part, Person, Template

Attempt = Callable[[Sequence[Spot]], Report]

_TOLERANCE = 0.1
_PER_SPOT = 30


@dataclass(frozen=True, slots=True)
class Draft:
    """A composed report and what is to be said about it."""

    report: Report
    problems: tuple[Problem, ...]


def compose(facts: Facts, template: Template, bank: Bank, *, seed: int = 0) -> Draft:
    """The draft of ``facts``. Dated phrases are held to the period reported on.

    Raises ``Faults`` where the facts lack what the template needs.
    """
    _require(facts, template)
    chooser = Chooser(bank, _values(facts, template), _months(facts), seed, tuple(map(plain, facts.themes)))
    ranked, plain_ones = spots(facts, chooser)

    def attempt(chosen: Sequence[Spot]) -> Report:
        chooser.said = Said()
        return Writer(facts, template, chooser, frozenset(chosen)).report()

    allowed = _under_ceiling(attempt, ranked, template)
    report = attempt(allowed[:plain_ones]) if facts.length is None else _of_length(attempt, allowed, facts.length)
    problems = (*blank_problems(report, facts), *unused_problems(report, facts), *_length_problems(report, facts))
    return Draft(report, tuple(sorted(set(problems))))


def _require(facts: Facts, template: Template) -> None:
    given = {"报告人": facts.reporter, "时段": facts.period, "主送": facts.addressee, "问题": facts.shortcomings, "打算": facts.intentions}
    missing = [name for name in template.needs if not given[name]]
    if missing:
        raise Faults(Problem(Place(facts.name, 1, 1), "missing-key", f"缺少“{name}”", f"{template.kind}要用到它") for name in missing)


def _months(facts: Facts) -> Period | None:
    period = facts.period
    return (period.first, period.last) if period and period.first and period.last else None


def _values(facts: Facts, template: Template) -> dict[str, Inlines]:
    """What the slots of phrases may be filled with: the unit's particulars, the subject, the themes."""
    unit = facts.unit
    first_person = template.person is Person.SELF
    own = unit.short if first_person and plain(unit.self_name) == "我" else unit.self_name
    place = template.place
    me = (Text("我", Origin(OriginKind.TEMPLATE, place.path, place.line, place.column)),)
    return {
        "单位": unit.short,
        "自称": own,
        "主语": me if first_person else own,
        "党组织": unit.party,
        "主体": me if first_person else unit.party,
        "业务": unit.business,
        "上级": unit.superior,
        "时段": facts.period.words if facts.period else (),
        "专题": _listed(facts.themes, place),
    }


def _listed(items: tuple[Inlines, ...], place: Place) -> Inlines:
    glue = Origin(OriginKind.TEMPLATE, place.path, place.line, place.column)
    out: list[Inline] = []
    for n, item in enumerate(items):
        if n:
            out.append(Text("和" if n == len(items) - 1 else "、", glue))
        out += item
    return tuple(out)


def _under_ceiling(attempt: Attempt, ranked: Sequence[Spot], template: Template) -> list[Spot]:
    """The spots that leave every part's share of formula under the template's ceiling; the least wanted of an overfull part go first."""
    spots = list(ranked)
    while True:
        found = shares(attempt(spots))[-len(template.parts) :]
        dropped = {s for part, share in zip(template.parts, found, strict=True) for s in _surplus(spots, part, share)}
        if not dropped:
            return spots
        spots = [s for s in spots if s not in dropped]


def _surplus(spots: Sequence[Spot], part: Part, found: Share) -> list[Spot]:
    """The last spots of an overfull part, about as many as it is too full by."""
    own = [s for s in spots if s.path.startswith(part.feed)]
    excess = found.formula - part.ceiling * found.body
    return own[-max(1, int(excess / _PER_SPOT)) :] if excess > 0 and own else []


def _of_length(attempt: Attempt, spots: Sequence[Spot], wanted: int) -> Report:
    """The attempt whose length comes nearest to ``wanted``, found by bisection: more spots make a longer draft, but for small dips."""
    tried: dict[int, Report] = {}
    low, high = 0, len(spots)
    while low <= high:
        middle = (low + high) // 2
        tried[middle] = attempt(spots[:middle])
        low, high = (middle + 1, high) if length(tried[middle]) < wanted else (low, middle - 1)
    return min(tried.items(), key=lambda t: (abs(length(t[1]) - wanted), t[0]))[1]


def _length_problems(report: Report, facts: Facts) -> Iterator[Problem]:
    """Says how much fact is missing, and where, when the facts are too few for the wanted length; or how much they overrun it."""
    if facts.length is None:
        return
    actual = length(report)
    if actual < facts.length * (1 - _TOLERANCE):
        message = f"全文{actual}字，比要求的{facts.length}字少{facts.length - actual}字；事实不够，不拿套话凑"
        hint = "先补事实少的板块：" + "、".join(f"“{t}”" for t in thinnest(report))
        yield Problem(Place(facts.name), "too-short", message, hint, Severity.WARNING)
    elif actual > facts.length * (1 + _TOLERANCE):
        message = f"全文{actual}字，比要求的{facts.length}字多{actual - facts.length}字；事实都要写上，没有删减"
        yield Problem(Place(facts.name), "too-long", message, "删去次要的事实，或把字数改大", Severity.WARNING)

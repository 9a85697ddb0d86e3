"""``compose``: the whole way from facts to a draft, pure and repeatable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.bank.bank import Bank
from generator.bank.formulations import Formulation
from generator.bank.phrase import Period
from generator.compose.choose import Chooser
from generator.compose.dropped import NOTHING_DROPPED, Dropped
from generator.compose.fit import of_length, under_ceiling
from generator.compose.kept import Choice, Kept
from generator.compose.offers import offered
from generator.compose.past import NOTHING_PAST, Past
from generator.compose.plan import spots
from generator.compose.remarks import remarks
from generator.compose.spots import Spot, places
from generator.compose.write import Writer
from generator.facts.model import Facts
from generator.problems import Faults, Place, Problem
from generator.report import Inline, Inlines, Origin, OriginKind, Report, Text, plain
from generator.template.model import Person, Template


@dataclass(frozen=True, slots=True)
class Draft:
    """A composed report, what is to be said about it, and what was chosen at every spot (an empty choice: nothing stands there)."""

    report: Report
    problems: tuple[Problem, ...]
    choices: tuple[Choice, ...] = ()


def compose(
    facts: Facts,
    template: Template,
    bank: Bank,
    *,
    seed: int = 0,
    kept: Kept | None = None,
    dropped: Dropped = NOTHING_DROPPED,
    past: Past = NOTHING_PAST,
    formulations: tuple[Formulation, ...] = (),
    suggest: bool = False,
) -> Draft:
    """The draft of ``facts``. Dated phrases are held to the period reported on; ``kept`` stands where it says, what is ``dropped`` does not; wording
    of the ``past`` comes last.

    ``formulations`` are the dated wordings that the clerk's own words are compared with. ``suggest`` adds what reports usually say, marked 〔待核〕.
    Raises ``Faults`` where the facts lack what the template needs.
    """
    _require(facts, template)
    period = _months(facts)
    own = (seed, template.kind, plain(facts.unit.full), plain(facts.period.words) if facts.period else "")
    chooser = Chooser(bank, _values(facts, template), period, own, tuple(map(plain, facts.themes)), kept, past, dropped)
    named = places(facts)
    ranked, plain_ones = spots(facts, named, chooser)
    fixed = frozenset(spot for spot, choice in chooser.kept.items() if choice.phrase)

    def attempt(chosen: Sequence[Spot]) -> Report:
        chooser.begin()
        return Writer(facts, template, chooser, fixed.union(chosen), named).report()

    allowed = under_ceiling(attempt, [spot for spot in ranked if spot not in chooser.kept], template)
    fitting = allowed[:plain_ones] if facts.length is None else of_length(attempt, allowed, facts.length)
    report = attempt(under_ceiling(attempt, fitting, template))
    choices = chooser.said.choices
    filled = {c.spot for c in choices}
    problems = remarks(report, facts, bank, choices, kept=kept or {}, past=past, formulations=formulations, period=period)
    glue = Origin(OriginKind.TEMPLATE, template.place.path, template.place.line, template.place.column)
    shown = offered(report, facts, bank, period, lambda text: Text(text, glue)) if suggest else report
    return Draft(shown, problems, choices + tuple(Choice(spot, "") for spot in ranked if spot not in filled))


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

"""``compose``: the whole way from facts to a draft, pure and repeatable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.bank.bank import Bank
from generator.bank.formulations import Formulation
from generator.chinese.months import Period
from generator.compose.budget import filled
from generator.compose.choose import Chooser, Sought
from generator.compose.dropped import NOTHING_DROPPED, Dropped
from generator.compose.kept import Choice, Kept
from generator.compose.matter import matter_of
from generator.compose.past import NOTHING_PAST, Past
from generator.compose.plan import Site, sites
from generator.compose.remarks import remarks
from generator.compose.spots import Spot, places
from generator.compose.statements import Glue
from generator.compose.write import Writer
from generator.facts.model import Facts
from generator.problems import MISSING_KEY, Faults, Place, Problem
from generator.report import Inline, Inlines, Origin, OriginKind, Report, Text, plain
from generator.template.model import Part, Person, Template


class Draft(Struct, frozen=True):
    """A composed report, what is to be said about it, what was chosen at every spot (an empty choice: nothing stands there), and what might have
    been."""

    report: Report
    problems: tuple[Problem, ...]
    choices: tuple[Choice, ...] = ()
    sought: Mapping[Spot, Sought] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """What might have been stands outside equality."""
        said = (self.report, self.problems, self.choices)
        return isinstance(other, Draft) and said == (other.report, other.problems, other.choices)


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
    reviewed: bool = False,
    aims: bool = False,
) -> Draft:
    """The draft of ``facts``. Dated phrases are held to the period reported on; ``kept`` stands where it says, what is ``dropped`` does not; wording
    of the ``past`` comes last.

    ``formulations`` are the dated wordings that the clerk's own words are compared with. ``suggest`` adds what reports usually say, marked 〔待核〕;
    ``reviewed`` leaves out every phrase that nobody has read; ``aims`` prints the bank's aims and openings for situations, which else are offered.
    Raises ``Faults`` where the facts lack what the template needs.
    """
    _require(facts, template)
    template = _with_ceilings(template, facts)
    period = _months(facts)
    own = (seed, template.kind, plain(facts.unit.full), plain(facts.period.words) if facts.period else "")
    chooser = Chooser(bank, _values(facts, template), period, own, tuple(map(plain, facts.themes)), kept, past, dropped, reviewed, aims)
    report, choices = _written(facts, template, bank, chooser)
    problems = remarks(report, facts, bank, choices, kept=kept or {}, past=past, formulations=formulations, period=period, template=template)
    if suggest:
        report, lacks = _suggested(report, facts, template, bank, period)
        problems = (*problems, *lacks)
    return Draft(report, problems, choices, chooser.sought)


def _written(facts: Facts, template: Template, bank: Bank, chooser: Chooser) -> tuple[Report, tuple[Choice, ...]]:
    """The report, with as much formula as its length and the ceilings of its parts let in; and what stands at each place where some may."""
    named = places(facts)
    matter = matter_of(facts, named, bank, _glue(template.place))
    found = sites(matter, chooser)
    fixed = frozenset(spot for spot, choice in chooser.kept.items() if choice.phrase)

    def attempt(chosen: Sequence[Site]) -> Report:
        chooser.begin()
        return Writer(facts, template, chooser, fixed.union(site.spot for site in chosen), named, matter).report()

    _, report = filled(attempt, [site for site in found if site.spot not in chooser.kept], template, facts.length)
    choices = chooser.said.choices
    taken = {c.spot for c in choices}
    return report, choices + tuple(Choice(site.spot, "") for site in found if site.spot not in taken)


def _suggested(report: Report, facts: Facts, template: Template, bank: Bank, period: Period | None) -> tuple[Report, tuple[Problem, ...]]:
    """``report`` with what such reports usually say offered in it, and what else it lacks of that."""
    from generator.compose.lacking import lacking, peers_of
    from generator.compose.offers import offered

    group = peers_of(facts, bank)
    report = offered(report, facts, bank, period, _glue(template.place), group)
    return report, tuple(lacking(facts, bank, group, report))


def _glue(place: Place) -> Glue:
    """Makes the tool's own marks, with the template's place as their origin."""
    origin = Origin(OriginKind.TEMPLATE, place.path, place.line, place.column)
    return lambda text: Text(text, origin)


def _require(facts: Facts, template: Template) -> None:
    given = {"报告人": facts.reporter, "时段": facts.period, "主送": facts.addressee, "问题": facts.shortcomings, "打算": facts.intentions}
    missing = [name for name in template.needs if not given[name]]
    if missing:
        raise Faults(Problem(Place(facts.name, 1, 1), MISSING_KEY, f"缺少“{name}”", f"{template.kind}要用到它", keys=(name,)) for name in missing)


def _with_ceilings(template: Template, facts: Facts) -> Template:
    """``template`` with the ceilings that the clerk sets in place of its own: of several lists in one part the highest."""
    given = dict(facts.ceilings)

    def ceiling(part: Part) -> float:
        return max((given.get(f.feed, part.ceiling) for f in part.feedings), default=part.ceiling)

    return replace(template, parts=tuple(replace(part, ceiling=ceiling(part)) for part in template.parts)) if given else template


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
        "主语": {Person.SELF: me, Person.PARTY: unit.party, Person.UNIT: own}[template.person],
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

"""Every rule of prose there is."""

from __future__ import annotations

from generator.check.prose.figures import (
    apart,
    averages,
    blanks,
    bounds,
    dates,
    days,
    direction,
    kinds,
    listed,
    parts,
    periods,
    rates,
    remains,
    spans,
    sums,
    turned,
    twice,
    wholes,
    wholly,
)
from generator.check.prose.language import (
    cited,
    confused,
    hollow,
    linked,
    marks,
    measures,
    mixed,
    numerals,
    offices,
    quoting,
    repetition,
    residue,
    selves,
    sentence,
    sounds,
    thousands,
    units,
    words,
)
from generator.check.prose.past import campaigns, carried, copied, facts, growth, last_year, swapped
from generator.check.prose.rule import Rule
from generator.check.prose.structure import annexes, answering, begun, heads, numbering, one_form, parallel, promises, titled, troubles
from generator.check.prose.wording import counted, dated, meetings, names, near, plenums, sets, slots, titles

GROUPS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("空缺", (*blanks.RULES, *residue.RULES)),
    (
        "事实",
        (
            *facts.RULES,
            *swapped.RULES,
            *sums.RULES,
            *remains.RULES,
            *parts.RULES,
            *kinds.RULES,
            *rates.RULES,
            *direction.RULES,
            *twice.RULES,
            *apart.RULES,
            *listed.RULES,
            *bounds.RULES,
            *averages.RULES,
            *turned.RULES,
            *wholes.RULES,
            *wholly.RULES,
            *dates.RULES,
            *days.RULES,
            *spans.RULES,
            *periods.RULES,
        ),
    ),
    ("去年", (*last_year.RULES, *campaigns.RULES, *carried.RULES, *growth.RULES)),
    ("提法", (*dated.RULES, *meetings.RULES, *plenums.RULES, *sets.RULES, *counted.RULES, *near.RULES, *slots.RULES, *titles.RULES, *names.RULES)),
    (
        "结构",
        (
            *numbering.RULES,
            *one_form.RULES,
            *begun.RULES,
            *promises.RULES,
            *titled.RULES,
            *parallel.RULES,
            *troubles.RULES,
            *heads.RULES,
            *answering.RULES,
            *annexes.RULES,
        ),
    ),
    (
        "语言",
        (
            *marks.RULES,
            *quoting.RULES,
            *mixed.RULES,
            *cited.RULES,
            *numerals.RULES,
            *thousands.RULES,
            *words.RULES,
            *measures.RULES,
            *confused.RULES,
            *sounds.RULES,
            *sentence.RULES,
            *linked.RULES,
            *offices.RULES,
            *units.RULES,
            *selves.RULES,
        ),
    ),
    ("重复", (*repetition.RULES, *hollow.RULES, *copied.RULES)),
)

RULES: tuple[Rule, ...] = tuple(rule for _, rules in GROUPS for rule in rules)

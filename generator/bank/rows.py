"""What the compiled bank keeps, as lists that JSON can hold, and back: phrases (lists of their fields), dated wordings, the table of completions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain, repeat
from typing import Any

from msgspec import json

from generator.bank.formulations import Formulation, FormulationKind
from generator.bank.phrase import Phrase
from generator.chinese.counted import Counted
from generator.chinese.forms import Element, Rule, Use, Where
from generator.chinese.fronted import Fronted
from generator.chinese.naming import Naming, Trait
from generator.chinese.notes import Completions
from generator.chinese.singles import Singles


def written(value: Any) -> str:
    """``value`` as the database keeps it."""
    return json.encode(value).decode()


def written_phrases(value: Any) -> str:
    """Phrases, or what holds some, as the database keeps them: the same in the same bytes."""
    return json.encode(value, order="deterministic").decode()


@cache
def phrase_reader() -> Callable[[str], Phrase]:
    """What reads a phrase that is so kept: made in no less than a third of a millisecond, once."""
    return json.Decoder(Phrase).decode


_USES = {str(m): m for m in Use}
_WORDINGS = {str(m): m for m in FormulationKind}


def grouped(values: Mapping[str, float]) -> list[list[Any]]:
    """Words by the number that each has: it is read in a fifth of the time that a number for each word takes."""
    found: defaultdict[float, list[str]] = defaultdict(list)
    for word in sorted(values):
        found[values[word]].append(word)
    return [[number, "\n".join(words)] for number, words in sorted(found.items())]


def grouped_of(rows: list[list[Any]]) -> dict[str, Any]:
    return dict(chain.from_iterable(zip(words.split("\n"), repeat(number)) for number, words in rows))


def formulation_row(f: Formulation) -> list[Any]:
    return [f.text, f.kind, f.since, f.until, f.wrong, f.source]


def formulation_of(row: list[Any]) -> Formulation:
    text, kind, since, until, wrong, source = row
    return Formulation(text, _WORDINGS[kind], tuple(since), until and tuple(until), tuple(wrong), source)


def naming_row(naming: Naming) -> list[Any]:
    return [
        naming.start,
        {trait: dict(weights) for trait, weights in naming.weights.items()},
        *map(sorted, (naming.verbs, naming.openers, naming.likely)),
    ]


def naming_of(row: list[Any]) -> Naming:
    start, weights, *words = row
    return Naming(start, {Trait(trait): found for trait, found in weights.items()}, *map(frozenset, words))


def completions_row(c: Completions) -> list[Any]:
    """The table but for the learned weights."""
    rules = [[r.id, _form_row(r.before), _form_row(r.after), sorted(r.uses), r.barred, r.where, r.proposed, r.line] for r in c.rules]
    return [c.name, dict(c.classes), rules, dict(c.singles.before), dict(c.singles.behind)]


def completions_of(row: list[Any], counted: Counted, fronted: Fronted) -> Completions:
    name, classes, rules, before, behind = row
    read = (
        Rule(
            id,
            tuple(Element(*e) for e in before),
            tuple(Element(*e) for e in after),
            frozenset([_USES[use] for use in uses]),
            tuple(barred),
            Where(where) if where else None,
            proposed,
            line,
        )
        for id, before, after, uses, barred, where, proposed, line in rules
    )
    return Completions(tuple(read), {key: tuple(words) for key, words in classes.items()}, name, counted, fronted, Singles(before, behind))


def _form_row(form: Iterable[Element]) -> list[list[Any]]:
    return [[e.text, e.is_class, e.supplied] for e in form]

"""What the compiled bank keeps, as plain lists that JSON can hold, and back: phrases, dated wordings, the table of completions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from typing import Any

from msgspec import json

from generator.bank.formulations import Formulation, FormulationKind
from generator.bank.phrase import Evidence, Kind, Layer, Nature, Phrase, Position, Status
from generator.bank.slots import slots_of
from generator.chinese.counted import Counted
from generator.chinese.forms import Element, Rule, Use
from generator.chinese.fronted import Fronted
from generator.chinese.naming import Naming, Trait
from generator.chinese.notes import Completions
from generator.chinese.singles import Singles
from generator.report import Move, Role


def written(value: Any) -> str:
    """``value`` as the database keeps it."""
    return json.encode(value).decode()


def phrase_row(p: Phrase) -> list[Any]:
    return [
        p.text, p.kind, p.nature, p.move, p.topic, p.position, p.level, sorted(p.roles), p.words, p.beside, p.acts, p.licence, p.support, p.units,
        p.count, [[e.report, e.line] for e in p.evidence], p.since, p.until, p.reason, p.status, p.layer, p.variants, p.fillers,
        p.by_statement,
    ]  # fmt: skip


def phrase_of(row: list[Any]) -> Phrase:
    (
        text, kind, nature, move, topic, position, level, roles, words, beside, acts, licence, support, units, count, evidence, since, until, reason,
        status, layer, variants, fillers, by_statement,
    ) = row  # fmt: skip
    return Phrase(
        text, _KINDS[kind], _NATURES[nature], _MOVES.get(move), topic, _POSITIONS.get(position), level, frozenset([_ROLES[role] for role in roles]),
        slots_of(text, topic) if "{" in text else (), tuple(words), tuple(map(tuple, beside)), tuple(map(tuple, acts)),
        tuple(map(tuple, licence)), support, units, count, tuple([Evidence(*seen) for seen in evidence]), since and tuple(since),
        until and tuple(until), reason, _STATUSES[status], _LAYERS[layer], tuple(variants), tuple(fillers), by_statement,
    )  # fmt: skip


# By value: looking up a member costs a tenth of calling its class.
_KINDS = {str(m): m for m in Kind}
_NATURES = {str(m): m for m in Nature}
_MOVES = {str(m): m for m in Move}
_ROLES = {str(m): m for m in Role}
_POSITIONS = {str(m): m for m in Position}
_STATUSES = {str(m): m for m in Status}
_LAYERS = {str(m): m for m in Layer}
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
    return [naming.start, {trait: dict(weights) for trait, weights in naming.weights.items()}, sorted(naming.verbs)]


def naming_of(row: list[Any]) -> Naming:
    start, weights, verbs = row
    return Naming(start, {Trait(trait): found for trait, found in weights.items()}, frozenset(verbs))


def completions_row(c: Completions) -> list[Any]:
    """The table but for the learned weights."""
    rules = [[r.id, _form_row(r.before), _form_row(r.after), sorted(r.uses), r.barred, r.proposed, r.leading, r.line] for r in c.rules]
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
            proposed,
            leading,
            line,
        )
        for id, before, after, uses, barred, proposed, leading, line in rules
    )
    return Completions(tuple(read), {key: tuple(words) for key, words in classes.items()}, name, counted, fronted, Singles(before, behind))


def _form_row(form: Iterable[Element]) -> list[list[Any]]:
    return [[e.text, e.is_class, e.supplied] for e in form]

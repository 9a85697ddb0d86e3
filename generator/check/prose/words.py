"""The word lists that rules read: ``phrasebank/检查/*.yaml``, held to the shapes of ``lists``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from generator.check.prose.entries import (
    Body,
    Confused,
    Counted,
    Dated,
    Day,
    FixedSet,
    Frame,
    Handled,
    Idiom,
    Linked,
    Measured,
    Misheard,
    Moved,
    Plan,
    Promised,
    Ranked,
    Rate,
    Residue,
    Slot,
    Sounded,
    Swap,
    Tangle,
    Uncounted,
    Worn,
)
from generator.check.prose.lists import FILES, WordList
from generator.check.prose.vetting import faults_of
from generator.declared import Given, read
from generator.problems import Faults, Place, Problem, Source
from generator.yamlfile import rows


class Words(Struct, frozen=True):
    """All lists, each in the order of its file."""

    sets: tuple[FixedSet, ...] = ()
    swaps: tuple[Swap, ...] = ()
    redundant: tuple[Swap, ...] = ()
    tangles: tuple[Tangle, ...] = ()
    measured: tuple[Measured, ...] = ()
    misheard: tuple[Misheard, ...] = ()
    ranked: tuple[Ranked, ...] = ()
    worn: tuple[Worn, ...] = ()
    rates: tuple[Rate, ...] = ()
    handled: tuple[Handled, ...] = ()
    overlapping: tuple[str, ...] = ()
    unbounded: tuple[str, ...] = ()
    happened: tuple[Dated, ...] = ()
    plans: tuple[Plan, ...] = ()
    idioms: tuple[Idiom, ...] = ()
    moved: tuple[Moved, ...] = ()
    left: tuple[str, ...] = ()
    chosen: tuple[Handled, ...] = ()
    counted: tuple[Counted, ...] = ()
    promised: tuple[Promised, ...] = ()
    days: tuple[Day, ...] = ()
    phrases: tuple[Idiom, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    number_lost: tuple[tuple[str, tuple[str, ...]], ...] = ()
    slots: tuple[Slot, ...] = ()
    documents: tuple[Idiom, ...] = ()
    confused: tuple[Confused, ...] = ()
    frames: tuple[Frame, ...] = ()
    linked: tuple[Linked, ...] = ()
    hollow: tuple[str, ...] = ()
    sounded: tuple[Sounded, ...] = ()
    paired: tuple[tuple[str, ...], ...] = ()
    residue: tuple[Residue, ...] = ()
    usual: tuple[tuple[str, ...], ...] = ()
    sounded_at_ends: tuple[Sounded, ...] = ()
    homophones: tuple[str, ...] = ()
    lookalikes: tuple[tuple[str, str], ...] = ()
    troubles: tuple[str, ...] = ()
    progress: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exhaustive: tuple[tuple[str, ...], ...] = ()
    customary: tuple[tuple[str, ...], ...] = ()
    bodies: tuple[Body, ...] = ()


def load_words(sources: Mapping[str, Source]) -> Words:
    """The lists of ``sources``, by the name of their file. A list that is not there is empty.

    Raises ``Faults`` with every fault of every file: misfits of shape, empty values, and entries that can never match.
    """
    problems: list[Problem] = []
    found: dict[str, tuple[Any, ...]] = {}
    for name, source in sources.items():
        if name not in FILES:
            problems.append(Problem(Place(source.name), "unknown-list", f"没有“{name}”这种词表", "可用：" + "、".join(FILES)))
            continue
        found[FILES[name].field] = tuple(_entries(FILES[name], source, problems))
    if problems:
        raise Faults(problems)
    return Words(**found)


def _entries(listed: WordList, source: Source, problems: list[Problem]) -> Iterator[Any]:
    for node in rows(source):
        row: Given | None = read(node, listed.shape, problems)
        faults = [] if row is None else list(faults_of(row))
        problems.extend(faults)
        if row is not None and not faults and all(key.name in row for key in listed.shape.required):
            yield listed.entry(row)

"""A bank of all its layers, compiled."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from itertools import chain
from pathlib import Path

from generator import cache
from generator.bank.bank import Bank, layered
from generator.bank.compiled import CompiledBank
from generator.cli.shelf.compiled import compiled_name, stamp
from generator.cli.shelf.ledgers import ledger
from generator.cli.shelf.phrases import SHIPPED, parts
from generator.cli.shelf.uncollected import uncollected
from generator.cli.shelf.wordlists import bearings, completions, formulations, naming, tables, topics, words


def bank(own: Iterable[Path] = ()) -> Bank:
    """The shipped layers and the user's own on top, as the user's ledgers decided, from the compiled form in the user's cache, which is made anew
    where a file of the bank has changed. Raises ``Faults`` with the faults of every file."""
    folders = tuple(own)
    return CompiledBank(cache.opened(compiled_name(folders), stamp(folders), lambda database: _compile(database, folders)))


def _compile(database: sqlite3.Connection, folders: tuple[Path, ...]) -> None:
    from generator.bank.compiling import compile_bank, compile_like

    with uncollected():
        read = parts(folders)
        decided = ledger(folders)
        layers = [[e.phrase for part in layer for e in part.entries] for layer in read]
        applied = map(decided.applied, layers) if decided.decisions else layers
        made = layered(applied, topics(folders), tables(folders), words(folders), completions(), formulations(), naming(), bearings())
        shipped = cache.known(compiled_name(()), stamp(())) if folders else None
        if shipped is None:
            compile_bank(database, made, chain.from_iterable(read))
        else:
            with closing(shipped):
                compile_like(database, layered(layers[:SHIPPED]), shipped, made, chain.from_iterable(read))

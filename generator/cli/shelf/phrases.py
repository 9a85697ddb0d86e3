"""The phrase files of every layer, shipped and the user's, read in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator import cache
from generator.bank.phrase import Layer
from generator.bank.words import WORDS
from generator.cli.shelf import stock
from generator.cli.shelf.compiled import compiled_name
from generator.cli.shelf.kept import file_stamp
from generator.cli.shelf.ledgers import LEDGER
from generator.cli.shelf.uncollected import uncollected
from generator.cli.shelf.wordlists import ACTS, COMMON, SITUATIONS, THINGS, THRESHOLD, TOPICS
from generator.files import read_text
from generator.problems import Faults, Problem, Source, gathered

if TYPE_CHECKING:  # drafting need not wait for what reads the bank's own files
    from generator.bank.compiling import Part
    from generator.bank.files import Entry

_LAYERS = {"mined": Layer.MINED, "curated": Layer.CURATED}
SHIPPED = len(_LAYERS)
"""How many of the layers, the first ones, are the shipped ones."""
_NO_PHRASES = (TOPICS, LEDGER, ACTS, THINGS, COMMON, SITUATIONS, THRESHOLD, WORDS)
"""The files of a bank's folder that hold something else."""
_Place = tuple[list[Path], Layer, Callable[[Path], Source]]


def layers_of(own: Iterable[Path] = (), shipped: bool = True) -> list[list[Entry]]:
    """The entries of the shipped layers, in order, and of the folders ``own`` on top, each with its place. Raises ``Faults`` as ``bank`` does."""
    return [[e for part in layer for e in part.entries] for layer in parts(tuple(own), shipped)]


def parts(folders: tuple[Path, ...], shipped: bool = True) -> list[list[Part]]:
    """The phrase files of every layer, in order. One that did not change since it was compiled is not parsed again; without ``shipped``, those of
    ``folders`` alone. Raises ``Faults`` with the faults of every file."""
    problems: list[Problem] = []
    found: list[list[Part]] = []
    with uncollected(), _compiled_before(folders) as before:
        for paths, layer, reader in _places(folders, shipped):
            found.append([])
            for path in paths:
                with gathered(problems):
                    found[-1].append(before(path) or _parsed(path, layer, reader))
    if problems:
        raise Faults(problems)
    return found


@contextmanager
def _compiled_before(folders: tuple[Path, ...]) -> Iterator[Callable[[Path], Part | None]]:
    """Tells what was compiled of a file as it is now, with these folders or with none; nothing where that is not known."""
    from generator.bank.compiling import taken_over

    with ExitStack() as opened:
        databases = [opened.enter_context(closing(d)) for f in dict.fromkeys((folders, ())) if (d := cache.earlier(compiled_name(f)))]

        def before(path: Path) -> Part | None:
            for database in databases:
                with suppress(sqlite3.Error, ValueError, TypeError, KeyError):  # damaged, or of an earlier version
                    if (found := taken_over(database, str(path), file_stamp(path))) is not None:
                        return found
            return None

        yield before


def _parsed(path: Path, layer: Layer, reader: Callable[[Path], Source]) -> Part:
    from generator.bank.compiling import Part

    stamp, source = file_stamp(path), reader(path)
    return Part(str(path), stamp, source.name, _entries(source, layer))


def _places(own: tuple[Path, ...], shipped: bool = True) -> Iterator[_Place]:
    """The phrase files of every layer in order, the layer, and how its files are read."""
    from generator.cli.fileset import ready  # drafting with the compiled bank writes none

    home = stock.home("phrasebank")
    if shipped:
        yield from ((_phrase_files(home / name), layer, stock.source) for name, layer in _LAYERS.items())
    for folder in own:
        ready(folder)
        parts = {folder / name: layer for name, layer in _LAYERS.items() if (folder / name).is_dir()} or {folder: Layer.USER}
        yield from ((_phrase_files(part), layer, read_text) for part, layer in parts.items())


def _phrase_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.yaml")) if path.name not in _NO_PHRASES]


def _entries(source: Source, layer: Layer) -> list[Entry]:
    """The entries of one file; what mining wrote is of the mined layer wherever it lies."""
    from generator.bank.files import is_mined, load_entries

    return load_entries(source, Layer.MINED if is_mined(source.text) else layer)

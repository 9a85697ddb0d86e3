"""The compiled form of a bank in the user's cache: what it is called, what it depends on, and whether it is at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from generator import cache
from generator.bank.compiled import CompiledBank
from generator.cli.shelf import stock
from generator.cli.shelf.kept import digest, folder_stamp
from generator.printable import encoded


def compiled_name(folders: Sequence[Path]) -> str:
    """What the compiled bank of ``folders`` is called in the cache."""
    homes = "\0".join(str(folder.resolve()) for folder in (stock.home("phrasebank"), *folders))
    return f"用语库-{digest(homes)}"


def stamp(folders: Sequence[Path]) -> str:
    """All that the compiled bank of ``folders`` depends on, file by file."""
    homes = (stock.home("phrasebank"), *folders)
    return hashlib.blake2s(encoded("\0".join(folder_stamp(home, ".yaml") for home in homes))).hexdigest()


def ready() -> CompiledBank | None:
    """The shipped bank where its compiled form is at hand. Who asks for one of its tables alone need not have it made."""
    database = cache.known(compiled_name(()), stamp(()))
    return CompiledBank(database) if database is not None else None

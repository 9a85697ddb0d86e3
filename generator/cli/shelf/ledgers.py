"""What readers decided about wordings, for the shipped bank and for the user's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.shelf import stock
from generator.cli.shelf.kept import digest, file_stamp, kept
from generator.files import read_text

if TYPE_CHECKING:  # looking into the bank need not wait for what reads its own files
    from generator.bank.ledger import Ledger

LEDGER = "审阅.yaml"


def ledger(own: Iterable[Path] = ()) -> Ledger:
    """What the ledgers in the folders ``own`` decided, later folders on top."""
    from generator.bank.ledger import combined, load_ledger

    return combined([load_ledger(read_text(folder / LEDGER)) for folder in own if (folder / LEDGER).is_file()])


def shipped_ledger() -> Ledger:
    """What was decided for the shipped bank. It speaks to mining only: the curated layer was written in its knowledge."""
    path = stock.home("phrasebank") / LEDGER
    return _shipped_ledger(path, file_stamp(path))


@lru_cache(maxsize=1)
def _shipped_ledger(path: Path, _stamp: str) -> Ledger:
    from generator.bank.ledger import ledger_of, ledger_plain, load_ledger

    return ledger_of(kept(f"审阅-{digest(str(path.resolve()))}", [path], lambda: ledger_plain(load_ledger(stock.source(path)))))

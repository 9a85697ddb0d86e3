"""Options that several commands of ``nigao bank`` share, and the terminal they print to."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from generator.bank.phrase import Kind

BANKS = click.option(
    "--bank", "banks", type=click.Path(path_type=Path, exists=True, file_okay=False), multiple=True, envvar="NIGAO_BANK", metavar="文件夹",
    help="自己的用语库；默认用当前文件夹里的“用语库”",
)  # fmt: skip
KIND = click.option("--kind", type=click.Choice([str(k) for k in Kind]), metavar="|".join(Kind), help="只要这一类")
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


def width() -> int:
    """Columns of the terminal."""
    return shutil.get_terminal_size((80, 24)).columns

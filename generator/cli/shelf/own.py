"""The user's own, beside the facts file: what its folders are called, and which banks are meant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

USER_BANK = "用语库"
OWN_TEMPLATES = "文种"
USER_STYLES = "版式"


def own_banks(facts_path: Path, named: Iterable[Path]) -> tuple[Path, ...]:
    """The user's layers: the folders named, else 用语库 beside the facts file where there is one."""
    beside = facts_path.parent / USER_BANK
    return tuple(named) or ((beside,) if beside.is_dir() else ())


def named_banks(named: Iterable[Path]) -> tuple[Path, ...]:
    """The user's layers where there is no facts file: the folders named, else 用语库 in the working folder."""
    return own_banks(Path(), named)

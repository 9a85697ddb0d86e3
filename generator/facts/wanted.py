"""What a 文种 asks of its facts file."""

from __future__ import annotations

from msgspec import Struct


class Wanted(Struct, frozen=True):
    """``lists`` are those of 做法, 问题, 打算 that the 文种 uses, ``needs`` the keys beyond the required ones; ``first_person``: a person reports."""

    kind: str
    lists: frozenset[str]
    needs: tuple[str, ...] = ()
    first_person: bool = False

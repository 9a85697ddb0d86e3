"""Patterns that are compiled when they are first used: a run meets few of those that its modules name, and compiling one takes longer than reading
the module it stands in.

A command may lend what earlier runs made of them (``lend``); ``cli.kept_patterns`` keeps that in the user's cache.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Compiler = Callable[[str, int], re.Pattern[str]]
_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")
_lent: list[Compiler] = []


class _Late:
    """Stands for a pattern; from its first use on its methods are those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = int(flags)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        made = compiled(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(pattern, flags)``, put off. A fault in ``pattern`` shows at its first use; a test uses every one."""
    made: Any = _Late(pattern, flags)
    return made  # type: ignore[no-any-return]


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(pattern, flags)``, by whatever a command lends for it."""
    return _lent[-1](pattern, int(flags)) if _lent else re.compile(pattern, flags)


def lend(compiler: Compiler | None) -> None:
    """Has patterns compiled by ``compiler`` from now on, or as usual."""
    _lent[:] = [compiler] if compiler is not None else []

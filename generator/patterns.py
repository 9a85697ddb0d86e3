"""Patterns that are compiled when they are first used, and once: a run meets few of those that its modules name, and compiling one takes longer than
reading the module it stands in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")


class _Late:
    """Stands for a pattern; from its first use on its methods are those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        made = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(pattern, flags)``, put off. A fault in ``pattern`` shows at its first use; a test uses every one."""
    made: Any = _Late(pattern, flags)
    return made  # type: ignore[no-any-return]


@cache
def worded(pattern: str) -> re.Pattern[str]:
    """``re.compile(pattern)`` of what is put together from a table of words, kept. Tables make thousands of patterns, each held against every passage
    of every file; ``re`` itself keeps 512, and compiles again what it dropped."""
    return re.compile(pattern)

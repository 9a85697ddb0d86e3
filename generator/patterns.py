"""Patterns that are compiled when they are first used, and once: a run meets few of those that its modules name, and compiling one takes longer than
reading the module it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

_IN_VAIN: dict[str, Callable[..., Any]] = {
    "match": lambda *_: None,
    "fullmatch": lambda *_: None,
    "search": lambda *_: None,
    "finditer": lambda *_: iter(()),
    "findall": lambda *_: [],
    "split": lambda text, *_: [text],
    "sub": lambda _by, text, *_: text,
    "subn": lambda _by, text, *_: (text, 0),
}
"""What the methods of a pattern answer where it is not found."""


class _Late:
    """Stands for a pattern; from its first use on its methods are those of the compiled one. Where a text holds none of the words ``holding`` one of
    which every match holds, there is nothing to be found in it, and no use for the pattern."""

    def __init__(self, pattern: str, flags: int, holding: tuple[str, ...]) -> None:
        self.pattern = pattern
        self.flags = flags
        self.holding = holding

    def __getattr__(self, name: str) -> Any:
        if name not in _IN_VAIN:
            raise AttributeError(name)
        return partial(self._unless_in_vain, name) if self.holding else getattr(self._compiled(), name)

    def _unless_in_vain(self, name: str, *given: Any) -> Any:
        """The answer of that method to what is ``given``: a text, behind a replacement where it replaces."""
        if not any(map(given[name.startswith("sub")].__contains__, self.holding)):
            return _IN_VAIN[name](*given)
        return getattr(self._compiled(), name)(*given)

    def _compiled(self) -> re.Pattern[str]:
        made = re.compile(self.pattern, self.flags)
        for method in _IN_VAIN:
            setattr(self, method, getattr(made, method))
        return made


def late(pattern: str, flags: int = 0, *, holding: Iterable[str] = ()) -> re.Pattern[str]:
    """``re.compile(pattern, flags)``, put off until it is held against a text, with ``holding`` against one that holds one of these words: every
    match must. A fault in ``pattern`` shows at its first use; a test uses every one, and looks for a match without any of its words."""
    made: Any = _Late(pattern, flags, tuple(holding))
    return made  # type: ignore[no-any-return]


@cache
def worded(pattern: str) -> re.Pattern[str]:
    """``re.compile(pattern)`` of what is put together from a table of words, kept. Tables make thousands of patterns, each held against every passage
    of every file; ``re`` itself keeps 512, and compiles again what it dropped."""
    return re.compile(pattern)

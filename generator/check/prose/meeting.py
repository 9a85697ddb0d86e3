"""Where words meet: the last character of one and the first of the next are no slip of a third."""

from __future__ import annotations

from functools import cache


@cache
def known(rows: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """All words of ``rows``."""
    return frozenset(word for row in rows for word in row)


def meet(text: str, start: int, end: int, words: frozenset[str]) -> bool:
    """Whether what stands from ``start`` to ``end`` begins with the end of one of ``words`` and ends as another begins (上报消防: 报消)."""
    return text[max(0, start - 1) : start + 1] in words and text[end - 1 : end + 1] in words


def own_word(text: str, start: int, said: str, strange: int, words: frozenset[str]) -> bool:
    """Whether the character ``strange`` of ``said``, four characters at ``start``, makes one of ``words``: with its half (履职履责, as 尽责), or
    with what stands beside ``said`` (冲锋在一线)."""
    half = said[:2] if strange < 2 else said[2:]
    before, behind = text[max(0, start - 1) : start + 1], text[start + 3 : start + 5]
    return half in words or (strange == 0 and before in words) or (strange == 3 and behind in words)

"""The codes of rules, as people give them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems import Place, Problem, nearest


def unknown_rule(place: Place, code: str, known: Iterable[str]) -> Problem:
    """What is said of a ``code``, given at ``place``, that no rule has."""
    near = nearest(code, known)
    hint = f"是不是 {near}？" if near else "用 nigao check --rules 看有哪些规则"
    return Problem(place, "unknown-rule", f"没有“{code}”这条规则", hint)

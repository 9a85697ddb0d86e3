"""What became of a file that was set anew, in words: what was put right, what was done besides, what was left, what a person must mend."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.check.layout import RULES
from generator.check.remark import of_layout
from generator.check.rules.forms import NOT_OFFICIAL
from generator.problems import Problem
from generator.typeset.typeset import Typeset

_SHOWN = 6
"""Paragraphs named of those that one thing was done to."""


def told(made: Typeset, target: str) -> Iterator[str]:
    """The rows of the account of what was written as ``target``."""
    foreign = [problem for problem in made.after if problem.code == NOT_OFFICIAL]
    wrong = [problem for problem in made.after if problem.code != NOT_OFFICIAL]
    if made.before == made.after and not made.account.deeds:
        yield "已经合乎版式，没有要改的" if not wrong else "版式已经排好"
    elif foreign:
        yield f"{foreign[0].message}；排是照公文的样子排的"
    elif made.before or made.after:
        yield f"版式问题：排以前 {len(made.before)} 处，排以后 {len(made.after)} 处"
    mended = _mended(made)
    if mended:
        yield f"改好了：{'；'.join(mended)}"
    for deed, numbers in made.account.deeds.items():
        yield f"{deed}：{_places(numbers, deed.unit)}"
    yield from map(str, made.account.left)
    if wrong:
        yield "要人改的："
        yield from map(str, of_layout(replace(problem, place=replace(problem.place, path=target)) for problem in wrong))


def _mended(made: Typeset) -> list[str]:
    """What the rules ask for that found something before and find nothing now."""
    still = {problem.code for problem in made.after}
    return [rule.about for rule in RULES if rule.code not in still and _found(rule.code, made.before)]


def _found(code: str, problems: tuple[Problem, ...]) -> bool:
    return any(problem.code == code for problem in problems)


def _places(numbers: list[int], unit: str) -> str:
    """How often, and where, so far as that is known."""
    named = [str(n) for n in dict.fromkeys(numbers) if n]
    where = f"（第 {'、'.join(named[:_SHOWN])}{' 等' if len(named) > _SHOWN else ''} {unit}）" if named else ""
    return f"{len(numbers)} 处{where}"

"""What checking has to say: one remark, whichever rule it comes from, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import astuple, replace

from generator.check.layout import RULES
from generator.check.rule import Authority
from generator.problems import Place, Problem, Severity


class Remark(Struct, frozen=True):
    """``fault`` is what is wrong at ``place``, ``mend`` what to do, ``authority`` the text the rule rests on.

    ``where`` are the heads above, ``excerpt`` the text around, ``quoted`` the characters meant; ``instead`` is what a machine may print in their
    place, None where that takes understanding. ``clause`` is where in the authority, told each time where it is short.
    """

    place: Place
    code: str
    fault: str
    mend: str
    level: Authority
    authority: str
    where: str = ""
    excerpt: str = ""
    quoted: str = ""
    instead: str | None = None
    clause: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Remark) and self._said == other._said

    def __lt__(self, other: Remark) -> bool:
        return self._said < other._said

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[object, ...]:
        """All but what may be printed instead."""
        return astuple(replace(self, instead=""))

    @property
    def severity(self) -> Severity:
        return self.level.severity

    def __str__(self) -> str:
        quoted = f"：“{self.excerpt}”" if self.excerpt and self.excerpt.strip("…") not in self.fault else ""
        mend = f"\n    {self.mend}" if self.mend else ""
        basis = f"{self.level} {self.clause}".strip()
        return f"{self.place}: {self.severity}：{self.fault}{quoted}〔{basis}，{self.code}〕{mend}"


def of_layout(problems: Iterable[Problem]) -> list[Remark]:
    """Problems of layout as remarks."""
    rules = {rule.code: rule for rule in RULES}
    return [
        Remark(p.place, p.code, p.message, p.hint, rule.authority, _source(rule.clause), clause=rule.clause)
        for p in problems
        if (rule := rules[p.code])
    ]


def _source(clause: str) -> str:
    """The text that a rule of layout rests on: a clause without a name is one of the standard's."""
    return f"GB/T 9704—2012 {clause}" if re.fullmatch(r"[\d.、 ]+", clause) else clause


def worst(remarks: Iterable[Remark]) -> bool:
    """Whether anything weighs more than a hint."""
    return any(remark.severity is not Severity.HINT for remark in remarks)

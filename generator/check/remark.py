"""What checking has to say: one remark, whichever rule it comes from, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.check.layout import RULES
from generator.check.rule import Authority
from generator.problems import Place, Problem, Severity


@dataclass(frozen=True, order=True, slots=True)
class Remark:
    """``fault`` is what is wrong at ``place``, ``mend`` what to do, ``authority`` the text the rule rests on.

    ``where`` are the heads above, ``excerpt`` the text around, ``quoted`` the characters meant; ``instead`` is what a machine may print in their
    place, None where that takes understanding.
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
    instead: str | None = field(default=None, compare=False)

    @property
    def severity(self) -> Severity:
        return self.level.severity

    def __str__(self) -> str:
        quoted = f"：“{self.excerpt}”" if self.excerpt and self.excerpt.strip("…") not in self.fault else ""
        mend = f"\n    {self.mend}" if self.mend else ""
        return f"{self.place}: {self.severity}：{self.fault}{quoted}〔{self.level}，{self.code}〕{mend}"


def of_layout(problems: Iterable[Problem]) -> list[Remark]:
    """Problems of layout as remarks."""
    rules = {rule.code: rule for rule in RULES}
    return [
        Remark(p.place, p.code, re.sub("〔[^〔〕]*〕$", "", p.message), p.hint, rules[p.code].authority, _source(rules[p.code].clause))
        for p in problems
    ]


def _source(clause: str) -> str:
    """The text that a rule of layout rests on: a clause without a name is one of the standard's."""
    return f"GB/T 9704—2012 {clause}" if re.fullmatch(r"[\d.、 ]+", clause) else clause


def worst(remarks: Iterable[Remark]) -> bool:
    """Whether anything weighs more than a hint."""
    return any(remark.severity is not Severity.HINT for remark in remarks)

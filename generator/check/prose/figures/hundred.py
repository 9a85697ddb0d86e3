"""Shares of one whole: 男占52%，女占49% are more than all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import plainly, sentences_of
from generator.check.prose.figures.sums import CHECK, NUMBERS
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_ONE = r"(?:其中[，:：]?)?(?P<label>[\u4e00-\u9fff]{1,10}?)(?:的)?占(?:比|总数的)?(?:达到?|为)?(?P<value>\d{1,2}(?:\.\d+)?)[%％]"
_SHARE = re.compile(_ONE)
_RUN = re.compile(rf"(?:{re.sub('[?]P<[a-z]+>', '?:', _ONE)}[，、；和]?){{2,}}")
_HUNDRED, _EACH_ROUNDED = Decimal(100), Decimal("0.5")


def _hundred(subject: Subject) -> Iterator[Finding]:
    for passage, start, end in sentences_of(subject.passages):
        for run in _RUN.finditer(passage.text, start, end):
            shares = list(_SHARE.finditer(passage.text, run.start(), run.end()))
            total = sum((Decimal(m["value"]) for m in shares), Decimal(0))
            slack = _EACH_ROUNDED * len(shares) if all("." not in m["value"] for m in shares) and len(shares) > 2 else Decimal("0.1") * len(shares)
            if abs(total - _HUNDRED) > slack and _are_all(subject, [m["label"] for m in shares]):
                yield at(passage, run.start(), shares[-1].end(), f"几类占的百分比相加是{plainly(total)}%", CHECK)


def _are_all(subject: Subject, labels: Sequence[str]) -> bool:
    """Whether ``labels`` name the kinds that a whole falls into, each once."""
    return any(len(row) == len(labels) and all(any(kind in label for label in labels) for kind in row) for row in subject.words.exhaustive)


RULES = (
    Rule(
        "shares-sum",
        "几类占的百分比相加是100%",
        Authority.PRACTICE,
        ACCURATE,
        _hundred,
        Example("参会代表中男性占52%，女性占49%。"),
        Example("参会代表中男性占52%，女性占48%，女性占48%、党员占60%。"),
        NUMBERS,
    ),
)

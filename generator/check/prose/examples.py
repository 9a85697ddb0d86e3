"""The example of a rule as the subject it is run on; rules that do not find their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.bank.formulations import Formulation
from generator.check.prose.rule import Example, Rule
from generator.check.prose.subject import Given, Owed, Subject
from generator.check.prose.words import Words
from generator.reading.text import read_text
from generator.report import Report

_AROUND = "云州市水务局工作总结\n工作平稳。\n一、主要做法\n{}\n二、下一步打算\n继续推进。"


def report_of(text: str, name: str = "例子") -> Report:
    """What ``text`` holds; of one line, a paragraph of 做法."""
    return read_text(name, text if "\n" in text else _AROUND.format(text))[0]


def subject_of(example: Example, words: Words, formulations: tuple[Formulation, ...]) -> Subject:
    """The subject that ``example`` stands for."""
    return Subject(
        report_of(example.text),
        words,
        formulations,
        example.period,
        owed=Owed(tuple(Given(f) for f in example.facts), example.facts, post=example.post) if example.facts or example.post else None,
        last=report_of(example.last) if example.last else None,
        past=(report_of(example.past, "2024_工作总结"),) if example.past else (),
        order=(example.order,) if example.order else (),
    )


def idle(rules: Sequence[Rule], words: Words, formulations: tuple[Formulation, ...]) -> Iterator[Rule]:
    """The rules that, with these lists, find nothing even in what they are to catch: they can never match."""
    return (rule for rule in rules if not any(True for _ in rule.applied(subject_of(rule.catches, words, formulations))))

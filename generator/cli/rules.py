"""``nigao check --rules`` and ``--explain``: which rules there are, and what one of them asks for."""

from __future__ import annotations

from collections.abc import Iterator

import click

from generator.check.codes import unknown_rule
from generator.check.layout import RULES as LAYOUT
from generator.check.prose.examples import idle
from generator.check.prose.rule import Example, Rule
from generator.check.prose.table import RULES as PROSE
from generator.check.rule import Rule as LayoutRule
from generator.cli import shelf
from generator.cli.cards import table
from generator.cli.options import width
from generator.problems import Faults, Place


def codes() -> list[str]:
    """The codes of all rules."""
    return [*(rule.code for rule in PROSE), *(rule.code for rule in LAYOUT)]


def check_codes(given: tuple[str, ...], option: str) -> None:
    """Raises ``Faults`` for every code of ``given``, an option's values, that no rule has."""
    faults = [unknown_rule(Place(option), code, codes()) for code in given if code not in codes()]
    if faults:
        raise Faults(faults)


def list_rules() -> None:
    """All rules in a table; those that can find nothing with the word lists there are, below it."""
    rows = [(r.code, str(r.level) + (f" 要给{'、'.join(r.needs)}" if r.needs else ""), r.about) for r in PROSE]
    click.echo(table(("规则", "依据", "要求"), [*rows, *((r.code, r.basis, r.about) for r in LAYOUT)], width()))
    for rule in idle(PROSE, shelf.check_words(), shelf.formulations()):
        click.echo(f"{rule.code}: 注意：这条规则连自己的例子都查不出，多半是 phrasebank/检查 里的词表删空了", err=True)


def explain(code: str) -> None:
    """One rule: what it asks for, what it rests on, where it applies, an example of each kind."""
    check_codes((code,), "--explain")
    prose = [pair for rule in PROSE if rule.code == code for pair in _prose(rule)]
    layout = [pair for rule in LAYOUT if rule.code == code for pair in _layout(rule)]
    click.echo("\n".join(f"{key}：{value}" for key, value in prose or layout if value))


def _prose(rule: Rule) -> Iterator[tuple[str, str]]:
    yield from (("规则", rule.code), ("要求", rule.about), ("级别", str(rule.level)), ("依据", rule.authority), ("范围", str(rule.scope)))
    yield "要给", "、".join(rule.needs)
    yield from (("查得出", _shown(rule.catches)), ("不算错", _shown(rule.spares)))


def _layout(rule: LayoutRule) -> Iterator[tuple[str, str]]:
    yield from (("规则", rule.code), ("要求", rule.about), ("级别", str(rule.authority)), ("依据", rule.basis), ("范围", "Word 文件的版式"))


def _shown(example: Example) -> str:
    parts = [example.text.replace("\n", " ↵ ")]
    parts += [f"〔事实表：{'；'.join(example.facts)}〕" if example.facts else "", f"〔去年：{example.last}〕" if example.last else ""]
    parts += [f"〔往年：{example.past}〕" if example.past else "", f"〔次序：{'、'.join(example.order)}〕" if example.order else ""]
    if example.period:
        (year, month), (last_year, last) = example.period
        parts.append(f"〔时段：{year}年{month}月至{last_year}年{last}月〕")
    return "".join(parts)

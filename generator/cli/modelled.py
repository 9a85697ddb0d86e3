"""``nigao new`` after the archive: the 板块 and facts that offices of the nearest trade write of, or an office or reports that the clerk names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from generator.bank.bank import Bank, layered
from generator.bank.offices import Office, Offices
from generator.cli import reports, shelf
from generator.facts.scaffold import About, scaffold, usual_sides
from generator.facts.sides import Side, side_of, sides_of
from generator.facts.spelt import spelt
from generator.facts.wanted import Wanted
from generator.patterns import late
from generator.problems import Faults, Place, Problem, did_you_mean

_NO_TRADE = "用语库里没有相近的行当，列的是各行各业都写的。--trade 里多写几个做的事，或用 --like 照一份报告列"
_SEVERAL = late("[，,、；; ]")
"""What parts the things that an office does; the first is its 业务, the others only help to find its trade."""


class _Model(NamedTuple):
    """The offices that show the way, the nearest first, and the bank that knows what they say."""

    offices: tuple[Office, ...]
    bank: Bank


def _of_trade(unit: str, trade: str, bank: Bank) -> tuple[Office, ...]:
    """The offices nearest to what an office does or, where that tells of none, to its name: 某某中心 may do anything."""
    return bank.offices.nearest(trade) or bank.offices.nearest(unit)


def modelled(wanted: Wanted, bank: Bank, unit: str, trade: str, like: Sequence[str], topics: str) -> str:
    """The text of a new facts file for the office called ``unit`` in a ``trade``, after the offices or reports that it is ``like``. Raises ``Faults``
    where there are none of that name."""
    model = _like(like, bank) if like else _Model(_of_trade(unit, trade, bank), bank)
    if model.offices:
        click.echo(f"照 {'、'.join(office.name for office in model.offices)} 列出", err=True)
    elif trade or unit:
        click.echo(_NO_TRADE, err=True)
    about = About(_value(unit), _value(_SEVERAL.split(trade.strip())[0]), model.offices)
    return scaffold(wanted, bank, _sides(wanted, bank, model, topics), about)


def _like(named: Sequence[str], bank: Bank) -> _Model:
    """The offices of the bank, or the reports, that ``named`` are. Raises ``Faults`` with every name that is neither."""
    paths = [Path(name) for name in named if Path(name).exists()]
    names = [name for name in named if not Path(name).exists()]
    found = [bank.offices.named(name) for name in names]
    problems = [_unknown(name, bank.offices) for name, office in zip(names, found, strict=True) if office is None]
    if problems:
        raise Faults(problems)
    offices = tuple(office for office in found if office is not None)
    if not paths:
        return _Model(offices, bank)
    own, told = _mined(paths, bank)
    return _Model((own, *offices), layered([bank.phrases.values(), told.phrases.values()], bank.topics, bank.tables, bank.counts))


def _unknown(name: str, archive: Offices) -> Problem:
    offices = [office.name for office in archive.offices]
    hint = did_you_mean(name, offices, "给出报告文件或文件夹；用语库里的单位见 nigao preview --why 的出处")
    return Problem(Place("--like"), "unknown-office", f"没有“{name}”这份报告，用语库里也没有这个单位", hint)


def _mined(paths: Sequence[Path], bank: Bank) -> tuple[Office, Bank]:
    """The reports at ``paths`` as those of one office, and what they say."""
    from generator.mining.distil import mine

    unread: list[Problem] = []
    read = reports.each(reports.given(paths, unread), "读报告", lambda given: given.report(), unread)
    reports.tell(unread)
    reports.require(read, unread)
    phrases = mine([report for _, report in read], bank.topics, shelf.formulations(), tables=bank.tables)
    told = layered([phrases], bank.topics, bank.tables, bank.counts)
    said = {name: lines for office in Offices.of(phrases, told.reader).offices for name, lines in office.reports.items()}
    return Office("、".join(path.name for path in paths), said), told


def _sides(wanted: Wanted, bank: Bank, model: _Model, topics: str) -> tuple[Side, ...]:
    """The 板块: those named, else those of the trade, else those of all trades."""
    named = tuple(dict.fromkeys(filter(None, _SEVERAL.split(topics))))
    for name in named:
        _tell_own(name, bank.topic_names())
    if named:
        return tuple(side_of(bank, name) for name in named)
    return sides_of(model.offices, wanted.kind, model.bank) or usual_sides(bank, wanted)


def _tell_own(name: str, known: Sequence[str]) -> None:
    """A topic of the clerk's own is taken as it is; if it is near one that is known, that is said."""
    if name not in known:
        hint = did_you_mean(name, known, "")
        click.echo(f"“{name}”不是用语库的主题，照你的写了" + (f"；{hint}" if hint else ""), err=True)


def _value(text: str) -> str:
    return spelt(text.strip()) if text.strip() else ""

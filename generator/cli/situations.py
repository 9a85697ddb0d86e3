"""``nigao bank situations``: in which situations a statement is, and what may stand beside it there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from generator.bank.bank import Bank
from generator.bank.phrase import Phrase, Position, Status
from generator.cli import shelf
from generator.cli.cards import table
from generator.cli.chinese import Command
from generator.cli.options import BANKS, width


@click.command(
    cls=Command,
    help="列出各种情形，各有几条用语。给一句话（如 培训业务骨干36人次），说它是哪几种情形，前后能接哪些用语；条头里的字也要看的，加 --head",
)
@click.argument("statement", required=False, metavar="[一句话]")
@click.option("--head", default="", metavar="条头", help="这句话所在要点的条头，如 抓好队伍建设")
@BANKS
def situations(statement: str | None, head: str, banks: tuple[Path, ...]) -> None:
    bank = shelf.bank(shelf.named_banks(banks))
    known = bank.tables.situations.by_name
    tied = [p for p in bank.having() if p.situations and p.status is not Status.REJECTED]
    if statement is None:
        counts = Counter(name for p in tied for name in p.situations)
        click.echo(table(("情形", "用语", "做"), [(name, str(counts[name]), "、".join(s.does)) for name, s in known.items()], width()))
        return
    found = _situations_of(statement, head, bank)
    if not found:
        click.echo("这句话不是表里的哪一种情形；自己的写进 用语库/情形.yaml")
        return
    for name in found:
        click.echo(f"{name}：")
        click.echo("\n".join(f"  {p.position or ''}  {p.text}  {p.layer} {p.id}" for p in _of(name, tied)))


def _situations_of(statement: str, head: str, bank: Bank) -> list[str]:
    there = bank.reader.situations_of((statement,), head)
    return [name for name in bank.tables.situations.by_name if name in there]


def _of(name: str, tied: list[Phrase]) -> list[Phrase]:
    """The phrases that are tied to the situation of that ``name``, openings before aims."""
    return sorted((p for p in tied if name in p.situations), key=lambda p: (p.position is not Position.OPEN, p.text))

"""``nigao bank search``: phrases by their words. It loads nothing that it does not need: it is asked often."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.bank.phrase import Kind, Nature
from generator.bank.search import Hit, Query
from generator.bank.search import search as found_in
from generator.cli import shelf
from generator.cli.chinese import Command
from generator.cli.options import BANKS, KIND
from generator.report import Move


@click.command(cls=Command, help="按词查用语：几个词都要有，次序不论，错一两个字也能找到。")
@click.argument("words", nargs=-1, metavar="[词]…")
@click.option("--topic", default="", metavar="主题", help="只要这个主题")
@click.option("--move", type=click.Choice([str(m) for m in Move]), metavar="|".join(Move), help="只要这个语步")
@click.option("--slot", default="", metavar="槽", help="只要有这种槽的：槽名、类型或量词，如 次数、文件、份")
@click.option("--year", type=click.IntRange(1949, 2999), metavar="年", help="只要这一年能说的")
@KIND
@click.option("--formula", "nature", flag_value="套语", help="只要套语")
@click.option("--claim", "nature", flag_value="事实", help="只要有事实才能写的")
@click.option("-n", "--most", type=click.IntRange(min=1), default=20, metavar="条", help="最多列几条（默认 20）")
@BANKS
def search(
    words: tuple[str, ...], topic: str, move: str | None, slot: str, year: int | None, kind: str | None, nature: str | None, most: int,
    banks: tuple[Path, ...],
) -> None:  # fmt: skip
    words = tuple(" ".join(words).split())
    if not words and not any((topic, move, slot, year, kind, nature)):
        raise click.UsageError("给出要找的词，或一个条件，如 --topic 支部建设")
    query = Query(
        words, topic, Move(move) if move else None, slot, ((year, 1), (year, 12)) if year else None, Kind(kind) if kind else None,
        Nature(nature) if nature else None,
    )  # fmt: skip
    bank = shelf.bank(shelf.named_banks(banks))
    shelf.check_topic(topic, {*bank.topic_names(), *(p.topic for p in bank.phrases.values())})
    hits = found_in(bank.phrases.values(), query)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for hit in hits[:most]:
        click.echo(_line(hit, colour), color=colour)
    if not hits:
        click.echo("没有找到。少给几个词，或去掉条件再找。")
    elif len(hits) > most:
        click.echo(f"共 {len(hits)} 条，还有 {len(hits) - most} 条没有列出，用 -n 多列几条。")


def _line(hit: Hit, colour: bool) -> str:
    p = hit.phrase
    about = "·".join(filter(None, (str(p.kind), str(p.nature), p.topic, str(p.move or ""), f"支持{p.support}" if p.support else str(p.status))))
    return f"{p.id}  {_marked(hit, colour)}　{click.style(f'〔{about}〕', dim=True) if colour else f'〔{about}〕'}"


def _marked(hit: Hit, colour: bool) -> str:
    text, out, at = hit.phrase.text, "", 0
    for start, end in hit.marks:
        found = text[start:end]
        out += text[at:start] + (click.style(found, fg="green", bold=True) if colour else f"【{found}】")
        at = end
    return out + text[at:]

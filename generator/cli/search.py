"""``nigao bank search``: phrases by their words. It loads nothing that it does not need: it is asked often."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.bank.phrase import Kind, Nature
from generator.bank.search import Hit, Query, best
from generator.bank.search import search as found_in
from generator.cli import shelf
from generator.cli.chinese import Command
from generator.cli.console import wants_colour
from generator.cli.options import BANKS, KIND
from generator.report import Move


@click.command(cls=Command, help="按词查用语：几个词都要有，次序不论，错一两个字也能找到。加 --sentences，查往年报告里的整句。")
@click.argument("words", nargs=-1, metavar="[词]… [往年报告]…")
@click.option("--sentences", "whole", is_flag=True, help="不查用语，查往年报告（文件或文件夹）里的整句，注明哪年哪份报告")
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
    words: tuple[str, ...], whole: bool, topic: str, move: str | None, slot: str, year: int | None, kind: str | None, nature: str | None, most: int,
    banks: tuple[Path, ...],
) -> None:  # fmt: skip
    if whole:
        _tell_sentences(words, most)
        return
    words = tuple(" ".join(words).split())
    if not words and not any((topic, move, slot, year, kind, nature)):
        raise click.UsageError("给出要找的词，或一个条件，如 --topic 支部建设")
    query = Query(
        words, topic, Move(move) if move else None, slot, ((year, 1), (year, 12)) if year else None, Kind(kind) if kind else None,
        Nature(nature) if nature else None,
    )  # fmt: skip
    bank = shelf.bank(shelf.named_banks(banks))
    shelf.check_topic(topic, {*bank.topic_names(), *bank.topic_counts()} if topic else ())
    if words:
        hits = best(lambda nearly: bank.holding(words, nearly), query, most)
    else:
        hits = found_in(bank.having(query.kind, query.move, topic, query.nature), query)
    colour = wants_colour()
    for hit in hits[:most]:
        click.echo(_line(hit, colour), color=colour)
    _tell_rest(len(hits), most, counted=not words)


def _tell_sentences(arguments: tuple[str, ...], most: int) -> None:
    from generator.cli.sentences import sentences, split

    words, corpus = split(arguments)
    if not words or not corpus:
        raise click.UsageError("给出要找的词，和往年报告的文件或文件夹，如 nigao bank search --sentences 压实 责任 往年报告/")
    found = sentences(words, corpus)
    colour = wants_colour()
    for text, places in found[:most]:
        click.echo(_painted(text, _spans(text, words), colour), color=colour)
        more = f"　等 {len(places)} 处" if len(places) > 1 else ""
        click.echo(f"    {places[0]}{more}")
    _tell_rest(len(found), most)


def _spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where ``words`` stand in ``text``, longer ones before those within them."""
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    return [m.span() for m in pattern.finditer(text)]


def _tell_rest(found: int, most: int, counted: bool = True) -> None:
    if not found:
        click.echo("没有找到。少给几个词，或去掉条件再找。")
    elif found > most and not counted:
        click.echo(f"列了最合的 {most} 条，还有没列出的，用 -n 多列几条。")
    elif found > most:
        click.echo(f"共 {found} 条，还有 {found - most} 条没有列出，用 -n 多列几条。")


def _line(hit: Hit, colour: bool) -> str:
    p = hit.phrase
    about = "·".join(filter(None, (str(p.kind), str(p.nature), p.topic, str(p.move or ""), f"支持{p.support}" if p.support else str(p.status))))
    return f"{p.id}  {_marked(hit, colour)}　{click.style(f'〔{about}〕', dim=True) if colour else f'〔{about}〕'}"


def _marked(hit: Hit, colour: bool) -> str:
    return _painted(hit.phrase.text, hit.marks, colour)


def _painted(text: str, spans: Iterable[tuple[int, int]], colour: bool) -> str:
    """``text`` with what was found in it in colour, or in brackets."""
    out, at = "", 0
    for start, end in spans:
        found = text[start:end]
        out += text[at:start] + (click.style(found, fg="green", bold=True) if colour else f"【{found}】")
        at = end
    return out + text[at:]

"""``nigao bank`` search, stats, diff: looking into banks."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.bank.bank import Bank, layered
from generator.bank.phrase import Kind, Nature
from generator.bank.search import Hit, Query
from generator.bank.search import search as found_in
from generator.cli import shelf
from generator.cli.cards import padded, table
from generator.cli.chinese import Command
from generator.report import Move

BANKS = click.option(
    "--bank", "banks", type=click.Path(path_type=Path, exists=True, file_okay=False), multiple=True, envvar="NIGAO_BANK", metavar="文件夹",
    help="自己的用语库；默认用当前文件夹里的“用语库”",
)  # fmt: skip
KIND = click.option("--kind", type=click.Choice([str(k) for k in Kind]), metavar="|".join(Kind), help="只要这一类")
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


def width() -> int:
    """Columns of the terminal."""
    return shutil.get_terminal_size((80, 24)).columns


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
    if not words and not any((topic, move, slot, year, kind, nature)):
        raise click.UsageError("给出要找的词，或一个条件，如 --topic 支部建设")
    gc.disable()  # thousands of small objects are made at once, none of them garbage
    query = Query(
        words, topic, Move(move) if move else None, slot, ((year, 1), (year, 12)) if year else None, Kind(kind) if kind else None,
        Nature(nature) if nature else None,
    )  # fmt: skip
    hits = found_in(shelf.bank(shelf.named_banks(banks)).phrases.values(), query)
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


@click.command(cls=Command, help="用语库的账：各类多少条，各主题各语步多少条，哪些主题不够五份稿子各说各的。")
@click.argument("folder", required=False, type=FOLDER, metavar="[文件夹]")
def stats(folder: Path | None) -> None:
    from generator.bank.stats import stats as figures

    bank = _bank(folder) if folder else shelf.bank(shelf.named_banks(()))
    found = figures(bank.phrases.values())
    natures = list(Nature)
    kinds = [(str(k), *(str(found.kinds.get((k, n), 0)) for n in natures), "") for k in Kind]
    click.echo(table(("类", *map(str, natures), ""), kinds, width()))
    topics = bank.topic_names()
    others = sorted({topic for topic, _ in found.cells} - set(topics), key=lambda t: (not t, t))
    moves = [str(m) for m in Move if any(found.cells.get((t, str(m))) for t in (*topics, *others))]
    rows = [(t or "（没有）", *(str(found.cells.get((t, m), 0) or "") for m in moves), str(found.topic(t))) for t in (*topics, *others)]
    click.echo("\n" + table(("主题", *moves, "合计"), [(*row[:-1], row[-1]) for row in rows], width()))
    click.echo("\n" + _bars([(row[0], int(row[-1])) for row in rows]))
    thin = [(t, found.thin(t)) for t in topics]
    click.echo("\n" + (_thin([(t, pools) for t, pools in thin if pools]) or "各主题都够五份稿子各说各的。"))


def _bars(rows: Sequence[tuple[str, int]]) -> str:
    """A bar a row, the longest as wide as the terminal leaves room for."""
    from generator.chinese.width import columns

    names = max((columns(name) for name, _ in rows), default=0)
    most = max((n for _, n in rows), default=0) or 1
    room = max(10, min(60, width() - names - 8))
    return "\n".join(f"{padded(name, names)}  {'█' * max(n > 0, round(n * room / most))} {n}" for name, n in rows)


def _thin(rows: Sequence[tuple[str, Sequence[tuple[str, int]]]]) -> str:
    lines = [f"  {topic}：" + "、".join(f"{pool} {n}" for pool, n in pools) for topic, pools in rows]
    return "\n".join(["不够五份稿子各说各的（每处至少 5 条）：", *lines]) if lines else ""


def _bank(folder: Path) -> Bank:
    layers = shelf.layers_of((folder,), shipped=False)
    return layered(([e.phrase for e in layer] for layer in layers), shelf.topics((folder,)))


@click.command(cls=Command, help="比两个用语库：多了、少了、改了哪些用语。")
@click.argument("before", type=FOLDER, metavar="旧文件夹")
@click.argument("after", type=FOLDER, metavar="新文件夹")
def diff(before: Path, after: Path) -> None:
    from generator.bank.diff import difference

    found = difference(_bank(before).phrases, _bank(after).phrases)
    for p in found.removed:
        click.echo(f"- {p.id} {p.kind} {p.text}")
    for p in found.added:
        click.echo(f"+ {p.id} {p.kind} {p.text}")
    for change in found.changed:
        said = "；".join(f"{name} {was} → {now}" for name, was, now in change.changed)
        click.echo(f"~ {change.phrase.id} {change.phrase.kind} {change.phrase.text}\n    {said}")
    click.echo(f"多 {len(found.added)} 条，少 {len(found.removed)} 条，改 {len(found.changed)} 条")

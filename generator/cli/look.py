"""``nigao bank`` stats, diff: looking into banks as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.bank.bank import Bank, layered
from generator.bank.phrase import Kind, Nature
from generator.bank.stats import POOLS, TOLD, Stats
from generator.bank.stats import stats as figures
from generator.chinese.width import padded
from generator.cli import shelf
from generator.cli.cards import table
from generator.cli.chinese import Command
from generator.cli.options import FOLDER, width
from generator.fit.classes import LIGHT
from generator.report import Move


@click.command(cls=Command, help="用语库的账：各类、各主题各语步多少条，多少套语写明用在哪里，哪几类事不够五份稿子各说各的。")
@click.argument("folder", required=False, type=FOLDER, metavar="[文件夹]")
def stats(folder: Path | None) -> None:
    bank = _bank(folder) if folder else shelf.bank(shelf.named_banks(()))
    if not bank.phrases:
        click.echo("这里没有用语")
        return
    of_word = bank.tables.acts.of_word
    acts_in = {name: {act for word in s.does for act in of_word.get(word, ())} for name, s in bank.tables.situations.by_name.items()}
    found = figures(bank.phrases.values(), acts_in)
    natures = list(Nature)
    kinds = [(str(k), *(str(found.kinds.get((k, n), 0)) for n in natures), "") for k in Kind]
    click.echo(table(("类", *map(str, natures), ""), kinds, width()))
    topics = bank.topic_names()
    others = sorted({topic for topic, _ in found.cells} - set(topics), key=lambda t: (not t, t))
    moves = [str(m) for m in Move if any(found.cells.get((t, str(m))) for t in (*topics, *others))]
    rows = [(t or "（没有）", *(str(found.cells.get((t, m), 0) or "") for m in moves), str(found.topic(t))) for t in (*topics, *others)]
    click.echo("\n" + table(("主题", *moves, "合计"), [(*row[:-1], row[-1]) for row in rows], width()))
    click.echo("\n" + _bars([(row[0], int(row[-1])) for row in rows]))
    click.echo("\n" + table(("套语", "合计", *TOLD, ""), [(*_pool(found, pool.name), "") for pool in POOLS], width()))
    acts = [act for act in bank.tables.acts.members if act != LIGHT]
    thin = [(act, found.thin(act)) for act in acts]
    click.echo("\n" + (_thin([(act, pools) for act, pools in thin if pools]) or "各类事都够五份稿子各说各的。"))


def _pool(found: Stats, name: str) -> tuple[str, ...]:
    """How many formulas a pool holds, and how many of them say where they fit."""
    return (name, str(found.pools.get(name, 0)), *(str(found.told.get((name, told), 0)) for told in TOLD))


def _bars(rows: Sequence[tuple[str, int]]) -> str:
    """A bar a row, the longest as wide as the terminal leaves room for."""
    from generator.chinese.width import columns

    names = max((columns(name) for name, _ in rows), default=0)
    most = max((n for _, n in rows), default=0) or 1
    room = max(10, min(60, width() - names - 8))
    return "\n".join(f"{padded(name, names)}  {'█' * max(n > 0, round(n * room / most))} {n}" for name, n in rows)


def _thin(rows: Sequence[tuple[str, Sequence[tuple[str, int]]]]) -> str:
    lines = [f"  {act}：" + "、".join(f"{pool} {n}" for pool, n in pools) for act, pools in rows]
    return "\n".join(["不够五份稿子各说各的（每处至少 5 条）：", *lines]) if lines else ""


def _bank(folder: Path) -> Bank:
    layers = shelf.layers_of((folder,), shipped=False)
    return layered(([e.phrase for e in layer] for layer in layers), shelf.topics((folder,)), shelf.tables((folder,)))


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

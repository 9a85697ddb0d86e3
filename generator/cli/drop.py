"""``nigao drop``: wording that displeased is written down beside the facts file and never printed again, there or anywhere in the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.cli.append import appended, without_lines
from generator.cli.drafting import BANK, FACTS, SEED, Made, Order, composed, dropped_path, drops, kept
from generator.cli.keep import release
from generator.cli.locks import locked
from generator.cli.named import has_words, nowhere, stands_at, told
from generator.cli.writing import WritingCommand
from generator.compose.dropped import HEAD, Drop, Dropped, dump_drops, load_drops
from generator.compose.kept import Choice
from generator.files import decode, read_bytes, write_over
from generator.problems import Faults, Place, Problem


@click.command(
    cls=WritingCommand,
    help="弃用不中意的措辞，以后起草不再用。写处（如 导语、请示报告、政治建设/小标题），不用那里现在的；写用语的编号，或其中几个字，整篇都不用。"
    "都不写，列出已弃用的。记在 事实表.弃用.yaml。",
)
@FACTS
@click.argument("what", nargs=-1, metavar="[编号|处]…")
@click.option("--undo", is_flag=True, help="这些又可以用了")
@SEED
@BANK
def drop(facts: Path, what: tuple[str, ...], undo: bool, seed: int, banks: tuple[Path, ...]) -> None:
    if not what:
        click.echo("\n".join(map(_told, drops(facts))) or "还没有弃用什么")
    elif undo:
        _take_back(facts, what)
    else:
        order = Order(facts, seed, banks)
        made = composed(order)
        fresh = [d for d in _wanted(made, what) if d not in drops(facts)]
        _release(facts, fresh)
        _add(facts, fresh)
        _show_instead(order, fresh)


def _wanted(made: Made, what: Sequence[str]) -> list[Drop]:
    """What ``what`` names in the draft. Raises ``Faults`` with every name that means nothing there."""
    found = {name: _meant(made, name) for name in what}
    problems = [_unfit(made, name) for name, meant in found.items() if not meant]
    if problems:
        raise Faults(problems)
    return list(dict.fromkeys(d for meant in found.values() for d in meant))


def _meant(made: Made, name: str) -> list[Drop]:
    if name in made.bank.phrases:
        return [Drop(name, None, made.bank.phrases[name].text)]
    standing = [c for c in made.draft.choices if c.phrase]
    placed = [Drop(c.phrase, c.spot, c.wording) for c in standing if stands_at(c, name)]
    return placed or [Drop(c.phrase, None, made.bank.phrases[c.phrase].text) for c in standing if has_words(c.wording, name)]


def _unfit(made: Made, name: str) -> Problem:
    if any(stands_at(c, name) for c in made.draft.choices):
        return Problem(Place(str(made.order.facts)), "nothing-there", f"“{name}”那里现在没有套语", "不用弃用")
    return nowhere(name, made.draft.report, made.draft.choices, made.order.facts, "在事实表或模板里改")


def _release(facts: Path, fresh: Sequence[Drop]) -> None:
    """What is dropped is kept no longer."""
    dropped = Dropped.of(fresh)
    held = [choice for choice in kept(facts).values() if choice.phrase and dropped.forbids(choice.spot, choice.phrase)]
    if held:
        release(facts, held)


def _add(facts: Path, fresh: Sequence[Drop]) -> None:
    """Append what is not dropped yet; what stands in the file stays, comments and order too."""
    path = dropped_path(facts)
    with locked(path):
        known = drops(facts)
        standing = read_bytes(path) if path.exists() else None
        data = appended(str(path), standing or HEAD.encode(), dump_drops(d for d in fresh if d not in known))
        load_drops(decode(str(path), data).source)
        write_over(path, standing, data)
    _tell(fresh, "弃用", path)


def _take_back(facts: Path, what: Sequence[str]) -> None:
    """Takes out the rows that ``what`` names; every other line of the file stays."""
    path = dropped_path(facts)
    with locked(path):
        listed = drops(facts)
        found = {name: [d for d in listed if _names(d, name)] for name in what}
        hint = f"nigao drop {facts} 列出已弃用的"
        problems = [Problem(Place(str(facts)), "not-dropped", f"没有弃用“{name}”", hint) for name, rows in found.items() if not rows]
        if problems:
            raise Faults(problems)
        gone = [d for d in listed if any(d in rows for rows in found.values())]
        without_lines(path, {d.place.line for d in gone})
    _tell(gone, "又可以用", path)


def _names(drop: Drop, name: str) -> bool:
    placed = drop.spot is not None and stands_at(Choice(drop.spot, drop.phrase), name)
    return placed or drop.phrase == name or has_words(drop.wording, name)


def _show_instead(order: Order, fresh: Iterable[Drop]) -> None:
    """What stands now at each place of which something was dropped."""
    spots = {d.spot for d in fresh if d.spot is not None}
    for choice in composed(order).draft.choices if spots else ():
        if choice.spot in spots:
            click.echo(f"现在是 {told(choice)}")


def _tell(listed: Sequence[Drop], done: str, path: Path) -> None:
    for row in listed:
        click.echo(f"{done} {_told(row)}")
    click.echo(f"{done} {len(listed)} 条，已写进 {path}" if listed else "没有变化")


def _told(drop: Drop) -> str:
    where = told(Choice(drop.spot, drop.phrase, drop.wording)) if drop.spot else f"整篇　{drop.wording}"
    return f"{where}（{drop.phrase}）"

"""``nigao keep``: wording that pleased is written down beside the facts file and stands in every draft from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import click

from generator.cli.append import appended
from generator.cli.drafting import BANK, FACTS, SEED, Made, Order, composed, kept, kept_path
from generator.cli.locks import locked
from generator.cli.writing import WritingCommand
from generator.compose.kept import HEAD, Choice, dump_kept, load_kept
from generator.files import decode, read_bytes, write_over
from generator.problems import Faults, Place, Problem, nearest
from generator.report import Report, lines

_SHORTEST_WORDS = 4


@click.command(cls=WritingCommand, help="保留中意的措辞：哪一处、哪一块，或其中几个字。以后换种子重拟，这些照用。不写哪处，列出已保留的。")
@FACTS
@click.argument("what", nargs=-1, metavar="[哪处]…")
@click.option("--drop", is_flag=True, help="不再保留这些")
@SEED
@BANK
def keep(facts: Path, what: tuple[str, ...], drop: bool, seed: int, banks: tuple[Path, ...]) -> None:
    before = kept(facts)
    if not what:
        click.echo("\n".join(map(_told, before.values())) or "还没有保留什么")
    elif drop:
        _drop(facts, _matching(before.values(), what, partial(_not_kept, facts)))
    else:
        _add(facts, _wanted(composed(Order(facts, seed, banks)), what))


def _wanted(made: Made, what: Sequence[str]) -> list[Choice]:
    known = [name for c in made.draft.choices for name in (c.spot.where, c.spot.where.rpartition("/")[2])]
    return _matching(made.draft.choices, what, lambda name: _nowhere(name, made.draft.report, known, made.order.facts))


def _matching(choices: Iterable[Choice], what: Sequence[str], unfit: Callable[[str], Problem]) -> list[Choice]:
    """The choices that ``what`` names. Raises ``Faults``: what ``unfit`` says of every name that fits nothing."""
    listed = list(choices)
    found = {name: [c for c in listed if _fits(c, name)] for name in what}
    problems = [unfit(name) for name, fitting in found.items() if not fitting]
    if problems:
        raise Faults(problems)
    return list(dict.fromkeys(c for fitting in found.values() for c in fitting))


def _fits(choice: Choice, name: str) -> bool:
    """By place, whole or its last name; by a place that holds it; by the phrase's id; by some words of it."""
    where = choice.spot.where
    placed = where == name or where.startswith(f"{name}/") or where.endswith(f"/{name}")
    return placed or choice.phrase == name or (len(name) >= _SHORTEST_WORDS and name in choice.wording)


def _not_kept(facts: Path, name: str) -> Problem:
    return Problem(Place(str(facts)), "not-kept", f"没有保留“{name}”", f"nigao keep {facts} 列出已保留的")


def _nowhere(name: str, report: Report, known: Iterable[str], facts: Path) -> Problem:
    """Why ``name`` fits no choice: the words are the clerk's own or the template's, or there are none such."""
    if len(name) >= _SHORTEST_WORDS and any(name in line.text for line in lines(report)):
        return Problem(Place(str(facts)), "nothing-to-keep", f"“{name}”是事实表或模板里的话，换种子也不变", "不用保留")
    near = nearest(name, known)
    hint = f"是不是“{near}”？" if near else "nigao preview 事实表 --variants 3 列出各处的名字"
    return Problem(Place(str(facts)), "no-place", f"稿子里没有“{name}”这一处，也没有这几个字", hint)


def _add(facts: Path, choices: Sequence[Choice]) -> None:
    """Append what is not kept yet; what stands in the file stays, comments and order too."""
    path = kept_path(facts)
    with locked(path):
        before = kept(facts)
        fresh = [c for c in choices if before.get(c.spot) != c]
        standing = read_bytes(path) if path.exists() else None
        data = appended(str(path), standing or HEAD.encode(), dump_kept(fresh).removeprefix(HEAD))
        load_kept(decode(str(path), data).source)
        write_over(path, standing, data)
    _tell([c for c in fresh if c.phrase], "保留", path)


def _drop(facts: Path, choices: Sequence[Choice]) -> None:
    """Take out the lines of ``choices``; every other line stays as it is."""
    path = kept_path(facts)
    gone = {c.spot for c in choices}
    with locked(path):
        rows = {c.place.line for c in kept(facts).values() if c.spot in gone}
        standing = read_bytes(path)
        lines_left = (line for n, line in enumerate(standing.splitlines(keepends=True), 1) if n not in rows)
        write_over(path, standing, b"".join(lines_left))
    _tell([c for c in choices if c.phrase], "不再保留", path)


def _tell(choices: Sequence[Choice], done: str, path: Path) -> None:
    for choice in choices:
        click.echo(f"{done} {_told(choice)}")
    click.echo(f"{done} {len(choices)} 处，已写进 {path}" if choices else "没有变化")


def _told(choice: Choice) -> str:
    return f"{choice.spot.where}（{choice.spot.stand}）　{choice.wording or '不用套语'}"

"""``nigao keep``: wording that pleased is written down beside the facts file and stands in every draft from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from generator.cli.append import appended, without_lines
from generator.cli.drafting import BANK, FACTS, SEED, Made, Order, composed, kept, kept_path
from generator.cli.locks import locked
from generator.cli.named import has_words, nowhere, stands_at, stands_under, told
from generator.cli.writing import WritingCommand
from generator.compose.draft import Draft
from generator.compose.kept import HEAD, Choice, dump_kept, load_kept
from generator.files import decode, read_bytes, write_over
from generator.problems import Faults, Place, Problem


@click.command(
    cls=WritingCommand,
    help="保留中意的措辞：哪一处、哪一块，或其中几个字。preview --why --all 列着“也合”的，写编号就用上。以后换种子重拟，这些照用。"
    "不写哪处，列出已保留的。",
)
@FACTS
@click.argument("what", nargs=-1, metavar="[哪处]…")
@click.option("--undo", "--drop", "undo", is_flag=True, help="不再保留这些")
@SEED
@BANK
def keep(facts: Path, what: tuple[str, ...], undo: bool, seed: int, banks: tuple[Path, ...]) -> None:
    before = kept(facts)
    if not what:
        click.echo("\n".join(map(told, before.values())) or "还没有保留什么")
    elif undo:
        release(facts, _matching(before.values(), what, partial(_not_kept, facts)))
    else:
        _add(facts, _wanted(composed(Order(facts, seed, banks)), what))


def _wanted(made: Made, what: Sequence[str]) -> list[Choice]:
    """The choices of the draft that ``what`` names, and the wording that would fit at a place of it and is not printed, where that is named."""
    choices, offered = made.draft.choices, _offered(made.draft)
    taken = [name for name in what if name in offered and not any(_fits(c, name) for c in choices)]
    printed = [name for name in what if name not in taken]
    found = _matching(choices, printed, lambda name: nowhere(name, made.draft.report, choices, made.order.facts, "不用保留"))
    return [*found, *map(offered.__getitem__, taken)]


def _offered(draft: Draft) -> Mapping[str, Choice]:
    """What may stand at a place of the draft, by its id and by its words: at the first place where it may."""
    named: dict[str, Choice] = {}
    for spot, sought in draft.sought.items():
        for c in sought.standing:
            choice = Choice(spot, c.phrase.id, c.text)
            named.setdefault(c.phrase.id, choice)
            named.setdefault(c.text, choice)
    return named


def _matching(choices: Iterable[Choice], what: Sequence[str], unfit: Callable[[str], Problem]) -> list[Choice]:
    """The choices that ``what`` names. Raises ``Faults``: what ``unfit`` says of every name that fits nothing."""
    listed = list(choices)
    found = {name: [c for c in listed if _fits(c, name)] for name in what}
    problems = [unfit(name) for name, fitting in found.items() if not fitting]
    if problems:
        raise Faults(problems)
    return list(dict.fromkeys(c for fitting in found.values() for c in fitting))


def _fits(choice: Choice, name: str) -> bool:
    return stands_at(choice, name) or stands_under(choice, name) or choice.phrase == name or has_words(choice.wording, name)


def _not_kept(facts: Path, name: str) -> Problem:
    return Problem(Place(str(facts)), "not-kept", f"没有保留“{name}”", f"nigao keep {facts} 列出已保留的")


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


def release(facts: Path, choices: Sequence[Choice]) -> None:
    """Keeps ``choices`` no longer: their lines are taken out of the file, every other line stays as it is."""
    path = kept_path(facts)
    gone = {c.spot for c in choices}
    with locked(path):
        without_lines(path, {c.place.line for c in kept(facts).values() if c.spot in gone})
    _tell([c for c in choices if c.phrase], "不再保留", path)


def _tell(choices: Sequence[Choice], done: str, path: Path) -> None:
    for choice in choices:
        click.echo(f"{done} {told(choice)}")
    click.echo(f"{done} {len(choices)} 处，已写进 {path}" if choices else "没有变化")

"""From an order on the command line to a draft: facts, template, banks, what is kept, and what earlier reports said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.bank.bank import Bank
from generator.cli import shelf
from generator.cli.shelf.factsfile import DROPPED_SUFFIX, KEPT_SUFFIX
from generator.compose.draft import Draft, compose
from generator.compose.dropped import Drop, Dropped, load_drops
from generator.compose.kept import Kept, load_kept
from generator.compose.past import NOTHING_PAST, Past
from generator.facts.dates import day_of
from generator.facts.model import Facts
from generator.files import Encoding, read_text
from generator.printed import lines
from generator.problems import Problem
from generator.report import plain

FACTS = click.argument("facts", type=click.Path(path_type=Path), metavar="事实表")
SEED = click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=False, metavar="数", help="换一个数，换一种措辞；同一个数，同一份稿（默认 0）"
)
BANK = click.option(
    "--bank", "banks", type=click.Path(path_type=Path, exists=True, file_okay=False), multiple=True, envvar="NIGAO_BANK", metavar="文件夹",
    help="自己的用语库，叠在自带的上面；默认用事实表旁边的“用语库”文件夹",
)  # fmt: skip
AGAINST = click.option(
    "--against", type=click.Path(path_type=Path, exists=True), multiple=True, metavar="往年稿子",
    help="避开本单位往年稿子里的说法（文件或文件夹，可给多个），避不开的、自己照抄的都指出来",
)  # fmt: skip
SUGGEST = click.option("--suggest", is_flag=True, help="每一块后面列出同类报告通常还写、这里没写的事，标〔待核〕，供核实补充")
REVIEWED = click.option("--reviewed", is_flag=True, help="只用审过的用语：挖出来还没有人看过的，一条也不印")
AIMS = click.option("--aims", is_flag=True, help="这种情形下合得上的目的和起句也写进去；不加只在 preview --why --all 里列着，供挑选")
VARIANTS = click.option("--variants", type=click.IntRange(min=2, max=20), metavar="几种", help="从 --seed 起，换几种措辞")


class Order(Struct, frozen=True):
    """How a draft is ordered: the facts file, the seed, the user's banks, earlier reports to keep away from, whether to suggest,
    whether to leave out what nobody has read, whether to print the bank's aims for situations."""

    facts: Path
    seed: int = 0
    banks: tuple[Path, ...] = ()
    against: tuple[Path, ...] = ()
    suggest: bool = False
    reviewed: bool = False
    aims: bool = False


class Made(Struct, frozen=True):
    """What came of an order."""

    order: Order
    facts: Facts
    draft: Draft
    bank: Bank


F = TypeVar("F", bound=Callable[..., Any])


def takes_order(command: F) -> F:
    """A command that takes an ``order`` in place of the arguments and options that make one."""

    @wraps(command)
    def ordered(
        facts: Path, seed: int, banks: tuple[Path, ...], against: tuple[Path, ...], suggest: bool, reviewed: bool, aims: bool, **rest: Any
    ) -> Any:
        return command(order=Order(facts, seed, banks, against, suggest, reviewed, aims), **rest)

    made: Any = ordered
    for option in (AIMS, REVIEWED, SUGGEST, AGAINST, BANK, SEED, FACTS):
        made = option(made)
    found: F = made
    return found


def composed(order: Order) -> Made:
    """The draft that was ordered."""
    return drafted(order, [order.seed])[0]


def drafted(order: Order, seeds: Iterable[int]) -> list[Made]:
    """One draft for every seed. What is kept beside the facts file stands in all of them."""
    given, encoding = shelf.facts(order.facts)
    if encoding is not Encoding.UTF8:
        click.echo(f"{order.facts} 按 {encoding} 读入", err=True)
    bank = shelf.bank(shelf.own_banks(order.facts, order.banks))
    template = shelf.template(given.kind, order.facts.parent)
    held, shunned, past = kept(order.facts), Dropped.of(drops(order.facts)), _past(order, given)

    def one(seed: int) -> Made:
        draft = compose(
            given, template, bank, seed=seed, kept=held, dropped=shunned, past=past, formulations=bank.formulations, suggest=order.suggest,
            reviewed=order.reviewed, aims=order.aims,
        )  # fmt: skip
        return Made(replace(order, seed=seed), given, draft, bank)

    return [one(seed) for seed in seeds]


def created(given: Facts) -> datetime:
    """The date the report bears, so that the same facts give the same bytes; the epoch of zip files where it bears none."""
    day = day_of(plain(given.date)) or _EPOCH
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


_EPOCH = date(1980, 1, 1)


def kept_path(facts: Path) -> Path:
    """The file of what is kept, beside the facts file."""
    return facts.parent / f"{facts.stem}{KEPT_SUFFIX}"


def kept(facts: Path) -> Kept:
    path = kept_path(facts)
    return load_kept(read_text(path)) if path.is_file() else {}


def dropped_path(facts: Path) -> Path:
    """The file of what is not to be printed again, beside the facts file."""
    return facts.parent / f"{facts.stem}{DROPPED_SUFFIX}"


def drops(facts: Path) -> tuple[Drop, ...]:
    path = dropped_path(facts)
    return load_drops(read_text(path)) if path.is_file() else ()


def _past(order: Order, given: Facts) -> Past:
    if not order.against:
        return NOTHING_PAST
    from generator.cli import reports

    unread: list[Problem] = []
    read = reports.each(reports.given(order.against, unread), "读往年稿子", lambda file: file.report(), unread)
    reports.require(read, unread)
    reports.tell(unread)
    names = (plain(words) for words in (given.unit.full, given.unit.short, given.unit.party, *given.themes))
    return Past.of(("\n".join(line.text for line in lines(r)) for _, r in read), (*(f.text for f in shelf.formulations()), *names))

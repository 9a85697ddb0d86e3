"""``nigao bank mine`` and ``nigao bank forget``: evidence beside the bank, and the bank distilled from it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import partial
from pathlib import Path

import click

from generator.bank.ledger import load_ledger
from generator.bank.stored import store_phrases
from generator.bank.words import WORDS, dump_words
from generator.cli import again, reports, shelf
from generator.cli.chinese import Command
from generator.cli.engine import ENGINE, engine
from generator.cli.evidence import EVIDENCE, earlier, is_shipped, opened
from generator.cli.fileset import settle
from generator.cli.locks import locked
from generator.cli.progress import counted, doing
from generator.cli.renew import renew
from generator.cli.reports import Given
from generator.files import read_text, resource_dir
from generator.mining import store
from generator.mining.store import Kept, Stored
from generator.problems import Faults, Place, Problem, did_you_mean, fault
from generator.work import Run, in_turn

_SAVED_EVERY = 1.0
"""Seconds of gathering that a run which is broken off may have done for nothing."""
_OUTPUT = click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="文件夹", help="用语写到哪个文件夹")
_LEDGER = click.option(
    "--ledger", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
    help="审过的决定；默认用自带的，上面叠“用语库”和目标文件夹里的 审阅.yaml",
)  # fmt: skip
_FORCE = click.option("--force", is_flag=True, help="目标文件夹里的同名文件不是本命令写的，也覆盖")


@click.command(
    cls=Command,
    help="从过去的报告里挖用语，写成一组 YAML 供人审阅。语料是 .txt、.docx（装了 LibreOffice 还可以是 .doc、.wps、.pdf）文件，或装着它们的文件夹。"
    "每份报告的凭据留在目标文件夹的 .凭据.sqlite 里：以后只给新报告，旧的仍然算数，结果与一次全挖一字不差。自带的用语库不留凭据，每次从头挖。",
)
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="语料…")
@_OUTPUT
@click.option("--only", is_flag=True, help="只留这次给的报告：从前挖过、这次没有给的，一概去掉")
@_LEDGER
@_FORCE
@ENGINE
def mine(corpus: tuple[Path, ...], output: Path, only: bool, ledger: Path | None, force: bool, on: str, scheduler: str) -> None:
    with reports.tolerant() as unread, engine(on, scheduler) as run:
        _mine(corpus, output, only, ledger, force, run, unread)


def _mine(corpus: Sequence[Path], output: Path, only: bool, ledger: Path | None, force: bool, run: Run, unread: list[Problem]) -> None:
    files: dict[str, Given] = {}
    names: dict[str, str] = {}
    for given in reports.given(corpus, unread):
        name = given.name
        key = store.file_key(name, given.data)
        files[key], names[key] = given, name
    with locked(output):
        settle(output)
        said, told = _said_before(names, output, only, ledger, force) or _mined(files, names, output, only, ledger, force, run, unread)
    click.echo(said)
    if told:
        click.echo(told, err=True)


def _said_before(names: Mapping[str, str], output: Path, only: bool, ledger: Path | None, force: bool) -> tuple[str, str] | None:
    return again.said_before(output, _stamp(names, output, only, ledger, force))


def _mined(
    files: dict[str, Given], names: Mapping[str, str], output: Path, only: bool, ledger: Path | None, force: bool, run: Run, unread: list[Problem]
) -> tuple[str, str]:
    """Mines ``files``, by their ``names``, into ``output``; what is to be said of it, and on stderr. They are forgotten when they are read: a hundred
    thousand take as much memory as all that is made of them."""
    with opened(output) as database:
        for key in [key for key, part in store.known(database).items() if key in files and part.current]:
            del files[key]
        _gather(files, database, run, unread)
        files.clear()
        known = store.known(database)
        mined = [key for key in names if key in known and known[key].current]
        reports.require(mined, unread)
        others = {} if only else {key: part.name for key, part in known.items() if key not in names and part.counts}
        del known
        count = _distilled(output, database, {*mined, *others}, ledger, force, run)
    said = f"读了 {len(mined)} 份报告，挖出 {count} 条用语，写在 {output}"
    told = _kept({*names.values()}, list(others.values())) if others else ""
    if not unread:
        again.remember(output, _stamp(names, output, only, ledger, force), said, told)
    return said, told


def _gather(files: Mapping[str, Given], database: sqlite3.Connection, run: Run, unread: list[Problem]) -> None:
    """Keeps the evidence of ``files``, every now and then for good: a run that is broken off has not worked for nothing."""
    due = time.monotonic() + _SAVED_EVERY
    for key, (part, problems) in zip(files, counted(run(gathered, None, files.values()), len(files), "读报告"), strict=True):
        if part is None:
            unread.extend(problems)
            continue
        _check_engine(part)
        reports.tell_odd(problems)
        store.keep(database, key, part)
        if time.monotonic() > due:
            database.commit()
            due = time.monotonic() + _SAVED_EVERY


def gathered(_: None, given: Given) -> tuple[Stored | None, list[Problem]]:
    """The evidence of one file and what is odd about it; None and what is wrong where it cannot be read."""
    try:
        report, odd = given.read()
        return store.gathered(report), odd
    except Faults as faults:
        return None, list(faults.problems)


def _check_engine(part: Stored) -> None:
    if part.rules != store.rules():
        hint = "在工作进程那里装上同一个版本"
        raise Faults([Problem(Place("--engine"), "other-version", "工作进程用的 nigao 和这里的不是一个版本", hint)])


def _stamp(names: Mapping[str, str], output: Path, only: bool, ledger: Path | None, force: bool) -> str:
    """What a run rests on, the bank as it stands among it."""
    own = shelf.named_banks(())
    order = (str(output), only, force, sorted(names.items()), list(map(str, own)))
    return again.stamp(order, (resource_dir("phrasebank"), *own, output), [ledger] if ledger else [])


def _kept(given: set[str], others: Sequence[str]) -> str:
    """What the bank holds of reports not given now; one that goes by the name of a given one may be its older version."""
    older = sorted(given & set(others))
    doubt = f"；其中 {'、'.join(older)} 与这次给的同名不同文，改过的话旧的也还算数" if older else ""
    return f"从前挖过的 {len(others)} 份这次没有给，照样算数{doubt}（不要了用 nigao bank forget，或加 --only）"


@click.command(cls=Command, help="忘掉挖过的报告：撤掉它的凭据，用语库里它的支持随之减去。报告写文件或报告名；文件已经删了，写报告名。")
@click.argument("names", nargs=-1, required=True, metavar="报告…")
@_OUTPUT
@_LEDGER
@_FORCE
def forget(names: tuple[str, ...], output: Path, ledger: Path | None, force: bool) -> None:
    with locked(output):
        settle(output)
        with opened(output) as database:
            before = {key: part for key, part in store.known(database).items() if part.counts}
            gone = _named(names, before, output)
            count = _distilled(output, database, before.keys() - gone, ledger, force, in_turn)
    click.echo(f"忘掉 {len(gone)} 份报告，还有 {len(before) - len(gone)} 份，{count} 条用语，写在 {output}")


def _named(names: Sequence[str], known: Mapping[str, Kept], output: Path) -> set[str]:
    """The keys of the evidence that ``names`` mean: of a file its bytes' own, else of every report of that name."""
    gone: set[str] = set()
    problems: list[Problem] = []
    for name in names:
        path = Path(name)
        exact = store.file_key(path.stem, path.read_bytes()) if path.is_file() else ""
        meant = {exact} & known.keys() or {key for key, part in known.items() if part.name in (name, path.stem)}
        gone |= meant
        if not meant:
            hint = did_you_mean(path.stem, {part.name for part in known.values()}, "挖过的报告见用语的“出处”")
            problems.append(Problem(Place(name), "unknown-report", f"{output} 里没有这份报告的凭据", hint))
    if problems:
        raise Faults(problems)
    return gone


# --- the folder -------------------------------------------------------------------------------------------------------------------------


def _distilled(output: Path, database: sqlite3.Connection, keys: Set[str], ledger: Path | None, force: bool, run: Run) -> int:
    """Writes the bank that the evidence of ``keys`` supports, and has that evidence alone count; how many phrases there are."""
    from generator.mining.distil import distilled, words_of

    _check_rules(output, [part for key, part in store.known(database).items() if key in keys])
    store.settle(database, keys)
    own = tuple({folder.resolve(): folder for folder in (*shelf.named_banks(()), output)}.values())
    decided = load_ledger(read_text(ledger)) if ledger else shelf.shipped_ledger() + shelf.ledger(own)
    archive = store.Rows(database)
    with doing("炼用语"):
        phrases = distilled(
            archive, shelf.topics(own), shelf.formulations(), decided, shelf.tables(own), _known_words(output), all_kept=False, run=run,
            track=lambda found, of: counted(found, of, "炼用语"),
        )  # fmt: skip
        texts = store_phrases(phrases)
    files = {name: partial(texts.__getitem__, name) for name in texts}
    words = {WORDS: lambda: dump_words(words_of(archive))} if keys else {}
    renew(output, files | words, None if is_shipped(output) else database.commit, force, earlier(output))
    return sum(text.count("\n") for text in texts.values())


def _known_words(output: Path) -> dict[str, int]:
    """The words that the shipped archive knows; none where it is the shipped bank itself that is mined, whose words are those of its reports."""
    return {} if is_shipped(output) else shelf.words()


def _check_rules(output: Path, parts: Iterable[Kept]) -> None:
    old = sorted(part.name for part in parts if not part.current)
    if old:
        message = f"有 {len(old)} 份报告是用旧规则挖的：{'、'.join(old)}"
        raise fault(output / EVIDENCE, "old-rules", message, "连同这些报告再挖一次；报告不在了，先用 nigao bank forget 忘掉")

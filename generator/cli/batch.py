"""``nigao batch``: many facts files, or a table of units × facts, to as many drafts."""

from __future__ import annotations

import csv
import hashlib
import os
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from io import StringIO
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from generator import __version__
from generator.cli import shelf
from generator.cli.chinese import Command
from generator.cli.drafting import AIMS, BANK, SEED, kept_path
from generator.cli.engine import ENGINE, is_spread
from generator.cli.looks import REFERENCE, STYLE
from generator.cli.ours import digest
from generator.cli.progress import counted
from generator.cli.record import Entry, Record
from generator.cli.table import TABLES, new_table, units_of_table
from generator.cli.workshop import Done, Job, Shop, Worker, spread, workers
from generator.files import make_folder, read_bytes, resource_dir, write_new
from generator.limits import PROBLEMS_SHOWN
from generator.printable import encoded, spelled
from generator.problems import Faults, Place, Problem, fault
from generator.render.formats import TEXT_FORMATS

LIST, FAILURES = "清单.csv", "没有写成.txt"
_FAILURES_HEAD = "nigao batch 没有写成的：\n"
_WAVE = 8
"""Drafts made at once, on however many processes, so that their number changes no wording."""
_LATELY = 8
"""Drafts whose wording the next ones keep away from: a place has some ten wordings, which are used up by then and come again."""
_FEW = 4
"""Drafts for which a process more is not worth its start."""
_SUFFIXES = {"docx": ".docx", "md": ".md", "text": ".txt", "json": ".json"}


@click.command(
    cls=Command,
    help="成批起草：一个文件夹的事实表，或一张一行一个单位的表，一份一份写成稿子。中断了重来，写好而没变的不再写。有没写成的，退出码是 1。",
)
@click.argument("source", required=False, type=click.Path(path_type=Path, exists=True), metavar="[文件夹|表.xlsx|表.csv]")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="文件夹|表", help="稿子写到哪个文件夹；--sheet 时是表写到哪里"
)
@click.option("--sheet", metavar="文种|事实表.yaml", help="不起草，写一张空表来填（.xlsx 或 .csv）：列按这个文种常写的事实，或按这张事实表里的")
@click.option(
    "--format", "form", type=click.Choice(["docx", *TEXT_FORMATS]), default="docx", metavar="docx|md|text|json", help="稿子的格式，默认 docx"
)
@click.option("--jobs", type=click.IntRange(min=1, max=64), metavar="数", help="同时几个进程；默认看机器")
@SEED
@BANK
@AIMS
@STYLE
@REFERENCE
@click.option("--force", is_flag=True, help="不是本工具写的、或写后又改过的稿子，也覆盖")
@ENGINE
@click.pass_context
def batch(
    ctx: click.Context, source: Path | None, output: Path, sheet: str | None, form: str, jobs: int | None, seed: int, banks: tuple[Path, ...],
    aims: bool, look: str, reference: Path | None, force: bool, on: str, scheduler: str,
) -> None:  # fmt: skip
    if (source is None) is (sheet is None):
        raise click.UsageError("给出装着事实表的文件夹或一张表来起草，或用 --sheet 写一张空表")
    if sheet is not None:
        write_new(output, new_table(sheet, output, banks), force=force)
        click.echo(f"已写成 {output}")
        return
    if source is not None:
        make_folder(output)
        beside = source if source.is_dir() else source.parent
        shop = Shop(beside, shelf.own_banks(beside / "表", banks), seed, form, look, reference, force, aims)
        given = list(_given(source, output, _SUFFIXES[form]))
        with spread(shop, on, scheduler) if is_spread(on, scheduler) else workers(shop, jobs or _processes(len(given))) as crew:
            code = _run(shop, given, output, crew)
        ctx.exit(code)


def _processes(jobs: int) -> int:
    return min(os.cpu_count() or 1, -(-jobs // _FEW))


class _Given(Struct, frozen=True):
    """A job, what kept it from being one, and how faults of its facts file are placed where its maker sees them."""

    job: Job
    faults: tuple[Problem, ...] = ()
    at_home: Callable[[Problem], Problem] = lambda problem: problem


def _given(source: Path, output: Path, suffix: str) -> Iterator[_Given]:
    if source.is_dir():
        yield from _of_folder(source, output, suffix)
        return
    if source.suffix.lower() not in TABLES:
        raise fault(source, "not-a-table", "不是文件夹，也不是 .xlsx、.csv 表", "一份事实表用 nigao draft 起草")
    for unit in units_of_table(source, output):
        yield _Given(Job(unit.name, unit.facts, output / f"{unit.name}{suffix}"), unit.faults, unit.at_home)


def _of_folder(source: Path, output: Path, suffix: str) -> Iterator[_Given]:
    """The facts files of a folder; drafts of two that differ in their suffix alone would have one name."""
    taken: dict[str, Path] = {}
    shelf.tell_deeper(source)
    for path in shelf.facts_files(source):
        first = taken.setdefault(path.stem.casefold(), path)
        fault = Problem(Place(str(path)), "same-name", f"和 {first.name} 会写成同一份稿子", "改其中一个的文件名")
        yield _Given(Job(spelled(path.stem), path, output / f"{path.stem}{suffix}"), () if first == path else (fault,))


def _run(shop: Shop, given: Sequence[_Given], output: Path, crew: Worker) -> int:
    """Draft what is to be drafted, and tell what came of it. The exit code."""
    if not given:
        raise fault(shop.beside, "no-facts", "这个文件夹里没有事实表（.yaml）", "把事实表放进去，或给出一张表")
    record = Record(output)
    outcomes = list(counted(_outcomes(shop, given, record, crew), len(given), "起草"))
    failed = [(g, o) for g, o in zip(given, outcomes, strict=True) if isinstance(o, Done)]
    _keep_list(output / LIST, given, outcomes, record)
    _keep_failures(output / FAILURES, failed)
    drafts = [g.job.name for g, o in zip(given, outcomes, strict=True) if not isinstance(o, Done)]
    _tell(outcomes, record.common_share(drafts) if len(drafts) > 1 else None)
    if failed:
        shown = [str(g.at_home(problem)) for g, o in failed for problem in o.faults]
        click.echo("\n".join(shown[:PROBLEMS_SHOWN]), err=True)
        click.echo(f"没有写成的都列在 {output / FAILURES}，改好后重来一遍，只写剩下的。", err=True)
    return 1 if failed else 0


def _tell(outcomes: Sequence[_Outcome | Done], share: float | None) -> None:
    """How many came to what, and how far the drafts say the same."""
    counts = Counter("没有写成" if isinstance(outcome, Done) else str(outcome) for outcome in outcomes)
    click.echo("，".join(f"{name} {counts[name]} 份" for name in (*map(str, _Outcome), "没有写成") if counts[name]))
    if share is not None:
        click.echo(f"任取两份，套语的分句平均有 {share:.0%} 相同")


class _Outcome(StrEnum):
    """What came of a draft that did not fail."""

    WRITTEN = "写成"
    SAME = "没变"
    EDITED = "有人改过、留着"


def _outcomes(shop: Shop, given: Sequence[_Given], record: Record, crew: Worker) -> Iterator[_Outcome | Done]:
    """What comes of each, in order, wave by wave: those of a wave keep away from the wording of those before them."""
    setting = _setting(shop)
    for start in range(0, len(given), _WAVE):
        wave = [(_judged(g, setting, record, shop.force), g) for g in given[start : start + _WAVE]]
        lately = [g.job.name for g in given[max(0, start - _LATELY) : start]]
        past = [clause for name in lately if name in record.entries for clause in record.entries[name].wording]
        made = crew([judged for judged, _ in wave if isinstance(judged, Job)], past)
        for judged, g in wave:
            yield _remembered(next(made), _made_from(setting, g.job), record) if isinstance(judged, Job) else judged


def _judged(given: _Given, setting: str, record: Record, force: bool) -> Job | _Outcome | Done:
    """What is to be done: a job, or nothing because it failed before, is there unchanged, or was edited and would come out as it did then."""
    job = given.job
    if given.faults:
        return Done(job, faults=given.faults)
    try:
        made_from = _made_from(setting, job)
        there = digest(read_bytes(job.target)) if job.target.is_file() else ""
    except Faults as faults:
        return Done(job, faults=faults.problems)
    entry = record.entries.get(job.name)
    if entry is None or entry.made_from != made_from or not there or force:
        return replace(job, before=entry.digest if entry is not None else "")
    return _Outcome.SAME if there == entry.digest else _Outcome.EDITED


def _remembered(done: Done, made_from: str, record: Record) -> _Outcome | Done:
    if done.faults:
        return done
    record.add(done.job.name, Entry.of(done, made_from))
    return _Outcome.WRITTEN


def _setting(shop: Shop) -> str:
    """A digest of all that the drafts have in common: the tool, its data, the user's own, what was asked for."""
    own = [shop.beside / name for name in (shelf.OWN_TEMPLATES, shelf.USER_STYLES)]
    named = [path for path in (Path(shop.style), shop.reference) if path is not None and path.is_file()]
    whole = hashlib.sha256(repr((__version__, shop.seed, shop.form, shop.style)).encode())
    for folder in (resource_dir("templates"), resource_dir("phrasebank"), *shop.banks, *own, *named):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if path.is_file():
                whole.update(encoded(f"{path.name}\0") + hashlib.sha256(read_bytes(path)).digest())
    return whole.hexdigest()


def _made_from(setting: str, job: Job) -> str:
    kept = kept_path(job.facts)
    return digest(b"\0".join((setting.encode(), os.fsencode(job.facts), read_bytes(job.facts), read_bytes(kept) if kept.is_file() else b"")))


# --- what is told in files -----------------------------------------------------------------------------------------------------------------


def _keep_list(path: Path, given: Sequence[_Given], outcomes: Sequence[_Outcome | Done], record: Record) -> None:
    """A row a draft: what came of it, how long it is, what it lacks."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(_LIST_HEAD)
    for g, outcome in zip(given, outcomes, strict=True):
        entry = record.entries.get(g.job.name)
        figures = (entry.characters, entry.blanks, entry.remarks) if entry is not None and not isinstance(outcome, Done) else ("", "", "")
        rows.writerow((g.job.name, "没有写成" if isinstance(outcome, Done) else outcome, *figures))
    write_new(path, BOM_UTF8 + encoded(out.getvalue()), may_replace=lambda old: old.decode("utf-8-sig", "replace").startswith(",".join(_LIST_HEAD)))


_LIST_HEAD = ("稿子", "结果", "字数", "空缺", "提示")


def _keep_failures(path: Path, failed: Sequence[tuple[_Given, Done]]) -> None:
    """The faults of every facts file that came to nothing; no file where all came to something."""
    if failed:
        rows = [f"{g.job.name}\n" + "\n".join(str(g.at_home(problem)) for problem in done.faults) for g, done in failed]
        write_new(path, encoded(_FAILURES_HEAD + "\n\n".join(rows) + "\n"), may_replace=_is_failures)
    elif path.is_file() and _is_failures(read_bytes(path)):
        path.unlink()


def _is_failures(old: bytes) -> bool:
    return old.startswith(_FAILURES_HEAD.encode())

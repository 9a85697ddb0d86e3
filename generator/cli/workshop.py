"""Drafting many facts files with one set of banks, templates and looks, in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import wait
from pathlib import Path

from msgspec import Struct

from generator.bank.bank import Bank
from generator.chinese.punctuation import clauses
from generator.cli import shelf
from generator.cli.drafting import Made, Order, created, drops, kept
from generator.cli.engine import engine
from generator.cli.looks import Look, chosen_look
from generator.cli.ours import digest
from generator.compose.account import blanks, length
from generator.compose.draft import Draft, compose
from generator.compose.dropped import Dropped
from generator.compose.past import Past
from generator.facts.model import Facts
from generator.files import write_new
from generator.printable import encoded
from generator.printed import lines
from generator.problems import Faults, Place, Problem
from generator.render.formats import TEXT_FORMATS
from generator.report import OriginKind, Report, plain
from generator.template.model import Template

_SHORTEST = 4
"""Characters of a clause that counts as wording; shorter ones are 一是 and the like."""


class Shop(Struct, frozen=True):
    """What is the same for all: the user's banks, the folder of their own templates and looks, seed, format, style, whether to print aims."""

    beside: Path
    banks: tuple[Path, ...] = ()
    seed: int = 0
    form: str = "docx"
    style: str = ""
    reference: Path | None = None
    force: bool = False
    aims: bool = False


class Job(Struct, frozen=True):
    """One facts file and where its draft goes; ``before`` is the digest of what was written there last time."""

    name: str
    facts: Path
    target: Path
    before: str = ""


class Done(Struct, frozen=True):
    """What came of a job: the digest of the draft, its wording clause by clause, its length and blanks; or the ``faults`` that stopped it."""

    job: Job
    digest: str = ""
    wording: tuple[str, ...] = ()
    characters: int = 0
    blanks: int = 0
    remarks: int = 0
    faults: tuple[Problem, ...] = ()


def work(shop: Shop, job: Job, past: Sequence[str]) -> Done:
    """The draft of ``job``, written; ``past`` is wording that others of the batch have used lately."""
    try:
        given, _ = shelf.facts(job.facts)
        draft = _composed(shop, given, job, past)
        data = _rendered(shop, given, draft)
        write_new(job.target, data, may_replace=_may_replace(shop, job), force=shop.force)
    except Faults as faults:
        return Done(job, faults=faults.problems)
    except Exception as error:  # a fault of the tool's own costs one draft, not the others
        message = f"起草时出了没有料到的错：{type(error).__name__} {error}"
        return Done(job, faults=(Problem(Place(str(job.facts)), "unexpected", message, "用 nigao draft 单独起草看看，并告诉开发的人"),))
    report = draft.report
    remarks = sum(p.code != "blank" for p in draft.problems)
    return Done(job, digest(data), tuple(_wording(report)), length(report), len(blanks(report)), remarks)


def _composed(shop: Shop, given: Facts, job: Job, past: Sequence[str]) -> Draft:
    template, bank = _template(given.kind, shop.beside), _bank(shop.banks)
    names = (plain(words) for words in (given.unit.full, given.unit.short, given.unit.party, *given.themes))
    said = Past.of(past, (*(f.text for f in bank.formulations), *names))
    shunned = Dropped.of(drops(job.facts))
    return compose(
        given, template, bank, seed=shop.seed, kept=kept(job.facts), dropped=shunned, past=said, formulations=bank.formulations, aims=shop.aims
    )


def made_in(shop: Shop, order: Order) -> Made:
    """The draft that was ordered, of what the shop has at hand; the user's own bank, templates and looks are looked at again if they changed."""
    _refresh(shop)
    given, _ = shelf.facts(order.facts)
    template, bank = _template(given.kind, shop.beside), _bank(shop.banks)
    draft = compose(
        given, template, bank, seed=shop.seed, kept=kept(order.facts), dropped=Dropped.of(drops(order.facts)), formulations=bank.formulations,
        suggest=order.suggest, reviewed=order.reviewed, aims=order.aims,
    )  # fmt: skip
    return Made(order, given, draft, bank)


def _refresh(shop: Shop) -> None:
    """Forget what was made from files that are no longer what they were."""
    own = (*shop.banks, shop.beside / shelf.OWN_TEMPLATES, shop.beside / shelf.USER_STYLES)
    seen = tuple((str(path), path.stat().st_mtime_ns) for folder in own if folder.is_dir() for path in sorted(folder.rglob("*")))
    if _SEEN.setdefault(shop, seen) != seen:
        _SEEN[shop] = seen
        _bank.cache_clear()
        _template.cache_clear()
        _look.cache_clear()


_SEEN: dict[Shop, tuple[tuple[str, int], ...]] = {}


def _rendered(shop: Shop, given: Facts, draft: Draft) -> bytes:
    if shop.form != "docx":
        return encoded(TEXT_FORMATS[shop.form](draft.report, draft.problems, None))
    return _look(given.kind, shop.style, shop.reference, shop.beside).word(draft.report, created(given))


def _may_replace(shop: Shop, job: Job) -> Callable[[bytes], bool]:
    """A Word file that nobody has touched since it was drafted; of other files the one that was written here last."""
    if shop.form != "docx":
        return lambda old: digest(old) == job.before
    from generator.render.fingerprint import made_and_untouched

    return made_and_untouched


def _wording(report: Report) -> Iterator[str]:
    """The clauses of ``report`` that come from the bank."""
    for line in lines(report):
        for inline in line.inlines:
            if inline.origin is not None and inline.origin.kind is OriginKind.PHRASE:
                yield from (clause for _, clause in clauses(inline.text) if len(clause) >= _SHORTEST)


# --- what is made once for all -------------------------------------------------------------------------------------------------------------


@cache
def _bank(banks: tuple[Path, ...]) -> Bank:
    return shelf.bank(banks)


@cache
def _template(kind: str, beside: Path) -> Template:
    return shelf.template(kind, beside)


@cache
def _look(kind: str, style: str, reference: Path | None, beside: Path) -> Look:
    return chosen_look(kind, style, reference, beside)


# --- in several processes ------------------------------------------------------------------------------------------------------------------

Worker = Callable[[Sequence[Job], Sequence[str]], Iterator[Done]]


@contextmanager
def workers(shop: Shop, processes: int) -> Iterator[Worker]:
    """What drafts jobs, in their order, on that many processes; each job that ends its process is done once more alone, then given up."""
    if processes < 2:
        yield lambda jobs, past: (work(shop, job, past) for job in jobs)
        return
    _bank(shop.banks)  # raises what is wrong with the bank once and here; where processes are forked, they share it
    crew = _Crew(shop, processes)
    try:
        yield crew.done
    finally:
        crew.pool.shutdown(cancel_futures=True)


@contextmanager
def spread(shop: Shop, name: str, scheduler: str) -> Iterator[Worker]:
    """What drafts jobs, in their order, on an engine whose workers reach the files."""
    with engine(name, scheduler) as run:
        yield lambda jobs, past: run(_one_of_many, (shop, tuple(past)), jobs)


def _one_of_many(shared: tuple[Shop, Sequence[str]], job: Job) -> Done:
    return work(shared[0], job, shared[1])


class _Crew:
    def __init__(self, shop: Shop, processes: int) -> None:
        self.shop, self.processes = shop, processes
        self.pool = _pool(processes)

    def done(self, jobs: Sequence[Job], past: Sequence[str]) -> Iterator[Done]:
        """All jobs, in order."""
        started = [self.pool.submit(work, self.shop, job, past) for job in jobs]
        broken = [n for n, future in enumerate(started) if not _ended_well(future)]
        if broken:
            self.pool.shutdown()
            self.pool = _pool(self.processes)
        yield from (self._alone(job, past) if n in broken else started[n].result() for n, job in enumerate(jobs))

    def _alone(self, job: Job, past: Sequence[str]) -> Done:
        with _pool(1) as pool:
            try:
                return pool.submit(work, self.shop, job, past).result()
            except BrokenProcessPool:
                fault = Problem(Place(str(job.facts)), "process-ended", "起草它的进程中途被系统结束了，多半是内存不够", "关掉别的程序，或减少 --jobs")
                return Done(job, faults=(fault,))


def _ended_well(future: Future[Done]) -> bool:
    return not isinstance(future.exception(), BrokenProcessPool)


def _pool(processes: int) -> ProcessPoolExecutor:
    """Processes that share what this one has read, where the system can fork."""
    forks = "fork" in multiprocessing.get_all_start_methods() and os.name == "posix"
    return ProcessPoolExecutor(processes, multiprocessing.get_context("fork" if forks else None), _begin)


def _begin() -> None:
    """In a process of the pool: Ctrl-C is for the one that started it, and it ends when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)

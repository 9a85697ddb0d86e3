"""Where much work is done: in this process, or spread over the workers of a dask cluster. The only module that imports distributed.

Results come in the order of what was given, so that nothing that is written depends on where or when it was made.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.problems import Faults, Place, Problem
from generator.work import R, Run, S, T, in_turn

if TYPE_CHECKING:
    from distributed import Client, Future

HERE, DASK = "本机", "dask"
_AHEAD = 4
"""Pieces of work handed out for each worker: enough that none waits, few enough that an archive is not held in memory."""
_CONNECT = "10s"


def ENGINE(command: Callable[..., Any]) -> Callable[..., Any]:  # noqa: N802 - an option like the others
    """The options that choose an engine."""
    scheduler = click.option("--scheduler", default="", metavar="地址", help="已有的 dask 集群，如 tcp://10.0.0.5:8786；不写就在本机起几个进程")
    which = click.option("--engine", "on", type=click.Choice([HERE, DASK]), default=HERE, metavar="dask", help="分给 dask 集群做，结果一字不差")
    return which(scheduler(command))


@contextmanager
def engine(name: str, scheduler: str = "") -> Iterator[Run]:
    """The engine of that name. Raises ``Faults`` where it cannot be had."""
    if not is_spread(name, scheduler):
        yield in_turn
        return
    client = _client(scheduler)
    try:
        yield partial(_spread, client)
    finally:
        client.close()
        if not scheduler and client.cluster is not None:
            client.cluster.close()


def is_spread(name: str, scheduler: str) -> bool:
    """Whether work goes to a cluster: a scheduler's address asks for that too."""
    return name == DASK or bool(scheduler)


def _client(scheduler: str) -> Client:
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise _fault("no-library", "分给集群要用 dask 的 distributed，还没有装", "先装上：pip install 'nigao[dask]'") from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what workers say of themselves is no concern of a clerk's
    try:
        if scheduler:
            return Client(scheduler, timeout=_CONNECT)
        return Client(LocalCluster(processes=True, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL))
    except (OSError, ValueError) as error:
        raise _fault("no-scheduler", f"连不上集群 {scheduler}：{error}", "检查地址，以及调度进程是否在运行") from None


def _spread(client: Client, work: Callable[[S, T], R], shared: S, items: Iterable[T]) -> Iterator[R]:
    """What is shared is itself the result of a task: whatever worker is lost, the scheduler has it made again, like any other piece of work."""
    common = client.submit(_same, shared, pure=False)
    ahead: deque[Future] = deque()
    for item in items:
        ahead.append(client.submit(_worked, str(Path.cwd()), work, common, item, pure=False))
        if len(ahead) >= _AHEAD * max(1, len(client.nthreads())):
            yield _done(ahead.popleft())
    while ahead:
        yield _done(ahead.popleft())


def _done(future: Future) -> Any:
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        raise _fault("workers-died", "同一份活让几个工作进程都中途结束了，多半是内存不够", "给工作进程多留些内存，或不用 --engine") from None


def _worked(folder: str, work: Callable[[S, T], R], shared: S, item: T) -> R:
    """In a worker: files are where the command that was given looks for them."""
    os.chdir(folder)
    return work(shared, item)


def _same(shared: S) -> S:
    return shared


def _fault(code: str, message: str, hint: str) -> Faults:
    return Faults([Problem(Place("--engine"), code, message, hint)])

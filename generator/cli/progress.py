"""How far a long task has come: one line at the foot of a terminal, gone when the task is done; nothing in a pipe or a file."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

T = TypeVar("T")
_EVERY = 0.1
"""Seconds between two pictures of the bar."""
_WIDEST = 30


def tracked(items: Sequence[T], label: str) -> Iterator[T]:
    """``items`` one by one, the line saying how many of them are done."""
    if not sys.stderr.isatty():
        yield from items
        return
    due = 0.0
    try:
        for done, item in enumerate(items):
            if time.monotonic() >= due:
                _show(_bar(label, done, len(items)))
                due = time.monotonic() + _EVERY
            yield item
    finally:
        clear()


def counted(items: Iterable[T], of: int, label: str) -> Iterator[T]:
    """``items`` as they come, the line saying how many of the ``of`` that are expected have come."""
    if not sys.stderr.isatty():
        yield from items
        return
    try:
        _show(_bar(label, 0, of))
        for done, item in enumerate(items, 1):
            _show(_bar(label, done, of))
            yield item
    finally:
        clear()


def bar(label: str) -> Callable[[Sequence[T]], Iterator[T]]:
    """``tracked`` under ``label``, for those who make the items themselves."""
    return lambda items: tracked(items, label)


@contextmanager
def doing(label: str) -> Iterator[None]:
    """The line says what is being done where its length cannot be known."""
    if sys.stderr.isatty():
        _show(f"{label}……")
    try:
        yield
    finally:
        clear()


def clear() -> None:
    """Takes the line away, so that something else may be printed."""
    if sys.stderr.isatty():
        click.echo(f"\r{' ' * _room()}\r", err=True, nl=False)


def _show(line: str) -> None:
    clear()
    click.echo(line, err=True, nl=False)


def _bar(label: str, done: int, of: int) -> str:
    """As much of 读报告 ####---- 12/43 as the terminal is wide enough for."""
    count = f" {done}/{of}"
    room = min(_WIDEST, _room() - 2 * len(label) - len(count) - 1)
    full = room * done // of if room > 0 else 0
    return label + (f" {'#' * full}{'-' * (room - full)}" if room >= 4 else "") + count


def _room() -> int:
    """Columns of the line; the last one stays free, where some terminals would begin a new line."""
    return shutil.get_terminal_size((80, 24)).columns - 1

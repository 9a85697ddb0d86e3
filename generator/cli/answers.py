"""Answers of someone who reviews: single keys and edited lines at a terminal, one line an answer in a pipe."""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

import click

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

LEAVE = "q"
_ENDS = "\x03\x04"


class Answers:
    """What is typed, in order. Keys typed faster than they are asked for wait their turn."""

    def __init__(self) -> None:
        self._ahead: deque[str] = deque()

    @property
    def live(self) -> bool:
        """Whether someone is there who can be asked back."""
        return sys.stdin.isatty()

    def key(self) -> tuple[str, str]:
        """A key and, in a pipe, what stands behind it on its line. Ctrl-C, Ctrl-D and the end of the input are ``LEAVE``."""
        if not self.live:
            line = sys.stdin.readline()
            return (_plain(line)[:1], line.strip()[1:].strip()) if line else (LEAVE, "")
        while not self._ahead:
            try:
                self._ahead.extend(_keys(_typed()))
            except (KeyboardInterrupt, EOFError):
                return LEAVE, ""
        key = self._ahead.popleft()
        return LEAVE if key in _ENDS and key else key, ""

    def line(self, asked: str, given: str = "") -> str | None:
        """A line typed at a terminal over ``given``, which stands there to be edited; None where Ctrl-C or Ctrl-D took the question back."""
        self._ahead.clear()
        try:
            with terminal(keywise=False), _prefilled(given):
                return input(f"{asked}：").strip()
        except (KeyboardInterrupt, EOFError):
            click.echo()
            return None


@contextmanager
def terminal(keywise: bool) -> Iterator[None]:
    """While this lasts, a terminal gives every key as it is pressed, unseen, Ctrl-C too; or whole lines. Keys already typed are kept."""
    if termios is None or not sys.stdin.isatty():
        yield
        return
    device = sys.stdin.fileno()
    before, mode = termios.tcgetattr(device), termios.tcgetattr(device)
    flags = termios.ECHO | termios.ICANON | termios.ISIG
    mode[3] = mode[3] & ~flags if keywise else mode[3] | flags
    termios.tcsetattr(device, termios.TCSADRAIN, mode)
    try:
        yield
    finally:
        termios.tcsetattr(device, termios.TCSADRAIN, before)


def _typed() -> str:
    """What was typed since, at least one key. Raises EOFError where the terminal is gone."""
    if termios is None:
        return click.getchar()
    data = os.read(sys.stdin.fileno(), 256)
    if not data:
        raise EOFError
    return data.decode(errors="ignore")


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).strip()


def _keys(chunk: str) -> list[str]:
    """The keys of what a terminal gave at once: an arrow key's sequence and a word from an input method are one answer each."""
    if chunk.startswith("\x1b"):
        return [""]
    return list(chunk) if chunk.isascii() else [_plain(chunk)[:1]]


@contextmanager
def _prefilled(text: str) -> Iterator[None]:
    """``text`` stands on the line that ``input`` reads next, where the system can edit lines."""
    with contextlib.suppress(ImportError):
        import readline

        readline.set_startup_hook(lambda: readline.insert_text(text))
        try:
            yield
        finally:
            readline.set_startup_hook()
        return
    yield

"""``nigao preview --watch``: the draft drawn again whenever its facts file is saved, at the place that was being read."""

from __future__ import annotations

import os
import queue
import select
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct, field

from generator.cli import shelf
from generator.cli.answers import terminal
from generator.cli.drafting import kept_path
from generator.cli.pager import LEAVE, View
from generator.problems import Faults, Place, Problem

T = TypeVar("T")
_SETTLED = 0.04
"""Seconds without a change after which a save counts as done: editors write a file in a few steps, a millisecond or two apart."""
_STEP = 10
"""Milliseconds between two looks at what the system reported."""
_AWAY = 0.5
"""Seconds that a file may be away before that is told: some editors delete it and write it anew."""
_LOOK = 0.25
"""Seconds between two looks at the size of the terminal."""
_SHOWN, _HIDDEN = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"
_HOME, _TO_END_OF_ROW, _TO_END = "\x1b[H", "\x1b[K", "\x1b[J"
_RULE = "─" * 20


class Drawn(NamedTuple):
    """What is to be seen: the draft, or the faults in its place, and one row of what is to be said of it."""

    text: str
    status: str


Draw = Callable[[int], Drawn]
"""Makes it for a terminal of that many columns. May raise ``Faults``."""


def watch(facts: Path, draw: Draw, width: int | None) -> None:
    """Draw now and after every save of ``facts`` or of what belongs to it, until the reader leaves.

    Raises ``Faults`` where the library is missing.
    """
    changes = _Changes(facts)
    with changes.followed():
        if sys.stdin.isatty() and sys.stdout.isatty() and os.name == "posix":
            with terminal(keywise=True), _screen():
                _read(_Reader(facts, draw, width), changes)
        else:
            _print(facts, draw, width, changes)


# --- what changes --------------------------------------------------------------------------------------------------------------------------


class _Changes(Struct):
    """Saves of the facts file, of what is kept, and of the user's own bank, 文种 and 版式 beside it, as they happen."""

    facts: Path
    came: queue.SimpleQueue[bool] = field(default_factory=queue.SimpleQueue)
    wakes: tuple[int, int] = field(default_factory=os.pipe)
    ended: threading.Event = field(default_factory=threading.Event)
    seen: tuple[int, int] = (0, 0)

    @contextmanager
    def followed(self) -> Iterator[None]:
        try:
            import watchfiles
        except ImportError:
            hint = "先装上：pip install 'nigao[watch]'"
            raise Faults([Problem(Place("--watch"), "no-library", "盯着文件要用 watchfiles，还没有装", hint)]) from None
        follower = threading.Thread(target=self._follow, args=(watchfiles.watch,), daemon=True)
        follower.start()
        try:
            yield
        finally:
            self.ended.set()
            follower.join(1)

    def _follow(self, changes: Any) -> None:
        """The folder is watched, not the file: an editor may put another file in its place."""
        own = [self.facts.parent / name for name in (shelf.USER_BANK, shelf.OWN_TEMPLATES, shelf.USER_STYLES)]
        folders = [self.facts.resolve().parent, *(inner for folder in own if folder.is_dir() for inner in (folder, *_folders(folder)))]
        wanted = (str(self.facts.resolve()), str(kept_path(self.facts.resolve())))
        inside = tuple(str(folder.resolve()) for folder in own)

        def counts(_: Any, path: str) -> bool:
            return path in wanted or path.startswith(inside)

        for _ in changes(*folders, watch_filter=counts, debounce=1000, step=_STEP, stop_event=self.ended, recursive=False, raise_interrupt=False):
            self.came.put(True)
            with suppress(OSError):
                os.write(self.wakes[1], b".")

    def missed(self) -> bool:
        """Whether the facts file is not what it was when it was last drawn, though nothing was reported: on some disks nothing ever is."""
        return _state(self.facts) not in (self.seen, None)

    def settled(self, make: Callable[[], T]) -> T:
        """What ``make`` makes of a save that is done: nothing came for a moment, and the file is there, or has been away for long. It is made while
        that is waited for, and anew where something came."""
        away = time.monotonic() + _AWAY
        while not self.facts.exists() and time.monotonic() < away:
            self.more(_SETTLED)
        while True:
            due = time.monotonic() + _SETTLED
            while self.more(0):
                pass
            self.look()
            made = make()
            if not self.more(max(0.0, due - time.monotonic())):
                return made

    def more(self, seconds: float) -> bool:
        """Whether something comes within so many ``seconds``, or has come."""
        with suppress(queue.Empty):
            return self.came.get(seconds > 0, seconds)
        return False

    def look(self) -> None:
        """Remember what is about to be drawn."""
        self.seen = _state(self.facts) or self.seen


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _folders(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_dir()]


# --- on a terminal -------------------------------------------------------------------------------------------------------------------------


class _Made(NamedTuple):
    """What was drawn, whether it is the draft, and how many milliseconds that took."""

    drawn: Drawn
    sound: bool
    took: int


class _Reader:
    """What is on the screen. Faults stand in place of the draft, whose place is remembered."""

    def __init__(self, facts: Path, draw: Draw, width: int | None) -> None:
        self.facts, self.draw, self.width = facts, draw, width
        self.size = shutil.get_terminal_size((80, 24))
        self.draft = View((), self.size.lines - 1)
        self.faults: View | None = None
        self.status = ""

    @property
    def view(self) -> View:
        return self.faults or self.draft

    def make(self) -> _Made:
        """Draw anew."""
        began = time.perf_counter()
        drawn, sound = _drawn(self.draw, self.width or self.size.columns)
        return _Made(drawn, sound, round((time.perf_counter() - began) * 1000))

    def take(self, made: _Made) -> None:
        """Show what was drawn, at the place that was being read."""
        rows = made.drawn.text.splitlines()
        if made.sound:
            self.draft, self.faults = self.draft.resized(self.size.lines - 1).replaced(rows), None
        else:
            self.faults = View(tuple(rows), self.size.lines - 1)
        self.status = f"{self.facts.name}　{made.drawn.status}　{time.strftime('%H:%M:%S')} 重拟（{made.took} 毫秒）　↑↓ 翻看，q 退出"
        self.show()

    def show(self) -> None:
        rows = "".join(f"{row}{_TO_END_OF_ROW}\r\n" for row in self.view.seen)
        blank = f"{_TO_END_OF_ROW}\r\n" * (self.view.height - len(self.view.seen))
        _write(f"{_HOME}{rows}{blank}\x1b[7m{self.status}\x1b[0m{_TO_END_OF_ROW}{_TO_END}")

    def press(self, key: str) -> None:
        if self.faults is None:
            self.draft = self.draft.pressed(key)
        else:
            self.faults = self.faults.pressed(key)
        self.show()

    def fit(self) -> None:
        """Draw again where the terminal has another size."""
        size = shutil.get_terminal_size((80, 24))
        if size != self.size:
            self.size = size
            self.take(self.make())


def _read(reader: _Reader, changes: _Changes) -> None:
    changes.look()
    reader.take(reader.make())
    keys, woken = sys.stdin.fileno(), changes.wakes[0]
    while True:
        ready, _, _ = select.select([keys, woken], [], [], _LOOK)
        if woken in ready:
            os.read(woken, 4096)
        if woken in ready or changes.missed():
            reader.take(changes.settled(reader.make))
        if keys in ready:
            typed = os.read(keys, 64).decode(errors="ignore")
            for key in [typed] if typed.startswith("\x1b") else list(typed) or LEAVE[:1]:
                if key in LEAVE:
                    return
                reader.press(key)
        reader.fit()


@contextmanager
def _screen() -> Iterator[None]:
    """A screen of its own, so that what was on the terminal comes back."""
    _write(_SHOWN)
    try:
        yield
    finally:
        _write(_HIDDEN)


def _write(text: str) -> None:
    """Straight to the terminal: the stream lets through no character that moves its cursor. The text itself holds none."""
    data = text.encode(sys.stdout.encoding or "utf-8", "replace")
    while data:
        data = data[os.write(sys.stdout.fileno(), data) :]


# --- in a pipe -----------------------------------------------------------------------------------------------------------------------------


def _print(facts: Path, draw: Draw, width: int | None, changes: _Changes) -> None:
    """One text after another, a rule above each."""

    def make() -> Drawn:
        return _drawn(draw, width or shutil.get_terminal_size((80, 24)).columns)[0]

    changes.look()
    drawn = make()
    while True:
        print(f"{_RULE} {facts.name}　{drawn.status}\n{drawn.text}", flush=True)
        while not (changes.more(_LOOK) or changes.missed()):
            pass
        drawn = changes.settled(make)


def _drawn(draw: Draw, columns: int) -> tuple[Drawn, bool]:
    """What is to be seen, and whether it is the draft: faults stand in its place."""
    try:
        return draw(columns), True
    except Faults as faults:
        return Drawn("\n".join(map(str, faults.problems)) + "\n", f"{len(faults.problems)} 处错误"), False

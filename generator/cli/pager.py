"""A text that is taller than the terminal: which of its rows are seen, and how that place is kept when the text changes. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

LEAVE = ("q", "Q", "\x03", "\x04")
_BY_KEY = {
    "\x1b[A": ("rows", -1), "k": ("rows", -1), "\x1b[B": ("rows", 1), "j": ("rows", 1), "\r": ("rows", 1), "\n": ("rows", 1),
    "\x1b[5~": ("pages", -1), "b": ("pages", -1), "\x1b[6~": ("pages", 1), " ": ("pages", 1),
    "\x1b[H": ("ends", -1), "g": ("ends", -1), "\x1b[F": ("ends", 1), "G": ("ends", 1),
}  # fmt: skip
_NEAR = 60
"""Rows below the first one seen among which one is looked for that is still there: a screen or so."""


class View(Struct, frozen=True):
    """The rows of a text, and the first of them that is seen on a screen of ``height`` rows."""

    rows: tuple[str, ...]
    height: int
    top: int = 0

    @property
    def seen(self) -> tuple[str, ...]:
        return self.rows[self.top : self.top + self.height]

    def pressed(self, key: str) -> View:
        """After a key: arrows, page keys, space, and those of ``less``; others change nothing."""
        kind, by = _BY_KEY.get(key, ("rows", 0))
        step = {"rows": 1, "pages": max(1, self.height - 1), "ends": len(self.rows)}[kind]
        return self._at(self.top + by * step)

    def resized(self, height: int) -> View:
        return replace(self, height=height)._at(self.top)

    def replaced(self, rows: Sequence[str]) -> View:
        """The same place in a text that took this one's place: the first row seen that is still there stands where it stood."""
        for offset, row in enumerate(self.rows[self.top : self.top + _NEAR]):
            places = [at for at, other in enumerate(rows) if other == row and row.strip()]
            if places:
                nearest = min(places, key=lambda at: abs(at - self.top - offset))
                return replace(self, rows=tuple(rows))._at(nearest - offset)
        return replace(self, rows=tuple(rows))._at(self.top)

    def _at(self, top: int) -> View:
        return replace(self, top=max(0, min(top, len(self.rows) - self.height)))

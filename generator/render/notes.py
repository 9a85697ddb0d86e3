"""Numbered notes on where sentences come from, for formats that keep them at the end of the text."""

from __future__ import annotations

from msgspec import Struct, field

from generator.render.origins import Explain, Sourced, told


class Notes(Struct):
    """The notes of one text in the making, from 1 in the order of its sentences; none at all without ``explain``."""

    explain: Explain | None
    made: list[str] = field(default_factory=list)

    def number(self, sentence: Sourced) -> int:
        """The number of the note on ``sentence``, which it is given now; 0 where there is nothing to note."""
        if self.explain is None or not sentence.origins:
            return 0
        self.made.append("；".join(told(origin, self.explain) for origin in sentence.origins))
        return len(self.made)

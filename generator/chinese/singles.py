"""Verbs of one character that stand by themselves: 发 does in 清洁工发防暑用品 and does not in 收发室, where it makes a word with its neighbour."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Singles(Struct, frozen=True):
    """Each verb with the characters ``before`` and ``behind`` it that make a word of it."""

    before: Mapping[str, str] = field(default_factory=dict)
    behind: Mapping[str, str] = field(default_factory=dict)

    def govern(self, text: str) -> bool:
        """Whether one of the verbs stands by itself in ``text`` with something behind it."""
        return any(self.governs(text, at) for at in range(len(text)))

    def governs(self, text: str, at: int) -> bool:
        """Whether one of them does at that place."""
        verb = text[at]
        if verb not in self.behind or (at > 0 and text[at - 1] in self.before[verb]):
            return False
        return text[at + 1 : at + 2] not in self.behind[verb]


NO_SINGLES = Singles()

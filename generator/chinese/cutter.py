"""A clause in pieces: its verbs, function words and numbers, and the names between them, without a segmenter."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from generator.chinese.singles import NO_SINGLES, Singles
from generator.chinese.verbs import is_verb

_VERB = 2
FUNCTION = frozenset("将把对为向给与在由被是的达从到按")
"""Function words of one character."""
_LIKE_AND = frozenset("和同跟")
_IN_WORDS = frozenset(
    """
    同比 同步 同类 同级 同意 和谐 和解 和美 跟踪 跟进 跟班 跟岗 对口 对外 对象 为民 为主 向好 与会 在校 在编 在职 在册 在建 在线 在岗 是非 被困 的确
    达标 到位 由于 从严 从业 按时 按期 按月 给水 给付 将军 到期 到场 达成 把关 把握
    """.split()
)
"""Words that only begin as those do."""


_WITHIN = frozenset("内外中里上下边")
"""What says where: 在校内 is no word with 在校."""


def opens_with_function(text: str) -> bool:
    """Whether ``text`` opens with a function word, so that none goes before it (和12个村签协议, 在校内领学)."""
    return text[:1] in FUNCTION | _LIKE_AND and (text[:2] not in _IN_WORDS or (text[0] == "在" and text[2:3] in _WITHIN))


class Kind(StrEnum):
    """What a piece of a clause is."""

    NAME = "名"
    VERB = "动"
    SINGLE = "单"
    NUMBER = "数"


class Cutter(Struct, frozen=True):
    """Cuts a clause at its verbs: those of ``chinese.verbs``, the ``verbs`` besides, and the ``singles`` that govern what stands behind them."""

    verbs: frozenset[str] = frozenset()
    singles: Singles = NO_SINGLES

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """Each piece of ``text`` with its kind; a function word is a kind of its own."""
        at = begun = 0
        while at < len(text):
            kind, length = self._piece_at(text, at)
            if not length:
                at += 1
                continue
            if begun < at:
                yield Kind.NAME, text[begun:at]
            yield kind, text[at : at + length]
            at += length
            begun = at
        if begun < len(text):
            yield Kind.NAME, text[begun:]

    def _piece_at(self, text: str, at: int) -> tuple[str, int]:
        """The kind and length of a piece that begins ``at`` an offset and is no name; no length where one goes on there."""
        if text[at].isdecimal():
            return Kind.NUMBER, next((n for n in range(1, len(text) - at) if not (text[at + n].isdecimal() or text[at + n] in ".,")), len(text) - at)
        word = text[at : at + _VERB]
        if len(word) == _VERB and (is_verb(word) or word in self.verbs):
            return Kind.VERB, _VERB
        if word[0] in FUNCTION and word not in _IN_WORDS:
            return word[0], 1
        return (Kind.SINGLE, 1) if self.singles.governs(text, at) else ("", 0)

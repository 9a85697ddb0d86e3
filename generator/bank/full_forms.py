"""Political forms that are said in full: 习近平总书记 stands before 重要讲话 and 重要指示批示, whoever is in a hurry."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.patterns import late

FULL = "习近平总书记"
_SPOKEN = late(r"(?:系列|一系列|“[^”]{1,8}”|关于[^，。；、]{2,30}的)?重要(?:讲话|指示批示|指示|批示|论述|回信)", holding=["重要"])
_TITLE_ALONE = late(r"(?<!习近平)总书记", holding=["总书记"])
_OTHERS = late(r"(?<!总)书记|[省市县区局院部厅校]长|主席|总理|主任|领导|上级|[省市县区]委|政府")
"""Whose words they may be as well."""
_SENTENCE_ENDS = "。；！？"


class Trimmed(Struct, frozen=True):
    """A form cut short: the words found, and the text with them in full."""

    words: str
    full: str


def trimmed(text: str) -> Iterator[Trimmed]:
    """The forms that ``text`` cuts short: 重要讲话 with nobody named before it in its sentence, 总书记 without 习近平."""
    for found in _TITLE_ALONE.finditer(text):
        yield Trimmed(found[0], f"{text[: found.start()]}{FULL}{text[found.end() :]}")
    for found in _SPOKEN.finditer(text):
        before = text[_sentence_start(text, found.start()) : found.start()]
        if "总书记" not in before and not _OTHERS.search(before):
            yield Trimmed(found[0], f"{text[: found.start()]}{FULL}{text[found.start() :]}")


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in _SENTENCE_ENDS) + 1

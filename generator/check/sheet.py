"""The paragraphs of a file as a reader goes down them: what each says, and which of them are passed over (a 目录, a cover, words of a web page)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from generator.check.contents import contents
from generator.check.covers import cover
from generator.check.cues import LONGEST_TITLE, WEB
from generator.check.document import Paragraph
from generator.chinese.lookalikes import folded
from generator.reading.headings import Heading, heading
from generator.reading.lines import BLANKS, SourceLine


class Sheet(Struct, frozen=True, dict=True):
    """``paragraphs`` with their ``texts``, blanks around them left out."""

    paragraphs: Sequence[Paragraph]

    @cached_property
    def texts(self) -> Sequence[str]:
        return [folded(p.text).strip(BLANKS + "\n") for p in self.paragraphs]

    @cached_property
    def contents(self) -> frozenset[int]:
        """The rows of a 目录."""
        return contents(self.paragraphs)

    @cached_property
    def web(self) -> frozenset[int]:
        """What a web page left around the title."""
        return frozenset(_web_words(self.texts))

    @cached_property
    def cover(self) -> range:
        return range(cover(self.paragraphs, self.contents))

    @cached_property
    def passed(self) -> frozenset[int]:
        return self.contents | self.web | frozenset(self.cover)

    @cached_property
    def first(self) -> int | None:
        """Where the text begins."""
        return self.next(0)

    def next(self, at: int) -> int | None:
        """The first line from ``at`` on that says something and is not passed over."""
        return next((i for i in range(at, len(self.texts)) if self.texts[i] and i not in self.passed), None)

    def before(self, at: int) -> int | None:
        """The last such line before ``at``."""
        return next((i for i in range(at - 1, -1, -1) if self.texts[i] and i not in self.passed), None)

    def numbered(self, at: int) -> Heading | None:
        """The line ``at`` as a heading by its number."""
        return heading(SourceLine(at + 1, self.texts[at]))


def _web_words(texts: Sequence[str]) -> Iterator[int]:
    """The indexes of what a web page left above the running text."""
    for at, text in enumerate(texts):
        if len(text) > 2 * LONGEST_TITLE or text.endswith("。"):
            return
        if WEB.fullmatch(text):
            yield at

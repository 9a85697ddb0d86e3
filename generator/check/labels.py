"""The labels of annexes (附件1) above what is attached (GB/T 9704-2012, 7.3.7), told from the list of attachments in the text (7.3.4)."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from generator.check.cues import ANNEX, ANNEX_LIKE, DATE, FIRST_OF_SEVERAL, ITEM, TITLED_ANNEX
from generator.check.document import Align
from generator.check.sheet import Sheet

_CLOSING_LINES = 6
"""Lines from attachments down to the date, empty ones with them."""


class Labels(Struct, frozen=True, dict=True):
    """Finds them on ``sheet``."""

    sheet: Sheet

    @cached_property
    def all(self) -> frozenset[int]:
        """The indexes of the lines that are labels."""
        return frozenset(at for at in range(len(self.sheet.texts)) if self._is_label(at))

    def alone(self, at: int) -> bool:
        """Whether the line ``at`` is a label that no title stands behind."""
        return at in self.all and not TITLED_ANNEX.fullmatch(self.sheet.texts[at])

    def _is_label(self, at: int) -> bool:
        """附件1 above an annex; with the title behind it, or spelt otherwise (附表1, 附：, （附件）), only where a page
        begins, or Word has it as a heading."""
        text, paragraph = self.sheet.texts[at], self.sheet.paragraphs[at]
        if not text.startswith(("附", "【附", "[附", "［附", "（附", "(附")) or at in self.sheet.contents:
            return False
        if ANNEX.fullmatch(text):
            return True
        below = self.sheet.next(at + 1)
        if text.rstrip("：: ") == "附" and below is not None and ITEM.match(self.sheet.texts[below]):
            return False  # the list of attachments, on top of a page
        if FIRST_OF_SEVERAL.match(text) or (text.startswith(("附件：", "附件:")) and self._closes_at(at)):
            return False
        above = next((p for p in reversed(self.sheet.paragraphs[max(0, at - 9) : at]) if not p.empty), None)
        begins = at == self.sheet.first or (above is not None and paragraph.opens > above.closes) or paragraph.shape.outline is not None
        return begins and paragraph.shape.align is not Align.CENTER and bool(ANNEX_LIKE.fullmatch(text) or TITLED_ANNEX.fullmatch(text))

    def _closes_at(self, at: int) -> bool:
        """Whether a date stands right below the line ``at``, with no more than a signature between."""
        below = [text for text in self.sheet.texts[at + 1 : at + _CLOSING_LINES] if text][:2]
        return any(map(DATE.fullmatch, below))

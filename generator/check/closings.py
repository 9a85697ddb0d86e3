"""What closes a paper: the signature, the date below it, and what is attached, named above both (GB/T 9704-2012, 7.3.4 and 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from msgspec import Struct

from generator.check.cues import ATTACHMENT, CLOSING_WORDS, DATE, ITEM, LONGEST_SIGNATURE, OFFICE, PERSON
from generator.check.document import Align, Paragraph
from generator.check.roles import Role
from generator.reading.headings import numbered
from generator.reading.lines import BLANKS

_SHORTEST_OFFICE = 4


def side_by_side(text: str) -> tuple[str, ...]:
    """The offices that sign jointly in one line, as they stand where each sets its seal on its name (7.3.5.1); none where ``text`` is one name."""
    found = tuple(name for name in re.split(f"[{BLANKS}]+", text) if name)
    each = all(len(name) >= _SHORTEST_OFFICE and OFFICE.search(name) for name in found)
    return found if len(found) > 1 and each else ()


class Closing(Struct, frozen=True, dict=True):
    """Finds it among ``paragraphs``, which say ``texts``: before ``end``, where the annexes begin.

    ``contents`` are the rows of a 目录, ``labels`` the labels of annexes.
    """

    paragraphs: Sequence[Paragraph]
    texts: Sequence[str]
    contents: Collection[int]
    labels: Collection[int]
    end: int

    @cached_property
    def date(self) -> int | None:
        """The last line that is a date alone, before any annex, with running text above it; no heading over further text."""
        body = next((i for i, text in enumerate(self.texts) if len(text) > LONGEST_SIGNATURE), 2)
        dated = (i for i in range(self.end - 1, body, -1) if DATE.fullmatch(self.texts[i]))
        return next((i for i in dated if self.paragraphs[i].shape.outline is None or not any(self.texts[i + 1 : self.end])), None)

    @cached_property
    def signature(self) -> tuple[int, ...]:
        """The lines above the date, up to an empty one, that are names: of offices, or of the person who reports."""
        found: list[int] = []
        at = self._above(self.end if self.date is None else self.date)
        if self.date is None and at is not None and self.paragraphs[at].shape.align is not Align.RIGHT:
            return ()
        while at is not None and self._is_name(at):
            found.insert(0, at)
            at = at - 1 if at and self.texts[at - 1] else None
        return tuple(found)

    def _is_name(self, at: int) -> bool:
        text = self.texts[at]
        if PERSON.fullmatch(text):
            return True
        ruled = ATTACHMENT.match(text) or ITEM.match(text) or numbered(self.texts[at]) or DATE.fullmatch(text) or CLOSING_WORDS.match(text)
        return not ruled and at not in self.contents and len(text) <= LONGEST_SIGNATURE and not re.search("[。；，：:？！]|[.,;]$", text)

    def attachment(self, start: int) -> dict[int, Role]:
        """附件说明, above the signature; below the date where somebody put it there."""
        end = self.signature[0] if self.signature else self.date if self.date is not None else self.end
        at = self._last_attachment(start, end)
        if at is None and self.date is not None:
            end = self.end
            at = self._last_attachment(self.date + 1, end)
        if at is None:
            return {}
        found = {at: Role.ATTACHMENT}
        while (after := self._next(at, end)) is not None and (ITEM.match(self.texts[after]) or ATTACHMENT.match(self.texts[after])):
            at = after
            found[at] = Role.ATTACHMENT
        return found

    def _next(self, at: int, end: int) -> int | None:
        """The first line behind ``at`` that says something, where no more than one empty line stands between."""
        return next((i for i in range(at + 1, min(end, at + 3)) if self.texts[i]), None)

    def _last_attachment(self, start: int, end: int) -> int | None:
        """The first of the last lines from ``start`` to ``end`` that name attachments one below the other."""
        passed = {*self.labels, *self.contents}
        named = [i for i in range(start, end) if ATTACHMENT.match(self.texts[i]) and "，" not in self.texts[i] and i not in passed]
        while len(named) > 1 and named[-2] == named[-1] - 1:
            named.pop()
        return named[-1] if named else None

    def _above(self, at: int) -> int | None:
        return next((i for i in range(at - 1, -1, -1) if self.texts[i] and i not in self.contents), None)

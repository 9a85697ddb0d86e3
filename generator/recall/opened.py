"""Last year's words with their values opened: what is kept to be filled anew, so that nothing of last year's can be taken for this year's."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.bank.formulations import Formulation, contained
from generator.chinese.calendar import is_year, moved_on
from generator.chinese.months import Month
from generator.chinese.persons import Persons
from generator.facts.absent import OPEN
from generator.patterns import late
from generator.recall.statements import Statement
from generator.recall.values import ValueKind, values

Entry = dict[str, str]
_SLOT = "{数}"
_MARKED = f"〔{OPEN}〕"


class Opener(Struct, frozen=True):
    """Opens values, ``persons`` among them, and the dated wordings of ``formulations`` that are over ``since`` the new period began (None: not
    known)."""

    persons: Persons
    formulations: tuple[Formulation, ...] = ()
    since: Month | None = None

    def words(self, text: str) -> str:
        """``text`` with a mark in the place of every value and of every wording that is over; the number of a document of last year has this year's
        year."""
        pieces, at = [], 0
        issued = {value.start for value in values(text, self.persons) if value.kind is ValueKind.ISSUED}
        stretches = self._stretches(text)
        for start, end in stretches:
            moves = start in issued or (start == 0 and len(stretches) > 1 and self._is_told_of(text[:end], text[end:]))
            pieces += [text[at:start], self._year(text[start:end]) if moves else _mark(text[end : end + 1])]
            at = end
        return "".join([*pieces, text[at:]])

    def _is_told_of(self, year: str, behind: str) -> bool:
        """Whether ``year`` opens a clause as the one that was told of (2024年亩产达612公斤)."""
        return self.since is not None and is_year(year) and int(moved_on(year)) == self.since[0] and _ALL_YEAR.match(behind) is not None

    def _year(self, year: str) -> str:
        """The year of a document's number: this year's for last year's, else open."""
        now = moved_on(year)
        return now if self.since is not None and int(now) == self.since[0] else OPEN

    def entry(self, said: Statement) -> Entry:
        """``said`` as an entry of 事实: in keys where it counts one thing, else its words opened; all open where it holds nothing to fill in."""
        text, stretches = said.text, self._stretches(said.text)
        only = said.values[0] if len(stretches) == len(said.values) == 1 else None
        if only is not None and only.counted and "{" not in text:
            before, after = text[: only.start], text[only.end + len(only.measure) :]
            if before or after:
                last = {} if only.text == _MARKED else {"去年": only.text}
                return {"做了": f"{before}{_SLOT}{after}" if after else before, "数": OPEN, "量": only.measure, **last}
        return {"做了": self.words(text).replace(_SLOT, OPEN) if stretches else OPEN, "去年": text}

    def _stretches(self, text: str) -> list[tuple[int, int]]:
        """Where values and wordings that are over stand, in order, none within another; those that touch are one, since nothing would part what is
        given for them (8月两次)."""
        found = [*((v.start, v.end) for v in values(text, self.persons)), *self._over(text)]
        apart: list[tuple[int, int]] = []
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if apart and start == apart[-1][1]:
                apart[-1] = (apart[-1][0], end)
            elif not apart or start > apart[-1][1]:
                apart.append((start, end))
        return apart

    def _over(self, text: str) -> Iterator[tuple[int, int]]:
        for f in contained(text, self.formulations):
            if f.until is not None and self.since is not None and f.until < self.since:
                wording = next((w for w in (f.text, f.text.strip("“”")) if w in text), "")
                start = text.find(wording)
                if wording:
                    yield start, start + len(wording)


def _mark(following: str) -> str:
    """待补, in brackets where with the character behind it it would read as another word (待补助)."""
    return _MARKED if following and following in _JOINED else OPEN


_ALL_YEAR = late("年度?，?(?![\\d底初末春夏秋冬前后起以建])")
_JOINED = "充贴助录缴偿齐短强"

"""Problems and plans in passing: the last paragraphs of a report that has no chapter for them (当前，也存在…的问题。下步，我们打算…)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from generator.chinese.punctuation import sentences
from generator.patterns import late
from generator.recall.ahead import AHEAD
from generator.recall.mixed import turning
from generator.report import Block, Paragraph, Report, Role, Section, plain, sliced

_FALLS_SHORT = late(
    r"(?:当前|目前|同时|但是?|然而|不过|虽然|尽管|也要看到|应当看到|我们也|回顾|在肯定成绩|在看到成绩|总的看|一年来|工作中|我[\u4e00-\u9fff]{0,3}工作)"
    r"[^。]{0,60}?(?:存在|还有|仍有|尚有|面临|仍|还)[^。]{0,60}?(?:问题|不足|短板|差距|困难|弱项|薄弱)"
)
"""A sentence that owns up to what falls short."""
_LAST_PARAGRAPHS = 3
"""How many paragraphs at the end may tell of problems and plans."""


def with_ahead(report: Report) -> Report:
    """``report`` with the problems and plans that its last paragraphs tell as chapters of their own; as it is where any chapter is of either."""
    if not report.sections or any(section.roles & AHEAD for section in report.sections):
        return report
    last = report.sections[-1]
    paragraphs = [block for block in last.blocks if isinstance(block, Paragraph)]
    if last.sections or last.points or len(paragraphs) < len(last.blocks):
        return report
    told, problems, plans = _parted(paragraphs)
    chapters = [_chapter(last, role, blocks) for role, blocks in ((Role.PROBLEM, problems), (Role.PLAN, plans)) if blocks]
    if chapters and not told and not last.title and len(report.sections) == 1:  # all that was done stands in what looked like the 导语
        return replace(report, lead=(), sections=(replace(last, blocks=tuple(report.lead)), *chapters))
    done = (replace(last, blocks=tuple(told)),) if told or last.title else ()
    return replace(report, sections=(*report.sections[:-1], *done, *chapters)) if chapters else report


def _chapter(section: Section, role: Role, blocks: Sequence[Block]) -> Section:
    return Section(section.level, "", (), frozenset({role}), tuple(blocks))


def _parted(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph], list[Paragraph]]:
    """``paragraphs`` as what was done, what falls short and what is to be done; one of the last may go from one to the next, and none goes back."""
    parts: tuple[list[Paragraph], list[Paragraph], list[Paragraph]] = (list(paragraphs[:-_LAST_PARAGRAPHS]), [], [])
    now = _DONE
    for paragraph in paragraphs[-_LAST_PARAGRAPHS:]:
        text = plain(paragraph.inlines)
        ahead = turning(paragraph.inlines) if now < _PLANNED else 0
        short = min(ahead, _short_from(text) if now < _LACKING else 0)
        for part, start, end in ((_DONE, 0, short), (_LACKING, short, ahead), (_PLANNED, ahead, len(text))):
            said = sliced(paragraph.inlines, start, end)
            if plain(said).strip():
                parts[part].append(replace(paragraph, inlines=said))
                now = part
    return parts


_DONE, _LACKING, _PLANNED = range(3)
"""The parts in the order in which a report tells them."""


def _short_from(text: str) -> int:
    """Where in ``text`` the sentence begins that owns up to what falls short; its length where none does."""
    return next((start for start, sentence in sentences(text) if _FALLS_SHORT.match(sentence.lstrip())), len(text))

"""A part of a report that holds problems and plans in one (不足与打算), parted: where what is to be done begins."""

from __future__ import annotations

from collections.abc import Sequence

from generator.chinese.calendar import YEAR
from generator.chinese.punctuation import clauses, sentences
from generator.chinese.weakness import names_weakness, tells_shortfall
from generator.patterns import late
from generator.reading.headings import own_roles
from generator.report import Block, Inlines, Point, Role, Section, plain, sliced

_AHEAD = late(
    rf"(?:对此|为此|针对(?:以上|上述|这些|存在)|下一?步|今后|明年|来年|新的?一年|接下来|下一?阶段|下半年|今冬明春|{YEAR}年(?!以来|来|[^，。；]{{0,12}}(?:仍|还|尚|未|只)))"
    r"|(?:我[\u4e00-\u9fff]{1,2}|局党组|我们)?(?:将|拟|计划|打算)"
)
"""What opens a sentence that tells what is to be done."""


def turning(inlines: Inlines) -> int:
    """The offset of the sentence in ``inlines`` from which on it tells what is to be done; its length where none does."""
    text = plain(inlines)
    return next((start for start, sentence in sentences(text) if _AHEAD.match(sentence.lstrip())), len(text))


def parted(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """``inlines`` up to where they turn to what is to be done, and from there on."""
    at = turning(inlines)
    return sliced(inlines, 0, at), sliced(inlines, at, len(plain(inlines)))


def turn(blocks: Sequence[Block]) -> int:
    """Where in a chapter of problems and plans the plans begin: behind the last paragraph that has points on both sides, where there is one; else at
    the point that is counted from one again, or the first paragraph that tells what is to be done; its end where none does."""
    pointed = [isinstance(block, Point) for block in blocks]
    turns = (i for i, point in enumerate(pointed) if not point and any(pointed[:i]) and any(pointed[i:]))
    between = max(turns, default=None)
    if between is not None:
        return between + 1
    first = [i for i, block in enumerate(blocks) if isinstance(block, Point) and plain(block.label).startswith(_FIRST)]
    if len(first) > 1:
        return first[-1]
    return next((i for i, block in enumerate(blocks) if i and not pointed[i] and not turning(block.inlines)), len(blocks))


_FIRST = ("一是", "一要", "首先", "第一")


def says_problem(section: Section) -> bool:
    """Whether the head of ``section``, which names neither problems nor plans, says what falls short."""
    title = plain(section.title)
    return not own_roles(title) & {Role.PLAN} and any(names_weakness(clause) or tells_shortfall(clause) for _, clause in clauses(title))


def names_part(section: Section) -> bool:
    """Whether the head of ``section`` only says that problems, or plans, stand under it (存在的困难, 下一步打算): 经费不足 says what falls short."""
    return _PART.fullmatch(plain(section.title)) is not None


_PART = late(
    r"(?:目前|当前|工作中)?(?:仍|还)?(?:(?:存在|面临)的?(?:主要|突出)?的?|主要|突出)?(?:问题|不足|困难|短板|差距|弱项)"
    r"(?:[和与、及]{1,2}(?:问题|不足|困难|短板|差距|弱项|原因))?"
    rf"|(?:(?:下一?步|今后|明年|来年|下一?阶段|{YEAR}年)的?)?(?:主要|重点)?(?:工作)?的?"
    r"(?:打算|安排|计划|思路|措施|任务|努力方向|整改措施)"
)

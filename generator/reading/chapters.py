"""Headings that bear no number: chapters that name a role, and the short lines below them under which paragraphs stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from generator.chinese.punctuation import is_han
from generator.reading.headings import FRAMED, FRAMED_ALONE, FRAMED_RUN_IN, heading, numbered, own_roles
from generator.reading.lines import SourceLine
from generator.report import Role


def with_heads(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """``lines`` with chapters and heads below them marked by their level where they bear no number."""
    return _with_subheads(_with_framed(_with_chapters(_under_parts(list(lines)))))


_PART = re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|章)|[壹贰叁肆伍陆柒捌玖拾]{1,3}、")


def _under_parts(lines: list[SourceLine]) -> list[SourceLine]:
    """``lines`` with those that 一、 numbers anew under each 第一部分 or 壹、 one level lower, and what stands below them."""
    parts = [i for i, line in enumerate(lines) if not line.styled and _PART.match(line.text)]
    anew = any(_numbered_level(line) == 1 and _ordinal(line) == 1 for i, line in enumerate(lines) if parts and i > parts[0] and i not in parts)
    if len(parts) < _FEWEST_HEADS or not anew:
        return lines
    return [replace(line, level=_ruled_level(line)) if i > parts[0] and i not in parts else line for i, line in enumerate(lines)]


def _with_framed(lines: list[SourceLine]) -> list[SourceLine]:
    """``lines`` with those marked as heads that open with a title in brackets and go on (【抓学习】集中学习12次), or are one, where several do: below
    what heads them, or of the first level."""
    framed = [i for i, line in enumerate(lines) if not (line.styled or line.level or line.kind) and _is_framed(line.text)]
    if len(framed) < _FEWEST_HEADS:
        return lines
    known = frozenset(framed)
    own = [0 if i in known else line.level or _numbered_level(line) for i, line in enumerate(lines)]
    above = list(accumulate(own, _nearest))
    return [replace(line, level=min(above[i] + 1, 4)) if i in known else line for i, line in enumerate(lines)]


def _is_framed(text: str) -> bool:
    return FRAMED_RUN_IN.match(text) is not None or FRAMED_ALONE.fullmatch(text) is not None


_CHAPTER = re.compile(r"(回顾|任务|工作|打算|问题|不足|做法|成效|安排|目标|情况|措施|建议|思路|计划|举措)$")
_LONGEST_CHAPTER = 30


def _with_chapters(lines: list[SourceLine]) -> list[SourceLine]:
    """``lines`` with chapter headings that bear no number marked as level 1, and the numbered ones they rule one level lower.

    Such a chapter is a short unstopped line that names a role and stands by itself. Behind the first 一、 it closes that numbering: 存在问题 or
    下一步打算 under which nothing is counted on.
    """
    first = next((i for i, line in enumerate(lines) if _numbered_level(line) == 1), len(lines))
    named = [i for i in range(len(lines)) if _is_chapter(lines[i]) and (i < first or _closes(lines, i))]
    chapters = [i for i in named if i < first or named[0] < first or _stands_alone(lines, i)]
    if not chapters or (chapters == [0] and first == len(lines)):
        return lines
    start = chapters[0]
    counted = [i for i, line in enumerate(lines) if i > start and _numbered_level(line) == 1]
    ruling = bool(counted) and (start > first or len(chapters) > 1 or counted[0] == start + 1)
    marked = [replace(line, level=_ruled_level(line)) if ruling and i > start else line for i, line in enumerate(lines)]
    known = frozenset(chapters)
    return [replace(line, level=1) if i in known else line for i, line in enumerate(marked)]


def _closes(lines: list[SourceLine], at: int) -> bool:
    """Whether the chapter at ``at`` looks at what is open, and no number behind it counts on from before it."""
    found = next((numbered(line.text) for line in lines[at + 1 :] if _numbered_level(line) == 1), None)
    return bool(own_roles(lines[at].text.rstrip("】]〕")) & {Role.PROBLEM, Role.PLAN}) and (found is None or found[2] == 1)


def _stands_alone(lines: list[SourceLine], at: int) -> bool:
    """Whether what stands before ``at`` has ended, and something follows."""
    before = lines[at - 1].text if at else "。"
    return at + 1 < len(lines) and (before[-1] in "。！？；：:”）" or heading(lines[at - 1]) is not None)


def _numbered_level(line: SourceLine) -> int:
    found = numbered(line.text)
    return found[0] if found else 0


def _nearest(last: int, level: int) -> int:
    """The level of the head that stands last above a line, which has ``level`` or is none (0)."""
    return level or last


def _ordinal(line: SourceLine) -> int:
    found = numbered(line.text)
    return found[2] if found else 0


def _ruled_level(line: SourceLine) -> int:
    level = _numbered_level(line)
    return line.level or (min(level + 1, 4) if level else 0)


def _is_chapter(line: SourceLine) -> bool:
    framed = FRAMED.fullmatch(line.text)
    text = (framed[1] if framed else line.text).rstrip("：:")
    if line.kind or line.level or len(text) > _LONGEST_CHAPTER or re.search(r"[。；，：:！？—]", text) or numbered(text):
        return False
    return _CHAPTER.search(text) is not None and bool(own_roles(text))


def _with_subheads(lines: list[SourceLine]) -> list[SourceLine]:
    """``lines`` with short lines that stand over paragraphs marked as heads below the chapters, or as these where there are none: several of them in
    a report that numbers nothing below a chapter."""
    levels = [line.level or _numbered_level(line) for line in lines]
    first = next((i for i, level in enumerate(levels) if level == 1), None)
    heads = [i for i in range(first or 0, len(lines)) if _stands_over(lines, i)]
    sure = [i for i in heads if len(lines[i + 1].text) >= _SHORTEST_PARAGRAPH]
    if any(level > 1 for level in levels) or len(sure) < _FEWEST_HEADS:
        return lines
    known = frozenset(heads)
    return [replace(line, level=1 if first is None else 2) if i in known else line for i, line in enumerate(lines)]


def _stands_over(lines: list[SourceLine], at: int) -> bool:
    """Whether the line at ``at`` may be a head over the paragraph behind it: words without a stop or a number, between what ended and sentences."""
    line, text = lines[at], lines[at].text
    if line.styled or numbered(text) or not _HEAD.fullmatch(text) or text[-1] in ORGANS or at + 1 == len(lines):
        return False
    below = lines[at + 1]
    ended = heading(lines[at - 1]) is not None or lines[at - 1].text[-1] in "。！？；" if at else True
    told = below.kind is None and heading(below) is None and len(below.text) > len(text) and below.text[-1] in "。！？；"
    return ended and told and all(map(is_han, text[-2:]))


_HEAD = re.compile(r"[^，。；：:！？…,;.\d（）()《》]{4,24}")
ORGANS = "局委办会院校司团组部厅处站所队社"
"""How offices end, whose name stands alone on a line below a title."""
_FEWEST_HEADS = 2
_SHORTEST_PARAGRAPH = 25
"""Characters of a paragraph at least that shows a head for one: lines broken by hand are shorter."""

"""Lines that only their looks set off from the text: bold, short, without a number. Where nothing else heads a text, they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.cues import ATTENDANCE, CLOSING_WORDS, DATE, LONGEST_SIGNATURE, LONGEST_TITLE
from generator.check.document import Align, Paragraph, Run
from generator.check.fonts import family
from generator.chinese.punctuation import HAN
from generator.chinese.width import ems
from generator.reading.headings import numbered
from generator.reading.lines import BLANKS

_LONGEST = 30
_RUNNING = 40
"""Characters from which on a paragraph is running text, whatever it ends in."""
_MARKED = re.compile(r"[。；：:，,！？!?]|[、.]$")


def stands_out(paragraph: Paragraph) -> bool:
    """Whether ``paragraph`` is a short line, bold from end to end: no sentence, not numbered, not in the middle, not beside a table."""
    text = paragraph.text.strip(BLANKS + "\n")
    if (
        not text
        or len(text) > _LONGEST
        or _MARKED.search(text)
        or "\t" in text
        or paragraph.apart
        or paragraph.shape.align in (Align.CENTER, Align.RIGHT)
    ):
        return False
    if numbered(text) or DATE.fullmatch(text) or CLOSING_WORDS.match(text) or ATTENDANCE.match(text):
        return False
    return HAN.search(text) is not None and all(run.face.bold for run in _said(paragraph))


def far_in(paragraph: Paragraph) -> bool:
    """Whether a short line that is no sentence begins far from the left edge, by an indent or by blanks: somebody placed it there."""
    text = paragraph.text.strip(BLANKS + "\n")
    short = bool(text) and len(text) <= LONGEST_SIGNATURE and text[-1] not in "。；，" and numbered(text) is None and "\t" not in text
    return short and left_edge(paragraph) >= _FAR * paragraph.face.size * 10


_FAR = 7
"""Characters from the left edge: further in than any list."""


def left_edge(paragraph: Paragraph) -> float:
    """Twips from the left edge to the first character, blanks counted."""
    bare = paragraph.text.lstrip(BLANKS)
    blanks = paragraph.text[: len(paragraph.text) - len(bare)]
    chinese = HAN.search(family(paragraph.face.latin.name or "")) is not None
    wide = sum(_HALF if chinese and blank == " " else ems(blank) for blank in blanks if blank != "\t")
    return paragraph.shape.left + paragraph.shape.first + wide * paragraph.face.size * 10 + blanks.count("\t") * _TAB


_HALF, _TAB = 0.5, 420
"""A blank in a Chinese face, of a character; the stops that Word sets, in twips."""


def silent_heads(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The indexes of lines that stand out and head the running text below them; none where numbers or styles head the text, or all of it is bold."""
    texts = [i for i, paragraph in enumerate(paragraphs) if not paragraph.empty]
    if any(_headed(paragraphs[i]) for i in texts[1:]) or bold_throughout(paragraphs):
        return frozenset()
    return frozenset(at for at, below in pairwise(texts) if stands_out(paragraphs[at]) and _runs(paragraphs[below]))


def _headed(paragraph: Paragraph) -> bool:
    """Whether a number of the first level or a style makes a head of ``paragraph``."""
    text = paragraph.text.strip(BLANKS + "\n")
    found = numbered(text)
    styled = paragraph.shape.outline is not None and paragraph.shape.outline < 4 and not paragraph.listed
    return styled or (found is not None and found[0] == 1 and len(text) <= LONGEST_TITLE)


def bold_throughout(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether most of the running text is bold."""
    running = [paragraph for paragraph in paragraphs if _runs(paragraph)]
    return sum(paragraph.face.bold for paragraph in running) * 2 > len(running)


def _runs(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip(BLANKS + "\n")
    return not stands_out(paragraph) and (len(text) > _RUNNING or text.endswith(("。", "；", "：", "！", "？")))


def _said(paragraph: Paragraph) -> Iterator[Run]:
    return (run for run in paragraph.runs if run.text.strip())

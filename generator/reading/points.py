"""一是…二是…, ①…②…: the points of a section's running text.

An ordinal opens a point only at the start of a clause and only in a series that ascends from 一; that keeps 首先是政治机关 and
书记是第一责任人 out without a word list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from generator.chinese.numerals import number
from generator.chinese.punctuation import clauses, split_after
from generator.reading.lines import SourceLine

_LABEL = re.compile(
    r"(?:(?P<one>[一二三四五六七八九十]{1,3})(?P<is>是|要(?=[^求点]))|第(?P<nth>[一二三四五六七八九十]{1,3})[，、]|(?P<adverb>首先|其次|再次|最后)(?=[，,])"
    r"|(?P<dotted>\d{1,2})[.．、](?=[\u4e00-\u9fff“《])|(?P<circled>[①②③④⑤⑥⑦⑧⑨⑩])[、.．]?|[（(](?P<bracketed>\d{1,2})[）)](?=[\u4e00-\u9fff“《]))[：:，,]?"
)
_ADVERBS = ("首先", "其次", "再次", "最后")
_BEFORE = "。；，：！;,:"
LONGEST_LEAD = 34
_MOST_OPEN = 50
"""Series that a label may continue, the latest first: what fifty others stand behind is over, and a text of nothing but labels ends in time."""

_LOOK_BACK = 40
"""Characters before a label that are looked at for the mark it stands behind."""


_ITEM = re.compile(r"(?:(?P<dotted>\d{1,2})[.．、]|[（(](?P<bracketed>\d{1,2})[）)])(?=[\u4e00-\u9fff“《])[^。！？]*[；。;]?")
"""A line that may be an item of a list: numbered in digits, of one sentence."""


def listed_items(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Those of ``lines`` that are items of a list, counted from 1 line by line and parted by ；, which head nothing (1.人手少；2.设备旧。)."""
    run: list[SourceLine] = []
    for line in (*lines, None):
        found = _ITEM.fullmatch(line.text) if line is not None and not line.styled else None
        ordinal = int(found["dotted"] or found["bracketed"]) if found else 0
        if ordinal != len(run) + 1 or (run and line is not None and line.text[0].isdigit() != run[0].text[0].isdigit()):
            yield from run if len(run) > 1 and all(item.text[-1] in "；;" for item in run[:-1]) else ()
            run = []
        if line is not None and ordinal == len(run) + 1:
            run.append(line)


class Label(Struct, frozen=True):
    """A label found: in which paragraph, its offsets there, the family of its series, its ordinal."""

    paragraph: int
    start: int
    end: int
    family: str
    ordinal: int


def labels(paragraphs: Sequence[str]) -> tuple[list[Label], list[Label]]:
    """The labels of all points of one section in order, and those among them that skip an ordinal."""
    candidates = [label for i, text in enumerate(paragraphs) for label in _candidates(i, text)]
    series: list[list[Label]] = []
    for label in candidates:
        if label.ordinal == 1:
            series.append([label])
            continue
        for run in islice(reversed(series), _MOST_OPEN):
            if run[-1].family == label.family and _follows(run[-1], label, paragraphs):
                run.append(label)
                break
    kept = [run for run in series if len(run) > 1]
    skipping = [after for run in kept for before, after in pairwise(run) if after.ordinal > before.ordinal + 1]
    return sorted((label for run in kept for label in run), key=lambda label: (label.paragraph, label.start)), skipping


def _candidates(paragraph: int, text: str) -> Iterator[Label]:
    for match in _LABEL.finditer(text):
        if match.start() == 0 or _before(text, match.start()) in _BEFORE:
            family, ordinal = _read(match)
            if ordinal:
                yield Label(paragraph, match.start(), match.end(), family, ordinal)


def _before(text: str, at: int) -> str:
    """The last character before ``at`` that is no blank."""
    return text[max(0, at - _LOOK_BACK) : at].rstrip()[-1:]


def _read(match: re.Match[str]) -> tuple[str, int]:
    if match["one"]:
        return match["is"], number(match["one"]) or 0
    if match["nth"]:
        return "第", number(match["nth"]) or 0
    if match["dotted"]:
        return "1.", int(match["dotted"])
    if match["circled"]:
        return "①", ord(match["circled"]) - ord("①") + 1
    if match["bracketed"]:
        return "（", int(match["bracketed"])
    return "首先", _ADVERBS.index(match["adverb"]) + 1


def _follows(before: Label, label: Label, paragraphs: Sequence[str]) -> bool:
    """The next ordinal may stand after any mark; one that skips must open a sentence."""
    if label.ordinal == before.ordinal + 1:
        return True
    opens = label.start == 0 or _before(paragraphs[label.paragraph], label.start) in "。；"
    return opens and label.ordinal > before.ordinal


def lead_length(text: str) -> int:
    """How many characters of a point's text are its heading sentence, stop included; 0: it has none.

    A heading sentence is short, has at most two clauses, and something follows it.
    """
    first = next((piece for _, piece in split_after(text, "。！？")), "")
    whole = first == text.rstrip() or not first.endswith("。")
    return 0 if whole or len(first) > LONGEST_LEAD or len(list(clauses(first))) > 2 else len(first)

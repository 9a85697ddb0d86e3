"""Which lines make one title where their words tell it: 云州市水务局关于 over 做好供水工作的通知 (GB/T 9704-2012, 7.3.1: one line or several)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from generator.check.cues import APPEAL, BYLINE, DATE, GENRE, LETTER, NOTE, OFFICE
from generator.reading.headings import numbered
from generator.reading.lines import closed_up

MOST_LINES = 6
_LONGEST_LINE = 32
_STOPPED = re.compile(r"[。；：:！？!?\t]|[，,]$")
_ISSUED = (
    "印发|转发|批转|报送|下达|发布|公布|修订|修改|废止|同意|批准|授予|表彰|命名|任免|召开|举办|开展|做好|加强|推进|加快|深化|组织|调整|成立|设立|启用"
)
_UNFINISHED = re.compile(rf"(关于|[《“（、和与及暨的对在]|进一步|切实|全面|关于.*({_ISSUED}))$")
"""What no title ends with."""
_CONTINUES = re.compile(r"的(?!确)|暨|[、）》]|[和与及](?=.{2,}$)")
"""What opens no line but one that goes on with the one above."""
_ENDS = re.compile(rf"{GENRE.pattern}|{LETTER.pattern}|{APPEAL.pattern}|(打算|安排|部署|设想|综述|回顾)$")
_NAMED = re.compile(r"《.+》的?.{0,4}$|“.+”的?.{0,12}$")
_PERIOD = re.compile(r"\d{4}\s*[—－-]?\s*(\d{4}\s*)?(年度?)?(上半年|下半年|第?[一二三四]季度|\d{1,2}月份?)?$|(上|下)半年$")
_OPENS_PERIOD = re.compile(r"\d{4}\s*(年|[—－-])")
_HEAD = re.compile(r"(基本|总体|主要|有关|工作|开展|履职|落实|完成|整体|具体|本单位)*(情况|任务|材料|信息|说明|建议|体会|思路|计划|要点)")
"""What may stand over a part of a text as well."""
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))


class Seam(IntEnum):
    """How sure it is that a line goes on with the one above: not at all, where both look alike, whatever they look like."""

    NONE = 0
    LIKELY = 1
    SURE = 2


def seams(texts: Sequence[str]) -> list[Seam]:
    """Whether each of ``texts`` but the first goes on with the title that those before it are by their words, up to the first that does not.

    Offices that write jointly may stand a line each over what they write of."""
    texts = [closed_up(text) for text in texts]
    offices = next((n for n, text in enumerate(texts) if not _is_office(text)), len(texts))
    joint = 1 < offices < len(texts) and _seam(texts[:offices], texts[offices])
    found = [Seam.SURE] * (offices - 1) if joint else []
    for at in range(len(found) + 1, min(len(texts), MOST_LINES)):
        sure = _seam(texts[:at], texts[at])
        if not sure:
            break
        found.append(sure)
    return found


def _seam(above: Sequence[str], below: str) -> Seam:
    said, last = "".join(above), above[-1]
    if any(map(_barred, (last, below))) or len(said) > MOST_LINES * _LONGEST_LINE:
        return Seam.NONE
    if _UNFINISHED.search(last) or _CONTINUES.match(below) or any(said.count(first) > said.count(second) for first, second in _PAIRS):
        return Seam.SURE
    if last.endswith("文件") or _ENDS.search(said):
        return Seam.NONE
    if below.startswith("关于"):
        return Seam.SURE if _ENDS.search(below) or _is_office(last) else Seam.NONE
    if not _ENDS.search(below) or _HEAD.fullmatch(below):
        return Seam.NONE
    if _NAMED.match(below) or "关于" in said:
        return Seam.SURE
    return Seam.LIKELY if _is_office(last) or _PERIOD.search(last) or _OPENS_PERIOD.match(below) else Seam.NONE


def _is_office(text: str) -> bool:
    return OFFICE.search(text) is not None and "关于" not in text and not _barred(text)


def _barred(text: str) -> bool:
    """Whether a line can be none of several of a title: a sentence, a date, a line in brackets, an item of a list, a long one."""
    bare = not text or _STOPPED.search(text) or DATE.fullmatch(text) or BYLINE.fullmatch(text) or NOTE.fullmatch(text)
    return bool(bare) or numbered(text) is not None or len(text) > _LONGEST_LINE

"""What closes a report: whose it is and of what day, each on a line of its own or both on one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from generator.printed import LineKind
from generator.reading.headings import heading
from generator.reading.lines import BLANKS, SourceLine

_DATE = re.compile(
    r"[（(]?(\d{4}|[〇○零一二三四五六七八九]{4}|20[×xX*]{2})年"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3}|[×xX*]{1,2})月"
    r"((\d{1,2}|[一二三四五六七八九十]{1,3}|[×xX*]{1,2})日)?[）)]?"
)
_BOTH = re.compile(rf"(?P<who>[^，。；：、\d{BLANKS}]{{2,30}})[{BLANKS}]+(?P<when>\S.*)")
ATTACHMENT = re.compile(r"附件[：:]\s*")
_LONGEST = 40


def parted(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """``lines``, the last of which is two where it says an office and a date."""
    found = _BOTH.fullmatch(lines[-1].text) if len(lines) > 1 and not lines[-1].styled else None
    if found is None or not is_date(replace(lines[-1], text=found["when"])):
        return list(lines)
    last = lines[-1]
    return [*lines[:-1], replace(last, text=found["who"]), replace(last, text=found["when"], column=last.column + found.start("when"))]


def is_date(line: SourceLine) -> bool:
    """Whether ``line`` is the date of the report and nothing else."""
    return line.kind is LineKind.DATE or _DATE.fullmatch(line.text.replace(" ", "")) is not None


def is_signature(line: SourceLine) -> bool:
    """Whether ``line``, right above the date, may be whose report it is."""
    if line.kind not in (None, LineKind.BODY):
        return line.kind is LineKind.SIGNATURE
    unstopped = line.text[-1] not in "。；，：:！？" and len(line.text) <= _LONGEST
    return unstopped and heading(line) is None and not ATTACHMENT.match(line.text)

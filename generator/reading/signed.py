"""What closes a report: whose it is and of what day, each on a line of its own or both on one; and what stands below the date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from generator.printed import LineKind
from generator.reading.chapters import ORGANS
from generator.reading.headings import heading
from generator.reading.lines import BLANKS, SourceLine, closed_up

_DATE = re.compile(
    r"[（(]?(\d{4}|[〇○零一二三四五六七八九]{4}|20[×xX*]{2})年"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3}|[×xX*]{1,2})月"
    r"((\d{1,2}|[一二三四五六七八九十]{1,3}|[×xX*]{1,2})日)?[）)]?"
)
_BOTH = re.compile(rf"(?P<who>[^，。；：、\d{BLANKS}]{{2,30}})[{BLANKS}]+(?P<when>\S.*)")
ATTACHMENT = re.compile(r"附件[：:]\s*")
_NOTE = re.compile("[（(][^（()）]{2,80}[）)]")
_COPIES = re.compile("(?:抄送|抄报|主送|分送|发)[：:].")
_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发")
_BY_WHOM = re.compile(rf"([^，。；：\d{BLANKS}]{{2,30}})[{BLANKS}]+({_PRINTED.pattern})")
OFFICE = re.compile(rf"[\u4e00-\u9fff（）]{{3,28}}(?:[{ORGANS}科室馆府镇乡村]|中心|支部|总支|街道|公司|集团)")
_SEAL = re.compile("[（(](?:加?盖)?[公印]?章(?:处)?[）)]")
"""Where a seal is to go, on a line of its own below whose report it is."""
BESIDE = "\u3000"
"""What stands between the offices that sign together, where they stand on one line."""
_MOST_BELOW = 6
"""Lines of a 版记, or of notes, at the most: what goes on longer is something else."""
_LONGEST = 40


def parted(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """``lines``, the last of which is two where it says an office and a date."""
    found = _BOTH.fullmatch(lines[-1].text) if len(lines) > 1 and not lines[-1].styled else None
    if found is None or not is_date(replace(lines[-1], text=found["when"])):
        return list(lines)
    last = lines[-1]
    return [*lines[:-1], replace(last, text=found["who"]), replace(last, text=found["when"], column=last.column + found.start("when"))]


_BY_NAME = re.compile(rf"(?:述职|述职述廉|述责述廉|述学述职|报告|汇报)人[：:][{BLANKS}]*[\u4e00-\u9fff·{BLANKS}]{{2,10}}")


def by_name(line: SourceLine) -> bool:
    """Whether ``line`` says who reports (述职人：方若谷), which needs no date below it."""
    return line.kind is None and _BY_NAME.fullmatch(line.text) is not None


def signed_undated(lines: Sequence[SourceLine]) -> bool:
    """Whether the last of ``lines``, no date, says whose the report is: by its style, by name, or as an office right below what is attached."""
    if len(lines) < 2:
        return False
    beside = any(ATTACHMENT.match(line.text) for line in lines[-1 - _MOST_BELOW : -1])
    return lines[-1].kind is LineKind.SIGNATURE or by_name(lines[-1]) or (beside and OFFICE.fullmatch(lines[-1].text) is not None)


def noted(lines: Sequence[SourceLine]) -> int:
    """How many of ``lines`` stand before the 附注 that ends them: brackets below the date (GB/T 9704-2012, 7.3.6)."""
    end = len(lines)
    while (
        end > len(lines) - _MOST_BELOW
        and end
        and lines[end - 1].kind is None
        and _NOTE.fullmatch(lines[end - 1].text)
        and not is_date(lines[end - 1])
    ):
        end -= 1
    return end if end and is_date(parted(lines[:end])[-1]) else len(lines)


def told_below(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """``lines`` with the kinds of a 版记 (7.4) where no style tells them: who gets copies and who printed it, below the date or a note."""
    end = next((n for n in range(len(lines) - 1, -1, -1) if _of_imprint(lines, n) is None), -1) + 1
    above = lines[: noted(lines[:end])]
    if not 0 < len(lines) - end <= _MOST_BELOW or not above or not is_date(parted(above)[-1]):
        return list(lines)
    below = (replace(lines[n], kind=_of_imprint(lines, n)) for n in range(end, len(lines)))
    return [*lines[:end], *(replace(line, text=_BY_WHOM.sub(r"\1\t\2", line.text)) if line.kind is LineKind.PRINTER else line for line in below)]


def _of_imprint(lines: Sequence[SourceLine], at: int) -> LineKind | None:
    """What the line at ``at`` is of a 版记; the office that printed it stands before the day, as blanks of the line they shared parted them."""
    if lines[at].kind is not None:
        return None
    if _PRINTED.fullmatch(lines[at].text):
        return LineKind.PRINTED
    if _COPIES.match(lines[at].text):
        return LineKind.COPIES
    if _BY_WHOM.fullmatch(lines[at].text):
        return LineKind.PRINTER
    before_day = at + 1 < len(lines) and _PRINTED.fullmatch(lines[at + 1].text) and is_signature(lines[at]) and not is_date(lines[at])
    return LineKind.PRINTER if before_day else None


def is_date(line: SourceLine) -> bool:
    """Whether ``line`` is the date of the report and nothing else."""
    return line.kind is LineKind.DATE or _DATE.fullmatch(without_blanks(line).text) is not None


def without_blanks(line: SourceLine) -> SourceLine:
    """``line`` without the blanks that set it wide."""
    return replace(line, text=re.sub(f"[{BLANKS}]", "", line.text))


def is_signature(line: SourceLine) -> bool:
    """Whether ``line``, right above the date, may be whose report it is."""
    if line.kind not in (None, LineKind.BODY):
        return line.kind is LineKind.SIGNATURE
    unstopped = line.text[-1] not in "。；，：:！？" and len(line.text) <= _LONGEST
    return unstopped and heading(line) is None and not ATTACHMENT.match(line.text)


def signers(lines: Sequence[SourceLine]) -> int:
    """How many of the last of ``lines``, below which the date stands, say whose report it is: more than one where offices sign together, each on a
    line of its own (GB/T 9704-2012, 7.3.5.1)."""
    if len(lines) < 2 or not is_signature(lines[-1]):
        return 0
    sealed = len(lines) > 2 and _SEAL.fullmatch(lines[-1].text) is not None and is_signature(lines[-2])
    count = 1 + sealed
    while count + 1 < len(lines) and _joint(lines[-count]) and _joint(lines[-count - 1]):
        count += 1
    return count


def _joint(line: SourceLine) -> bool:
    return is_signature(line) and OFFICE.fullmatch(closed_up(line.text)) is not None

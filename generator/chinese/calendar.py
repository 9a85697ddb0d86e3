"""Years, months and days as reports write them: in digits, in digits of full width (２０２５), in Chinese (二〇二五, 二零二五)."""

from __future__ import annotations

import datetime
import re

from generator.chinese.numerals import number
from generator.patterns import late

_DIGITS = "〇一二三四五六七八九"
_ZEROS = "〇○零OoＯ0"
_HAN = f"{_ZEROS}一二三四五六七八九"
_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_HAN_YEAR = rf"(?:一九|二[{_ZEROS}])[{_HAN}]{{2}}"
HAN_YEAR = rf"(?<![{_HAN}十百千万第]){_HAN_YEAR}(?=[年—－–\-~～至到、/”])"
"""In a pattern: a year in Chinese."""
_ONE_MONTH = r"(?<=年)一(?=月)|一(?=月(?:[至到—份底初末中]|[一二三四五六七八九十]{1,3}日))"
HAN_MONTH = rf"(?<![一二三四五六七八九十百千几数])(?:十[一二]?(?=月)|[二三四五六七八九](?=月(?![亮光饼季报老嫂球薪租刊收台坛]))|{_ONE_MONTH})"
"""In a pattern: the number of a month in Chinese."""
HAN_DAY = r"(?<=月)(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=日)"
TO = "[—－–~～至-]"
"""In a pattern: what stands between the first and the last of years, months or numbers."""
YEAR = r"(?:19|20)\d{2}"
"""In a pattern: a year in digits of half width."""
_WIDE_YEAR = r"[１２][０９][０-９]{2}(?![０-９])"
_YEAR = late(rf"(?<!\d){YEAR}(?!\d)|(?<!\d){_WIDE_YEAR}|{HAN_YEAR}")
_MONTH_OR_DAY = late(rf"{HAN_MONTH}|{HAN_DAY}")

_DAY_OF = rf"(?:\d{{1,2}}(?:{TO}\d{{1,2}})?日|[上中下]旬|[底末初份])"
_DAY = rf"(?:{YEAR}年)?\d{{1,2}}月{_DAY_OF}?"
DATE = rf"(?<![\d.])(?:{YEAR}年)?(?:\d{{1,2}}{TO})?{_DAY}(?:(?:{TO}|[、和])(?:{_DAY}|\d{{1,2}}日|(?:次年)?\d{{1,2}}月{_DAY_OF}?))*"
"""In a pattern: the days, months or spans of them in which something was (3月5日, 4月中旬, 2025年3—5月, 4月、8月), in digits of half width."""
_DATED = late(rf"{DATE}|(?<!\d){YEAR}年")


def on_calendar(year: int, month: int, day: int) -> datetime.date | None:
    """The day of the calendar; None where there is none such."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def dated(text: str) -> str:
    """The first date or year in ``text``, as written; empty where there is none."""
    found = _DATED.search(text)
    return found[0] if found else ""


def in_digits(text: str) -> str:
    """``text`` with its full-width digits in half width, and its years, months and days in Chinese in digits: 二〇二五年十二月 is 2025年12月."""
    half = text.translate(_HALF)
    dated = re.sub(HAN_YEAR, lambda m: str(_value(m[0])), half)
    return _MONTH_OR_DAY.sub(lambda m: str(number(m[0])), dated)


def moved_on(text: str) -> str:
    """``text`` with every year in it one on, each as it is written: 2025 is 2026, ２０２５ is ２０２６, 二零二五年 is 二零二六年."""
    return _YEAR.sub(lambda m: _alike(_value(m[0]) + 1, m[0]), text)


def is_year(text: str) -> bool:
    """Whether ``text`` is a year, however it is written, and nothing else."""
    return re.fullmatch(rf"{YEAR}|{_WIDE_YEAR}|{_HAN_YEAR}", text) is not None


def _value(year: str) -> int:
    """What ``year`` says."""
    return int("".join("0" if c in _ZEROS else str(_DIGITS.index(c)) if c in _DIGITS else c for c in year))


def _alike(year: int, written: str) -> str:
    """``year`` in the digits of ``written``."""
    if written[0] in _DIGITS:
        zero = next((c for c in written if c in _ZEROS), _ZEROS[0])
        return "".join(zero if d == "0" else _DIGITS[int(d)] for d in str(year))
    return "".join(chr(ord("０") + int(d)) for d in str(year)) if written[0] in "１２" else str(year)

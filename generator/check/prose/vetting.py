"""What is wrong with an entry of a word list: a value that is none of its kind, or that it can never match."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.prose.entries import NUMERALS
from generator.chinese.months import month_of
from generator.declared import Given
from generator.problems import Problem


def faults_of(row: Given) -> Iterator[Problem]:
    """All that is wrong with an entry."""
    yield from _misfits(row)
    yield from _never(row)


def _misfits(row: Given) -> Iterator[Problem]:
    """Values that are none: empty ones, counts and months that are not."""
    for key, value in row.values.items():
        texts = value if isinstance(value, list) else [value]
        yield from (Problem(t.place, "empty-value", f"“{key}”是空的", "填上，或删去这一条") for t in texts if not t.text.strip())
    whole = ["每千字", "年", "月", "日"] + (["起", "止"] if "规划" in row else [])
    yield from (
        Problem(v.place, "not-number", f"“{v.text}”不是整数", "写成整数") for key in whole if (v := row.get(key)) and not v.text.strip().isdecimal()
    )
    for month in (row.get(key) for key in ("起", "止") if "成员" in row and key in row):
        if month_of(month.text.strip()) is None:
            yield Problem(month.place, "month", f"“{month.text}”不是月份", "写成 YYYY-MM，如 2021-02")


def _never(row: Given) -> Iterator[Problem]:
    """Entries that can never match: too few members, or what is wrong is excused by what it is excused in, or is what it should be."""
    if "成员" in row and len(row.get("成员")) < 3:
        yield Problem(row.place, "never-matches", "成员不到三个，永远查不出缺漏和错序", "写全，或删去这一条")
    strange = [name for name in row.texts("可缺") if name not in row.texts("成员")] if "成员" in row else []
    if strange:
        yield Problem(row.place, "never-matches", f"“{'、'.join(strange)}”不是成员，说不上可缺", "改正，或从“可缺”里删去")
    wrong, right = row.text("误"), row.text("正")
    if wrong and wrong == right:
        yield Problem(row.place, "never-matches", f"“{wrong}”误和正一样，永远查不出", "改正，或删去这一条")
    if wrong and wrong in row.texts("除"):
        yield Problem(row.place, "never-matches", f"“{wrong}”又列在“除”里，永远查不出", "从“除”里删去")
    name = row.text("称")
    if name and not row.texts("动") and sum(c in NUMERALS for c in name) < 2:
        yield Problem(row.place, "never-matches", f"“{name}”只有一个数目，又没有写“动”，永远查不出", "写上它前面惯用的动词，或删去这一条")
    both = set(row.texts("先")) & set(row.texts("后")) if "先" in row else set()
    if both:
        yield Problem(row.place, "never-matches", f"“{'、'.join(sorted(both))}”又在先又在后，永远查不出", "改正，或删去这一条")

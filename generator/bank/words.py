"""The words of an archive (词.yaml) and in how many offices' reports each stands: what fit reads texts by, one line a number of offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.yamlfile import dump_rows, rows

WORDS = "词.yaml"
LEAST_UNITS = 2
"""Offices that must use a word before it is kept: what one alone says is its names and its slips, and stands with the phrases that hold it."""

_ROW = Record((Key("单位数", Text("几个单位的报告里有"), required=True), Key("词", Many(Text()), required=True)))


def dump_words(counts: Mapping[str, int]) -> str:
    """The file of ``counts``, the most widely used words first; ``load_words`` of it gives those of two offices and more back."""
    by_number: defaultdict[int, list[str]] = defaultdict(list)
    for word, n in counts.items():
        if n >= LEAST_UNITS:
            by_number[n].append(word)
    return dump_rows({"单位数": str(n), "词": sorted(by_number[n])} for n in sorted(by_number, reverse=True))


def load_words(source: Source) -> dict[str, int]:
    """Word → number of offices. Raises ``Faults`` with every fault."""
    problems: list[Problem] = []
    found: dict[str, int] = {}
    for item in rows(source):
        given: Given | None = read(item, _ROW, problems)
        if given is None or "单位数" not in given:
            continue
        number = given.get("单位数")
        if not number.text.isdecimal():
            problems.append(Problem(number.place, "not-number", f"“{number.text}”不是整数", "写一个整数"))
            continue
        for word in given.get("词") or ():
            found[word.text] = max(int(number.text), found.get(word.text, 0))
    if problems:
        raise Faults(problems)
    return found

"""The values of a facts file in words, each with its origin, what is open as blanks."""

from __future__ import annotations

from typing import Any

from generator.declared import Given
from generator.facts.blanks import inlines, line_by_line
from generator.facts.normalise import normalise
from generator.report import Inlines, Text, plain
from generator.yamlfile import Scalar

NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百千万两半")
"""What a number, however it is written, has one of."""
_ANY_MEASURE = "次"
"""Stands for the measure word that is printed behind a number."""


def text_of(given: Given, key: str, prefix: str = "", empty_is_blank: bool = False) -> Inlines:
    """The text of ``key``; empty where it is not there."""
    value: Any = given.get(key)
    return inlines(value, prefix + key, empty_is_blank) if value else ()


def lines_of(given: Given, key: str) -> Inlines:
    """The text of ``key``, line by line."""
    value: Any = given.get(key)
    return line_by_line(value, key) if value else ()


def texts_of(given: Given, key: str, prefix: str = "") -> tuple[Inlines, ...]:
    """The items of the list under ``key``; one that is empty is a blank."""
    return tuple(inlines(value, f"{prefix}{key}[{i}]", empty_is_blank=True) for i, value in enumerate(given.get(key) or ()))


def value_of(given: Given, key: str, path: str, empty_is_blank: bool = False) -> Inlines:
    """A key of a structured fact: its words belong to the fact as a whole."""
    value: Any = given.get(key)
    return inlines(value, path, empty_is_blank) if value else ()


def unprinted(value: Scalar | None) -> str:
    """A value that is no part of the text: no marks of blanks in it, no origin."""
    return normalise(value.text, value.folded) if value else ""


def number_of(value: Scalar | None, path: str) -> Inlines:
    """数: a single mark at its end is a blank, since the measure word follows in print."""
    text = normalise(value.text, value.folded) if value else ""
    if value is None or not text:
        return inlines(value, path, empty_is_blank=True) if value else ()
    if text in ("x", "?", "？", "_", "-"):
        return inlines(Scalar("", value.place), path, empty_is_blank=True)
    words = inlines(Scalar(f"{text}{_ANY_MEASURE}", value.place, quoted=True), path)
    last = words[-1]
    stem = plain(words[-1:]).removesuffix(_ANY_MEASURE)
    return (*words[:-1], *((Text(stem, last.origin),) if stem else ()))


def part_of(value: Scalar, text: str, path: str) -> Inlines:
    """``text``, which is a part of ``value``."""
    return inlines(Scalar(text, value.place, quoted=True), path)

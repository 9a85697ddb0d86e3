"""A late pattern is what ``re.compile`` would have made, and every one of the tool's compiles."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import generator
from generator.patterns import _Late, late


def test_it_stands_for_the_compiled_pattern() -> None:
    made, text = re.compile("(?P<a>Ab+)", re.IGNORECASE), "xabbyAB"
    for name, *more in (("match",), ("fullmatch",), ("search",), ("findall",), ("sub", "-"), ("subn", "-"), ("split",)):
        ours, theirs = (getattr(p, name)(*more, text) for p in (late("(?P<a>Ab+)", re.IGNORECASE), made))
        assert str(ours) == str(theirs)
    assert [m["a"] for m in late("(?P<a>Ab+)", re.IGNORECASE).finditer(text)] == ["abb", "AB"]
    assert late("b").search("abc", 2) is None
    assert late("b+").pattern == "b+"
    assert not hasattr(late("b"), "scanner")


def _all() -> list[_Late]:
    names = [m.name for m in walk_packages(generator.__path__, "generator.") if m.name != "generator.__main__"]
    return [value for name in names for value in vars(import_module(name)).values() if isinstance(value, _Late)]


def test_every_pattern_compiles() -> None:
    found = _all()
    written = sum(path.read_text(encoding="utf-8").count(" late(") for path in Path(generator.__path__[0]).rglob("*.py"))
    assert len(found) > written / 2
    for pattern in found:
        re.compile(pattern.pattern, pattern.flags)


@pytest.mark.parametrize("text", ["xabbyAB", "a", ""])
def test_a_pattern_with_words_answers_as_one_without(text: str) -> None:
    for name, *more in (("match",), ("fullmatch",), ("search",), ("findall",), ("split",), ("sub", "-"), ("subn", "-")):
        ours, theirs = (getattr(p, name)(*more, text) for p in (late("b+", holding="b"), re.compile("b+")))
        assert str(ours) == str(theirs)
    assert [*map(str, late("b+", holding="b").finditer(text))] == [*map(str, re.compile("b+").finditer(text))]


_WITH_WORDS = {pattern.pattern: pattern for pattern in _all() if pattern.holding}


@pytest.mark.parametrize("pattern", _WITH_WORDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_every_match_holds_one_of_its_words(pattern: str, data: st.DataObject) -> None:
    late_one = _WITH_WORDS[pattern]
    text = data.draw(st.from_regex(re.compile(late_one.pattern, late_one.flags)))
    assert any(word in text for word in late_one.holding)

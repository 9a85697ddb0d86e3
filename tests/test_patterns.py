"""A late pattern is what ``re.compile`` would have made, and every one of the tool's compiles."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

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


def test_every_pattern_compiles() -> None:
    names = [m.name for m in walk_packages(generator.__path__, "generator.") if m.name != "generator.__main__"]
    found = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, _Late)]
    written = sum(path.read_text(encoding="utf-8").count(" late(") for path in Path(generator.__path__[0]).rglob("*.py"))
    assert len(found) > written / 2
    for pattern in found:
        re.compile(pattern.pattern, pattern.flags)

"""Rewriting the cases, shared by the tests of the facts file: what a case's file holds, as reviewable text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
from msgspec import Struct

from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.facts.schema import json_schema
from generator.problems import Faults, Source
from generator.report import BREAK, Blank, Inline, Text

KINDS = ("年度总结", "述职报告")


@cache
def schema() -> jsonschema.Draft202012Validator:
    """The schema of facts files, held against what a schema must be once: that takes ten times as long as to hold a file against it."""
    found = json_schema()
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def inlines_of(value: object) -> Iterator[Inline]:
    """Every inline of a tree of facts, in the order of its fields."""
    if isinstance(value, Text | Blank):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from inlines_of(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from inlines_of(getattr(value, name))


def listing(text: str) -> str:
    """The faults of a facts file, or what it says where it has none."""
    try:
        facts = load_facts(Source("", text), KINDS)
    except Faults as faults:
        return "".join(f"{p.place.line}:{p.place.column} {p.code} {p.message}｜{p.hint}\n" for p in faults.problems)
    return "".join(said(facts))


def said(facts: Facts) -> Iterator[str]:
    for inline in inlines_of(facts):
        if inline.origin and inline.origin.line:
            mark = f"□{inline.written}" if isinstance(inline, Blank) else inline.text.replace(BREAK, "⏎")
            yield f"{inline.origin.line}:{inline.origin.column} {inline.origin.path} {mark}\n"


def cases(path: Path) -> list[tuple[str, str, str]]:
    """Title, input and expected listing of each case: ``## title``, then two fenced blocks."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, _, rest = block.partition("\n")
        given, expected = (part.partition("\n")[2] for part in rest.split("```")[1:4:2])
        found.append((title, given, expected))
    return found


def rewrite(path: Path) -> None:
    """Write what the loader says now into the cases of ``path``."""
    head = path.read_text(encoding="utf-8").split("\n## ")[0]
    blocks = [f"\n## {title}\n\n```yaml\n{given}```\n\n```\n{listing(given)}```\n" for title, given, _ in cases(path)]
    path.write_text(head + "".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    for cases_file in sorted((Path(__file__).parent / "cases").glob("*.md")):
        rewrite(cases_file)

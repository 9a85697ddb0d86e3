"""What the clerk decided of last year's plans and problems, put at the end of its list in the facts file: nothing else changes."""

from __future__ import annotations

from generator.facts.model import Facts, Settled
from generator.facts.reread import Read, Refused, reread
from generator.facts.spots import root
from generator.problems import Source
from generator.yamlfile import Sequence, dump_rows

PLANS, PROBLEMS = "上年打算", "上年问题"
_WHAT = {PLANS: "打算", PROBLEMS: "问题"}
_INDENT = "  "


def settled(source: Source, key: str, decided: Settled, read: Read) -> str | Refused:
    """The text of the clean ``source`` with ``decided`` as the last entry under ``key`` (``PLANS`` or ``PROBLEMS``).

    Refused where the file would then say anything else otherwise, as where the list is written in brackets.
    """
    row = dump_rows([{_WHAT[key]: decided.text, "结果": decided.result, **({"见": decided.seen} if decided.seen else {})}])
    text = _with_row(source, key, row)
    refused = Refused(f"看不准写在哪里，没有写；请在“{key}”下面加一行：\n{row.strip()}")
    now, then = reread(source, source.text, read), reread(source, text, read)
    if isinstance(now, Refused) or isinstance(then, Refused):
        return refused
    same = now.said == then.said and _others(now.facts, key) == _others(then.facts, key)
    return text if same and _of(then.facts, key)[:-1] == _of(now.facts, key) and _of(then.facts, key)[-1:] == [_told(decided)] else refused


def _of(facts: Facts, key: str) -> list[tuple[str, str, str]]:
    return [_told(s) for s in (facts.settled_plans if key == PLANS else facts.settled_problems)]


def _others(facts: Facts, key: str) -> list[tuple[str, str, str]]:
    return _of(facts, PROBLEMS if key == PLANS else PLANS)


def _told(decided: Settled) -> tuple[str, str, str]:
    return decided.text, decided.result, decided.seen


def _with_row(source: Source, key: str, row: str) -> str:
    lines = source.text.split("\n")
    entries = root(source).entries
    at = next((n for n, (name, _) in enumerate(entries) if name.text == key), None)
    if at is None:
        gap = "" if source.text.endswith("\n") or not source.text else "\n"
        return f"{source.text}{gap}{key}:\n{_INDENT}{row}"
    value = entries[at][1]
    indent = " " * (value.place.column - 1) if isinstance(value, Sequence) and value.items else _INDENT
    end = entries[at + 1][0].place.line - 1 if at + 1 < len(entries) else len(lines)
    while end > value.place.line and not lines[end - 1].split("#")[0].strip():
        end -= 1
    return "\n".join([*lines[:end], indent + row.rstrip("\n"), *lines[end:]])

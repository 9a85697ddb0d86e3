"""The facts that several offices of one unit give, as one file: each once, with who gave it; where they contradict each other, both to the letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.declared import Key, Many, Record, Text
from generator.facts.keys import FACT, FACTS
from generator.merge.amounts import amount, counted, counts, total
from generator.merge.voices import Merged, Voice, grouped
from generator.problems import Problem, Severity

_OPEN = "待补"
_REQUIRED_TEXTS = ("文种", "全称", "姓名", "职务", "事项", "表现", "名称")
"""Texts that a record cannot be without: open where the offices disagree; others are left out."""


def joined(offices: Sequence[Voice]) -> Merged:
    """One facts file. A fact names who gave it (来源); contradictions leave the value open, are told in 备注, and are the ``conflicts``."""
    conflicts: list[Problem] = []
    return Merged(_record(offices, FACTS, conflicts), (), tuple(conflicts))


def _record(said: Sequence[Voice], shape: Record, conflicts: list[Problem]) -> dict[str, Any]:
    if shape is FACT:
        return _fact(said, conflicts)
    found: dict[str, Any] = {}
    notes: list[str] = []
    for key in shape.keys:
        value, note = _value([v for v in said if key.name in v.given], key, conflicts)
        notes += note
        if value:
            found[key.name] = value
    if notes:
        found["备注"] = [*found.get("备注", []), *notes]
    return found


def _value(said: Sequence[Voice], key: Key, conflicts: list[Problem]) -> tuple[Any, list[str]]:
    """What stands under ``key``, and what is to be noted where the offices disagree."""
    match key.shape:
        case Text():
            return _text(said, key.name, conflicts)
        case Many(item=Record() as item):
            if item is FACT:
                return _facts([f for v in said for f in v.below(key.name)], conflicts), []
            return [_record(group, item, conflicts) for group in grouped((r for v in said for r in v.below(key.name)), item)], []
        case Many():
            return list(dict.fromkeys(text for v in said for text in v.texts(key.name))), []
        case Record() as record:
            return _record([r for v in said for r in v.below(key.name)], record, conflicts) if said else {}, []


def _text(said: Sequence[Voice], key: str, conflicts: list[Problem]) -> tuple[str, list[str]]:
    texts = list(dict.fromkeys(v.text(key) for v in said if v.text(key)))
    if len(texts) < 2:
        return "".join(texts), []
    conflicts.append(_conflict(said, key, key))
    return _OPEN if key in _REQUIRED_TEXTS else "", [_both(said, key)]


def _conflict(said: Sequence[Voice], key: str, about: str) -> Problem:
    told = "；".join(f"{v.who}“{v.text(key)}”（{v.place(key)}）" for v in said)
    return Problem(said[0].place(key), "conflict", f"“{about}”各说各的：{told}", "问清楚后，在合成的表里改定", Severity.WARNING)


def _both(said: Sequence[Voice], key: str) -> str:
    return f"“{key}”各说各的：" + "；".join(f"{v.who}“{v.text(key)}”" for v in said)


# --- facts ---------------------------------------------------------------------------------------------------------------------------------


def _facts(said: Sequence[Voice], conflicts: list[Problem]) -> list[Any]:
    """Facts with a number by what they count, sentences by their words; sentences that differ in their numbers alone contradict each other."""
    found: dict[Any, list[Voice]] = {}
    for group in grouped(said, FACT):
        parsed = counted(group[0].text("做了")) if "数" not in group[0].given else None
        found.setdefault(parsed.between if parsed else len(found), []).extend(group)
    return [_fact(group, conflicts) for group in found.values()]


def _fact(said: Sequence[Voice], conflicts: list[Problem]) -> dict[str, Any]:
    first = said[0]
    base = {key.name: first.text(key.name) for key in FACT.keys if isinstance(key.shape, Text) and key.name in first.given}
    if lasts := list(dict.fromkeys(v.text("去年") for v in said if "去年" in v.given)):
        base["去年"] = "、".join(lasts)
    notes = list(dict.fromkeys(text for v in said for text in v.texts("备注")))
    key = "数" if "数" in first.given else "做了"
    if len({v.text(key) for v in said}) > 1:
        conflicts.append(_conflict(said, key, first.text("做了")))
        base[key] = _opened(first, key)
        notes += [_both(said, key), *_if_added(said, key)]
    return {**base, "来源": "、".join(dict.fromkeys(map(_source, said))), **({"备注": notes} if notes else {})}


def _opened(first: Voice, key: str) -> str:
    parsed = counted(first.text(key)) if key == "做了" else None
    return parsed.filled(None) if parsed else _OPEN


def _if_added(said: Sequence[Voice], key: str) -> list[str]:
    """What the numbers come to if each office counted its own: nobody but the clerk knows whether they did."""
    amounts = [a for v in said if (a := amount(v.text(key)))]
    whole = total(amounts) if len(amounts) == len(said) and counts(said[0].text("做了"), said[0].text("量")) else None
    return [f"如果是各报各的，合计 {whole}"] if whole is not None else []


def _source(said: Voice) -> str:
    own = said.text("来源")
    return f"{said.who}（{own}）" if own else said.who

"""The facts of many units as those of the level above: what counts the same is added up, with who gave how many; the rest is listed beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.facts.keys import FACT, ITEM, PRACTICE
from generator.merge.amounts import Amount, Counted, amount, counted, counts, total, why_not
from generator.merge.voices import Merged, Voice, grouped

_OPEN = "待补"
_COMMON = ("文种", "时段")
_OWN_WORDS = ("举措", "成效", "总领")


def summed(units: Sequence[Voice], unit: str = _OPEN) -> Merged:
    """The facts file of the level above, which is called ``unit``. Every sum names what it was made from (来源); what is not added up stands in 备注.

    The same fact: the same 板块, 事项, 做了 and 量. Problems and intentions are the units' own and stand in 备注.
    """
    notes: list[str] = []
    reporter = {"报告人": {"姓名": _OPEN, "职务": _OPEN}} if any("报告人" in u.given for u in units) else {}
    tree: dict[str, Any] = {"文种": units[0].text("文种"), "单位": {"全称": unit}, **reporter}
    for key in _COMMON:
        said = list(dict.fromkeys(filter(None, (u.text(key) for u in units))))
        if len(said) > 1:
            notes.append(f"各单位的“{key}”不一样：{'、'.join(f'{u.who} {u.text(key)}' for u in units)}")
        tree |= {key: said[0]} if len(said) == 1 else {key: _OPEN} if said else {}
    practices = [_practice(said, units, notes) for said in grouped((p for u in units for p in u.below("做法")), PRACTICE)]
    own = [f"{u.who}的{key}：{text}" for key in ("问题", "打算") for u in units for text in _listed(u, key)]
    return Merged({**tree, "做法": practices, **({"备注": own} if own else {})}, tuple(notes))


def _listed(unit: Voice, key: str) -> Iterator[str]:
    for said in unit.below(key):
        text = said.text("表现") or "；".join(said.texts("举措")) or said.text("小标题") or said.text("主题")
        if text:
            yield text


def _practice(said: Sequence[Voice], units: Sequence[Voice], notes: list[str]) -> dict[str, Any]:
    topic, heading = said[0].text("主题"), said[0].text("小标题")
    name = topic or heading
    items = [_item(group, units, f"{name}·{group[0].text('事项')}", notes) for group in grouped((i for p in said for i in p.below("要点")), ITEM)]
    loose, beside = _facts([f for p in said for f in p.below("事实")], units, name, notes)
    beside += _own_words(said)
    return {
        **({"主题": topic} if topic else {"小标题": heading}),
        **({"要点": items} if items else {}),
        **({"事实": loose} if loose else {}),
        **({"备注": beside} if beside else {}),
    }


def _item(said: Sequence[Voice], units: Sequence[Voice], name: str, notes: list[str]) -> dict[str, Any]:
    facts, beside = _facts([f for i in said for f in i.below("事实")], units, name, notes)
    beside += _own_words(said)
    return {"事项": said[0].text("事项"), "事实": facts or [_OPEN], **({"备注": beside} if beside else {})}


def _own_words(said: Sequence[Voice]) -> list[str]:
    return [f"{v.who}：{text}" for key in _OWN_WORDS for v in said for text in (v.texts(key) or [v.text(key)]) if text]


def _facts(said: Sequence[Voice], units: Sequence[Voice], name: str, notes: list[str]) -> tuple[list[Any], list[str]]:
    """The facts of one point added up, and what of them could not be."""
    made: list[Any] = []
    beside: list[str] = []
    for group in grouped((v for v in said if "数" in v.given), FACT):
        fact, problem = _sum(group, units)
        made.append(fact)
        if problem:
            notes.append(f"{name}：“{group[0].text('做了')}”没有相加：{problem}")
    for sentences in _alike([v for v in said if "数" not in v.given]):
        whole = _sum_sentences(sentences, units)
        if whole is None:
            beside += [f"{v.who}：{v.text('做了')}" for v, _ in sentences]
            notes += [f"{name}：没有相加的一句，{v.who}：{v.text('做了')}" for v, _ in sentences]
        else:
            made.append(whole)
    return made, beside


def _sum(group: Sequence[Voice], units: Sequence[Voice]) -> tuple[dict[str, Any], str]:
    """A fact with a number, and why it was not added up, if it was not: then its number is open, and what was given stands in 备注."""
    first = group[0]
    base = {key: first.text(key) for key in ("做了", "数", "量", "时间", "地点", "对象", "文件") if key in first.given}
    values = [(v.who, v.text("数")) for v in group]
    reasons = _reasons(first, values)
    amounts = [a for _, text in values if (a := amount(text))]
    whole = total(amounts) if amounts and not reasons else None
    if whole is None:
        told = "；".join(reasons) or "有的用万、亿，有的不用"
        part = total(amounts) if len(amounts) > 1 and counts(first.text("做了"), first.text("量")) else None
        partial = [f"确数相加是 {part}"] if part is not None else []
        return {**base, "数": _OPEN, "备注": [f"没有相加：{told}", "各单位报的：" + _given(values), *partial]}, told
    return {**base, "数": str(whole), "来源": _given(values), **_absent([v.who for v in group], units)}, ""


def _reasons(first: Voice, values: Sequence[tuple[str, str]]) -> list[str]:
    if not counts(first.text("做了"), first.text("量")):
        return ["比率、名次一类的数不能相加"]
    twice = sorted({who for who, _ in values if [w for w, _ in values].count(who) > 1})
    return [*(f"{who} {text or _OPEN} {why}" for who, text in values if (why := why_not(text))), *(f"{who}报了两次" for who in twice)]


def _given(values: Sequence[tuple[str, str]]) -> str:
    return "、".join(f"{who} {text or _OPEN}" for who, text in values)


def _absent(spoken: Sequence[str], units: Sequence[Voice]) -> dict[str, Any]:
    silent = [u.who for u in units if u.who not in spoken]
    return {"备注": [f"没有这一项：{'、'.join(silent)}"]} if silent else {}


Sentences = list[tuple[Voice, Counted | None]]


def _alike(said: Sequence[Voice]) -> list[Sentences]:
    """Sentences that differ in their numbers alone together."""
    found: dict[Any, Sentences] = {}
    for v in said:
        parsed = counted(v.text("做了"))
        found.setdefault(parsed.between if parsed else (v.who, v.text("做了")), []).append((v, parsed))
    return list(found.values())


def _sum_sentences(said: Sentences, units: Sequence[Voice]) -> dict[str, Any] | None:
    """One sentence with the numbers of several units added up; None where but one unit says it, or not every number adds up."""
    whos = [v.who for v, _ in said]
    parsed = [p for _, p in said if p is not None]
    if len(set(whos)) < 2 or len(set(whos)) < len(whos) or len(parsed) < len(said):
        return None
    sums: list[Amount] = [s for column in zip(*(p.amounts for p in parsed), strict=True) if (s := total(column))]
    if len(sums) < len(parsed[0].amounts):
        return None
    values = [(v.who, "、".join(map(str, p.amounts))) for (v, _), p in zip(said, parsed, strict=True)]
    return {"做了": parsed[0].filled(sums), "来源": "；".join(f"{who} {text}" for who, text in values), **_absent(whos, units)}

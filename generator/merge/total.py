"""The facts of many units as those of the level above: what counts the same is added up, with who gave how many; the rest is listed beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from generator.facts.keys import FACT, ITEM, PRACTICE
from generator.merge.amounts import Amount, Counted, amount, counted, counts, total, why_not
from generator.merge.voices import Detail, Merged, Voice, grouped

_OPEN = "待补"
_COMMON = ("文种", "时段")
_OWN_WORDS = ("举措", "成效", "总领")
_TOLD_APART = ("做了", "数", "量", "时间", "地点", "对象", "文件")
ADDED, NOT_ADDED, OWN = "相加", "没有相加", "原话"
"""What became of what a unit said."""


def summed(units: Sequence[Voice], unit: str = _OPEN, elsewhere: str = "") -> Merged:
    """The facts file of the level above, which is called ``unit``. Every sum names what it was made from (来源); what is not added up stands in 备注.

    The same fact: the same 板块, 事项, 做了 and 量. Problems and intentions are the units' own and stand in 备注. Of too many units to name them all,
    the file says how many and refers to ``elsewhere``, a file for the ``details``.
    """
    return _Sum(units, elsewhere).merged(unit)


class _Sum(Struct):
    """A sum in the making: what was noted, and what every unit said with what became of it."""

    units: Sequence[Voice]
    elsewhere: str
    notes: list[str] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)

    def merged(self, unit: str) -> Merged:
        units = self.units
        reporter = {"报告人": {"姓名": _OPEN, "职务": _OPEN}} if any("报告人" in u.given for u in units) else {}
        tree: dict[str, Any] = {"文种": units[0].text("文种"), "单位": {"全称": unit}, **reporter, **self._common()}
        practices = [self._practice(said) for said in grouped((p for u in units for p in u.below("做法")), PRACTICE)]
        own = [(u.who, f"{key}：{text}") for key in ("问题", "打算") for u in units for text in _listed(u, key)]
        beside = self._beside("", "", own)
        return Merged({**tree, "做法": practices, **({"备注": beside} if beside else {})}, tuple(self.notes), (), tuple(self.details))

    def _common(self) -> dict[str, Any]:
        """What all units have in common; open where they differ."""
        found: dict[str, Any] = {}
        for key in _COMMON:
            said = list(dict.fromkeys(filter(None, (u.text(key) for u in self.units))))
            if len(said) > 1:
                self.notes.append(f"各单位的“{key}”不一样：{'、'.join(said)}")
            found |= {key: said[0] if len(said) == 1 else _OPEN} if said else {}
        return found

    def _practice(self, said: Sequence[Voice]) -> dict[str, Any]:
        topic, heading = said[0].text("主题"), said[0].text("小标题")
        name = topic or heading
        items = [self._item(group, name) for group in grouped((i for p in said for i in p.below("要点")), ITEM)]
        loose, beside = self._facts([f for p in said for f in p.below("事实")], name, "")
        beside += self._beside(name, "", _own_words(said))
        return {
            **({"主题": topic} if topic else {"小标题": heading}),
            **({"要点": items} if items else {}),
            **({"事实": loose} if loose else {}),
            **({"备注": beside} if beside else {}),
        }

    def _item(self, said: Sequence[Voice], block: str) -> dict[str, Any]:
        matter = said[0].text("事项")
        facts, beside = self._facts([f for i in said for f in i.below("事实")], block, matter)
        beside += self._beside(block, matter, _own_words(said))
        return {"事项": matter, "事实": facts or [_OPEN], **({"备注": beside} if beside else {})}

    def _facts(self, said: Sequence[Voice], block: str, matter: str) -> tuple[list[Any], list[str]]:
        """The facts of one point added up, and what of them could not be."""
        made: list[Any] = [self._numbers(group, block, matter) for group in grouped((v for v in said if "数" in v.given), FACT)]
        left: list[tuple[str, str]] = []
        for sentences in _alike([v for v in said if "数" not in v.given]):
            whole = self._sentences(sentences, block, matter)
            if whole is None:
                left += [(v.who, v.text("做了")) for v, _ in sentences]
            else:
                made.append(whole)
        self.notes += [f"{block}·{matter}：没有相加的一句，{who}：{text}" for who, text in left]
        return made, self._beside(block, matter, left)

    def _beside(self, block: str, matter: str, said: Sequence[tuple[str, str]]) -> list[str]:
        """Units' own words, which nothing adds up."""
        self.details += [Detail(block, matter, "", "", who, text, OWN) for who, text in said]
        if self.elsewhere and said:
            return [f"各单位自己的话 {len(said)} 句，见 {self.elsewhere}"]
        return [f"{who}：{text}" for who, text in said]

    # --- numbers ---

    def _numbers(self, group: Sequence[Voice], block: str, matter: str) -> dict[str, Any]:
        """A fact with a number; where it cannot be added up its number is open, and what was given stands in 备注."""
        first = group[0]
        done, measure = first.text("做了"), first.text("量")
        base = {key: first.text(key) for key in _TOLD_APART if key in first.given}
        values = [(v.who, v.text("数")) for v in group]
        reasons = self._reasons(done, measure, values)
        amounts = [a for _, text in values if (a := amount(text))]
        whole = total(amounts) if amounts and not reasons else None
        outcome = NOT_ADDED if whole is None else ADDED
        self.details += [Detail(block, matter, done, measure, who, text or _OPEN, outcome) for who, text in values]
        if whole is not None:
            return {**base, "数": str(whole), **_last_year(group), "来源": self._given(values), **self._absent([v.who for v in group])}
        told = "；".join(reasons) or "有的用万、亿，有的不用"
        self.notes.append(f"{block}·{matter}：“{done}”没有相加：{told}")
        part = total(amounts) if len(amounts) > 1 and counts(done, measure) else None
        partial = [f"确数相加是 {part}"] if part is not None else []
        return {**base, "数": _OPEN, "备注": [f"没有相加：{told}", f"各单位报的：{self._given(values)}", *partial]}

    def _reasons(self, done: str, measure: str, values: Sequence[tuple[str, str]]) -> list[str]:
        if not counts(done, measure):
            return ["比率、名次一类的数不能相加"]
        by_reason: dict[str, list[str]] = {}
        for who, text in values:
            if why := why_not(text):
                by_reason.setdefault(why, []).append(f"{who} {text or _OPEN}")
        whos = [who for who, _ in values]
        twice = list(dict.fromkeys(who for who in whos if whos.count(who) > 1))
        return [*(f"{self._named(said)} {why}" for why, said in by_reason.items()), *([f"{self._named(twice)}报了两次"] if twice else [])]

    def _named(self, whos: Sequence[str]) -> str:
        """All of them, or one for all of many."""
        return f"{whos[0]} 等 {len(whos)} 个单位" if self.elsewhere and len(whos) > 1 else "、".join(whos)

    def _given(self, values: Sequence[tuple[str, str]]) -> str:
        if self.elsewhere:
            return f"{len(values)} 个单位，见 {self.elsewhere}"
        return "、".join(f"{who} {text or _OPEN}" for who, text in values)

    def _absent(self, spoken: Sequence[str]) -> dict[str, Any]:
        silent = [u.who for u in self.units if u.who not in spoken]
        return {"备注": [f"没有这一项：{self._named(silent)}"]} if silent else {}

    # --- sentences ---

    def _sentences(self, said: Sentences, block: str, matter: str) -> dict[str, Any] | None:
        """One sentence with the numbers of several units added up; None where but one unit says it, or not every number adds up."""
        whos = [v.who for v, _ in said]
        parsed = [p for _, p in said if p is not None]
        if len(set(whos)) < 2 or len(set(whos)) < len(whos) or len(parsed) < len(said):
            return None
        sums: list[Amount] = [s for column in zip(*(p.amounts for p in parsed), strict=True) if (s := total(column))]
        if len(sums) < len(parsed[0].amounts):
            return None
        whole = parsed[0].filled(sums)
        self.details += [Detail(block, matter, whole, "", v.who, v.text("做了"), ADDED) for v, _ in said]
        values = [(v.who, "、".join(map(str, p.amounts))) for (v, _), p in zip(said, parsed, strict=True)]
        source = self._given(values) if self.elsewhere else "；".join(f"{who} {text}" for who, text in values)
        return {"做了": whole, "来源": source, **self._absent(whos)}


def _last_year(group: Sequence[Voice]) -> dict[str, str]:
    """Last year's numbers added up, where every unit gives one that can be."""
    amounts = [amount(v.text("去年")) for v in group if "去年" in v.given]
    whole = total([a for a in amounts if a]) if len(amounts) == len(group) and all(amounts) else None
    return {"去年": str(whole)} if whole is not None else {}


Sentences = list[tuple[Voice, Counted | None]]


def _alike(said: Sequence[Voice]) -> list[Sentences]:
    """Sentences that differ in their numbers alone together."""
    found: dict[Any, Sentences] = {}
    for v in said:
        parsed = counted(v.text("做了"))
        found.setdefault(parsed.between if parsed else (v.who, v.text("做了")), []).append((v, parsed))
    return list(found.values())


def _listed(unit: Voice, key: str) -> Iterator[str]:
    for said in unit.below(key):
        text = said.text("表现") or "；".join(said.texts("举措")) or said.text("小标题") or said.text("主题")
        if text:
            yield text


def _own_words(said: Sequence[Voice]) -> list[tuple[str, str]]:
    return [(v.who, text) for key in _OWN_WORDS for v in said for text in (v.texts(key) or [v.text(key)]) if text]

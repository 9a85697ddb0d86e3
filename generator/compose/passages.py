"""What a passage of a template may say: the unit's particulars, the period, and wording drawn from the bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from generator.bank.phrase import Kind
from generator.compose.choose import Chooser, Pool
from generator.compose.spots import Spot
from generator.facts.model import Facts, Period
from generator.report import Inlines, Move, plain
from generator.template.model import Template
from generator.template.passage import Words, words


def passage(name: str, facts: Facts, template: Template, chooser: Chooser) -> Inlines:
    """The passage of that name over ``facts``; its draws are remembered by ``chooser``."""
    return template.passages[name].render(_context(name, facts, chooser))


def _context(name: str, facts: Facts, chooser: Chooser) -> Mapping[str, Any]:
    unit, reporter, period, values = facts.unit, facts.reporter, facts.period, chooser.values
    return {
        "单位": {
            "全称": words(unit.full),
            "简称": words(unit.short),
            "自称": Words(values.get("自称", ())),
            "党组织": words(unit.party),
            "支部": [words(b) for b in unit.branches],
            "业务": words(unit.business),
            "上级": words(unit.superior),
        },
        "报告人": {"姓名": words(reporter.name), "职务": words(reporter.post)} if reporter else {},
        "时段": words(period.words) if period else Words(),
        "期": words(period.words) if period and period.first else Words(),
        "全年": _spans(period, 1, 12),
        "上半年": _spans(period, 1, 6),
        "专题": [words(t) for t in facts.themes],
        "主语": Words(values.get("主语", ())),
        "用语": _drawing(name, facts, chooser),
        "择": lambda *variants: Words((chooser.pick(Spot(name, "择"), variants),)),
    }


def _spans(period: Period | None, first: int, last: int) -> bool:
    return bool(period and period.first and period.last and (period.first[1], period.last[1]) == (first, last))


def _drawing(name: str, facts: Facts, chooser: Chooser) -> Callable[[str, str], Words]:
    about = "，".join([*map(plain, facts.themes), *(p.text for p in facts.practices)])
    drawn: Counter[str] = Counter()

    def draw(move: str, topic: str) -> Words:
        drawn[topic] += 1
        kind = Kind.TRANSITION if move in (Move.TURN, Move.CAUSE) else Kind.CLAUSE
        spot = Spot(name, topic if drawn[topic] == 1 else f"{topic}{drawn[topic]}")
        return Words(chooser.draw_from(Pool(spot, kind, Move(move), topic, about)))

    return draw

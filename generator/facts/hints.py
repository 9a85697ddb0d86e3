"""What reports of the trade usually say where a list of a facts file may get one more entry."""

from __future__ import annotations

from collections.abc import Sequence

from generator.bank.bank import Bank
from generator.bank.phrase import SLOT
from generator.bank.slots import type_of
from generator.facts.model import Facts, Practice
from generator.facts.sides import Side, side_of
from generator.facts.usual import Usual

HERE = "＿＿"
"""Where an answer goes in what is asked."""


def usual_here(path: str, facts: Facts, sides: Sequence[Side], bank: Bank) -> tuple[str, ...]:
    """What may be said in the list at ``path``, what ``facts`` say already left out; ``sides`` are those that the trade writes of."""
    if path == "做法":
        taken = {part.topic for part in facts.practices}
        return tuple(side.name for side in sides if side.name and side.name not in taken)
    part = next((part for part in facts.practices if path.startswith(f"{part.path}.")), None)
    name = part.name if part else ""
    if part is None or not name:
        return ()
    side = next((side for side in sides if side.name == name), None) or side_of(bank, name)
    offered = side.matters if path.endswith("要点") else tuple(asked(fact) for fact in side.facts if not _said(fact, part))
    return tuple(text for text in offered if text not in part.text)


def _said(fact: Usual, part: Practice) -> bool:
    """Whether what ``fact`` counts is counted in the part already."""
    return SLOT.split(fact.text)[0] in part.text if not fact.text.startswith("{") else False


def asked(fact: Usual) -> str:
    """A fact in plain words, the place of each value open: 救助候鸟＿＿只."""
    return SLOT.sub(lambda slot: f"《{HERE}》" if type_of(slot[1])[0] == "文件" else HERE, fact.text)

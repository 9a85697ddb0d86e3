"""Which wordings the miner's rules know to be claims, for those who check what people wrote."""

from __future__ import annotations

import re

from generator.bank.formulations import Formulation
from generator.bank.phrase import Layer, Nature, Phrase
from generator.mining.nature import judge

_OF_THE_FACTS = ("{专题}", "{主题}", "{要点}", "{几}")
_MATTER = "{事项}"
_UNSURE = "拿不准"
_DONE = re.compile("说(?:做了|要办某件)事：(.+)")


def sure_claim(p: Phrase, formulations: tuple[Formulation, ...], common: frozenset[str] = frozenset()) -> str:
    """Why ``p`` says that something happened or is promised; empty where no rule surely says so. ``common`` are quoted names of no one unit.

    A wording with ``{事项}`` says what the facts say. What a person wrote has the benefit of the doubt: an event or a promise counts only where it
    opens the wording (组织, 检查 are nouns elsewhere), and a reason given with the entry stands. Mined phrases were judged when they were mined, in
    knowledge of the whole corpus.
    """
    if p.layer is Layer.MINED or p.reason or _MATTER in p.text:
        return ""
    text = p.text
    for slot in _OF_THE_FACTS:
        text = text.replace(slot, "")
    judged = judge(text, p.kind, p.move, formulations, common)
    if judged.nature is not Nature.CLAIM or judged.reason == _UNSURE:
        return ""
    done = _DONE.fullmatch(judged.reason)
    if done and not text.startswith(done[1]):
        return ""
    return judged.reason


_EVENT = re.compile("说(?:做了事|有了结果)：.+")


def tells_of_event(reason: str) -> bool:
    """Whether the ``reason`` of a verdict is that something was done or reached, and not only that no rule knows the wording to be formula."""
    return _EVENT.fullmatch(reason) is not None

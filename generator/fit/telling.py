"""Fit in words, for the person who asks why a phrase stands where it does, or why another does not."""

from __future__ import annotations

from generator.bank.phrase import OR, Layer, Phrase, Position
from generator.fit.judge import Fit

_BEHIND = {Position.OPEN: "放在“{}……”前面", Position.CLOSE: "跟在“{}……”后面", Position.WHOLE: "统领“{}……”"}
_MOST_WORDS = 4


def because(phrase: Phrase, found: Fit) -> str:
    """What ``phrase`` stood beside in past reports, and which of its conditions hold here."""
    return "；".join(filter(None, (_past(phrase), _holds(phrase, found))))


def against(phrase: Phrase, found: Fit) -> str:
    """Why ``phrase`` does not stand; empty where it could."""
    if found.other_act:
        return f"只跟在{'、'.join(act for act, _ in phrase.acts)}一类的事旁边"
    if phrase.situations:
        return "" if found.situations else f"只用在这些情形：{'、'.join(phrase.situations)}"
    if found.lacks:
        return "这里没有说到" + "、".join(f"“{OR.join(group)}”" for group in found.lacks)
    if not (found.words or found.said):
        return "除了事类，没有一个词说到一起"
    if found.strange:
        return f"只有{'、'.join(f'“{word}”' for word in found.words)}说到一起，还少"
    if not found.stands:
        return f"合得不够（{found.rank:.2f}，要 {found.least:.2f}）"
    return ""


def _past(phrase: Phrase) -> str:
    if not phrase.evidence:
        return f"{phrase.layer}用语" if phrase.layer is not Layer.MINED else ""
    reports = f"在 {phrase.units} 个单位的报告里" if phrase.units > 1 else "在报告里"
    beside = _BEHIND.get(phrase.position, "和“{}……”一起").format(phrase.beside[0][0]) if phrase.position and phrase.beside else "写过"
    return f"{reports}{beside}，如 {phrase.evidence[0].report}"


def _holds(phrase: Phrase, found: Fit) -> str:
    if found.situations:
        return f"这里是这种情形：{'、'.join(found.situations)}"
    said = [f"事类 {'、'.join(found.acts)}"] if found.acts else []
    said += [f"同说{'、'.join(f'“{word}”' for word in found.words[:_MOST_WORDS])}"] if found.words else []
    said += [f"说到{'、'.join(f'“{OR.join(group)}”' for group in phrase.licence)}"] if phrase.licence else []
    return f"这里合得上：{'，'.join(said)}（{found.rank:.2f}）" if said else ""

"""What to review, in which order, and what a reader sees of a phrase's place in its report."""

from __future__ import annotations

from collections.abc import Iterable

from generator.bank.ledger import Ledger, Verdict
from generator.bank.phrase import SLOT, Kind, Nature, Phrase, Status


def candidates(phrases: Iterable[Phrase], ledger: Ledger, kind: Kind | None = None, topic: str = "") -> list[Phrase]:
    """The phrases that wait for a decision, most valuable first: by support, formula before claim, then topic; those put off come last."""
    waiting = ((p, ledger.on(p.kind, p.text)) for p in phrases if p.status is Status.MINED)
    open_ = [(p, d) for p, d in waiting if d is None or d.verdict is Verdict.LATER]
    wanted = [(d is not None, p) for p, d in open_ if (kind is None or p.kind is kind) and (not topic or p.topic == topic)]
    return [p for _, p in sorted(wanted, key=lambda pair: (pair[0], *_worth(pair[1])))]


def _worth(p: Phrase) -> tuple[int, bool, str, str, str]:
    return -p.support, p.nature is not Nature.FORMULA, p.topic, p.kind, p.text


_AROUND = 24


def in_context(text: str, line: str) -> tuple[str, str, str]:
    """``line`` as (before, what shows ``text``, after), cut to a few words around; the middle is empty where nothing of ``text`` is found.

    A frame is found by the longest run between its slots.
    """
    run = max(SLOT.split(text)[::2], key=len)
    at = line.find(run) if run else -1
    if at < 0:
        return line[: 3 * _AROUND], "", "…" if len(line) > 3 * _AROUND else ""
    end = at + len(run)
    before, after = line[:at], line[end:]
    return (
        ("…" if len(before) > _AROUND else "") + before[-_AROUND:],
        run,
        after[:_AROUND] + ("…" if len(after) > _AROUND else ""),
    )

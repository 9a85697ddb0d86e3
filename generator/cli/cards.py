"""Phrases as a terminal shows them: one on a card, many in a table, full-width characters two columns wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.bank.phrase import BY_STATEMENT, OR, Phrase, counted_texts
from generator.chinese.months import Month, printed
from generator.chinese.width import columns, cut, padded


def card(p: Phrase) -> str:
    """All that is known of ``p``, a line each."""
    return "\n".join(f"{key}：{value}" for key, value in _facts(p) if value)


def _facts(p: Phrase) -> list[tuple[str, str]]:
    return [
        ("说法", p.text),
        ("编号", p.id),
        ("类", f"{p.kind}，{p.nature}" + (f"（{p.reason}）" if p.reason else "")),
        ("主题", p.topic),
        ("语步", str(p.move or "")),
        ("位", str(p.position or "")),
        ("槽", "、".join(f"{{{s.name}}}" + (f" {s.topic}" if s.topic else "") for s in p.slots)),
        ("伴", "、".join(counted_texts(p.beside))),
        ("事类", "、".join(counted_texts(p.acts))),
        ("限", "；".join(OR.join(group) for group in p.licence)),
        ("凭", BY_STATEMENT if p.by_statement else ""),
        ("情形", "、".join(p.situations)),
        ("支持", f"{p.units} 个单位，{p.support} 份报告，{p.count} 次" if p.support else ""),
        ("出处", "、".join(f"{e.report} 第 {e.line} 行" for e in p.evidence)),
        ("时效", f"{_month(p.since)}—{_month(p.until)}" if p.since or p.until else ""),
        ("状态", f"{p.status}，{p.layer}层"),
    ]


def _month(month: Month | None) -> str:
    return printed(month) if month else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> str:
    """Rows in aligned columns within ``width``; the last column gives way, cut with … where it does not fit."""
    cells = [list(head), *map(list, rows)]
    widths = [max(columns(row[i]) for row in cells) for i in range(len(head) - 1)]
    room = max(8, width - sum(widths) - 2 * len(widths))
    return "\n".join("  ".join([*(padded(c, w) for c, w in zip(row, widths, strict=False)), cut(row[-1], room)]).rstrip() for row in cells)

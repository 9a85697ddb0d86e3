"""Remarks as a page to print: Markdown, and HTML that needs nothing beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from generator.check.remark import Remark
from generator.check.telling.paper import page, safe
from generator.problems import Severity

_HEAD = ("位置", "问题", "原文", "怎么改", "依据")


def tally(remarks: Iterable[Remark]) -> str:
    """How many of each weight: 错误 2 处，提示 3 处."""
    counts = Counter(r.severity for r in remarks)
    return "，".join(f"{severity} {counts[severity]} 处" for severity in Severity if counts[severity])


def as_markdown(remarks: Sequence[Remark], name: str) -> str:
    """A table for each weight, the worst first."""
    out = [f"# 查稿：{safe(name)}", "", f"{tally(remarks) or '没有查出问题'}。", ""]
    for severity, group in _groups(remarks):
        rows = [f"| {' | '.join(map(safe, _cells(r)))} |" for r in group]
        out += [f"## {severity}", "", f"| {' | '.join(_HEAD)} |", "| --- " * len(_HEAD) + "|", *rows, ""]
    return "\n".join(out)


def as_html(remarks: Sequence[Remark], name: str) -> str:
    """A whole page, set for A4."""
    body = [f"<p>{tally(remarks) or '没有查出问题'}。</p>"]
    for severity, group in _groups(remarks):
        head = "".join(f"<th>{cell}</th>" for cell in _HEAD)
        rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in _cells(r)) + "</tr>" for r in group)
        body.append(f"<h2>{severity}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    return page(f"查稿：{name}", "".join(body))


def _groups(remarks: Sequence[Remark]) -> Iterable[tuple[Severity, list[Remark]]]:
    return ((s, found) for s in Severity if (found := [r for r in remarks if r.severity is s]))


def _cells(remark: Remark) -> tuple[str, ...]:
    line = f"{remark.place.line}:{remark.place.column}".strip(":0") if remark.place.line else "全文"
    place = f"{line} {remark.where.rpartition(' › ')[2]}".strip()
    return place, remark.fault, remark.excerpt, remark.mend, f"{remark.authority or remark.level}（{remark.code}）"

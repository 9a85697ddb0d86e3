"""Two years as a table of what rose, fell, came and went: on a terminal, as Markdown, JSON, and as an annex to paste into a facts file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from generator.check.telling.paper import safe
from generator.chinese.width import columns, cut, padded
from generator.jsontext import json_text
from generator.report import BLANK_MARK, CELL
from generator.yamlfile import dump
from generator.years.change import Change, Compared, Course, signed, signed_per_cent
from generator.years.counting import Told

_NARROWEST = 16
"""Columns that the name of what is counted keeps on the narrowest terminal."""
_OPEN = "待补"
_LEFT = 2
"""How many columns of a row are words; the rest are figures, which stand to the right."""


def head(found: Compared) -> tuple[str, ...]:
    """The head of the table: what is counted, its measure, both years, the difference, and what became of it."""
    return ("项目", "单位", found.old, found.new, "增减", "增减幅", "变化")


def row(change: Change) -> tuple[str, ...]:
    """One count as the cells under ``head``."""
    old, new = (_figure(c.figure.text) if c else "" for c in (change.old, change.new))
    return change.count.words, change.count.measure, old, new, signed(change), signed_per_cent(change), change.course


def _figure(text: str) -> str:
    return _OPEN if text == BLANK_MARK else text


# --- on a terminal ---------------------------------------------------------------------------------------------------------------------------


def as_text(found: Compared, width: int) -> str:
    """The table by 板块 within ``width`` columns, then the facts that count nothing, then how many of each."""
    rows = [head(found), *map(row, found.changes)]
    widths = [max(columns(cells[n]) for cells in rows) for n in range(len(rows[0]))]
    widths[0] = max(_NARROWEST, min(widths[0], width - sum(widths[1:]) - 2 * len(widths)))
    out = [_aligned(rows[0], widths)]
    for block in dict.fromkeys(c.count.block for c in found.changes):
        out += [block, *(_aligned(row(c), widths) + _note(c) for c in found.changes if c.count.block == block)]
    out += [*_listed(f"{found.new}新写", found.come), *_listed(f"{found.old}写了、{found.new}没有", found.gone)]
    return "\n".join([*out, f"共 {len(found.changes)} 项：{tally(found)}。"])


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    """A row indented by two columns; what is counted gives way, the figures do not."""
    texts = [cut(cells[0], widths[0]), *cells[1:]]
    last = len(widths) - 1
    made = (padded(text, wide, right=_LEFT <= n < last) for n, (text, wide) in enumerate(zip(texts, widths, strict=True)))
    return f"  {'  '.join(made)}".rstrip()


def _note(change: Change) -> str:
    return f"（{change.why_not}）" if change.why_not else ""


def _listed(title: str, told: Sequence[Told]) -> Iterator[str]:
    if told:
        yield f"没有数的，{title}："
        yield from (f"  第 {t.line} 行　{t.words}" for t in told)


def tally(found: Compared) -> str:
    """How many of each: 增 3，减 2."""
    counts = Counter(c.course for c in found.changes)
    return "，".join(f"{course} {counts[course]}" for course in Course if counts[course]) or "没有数可比"


# --- for other programs ----------------------------------------------------------------------------------------------------------------------


def as_markdown(found: Compared) -> str:
    """The table, a column for the 板块 before it; below it the facts that count nothing."""
    rows = [("板块", *head(found)), *((c.count.block, *row(c)) for c in found.changes)]
    cells = [f"| {' | '.join(map(safe, cells))} |" for cells in rows]
    rule = f"| {' | '.join(['---'] * (1 + _LEFT) + ['--:'] * (len(rows[0]) - 2 - _LEFT) + ['---'])} |"
    told = [f"- {safe(t.words)}" for t in found.come], [f"- {safe(t.words)}" for t in found.gone]
    below = [(f"{found.new}新写", told[0]), (f"{found.old}写了、{found.new}没有", told[1])]
    return "\n".join(
        [title(found, "# "), "", cells[0], rule, *cells[1:], *(line for name, said in below if said for line in ("", f"{name}：", "", *said))]
    )


def title(found: Compared, mark: str = "") -> str:
    """What the table is called."""
    return f"{mark}{found.new}与{found.old}主要数据对照表"


def as_json(found: Compared) -> str:
    """An object: the two years, the changes, the facts that count nothing and are told in one year alone."""
    plain = {
        "old": found.old,
        "new": found.new,
        "changes": [_plain(c) for c in found.changes],
        "come": [_told(t) for t in found.come],
        "gone": [_told(t) for t in found.gone],
    }
    return json_text(plain)


def _plain(change: Change) -> dict[str, Any]:
    words, measure, old, new, difference, per_cent, course = row(change)
    return {
        "block": change.count.block,
        "matter": change.count.matter,
        "counted": words,
        "measure": measure,
        "old": old,
        "new": new,
        "difference": difference,
        "per_cent": per_cent,
        "course": course,
        "old_line": change.old.line if change.old else 0,
        "new_line": change.new.line if change.new else 0,
        "note": change.why_not,
    }


def _told(told: Told) -> dict[str, Any]:
    return {"block": told.block, "matter": told.matter, "words": told.words, "line": told.line}


def as_annex(found: Compared) -> str:
    """An attachment with the table (附件 › 表格) as YAML, to be pasted into the facts file of this year."""
    rows = [head(found)[:-1], *(row(c)[:-1] for c in found.changes)]
    return dump({"附件": [{"名称": title(found), "表格": [CELL.join(map(_celled, cells)) for cells in rows]}]})


def _celled(text: str) -> str:
    return text.replace(CELL, "／")

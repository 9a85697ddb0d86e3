"""What followed a change of facts, in words: the facts with every place that prints them, what else changed, what stayed behind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.sentences import Sentence
from generator.compare.telling import Paint, in_brackets, rows_of
from generator.compare.words import Mark, marked
from generator.printed import ANNEX_KINDS, LineKind
from generator.years.moved import Followed, Moved, Stale

_PLACES = {LineKind.HEADING: "小标题", LineKind.TITLE: "标题"}


def in_words(found: Followed, remarks: tuple[str, ...] = (), paint: Paint = in_brackets) -> str:
    """``found`` in rows, and ``remarks`` on figures that do not agree any more; nothing where nothing changed."""
    out: list[str] = []
    if found.moved:
        out += [f"改了的事实 {len(found.moved)} 处，稿子里跟着变的：", *(row for m in found.moved for row in _moved(m, paint))]
    if found.others:
        out += [f"别处跟着变的 {len(found.others)} 处：", *(f"  {row}" for change in found.others for row in rows_of(change, paint))]
    if found.stale or remarks:
        out += [f"没有跟着变的 {len(found.stale) + len(remarks)} 处，请核对：", *map(_stale, found.stale), *(f"  {r}" for r in remarks)]
    return "".join(f"{row}\n" for row in out)


def _moved(moved: Moved, paint: Paint) -> Iterator[str]:
    old, new = moved.old, moved.new
    if new is None:
        assert old is not None
        yield f"  原表第 {old.line} 行 {old.path}　{paint(Mark.GONE, old.text)}"
        yield from (f"    {place(s)}（没有了）" for s in old.holders)
        return
    words = "".join(paint(p.mark, p.text) for p in marked(old.text, new.text)) if old else paint(Mark.COME, new.text)
    yield f"  第 {new.line} 行 {new.path}　{words}"
    yield from (f"    {place(s)}" for s in new.holders)


def place(sentence: Sentence) -> str:
    """Where a sentence stands, the kind of place first: 小标题, 正文, 附件, 导语."""
    if sentence.kind in ANNEX_KINDS:
        return f"附件　{sentence.where}"
    if sentence.kind in _PLACES:
        return f"{_PLACES[sentence.kind]}　{' › '.join(sentence.trail)}".rstrip()
    return f"{'正文' if sentence.trail else '导语'}　{sentence.where}"


def _stale(stale: Stale) -> str:
    change = stale.change
    assert change.new is not None
    now = f"{change.new.figure}{change.new.measure}（第 {change.new.line} 行）"
    return f"  {place(stale.sentence)}　还写着“{stale.count.words}”{stale.count.figure}{stale.count.measure}，事实表里现在是 {now}"

"""A figure that was changed in the printed report, put into the facts file: nothing but it changes, and what the file then says is read first."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.facts.fill import filled
from generator.facts.gaps import Reading
from generator.facts.normalise import normalise
from generator.facts.reread import Read, Refused, only_change, reread
from generator.facts.spots import spots
from generator.problems import Place, Source


class Amendment(Struct, frozen=True):
    """``new`` for the figure ``old`` of the value at ``place``, or for its blank number ``order`` where ``old`` is empty."""

    place: Place
    old: str
    new: str
    order: int = 0


def amended(source: Source, amendment: Amendment, read: Read) -> str | Refused:
    """The text of the clean ``source`` with ``amendment`` made. Refused where the value does not hold the figure once, or the file would then say
    anything else otherwise."""
    now = read(source)
    if amendment.old:
        return _with_figure(source, now, amendment, read)
    gaps = [gap for gap in now.gaps if gap.is_blank and gap.place == amendment.place and gap.order == amendment.order]
    return filled(source, now, gaps[0], amendment.new, read) if gaps else _elsewhere(amendment)


def _with_figure(source: Source, now: Reading, amendment: Amendment, read: Read) -> str | Refused:
    spot = spots(source).get(amendment.place)
    if spot is None:
        return _elsewhere(amendment)
    standing = [m for m in _FIGURE.finditer(source.text, spot.start, spot.end) if normalise(m[0]) == amendment.old]
    if len(standing) != 1:
        return _elsewhere(amendment)
    text = f"{source.text[: standing[0].start()]}{amendment.new}{source.text[standing[0].end() :]}"
    then = reread(source, text, read)
    if isinstance(then, Refused):
        return then
    return text if _says_just_that(now, then, amendment) else _elsewhere(amendment)


_FIGURE = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*|[一二三四五六七八九十百千万亿两〇零]+")


def _says_just_that(now: Reading, then: Reading, amendment: Amendment) -> bool:
    """Whether one value differs, and by that figure alone."""
    changed = only_change(now, then)
    if changed is None:
        return False
    (path, before, open_before), (new_path, after, open_after) = changed
    return (path, open_before) == (new_path, open_after) and after in _replaced(before, amendment.old, normalise(amendment.new))


def _replaced(text: str, old: str, new: str) -> set[str]:
    return {f"{text[: m.start()]}{new}{text[m.end() :]}" for m in re.finditer(re.escape(old), text)}


def _elsewhere(amendment: Amendment) -> Refused:
    return Refused(f"看不准改哪里，没有写；请在文件第 {amendment.place.line} 行改")

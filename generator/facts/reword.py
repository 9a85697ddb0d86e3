"""A note put otherwise in the facts file, in its place: no other value changes, and what the file then says is read first."""

from __future__ import annotations

from msgspec import Struct

from generator.facts.normalise import normalise
from generator.facts.reread import Read, Refused, only_change, reread
from generator.facts.spelt import spelt
from generator.facts.spots import spots
from generator.problems import Place, Source


class Rewording(Struct, frozen=True):
    """The value ``old`` at ``place``, and the ``new`` words for it."""

    place: Place
    old: str
    new: str


def reworded(source: Source, rewording: Rewording, read: Read) -> str | Refused:
    """The text of the clean ``source`` with ``rewording`` made. Refused where no value there says just that (a fact in parts: 做了, 数, 量), or where
    the file would then say anything else otherwise."""
    spot = spots(source).get(rewording.place)
    if spot is None or normalise(spot.text).strip() != rewording.old:
        return _elsewhere(rewording)
    written = rewording.new if spot.line_of_block else spelt(rewording.new)
    text = f"{source.text[: spot.start]}{written}{source.text[spot.end :]}"
    then = reread(source, text, read)
    if isinstance(then, Refused):
        return then
    changed = only_change(read(source), then)
    says = changed is not None and changed[0][0] == changed[1][0] and changed[1][1] == normalise(rewording.new)
    return text if says else _elsewhere(rewording)


def _elsewhere(rewording: Rewording) -> Refused:
    return Refused(f"看不准改哪里，没有写；请在文件第 {rewording.place.line} 行改")

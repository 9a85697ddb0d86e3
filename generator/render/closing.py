"""Signature and date: how far each stands from the right (GB/T 9704-2012, 7.3.5.1 with a seal, 7.3.5.2 without)."""

from __future__ import annotations

from msgspec import Struct

from generator.render.looks import Style
from generator.render.ooxml import CHARACTER
from generator.render.pieces import characters
from generator.report import Report, plain


class Closing(Struct, frozen=True):
    """Space on the right of signature and date, in characters."""

    signature: float
    date: float

    @classmethod
    def of(cls, report: Report, style: Style) -> Closing:
        """As the standard has it for ``report``; a signature too long for its place begins at the left edge."""
        signature = characters(plain(report.signature), style.signature)
        date = characters(plain(report.date), style.date)
        room = style.page.text_width / CHARACTER
        if not report.signature:
            gap = style.sealed_gap if report.sealed else style.signature_gap
            return cls(gap, gap)
        return _sealed(signature, date, room, style) if report.sealed else _unsealed(signature, date, room, style)


def _sealed(signature: float, date: float, room: float, style: Style) -> Closing:
    """The date stands four characters from the right, the signature centred above it as far as there is room."""
    centred = style.sealed_gap + (date - signature) / 2
    if not date:
        return Closing(style.sealed_gap, style.sealed_gap)
    return Closing(max(0.0, min(centred, room - signature)), style.sealed_gap)


def _unsealed(signature: float, date: float, room: float, style: Style) -> Closing:
    """The date begins two characters right of the signature; where it is the longer one it takes the gap and pushes the signature left."""
    gap, shift = style.signature_gap, style.date_shift
    signature = min(room - gap, signature)
    if signature >= date:
        return Closing(gap, max(0.0, gap + signature - shift - date))
    return Closing(gap + shift + date - signature, gap)

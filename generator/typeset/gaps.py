"""How many empty lines stand between two paragraphs: the elements of GB/T 9704-2012, clause 7, as a look sets them."""

from __future__ import annotations

from msgspec import Struct

from generator.check.roles import Part, Role
from generator.render.looks import Style

RUNNING = frozenset({Role.HEADING, Role.BODY})
CLOSING = frozenset({Role.SIGNATURE, Role.DATE})
_MARKS = frozenset({Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY})
_NUMBERED = frozenset({Role.DOCUMENT_NUMBER, Role.SIGNER})


class Ending(Struct, frozen=True):
    """How a paper ends: with a seal over its signature (7.3.5.1), with the signature of who orders (``signed``, 7.3.5.3), or with neither."""

    sealed: bool = False
    signed: bool = False

    def above(self, before: Role, style: Style) -> int:
        """The empty lines above signature and date."""
        if self.signed:
            return _UNDER_SIGNATURE if before in CLOSING else _OVER_SIGNATURE
        if before in CLOSING:
            return 0
        return style.sealed_lines if self.sealed else style.signature.lines_before


_OVER_SIGNATURE, _UNDER_SIGNATURE = 2, 1


def gap(above: Part | None, below: Part, style: Style, ending: Ending) -> int | None:
    """The empty lines between ``above`` (None: nothing) and ``below``; None where whoever made the file knows better."""
    if above is None or above.role is Role.COVER:
        return 0
    before, role = above.role, below.role
    if role in CLOSING:
        return ending.above(before, style)
    if role is Role.ATTACHMENT:
        return 0 if before is Role.ATTACHMENT else style.attachment.lines_before
    if role is Role.ANNEX_LABEL:
        return 0
    if role is Role.NOTE:
        return 0 if before in CLOSING else None
    if role is Role.ANNEX_TITLE:
        return style.annex.title.lines_before if before is Role.ANNEX_LABEL else 0 if before is Role.ANNEX_TITLE else None
    if role in RUNNING or role is Role.ADDRESSEE:
        return _above_text(before, style)
    return _above_head(before, role, style)


def _above_text(before: Role, style: Style) -> int | None:
    if before in RUNNING or before is Role.ADDRESSEE:
        return 0
    if before in (Role.TITLE, Role.SUBTITLE):
        return style.title.lines_after
    return style.annex.title.lines_after if before is Role.ANNEX_TITLE else None


def _above_head(before: Role, role: Role, style: Style) -> int | None:
    if role is Role.TITLE:
        return 0 if before is Role.TITLE else style.title.lines_before if before in _NUMBERED else None
    if role is Role.SUBTITLE or (role is Role.DOCUMENT_NUMBER and before in (Role.TITLE, Role.SUBTITLE)):
        return 0
    if role in _NUMBERED and before is Role.ISSUER:
        return style.masthead.number.lines_before
    return 0 if role in _MARKS and before in _MARKS else None

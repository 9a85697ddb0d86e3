"""The number of a paper and who signs it on one line, apart by a tab; the red line directly below them (GB/T 9704-2012, 7.2.5 to 7.2.7)."""

from __future__ import annotations

import re

from generator.check.forms import Form
from generator.check.roles import Part, Role
from generator.check.rule import Laid
from generator.reading.elements import Element, child
from generator.render.looks import Style
from generator.render.ooxml import CHARACTER
from generator.typeset.paragraphs import Stop
from generator.typeset.signs import BLANKS, erase, put_tab, signs

_SIGNED = re.compile(rf"[{BLANKS}]*(?P<number>\S.*?号)(?P<gap>[{BLANKS}]*)签发人")
_HEADED = frozenset({Role.DOCUMENT_NUMBER, Role.SIGNER})


def lined(laid: Laid) -> int | None:
    """Where the last line above the title stands, which the red line is to be drawn under: below a 发文机关标志 that is none of a picture, in a head
    that has no line but one under that line or under an empty one below it."""
    title = next((part.at for part in laid.of(Role.TITLE)), 0)
    head = [part for part in laid.parts if part.at < title]
    last = next((part.at for part in reversed(head) if part.role in _HEADED), None)
    if last is None or laid.form is not Form.DOCUMENT or not laid.of(Role.ISSUER):
        return None
    elsewhere = (
        part for part in head if part.paragraph.holds or (ruled(part) and (part.at < last or (part.at > last and part.role is not Role.EMPTY)))
    )
    return None if any(True for _ in elsewhere) else last


def ruled(part: Part) -> bool:
    """Whether a border is drawn over or under ``part``."""
    return bool(part.paragraph.shape.top or part.paragraph.shape.bottom)


def unrule(paragraph: Element) -> None:
    """Take the border off ``paragraph``."""
    border = child(paragraph, "pPr", "pBdr")
    if border is not None:
        border.getparent().remove(border)


def spread(paragraph: Element) -> bool:
    """Let tabs stand before the number of ``paragraph`` and before 签发人 behind it, where blanks do; whether any had to."""
    found = signs(paragraph)
    text = "".join(sign.text for sign in found)
    match = _SIGNED.match(text)
    if match is None or "\t" in match["gap"]:
        return False
    erase([*found[: match.start("number")], *found[match.start("gap") : match.end("gap")]])
    for at in (len(match["number"]), 0):
        put_tab(paragraph, at)
    return True


def stops(style: Style) -> tuple[Stop, Stop]:
    """One character in from the left and from the right: an indent would shorten the red line."""
    return Stop(CHARACTER), Stop(style.page.text_width - CHARACTER, "right")

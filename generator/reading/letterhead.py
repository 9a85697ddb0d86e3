"""版头 and 版记 of a Word file: known by their styles alone, since their words do not set them off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from generator.printed import ANNEX_KINDS, IMPRINT_KINDS, MASTHEAD_KINDS, LineKind
from generator.reading.lines import BLANKS, SourceLine
from generator.report import Imprint, Inlines, Masthead

APART = frozenset({*MASTHEAD_KINDS, *ANNEX_KINDS, *IMPRINT_KINDS})
"""The kinds of paragraph that stand outside the report proper."""

Say = Callable[[SourceLine], Inlines]

_NUMBER = re.compile(r"号$|第\s*[\d一二三四五六七八九十百]+\s*[期次]")
_SIGNED = "签发人："
_COPIED = "抄送："
_PRINTED = "印发"


def masthead(lines: Sequence[SourceLine], say: Say) -> Masthead | None:
    """The 版头 among ``lines``. 发文字号 and 签发人 stand on one line, parted by tabs; the number is the one that ends in 号 or counts issues."""
    cells = [cell for line in lines if line.kind in MASTHEAD_KINDS for cell in _cells(line)]
    if not cells:
        return None
    single = {kind: next((say(c) for c in cells if c.kind is kind), ()) for kind in MASTHEAD_KINDS}
    numbered = [_without(c, _SIGNED) for c in cells if c.kind in (LineKind.NUMBER, LineKind.SIGNER)]
    return Masthead(
        single[LineKind.COPY],
        single[LineKind.SECRECY],
        single[LineKind.URGENCY],
        single[LineKind.ISSUER],
        next((say(c) for c in numbered if _NUMBER.search(c.text)), ()),
        tuple(say(c) for c in numbered if c.text and not _NUMBER.search(c.text)),
        any(c.kind is LineKind.ISSUER and not c.text.endswith("文件") for c in cells),
    )


def imprint(lines: Sequence[SourceLine], say: Say) -> Imprint | None:
    """The 版记 among ``lines``: who gets copies, who printed it, when."""
    cells = [_without(cell, _COPIED) for line in lines if line.kind in IMPRINT_KINDS for cell in _cells(line)]
    if not cells:
        return None
    printing = [c for c in cells if c.kind is not LineKind.COPIES]
    return Imprint(
        tuple(i for c in cells if c.kind is LineKind.COPIES for i in say(c)),
        next((say(c) for c in printing if not c.text.endswith(_PRINTED)), ()),
        next((say(c) for c in printing if c.text.endswith(_PRINTED)), ()),
    )


def _cells(line: SourceLine) -> Iterator[SourceLine]:
    at = 0
    for piece in line.text.split("\t"):
        text = piece.strip(BLANKS)
        if text:
            yield replace(line, text=text, column=line.column + at + piece.index(text[0]))
        at += len(piece) + 1


def _without(cell: SourceLine, label: str) -> SourceLine:
    rest = cell.text.removeprefix(label)
    return replace(cell, text=rest, column=cell.column + len(cell.text) - len(rest))

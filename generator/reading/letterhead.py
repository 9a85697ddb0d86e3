"""版头 and 版记: known by their styles, a 版头 also by the 发文字号 in it, which nothing else looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from generator.printed import ANNEX_KINDS, IMPRINT_KINDS, MASTHEAD_KINDS, LineKind
from generator.reading.headings import heading
from generator.reading.lines import BLANKS, SourceLine
from generator.reading.signed import OFFICE
from generator.report import Imprint, Inlines, Masthead

APART = frozenset({*MASTHEAD_KINDS, *ANNEX_KINDS, *IMPRINT_KINDS})
"""The kinds of paragraph that stand outside the report proper."""

Say = Callable[[SourceLine], Inlines]

_NUMBER = re.compile(r"号$|第\s*[\d一二三四五六七八九十百]+\s*[期次]")
_SIGNED = re.compile("签发人[：:]\\s*")
_COPIED = re.compile("抄送：")
_PRINTED = "印发"


_DOCUMENT_NUMBER = re.compile(
    r"(?P<number>[（(]?[\u4e00-\u9fff]{1,15}\s*[〔\[［(（﹝【]\s*(?:19|20)\d\d\s*[〕\]］)）﹞】]\s*第?\s*\d{1,4}\s*号[）)]?)(?P<signer>\s+签发人[：:].{2,12})?"
)
_ALONE = {
    LineKind.COPY: re.compile(r"(?!(?:19|20)\d\d$)\d{4,8}"),
    LineKind.SECRECY: re.compile(r"(?:绝密|机密|秘密)\s*(?:★.{0,6})?"),
    LineKind.URGENCY: re.compile("特急|加急|平急|特提"),
    LineKind.ISSUER: re.compile(r"(?!.*(?:关于|转发))[\u4e00-\u9fff（）\s]{2,40}文件"),
    LineKind.SIGNER: re.compile(r"签发人[：:]\s*[\u4e00-\u9fff·\s]{2,10}"),
}
"""What a line of a 版头 says that says nothing else (GB/T 9704-2012, 7.2)."""
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")
_MOST_ABOVE = 12
"""Lines at the most among which a 版头 stands."""


def told_above(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """``lines`` with the kinds of a 版头 (7.2) where no style tells them: those around a 发文字号 before the first heading."""
    opening = lines[:_MOST_ABOVE]
    ends = next((n for n, line in enumerate(opening) if line.kind is not None or heading(line) is not None), len(opening))
    at = next((n for n in range(ends) if _DOCUMENT_NUMBER.fullmatch(lines[n].text)), None)
    if at is None:
        return list(lines)
    kinds = dict(_around(lines, at, ends))
    return [_numbered(line) if n == at else replace(line, kind=kinds[n]) if n in kinds else line for n, line in enumerate(lines)]


def _around(lines: Sequence[SourceLine], at: int, ends: int) -> Iterator[tuple[int, LineKind]]:
    """What the lines up to ``ends`` are of the 版头 whose 发文字号 stands at ``at``; offices that issue it together stay as they are."""
    found = {n: kind for n in range(ends) for kind, said in _ALONE.items() if said.fullmatch(lines[n].text)}
    if at and at - 1 not in found and OFFICE.fullmatch(lines[at - 1].text) and all(n in found for n in range(at - 1)):
        found[at - 1] = LineKind.ISSUER
    if LineKind.SIGNER in found.values():
        last = max(n for n, kind in found.items() if kind is LineKind.SIGNER)
        names = takewhile(lambda n: _NAME.fullmatch(lines[n].text), range(last + 1, ends))
        found |= dict.fromkeys(names, LineKind.SIGNER)
    together = list(found.values()).count(LineKind.ISSUER) > 1
    return ((n, kind) for n, kind in found.items() if not (together and kind is LineKind.ISSUER))


def _numbered(line: SourceLine) -> SourceLine:
    """The line of a 发文字号, the signer beside it behind a tab."""
    return replace(
        line,
        kind=LineKind.NUMBER,
        text=_DOCUMENT_NUMBER.sub(lambda m: m["number"] + (f"\t{m['signer'].strip(BLANKS)}" if m["signer"] else ""), line.text),
    )


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


def _without(cell: SourceLine, label: re.Pattern[str]) -> SourceLine:
    found = label.match(cell.text)
    rest = cell.text[found.end() :] if found else cell.text
    return replace(cell, text=rest, column=cell.column + len(cell.text) - len(rest))

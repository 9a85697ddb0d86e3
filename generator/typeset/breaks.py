"""Lines broken by hand (Shift+Enter): those that end a paragraph end one, those within a sentence go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.lines import starts
from generator.check.roles import Part, Role
from generator.reading.breaks import runs_on
from generator.reading.elements import Element, child, tag
from generator.reading.lines import SourceLine
from generator.typeset.deeds import Account, Deed
from generator.typeset.schema import PARAGRAPH_ORDER, put
from generator.typeset.signs import BLANKS, Sign, bounded, cut, erase, leading, signs, take_out, trailing

_RUNNING = frozenset({Role.HEADING, Role.BODY, Role.ATTACHMENT, Role.SIGNATURE, Role.DATE, Role.ADDRESSEE})


def part_lines(paragraph: Element, parts: Sequence[Part], account: Account) -> int:
    """Part or join the lines of ``paragraph``; ``parts`` are what it was told to be, one or more. A title and its like keep their lines. How many
    breaks went."""
    found, number = signs(paragraph), parts[0].paragraph.number
    breaks = [n for n, sign in enumerate(found) if sign.text == "\n"]
    text = "".join(sign.text for sign in found)
    if not breaks or not text.strip(BLANKS + "\n"):
        return 0
    parting = {at - 1 for at in starts(text)}
    running = len(parts) > 1 or any(part.role in _RUNNING for part in parts)
    joining = {n for n in breaks if running and n not in parting and _within(text, n)}
    ending = [found[n].node for n in breaks if n not in joining and (running or n in parting)]
    _join(found, joining, account, number)
    return len(joining) + _part(paragraph, ending, account, number)


_LABEL = re.compile(r"附\s*[件表录图]\s*[（(]?\s*(\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])?\s*[）)]?\s*[.．、：:]?")


def part_label(paragraph: Element, part: Part, account: Account) -> int:
    """Part the title of an annex from the label it stands behind (GB/T 9704-2012, 7.3.7); 1 where that is done."""
    text = "".join(sign.text for sign in signs(paragraph))
    start = len(text) - len(text.lstrip(BLANKS))
    found = _LABEL.match(text, start)
    if part.role is not Role.ANNEX_LABEL or found is None or not text[found.end() :].strip(BLANKS):
        return 0
    bounded(paragraph, found.end())
    rest = cut(paragraph, signs(paragraph)[found.end() - 1].node)
    if rest is None:
        return 0
    erase([*leading(signs(rest)), *trailing(signs(paragraph))])
    account.did(Deed.LABELLED, part.paragraph.number)
    return 1


def _within(text: str, at: int) -> bool:
    """Whether the break at ``at`` stands within a sentence."""
    above, below = text[:at].rpartition("\n")[2], text[at + 1 :].partition("\n")[0]
    joined = not (above[-1:].isascii() and below[:1].isascii() and above and below)
    return joined and runs_on(SourceLine(1, above), SourceLine(1, below))


def _join(found: Sequence[Sign], joining: set[int], account: Account, number: int) -> None:
    """Take out the breaks at ``joining`` with the blanks around them."""
    for n in joining:
        behind = next((m for m in range(n + 1, len(found)) if found[m].text not in BLANKS), len(found))
        before = next((m for m in range(n - 1, -1, -1) if found[m].text not in BLANKS), -1)
        erase([sign for m, sign in enumerate(found) if before < m < behind])
        account.did(Deed.JOINED, number)


def _part(paragraph: Element, breaks: Sequence[Element], account: Account, number: int) -> int:
    """Cut ``paragraph`` at ``breaks``, which go; how many could be cut at. What a list numbers is its first line."""
    done = 0
    for node in breaks:
        rest = cut(paragraph, node)
        if rest is not None:
            take_out(node)
            _unnumber(rest)
            account.did(Deed.PARTED, number)
            paragraph, done = rest, done + 1
    return done


def _unnumber(paragraph: Element) -> None:
    properties = child(paragraph, "pPr")
    if properties is None:
        return
    none = properties.makeelement(tag("numPr"))
    none.append(none.makeelement(tag("numId"), {tag("val"): "0"}))
    put(properties, none, PARAGRAPH_ORDER)

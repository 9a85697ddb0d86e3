"""The characters of a paragraph where they stand, so that some can be taken out and a paragraph cut in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from msgspec import Struct

from generator.reading.elements import Element, attribute, child, local, tag

BLANKS = " \t\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff"
_RUN, _PARAGRAPH, _TEXT = tag("r"), tag("p"), tag("t")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PASSED_OVER = frozenset({"Fallback", "del", "moveFrom", "rt"})


class Sign(Struct, frozen=True):
    """A character and the element that says it; ``at`` is where in a text. A tab is ``\\t``, a broken line ``\\n``."""

    text: str
    node: Element
    at: int = 0


def runs(paragraph: Element) -> Iterator[Element]:
    """The runs of ``paragraph``, however wrapped; those of text boxes that hang on it are none of its own."""
    return (run for run in paragraph.iter(_RUN) if next(run.iterancestors(_PARAGRAPH)) is paragraph)


def signs(paragraph: Element) -> list[Sign]:
    """The characters of ``paragraph`` in order, as far as Word prints them."""
    shown = (run for run in runs(paragraph) if not any(local(above) in _PASSED_OVER for above in run.iterancestors()))
    return [sign for run in shown for part in run for sign in _signs(part)]


def _signs(part: Element) -> Iterator[Sign]:
    match local(part):
        case "t":
            yield from (Sign(character, part, at) for at, character in enumerate(part.text or ""))
        case "tab" | "ptab":
            yield Sign("\t", part)
        case "br" if attribute(part, "type") in (None, "textWrapping"):
            yield Sign("\n", part)
        case "cr":
            yield Sign("\n", part)


def erase(gone: Iterable[Sign]) -> None:
    """Take ``gone`` out of the text."""
    texts: dict[Element, set[int]] = {}
    for sign in gone:
        if sign.node.tag == _TEXT:
            texts.setdefault(sign.node, set()).add(sign.at)
        else:
            take_out(sign.node)
    for node, places in texts.items():
        node.text = "".join(character for at, character in enumerate(node.text) if at not in places)
        node.set(_SPACE, "preserve")
        if not node.text:
            take_out(node)


def take_out(node: Element) -> None:
    """``node``, and its run where that says nothing more."""
    run = node.getparent()
    run.remove(node)
    if all(local(part) == "rPr" for part in run):
        run.getparent().remove(run)


def leading(found: Sequence[Sign]) -> list[Sign]:
    """The blanks that ``found`` begins with."""
    end = next((n for n, sign in enumerate(found) if sign.text not in BLANKS), len(found))
    return list(found[:end])


def trailing(found: Sequence[Sign]) -> list[Sign]:
    """The blanks that ``found`` ends in."""
    return leading(found[::-1])


def around_breaks(found: Sequence[Sign]) -> list[Sign]:
    """The blanks that lines of ``found`` broken by hand begin or end in."""
    breaks = [n for n, sign in enumerate(found) if sign.text == "\n"]
    return [sign for at in breaks for sign in (*trailing(found[:at]), *leading(found[at + 1 :]))]


def cut(paragraph: Element, behind: Element) -> Element | None:
    """The paragraph that what follows ``behind``, an element within a run, becomes; None where that stands in a control, which cannot be cut.

    The first part keeps the properties of the whole but for the section it may end.
    """
    above = list(behind.iterancestors())
    inside = above[: above.index(paragraph)]
    if any(local(wrapper) not in ("r", "hyperlink", "smartTag", "ins", "moveTo", "customXml", "dir", "bdo") for wrapper in inside):
        return None
    rest = _split(paragraph, [*reversed(inside), behind])
    for run in [run for run in runs(rest) if all(local(part) == "rPr" for part in run)]:
        run.getparent().remove(run)
    section = child(paragraph, "pPr", "sectPr")
    if section is not None:
        section.getparent().remove(section)
    paragraph.addnext(rest)
    return rest


def _split(whole: Element, path: Sequence[Element]) -> Element:
    """A twin of ``whole`` that takes over what stands behind the end of ``path``, which leads down from ``whole``."""
    twin = whole.makeelement(whole.tag, whole.attrib, whole.nsmap)
    properties = [deepcopy(part) for part in whole if local(part) in ("pPr", "rPr")]
    step, deeper = path[0], path[1:]
    following = list(step.itersiblings())
    twin.extend([*properties, *([_split(step, deeper)] if deeper else []), *following])
    return twin


def bounded(paragraph: Element, offset: int) -> None:
    """Let a run of ``paragraph`` begin with the sign at ``offset``, cutting one in two that look alike where it stands within."""
    found = signs(paragraph)
    if not 0 < offset < len(found):
        return
    sign, before = found[offset], found[offset - 1]
    run = next(sign.node.iterancestors(_RUN))
    if next(before.node.iterancestors(_RUN)) is not run:
        return
    if sign.at:
        _cut_text(sign.node, sign.at)
        _split_run(run, sign.node)
    else:
        _split_run(run, before.node)


def put_tab(paragraph: Element, at: int) -> None:
    """A tab before the sign at ``at``."""
    bounded(paragraph, at)
    run = next(signs(paragraph)[at].node.iterancestors(_RUN))
    made = run.makeelement(_RUN)
    made.append(made.makeelement(tag("tab")))
    run.addprevious(made)


def _cut_text(text: Element, at: int) -> None:
    rest = deepcopy(text)
    text.text, rest.text = text.text[:at], rest.text[at:]
    for piece in (text, rest):
        piece.set(_SPACE, "preserve")
    text.addnext(rest)


def _split_run(run: Element, behind: Element) -> None:
    run.addnext(_split(run, [behind]))


def starting_runs(paragraph: Element, offset: int) -> frozenset[int]:
    """The places, among the runs of ``paragraph``, of those that say signs before ``offset`` alone, which ends a run."""
    first = {next(sign.node.iterancestors(_RUN)) for sign in signs(paragraph)[:offset]}
    return frozenset(n for n, run in enumerate(runs(paragraph)) if run in first)

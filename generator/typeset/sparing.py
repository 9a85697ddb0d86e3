"""Paragraphs that are not set anew (of tables, boxes, notes) keep the styles they have, also where a style of that name is given a new look."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import deepcopy

from generator.reading.elements import Element, attribute, child, tag, value
from generator.typeset.wardrobe import Wardrobe

_SUFFIX = "Before"
_KEPT = "原样"
"""What the name of a style ends in under which its look before goes on."""


def spare(texts: Iterable[Element], root: Element, wardrobe: Wardrobe, ours: Collection[Element]) -> None:
    """For each style of the part ``root`` that ``wardrobe`` gives another look: a copy for the paragraphs of ``texts`` that are none of ``ours``, and
    for the styles that are based on it."""
    ids = {attribute(style, "styleId") or "" for style in root.findall(tag("style"))}
    for style in wardrobe.changing(root):
        identity, name = attribute(style, "styleId") or "", value(style, "name") or ""
        users = [u for text in texts for u in text.iter(tag("pStyle")) if attribute(u, "val") == identity and _paragraph(u) not in ours]
        heirs = [b for b in root.iter(tag("basedOn")) if attribute(b, "val") == identity and b.getparent() is not style]
        if users or heirs:
            kept = next(i for i in (f"{identity}{_SUFFIX}{n}" for n in range(1, len(ids) + 2)) if i not in ids)
            ids.add(kept)
            root.append(_copy(style, kept, f"{name} {_KEPT}"))
            for reference in (*users, *heirs):
                reference.set(tag("val"), kept)


def _paragraph(style: Element) -> Element:
    return style.getparent().getparent()


def _copy(style: Element, identity: str, name: str) -> Element:
    """A style of the user's own that looks alike: only one may bear a built-in name, be the default, or belong to a style of characters."""
    made = deepcopy(style)
    made.attrib.pop(tag("default"), None)
    made.set(tag("customStyle"), "1")
    made.set(tag("styleId"), identity)
    next(made.iterchildren(tag("name"))).set(tag("val"), name)
    for part in ("aliases", "link"):
        if (own := child(made, part)) is not None:
            made.remove(own)
    return made

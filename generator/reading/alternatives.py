"""What Word shows of what later programs write (ECMA-376 part 3): one of several alternatives, and what stands in elements that are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from generator.reading.elements import Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNDERSTOOD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")


def decide(root: Element, which: Callable[[Element], bool] = lambda _: True) -> None:
    """In the place of every ``mc:AlternateContent`` (of those that ``which`` picks) what Word shows of it: the first choice whose requirements it
    understands, else the fallback (7.6)."""
    for alternatives in list(root.iter(f"{_MC}AlternateContent")):
        parent = alternatives.getparent()
        if parent is None or not which(alternatives):
            continue
        for element in _chosen(alternatives):
            alternatives.addprevious(element)
        parent.remove(alternatives)


def _chosen(alternatives: Element) -> list[Element]:
    branches = (b for b in alternatives if b.tag == f"{_MC}Fallback" or (b.tag == f"{_MC}Choice" and _understood(b)))
    return list(next(branches, ()))


def _understood(choice: Element) -> bool:
    required = (choice.get("Requires") or "").split()
    return bool(required) and all((choice.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in required)


def unwrap(root: Element) -> None:
    """In the place of elements that may be passed over what stands in them, where the root says that this is to be read (7.4)."""
    names = frozenset(_named(root))
    for element in [e for e in root.iter(etree.Element) if e.tag in names or f"{e.tag.partition('}')[0]}}}*" in names]:
        parent = element.getparent()
        if parent is not None:
            for part in list(element):
                element.addprevious(part)
            parent.remove(element)


def _named(root: Element) -> Iterator[str]:
    """The names in ``mc:ProcessContent``, of namespaces that ``mc:Ignorable`` names; ``*`` stands for all of one."""
    passed = (root.get(f"{_MC}Ignorable") or "").split()
    for name in (root.get(f"{_MC}ProcessContent") or "").split():
        prefix, _, own = name.partition(":")
        if prefix in passed and prefix in root.nsmap:
            yield f"{{{root.nsmap[prefix]}}}{own}"

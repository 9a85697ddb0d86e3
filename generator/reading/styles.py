"""The styles of a Word file: which one a paragraph has, what it is based on, and the properties that are switched rather than set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.reading.elements import Element, attribute, child, switch, tag, value

_ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True)
class Styles:
    """``by_id`` are the ``w:style`` elements, ``defaults`` is ``w:docDefaults``, ``defaulted`` the id of the default style by type."""

    by_id: Mapping[str, Element] = field(default_factory=dict)
    defaults: Element | None = None
    defaulted: Mapping[str, str] = field(default_factory=dict)
    _chains: dict[str, tuple[Element, ...]] = field(default_factory=dict, compare=False)
    _hiding: dict[str, bool] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles of the part ``root``; of a file without one, none."""
        found = [] if root is None else root.findall(tag("style"))
        by_id = {attribute(s, "styleId") or "": s for s in found}
        defaulted = {attribute(s, "type") or "": attribute(s, "styleId") or "" for s in found if attribute(s, "default") in _ON}
        return cls(by_id, child(root, "docDefaults"), defaulted)

    def chain(self, identity: str) -> tuple[Element, ...]:
        """The style ``identity`` and those it is based on, itself first. A circle ends where it closes."""
        if identity not in self._chains:
            self._chains[identity] = tuple(self._based(identity))
        return self._chains[identity]

    def _based(self, identity: str) -> Iterator[Element]:
        seen: set[str] = set()
        while identity in self.by_id and identity not in seen and len(seen) < _DEEPEST:
            seen.add(identity)
            yield self.by_id[identity]
            identity = value(self.by_id[identity], "basedOn") or ""

    def identity(self, paragraph: Element) -> str:
        """The id of the style of ``paragraph``: the one it names, if there is such a one, else the default."""
        named = value(child(paragraph, "pPr"), "pStyle") or ""
        return named if named in self.by_id else self.defaulted.get("paragraph", "")

    def names(self, paragraph: Element) -> Iterator[str]:
        """The names of the style of ``paragraph`` and of those it is based on."""
        return (value(style, "name") or "" for style in self.chain(self.identity(paragraph)))

    def hidden(self, paragraph: Element, properties: Element | None) -> bool:
        """Whether characters of ``paragraph`` with the run properties ``properties`` are hidden (17.3.2.41).

        ``vanish`` is a toggle (17.7.3): said by the run it holds; else the style of the paragraph and that of the characters undo each other.
        """
        direct = None if properties is None else switch(properties, "vanish")
        if direct is not None:
            return direct
        if not self._any_hides:
            return False
        lent = value(properties, "rStyle") or ""
        return self._hides(self.identity(paragraph)) != self._hides(lent) or self._default_hides

    @cached_property
    def _any_hides(self) -> bool:
        return self._default_hides or any(self._hides(identity) for identity in self.by_id)

    @cached_property
    def _default_hides(self) -> bool:
        return bool(switch(child(self.defaults, "rPrDefault", "rPr"), "vanish"))

    def _hides(self, identity: str) -> bool:
        if identity not in self._hiding:
            said = (switch(child(style, "rPr"), "vanish") for style in self.chain(identity))
            self._hiding[identity] = bool(next((each for each in said if each is not None), None))
        return self._hiding[identity]


_DEEPEST = 64
"""Styles that one is based on. Word's dialogs allow eleven; a chain of thousands only costs time."""

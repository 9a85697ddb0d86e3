"""The styles of a Word file: which one a paragraph has, what it is based on, and the properties that are switched rather than set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from generator.onoff import is_on
from generator.reading.elements import Element, attribute, child, opening, switch, tag, value


class Styles(Struct, frozen=True, dict=True):
    """``by_id`` are the ``w:style`` elements, ``defaults`` is ``w:docDefaults``, ``defaulted`` the id of the default style by type."""

    by_id: Mapping[str, Element] = field(default_factory=dict)
    defaults: Element | None = None
    defaulted: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _chains(self) -> dict[str, tuple[Element, ...]]:
        return {}

    @cached_property
    def _said(self) -> dict[tuple[str, str], bool]:
        """Whether a toggle property is on in a style, by both names."""
        return {}

    @cached_property
    def _anywhere(self) -> dict[str, bool]:
        """Whether any style of the file has a toggle property on, or its defaults have."""
        return {}

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles of the part ``root``; of a file without one, none."""
        found = [] if root is None else root.findall(tag("style"))
        by_id = {attribute(s, "styleId") or "": s for s in found}
        defaulted = {attribute(s, "type") or "": attribute(s, "styleId") or "" for s in found if is_on(attribute(s, "default"))}
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
        """Whether characters of ``paragraph`` with the run properties ``properties`` are hidden (17.3.2.41)."""
        return self._toggled("vanish", paragraph, properties)

    def capitals(self, paragraph: Element, properties: Element | None) -> bool:
        """Whether small letters of ``paragraph`` with the run properties ``properties`` show as capitals (17.3.2.5, 17.3.2.33)."""
        return self._toggled("caps", paragraph, properties) or self._toggled("smallCaps", paragraph, properties)

    def font(self, properties: Element | None) -> str:
        """The font that characters with the run properties ``properties`` have, by themselves or by the style lent to them."""
        lent = (child(style, "rPr") for style in self.chain(value(properties, "rStyle") or ""))
        named = (child(level, "rFonts") for level in (properties, *lent))
        return next((font for fonts in named if (font := attribute(fonts, "ascii") or attribute(fonts, "hAnsi"))), "")

    def _toggled(self, name: str, paragraph: Element, properties: Element | None) -> bool:
        """A toggle property (17.7.3): said by the run it holds; else the styles of the table, the paragraph and the characters undo each other."""
        direct = None if properties is None else switch(properties, name)
        if direct is not None:
            return direct
        if not self._used(name):
            return False
        styles = (self._of_table(paragraph), self.identity(paragraph), value(properties, "rStyle") or "")
        return sum(self._says(name, identity) for identity in styles) % 2 == 1 or self._by_default(name)

    def _of_table(self, paragraph: Element) -> str:
        table = next(paragraph.iterancestors(tag("tbl")), None)
        return value(opening(table, "tblPr"), "tblStyle") or ""

    def _used(self, name: str) -> bool:
        if name not in self._anywhere:  # what a chain says on, one style of it says itself
            self._anywhere[name] = self._by_default(name) or any(switch(child(style, "rPr"), name) for style in self.by_id.values())
        return self._anywhere[name]

    def _by_default(self, name: str) -> bool:
        return bool(switch(child(self.defaults, "rPrDefault", "rPr"), name))

    def _says(self, name: str, identity: str) -> bool:
        if not identity:
            return False
        if (name, identity) not in self._said:
            said = (switch(child(style, "rPr"), name) for style in self.chain(identity))
            self._said[name, identity] = bool(next((each for each in said if each is not None), None))
        return self._said[name, identity]


_DEEPEST = 64
"""Styles that one is based on. Word's dialogs allow eleven; a chain of thousands only costs time."""

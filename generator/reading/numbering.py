"""Automatic numbers of Word paragraphs, spelled out as Word shows them (ECMA-376 part 1, 17.9): 一、 （一） 1. （1） ① 壹、 A. i. •"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from generator.onoff import is_on
from generator.reading.counting import padded, written
from generator.reading.elements import Element, attribute, child, switch, tag, value, whole
from generator.reading.styles import Styles
from generator.reading.symbols import symbols

LEVELS = 9
_LINKS = 16
"""Definitions that link one to the next. Word makes one link; thousands in a ring only cost time."""
_GONE = frozenset(map(tag, ("del", "moveFrom")))
_PLACEHOLDER = re.compile(r"%([1-9])")
_LONGEST_LABEL = 64
"""Characters of a label. Word's patterns have at most 31; what is longer is no number, and many of them would fill the memory."""
_HIGHEST = 2**31 - 1
BULLET = "•"


class Level(Struct, frozen=True):
    """One level of a list. ``restart`` is how many of the levels above make it count anew (0: none); None: any of them."""

    start: int = 0
    form: str = "decimal"
    example: str = ""
    pattern: str = ""
    after: str = "\t"
    legal: bool = False
    restart: int | None = None
    hidden: bool = False
    style: str = ""


class WordList(Struct, frozen=True):
    """A list of Word (``w:num``): what counts it, since lists made from one definition go on counting, its levels, and where it begins anew."""

    counted: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering(Struct):
    """The lists of a file and how far each has counted. To be asked of every paragraph once, in the order of the file, tables and boxes included."""

    lists: Mapping[str, WordList] = field(default_factory=dict)
    styles: Styles = field(default_factory=Styles)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)
    _styled: dict[str, str] = field(default_factory=dict)
    _levels: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None, styles: Styles) -> Numbering:
        """The numbering of the part ``root``; a file without one numbers nothing."""
        return cls({} if root is None else dict(_lists(root, styles)), styles)

    def labels(self, root: Element) -> dict[Element, str]:
        """The numbers of all paragraphs in ``root`` that have one, those in tables and text boxes too; what is deleted does not count."""
        counted = (paragraph for paragraph in root.iter(tag("p")) if not mark_deleted(paragraph))
        return {paragraph: label for paragraph in counted if (label := self.shown(paragraph)[0])}

    def shown(self, paragraph: Element) -> tuple[str, str]:
        """The number before ``paragraph``, counting it, and what parts it from the text."""
        if not self.lists:
            return "", ""
        identity, at = self.place(paragraph)
        found = self.lists.get(identity)
        if found is None or at not in found.levels:
            return "", ""
        counts = self._counted(identity, found, at)
        level = found.levels[at]
        text = "" if level.hidden else _label(found, level, counts)
        return text[:_LONGEST_LABEL], level.after if text else ""

    def place(self, paragraph: Element) -> tuple[str, int]:
        """List and level of ``paragraph``, each its own or the nearest style's that says it; an empty list where it has none."""
        own = child(paragraph, "pPr", "numPr")
        said, at = value(own, "numId"), whole(value(own, "ilvl"))
        style = self.styles.identity(paragraph)
        identity = self._styled_list(style) if said is None else said
        level = self._styled_level(style, identity if said is None else "") if at is None else at
        return "" if identity == "0" else identity, min(max(level, 0), LEVELS - 1)

    def _styled_list(self, style: str) -> str:
        if style not in self._styled:
            said = (*(child(each, "pPr") for each in self.styles.chain(style)), child(self.styles.defaults, "pPrDefault", "pPr"))
            named = (value(child(each, "numPr"), "numId") for each in said)
            self._styled[style] = next((said for said in named if said is not None), "")
        return self._styled[style]

    def _styled_level(self, style: str, identity: str) -> int:
        """The level that ``style`` gives: the nearest of its chain that a level of the list names for its own (17.9.23), or that says one."""
        if (style, identity) not in self._levels:
            found = self.lists.get(identity)
            linked = {level.style: at for at, level in found.levels.items() if level.style} if found else {}
            chain = self.styles.chain(style)
            said = (linked.get(attribute(each, "styleId") or "", whole(value(child(each, "pPr", "numPr"), "ilvl"))) for each in chain)
            self._levels[style, identity] = next((level for level in said if level is not None), 0)
        return self._levels[style, identity]

    def _counted(self, identity: str, found: WordList, at: int) -> dict[int, int]:
        """The counts of the list after one more paragraph at the level ``at``. A level that was skipped has begun: the next there is its second."""
        counts = self._counts.setdefault(found.counted, {})
        for above in (n for n in found.levels if n < at and n not in counts):
            counts[above] = _start(found, above)
            self._begun.add((identity, above))
        begins = at in found.starts and (identity, at) not in self._begun
        self._begun.add((identity, at))
        counts[at] = _start(found, at) if begins or at not in counts else min(counts[at] + 1, _HIGHEST)
        for deeper in [n for n in counts if n > at and _restarts(found.levels.get(n), at)]:
            del counts[deeper]
        return counts


def mark_deleted(paragraph: Element) -> bool:
    """Whether the mark that ends ``paragraph`` is deleted or moved away: it runs on into the next, and takes its look and number from there."""
    properties = child(paragraph, "pPr", "rPr")
    return properties is not None and any(part.tag in _GONE for part in properties)


def _start(found: WordList, at: int) -> int:
    level = found.levels.get(at)
    return found.starts.get(at, level.start if level else 0)


def _restarts(level: Level | None, at: int) -> bool:
    """Whether ``level`` counts anew after a paragraph of the level ``at`` above it (17.9.10)."""
    return level is None or level.restart is None or at < level.restart


def _label(found: WordList, level: Level, counts: Mapping[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        n, there = counts.get(at, _start(found, at)), found.levels.get(at, level)
        form = "decimal" if level.legal and there.form not in ("decimalZero", "none") else there.form
        return padded(n, there.example) if form == "custom" else written(n, form)

    if level.form == "bullet":
        return level.pattern and (symbols(level.pattern, level.example).strip() or BULLET)
    return _PLACEHOLDER.sub(number, level.pattern)


# --- the definitions -----------------------------------------------------------------------------------------------------------------------------


def _lists(root: Element, styles: Styles) -> Iterator[tuple[str, WordList]]:
    definitions = {attribute(a, "abstractNumId") or "": a for a in root.findall(tag("abstractNum"))}
    meant = {attribute(n, "numId") or "": value(n, "abstractNumId") or "" for n in root.findall(tag("num"))}
    levels = {identity: _levels(definition) for identity, definition in definitions.items()}
    for num in root.findall(tag("num")):
        identity = attribute(num, "numId") or ""
        counted = _definition(meant[identity], definitions, meant, styles)
        overrides = {at: o for o in num.findall(tag("lvlOverride")) if (at := whole(attribute(o, "ilvl"))) is not None}
        own = {at: _level(level) for at, o in overrides.items() if (level := child(o, "lvl")) is not None}
        starts = {at: n for at, o in overrides.items() if (n := whole(value(o, "startOverride"))) is not None}
        yield identity, WordList(counted, levels.get(counted, {}) | own, starts)


def _definition(identity: str, definitions: Mapping[str, Element], meant: Mapping[str, str], styles: Styles) -> str:
    """The definition that ``identity`` stands for: one that only links a numbering style means the list which that style names (17.9.21)."""
    seen: set[str] = set()
    while identity in definitions and identity not in seen and len(seen) < _LINKS:
        seen.add(identity)
        link = value(definitions[identity], "numStyleLink")
        if link is None:
            return identity
        properties = next((p for style in styles.chain(link) if (p := child(style, "pPr", "numPr")) is not None), None)
        named = meant.get(value(properties, "numId") or "")
        identity = named if named is not None and named != identity else _linking(link, definitions, identity)
    return identity


def _linking(link: str, definitions: Mapping[str, Element], otherwise: str) -> str:
    """The definition that says it is the one of the numbering style ``link``."""
    return next((identity for identity, definition in definitions.items() if value(definition, "styleLink") == link), otherwise)


def _levels(definition: Element) -> dict[int, Level]:
    return {at: _level(level) for level in definition.findall(tag("lvl")) if (at := whole(attribute(level, "ilvl"))) is not None}


def _level(level: Element) -> Level:
    form, fonts = child(level, "numFmt"), child(level, "rPr", "rFonts")
    kind = attribute(form, "val") or "decimal"
    font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or ""
    after = value(level, "suff") or "tab"
    return Level(
        start=whole(value(level, "start")) or 0,
        form=kind,
        example=font if kind == "bullet" else attribute(form, "format") or "",
        pattern="" if is_on(attribute(child(level, "lvlText"), "null")) else value(level, "lvlText") or "",
        after={"space": " ", "nothing": ""}.get(after, "\t"),
        legal=bool(switch(level, "isLgl")),
        restart=whole(value(level, "lvlRestart")),
        hidden=bool(switch(child(level, "rPr"), "vanish")),
        style=value(level, "pStyle") or "",
    )

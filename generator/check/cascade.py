"""Effective formatting, as Word works it out: defaults, the chain of styles, the list level, the paragraph, the run; the last to speak decides.

Source of the order: ECMA-376 part 1, 17.7.2 (style hierarchy), 17.7.3 (toggle properties), 17.3.2.26 (slots of rFonts).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from generator.check.document import Align, Dress, Face, Font, Line, LineRule, Shape
from generator.onoff import is_off, is_on
from generator.reading.elements import Element, attribute, child, switch, tag, value, whole, written
from generator.reading.styles import Styles

_ALIGNMENTS = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT, "both": Align.BOTH, "distribute": Align.SPREAD}
_THEMES = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme"}
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_DEFAULT_SIZE = 20
_LINE = 312

_T = TypeVar("_T")

_PAPER = dict.fromkeys(("background1", "light1"), "FFFFFF")
"""What a theme calls the colour of paper, where the file has no theme."""


class Cascade(Struct, frozen=True, dict=True):
    """What a file says of formatting outside its text: its styles, list levels by list and level, fonts and colours by the theme's name for them."""

    styles: Styles
    levels: Mapping[tuple[str, str], Element]
    theme: Mapping[str, str]

    @cached_property
    def _known(self) -> dict[tuple[object, ...], Any]:
        """What was worked out before: the paragraphs of a long file are set in a few ways."""
        return {}

    def style_name(self, paragraph: Element) -> str:
        """The name of the style of ``paragraph``."""
        return next(self.styles.names(paragraph), "")

    def style(self, paragraph: Element) -> str:
        """The id of the style of ``paragraph``. To be asked once: a paragraph may have ten thousand runs."""
        return self.styles.identity(paragraph)

    def face(self, style: str, own: Element | None) -> Face:
        """The look of characters in a paragraph of the style ``style`` that have the run properties ``own``."""
        return self._once(("face", style, written(own)), lambda: self._face(style, own))

    def hidden(self, paragraph: Element, run: Element) -> bool:
        """Whether no page shows the characters in ``run``."""
        return self.styles.hidden(paragraph, child(run, "rPr"))

    def shape(self, paragraph: Element, size: int, grid_pitch: int) -> Shape:
        """The layout of ``paragraph``, whose characters are ``size`` half-points and whose section has lines of ``grid_pitch`` twips."""
        return self._once(("shape", *self._placed(paragraph), size, grid_pitch), lambda: self._shape(paragraph, size, grid_pitch))

    def shade(self, paragraph: Element) -> str:
        """The colour behind ``paragraph``, empty where there is none."""
        return self._once(("shade", *self._placed(paragraph)), lambda: _shade(self._paragraph_levels(paragraph)))

    def starts_page(self, paragraph: Element) -> bool:
        """Whether ``paragraph`` asks to begin a page."""
        found = ("page", *self._placed(paragraph))
        return self._once(found, lambda: _switched(self._paragraph_levels(paragraph), "pageBreakBefore", False))

    def _once(self, key: tuple[object, ...], work: Callable[[], _T]) -> _T:
        if key not in self._known:
            self._known[key] = work()
        found: _T = self._known[key]
        return found

    def _placed(self, paragraph: Element) -> tuple[object, ...]:
        return self.style(paragraph), written(child(paragraph, "pPr"))

    def _face(self, style: str, own: Element | None) -> Face:
        chains = (self.styles.chain(style), self.styles.chain(value(own, "rStyle") or ""))
        styled, lent = ([child(s, "rPr") for s in chain[::-1]] for chain in chains)
        levels = _levels((child(self.styles.defaults, "rPrDefault", "rPr"), *styled, *lent, own))
        fonts = [e for e in (level.get(tag("rFonts")) for level in levels) if e is not None]
        return Face(
            east_asian=self._font(fonts, "eastAsia"),
            latin=self._font(fonts, "ascii"),
            high=self._font(fonts, "hAnsi"),
            size=max(_last(levels, "sz") or _DEFAULT_SIZE, 1),
            bold=_toggled(styled, lent, own, "b"),
            colour=self._colour(levels),
            spacing=_last(levels, "spacing") or 0,
            hint=next((h for e in reversed(fonts) if (h := attribute(e, "hint"))), "") == "eastAsia",
            dress=_dress(levels, _toggled(styled, lent, own, "i")),
        )

    def _colour(self, levels: Sequence[_Level]) -> str:
        """The colour of a theme in its shades is written out beside its name; where it is not, the name tells it."""
        if filled := _filled(levels):
            return filled
        found = _found(levels, "color")
        named, said = attribute(found, "themeColor") or "", (attribute(found, "val") or "auto").upper().replace("AUTO", "auto")
        if named in ("text1", "dark1"):
            return "auto"
        return self.theme.get(named, _PAPER.get(named, said)) if said == "auto" else said

    def _shape(self, paragraph: Element, size: int, grid_pitch: int) -> Shape:
        levels = self._paragraph_levels(paragraph)
        indents = _indents(levels)
        spacing: dict[str, str] = {}
        for level in levels:
            spacing |= _attributes(level.get(tag("spacing")))
        pitch = whole(spacing.get("line"))
        return Shape(
            align=_ALIGNMENTS.get(_text(levels, "jc"), Align.LEFT),
            left=_length(indents, "left", size),
            right=_length(indents, "right", size),
            first=_first(indents, size),
            before=_gap(spacing, "before", grid_pitch),
            after=_gap(spacing, "after", grid_pitch),
            pitch=240 if pitch is None else max(pitch, 1),
            rule=LineRule(spacing.get("lineRule", "auto")) if spacing.get("lineRule", "auto") in set(LineRule) else LineRule.AUTO,
            widow=_switched(levels, "widowControl", True),
            snap=_switched(levels, "snapToGrid", True),
            outline=_outline(levels, self.styles.names(paragraph)),
            top=_border(levels, "top"),
            bottom=_border(levels, "bottom"),
            framed=any(_border(levels, side) for side in _ROUND),
        )

    def _paragraph_levels(self, paragraph: Element) -> list[_Level]:
        """Properties of the paragraph from the weakest to the strongest; a list gives way to what names it, and goes where what is stronger names
        another or, by a numId of 0, none (17.9.18)."""
        levels = [child(self.styles.defaults, "pPrDefault", "pPr")]
        identity, depth, listed = "", "0", 0
        for properties in (*(child(s, "pPr") for s in self.styles.chain(self.style(paragraph))[::-1]), child(paragraph, "pPr")):
            named = child(properties, "numPr")
            identity, depth = value(named, "numId") or identity, value(named, "ilvl") or depth
            if named is not None and listed:
                levels[listed] = None
            listed = listed if named is None else len(levels)
            levels += [None if named is None else child(self.levels.get((identity, depth)), "pPr"), properties]
        return _levels(levels)

    def _font(self, fonts: Sequence[Element], slot: str) -> Font:
        for level in reversed(fonts):
            themed, named = attribute(level, _THEMES[slot]), attribute(level, slot)
            if themed:
                return Font(self.theme.get(themed), theme=True)
            if named:
                return Font(named)
        return Font()


_Level = Mapping[str, Element]
"""The properties that one level says, each by its tag: forty are asked for, and a level says a handful."""


def _levels(elements: Iterable[Element | None]) -> list[_Level]:
    return [{said.tag: said for said in reversed(element)} for element in elements if element is not None]


def _found(levels: Sequence[_Level], name: str) -> Element | None:
    """What the strongest of ``levels`` that says ``name`` says of it."""
    return next((found for level in reversed(levels) if (found := level.get(tag(name))) is not None), None)


def _last(levels: Sequence[_Level], name: str) -> int | None:
    return next((n for level in reversed(levels) if (n := whole(attribute(level.get(tag(name)), "val"))) is not None), None)


def _text(levels: Sequence[_Level], name: str) -> str:
    return next((found for level in reversed(levels) if (found := attribute(level.get(tag(name)), "val"))), "")


def _switched(levels: Sequence[_Level], name: str, default: bool) -> bool:
    found = _found(levels, name)
    return default if found is None else not is_off(attribute(found, "val"))


def _toggled(styled: Sequence[Element | None], lent: Sequence[Element | None], own: Element | None, name: str) -> bool:
    """A toggle property: said by the run it holds; else paragraph style and character style, when both say it, undo each other."""
    direct = switch(own, name)
    if direct is not None:
        return direct
    of_styles, of_lent = (next((on for e in reversed(chain) if (on := switch(e, name)) is not None), False) for chain in (styled, lent))
    return of_styles != of_lent


def _dress(levels: Sequence[_Level], slanted: bool) -> Dress:
    scale = _last(levels, "w")
    return Dress(
        slanted=slanted,
        underlined=_text(levels, "u") not in ("", "none"),
        struck=_switched(levels, "strike", False) or _switched(levels, "dstrike", False),
        raised=bool(_last(levels, "position")) or _text(levels, "vertAlign") not in ("", "baseline"),
        scale=100 if scale is None else scale,
        highlight=_text(levels, "highlight").replace("none", "").replace("white", ""),
        shade=_shade(levels),
        effects=frozenset(_effects(levels)),
    )


_EFFECTS = {"shadow": "阴影", "outline": "空心", "emboss": "阳文", "imprint": "阴文"}
_TURNED = {"combine": "双行合一", "vert": "纵横混排"}
_DRAWN = {"em": "着重号", "effect": "动态效果", "bdr": "字符边框", "fitText": "调整宽度"}
_GLOWING = {"glow": "发光", "shadow": "阴影", "reflection": "映像"}
_LATER = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FILL, _OUTLINE = f"{_LATER}textFill", f"{_LATER}textOutline"


def _effects(levels: Sequence[_Level]) -> Iterator[str]:
    yield from (what for name, what in _EFFECTS.items() if _switched(levels, name, False))
    yield from (what for name, what in _DRAWN.items() if _text(levels, name) not in ("", "none", "nil", "0"))
    layouts = [e for level in levels if (e := level.get(tag("eastAsianLayout"))) is not None]
    yield from (what for name, what in _TURNED.items() if is_on(next((said for e in reversed(layouts) if (said := attribute(e, name))), None)))
    outline = next((e for level in reversed(levels) if (e := level.get(_OUTLINE)) is not None), None)
    if outline is not None and outline.find(f"{_LATER}noFill") is None:
        yield "轮廓"
    yield from (what for name, what in _GLOWING.items() if any(f"{_LATER}{name}" in level for level in levels))


def _filled(levels: Sequence[_Level]) -> str:
    """What Word, since 2010, fills characters with in the place of their colour: paper where that is nothing; empty where it says no colour."""
    fill = next((e for level in reversed(levels) if (e := level.get(_FILL)) is not None), None)
    if fill is None:
        return ""
    colour = fill.find(f"{_LATER}solidFill/{_LATER}srgbClr")
    return "FFFFFF" if fill.find(f"{_LATER}noFill") is not None else "" if colour is None else (colour.get(f"{_LATER}val") or "").upper()


def shade(properties: Iterable[Element]) -> str:
    """What fills the ground by ``properties``, the last of which is the strongest: white paper and a theme's own white are no colour."""
    return _shade(_levels(properties))


def _shade(levels: Sequence[_Level]) -> str:
    found = _found(levels, "shd")
    fill = (attribute(found, "fill") or "auto").upper()
    themed = attribute(found, "themeFill") or "none"
    if themed in ("background1", "light1") or fill in ("AUTO", "FFFFFF", "NONE"):
        fill = "" if themed in ("none", "background1", "light1") else themed
    patterned = attribute(found, "val") not in (None, "clear", "nil", "none")
    return fill or ("图案" if patterned else "")


def _attributes(element: Element | None) -> dict[str, str]:
    prefix = tag("")
    return {} if element is None else {name.removeprefix(prefix): text for name, text in element.attrib.items()}


def _indents(levels: Sequence[_Level]) -> dict[str, int]:
    """Each attribute of ``w:ind`` by the last to say it; a hanging indent and a first line undo each other."""
    found: dict[str, int] = {}
    for level in levels:
        said = {_SIDES.get(name, name): n for name, text in _attributes(level.get(tag("ind"))).items() if (n := whole(text)) is not None}
        if said.keys() & {"hanging", "hangingChars"}:
            found.pop("firstLine", None)
            found.pop("firstLineChars", None)
        if said.keys() & {"firstLine", "firstLineChars"}:
            found.pop("hanging", None)
            found.pop("hangingChars", None)
        found |= said
    return found


def _length(indents: Mapping[str, int], name: str, size: int) -> float:
    """Twips of an indent: characters win over twips."""
    return indents.get(f"{name}Chars", 0) * size / 10 or indents.get(name, 0)


def _first(indents: Mapping[str, int], size: int) -> float:
    return _length(indents, "firstLine", size) or -_length(indents, "hanging", size)


def _gap(spacing: Mapping[str, str], side: str, grid_pitch: int) -> float:
    if is_on(spacing.get(f"{side}Autospacing")):
        return 280
    lines = whole(spacing.get(f"{side}Lines"))
    return lines * (grid_pitch or _LINE) / 100 if lines else whole(spacing.get(side)) or 0


_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)


def _outline(levels: Sequence[_Level], names: Iterable[str]) -> int | None:
    """What the paragraph or its style says; where neither does, Word's own headings are known by their ``names``."""
    found = _last(levels, "outlineLvl")
    if found is None:
        found = next((int(named[1]) - 1 for name in names if (named := _HEADING.fullmatch(name.strip()))), None)
    return found if found is not None and found < 9 else None


_ROUND = ("top", "left", "bottom", "right")


def _border(levels: Sequence[_Level], side: str) -> Line | None:
    found = next((b for level in reversed(levels) if (b := child(level.get(tag("pBdr")), side)) is not None), None)
    if found is None or attribute(found, "val") in (None, "nil", "none"):
        return None
    return Line(whole(attribute(found, "sz")) or 0, (attribute(found, "color") or "auto").upper().replace("AUTO", "auto"))

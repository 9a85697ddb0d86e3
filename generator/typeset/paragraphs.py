"""One paragraph set anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import NamedTuple

from msgspec import Struct, field

from generator.reading.elements import Element, attribute, child, local, tag
from generator.reading.styles import Styles
from generator.render.ooxml import Indent, element, tab_stop
from generator.typeset.runs import PLAIN, Looks, Worn, set_anew
from generator.typeset.schema import PARAGRAPH_ORDER, parsed
from generator.typeset.signs import runs

_KEPT = frozenset({"framePr", "bidi", "textDirection", "sectPr"})
RED = "FF0000"


class Stop(NamedTuple):
    """A tab stop: twips from the left, and which end of the text stands there."""

    at: int
    align: str = "left"


class Setting(Struct, frozen=True):
    """How a paragraph is set: the id of its style in the file, and what it says of its own over that.

    ``indent`` is an element where it is no plain one; ``listed`` is its list and level. ``flat``: it is too low to be seen. ``tabbed`` keeps its tab
    stops, ``stops`` are others in their stead; ``ruled`` keeps its borders, in the colour ``rule`` where there is one and of ``widths`` by side
    (eighths of a point); ``border`` gives it other ones. ``heads`` are what single runs wear in the stead of ``worn``, by their place among the runs.
    """

    style: str
    indent: Indent | Element | None = None
    align: str = ""
    spacing: Mapping[str, str | int] = field(default_factory=dict)
    page: bool = False
    keep_next: bool = False
    flat: bool = False
    tabbed: bool = False
    stops: tuple[Stop, ...] = ()
    ruled: bool = False
    rule: str = ""
    widths: Mapping[str, int] = field(default_factory=dict)
    border: str = ""
    worn: Worn = PLAIN
    heads: Mapping[int, Worn] = field(default_factory=dict)
    listed: tuple[str, int] | None = None


def set_paragraph(paragraph: Element, setting: Setting, styles: Styles) -> None:
    """Set ``paragraph`` so; ``styles`` are those of the file as they were before."""
    looks = Looks(styles, paragraph)
    properties = parsed(element("pPr"))
    made = {local(part): part for part in (*_kept(paragraph, setting, styles), *_own(setting))}
    properties.extend(sorted(made.values(), key=lambda part: PARAGRAPH_ORDER.index(local(part))))
    for n, run in enumerate(runs(paragraph)):
        if next(run.iterancestors(tag("rt")), None) is None:
            set_anew(run, looks, setting.heads.get(n, setting.worn))
    old = child(paragraph, "pPr")
    if old is not None:
        paragraph.remove(old)
    paragraph.insert(0, properties)


def _own(setting: Setting) -> Iterator[Element]:
    yield parsed(element("pStyle", val=setting.style))
    if setting.keep_next:
        yield parsed(element("keepNext", val=1))
    if setting.page:
        yield parsed(element("pageBreakBefore", val=1))
    if setting.listed:
        yield parsed(element("numPr", element("ilvl", val=setting.listed[1]), element("numId", val=setting.listed[0])))
    if setting.stops:
        yield parsed(element("tabs", *(tab_stop(stop.at, stop.align) for stop in setting.stops)))
    if setting.border:
        yield parsed(setting.border)
    if setting.flat:
        yield from map(parsed, (element("snapToGrid", val=0), element("spacing", before=0, after=0, line=20, lineRule="exact")))
        yield parsed(element("rPr", element("sz", val=2)))
    elif setting.spacing:
        yield parsed(element("spacing", **setting.spacing))
    if setting.indent is not None:
        yield parsed(setting.indent.element()) if isinstance(setting.indent, Indent) else deepcopy(setting.indent)
    if setting.align:
        yield parsed(element("jc", val=setting.align))


def _kept(paragraph: Element, setting: Setting, styles: Styles) -> Iterator[Element]:
    """What belongs to the text, or to its place on the page."""
    old = child(paragraph, "pPr")
    yield from (deepcopy(part) for part in (() if old is None else old) if local(part) in _KEPT)
    if setting.tabbed and (stops := list(_stops(paragraph, styles))):
        yield _gathered("tabs", stops)
    if setting.ruled and (borders := _last(paragraph, styles, "pBdr")) is not None:
        yield _drawn(borders, setting)
    if styles.hidden(paragraph, child(old, "rPr")):
        yield parsed(element("rPr", element("vanish")))


def _levels(paragraph: Element, styles: Styles) -> list[Element]:
    chain = (child(style, "pPr") for style in styles.chain(styles.identity(paragraph))[::-1])
    return [level for level in (*chain, child(paragraph, "pPr")) if level is not None]


def _last(paragraph: Element, styles: Styles, name: str) -> Element | None:
    return next((part for level in reversed(_levels(paragraph, styles)) if (part := child(level, name)) is not None), None)


def _stops(paragraph: Element, styles: Styles) -> Iterator[Element]:
    """The tab stops in force."""
    found: dict[str, Element] = {}
    for level in _levels(paragraph, styles):
        tabs = child(level, "tabs")
        found |= {attribute(stop, "pos") or "": stop for stop in (() if tabs is None else tabs)}
    yield from (found[at] for at in sorted(found, key=_position) if attribute(found[at], "val") != "clear")


def _position(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _gathered(name: str, parts: list[Element]) -> Element:
    made = parsed(element(name))
    made.extend(deepcopy(part) for part in parts)
    return made


def _drawn(borders: Element, setting: Setting) -> Element:
    made = deepcopy(borders)
    for side in made:
        if setting.rule:
            side.set(tag("color"), setting.rule)
        if attribute(side, "val") not in ("none", "nil") and local(side) in setting.widths:
            side.set(tag("sz"), str(setting.widths[local(side)]))
    return made

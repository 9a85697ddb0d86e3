"""The styles and the page of an office's own Word file, lent to a file that is set anew: each style whole, with all that it is based on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from generator.check.word import theme
from generator.reading.elements import Element, attribute, child, local, switch, tag
from generator.reading.package import opened
from generator.reading.styles import Styles
from generator.render.looks import Style
from generator.render.ooxml import NAMESPACES, element
from generator.render.reference import FROM_NORMAL, Reference
from generator.render.shown import reveal
from generator.typeset.container import Container
from generator.typeset.pages import sections
from generator.typeset.schema import PARAGRAPH_ORDER, RUN_ORDER, parsed, put
from generator.typeset.suit import Sheet, Suit
from generator.typeset.wardrobe import ASIDE_STYLE, BODY_STYLE, HEAD_STYLES, SUBTITLE_STYLE, Wardrobe

_NOTHING_SAID = f"""<w:style {NAMESPACES}>
  <w:pPr><w:keepNext w:val="0"/><w:widowControl w:val="1"/><w:snapToGrid w:val="1"/>
    <w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>
    <w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>
  <w:rPr><w:b w:val="0"/><w:i w:val="0"/><w:color w:val="auto"/><w:spacing w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
</w:style>"""
"""What Word takes where no style says anything (ECMA-376 part 1, 17.7.2)."""
_MERGED = frozenset({"ind", "spacing", "rFonts"})
_LEFT_OUT = frozenset({"numPr", "rPrChange", "pPrChange"})
_OPPOSITES = (("firstLine", "firstLineChars"), ("hanging", "hangingChars"))
_SLOTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}


def borrowed(reference: Reference, style: Style) -> Suit:
    """What ``reference`` lends, where it has no style of its own what ``style`` gives. Its numbers stay out: the text has its own."""
    lender = Container.of(opened(reference.name, reference.data))
    lent = reference.lent(style)
    own = Wardrobe.of(lent)
    root = lender.tree(lender.related("styles")[0]) if lender.related("styles") else None
    found = _Closet(Styles.of(root), _theme(lender), reference.styles)
    made = {key: found.style(key, made) for key, made in own.styles.items()}
    made |= {key: found.like(made[BODY_STYLE], own.styles[key]) for key in (SUBTITLE_STYLE, ASIDE_STYLE)}
    made |= {key: found.head(made[f"Heading{n}"], own.styles[key]) for n, key in HEAD_STYLES.items()}
    settings = lender.related("settings")
    even = bool(settings) and bool(switch(lender.tree(settings[0]), "evenAndOddHeaders"))
    return Suit(lent, Wardrobe(made), Sheet(sections(lender)[0], lender, even))


def _theme(lender: Container) -> Mapping[str, str]:
    found = lender.related("theme")
    return theme(lender.tree(found[0])) if found else {}


class _Closet:
    """The styles of an office's file; ``ids`` are its own by ours."""

    def __init__(self, styles: Styles, theme: Mapping[str, str], ids: Mapping[str, str]) -> None:
        self.styles, self.theme, self.ids = styles, theme, ids

    def style(self, key: str, own: Element) -> Element:
        """The style ``key``: the office's; what stands for running text else from its 正文; all else as we have it."""
        if key in self.ids:
            made = self._worn(own, self.ids[key])
            reveal(made)
            return made
        if key not in FROM_NORMAL:
            return own
        indent, align = FROM_NORMAL[key]
        made = self._worn(own, self.styles.defaulted.get("paragraph", ""))
        properties = next(made.iterchildren(tag("pPr")))
        for xml in (indent.element(), element("jc", val=align)):
            put(properties, parsed(xml), PARAGRAPH_ORDER)
        return made

    @staticmethod
    def like(body: Element, own: Element) -> Element:
        """``own`` with the look of ``body``, where it stands kept."""
        made = _bare(own)
        made.extend(deepcopy(part) for part in body if local(part) in ("pPr", "rPr"))
        properties = next(made.iterchildren(tag("pPr")))
        for name in ("ind", "jc"):
            if (kept := child(own, "pPr", name)) is not None:
                put(properties, deepcopy(kept), PARAGRAPH_ORDER)
        return made

    @staticmethod
    def head(heading: Element, own: Element) -> Element:
        """The face of ``heading`` alone."""
        made, fonts = _bare(own), child(heading, "rPr", "rFonts")
        look = made.makeelement(tag("rPr"))
        look.extend([] if fonts is None else [deepcopy(fonts)])
        made.append(look)
        return made

    def _worn(self, own: Element, theirs: str) -> Element:
        defaults = self.styles.defaults
        said = [child(defaults, "pPrDefault"), child(defaults, "rPrDefault"), *self.styles.chain(theirs)[::-1]]
        levels = [etree.fromstring(_NOTHING_SAID), *(level for level in said if level is not None)]
        made = _bare(own)
        names = ("rPr",) if attribute(own, "type") == "character" else ("pPr", "rPr")
        made.extend(self._merged(name, levels[1:] if len(names) == 1 else levels) for name in names)
        return made

    def _merged(self, name: str, levels: Sequence[Element]) -> Element:
        whole: dict[str, Element] = {}
        found = (child(level, name) for level in levels)
        for part in (part for properties in found if properties is not None for part in properties if local(part) not in _LEFT_OUT):
            said = self._named(deepcopy(part)) if local(part) == "rFonts" else deepcopy(part)
            before = whole.get(local(part))
            whole[local(part)] = _over(before, said) if before is not None and local(part) in _MERGED else said
        made = parsed(element(name))
        order = PARAGRAPH_ORDER if name == "pPr" else RUN_ORDER
        made.extend(sorted(whole.values(), key=lambda part: order.index(local(part)) if local(part) in order else len(order)))
        return made

    def _named(self, fonts: Element) -> Element:
        """``fonts`` by their names, since the theme stays behind."""
        for themed, slot in _SLOTS.items():
            said = fonts.attrib.pop(tag(themed), None)
            if said in self.theme:
                fonts.set(tag(slot), self.theme[said])
        return fonts


def _bare(own: Element) -> Element:
    made = deepcopy(own)
    for part in [part for part in made if local(part) in ("pPr", "rPr")]:
        made.remove(part)
    return made


def _over(before: Element, said: Element) -> Element:
    """The attributes of both, ``said`` winning; a hanging indent and a first line undo each other."""
    for one, other in (_OPPOSITES, _OPPOSITES[::-1]):
        if any(said.get(tag(name)) is not None for name in one):
            for name in other:
                before.attrib.pop(tag(name), None)
    for name, value in said.attrib.items():
        before.set(name, value)
    return before

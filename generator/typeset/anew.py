"""A file whose changes are settled and lines parted, set anew: styles, paragraphs, empty lines, lists, pages."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cached_property

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from generator.check.roles import Part, Role
from generator.check.rule import Laid
from generator.check.rules.unfinished import blank
from generator.reading.contents import heads
from generator.reading.elements import Element, attribute, child, local, switch, tag, whole
from generator.reading.numbering import Numbering
from generator.reading.styles import Styles
from generator.render.looks import Style
from generator.render.ooxml import NAMESPACES, element
from generator.render.parts import FOOTER_STYLE
from generator.typeset import lists
from generator.typeset.asides import placed
from generator.typeset.casting import Casting
from generator.typeset.container import Container
from generator.typeset.contents import dress_contents, number_stops, row_style
from generator.typeset.deeds import Account, Deed
from generator.typeset.fitting import fit
from generator.typeset.gaps import CLOSING
from generator.typeset.imprint import gather
from generator.typeset.leaving import note, tell
from generator.typeset.masthead import ruled, unrule
from generator.typeset.pages import lend_pages, parts_of_text, rule_off, sections, set_pages
from generator.typeset.paragraphs import Setting, Stop, set_paragraph
from generator.typeset.rows import keep_heads
from generator.typeset.runs import Looks
from generator.typeset.schema import PARAGRAPH_ORDER, put
from generator.typeset.signs import Sign, around_breaks, erase, leading, signs, trailing
from generator.typeset.spacing import Placed, Spacing, breaks_before, breaks_behind
from generator.typeset.sparing import spare
from generator.typeset.suit import Suit
from generator.typeset.tabs import refit
from generator.typeset.wardrobe import BODY_STYLE, Wardrobe

_CENTRED = frozenset({Role.TITLE, Role.SUBTITLE, Role.ANNEX_TITLE, Role.ISSUER, Role.SIGNATURE, Role.DATE})
_TRIMMED = _CENTRED | {
    *(Role.ADDRESSEE, Role.HEADING, Role.BODY, Role.ATTACHMENT, Role.NOTE, Role.ANNEX_LABEL, Role.COPIED, Role.PRINTED),
    *(Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.SIGNER),
}


class Anew(Struct, frozen=True, dict=True):
    """Sets the file ``container``, read as ``laid``, in a look; ``placed`` are its parts with their elements but for ``cover``, which stays."""

    container: Container
    suit: Suit
    laid: Laid
    placed: Sequence[Placed]
    cover: Sequence[Placed]
    account: Account

    def write(self) -> None:
        """Change the container, and note in the account what was done."""
        before = self.before
        texts = [self.container.tree(part) for part in parts_of_text(self.container)]
        spare(texts, self._styles, self.wardrobe, {paragraph for _, paragraph in self.placed})
        ids = self.wardrobe.hung(self._styles)
        casting = Casting(self.laid, self.style, ids, self._stamped)
        listed = {element: found for _, element in self.placed if (found := lists.membership(element, self._numbering)) is not None}
        for part, paragraph in self.placed:
            note(part, self.account, plain=part.at in casting.bold or self.style.body.bold)
            self._trim(part, paragraph)
        self._line(casting)
        begins = self._space(casting, ids)
        if not self.suit.sheet and (gathered := gather(self.placed, self.style, ids[BODY_STYLE])):
            self.account.did(Deed.IMPRINTED, gathered[0].paragraph.number)
        for part, paragraph in self.placed:
            if paragraph.getparent() is not None:
                setting = self._setting(casting, part, paragraph, listed.get(paragraph), paragraph in begins)
                set_paragraph(paragraph, setting, before)
                if refit(part, paragraph, self.style):
                    self.account.did(Deed.TABBED, part.paragraph.number)
        self._finish(casting, list(listed.values()))

    @cached_property
    def _styles(self) -> Element:
        """The part of the styles, made where the file has none."""
        found = self.container.related("styles")
        part = found[0] if found else posixpath.join(posixpath.dirname(self.container.main), "styles.xml")
        if not found:
            self.container.relate("styles", part, f"<w:styles {NAMESPACES}/>".encode())
        return self.container.tree(part)

    @cached_property
    def before(self) -> Styles:
        """The styles as they were."""
        return Styles.of(deepcopy(self._styles))

    @cached_property
    def _numbering(self) -> Numbering:
        return Numbering.of(self._numbering_root, self.before)

    @cached_property
    def _number_stops(self) -> Mapping[Element, int]:
        return number_stops(self.before, [paragraph for _, paragraph in self.placed])

    @property
    def _numbering_root(self) -> Element | None:
        found = self.container.related("numbering")
        return self.container.tree(found[0]) if found else None

    @property
    def style(self) -> Style:
        return self.suit.style

    @property
    def wardrobe(self) -> Wardrobe:
        return self.suit.wardrobe

    @property
    def _stamped(self) -> bool:
        """Whether a picture floats over signature and date: it hangs on one of them, on an empty line above, or on the last line of text."""
        closing = [part.at for part in self.laid.of(*CLOSING)]
        above = (part.at for part in self.laid.parts if closing and part.at < closing[0] and part.text)
        start = max(above, default=0)
        near = (paragraph for part, paragraph in self.placed if closing and start <= part.at <= closing[-1])
        return any(
            local(each) == "anchor" and any(local(inner) == "blip" for inner in each.iter()) for paragraph in near for each in paragraph.iter()
        )

    # --- blanks and empty lines --------------------------------------------------------------------------------------------------------------

    def _trim(self, part: Part, paragraph: Element) -> None:
        """Take out blanks that stand in the stead of an indent; where one is underlined, it is a line to write on."""
        if part.role not in _TRIMMED and not placed(part):
            return
        found = signs(paragraph)
        ends = [*leading(found), *((*trailing(found), *around_breaks(found)) if part.role in _CENTRED else ())]
        ends += Casting.loose(found) if part.role is Role.ATTACHMENT else []
        if not ends or len(ends) >= len(found) or any(self._underlined(paragraph, sign) for sign in ends):
            return
        erase(dict.fromkeys(ends))
        self.account.did(Deed.BLANKS, part.paragraph.number)

    def _underlined(self, paragraph: Element, sign: Sign) -> bool:
        line = Looks(self.before, paragraph).of(next(sign.node.iterancestors(tag("r")))).last("u")
        return line is not None and attribute(line, "val") != "none"

    def _line(self, casting: Casting) -> None:
        """Where the red line is drawn anew, one under an empty line goes."""
        if casting.lined is None:
            return
        title, number = next(part.at for part in self.laid.of(Role.TITLE)), self.laid.parts[casting.lined]
        low = [paragraph for part, paragraph in self.placed if number.at < part.at < title and ruled(part)]
        for paragraph in low:
            unrule(paragraph)
        if low or not ruled(number):
            self.account.did(Deed.LINED_HIGHER if low else Deed.LINED, number.paragraph.number)

    def _space(self, casting: Casting, ids: dict[str, str]) -> set[Element]:
        """The paragraphs that a page begins with where an empty one was to break it."""
        empty = etree.fromstring(f"<w:p {NAMESPACES}>{element('pPr', element('pStyle', val=ids[BODY_STYLE]))}</w:p>")
        spacing = Spacing(self.style, casting.ending, empty, self.account)
        boxed = set(map(id, self.laid.document.boxed))
        bodily = [(part, paragraph) for part, paragraph in self.placed if id(part.paragraph) not in boxed]
        spacing.mend([*self.cover[-1:], *bodily], casting.kept)
        return spacing.begins

    # --- paragraphs --------------------------------------------------------------------------------------------------------------------------

    def _setting(self, casting: Casting, part: Part, paragraph: Element, listed: tuple[str, int] | None, begins: bool) -> Setting:
        row = row_style(self.before, paragraph)
        if row and not heads(part.text):
            page = begins or self._begins_page(part, paragraph)
            return Setting(row, listed=listed, page=page, stops=tuple(map(Stop, [at for at in [self._number_stops.get(paragraph)] if at])))
        made = casting.setting(part, paragraph)
        if listed and made.indent is None:
            key = next(key for key, identity in casting.ids.items() if identity == made.style)
            made = replace(made, indent=self.wardrobe.indent(key))
        return replace(made, listed=listed, page=begins or self._begins_page(part, paragraph))

    def _begins_page(self, part: Part, paragraph: Element) -> bool:
        """Whether ``paragraph`` asks for a new page, or is an annex that none was begun for (7.3.7)."""
        if part.role in CLOSING:
            return False
        chain = (child(style, "pPr") for style in self.before.chain(self.before.identity(paragraph)))
        said = (switch(level, "pageBreakBefore") for level in (child(paragraph, "pPr"), *chain))
        if next((each for each in said if each is not None), False):
            return True
        above = next((p for p in self.laid.before(part) if p.role is not Role.EMPTY), None)
        if above is not None and above.role is Role.COVER and part.role is not Role.EMPTY:
            return above.paragraph.section == part.paragraph.section
        if part.role is not Role.ANNEX_LABEL or above is None or above.paragraph.section != part.paragraph.section:
            return False
        return not (breaks_before(paragraph) or breaks_behind(self._element(above)))

    def _element(self, part: Part) -> Element:
        return next(paragraph for other, paragraph in self.placed if other.at == part.at)

    # --- what is no paragraph ----------------------------------------------------------------------------------------------------------------

    def _finish(self, casting: Casting, listed: list[tuple[str, int]]) -> None:
        if lists.matched(self._numbering_root, listed, self._numbering):
            self.account.did(Deed.LISTS, 0)
        self.container.unrelate("stylesWithEffects", lambda _: False)
        dress_contents(self._styles, self.wardrobe, self.style.page.text_width)
        self._free_tables()
        self._speak_chinese()
        if self.suit.sheet:
            lend_pages(self.container, self.laid, self.suit.sheet, self.account)
        else:
            set_pages(self.container, self.laid, self.style, casting.ids[FOOTER_STYLE], self.account)
            rule_off(self.container)
        fit(self.container.body, self._room, self.account)
        keep_heads(self.container.body, self.account)
        self._unmark_tables()
        for turned in list(self.container.body.iter(tag("lastRenderedPageBreak"))):  # where pages ended before
            turned.getparent().remove(turned)
        tell(self.container, self.laid, casting.bold, self.account)

    def _free_tables(self) -> None:
        """What is not set anew keeps off the grid of lines, whose pitch is another now; every style of ours says itself whether it keeps to it."""
        defaults = _inner(self._styles, "docDefaults", "pPrDefault", "pPr")
        if child(defaults, "snapToGrid") is None:
            put(defaults, defaults.makeelement(tag("snapToGrid"), {tag("val"): "0"}), PARAGRAPH_ORDER)

    def _speak_chinese(self) -> None:
        """The language that East Asian text is checked in."""
        for language in self._styles.iterfind(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}/{tag('lang')}"):
            if not (attribute(language, "eastAsia") or "zh").lower().startswith("zh"):
                language.set(tag("eastAsia"), "zh-CN")

    def _room(self, inner: Element) -> int:
        """Twips that the section of ``inner`` has between its margins."""
        body = self.container.body
        top = next(above for above in (inner, *inner.iterancestors()) if above.getparent() is body)
        behind = body.index(top)
        marks = sections(self.container)
        mark = next((m for m in marks if body.index(next(a for a in (m, *m.iterancestors()) if a.getparent() is body)) >= behind), marks[-1])
        size, margins = child(mark, "pgSz"), child(mark, "pgMar")
        width, left, right = (whole(attribute(e, name)) or 0 for e, name in ((size, "w"), (margins, "left"), (margins, "right")))
        return max(width - left - right - self._indents(inner), 0) or self.style.page.text_width

    def _indents(self, inner: Element) -> int:
        """Twips that the paragraph of a picture is indented by."""
        paragraph = next(inner.iterancestors(tag("p")), None)
        if paragraph is None:
            return 0
        styles = Styles.of(self._styles)
        levels = (child(paragraph, "pPr", "ind"), *(child(style, "pPr", "ind") for style in styles.chain(styles.identity(paragraph))))
        said = next((level for level in levels if level is not None), None)
        return sum(max(whole(attribute(said, name)) or 0, 0) for name in ("left", "right", "firstLine"))

    def _unmark_tables(self) -> None:
        """Of what stands in tables and boxes only the marker is taken off, since no look of a table has one; blanks keep it."""
        bodily = {paragraph for _, paragraph in self.placed}
        for mark in list(self.container.body.iter(tag("highlight"))):
            run = mark.getparent().getparent()
            paragraph = next(run.iterancestors(tag("p")), None)
            text = "".join(part.text or "" for part in run if part.tag == tag("t"))
            if local(run) == "r" and paragraph not in bodily and text.strip() and not blank(text):
                mark.getparent().remove(mark)
                self.account.did(Deed.DRESS, 0)


def _inner(root: Element, *path: str) -> Element:
    """The element at the end of ``path``, made first of its siblings where there is none."""
    for name in path:
        found = child(root, name)
        if found is None:
            found = root.makeelement(tag(name))
            root.insert(len(root) if name == "pPrDefault" else 0, found)
        root = found
    return root

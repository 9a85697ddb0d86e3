"""Pages: every section of a file on the sheet of a look, with its page numbers."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from copy import deepcopy

from msgspec import Struct

from generator.check.document import Edges, Header, Section
from generator.check.forms import Form
from generator.check.roles import Role
from generator.check.rule import Laid
from generator.check.rules.forms import letter_top, right_number
from generator.reading.elements import Element, attribute, child, local, switch, tag, whole
from generator.render.looks import Style
from generator.render.parts import FOOTER_STYLE, blank_footer_part, footer_part, settings_part
from generator.typeset.container import OFFICE, Container
from generator.typeset.deeds import Account, Deed
from generator.typeset.schema import BEFORE_EVEN_AND_ODD, PARAGRAPH_ORDER, SECTION_ORDER, put
from generator.typeset.suit import Sheet

_RELATION = f"{{{OFFICE}}}id"
_HEADER_FROM_EDGE = 850


class Feet(Struct, frozen=True):
    """The relations of the footers of odd and even pages, and of one that says nothing."""

    odd: str
    even: str
    blank: str = ""


def lend_pages(container: Container, laid: Laid, sheet: Sheet, account: Account) -> None:
    """Put every section on the page of an office's own file, with its headers and footers; words of the headers and footers before are told."""
    _tell_words(container, account, "header", "footer")
    edges = _lent(container, sheet)
    for n, (mark, section) in enumerate(zip(sections(container), laid.document.sections, strict=False)):
        before = deepcopy(mark)
        _drop(mark, "headerReference", "footerReference", "titlePg", "pgNumType", *(() if section.landscape else ("pgSz", "pgMar", "docGrid")))
        lent = ("docGrid", "titlePg") if section.landscape else ("pgSz", "pgMar", "docGrid", "titlePg")
        mark.extend(deepcopy(part) for part in sheet.section if local(part) in lent)
        for name, kind, identity in edges:
            _refer(mark, name, kind, identity)
        _ordered(mark)
        if _differs(before, mark):
            account.did(Deed.SECTIONS, n + 1)
    named = {identity for _, _, identity in edges}
    for kind in ("header", "footer"):
        container.unrelate(kind, named.__contains__)
    _even_and_odd(container, sheet.even_and_odd)


def _lent(container: Container, sheet: Sheet) -> list[tuple[str, str, str]]:
    """The headers and footers that the sheet names: element, pages, and the relation to a copy of it."""
    found = [
        (local(e), attribute(e, "type") or "default", sheet.lender.referred(e.get(_RELATION) or "")) for e in sheet.section if _RELATION in e.attrib
    ]
    return [(name, kind, container.adopt(sheet.lender, part, name.removesuffix("Reference"))) for name, kind, part in found if part is not None]


def _ordered(mark: Element) -> None:
    mark[:] = sorted(mark, key=lambda part: SECTION_ORDER.index(local(part)) if local(part) in SECTION_ORDER else len(SECTION_ORDER))


def set_pages(container: Container, laid: Laid, style: Style, footer_style: str, account: Account) -> None:
    """Put every section on the page of ``style``, with its page numbers. Header words stay; what a footer says besides the number is told."""
    marks = sections(container)
    _tell_words(container, account, "footer")
    blank = laid.form is Form.LETTER and bool(right_number(laid))
    covered = bool(laid.of(Role.COVER))
    feet = _feet(container, style, footer_style, blank or covered)
    even_was_on = laid.document.even_and_odd
    for n, (mark, section) in enumerate(zip(marks, laid.document.sections, strict=False)):
        before = deepcopy(mark)
        top = letter_top(laid, section)
        _page(mark, section, style, style.page.top if top is None else top)
        _numbers(mark, first=n == 0)
        _first_page(mark, section, feet, (blank or covered) and n == 0)
        _footers(mark, feet)
        if not even_was_on:
            _even_header(mark)
        _ordered(mark)
        if _differs(before, mark):
            account.did(Deed.SECTIONS, n + 1)
    named = {reference.get(_RELATION) for mark in marks for reference in mark.iter(tag("footerReference"))}
    container.unrelate("footer", named.__contains__)
    _even_and_odd(container, True)


def sections(container: Container) -> list[Element]:
    """The properties of every section, in the order of the text; one is made where the file has none."""
    body = container.body
    found = [mark for mark in body.iter(tag("sectPr")) if local(mark.getparent()) in ("pPr", "body")]
    if child(body, "sectPr") is None:
        found.append(body.makeelement(tag("sectPr")))
        body.append(found[-1])
    return found


def _differs(before: Element, mark: Element) -> bool:
    """Whether more than the relations of its footers changed."""
    return [_said(part) for part in before if local(part) != "footerReference"] != [_said(part) for part in mark if local(part) != "footerReference"]


def _said(part: Element) -> tuple[object, ...]:
    return (part.tag, *sorted(part.attrib.items()), *map(_said, part))


# --- the sheet -------------------------------------------------------------------------------------------------------------------------------


def _page(mark: Element, section: Section, style: Style, top: int) -> None:
    """A page across keeps its margins, since what stands on it was fitted to them (8)."""
    page = style.page
    if section.landscape:
        _put(mark, "pgSz", w=page.height, h=page.width, orient="landscape")
    else:
        _put(mark, "pgSz", w=page.width, h=page.height)
        header = whole(attribute(child(mark, "pgMar"), "header"))
        sides = {"top": top, "right": page.right, "bottom": page.bottom, "left": page.left}
        _put(mark, "pgMar", **sides, header=_HEADER_FROM_EDGE if header is None else header, footer=page.footer, gutter=0)
    if section.columns > 1:
        _put(mark, "cols", space=720)
    _put(mark, "docGrid", type="lines", linePitch=style.line)


def _put(mark: Element, name: str, **attributes: str | int) -> None:
    """``name`` in the place of what there is of it, in the order of the schema."""
    put(mark, mark.makeelement(tag(name), {tag(key): str(said) for key, said in attributes.items()}), SECTION_ORDER)


def _drop(mark: Element, *names: str) -> None:
    for part in [part for part in mark if local(part) in names]:
        mark.remove(part)


def _numbers(mark: Element, first: bool) -> None:
    """Pages count on through all sections (7.5). None is the page 0: odd pages would lie on the back of sheets."""
    start = attribute(child(mark, "pgNumType"), "start") if first else None
    _drop(mark, "pgNumType")
    if start not in (None, "0"):
        _put(mark, "pgNumType", start=start)


# --- footers and headers ---------------------------------------------------------------------------------------------------------------------


def _feet(container: Container, style: Style, footer_style: str, blank: bool) -> Feet:
    def made(name: str, content: bytes) -> str:
        part = posixpath.join(posixpath.dirname(container.main), f"footer-nigao-{name}.xml")
        return container.relate("footer", part, content.replace(f'w:val="{FOOTER_STYLE}"'.encode(), f'w:val="{footer_style}"'.encode()))

    odd, even = (made(name, footer_part(style, side)) for name, side in (("odd", "right"), ("even", "left")))
    return Feet(odd, even, made("blank", blank_footer_part()) if blank else "")


def _first_page(mark: Element, section: Section, feet: Feet, silent: bool) -> None:
    """A first page of its own stays where its header says something; one that is a cover, or of a letter, bears no number (10.1)."""
    headed = section.title_page and _speaks(section.headers.get(Edges.FIRST))
    _drop(mark, "footerReference")
    if silent or headed:
        _put(mark, "titlePg")
        _refer(mark, "footerReference", "first", feet.blank if silent else feet.odd)
    else:
        _drop(mark, "titlePg")


def _speaks(header: Header | None) -> bool:
    return header is not None and bool(header.text or header.picture or header.watermark)


def _footers(mark: Element, feet: Feet) -> None:
    _refer(mark, "footerReference", "even", feet.even)
    _refer(mark, "footerReference", "default", feet.odd)


def _even_header(mark: Element) -> None:
    """Even pages go on with the header they had while there was one for all."""
    headers = {attribute(each, "type") or "default": each for each in mark.findall(tag("headerReference"))}
    if "even" in headers:
        mark.remove(headers["even"])
    if "default" in headers:
        _refer(mark, "headerReference", "even", headers["default"].get(_RELATION))


def _refer(mark: Element, name: str, edges: str, identity: str | None) -> None:
    made = mark.makeelement(tag(name), {tag("type"): edges, _RELATION: identity or ""})
    mark.insert(sum(local(part) == "headerReference" for part in mark) if name == "footerReference" else 0, made)


def _even_and_odd(container: Container, on: bool) -> None:
    """Whether even pages have feet of their own."""
    found = container.related("settings")
    if not found:
        container.relate("settings", posixpath.join(posixpath.dirname(container.main), "settings.xml"), settings_part())
    settings = container.tree(container.related("settings")[0])
    if bool(switch(settings, "evenAndOddHeaders")) is on:
        return
    for old in settings.findall(tag("evenAndOddHeaders")):
        settings.remove(old)
    if on:
        at = sum(1 for part in settings if local(part) in BEFORE_EVEN_AND_ODD)
        settings.insert(at, settings.makeelement(tag("evenAndOddHeaders")))


_OF_NUMBERS = re.compile(r"[\s\u3000\d\-—–－·.第页共/]*")


_EDGES = {"header": "页眉", "footer": "页脚"}


def _tell_words(container: Container, account: Account, *kinds: str) -> None:
    """The words of headers and footers, which make room for others."""
    for kind in kinds:
        texts = ("".join(text.text or "" for text in container.tree(part).iter(tag("t"))).strip() for part in container.related(kind))
        for said in dict.fromkeys(text for text in texts if not _OF_NUMBERS.fullmatch(text)):
            account.leave(f"{kind}-words", f"{_EDGES[kind]}原来写着“{said}”，没有留下", f"还要这些字的，在{_EDGES[kind]}里补上")


def rule_off(container: Container) -> None:
    """Take the line off headers that say nothing: the standard knows no header."""
    for part in container.related("header"):
        root = container.tree(part)
        if not any(local(each) in ("t", "drawing", "pict", "object") for each in root.iter()):
            for paragraph in root.iter(tag("p")):
                _unruled(paragraph)


def _unruled(paragraph: Element) -> None:
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = paragraph.makeelement(tag("pPr"))
        paragraph.insert(0, properties)
    borders = properties.makeelement(tag("pBdr"))
    for side in ("top", "bottom"):
        borders.append(borders.makeelement(tag(side), {tag("val"): "none", tag("sz"): "0", tag("space"): "0", tag("color"): "auto"}))
    put(properties, borders, PARAGRAPH_ORDER)


def parts_of_text(container: Container) -> Iterator[str]:
    """The parts whose text is printed or noted."""
    yield from (container.main, *container.related("header", "footer", "footnotes", "endnotes", "comments"))

"""An office's own Word file as the look of a draft: it lends its styles, page, headers and footers, and nothing of its text."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cached_property
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct
from msgspec.structs import replace

from generator.limits import PACKAGE_BYTES, REFERENCE_TAGS
from generator.printed import STYLED, LineKind, lines
from generator.problems import Faults, Place, Problem
from generator.render.lent_page import lent_page
from generator.render.lent_styles import chain, default_numbers, lacking_faces, name_of, normal_of, numbers, size, styles_in
from generator.render.looks import Style
from generator.render.ooxml import NAMESPACES, Element, Indent, element
from generator.render.parts import BLANK_STYLE, LEAD_STYLE, RUN_IN_STYLES, SIGNER_NAME_STYLE, styles_part
from generator.render.shown import reveal
from generator.report import Report

Node = BaseOxmlElement

_CALLED: dict[str, tuple[str, ...]] = {
    LineKind.TITLE.style: ("title", "标题"),
    **{f"Heading{n}": (f"heading {n}", f"标题 {n}") for n in range(1, 5)},
    LineKind.BODY.style: ("公文正文", "正文首行缩进", "body text first indent", "正文缩进", "normal indent"),
    LineKind.ADDRESSEE.style: ("主送机关", "salutation", "称呼"),
    LineKind.SIGNATURE.style: ("署名", "signature", "签名"),
    LineKind.DATE.style: ("成文日期", "date", "日期"),
    LEAD_STYLE: ("要点句首",),
    **{identity: (f"段首小标题{level}",) for level, identity in RUN_IN_STYLES.items()},
    BLANK_STYLE: ("空缺",),
    SIGNER_NAME_STYLE: ("签发人姓名",),
}
_NAMES = _CALLED | {identity: (str(kind),) for identity, kind in STYLED.items() if identity not in _CALLED and kind is not LineKind.HEADING}
"""By our style id, the names of styles that stand for it, the best first; Word writes its own styles by their English names."""

_OF_CHARACTERS = frozenset({LEAD_STYLE, BLANK_STYLE, SIGNER_NAME_STYLE, *RUN_IN_STYLES.values()})
"""Styles of characters; a style of another kind that bears one of their names cannot stand for them."""

FROM_NORMAL: dict[str, tuple[Indent, str]] = {
    LineKind.BODY.style: (Indent(first=2), "both"),
    LineKind.ADDRESSEE.style: (Indent(), "both"),
    LineKind.ATTACHMENT.style: (Indent(), "both"),
    LineKind.SIGNATURE.style: (Indent(), "right"),
    LineKind.DATE.style: (Indent(), "right"),
}
"""What a style of running text adds to the reference's 正文 where the reference has no style of its own for it."""

_KEPT_PARTS = ("/styles", "/settings", "/webSettings", "/fontTable", "/theme", "/numbering")
_STALE_SETTINGS = ("footnotePr", "endnotePr", "trackRevisions", "docVars", "documentProtection")


class Reference(Struct, frozen=True, dict=True):
    """An office's Word file, known to open. ``name`` is the path it was given by."""

    name: str
    data: bytes

    @cached_property
    def styles(self) -> dict[str, str]:
        """Our style ids → the ids of the reference's own styles, where it has them."""
        there = styles_in(self._seen.styles.element)
        known = {(_kind_of(style), name_of(style).strip().lower()): style.get(qn("w:styleId"), "") for style in there}
        wanted = ((identity, "character" if identity in _OF_CHARACTERS else "paragraph", names) for identity, names in _NAMES.items())
        found = ((identity, next((known[kind, n] for n in names if (kind, n) in known), "")) for identity, kind, names in wanted)
        return {identity: theirs for identity, theirs in found if theirs}

    @cached_property
    def _seen(self) -> WordDocument:
        """The file to be looked into, and not changed."""
        return self.opened()

    def opened(self) -> WordDocument:
        """The file, with a section where it says nothing of one, and no header or footer that is not there."""
        document = Document(BytesIO(self.data))
        body = document.element.body
        if body is not None and next(body.iter(qn("w:sectPr")), None) is None:
            body.extend(nodes(element("sectPr")))
        for made in [] if body is None else list(body.iter(qn("w:headerReference"), qn("w:footerReference"))):
            if made.get(qn("r:id")) not in document.part.rels:
                made.getparent().remove(made)
        return document

    def document(self, style: Style) -> WordDocument:
        """The reference without its text, its styles completed by those of ``style``."""
        document = self.opened()
        _empty(document)
        styles = document.styles.element
        for numbered in default_numbers(styles):
            numbered.getparent().remove(numbered)
        for lent in self._lent(document):
            reveal(lent)
        normal = normal_of(styles)
        taken = {s.get(qn("w:styleId")) for s in styles_in(styles)}
        for ours in parse_xml(styles_part(style)).findall(qn("w:style")):
            identity = ours.get(qn("w:styleId"), "")
            if identity not in self.styles and identity in _NAMES and identity not in taken:
                styles.append(_derived(ours, "" if normal is None else normal.get(qn("w:styleId"), "")))
        return document

    def rename(self, root: Node) -> None:
        """Put the reference's own styles in the place of ours under ``root``. What they would number stays as the draft numbers it."""
        numbered = self.numbered
        for made in list(root.iter(qn("w:pStyle"), qn("w:rStyle"))):
            theirs = self.styles.get(made.get(qn("w:val"), ""), made.get(qn("w:val"), ""))
            made.set(qn("w:val"), theirs)
            if theirs in numbered:
                _unnumber(made)

    def _lent(self, document: WordDocument) -> list[Node]:
        """The styles of ``document`` that the draft is set in, with those they are based on."""
        root = document.styles.element
        return list({id(style): style for identity in self.styles.values() for style in chain(root, identity)}.values())

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The styles lent whose paragraphs Word would number by itself."""
        root = self._seen.styles.element
        return frozenset(theirs for theirs in self.styles.values() if numbers(root, theirs))

    def lent(self, style: Style) -> Style:
        """``style`` with the page of the reference and the size of its title, by which lines are broken and tables measured."""
        document = self._seen
        title = self.styles.get(LineKind.TITLE.style)
        half_points = size(document.styles.element, title) if title else 0
        return replace(
            style,
            page=lent_page(next(document.element.body.iter(qn("w:sectPr"))), style.page),
            title=replace(style.title, size=half_points or style.title.size),
        )

    def notes(self, report: Report, style: Style) -> Iterator[str]:
        """What the reference lacks for ``report`` and what stands in for it, in words for the user."""
        used = dict.fromkeys(_identity(line.kind, line.level) for line in lines(report))
        missing = [identity for identity in used if identity not in self.styles and identity in _NAMES]
        for stand_in, derived in (("按它的“正文”排", True), (f"用“{style.name}”的", False)):
            names = [_shown(identity) for identity in missing if (identity in FROM_NORMAL) is derived]
            if names:
                yield f"参考文件没有这些样式，{stand_in}：{'、'.join(names)}"
        document = self.opened()
        if self.numbered or default_numbers(document.styles.element):
            yield "参考文件的标题样式自带编号，稿子里已经写了序号，自带的不用"
        hidden = [name_of(lent) for lent in self._lent(document) if reveal(lent)]
        if hidden:
            yield f"参考文件的这些样式是隐藏或白色的，稿子里照常显示：{'、'.join(hidden)}"
        yield from _lacking(self.opened())


def load_reference(name: str, data: bytes) -> Reference:
    """The Word file ``data`` as a reference. Raises ``Faults`` where it is none, or too much of one, or too damaged to be written in again."""
    reference = Reference(name, data)
    try:
        too_big = _too_much(data)
        if not too_big:
            _rehearse(reference)
    except Exception:  # zipfile, lxml and python-docx raise a dozen kinds of error on what is no Word file
        raise Faults([Problem(Place(name), "not-word", "不是能读的 Word 文件，不能作参考文件", "在 Word 里另存为 .docx 后重试")]) from None
    if too_big:
        message = f"这个 Word 文件解开来超过 {PACKAGE_BYTES >> 20} MB，或里面的内容太多，不能作参考文件"
        raise Faults([Problem(Place(name), "too-big", message, "删去正文和图片，只留样式和页面，另存一份")])
    return reference


def _too_much(data: bytes) -> bool:
    """Whether the parts are too big together, as the package states them (more than it states is never read of a part), or one has too many tags."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = package.infolist()
        return sum(part.file_size for part in parts) > PACKAGE_BYTES or any(_tags(package, part) > REFERENCE_TAGS for part in parts)


def _tags(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    return package.read(part).count(b"<") if part.file_size > REFERENCE_TAGS else 0


def _rehearse(reference: Reference) -> None:
    """Do all that writing in ``reference`` does, so that what it raises is raised here. Raises ValueError where there is no body."""
    document = reference.opened()
    if document.element.body is None:
        raise ValueError
    list(_lacking(document))
    for identity in reference.styles.values():
        size(document.styles.element, identity)
    _empty(document)
    document.save(BytesIO())


_BEFORE_NUMBER = tuple(qn(f"w:{name}") for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))


def _unnumber(style: Node) -> None:
    """Say beside ``style`` that its paragraph has no number (ECMA-376 part 1, 17.9.18: a numId of 0)."""
    properties = style.getparent()
    before = [made for made in properties if made.tag in _BEFORE_NUMBER]
    before[-1].addnext(nodes(element("numPr", element("numId", val=0)))[0])


def nodes(*elements: Element) -> list[Node]:
    """``elements`` as nodes that may be put into a document."""
    return list(parse_xml(f"<w:body {NAMESPACES}>{''.join(elements)}</w:body>"))


def _identity(kind: LineKind, level: int) -> str:
    return f"Heading{level}" if kind is LineKind.HEADING else kind.style


def _kind_of(style: Node) -> str:
    return str(style.get(qn("w:type"), "paragraph"))


def _shown(identity: str) -> str:
    """The name by which a Chinese Word shows the style."""
    names = _NAMES[identity]
    return names[1] if names[0].isascii() else names[0]


def _derived(ours: Node, normal: str) -> Node:
    """Our style as the reference is to have it: running text takes the look of its 正文, all else keeps its own."""
    made = deepcopy(ours)
    identity = made.get(qn("w:styleId"), "")
    based = made.find(qn("w:basedOn"))
    if based is not None and made.get(qn("w:type")) == "paragraph":
        based.set(qn("w:val"), normal or "Normal")
    if based is not None and made.get(qn("w:type")) == "character":
        made.remove(based)
    if identity in FROM_NORMAL:
        indent, align = FROM_NORMAL[identity]
        for part in (made.find(qn("w:pPr")), made.find(qn("w:rPr"))):
            made.remove(part)
        made.append(nodes(element("pPr", indent.element(), element("jc", val=align)))[0])
    return made


# --- what goes ---------------------------------------------------------------------------------------------------------------------------


def _empty(document: WordDocument) -> None:
    """Take out the text with all that belongs to it: notes, comments, pictures, links, other people's properties."""
    body = document.element.body
    section = deepcopy(next(iter(body.iter(qn("w:sectPr")))))
    for child in list(body):
        body.remove(child)
    for old in section.xpath("./w:type | ./w:footnotePr | ./w:endnotePr | ./w:sectPrChange"):
        section.remove(old)
    body.append(section)
    kept = {made.get(qn("r:id")) for made in section.iter(qn("w:headerReference"), qn("w:footerReference"))}
    _drop(document.part.rels, lambda identity, kind: identity in kept or kind.endswith(_KEPT_PARTS))
    _drop(document.part.package.rels, lambda _, kind: kind.endswith("/officeDocument"))
    settings = document.settings.element
    for name in _STALE_SETTINGS:
        for old in settings.findall(qn(f"w:{name}")):
            settings.remove(old)


def _drop(relations: Any, keep: Callable[[str, str], bool]) -> None:
    for identity in [i for i, r in relations.items() if not keep(i, r.reltype)]:
        del relations[identity]


def _lacking(document: WordDocument) -> Iterator[str]:
    """What a draft needs that is no style: a page number, Chinese faces by name."""
    section = document.sections[0]
    footers = [section.footer, section.first_page_footer, section.even_page_footer, section.header]
    if not any("PAGE" in part._element.xml for part in footers if not part.is_linked_to_previous):
        yield "参考文件没有页码，稿子也就没有；请在参考文件里加上"
    yield from lacking_faces(document.styles.element)

"""The parts of a Word file beside its text, written whole from a look: styles, settings, fonts, properties of the application."""

from __future__ import annotations

from collections.abc import Iterator

from generator.printed import STYLED, LineKind
from generator.render.looks import Look, Style
from generator.render.ooxml import (
    CHARACTER,
    NAMESPACES,
    Element,
    Indent,
    element,
    fonts,
    page_field,
    paragraph,
    paragraph_look,
    run,
    run_look,
    shading,
    switch,
)

LEAD_STYLE = "NigaoLead"
RUN_IN_STYLES = {level: f"NigaoRunIn{level}" for level in range(1, 5)}
"""Character styles of headings that open a paragraph, by level (GB/T 9704-2012 7.3.3: the face of the level, wherever it stands)."""
BLANK_STYLE = "NigaoBlank"
SIGNER_NAME_STYLE = "NigaoSignerName"
FOOTER_STYLE = "Footer"

_OF_THE_TEXT = (
    LineKind.BODY, LineKind.TITLE, LineKind.HEADING, LineKind.ADDRESSEE, LineKind.ATTACHMENT, LineKind.SIGNATURE, LineKind.DATE,
)  # fmt: skip
"""The kinds whose style has a name or an indent of its own beside its look."""
_PLAIN_KINDS = tuple(kind for kind in LineKind if kind not in _OF_THE_TEXT and STYLED[kind.style] is kind)
"""The kinds whose style is their look and nothing else."""


def styles_part(style: Style) -> bytes:
    """``word/styles.xml``: nothing of a host's default look is left in it."""
    defaults = element("docDefaults", element("rPrDefault", run_look(style.body)), element("pPrDefault", element("pPr")))
    return document("styles", defaults, *_default_styles(style.body), *_paragraph_styles(style), *_character_styles(style))


def _default_styles(body: Look) -> Iterator[Element]:
    yield _normal_style(body)
    yield _default_style("character", "DefaultParagraphFont", "Default Paragraph Font")
    yield _default_style("numbering", "NoList", "No List")


def _paragraph_styles(style: Style) -> Iterator[Element]:
    """Names that Word's Chinese edition shows for its own styles (正文, 标题, 签名, 日期, 页码) would clash with them."""
    yield _paragraph_style(LineKind.BODY.style, "公文正文", style.body, Indent(first=style.body.indent))
    yield _paragraph_style(LineKind.TITLE.style, "Title", style.title, Indent(first=style.title.indent))
    for level, look in enumerate(style.headings, 1):
        yield _paragraph_style(f"Heading{level}", f"heading {level}", look, Indent(first=look.indent), outline=level - 1)
    yield _paragraph_style(LineKind.ADDRESSEE.style, "主送机关", style.addressee, Indent(first=style.addressee.indent))
    yield _paragraph_style(LineKind.ATTACHMENT.style, "附件说明", style.attachment, Indent())
    yield _paragraph_style(LineKind.SIGNATURE.style, "署名", style.signature, Indent(right=style.signature_gap))
    yield _paragraph_style(LineKind.DATE.style, "成文日期", style.date, Indent(right=style.signature_gap))
    for kind in _PLAIN_KINDS:
        look = style.look(kind)
        yield _paragraph_style(kind.style, str(kind), look, Indent(first=look.indent))
    yield _paragraph_style(FOOTER_STYLE, "footer", style.page_number, Indent())


def _character_styles(style: Style) -> Iterator[Element]:
    name = style.masthead.signer_name
    yield _character_style(LEAD_STYLE, "要点句首", element("rPr", switch("b", style.lead_bold), switch("bCs", style.lead_bold)))
    for level, look in enumerate(style.headings, 1):
        properties = element("rPr", fonts(look.east_asian, look.latin), switch("b", look.bold), switch("bCs", look.bold))
        yield _character_style(RUN_IN_STYLES[level], f"段首小标题{level}", properties)
    yield _character_style(SIGNER_NAME_STYLE, "签发人姓名", element("rPr", fonts(name.east_asian, name.latin)))
    yield _character_style(BLANK_STYLE, "空缺", element("rPr", shading(style.highlight)))


def _paragraph_style(identity: str, name: str, look: Look, indent: Indent, outline: int | None = None) -> Element:
    own = {} if name in _BUILT_IN else {"customStyle": 1}
    following = identity if identity == FOOTER_STYLE else LineKind.BODY.style
    head = (element("name", val=name), element("basedOn", val="Normal"), element("next", val=following), element("qFormat"))
    return element("style", *head, paragraph_look(look, indent, outline), run_look(look), type="paragraph", **own, styleId=identity)


_BUILT_IN = {"Title", "footer", *(f"heading {n}" for n in range(1, 5))}


def _normal_style(look: Look) -> Element:
    head = (element("name", val="Normal"), element("qFormat"))
    return element("style", *head, paragraph_look(look, Indent()), run_look(look), type="paragraph", default=1, styleId="Normal")


def _default_style(kind: str, identity: str, name: str) -> Element:
    return element("style", element("name", val=name), element("semiHidden"), type=kind, default=1, styleId=identity)


def _character_style(identity: str, name: str, properties: Element) -> Element:
    head = (element("name", val=name), element("basedOn", val="DefaultParagraphFont"), element("qFormat"))
    return element("style", *head, properties, type="character", customStyle=1, styleId=identity)


def settings_part() -> bytes:
    """``word/settings.xml``: odd and even footers, Word 2013's layout, Chinese as the language of East Asian text."""
    compatibility = "http://schemas.microsoft.com/office/word"
    options = {"compatibilityMode": 15, "overrideTableStyleFontSizeAndJustification": 1, "enableOpenTypeFeatures": 1, "doNotFlipMirrorIndents": 1}
    compat = (element("compatSetting", name=name, uri=compatibility, val=value) for name, value in options.items())
    return document(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=420),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", element("useFELayout"), *compat),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def fonts_part(style: Style) -> bytes:
    """``word/fontTable.xml``: each font used, and the one that may stand in for it on a computer without it."""
    substitutes = dict(style.substitutes)
    looks = style.looks()
    east_asian = {look.east_asian for look in looks}
    latin = {look.latin for look in looks} - east_asian
    rows = [_font(name, "86", substitutes) for name in sorted(east_asian)] + [_font(name, "00", substitutes) for name in sorted(latin)]
    return document("fonts", *rows)


def _font(name: str, charset: str, substitutes: dict[str, str]) -> Element:
    substitute = (element("altName", val=substitutes[name]),) if name in substitutes else ()
    return element("font", *substitute, element("charset", val=charset), name=name)


def footer_part(style: Style, side: str) -> bytes:
    """``word/footer….xml``: — 1 —, one character from the right edge on odd pages and from the left on even ones (GB/T 9704-2012 7.5)."""
    edge = style.edge * style.page_number.size * 10 / CHARACTER
    indent = Indent(right=edge) if side == "right" else Indent(left=edge)
    return document("ftr", paragraph(FOOTER_STYLE, run("— "), *page_field(), run(" —"), indent=indent, own=(element("jc", val=side),)))


def blank_footer_part() -> bytes:
    """``word/footer….xml`` of a page that bears no number."""
    return document("ftr", paragraph(FOOTER_STYLE))


def application_part() -> bytes:
    """``docProps/app.xml``."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return written(f'<Properties xmlns="{namespace}"><Application>拟稿 nigao</Application></Properties>')


def document(root: str, *children: Element) -> bytes:
    """A part whose root is ``<w:root>``."""
    return written(f"<w:{root} {NAMESPACES}>{''.join(children)}</w:{root}>")


def written(xml: str) -> bytes:
    """A part that is just ``xml``."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()

"""Breaches of GB/T 9704-2012, each by its name, the rule that must find it, and how a good report is spoilt."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml

from tests.check.made import (
    UNIT,
    above_title,
    at,
    footers,
    paragraph_property,
    put,
    run_property,
    section_property,
    style_property,
    text,
    without,
)

Spoil = Callable[[Document], object]
DATE = "2025年12月22日"


def odd(tag: str, **attributes: str | int) -> Spoil:
    return lambda document: put(next(footers(document))._p.get_or_add_pPr(), tag, **attributes)


def in_footers(tag: str, **attributes: str | int) -> Spoil:
    return style_property("footer", "rPr", tag, **attributes)


def no_number(document: Document) -> None:
    for footer in footers(document):
        for run in list(footer.runs):
            run._r.getparent().remove(run._r)


def hyphens(document: Document) -> None:
    for footer in footers(document):
        for run in footer.runs:
            if "—" in run.text:
                run.text = run.text.replace("—", "-")


def restarted(document: Document) -> None:
    last = document.element.body.sectPr
    first = copy.deepcopy(last)
    put(last, "pgNumType", start=1)
    at(document, "二、")._p.get_or_add_pPr().append(first)


def alone(document: Document) -> None:
    texts = [p.text for p in document.paragraphs]
    document.paragraphs[texts.index(UNIT) - 1].add_run().add_break(WD_BREAK.PAGE)


def signature(tag: str, **attributes: str | int) -> Spoil:
    return lambda document: put(next(p for p in document.paragraphs if p.text == UNIT)._p.get_or_add_pPr(), tag, **attributes)


def sealed_but_off(document: Document) -> None:
    """The date as over a seal, the signature not centred on it."""
    signature("ind", rightChars=100, right=320)(document)
    paragraph_property(DATE, "ind", rightChars=400, right=1280)(document)


def broken_title(*lines: str) -> Spoil:
    def spoil(document: Document) -> None:
        title = document.paragraphs[0]
        for run in list(title._p.findall(qn("w:r"))):
            title._p.remove(run)
        for i, line in enumerate(lines):
            run = title.add_run()
            if i:
                run.add_break()
            run.add_text(line)
            put(run._r.get_or_add_rPr(), "rFonts", hint="eastAsia")

    return spoil


def no_face(document: Document) -> None:
    """No level says which face Han characters have, as a run of a file that another program made."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.pop(qn("w:eastAsia"), None)


def no_even(document: Document) -> None:
    document.settings.odd_and_even_pages_header_footer = False


def run_over(document: Document) -> None:
    """A long name whose second line begins under its number."""
    paragraph_property("2.云岭", "ind", left=1600, hanging=0)(document)
    text("2.云岭", "2.云岭水库" + "大坝和放水设施" * 4 + "检修台账")(document)


def annex(page: bool = True, font: str = "黑体", blank: bool = True, indent: int = 0) -> Spoil:
    """An attachment behind the date."""

    def spoil(document: Document) -> None:
        label = document.add_paragraph("附件1", style="公文正文")
        put(label._p.get_or_add_pPr(), "ind", firstLineChars=indent, firstLine=0)
        put(label.runs[0]._r.get_or_add_rPr(), "rFonts", eastAsia=font)
        if page:
            label.paragraph_format.page_break_before = True
        if blank:
            document.add_paragraph("", style="公文正文")
        document.add_paragraph("青石河治理任务分工表", style="Title")

    return spoil


def record(ending: str = "。", size: int = 28, indent: int = 100) -> Spoil:
    """An imprint behind the date."""

    def spoil(document: Document) -> None:
        for words in (f"抄送：市委办公室，市政府办公室{ending}", "云州市水务局办公室　　2025年12月22日印发"):
            made = document.add_paragraph(words, style="公文正文")
            put(made._p.get_or_add_pPr(), "ind", firstLineChars=indent, firstLine=0, rightChars=100, right=280)
            put(made.runs[0]._r.get_or_add_rPr(), "sz", val=size)

    return spoil


def listed(document: Document) -> None:
    """A bullet before the body, as a list of Word would indent it."""
    paragraph_property("划定3个", "ind", leftChars=0, left=840, firstLineChars=0, hanging=420)(document)


def theme(document: Document) -> None:
    for run in at(document, "特此报告").runs:
        fonts = put(run._r.get_or_add_rPr(), "rFonts")
        fonts.set(qn("w:eastAsiaTheme"), "minorEastAsia")


def note(words: str) -> Spoil:
    def spoil(document: Document) -> None:
        document.add_paragraph(words, style="公文正文")

    return spoil


def numbers_format(kind: str) -> Spoil:
    return section_property("pgNumType", fmt=kind)


def boxed(align: str) -> Spoil:
    """The page number in a frame, as WPS and old Word set it."""

    def spoil(document: Document) -> None:
        for footer in footers(document):
            frame = OxmlElement("w:framePr")
            frame.set(qn("w:xAlign"), align)
            footer._p.get_or_add_pPr().insert(1, frame)

    return spoil


def head(**look: Any) -> Spoil:
    """A red head: mark, name of the office, number of the document. ``look`` says what of it is not as it should be."""
    return above_title(
        (look.get("secrecy", "机密★3年"), {"font": look.get("mark_font", "黑体")}),
        ("云州市水务局文件", {"font": look.get("font", "方正小标宋简体"), "jc": look.get("side", "center"), "color": look.get("colour", "FF0000")}),
        (look.get("number", "云水〔2025〕8号"), {"font": "仿宋_GB2312", "jc": look.get("jc", "center"), "rule": look.get("rule", "FF0000")}),
    )


def marks(*texts: str, side: str = "left") -> Spoil:
    """Marks alone above the title."""
    return above_title(*((text, {"font": "仿宋_GB2312" if text[0] == "0" else "黑体", "jc": side}) for text in texts))


def signer(document: Document) -> None:
    """签发人 and a name, both in the face of the text."""
    above_title(("签发人：", {"font": "仿宋_GB2312", "jc": "right"}))(document)
    name = document.paragraphs[0].add_run("张三")
    put(name._r.get_or_add_rPr(), "rFonts", eastAsia="仿宋_GB2312")


def no_title(document: Document) -> None:
    for above in document.paragraphs[:3]:
        above._p.getparent().remove(above._p)


def parted(document: Document) -> None:
    at(document, DATE).insert_paragraph_before("", style="公文正文")


def hintless(document: Document) -> None:
    for root in (document.element, document.styles.element):
        for fonts in root.iter(qn("w:rFonts")):
            fonts.attrib.pop(qn("w:hint"), None)


def japanese(document: Document) -> None:
    next(document.styles.element.iter(qn("w:lang"))).set(qn("w:eastAsia"), "ja-JP")


def ruled(document: Document) -> None:
    """An imprint whose first rule is a hair line."""
    record()(document)
    borders = put(at(document, "抄送")._p.get_or_add_pPr(), "pBdr")
    put(borders, "top", val="single", sz=4)


def added(**properties: dict[str, str | int]) -> Spoil:
    """Words added to the text, in a run with these properties."""

    def spoil(document: Document) -> None:
        look = at(document, "特此报告").add_run("请审阅。")._r.get_or_add_rPr()
        put(look, "rFonts", hint="eastAsia")
        for tag, attributes in properties.items():
            put(look, tag, **attributes)

    return spoil


def said(words: str) -> Spoil:
    """Words of the text that say ``words``."""
    return text("特此报告", words)


def celled(words: str) -> Spoil:
    """A table of one cell above the end of the text."""

    def spoil(document: Document) -> None:
        table = document.add_table(1, 1)
        table.cell(0, 0).text = words
        at(document, "特此报告")._p.addprevious(table._tbl)

    return spoil


def tracked(document: Document) -> None:
    run = at(document, "特此报告").add_run("请审阅。")
    put(run._r.get_or_add_rPr(), "rFonts", hint="eastAsia")
    change = OxmlElement("w:ins")
    for name, value in {"id": "901", "author": "李主任", "date": "2025-12-20T09:00:00Z"}.items():
        change.set(qn(f"w:{name}"), value)
    run._r.addprevious(change)
    change.append(run._r)


def narrowed(document: Document) -> None:
    put(at(document, "特此报告")._p.get_or_add_pPr(), "ind", right=640, firstLineChars=200, firstLine=640)


def moved_away(document: Document) -> None:
    """A sentence that a change takes elsewhere, and nothing says where."""
    tracked(document)
    change = next(document.element.body.iter(qn("w:ins")))
    change.tag = qn("w:moveFrom")


def later(tag: str, inside: str) -> Spoil:
    """Words added in what Word 2010 brought."""

    def spoil(document: Document) -> None:
        run = at(document, "特此报告").add_run("请审阅。")
        put(run._r.get_or_add_rPr(), "rFonts", hint="eastAsia")
        names = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
        run._r.get_or_add_rPr().append(parse_xml(f"<w14:{tag} {names}><w14:{inside}/></w14:{tag}>"))

    return spoil


def commented(document: Document) -> None:
    data = f'<w:comments {nsdecls("w")}><w:comment w:id="1" w:author="李主任"><w:p/></w:comment></w:comments>'.encode()
    package = document.part.package
    part = Part(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, data, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def named(document: Document) -> None:
    document.core_properties.last_modified_by = "王五"


def spaced(document: Document) -> None:
    at(document, "（二）改造").insert_paragraph_before("", style="公文正文")


def broken(document: Document) -> None:
    run = at(document, "特此报告").add_run()
    put(run._r.get_or_add_rPr(), "rFonts", hint="eastAsia")
    run.add_break()
    run.add_text("请审阅。")


def headed(inside: str) -> Spoil:
    """``inside`` in the header of every page."""

    def spoil(document: Document) -> None:
        section = document.sections[0]
        for header in (section.header, section.even_page_header):
            header._element.append(parse_xml(f"<w:p {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:r>{inside}</w:r></w:p>"))

    return spoil


def misplaced(document: Document) -> None:
    """The list of attachments below the date."""
    moved = [p._p for p in document.paragraphs if p.text.startswith(("附件", "2.云岭"))]
    moved[0].getprevious().getparent().remove(moved[0].getprevious())
    for paragraph in moved:
        at(document, DATE)._p.getparent().insert(-1, paragraph)


def letterhead(jc: str = "right", title_page: bool = True) -> Spoil:
    """The head of a letter: the office in red, its number below at the right; no page number on the first page."""

    def spoil(document: Document) -> None:
        mark = ("云州市水务局", {"font": "方正小标宋简体", "jc": "center", "color": "FF0000"})
        above_title(mark, ("云水函〔2025〕12号", {"font": "仿宋_GB2312", "jc": jc}))(document)
        if title_page:
            put(document.element.body.sectPr, "titlePg")

    return spoil


def ordered(jc: str = "center") -> Spoil:
    """The head of an order."""
    mark = ("云州市人民政府令", {"font": "方正小标宋简体", "jc": "center", "color": "FF0000"})
    return above_title(mark, ("第12号", {"font": "仿宋_GB2312", "jc": jc}))


def minutes(font: str = "黑体") -> Spoil:
    """Minutes, with who was there below the text."""

    def spoil(document: Document) -> None:
        mark = ("云州市水务局局长办公会议纪要", {"font": "方正小标宋简体", "jc": "center", "color": "FF0000"})
        above_title(mark, ("第3期", {"font": "仿宋_GB2312", "jc": "center"}))(document)
        there = at(document, "特此报告").insert_paragraph_before("出席：张三、李四", style="公文正文")
        put(there.runs[0]._r.get_or_add_rPr(), "rFonts", eastAsia=font, hint="eastAsia")

    return spoil


def loosened(document: Document) -> None:
    """Pitch and grid of 29 pt."""
    style_property("公文正文", "pPr", "spacing", line=580)(document)
    section_property("docGrid", linePitch=580)(document)


VIOLATIONS: dict[str, tuple[str, Spoil]] = {
    # the page
    "letter paper": ("page-size", section_property("pgSz", w=12240, h=15840)),
    "top 25 mm": ("margin-top", section_property("pgMar", top=1417)),
    "bottom 25 mm": ("margin-bottom", section_property("pgMar", bottom=1417)),
    "left 32 mm": ("margin-left", section_property("pgMar", left=1814)),
    "gutter 5 mm": ("margin-left", section_property("pgMar", gutter=283)),
    "right 28 mm": ("margin-right", section_property("pgMar", right=1587)),
    "type area 157 mm": ("type-area", section_property("pgMar", left=1560, right=1440)),
    # the grid
    "29 pt lines": ("line-pitch", style_property("公文正文", "pPr", "spacing", line=580)),
    "29 pt lines on a grid of their own": ("line-pitch-loosened", loosened),
    "one and a half lines": ("line-pitch", style_property("公文正文", "pPr", "spacing", line=360, lineRule="auto")),
    "28 pt lines": ("page-fill", style_property("公文正文", "pPr", "spacing", line=560)),
    "no grid": ("grid-missing", section_property("docGrid", type="default")),
    "grid of 15.6 pt": ("grid-pitch", section_property("docGrid", linePitch=312)),
    "no tightening": ("line-length", style_property("公文正文", "rPr", "spacing", val=0)),
    "widow control": ("widow-control", style_property("公文正文", "pPr", "widowControl", val=1)),
    "6 pt after": ("paragraph-gap", style_property("heading 1", "pPr", "spacing", after=120)),
    # the title
    "no title": ("title-missing", no_title),
    "title in 黑体": ("title-font", style_property("Title", "rPr", "rFonts", eastAsia="黑体")),
    "title in 三号": ("title-size", style_property("Title", "rPr", "sz", val=32)),
    "title bold": ("title-bold", run_property("云州市水务局机关", "b", val=1)),
    "title left": ("title-align", style_property("Title", "pPr", "jc", val="left")),
    "title indented": ("title-indent", style_property("Title", "pPr", "ind", firstLineChars=200, firstLine=880)),
    "title in one long line": ("title-overflow", broken_title("云州市水务局机关党支部2025年度党建和业务工作总结报告")),
    "title as an hour-glass": ("title-shape", broken_title("云州市水务局机关党支部", "2025年度", "党建和业务工作总结报告")),
    "title as a rectangle": ("title-rectangle", broken_title("云州市水务局党支部", "党建和业务工作总结")),
    "title broken in a word": ("title-break", broken_title("云州市水务局机关党支部2025年度工", "作总结")),
    "title broken in a figure": ("title-break", broken_title("云州市水务局机关党支部20", "25年度工作总结")),
    # whom it addresses
    "addressee indented": ("addressee-indent", paragraph_property("市直机关", "ind", firstLineChars=200, firstLine=640)),
    "addressee without colon": ("addressee-colon", text("市直机关", "市直机关工委")),
    "addressee with a half-width colon": ("addressee-colon", text("市直机关", "市直机关工委:")),
    "addressee right under the title": ("addressee-gap", without("市直机关")),
    # the body
    "body in 宋体": ("body-font", style_property("公文正文", "rPr", "rFonts", eastAsia="宋体")),
    "one run in 楷体": ("body-font", run_property("特此报告", "rFonts", eastAsia="楷体_GB2312")),
    "body in 四号": ("body-size", style_property("公文正文", "rPr", "sz", val=28)),
    "figures in Calibri": ("latin-font", style_property("公文正文", "rPr", "rFonts", ascii="Calibri", hAnsi="Calibri")),
    "body blue": ("text-colour", run_property("特此报告", "color", val="1F3864")),
    "no indent": ("body-indent", style_property("公文正文", "pPr", "ind", firstLineChars=0, firstLine=0)),
    "hanging body": ("body-indent", listed),
    "wide blanks of the web for an indent": (
        "indent-by-spaces",
        lambda d: (paragraph_property("特此", "ind", firstLineChars=0, firstLine=0)(d), text("特此报告", "\u2003\u2003特此报告。")(d)),
    ),
    "spaces for an indent": (
        "indent-by-spaces",
        lambda d: (paragraph_property("特此报告", "ind", firstLineChars=0, firstLine=0)(d), text("特此报告", "　　特此报告。")(d)),
    ),
    "body spread": ("body-align", paragraph_property("特此报告", "jc", val="distribute")),
    "body two characters short of the right": ("body-indent", narrowed),
    "body right": ("body-align", paragraph_property("特此报告", "jc", val="right")),
    "no face for Han": ("east-asian-font", no_face),
    "quotation marks in the Latin face": ("quote-font", hintless),
    "Japanese by default": ("language", japanese),
    "theme font": ("theme-font", theme),
    # headings
    "first heading in 仿宋": ("heading-font", style_property("heading 1", "rPr", "rFonts", eastAsia="仿宋_GB2312")),
    "second heading in 黑体": ("heading-font", run_property("（一）强化", "rFonts", eastAsia="黑体")),
    "heading in 小二": ("heading-size", style_property("heading 1", "rPr", "sz", val=36)),
    "heading bold": ("heading-bold", style_property("heading 2", "rPr", "b", val=1)),
    "heading flush": ("heading-indent", style_property("heading 1", "pPr", "ind", firstLineChars=0, firstLine=0)),
    "（一）、": ("heading-number", text("（一）强化", "（一）、强化理论武装")),
    "half-width brackets": ("heading-number", text("（一）强化", "(一)强化理论武装")),
    "1、": ("heading-number", text("1.健全", "1、健全台账")),
    "⒈": ("heading-number", text("1.健全", "⒈健全台账")),
    "⑴": ("heading-number", text("（1）分片", "⑴分片包干")),
    "１.": ("heading-number", text("1.健全", "１．健全台账")),
    "二，": ("heading-number", text("二、", "二，下一步打算")),
    "二.": ("heading-number", text("二、", "二.下一步打算")),
    "headings out of the outline": ("heading-outline", style_property("heading 1", "pPr", "outlineLvl", val=9)),
    "level skipped": ("heading-skip", text("（一）强化", "1.强化理论武装")),
    "number missing": ("heading-order", text("（二）改造", "（三）改造老旧管网")),
    "chapter number twice": ("heading-order", text("二、", "一、下一步打算")),
    # attachments
    "no line above attachments": ("attachment-gap", without("附件")),
    "attachments flush": ("attachment-indent", paragraph_property("附件", "ind", leftChars=0, left=0, firstLineChars=0, firstLine=0)),
    "附件 with a half-width colon": ("attachment-colon", text("附件", "附件:1.青石河治理任务分工表")),
    "attachment with a stop": ("attachment-stop", text("2.云岭", "2.云岭水库检修台账。")),
    "attachments numbered 1、": ("attachment-number", text("2.云岭", "2、云岭水库检修台账")),
    "attachment runs over to the edge": ("attachment-hanging", run_over),
    "annex on the same page": ("annex-page", annex(page=False)),
    "annex label in 仿宋": ("annex-label", annex(font="仿宋_GB2312")),
    "annex label indented": ("annex-label-place", annex(indent=200)),
    "annex title in the second row": ("annex-title", annex(blank=False)),
    "attachments below the date": ("attachment-place", misplaced),
    # the closing
    "signature at the edge": ("signature-place", signature("ind", rightChars=0, right=0)),
    "signature not over the sealed date": ("signature-place", sealed_but_off),
    "date under the signature's end": ("date-place", paragraph_property(DATE, "ind", rightChars=500, right=1600)),
    "no line above the signature": (
        "signature-gap",
        lambda d: (n := next(p for p in d.paragraphs if p.text == UNIT)._p.getprevious()).getparent().remove(n),
    ),
    "date apart from the signature": ("date-gap", parted),
    "date with zeros": ("date-padding", text(DATE, "2025年01月05日")),
    "date in Chinese numerals": ("date-numerals", text(DATE, "二〇二五年十二月二十二日")),
    "date of full width": ("date-form", text(DATE, "２０２５年１２月２２日")),
    "date with the day of the week": ("date-form", text(DATE, "2025年12月22日（星期一）")),
    "date with points": ("date-form", text(DATE, "2025.12.22")),
    "signature on a page alone": ("date-alone", alone),
    "note in half-width brackets": ("note-form", note("(联系人：张三)")),
    # page numbers
    "no page number": ("page-number-missing", no_number),
    "page number in 小五": ("page-number-size", in_footers("sz", val=18)),
    "page number in Times New Roman": ("page-number-font", in_footers("rFonts", ascii="Times New Roman")),
    "page number between hyphens": ("page-number-dash", hyphens),
    "Word's own dashes": ("page-number-format", numbers_format("numberInDash")),
    "Roman page numbers": ("page-number-format", numbers_format("upperRoman")),
    "odd page number centred": ("page-number-side", odd("jc", val="center")),
    "page number in a frame in the middle": ("page-number-side", boxed("center")),
    "page number at the edge": ("page-number-edge", odd("ind", rightChars=0, right=0)),
    "odd and even alike": ("page-number-odd-even", no_even),
    "page number 15 mm below": ("page-number-height", section_property("pgMar", footer=992)),
    "page numbers begin anew": ("page-number-restart", restarted),
    # above the title
    "number in square brackets": ("document-number", head(number="云水[2025]8号")),
    "number padded": ("document-number", head(number="云水〔2025〕08号")),
    "number of full width": ("document-number", head(number="云水〔２０２５〕８号")),
    "第 in the number": ("document-number", head(number="云水〔2025〕第8号")),
    "number at the left": ("document-number-place", head(jc="left")),
    "secrecy in 仿宋": ("mark-type", head(mark_font="仿宋_GB2312")),
    "secrecy with a hyphen": ("secrecy-form", head(secrecy="机密★三年")),
    "secrecy in the middle": ("mark-place", marks("机密★1年", side="center")),
    "copy number of four digits": ("copy-number", marks("0012")),
    "secrecy above the copy number": ("mark-order", marks("机密★1年", "000012")),
    "name of the office at the left": ("issuer-align", head(side="left")),
    "name of the office in 黑体": ("issuer-font", head(font="黑体")),
    "rule black": ("red-line", head(rule="000000")),
    "signer's name in 仿宋": ("signer-font", signer),
    "name of the office black": ("issuer-colour", head(colour="000000")),
    # forms of their own
    "a contract": ("not-official", text("云州市水务局机关", "河道清淤合同")),
    "a letter's number at the left": ("letter-number", letterhead("left")),
    "a letter's first page numbered": ("letter-first-page", letterhead(title_page=False)),
    "a letter printed by somebody": ("letter-record", lambda d: (record()(d), letterhead()(d))),
    "an order's number at the left": ("order-number", ordered("left")),
    "who was there in 楷体": ("attendance-type", minutes("楷体")),
    # what must not be sent
    "a change not accepted": ("pending-changes", tracked),
    "a sentence moved away": ("pending-changes", moved_away),
    "a comment": ("comments", commented),
    "hidden text": ("hidden-text", added(vanish={})),
    "characters filled with nothing": ("hidden-text", later("textFill", "noFill")),
    "white text": ("hidden-text", added(color={"val": "FFFFFF"})),
    "××": ("placeholder", said("特此报告，慰问××户。")),
    "待补": ("placeholder", said("特此报告，慰问〔待补〕户。")),
    "a field that points nowhere": ("placeholder", said("特此报告，见错误！未找到引用源。")),
    "a bookmark that is not there": ("placeholder", said("特此报告，见Error! Reference source not found.")),
    "words and 待补": ("placeholder", said("特此报告，慰问〔数据待补充〕户。")),
    "a slot in single braces": ("placeholder", said("特此报告，慰问{户数}户。")),
    "a slot between signs": ("placeholder", said("特此报告，慰问#户数#户。")),
    "a slot of a program": ("placeholder", said("特此报告，慰问{amount}户。")),
    "a slot of a program, full width": ("placeholder", said("特此报告，由｛name｝负责。")),
    "a slot between dollars": ("placeholder", said("特此报告，由$name$负责。")),
    "a format never filled": ("placeholder", said("特此报告，慰问%d户。")),
    "a figure never filled, in millions": ("placeholder", said("特此报告，供水N万立方米。")),
    "a question mark, in millions": ("placeholder", said("特此报告，供水？万立方米。")),
    "capitals for a figure": ("placeholder", said("特此报告，供水OO万立方米。")),
    "crosses of full width": ("placeholder", said("特此报告，慰问ＸＸ户。")),
    "a square for a figure": ("placeholder", said("特此报告，慰问■户。")),
    "a star for a day": ("placeholder", said("特此报告，定于12月*日召开。")),
    "nothing between quotes": ("placeholder", said("特此报告，落实“ ”制度。")),
    "nothing behind a colon": ("placeholder", said("特此报告，联系人：　　　，电话：0000-1234567。")),
    "still open, in millions": ("placeholder", said("特此报告，投资待定万元。")),
    "triangles": ("placeholder", said("特此报告，慰问△△户。")),
    "question marks for a figure": ("placeholder", said("特此报告，慰问？？户。")),
    "boxes to tick": ("placeholder", said("特此报告，是否整改：□是□否。")),
    "a word to a colleague": ("placeholder", said("特此报告，@张三 请补上户数。")),
    "a number of an annex to come": ("placeholder", said("特此报告，见附件X。")),
    "a blank in full-width brackets": ("placeholder", said("特此报告，慰问［填写］户。")),
    "a date in letters": ("placeholder", said("特此报告，YYYY年MM月DD日前报送。")),
    "number signs for a figure": ("placeholder", said("特此报告，慰问###户。")),
    "figures to be verified": ("placeholder", said("特此报告，慰问数据待核。")),
    "a place to be settled": ("placeholder", said("特此报告，会议地点待定。")),
    "____": ("placeholder", said("特此报告，慰问____户。")),
    "【】": ("placeholder", said("特此报告，慰问【】户。")),
    "a slot of a template": ("placeholder", said("特此报告，慰问{{ 户数 }}户。")),
    "a date to be filled in": ("placeholder", said("特此报告，2025年　月　日开工。")),
    "dots for a figure": ("placeholder", said("特此报告，投入……万元。")),
    "an ellipsis cut short": ("placeholder", said("特此报告，投入…万元。")),
    "squares": ("placeholder", said("特此报告，投入■■万元。")),
    "stars": ("placeholder", said("特此报告，投入☆☆万元。")),
    "hyphens": ("placeholder", said("特此报告，投入--万元。")),
    "dashes": ("placeholder", said("特此报告，投入————万元。")),
    "a letter for a figure": ("placeholder", said("特此报告，投入N万元。")),
    "one question mark": ("placeholder", said("特此报告，投入？万元。")),
    "a question in brackets": ("placeholder", said("特此报告，投入（？）万元。")),
    "a single blank": ("placeholder", said("特此报告，投入 万元。")),
    "at signs": ("placeholder", said("特此报告，投入@@万元。")),
    "slots of full width": ("placeholder", said("特此报告，投入｛金额｝万元。")),
    "slots between angles of full width": ("placeholder", said("特此报告，投入＜金额＞万元。")),
    "a slot between small angles": ("placeholder", said("特此报告，投入〈金额〉万元。")),
    "a date with lines": ("placeholder", said("特此报告，2025年_月_日完成。")),
    "what Excel shows of an error": ("placeholder", said("特此报告，投入#N/A万元。")),
    "what a program has for nothing": ("placeholder", said("特此报告，投入null万元。")),
    "no number at all": ("placeholder", said("特此报告，投入，NaN万元。")),
    "a link that leads nowhere": ("placeholder", said("特此报告，见错误！超链接引用无效。")),
    "a document variable": ("placeholder", said("特此报告，见错误！未提供文档变量。")),
    "no entries": ("placeholder", said("特此报告，见未找到目录项。")),
    "where to type": ("placeholder", said("特此报告，请在此处键入正文。")),
    "where to click, in English": ("placeholder", said("特此报告，Click here to enter text。")),
    "asked of a colleague": ("placeholder", said("特此报告，投入300万元（请办公室补充）。")),
    "asked to be checked": ("placeholder", said("特此报告，投入300万元（请核实）。")),
    "figures to be added": ("placeholder", said("特此报告，投入300万元（补充数据）。")),
    "to be checked again": ("placeholder", said("特此报告，投入300万元（再核）。")),
    "figures not there yet": ("placeholder", said("特此报告，数据暂缺。")),
    "a note on the spot": ("placeholder", said("特此报告，（注：此处数据由财务科核实）。")),
    "a blank to write on": ("placeholder", lambda d: put(at(d, "特此报告").add_run("　　　")._r.get_or_add_rPr(), "u", val="single")),
    "another's name": ("properties", named),
    "highlight": ("highlight", added(highlight={"val": "yellow"})),
    "shaded words": ("shading", added(shd={"val": "clear", "fill": "FFFF00"})),
    "words shaded in a colour of the theme": ("shading", added(shd={"val": "clear", "fill": "auto", "themeFill": "accent1"})),
    "a shaded paragraph": ("shading", paragraph_property("特此报告", "shd", val="clear", fill="D9D9D9")),
    "slanted": ("slanted", added(i={})),
    "underlined": ("underlined", added(u={"val": "wave"})),
    "struck": ("struck", added(strike={})),
    "raised": ("raised", added(position={"val": 6})),
    "superscript": ("raised", added(vertAlign={"val": "superscript"})),
    "a dot under each character": ("text-effects", added(em={"val": "dot"})),
    "a frame around characters": ("text-effects", added(bdr={"val": "single"})),
    "a shadow": ("text-effects", added(shadow={})),
    "two rows in one": ("text-effects", added(eastAsianLayout={"id": 1, "combine": 1})),
    "laid across": ("text-effects", added(eastAsianLayout={"id": 1, "vert": 1})),
    "an outline": ("text-effects", later("textOutline", "solidFill")),
    "a colour of the theme": ("text-colour", added(color={"val": "auto", "themeColor": "accent1"})),
    "the paper's colour of the theme": ("hidden-text", added(color={"val": "auto", "themeColor": "background1"})),
    "a dash for a number": ("foreign-forms", text("二、", "ニ、下一步打算")),
    "bold as a chat writes it": ("markup", said("特此报告，**确保安全**。")),
    "a picture that a chat cut out": ("markup", said("特此报告，见[图片]所示。")),
    "the end of a line as a program spells it": ("markup", said("特此报告，请审阅\\n。")),
    "what a machine says before its text": ("markup", said("特此报告，以下是为您生成的总结。")),
    "what a machine says of itself": ("markup", said("特此报告，作为一个人工智能助手，我没有数据。")),
    "what a machine says behind its text": ("markup", said("特此报告，希望以上内容对您有所帮助。")),
    "a line ended as a page does": ("markup", said("特此报告，请审阅<br>。")),
    "a blank of the web": ("markup", said("特此报告，请审阅&nbsp;。")),
    "a radical for a character": ("foreign-forms", said("特此报告，节约⽤⽔。")),
    "a stop of narrow Japanese type": ("foreign-forms", said("特此报告｡")),
    "a blank without width": ("foreign-forms", said("特此\u200b报告。")),
    "brackets of a tortoise shell, empty": ("placeholder", said("特此报告，联系人〔　　〕。")),
    "square brackets, empty": ("placeholder", said("特此报告，联系人［　　］。")),
    "corner brackets, empty": ("placeholder", said("特此报告，联系人「　　」。")),
    "brackets around points": ("placeholder", said("特此报告，联系人（……）。")),
    "a line of points": ("placeholder", said("特此报告，联系人：............，请审阅。")),
    "to be supplied, in a bracket": ("placeholder", said("特此报告，共26人（补）。")),
    "a year half written": ("placeholder", said("特此报告，于20　　年完成。")),
    "a percentage to come": ("placeholder", said("特此报告，完成率达　　%。")),
    "somebody": ("placeholder", said("特此报告，由某某同志负责。")),
    "marks of a title, empty": ("placeholder", said("特此报告，印发《　　》。")),
    "scaled": ("scaled", added(w={"val": 90})),
    "squeezed to a width": ("text-effects", added(fitText={"val": 900})),
    "a half-width comma": ("half-width", said("特此报告,请审阅。")),
    "half-width brackets and quotes": ("half-width", said('特此报告(含"微实事")。')),
    "three half-width points": ("half-width", said("特此报告...")),
    "straight single quotes": ("half-width", said("特此报告，'一线'服务。")),
    "quotes of a programmer": ("half-width", said("特此报告，`一线`服务。")),
    "a half-width comma between blanks": ("half-width", said("特此报告 , 请审阅。")),
    "a half-width comma in a table": ("half-width-cells", celled("泵站3座,管网26公里")),
    "half-width brackets in a table": ("half-width-cells", celled("金额(万元)")),
    "the year of a number in square brackets": ("half-width", said("特此报告，见云水[2025]8号。")),
    "an empty line": ("empty-lines", spaced),
    "a line broken by hand": ("soft-break", broken),
    "two columns": ("columns", section_property("cols", num=2)),
    "a frame around the page": ("page-extras", lambda d: put(put(d.element.body.sectPr, "pgBorders"), "top", val="single", sz=4)),
    "numbers of lines": ("page-extras", section_property("lnNumType", countBy=5)),
    "set from top to bottom": ("page-extras", section_property("textDirection", val="tbRl")),
    "words in the header": ("header", headed("<w:t>云州市水务局</w:t>")),
    "a watermark": ("watermark", headed("<w:pict><v:shape><v:textpath string='草稿'/></v:shape></w:pict>")),
    # the imprint
    "copied without a stop": ("copied-form", record(ending="")),
    "imprint flush": ("record-place", record(indent=0)),
    "imprint under a hair line": ("record-lines", ruled),
    "imprint in 三号": ("record-type", record(size=32)),
}

ALSO: dict[str, frozenset[str]] = {
    "theme font": frozenset({"body-font"}),
    "level skipped": frozenset({"heading-font", "heading-order"}),
}
"""What else a breach rightly sets off: it cannot but break two rules."""

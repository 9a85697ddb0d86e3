"""Automatic numbers as Word shows them. Each case is a list in some way; the right values are read off the standard (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import pytest

from generator.reading.counting import padded, written

from .word_made import abstract, item, level, num, p, paragraphs, style, t, word

ONE = level(0, "chineseCounting", "%1、")
TWO = level(1, "chineseCounting", "（%2）")
THREE = level(2)
LIST = abstract(0, ONE, TWO, THREE) + num(1, 0)


def numbers(body: str, numbering: str = LIST, styles: str = "") -> list[str]:
    """What stands before 甲, 乙, … in the lines of the file, blanks left out."""
    return [line.rstrip("甲乙丙丁戊己庚。").replace(" ", "") for line in paragraphs(word(body, numbering, styles))]


# --- formats (17.18.59) -------------------------------------------------------------------------------------------------------------------------

FORMATS = {
    "decimal": "1 2 10 21 101",
    "decimalZero": "01 02 10 21 101",
    "decimalFullWidth": "１ ２ １０ ２１ １０１",
    "decimalFullWidth2": "１ ２ １０ ２１ １０１",
    "decimalHalfWidth": "1 2 10 21 101",
    "decimalEnclosedCircle": "① ② ⑩ 21 101",
    "decimalEnclosedCircleChinese": "① ② ⑩ 21 101",
    "decimalEnclosedFullstop": "⒈ ⒉ ⒑ 21 101",
    "decimalEnclosedParen": "⑴ ⑵ ⑽ 21 101",
    "ideographEnclosedCircle": "㊀ ㊁ ㊉ 21 101",
    "chineseCounting": "一 二 十 二十一 一○一",
    "chineseCountingThousand": "一 二 十 二十一 一百零一",
    "taiwaneseCounting": "一 二 十 二十一 一○一",
    "taiwaneseCountingThousand": "一 二 十 二十一 一百零一",
    "taiwaneseDigital": "一 二 一○ 二一 一○一",
    "ideographDigital": "一 二 一〇 二一 一〇一",
    "japaneseDigitalTenThousand": "一 二 一〇 二一 一〇一",
    "japaneseCounting": "一 二 十 二十一 百一",
    "japaneseLegal": "壱 弐 壱拾 弐拾壱 壱百零壱",
    "chineseLegalSimplified": "壹 贰 壹拾 贰拾壹 壹佰零壹",
    "ideographLegalTraditional": "壹 貳 壹拾 貳拾壹 壹佰零壹",
    "ideographTraditional": "甲 乙 癸 21 101",
    "ideographZodiac": "子 丑 酉 21 101",
    "ideographZodiacTraditional": "甲子 乙丑 癸酉 甲申 101",
    "upperLetter": "A B J U WWWW",
    "lowerLetter": "a b j u wwww",
    "upperRoman": "I II X XXI CI",
    "lowerRoman": "i ii x xxi ci",
    "ordinal": "1st 2nd 10th 21st 101st",
    "numberInDash": "-1- -2- -10- -21- -101-",
    "hex": "1 2 A 15 65",
    "koreanDigital": "일 이 일영 이일 일영일",
    "thaiNumbers": "๑ ๒ ๑๐ ๒๑ ๑๐๑",
    "hebrew1": "1 2 10 21 101",
    "hebrew2": "א ב י ש 101",
    "arabicAlpha": "أ ب ر ق 101",
    "arabicAbjad": "أ ب ي ش 101",
    "thaiLetters": "ก ข ญ ธ 101",
    "iroha": "イ ロ ヌ ナ 101",
    "koreanCounting": "일 이 십 이십일 백일",
    "chicago": "* † ††† ****** 101",
    "cardinalText": "One Two Ten Twenty-one 101",
    "ordinalText": "First Second Tenth Twenty-first 101",
}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format(form: str) -> None:
    assert [written(n, form).replace(" ", "") for n in (1, 2, 10, 21, 101)] == FORMATS[form].split()


def test_a_number_out_of_reach_is_arabic() -> None:
    beyond = [
        written(n, form) for n, form in ((0, "ideographTraditional"), (-3, "chineseCountingThousand"), (10**6, "upperRoman"), (781, "lowerLetter"))
    ]
    assert beyond == ["0", "-3", "1000000", "781"]
    assert [padded(7, "001, 002, 003, ..."), padded(7, "&#x;"), padded(7, "")] == ["007", "7", "7"]


@pytest.mark.parametrize(
    ("form", "pattern", "shown"),
    [
        ("decimalEnclosedCircleChinese", "%1", ["①", "②"]),
        ("chineseLegalSimplified", "%1、", ["壹、", "贰、"]),
        ("decimalFullWidth", "（%1）", ["（１）", "（２）"]),
        ("upperLetter", "%1．", ["A．", "B．"]),
        ("lowerRoman", "%1)", ["i)", "ii)"]),
        ("none", "第条：", ["第条：", "第条："]),
        ("bullet", "●", ["●", "●"]),
    ],
)
def test_the_format_stands_in_its_pattern(form: str, pattern: str, shown: list[str]) -> None:
    assert numbers(item("甲。") + item("乙。"), abstract(0, level(0, form, pattern)) + num(1, 0)) == shown


@pytest.mark.parametrize(
    ("font", "sign", "shown"), [("Symbol", "\uf0b7", "•"), ("Wingdings", "\uf06c", "●"), ("Wingdings", "l", "●"), ("甲体", "\uf123", "•")]
)
def test_bullets_in_symbol_fonts(font: str, sign: str, shown: str) -> None:
    bullet = level(0, "bullet", sign, f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>')
    assert numbers(item("甲。"), abstract(0, bullet) + num(1, 0)) == [shown]


def test_a_custom_format_within_alternatives() -> None:
    custom = '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
    either = f'<mc:AlternateContent>{custom}<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    levels = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{either}<w:lvlText w:val="%1）"/></w:lvl>'
    assert numbers(item("甲。"), abstract(0, levels) + num(1, 0)) == ["001）"]


# --- counting (17.9) -----------------------------------------------------------------------------------------------------------------------------

DIGITS = abstract(0, level(0, pattern="%1"), level(1, pattern="%1-%2"), level(2, pattern="%1-%2-%3"))


def counted(places: str, numbering: str) -> str:
    """The numbers of items at those places (list and level, ``1.0``), one after the other."""
    body = "".join(item("甲。", *place.split(".")) for place in places.split())
    return " ".join(numbers(body, numbering))


def override(at: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{at}">{inner}</w:lvlOverride>'


def begin(n: int) -> str:
    return f'<w:startOverride w:val="{n}"/>'


def restart(n: int) -> str:
    return f'<w:lvlRestart w:val="{n}"/>'


COUNTED = {
    "lists of one definition count on": ("1.0 2.0 1.0", DIGITS + num(1, 0) + num(2, 0), "1 2 3"),
    "lists of two definitions count apart": (
        "1.0 2.0 1.0 2.0",
        DIGITS + abstract(1, level(0, pattern="%1")) + num(1, 0) + num(2, 1),
        "1 1 2 2",
    ),
    "where it starts": ("1.0 1.0", abstract(0, level(0, pattern="%1", start=3)) + num(1, 0), "3 4"),
    "startOverride begins anew, once": ("1.0 1.0 2.0 2.0 1.0", DIGITS + num(1, 0) + num(2, 0, override(0, begin(1))), "1 2 1 2 3"),
    "startOverride of a lower level": ("1.0 1.1 2.0 2.1 2.1", DIGITS + num(1, 0) + num(2, 0, override(1, begin(5))), "1 1-1 2 2-5 2-6"),
    "lvlOverride with a level": (
        "1.0 2.0",
        DIGITS + num(1, 0) + num(2, 0, override(0, level(0, "chineseCounting", "%1"))),
        "1 二",
    ),
    "a deeper level begins anew": ("1.0 1.1 1.1 1.0 1.1", DIGITS + num(1, 0), "1 1-1 1-2 2 2-1"),
    "a level that nothing restarts": (
        "1.0 1.1 1.0 1.1",
        abstract(0, level(0, pattern="%1"), level(1, pattern="%1-%2", inner=restart(0))) + num(1, 0),
        "1 1-1 2 2-2",
    ),
    "a level that only the first restarts": (
        "1.0 1.1 1.2 1.1 1.2 1.0 1.2",
        abstract(0, level(0, pattern="%1"), level(1, pattern="%2"), level(2, pattern="%3", inner=restart(1))) + num(1, 0),
        "1 1 1 2 2 2 1",
    ),
    "a level skipped counts as begun": ("1.1 1.1 1.0 1.1", DIGITS + num(1, 0), "1-1 1-2 2 2-1"),
    "each level in its own format": (
        "1.0 1.1",
        abstract(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1（%2）")) + num(1, 0),
        "一、 一（1）",
    ),
    "legal: every level Arabic": (
        "1.0 1.1",
        abstract(0, level(0, "chineseCounting", "%1、"), level(1, "upperRoman", "%1.%2.", inner="<w:isLgl/>")) + num(1, 0),
        "一、 1.1.",
    ),
    "numId 0 and a list that is missing": ("1.0 0.0 9.0 1.0", DIGITS + num(1, 0), "1   2"),
    "a hidden number counts": (
        "1.0 1.1 1.0",
        abstract(0, level(0, pattern="%1"), level(1, pattern="%2", inner="<w:rPr><w:vanish/></w:rPr>")) + num(1, 0),
        "1  2",
    ),
    "startOverride beside a level of its own": (
        "1.0 2.0 2.0",
        DIGITS + num(1, 0) + num(2, 0, override(0, begin(4) + level(0, "chineseCounting", "%1"))),
        "1 四 五",
    ),
    "a pattern that is said to be none": (
        "1.0",
        abstract(0, '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1." w:null="1"/></w:lvl>') + num(1, 0),
        "",
    ),
    "a sign of percent that stands for itself": ("1.0", abstract(0, level(0, pattern="100%%1")) + num(1, 0), "100%1"),
    "start left out is zero": ("1.0", abstract(0, '<w:lvl w:ilvl="0"><w:lvlText w:val="%1）"/></w:lvl>') + num(1, 0), "0）"),
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTED)
def test_counting(name: str) -> None:
    places, numbering, shown = COUNTED[name]
    assert counted(places, numbering) == shown


def test_broken_places_are_read_as_far_as_they_go() -> None:
    body = item("甲。", 1, "abc") + item("乙。", "x", 0) + item("丙。", 1, 77) + item("丁。", 1, "-2")
    assert numbers(body, DIGITS + num(1, 0)) == ["1", "", "", "2"]


# --- where a paragraph has its list from (17.9.18, 17.9.23, 17.7.2) --------------------------------------------------------------------------------

NUM_PR = "<w:pPr><w:numPr>{}</w:numPr></w:pPr>"


def styled(text: str, name: str, own: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{name}"/>{own}')


def test_by_a_style_and_those_it_is_based_on() -> None:
    styles = style("A", "甲式", NUM_PR.format('<w:numId w:val="1"/>')) + style("B", "乙式", based="A") + style("C", "丙式", based="B")
    assert numbers(styled("甲。", "C") + styled("乙。", "B"), LIST, styles) == ["一、", "二、"]


def test_level_and_list_are_inherited_apart() -> None:
    styles = style("A", "甲式", NUM_PR.format('<w:numId w:val="1"/>')) + style("B", "乙式", NUM_PR.format('<w:ilvl w:val="1"/>'), based="A")
    body = styled("甲。", "A") + styled("乙。", "B") + styled("丙。", "A", '<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    assert numbers(body, LIST, styles) == ["一、", "（一）", "（二）"]


def test_a_level_that_names_the_style() -> None:
    linked = abstract(0, level(0, "chineseCounting", "%1、", '<w:pStyle w:val="A"/>'), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="B"/>'))
    only = NUM_PR.format('<w:numId w:val="1"/>')
    styles = style("A", "甲式", only) + style("B", "乙式", only) + style("C", "丙式", based="B")
    body = styled("甲。", "A") + styled("乙。", "B") + styled("丙。", "C")
    assert numbers(body, linked + num(1, 0), styles) == ["一、", "（一）", "（二）"]


def test_switched_off_by_the_paragraph_or_by_a_nearer_style() -> None:
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    styles = style("A", "甲式", NUM_PR.format('<w:numId w:val="1"/>')) + style("B", "乙式", f"<w:pPr>{off}</w:pPr>", based="A")
    body = styled("甲。", "A") + styled("乙。", "A", off) + styled("丙。", "B") + styled("丁。", "A")
    assert numbers(body, LIST, styles) == ["一、", "", "", "二、"]


def test_through_the_style_of_a_list() -> None:
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>' + num(5, 5)
    home = f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>{ONE}</w:abstractNum>' + num(1, 0)
    styles = style("L", "列表", NUM_PR.format('<w:numId w:val="1"/>'), kind="numbering")
    for known in (styles, style("L", "列表", kind="numbering"), ""):
        assert numbers(item("甲。", 5) + item("乙。", 1), home + link, known) == ["一、", "二、"]


def test_by_what_the_file_says_of_every_paragraph() -> None:
    every = '<w:docDefaults><w:pPrDefault><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrDefault></w:docDefaults>'
    assert numbers(p("甲。") + p("乙。"), LIST, every) == ["一、", "二、"]


def test_a_chain_of_links_ends() -> None:
    """Two thousand definitions, each of which means the list that the next one's style names."""
    links = "".join(f'<w:abstractNum w:abstractNumId="{i}"><w:numStyleLink w:val="L{i}"/></w:abstractNum>{num(i, i)}' for i in range(2000))
    styles = "".join(style(f"L{i}", f"链{i}", NUM_PR.format(f'<w:numId w:val="{i + 1}"/>'), kind="numbering") for i in range(2000))
    assert numbers(item("甲。"), links, styles) == [""]


def test_circles_end() -> None:
    circle = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' + num(1, 0)
    styles = style("L", "列表", NUM_PR.format('<w:numId w:val="1"/>'), based="M") + style("M", "又", based="L")
    assert numbers(item("甲。") + styled("乙。", "L"), circle, styles) == ["", ""]


# --- what counts -----------------------------------------------------------------------------------------------------------------------------------

DELETED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr>'


def test_deleted_items_do_not_count() -> None:
    gone = f'<w:p>{DELETED}<w:del w:id="2" w:author="甲"><w:r><w:delText>删。</w:delText></w:r></w:del></w:p>'
    assert numbers(item("甲。") + gone + item("乙。")) == ["一、", "二、"]


def test_items_of_a_deleted_row_do_not_count() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>" + item("格") + "</w:tc></w:tr>"
    gone = row.format('<w:del w:id="1" w:author="甲"/>')
    assert numbers(item("甲。") + f"<w:tbl>{row.format('')}{gone}</w:tbl>" + item("乙。")) == ["一、", "三、"]


def test_items_in_text_boxes_count() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{item('框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert numbers(item(t("甲。") + box) + item("乙。")) == ["一、", "三、"]


def test_hidden_items_do_not_count() -> None:
    hidden = item(t("密", "<w:vanish/>")).replace("<w:numPr>", "<w:rPr><w:vanish/></w:rPr><w:numPr>")
    assert numbers(item("甲。") + hidden + item("乙。")) == ["一、", "二、"]


def test_an_inserted_item_counts() -> None:
    inserted = f'<w:p>{DELETED.replace("w:del ", "w:ins ")}<w:ins w:id="2" w:author="甲">{t("甲。")}</w:ins></w:p>'
    assert numbers(item("甲。") + inserted + item("乙。")) == ["一、", "二、", "三、"]


def test_a_label_is_no_heap_of_characters() -> None:
    long = abstract(0, level(0, pattern="%1" * 5000)) + num(1, 0)
    assert len(numbers(item("甲。"), long)[0]) <= 64


# --- numId 0: no number (17.9.18) ----------------------------------------------------------------------------------------------------------------


def says(number: str = "", at: str = "") -> str:
    return "<w:numPr>" + (at and f'<w:ilvl w:val="{at}"/>') + (number and f'<w:numId w:val="{number}"/>') + "</w:numPr>"


def lends(identity: str, said: str = "", based: str = "", more: str = "") -> str:
    return style(identity, identity, f"<w:pPr>{said}</w:pPr>", based).replace('w:type="paragraph"', f'w:type="paragraph" {more}')


LISTS = abstract(0, level(0, pattern="%1、"), level(1, pattern="（%2）")) + num(1, 0)
PRESET = '<w:docDefaults><w:pPrDefault><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrDefault></w:docDefaults>'
UNNUMBERED: dict[str, tuple[str, str, str]] = {
    "the paragraph says none": (says("0"), "", ""),
    "the paragraph says none, its style a list": (says("0"), "a", lends("a", says("1"))),
    "the paragraph says none and a level, its style a list": (says("0", "1"), "a", lends("a", says("1"))),
    "the style says none, the one below it a list": ("", "b", lends("a", says("1")) + lends("b", says("0"), "a")),
    "the style below the style says none": ("", "c", lends("a", says("1")) + lends("b", says("0"), "a") + lends("c", based="b")),
    "the same, and the style names a level": ("", "c", lends("a", says("1")) + lends("b", says("0"), "a") + lends("c", says("", "1"), "b")),
    "the same, and the paragraph names a level": (says("", "1"), "b", lends("a", says("1")) + lends("b", says("0"), "a")),
    "the defaults say a list, the style none": ("", "b", PRESET + lends("b", says("0"))),
    "the usual style says a list, the paragraph's none": ("", "b", lends("n", says("1"), more='w:default="1"') + lends("b", says("0"), "n")),
    "with two zeros": (says("00"), "a", lends("a", says("1"))),
    "with blanks around": (says(" 0 "), "a", lends("a", says("1"))),
    "less than none": (says("-1"), "a", lends("a", says("1"))),
    "a list that is called 0": (says("0"), "", "0"),
    "a number taken off while changes were kept": (
        says("0").replace("</w:numPr>", '<w:numberingChange w:id="1" w:author="甲" w:original="%1:1:0:、"/></w:numPr>'), "a", lends("a", says("1"))
    ),
    "a number that was there before a change": ('<w:pPrChange w:id="1" w:author="甲"><w:pPr>' + says("1") + "</w:pPr></w:pPrChange>", "", ""),
}  # fmt: skip
"""What says that a paragraph has no number: its own properties, its style, the styles."""
NUMBERED: dict[str, tuple[str, str, str]] = {
    "the paragraph says a list, its style none": (says("1"), "b", lends("b", says("0"))),
    "the style says a list, the one below it none": ("", "b", lends("a", says("0")) + lends("b", says("1"), "a")),
    "the paragraph says nothing of the list": ("<w:numPr><w:numId/></w:numPr>", "a", lends("a", says("1"))),
    "the usual style says a list": ("", "", lends("n", says("1"), more='w:default="1"')),
}


@pytest.mark.parametrize("name", [*UNNUMBERED, *NUMBERED])
def test_no_number(name: str) -> None:
    own, identity, styles = {**UNNUMBERED, **NUMBERED}[name]
    lists = LISTS + (num(0, 0) if styles == "0" else "")
    made = word(p("办好展览。", (identity and f'<w:pStyle w:val="{identity}"/>') + own), lists, "" if styles == "0" else styles)
    assert paragraphs(made) == ["办好展览。" if name in UNNUMBERED else "1、办好展览。"]

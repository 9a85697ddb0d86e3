"""What Word prints and what it does not: equations, symbols, fields, alternatives, hidden text, wrappers. The right values are read off the
standard (ECMA-376 part 1, the clause beside each)."""

from __future__ import annotations

import pytest

from generator.reading.body import Story
from generator.reading.fields import equation
from generator.reading.package import opened
from generator.reading.word import read_word

from .word_made import abstract, item, level, num, p, paragraphs, parts, report, said, style, t, word, zipped

# --- equations (22.1) -----------------------------------------------------------------------------------------------------------------------------


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def math(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def with_property(name: str, value: str) -> str:
    return f'<m:{name} m:val="{value}"/>'


VANISH = "<w:rPr><w:vanish/></w:rPr>"


def character(identity: str, inner: str, based: str = "") -> str:
    return style(identity, identity, inner, based, "character")


def mark(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


BEGIN, SEPARATE, END = mark("begin"), mark("separate"), mark("end")


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


X, Y = f"<m:e>{m('x')}</m:e>", f"<m:e>{m('y')}</m:e>"
EQUATIONS = {
    "a number": (m("9.6%"), "9.6%"),
    "a fraction": (f"<m:f><m:num>{m('1')}</m:num><m:den>{m('2')}</m:den></m:f>", "1/2"),
    "a fraction of sums": (f"<m:f><m:num>{m('a+b')}</m:num><m:den>{m('c')}</m:den></m:f>", "(a+b)/c"),
    "raised": (f"<m:sSup><m:e>{m('m')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>", "m²"),
    "raised, no such sign": (f"<m:sSup>{X}<m:sup>{m('k+1')}</m:sup></m:sSup>", "x^(k+1)"),
    "lowered": (f"<m:sSub><m:e>{m('CO')}</m:e><m:sub>{m('2')}</m:sub></m:sSub>", "CO₂"),
    "both": (f"<m:sSubSup>{X}<m:sub>{m('1')}</m:sub><m:sup>{m('2')}</m:sup></m:sSubSup>", "x₁²"),
    "a root": (f"<m:rad><m:deg/>{X}</m:rad>", "√x"),
    "a cube root": (f"<m:rad><m:deg>{m('3')}</m:deg><m:e>{m('a+b')}</m:e></m:rad>", "∛(a+b)"),
    "brackets": (f"<m:d>{X}{Y}</m:d>", "(x|y)"),
    "brackets of its own": (f"<m:d><m:dPr>{with_property('begChr', '[')}{with_property('endChr', '')}</m:dPr>{X}</m:d>", "[x"),
    "a sum": (
        f"<m:nary><m:naryPr>{with_property('chr', '∑')}</m:naryPr><m:sub>{m('i=1')}</m:sub><m:sup>{m('n')}</m:sup>{X}</m:nary>",
        "∑_(i=1)ⁿx",
    ),
    "a function": (f"<m:func><m:fName>{m('sin')}</m:fName>{X}</m:func>", "sin x"),
    "a matrix": (f"<m:m><m:mr>{X}{Y}</m:mr><m:mr>{Y}{X}</m:mr></m:m>", "[x，y；y，x]"),
    "a box, a bar": (f"<m:box>{X}</m:box><m:bar>{Y}</m:bar>", "xy"),
    "a phantom": (f"<m:phant><m:phantPr>{with_property('show', '0')}</m:phantPr>{X}</m:phant>", ""),
    "a sum without its bounds": (
        f"<m:nary><m:naryPr>{with_property('chr', '∑')}{with_property('subHide', '1')}{with_property('supHide', '1')}</m:naryPr>"
        f"<m:sub>{m('1')}</m:sub><m:sup>{m('n')}</m:sup>{X}</m:nary>",
        "∑x",
    ),
    "an integral": (f"<m:nary><m:sub>{m('0')}</m:sub><m:sup>{m('1')}</m:sup>{X}</m:nary>", "∫₀¹x"),
    "a root whose degree is hidden": (f"<m:rad><m:radPr>{with_property('degHide', '1')}</m:radPr><m:deg>{m('3')}</m:deg>{X}</m:rad>", "√x"),
    "a fraction without a bar": (
        f"<m:f><m:fPr>{with_property('type', 'noBar')}</m:fPr><m:num>{m('n')}</m:num><m:den>{m('k')}</m:den></m:f>",
        "n¦k",
    ),
    "a prime": (f"<m:sSup>{X}<m:sup>{m('′')}</m:sup></m:sSup>", "x′"),
    "degrees": (f"<m:sSup><m:e>{m('35')}</m:e><m:sup>{m('∘')}</m:sup></m:sSup>{m('C')}", "35°C"),
    "below a name": (f"<m:limLow><m:e>{m('max')}</m:e><m:lim>{m('x')}</m:lim></m:limLow>", "max_x"),
    "before a letter": (f"<m:sPre><m:sub>{m('2')}</m:sub><m:sup>{m('3')}</m:sup><m:e>{m('A')}</m:e></m:sPre>", "₂³A"),
    "one below the other": (f"<m:eqArr>{X}{Y}</m:eqArr>", "x；y"),
    "hidden within": (f"<m:r><w:rPr><w:vanish/></w:rPr><m:t>密</m:t></m:r>{m('5')}", "5"),
    "deleted within": (f"{m('3')}<w:del w:id='1'>{m('4')}</w:del>", "3"),
    "text within": (f"{m('3')}{t('处')}", "3处"),
    "text in a run of its own": ("<m:r><w:rPr/><w:t>9.6%</w:t></m:r>", "9.6%"),
    "a symbol in a run of its own": ('<m:r><w:sym w:font="Symbol" w:char="F0B3"/><m:t>35</m:t></m:r>', "≥35"),
    "a break in a run of its own": ("<m:r><m:t>a</m:t><w:br/><m:t>b</m:t></m:r>", "a\nb"),
    "a tab and a hard hyphen in a run of its own": ("<m:r><m:t>a</m:t><w:tab/><w:noBreakHyphen/></m:r>", "a\t-"),
    "a break of pages in a run of its own": ('<m:r><m:t>a</m:t><w:br w:type="page"/></m:r>', "a"),
    "a letter stays small": ("<m:r><w:rPr><w:caps/></w:rPr><m:t>x</m:t></m:r>", "x"),
    "hidden by a style": (f"<m:r><w:rPr><w:rStyle w:val='H'/></w:rPr><m:t>9</m:t></m:r>{m('5')}", "5"),
    "shown in spite of a style": ("<m:r><w:rPr><w:rStyle w:val='H'/><w:vanish w:val='0'/></w:rPr><m:t>9</m:t></m:r>", "9"),
    "hidden text within": (f"{t('密', '<w:vanish/>')}{m('5')}", "5"),
    "an instruction within": (BEGIN + code(" REF x ") + m("9") + f"<m:f><m:num>{m('8')}</m:num><m:den/></m:f>" + SEPARATE + m("7") + END, "7"),
    "a control that asks": (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{m('单击')}</w:sdtContent></w:sdt>{m('5')}", "5"),
    "a control that is filled": (f"<w:sdt><w:sdtContent>{m('4')}</w:sdtContent></w:sdt>{m('5')}", "45"),
}


@pytest.mark.parametrize("name", EQUATIONS)
def test_equations_in_a_line(name: str) -> None:
    inner, shown = EQUATIONS[name]
    hiding = character("H", VANISH)
    assert paragraphs(word(p(t("降至") + math(inner) + t("。")), styles=hiding)) == [f"降至{shown}。"]
    assert paragraphs(word(p(f"<m:oMathPara>{math(inner)}</m:oMathPara>"), styles=hiding)) == [shown]


ALONE = math(m("x=3"))
BETWEEN = {
    "in the body": ALONE,
    "a row of them": f"<m:oMathPara>{ALONE}</m:oMathPara>",
    "in a control": f"<w:sdt><w:sdtContent>{ALONE}</w:sdtContent></w:sdt>",
    "inserted": f"<w:ins w:id='1'>{ALONE}</w:ins>",
    "moved here, in custom XML": f"<w:moveTo w:id='1'><w:customXml><m:oMathPara>{ALONE}</m:oMathPara></w:customXml></w:moveTo>",
}
NOWHERE = {
    "deleted": f"<w:del w:id='1'>{ALONE}</w:del>",
    "moved away": f"<w:moveFrom w:id='1'>{ALONE}</w:moveFrom>",
    "in a control that asks": f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{ALONE}</w:sdtContent></w:sdt>",
    "empty": "<m:oMath/>",
    "of a deleted run": f"<m:oMath><w:del w:id='1'>{m('x')}</w:del></m:oMath>",
}


@pytest.mark.parametrize("name", BETWEEN)
def test_an_equation_between_paragraphs_is_one(name: str) -> None:
    """EG_RunLevelElements (17.2.2) may stand where paragraphs do."""
    assert paragraphs(word(p("甲。") + BETWEEN[name] + p("乙。"))) == ["甲。", "x=3", "乙。"]
    assert paragraphs(word(BETWEEN[name])) == ["x=3"]


@pytest.mark.parametrize("name", NOWHERE)
def test_an_equation_between_paragraphs_that_is_not_there(name: str) -> None:
    assert [text for text in paragraphs(word(p("甲。") + NOWHERE[name] + p("乙。"))) if text] == ["甲。", "乙。"]


def test_an_equation_between_paragraphs_has_no_number_of_its_own() -> None:
    story = Story.of(opened("甲.docx", word(p("甲。") + ALONE + item("乙。"), abstract(0, level(0)) + num(1, 0))))
    assert [(found.number, found.text) for found in story.paragraphs] == [(1, "甲。"), (1, "x=3"), (2, "1. 乙。")]


def test_equations_of_cells_and_boxes() -> None:
    assert in_table(f"<w:tr><w:tc>{ALONE}{p(math(m('y')))}</w:tc></w:tr>") == ["x=3", "y"]
    box = f"<w:pict><v:textbox><w:txbxContent>{ALONE}{p('框')}</w:txbxContent></v:textbox></w:pict>"
    (boxed,) = Story.of(opened("甲.docx", word(p(f"<w:r>{box}</w:r>")))).boxes
    assert [found.text for found in boxed] == ["x=3", "框"]


def test_an_equation_in_an_instruction_is_not_printed() -> None:
    """17.16.2: between its beginning and the mark that parts it from its result a field holds instructions."""
    deep = f"<m:f><m:num>{m('x')}</m:num><m:den>{m('y')}</m:den></m:f>"
    body = p(t("甲") + BEGIN + code(" REF x ") + math(deep) + f"<m:oMathPara>{math(deep)}</m:oMathPara>" + SEPARATE + math(m("7")) + END)
    assert paragraphs(word(body)) == ["甲7"]


@pytest.mark.parametrize("inner", [
    "<m:r><w:rPr><w:vanish/></w:rPr><m:t>密</m:t></m:r>",
    "<m:r><w:rPr><w:rStyle w:val='H'/></w:rPr><m:t>密</m:t></m:r>",
    "<w:del w:id='1'><m:r><m:t>密</m:t></m:r></w:del>",
    f"<m:phant><m:phantPr>{with_property('show', '0')}</m:phantPr><m:e>{m('密')}</m:e></m:phant>",
    f"<m:rad><m:radPr>{with_property('degHide', '1')}</m:radPr><m:deg>{m('密')}</m:deg></m:rad>",
])  # fmt: skip
def test_nothing_hidden_comes_back_however_deep_it_stands(inner: str) -> None:
    deep = "<m:f><m:num>" * 60 + m("1") + inner + "</m:num></m:f>" * 60
    (shown,) = paragraphs(word(p(math(deep)), styles=character("H", VANISH)))
    assert shown.strip("(/)") == "1"


def test_structures_within_one_another_are_told_apart_as_far_as_anyone_writes_them() -> None:
    deep = "<m:f><m:num>" * 110 + m("1") + "</m:num></m:f>" * 110
    (shown,) = paragraphs(word(p(t("降至") + math(deep) + t("。"))))
    assert shown.strip("降至(/)。") == "1"


# --- symbols (17.3.3.30) --------------------------------------------------------------------------------------------------------------------------


def sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


SYMBOLS = [
    ("Symbol", "F0B3", "≥"),
    ("Symbol", "F0A3", "≤"),
    ("symbol", "00B1", "±"),
    ("Symbol", "f0b0", "°"),
    ("Symbol", "F061", "α"),
    ("Wingdings", "F0FE", "☑"),
    ("Wingdings", "F0FC", "✓"),
    ("Wingdings", "F06F", "□"),
    ("Wingdings 2", "F052", "☑"),
    ("Wingdings 2", "F0A3", "□"),
    ("宋体", "2103", "℃"),
]


@pytest.mark.parametrize(("font", "char", "shown"), SYMBOLS)
def test_symbols(font: str, char: str, shown: str) -> None:
    assert paragraphs(word(p(t("气温") + sym(font, char) + t("35℃")))) == [f"气温{shown}35℃"]


def test_characters_that_a_symbol_font_draws() -> None:
    drawn = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert paragraphs(word(p(t("气温") + t("\uf0b3", drawn) + t("35") + t("b", drawn) + t("\uf0b7")))) == ["气温≥35β•"]


@pytest.mark.parametrize("sign", [sym("甲体", "F041"), sym("Wingdings", "F099"), sym("Symbol", "xyz"), "<w:r><w:sym/></w:r>", t("\uf041")])
def test_a_symbol_that_nothing_tells_is_said(sign: str) -> None:
    _, problems = read_word("甲", word(p("一、主要做法") + p(t("气温") + sign + t("35℃。"))))
    told = [problem for problem in problems if problem.code == "sign-left-out"]
    assert [(problem.place.line, problem.message) for problem in told] == [(2, "有1个特殊字体的符号没有读")]


# --- fields (17.16) -------------------------------------------------------------------------------------------------------------------------------


def fld(instruction: str, result: str | None = None) -> str:
    return BEGIN + code(instruction) + ("" if result is None else SEPARATE + result) + END


def form(inner: str) -> str:
    return mark("begin", f"<w:ffData>{inner}</w:ffData>")


ENTRIES = '<w:listEntry w:val="甲类"/><w:listEntry w:val="乙类"/>'
FIELDS = {
    "its result": (fld(" DATE ", t("1月5日")), "1月5日"),
    "nested in the instruction": (BEGIN + code(" IF ") + fld(" MERGEFIELD 数 ", t("«数»")) + code(' = "" ') + SEPARATE + t("7") + END, "7"),
    "nested in the result": (fld(" QUOTE ", t("共") + fld(" MERGEFIELD 数 ", t("7")) + t("处")), "共7处"),
    "nested three deep": (
        BEGIN + code(" IF ") + BEGIN + code(" = ") + fld(" REF a ", t("«甲»")) + SEPARATE + t("«乙»") + END + code(" 1 ") + SEPARATE + t("9") + END,
        "9",
    ),
    "text in the instruction": (BEGIN + code(" IF 1=1 ") + t("“不印”") + SEPARATE + t("印") + END, "印"),
    "no result": (fld(" XE “水库” "), ""),
    "simple": (f'<w:fldSimple w:instr=" AUTHOR ">{t("江月明")}</w:fldSimple>', "江月明"),
    "in a link": (f"<w:hyperlink>{fld(' PAGEREF a ', t('3'))}</w:hyperlink>", "3"),
    "begun and never ended": (BEGIN + code(" IF ") + t("仍在"), "仍在"),
    "ended and never begun": (t("仍在") + SEPARATE + END, "仍在"),
    "begun in a run within a run": (f"<w:r>{BEGIN}<w:r>{code(' IF ')}</w:r>{SEPARATE}<w:t>乙</w:t></w:r>" + END, "乙"),
    "two ends": (fld(" DATE ", t("今天")) + END + t("后"), "今天后"),
    "a box ticked": (form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') + code(" FORMCHECKBOX ") + END, "☑"),
    "a box by default": (form('<w:checkBox><w:default w:val="1"/></w:checkBox>') + code(" FORMCHECKBOX ") + END, "☑"),
    "a box left empty": (form("<w:checkBox/>") + code(" FORMCHECKBOX ") + END, "☐"),
    "a choice": (form(f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>') + code(" FORMDROPDOWN ") + END, "乙类"),
    "a choice out of the list": (form(f'<w:ddList><w:result w:val="9"/>{ENTRIES}</w:ddList>') + code(" FORMDROPDOWN ") + END, ""),
    "a form's text": (fld(" FORMTEXT ", t("水库")), "水库"),
    "a button": (fld(" MACROBUTTON NoMacro 单击此处 "), "单击此处"),
    "a symbol": (fld(' SYMBOL 179 \\f "Symbol" \\s 12 '), "≥"),
    "a digit in a circle": (fld(" eq \\o\\ac(○,6) "), "⑥"),
    "a character in a circle": (fld(" eq \\o\\ac(○,优) "), "优"),
    "a formula": (fld(" EQ \\f(1,2) "), "1/2"),
    "a formula in one": (fld(" EQ \\r(3,\\f(a,b)) "), "3√a/b"),
    "sounds above a character": (fld(' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yún),云) '), "云"),
    "a digit in a circle, lifted": (fld(" EQ \\o\\ac(○,\\s\\up1(6)) "), "⑥"),
    "a number of figures": (fld(" SEQ 图 \\* ARABIC ", t("3")), "3"),
    "deleted": (f"<w:del w:id='1'>{BEGIN}{code(' DATE ')}{SEPARATE}</w:del>{t('今天')}<w:del w:id='2'>{END}</w:del>", "今天"),
}


@pytest.mark.parametrize("name", FIELDS)
def test_fields_print_their_results(name: str) -> None:
    inner, shown = FIELDS[name]
    assert paragraphs(word(p(t("甲") + inner + t("乙。")))) == [f"甲{shown}乙。"]


def test_a_result_may_run_over_paragraphs() -> None:
    body = p(t("甲") + BEGIN + code(" INCLUDETEXT ") + SEPARATE + t("乙。")) + p(t("丙。") + END + t("丁。"))
    assert paragraphs(word(body)) == ["甲乙。", "丙。丁。"]


def test_a_field_that_only_word_works_out_is_said() -> None:
    assert report(word(p("一、主要做法") + p(t("甲") + fld(" AUTONUM ") + t("乙。"))))[1] == ["field-left-out"]
    assert (equation(" \\i\\su(1,2) \\z"), equation("")) == (None, "")


# --- alternatives (part 3, 7.6) -------------------------------------------------------------------------------------------------------------------


def either(choice: str, fallback: str, needs: str = "w14") -> str:
    chosen = f'<mc:Choice Requires="{needs}">{choice}</mc:Choice>'
    return f"<mc:AlternateContent>{chosen}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


ROW = "<w:tr><w:tc>{}</w:tc></w:tr>"
ALTERNATIVES = {
    "of runs": (p(t("水泵") + either(t("12"), t("13")) + t("台。")), ["水泵12台。"]),
    "of parts of a run": (p(f"<w:r>{either('<w:t>甲</w:t>', '<w:t>乙</w:t>')}</w:r>"), ["甲"]),
    "of paragraphs": (either(p("甲。") + p("乙。"), p("丙。")), ["甲。", "乙。"]),
    "not understood": (p(either(t("甲"), t("乙"), "new")), ["乙"]),
    "one of two not understood": (p(either(t("甲"), t("乙"), "w14 new")), ["乙"]),
    "no prefix": (p(either(t("甲"), t("乙"), "")), ["乙"]),
    "within each other": (p(either(either(t("甲"), t("乙"), "new"), t("丙"))), ["乙"]),
    "the second choice": (
        p(
            f'<mc:AlternateContent><mc:Choice Requires="new">{t("甲")}</mc:Choice><mc:Choice Requires="wps">{t("乙")}</mc:Choice>'
            f"<mc:Fallback>{t('丙')}</mc:Fallback></mc:AlternateContent>"
        ),
        ["乙"],
    ),
    "nothing fits": (p(t("甲") + f'<mc:AlternateContent><mc:Choice Requires="new">{t("乙")}</mc:Choice></mc:AlternateContent>'), ["甲"]),
    "of a canvas": (p(either(t("甲"), t("乙"), "wps")), ["甲"]),
    "within a control": (f"<w:sdt><w:sdtContent>{either(p('甲。'), p('乙。'))}</w:sdtContent></w:sdt>", ["甲。"]),
}


@pytest.mark.parametrize("name", ALTERNATIVES)
def test_one_alternative_is_read(name: str) -> None:
    body, shown = ALTERNATIVES[name]
    assert paragraphs(word(body)) == shown


PASSED = {
    "passed over": ('mc:Ignorable="new"', ["一、主要做法", "甲。"]),
    "read within": ('mc:Ignorable="new" mc:ProcessContent="new:thing"', ["一、主要做法", "甲。", "乙丙。"]),
    "read within all": ('mc:Ignorable="new" mc:ProcessContent="new:*"', ["一、主要做法", "甲。", "乙丙。"]),
    "not to be passed over": ('mc:ProcessContent="new:thing"', ["一、主要做法", "甲。"]),
}


@pytest.mark.parametrize("name", PASSED)
def test_what_stands_in_elements_of_later_programs(name: str) -> None:
    """Part 3, 7.2 and 7.4."""
    said_of, shown = PASSED[name]
    made = parts(p("一、主要做法") + p("甲。") + f"<new:thing>{p(t('乙') + '<new:thing>' + t('丙') + '</new:thing>' + t('。'))}</new:thing>")
    made["word/document.xml"] = str(made["word/document.xml"]).replace("<w:document ", f"<w:document {said_of} ")
    assert paragraphs(zipped(made)) == shown


def test_alternatives_of_tables_rows_and_boxes_count_once() -> None:
    rows = ROW.format(p("甲")) + either(ROW.format(p("乙")), ROW.format(p("丙")))
    table = either(f"<w:tbl>{rows}</w:tbl>", f"<w:tbl>{ROW.format(p('丁'))}</w:tbl>")
    box = either(
        f"<w:drawing><wp:inline><wps:txbx><w:txbxContent>{p('框')}</w:txbxContent></wps:txbx></wp:inline></w:drawing>",
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></v:shape></w:pict>",
        "wps",
    )
    _, problems = read_word("甲", word(p("一、主要做法") + table + p(t("甲。") + f"<w:r>{box}</w:r>")))
    assert [problem.message for problem in problems] == ["有1个表格没有读", "有1个文本框没有读"]


# --- hidden (17.3.2.41, 17.7.3) -------------------------------------------------------------------------------------------------------------------

SHOWN = '<w:rPr><w:vanish w:val="{}"/></w:rPr>'


HIDDEN_BY = {
    "the run": ("", "<w:vanish/>", "", False),
    "the run, said off": ("", '<w:vanish w:val="false"/>', "", True),
    "a style of characters": (character("H", VANISH), '<w:rStyle w:val="H"/>', "", False),
    "a style based on one": (character("H", VANISH) + character("I", "", "H"), '<w:rStyle w:val="I"/>', "", False),
    "a style that switches it off again": (character("H", VANISH) + character("I", SHOWN.format(0), "H"), '<w:rStyle w:val="I"/>', "", True),
    "the run shows what the style hides": (character("H", VANISH), '<w:rStyle w:val="H"/><w:vanish w:val="0"/>', "", True),
    "two styles undo each other": (character("H", VANISH) + style("P", "P", VANISH), '<w:rStyle w:val="H"/>', '<w:pStyle w:val="P"/>', True),
    "only on the web": ("", "<w:webHidden/>", "", True),
    "written large": ("", '<w:vanish w:val="On"/>', "", False),
    "as it was before a change": ("", '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>', "", True),
    "the defaults": (f"<w:docDefaults><w:rPrDefault>{VANISH}</w:rPrDefault></w:docDefaults>", "", "", False),
}


@pytest.mark.parametrize("name", HIDDEN_BY)
def test_hidden_text(name: str) -> None:
    styles, properties, own, shown = HIDDEN_BY[name]
    body = f'<w:p><w:pPr>{own}<w:rPr><w:vanish w:val="0"/></w:rPr></w:pPr>{t("密", properties)}</w:p>'
    assert paragraphs(word(body, styles=styles)) == ["密" if shown else ""]


def test_a_paragraph_hidden_by_its_style_is_not_there() -> None:
    body = p("甲。") + p("密。", '<w:pStyle w:val="P"/>') + p("乙。")
    assert paragraphs(word(body, styles=style("P", "P", VANISH))) == ["甲。", "乙。"]


def in_table(inner: str, styles: str = "") -> list[str]:
    """What the cells of the only table say."""
    (table,) = Story.of(opened("甲.docx", word(f"<w:tbl>{inner}</w:tbl>", styles=styles))).tables
    return [cell.text for cell in table]


def test_hidden_rows_and_what_the_style_of_a_table_hides() -> None:
    """17.4.20, 17.7.6."""
    assert in_table(f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p('密')}</w:tc></w:tr>{ROW.format(p('甲'))}") == ["甲"]
    styled = f'<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>{ROW.format(p(t("密") + t("甲", SHOWN_HERE)))}'
    assert in_table(styled, style("T", "T", VANISH, kind="table")) == ["甲"]


SHOWN_HERE = '<w:vanish w:val="0"/>'


def test_small_letters_that_show_as_capitals() -> None:
    """17.3.2.5, 17.3.2.33."""
    body = p(t("gdp", "<w:caps/>") + t("5g", "<w:smallCaps/>") + t("kg", '<w:caps w:val="0"/>') + t("wps", '<w:rStyle w:val="C"/>'))
    assert paragraphs(word(body, styles=character("C", "<w:rPr><w:caps/></w:rPr>"))) == ["GDP5GkgWPS"]


def test_a_hidden_mark_runs_on() -> None:
    assert paragraphs(word(p("小标题。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("正文。"))) == ["小标题。正文。"]


# --- wrappers, foreign matter, breaks -------------------------------------------------------------------------------------------------------------

UNSEEN = {
    "a blank without width": "\u200b",
    "a joiner": "\u200d",
    "a word joiner": "\u2060",
    "a hyphen that a line might break at": "\u00ad",
    "a direction mark": "\u200e",
    "a direction forced": "\u202d",
    "a mark of the order of bytes": "\ufeff",
    "a variant of a character": "\ufe00",
    "another variant": "\U000e0100",
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_sees_parts_no_words(name: str) -> None:
    body = p(f"{UNSEEN[name]}一、主要做法") + p(f"巡查库{UNSEEN[name]}房36次。")
    assert said(word(body)) == ["一、主要做法", "巡查库房36次。"]


WRAPPED = {
    "custom XML around paragraphs": (f"<w:customXml>{p('甲。')}</w:customXml>", ["甲。"]),
    "custom XML around runs": (p(f"<w:customXml w:element='e'>{t('甲')}<w:smartTag>{t('乙')}</w:smartTag></w:customXml>"), ["甲乙"]),
    "controls in controls": (f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{p('甲。')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>", ["甲。"]),
    "a control that asks": (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('单击')}</w:sdtContent></w:sdt>{p('甲。')}", ["甲。"]),
    "a control that asked once": (
        f'<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>{p("甲。")}</w:sdtContent></w:sdt>',
        ["甲。"],
    ),
    "breaks of pages at both ends": (
        p(f'<w:r><w:br w:type="page"/></w:r>{t("甲。")}<w:r><w:lastRenderedPageBreak/><w:br w:type="page"/></w:r>'),
        ["甲。"],
    ),
    "a break around pictures, and one of no known kind": (
        p(f'{t("甲")}<w:r><w:br w:clear="all"/></w:r>{t("乙")}<w:r><w:br w:type="wrap"/></w:r>{t("丙")}'),
        ["甲\n乙\n丙"],
    ),
    "a sign whose font a style lends": (p(t("þ", '<w:rStyle w:val="W"/>') + t("云州")), ["☑云州"]),
    "a break of columns": (p(f'{t("甲")}<w:r><w:br w:type="column"/></w:r>{t("乙")}'), ["甲乙"]),
    "soft and hard hyphens": (p(f"{t('甲')}<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>{t('乙')}"), ["甲-乙"]),
    "blanks that do not count": (p("<w:r><w:t>\n  甲\n  </w:t></w:r><w:r><w:t>乙\n丙</w:t></w:r>"), ["甲乙 丙"]),
    "comments and instructions in the XML": (p(f"<!-- 注 -->{t('甲')}<?pi 令?>{t('乙')}"), ["甲乙"]),
}


@pytest.mark.parametrize("name", WRAPPED)
def test_wrapped_text_is_read(name: str) -> None:
    body, shown = WRAPPED[name]
    signs = character("W", '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>')
    assert paragraphs(word(body, styles=signs)) == shown


NESTED = {
    "a run in a run": ("<w:r><w:t>甲</w:t><w:r><w:t>乙</w:t></w:r><w:t>丙</w:t></w:r>", "甲乙丙"),
    "a link in a run": (f"<w:r><w:t>甲</w:t><w:hyperlink>{t('乙')}</w:hyperlink></w:r>", "甲乙"),
    "a control in a run": (f"<w:r><w:sdt><w:sdtContent>{t('乙')}</w:sdtContent></w:sdt></w:r>", "乙"),
    "an insertion in a run": (f"<w:r><w:ins w:id='1'>{t('乙')}</w:ins></w:r>", "乙"),
    "a deletion in a run": (f"<w:r><w:t>甲</w:t><w:del w:id='1'>{t('乙')}</w:del></w:r>", "甲"),
    "an equation in a run": (f"<w:r>{ALONE}</w:r>", "x=3"),
    "a run in a hidden one": ("<w:r><w:rPr><w:vanish/></w:rPr><w:r><w:t>密</w:t></w:r></w:r>", ""),
    "a hidden run in a run": (f"<w:r><w:t>甲</w:t>{t('密', '<w:vanish/>')}</w:r>", "甲"),
    "a field in a run in a run": (f"<w:r>{fld(' DATE ', t('今天'))}</w:r>", "今天"),
    "runs as deep as XML goes": ("<w:r>" * 250 + "<w:t>底</w:t>" + "</w:r>" * 250, "底"),
    "links and runs as deep as XML goes": ("<w:hyperlink><w:r>" * 125 + "<w:t>底</w:t>" + "</w:r></w:hyperlink>" * 125, "底"),
    "a simple field that prints without a result": ('<w:fldSimple w:instr=" MACROBUTTON N 单击此处 "/>', "单击此处"),
    "a simple field that prints nothing without one": ('<w:fldSimple w:instr=" TITLE "><w:r><w:t/></w:r></w:fldSimple>', ""),
}


@pytest.mark.parametrize("name", NESTED)
def test_what_a_program_nests_wrongly_is_read_all_the_same(name: str) -> None:
    inner, shown = NESTED[name]
    assert paragraphs(word(p(inner))) == [shown]


RECKONED = ["yearLong", "yearShort", "monthLong", "monthShort", "dayLong", "dayShort", "pgNum"]


@pytest.mark.parametrize("name", RECKONED)
def test_what_prints_the_day_or_the_page_is_said(name: str) -> None:
    """17.3.3: its text is not in the file."""
    found = read_word("甲", word(p("一、主要做法") + p(f"<w:r><w:t>今年</w:t><w:{name}/></w:r>")))
    assert [(problem.code, problem.place.line) for problem in found[1]] == [("field-left-out", 2)]


LEFT_OUT = {
    "a simple field of no result": (p(t("甲。") + '<w:fldSimple w:instr=" AUTONUM "/>'), "field-left-out"),
    "unknown within a run": (p(f"<w:r><w:t>甲。</w:t><new:thing>{t('乙')}</new:thing></w:r>"), "unknown-left-out"),
    "text within a paragraph of a run": (p(f"<w:r><w:t>甲。</w:t>{p('乙')}</w:r>"), "unknown-left-out"),
    "unknown around an equation": (p(t("甲。") + f"<new:thing>{ALONE}</new:thing>"), "unknown-left-out"),
    "unknown around a symbol": (f"<new:thing>{p(sym('Symbol', 'F0B3'))}</new:thing>", "unknown-left-out"),
    "a file put in": ('<w:altChunk r:id="rId9"/>', "chunk-left-out"),
    "a part of a master document": (p(t("甲。") + '<w:subDoc r:id="rId9"/>'), "chunk-left-out"),
    "a note": (p(t("甲。") + '<w:r><w:endnoteReference w:id="2"/></w:r>'), "note-left-out"),
    "an object": (p(t("甲。") + "<w:r><w:object/></w:r>"), "object-left-out"),
    "a picture": (p(t("甲。") + "<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>"), "picture-left-out"),
    "an old picture": (p(t("甲。") + "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"), "picture-left-out"),
    "words drawn as a picture": (p(t("甲。") + '<w:r><w:pict><v:shape><v:textpath string="云州"/></v:shape></w:pict></w:r>'), "picture-left-out"),
    "what a pen drew": (p(t("甲。") + '<w:r><w:contentPart r:id="rId9"/></w:r>'), "picture-left-out"),
    "unknown around paragraphs": (f"<new:thing>{p('甲。')}</new:thing>", "unknown-left-out"),
    "unknown around runs": (p(t("甲。") + f"<new:thing>{t('乙')}</new:thing>"), "unknown-left-out"),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_not_read_is_said_with_its_place(name: str) -> None:
    body, said = LEFT_OUT[name]
    _, problems = read_word("甲", word(p("一、主要做法") + p("抓巡查。") + body))
    assert [(problem.code, problem.place.line >= 2) for problem in problems] == [(said, True)]


def test_a_report_set_in_a_table_or_in_boxes_is_read() -> None:
    rows = ROW.format(p("一、主要做法")) + ROW.format(p("巡查库房36次。"))
    boxes = "".join(
        f"<w:pict><v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox></w:pict>" for text in ("一、主要做法", "巡查库房36次。")
    )
    for body in (f"<w:tbl>{rows}</w:tbl>{p('')}", p(f"<w:r>{boxes}</w:r>")):
        found, codes = report(word(body))
        assert [len(section.blocks) for section in found.sections] == [1]
        assert codes == []

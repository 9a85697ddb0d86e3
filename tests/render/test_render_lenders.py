"""Word files of odd styles that lend their looks: a draft and a report are set in them, and lose and gain no character."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from word_opened import without_tables

from generator.cli.main import nigao
from tests.check.others import templated
from tests.check.papers import REPORT
from tests.reading.word_made import abstract, level, num, p, paragraphs, style, word
from tests.typeset.made import characters

FACTS = "文种: 工作总结\n单位: {全称: 云州市水务局}\n时段: 2025年\n做法: [{主题: 防汛, 要点: [{事项: 巡查, 事实: [巡查水库36次]}]}]\n"
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:bottom="1440" w:left="1440" w:right="1440"/></w:sectPr>'
NUMBERING = abstract(0, level(0)) + num(1, 0)


def ppr(inner: str) -> str:
    return f"<w:pPr>{inner}</w:pPr>"


def listed(number: str = "1") -> str:
    return ppr(f'<w:numPr><w:numId w:val="{number}"/></w:numPr>')


USUAL = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="{}"/>{}</w:style>'
LENDERS = {
    "no style at all": "",
    "no font anywhere": style("h1", "heading 1"),
    "a paragraph's style that is called as one of characters, and numbers": style("L", "要点句首", listed()),
    "a style of characters called 署名": style("S", "署名", "<w:rPr><w:b/></w:rPr>", kind="character"),
    "a style of characters called heading 1": style("h1", "heading 1", "<w:rPr><w:b/></w:rPr>", kind="character"),
    "a style of tables called 公文正文": style("T", "公文正文", kind="table"),
    "a style of lists called 标题": style("T", "标题", listed(), kind="numbering"),
    "a heading that numbers itself": style("h1", "heading 1", listed()),
    "a heading that says it has no number": style("h1", "heading 1", listed("0")),
    "a heading that says so with two zeros": style("h1", "heading 1", listed("00")),
    "a heading based on itself": style("h1", "heading 1", listed(), based="h1"),
    "a style without an id": '<w:style w:type="paragraph"><w:name w:val="heading 1"/></w:style>',
    "two styles of one name": style("h1", "heading 1", listed()) + style("h2", "heading 1"),
    "names in capitals": style("h1", "HEADING 1"),
    "names with blanks around": style("h1", " heading 1 "),
    "our ids for other styles": style("NigaoLead", "别的", listed()) + style("Heading1", "另外的"),
    "a size that is no figure": style("t", "Title", '<w:rPr><w:sz w:val="abc"/></w:rPr>'),
    "a size of nothing": style("t", "Title", '<w:rPr><w:sz w:val="0"/></w:rPr>'),
    "running text whose every paragraph begins a page": style("b", "公文正文", ppr("<w:pageBreakBefore/>")),
    "running text in a frame": style("b", "公文正文", ppr('<w:framePr w:w="100" w:h="100"/>')),
    "running text that is hidden": style("b", "公文正文", "<w:rPr><w:vanish/></w:rPr>"),
    "running text in capitals": style("b", "公文正文", "<w:rPr><w:caps/></w:rPr>"),
    "defaults that number": f"<w:docDefaults><w:pPrDefault>{listed()}</w:pPrDefault></w:docDefaults>",
    "a usual style that numbers": USUAL.format("Normal", listed()),
    "a usual style of another name that numbers": USUAL.format("正文文字", listed()),
    "defaults with what a later Word says": '<w:docDefaults><w:pPrDefault><w:pPr><new:collapsed w:val="1"/></w:pPr></w:pPrDefault></w:docDefaults>',
}
"""What the styles of a file that lends its looks say."""


@pytest.fixture(params=LENDERS)
def lender(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.chdir(tmp_path)
    made = word(p("甲") + SECTION, NUMBERING, LENDERS[request.param])
    Path("单位.docx").write_bytes(made)
    return made


def run(words: str) -> None:
    done = CliRunner().invoke(nigao, words.split(), catch_exceptions=False)
    assert done.exit_code == 0, done.output


@pytest.mark.usefixtures("lender")
def test_a_draft_in_an_odd_look() -> None:
    Path("事实.yaml").write_text(FACTS, encoding="utf-8")
    run("draft 事实.yaml -o 自己的.docx")
    run("draft 事实.yaml --reference 单位.docx -o 借来的.docx")
    own, lent = ([text for text in paragraphs(Path(name).read_bytes()) if text] for name in ("自己的.docx", "借来的.docx"))
    assert lent == own


@cache
def report() -> bytes:
    """A report in the library's own styles."""
    document = docx.Document(BytesIO(templated(REPORT)))
    without_tables(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.mark.usefixtures("lender")
def test_a_report_in_an_odd_look() -> None:
    Path("报告.docx").write_bytes(report())
    run("format 报告.docx --reference 单位.docx -o 排好.docx")
    assert characters(Path("排好.docx").read_bytes()) == characters(Path("报告.docx").read_bytes())

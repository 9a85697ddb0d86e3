"""A draft read back is the draft: by a law on reports made up at random, and for the examples after another program has saved them."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.chinese.numerals import chinese
from generator.cli import shelf
from generator.compose.draft import compose
from generator.printed import lines
from generator.reading.markdown import read_markdown
from generator.reading.text import read_text
from generator.reading.word import read_word
from generator.render.markdown import markdown
from generator.render.plain import plain_text
from generator.render.word import docx_bytes
from generator.report import Annex, Blank, Block, Imprint, Inlines, Masthead, Paragraph, Point, Report, Role, Section, Table, Text, plain, walk
from tests.conftest import EXAMPLES

STYLE = shelf.style("gbt9704")
CREATED = datetime(2031, 1, 5)
TOPS = {"主要做法": Role.PRACTICE, "存在的问题": Role.PROBLEM, "下一步打算": Role.PLAN}

words = st.text("云岭青石山水桥路河堤林田村镇馆校厂站检修巡护整理登记学研讲评访问送建改查管养", min_size=2, max_size=12)
counted = st.tuples(words, st.integers(1, 999), st.sampled_from(("次", "件", "万元", "%"))).map(lambda t: f"{t[0]}{t[1]}{t[2]}")
clauses = st.lists(words | counted, min_size=1, max_size=3).map("，".join)


def text(said: str) -> Inlines:
    return (Text(said),)


@st.composite
def said(draw: st.DrawFn) -> Inlines:
    """A sentence, in one place perhaps a blank."""
    sentence = draw(clauses)
    return (Text(f"{sentence}，新增"), Blank(), Text("处。")) if draw(st.booleans()) else text(f"{sentence}。")


@st.composite
def points(draw: st.DrawFn) -> list[Block]:
    run_in = draw(st.booleans())
    count = draw(st.integers(2, 4))
    return [Point(text(f"{chinese(n)}是"), text(f"{draw(words)}。"), draw(said()), run_in and n > 1) for n in range(1, count + 1)]


blocks = st.lists(said().map(Paragraph), min_size=1, max_size=2).map(list[Block]) | points()


@st.composite
def sections(draw: st.DrawFn, title: str) -> Section:
    roles = frozenset({TOPS[title]})
    inner = []
    for n in range(1, draw(st.integers(0, 3)) + 1):
        third = [
            Section(3, f"{k}.", text(draw(words)), roles, tuple(draw(blocks)), run_in=True) for k in range(1, draw(st.sampled_from((0, 0, 2))) + 1)
        ]
        inner.append(Section(2, f"（{chinese(n)}）", text(draw(words)), roles, tuple(draw(blocks)), tuple(third)))
    number = f"{chinese(list(TOPS).index(title) + 1)}、"
    return Section(1, number, text(title), roles, () if inner else tuple(draw(blocks)), tuple(inner))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    return Report(
        title=text(f"云州市{draw(words)}2031年工作总结"),
        addressee=draw(st.sampled_from(((), text("市直机关工委")))),
        lead=tuple(draw(st.lists(said().map(Paragraph), min_size=1, max_size=2))),
        sections=tuple(draw(sections(title)) for title in TOPS),
        closing=draw(st.sampled_from(((), (Paragraph(text("以上报告，请予审议。")),)))),
        attachments=tuple(map(text, draw(st.lists(words, max_size=3)))),
        signature=draw(st.sampled_from(((), text("云州市档案馆")))),
        date=draw(st.sampled_from(((), text("2031年1月5日")))),
    )


def printed(report: Report) -> list[tuple[str, int, str, str]]:
    return [(str(line.kind), line.level, line.number, line.text) for line in lines(report)]


def inside(report: Report) -> list[tuple[int, frozenset[Role], list[tuple[str, ...]]]]:
    """Of every section its level, its roles and its blocks by their parts."""
    return [(s.level, s.roles, [_parts(block) for block in s.blocks]) for s in walk(report.sections)]


def _parts(block: Block) -> tuple[str, ...]:
    match block:
        case Point():
            return str(block.run_in), plain(block.label + block.lead), plain(block.body)
        case Paragraph():
            return (plain(block.inlines),)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_what_is_written_is_read(report: Report) -> None:
    back, problems = read_word("稿.docx", docx_bytes(report, STYLE, created=CREATED))
    assert problems == []
    assert printed(back) == printed(report)
    assert inside(back) == inside(report)
    assert len(back.closing) == len(report.closing)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports(), st.booleans())
def test_markdown_is_read_as_it_was_written(report: Report, noted: bool) -> None:
    back, _ = read_markdown("稿.md", markdown(report, (lambda origin: origin.path) if noted else None))
    assert printed(back) == printed(report)


def test_marks_are_no_words_and_notes_no_text() -> None:
    said = "# 2031年总结\n\n## 一、主要做法\n\n巡查\\*库房**36**次[^1]。\n\n[^1]: 事实\n"
    assert [line.text for line in lines(read_markdown("稿.md", said)[0])] == ["2031年总结", "一、主要做法", "巡查*库房36次。"]
    noted = "2031年总结\n\n　　一、主要做法\n　　巡查库房36次。［1］\n\n注：\n［1］事实 做法[0]（第3行）\n"
    assert [line.text for line in lines(read_text("稿.txt", noted)[0])] == ["2031年总结", "一、主要做法", "巡查库房36次。"]


def test_annexes_are_read_in_every_form() -> None:
    head, *rows = [
        tuple(text(cell) if cell else () for cell in row.split("｜")) for row in ("事项｜数量", "巡查库房｜36次", "｜〔待补〕次", "修补古籍｜")
    ]
    annexes = tuple(Annex(label, text("年度台账"), Table(head, tuple(rows), 1)) for label in ("附件1", "附件2"))
    report = Report(
        title=text("云州市档案馆2031年工作总结"),
        sections=(Section(1, "一、", text("主要做法"), frozenset({Role.PRACTICE}), (Paragraph(text("巡查36次。")),)),),
        attachments=(text("年度台账"), text("年度台账")),
        signature=text("云州市档案馆"),
        date=text("2032年1月5日"),
        annexes=annexes,
    )
    word, problems = read_word("稿.docx", docx_bytes(report, STYLE, created=CREATED))
    assert problems == []
    for back in (word, read_markdown("稿.md", markdown(report))[0], read_text("稿.txt", plain_text(report))[0]):
        assert printed(back) == printed(report)
        assert [[list(map(plain, row)) for row in annex.table.rows] for annex in back.annexes] == [[list(map(plain, row)) for row in rows]] * 2


def test_what_only_looks_like_an_annex_stays_text() -> None:
    said = "2031年总结\n\n　　一、主要做法\n　　附件\n　　巡查库房36次。\n　　甲｜乙的办法推开了。\n"
    back, _ = read_text("稿.txt", said)
    assert back.annexes == ()
    assert [line.text for line in lines(back)][-1] == "甲｜乙的办法推开了。"


def test_letterhead_and_imprint_are_read() -> None:
    report = Report(
        title=text("云州市档案馆2031年工作总结"),
        lead=(Paragraph(text("一年来，平稳。")),),
        sections=(Section(1, "一、", text("主要做法"), frozenset({Role.PRACTICE}), (Paragraph(text("巡查36次。")),)),),
        signature=text("云州市档案馆"),
        date=text("2032年1月5日"),
        masthead=Masthead(issuer=text("云州市档案馆"), number=text("云档发〔2032〕5号"), signers=(text("江月明"), text("方小雨"), text("何青山"))),
        imprint=Imprint(text("市委办公室，市政府办公室"), text("云州市档案馆办公室"), text("2032年1月6日")),
    )
    back, problems = read_word("稿.docx", docx_bytes(report, STYLE, created=CREATED))
    assert (printed(back), problems) == (printed(report), [])


def drafts() -> list[Report]:
    bank = shelf.bank()
    facts = [shelf.facts(path)[0] for path in (EXAMPLES[0], EXAMPLES[-1])]
    return [compose(given, shelf.template(given.kind), bank).report for given in facts]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_what_libreoffice_saves_again_is_read(tmp_path: Path) -> None:
    """One with comments straight to .docx again, one by way of .odt."""
    straight, round_about = drafts()
    (tmp_path / "甲.docx").write_bytes(docx_bytes(straight, STYLE, created=CREATED, explain=lambda origin: origin.path))
    (tmp_path / "乙.docx").write_bytes(docx_bytes(round_about, STYLE, created=CREATED))
    saved(tmp_path / "odt", "odt", tmp_path / "乙.docx")
    saved(tmp_path / "又", "docx", tmp_path / "甲.docx", tmp_path / "odt" / "乙.odt")
    for report, name in ((straight, "甲"), (round_about, "乙")):
        back, problems = read_word(name, (tmp_path / "又" / f"{name}.docx").read_bytes())
        assert printed(back) == printed(report)
        for (level, found, blocks), (drafted, roles, printed_blocks) in zip(inside(back), inside(report), strict=True):
            assert (level, blocks) == (drafted, printed_blocks)
            assert found <= roles
        assert problems == []


def saved(folder: Path, form: str, *files: Path) -> None:
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_a_draft_that_lost_its_styles_is_read_by_its_numbers(report: Report) -> None:
    """A signature is known by the date under it alone."""
    assume(report.date or not report.signature)
    document = docx.Document(io.BytesIO(docx_bytes(report, STYLE, created=CREATED)))
    for style in document.element.body.xpath(".//w:pStyle | .//w:rStyle"):
        style.getparent().remove(style)
    out = io.BytesIO()
    document.save(out)
    back, _ = read_word("稿.docx", out.getvalue())
    assert printed(back) == printed(report)
    assert inside(back) == inside(report)


@pytest.mark.parametrize("signers", [0, 1, 2])
@pytest.mark.parametrize("bare", [False, True])
def test_a_masthead_without_styles_is_read_back(signers: int, bare: bool) -> None:
    names = tuple(map(text, ("周明", "林知行")[:signers]))
    head = Masthead(text("000012"), text("秘密★1年"), text("加急"), text("云州市档案馆"), text("云档发〔2031〕3号"), names, bare)
    report = Report(
        title=text("云州市档案馆2031年工作总结"),
        addressee=text("市政府办公室"),
        sections=(Section(1, "一、", text("主要做法"), frozenset({Role.PRACTICE}), (Paragraph(text("巡查36次。")),)),),
        signature=text("云州市档案馆"),
        date=text("2032年1月5日"),
        masthead=head,
        imprint=Imprint(text("市委组织部"), text("云州市档案馆办公室"), text("2032年1月6日")),
    )
    for back in (read_markdown("稿.md", markdown(report))[0], read_text("稿.txt", plain_text(report))[0]):
        assert printed(back) == printed(report)


def test_a_title_above_its_number_is_no_masthead() -> None:
    back, _ = read_text("稿.txt", "云州市档案馆\n关于报送总结的通知\n云档发〔2031〕3号\n各科室：\n一、要求\n报送总结。\n")
    assert [(str(line.kind), line.text) for line in lines(back)][:2] == [
        ("发文字号", "云档发〔2031〕3号"),
        ("标题", "云州市档案馆关于报送总结的通知"),
    ]

"""The small files that once failed, each with what is right: beside the project, or where ``NIGAO_CASES`` says; passed over where they are not."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.printed import lines
from generator.reading.text import read_text
from generator.reading.word import read_word
from generator.report import plain
from tests.running import run

CASES = Path(os.environ.get("NIGAO_CASES", Path(__file__).parents[2] / "shared" / "cases"))
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the files are not here")


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the files to run in: commands write beside what they are given."""
    home = tmp_path / "cases"
    shutil.copytree(CASES, home)
    monkeypatch.chdir(home)
    return home


def drafted(path: str) -> str:
    code, said = run(f"draft {path} --format text -o -")
    assert code == 0, said
    return said


# --- what Word files say ---------------------------------------------------------------------------------------------------------------------

PAIRS = sorted(path for folder in ("numbering", "structure") for path in (CASES / folder).glob("*.docx"))


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_word_and_text_say_the_same(path: Path) -> None:
    code, said = run(f"diff {path.with_suffix('.txt')} {path}")
    assert (code, said.splitlines()[-1]) == (0, "没有变化")


@pytest.mark.parametrize("name", ["null-rel", "strict"])
def test_packages_of_other_makes_are_read(name: str, at: Path) -> None:
    assert run(f"diff package/want.txt package/{name}.docx") == (0, "没有变化\n")
    assert run(f"check package/{name}.docx")[0] == 1
    assert run(f"draft reference/f.yaml --reference package/{name}.docx -o {at}/o.docx")[0] == 0


@pytest.mark.parametrize(
    "command", ["diff package/want.txt {}", "check {}", "format {} -o o.docx", "draft reference/f.yaml -o o.docx --reference {}"]
)
def test_a_renamed_file_is_told_what_it_is(command: str, at: Path) -> None:
    code, said = run(command.format("package/doc-renamed.docx"))
    assert code == 2
    assert re.search("旧版 Word.*\n.*另存为 .docx", said)
    assert not (at / "o.docx").exists()


def test_a_fact_written_as_an_equation_is_found(at: Path) -> None:
    facts = "文种: 工作总结\n单位: {全称: 云州市水务局}\n时段: 2025年\n做法:\n  - 主题: 支部建设\n    事实: [投入经费1.5万元, 举办培训班5期]\n"
    (at / "eq.yaml").write_text(facts, encoding="utf-8")
    code, said = run("diff eq.yaml hidden/eq.docx")
    assert code == 1  # the draft is another one
    assert not re.search("事实.*(没有了|改动了)", said.partition("事实表里的")[2])


def test_one_number_before_headings_that_number_themselves(at: Path) -> None:
    assert run(f"draft reference/f.yaml --reference reference/office.docx -o {at}/o.docx")[0] == 0
    said = [line.text for line in lines(read_word("甲", (at / "o.docx").read_bytes())[0])]
    assert "一、主要做法" in said
    assert not any(text.replace(" ", "").startswith("一、一、") for text in said)


@pytest.mark.usefixtures("at")
def test_radicals_are_read_as_what_they_stand_for() -> None:
    assert run("diff kangxi/plain.docx kangxi/kangxi.docx") == (0, "没有变化\n")
    said = drafted("kangxi/facts.yaml")
    assert said.startswith("云州市水务局")
    assert "部首或兼容字" in said


@pytest.mark.usefixtures("at")
def test_a_figure_that_grows_is_told() -> None:
    code, said = run("diff diff/min.yaml diff/min-edited.docx")
    assert code == 1
    assert "12名 → 312名" in said
    assert "做法[0].事实[0] 改动了" in said


# --- what layout is told ---------------------------------------------------------------------------------------------------------------------

BLANK = "placeholder"  # the files of one report have one blank left
LAYOUT = {
    "toc/toc": {BLANK},
    "runin/right": {BLANK},
    "runin/all-kai": {BLANK, "body-font"},
    "softbreak/joined": {BLANK, "soft-break"},
    "leftover/tracked": {BLANK, "pending-changes"},
    "leftover/comment": {BLANK, "comments"},
    "leftover/highlight": {BLANK, "highlight"},
    "leftover/placeholder": {BLANK},
    "leftover/emptylines": {BLANK, "empty-lines"},
    "leftover/halfwidth": {BLANK, "half-width"},
    "leftover/columns": {BLANK, "columns"},
}
NEVER = {
    "pagebreak/at-end": {"annex-page"},
    "pagebreak/own-paragraph": {"annex-page"},
    "layout/check_letter_number": {"document-number-place", "letter-number"},
    "layout/check_numbered_paragraphs": {"heading-number", "heading-order", "heading-skip"},
    "layout/check_typed_toc": {"heading-number", "heading-order", "heading-skip"},
    "layout/check_annex_br": {"title-align", "title-shape", "title-break"},
}


def found(name: str) -> list[str]:
    path = CASES / f"{name}.docx"
    return [problem.code for problem in check_layout(read_layout(path.name, path.read_bytes()), STANDARD)]


@pytest.mark.parametrize("name", LAYOUT)
def test_layout_is_told_what_is_wrong_and_nothing_else(name: str) -> None:
    assert set(found(name)) == LAYOUT[name]


@pytest.mark.parametrize("name", NEVER)
def test_layout_is_not_told_what_is_right(name: str) -> None:
    assert not NEVER[name] & set(found(name))


def test_every_blank_is_named() -> None:
    told = str(check_layout(read_layout("甲", (CASES / "leftover/placeholder.docx").read_bytes()), STANDARD)[0])
    assert all(blank in told for blank in ("××", "〔待补〕", "XX", "____"))


# --- what facts and texts say ----------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("at")
def test_stops_are_set_by_what_stands_beside_them() -> None:
    said = drafted("stops/z.yaml")
    for right in ("3次，4个", "100%；达标", "3.5%", "1：3", "12：30", "“云州讲坛”", "（含夜间）"):
        assert right in said, right
    assert drafted("stops/title.yaml").startswith("云州市水务局\n2025年工作总结\n")
    assert "\n　　现将有关情况报告如下：\n" in drafted("stops/para.yaml")


@pytest.mark.parametrize(
    ("name", "title", "heads"),
    [
        ("title_ends_in_plan", "青石镇2025年上半年工作总结及下半年重点任务和工作安排", {"一": "做法", "二": "做法", "三": "打算"}),
        ("heading_not_addressee", "青石中学2025年工作总结", {"一": "", "二": "做法"}),
        ("problem_in_passing", "青石学校工会2025年工作计划", {"一": "打算"}),
    ],
)
def test_texts_are_read_as_a_person_reads_them(name: str, title: str, heads: dict[str, str]) -> None:
    report, _ = read_text(name, (CASES / f"reading/{name}.txt").read_text(encoding="utf-8"))
    assert plain(report.title) == title
    assert {section.number.rstrip("、"): section for section in report.sections}.keys() == heads.keys()
    assert not any("问题" in {str(role) for role in section.roles} for section in report.sections)
    assert not plain(report.addressee)


# --- what is made to do harm -----------------------------------------------------------------------------------------------------------------

HOSTILE = {
    "draft hostile/01_dash_fullwidth_space.yaml -o -": 0,
    "draft hostile/02_date_overflow.yaml -o -": 2,
    "draft hostile/03_date_13x.yaml -o -": 2,
    "draft hostile/05_escape_in_key.yaml -o -": 2,
    "draft hostile/06_title_200.yaml -o -": 0,
    "draft hostile/07_quotes.yaml -o -": 0,
    "draft hostile/09_bank_group_without_说法/f.yaml -o -": 2,
    "template check 恶意": 2,
    **{f"check hostile/{name}.docx": code for name, code in (("nobody", 2), ("rel_twostyles", 1), ("val_ilvl_word", 0), ("val_sect_float", 1))},
    **{f"bank mine hostile/{name}.docx -o b": code for name, code in (("nobody", 2), ("rel_twostyles", 0))},
    **{f"draft reference/f.yaml -o o.docx --reference hostile/{name}.docx": 2 for name in ("nobody", "paras_1e5")},
    **{f"draft reference/f.yaml -o o.docx --reference hostile/{name}.docx": 0 for name in ("rel_twostyles", "val_ilvl_word", "val_sect_float")},
    "format hostile/paras_1e5.docx -o o.docx": 2,
}


@pytest.mark.parametrize("command", HOSTILE)
def test_harm_is_told(command: str, at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if command.startswith("template"):
        monkeypatch.chdir(at / "hostile/10_template_bomb")
    code, said = run(command)
    assert code == HOSTILE[command], said
    assert not any(character in said for character in "\x1b\x07\x00")
    assert code != 2 or re.search("错误：.*[\u4e00-\u9fff]", said)

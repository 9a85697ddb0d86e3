"""What may be written into a file of which name: no text under the name of a Word file, nothing into devices, nothing half done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import nigao
from generator.problems import Faults
from tests.check.others import templated
from tests.check.papers import REPORT

FACTS = "文种: 工作总结\n单位: {全称: 云州市水务局}\n时段: 2025年\n做法: [{主题: 防汛, 要点: [{事项: 巡查, 事实: [巡查水库36次]}]}]\n"
REFUSED = {
    "check: a Word file": ("check 报告.docx -o 查.docx", "不会写 .docx 文件；可以写 .json、.sarif、.html、.md、.txt"),
    "check: a WPS file": ("check 报告.docx -o 查.wps", "不会写 .wps 文件；可以写 .json、.sarif、.html、.md、.txt"),
    "check: a PDF": ("check 报告.docx -o 查.PDF", "不会写 .pdf 文件"),
    "check: no type anyone knows": ("check 报告.docx -o 查.xyz", "不会写 .xyz 文件"),
    "check: a format that a Word file is not": ("check 报告.docx --format json -o 查.docx", "不会写 .docx 文件"),
    "check: a format and a name of another": ("check 报告.docx --format json -o 查.html", "--format json 和文件名 查.html 对不上"),
    "check: a facts file": ("check 事实.yaml --last 报告.docx -o 查.docx", "不会写 .docx 文件"),
    "check: comments in a PDF": ("check 报告.docx --annotate 批注.pdf", "另存的是 .docx 文件，不能叫 批注.pdf；写成 批注.docx"),
    "check: a mended Word file called a text": ("check 报告.docx --fix 改.txt", "另存的是 .docx 文件，不能叫 改.txt"),
    "check: a mended text called a Word file": ("check 稿.txt --fix 改.docx", "另存的是 .txt 文件，不能叫 改.docx"),
    "new: a Word file": ("new 年度总结 -o 表.docx", "不会写 .docx 文件；可以写 .yaml、.yml"),
    "new: a PDF": ("new 年度总结 -o 表.pdf", "不会写 .pdf 文件"),
    "new: last year's": ("new --from 报告.docx -o 表.xlsx", "不会写 .xlsx 文件"),
    "diff: no type anyone knows": ("diff 事实.yaml 二.yaml -o 比.xyz", "不会写 .xyz 文件；可以写 .md、.json、.yaml、.yml、.txt"),
    "diff: a PDF": ("diff 事实.yaml 二.yaml -o 比.pdf", "不会写 .pdf 文件"),
    "diff: a format and a name of another": ("diff 事实.yaml 二.yaml --format md -o 比.json", "--format md 和文件名 比.json 对不上"),
    "merge: a Word file": ("merge 事实.yaml 二.yaml -o 合.docx", "不会写 .docx 文件；可以写 .yaml、.yml"),
    "draft: a WPS file": ("draft 事实.yaml -o 稿.wps", "不会写 .wps 文件；Word 和 WPS 都打得开 .docx"),
    "draft: a Word file of another name": ("draft 事实.yaml --format docx -o 稿.xyz", "不会写 .xyz 文件"),
    "format: to be printed": ("format 报告.docx -o -", "Word 文件不能打印出来"),
    "format: a PDF": ("format 报告.docx -o 排.pdf", "不会写 .pdf"),
    "diff: what was changed, to be printed": ("diff 报告.docx 稿.txt -o -", "Word 文件不能打印出来"),
    "diff: what was changed, as a PDF": ("diff 报告.docx 稿.txt -o 改.pdf", "文件名要以 .docx 结尾"),
    "merge: to be printed": ("merge 事实.yaml 二.yaml -o -", "不打印出来"),
    "batch: an empty table without a suffix": ("batch --sheet 年度总结 -o 第1.2稿", "写成 第1.2稿.xlsx 或 .csv"),
    "ask: a table without a suffix": ("ask 事实.yaml --table 第1.2稿", "写成 第1.2稿.xlsx 或 .csv"),
    "bank test: a sheet": ("bank test 稿.txt --sheet 抽.docx", "不会写 .docx 文件；可以写 .csv"),
}
WRITTEN = {
    "check: a page": ("check 报告.docx -o 查.html", "查.html"),
    "check: a format into a name of no type": ("check 报告.docx --format json -o 查.log", "查.log"),
    "check: into a name without a suffix": ("check 报告.docx -o 第1.2稿", "第1.2稿"),
    "check: comments in a file named": ("check 报告.docx --annotate 批注.docx", "批注.docx"),
    "check: a mended text": ("check 稿.txt --fix 改.md", "改.md"),
    "new: a facts file": ("new 年度总结 -o 表.yml", "表.yml"),
    "diff: a table": ("diff 事实.yaml 二.yaml -o 比.md", "比.md"),
    "draft: without a suffix": ("draft 事实.yaml -o 第1.2稿", "第1.2稿.docx"),
    "draft: variants without a suffix": ("draft 事实.yaml --variants 2 --format text -o 第1.2稿", "第1.2稿-种子0"),
    "format: without a suffix": ("format 报告.docx -o 排好", "排好.docx"),
    "format: a point that parts no suffix": ("format 报告.docx -o 第1.2稿", "第1.2稿.docx"),
    "format: a date": ("format 报告.docx -o 报告2025.11.20", "报告2025.11.20.docx"),
    "format: the how manieth version": ("format 报告.docx -o 报告.v2", "报告.v2.docx"),
    "format: 终稿 behind a point": ("format 报告.docx -o 报告.终稿", "报告.终稿.docx"),
    "format: a file without a suffix, into a folder": ("format 报告1.2稿 稿.txt -o 排好", "排好/报告1.2稿.docx"),
    "check: comments, without a suffix": ("check 报告.docx --annotate 批注1.2稿", "批注1.2稿.docx"),
    "check: a mended text, without a suffix": ("check 稿.txt --fix 改1.2稿", "改1.2稿.txt"),
    "new: without a suffix": ("new 年度总结 -o 2026.1", "2026.1.yaml"),
    "merge: without a suffix": ("merge 事实.yaml 二.yaml --join -o 第1.2稿", "第1.2稿.yaml"),
    "diff: what was changed, without a suffix": ("diff 报告.docx 稿.txt -o 第1.2稿", "第1.2稿.docx"),
    "bank add: without a suffix": ("bank add 召开碰头会12次 -o 用语库/我的1.2", "用语库/我的1.2.yaml"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("报告.docx").write_bytes(templated(REPORT))
    Path("报告1.2稿").write_bytes(templated(REPORT))
    Path("稿.txt").write_text("云州市水务局2025年工作总结\n一、主要做法\n巡查水库36次.\n", encoding="utf-8")
    Path("事实.yaml").write_text(FACTS, encoding="utf-8")
    Path("二.yaml").write_text(FACTS.replace("36次", "37次"), encoding="utf-8")
    return tmp_path


def run(words: str) -> Result:
    return CliRunner().invoke(nigao, words.split())


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_written_under_such_a_name(name: str, folder: Path) -> None:
    before = sorted(folder.iterdir())
    words, said = REFUSED[name]
    done = run(words)
    assert said in f"{done.output}{getattr(done.exception, 'problems', '')}"
    code = 2 if isinstance(done.exception, Faults) else done.exit_code
    assert (code, sorted(folder.iterdir())) == (2, before), done.output


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_under_such_a_name(name: str) -> None:
    words, written = WRITTEN[name]
    done = run(words)
    assert not isinstance(done.exception, Faults), done.exception
    assert (done.exit_code in (0, 1), Path(written).is_file()) == (True, True), done.output


@pytest.mark.skipif(os.name != "posix", reason="devices have names elsewhere")
@pytest.mark.parametrize("words", ["format 报告.docx -o 管", "draft 事实.yaml -o 管"])
def test_nothing_is_written_beside_a_pipe(words: str, folder: Path) -> None:
    os.mkfifo("管")
    before = sorted(folder.iterdir())
    done = run(words)
    assert done.exit_code != 0
    assert "管道或设备" in str(done.exception) + done.output
    assert sorted(folder.iterdir()) == before

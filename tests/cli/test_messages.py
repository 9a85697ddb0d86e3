"""What a clerk meets at the terminal: exit codes, Chinese messages, no traceback, nobody's file lost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cache
from generator.bank.bank import Bank
from generator.cli import account, shelf
from tests.running import entered

FACTS = """\
文种: 年度总结
单位: {全称: 云州市档案馆, 自称: 我馆}
时段: 2025年
做法:
  - 主题: 安全生产
    要点:
      - 事项: 库房巡查
        事实: [巡查库房36次]
问题: [巡查记录不够细]
打算: [新建库房1间]
"""


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "带 空格 的 文件夹"
    folder.mkdir()
    monkeypatch.chdir(folder)
    path = Path("我 的 事实表.yaml")
    path.write_text(FACTS, encoding="utf-8")
    return path


USAGE = [
    (["draft"], "缺少参数 事实表"),
    (["draft", "a", "b"], "参数多了：b"),
    (["dratf", "a"], "没有这个命令：dratf，是不是 draft？"),
    (["draft", "a", "--forse"], "没有选项 --forse，是不是 --force？"),
    (["draft", "a", "--seed"], "选项 --seed 后面要写一个值"),
    (["draft", "a", "--force=1"], "选项 --force 后面不能写值"),
    (["draft", "a", "--seed", "abc"], "参数 --seed 不对：要写一个不小于 0 的整数"),
    (["draft", "a", "--seed", "-1"], "参数 --seed 不对：要写一个不小于 0 的整数"),
    (["preview", "a", "--width", "5"], "参数 --width 不对：要写一个不小于 20 的整数"),
    (["draft", "a", "--format", "html"], "参数 --format 不对：只能是 docx、pdf、md、text、json"),
    (["draft", "a", "--bank", "没有"], "参数 --bank 不对：没有这个文件夹"),
    (["draft", "a", "--variants", "99"], "参数 --variants 不对：要写 2 到 20 之间的整数"),
    (["draft", "a", "--against", "没有"], "参数 --against 不对：没有这个文件或文件夹"),
    (["bank", "lint", "--as-of", "去年"], "参数 --as-of 不对：“去年”不是年月，形如 2026-11"),
    (["preview", "a", "--variants", "2", "--why"], "--variants 只并排比措辞，不能和 --why、--pages 同用"),
    (["draft", "a", "--format", "md", "-o", "稿.docx"], "--format md 和文件名 稿.docx 对不上，改其中一个"),
    (["draft", "a", "--format", "docx", "-o", "-"], "Word 文件不能打印出来，-o 后面要写文件名"),
    (["draft", "a", "--format", "pdf", "-o", "-"], "PDF 文件不能打印出来，-o 后面要写文件名"),
    (["draft", "a", "-o", "稿.wps"], "不会写 .wps 文件；Word 和 WPS 都打得开 .docx"),
    (["draft", "a", "-o", "稿.doc", "--format", "text"], "不会写 .doc 文件；Word 和 WPS 都打得开 .docx"),
    (["draft", "a", "-o", "稿.html"], "不会写 .html 文件；可以写 .docx、.pdf、.md、.txt、.json"),
    (["draft", "a", "-o", "稿.dox"], "不会写 .dox 文件；可以写 .docx、.pdf、.md、.txt、.json"),
]


@pytest.mark.parametrize(("args", "said"), USAGE)
def test_usage_errors_are_chinese(args: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered(*args) == 2
    assert capsys.readouterr().err == f"{said}\n用 nigao --help 看用法。\n"


@pytest.mark.parametrize("args", [["--help"], ["draft", "--help"], ["preview", "--help"], ["bank", "--help"], ["bank", "mine", "--help"]])
def test_help_is_chinese(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert entered(*args) == 0
    page = capsys.readouterr().out
    assert page.startswith("用法：")
    assert "选项：" in page
    assert not re.search("Usage|Options|Show|OPTIONS|COMMAND", page)


def test_drafts_beside_the_facts_and_again_over_an_untouched_draft(facts: Path) -> None:
    word = facts.with_suffix(".docx")
    assert entered("draft", str(facts)) == 0
    first = word.read_bytes()
    assert entered("draft", str(facts)) == 0
    assert word.read_bytes() == first
    assert entered("draft", str(facts), "--seed", "1") == 0


def test_an_edited_draft_is_kept_unless_forced(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = facts.with_suffix(".docx")
    word.write_bytes("有人改过".encode())
    assert entered("draft", str(facts)) == 2
    assert word.read_bytes() == "有人改过".encode()
    assert "--force" in capsys.readouterr().err
    assert entered("draft", str(facts), "--force") == 0
    assert word.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("args", [["--format", "text", "--force"], ["--format", "json"]])
def test_facts_are_never_written_over(args: list[str], facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("draft", str(facts), "-o", f"./{facts}", *args) == 2
    assert facts.read_text(encoding="utf-8") == FACTS
    assert "事实表自己" in capsys.readouterr().err


def test_a_text_is_written_again_where_nobody_changed_it(
    facts: Path, bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bank  # compiled, so that the folders below hold it too and no draft compiles it again
    for folder in (tmp_path / "记得", tmp_path / "忘了"):
        folder.mkdir()
        for path in Path(os.environ[cache.VARIABLE]).glob(f"{shelf.compiled_name(())}.*"):
            shutil.copy(path, folder)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "记得"))
    command = ["draft", str(facts), "-o", "稿.md"]
    assert entered(*command) == 0
    facts.write_text(FACTS.replace("36次", "37次"), encoding="utf-8")
    assert entered(*command) == 0
    written = Path("稿.md").read_text(encoding="utf-8")
    assert "37次" in written
    Path("稿.md").write_text(written + "改", encoding="utf-8")
    capsys.readouterr()
    assert entered(*command) == 2
    assert "可能有人改过" in capsys.readouterr().err
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "忘了"))
    Path("稿.md").write_text(written, encoding="utf-8")
    facts.write_text(FACTS.replace("36次", "38次"), encoding="utf-8")
    assert entered(*command) == 2
    assert entered(*command, "--force") == 0


def test_remarks_go_to_stderr_when_the_draft_is_printed(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("draft", str(facts), "-o", "-") == 0
    said = capsys.readouterr()
    assert said.out.startswith("云州市档案馆")
    assert "事实和自写的话" not in said.out
    assert "事实和自写的话" in said.err


def test_a_pdf_wants_libreoffice(facts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("generator.cli.office.shutil.which", lambda _: None)
    assert entered("draft", str(facts), "-o", "稿.pdf") == 2
    assert "写 PDF 文件要用 LibreOffice，这台电脑上没有找到" in capsys.readouterr().err
    assert not Path("稿.pdf").exists()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_pdf_is_made_and_made_again(facts: Path) -> None:
    assert entered("draft", str(facts), "-o", "稿.pdf") == 0
    assert Path("稿.pdf").read_bytes().startswith(b"%PDF")
    assert entered("draft", str(facts), "-o", "稿.pdf", "--seed", "1") == 0
    Path("稿.pdf").write_bytes(b"%PDF-1.4 other")
    assert entered("draft", str(facts), "-o", "稿.pdf") == 2


def test_the_same_text_may_be_written_again(facts: Path) -> None:
    command = ["draft", str(facts), "--format", "text", "-o", "稿.txt"]
    assert entered(*command) == 0
    assert entered(*command) == 0
    Path("稿.txt").write_text("改过", encoding="utf-8")
    assert entered(*command) == 2


@pytest.mark.parametrize(("given", "written"), [("稿子", "稿子.docx"), ("第1.2稿", "第1.2稿.docx"), ("稿.DOCX", "稿.DOCX")])
def test_a_word_file_is_named_as_one(given: str, written: str, facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("draft", str(facts), "-o", given) == 0
    assert Path(written).read_bytes().startswith(b"PK")
    assert capsys.readouterr().out == f"已写成 {written}\n"


@pytest.mark.parametrize(("target", "opens"), [("稿.txt", "云州市档案馆"), ("稿.md", "# 云州市档案馆"), ("稿.json", "{")])
def test_the_suffix_tells_the_format(target: str, opens: str, facts: Path) -> None:
    assert entered("draft", str(facts), "-o", target) == 0
    assert Path(target).read_text(encoding="utf-8").startswith(opens)


def test_a_dash_is_standard_output(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("draft", str(facts), "-o", "-") == 0
    assert "云州市档案馆2025年工作总结" in capsys.readouterr().out
    assert [p.name for p in Path().iterdir()] == [facts.name]


def test_the_environment_is_blamed_for_what_it_says(facts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NIGAO_BANK", "没有")
    assert entered("draft", str(facts)) == 2
    assert "环境变量 NIGAO_BANK 不对：没有这个文件夹" in capsys.readouterr().err


def test_only_what_would_have_written_says_that_nothing_was(capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("preview", "没有.yaml") == 2
    assert capsys.readouterr().err.endswith("共 1 处错误。\n")


def test_keeping_what_is_no_wording(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("keep", str(facts), "巡查库房36次") == 2
    assert "不用保留" in capsys.readouterr().err
    assert entered("keep", str(facts), "导语", "--drop") == 2
    assert "没有保留“导语”" in capsys.readouterr().err


@pytest.mark.parametrize(("target", "said"), [("我.txt", "只认 .yaml"), ("没有/甲.yaml", "没有“没有”这个文件夹")])
def test_a_phrase_is_added_where_banks_are_read(target: str, said: str, facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("bank", "add", "扎实推进库房管理", "-o", target) == 2
    assert said in capsys.readouterr().err
    assert [p.name for p in Path().iterdir()] == [facts.name]


@pytest.mark.usefixtures("facts")
@pytest.mark.parametrize(("command", "folder", "broken"), [("style", "版式", "坏.yaml"), ("template", "文种", "坏/文种.yaml")])
def test_one_broken_file_does_not_hide_the_others(command: str, folder: str, broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(folder, broken)
    path.parent.mkdir(parents=True)
    path.write_text("甲: 乙\n", encoding="utf-8")
    assert entered(command, "list") == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) > 1
    assert str(path) in told.err


def test_a_blank_that_stands_in_the_ledger_too_is_told_once(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blank = FACTS.replace("巡查库房36次", "{做了: 巡查库房, 数: 待补, 量: 次}")
    facts.write_text(blank + "附件: [{名称: 库房巡查台账, 台账: 做法}]\n", encoding="utf-8")
    assert entered("draft", str(facts), "--clean") == 1
    assert capsys.readouterr().err.endswith("共 1 处没有落实，什么也没有写。\n")


TARGETS = [("没有/此处/稿.docx", "文件夹"), (".", "这是文件夹"), ("长" * 200 + ".docx", "文件名太长"), ("我 的 事实表.yaml/稿.docx", "文件夹")]


@pytest.mark.parametrize(("target", "said"), TARGETS)
def test_targets_that_cannot_be_written(target: str, said: str, facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("draft", str(facts), "-o", target) == 2
    assert said in capsys.readouterr().err
    assert [p.name for p in Path().iterdir()] == [facts.name]


@pytest.mark.parametrize("given", ["没有.yaml", ".", ""])
def test_facts_that_cannot_be_read(given: str, facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entered("draft", given) == 2
    assert capsys.readouterr().err.endswith("共 1 处错误，什么也没有写。\n")
    assert [p.name for p in Path().iterdir()] == [facts.name]


def test_mining_into_a_file(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("旧稿.txt").write_text("一、做法\n开展学习。\n", encoding="utf-8")
    assert entered("bank", "mine", "旧稿.txt", "-o", str(facts)) == 2
    assert "这是文件，不是文件夹" in capsys.readouterr().err
    assert facts.read_text(encoding="utf-8") == FACTS


def nigao(*args: str, **environment: str) -> list[str]:
    return ["env", *(f"{k}={v}" for k, v in environment.items()), sys.executable, "-m", "generator", *args]


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell's environment and devices")
class TestProcess:
    """What only a process of its own shows: locale, hash seed, a reader that leaves, a full disk."""

    ROOT = Path(__file__).parents[2]

    def run(self, *args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(nigao(*args, PYTHONPATH=str(self.ROOT), **environment), capture_output=True, check=False)

    def test_locale_and_hash_seed_change_nothing(self, facts: Path) -> None:
        usual = self.run("draft", str(facts), "--format", "json")
        odd = self.run("draft", str(facts), "--format", "json", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONHASHSEED="77")
        assert usual.returncode == 0
        assert usual.stdout == odd.stdout

    def test_characters_that_the_terminal_lacks(self, facts: Path) -> None:
        facts.write_text(FACTS.replace("新建库房1间", "新建库房10m² • 𠮷"), encoding="utf-8")
        ended = self.run("preview", str(facts), PYTHONIOENCODING="gbk")
        assert ended.returncode == 0
        assert "新建库房10m???" in "".join(ended.stdout.decode("gbk").split())

    def test_a_system_without_chinese_file_names(self, facts: Path) -> None:
        ended = self.run("preview", str(facts), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert ended.returncode == 2
        assert "PYTHONUTF8=1" in ended.stderr.decode()

    @pytest.mark.parametrize("unbuffered", ["", "1"])
    def test_a_full_disk_is_told(self, facts: Path, unbuffered: str) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("no /dev/full")
        with Path("/dev/full").open("wb") as full:
            command = nigao("draft", str(facts), "--format", "text", PYTHONPATH=str(self.ROOT), PYTHONUNBUFFERED=unbuffered)
            ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert ended.returncode == 2
        assert ended.stderr.decode() == "读写时出错：磁盘满了\n检查磁盘空间和权限后重试。\n"

    def test_a_reader_that_leaves(self, facts: Path) -> None:
        first, second = os.pipe()
        os.close(first)
        ended = subprocess.run(nigao("preview", str(facts), PYTHONPATH=str(self.ROOT)), stdout=second, stderr=subprocess.PIPE, check=False)
        os.close(second)
        assert b"Traceback" not in ended.stderr


def test_what_is_said_of_a_draft_ends_somewhere(facts: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(account, "PROBLEMS_SHOWN", 3)
    facts.write_text(FACTS.replace("[巡查库房36次]", "[巡查库房36次, 巡查库房37次, 巡查库房38次, 巡查库房39次, 巡查库房40次]"), encoding="utf-8")
    entered("draft", facts, "-o", "稿.docx")
    said = capfd.readouterr().err
    assert said.count("同一件事两个数") == 3
    assert re.search(r"这样的话共 [4-9] 处，只列出前 3 处", said)

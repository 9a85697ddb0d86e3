"""``nigao check`` as a clerk meets it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.check.made import report, spoilt, word
from tests.check.violations import VIOLATIONS
from tests.running import entered


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = entered("check", *arguments)
    printed = capsys.readouterr()
    return code, printed.out + printed.err


@pytest.fixture
def good(tmp_path: Path) -> str:
    path = tmp_path / "好稿.docx"
    path.write_bytes(word(report()))
    return str(path)


@pytest.fixture
def bad(tmp_path: Path) -> str:
    path = tmp_path / "坏稿.docx"
    path.write_bytes(spoilt(word(report()), VIOLATIONS["29 pt lines"][1]))
    return str(path)


def test_a_good_file(good: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--layout", good) == (0, "没有查出问题。\n")


def test_what_could_not_be_read_is_told(good: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Half of a damaged text looked like a whole one without a fault."""
    damaged = tmp_path / "坏了.docx"
    with zipfile.ZipFile(good) as whole, zipfile.ZipFile(damaged, "w") as made:
        for part in whole.namelist():
            text = whole.read(part)
            made.writestr(part, text[: len(text) * 2 // 3] if part == "word/document.xml" else text)
    for options in (["--layout"], []):
        assert run(capsys, *options, str(damaged))[1].count("注意：文件里的 word/document.xml 损坏了，只读出了一部分") == 1


def test_layout_is_checked_where_nothing_is_said(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "--layout", bad)[1].splitlines()
    assert set(said[:-1]) <= set(run(capsys, bad)[1].splitlines())
    assert "line-pitch" not in run(capsys, "--text", bad)[1]


def test_a_mark_of_a_program_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(spoilt(word(report()), VIOLATIONS["bold as a chat writes it"][1]))
    assert "〔惯例，markup〕" in run(capsys, "--layout", str(path))[1]
    whole = run(capsys, str(path))[1]
    assert (whole.count("field-error"), whole.count("markup")) == (1, 0)


@pytest.mark.parametrize("suffix", [".docm", ".dotx", ".DOCX"])
def test_a_word_file_by_any_of_its_names(suffix: str, bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    other = Path(bad).rename(Path(bad).with_suffix(suffix))
    assert "line-pitch" in run(capsys, str(other))[1]


def test_a_bad_file(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "--layout", bad)
    assert code == 1
    assert "行距是固定值 29 磅，每面排 21 行，应排 22 行" in said
    assert "错误 1 处。" in said


def test_a_rule_turned_off(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--layout", bad, "--except", "line-pitch")[0] == 0


def test_no_such_rule(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "--layout", bad, "--except", "line-pich")
    assert code == 2
    assert "没有“line-pich”这条规则" in said
    assert "是不是 line-pitch？" in said


def test_the_list_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "--rules")
    assert code == 0
    assert ["margin-top", "国标 5.2.1", "天头 37 毫米"] in [re.split(r"\s{2,}", line) for line in said.splitlines()]


@pytest.mark.parametrize("arguments", [(), ("--layout",), ("没有.docx",), ("--layout", "没有.docx"), ("--layout", "--style", "没有", "稿子.docx")])
def test_usage(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, *arguments)
    assert code == 2
    assert said


def test_no_word_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿子.docx"
    path.write_text("这是文字")
    code, said = run(capsys, "--layout", str(path))
    assert code == 2
    assert "这是文字文件" in said


def test_an_offices_own_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿子.docx"
    path.write_bytes(word(report(), "office"))
    assert run(capsys, "--layout", "--style", "office", str(path))[0] == 0
    assert run(capsys, "--layout", str(path))[0] == 1


def test_several_files_and_folders(good: str, bad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is told as it is alone; one that cannot be read stops no other."""
    alone = run(capsys, "--layout", bad)[1].splitlines()[:-1]
    (tmp_path / "不是.docx").write_bytes(b"PK")
    code, said = run(capsys, "--layout", str(tmp_path))
    assert code == 1
    assert said.splitlines()[: len(alone)] == alone
    assert "查了 2 份，1 份没有查出问题。" in said
    assert "有 1 份没有读" in said
    assert run(capsys, "--layout", good, good)[0] == 0


def test_several_files_in_a_table_each(good: str, bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "--layout", "--format", "md", good, bad)[1]
    assert [line for line in said.splitlines() if line.startswith("# ")] == ["# 查稿：坏稿.docx", "# 查稿：好稿.docx"]


@pytest.mark.parametrize("more", [["--fix"], ["--annotate"], ["--last", "去年.docx"], ["--format", "html"], ["表.yaml"]])
def test_what_is_for_one_file_is_refused_for_several(more: list[str], good: str, bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, good, bad, *more)
    assert code == 2
    assert "一份一份" in said

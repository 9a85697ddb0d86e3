"""``nigao format``: where files go, what is never written over, what is told, and that no file ends in a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from generator.cli.main import nigao
from generator.limits import SET_RUNS
from generator.problems import Faults
from generator.render.fingerprint import parts_of
from generator.typeset import container
from tests.check.others import plain, standard, templated
from tests.check.papers import NOTICE, PLAN, REPORT
from tests.reading.word_made import p, parts, t, word, zipped
from tests.typeset.made import rows

CHANGED = word(p(t("办好展览") + f'<w:ins w:id="1" w:author="江月明">{t("三场")}</w:ins>' + t("。")))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("报告.docx").write_bytes(templated(REPORT))
    Path("通知.txt").write_text(plain(NOTICE), encoding="gb18030")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(nigao, ["format", *arguments])


def test_one_file_and_its_account() -> None:
    done = run("报告.docx", "-o", "排好.docx")
    assert done.exit_code == 0
    assert done.stdout == "已写成 排好.docx\n"
    first, second = done.stderr.splitlines()[:2]
    assert first.startswith("版式问题：排以前 ")
    assert first.endswith("排以后 0 处")
    assert second.startswith("改好了：")
    assert rows(Path("排好.docx").read_bytes())[0] == "云州市水务局关于2025年防汛工作情况的报告"


def test_a_set_file_has_nothing_to_tell() -> None:
    run("报告.docx", "-o", "一.docx")
    done = run("一.docx", "-o", "二.docx")
    assert (done.exit_code, done.stderr) == (0, "已经合乎版式，没有要改的\n")
    assert Path("一.docx").read_bytes() == Path("二.docx").read_bytes()


def test_several_files_go_to_a_folder_and_one_that_is_broken_stops_none() -> None:
    Path("坏.docx").write_bytes(b"PK\x03\x04 nothing")
    Path("改.docx").write_bytes(CHANGED)
    done = run("报告.docx", "通知.txt", "坏.docx", "改.docx", "-o", "稿子")
    assert done.exit_code == 1
    assert sorted(path.name for path in Path("稿子").iterdir()) == ["报告.docx", "通知.docx"]
    assert "坏.docx: 错误：" in done.stderr
    assert "改.docx: 错误：有修订没有接受或拒绝：插入 1 处，没有排" in done.stderr
    assert "有 2 份没有排，其余的排好了。" in done.stderr


def test_a_folder_of_files() -> None:
    done = run(".", "-o", "稿子")
    assert done.exit_code == 0
    assert len(list(Path("稿子").iterdir())) == 2


def test_a_folder_of_one_file_is_a_folder_too() -> None:
    Path("下级").mkdir()
    Path("报告.docx").rename("下级/报告.docx")
    assert run("下级", "-o", "稿子").exit_code == 0
    assert [path.name for path in Path("稿子").iterdir()] == ["报告.docx"]


def test_every_kind_in_a_folder_and_nothing_that_was_set_before() -> None:
    Path("下级").mkdir()
    Path("下级/简报.md").write_text("# 防汛简报\n\n加固水库9座。\n", encoding="utf-8")
    Path("README.md").write_text("# 说明\n", encoding="utf-8")
    Path("网页.html").write_text("<p>加固水库9座。</p>", encoding="utf-8")
    for _ in range(2):
        done = run(".", "-o", "稿子")
        assert done.exit_code == 0, done.output
        assert sorted(path.name for path in Path("稿子").iterdir()) == ["报告.docx", "简报.docx", "通知.docx"]
        assert "没有读：网页.html" in done.stderr


def test_two_that_would_be_one_file() -> None:
    Path("报告.md").write_text("# 总结\n", encoding="utf-8")
    done = run("报告.docx", "报告.md", "-o", "稿子")
    assert done.exit_code == 1
    assert "和 报告.docx 会写成同一个文件" in done.stderr


def test_nobodys_work_is_written_over() -> None:
    before, theirs = Path("报告.docx").read_bytes(), standard(PLAN)
    Path("排好.docx").write_bytes(theirs)
    assert run("报告.docx", "-o", "排好.docx").exit_code != 0
    assert Path("排好.docx").read_bytes() == theirs
    assert run("报告.docx", "-o", "报告.docx", "--force").exit_code != 0
    assert Path("报告.docx").read_bytes() == before
    assert run("报告.docx", "-o", "排好.docx", "--force").exit_code == 0


def test_what_nobody_touched_since_is_written_again() -> None:
    assert run("通知.txt", "-o", "排好.docx").exit_code == 0
    Path("通知.txt").write_text(plain(REPORT), encoding="utf-8")
    assert run("通知.txt", "-o", "排好.docx").exit_code == 0
    assert rows(Path("排好.docx").read_bytes())[0].startswith("云州市水务局")


def test_changes_as_asked() -> None:
    Path("改.docx").write_bytes(CHANGED)
    assert run("改.docx", "-o", "甲.docx").exit_code != 0
    assert run("改.docx", "-o", "甲.docx", "--changes", "accept").exit_code == 0
    assert run("改.docx", "-o", "乙.docx", "--changes", "reject").exit_code == 0
    assert [rows(Path(name).read_bytes()) for name in ("甲.docx", "乙.docx")] == [["办好展览三场。"], ["办好展览。"]]


@pytest.mark.parametrize("arguments", [("报告.docx", "-o", "a.odt"), ("报告.docx", "通知.txt", "-o", "a.docx"), ("报告.docx",), ("-o", "a.docx")])
def test_what_cannot_be_meant(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("name", ["稿.pdf", "稿.docx", "稿.txt", "稿.odt", "没有.docx"])
def test_what_is_no_report_is_told(name: str) -> None:
    if name != "没有.docx":
        Path(name).write_bytes(b"%PDF-1.7\n\0\xff\xfe")
    done = CliRunner().invoke(nigao, ["format", name, "-o", "好.docx"])
    assert done.exit_code != 0
    assert isinstance(done.exception, Faults)
    assert not Path("好.docx").exists()


def test_what_is_too_long_is_told_at_once() -> None:
    Path("长.docx").write_bytes(word(p("") * (SET_RUNS + 1)))
    done = run("长.docx", "-o", "好.docx")
    assert isinstance(done.exception, Faults)
    assert [problem.code for problem in done.exception.problems] == ["too-big"]


def test_a_package_of_too_many_parts_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "PACKAGE_PARTS", 110)
    made = parts(p("云州市水务局2031年工作总结"))
    Path("多.docx").write_bytes(zipped(made | {f"word/media/{n}.xml": "" for n in range(20)}))
    done = run("多.docx", "-o", "好.docx")
    assert isinstance(done.exception, Faults)
    assert [problem.code for problem in done.exception.problems] == ["too-big"]


@pytest.mark.parametrize("seed", range(25))
def test_damaged_files_end_in_words(seed: int) -> None:
    """Bytes turned, cut off or doubled in the package, and in its parts once unpacked."""
    dice = random.Random(seed)
    data = bytearray(templated(REPORT) if seed % 2 else standard(NOTICE))
    for _ in range(dice.randint(1, 12)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    Path("坏.docx").write_bytes(bytes(data[: dice.randint(len(data) // 2, len(data))] if seed % 5 == 0 else data))
    done = run("坏.docx", "-o", "好.docx")
    assert done.exit_code == 0 or isinstance(done.exception, Faults)


@pytest.mark.parametrize("lost", ["[Content_Types].xml", "word/styles.xml", "word/settings.xml", "docProps/core.xml", "word/_rels/document.xml.rels"])
def test_a_package_that_lacks_a_part_is_set_all_the_same(lost: str) -> None:
    parts = {name: data for name, data in parts_of(Path("报告.docx").read_bytes()).items() if name != lost}
    Path("缺.docx").write_bytes(zipped(parts))
    assert run("缺.docx", "-o", "排好.docx").exit_code == 0
    assert len(docx.Document("排好.docx").paragraphs) > 3

"""``nigao ask`` as a clerk runs it: each answer saved at once, and every other byte of the file as it was."""

from __future__ import annotations

import codecs
import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import nigao
from generator.cli.written import Written
from generator.problems import Faults

FACTS = """\
# 组织科填
文种: 年度总结
单位: {全称: 云州市水务局,   简称: 待补}
做法:
  - 主题: 支部建设
    事实:
      - 参加党员××人次，学习《××》   # 待核
      # - {做了: 开展谈心谈话, 数: 待补, 量: 人次}   # 2 份写到
问题: [甲]
打算: [乙]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "表.yaml"
    file.write_bytes(FACTS.encode())
    return file


def run(path: Path, said: str, *args: str) -> Result:
    return CliRunner().invoke(nigao, ["ask", str(path), *args], input=said)


def test_answers_go_to_their_places(path: Path) -> None:
    done = run(path, "市水务局\n86\n云岭意见\n")
    assert done.exit_code == 0
    assert "空着 3 处" in done.output
    assert "空着 3 处，合成 2 问" in done.output
    assert "参加党员①＿＿人次，学习《②＿＿》（2 处，依次写，空格隔开；待核）" in done.output
    assert "填了 3 处" in done.output
    expected = FACTS.replace("待补}", "市水务局}", 1).replace("××人次", "86人次").replace("《××》", "《云岭意见》")
    assert path.read_bytes() == expected.encode()


def test_a_blank_answer_leaves_it_and_says_what_is_left(path: Path) -> None:
    done = run(path, "\n待补\n云岭意见\n")
    assert path.read_bytes() == FACTS.replace("《××》", "《云岭意见》").encode()
    assert "还空着 2 处" in done.output
    assert "第 7 行　做法 › 支部建设 › 事实" in done.output


def test_the_end_of_input_keeps_what_was_answered(path: Path) -> None:
    assert "还空着 2 处" in run(path, "市水务局").output
    assert "简称: 市水务局}" in path.read_text(encoding="utf-8")


def test_help_undo_and_doubts(path: Path) -> None:
    done = run(path, "u\n?\n市水务局\n若干\nu\n水务局\n若干\n若干\n")
    assert "没有可撤销的" in done.output
    assert "简称：单位简称" in done.output
    assert "“人次”前面要填数" in done.output
    assert "已撤销" in done.output
    assert path.read_bytes() == FACTS.replace("待补}", "水务局}", 1).replace("××人次", "若干人次").encode()


def test_undoing_everything_gives_the_very_bytes(path: Path) -> None:
    run(path, "市: 水\n86\nu\nu\nu\n")
    assert path.read_bytes() == FACTS.encode()


def test_lines_that_stand_ready_are_offered_and_used_when_answered(path: Path) -> None:
    said = "\n\n"
    assert path.read_bytes() == FACTS.encode()
    assert "可选" not in run(path, said).output
    assert "开展谈心谈话＿＿人次（填数，如 12；2 份写到）" in run(path, said, "--usual").output
    assert path.read_bytes() == FACTS.encode()
    run(path, f"{said}40\n", "--usual")
    assert path.read_bytes() == FACTS.replace("# - {", "- {").replace("数: 待补", "数: 40").encode()


def test_another_one_is_asked_for_until_there_is_none(path: Path) -> None:
    done = run(path, "\n86\n云岭意见\n谈心8人次\n家访6户\n没有了\n")
    assert "还做了什么，多少？（没有了按回车）" in done.output
    expected = FACTS.replace("××人次", "86人次").replace("《××》   # 待核\n", "《云岭意见》   # 待核\n      - 谈心8人次\n      - 家访6户\n")
    assert path.read_text(encoding="utf-8") == expected
    run(path, "\n")
    assert path.read_text(encoding="utf-8") == expected  # nothing answered, nothing more asked for


def test_the_nearest_trade_says_what_may_be_written(path: Path) -> None:
    """A trade that only part of a report of the archive is of, in a file that no scaffold made."""
    path.write_text(
        "文种: 年度总结\n单位: {全称: 云州市殡仪馆, 业务: 殡葬服务}\n做法:\n  - 主题: 待补\n    要点:\n      - 事项: 待补\n问题: [甲]\n打算: [乙]\n",
        encoding="utf-8",
    )
    done = run(path, "资金监管\n管住收费\n公示价目12项\n")
    asked = done.output.split("管住收费 › 事实")[1]
    assert "常写的：" in done.output.split("哪方面的工作？")[1].split("事项")[0]
    assert re.search(r"常写的：.*＿＿[\u4e00-\u9fff]", asked)


def test_one_more_that_was_wrong_is_undone(path: Path) -> None:
    run(path, "\n86\n云岭意见\n谈心8人次\nu\n家访6户\n\n")
    assert "      - 家访6户\n" in path.read_text(encoding="utf-8")
    assert "谈心8人次" not in path.read_text(encoding="utf-8")


def test_nothing_to_ask(path: Path) -> None:
    path.write_text("文种: 年度总结\n单位: {全称: 甲}\n做法: [{主题: 乙}]\n问题: [丙]\n打算: [丁]\n", encoding="utf-8")
    assert run(path, "").output.strip() == "没有空着的"


def test_other_faults_are_told_and_nothing_is_asked(path: Path) -> None:
    path.write_text(FACTS.replace("文种: ", "文种："), encoding="utf-8")
    done = run(path, "市水务局\n")
    assert isinstance(done.exception, Faults)
    assert "空着" not in done.output


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(path: Path, encoding: str, end: str) -> None:
    path.write_bytes(FACTS.replace("\n", end).encode(encoding))
    run(path, "市水务局\n86\n云岭意见\n")
    expected = FACTS.replace("待补}", "市水务局}", 1).replace("××人次", "86人次").replace("《××》", "《云岭意见》")
    assert path.read_bytes() == expected.replace("\n", end).encode(encoding)


def test_missing_keys_come_with_the_line_ends_of_the_file(path: Path) -> None:
    path.write_bytes(codecs.BOM_UTF8 + "文种: 年度总结\r\n做法: [{主题: 乙}]\r\n".encode())
    run(path, "云州市水务局\n丙\n\n丁\n")
    assert (
        path.read_bytes()
        == codecs.BOM_UTF8
        + ("文种: 年度总结\r\n单位:\r\n  全称: 云州市水务局\r\n做法: [{主题: 乙}]\r\n问题:\r\n  - 丙\r\n打算:\r\n  - 丁\r\n").encode()
    )


def test_a_file_changed_meanwhile_is_left_alone(path: Path) -> None:
    file = Written.read(path)
    path.write_bytes(FACTS.encode() + b"# \n")
    with pytest.raises(Faults, match="在别处改过"):
        file.rewritten(file.text.replace("××", "3"))
    assert path.read_bytes() == FACTS.encode() + b"# \n"


TEXTS = st.text(alphabet="甲乙 :\n\r×1#", max_size=30)


@given(TEXTS, TEXTS.map(lambda s: s.replace("\r", "")), st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
def test_what_is_read_back_is_what_was_written(old: str, new: str, encoding: str) -> None:
    old = re.sub("\r(?!\n)", "", old) + "甲乙" * 9
    file = Written.of(Path("f"), old.encode(encoding))
    assert file.text == old.replace("\r\n", "\n")
    assert file.changed(f"{new}甲乙").text == f"{new}甲乙"
    assert file.changed(f"{new}甲乙").changed(file.text).text == file.text


def test_an_interrupt_keeps_what_was_answered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["市水务局\n"])

    def at_terminal() -> str:
        line = next(typed, None)
        if line is None:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr("generator.cli.ask._typed", at_terminal)
    assert "填了 1 处" in run(path, "").output
    assert path.read_bytes() == FACTS.replace("待补}", "市水务局}", 1).encode()


@pytest.mark.skipif(sys.platform == "win32", reason="no pty")
def test_at_a_terminal(path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    env = {**os.environ, "PYTHONUTF8": "1", "TERM": "dumb"}
    command = [sys.executable, "-m", "generator", "ask", str(path)]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, close_fds=True, start_new_session=True)
    os.close(theirs)
    try:
        assert "简称怎么写？" in seen(ours, "> ")
        os.write(ours, "市水务局\n".encode())
        assert "参加党员①＿＿人次" in seen(ours, "> ")
        os.write(ours, b"\x04")
        assert "填了 1 处" in seen(ours, "还空着")
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert path.read_bytes() == FACTS.replace("待补}", "市水务局}", 1).encode()


def seen(terminal: int, until: str) -> str:
    """What the terminal shows, read until it has shown ``until`` or has been silent for long."""
    data = b""
    while until not in data.decode("utf-8", errors="ignore") and select.select([terminal], [], [], 8)[0]:
        try:
            data += os.read(terminal, 4096)
        except OSError:
            break
    return data.decode("utf-8", errors="ignore")


LAME = """\
文种: 年度总结
单位: {全称: 云州市水务局}
做法:
  - 主题: 监管
    事实:
      - 违章查处158起，严重的7起   # 待核
      - {做了: 疏导点新设, 数: 3, 量: 个}
      - 查处违章40起
      - "停车点新设2个"
问题: [甲]
打算: [乙]
"""


@pytest.fixture
def lame(tmp_path: Path) -> Path:
    file = tmp_path / "缺字.yaml"
    file.write_text(LAME, encoding="utf-8")
    return file


def _mended(file: Path, typed: str) -> Result:
    return CliRunner().invoke(nigao, ["ask", str(file), "--mend"], input=typed)


def test_a_note_is_written_as_proposed_or_in_the_clerks_own_words_and_nothing_else_changes(lame: Path) -> None:
    result = _mended(lame, "y\nn\ne 新设停车点2个、车位40个\n")
    assert result.exit_code == 0
    assert "→ 查处违章158起，严重的7起" in result.output
    told = LAME.replace("违章查处158起", "查处违章158起").replace('"停车点新设2个"', "新设停车点2个、车位40个")
    assert lame.read_text("utf-8") == told


def test_what_cannot_be_placed_is_said_and_nothing_is_written(lame: Path) -> None:
    result = _mended(lame, "n\ny\nn\n")
    assert "第 7 行" in result.output
    assert lame.read_text("utf-8") == LAME


def test_breaking_off_leaves_the_rest_alone(lame: Path) -> None:
    _mended(lame, "q\ny\ny\n")
    assert lame.read_text("utf-8") == LAME


def test_a_file_without_such_notes_is_told_so(path: Path) -> None:
    assert "没有缺字的句子" in _mended(path, "").output

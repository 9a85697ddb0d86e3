"""The curating commands as a person runs them: the ledger and the user's files keep every byte that was there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.append import appended
from generator.cli.main import nigao
from generator.problems import Faults

BANK = """\
# 由 nigao bank mine 从语料挖出
- {说法: 压实防汛责任, 类: 分句, 语步: 举措, 主题: 应急能力, 支持: 2, 次数: 3, 出处: ['云州:2'], 状态: 待审}
- {说法: 办好云岭讲堂, 类: 分句, 语步: 举措, 主题: 应急能力, 支持: 1, 次数: 1, 出处: ['云州:1'], 状态: 待审}
- {说法: '巡查水库{次数}次', 类: 句式, 性质: 事实, 主题: 应急能力, 支持: 2, 次数: 2, 出处: ['外地:9'], 状态: 待审}
"""
LEDGER = "# 我的决定\r\n\r\n- {说法: 旧的一条, 决定: 收}   # 别动\r\n- 说法:   另一条\r\n  决定: 不收"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "库").mkdir()
    (tmp_path / "库" / "分句.yaml").write_text(BANK, encoding="utf-8")
    return tmp_path


def run(*args: str, said: str = "") -> Result:
    return CliRunner().invoke(nigao, ["bank", *args], input=said)


def test_review_takes_every_decision_most_valuable_first(home: Path) -> None:
    done = run("review", "库", said="a\ne 巡查水库、泵站{次数}次\nr 只合本地\n")
    assert done.exit_code == 0, done.output
    assert (home / "库" / "审阅.yaml").read_text(encoding="utf-8").splitlines() == [
        "- {说法: 压实防汛责任, 类: 分句, 决定: 收}",
        "- {说法: '巡查水库{次数}次', 类: 句式, 决定: 改, 改成: '巡查水库、泵站{次数}次'}",
        "- {说法: 办好云岭讲堂, 类: 分句, 决定: 不收, 理由: 只合本地}",
    ]
    assert "1/3" in done.output
    assert "审了 3 条，还有 0 条" in done.output
    assert "没有待审的用语" in run("review", "库", said="q\n").output


@pytest.mark.usefixtures("home")
def test_put_off_comes_back_last_and_keys_may_be_chinese() -> None:
    run("review", "库", said="再\n退\n")
    shown = run("review", "库", "--table").output
    assert shown.index("办好云岭讲堂") < shown.index("压实防汛责任")
    assert "待审 3 条" in shown


def test_undo_puts_back_the_very_bytes(home: Path) -> None:
    path = home / "库" / "审阅.yaml"
    run("review", "库", said="a\nu\nq\n")
    assert not path.exists()
    path.write_bytes(LEDGER.encode())
    assert "没有可撤销的" in run("review", "库", said="u\nq\n").output
    run("review", "库", said="a\nr\nu\nu\nq\n")
    assert path.read_bytes() == LEDGER.encode()
    run("review", "库", said="a\n")
    assert path.read_bytes() == f"{LEDGER}\r\n- {{说法: 压实防汛责任, 类: 分句, 决定: 收}}\r\n".encode()


def test_examples_in_context_where_the_report_is_found(home: Path) -> None:
    (home / "语料").mkdir()
    (home / "语料" / "云州.txt").write_text("第一行\n汛前全面动员，压实防汛责任，备足物资。\n", encoding="utf-8")
    shown = run("review", "库", "--corpus", "语料", "--kind", "分句", said="q\n").output
    assert "云州:2　汛前全面动员，压实防汛责任，备足物资。" in shown
    assert "云州 第 2 行" in shown


@pytest.mark.usefixtures("home")
def test_decisions_reach_drafting_without_mining_anew() -> None:
    run("review", "库", said="a\nr\n")
    assert "巡查水库" not in run("search", "巡查水库", "--bank", "库").output
    assert "已收" in run("search", "压实防汛责任", "--bank", "库").output or "支持2" in run("search", "压实防汛责任", "--bank", "库").output


def test_a_broken_ledger_is_told_and_left_alone(home: Path) -> None:
    path = home / "库" / "审阅.yaml"
    path.write_text("说法: 甲\n决定: 收\n", encoding="utf-8")
    done = run("review", "库", said="a\n")
    assert isinstance(done.exception, Faults)
    assert path.read_text(encoding="utf-8") == "说法: 甲\n决定: 收\n"


def test_add_proposes_and_appends(home: Path) -> None:
    own = home / "用语库" / "我的.yaml"
    own.parent.mkdir()
    own.write_text("# 我的用语\n- 守好云岭山水   # 好\n", encoding="utf-8")
    done = run("add", "召开库区碰头会12次，研究抢险方案30个。", "--topic", "应急能力")
    assert done.exit_code == 0, done.output
    assert "有待填的事实" in done.output
    before, row = own.read_text(encoding="utf-8").rsplit("\n- ", 1)
    assert before == "# 我的用语\n- 守好云岭山水   # 好"
    assert "召开库区碰头会{次数}次，研究抢险方案{个数}个" in row
    assert "主题: 应急能力" in row
    twice = run("add", "召开库区碰头会9次，研究抢险方案3个")
    assert isinstance(twice.exception, Faults)
    assert [(p.place.line, p.code) for p in twice.exception.problems] == [(3, "duplicate")]
    assert isinstance(run("add", "守好云岭山水", "--topic", "应急本领").exception, Faults)
    assert run("lint").exit_code == 0


def test_lint_exits_1_with_places(home: Path) -> None:
    (home / "库" / "我的.yaml").write_text("- 坚持“守土有责\n", encoding="utf-8")
    done = run("lint", "库")
    assert done.exit_code == 1
    assert f"{Path('库') / '我的.yaml'}:1:3: 注意：“”没有配对" in done.output
    assert run("lint", "库", "--as-of", "去年").exit_code == 2


def test_search_stats_diff(home: Path) -> None:
    assert "【云岭】大" not in run("search", "云岭", "讲唐堂", "--bank", "库").output
    assert "办好【云岭讲堂】" in run("search", "云岭讲塘", "--bank", "库").output
    assert "没有找到" in run("search", "云岭天气", "--topic", "应急能力").output
    assert run("search").exit_code == 2
    assert "应急能力" in run("stats", "库").output
    (home / "新库").mkdir()
    (home / "新库" / "分句.yaml").write_text(BANK.replace("办好云岭讲堂", "办好青石讲堂"), encoding="utf-8")
    assert "多 1 条，少 1 条，改 0 条" in run("diff", "库", "新库").output


@pytest.mark.usefixtures("home")
def test_tables_fit_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.chinese.width import columns

    monkeypatch.setenv("COLUMNS", "60")
    assert max(columns(line) for line in run("review", "库", "--table").output.splitlines()) <= 60


FILES = st.lists(st.sampled_from(["# 注\n", "\n", "- 甲\n", "- {说法: 乙}  # 丙\n"]), max_size=6).map("".join)


@given(FILES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.booleans(), st.booleans())
def test_what_stands_there_stays_byte_for_byte(text: str, codec: str, crlf: bool, cut: bool) -> None:
    text = text.replace("\n", "\r\n") if crlf else text
    data = (text.rstrip("\r\n") if cut else text).encode(codec) if text else b""
    after = appended("我的.yaml", data, "- 丁\n")
    assert after.startswith(data)
    assert after.decode(codec if data else "utf-8").splitlines()[-1] == "- 丁"


def test_indented_lists_are_continued_and_others_refused() -> None:
    assert appended("甲", "  - 甲\n".encode(), "- 乙\n").decode() == "  - 甲\n  - 乙\n"
    for text in ("[甲, 乙]\n", "甲: 乙\n"):
        with pytest.raises(Faults):
            appended("甲", text.encode(), "- 乙\n")

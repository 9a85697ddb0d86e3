"""``nigao ask`` where the file knows last year: what it shows, takes again, and sets aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import nigao
from generator.facts.remembered import between

FACTS = """\
文种: 年度总结
单位: {全称: 云州市物候局}
做法:
  - 小标题: 抓实学习
    去年: [去年的总领]
    要点:
      - 事项: 待补
        去年: [领导带头学]
        事实:
          - {做了: 集中学习, 数: 待补, 量: 次, 去年: 12}  # 去年第 5 行
          - {做了: 学习《待补》待补次, 去年: 学习《意见》4次}
          - {做了: 待补, 去年: 举办培训班}
          - 待补
问题:
  - 表现: 待补
    去年: [力量不足。人手紧。]
打算:
  - 举措: [待补]
    去年: [配强力量]
  - 加强培训
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "表.yaml"
    file.write_text(FACTS, encoding="utf-8")
    return file


def run(path: Path, said: str) -> Result:
    return CliRunner().invoke(nigao, ["ask", str(path)], input=said)


def test_last_year_is_shown_with_each_question(path: Path) -> None:
    said = run(path, "").output + run(path, "\n" * 9).output
    assert "= 和去年一样　- 今年没有" in said
    shown = [line.removeprefix("  去年：") for line in said.splitlines() if line.startswith("  去年：")]
    assert shown[1:] == ["领导带头学", "12次", "学习《意见》4次", "学习《意见》4次", "举办培训班", "领导带头学", "力量不足。人手紧。", "配强力量"]
    assert "集中学习＿＿次（填数，如 12；去年第 5 行）\n  去年：12次\n" in said


def test_as_last_year(path: Path) -> None:
    run(path, "抓实学习\n=\n=\n＝\n=\n\n\n\n\n=\n\n=\n")
    text = path.read_text(encoding="utf-8")
    assert "集中学习, 数: 12, 量" in text
    assert "{做了: 学习《意见》4次, 去年" in text
    assert "{做了: 举办培训班, 去年" in text
    assert "  - 表现: 力量不足。人手紧。\n" in text
    assert "  - 举措: [配强力量]\n" in text


def test_what_cannot_be_taken_again_is_said(path: Path) -> None:
    done = run(path, "=\n抓实学习\n")
    assert "去年的在这里照用不了，请自己填" in done.output
    assert "事项: 抓实学习" in path.read_text(encoding="utf-8")


def test_what_this_year_has_not_goes_behind_a_mark_and_comes_back(path: Path) -> None:
    done = run(path, "\n-\n-\n")
    text = path.read_text(encoding="utf-8")
    assert "          # - {做了: 集中学习, 数: 待补, 量: 次, 去年: 12}  # 去年第 5 行\n          # - {做了: 学习《待补》待补次" in text
    assert "填了 0 处，今年没有的 2 条放到了“# ”后面" in done.output
    run(path, "\n-\nu\n")
    assert path.read_text(encoding="utf-8") == text
    assert text.replace("# - {", "- {") == FACTS


def test_a_whole_point_or_plan_is_set_aside_with_all_its_lines(path: Path) -> None:
    run(path, "\n" * 7 + "-\n")
    text = path.read_text(encoding="utf-8")
    assert text == FACTS.replace("  - 举措: [待补]\n    去年: [配强力量]\n", "  ## - 举措: [待补]\n    ## 去年: [配强力量]\n")


def test_a_point_of_which_nothing_is_left_goes_with_its_last_fact(path: Path) -> None:
    whole = path.read_text(encoding="utf-8").replace("事项: 待补", "事项: 领导带头学")
    path.write_text(whole.replace("问题:\n", "  - {主题: 服务群众, 事实: [走访12户]}\n问题:\n"), encoding="utf-8")
    run(path, "-\n-\n-\n-\n")
    text = path.read_text(encoding="utf-8")
    assert "  ## - 小标题: 抓实学习" in text
    assert "      ## - 事项: 领导带头学" in text
    assert [line for line in text.splitlines() if "集中学习" in line] == ["          # - {做了: 集中学习, 数: 待补, 量: 次, 去年: 12}  # 去年第 5 行"]
    assert "  - {主题: 服务群众" in text


def test_none_of_what_is_not_there_is_as_good_as_nothing(path: Path) -> None:
    path.write_text("文种: 年度总结\n单位: {全称: 云州市物候局}\n做法: [{主题: 学习, 事实: [学习3次]}]\n打算: [乙]\n", encoding="utf-8")
    done = run(path, "-\n" * 9)
    assert "没有动" not in done.output
    assert "第 1 个问题 › 表现" in done.output


def test_the_last_of_its_kind_is_not_set_aside_where_the_file_would_not_load(path: Path) -> None:
    path.write_text("文种: 年度总结\n单位: {全称: 云州市物候局}\n做法: [{主题: 学习, 事实: [待补]}]\n问题: [甲]\n打算: [乙]\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    done = run(path, "-\n")
    assert "这一处不是单独的一条，没有动；按回车先留着，或在文件第 3 行改" in done.output
    assert path.read_text(encoding="utf-8") == before


_words = st.text("学习走访、次", max_size=4)


@given(
    _words,
    st.lists(st.tuples(st.text("学习12、次", min_size=1, max_size=3), st.text("学习走访、次", min_size=1, max_size=4)), min_size=1, max_size=6),
)
def test_what_stands_between_words_put_back_gives_the_text(first: str, rest: list[tuple[str, str]]) -> None:
    text = first + "".join(filling + words for filling, words in rest)
    pieces = [first, *(words for _, words in rest)]
    found = between(pieces, text)
    assert not found or first + "".join(f + words for f, words in zip(found, pieces[1:], strict=True)) == text
    assert between([first, *pieces[1:-1], pieces[-1] + "河"], text) == ()


def test_many_blanks_that_do_not_fit_are_told_in_time() -> None:
    assert between(["、"] * 400, "1、" * 4000 + "河") == ()


def test_the_lines_of_a_whole_entry_are_not_offered_one_by_one(path: Path) -> None:
    """A fact of a point that was set aside would belong to the point before it."""
    head = "文种: 年度总结\n单位: {全称: 云州市物候局}\n做法:\n  - 主题: 学习\n    要点:\n      - {事项: 学习, 事实: [学习6次]}\n"
    aside = "      ## - 事项: 走访\n        ## 事实:\n          ## - {做了: 走访, 数: 待补, 量: 家}\n"
    path.write_text(f"{head}{aside}问题: [甲]\n打算: [乙]\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    CliRunner().invoke(nigao, ["ask", str(path), "--usual"], input="7\n")
    assert path.read_text(encoding="utf-8") == before

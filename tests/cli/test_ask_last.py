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


def test_a_point_is_asked_in_one_go_with_last_years_values_in_their_places(path: Path) -> None:
    said = run(path, "").output
    assert "空着 8 处，合成 3 问" in said
    assert "= 和去年一样　- 今年没有　+ 再加一条" in said
    assert [line for line in said.splitlines() if line.startswith("  ") and "第" not in line] == [
        "  ①＿＿（这一点抓了什么事？）　去年：领导带头学",
        "  集中学习②【12】次",
        "  学习《③【意见】》④【4】次",
        "  ⑤【举办培训班】",
        "  ⑥＿＿（做了什么，多少？）　去年：领导带头学",
    ]


def test_one_line_answers_a_point(path: Path) -> None:
    done = run(path, "抓实学习 15 办法 = 举办培训班2期 -\n\n\n=\n")
    text = path.read_text(encoding="utf-8")
    assert "事项: 抓实学习" in text
    assert "集中学习, 数: 15, 量" in text
    assert "{做了: 学习《办法》4次, 去年" in text
    assert "{做了: 举办培训班2期, 去年" in text
    assert "          # - 待补" in text
    assert "  √ 集中学习15次\n  √ 学习《办法》4次" in done.output
    assert "  - 表现: 力量不足。人手紧。\n" in text


def test_fewer_answers_are_for_the_first_and_the_rest_is_asked_again(path: Path) -> None:
    done = run(path, "抓实学习 15\n. 6\n")
    assert "  学习《①【意见】》②【4】次" in done.output
    text = path.read_text(encoding="utf-8")
    assert "集中学习, 数: 15, 量" in text
    assert "学习《待补》6次" in text


def test_figures_may_be_parted_by_commas(path: Path) -> None:
    run(path, ".、15，。；6\n")
    text = path.read_text(encoding="utf-8")
    assert "集中学习, 数: 15, 量" in text
    assert "学习《待补》6次" in text


def test_more_answers_than_asked_for_write_nothing(path: Path) -> None:
    done = run(path, "1 2 3 4 5 6 7\n")
    assert "这里只有 6 处，给了 7 个答案，没有写" in done.output
    assert path.read_text(encoding="utf-8") == FACTS


def test_an_answer_that_looks_wrong_writes_nothing_until_it_is_given_again(path: Path) -> None:
    done = run(path, ". 15 办法 若干\n")
    assert "④ “次”前面要填数" in done.output
    assert path.read_text(encoding="utf-8") == FACTS
    run(path, ". 15 办法 若干\n. 15 办法 若干\n")
    assert "学习《办法》若干次" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("answers", "told"), [(". 15,办法,6 . .", "② “次”前面只填一个数"), (". 15 办法 6 无", "⑤ “无”会照样印出来；今年没有的写 -")])
def test_what_would_be_printed_as_no_number_or_as_nothing_is_asked_again(path: Path, answers: str, told: str) -> None:
    done = run(path, f"{answers}\n")
    assert told in done.output
    assert path.read_text(encoding="utf-8") == FACTS


def test_one_sign_is_for_all_that_is_asked(path: Path) -> None:
    done = run(path, "=\n")
    text = path.read_text(encoding="utf-8")
    assert "集中学习, 数: 12, 量" in text
    assert "{做了: 学习《意见》4次, 去年" in text
    assert "{做了: 举办培训班, 去年" in text
    assert "① 去年的在这里照用不了，请自己填" in done.output
    assert "填了 4 处" in done.output


def test_what_cannot_be_taken_again_is_said(path: Path) -> None:
    done = run(path, "= 15\n")
    assert "① 去年的在这里照用不了，请自己填" in done.output
    assert path.read_text(encoding="utf-8") == FACTS


def test_a_date_of_last_years_is_not_taken_over_with_its_sentence(path: Path) -> None:
    dated = FACTS.replace("去年: 举办培训班}", "去年: 3月5日举办培训班}").replace("[配强力量]", "[2025年6月配强力量]")
    path.write_text(dated, encoding="utf-8")
    done = run(path, "=\n" + "\n" * 4 + "=\n")
    assert "⑤ 去年的话里有“3月5日”，请写今年的" in done.output
    assert "去年的话里有“2025年6月”，请写今年的" in done.output
    text = path.read_text(encoding="utf-8")
    assert "{做了: 待补, 去年: 3月5日" in text
    assert "举措: [待补]" in text


def test_one_more_fact_is_added_to_the_point(path: Path) -> None:
    run(path, "+讲党课3场\n+ 家访6户\n")
    text = path.read_text(encoding="utf-8")
    assert "          - 待补\n          - 讲党课3场\n          - 家访6户\n问题:" in text


def test_a_line_is_undone_as_a_whole(path: Path) -> None:
    run(path, "抓实学习 15 - - - -\nu\n")
    assert path.read_text(encoding="utf-8") == FACTS


def test_an_answer_whose_entry_goes_aside_is_told_and_not_counted(path: Path) -> None:
    done = run(path, "抓实学习 - - - - -\n")
    assert "“抓实学习”没有写" in done.output
    assert "√ 抓实学习" not in done.output


def test_what_stays_open_stays_so_though_what_stands_before_it_goes(path: Path) -> None:
    done = run(path, ". - . . . 家访6户\n")
    assert "做法" not in done.output.split("√")[1].partition("还抓了")[2].partition("填了")[0]  # nothing of the point is asked again
    assert "- 家访6户" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("done", "said", "left"),
    [
        ("举办培训班待补期、培训待补人", "3 -", "举办培训班3期"),
        ("新建泵站待补座，改造管网待补公里", "- 6", "改造管网6公里"),
        ("'新建: 泵站待补座、改造管网待补公里'", "2 -", "'新建: 泵站2座'"),
        ("收到推荐待补条、留言待补条、来信待补封", "3 - 5", "收到推荐3条、来信5封"),
        ("待补以来举办读书班待补天", "- 7", "举办读书班7天"),
        ("待补，召开动员会待补场", "- 3", "召开动员会3场"),
        ("待补个支部开展学习待补次", "- 3", "待补个支部开展学习3次"),
        ("走访党员待补名、群众待补户", "- 6", "走访党员待补名、群众6户"),
        ("走访党员待补名、慰问群众待补户、企业待补家", "1 - 3", "走访党员1名、慰问群众待补户、企业3家"),
        ("审批由待补步优化为待补步", "3 -", "审批由3步优化为待补步"),
        ("分别走访党员待补名、群众待补户", "3 -", "分别走访党员3名、群众待补户"),
        ("接件待补件、并办结待补件", "3 -", "接件3件、并办结待补件"),
    ],
)
def test_half_a_sentence_is_struck_out_where_the_rest_stands(path: Path, done: str, said: str, left: str) -> None:
    text = FACTS.replace("学习《待补》待补次, 去年: 学习《意见》4次", f"{done}, 去年: 去年做过")
    path.write_text(text, encoding="utf-8")
    told = run(path, f". . {said}\n")
    assert path.read_text(encoding="utf-8") == text.replace(done, left)
    assert ("去掉这半句，剩下的读不通，没有动" in told.output) is ("待补" in left)
    assert ("去掉了 1 个半句" in told.output) is ("待补" not in left)


def test_what_was_filled_in_is_not_lost_with_what_this_year_has_not(path: Path) -> None:
    text = FACTS.replace("学习《待补》待补次, 去年: 学习《意见》4次", "举办培训班3期、培训待补人, 去年: 举办培训班1期、培训42人")
    path.write_text(text, encoding="utf-8")
    run(path, ". . -\n")
    assert "{做了: 举办培训班3期, 去年: 举办培训班1期、培训42人}" in path.read_text(encoding="utf-8")


def test_half_a_sentence_struck_out_leaves_the_others_where_they_are(path: Path) -> None:
    text = FACTS.replace("学习《待补》待补次, 去年: 学习《意见》4次", "举办培训班3期、培训待补人, 去年: 举办培训班1期、培训42人")
    path.write_text(text, encoding="utf-8")
    asked_next = run(path, ". . - . .\n").output.split("【举办培训班】")[1]
    assert "做法" not in asked_next.partition("填了")[0]  # what was left open is not asked again


def test_the_blanks_of_a_head_that_are_all_to_go_are_answered_for(path: Path) -> None:
    facts, _, rest = FACTS.partition("        事实:")
    text = facts.replace("事项: 待补", "事项: 抓待补、促待补") + "        事实: [集中学习3次]\n" + rest[rest.index("问题:") :]
    path.write_text(text, encoding="utf-8")
    done = run(path, "-\n")
    assert "小标题不能单独去掉：整个要点没有的，在文件第 7 行改" in done.output
    assert path.read_text(encoding="utf-8") == text


def test_what_this_year_has_not_goes_behind_a_mark_and_comes_back(path: Path) -> None:
    done = run(path, ". - - -\n")
    text = path.read_text(encoding="utf-8")
    assert "          # - {做了: 集中学习, 数: 待补, 量: 次, 去年: 12}  # 去年第 5 行\n          # - {做了: 学习《待补》待补次" in text
    assert "填了 0 处，今年没有的 2 条放到了“# ”后面" in done.output
    run(path, ". . . . -\nu\n")
    assert text.replace("# - {", "- {") == FACTS


def test_a_head_alone_is_not_set_aside_where_its_facts_are_given(path: Path) -> None:
    done = run(path, "- 15\n")
    assert "① 小标题不能单独去掉：整个要点没有的，几处都写 -" in done.output
    assert path.read_text(encoding="utf-8") == FACTS.replace("集中学习, 数: 待补", "集中学习, 数: 15")


def test_a_whole_plan_is_set_aside_with_all_its_lines(path: Path) -> None:
    run(path, "\n\n-\n")
    text = path.read_text(encoding="utf-8")
    assert text == FACTS.replace("  - 举措: [待补]\n    去年: [配强力量]\n", "  ## - 举措: [待补]\n    ## 去年: [配强力量]\n")


def test_a_point_of_which_nothing_is_left_goes_with_its_facts(path: Path) -> None:
    whole = path.read_text(encoding="utf-8").replace("事项: 待补", "事项: 领导带头学")
    path.write_text(whole.replace("问题:\n", "  - {主题: 服务群众, 事实: [走访12户]}\n问题:\n"), encoding="utf-8")
    run(path, "-\n")
    text = path.read_text(encoding="utf-8")
    assert "  ## - 小标题: 抓实学习" in text
    assert "      ## - 事项: 领导带头学" in text
    assert all("# -" in line for line in text.splitlines() if "集中学习" in line or "举办培训班" in line)
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


def test_what_only_sounds_like_formula_is_offered_and_passed_over(path: Path) -> None:
    row = "          # - {做了: 待补, 去年: 推动泵站共管}  # 去年第 5 行，像套话\n"
    path.write_text(FACTS.replace("          - 待补\n", f"          - 待补\n{row}"), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    done = CliRunner().invoke(nigao, ["ask", str(path), "--usual"], input="\n-\n\n\n\n")
    assert done.output.count("推动泵站共管") == 1
    assert path.read_text(encoding="utf-8") == before
    CliRunner().invoke(nigao, ["ask", str(path), "--usual"], input="\n=\n")
    assert "          - {做了: 推动泵站共管, 去年: 推动泵站共管}" in path.read_text(encoding="utf-8")

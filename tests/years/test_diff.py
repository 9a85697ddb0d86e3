"""Two facts files side by side: sums against Python's own, pairs by what is counted and not by position, an annex that loads and prints."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.chinese.width import columns
from generator.cli.main import nigao
from generator.facts.load import load_facts
from generator.problems import Faults, Source
from generator.yamlfile import dump
from generator.years.change import Change, Compared, Course, compared, signed, signed_per_cent
from generator.years.counting import Year, counted_in, year
from generator.years.figure import figure
from generator.years.table import as_annex, as_json, as_markdown, as_text, title
from tests.compose.made import files
from tests.conftest import EXAMPLES
from tests.running import invoked

LIGHT = ("开展", "组织", "举办", "召开")
HEAD = """\
文种: 年度总结
单位: {{全称: 云州市档案馆, 自称: 我馆}}
时段: {year}年
做法:
  - 主题: 支部建设
    要点:
      - 事项: 组织生活
        事实:
"""


def facts_file(when: int, *facts: str, more: str = "") -> str:
    return HEAD.format(year=when) + "".join(f"          - {fact}\n" for fact in facts) + more


def of(text: str) -> Year:
    return year(load_facts(Source("事实表.yaml", text)))


def beside(old: list[str], new: list[str]) -> Compared:
    return compared(of(facts_file(2030, *old)), of(facts_file(2031, *new)), LIGHT)


def told(found: Compared) -> list[tuple[str, str, str]]:
    return [(c.count.words, c.course, signed(c)) for c in found.changes]


CASES = [line for line in (Path(__file__).parent / "counts.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("case", CASES)
def test_what_a_sentence_counts(case: str) -> None:
    text, _, wanted = case.partition(" ⇒ ")
    assert "；".join(f"{c.words} {c.figure} {c.measure}" for c in counted_in(text)) == wanted.replace("/", "")


@pytest.mark.parametrize(
    ("said", "measure", "value", "hedged"),
    [("12", "次", 12, False), ("1,246", "件", 1246, False), ("约40", "名", 40, True), ("300余", "份", 300, True), ("近3.2万", "人次", 32000, True)],
)
def test_the_number_behind_a_hedge(said: str, measure: str, value: int, hedged: bool) -> None:
    found, bare = figure(said, measure)
    assert (found.value, found.hedged, found.text, bare) == (value, hedged, said, measure)


def test_a_scale_in_the_measure_is_one_of_the_number() -> None:
    assert figure("3.2", "万元")[0].value == figure("32000", "元")[0].value


@pytest.mark.parametrize("said", ["3—5", "若干", ""])
def test_what_is_no_one_number_has_no_value(said: str) -> None:
    assert figure(said, "次")[0].value is None


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=6))
def test_differences_are_those_of_the_numbers(numbers: list[tuple[int, int]]) -> None:
    names = "甲乙丙丁戊己"
    old, new = ([f"{{做了: 办理{names[n]}类事项, 数: {pair[side]}, 量: 件}}" for n, pair in enumerate(numbers)] for side in (0, 1))
    found = beside(old, new)
    assert [c.difference for c in found.changes] == [b - a for a, b in numbers]
    for (a, b), change in zip(numbers, found.changes, strict=True):
        assert change.course is (Course.SAME if a == b else Course.ROSE if b > a else Course.FELL)
        assert (change.per_cent is None) == (a == 0)
        assert a == 0 or change.per_cent is None or abs(change.per_cent - Decimal(100 * (b - a)) / a) <= Decimal("0.05")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_a_file_beside_itself_has_changed_in_nothing(path: Path) -> None:
    this = of(path.read_text(encoding="utf-8"))
    found = compared(this, this, LIGHT)
    assert len(found.changes) == len(this.counts)
    assert {c.course for c in found.changes} <= {Course.SAME, Course.OPEN, Course.UNSURE}
    assert not found.come
    assert not found.gone


@given(st.permutations(["召开支部党员大会24次", "讲党课15次", "走访老党员40名", "{做了: 撰写学习体会, 数: 38, 量: 篇}", "发展党员7名"]))
def test_facts_are_the_same_wherever_they_stand(order: list[str]) -> None:
    found = beside(["召开支部党员大会24次", "讲党课15次", "走访老党员40名", "{做了: 撰写学习体会, 数: 38, 量: 篇}", "发展党员7名"], order)
    assert {c.course for c in found.changes} == {Course.SAME}


def test_rises_falls_comes_and_goes() -> None:
    old = ["到丰河渡口开展主题党日11次", "{做了: 讲党课, 数: 15, 量: 次}", "发展党员7名", "满意度92.5%", "建成党员活动室"]
    new = ["到云岭水库、青石河泵站组织主题党日9次", "讲党课18次", "培训党员7名", "满意度95%", "第二党支部按期换届"]
    found = beside(old, new)
    assert told(found) == [
        ("到云岭水库、青石河泵站组织主题党日", "减", "-2"),
        ("讲党课", "增", "+3"),
        ("培训党员", "新增", ""),
        ("满意度", "增", "+2.5个百分点"),
        ("发展党员", "没有了", ""),
    ]
    assert ([t.words for t in found.come], [t.words for t in found.gone]) == (["第二党支部按期换届"], ["建成党员活动室"])


def test_persons_and_times_are_not_one_count() -> None:
    assert told(beside(["培训党员120人次"], ["培训党员90名"])) == [("培训党员", "没有比", "")]
    assert told(beside(["培训党员120人"], ["培训党员90名"])) == [("培训党员", "减", "-30")]


def test_hedges_and_scales_make_a_difference_about_so_many() -> None:
    found = beside(["培训约100人次", "投资9800万元", "发放1.2万册手册"], ["培训130人次", "投资1.2亿元", "发放1.5万册手册"])
    assert [(signed(c), signed_per_cent(c)) for c in found.changes] == [("约+30", "约+30%"), ("约+0.22亿", "约+22.4%"), ("+0.3万", "+25%")]


def test_two_figures_about_so_many_are_not_told_as_level() -> None:
    found = beside(["走访约300户", "培训约40名", "发放手册300册"], ["走访300余户", "培训约40名", "发放手册约300册"])
    assert [(c.count.words, c.course, signed(c), c.why_not) for c in found.changes] == [
        ("走访", "没有比", "", "是约数"),
        ("培训", "平", "0", ""),
        ("发放手册", "没有比", "", "是约数"),
    ]


PAIRS = [line.split(" | ") for line in (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("old", "new", "wanted"), PAIRS)
def test_what_is_a_pair_agrees_in_what_is_counted(old: str, new: str, wanted: str) -> None:
    courses = [c.course for c in beside(old.split("；"), new.split("；")).changes]
    pairs = sum(course not in (Course.CAME, Course.GONE) for course in courses)
    assert pairs == int(wanted)


def test_an_act_alone_is_known_by_what_stands_beside_it() -> None:
    """培训 of another 事项 is another training, unless the same is told there."""
    there = "      - 事项: {matter}\n        事实: [{facts}]\n"
    before = of(facts_file(2030, "讲党课3次", more=there.format(matter="培养年轻干部", facts="选派年轻干部5名, 培训320人次")))
    other = of(facts_file(2031, "讲党课3次", more=there.format(matter="规范党务培训", facts="举办党务骨干轮训2期, 培训300人次")))
    again = of(facts_file(2031, "讲党课3次", more=there.format(matter="用好年轻干部", facts="选派年轻干部6名, 培训300人次")))
    assert [told(compared(before, after, LIGHT))[-1] for after in (other, again)] == [("培训", "没有了", ""), ("培训", "减", "-20")]


def test_what_is_open_or_a_range_is_not_compared() -> None:
    found = beside(["{做了: 慰问, 数: 8, 量: 名}", "督查3次"], ["{做了: 慰问, 数: 待补, 量: 名}", "督查3—5次"])
    assert [c.course for c in found.changes] == [Course.OPEN, Course.UNSURE]


@pytest.mark.parametrize("width", [20, 60, 200])
def test_the_figures_stand_in_columns_whatever_the_words_are(width: int) -> None:
    long = "在很远很远的地方一次又一次地走访慰问困难党员和老党员"
    found = beside(["召开支部党员大会24次", f"{long}1246名"], ["召开支部党员大会807次", f"{long}93名"])
    rows = as_text(found, width).splitlines()
    for texts in (("2030年", "24", "1246"), ("2031年", "807", "93")):
        assert len({columns(row[: row.rindex(text) + len(text)]) for row, text in zip((rows[0], *rows[2:4]), texts, strict=True)}) == 1
    assert width < 200 or long in rows[3]


def test_the_annex_is_pasted_in_and_printed(tmp_path: Path) -> None:
    found = beside(["讲党课15次", "慰问8名"], ["讲党课18次", "{做了: 慰问, 数: 待补, 量: 名}"])
    path = tmp_path / "事实表.yaml"
    path.write_text(facts_file(2031, "讲党课18次", more=as_annex(found)), encoding="utf-8")
    printed = invoked("draft", str(path), "-o", "-").stdout
    assert f"附件：{title(found)}" in printed
    assert "讲党课｜次｜15｜18｜+3｜+20%" in printed
    assert "慰问｜名｜8｜〔待补〕｜｜" in printed


@pytest.mark.parametrize(("row", "code"), [("讲党课｜15", "cells"), ("讲党课｜15｜18｜3", "cells")])
def test_a_row_of_other_cells_than_its_head_is_a_fault(row: str, code: str) -> None:
    text = facts_file(2031, "讲党课18次", more=f"附件:\n  - 名称: 对照表\n    表格: |\n      项目｜去年｜今年\n      {row}\n")
    with pytest.raises(Faults) as raised:
        load_facts(Source("事实表.yaml", text))
    assert [(p.code, p.place.line) for p in raised.value.problems] == [(code, 14)]


def test_markdown_and_json_hold_what_the_table_holds() -> None:
    found = beside(["讲党课15次"], ["讲党课18次", "第二党支部按期换届"])
    assert "| 支部建设 | 讲党课 | 次 | 15 | 18 | +3 | +20% | 增 |" in as_markdown(found)
    plain = json.loads(as_json(found))
    assert [(c["counted"], c["old"], c["new"], c["course"]) for c in plain["changes"]] == [("讲党课", "15", "18", "增")]
    assert [t["words"] for t in plain["come"]] == ["第二党支部按期换届"]


def test_every_count_has_one_row() -> None:
    old, new = ([f"办理{c}类事项{n + side}件" for n, c in enumerate("甲乙丙丁戊己庚")] for side in (1, 2))
    changes: tuple[Change, ...] = beside(old, new[2:]).changes
    assert sum(c.old is not None for c in changes) == 7
    assert sum(c.new is not None for c in changes) == 5


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files, files)
def test_any_two_files_make_a_table(old: dict[str, object], new: dict[str, object]) -> None:
    before, after = of(dump(old)), of(dump(new))
    found = compared(before, after, LIGHT)
    assert sorted(c.old.path for c in found.changes if c.old) == sorted(c.path for c in before.counts)
    assert sorted(c.new.path for c in found.changes if c.new) == sorted(c.path for c in after.counts)
    assert all(c.old is None or c.new is None or c.difference is None or c.difference == -Change(c.new, c.old).difference for c in found.changes)  # type: ignore[operator]
    assert as_text(found, 80)
    assert as_markdown(found)
    loaded = of(facts_file(2031, "讲党课1次", more=as_annex(found))) if found.changes else None
    assert loaded is None or loaded.counts


# --- on the command line -----------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "去年.yaml", tmp_path / "今年.yaml"
    own = "附件: [{名称: 台账, 台账: 做法}]\n导语: 全年召开支部党员大会24次。\n"
    ends = "        成效: 培训党员50人次，其中新党员{}人次\n"
    old.write_text(facts_file(2031, "召开支部党员大会24次", "讲党课15次", more=ends.format(20) + own), encoding="utf-8")
    new.write_text(facts_file(2031, "召开支部党员大会26次", "讲党课15次", more=ends.format(60) + own), encoding="utf-8")
    return str(old), str(new)


def test_a_changed_fact_and_all_that_moved_or_stayed(two: tuple[str, str]) -> None:
    done = invoked("diff", *two, "--draft")
    assert done.exit_code == 1
    assert "第 9 行 做法[0].要点[0].事实[0]　召开支部党员大会[-24-]{+26+}次\n    正文　" in done.stdout
    assert re.search("    附件　.*台账 第1行\n", done.stdout)
    stayed = done.stdout.partition("没有跟着变的 3 处")[2]
    assert re.search("导语　第.句　还写着“召开支部党员大会”24次，事实表里现在是 26次（第 9 行）", stayed)
    assert "part-over-whole" in stayed
    assert "讲党课" not in done.stdout


def test_nothing_moved_where_nothing_changed(two: tuple[str, str]) -> None:
    old, _ = two
    assert (invoked("diff", old, old, "--draft").stdout, invoked("diff", old, old, "--draft").exit_code) == ("没有变化\n", 0)
    assert invoked("diff", old, old).exit_code == 0


def test_a_table_is_written_and_never_over_what_is_compared(two: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "同比.md"
    assert invoked("diff", *two, "-o", str(target)).exit_code == 1
    assert "召开支部党员大会" in target.read_text(encoding="utf-8")
    before = Path(two[1]).read_bytes()
    refused = CliRunner().invoke(nigao, ["diff", *two, "--format", "yaml", "-o", two[1], "--force"])
    assert isinstance(refused.exception, Faults)
    assert Path(two[1]).read_bytes() == before


def test_the_faults_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("去年.yaml", "今年.yaml"):
        (tmp_path / name).write_text(facts_file(2031, "讲党课15次", more="附键: 甲\n"), encoding="utf-8")
    done = invoked("diff", str(tmp_path / "去年.yaml"), str(tmp_path / "今年.yaml"))
    assert isinstance(done.exception, Faults)
    assert [Path(p.place.path).name for p in done.exception.problems] == ["今年.yaml", "去年.yaml"]


def test_one_file_beside_the_values_of_last_year_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "事实表.yaml"
    facts = ["{做了: 讲党课, 数: 18, 量: 次, 去年: 15}", "{做了: 组织学习12次、研讨待补次, 去年: 组织学习10次、研讨4次}"]
    facts.append('{做了: "走访{数}困难家庭", 数: 7, 量: 户, 去年: 近9}')
    path.write_text(facts_file(2031, *facts), encoding="utf-8")
    found = json.loads(invoked("diff", str(path), "--format", "json").stdout)
    rows = [(c["counted"], c["old"], c["new"], c["difference"]) for c in found["changes"]]
    assert rows == [("讲党课", "15", "18", "+3"), ("组织学习", "10", "12", "+2"), ("研讨", "4", "待补", ""), ("走访困难家庭", "近9", "7", "约-2")]
    assert invoked("diff", str(path), "--draft").exit_code == 2


@pytest.mark.parametrize("args", [("--draft", "--format", "md"), ("--draft", "-o", "x.md")])
def test_what_cannot_be_asked_for_is_a_mistake_of_usage(two: tuple[str, str], args: tuple[str, ...]) -> None:
    assert invoked("diff", *two, *args).exit_code == 2

"""A facts file against last year's plans and problems: what answers each, what the clerk decides, and that nothing else in the file changes."""

from __future__ import annotations

import json
import math
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.width import columns
from generator.cli import shelf
from generator.closure.near import Near
from generator.closure.owed import Owed, OwedKind
from generator.closure.reached import shortfalls, too_much, unfinished
from generator.closure.telling import side_by_side
from generator.closure.verdict import Outcome, Verdict
from generator.facts.gaps import Reading, reading
from generator.facts.load import load_facts
from generator.facts.model import Settled
from generator.facts.reread import Refused
from generator.facts.settle import PLANS, settled
from generator.problems import Faults, Source
from generator.report import plain
from tests.conftest import ROOT
from tests.running import invoked

LAST = """\
云州市档案馆2030年工作总结
2030年，云州市档案馆扎实推进各项工作。现将有关情况报告如下。
一、主要做法
（一）加强保管。巡查库房30次，开展消防演练1次。
（二）服务利用。接待查档群众420人次，编印档案汇编2册。
二、存在问题
（一）查档服务不够方便。外地群众查档要往返跑，预约渠道单一。
（二）年轻干部业务不熟。新进人员整理档案经验不足。
三、下一步打算
（一）改进查档服务。针对查档不便的问题，开通网上预约查档平台，推动群众少跑路。
（二）抓好数字化。完成婚姻档案数字化扫描，建设异地备份库房。
（三）办好展览。举办红色家书巡回展。
云州市档案馆
2030年12月20日
"""
FACTS = """\
文种: 年度总结
单位: {全称: 云州市档案馆, 自称: 我馆}
时段: 2031年
做法:
  - 主题: 服务利用   # 办公室报
    要点:
      - 事项: 查档服务
        事实:
          - 开通网上预约查档平台，受理预约310人次
          - {做了: 举办红色家书巡回展, 数: 待补, 量: 场}
问题:
  - 新进人员整理档案经验仍然不足
打算:
  - 完成婚姻档案数字化扫描
"""


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, str]:
    (tmp_path / "去年.txt").write_text(LAST, encoding="utf-8")
    (tmp_path / "事实表.yaml").write_text(FACTS, encoding="utf-8")
    return tmp_path / "事实表.yaml", str(tmp_path / "去年.txt")


def check(two: tuple[Path, str], *more: str, given: str = "") -> Result:
    return invoked("check", str(two[0]), "--last", two[1], *more, given=given)


def outcomes(two: tuple[Path, str]) -> dict[str, tuple[str, list[int]]]:
    found = json.loads(check(two, "--format", "json").stdout)
    return {f["text"]: (f["settled"] or f["outcome"], [a["line"] for a in f["answers"]]) for f in found}


def test_each_plan_and_problem_has_its_answer(two: tuple[Path, str]) -> None:
    assert outcomes(two) == {
        "开通网上预约查档平台": ("完成", [9]),
        "完成婚姻档案数字化扫描": ("继续", [14]),
        "建设异地备份库房": ("未提", []),
        "举办红色家书巡回展": ("等着填", [10]),
        "查档服务不够方便": ("有回应", [7]),
        "年轻干部业务不熟": ("又提到", [12]),
    }
    assert check(two).exit_code == 1


def test_a_problem_whose_plan_is_still_to_be_filled_in_waits(two: tuple[Path, str]) -> None:
    two[0].write_text(FACTS.replace("开通网上预约查档平台，受理预约310人次", "开通网上预约查档平台，受理预约待补人次"), encoding="utf-8")
    assert outcomes(two)["查档服务不够方便"] == ("等着填", [9])


def test_a_blank_that_was_filled_answers(two: tuple[Path, str]) -> None:
    two[0].write_text(FACTS.replace("待补", "6"), encoding="utf-8")
    assert outcomes(two)["举办红色家书巡回展"] == ("完成", [10])


@pytest.mark.parametrize(
    ("plan", "fact", "wanted"),
    [
        ("投资800万元", "建成智慧粮库1座，投资780万元", ["打算800万元，今年780万元"]),
        ("投资800万元", "投资0.078亿元", ["打算800万元，今年0.078亿元"]),
        ("投资800万元", "投资812万元", []),
        ("招录保管员3名", "招录保管员2名，培训保管员12名", ["打算3名，今年2名"]),
        ("改造仓房5间", "改造仓房5间", []),
        ("建成3个站点", "建成2个站点", ["打算3个，今年2个"]),
        ("参保率达到95%", "参保率93.2%", ["打算95%，今年93.2%"]),
        ("把漏损率控制在9%以内", "漏损率8.2%", []),
        ("培训干部300人", "选派干部12人", []),
        ("每季度检查1次", "检查4次", []),
        ("2026年底前建成", "2025年建成", []),
    ],
)
def test_a_figure_promised_and_not_reached_is_told_with_both(plan: str, fact: str, wanted: list[str]) -> None:
    assert list(map(str, shortfalls(plan, [fact]))) == wanted


def test_a_plan_that_promised_more_goes_on(two: tuple[Path, str]) -> None:
    last = Path(two[1])
    last.write_text(LAST.replace("举办红色家书巡回展", "举办红色家书巡回展8场"), encoding="utf-8")
    two[0].write_text(FACTS.replace("待补", "6"), encoding="utf-8")
    assert outcomes(two)["举办红色家书巡回展8场"] == ("继续", [10])
    assert "打算8场，今年6场" in check(two).stdout
    assert "打算8场，今年6场<br>第 10 行" in check(two, "--format", "md").stdout


def test_last_year_as_a_facts_file(two: tuple[Path, str], tmp_path: Path) -> None:
    last = tmp_path / "去年.yaml"
    last.write_text(FACTS.replace("2031", "2030").replace("打算:\n", "打算:\n  - 待补\n  - 举办红色家书巡回展\n"), encoding="utf-8")
    found = outcomes((two[0], str(last)))
    assert found["完成婚姻档案数字化扫描"] == ("继续", [14])
    assert found["举办红色家书巡回展"][0] == "等着填"
    assert len(found) == 3


class Cells(HTMLParser):
    """The cells of the tables of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def test_the_page_holds_every_one_of_them(two: tuple[Path, str], tmp_path: Path) -> None:
    target = tmp_path / "对照.html"
    assert check(two, "-o", str(target)).exit_code == 1
    parser = Cells()
    parser.feed(target.read_text(encoding="utf-8"))
    rows = [tuple(parser.cells[n : n + 2]) for n in range(0, len(parser.cells), 3)]
    assert rows == [(text, outcome) for text, (outcome, _) in outcomes(two).items()]
    assert "| 建设异地备份库房 | 未提 |" in check(two, "--format", "md").stdout


@given(st.text("档案库房查询，。“”AB12 ", max_size=60), st.integers(20, 120))
def test_no_row_is_wider_than_the_terminal(text: str, width: int) -> None:
    verdict = Verdict(Owed(OwedKind.PLAN, text, "", text, 1), Outcome.SILENT)
    rows = side_by_side(verdict, width)
    assert all(columns(row) <= max(width, 50) for row in rows)
    assert "".join(row.partition("│")[0].replace(Outcome.SILENT, "") for row in rows).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("name", ["年度总结", "述职报告", "街道"])
def test_a_facts_file_carries_on_all_that_its_own_draft_meant_to_do(name: str, tmp_path: Path) -> None:
    facts, draft = str(ROOT / "examples" / f"{name}.yaml"), str(tmp_path / "稿.docx")
    assert invoked("draft", facts, "-o", draft).exit_code == 0
    found = json.loads(invoked("check", facts, "--last", draft, "--format", "json").stdout)
    assert found
    assert [f["text"] for f in found if f["outcome"] == "未提"] == []
    lines = {a["line"] for f in found for a in f["answers"][:1]}
    own = load_facts(Source(name, Path(facts).read_text(encoding="utf-8")))
    assert {s.line for s in own.shortcomings} <= lines


_TEXTS = st.frozensets(st.sampled_from("甲乙丙丁戊己"), max_size=4)


@given(
    st.lists(_TEXTS, max_size=6), st.dictionaries(st.sampled_from("甲乙丙丁戊己庚"), st.sampled_from([1.0, 3.0]), max_size=4), st.floats(0.05, 0.9)
)
def test_what_is_looked_up_is_near_and_nothing_else_is(texts: list[frozenset[str]], told: dict[str, float], least: float) -> None:
    near = Near.of(texts)
    weigh = near.weigh
    shared = [sum(told[p] * weigh(p) for p in text & told.keys()) for text in texts]
    norms = [math.sqrt(sum(times * weigh(p) for p, times in told.items()) * sum(map(weigh, text))) for text in texts]
    likes = {n: s / norm for n, (s, norm) in enumerate(zip(shared, norms, strict=True)) if s}
    found = dict(near.like(told, least))
    assert all(found[n] == pytest.approx(likes[n]) for n in found)
    assert all(n in found for n, like in likes.items() if like > least + 1e-6)


# --- the clerk decides -------------------------------------------------------------------------------------------------------------------------


def test_what_is_decided_is_kept_and_neither_asked_nor_reported_again(two: tuple[Path, str]) -> None:
    done = check(two, "--decide", given="1\n2\n3\n\n1\nq\n")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, f"定了 4 条，已存进 {two[0]}")
    rows = [
        "上年打算:",
        "  - {打算: 开通网上预约查档平台, 结果: 完成, 见: 做法[0].要点[0].事实[0]}",
        "  - {打算: 完成婚姻档案数字化扫描, 结果: 继续, 见: 打算[0].举措[0]}",
        "  - {打算: 建设异地备份库房, 结果: 未提}",
        "上年问题:",
        "  - {问题: 查档服务不够方便, 结果: 解决, 见: 做法[0].要点[0]}",
    ]
    assert two[0].read_text(encoding="utf-8").replace("'", "") == FACTS + "\n".join(rows).replace("'", "") + "\n"
    text = check(two).stdout
    assert "去年的打算 4 条：等着填 1，已经定了 3" in text
    assert "异地备份" not in text
    again = check(two, "--decide", given="3\n3\n")
    assert "异地备份" not in again.stdout
    assert check(two).exit_code == 0
    assert check(two, "--decide").stdout == "都定过了，没有要问的\n"


def test_what_is_decided_is_never_printed(two: tuple[Path, str], tmp_path: Path) -> None:
    before = invoked("draft", str(two[0]), "-o", str(tmp_path / "前.md"))
    check(two, "--decide", given="1\n2\n3\n3\n1\n2\n")
    after = invoked("draft", str(two[0]), "-o", str(tmp_path / "后.md"))
    assert (tmp_path / "前.md").read_bytes() == (tmp_path / "后.md").read_bytes()
    assert before.stderr == after.stderr


@pytest.mark.parametrize(("codec", "end"), [("gb18030", "\r\n"), ("utf-8-sig", "\n"), ("utf-16", "\r\n")])
def test_encoding_and_line_ends_stay(two: tuple[Path, str], codec: str, end: str) -> None:
    before = FACTS.replace("\n", end).encode(codec)
    two[0].write_bytes(before)
    check(two, "--decide", given="1\nq\n")
    after = two[0].read_bytes()
    assert after.startswith(before)
    assert after.decode(codec).replace("'", "").endswith(f"见: 做法[0].要点[0].事实[0]}}{end}")


def read(source: Source) -> Reading:
    return reading(source, ("年度总结",), lambda _: None)


TEXTS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\\"), min_size=1, max_size=20)


PATHS = st.sampled_from(["做法[0].要点[0].事实[0]", "打算[0]", "问题[0]", ""])


@given(st.lists(st.tuples(TEXTS, PATHS), max_size=3))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    source = Source("事实表.yaml", FACTS)
    kept: list[str] = []
    for text, seen in rows:
        made = settled(source, PLANS, Settled(text, "继续", seen), read)
        if not isinstance(made, Refused):
            kept.append(text)
            source = Source(source.name, made)
    assert [s.text for s in load_facts(source).settled_plans] == kept


@pytest.mark.parametrize(
    "ends",
    [
        "上年打算:\n- {打算: 甲乙丙丁, 结果: 完成}\n\n# 末尾的话\n结语: 特此报告。\n",
        "上年打算:\n    - 打算: 甲乙丙丁\n      结果: 完成   # 已核\n结语: |\n  特此报告。\n\n  再见。\n",
        "上年打算:\n结语: 特此报告。",
    ],
)
def test_a_row_goes_to_the_end_of_its_list(ends: str) -> None:
    made = settled(Source("事实表.yaml", FACTS + ends), PLANS, Settled("戊己庚辛", "继续"), read)
    assert isinstance(made, str)
    assert [s.text for s in load_facts(Source("x", made)).settled_plans][-1] == "戊己庚辛"
    assert [line for line in made.split("\n") if "戊己庚辛" not in line] == (FACTS + ends).split("\n")


def test_a_list_in_brackets_is_left_alone() -> None:
    made = settled(Source("x", FACTS + "上年打算: [{打算: 甲乙, 结果: 完成}]\n"), PLANS, Settled("丙丁", "继续"), read)
    assert isinstance(made, Refused)
    assert "{打算: 丙丁, 结果: 继续}" in made.why


def test_words_that_are_keys_here_are_words_in_a_sentence() -> None:
    said = "{做了: 开展测评，结果：优秀，见：清单, 数: 3, 量: 次}"
    facts = load_facts(Source("x", FACTS.replace("开通网上预约查档平台，受理预约310人次", said)))
    assert plain(facts.practices[0].items[0].facts[0].done) == "开展测评，结果：优秀，见：清单"


def test_other_results_are_faults_with_the_nearest_one() -> None:
    with pytest.raises(Faults) as raised:
        load_facts(Source("x", FACTS + "上年打算:\n  - {打算: 甲乙, 结果: 已完成}\n  - {打算: 丙丁}\n"))
    assert [(p.code, p.place.line) for p in raised.value.problems] == [("unknown-value", 16), ("missing-key", 17)]


WORDS_ONCE = """\
上年打算:
  - {打算: 甲乙, 结果: 延续}
  - {打算: 丙丁, 结果: 不再提}
  - {打算: 戊己, 结果: 完成, 见: 开展活动3次}
上年问题:
  - {问题: 庚辛, 结果: 延续}
"""


def test_words_of_earlier_versions_are_told_the_new_ones() -> None:
    with pytest.raises(Faults) as raised:
        load_facts(Source("x", FACTS + WORDS_ONCE))
    assert [(p.place.line, p.hint.partition("（")[0]) for p in raised.value.problems] == [
        (16, "现在写“继续”"),
        (17, "现在写“未提”"),
        (18, "形如 做法[0].要点[1].事实[0]"),
        (20, "现在写“继续”"),
    ]


def test_a_path_is_told_by_its_words(two: tuple[Path, str]) -> None:
    done, gone = "{打算: 开通网上预约查档平台, 结果: 完成, 见: '做法[0].要点[0].事实[0]'}", "{打算: 建设异地备份库房, 结果: 继续, 见: '打算[7]'}"
    two[0].write_text(f"{FACTS}上年打算:\n  - {done}\n  - {gone}\n", encoding="utf-8")
    page = check(two, "--format", "md").stdout.replace("\u3000", " ")
    assert "| 开通网上预约查档平台 | 完成 | 第 9 行 开通网上预约查档平台，受理预约310人次 |" in page
    assert "| 建设异地备份库房 | 继续 | 打算" in page


# --- usage ---------------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args", [("-o", "对照.html"), ("--decide",), ("--last", "LAST", "--format", "sarif"), ("--last", "LAST", "--fix"), ("--last", "LAST", "--text")]
)
def test_usage(two: tuple[Path, str], args: tuple[str, ...]) -> None:
    assert invoked("check", str(two[0]), *(two[1] if a == "LAST" else a for a in args)).exit_code == 2


def test_a_facts_file_by_itself_is_told_to_be_sound_or_what_is_wrong_with_it(two: tuple[Path, str]) -> None:
    sound = invoked("check", str(two[0]))
    assert sound.exit_code == 0
    assert "填得没有错" in sound.output
    two[0].write_text(FACTS.replace("做法:", "做发:"), encoding="utf-8")
    wrong = invoked("check", str(two[0]))
    assert isinstance(wrong.exception, Faults)
    assert any("做发" in str(p) for p in wrong.exception.problems)


def test_to_decide_needs_a_facts_file(two: tuple[Path, str]) -> None:
    assert invoked("check", two[1], "--last", two[1], "--decide").exit_code == 2


def test_a_report_without_plans_is_said_to_have_none(two: tuple[Path, str], tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_text("云州市档案馆2030年工作总结\n一、主要做法\n巡查库房30次。\n", encoding="utf-8")
    done = check((two[0], str(tmp_path / "空.txt")))
    assert (done.exit_code, done.stdout) == (0, "去年的稿子里没有打算，也没有问题\n")


@pytest.mark.parametrize(
    ("plan", "fact", "outcome"),
    [
        ("每季度抽查乡镇财政所", "在2个乡镇财政所设置党建角", "未提"),
        ("每季度抽查乡镇财政所", "抽查乡镇财政所8个", "完成"),
        ("每季度抽查乡镇财政所", "对乡镇财政所检查8次", "完成"),
        ("制定村级服务站服务规范", "走访村级服务站62个", "未提"),
        ("制定村级服务站服务规范", "印发村级服务站服务规范", "完成"),
    ],
)
def test_another_act_on_the_same_thing_does_not_fulfil_a_plan(two: tuple[Path, str], plan: str, fact: str, outcome: str) -> None:
    Path(two[1]).write_text(LAST.replace("举办红色家书巡回展", plan), encoding="utf-8")
    two[0].write_text(FACTS.replace("{做了: 举办红色家书巡回展, 数: 待补, 量: 场}", fact), encoding="utf-8")
    assert outcomes(two)[plan][0] == outcome


@pytest.mark.parametrize(
    ("plan", "answer", "said"),
    [
        ("完成青石水厂二期主体工程", "青石水厂二期开工建设", "开工"),
        ("出台广告牌管理办法", "起草广告牌管理办法征求意见稿", "起草"),
        ("通过省级绿色机关验收", "申报省级绿色机关验收", "申报"),
        ("全面完成农村改厕", "完成农村改厕60%", "完成农村改厕60%"),
        ("举办职工运动会", "因汛情未举办职工运动会", "未举办"),
        ("推广电子病历", "暂缓推广电子病历", "暂缓"),
        ("力争投用游客中心", "游客中心正在装修", "正在"),
        ("启动老城区管网改造", "启动老城区管网改造", ""),
        ("申报省级文明单位", "申报省级文明单位并通过验收", ""),
        ("改造老旧小区12个", "改造老旧小区12个", ""),
        ("提高复工率", "企业开工率达98%", ""),
        ("改厕完成率达到90%", "完成改厕60%", ""),
    ],
)
def test_what_is_only_begun_is_not_done(plan: str, answer: str, said: str) -> None:
    assert unfinished(plan, answer, shelf.check_words().progress) == said


@pytest.mark.parametrize(
    ("plan", "answer", "told"),
    [
        ("将信访投诉率降到1%以下", "信访投诉率降到1.5%", "打算1%，今年1.5%"),
        ("办理时限压缩到3天以内", "办理时限压缩到5天", "打算3天，今年5天"),
        ("将信访投诉率降到1%以下", "信访投诉率降到0.8%", None),
        ("办理时限压缩到3天以内", "办理时限压缩到5小时", None),
        ("将投诉控制在20件以内", "办理投诉36件", None),
    ],
)
def test_what_was_to_be_less_and_is_more(plan: str, answer: str, told: str | None) -> None:
    short = too_much(plan, answer)
    assert (str(short) if short else None) == told


def test_a_plan_that_is_only_begun_goes_on(two: tuple[Path, str]) -> None:
    facts = FACTS.replace("开通网上预约查档平台，受理预约310人次", "起草网上预约查档平台建设方案，正在建设网上预约查档平台")
    two[0].write_text(facts, encoding="utf-8")
    told = check(two).output
    assert "还没有办成：起草" in told
    assert json.loads(check(two, "--format", "json").output)

"""``nigao new --from``: this year's facts file made of last year's report, held against it by plain search, not by the reader that made it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from generator.bank.bank import Bank
from generator.chinese.punctuation import clauses, sentences
from generator.cli import shelf
from generator.cli.main import nigao
from generator.cli.recalled import formula_of, recalled
from generator.cli.reports import Given
from generator.compose.draft import Draft, compose
from generator.compose.facts import with_quantity
from generator.facts.load import load_facts
from generator.facts.model import Facts, Item, Practice
from generator.printed import LineKind, lines
from generator.problems import Source
from generator.reading.text import read_text
from generator.recall.earlier import Sense, kept
from generator.recall.opened import Opener
from generator.recall.particulars import particulars
from generator.recall.past import past_of
from generator.recall.statements import Ear, known_among
from generator.recall.written import Recalled, written
from generator.render.word import docx_bytes
from generator.report import OriginKind, Role, plain
from tests.conftest import EXAMPLES, ROOT
from tests.running import faults_of

pytestmark = pytest.mark.usefixtures("home")

ARCHIVE = sorted((ROOT / "examples" / "往年报告").rglob("*.txt"))
SAMPLE = ARCHIVE[::24]
NOW = datetime(2026, 1, 5, tzinfo=UTC)
CASE = Path(__file__).with_name("new.md")
PERSONS = shelf.vocabulary().persons


def run(*args: str) -> Result:
    return CliRunner().invoke(nigao, ["new", *args])


def made(*args: str) -> tuple[str, Facts]:
    done = run("-o", "今年.yaml", *args)
    assert done.exit_code == 0, done.output
    return loaded(Path("今年.yaml").read_text(encoding="utf-8"))


def loaded(text: str) -> tuple[str, Facts]:
    return text, load_facts(Source("今年.yaml", text), shelf.kinds())


def test_a_report_and_the_file_made_of_it(home: Path) -> None:
    report, expected = re.findall(r"```(?:txt|yaml)\n(.*?)```", CASE.read_text(encoding="utf-8"), re.S)
    (home / "2024年总结.txt").write_text(report, encoding="utf-8")
    text, _ = made("--from", "2024年总结.txt")
    assert text == expected


_NAMES = re.compile(r"“[^”]*”|1\d{2,4}(?=热线|平台|工单|电话|诉求件)|\d+(?=周?岁)|[A-Za-z]+[\d.]+")


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_of_any_report_no_figure_is_printed_before_it_is_given(path: Path, bank: Bank) -> None:
    """The draft of a file just made prints the years of its title and period, and names; every figure of last year's is open."""
    text, facts = loaded(recalled([path], "", bank).text)
    draft = compose(facts, shelf.template(facts.kind), bank, seed=1)
    printed = _NAMES.sub("", "".join(line.text for line in lines(draft.report)))
    assert facts.period is not None
    assert set(re.findall(r"\d+", printed)) <= set(re.findall(r"\d+", plain(facts.title + facts.period.words)))
    assert text.count("去年: ") > 10


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_of_any_report_no_clause_is_lost_but_known_formula(path: Path, bank: Bank) -> None:
    """Every clause of the report's body stands in the file made of it, its value beside it or in its place; what the bank knows to be formula need
    not."""
    tree = yaml.safe_load(recalled([path], "", bank).text.replace("# - {", "- {"))
    kept_words = _bare("｜".join((*_remembered(tree), *_heads(tree))))
    known = formula_of(bank)
    body = [line.text for line in lines(Given(path).read()[0]) if line.kind is LineKind.BODY]
    said = [[clause for _, clause in clauses(sentence)] for text in body for _, sentence in sentences(text)]
    lost = [c for found in said for n, c in enumerate(found) if n not in known_among(found, known) and _bare(_unnumbered(c)) not in kept_words]
    assert lost == []


def _heads(part: object) -> list[str]:
    """The heads in a part of a facts file."""
    if isinstance(part, list):
        return [head for entry in part for head in _heads(entry)]
    if not isinstance(part, dict):
        return []
    return [*(str(part[key]) for key in ("小标题", "事项") if key in part), *(head for value in part.values() for head in _heads(value))]


def _unnumbered(clause: str) -> str:
    return re.sub(r"^[一二三四五六七八九十]+[是要]|^首先|^其次|^同时$|^（.）", "", clause)


# --- round trip --------------------------------------------------------------------------------------------------------------------------


def _named(facts: Facts) -> tuple[str, ...]:
    """The 文种 that the clerk's own title names."""
    return tuple(kind for kind in shelf.kinds() if kind in plain(facts.title))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_draft_recalled_gives_back_the_facts(path: Path, home: Path, bank: Bank) -> None:
    """Facts → draft as a Word file → facts: the same blocks, points, problems and plans in their order; every word of the clerk's in its block, as
    last year's; unit and period, a year on. The general 文种 has the title of the yearly one."""
    old_facts, _ = shelf.facts(path)
    draft = compose(old_facts, shelf.template(old_facts.kind), bank, seed=2)
    (home / "去年.docx").write_bytes(docx_bytes(draft.report, shelf.style("gbt9704"), created=NOW))
    text, back = loaded(recalled([home / "去年.docx"], "", bank).text)
    assert back.kind in (old_facts.kind, "年度总结", *_named(old_facts))
    assert plain(back.unit.full) == plain(old_facts.unit.full)
    assert back.period is not None
    assert old_facts.period is not None
    assert plain(back.period.words) == re.sub(r"20\d\d", lambda m: str(int(m[0]) + 1), plain(old_facts.period.words))
    assert [len(_matters(p)) for p in back.practices] == [len(_matters(p)) for p in old_facts.practices]
    besides = [i.topic for i in old_facts.intentions if not (i.measures or i.heading)]  # told behind another plan, and recalled with it
    assert len(back.shortcomings) == len(old_facts.shortcomings)
    assert len(old_facts.intentions) - len(besides) <= len(back.intentions) <= len(old_facts.intentions)
    assert [topic for topic in besides if topic not in text] == []
    for old, new in zip(old_facts.practices, _blocks(text), strict=True):
        for clause in _clauses(old):
            assert _told(clause, new), f"{clause} 不在 {new}"
    told = "".join(_blocks(text))
    assert len([clause for clause in _formula(draft) if clause in told]) <= 1
    for shortcoming, remembered in zip(old_facts.shortcomings, back.shortcomings, strict=True):
        assert all(_bare(c) in _bare("".join(remembered.last)) for _, c in clauses(plain(shortcoming.shows)))


def _formula(draft: Draft) -> list[str]:
    """What the draft added of its own to 做法, clause by clause; heads, which are kept, left out."""
    body = [line for line in lines(draft.report) if line.kind is LineKind.BODY and line.section is not None and Role.PRACTICE in line.section.roles]
    added = [i.text for line in body for i in line.inlines if i.origin is not None and i.origin.kind is OriginKind.PHRASE]
    return [clause for text in added for clause in re.split("[，。；]", text) if len(clause) >= 6]


def _matters(practice: Practice) -> list[Item]:
    return [item for item in practice.items if item.matter]


def _clauses(practice: Practice) -> list[str]:
    own = [w for i in practice.items for w in (*i.measures, *map(with_quantity, i.facts), i.result)]
    return [clause for words in own for clause in re.split("[，。；]", plain(words)) if clause]


def _blocks(text: str) -> list[str]:
    """What each 板块 says of last year, fact by fact: number and measure put back, by the file's own text."""
    tree = yaml.safe_load(text)
    return ["｜".join(_remembered(block)) for block in tree["做法"]]


def _remembered(part: object) -> list[str]:
    if isinstance(part, list):
        return [text for entry in part for text in _remembered(entry)]
    if not isinstance(part, dict):
        return []
    last = part.get("去年", "〔待补〕" if "数" in part else [])
    if "数" in part:
        done = part["做了"] if "{数}" in part["做了"] else part["做了"] + "{数}"
        return [done.replace("{数}", f"{last}{part['量']}")]
    return [*(last if isinstance(last, list) else [last]), *(text for key, value in part.items() if key != "去年" for text in _remembered(value))]


def _told(clause: str, block: str) -> bool:
    """Whether the clerk's words stand in one fact of the block in their order; a function word may have come between them (补字)."""
    supplied = r"(?:为|达|到|至|是|将|开展|组织|进行|推动|的)?"
    return re.search(supplied.join(map(re.escape, clause)), block) is not None


def _bare(text: str) -> str:
    return re.sub("[，。；]", "", text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_facts_file_recalled_keeps_what_is_no_value(path: Path, bank: Bank) -> None:
    """Last year's own facts file: topics, heads, points and who gives a fact are kept; each of its sentences is last year's, in its place."""
    old_facts, _ = shelf.facts(path)
    text, back = loaded(recalled([path], "", bank).text)
    assert (back.kind, back.length, plain(back.unit.full)) == (old_facts.kind, old_facts.length, plain(old_facts.unit.full))
    assert [p.topic for p in back.practices] == [p.topic for p in old_facts.practices]
    assert [len(_matters(p)) for p in back.practices] == [len(_matters(p)) for p in old_facts.practices]
    for old, new in zip(old_facts.practices, _blocks(text), strict=True):
        assert [clause for clause in _clauses(old) if "待补" not in clause and not _told(clause, new)] == []
    draft = compose(back, shelf.template(back.kind), bank, seed=1)
    printed = _NAMES.sub("", "".join(line.text for line in lines(draft.report)))
    moved_on = plain(back.title + (back.period.words if back.period else ()))
    assert set(re.findall(r"\d+", printed)) <= set(re.findall(r"\d+", moved_on))


_ODD = st.text(st.sampled_from("学习云岭一二12.,:;#-?*&!%@|>'\"{}[]（）［］｛｝：；，。《》“”〔待补〕×X_\\\t\u3000 年月次"), min_size=1, max_size=16)
_LINES = st.one_of(
    _ODD, _ODD.map("（一）{}".format), _ODD.map("一是{}".format), _ODD.map("二是{}".format), st.just("二、存在问题"), st.just("三、打算")
)


@given(st.lists(_LINES, max_size=12))
@example(["《[、1次"])
@example(["《[\u30001次"])
@example(["《{、1次", "学习\t#1次", "走访'x', 1家"])
@example(["（一）“做了”：1次", "（二）来源＝1次", "（三）时段∶-"])
def test_the_file_made_of_any_report_loads(said: list[str]) -> None:
    report, _ = read_text("往年", "\n".join(["云州市物候局2024年总结", "一、主要做法", *said]))
    past = past_of(report, Ear(shelf.vocabulary()))
    made = Recalled(past, kept(past, (), Sense(PERSONS)), particulars(report), "年度总结", (), ["往年.txt"])
    facts = load_facts(Source("今年.yaml", written(made, Opener(PERSONS, (), (2025, 1)), lambda _: "")))
    assert len(facts.practices) == max(1, len(past.practices))
    assert [len(s.last) for s in facts.shortcomings] == [1] * len(past.problems)


# --- several years ------------------------------------------------------------------------------------------------------------------------

_YEARS = {
    2022: "学习10次，举办读书班2期。二是走访企业。走访企业30家。",
    2023: "学习11次，开展集中整治4轮。二是走访企业。走访企业31家。",
    2024: "学习12次，新建活动室1间。二是走访企业。走访企业32家。三是编写史志。编写史志1部。",
}


def _report(year: int, said: str) -> str:
    block = f"（一）抓实党的建设。一是抓实理论学习。{said}"
    return f"云州市物候局{year}年工作总结\n一、主要做法\n{block}\n二、存在问题\n力量不足。\n三、下一步打算\n配强力量。\n"


def test_what_comes_every_year_is_asked_and_what_came_once_is_a_comment(home: Path) -> None:
    (home / "往年").mkdir()
    for year, said in _YEARS.items():
        (home / "往年" / f"{year}.txt").write_text(_report(year, said), encoding="utf-8")
    text, facts = made("--from", "往年")
    said = [plain(fact.done) for item in facts.practices[0].items for fact in item.facts]
    assert said == ["学习", "走访企业"]
    assert "          - {做了: 学习, 数: 待补, 量: 次, 去年: 12}  # 去年第 3 行；2023年 11、2022年 10\n" in text
    assert re.search(r"^ +# - \{做了: 新建活动室, 数: 待补, 量: 间, 去年: 1\} +# 去年第 3 行$", text, re.M)
    assert re.search(r"^ +# - \{做了: 开展集中整治, 数: 待补, 量: 轮\} +# 2023年写过：开展集中整治4轮$", text, re.M)
    assert re.search(r"^ +## - 事项: 编写史志 ", text, re.M)


def test_an_entry_put_to_use_loads(home: Path) -> None:
    test_what_comes_every_year_is_asked_and_what_came_once_is_a_comment(home)
    used = re.sub(r"^( +)##? ", r"\1", (home / "今年.yaml").read_text(encoding="utf-8"), flags=re.M)
    facts = load_facts(Source("今年.yaml", used))
    assert [plain(i.matter) for i in facts.practices[0].items] == ["抓实理论学习", "走访企业", "编写史志"]


def test_of_years_that_have_little_in_common_the_last_is_asked_and_the_rest_stands_by(home: Path) -> None:
    said = "；".join(f"{verb}{9 + n}次" for n, verb in enumerate(("植树", "巡林", "修路", "架桥", "清淤", "观鸟")))
    (home / "2023.txt").write_text(_report(2023, "学习11次。二是守林。捐赠图书3册。"), encoding="utf-8")
    (home / "2024.txt").write_text(_report(2024, f"学习12次。二是护林。{said}。"), encoding="utf-8")
    text, facts = made("--from", "2023.txt", "--from", "2024.txt")
    assert [len(item.facts) for item in facts.practices[0].items] == [1, 6]
    assert "去年第 3 行；2023年 11" in text
    assert "## - {做了: 捐赠图书, 数: 待补, 量: 册}  # 2023年写过：捐赠图书3册" in text


def test_values_in_words_and_names_of_any_year_are_open_where_they_could_be_printed(home: Path, bank: Bank) -> None:
    """Head, facts and plans of three years: old values stand in 去年 and behind # alone, also where what came once is put to use."""
    for year, said in {
        2022: "新建粮库三座。二是完成十二项改造。副局长王建国带队检查五次，举办第六届技能大赛。",
        2023: "新建粮库四座，印发滨粮〔2023〕14号文件。二是看望劳模张建国。慰问老党员李秀英，占百分之十二。",
        2024: "新建粮库五座，党员高度重视。二是走访企业。走访企业三十二家。",
    }.items():
        (home / f"{year}.txt").write_text(_report(year, said).replace("配强力量。", "（一）选派李志强驻村。配强十二名干部。"), encoding="utf-8")
    text = recalled([home / f"{year}.txt" for year in (2022, 2023, 2024)], "", bank).text
    assert "- {做了: 新建粮库, 数: 待补, 量: 座, 去年: 五}  # 去年第 3 行；2023年 四、2022年 三\n" in text
    used = re.sub(r"^( +)##? ", r"\1", text, flags=re.M)
    facts = load_facts(Source("今年.yaml", used), shelf.kinds())
    draft = compose(facts, shelf.template(facts.kind), bank, seed=1)
    printed = "".join(line.text for line in lines(draft.report))
    assert not re.search("[三四五]座|十二|王建国|张建国|李秀英|李志强|五次|第六届|14号|三十二", printed)
    assert "粮库" in printed


def test_a_year_may_be_a_facts_file(home: Path) -> None:
    (home / "2023.txt").write_text(_report(2023, _YEARS[2023]), encoding="utf-8")
    heads = "文种: 年度总结\n单位: {全称: 云州市物候局}\n时段: 2024年\n"
    fact = "{做了: 学习, 数: 12, 量: 次, 来源: 人事科}"
    (home / "2024.yaml").write_text(f"{heads}做法:\n  - 主题: 理论武装\n    事实:\n      - {fact}\n", encoding="utf-8")
    text, facts = made("--from", "2023.txt", "--from", "2024.yaml")
    assert facts.practices[0].topic == "理论武装"
    assert "- {做了: 学习, 数: 待补, 量: 次, 去年: 12, 来源: 人事科}  # 去年第 7 行；2023年 11\n" in text


def test_other_units_and_kinds_are_left_out_and_told(home: Path) -> None:
    (home / "甲.txt").write_text(_report(2024, "学习12次。"), encoding="utf-8")
    (home / "乙.txt").write_text(_report(2023, "学习11次。").replace("物候局", "气候局"), encoding="utf-8")
    (home / "丙.txt").write_text(_report(2023, "学习11次。").replace("工作总结", "述职报告"), encoding="utf-8")
    done = run("--from", "甲.txt", "--from", "乙.txt", "--from", "丙.txt")
    assert "照 甲.txt 写；不是同一个单位、同一文种的没有用：" in done.output
    assert {"乙.txt", "丙.txt"} <= set(re.findall(r".\.txt", done.output))


# --- what it is told and what it says -------------------------------------------------------------------------------------------------------


def test_kind_unit_and_period_move_on(home: Path) -> None:
    (home / "去年.txt").write_text(_report(2024, "我局学习12次，局党组研究3次，局党组检查2次。"), encoding="utf-8")
    _, facts = made("--from", "去年.txt")
    assert (facts.kind, plain(facts.unit.full), plain(facts.unit.self_name)) == ("年度总结", "云州市物候局", "我局")
    assert facts.period is not None
    assert (plain(facts.unit.party), plain(facts.period.words), plain(facts.title)) == ("局党组", "2025年", "云州市物候局2025年工作总结")


def test_a_wording_that_is_over_is_open_too(home: Path) -> None:
    (home / "去年.txt").write_text(_report(2022, "开展党史学习教育专题学习3次。"), encoding="utf-8")
    _, facts = made("--from", "去年.txt")
    [fact] = facts.practices[0].items[0].facts
    assert (plain(fact.done), fact.last) == ("开展〔待补〕专题学习〔待补〕次", "开展党史学习教育专题学习3次")


def test_the_kind_may_be_named(home: Path) -> None:
    (home / "去年.txt").write_text(_report(2024, "学习12次。"), encoding="utf-8")
    done = run("工作总结", "--from", "去年.txt")
    assert done.exit_code == 0
    assert Path("工作总结.yaml").read_text(encoding="utf-8").count("文种: 工作总结") == 1


def test_a_report_too_long_for_a_facts_file_is_told(home: Path) -> None:
    (home / "长.txt").write_text(_report(2024, "走访企业32家，" * 20_000), encoding="utf-8")
    assert "这份报告太长" in faults_of(run("--from", "长.txt"))


def test_faults_are_told(home: Path) -> None:
    (home / "散文.txt").write_text("山高水长。\n", encoding="utf-8")
    (home / "假.docx").write_bytes(b"no word file")
    assert "没有认出做法、问题、打算" in faults_of(run("--from", "散文.txt"))
    assert run("--from", "假.docx").exit_code != 0
    assert run("--from", "散文.txt", "--topics", "支部建设").exit_code == 2
    assert run().exit_code == 2
    assert not list(home.glob("*.yaml"))


def test_what_leads_on_to_points_is_remembered_and_asked_of_nobody(home: Path) -> None:
    lead = "改作风先看机关少了什么，再看站队得了什么。"
    (home / "去年.txt").write_text(
        f"云州市航标集团党委2025年工作总结\n2025年，集团党委学习12次。\n一、主要做法\n（一）转变作风\n{lead}\n一是精简会议。会议减少9个。\n二是改进文风。印发《要则》。\n"
        "二、下一步打算\n2026年，集团党委将做好以下工作：\n一是改善伙食。\n二是修订制度。\n云州市航标集团党委\n2025年12月20日\n",
        encoding="utf-8",
    )
    text, facts = made("--from", "去年.txt")
    assert not [item for item in facts.practices[0].items if not item.matter]
    assert "- 改作风先看机关少了什么" in text
    assert plain(facts.unit.self_name) == "集团党委"


BYLINE = """\
2024年度述职述廉报告
石桥县图书馆馆长　何　静
本人任馆长以来，认真履职。现述职如下：
一、履职情况
（一）抓借阅。接待读者21.6万人次，建成分馆3个、24小时书房2处。
二、存在问题
①古籍人才缺乏。②分馆利用率不高。
三、努力方向
推行通借通还。
2025年1月8日
"""


def recalled_of(text: str, home: Path) -> str:
    (home / "去年.txt").write_text(text, encoding="utf-8")
    result = run("--from", str(home / "去年.txt"), "-o", "-")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_who_reports_stands_below_the_title_and_points_are_circled(home: Path) -> None:
    told = recalled_of(BYLINE, home)
    assert "全称: 石桥县图书馆\n" in told
    assert "{姓名: 何静, 职务: 馆长}" in told
    assert "建成分馆待补个、24小时书房待补处" in told
    assert "- 古籍人才缺乏。" in told
    assert "- 分馆利用率不高。" in told


WITHOUT_HEADS = """\
云州市殡仪馆2024年党建工作总结
一年来，馆党支部取得了一定成效。一是抓学习。组织集中学习12次。二是抓服务。减免费用46.8万元。
存在的主要问题：一是学习形式单一；二是青年党员少。
下一步打算：一是开展现场教学；二是发展青年党员2名。
"""


def test_a_report_without_heads_keeps_its_problems_and_plans(home: Path) -> None:
    told = yaml.safe_load(recalled_of(WITHOUT_HEADS, home))
    points = [point["事项"] for point in told["做法"][0]["要点"]]
    assert points == ["抓学习", "抓服务"]
    assert [p["去年"] for p in told["问题"]] == [["学习形式单一"], ["青年党员少。"]]
    assert [p["去年"] for p in told["打算"]] == [["开展现场教学；"], ["发展青年党员2名。"]]
    assert "第 0 行" not in recalled_of(WITHOUT_HEADS, home)

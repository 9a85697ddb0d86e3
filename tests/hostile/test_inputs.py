"""Files made to do harm, or by accident beyond all use: told in Chinese, never a traceback, never more work than a report is worth."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import files, limits, yamlfile
from generator.bank.files import load_entries
from generator.bank.phrase import Layer
from generator.check.prose.check import check_prose
from generator.check.prose.subject import Subject
from generator.chinese.width import ems
from generator.cli import shelf
from generator.cli.main import nigao
from generator.compose.draft import compose
from generator.facts.load import load_facts
from generator.printed import lines
from generator.problems import Faults, Problem, Source
from generator.reading.markdown import read_markdown
from generator.reading.period import period_of
from generator.reading.text import read_text
from generator.render.markdown import markdown
from generator.render.plain import plain_text
from generator.render.styles import LARGEST, load_style
from generator.render.terminal import terminal_text
from generator.render.title_lines import title_lines
from generator.report import Report
from generator.template.load import load_template
from generator.template.rehearsal import rehearsed
from tests.conftest import EXAMPLES, ROOT, shipped

HEAD = "文种: 工作总结\n单位: {全称: 云州市水务局}\n做法:\n  - 主题: 安全\n    事实:\n      - 检查3次\n"
Reader = Callable[[str, str], tuple[Report, list[Problem]]]
TEMPLATE = shelf.template("工作总结")


def codes(work: Callable[[], object]) -> set[str]:
    with pytest.raises(Faults) as raised:
        work()
    return {problem.code for problem in raised.value.problems}


def drafted(text: str) -> None:
    """Load, compose and print the facts file ``text``; its faults are no failure."""
    try:
        facts = load_facts(Source("事实.yaml", text), ["工作总结"])
    except Faults as faults:
        "\n".join(map(str, faults.problems)).encode()
        return
    draft = compose(facts, TEMPLATE, shipped())
    printed = (plain_text(draft.report), markdown(draft.report), terminal_text(draft.report, 40, False), "\n".join(map(str, draft.problems)))
    assert not any(character in text for text in printed for character in "\x1b\x07\x00\x9b\r")


# --- facts -------------------------------------------------------------------------------------------------------------------------------

ODD = [
    HEAD + "      - \u3000\n      - \u00a0\n      - [\u3000]\n",
    HEAD + "结语: " + '我"' * 5000,
    HEAD + "结语: " + "好" * 10_000,
    HEAD + "结语: 好" + "-" * 20_000,
    HEAD + "      " + "- " * 20_000 + "x\n",
    HEAD + "标题: " + "关于开展安全生产专项整治工作" * 30,
    HEAD + "标题: " + "9" * 400,
    HEAD + "成文日期: 待补2025年99999999999999999999月45日\n",
    HEAD + "版记: {印发日期: 2025-²-1}\n",
    HEAD + "结语: " + "（" * 500 + "\n",
    HEAD + "附件: " + "[" * 500 + "\n",
    HEAD + "x: &a [*a, *a]\n",
    HEAD + "      - {数: " + "9" * 5000 + ", 做了: 查, 量: 次}\n",
    HEAD + "      - " + "检查3次，" * 15_000 + "\n",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_an_odd_facts_file_is_drafted_or_told(text: str) -> None:
    drafted(text)


_LIKE_NUMBERS = "2.1.3 1..2 5. .5 1,,2 1,200.5.6 1.2.3.4 ½ ² ٣ 1e9 12% 0/0 12:60 13月32日 百分之 两百零 三点五 〇".split()
"""What looks like a number, or begins like one, and is none that Python reads."""


@pytest.mark.parametrize("number", _LIKE_NUMBERS)
def test_what_only_looks_like_a_number_is_drafted(number: str) -> None:
    for note in ("升级平台至V{}版", "受理诉求{}件、办结{}件", "满意率达{}%", "投入{}万元，其中市级{}万元"):
        drafted(f"{HEAD}      - {note.replace('{}', number)}\n")


@pytest.mark.parametrize(
    "date", ["2025-99999999999999999999-1", "2025年13×月1日", "2025-²-1", "2025-02-30", "2025年4×月1日", "25-12-1", "0000-01-01"]
)
def test_impossible_dates_are_told(date: str) -> None:
    assert codes(lambda: load_facts(Source("f", f"{HEAD}成文日期: {date}\n"))) == {"date"}


@pytest.mark.parametrize("date", ["2025年1×月1日", "202×-12-××", "2025-12-待补"])
def test_a_date_left_open_is_no_fault(date: str) -> None:
    load_facts(Source("f", f"{HEAD}成文日期: {date}\n"))


def test_a_facts_file_of_any_size_is_told_before_it_is_read() -> None:
    assert codes(lambda: load_facts(Source("f", HEAD + "      - 查3次\n" * limits.FACTS_CHARACTERS))) == {"too-big"}


LINES = [line for path in EXAMPLES for line in path.read_text(encoding="utf-8").splitlines()]
SHORT = r"""{数} { } [ ] ： *a &b !x | ' " % ？ \ 2025-02-30 待补 ×× ²³ <w:p> 𠮷 "\e[31m" """.split()
LONG = (
    "9" * 400,
    "“" * 40,
    "—" * 400,
    "好，" * 300,
    "\u3000",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\x1b[31m",
    "e\u0301",
    ": ",
    " #",
    "- ",
    "\n",
    "\n      - ",
)
PIECES = st.sampled_from((*SHORT, *LONG))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(("before", "after", "instead", "within")), st.integers(0, 99), PIECES, st.sampled_from(LINES)), max_size=4))
@example([])
def test_mutated_facts_raise_nothing_but_faults(changes: list[tuple[str, int, str, str]]) -> None:
    lines = (ROOT / "examples" / "工作总结.yaml").read_text(encoding="utf-8").splitlines()
    for how, at, piece, other in changes:
        at %= len(lines)
        line = lines[at]
        middle = len(line) // 2
        lines[at] = {"before": other + "\n" + line, "after": line + piece, "instead": line.partition(": ")[0] + ": " + piece}.get(
            how, line[:middle] + piece + line[middle:]
        )
    drafted("\n".join(lines))


# --- YAML --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ['a: "\\e[31m红"', '"\\0": 1', '- "\\x9b31m"', 'a: "\\uFEFF"'])
def test_control_characters_do_not_come_in_by_an_escape(text: str) -> None:
    assert "yaml-character" in codes(lambda: yamlfile.parse(Source("f", text)))


def test_depth_and_number_of_values_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "".join(f"{'  ' * n}a:\n" for n in range(limits.YAML_DEPTH + 2))
    assert codes(lambda: yamlfile.parse(Source("f", deep))) == {"yaml-depth"}
    monkeypatch.setattr(yamlfile, "YAML_VALUES", 10)
    assert codes(lambda: yamlfile.parse(Source("f", "- a\n" * 11))) == {"too-big"}


def test_a_message_forges_no_other() -> None:
    told = str(Problem(yamlfile.parse(Source("a\nb\x1b[31m", "x: 1")).place, "code", "甲\x1b]0;乙\x07\n丙", "丁\r戊"))
    assert told.count("\n") == 1
    assert not any(c in told for c in "\x1b\x07\r")


# --- the bank, looks, templates ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- 用语:\n    - {词: [甲]}\n", "missing-key"),
        ("- {说法: 甲乙, 支持: " + "9" * 400 + "}\n", "not-number"),
        ("- {说法: 甲乙, 起: " + "9" * 5000 + "-01}\n", "not-month"),
        ("- {说法: 甲乙, 出处: [报告:" + "9" * 5000 + "]}\n", "not-evidence"),
        ("- {说法: 甲乙, 层级: ²}\n", "not-number"),
    ],
)
def test_a_bank_file_is_told(text: str, code: str) -> None:
    assert codes(lambda: load_entries(Source("b", text), Layer.USER)) == {code}


@pytest.mark.parametrize("key", sorted(LARGEST))
def test_a_measure_beyond_all_use_is_told(key: str) -> None:
    shipped = (ROOT / "templates" / "styles" / "gbt9704.yaml").read_text(encoding="utf-8")
    for written in ("9" * 400, f"{LARGEST[key] + 1}"):
        assert "too-large" in codes(lambda written=written: load_style(Source("s", _with(shipped, key, written))))


def _with(text: str, key: str, value: str) -> str:
    """The style file ``text`` with ``value`` for the first ``key`` in it, or for one that is added to 正文."""
    changed = re.sub(rf"(?m)(^|[{{ ]){key}: [^,}}\n ]+", rf"\g<1>{key}: {value}", text, count=1)
    return changed if changed != text else text.replace("  正文: {", f"  正文: {{{key}: {value}, ")


@pytest.mark.parametrize("written", ["0", "0.01", "²", "1e9", "-5"])
def test_a_line_pitch_that_is_none_is_told(written: str) -> None:
    shipped = (ROOT / "templates" / "styles" / "gbt9704.yaml").read_text(encoding="utf-8")
    assert codes(lambda: load_style(Source("s", _with(shipped, "行距", written)))) <= {"too-small", "not-a-measure"}


DOUBLED = "{% set a = [单位.全称, 单位.全称]|顿号 %}" + "{% set a = [a, a]|顿号 %}" * 40 + "{{ a }}"
LOOPED = "{% for a in 专题 %}" * 9 + "{{ 单位.全称 }}" + "{% endfor %}" * 9
SILENT = "{% for a in 专题 %}" * 9 + "{% endfor %}" * 9 + "完"


@pytest.mark.parametrize("passage", [DOUBLED, LOOPED, SILENT], ids=["doubled", "looped", "silent"])
def test_a_passage_without_end_is_told(passage: str) -> None:
    home = ROOT / "templates"
    passages = {p.stem: Source(p.name, p.read_text(encoding="utf-8")) for folder in ("通用", "工作总结") for p in (home / folder).glob("*.j2")}
    declaration = Source("文种.yaml", (home / "工作总结" / "文种.yaml").read_text(encoding="utf-8"))
    template = load_template("工作总结", declaration, passages | {"导语": Source("导语.j2", passage)})
    facts = load_facts(Source("f", HEAD + "专题: [" + ", ".join(f"活动{n}" for n in range(20)) + "]\n"))
    assert codes(lambda: compose(facts, template, shipped())) == {"template-runaway"}
    assert {problem.code for problem in rehearsed(template)} == {"template-runaway"}


def test_shipped_passages_run_with_every_value_given() -> None:
    assert [problem for kind in shelf.kinds() for problem in rehearsed(shelf.template(kind))] == []


def test_a_passage_of_any_size_is_told() -> None:
    long = Source("导语.j2", "好" * (limits.PASSAGE_CHARACTERS + 1))
    declaration = Source("文种.yaml", (ROOT / "templates" / "工作总结" / "文种.yaml").read_text(encoding="utf-8"))
    assert "too-big" in codes(lambda: load_template("工作总结", declaration, {"导语": long}))


@pytest.mark.parametrize("text", ["好" * 20_000, "9" * 20_000, "《" * 5_000, "关于" * 150, "a " * 3_000])
@pytest.mark.parametrize("room", [-1, 1, 19, 1500])
def test_a_title_of_any_length_is_broken(text: str, room: int) -> None:
    lines = title_lines(text, room)
    assert "".join(lines) == text
    assert all(sum(map(ems, line.rstrip())) <= max(1, room) for line in lines)


# --- reports -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("bound", "size"), [("CHARACTERS", 21), ("PARAGRAPHS", 2)])
@pytest.mark.parametrize("read", [read_text, read_markdown])
def test_a_report_without_end_is_read_as_far_as_it_goes(read: Reader, bound: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"generator.reading.lines.{bound}", size)
    report, problems = read("甲", "一、主要做法\n检查水库三座，清理河道七公里。\n巡查堤防四次。")
    assert [line.text for line in lines(report)] == ["一、主要做法", "检查水库三座，清理河道七公里。"]
    assert [(problem.code, problem.place.line) for problem in problems] == [("rest-left-out", 2)]


# --- what is no file ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_and_devices_are_neither_read_nor_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.txt"
    os.mkfifo(pipe)
    assert codes(lambda: files.read_bytes(pipe)) == {"not-regular"}
    assert codes(lambda: files.write_new(pipe, b"", force=True)) == {"not-regular"}
    assert codes(lambda: files.write_new(Path("/dev/null"), b"", force=True)) == {"not-regular"}


_WITH_A_FILE = "draft {}|preview {}|ask {}|keep {} x|drop {} x|diff {} 稿子.docx|check 稿子.docx --last {}|check 稿子.docx --facts {}".split("|")


@pytest.mark.parametrize("command", _WITH_A_FILE)
@pytest.mark.parametrize("folder", [".", "..", "/"])
def test_a_folder_in_the_place_of_a_file_is_told(command: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(nigao, command.format(folder).split())
    assert isinstance(done.exception, Faults)
    assert {problem.code for problem in done.exception.problems} <= {"is-folder", "unreadable", "no-file"}, done.exception.problems


@pytest.mark.parametrize("folder", [".", "..", "/"])
def test_a_folder_without_reports_is_told_and_none_within_it_looked_through(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "甲" / "乙"
    home.mkdir(parents=True)
    monkeypatch.chdir(home)
    (home / "丙").mkdir()
    (home / "丙" / "稿子.txt").write_text("一、主要做法\n", encoding="utf-8")
    done = CliRunner().invoke(nigao, ["check", folder])
    assert isinstance(done.exception, Faults)
    assert {problem.code for problem in done.exception.problems} == {"no-reports"}


def test_a_text_too_long_to_be_set_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.format.CHARACTERS", 20)
    (tmp_path / "稿子.txt").write_text("一、主要做法\n检查水库三座，清理河道七公里。\n", encoding="utf-8")
    done = CliRunner().invoke(nigao, ["format", str(tmp_path / "稿子.txt"), "-o", str(tmp_path / "排好.docx")])
    assert isinstance(done.exception, Faults)
    assert [problem.code for problem in done.exception.problems] == ["too-big"]


def test_a_file_of_any_size_is_told_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)
    assert codes(lambda: files.read_bytes(path)) == {"too-big"}
    monkeypatch.setattr(files, "TEXT_BYTES", 4)
    assert codes(lambda: files.decode("f", "好好".encode())) == {"too-big"}


# --- check -------------------------------------------------------------------------------------------------------------------------------


def test_a_paragraph_without_end_is_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "稿子.txt"
    long = "，".join(f"清理河道{n}公里" for n in range(40_000))
    path.write_text(f"云州市水务局2025年工作总结\n一、主要做法\n{long}。\n检查水库座。\n清理河道××公里。\n", encoding="utf-8")
    result = CliRunner().invoke(nigao, ["check", str(path)])
    assert "稿子.txt:3:1: 注意：这一段有 468890 字，太长，没有查" in result.output
    assert "稿子.txt:5:5: 错误" in result.output


def test_long_paragraphs_are_checked_until_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.check.prose.subject.LONG_PARAGRAPH", 20)
    monkeypatch.setattr("generator.check.prose.subject.LONG_PARAGRAPHS", 50)
    path = tmp_path / "稿子.txt"
    told = [f"清理河道××公里，{'更换闸门，' * 4}完工。", "检查水库××座。"] * 3
    path.write_text("云州市水务局2025年工作总结\n一、主要做法\n" + "\n".join(told) + "\n", encoding="utf-8")
    result = CliRunner().invoke(nigao, ["check", str(path)])
    assert re.findall(r"稿子\.txt:(\d)\S* 注意：这一段有 32 字，前面的长段落已经太多", result.output) == ["5", "7"]
    assert re.findall(r"稿子\.txt:(\d)\S* 错误：还有空没填", result.output) == ["3", "4", "6", "8"]


def test_a_paragraph_too_long_by_itself_leaves_the_others_their_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.check.prose.subject.LONG_PARAGRAPH", 20)
    monkeypatch.setattr("generator.check.prose.subject.LONG_PARAGRAPHS", 50)
    monkeypatch.setattr("generator.check.prose.subject.PARAGRAPH_CHARACTERS", 60)
    path = tmp_path / "稿子.txt"
    told = [f"清理河道××公里，{'更换闸门，' * times}完工。" for times in (20, 4)]
    path.write_text("云州市水务局2025年工作总结\n一、主要做法\n" + "\n".join(told) + "\n", encoding="utf-8")
    result = CliRunner().invoke(nigao, ["check", str(path)])
    assert re.findall(r"稿子\.txt:(\d)\S* 注意：这一段有 \d+ 字", result.output) == ["3"]
    assert re.findall(r"稿子\.txt:(\d)\S* 错误：还有空没填", result.output) == ["4"]


@pytest.mark.parametrize("piece", ["1", "1.", "1,", "一", "三", "#", "水、", "“水”、", "12次，", "12名、", "12名党员，其中3名"])
def test_paragraphs_of_figures_and_signs_are_checked_in_time(piece: str) -> None:
    """Each digit of a run, and each count of a list, was held against all that stand before it: fifteen thousand took half a minute."""
    paragraph = f"甲{piece * ((limits.PARAGRAPH_CHARACTERS - 2) // len(piece))}。"
    report = read_text("甲", "云州市水务局2025年工作总结\n一、主要做法\n" + f"{paragraph}\n" * (limits.LONG_PARAGRAPHS // len(paragraph)))[0]
    started = time.process_time()
    check_prose(Subject(report, shelf.check_words(), shelf.formulations(), period_of(report)))
    assert time.process_time() - started < 12


def test_a_paragraph_of_points_is_laid_out_in_time_that_grows_with_them() -> None:
    made = lines(read_text("甲", "一、主要做法\n" + "".join(f"{'一二三四五六七八九十'[n % 10]}是抓好工作。" for n in range(20_000)))[0])
    assert [len(line.text) for line in made] == [6, 140_000]

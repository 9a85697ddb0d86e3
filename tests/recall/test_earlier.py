"""``nigao new --from`` of several years: a case to be read, and that nothing of any year is left out, by plain search in the reports themselves."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.bank.bank import Bank
from generator.chinese.pairs import pairs
from generator.cli.recalled import recalled
from generator.compare.agreement import Agreement, agreement
from generator.facts.load import load_facts
from generator.problems import Source
from tests.conftest import ROOT

CASE = Path(__file__).with_name("years.md")
ARCHIVE = ROOT / "examples" / "往年报告"
OFFICES = sorted(p.name for p in ARCHIVE.iterdir() if len(list(p.glob("*.txt"))) == 5)
LIGHT = ("开展", "组织", "召开")


def file_of(*paths: Path, bank: Bank) -> str:
    """The facts file made of the reports at ``paths``, taken for reports of one unit and kind."""
    text = recalled(list(paths), "", bank).text
    load_facts(Source("今年.yaml", text))
    return text


def test_three_years_and_the_file_made_of_them(tmp_path: Path, bank: Bank) -> None:
    case = CASE.read_text(encoding="utf-8")
    *reports, expected = re.findall(r"```(?:txt|yaml)\n(.*?)```", case, re.S)
    for report in reports:
        (tmp_path / f"{report[5:10]}.txt").write_text(report, encoding="utf-8")
    made = file_of(*tmp_path.glob("*.txt"), bank=bank)
    practices = "做法:\n" + made.split("\n做法:\n")[1].split("\n\n问题:")[0] + "\n"
    if os.environ.get("NIGAO_REWRITE"):
        CASE.write_text(case.replace(f"```yaml\n{expected}```", f"```yaml\n{practices}```"), encoding="utf-8")
    assert practices == expected


# --- nothing vanishes --------------------------------------------------------------------------------------------------------------------------

_NAMES = re.compile(r"“[^”]*”|《[^》]*》|1\d{2,4}(?=热线|平台|工单|电话|诉求件)|(?<![\d.])\d+(?=周?岁)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def _told(report: str) -> list[str]:
    """The clauses of the parts of ``report`` that look back in which a figure stands, by marks alone."""
    body = re.split(r"\n[一二三]、[^\n]*(?:问题|不足|打算|安排|方向)[^\n]*\n", report.partition("\n一、")[2])[0]
    return [clause for clause in re.split("[，。；：\n]", body) if _FIGURE.search(_NAMES.sub("", clause))]


def _stands(clause: str, lines: list[tuple[frozenset[str], frozenset[str]]]) -> bool:
    """Whether one of ``lines``, known by their figures and pairs of characters, has the figures of ``clause`` and two thirds of its pairs of Han."""
    figures = set(_FIGURE.findall(_NAMES.sub("", clause)))
    han = {pair for pair in pairs(clause) if re.fullmatch("[\u4e00-\u9fff]{2}", pair)}
    return any(figures <= counted and 3 * len(han & there) >= 2 * len(han) for counted, there in lines)


@pytest.mark.parametrize("office", OFFICES)
def test_every_figure_of_every_year_is_in_the_file(office: str, tmp_path: Path, bank: Bank) -> None:
    """Whatever kinds the reports are of: their titles are made alike first, so that all of them are taken."""
    told: list[str] = []
    for path in sorted((ARCHIVE / office).glob("*.txt")):
        first, _, rest = path.read_text(encoding="utf-8").partition("\n")
        (tmp_path / path.name).write_text(f"{office}{path.name[:4]}年工作总结\n{rest}", encoding="utf-8")
        told += _told(f"{first}\n{rest}")
    lines = [(frozenset(_FIGURE.findall(line)), frozenset(pairs(line))) for line in file_of(*tmp_path.glob("*.txt"), bank=bank).split("\n")]
    assert len(told) > 150
    assert [clause for clause in told if not _stands(clause, lines)] == []


# --- what is one thing --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("发放慰问金", "发放助学金", Agreement.NONE),
        ("开展谈心谈话", "开展廉政谈话", Agreement.NONE),
        ("培训党员", "培训党员家庭", Agreement.NONE),
        ("召开警示教育大会", "组织警示教育会", Agreement.SAME),
        ("签订责任书", "签订党风廉政建设责任书", Agreement.MORE),
        ("", "讲党课", Agreement.NONE),
    ],
)
def test_agreement(one: str, other: str, wanted: Agreement) -> None:
    assert agreement(one, other, LIGHT) is agreement(other, one, LIGHT) is wanted

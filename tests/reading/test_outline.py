"""Reading: the reviewable cases, the laws, and the ground truth of the corpus where it is at hand."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.chinese.lookalikes import folded
from generator.problems import Problem
from generator.reading.markdown import read_markdown
from generator.reading.text import read_text
from generator.report import Point, Report, Text, plain, walk

from .outline_text import outline

HERE = Path(__file__).parent
CORPUS = Path(os.environ.get("NIGAO_CORPUS", HERE.parents[2] / "shared" / "corpus"))


def _cases() -> list[tuple[str, str, str]]:
    chunks = (HERE / "cases.md").read_text(encoding="utf-8").split("\n## ")[1:]
    return [(head, *body.split("\n---\n")) for head, _, body in (c.partition("\n") for c in chunks)]  # type: ignore[misc]


CASES = [head for head, _, _ in _cases()]


@pytest.mark.parametrize(("name", "text", "expected"), _cases(), ids=[head[:2] for head in CASES])
def test_case(name: str, text: str, expected: str) -> None:
    assert outline(*read_text(name, text)) == expected.rstrip("\n")


_PROSE = st.text(st.sampled_from("一二三四是要、（）12.．()。；，：“”《》\n\u3000\u00a0 抓学习做法问题打算附件年月日首先第章报告*X"), max_size=120)


@given(_PROSE | st.text(max_size=60))
@example("中")
@settings(max_examples=150, deadline=None)
def test_reading_never_fails_and_loses_nothing(text: str) -> None:
    report, _ = read_text("t", text)
    said = Counter(_words(_everything(report)))
    written = Counter(_words("\n".join(_outside_chrome(folded(text)))))
    assert not said - written
    assert not (written - said).keys() - set("附件0123456789")


def test_buttons_for_the_size_of_letters_are_no_text() -> None:
    report, _ = read_text("t", "大\n中\n小\n云州市水务局工作总结\n一、主要做法\n巡查12次。")
    assert "中" not in _everything(report)


@pytest.mark.parametrize("read", [read_text, read_markdown])
def test_radicals_are_told(read: Callable[[str, str], tuple[Report, list[Problem]]]) -> None:
    report, problems = read("t", "云州市⽔务局工作总结\n一、主要做法\n巡查12⼾，⽔质达标。")
    assert "巡查12户，水质达标。" in _everything(report)
    assert [(p.place.line, p.message) for p in problems if p.code == "foreign-forms"] == [(1, "“⽔⼾”读作“水户”，共 3 处")]


def _words(text: str) -> str:
    return re.sub(r"[^\w*]", "", text)


def _outside_chrome(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip() != "】"]


def _everything(report: Report) -> str:
    parts = [report.title, report.addressee, report.signature, report.date, *report.attachments]
    parts += [p.inlines for p in (*report.lead, *report.closing)]
    for section in walk(report.sections):
        parts += [(Text(section.number),), section.title, *(b.inlines for b in section.blocks)]
    return "".join(map(plain, parts))


@given(_PROSE)
@settings(max_examples=100, deadline=None)
def test_every_text_knows_its_place(text: str) -> None:
    report, _ = read_text("t", text)
    lines = text.split("\n")
    for section in walk(report.sections):
        for run in (section.title, *(b.inlines for b in section.blocks)):
            for piece in run:
                assert isinstance(piece, Text)
                assert piece.origin is not None
                line = lines[piece.origin.line - 1]
                assert line[piece.origin.column - 1 :].startswith(piece.text[: len(line)])


# --- ground truth, counted by reading: sections as "level:points:points with a heading sentence" ---------------------

GROUND_TRUTH = {
    "000": "1做法:0:0 2:3:3 2:3:3 2:3:3 | 1问题:3:0 | 1打算:0:0 2:0:0 2:0:0 2:0:0",
    "001": "1做法成效:0:0 2:3:3 2:3:3 2:3:3 2:4:4 2:3:3 | 1问题:3:3 | 1打算:0:0 2:0:0 2:0:0 2:0:0",
    "002": "1做法成效:0:0 2:3:3 2:3:3 2:3:3 2:3:3 2:3:3 | 1问题打算:2:0 2:0:0 2:0:0 2:0:0",
    "003": "1做法:0:0 2:3:2 2:3:0 2:0:0 2:2:0 2:3:1 2:0:0 | 1问题:3:0 | 1打算:5:5",
    "004": "1做法:0:0 2:5:5 2:3:3 2:3:3 2:3:3 | 1问题原因:3:3 | 1打算:0:0 2:0:0 2:0:0 2:0:0",
}
TITLES = {
    "000": ["6+6", "6+6", "6+6", "8", "13", "11"],
    "001": ["6+13", "6+13", "6+14", "6+14", "6+14", "12+9", "12+10", "11+14"],
    "002": ["6+6", "6+6", "6+6", "6+6", "6+6", "8+8", "8+8", "8+8"],
    "003": ["8+17", "8+9", "10+10", "14", "10+12", "13+10"],
    "004": ["14", "14", "12", "13", "5+11", "7+10", "9+11"],
}


def _seed(number: str) -> Report:
    found = sorted(CORPUS.glob(f"seeds/{number}_*.txt"))
    if not found:
        pytest.skip("corpus not at hand")
    return read_text(found[0].stem, found[0].read_text(encoding="utf-8"))[0]


@pytest.mark.parametrize("number", GROUND_TRUTH)
def test_ground_truth(number: str) -> None:
    report = _seed(number)
    assert " | ".join(_counted(top) for top in report.sections) == GROUND_TRUTH[number]
    assert not report.title
    assert len(report.lead) == 1


def _counted(top: object) -> str:
    rows = []
    for section in walk((top,)):  # type: ignore[arg-type]
        roles = "".join(r for r in ("做法", "成效", "问题", "原因", "打算") if r in section.roles) if section.level == 1 else ""
        rows.append(f"{section.level}{roles}:{len(section.points)}:{sum(bool(p.lead) for p in section.points)}")
    return " ".join(rows)


@pytest.mark.parametrize("number", TITLES)
def test_ground_truth_titles(number: str) -> None:
    titles = [plain(s.title) for s in walk(_seed(number).sections) if s.level == 2]
    assert ["+".join(str(len(re.findall(r"[\u4e00-\u9fff]", half))) for half in t.split("，")) for t in titles] == TITLES[number]


def test_ground_truth_totals() -> None:
    sections = [s for number in GROUND_TRUTH for s in walk(_seed(number).sections)]
    assert Counter(s.level for s in sections) == {1: 14, 2: 35}
    points = [b for s in sections for b in s.blocks if isinstance(b, Point)]
    assert (len(points), sum(bool(p.lead) for p in points)) == (84, 68)


def test_government_reports_have_sensible_outlines() -> None:
    found = sorted(CORPUS.glob("government/*.txt"))
    if not found:
        pytest.skip("corpus not at hand")
    for path in found:
        text = path.read_text(encoding="utf-8")
        report, _ = read_text(path.stem, text)
        inside = sum(len(plain(b.inlines)) for s in walk(report.sections) for b in s.blocks)
        assert inside > 0.4 * len(text), path.name
        assert max(len(plain(s.title)) for s in walk(report.sections)) <= 45

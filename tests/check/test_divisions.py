"""Chapters and articles of rules, and what stands behind their numbers: a blank is right, a stop is told and taken off, none becomes a full stop."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.cli.main import nigao
from tests.reading.word_made import abstract, item, level, num, p, t, word

MENDED = {
    "第一章. 总则": "第一章　总则",
    "第1章.总则": "第1章　总则",
    "第一节, 一般规定": "第一节　一般规定",
    "第一条.为了规范管理，制定本办法。": "第一条　为了规范管理，制定本办法。",
    "第一条. 为了规范管理，制定本办法。": "第一条　为了规范管理，制定本办法。",
    "第100条.附则说明。": "第100条　附则说明。",
    "第100条.": "第100条",
    "第一百条:附则说明。": "第一百条　附则说明。",
    "第三条之一.附则说明。": "第三条之一　附则说明。",
    "第一编;总则": "第一编　总则",
}
"""What is typed behind the number of a division, and what it becomes."""
KEPT = (
    "第一条 为了规范管理，制定本办法。",
    "第一条  为了规范管理，制定本办法。",
    "第一条　为了规范管理，制定本办法。",
    "第一条为了规范管理，制定本办法。",
    "第一条、为了规范管理，制定本办法。",
    "第一条：为了规范管理，制定本办法。",
    "第一条．为了规范管理，制定本办法。",
    "第一条（目的）为了规范管理，制定本办法。",
    "第3.5条　为了规范管理，制定本办法。",
)
"""What stands there and is no stop of half width."""


def mended(line: str, folder: Path) -> str:
    (folder / "办法.txt").write_text(f"云州市水务局管理办法\n{line}\n", encoding="utf-8")
    done = CliRunner().invoke(nigao, ["check", str(folder / "办法.txt"), "--fix", str(folder / "改.txt")], catch_exceptions=False)
    assert done.exit_code in (0, 1), done.output
    return (folder / "改.txt").read_text(encoding="utf-8").splitlines()[1]


@pytest.mark.parametrize("line", MENDED)
def test_a_stop_behind_a_number_is_taken_off(line: str, tmp_path: Path) -> None:
    assert mended(line, tmp_path) == MENDED[line]


@pytest.mark.parametrize("line", KEPT)
def test_a_blank_behind_a_number_stays(line: str, tmp_path: Path) -> None:
    assert mended(line, tmp_path) == line


def half(data: bytes) -> list[str]:
    return [f"{found.message}" for found in check_layout(read_layout("甲.docx", data), STANDARD) if found.code == "half-width"]


@pytest.mark.parametrize("line", [*MENDED, *KEPT])
def test_layout_tells_the_stop_and_no_full_stop(line: str) -> None:
    said = half(word(p("云州市水务局管理办法") + p(line)))
    assert [one[:8] for one in said] == (["章、条的序号后面"] if line in MENDED else [])


@pytest.mark.parametrize(("pattern", "told"), [("第%1条", False), ("第%1条.", True), ("第%1条、", False), ("第%1条:", True), ("第%1条　", False)])
def test_layout_tells_the_stop_of_automatic_numbers(pattern: str, told: bool) -> None:
    text = p("云州市水务局管理办法") + item("为了规范管理，制定本办法。") + item("本办法自发布之日起施行。")
    assert bool(half(word(text, abstract(0, level(0, pattern=pattern, start=99)) + num(1, 0)))) is told


def test_the_face_of_an_article_with_a_stop_stays_when_it_is_set_anew() -> None:
    from generator.cli import shelf
    from generator.typeset.suit import Suit
    from generator.typeset.typeset import typeset

    faces = {"黑体": "第一条、", "仿宋_GB2312": "为了规范管理，制定本办法。"}
    runs = (t(said, f'<w:rFonts w:eastAsia="{face}"/>') for face, said in faces.items())
    text = p("云州市水务局管理办法") + p("".join(runs))
    made = typeset("甲.docx", word(text), Suit.of(shelf.style("gbt9704"))).data
    paragraph = next(found for found in read_layout("甲.docx", made).paragraphs if found.text.startswith("第一条"))
    assert [(run.text, run.face.east_asian.name) for run in paragraph.runs] == [(said, face) for face, said in faces.items()]

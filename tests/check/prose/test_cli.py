"""``nigao check`` on what a report says, as a clerk meets it."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import docx
import jsonschema
import pytest

from tests.conftest import ROOT
from tests.running import entered

BAD = """云州市水务局2025年工作总结
2025年，云州市水务局做了以下工作。
一、主要做法
（一）加强学习
截止目前，开展学习9次,研讨4次。
（二）改进作风
落实“三会一课制度，督查4次，慰问困难党员××名。
二、下一步打算
继续推进。
云州市水务局
2025年12月20日
"""
CODES = ["until", "half-stop", "unpaired", "blank"]
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": {"type": "object", "required": ["name"], "properties": {"rules": {"items": {"required": ["id"]}}}}},
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "level", "locations"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "message": {"type": "object", "required": ["text"]},
                                "locations": {
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {"required": ["uri"], "properties": {"uri": {"pattern": "^[!-~]+$"}}},
                                                    "region": {
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        }
                                                    },
                                                },
                                            }
                                        }
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The properties of SARIF 2.1.0 (OASIS) that are required or closed, of those that are written."""


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "坏稿.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in BAD.splitlines():
        cut = line.find("，") + 1
        paragraph = document.add_paragraph()
        paragraph.add_run(line[:cut]).bold = True
        paragraph.add_run(line[cut:])
    path = tmp_path / "坏稿.docx"
    document.save(str(path))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = entered(*arguments)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def codes(printed: str) -> list[str]:
    return [found["rule"] for found in json.loads(printed)]


def test_text(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, "check", bad)
    assert code == 1
    assert f"{bad}:5:1: 错误：“截止”应为“截至”：“截止目前，开展学习9次,…”〔规定，until〕" in said
    assert "错误 4 处。" in said


def test_json_says_the_same(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, "check", bad, "--format", "json")
    assert (code, codes(said)) == (1, CODES)
    first = json.loads(said)[0]
    assert (first["line"], first["column"], first["where"]) == (5, 1, "一、主要做法 › （一）加强学习")


def test_sarif(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(run(capsys, "check", bad, "--format", "sarif")[1])
    jsonschema.validate(log, SARIF)
    driver = log["runs"][0]["tool"]["driver"]
    assert [driver["rules"][r["ruleIndex"]]["id"] for r in log["runs"][0]["results"]] == CODES


@pytest.mark.parametrize(("suffix", "head"), [("html", "<!doctype html>"), ("md", "# 查稿：坏稿.txt")])
def test_a_page(suffix: str, head: str, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = bad.with_name(f"页.{suffix}")
    assert run(capsys, "check", bad, "-o", page)[0] == 1
    text = page.read_text(encoding="utf-8")
    assert text.startswith(head)
    assert all(code in text for code in CODES)


def test_markdown_is_read(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = bad.with_suffix(".md")
    path.write_text("# " + BAD.replace("一、主要", "## 一、主要").replace("（一）", "### （一）").replace("（二）", "### （二）"), encoding="utf-8")
    assert codes(run(capsys, "check", path, "--format", "json")[1]) == CODES


def test_mending_a_text(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, _, said = run(capsys, "check", bad, "--fix")
    assert bad.read_text(encoding="utf-8") == BAD
    after = bad.with_name("坏稿.改后.txt").read_text(encoding="utf-8")
    assert after == BAD.replace("截止目前", "截至目前").replace("9次,", "9次，")
    assert "改了：“截止”→“截至”〔until〕" in said
    assert "改了 2 处" in said


def test_mending_and_commenting_a_word_file(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = word.read_bytes()
    run(capsys, "check", word, "--text", "--fix", "--annotate")
    assert word.read_bytes() == data
    mended, annotated = (docx.Document(str(word.with_name(f"坏稿.{name}.docx"))) for name in ("改后", "批注"))
    assert [p.text for p in mended.paragraphs] == BAD.replace("截止目前", "截至目前").replace("9次,", "9次，").splitlines()
    assert mended.paragraphs[4].runs[0].bold
    assert [p.text for p in annotated.paragraphs] == BAD.splitlines()
    assert [c.author for c in annotated.comments] == ["拟稿"] * len(CODES)
    assert sorted(c.text.splitlines()[0] for c in annotated.comments)[-1] == "错误：还有空没填：“××”"
    start, end = (annotated.element.body.xpath(f".//w:commentRange{side}[@w:id='1']")[0] for side in ("Start", "End"))
    assert "".join(start.getparent().xpath(".//w:t/text()")).startswith("截止目前")
    assert start.getnext().text == "," == end.getprevious().text


def test_comments_beside_those_of_others(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document(str(word))
    document.add_comment(document.paragraphs[0].runs[1], "标题再议", "张川", "张")
    document.save(str(word))
    run(capsys, "check", word, "--text", "--annotate")
    after = docx.Document(io.BytesIO(word.with_name("坏稿.批注.docx").read_bytes()))
    assert {c.author for c in after.comments} == {"张川", "拟稿"}
    assert len({c.comment_id for c in after.comments}) == len(CODES) + 1


def test_nothing_is_written_over(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--fix", "-o"):
        code, _, said = run(capsys, "check", bad, option, bad, "--force")
        assert (code, "换一个文件名" in said) == (2, True)
    mine = bad.with_name("坏稿.改后.txt")
    mine.write_text("别人的", encoding="utf-8")
    assert run(capsys, "check", bad, "--fix")[0] == 2
    assert mine.read_text(encoding="utf-8") == "别人的"
    assert bad.read_text(encoding="utf-8") == BAD


def test_rules_turned_off(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bad.parent / "检查.yaml").write_text(
        "不查:\n  - half-stop\n  - {规则: until, 句: 开展学习}\n  - {规则: unpaired, 句: 没有这句}\n", encoding="utf-8"
    )
    code, said, told = run(capsys, "check", bad, "--except", "blank", "--format", "json")
    assert (code, codes(said)) == (1, ["unpaired"])
    assert "unpaired 没有查出含“没有这句”的句子" in told


def test_a_faulty_setting(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bad.parent / "检查.yaml").write_text("不查: [half-stap, 没有]\n不看: 1\n", encoding="utf-8")
    code, _, said = run(capsys, "check", bad)
    assert code == 2
    assert "是不是 half-stop？" in said
    assert "没有“不看”这个键" in said


def test_facts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "年度总结.yaml"
    shutil.copy(ROOT / "examples" / facts.name, facts)
    draft = tmp_path / "稿.txt"
    assert run(capsys, "draft", facts, "-o", draft)[0] == 0
    edited = draft.read_text(encoding="utf-8").replace("主题党日9次", "主题党日19次").replace("〔待补〕", "12")
    draft.write_text(edited, encoding="utf-8")
    _, said, _ = run(capsys, "check", draft, "--facts", facts, "--format", "json")
    assert {f["quoted"] if "quoted" in f else f["rule"] for f in json.loads(said)} >= {"not-in-facts", "fact-lost"}
    assert "事实表第51行写的是“到云岭水库、青石河泵站开展主题党日9次，参加党员312人次”" in said
    draft.write_text("云州市水务局2025年工作总结\n", encoding="utf-8")
    _, said, _ = run(capsys, "check", draft, "--facts", facts, "--format", "json")
    assert "fact-lost" in {f["rule"] for f in json.loads(said)}  # a title alone has none of them


def test_a_strange_figure_is_held_against_the_fact_of_its_own_clause(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts, draft = tmp_path / "事实表.yaml", tmp_path / "稿.txt"
    heads = "文种: 年度总结\n单位: {全称: 云州市水务局}\n时段: 2026年\n做法:\n  - 主题: 理论武装\n    事实:\n"
    facts.write_text(f"{heads}      - 开展集中学习18次\n      - 讲党课7次\n", encoding="utf-8")
    draft.write_text("云州市水务局2026年工作总结\n一、主要做法\n抓好集中学习。开展集中学习15次，讲党课6次。\n", encoding="utf-8")
    _, said, _ = run(capsys, "check", draft, "--facts", facts)
    assert [line.strip() for line in said.splitlines() if "写的是" in line] == [
        "事实表第7行写的是“开展集中学习18次”；核对",
        "事实表第8行写的是“讲党课7次”；核对",
    ]


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = run(capsys, "check", "--explain", "rest")
    assert code == 0
    assert [line.partition("：")[0] for line in said.splitlines()] == ["规则", "要求", "级别", "依据", "范围", "查得出", "不算错"]
    assert run(capsys, "check", "--explain", "margin-top")[0] == 0
    code, _, said = run(capsys, "check", "--explain", "ressst")
    assert (code, "没有“ressst”这条规则" in said) == (2, True)


@pytest.mark.parametrize("arguments", [("--layout", "--text", "坏稿.txt"), ("--annotate", "坏稿.txt"), ("--last", "没有.docx", "坏稿.txt")])
def test_usage(arguments: tuple[str, ...], bad: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(bad.parent)
    code, _, said = run(capsys, "check", *arguments)
    assert (code, bool(said)) == (2, True)

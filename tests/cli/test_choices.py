"""``keep``, ``--variants``, ``--against``, ``--suggest`` and one's own 文种, as a clerk uses them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import nigao
from tests.conftest import EXAMPLES

EXAMPLE = next(p for p in EXAMPLES if p.stem == "年度总结")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(EXAMPLE, tmp_path / "年度总结.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(nigao, list(words), catch_exceptions=True)


def text(*words: str) -> str:
    result = run("draft", "年度总结.yaml", "--format", "text", *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_keep_then_draft_then_drop(desk: Path) -> None:
    said = run("keep", "年度总结.yaml", "--seed", "2", "导语", "请示报告")
    assert said.exit_code == 0, said.output
    lead = text("--seed", "2").splitlines()[3]
    assert lead == text("--seed", "7").splitlines()[3]
    with (desk / "年度总结.保留.yaml").open("a", encoding="utf-8") as file:
        file.write("# 科长说这句好\n")
    assert "做法/政治建设/请示报告" in run("keep", "年度总结.yaml").output
    assert run("keep", "年度总结.yaml", "导语", "--drop").exit_code == 0
    left = (desk / "年度总结.保留.yaml").read_text(encoding="utf-8")
    assert "# 科长说这句好" in left
    assert "导语" not in left
    assert "请示报告" in left


def test_keeping_what_is_not_there_names_the_nearest(desk: Path) -> None:
    result = run("keep", "年度总结.yaml", "请示汇报")
    assert result.exception is not None
    assert "是不是“请示报告”" in str(result.exception)
    assert not (desk / "年度总结.保留.yaml").exists()


def test_variants_are_drafts_of_their_own(desk: Path) -> None:
    result = run("draft", "年度总结.yaml", "--variants", "2", "--seed", "4")
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in desk.glob("*.docx")) == ["年度总结-种子4.docx", "年度总结-种子5.docx"]
    side = run("preview", "年度总结.yaml", "--variants", "2").output
    assert "种子0" in side
    assert "做法/政治建设/请示报告" in side


def test_against_an_earlier_draft(desk: Path) -> None:
    last = text()
    (desk / "去年.txt").write_text(last, encoding="utf-8")
    again = text("--against", "去年.txt")
    lead = [line for line in last.splitlines() if line.startswith("　　2025年")]
    assert lead
    assert lead[0] not in again


def test_suggestions_only_when_asked() -> None:
    assert "〔待核〕" in text("--suggest")
    assert "〔待核〕" not in text()
    refused = run("draft", "年度总结.yaml", "--suggest", "--clean")
    assert refused.exit_code == 1


def test_a_new_kind_from_an_old_one(desk: Path) -> None:
    assert run("template", "new", "季度总结", "--from", "半年总结").exit_code == 0
    assert run("template", "check", "季度总结").output == "没有问题\n"
    own = desk / "文种" / "季度总结"
    declared = (own / "文种.yaml").read_text(encoding="utf-8").replace("标题: 存在的主要问题", "标题: 短板")
    (own / "文种.yaml").write_text(declared, encoding="utf-8")
    facts = (desk / "年度总结.yaml").read_text(encoding="utf-8").replace("文种: 年度总结", "文种: 季度总结")
    (desk / "年度总结.yaml").write_text(facts, encoding="utf-8")
    assert "二、短板" in text()
    assert run("template", "new", "季度总结").exception is not None
    assert "季度总结（自己的）" in run("template", "list").output


def test_a_pool_that_the_bank_lacks_is_found(desk: Path) -> None:
    run("template", "new", "月报")
    lead = desk / "文种" / "月报" / "导语.j2"
    lead.write_text(lead.read_text(encoding="utf-8").replace('"抓手"', '"抓首"').replace('"导语", "中心"', '"导言", "中心"'), encoding="utf-8")
    result = run("template", "check", "月报")
    assert "没有“导言”这个语步" in str(result.exception)
    lead.write_text(lead.read_text(encoding="utf-8").replace('"导言"', '"导语"'), encoding="utf-8")
    assert "是不是“抓手”" in str(run("template", "check", "月报").exception)

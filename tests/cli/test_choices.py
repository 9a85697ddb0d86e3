"""``keep``, ``--variants``, ``--against``, ``--suggest`` and one's own 文种, as a clerk uses them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli.drafting import Order, composed
from generator.printed import lines
from generator.problems import Faults
from generator.report import OriginKind
from tests.conftest import EXAMPLES
from tests.running import invoked

EXAMPLE = next(p for p in EXAMPLES if p.stem == "年度总结")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(EXAMPLE, tmp_path / "年度总结.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text(*words: str) -> str:
    result = invoked("draft", "年度总结.yaml", "--format", "text", *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_keep_then_draft_then_drop(desk: Path) -> None:
    said = invoked("keep", "年度总结.yaml", "--seed", "2", "导语", "请示报告")
    assert said.exit_code == 0, said.output
    lead = text("--seed", "2").splitlines()[3]
    assert lead == text("--seed", "7").splitlines()[3]
    with (desk / "年度总结.保留.yaml").open("a", encoding="utf-8") as file:
        file.write("# 科长说这句好\n")
    assert "做法/政治建设/请示报告" in invoked("keep", "年度总结.yaml").output
    assert invoked("keep", "年度总结.yaml", "导语", "--drop").exit_code == 0
    left = (desk / "年度总结.保留.yaml").read_text(encoding="utf-8")
    assert "# 科长说这句好" in left
    assert "导语" not in left
    assert "请示报告" in left


def test_what_the_project_has_for_a_situation_is_offered_and_printed_where_it_is_asked_for() -> None:
    rules = "修订《云州市水务局党组工作规则》"
    offer = "推动各项工作有章可循、有据可依"
    assert f"{rules}。" in text()
    assert f"{rules}，" in text("--aims")
    told = invoked("preview", "年度总结.yaml", "--why", "--all", "--width", "300").output
    id = next(line for line in told.splitlines() if line.startswith(f"    也合：{offer}")).partition("〔")[2][:8]
    assert f"保留 做法/政治建设/请示报告（收）　{offer}" in invoked("keep", "年度总结.yaml", id).output
    assert f"{rules}，{offer}。" in text()
    assert invoked("keep", "年度总结.yaml", offer, "--drop").exit_code == 0
    assert f"{rules}。" in text()


def test_keeping_what_is_not_there_names_the_nearest(desk: Path) -> None:
    result = invoked("keep", "年度总结.yaml", "请示汇报")
    assert result.exception is not None
    assert "是不是“请示报告”" in str(result.exception)
    assert not (desk / "年度总结.保留.yaml").exists()


def test_variants_are_drafts_of_their_own(desk: Path) -> None:
    result = invoked("draft", "年度总结.yaml", "--variants", "2", "--seed", "4")
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in desk.glob("*.docx")) == ["年度总结-种子4.docx", "年度总结-种子5.docx"]
    side = invoked("preview", "年度总结.yaml", "--variants", "2").output
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
    refused = invoked("draft", "年度总结.yaml", "--suggest", "--clean")
    assert refused.exit_code == 1


def test_a_new_kind_from_an_old_one(desk: Path) -> None:
    assert invoked("template", "new", "季度总结", "--from", "半年总结").exit_code == 0
    assert invoked("template", "check", "季度总结").output == "没有问题\n"
    own = desk / "文种" / "季度总结"
    declared = (own / "文种.yaml").read_text(encoding="utf-8").replace("标题: 存在的主要问题", "标题: 短板")
    (own / "文种.yaml").write_text(declared, encoding="utf-8")
    facts = (desk / "年度总结.yaml").read_text(encoding="utf-8").replace("文种: 年度总结", "文种: 季度总结")
    (desk / "年度总结.yaml").write_text(facts, encoding="utf-8")
    assert "二、短板" in text()
    assert invoked("template", "new", "季度总结").exception is not None
    assert "季度总结（自己的）" in invoked("template", "list").output


def test_a_pool_that_the_bank_lacks_is_found(desk: Path) -> None:
    invoked("template", "new", "月报")
    lead = desk / "文种" / "月报" / "导语.j2"
    lead.write_text(lead.read_text(encoding="utf-8").replace('"抓手"', '"抓首"').replace('"导语", "中心"', '"导言", "中心"'), encoding="utf-8")
    result = invoked("template", "check", "月报")
    assert "没有“导言”这个语步" in str(result.exception)
    lead.write_text(lead.read_text(encoding="utf-8").replace('"导言"', '"导语"'), encoding="utf-8")
    assert "是不是“抓手”" in str(invoked("template", "check", "月报").exception)


def lead_choices() -> dict[str, tuple[str, str]]:
    """What stands in the lead, by what it does there: the phrase's id and wording, as the JSON draft tells them."""
    made = composed(Order(Path("年度总结.yaml")))
    return {c.spot.stand: (c.phrase, c.wording) for c in made.draft.choices if c.spot.where == "导语" and c.phrase}


def test_what_is_dropped_at_a_place_gives_way_there(desk: Path) -> None:
    before = lead_choices()
    said = invoked("drop", "年度总结.yaml", "导语")
    assert said.exit_code == 0, said.output
    assert not {phrase for phrase, _ in before.values()} & {phrase for phrase, _ in lead_choices().values()}
    assert all(f"现在是 导语（{stand}）" in said.output for stand in lead_choices())
    with (desk / "年度总结.弃用.yaml").open("a", encoding="utf-8") as file:
        file.write("# 科长不爱听\n")
    assert invoked("drop", "年度总结.yaml", "导语", "--undo").exit_code == 0
    assert lead_choices() == before
    assert "# 科长不爱听" in (desk / "年度总结.弃用.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", ["0", "3"])
def test_what_is_dropped_by_its_number_stands_nowhere(seed: str) -> None:
    gone = [c.phrase for c in composed(Order(Path("年度总结.yaml"), int(seed))).draft.choices if c.phrase]
    assert invoked("drop", "年度总结.yaml", *dict.fromkeys(gone)).exit_code == 0
    report = composed(Order(Path("年度总结.yaml"), int(seed))).draft.report
    printed = {i.origin.phrase for line in lines(report) for i in line.inlines if i.origin and i.origin.kind is OriginKind.PHRASE}
    assert printed
    assert not printed & set(gone)


def test_dropping_what_was_kept_keeps_it_no_longer(desk: Path) -> None:
    invoked("keep", "年度总结.yaml", "导语")
    before = lead_choices()
    said = invoked("drop", "年度总结.yaml", "导语")
    assert "不再保留" in said.output
    assert "导语" not in (desk / "年度总结.保留.yaml").read_text(encoding="utf-8")
    assert not {phrase for phrase, _ in before.values()} & {phrase for phrase, _ in lead_choices().values()}


def test_dropping_what_is_not_there_names_the_nearest(desk: Path) -> None:
    assert "是不是“请示报告”" in str(invoked("drop", "年度总结.yaml", "请示汇报").exception)
    assert "没有弃用“导语”" in str(invoked("drop", "年度总结.yaml", "导语", "--undo").exception)
    assert invoked("drop", "年度总结.yaml").output == "还没有弃用什么\n"
    (desk / "年度总结.弃用.yaml").write_text("- {处: 导语, 用语: 12345678}\n- {用语: ab, 地: 导语}\n", encoding="utf-8")
    said = invoked("draft", "年度总结.yaml").exception
    assert isinstance(said, Faults)
    assert [p.code for p in said.problems] == ["half-spot", "unknown-key"]

"""Many drafts at once: what is delivered, what is told, what a second run leaves alone."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import nigao
from generator.cli.record import RECORD, common_share
from tests.running import invoked

FACTS = """\
文种: 工作总结
单位: {{全称: 云州市{name}局, 党组织: 局党组}}
时段: 2025年
做法:
  - 主题: 政治建设
    要点:
      - {{事项: 请示报告, 事实: [报告重大事项{count}件]}}
打算:
  - 主题: 政治建设
"""
NAMES = ("水务", "教育", "民政")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "表 格"
    made.mkdir()
    for n, name in enumerate(NAMES):
        (made / f"{name}.yaml").write_text(FACTS.format(name=name, count=n + 3), encoding="utf-8")
    return made


def drafts(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.docx"))}


def test_the_rest_is_delivered(folder: Path, tmp_path: Path) -> None:
    (folder / "坏.yaml").write_text("文种: 年度总节\n", encoding="utf-8")
    out = tmp_path / "稿子"
    done = invoked("batch", folder, "-o", out)
    assert done.exit_code == 1
    assert list(drafts(out)) == sorted(f"{name}.docx" for name in NAMES)
    assert "写成 3 份，没有写成 1 份" in done.output
    told = (out / "没有写成.txt").read_text(encoding="utf-8")
    assert "坏.yaml:1:5" in told
    assert "年度总结" in told
    (folder / "坏.yaml").unlink()
    done = invoked("batch", folder, "-o", out)
    assert (done.exit_code, done.output.splitlines()[0]) == (0, "没变 3 份")
    assert not (out / "没有写成.txt").exists()
    rows = (out / "清单.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[:2] for row in rows[1:]] == [[name, "没变"] for name in sorted(NAMES)]


def test_two_of_one_name_are_told(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "水务.yaml", folder / "水务.yml")
    done = invoked("batch", folder, "-o", tmp_path / "稿子")
    assert done.exit_code == 1
    assert "水务.yml: 错误：和 水务.yaml 会写成同一份稿子" in done.output
    assert len(drafts(tmp_path / "稿子")) == 3


def test_what_changed_is_drafted_again_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "稿子"
    invoked("batch", folder, "-o", out)
    before = drafts(out)
    (folder / "教育.yaml").write_text(FACTS.format(name="教育", count=99), encoding="utf-8")
    (out / "民政.docx").unlink()
    assert "写成 2 份，没变 1 份" in invoked("batch", folder, "-o", out).output
    after = drafts(out)
    assert {name for name in before if before[name] != after[name]} == {"教育.docx"}


def test_a_draft_that_was_edited_stays(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "稿子"
    invoked("batch", folder, "-o", out)
    edited = docx.Document(str(out / "水务.docx"))
    edited.add_paragraph("改过")
    edited.save(str(out / "水务.docx"))
    kept = drafts(out)
    done = invoked("batch", folder, "-o", out)
    assert (done.exit_code, drafts(out)) == (0, kept)
    assert "有人改过、留着 1 份" in done.output
    (folder / "水务.yaml").write_text(FACTS.format(name="水务", count=50), encoding="utf-8")
    done = invoked("batch", folder, "-o", out)
    assert (done.exit_code, drafts(out)) == (1, kept)
    assert "没有覆盖" in done.output


def test_a_batch_broken_off_ends_as_if_it_had_not_been(folder: Path, tmp_path: Path) -> None:
    whole, broken = tmp_path / "甲", tmp_path / "乙"
    invoked("batch", folder, "-o", whole)
    invoked("batch", folder, "-o", broken)
    record = (broken / RECORD).read_bytes()
    (broken / RECORD).write_bytes(record[: len(record) // 2])
    (broken / "民政.docx").unlink()
    invoked("batch", folder, "-o", broken)
    assert drafts(broken) == drafts(whole)
    assert (broken / RECORD).read_bytes().count(b"\n") == 3


def test_the_number_of_processes_changes_nothing(folder: Path, tmp_path: Path) -> None:
    invoked("batch", folder, "-o", tmp_path / "甲", "--jobs", "1")
    done = invoked("batch", folder, "-o", tmp_path / "乙", "--jobs", "2")
    assert done.exit_code == 0, done.output
    assert drafts(tmp_path / "甲") == drafts(tmp_path / "乙")


def test_a_table_becomes_facts_files_and_drafts(tmp_path: Path) -> None:
    table, out = tmp_path / "表.csv", tmp_path / "稿子"
    assert invoked("batch", "--sheet", "工作总结", "-o", table).exit_code == 0
    heads = table.read_text(encoding="utf-8-sig").splitlines()
    width = heads[0].count(",") + 1
    row = ["云州市水/务局", "工作总结", *[""] * (width - 2)]
    row[heads[1].split(",").index("时段")] = "2025年"
    row[heads[3].split(",").index("次")] = "12"
    bad = ["云州市教育局", "工作总节", *row[2:]]
    table.write_text("\n".join([*heads, ",".join(row), ",".join(bad)]), encoding="utf-8")
    done = invoked("batch", table, "-o", out)
    assert done.exit_code == 1
    assert list(drafts(out)) == ["云州市水_务局.docx"]
    assert "表.csv B6: 错误：没有“工作总节”这个文种" in done.output
    facts = out / "事实表" / "云州市水_务局.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("'12'", "'13'"), encoding="utf-8")
    done = invoked("batch", table, "-o", out)
    assert "13" in facts.read_text(encoding="utf-8")
    assert "没有覆盖" in done.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "甲"], "给出装着事实表的文件夹"),
        (["空", "-o", "甲"], "没有事实表"),
        (["--sheet", "工作总结", "-o", "甲.doc"], "写成 甲.xlsx 或 .csv"),
        (["--sheet", "工作总节", "-o", "甲.csv"], "工作总结"),
    ],
)
def test_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("空").mkdir()
    done = CliRunner().invoke(nigao, ["batch", *words])
    assert done.exit_code != 0
    assert said in f"{done.output}{done.exception}"
    shutil.rmtree("空")


@given(st.lists(st.lists(st.sampled_from("甲乙丙丁戊"), max_size=6), min_size=2, max_size=5))
def test_the_share_in_common_is_that_of_all_pairs(texts: Sequence[Sequence[str]]) -> None:
    sets = [set(text) for text in texts]
    size = sum(map(len, sets)) / len(sets)
    pairs = [len(a & b) for a, b in combinations(sets, 2)]
    assert common_share(texts) == pytest.approx(sum(pairs) / len(pairs) / size if size else 0)


def test_an_empty_table_is_written_over_when_told_so(tmp_path: Path) -> None:
    target = tmp_path / "表.csv"
    target.write_text("我的\n", encoding="utf-8")
    assert "--force" in str(invoked("batch", "--sheet", "述职报告", "-o", target).exception)
    assert target.read_text(encoding="utf-8") == "我的\n"
    assert invoked("batch", "--sheet", "述职报告", "-o", target, "--force").exit_code == 0


def test_what_the_tool_keeps_beside_facts_files_is_no_job(folder: Path, tmp_path: Path) -> None:
    (folder / "检查.yaml").write_text("不查: []\n", encoding="utf-8")
    (folder / "不用的.弃用.yaml").write_text("[]\n", encoding="utf-8")
    assert invoked("batch", folder, "-o", tmp_path / "稿子").exit_code == 0


def test_what_lies_in_folders_within_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "各科室").mkdir()
    (folder / "各科室" / "财务.yaml").write_text(FACTS.format(name="财务", count=9), encoding="utf-8")
    (folder / "各科室" / "别的.yaml").write_text("颜色: 红\n", encoding="utf-8")
    done = invoked("batch", folder, "-o", tmp_path / "稿子")
    assert f"子文件夹里的事实表没有读：{folder / '各科室' / '财务.yaml'}；" in done.stderr
    assert len(drafts(tmp_path / "稿子")) == 3

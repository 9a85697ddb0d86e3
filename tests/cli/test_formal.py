"""From a facts file with 版头, 版记, seal and 台账 to the draft: nothing lost, the ill-written number told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import nigao

FACTS = """\
文种: 年度总结
单位: {全称: 云州市档案馆, 自称: 我馆}
时段: 2025年
成文日期: 2025-12-19
版头: {密级: 秘密★1年, 发文机关: 云州市档案馆, 发文字号: "云档发[2025]第3号", 签发人: 云某某}
版记: {抄送: 云州市委办公室, 印发机关: 云州市档案馆办公室, 印发日期: 2025-12-20}
用印: 是
附件:
  - {名称: 重点工作台账, 台账: 做法}
做法:
  - 主题: 安全生产
    要点:
      - 事项: 库房巡查
        事实: [{做了: 巡查库房, 数: 36, 量: 次}, {做了: 更换灯具, 数: 待补, 量: 盏}]
问题: [巡查记录不够细]
打算: [新建库房1间]
"""


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "事实表.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


def test_every_part_stands_in_the_draft_with_its_origin(facts: Path) -> None:
    made = json.loads(CliRunner().invoke(nigao, ["draft", str(facts), "--format", "json"]).stdout)
    spans = [s for b in made["blocks"] for s in [*b.get("spans", []), *(s for cell in b.get("cells", []) for s in cell)]]
    said = {s["text"]: s["origin"] for s in spans}
    assert said["云档发[2025]第3号"]["path"] == "版头.发文字号"
    assert said["云州市委办公室"]["line"] == 6
    assert said["36"]["path"] == "做法[0].要点[0].事实[0]"
    assert [b["role"] for b in made["blocks"]][:4] == ["密级", "发文机关标志", "发文字号", "签发人"]
    assert not [p for p in made["problems"] if p["code"] == "unused"]
    (warning,) = [p for p in made["problems"] if p["code"] == "document-number"]
    assert (warning["line"], warning["hint"].split("：")[1]) == (5, "写成 云档发〔2025〕3号")
    assert len([p for p in made["problems"] if p["code"] == "blank"]) == 1


def test_the_word_file_is_written(facts: Path) -> None:
    result = CliRunner().invoke(nigao, ["draft", str(facts)])
    assert result.exit_code == 0
    assert facts.with_suffix(".docx").exists()
    assert "发文字号" in result.stderr

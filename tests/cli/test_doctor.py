"""``nigao doctor`` tells what is there, what is not, and what is broken; only the last is a fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import doctor
from generator.cli.main import nigao

pytestmark = pytest.mark.usefixtures("home")


def run() -> Result:
    return CliRunner().invoke(nigao, ["doctor"])


def row(said: Result, what: str) -> str:
    (found,) = (line for line in said.output.splitlines() if line[1:].startswith(f"　{what}："))
    return found


def test_what_is_missing_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    monkeypatch.setenv("NIGAO_CACHE", "")
    said = run()
    assert said.exit_code == 0
    for what in ("LibreOffice", "pdftoppm", "快速分词", "读写电子表格", "字体", "缓存"):
        assert row(said, what).startswith("缺"), what
    assert "pip install 'nigao[fast]'" in said.output
    assert "，0 样坏的" in said.output


def test_fonts_are_told_look_by_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(doctor, "missing", lambda names, _: tuple(name for name in names if "GB2312" in name))
    said = run()
    assert row(said, "版式 gbt9704 的字体") == "缺　版式 gbt9704 的字体：仿宋_GB2312、楷体_GB2312"
    assert "windows" in row(said, "字体")


def test_a_bank_with_faults_is_broken_and_one_without_is_counted(home: Path) -> None:
    own = home / "用语库"
    own.mkdir()
    (own / "我的.yaml").write_text("- 守好云岭\n- 守好青石\n", encoding="utf-8")
    assert row(run(), "用语库") == "好　用语库：用语库 里 2 条"
    (own / ".我的.yaml.99999999.nigao.tmp").write_bytes(b"half")
    assert ".我的.yaml.99999999.nigao.tmp" in row(run(), "没写完的文件")
    (own / "我的.yaml").write_text("- {说法: 守好云岭, 类: 别的}\n", encoding="utf-8")
    said = run()
    assert said.exit_code == 1
    assert row(said, "用语库").startswith("坏")


def test_a_folder_that_cannot_be_written_is_broken(home: Path) -> None:
    (home / "文件").write_bytes(b"")
    found = doctor._writable("当前文件夹", home / "文件")
    assert found.state is doctor.State.BROKEN
    assert doctor._writable("当前文件夹", home).state is doctor.State.FINE


def test_faulty_files_are_findings_among_the_others(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(doctor, "missing", lambda _, __: ())
    (home / "版式").mkdir()
    (home / "版式" / "坏.yaml").write_text("名称: 坏\n别的: 1\n", encoding="utf-8")
    (home / "版式" / "也坏.yaml").write_bytes(b"\xff\xfe\x00")
    told = run()
    assert told.exit_code == 1
    assert row(told, "版式 坏") == "坏　版式 坏：有 8 处错误"
    assert row(told, "版式 也坏").startswith("坏")
    assert row(told, "字体").startswith("好")
    assert row(told, "用语库").startswith("好")
    assert "2 样坏的" in told.output

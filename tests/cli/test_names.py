"""Names of files that are no text (PEP 383): whatever is printed or written of them, no command ends in a traceback, and JSON stays JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.jsontext import json_text
from generator.printable import encoded, printable, spelled
from tests.conftest import ROOT

ODD = "d\udcb8"
FACTS = "文种: 工作总结\n单位: {全称: 云州市水务局}\n时段: 2025年\n做法: [{主题: 防汛, 要点: [{事项: 巡查, 事实: [巡查水库36次]}]}]\n"
TEXT = "云州市水务局2025年工作总结\n一、主要做法\n抓好防汛工作，巡查水库36次.\n"


SPELLED = {"库\udcb8.txt": "库\\xb8.txt", "甲.txt": "甲.txt", "a\\xb8": "a\\xb8", "\udc80\udcff": "\\x80\\xff"}


def test_how_a_name_is_spelled() -> None:
    for name, shown in SPELLED.items():
        assert (spelled(name), printable(name), encoded(name), json.loads(json_text([name]))) == (shown, shown, shown.encode(), [shown])


def test_what_is_no_character_at_all_is_written_as_a_question() -> None:
    assert (encoded("甲\ud800"), printable("甲\ud800")) == ("甲?".encode(), "甲")


COMMANDS = {
    "check, printed as SARIF": (["check", f"{ODD}/甲.txt", "--format", "sarif"], ""),
    "check, a page": (["check", f"{ODD}/甲.txt", "-o", "页.html"], "页.html"),
    "check, data": (["check", f"{ODD}/甲.txt", "-o", "查.json"], "查.json"),
    "check, SARIF": (["check", f"{ODD}/甲.txt", "-o", "查.sarif"], "查.sarif"),
    "check, text": (["check", f"{ODD}/甲.txt", "-o", "查.txt"], "查.txt"),
    "check against last year": (["check", f"{ODD}/乙.yaml", "--last", f"{ODD}/甲.txt", "-o", "照.json"], "照.json"),
    "drafts of a folder": (["batch", ODD, "-o", "稿"], "稿/清单.csv"),
    "drafts into a folder": (["batch", ODD, "--format", "json", "-o", f"稿{ODD}"], f"稿{ODD}/乙.json"),
    "a draft as data": (["draft", f"{ODD}/乙.yaml", "-o", "稿.json"], "稿.json"),
    "sentences": (["bank", "search", "--sentences", "防汛", ODD], ""),
    "one facts file of two": (["merge", f"{ODD}/乙.yaml", f"{ODD}/丙\udcb9.yaml", "-o", "合.yaml"], "合.yaml"),
    "mining": (["bank", "mine", ODD, "-o", "库"], ""),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name != "posix" or sys.platform == "darwin":
        pytest.skip("names are text here")
    monkeypatch.chdir(tmp_path)
    Path(ODD).mkdir()
    Path(f"{ODD}/甲.txt").write_text(TEXT, encoding="utf-8")
    for name in ("乙", "丙\udcb9"):
        Path(f"{ODD}/{name}.yaml").write_text(FACTS, encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_no_name_stops_a_command(name: str) -> None:
    words, written = COMMANDS[name]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-m", "generator", *words], capture_output=True, env=environment, check=False)
    assert (done.returncode in (0, 1), done.stderr.count(b"Traceback")) == (True, 0), done.stderr.decode(errors="replace")
    shown = Path(written).read_bytes() if written else done.stdout
    assert "\udcb8" not in shown.decode("utf-8")
    if written.endswith((".json", ".sarif")):
        json.loads(shown)

"""Names of files that are no text (PEP 383): whatever is printed or written of them, no command ends in a traceback, and JSON stays JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from generator.jsontext import json_text
from generator.printable import encoded, printable, spelled
from tests.streams import ran

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
    "check, printed as SARIF": (["check", f"{ODD}/甲.txt", "--format", "sarif"], "", "d%B8/"),
    "check, a page": (["check", f"{ODD}/甲.txt", "-o", "页.html"], "页.html", "<html"),
    "check, data": (["check", f"{ODD}/甲.txt", "-o", "查.json"], "查.json", r"d\\xb8/甲.txt"),
    "check, SARIF": (["check", f"{ODD}/甲.txt", "-o", "查.sarif"], "查.sarif", "d%B8/"),
    "check, text": (["check", f"{ODD}/甲.txt", "-o", "查.txt"], "查.txt", r"d\xb8/甲.txt:3:15: "),
    "check against last year": (["check", f"{ODD}/乙.yaml", "--last", f"{ODD}/甲.txt", "-o", "照.json"], "照.json", "[]"),
    "drafts of a folder": (["batch", ODD, "-o", "稿"], "稿/清单.csv", r"丙\xb9,写成,"),
    "drafts into a folder": (["batch", ODD, "--format", "json", "-o", f"稿{ODD}"], f"稿{ODD}/乙.json", r"d\\xb8"),
    "a draft as data": (["draft", f"{ODD}/乙.yaml", "-o", "稿.json"], "稿.json", r"d\\xb8"),
    "sentences": (["bank", "search", "--sentences", "防汛", ODD], "", "巡查水库36次"),
    "one facts file of two": (["merge", f"{ODD}/乙.yaml", f"{ODD}/丙\udcb9.yaml", "-o", "合.yaml"], "合.yaml", r"乙.yaml、丙\xb9.yaml"),
    "mining": (["bank", "mine", ODD, "-o", "库"], "", "读了 1 份报告"),
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
    """What is written is text, and holds the name as it is spelled there."""
    words, written, told = COMMANDS[name]
    done = ran(*words)
    assert done.code in (0, 1), done.stderr.decode()
    shown = Path(written).read_bytes() if written else done.stdout
    assert told in shown.decode("utf-8")
    if written.endswith((".json", ".sarif")):
        json.loads(shown)

"""Texts in odd encodings and dress, as reports and as facts files: read as they are, or told what they are; never read as what they are not."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import run

pytestmark = pytest.mark.usefixtures("home")

REPORT = "云州市水务局2025年工作总结\n\n一、主要做法\n加强巡查,巡查水库36次。\n二、存在问题\n人手少。\n云州市水务局\n2025年11月20日\n"
FACTS = "文种: 工作总结\n单位: {全称: 云州市水务局}\n时段: 2025年\n做法:\n  - 主题: 防汛\n    事实: [巡查水库36次]\n"
Dressed = Callable[[str], bytes]


def ended(sign: str) -> Dressed:
    return lambda text: text.replace("\n", sign).encode()


READ: dict[str, Dressed] = {
    "UTF-8": str.encode,
    "UTF-8 with its mark": lambda text: text.encode("utf-8-sig"),
    "UTF-8 with its mark twice": lambda text: codecs.BOM_UTF8 * 2 + text.encode(),
    "GBK": lambda text: text.encode("gbk"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 the other way round": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "lines of Windows": ended("\r\n"),
    "lines of old Macs": ended("\r"),
}
"""What is read, as a report and as a facts file."""
LINED: dict[str, Dressed] = {
    "lines ended by U+2028": ended("\u2028"),
    "lines ended by U+2029": ended("\u2029"),
    "lines ended by U+0085": ended("\x85"),
    "lines ended by a vertical tab": ended("\v"),
    "a new page before a chapter": lambda text: text.replace("二、", "\f二、").encode(),
    "the end of a DOS file": lambda text: text.encode() + b"\x1a",
    "hard blanks at the ends": ended("\u00a0\n"),
    "the direction forced": lambda text: text.replace("巡查", "\u202e巡查").encode(),
    "colours of a terminal": lambda text: text.replace("水库", "\x1b[31m水库\x1b[0m").encode(),
}
"""What is read as a report."""
TOLD: dict[str, tuple[Dressed, str]] = {
    "UTF-16 without its mark": (lambda text: text.encode("utf-16-le"), "像是 UTF-16"),
    "UTF-16 the other way round without its mark": (lambda text: text.encode("utf-16-be"), "像是 UTF-16"),
    "UTF-16 cut within a character": (lambda text: text.encode("utf-16")[:-1], "不完整"),
    "UTF-16 with zeros": (lambda text: (text + "\0").encode("utf-16"), "不是文字"),
    "UTF-32": (lambda text: text.encode("utf-32"), "UTF-32"),
    "UTF-32 the other way round": (lambda text: codecs.BOM_UTF32_BE + text.encode("utf-32-be"), "UTF-32"),
    "Big5": (lambda _: "雲州市水務局2025年工作總結，巡查水庫三十六次。".encode("big5"), "认不出"),
    "Latin 1": (lambda _: "résumé café".encode("latin-1"), "认不出"),
    "Shift JIS": (lambda _: "水道局の報告です。これは日本語です。".encode("shift-jis"), "认不出"),
    "a byte that is no UTF-8": (lambda text: text.encode() + b"\xff", "从这里起不是 UTF-8"),
    "a surrogate": (lambda text: text.encode() + b"\xed\xa0\x80", "从这里起不是 UTF-8"),
    "GBK behind UTF-8": (lambda text: text.encode() + "附件".encode("gbk"), "从这里起不是 UTF-8"),
    "GBK behind the mark of UTF-8": (lambda text: codecs.BOM_UTF8 + text.encode("gbk"), "认不出"),
    "zeros": (lambda text: text.encode() + b"\0", "这不是文字文件"),
    "nothing but zeros": (lambda _: b"\0" * 64, "这不是文字文件"),
    "rich text": (lambda text: b"{\\rtf1 " + text.encode("gbk") + b"}", "RTF"),
    "PDF": (lambda _: b"%PDF-1.7\n", "PDF"),
}
"""What is told instead of being read."""
COMMANDS = ("check 稿.txt", "format 稿.txt -o 排好.docx", "draft 稿.yaml -o -", "ask 稿.yaml", "new --from 稿.txt -o 新.yaml")
EMPTY = {"nothing": b"", "blanks": b" \n\t\n", "the mark of UTF-8 alone": codecs.BOM_UTF8, "characters that nobody sees": "\u200b\u200b\n".encode()}
"""Files that say nothing."""


@pytest.mark.parametrize("name", [*READ, *LINED])
def test_reports(name: str) -> None:
    Path("稿.txt").write_bytes({**READ, **LINED}[name](REPORT))
    code, said = run("check 稿.txt --fix 改.txt")
    assert code == 1
    assert "改了：“,”→“，”" in said
    assert run("format 稿.txt -o 排好.docx")[0] == 0
    said = run("diff 排好.docx 稿.txt")[1]
    assert "没有变化" in said or name == "hard blanks at the ends", said


@pytest.mark.parametrize("name", READ)
def test_facts(name: str) -> None:
    Path("事实.yaml").write_bytes(READ[name](FACTS))
    code, said = run("draft 事实.yaml -o -")
    assert (code, "巡查水库36次" in said) == (0, True)


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize(
    "command", ["check 稿.txt", "format 稿.txt -o 排好.docx", "draft 稿.yaml -o -", "ask 稿.yaml", "new --from 稿.txt -o 新.yaml"]
)
def test_what_is_told(name: str, command: str) -> None:
    made, why = TOLD[name]
    Path("稿.txt").write_bytes(made(REPORT))
    Path("稿.yaml").write_bytes(made(FACTS))
    code, said = run(command)
    assert (code != 0, why in said) == (True, True), said
    assert {path.name for path in Path().iterdir()} == {"稿.txt", "稿.yaml"}


@pytest.mark.parametrize("name", EMPTY)
@pytest.mark.parametrize("command", ["check 稿.txt", "check 稿.md", "format 稿.txt -o 排好.docx", "format 稿.md -o 排好.docx"])
def test_what_says_nothing(name: str, command: str) -> None:
    for path in ("稿.txt", "稿.md"):
        Path(path).write_bytes(EMPTY[name])
    code, said = run(command)
    assert (code, "没有字" in said, Path("排好.docx").exists()) == (2, True, False), said

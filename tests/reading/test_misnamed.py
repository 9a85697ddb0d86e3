"""What a file is that goes by another kind's name: told by what it is, and that it is misnamed only where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reading.foreign import called
from tests.running import invoked

PAGE, RICH = "<html><body><p>总结</p></body></html>".encode(), b"{\\rtf1 x}"
PLAIN, OLD = "云州市水务局工作总结".encode(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("稿.doc", PAGE, "这是网页，只是后缀写成了 .doc\n"),
        ("稿.html", PAGE, "这是网页，不是 .docx\n"),
        ("稿.docx", PAGE, "这是网页，只是后缀写成了 .docx\n"),
        ("稿.wps", RICH, "这是 RTF 文件（.rtf），只是后缀写成了 .wps\n"),
        ("稿.rtf", RICH, "这是 RTF 文件（.rtf），不是 .docx\n"),
        ("稿.doc", PLAIN, "这是文字文件，只是后缀写成了 .doc\n"),
        ("稿.doc", OLD, "读 .doc 文件要用 LibreOffice"),
        ("稿", OLD, "这是旧版的 Office 文件"),
    ],
)
def test_what_a_misnamed_file_is(name: str, data: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    (tmp_path / name).write_bytes(data)
    assert said in str(invoked("new", "--from", tmp_path / name, "-o", tmp_path / "今年.yaml").exception)


def test_text_without_a_suffix_is_read(tmp_path: Path) -> None:
    (tmp_path / "稿").write_bytes(PLAIN + "\n一、主要做法\n巡查12次。".encode())
    assert invoked("new", "--from", tmp_path / "稿", "-o", tmp_path / "今年.yaml").exit_code == 0


def test_a_name_without_a_suffix_changes_nothing() -> None:
    assert called("这是网页，只是后缀写成了 .docx", "2.5总结") == "这是网页，只是后缀写成了 .docx"

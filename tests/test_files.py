"""The rim: encodings are told apart or refused, nobody's work is overwritten, a write is whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.files import Encoding, decode, read_decoded, read_text, resource_dir, write_new
from generator.problems import Faults

TEXT = "文种: 年度总结\n单位:\n  全称: 云州市发展和改革局\n"


def code(caught: pytest.ExceptionInfo[Faults]) -> str:
    (problem,) = caught.value.problems
    return problem.code


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [("utf-8", Encoding.UTF8), ("utf-8-sig", Encoding.UTF8), ("gb18030", Encoding.GB18030), ("gbk", Encoding.GB18030), ("utf-16", Encoding.UTF16)],
)
def test_encodings_are_told_apart(codec: str, encoding: Encoding, tmp_path: Path) -> None:
    path = tmp_path / "事实.yaml"
    path.write_bytes(TEXT.encode(codec))
    assert read_text(path).text == TEXT
    assert read_decoded(path).encoding is encoding
    assert read_text(path).name == str(path)


@pytest.mark.parametrize(
    "data",
    [
        "Résumé à côté de l'été".encode("latin-1"),
        "雲州市發展與改革局年度總結報告".encode("big5"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16") + b"\x00",
        TEXT.encode()[:-5] + b"\xff\n",
        b"PK\x03\x04whatever",
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=["latin-1", "big5", "utf-16 without its mark", "utf-16 cut off", "broken utf-8", "docx", "png"],
)
def test_what_is_no_text_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(Faults):
        decode("文件", data)


def test_a_bad_byte_is_located() -> None:
    with pytest.raises(Faults) as caught:
        decode("事实.yaml", "甲\n乙丙".encode() + b"\xff\xff")
    assert str(caught.value.problems[0].place) == "事实.yaml:2:3"


@given(st.binary(max_size=200))
def test_decoding_answers_or_raises_faults(data: bytes) -> None:
    with contextlib.suppress(Faults):
        assert "\r" not in decode("文件", data).source.text


@given(st.text(max_size=100))
def test_utf8_is_read_to_the_letter(text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    if "\0" not in text and not text.startswith(("\ufeff", "PK\x03\x04", "%PDF")):
        assert decode("文件", data).source.text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    for path, expected in ((tmp_path / "没有.yaml", "no-file"), (tmp_path, "is-folder")):
        with pytest.raises(Faults) as caught:
            read_text(path)
        assert code(caught) == expected


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_new(tmp_path / "稿.docx", b"new")
    assert (tmp_path / "稿.docx").read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["稿.docx"]


def test_another_ones_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(b"theirs")
    for may_replace in (lambda _: False, lambda data: data == b"mine"):
        with pytest.raises(Faults) as caught:
            write_new(path, b"new", may_replace)
        assert code(caught) == "would-overwrite"
        assert path.read_bytes() == b"theirs"
    write_new(path, b"new", lambda data: data == b"theirs")
    assert path.read_bytes() == b"new"
    write_new(path, b"forced", force=True)
    assert path.read_bytes() == b"forced"


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_new(path, b"new", force=True)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "真.docx").write_bytes(b"old")
    (tmp_path / "链.docx").symlink_to("真.docx")
    write_new(tmp_path / "链.docx", b"new", force=True)
    assert (tmp_path / "链.docx").is_symlink()
    assert (tmp_path / "真.docx").read_bytes() == b"new"


def test_a_failed_write_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Faults) as caught:
        write_new(path, b"new", force=True)
    assert code(caught) == "unwritable"
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["稿.docx"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    for path, expected in ((tmp_path / "没有" / "稿.docx", "no-folder"), (tmp_path, "is-folder")):
        with pytest.raises(Faults) as caught:
            write_new(path, b"new")
        assert code(caught) == expected


def test_shipped_data_is_found() -> None:
    assert (resource_dir("templates") / "styles" / "gbt9704.yaml").is_file()


def test_a_bad_byte_behind_a_byte_order_mark_is_told_where_it_is() -> None:
    with pytest.raises(Faults) as told:
        decode("稿.txt", b"\xef\xbb\xbf" + "第一行\n第二行".encode() + b"\xed\xa0\x80")
    assert [(p.place.line, p.place.column) for p in told.value.problems] == [(2, 4)]

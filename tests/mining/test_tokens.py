"""jieba behind its wall: the same words whoever owns the folder for temporary files, and not a word of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from generator.mining import tokens


def test_a_cache_that_cannot_be_kept_is_not_spoken_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("jieba.cache", tokens._CACHE):
        (tmp_path / name).mkdir()
    tokens._jieba.cache_clear()
    tokens._read_jieba.cache_clear()
    assert tokens._jieba(frozenset({"政治建设"}), frozenset())("加强政治建设") == [("加强", "v"), ("政治建设", "nz")]
    assert capfd.readouterr() == ("", "")

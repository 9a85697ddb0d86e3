"""Whole sentences of an archive: against reading every report through, whatever became of the index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import cache
from generator.cli import sentences as index
from generator.cli.main import nigao
from generator.cli.reports import Given

SENTENCES = {
    "云州局2023年总结": ["认真压实主体责任，抓好防汛工作。", "一年来，完成100%的任务。", "党员干部带头学习，带头落实。"],
    "石河局工作总结": ["2021年，压紧压实各级责任，守牢底线。", "认真压实主体责任，抓好防汛工作。", "Grid_1 网格员入户走访，服务群众。"],
}


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存"))
    folder = tmp_path / "往年报告"
    folder.mkdir()
    for name, body in SENTENCES.items():
        (folder / f"{name}.txt").write_text(f"{name}\n\n一、主要做法\n" + "\n".join(body) + "\n", encoding="utf-8")
    return folder


def found(archive: Path, *words: str) -> set[str]:
    return {sentence.text for sentence in index.sentences(words, [archive])}


def expected(*words: str) -> set[str]:
    return {text for body in SENTENCES.values() for text in body if all(word in text for word in words)}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_all_sentences_with_all_words_and_no_others(archive: Path, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([t for body in SENTENCES.values() for t in body]))
    cuts = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 6)), min_size=1, max_size=3))
    words = [text[at : at + size] for at, size in cuts]
    assert found(archive, *words) == expected(*words)


@pytest.mark.parametrize(
    "words", [("压实",), ("责任", "防汛"), ("100%",), ("0%",), ("00%的",), ("_1",), ("d_1",), ("没有的话",), ("'",), ('"责任',), ("压_责任",)]
)
def test_words_short_and_odd(archive: Path, words: tuple[str, ...]) -> None:
    assert found(archive, *words) == expected(*words)


def test_where_it_stands_the_newest_first(archive: Path) -> None:
    (first, *_) = index.sentences(["压实主体责任"], [archive])
    assert first.places == ("2023年　云州局2023年总结　一、主要做法", "2021年　石河局工作总结　一、主要做法")


def test_only_what_changed_is_read_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    reading: Callable[[Given], object] = Given.report
    monkeypatch.setattr(Given, "report", lambda self: read.append(self.name) or reading(self))
    assert found(archive, "守牢底线")
    assert found(archive, "守牢底线")
    assert sorted(read) == sorted(SENTENCES)
    (archive / "石河局工作总结.txt").write_text("一、主要做法\n守牢安全底线，一刻不松。\n", encoding="utf-8")
    assert found(archive, "底线") == {"守牢安全底线，一刻不松。"}
    assert read[2:] == ["石河局工作总结"]
    (archive / "石河局工作总结.txt").unlink()
    assert found(archive, "底线") == set()
    assert found(archive, "责任") == {"认真压实主体责任，抓好防汛工作。"}


@pytest.mark.parametrize("damage", ["gone", "text", "half", "none", "file"])
def test_whatever_became_of_the_index(archive: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    assert found(archive, "责任") == expected("责任")
    folder = archive.parent / "缓存"
    (path,) = folder.glob("*.sqlite")
    match damage:
        case "gone":
            path.unlink()
        case "text":
            path.write_text("不是索引", encoding="utf-8")
        case "half":
            path.write_bytes(path.read_bytes()[:5000])
        case "none":
            monkeypatch.setenv(cache.VARIABLE, "")
        case "file":
            monkeypatch.setenv(cache.VARIABLE, str(path))
    (archive / "新.txt").write_text("一、主要做法\n新的责任压到一线去。\n", encoding="utf-8")
    assert found(archive, "责任") == {*expected("责任"), "新的责任压到一线去。"}


def test_the_command(archive: Path) -> None:
    done = CliRunner().invoke(nigao, ["bank", "search", "--sentences", "压实 责任", str(archive), "-n", "1"])
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        "认真【压实】主体【责任】，抓好防汛工作。",
        "    2023年　云州局2023年总结　一、主要做法　等 2 处",
        "共 2 条，还有 1 条没有列出，用 -n 多列几条。",
    ]
    for words in (["责任"], [str(archive)]):
        assert CliRunner().invoke(nigao, ["bank", "search", "--sentences", *words]).exit_code == 2

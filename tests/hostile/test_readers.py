"""Every reader of what a person writes, on files of its own kind with a few characters changed: it reads them or tells what is wrong, and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.bank.completions import load_completions
from generator.bank.files import load_phrases
from generator.bank.formulations import load_formulations
from generator.bank.ledger import load_ledger
from generator.bank.phrase import Layer
from generator.bank.topics import load_topics
from generator.bank.words import load_words
from generator.check.prose.settings import load_settings
from generator.check.prose.words import load_words as load_check_words
from generator.cli.record import Record
from generator.cli.signed import load_records
from generator.compose.dropped import load_drops
from generator.compose.kept import load_kept
from generator.facts.load import load_facts
from generator.files import decode
from generator.fit.classes import load_classes
from generator.fit.common import load_common
from generator.fit.threshold import load_threshold
from generator.problems import Faults, Place, Source
from generator.reading.markdown import read_markdown
from generator.reading.text import read_text
from generator.recall.vocabulary import load_vocabulary
from generator.render.styles import load_style
from generator.sheet.book import read_csv
from generator.template.load import load_template
from tests.conftest import ROOT

BANK = ROOT / "phrasebank"
Reader = Callable[[Source], object]


def _check_words(name: str, source: Source) -> object:
    return load_check_words({name: source})


READERS: Mapping[str, tuple[Path | str, Reader]] = {
    "事实表": (ROOT / "examples" / "年度总结.yaml", load_facts),
    "用语": (BANK / "curated" / "通用.yaml", partial(load_phrases, layer=Layer.USER)),
    "审阅": (BANK / "审阅.yaml", load_ledger),
    "主题": (BANK / "主题.yaml", load_topics),
    "提法": (BANK / "提法.yaml", load_formulations),
    "补字": (BANK / "补字.yaml", load_completions),
    "事类": (BANK / "事类.yaml", partial(load_classes, key="事类")),
    "常用": (BANK / "常用.yaml", load_common),
    "旧稿": (BANK / "旧稿.yaml", load_vocabulary),
    "词": (BANK / "mined" / "词.yaml", load_words),
    "门槛": ("门槛: 0.3\n", load_threshold),
    "保留": ("导语: [{用语: 87fbb2c8, 说法: 强化政治建设}]\n", load_kept),
    "弃用": ("- 87fbb2c8\n- {处: 导语, 用语: 501cf5f4}\n", load_drops),
    "检查": ("不查: [half-width, {规则: blank, 句: 待补}]\n", lambda source: load_settings(source, ["half-width", "blank"])),
    **{path.stem: (path, partial(_check_words, path.name)) for path in sorted((BANK / "检查").glob("*.yaml"))},
    "版式": (ROOT / "templates" / "styles" / "office.yaml", load_style),
    "文种": (ROOT / "templates" / "年度总结" / "文种.yaml", lambda source: load_template("年度总结", source, {})),
    "表": ("板块,单位\n事项,文种\n做了,\n量,\n云州市水务局,年度总结\n", read_csv),
    "清单": ("分句.yaml\t0a1b2c3d4e5f 0a1b2c3d4e5f\n", lambda source: load_records(source.text)),
    "报告": (ROOT / "examples" / "往年报告" / "云州市水务局" / "2023_党建年度总结.txt", lambda source: read_text(source.name, source.text)),
    "记号": ("# 标题\n\n- 一\n  - 二\n\n| 表 | 格 |\n|---|---|\n", lambda source: read_markdown(source.name, source.text)),
}
_LONGEST = 1500
_SIGNS = "\"'{}[]:,#&*!|>%@`-?~《》“”：、\t\n\x00\x1b\ufeff\ud800"
_PIECES = st.sampled_from([*_SIGNS, ": ", "\n  ", "\n- ", "<<: ", "9" * 30, "待补", "数: "]) | st.text(max_size=3)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), _PIECES), min_size=1, max_size=5)


def _edited(text: str, edits: list[tuple[float, int, str]]) -> str:
    for where, struck, put in edits:
        at = int(where * len(text))
        text = text[:at] + put + text[at + struck :]
    return text


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_a_file_with_a_slip_is_read_or_told(kind: str, edits: list[tuple[float, int, str]]) -> None:
    given_as, reader = READERS[kind]
    whole = given_as if isinstance(given_as, str) else given_as.read_text(encoding="utf-8")[:_LONGEST]
    try:
        reader(decode("改过.yaml", _edited(whole, edits).encode(errors="surrogatepass")).source)
    except Faults as faults:
        told = faults.problems
    else:
        return
    assert told
    assert all(problem.message and problem.place.path for problem in told)


def test_a_cell_without_an_end_is_told() -> None:
    with pytest.raises(Faults) as caught:
        read_csv(Source("表.csv", f'甲,乙\n丙,"{"丁" * 140_000}\n'))
    assert [(p.code, p.place) for p in caught.value.problems] == [("not-csv", Place("表.csv", 2))]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.binary(max_size=40) | st.just('{"稿": "甲", "据": "a", "摘要": "b", "用语": [], "数": [1, 2, 3]}'.encode()), max_size=4))
def test_a_record_of_a_batch_that_is_broken_counts_for_what_is_whole(tmp_path: Path, rows: list[bytes]) -> None:
    (tmp_path / "批次记录.jsonl").write_bytes(b"\n".join(rows))
    assert set(Record(tmp_path).entries) <= {"甲"}

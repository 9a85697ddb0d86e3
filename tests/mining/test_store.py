"""Evidence ⇄ text, and banks distilled from stored evidence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bank.files import store_phrases
from generator.mining import store
from generator.mining.distil import distil, mine
from generator.mining.store import Stored, dumps, file_key, gathered, loads, union
from generator.problems import Faults, Source
from tests.mining.invented import TEXTS, report


def _stored(texts: list[str]) -> dict[str, Stored]:
    return {file_key(f"报告{i}", text.encode()): gathered(report(f"报告{i}", text)) for i, text in enumerate(texts)}


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_what_is_stored_is_read_back(text: str) -> None:
    part = gathered(report("甲", text))
    assert loads(Source("甲.json", dumps(part))) == part
    assert dumps(loads(Source("甲.json", dumps(part)))) == dumps(part)


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.permutations(range(3)))
def test_a_bank_from_the_store_is_the_bank_from_scratch(texts: list[str], order: list[int]) -> None:
    parts = {key: loads(Source(key, dumps(part))) for key, part in _stored(texts).items()}
    keys = sorted(parts)
    shuffled = {keys[i]: parts[keys[i]] for i in order if i < len(keys)}
    scratch = mine([report(f"报告{i}", text) for i, text in enumerate(texts)])
    assert store_phrases(distil(union(shuffled))) == store_phrases(scratch)


@settings(max_examples=15, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3, unique=True))
def test_removing_a_report_leaves_no_trace(texts: list[str]) -> None:
    parts = _stored(texts)
    last = file_key(f"报告{len(texts) - 1}", texts[-1].encode())
    left = {key: part for key, part in parts.items() if key != last}
    assert store_phrases(distil(union(left))) == store_phrases(distil(union(_stored(texts[:-1]))))


def test_no_sentence_is_stored() -> None:
    long = "我们一边修路一边架桥并且在雨季到来以前把全部的沟渠都清理了一遍又一遍直到水能够顺畅地流过去为止。"
    told = dumps(gathered(report("甲", f"一、主要做法\n（一）修路。{long}架桥修路。\n")))
    assert long[:20] not in told
    assert "。" not in json.loads(told)["所见"].__repr__()


def test_evidence_names_its_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    part = gathered(report("甲", "一、主要做法\n坚持以观测质量为先。\n"))
    assert part.current
    monkeypatch.setattr(store, "rules", lambda: "别的规则")
    assert not part.current


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"内容": "", "报告": "", "规则": "", "片段": [], "所见": [{"kind": "诗"}]}', "{,"])
def test_broken_evidence_is_one_fault(text: str) -> None:
    with pytest.raises(Faults) as caught:
        loads(Source("坏.json", text))
    assert [p.code for p in caught.value.problems] == ["not-evidence"]

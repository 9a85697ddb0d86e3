"""Evidence in SQLite, and banks distilled from stored evidence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bank.ledger import Decision, Ledger, Verdict
from generator.bank.phrase import Kind
from generator.bank.stored import store_phrases
from generator.fit.tables import NO_TABLES
from generator.mining import clusters, store
from generator.mining.archive import Held
from generator.mining.distil import distil, distilled, mine
from generator.mining.store import Rows, Stored, file_key, gathered, union
from tests.mining.invented import TEXTS, report

_LISTS = st.lists(TEXTS, min_size=1, max_size=3)


def _stored(texts: list[str]) -> dict[str, Stored]:
    return {file_key(f"报告{i}", text.encode()): gathered(report(f"报告{i}", text)) for i, text in enumerate(texts)}


@contextmanager
def _kept(parts: Mapping[str, Stored]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as database:
        assert store.prepare(database)
        for key, part in parts.items():
            store.keep(database, key, part)
        store.settle(database, parts.keys())
        yield database


def _bank(database: sqlite3.Connection, ledger: Ledger | None = None) -> dict[str, str]:
    return store_phrases(distilled(Rows(database), (), (), ledger or Ledger(), NO_TABLES))


@settings(max_examples=30, deadline=None)
@given(_LISTS)
def test_what_is_stored_is_read_back(texts: list[str]) -> None:
    parts = _stored(texts)
    with _kept(parts) as database:
        assert store.evidence(database) == union(parts.values())
        assert {key: kept.name for key, kept in store.known(database).items()} == {key: part.found.name for key, part in parts.items()}


@settings(max_examples=20, deadline=None)
@given(_LISTS, st.permutations(range(3)))
def test_a_bank_from_the_store_is_the_bank_from_scratch(texts: list[str], order: list[int]) -> None:
    parts = _stored(texts)
    keys = sorted(parts)
    scratch = mine([report(f"报告{i}", text) for i, text in enumerate(texts)])
    with _kept({keys[i]: parts[keys[i]] for i in order if i < len(keys)}) as database:
        assert _bank(database) == store_phrases(scratch) == store_phrases(distil(union(parts.values())))


@settings(max_examples=15, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3, unique=True))
def test_removing_a_report_leaves_no_trace(texts: list[str]) -> None:
    parts = _stored(texts)
    last = file_key(f"报告{len(texts) - 1}", texts[-1].encode())
    with _kept(parts) as database:
        store.settle(database, parts.keys() - {last})
        assert _bank(database) == store_phrases(distil(union(_stored(texts[:-1]).values())))


@settings(max_examples=10, deadline=None)
@given(_LISTS)
def test_decisions_hold_wherever_the_evidence_is(texts: list[str]) -> None:
    decided = Ledger(
        (
            Decision(Verdict.EDIT, "确保人人过关", Kind.CLAUSE, instead="推动站网提质增效"),
            Decision(Verdict.REJECT, part="选点", reason="本地的话"),
            Decision(Verdict.ACCEPT, "召开论证会{次数}次"),
        )
    )
    parts = _stored(texts)
    with _kept(parts) as database:
        assert _bank(database, decided) == store_phrases(distil(union(parts.values()), ledger=decided))


def test_what_is_gathered_counts_once_it_is_settled() -> None:
    first, second = _stored(["一、主要做法\n坚持以观测质量为先。\n", "一、主要做法\n压实值守责任，确保人人过关。\n"]).items()
    with _kept(dict([first])) as database:
        store.keep(database, *second)
        assert store.evidence(database).keys() == {first[1].content}
        store.settle(database, {first[0]})
        assert store.known(database).keys() == {first[0]}


def test_one_content_under_two_names_counts_once() -> None:
    text = "一、主要做法\n压实值守责任，确保人人过关。\n"
    parts = {name: gathered(report(name, text)) for name in ("乙", "甲")}
    with _kept(parts) as database:
        assert [found.name for found in store.evidence(database).values()] == ["乙"]
        assert _bank(database) == store_phrases(distil(union(parts.values())))


def test_clusters_are_the_same_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "一、主要做法\n坚持以观测质量为先，推动站网提质增效。"
    texts = [f"{said}\n", f"{said}召开论证会3次。\n", "一、主要做法\n压实值守责任。\n"]
    archive = Held(union(_stored(texts).values()))
    whole = clusters.clusters(archive)
    assert len(set(whole.values())) == 2
    monkeypatch.setattr(clusters, "_AT_ONCE", 1)
    assert clusters.clusters(archive) == whole


def test_no_sentence_is_stored() -> None:
    long = "我们一边修路一边架桥并且在雨季到来以前把全部的沟渠都清理了一遍又一遍直到水能够顺畅地流过去为止。"
    with _kept(_stored([f"一、主要做法\n（一）修路。{long}架桥修路。\n"])) as database:
        told = "\n".join(database.iterdump())
    assert long[:20] not in told
    assert "。" not in told


def test_a_file_of_another_format_is_known() -> None:
    with _kept({}) as database:
        database.execute("PRAGMA user_version = 99")
        assert not store.prepare(database)

"""The compiled bank answers as the parsed one does, is made anew where a file changed and only for that file, and may be gone or broken."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from generator import cache
from generator.bank import compiled
from generator.bank.bank import Bank, layered
from generator.bank.compiled import CompiledBank
from generator.bank.files import Entry, load_entries
from generator.bank.ledger import load_ledger
from generator.bank.phrase import Kind, Layer, Nature, Position
from generator.bank.search import Query, best, search
from generator.chinese.counted import NOTHING_COUNTED
from generator.chinese.fronted import NOTHING_FRONTED
from generator.chinese.notes import Completions
from generator.cli import shelf
from generator.cli.shelf import phrases, stock, wordlists
from generator.cli.shelf.banks import bank as bank_anew
from generator.compose.draft import Draft, compose
from generator.compose.frames import nearest, set_around
from generator.files import read_text, resource_dir
from generator.fit.conditions import particulars_of
from generator.fit.gist import Gist, Reader
from generator.fit.judge import fit
from generator.fit.place import Place
from generator.problems import Source
from generator.report import Move
from tests.conftest import EXAMPLES

ROWS = "- {说法: 守好云岭山水, 主题: 支部建设, 类: 分句, 语步: 举措, 位: 收}\n"
PARTS = ("mined/分句_谈话.yaml", "mined/词.yaml", "curated/通用.yaml", "curated/群众服务.yaml")
CUT = {wordlists.COUNTED: 3, wordlists.FRONTED: 3, wordlists.SITUATIONS: 100}
"""Entries of the largest tables, which are most of what a small bank would take to compile."""
KEYS = ("检查", "培训", "慰问金", "安全生产", "没有的词")


@pytest.fixture(scope="module")
def parsed() -> Bank:
    """The shipped bank as it is parsed, nothing of it from the compiled form."""
    with pytest.MonkeyPatch.context() as without:
        without.setattr(wordlists, "ready", lambda: None)
        without.setattr(cache, "earlier", lambda _: None)
        layers = [[e.phrase for e in layer] for layer in shelf.layers_of()]
        return layered(
            layers, shelf.topics(), shelf.tables(), shelf.words(), shelf.completions(), shelf.formulations(), shelf.naming(), shelf.bearings()
        )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of a few of the shipped files, the largest of its tables cut, which no test writes to."""
    small, whole = tmp_path_factory.mktemp("小") / "phrasebank", stock.home("phrasebank")
    for path in (*whole.glob("*.yaml"), *(whole / part for part in PARTS)):
        kept = small / path.relative_to(whole)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, kept)
    for name, many in CUT.items():
        (small / name).write_text(_cut(read_text(whole / name).text, many), encoding="utf-8")
    return small


def _cut(rows: str, many: int) -> str:
    """The first ``many`` entries of the list ``rows``, with what stands above them."""
    return "\n- ".join(rows.split("\n- ")[: many + 1]) + "\n"


@pytest.fixture
def own(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small bank in place of the shipped one, a cache of the test's own, and a folder of the user's with two files."""
    whole = stock.home
    monkeypatch.setattr(stock, "home", lambda name: small if name == "phrasebank" else whole(name))
    monkeypatch.setattr(stock, "source", read_text)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存"))
    folder = tmp_path / "库"
    folder.mkdir()
    (folder / "我的.yaml").write_text(ROWS, encoding="utf-8")
    (folder / "他的.yaml").write_text("- 让来访的人少跑一趟\n", encoding="utf-8")
    return folder


def _unlearned(table: Completions) -> Completions:
    return replace(table, counted=NOTHING_COUNTED, fronted=NOTHING_FRONTED)


def _weights(table: Completions) -> dict[tuple[str, str], Mapping[str, float]]:
    learned = (table.counted.learned, table.fronted.learned)
    return {(str(trait), value): weights for softmax in learned for trait, value, weights in softmax.table()}


@pytest.mark.parametrize("remembered", [1 << 17, 1])
def test_it_weighs_as_the_tables_do(parsed: Bank, bank: Bank, remembered: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much of what was weighed before it remembers."""
    monkeypatch.setattr(compiled, "_MOST_WEIGHED", remembered)
    for noun, measure in (("加密会商", "次"), ("申报点", "个"), ("不知何物", "只")):
        assert bank.completions.counted.told(noun, measure) == parsed.completions.counted.told(noun, measure)


@pytest.mark.parametrize("said", ["优化政务服务，新增自助终端12台", "开展安全生产检查，排查隐患120处", "云"])
def test_a_heading_that_is_left_out_says_in_one_half_nothing_of_the_block(parsed: Bank, bank: Bank, said: str) -> None:
    block = parsed.reader.gist(said)
    place = Place((block,), block)
    heading = (Kind.HEADING, Move.MEASURE, None, place)
    found = bank.likely(*heading, block)
    assert found == parsed.likely(*heading, block)
    left = {*bank.likely(*heading)} - {*found}
    assert all(p.layer is not Layer.USER and not all(_tells(half, block, parsed.reader) for half in p.text.split("，")) for p in left)
    assert all(p.layer is Layer.USER or all(_tells(half, block, parsed.reader) for half in p.text.split("，")) for p in found)


def _tells(half: str, block: Gist, reader: Reader) -> bool:
    """Whether the block says a particular of the half, where that has any."""
    words = [reader.speaks_of(word) for word in particulars_of(half, reader)]
    return not words or any(said & block.said or things & block.things for said, things in words)


def test_it_holds_the_same(parsed: Bank, bank: Bank) -> None:
    assert dict(bank.phrases) == dict(parsed.phrases)
    assert {i: p.layer for i, p in bank.phrases.items()} == {i: p.layer for i, p in parsed.phrases.items()}
    assert (bank.topics, bank.tables, bank.frames) == (parsed.topics, parsed.tables, parsed.frames)
    known, told = bank.tables.situations, parsed.tables.situations
    assert (known.expected_words, bank.owns_situated) == (told.expected_words, parsed.owns_situated)
    for words in (frozenset[str](), {"检查", "不知何词"}, told.by_word.keys()):
        assert {*known.under(words)} == {*told.under(words)}
    for characters in ({"检", "\t"}, told.by_first.keys()):
        assert sorted(known.beginning(characters)) == sorted(told.beginning(characters)) != []
    assert (_unlearned(bank.completions), bank.formulations, bank.counts) == (_unlearned(parsed.completions), parsed.formulations, parsed.counts)
    assert _weights(bank.completions) == _weights(parsed.completions) != {}
    for kind in (Kind.CLAUSE, Kind.HEADING):
        for position in (None, *Position):
            for move in (Move.MEASURE, Move.PLAN, Move.GENERAL):
                assert bank.beside(kind, move, position, KEYS) == parsed.beside(kind, move, position, KEYS)
    assert bank.pool(Kind.CLAUSE, Move.LEAD, "目标") == parsed.pool(Kind.CLAUSE, Move.LEAD, "目标") != ()
    for pool, name in (("要点动词", "请示报告"), ("要点动词", "应急预案"), ("两句标题", "移风易俗")):
        kind = Kind.HEADING if pool == "两句标题" else Kind.LEAD
        around = set_around(name, bank, kind, Move.MEASURE, pool)
        assert around == set_around(name, parsed, kind, Move.MEASURE, pool)
        assert nearest(around, name) == nearest(parsed.pool(kind, Move.MEASURE, pool), name) != ()
    assert "ffffffff" not in bank.phrases
    with pytest.raises(KeyError):
        bank.phrases["ffffffff"]


@pytest.mark.parametrize(
    "conditions", [{}, {"topic": "支部建设"}, {"kind": Kind.LEAD, "move": Move.MEASURE}, {"nature": Nature.CLAIM, "topic": "没有"}]
)
def test_it_counts_and_finds_the_same(parsed: Bank, bank: Bank, conditions: dict[str, Any]) -> None:
    assert bank.having(**conditions) == parsed.having(**conditions)
    assert bank.topic_counts() == parsed.topic_counts()


@pytest.mark.parametrize("words", ["压实 责任", "抓好督查", "民意导向", "坚持党建引领服务中心", "“第一议题”", "20 x", "{次数} 学习", "一"])
def test_no_find_is_left_out(parsed: Bank, bank: Bank, words: str) -> None:
    query = Query(tuple(words.split()))
    held = list(bank.holding(query.words))
    found = search(parsed.phrases.values(), query)
    assert search(held, query) == found
    for most in (1, 5, 1000):
        assert best(lambda nearly: bank.holding(query.words, nearly), query, most) == found[: most + 1]
    assert len(held) < len(parsed.phrases)


@pytest.mark.parametrize("said", [("开展安全生产检查", "排查隐患120处"), ("慰问困难党员12名",), ("", "举办培训3期")])
def test_what_is_left_out_could_not_stand(parsed: Bank, bank: Bank, said: tuple[str, ...]) -> None:
    place = Place(parsed.reader.gists(said), parsed.reader.gist("支部建设"), parsed.reader.gist(said[0]))
    for kind, position in ((Kind.CLAUSE, Position.OPEN), (Kind.CLAUSE, Position.CLOSE), (Kind.HEADING, None)):
        found = bank.likely(kind, Move.MEASURE, position, place)
        assert found == parsed.likely(kind, Move.MEASURE, position, place)
        beside = parsed.beside(kind, Move.MEASURE, position, place.keys)
        assert {p.id for p in beside if fit(p, place, parsed.reader).stands} <= {p.id for p in found} < {p.id for p in beside}
        assert all(bank.reader.things_of(p.text) == parsed.reader.gist(p.text).things for p in found)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_drafts_are_the_same(path: Path, parsed: Bank, bank: Bank) -> None:
    facts, _ = shelf.facts(path)
    template = shelf.template(facts.kind)
    assert compose(facts, template, bank, seed=1) == compose(facts, template, parsed, seed=1)


def test_tables_and_entries_are_the_same(parsed: Bank, bank: Bank) -> None:
    assert len(bank.phrases) > len(parsed.phrases) / 2
    assert (shelf.topics(), shelf.tables(), shelf.words()) == (parsed.topics, parsed.tables, parsed.counts)
    assert (_unlearned(shelf.completions()), shelf.formulations()) == (_unlearned(parsed.completions), parsed.formulations)
    assert (shelf.naming(), shelf.bearings()) == (parsed.naming, parsed.bearings)
    home = resource_dir("phrasebank")
    path = home / "curated" / "支部建设.yaml"
    entries = load_entries(Source(path.relative_to(home.parent).as_posix(), read_text(path).text), Layer.CURATED)
    known = [e for layer in shelf.layers_of() for e in layer if e.place.path == "phrasebank/curated/支部建设.yaml"]
    assert known == entries != []
    ledger = load_ledger(read_text(home / shelf.LEDGER))
    assert (shelf.shipped_ledger(), shelf.shipped_ledger()) == (ledger, ledger)


def _rows(bank: Bank) -> dict[str, list[tuple[object, ...]]]:
    """All that a compiled bank holds, but for the word of its conditions under which a formula is found: any of them will do."""
    assert isinstance(bank, CompiledBank)
    whole = "file phrase posted asks pooled ending known weighed situation situated begun".split()
    columns = {"asked": "stand, number", **dict.fromkeys(whole, "*")}
    return {table: sorted(set(bank._database.execute(f"SELECT {named} FROM {table}"))) for table, named in columns.items()}


def test_made_of_the_shipped_one_it_is_what_it_is_made_anew(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = bank_anew()
    first, second, third = [p for p in shipped.phrases.values() if p.kind is Kind.CLAUSE and p.nature is Nature.FORMULA and len(p.text) > 6][:3]
    again = f"- {{说法: {first.text}, 类: 分句, 语步: 举措, 主题: 支部建设, 位: 句}}\n- 让{second.text[:4]}的新词站住\n"
    (own / "他的.yaml").write_text(again, encoding="utf-8")
    lines = read_text(stock.home("phrasebank") / PARTS[0]).text.splitlines()
    copied = next(line for line in lines if line.startswith("- ") and third.text not in line)
    (own / "抄来.yaml").write_text(copied, encoding="utf-8")  # the same in every word, but the user's
    changed = "把云岭讲堂办到田间"
    ledger = f"- {{说法: {second.text}, 类: 分句, 决定: 不收}}\n- {{说法: {third.text}, 类: 分句, 决定: 改, 改成: {changed}}}\n"
    (own / shelf.LEDGER).write_text(ledger, encoding="utf-8")
    (own / "物类.yaml").write_text(f"- {{物类: 讲堂, 词: [云岭, {first.text[:2]}, {first.text[2:4]}]}}\n", encoding="utf-8")
    (own / "主题.yaml").write_text("- {主题: 讲堂, 词: [云岭讲堂, 讲堂]}\n", encoding="utf-8")
    headings = (p for p in shipped.phrases.values() if p.kind is Kind.HEADING and p.nature is Nature.FORMULA and "{" not in p.text)
    particular = next(words[0] for p in headings if (words := particulars_of(p.text, shipped.reader)))
    (own / "常用.yaml").write_text(f"- {{词: [{particular}]}}\n", encoding="utf-8")
    like = bank_anew((own,))
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "另一处"))
    anew = bank_anew((own,))
    assert _rows(like) == _rows(anew)
    texts = {p.text for p in like.phrases.values()}
    assert changed in texts
    assert third.text not in texts
    assert dict(like.phrases) == dict(anew.phrases) != dict(shipped.phrases)
    for words in ((first.text[:2],), (second.text,), ("云岭",), (third.text[:3],), ("的",), ("实",)):
        assert list(like.holding(words)) == list(anew.holding(words))
        assert list(like.holding(words, nearly=False)) == list(anew.holding(words, nearly=False))


def _read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the phrase files that are parsed from now on."""
    names: list[str] = []
    whole = phrases._entries

    def entries(source: Source, layer: Layer) -> list[Entry]:
        names.append(Path(source.name).name)
        return whole(source, layer)

    monkeypatch.setattr(phrases, "_entries", entries)
    return names


def test_only_what_changed_is_parsed_anew(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = _read(monkeypatch)
    bank_anew()
    assert len(names) > 2
    names.clear()
    before = bank_anew((own,))
    assert sorted(names) == ["他的.yaml", "我的.yaml"]
    names.clear()
    assert dict(bank_anew((own,)).phrases) == dict(before.phrases)
    assert names == []
    path = own / "我的.yaml"
    path.write_text(ROWS + "- 让群众听得懂\n", encoding="utf-8")
    after = bank_anew((own,))
    assert names == ["我的.yaml"]
    assert {p.text for i, p in after.phrases.items() if i not in before.phrases} == {"让群众听得懂"}
    (own / "他的.yaml").unlink()
    assert "让来访的人少跑一趟" not in {p.text for p in bank_anew((own,)).phrases.values()}
    assert names == ["我的.yaml"]


@pytest.fixture(scope="module")
def whole_draft(small: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Draft]:
    """The cache of the small bank as it is when nobody has harmed it, and what is drafted with it."""
    folder, home = tmp_path_factory.mktemp("缓存"), stock.home
    with pytest.MonkeyPatch.context() as set_up:
        set_up.setattr(stock, "home", lambda name: small if name == "phrasebank" else home(name))
        set_up.setattr(stock, "source", read_text)
        set_up.setenv(cache.VARIABLE, str(folder))
        return folder, _drafted()


def _drafted() -> Draft:
    facts, _ = shelf.facts(EXAMPLES[0])
    return compose(facts, shelf.template(facts.kind), bank_anew(), seed=2)


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("harm", ["gone", "empty", "cut short", "a page short", "no database", "nowhere to keep it", "read-only"])
def test_a_harmed_cache_changes_nothing(monkeypatch: pytest.MonkeyPatch, harm: str, tmp_path: Path, whole_draft: tuple[Path, Draft]) -> None:
    unharmed, whole = whole_draft
    folder = shutil.copytree(unharmed, tmp_path / "缓存")
    kept = folder / f"{shelf.compiled_name(())}.sqlite"
    match harm:
        case "gone":
            kept.unlink()
        case "empty":
            kept.write_bytes(b"")
        case "cut short":
            os.truncate(kept, kept.stat().st_size // 2)
        case "a page short":
            os.truncate(kept, kept.stat().st_size - 4096)
        case "no database":
            kept.write_bytes(b"- {a: b}\n" * 5000)
        case "nowhere to keep it":
            monkeypatch.setenv(cache.VARIABLE, "")
        case "read-only":
            kept.chmod(0o400)
            folder.chmod(0o500)
    try:
        assert _drafted() == whole
    finally:
        folder.chmod(0o700)

"""A draft recalled, every question answered with = (as last year), and drafted again: nothing that the clerk gave is lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from generator.bank.bank import Bank
from generator.chinese.punctuation import clauses
from generator.cli import shelf
from generator.cli.recalled import recalled
from generator.cli.wanted import asker
from generator.compose.draft import compose
from generator.compose.facts import with_quantity
from generator.facts.fill import filled
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.facts.remembered import again
from generator.facts.reread import Refused
from generator.printed import lines
from generator.problems import Source
from generator.render.word import docx_bytes
from generator.report import plain
from tests.conftest import EXAMPLES

NOW = datetime(2026, 1, 5, tzinfo=UTC)
_SUPPLIED = "(?:为|达|到|至|是|将|把|开展|组织|进行|推动|的|对)?"


def answered(path: Path, text: str) -> str:
    """``text`` with every gap answered as last year, as far as last year tells."""
    read = lru_cache(maxsize=1)(asker(path).read)  # an answer that counts was read to see what the file says with it
    passed: set[object] = set()
    while True:
        now = read(Source(str(path), text))
        gap = next((g for g in now.gaps if g.id not in passed), None)
        if gap is None:
            return text
        said = again(gap, now.facts)
        anew = filled(Source(str(path), text), now, gap, said, read) if said else Refused("")
        if isinstance(anew, Refused):
            passed.add(gap.id)
        else:
            text = anew


def drafted(facts: Facts, bank: Bank) -> str:
    report = compose(facts, shelf.template(facts.kind), bank, seed=2).report
    return "".join(line.text for line in lines(report))


def lost(old: Facts, again_printed: str, first_printed: str) -> list[str]:
    """The clauses of what was done that the first draft printed and the second does not."""
    said = [w for p in old.practices for i in p.items for w in (i.matter, *i.measures, *map(with_quantity, i.facts), i.result) if w]
    parts = [clause for words in said for clause in re.split("[，。；：]", plain(words)) if clause and "待补" not in clause]
    return [clause for clause in parts if _told(clause, first_printed) and not _told(clause, again_printed)]


def _told(clause: str, text: str) -> bool:
    return clause in text or re.search(_SUPPLIED.join(map(re.escape, clause)), text) is not None


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_all_as_last_year_loses_nothing(path: Path, tmp_path: Path, bank: Bank) -> None:
    old, _ = shelf.facts(path)
    draft = compose(old, shelf.template(old.kind), bank, seed=2)
    (tmp_path / "去年.docx").write_bytes(docx_bytes(draft.report, shelf.style("gbt9704"), created=NOW))
    text = recalled([tmp_path / "去年.docx"], "", bank).text
    back = load_facts(Source("今年.yaml", answered(tmp_path / "今年.yaml", text)), shelf.kinds())
    assert back.kind in (old.kind, *(kind for kind in shelf.kinds() if kind in plain(old.title)))
    printed = drafted(back, bank)
    assert lost(old, printed, "".join(line.text for line in lines(draft.report))) == []
    plans = [c for i in old.intentions for m in i.measures for _, c in clauses(plain(m))]
    assert [c for c in plans if not _told(c, printed)] == []


# --- who reports ---------------------------------------------------------------------------------------------------------------------------


def heads(path: Path, bank: Bank) -> Facts:
    return load_facts(Source("今年.yaml", recalled([path], "", bank).text), shelf.kinds())


def test_a_facts_file_keeps_its_branches_and_tells_of_its_themes(bank: Bank) -> None:
    [path] = [path for path in EXAMPLES if path.stem == "年度总结"]
    old, _ = shelf.facts(path)
    text = recalled([path], "", bank).text
    back = load_facts(Source("今年.yaml", text), shelf.kinds())
    assert list(map(plain, back.unit.branches)) == list(map(plain, old.unit.branches))
    assert not back.themes
    assert all(plain(theme) in text for theme in old.themes)


_SIGNED = "{unit}{year}工作总结\n一、主要做法\n（一）抓学习\n{said}\n{unit}\n2025年12月20日\n"


@pytest.mark.parametrize(
    ("unit", "said", "party"),
    [
        ("云州市图书馆", "市文化和旅游局党组检查2次，市文化和旅游局党组督查1次，馆党总支研究3次。", "馆党总支"),
        ("云州市图书馆", "市文化和旅游局党组检查2次，市文化和旅游局党组督查1次。", "党组"),
        ("云州市水务局", "局党组研究3次。", "局党组"),
        ("云州市发展和改革委员会", "委党组研究3次。", "委党组"),
        ("云州市第一中学", "校党委研究3次。", "校党委"),
        ("云州市城东区青石桥街道办事处", "街道党工委研究3次。", "街道党工委"),
        ("中共云州市委市直机关工作委员会", "市直机关工委讲课2次，机关党委检查3次，机关党委督查1次。", "工委"),
    ],
)
def test_the_body_of_the_party_is_the_units_own(unit: str, said: str, party: str, tmp_path: Path, bank: Bank) -> None:
    path = tmp_path / "去年.txt"
    path.write_text(_SIGNED.format(unit=unit, year="2025年", said=said), encoding="utf-8")
    assert plain(heads(path, bank).unit.party) == party


@pytest.mark.parametrize(("chapter", "kind"), [("主要做法", "年度总结"), ("主要工作", "工作总结"), ("工作情况", "年度总结")])
def test_the_kind_is_told_by_the_titles_of_the_parts(chapter: str, kind: str, tmp_path: Path, bank: Bank) -> None:
    path = tmp_path / "去年.txt"
    path.write_text(_SIGNED.format(unit="云州市水务局", year="2025年", said="学习3次。").replace("主要做法", chapter), encoding="utf-8")
    assert heads(path, bank).kind == kind


def test_who_signed_reports_again(tmp_path: Path, bank: Bank) -> None:
    path = tmp_path / "去年.txt"
    path.write_text("2025年度述职报告\n一、履职情况\n（一）抓学习\n学习3次。\n云州市图书馆　江月明\n2025年12月20日\n", encoding="utf-8")
    reporter = heads(path, bank).reporter
    assert reporter is not None
    assert plain(reporter.name) == "江月明"

"""A draft recalled, every question answered with = (as last year), and drafted again: nothing that the clerk gave is lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.bank.bank import Bank
from generator.chinese.punctuation import clauses
from generator.cli import shelf
from generator.cli.ask import _asker
from generator.cli.recalled import recalled
from generator.compose.draft import compose
from generator.compose.facts import with_quantity
from generator.facts.fill import Refused, filled
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.facts.remembered import again
from generator.printed import lines
from generator.problems import Source
from generator.render.word import docx_bytes
from generator.report import plain
from tests.conftest import EXAMPLES

NOW = datetime(2026, 1, 5, tzinfo=UTC)
_SUPPLIED = "(?:为|达|到|至|是|将|把|开展|组织|进行|推动|的|对)?"


def answered(path: Path, text: str) -> str:
    """``text`` with every gap answered as last year, as far as last year tells."""
    asker = _asker(path, usual=False)
    passed: set[object] = set()
    while True:
        now = asker.read(Source(str(path), text))
        gap = next((g for g in now.gaps if g.id not in passed), None)
        if gap is None:
            return text
        said = again(gap, now.facts)
        anew = filled(Source(str(path), text), now, gap, said, asker.read) if said else Refused("")
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
    return re.search(_SUPPLIED.join(map(re.escape, clause)), text) is not None


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_all_as_last_year_loses_nothing(path: Path, tmp_path: Path, bank: Bank) -> None:
    old, _ = shelf.facts(path)
    draft = compose(old, shelf.template(old.kind), bank, seed=2)
    (tmp_path / "去年.docx").write_bytes(docx_bytes(draft.report, shelf.style("gbt9704"), created=NOW))
    text = recalled([tmp_path / "去年.docx"], "", bank).text
    back = load_facts(Source("今年.yaml", answered(tmp_path / "今年.yaml", text)), shelf.kinds())
    assert back.kind == old.kind
    assert lost(old, drafted(back, bank), "".join(line.text for line in lines(draft.report))) == []
    plans = [c for i in old.intentions for m in i.measures for _, c in clauses(plain(m))]
    assert [c for c in plans if not _told(c, drafted(back, bank))] == []

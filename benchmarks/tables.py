"""How well ``nigao bank acts`` and ``things`` place words, by the reviewed tables themselves.

Each word that a table knows and that three offices of ``examples/往年报告`` use is hidden in turn; is it placed into a class that it stands in? Run:
``python benchmarks/tables.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.cli import shelf
from generator.cli.reports import given
from generator.fit.classes import LIGHT
from generator.mining.distil import gather
from generator.mining.evidence import Evidence, merge
from generator.mining.proposing.classes import Companies, Hidden, hidden
from generator.mining.proposing.company import nouns_of, used, verbs_of, well_known
from generator.mining.proposing.statements import claimed, statements
from generator.mining.tokens import tagger

_OFFICES = 3
_STEPS = (0.2, 0.15, 0.12, 0.1, 0.0)
_ARCHIVE = Path(__file__).parent.parent / "examples" / "往年报告"


def main() -> None:
    evidence = merge(*(gather(report.report()) for report in given([_ARCHIVE], [])))
    for name, found in (("事类", _acts(evidence)), ("物类", _things(evidence))):
        print(f"{name}：{len(found)} 个词，归对 {_share([h.right for h in found])}，前三里有 {_share([h.among_three for h in found])}")
        for low, high in zip(_STEPS, (2.0, *_STEPS), strict=False):
            part = [h.right for h in found if low <= h.alike < high]
            print(f"  {low:.2f} 起：{len(part)} 个，归对 {_share(part)}")


def _acts(evidence: Evidence) -> list[Hidden]:
    table = shelf.tables().acts
    tag = tagger(frozenset(), table.words())
    words = used((*claimed(shelf.bank()), *statements(evidence)), verbs_of(tag, table.members[LIGHT]), tag)
    return _hidden(Companies(well_known(words), table))


def _things(evidence: Evidence) -> list[Hidden]:
    bank, tag = shelf.bank(), tagger(frozenset())
    words = used((*claimed(bank), *statements(evidence)), nouns_of(tag, lambda text: bank.reader.gist(text).acts), tag)
    return _hidden(Companies(well_known(words), shelf.tables().things))


def _hidden(companies: Companies) -> list[Hidden]:
    return [h for h in hidden(companies) if len(companies.words[h.word].offices) >= _OFFICES]


def _share(found: Sequence[bool]) -> str:
    return f"{sum(found) / len(found):.0%}" if found else "—"


if __name__ == "__main__":
    main()

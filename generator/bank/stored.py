"""Phrases written as bank files (``files`` reads them): one phrase a line, the same phrases the same bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.bank.phrase import BY_STATEMENT, OR, Phrase, counted_texts
from generator.chinese.months import written
from generator.report import Role
from generator.yamlfile import dump_rows

_KEPT = ("说法", "类", "性质", "语步", "主题", "位", "伴", "事类", "限", "凭", "情形", "起", "止", "理由")


def entry_row(p: Phrase) -> str:
    """``p`` as a person would write it, one line: what follows from the wording is left out."""
    row = _row(p)
    return dump_rows([{key: row[key] for key in _KEPT if key in row}])


_MOST_LINES = 10_000
"""Phrases of one file: some four megabytes, which every part of the tool reads; what has more goes on in a second file."""


def store_phrases(phrases: Iterable[Phrase]) -> Mapping[str, str]:
    """File name → text, one file a kind and act, one phrase a line, sorted by move and wording: the same phrases give the same bytes.

    Phrases are taken one after another, and a text is put together when it is asked for, so that no bank need fit into memory.
    """
    lines = sqlite3.connect("")  # a file of SQLite's own, which is there only where memory does not do
    lines.execute("CREATE TABLE line (file TEXT, move TEXT, position TEXT, nature TEXT, text TEXT, line TEXT)")
    lines.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?)", ((*_place_of(p), dump_rows([_row(p)])) for p in phrases))
    lines.execute("CREATE INDEX in_order ON line (file, move, position, nature, text, line)")
    counts = lines.execute("SELECT file, count(*) FROM line GROUP BY file ORDER BY file")
    return _Files(lines, {_numbered(file, n): (file, n) for file, count in counts for n in range(-(-count // _MOST_LINES))})


def _numbered(file: str, n: int) -> str:
    return f"{file}_{n + 1}.yaml" if n else f"{file}.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class _Files(Mapping[str, str]):
    """Texts made of sorted ``lines``; ``parts`` says which they are, as a file and the how manieth portion of it."""

    lines: sqlite3.Connection
    parts: Mapping[str, tuple[str, int]]

    def __getitem__(self, name: str) -> str:
        file, n = self.parts[name]
        order = "SELECT line FROM line WHERE file = ? ORDER BY move, position, nature, text, line LIMIT ? OFFSET ?"
        return "".join(line for (line,) in self.lines.execute(order, (file, _MOST_LINES, n * _MOST_LINES)))

    def __iter__(self) -> Iterator[str]:
        return iter(self.parts)

    def __len__(self) -> int:
        return len(self.parts)


def _place_of(p: Phrase) -> tuple[str, str, str, str, str]:
    """The file of ``p`` and its place there."""
    return _file_of(p), p.move or "", p.position or "", p.nature, p.text


def _file_of(p: Phrase) -> str:
    """Clauses by the act they stand beside most, those that rest on their statement or on situations together, others by kind alone."""
    by = _BY_SITUATION if p.situations else BY_STATEMENT if p.by_statement else p.acts[0][0] if p.acts else ""
    return f"{p.kind}_{by}" if by else str(p.kind)


_BY_SITUATION = "情形"
"""What the file of phrases that are tied to situations is called after."""


def _row(p: Phrase) -> dict[str, Any]:
    row = {
        "说法": p.text,
        "类": str(p.kind),
        "性质": str(p.nature),
        "语步": str(p.move or ""),
        "主题": p.topic,
        "位": str(p.position or ""),
        "层级": str(p.level or ""),
        "角色": [r for r in map(str, Role) if r in p.roles],
        "又作": list(p.variants),
        "填过": list(p.fillers),
        "形": "+".join(map(str, p.shape)),
        "槽": [f"{s.name}:{s.topic}" for s in p.slots],
        "词": list(p.words),
        "伴": counted_texts(p.beside),
        "事类": counted_texts(p.acts),
        "限": [OR.join(group) for group in p.licence],
        "凭": BY_STATEMENT if p.by_statement else "",
        "情形": list(p.situations),
        "支持": str(p.support or ""),
        "单位数": str(p.units or ""),
        "次数": str(p.count or ""),
        "出处": [f"{e.report}:{e.line}" for e in p.evidence],
        "起": written(p.since) if p.since else "",
        "止": written(p.until) if p.until else "",
        "理由": p.reason,
        "状态": str(p.status),
    }
    return {key: value for key, value in row.items() if value}

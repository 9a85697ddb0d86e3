"""What a batch wrote, kept beside the drafts, so that a batch broken off goes on where it was and one done again writes only what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.cli.workshop import Done
from generator.files import write_new

RECORD = "批次记录.jsonl"


class Entry(Struct, frozen=True):
    """A draft written: the digest of what it was made from, its own, its wording, and what the list of drafts tells of it."""

    made_from: str
    digest: str
    wording: tuple[str, ...]
    characters: int
    blanks: int
    remarks: int

    @classmethod
    def of(cls, done: Done, made_from: str) -> Entry:
        return cls(made_from, done.digest, done.wording, done.characters, done.blanks, done.remarks)


class Record:
    """The record in a folder: one line a draft, the last of a name counting; a line that was broken off counts for nothing."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / RECORD
        self.entries = dict(_read(self.path))
        write_new(self.path, "".join(map(_line, self.entries, self.entries.values())).encode(), force=True)

    def add(self, name: str, entry: Entry) -> None:
        """Remember ``entry`` on disk at once."""
        self.entries[name] = entry
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(_line(name, entry))

    def common_share(self, names: Sequence[str]) -> float:
        """The share of the clauses of one draft that another has too, on average over all pairs of ``names``."""
        return common_share([self.entries[name].wording for name in names if name in self.entries])


def common_share(wordings: Sequence[Sequence[str]]) -> float:
    """Of the distinct clauses of a text, the share that stands in another text too, on average over all pairs; 0 for fewer than two texts."""
    texts = [frozenset(wording) for wording in wordings]
    pairs = len(texts) * (len(texts) - 1) / 2
    counts: dict[str, int] = {}
    for clause in (clause for text in texts for clause in text):
        counts[clause] = counts.get(clause, 0) + 1
    common = sum(n * (n - 1) / 2 for n in counts.values())
    size = sum(map(len, texts)) / len(texts) if texts else 0
    return common / pairs / size if pairs and size else 0.0


def _line(name: str, entry: Entry) -> str:
    row = {"稿": name, "据": entry.made_from, "摘要": entry.digest, "用语": entry.wording, "数": [entry.characters, entry.blanks, entry.remarks]}
    return json.dumps(row, ensure_ascii=False) + "\n"


def _read(path: Path) -> Iterator[tuple[str, Entry]]:
    if not path.is_file():
        return
    for line in path.read_bytes().split(b"\n"):
        try:
            row: Mapping[str, object] = json.loads(line)
            yield str(row["稿"]), _entry(row)
        except (ValueError, TypeError, KeyError):
            continue


def _entry(row: Mapping[str, object]) -> Entry:
    words, numbers = row["用语"], row["数"]
    if not isinstance(words, list) or not isinstance(numbers, list):
        raise TypeError
    return Entry(str(row["据"]), str(row["摘要"]), tuple(map(str, words)), *map(int, numbers))

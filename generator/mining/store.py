"""Evidence ⇄ text: one JSON file for each report file, so that a bank can be distilled again without the reports.

What is stored is what distilling reads: phrase-sized wording with its place, and the hashes by which near-duplicates are known. Every file carries
the fingerprint of the rules it was gathered by; evidence of other rules must be gathered anew.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from importlib import import_module
from typing import Any

from generator.bank.phrase import Kind, Position
from generator.mining.evidence import Evidence, ReportEvidence, Seen, merge
from generator.mining.extract import extract
from generator.mining.units import is_phrase
from generator.problems import Faults, Place, Problem, Source
from generator.report import Move, Report, Role

_RULES = ("generator.chinese", "generator.reading", "generator.mining", "generator.bank.slots", "generator.report")


@dataclass(frozen=True, slots=True)
class Stored:
    """The evidence of one report file: the key of what the report says, what it shows, and by which rules it was gathered."""

    content: str
    found: ReportEvidence
    rules: str

    @property
    def current(self) -> bool:
        """Whether the rules in force are those the evidence was gathered by."""
        return self.rules == rules()


@lru_cache(maxsize=1)
def rules() -> str:
    """A hash of the source of every module that may decide what a report shows."""
    sources = "\0".join(inspect.getsource(import_module(name)) for name in _modules())
    return hashlib.blake2s(sources.encode(), digest_size=8).hexdigest()


def _modules() -> list[str]:
    paths = [(name, getattr(import_module(name), "__path__", [])) for name in _RULES]
    return sorted([*_RULES, *(found.name for name, path in paths for found in pkgutil.iter_modules(path, f"{name}."))])


def file_key(name: str, data: bytes) -> str:
    """A hash over the name and the bytes of a report file: a file mined before is known before it is read as a report."""
    return hashlib.blake2s(name.encode() + b"\0" + data, digest_size=16).hexdigest()


def gathered(report: Report) -> Stored:
    """What ``report`` shows, without whatever is no phrase: no sentence of it stays."""
    content, found = extract(report)
    seen = tuple(sorted((s for s in found.seen if is_phrase(s.text, s.kind)), key=_order))
    return Stored(content, replace(found, seen=seen), rules())


def union(parts: Mapping[str, Stored]) -> Evidence:
    """The evidence of all ``parts``; one content under several names goes by the first of them."""
    return merge(*({part.content: part.found} for part in parts.values()))


# --- text ---------------------------------------------------------------------------------------------------------------------------------


def dumps(stored: Stored) -> str:
    """``stored`` as JSON, one sighting a line, sorted: the same evidence gives the same text."""
    rows = [json.dumps(_row(s), ensure_ascii=False, sort_keys=True) for s in stored.found.seen]
    found = stored.found
    head = {
        "内容": stored.content, "报告": found.name, "单位": found.unit, "规则": stored.rules, "片段": sorted(found.shingles), "词": found.words,
    }  # fmt: skip
    fields = [f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    return "{\n" + ",\n".join(fields) + ',\n"所见": [\n' + ",\n".join(rows) + "\n]\n}\n"


def loads(source: Source) -> Stored:
    """The evidence in ``source``. Raises ``Faults`` where it is not what ``dumps`` writes."""
    try:
        row = json.loads(source.text)
        seen = tuple(sorted((_seen(r) for r in row["所见"]), key=_order))
        found = ReportEvidence(str(row["报告"]), seen, frozenset(map(int, row["片段"])), str(row["单位"]), tuple(map(str, row["词"])))
        return Stored(str(row["内容"]), found, str(row["规则"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        hint = "删掉这个文件，把报告再挖一次"
        raise Faults([Problem(Place(source.name), "not-evidence", "这份凭据读不出来", hint)]) from None


def _order(seen: Seen) -> tuple[int, str, str, str]:
    return seen.line, str(seen.kind), seen.text, repr(seen)


def _row(seen: Seen) -> dict[str, Any]:
    """What of ``seen`` differs from the defaults, under the names of its fields."""
    return {f.name: value for f in fields(Seen) if (value := getattr(seen, f.name)) != f.default}


def _seen(row: Mapping[str, Any]) -> Seen:
    return Seen(**{name: _READ.get(name, _plain)(value) for name, value in row.items()})


_READ: Mapping[str, Callable[[Any], Any]] = {"kind": Kind, "move": Move, "position": Position, "roles": lambda roles: tuple(map(Role, roles))}


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value

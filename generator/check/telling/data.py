"""Remarks for programs: JSON of our own, and SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from generator.check.remark import Remark
from generator.jsontext import json_text
from generator.problems import Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(remarks: Sequence[Remark]) -> str:
    """A list of objects, one a remark."""
    return json_text([_plain(r) for r in remarks])


def _plain(remark: Remark) -> dict[str, Any]:
    fields = {
        "file": remark.place.path,
        "line": remark.place.line,
        "column": remark.place.column,
        "rule": remark.code,
        "level": str(remark.level),
        "severity": str(remark.severity),
        "message": remark.fault,
        "mend": remark.mend,
        "authority": remark.authority,
        "where": remark.where,
        "excerpt": remark.excerpt,
    }
    return fields if remark.instead is None else fields | {"quoted": remark.quoted, "instead": remark.instead}


def as_sarif(remarks: Sequence[Remark], version: str) -> str:
    """One run of a SARIF 2.1.0 log; ``version`` is the tool's. Lines of a Word file are its paragraphs."""
    codes = sorted({r.code for r in remarks})
    about = {r.code: r for r in remarks}
    rules = [
        {
            "id": code,
            "shortDescription": {"text": f"{about[code].level}：{code}"},
            "help": {"text": about[code].authority or str(about[code].level)},
            "defaultConfiguration": {"level": _LEVELS[about[code].severity]},
        }
        for code in codes
    ]
    driver = {"name": "nigao", "version": version, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(r, codes.index(r.code)) for r in remarks]}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(remark: Remark, index: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(remark.place.path.replace("\\", "/"), errors="surrogateescape")}}
    if remark.place.line:
        region: dict[str, Any] = {"startLine": remark.place.line}
        if remark.place.column:
            region["startColumn"] = remark.place.column
        if remark.excerpt:
            region["snippet"] = {"text": remark.excerpt}
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if remark.where:
        location["logicalLocations"] = [{"fullyQualifiedName": remark.where}]
    text = f"{remark.fault}。{remark.mend}" if remark.mend else remark.fault
    return {"ruleId": remark.code, "ruleIndex": index, "level": _LEVELS[remark.severity], "message": {"text": text}, "locations": [location]}

"""The JSON Schema of the facts file, derived from its declared keys, so that editors complete and explain them."""

from __future__ import annotations

from typing import Any

from generator.declared import Key, Many, Record, Shape, Text
from generator.facts.keys import FACTS

Schema = dict[str, Any]
_SCALAR = ["string", "number", "boolean", "null"]


def json_schema() -> Schema:
    """A JSON Schema (draft 2020-12) of the facts file; scalars of every YAML type are allowed, since all are read as text."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "事实文件", **_schema(FACTS)}


def _schema(shape: Shape) -> Schema:
    match shape:
        case Text():
            return {"type": _SCALAR, **({"enum": list(shape.choices)} if shape.choices else {})}
        case Many():
            return _many(shape)
        case Record():
            return _record(shape)


def _many(shape: Many) -> Schema:
    """A list, its single item, or nothing."""
    item = _schema(shape.item)
    listed = {"type": "array", "items": item}
    alone = item.get("anyOf", [item])
    return {"anyOf": [listed, *alone, {"type": "null"}]}


def _record(shape: Record) -> Schema:
    """An object with closed keys, or the bare text that stands for its short key."""
    required = [key.name for key in shape.keys if key.required]
    record: Schema = {
        "type": "object",
        "description": shape.doc,
        "properties": {key.name: _property(key) for key in shape.keys},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }
    return {"anyOf": [{"type": _SCALAR}, record]} if shape.short else record


def _property(key: Key) -> Schema:
    schema = _schema(key.shape)
    return {**schema, "description": key.doc}

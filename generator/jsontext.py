"""Data for other programs: JSON with Chinese written as it is (RFC 8259)."""

from __future__ import annotations

import json

from generator.printable import spelled


def json_text(value: object) -> str:
    """``value``, of plain mappings and lists, as JSON; names of files in it that are no text as they are ``spelled``."""
    return spelled(json.dumps(value, ensure_ascii=False, indent=2), byte="\\\\x{:02x}")

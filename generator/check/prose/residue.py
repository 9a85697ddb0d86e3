"""What the list of leftovers finds in a text."""

from __future__ import annotations

import re
from functools import cache

from generator.check.prose.entries import Leftover
from generator.check.prose.subject import Subject

BRACKET = re.compile(r"[（(【〔\[［](?P<said>[^（）()【】〔〕\[\]［］]{2,60})[）)】〕\]］]")
_BETWEEN = 40
"""Characters that may stand between the two halves of what was left."""


def listed(subject: Subject, kind: str, text: str) -> list[re.Match[str]]:
    """All of what is listed as ``kind`` in ``text``, in its order; of two that overlap the first."""
    rows = (row for row in subject.words.leftovers if row.kind == kind and any(word in text for word in row.first))
    found: list[re.Match[str]] = []
    for m in sorted((m for row in rows for m in _pattern(row).finditer(text)), key=lambda m: m.start()):
        if not found or m.start() >= found[-1].end():
            found.append(m)
    return found


@cache
def _pattern(row: Leftover) -> re.Pattern[str]:
    first, then = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (row.first, row.then))
    return re.compile(f"(?:{first})" + (f"[^。\\n]{{0,{_BETWEEN}}}?(?:{then})" if then else ""))

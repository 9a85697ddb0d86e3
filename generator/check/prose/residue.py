"""What the list of leftovers finds in a text."""

from __future__ import annotations

import re
from functools import cache

from generator.check.prose.entries import Leftover
from generator.check.prose.subject import Subject

BRACKET = re.compile(r"[（(【〔\[［](?P<said>[^（）()【】〔〕\[\]［］]{2,60})[）)】〕\]］]")
_BETWEEN = 40
"""Characters that may stand between the two halves of what was left."""


def listed(subject: Subject, kind: str, text: str) -> re.Match[str] | None:
    """The first of what is listed as ``kind`` in ``text``."""
    rows = (row for row in subject.words.leftovers if row.kind == kind and any(word in text for word in row.first))
    return min((m for row in rows if (m := _pattern(row).search(text))), key=lambda m: m.start(), default=None)


@cache
def _pattern(row: Leftover) -> re.Pattern[str]:
    first, then = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (row.first, row.then))
    return re.compile(f"(?:{first})" + (f"[^。\\n]{{0,{_BETWEEN}}}?(?:{then})" if then else ""))

"""Headings that their text follows in the same paragraph: which first sentences are some, all of a level alike (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.fonts import family
from generator.check.roles import Part, Role
from generator.check.rule import Laid
from generator.check.rules.faces import head

_LEVELS = (1, 2)
_LONGEST_HEAD = 20
"""Characters that the first sentence of a paragraph may have and be its heading, whatever stands beside it."""
_LONGEST_IN_CLAUSES = 36


def run_in_heads(laid: Laid) -> frozenset[int]:
    """Where the paragraphs stand that open with a heading: all of a level, or none."""
    return frozenset(part.at for level in _LEVELS for part in _heads(laid, level))


def _heads(laid: Laid, level: int) -> Sequence[Part]:
    """The paragraphs of ``level`` that text follows: they open with headings where one of them must be one or is set so, and most read like one."""
    found = [part for part in laid.of(Role.BODY, Role.HEADING) if part.heading is not None and part.level == level and part.number is not None]
    sure = any(part.role is Role.BODY and (is_short_head(part) or _set_so(part, laid)) for part in found)
    likely = sum(part.role is Role.HEADING or _reads_so(part) or _set_so(part, laid) for part in found)
    return [part for part in found if part.role is Role.BODY] if sure and likely * 2 >= len(found) else []


def is_short_head(part: Part) -> bool:
    """Whether the sentence that opens ``part`` can only be the heading of what follows."""
    title = part.heading.title if part.heading else ""
    return len(title) <= _LONGEST_HEAD and "，" not in title


def _reads_so(part: Part) -> bool:
    """Whether the first sentence may be a heading in clauses: it counts nothing and is not long."""
    title = part.heading.title if part.heading else ""
    return is_short_head(part) or (len(title) <= _LONGEST_IN_CLAUSES and not re.search(r"\d", title))


def _set_so(part: Part, laid: Laid) -> bool:
    return family(head(part).paragraph.face.east_asian.name or "") == family(laid.wanted.headings[part.level - 1].font)

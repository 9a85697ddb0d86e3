"""The topic of a piece of running text: by its own words and by the headings it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.bank.bank import Topic

OWN, LEAD, HEADING = 4, 2, 3
MOST_OF_HEADINGS = 11  # less than one own word of three characters
_TITLES = re.compile(r"《[^《》]*》|\{[^{}]*\}")
_STOCK = re.compile(r"民生保障、|群众路线|改革开放|改革发展|(?<=[和、])人才|党课(?=、|等)|信教群众|科学发展观统领|项目攻关|“[^”]{1,8}(?:党课|项目)”")
_WEAK = frozenset(
    {
        "班子",
        "支部",
        "群众",
        "党组织",
        "理论",
        "改革",
        "人才",
        "示范",
        "监管",
        "应急",
        "项目",
        "预算",
        "党建工作",
        "第一责任人",
        "主体责任",
        "一岗双责",
        "典型案例",
    }
)
"""Words that stand in texts of any topic; one counts as one character where a heading names another topic."""


def topic_of(text: str, lead: str, heading: str, topics: Sequence[Topic]) -> str:
    """The topic whose words weigh most in ``text`` and the headings over it; empty where none has any. Ties go to the first of ``topics``.

    A word weighs its length; what the heading of the section says weighs less, the heading sentence of the point half as much, and both together
    less than a word of three characters; they decide between equals.
    """
    own, led, headed = (_hits(said, topics) for said in (text, lead, heading))
    named = [i for i in range(len(topics)) if led[i] or headed[i]]
    best, most = "", (0, 0)
    for i, topic in enumerate(topics):
        above = LEAD * _weight(led[i], False) + HEADING * _weight(headed[i], False)
        score = OWN * _weight(own[i], any(n != i for n in named)) + min(MOST_OF_HEADINGS, above), above
        if score > most:
            best, most = topic.name, score
    return best


def _hits(text: str, topics: Sequence[Topic]) -> list[list[str]]:
    """For each topic its words that stand in ``text``, those inside a longer one left out."""
    if not text:
        return [[] for _ in topics]
    bare = _STOCK.sub("", _TITLES.sub("", text))
    found = ([w for w in topic.words if w in bare] for topic in topics)
    return [hits if len(hits) < 2 else [w for w in hits if not any(w != other and w in other for other in hits)] for hits in found]


def _weight(hits: Sequence[str], weakened: bool) -> int:
    return sum(1 if weakened and w in _WEAK else len(w) for w in hits)

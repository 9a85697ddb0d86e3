"""Parts in brackets behind what they are parts of: 9处（河道4处、水库3处、泵站2处）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, plainly, quantities
from generator.check.prose.figures.sums import CHECK, NUMBERS, added
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark

_LIST = re.compile("（(?!其中|含|包括|分别)(?P<said>[^（）。]+)）")
"""What 其中 and its like open is another rule's."""
_WHOLE_ENDS = 8
"""Characters of the noun between a count and its bracket (38件建议（…）)."""
_PART = re.compile(r"(?P<label>[^，、；：\d]{1,10})$")
_NO_PART = re.compile("上年|去年|往年|今年|本年|同比|环比|[比较增减降原每各均占至到第约近超逾余最]|计划|目标|任务|预算|累计|不少于|结转")
"""What says of a count in brackets that it is set against the one before them, and none of its parts."""
_SOME = re.compile("等[^，、]{0,4}$")
"""What says that not all the parts are told."""
_MISSED = 10
"""Parts that are all told miss their whole by no more than one in so many: those further off are only some of them."""
_ALL = 3
"""So many parts in brackets are meant to be all."""


def _bracketed(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _LIST.finditer(passage.text):
            whole, parts = _before(passage.text, m.start()) or _behind(passage.text, m.end()), _parts(passage.text, *m.span("said"))
            if whole is None or len(parts) < 2 or {q.measure for q in parts} != {whole.measure} or not all(q.exact for q in parts):
                continue
            total = sum((q.value for q in parts), Decimal(0))
            over = total > whole.value and all(q.value <= whole.value for q in parts)
            missed = _are_all(m["said"], parts) and 0 < whole.value - total <= whole.value / _MISSED
            if (over or missed) and not any(word in m["said"] for word in subject.words.overlapping):
                yield _unequal(passage, whole, parts, total)


def _before(text: str, end: int) -> Quantity | None:
    """The count that a list beginning at ``end`` stands behind, where it is one that parts may make up."""
    clause = since_mark(text, end, "，。；、）")
    found = list(quantities(text, end - len(clause), end))
    last = found[-1] if found else None
    if last is None or last.measure in NO_WHOLE or not last.exact or end - last.end > _WHOLE_ENDS:
        return None
    return None if re.search("增|减|多|少|比|每|均|[、和]", since_mark(text, last.start, "，。；")) or len(found) > 1 else last


def _behind(text: str, start: int) -> Quantity | None:
    """The count at once behind a list: 慰问困难群众（低保户45户、五保户18户）63户."""
    found = next(quantities(text, start, start + _COUNT_ENDS), None)
    return found if found is not None and found.start == start and found.exact and found.measure not in NO_WHOLE else None


_COUNT_ENDS = 8
"""Characters within which a count behind a bracket begins and ends."""


def _parts(text: str, start: int, end: int) -> list[Quantity]:
    """The counts of a list of nothing but names with a count each; none where anything else stands in it."""
    found: list[Quantity] = []
    for m in re.finditer("[^，、；]+", text[start:end]):
        piece = text[start + m.start() : start + m.end()]
        counted = list(quantities(text, start + m.start(), start + m.end()))
        named = _PART.match(piece[: counted[0].start - start - m.start()]) if counted else None
        if len(counted) != 1 or named is None or _NO_PART.search(named["label"]) or not _ends(text, counted[0], start + m.end()):
            return []
        found.append(counted[0])
    return found


def _ends(text: str, part: Quantity, end: int) -> bool:
    """Whether nothing is said of ``part`` behind its count."""
    return bool(part.measure) and re.fullmatch("等?", text[part.end : end]) is not None


def _are_all(said: str, parts: Sequence[Quantity]) -> bool:
    return len(parts) >= _ALL and _SOME.search(said) is None


def _unequal(passage: Passage, whole: Quantity, parts: Sequence[Quantity], total: Decimal) -> Finding:
    fault = f"列出的各项相加是{plainly(total)}{whole.measure}（{added(parts)}），总数写的是{whole.text}"
    return at(passage, min(whole.start, parts[0].start), max(whole.end, parts[-1].end), fault, CHECK)


RULES = (
    Rule(
        "bracketed-sum",
        "括号里各项相加等于总数",
        Authority.PRACTICE,
        ACCURATE,
        _bracketed,
        Example("处置险情9处（河道4处、水库3处、泵站3处）。"),
        Example("处置险情10处（河道4处、水库3处、泵站3处），走访企业36家（去年29家、前年31家），学习24次（含专题研讨4次、读书班2次）。"),
        NUMBERS,
    ),
)

"""A rate told beside what is left instead of what was done (排查1172条，整改率98.8%，对14条一时难改的…)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, plainly, quantities
from generator.check.prose.figures.shares import SAID, VALUE, mismatch
from generator.check.prose.figures.sums import CHECK
from generator.check.prose.passage import Passage
from generator.check.prose.rule import Finding, at
from generator.check.prose.subject import Subject
from generator.chinese.punctuation import since_mark, until_mark
from generator.patterns import worded

_RATE = re.compile(rf"(?<![按如]期)(?<![按及准]时)(?P<name>(?:整改|办结|化解|完成|销号|处置|调处|解决|回复|答复|修复)(?:完成|到位)?率){SAID}{VALUE}")


def beside_the_rest(subject: Subject, passage: Passage, start: int, end: int) -> Iterator[Finding]:
    """The rates of a sentence that its whole and what it says is left of it contradict."""
    left = worded("|".join(map(re.escape, sorted(subject.words.left, key=len, reverse=True))) or "(?!)")
    for m in _RATE.finditer(passage.text, start, end):
        rest = next((q for q in quantities(passage.text, m.end(), end) if q.measure not in NO_WHOLE), None)
        before = [q for q in quantities(passage.text, start, m.start()) if rest is not None and q.measure == rest.measure]
        if rest is None or len(before) != 1:
            continue
        clause = since_mark(passage.text, rest.start, "，。；") + until_mark(passage.text, rest.end, "，。；")
        value = before[0].value - rest.value
        done = Quantity(value, rest.measure, rest.start, rest.end, rest.exact, f"{plainly(value)}{rest.measure}", rest.hedged)
        wrong = mismatch(before[0], done, m["value"]) if left.search(clause) else ""
        if wrong:
            yield at(passage, before[0].start, rest.end, f"{before[0].text}还剩{rest.text}，{wrong}，{m['name']}写的是{m['value']}%", CHECK)

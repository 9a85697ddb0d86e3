"""What is asked in one go: the blanks of a sentence, or of a whole point that knows last year, and one line that answers them in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.facts.absent import OPEN
from generator.facts.asking import question
from generator.facts.gaps import Gap
from generator.facts.hints import HERE
from generator.facts.model import Facts, Item
from generator.facts.remembered import AGAIN, again, last_year, parted

MOST = 9
"""Blanks asked in one go: as many as can be told apart by a number of one character."""
NONE = frozenset({"-", "－", "—"})
"""What is answered where this year has no such thing."""
NONE_IN_WORDS = frozenset({"无", "没有"})
"""The same, where no words are asked for that could be these."""
LEFT = frozenset({".", "。", "．"})
"""What is answered for a blank among others that stays open."""
_NUMBERS = "①②③④⑤⑥⑦⑧⑨"
_IN_POINT = re.compile(r"(做法\[\d+\](?:\.要点\[\d+\])?)\.(?!主题|小标题|总领|要点)")
_STOPS = re.compile("[，,、；;]")
_SHORT = re.compile(r"[\d.,万亿余约多—–~-]+|[=＝－—.。．-]")


def together(gaps: Sequence[Gap], facts: Facts) -> tuple[Gap, ...]:
    """Those of ``gaps``, in the order of the file, that are asked with the first of them, whole sentences."""
    home = _home(gaps[0], facts)
    found: list[Gap] = []
    for path, sentence in groupby(gaps, key=lambda gap: gap.path):
        more = list(sentence)
        if not all(gap.is_blank for gap in more) or _home(more[0], facts) != home or (found and len(found) + len(more) > MOST):
            break
        found += more
        if path == home and len(found) >= MOST:
            break
    return tuple(found[:MOST]) or (gaps[0],)


def questions(gaps: Sequence[Gap], facts: Facts) -> int:
    """How many times something is asked until none of ``gaps`` is left."""
    left, count = list(gaps), 0
    while left:
        left, count = left[len(together(left, facts)) :], count + 1
    return count


def point_of(path: str) -> str:
    """The path of the point, or of the block without points, that the value at ``path`` is in; empty where it is in none."""
    found = _IN_POINT.match(path)
    return found[1] if found else ""


def remembers(point: str, facts: Facts) -> bool:
    """Whether the point at the path ``point`` knows what last year said there."""
    return any(_knows(item) for practice in facts.practices for item in practice.items if item.path == point)


def _knows(item: Item) -> bool:
    return bool(item.last) or any(fact.last for fact in item.facts)


def _home(gap: Gap, facts: Facts) -> str:
    """What ``gap`` is asked with: its point, where that knows last year, else its sentence."""
    point = point_of(gap.path)
    return point if point and remembers(point, facts) else gap.path


# --- how it is shown -------------------------------------------------------------------------------------------------------------------------------


def shown(gaps: Sequence[Gap], facts: Facts, note: str = "") -> Iterator[str]:
    """The sentences in which ``gaps`` are, each gap with its number and what last year had there; behind a sentence that knows no last year the
    ``note`` on its line and how it is answered."""
    order = {gap: n for n, gap in enumerate(gaps)}
    for sentence in _sentences(gaps):
        old = [again(gap, facts) for gap in sentence]
        last = last_year(sentence[0], facts)
        whole = "" if all(old) or not last else f"　去年：{last}"
        if not last and len(sentence) == len(gaps):
            whole = f"（{len(gaps)} 处，依次写，空格隔开{f'；{note}' if note else ''}）"
        yield _read(sentence, lambda gap: f"{number(order[gap])}{_asked(gap, facts)}") + whole


def told(gaps: Sequence[Gap], answers: dict[Gap, str]) -> Iterator[str]:
    """The sentences in which ``gaps`` were, as they read with ``answers``; those without any left out."""
    for sentence in _sentences(gaps):
        if any(gap in answers for gap in sentence):
            yield _read(sentence, lambda gap: answers.get(gap, OPEN))


def number(n: int) -> str:
    """The number by which gap ``n`` of those asked in one go is told."""
    return _NUMBERS[n] if n < len(_NUMBERS) else f"({n + 1})"


def _sentences(gaps: Sequence[Gap]) -> Iterator[tuple[Gap, ...]]:
    yield from (tuple(sentence) for _, sentence in groupby(gaps, key=lambda gap: gap.path))


def _asked(gap: Gap, facts: Facts) -> str:
    old = again(gap, facts)
    return f"【{old}】" if old else HERE if any(gap.sentence) else f"{HERE}（{question(gap)}）"


def _read(sentence: Sequence[Gap], put: Callable[[Gap], str]) -> str:
    """The sentence of the gaps with what ``put`` says in their places; a blank that is none of them stays one."""
    before, after = sentence[0].sentence
    pieces = [*parted(before), *parted(after)]
    at = {len(parted(gap.sentence[0])) - 1: gap for gap in sentence}
    joints = (put(at[n]) if n in at else OPEN for n in range(len(pieces) - 1))
    return pieces[0] + "".join(joint + piece for joint, piece in zip(joints, pieces[1:], strict=True))


# --- how it is answered ----------------------------------------------------------------------------------------------------------------------------


def answers_in(line: str, count: int) -> list[str]:
    """What ``line`` answers to so many gaps, in their order: parted by spaces, or by commas where all of it is figures and signs. One sign alone
    answers for all of them; fewer answers than gaps are for the first."""
    if count == 1:
        return [line]
    said = line.split()
    if len(said) == 1:
        parts = [part for part in _STOPS.split(line) if part]
        if len(parts) > 1 and all(_SHORT.fullmatch(part) for part in parts):
            said = parts
    return said * count if len(said) == 1 and said[0] in AGAIN | NONE else said

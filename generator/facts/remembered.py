"""What last year gave in the place of a gap (去年), and the answer that gives it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.chinese.calendar import dated, moved_on
from generator.facts.blanks import marks
from generator.facts.gaps import Gap
from generator.facts.model import Fact, Facts
from generator.facts.reread import Refused
from generator.report import Blank, plain

AGAIN = frozenset({"=", "＝"})
"""What is answered to give again what last year gave."""
_REPEATED = ("表现", "举措")
"""Keys of records that are one sentence: what last year said there answers for the whole."""
HEADS = ("事项", "小标题")
"""Keys of heads: last year's stands first among its words where it could not be kept as it was."""


def last_year(gap: Gap, facts: Facts) -> str:
    """What last year's report said where ``gap`` is, to be shown; empty where the file does not tell."""
    fact = _fact(gap, facts)
    if fact is not None and fact.last:
        return f"{fact.last}{plain(fact.measure)}" if gap.key.name == "数" else fact.last
    return "；".join(_nearest(gap, facts))


def again(gap: Gap, facts: Facts) -> str:
    """The answer that gives what last year gave; empty where that cannot be told."""
    fact = _fact(gap, facts)
    if fact is None:
        return _said_again(gap, _nearest(gap, facts), _is_headed(gap, facts))
    if gap.key.name == "数" or not fact.number:
        return _within(fact, gap)
    return ""


def taken_again(gap: Gap, facts: Facts, unread: bool = False) -> str | Refused:
    """As ``again``. Refused where that cannot be told, and where it has a date, which is last year's, in a whole sentence or in what one
    answer for several gaps took ``unread``."""
    old = again(gap, facts)
    if not old:
        return Refused("去年的在这里照用不了，请自己填" if gap.is_blank else "这里没有去年的可照用；没有要写的，按回车")
    day = dated(old) if unread or not any(gap.sentence) else ""
    return Refused(f"去年的话里有“{day}”，请写今年的") if day else old


def _said_again(gap: Gap, said: Sequence[str], headed: bool) -> str:
    """The part of what was ``said`` that stands where the gap of a head is, or all of it; of a plan that is ``headed``, what stood under its head."""
    if gap.key.name in HEADS and said and (gap.before or gap.after):
        found = _between(_around(gap), said[0])
        return found[gap.order] if gap.order < len(found) else ""
    whole = gap.key.name in _REPEATED and len(said) == 1 + (headed and len(said) > 1)
    return said[-1] if whole and not (gap.before or gap.after) else ""


def _is_headed(gap: Gap, facts: Facts) -> bool:
    return any(plan.heading and gap.path.startswith(f"{plan.path}.") for plan in facts.intentions)


def _around(gap: Gap) -> list[str]:
    """The words of the value that ``gap`` is in, parted by its blanks."""
    before, after = (parted(words) for words in (gap.before, gap.after))
    return [*before, *after]


def parted(words: str) -> list[str]:
    """``words`` parted by the blanks in them."""
    pieces, at = [], 0
    for mark in marks(words):
        pieces.append(words[at : mark.start()])
        at = mark.end()
    return [*pieces, words[at:]]


def _between(pieces: Sequence[str], text: str) -> tuple[str, ...]:
    """As ``between``; the number of a document has this year's year already (〔2026〕14号)."""
    return between(pieces, text) or between(pieces, moved_on(text))


def _within(fact: Fact, gap: Gap) -> str:
    """The part of last year's words, or the number, that stands where the gap is."""
    if gap.key.name == "数":
        return fact.last
    pieces = [""]
    for inline in fact.done:
        pieces = [*pieces, ""] if isinstance(inline, Blank) else [*pieces[:-1], pieces[-1] + inline.text]
    found = _between(pieces, fact.last)
    return found[gap.order] if gap.order < len(found) else ""


def between(pieces: Sequence[str], text: str) -> tuple[str, ...]:
    """What ``text`` has between ``pieces``, each taken where it first comes, the last at the end; nothing where they do not stand there in their
    order, something between each two."""
    found: list[str] = []
    first, *rest = pieces
    if not text.startswith(first):
        return ()
    at = len(first)
    for n, piece in enumerate(rest, 1):
        last = n == len(rest)
        end = len(text) - len(piece) if last else text.find(piece, at + 1)
        if end <= at or (last and not text.endswith(piece)):
            return ()
        found.append(text[at:end])
        at = end + len(piece)
    return tuple(found)


def _fact(gap: Gap, facts: Facts) -> Fact | None:
    every = (f for practice in facts.practices for item in practice.items for f in item.facts)
    return next((f for f in every if f.path == gap.path), None)


def _nearest(gap: Gap, facts: Facts) -> tuple[str, ...]:
    """Last year's words of the smallest part that the gap is in; those of a part around it are not about it."""
    around = [(path, last) for path, last in _parts(facts) if f"{gap.path}.".startswith(f"{path}.")]
    return max(around, key=lambda part: len(part[0]), default=("", ()))[1]


def _parts(facts: Facts) -> Iterator[tuple[str, tuple[str, ...]]]:
    for practice in facts.practices:
        yield practice.path, practice.last
        yield from ((item.path, item.last) for item in practice.items)
    yield from ((shortcoming.path, shortcoming.last) for shortcoming in facts.shortcomings)
    yield from ((intention.path, intention.last) for intention in facts.intentions)

"""Licence: which words of a phrase are particulars, and whether the clerk has said them in the place."""

from __future__ import annotations

from collections.abc import Sequence

from generator.bank.phrase import SLOT, Group
from generator.chinese.punctuation import is_han
from generator.fit.common import Common
from generator.fit.gist import Gist, Reader
from generator.patterns import late

_QUOTED = late(r"“[^“”]*”")
RARE = 0.1
"""Share of the archive's offices below which a character is no word of the genre."""
_FEWEST = 13
"""Offices of the smallest archive that can tell what is rare."""
_STRETCH = 2


def particulars(text: str, reader: Reader, common: Common) -> tuple[Group, ...]:
    """The particulars of a wording, each a group of its own: content words that are neither common property nor part of a common name.

    A thing by its own name (群众, 企业) is said wherever a word of its class is; any other word must be said itself.
    """
    bare = _QUOTED.sub(lambda m: "，" if m[0].strip("“”") in common.names else m[0], SLOT.sub("，", text))
    words = dict.fromkeys(w for w in reader.lexicon.words(bare) if w not in common.words)
    return tuple((w,) for w in words)


def strange(text: str, reader: Reader) -> str:
    """A stretch of ``text`` that no known word covers and whose characters hardly any office uses as words: a name, or a coinage (塑旅). Empty where
    there is none, or where too few offices were read to tell."""
    if reader.offices < _FEWEST:
        return ""
    bare, rarely = SLOT.sub("，", text), RARE * reader.offices
    known = {i for at, word in reader.lexicon.split(bare) for i in range(at, at + len(word))}
    rare = "".join(c if i not in known and reader.characters.get(c, 0) < rarely and is_han(c) else " " for i, c in enumerate(bare))
    return next((run for run in rare.split() if len(run) >= _STRETCH), "")


def said(word: str, gist: Gist) -> bool:
    """Whether ``gist`` says ``word``: the word itself, or a thing or topic of that name."""
    return word in gist.named


def unsaid(licence: tuple[Group, ...], gist: Gist) -> tuple[Group, ...]:
    """The groups of ``licence`` of which ``gist`` says no word."""
    return tuple([group for group in licence if gist.named.isdisjoint(group)])


_HALF = 0.5
BORNE_OUT = 1 / 3
"""Share of a block's points that must say what its topic speaks of: of 13 leads that stood by the topic alone over blocks of unknown trades four were
struck, whose points told of something else."""


def covered(licence: tuple[Group, ...], topic: Gist, points: Sequence[Gist]) -> bool:
    """Whether every group of ``licence`` is met by half of the ``points`` of a block or, where its ``topic`` meets it, by as many as speak for that:
    one point is not what a block is about, and a topic alone not what it tells."""

    def met(group: Group) -> bool:
        share = sum(not unsaid((group,), point) for point in points) / max(1, len(points))
        return share >= _HALF or (share >= BORNE_OUT and not unsaid((group,), topic))

    return all(map(met, licence))


def headed(licence: tuple[Group, ...], topic: Gist, heads: Sequence[Gist], points: Sequence[Gist]) -> bool:
    """Whether every group of ``licence`` is met by the ``topic`` of a block, by the head of a point or by half of the ``points``: what a point says
    in passing (the 项目建设 of 项目建设稿件) is not what a heading can stand over."""

    def met(group: Group) -> bool:
        named = any(not unsaid((group,), gist) for gist in (topic, *heads))
        return named or sum(not unsaid((group,), point) for point in points) >= _HALF * len(points) > 0

    return all(map(met, licence))

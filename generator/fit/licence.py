"""Licence: which words of a phrase are particulars, and whether the clerk has said them in the place."""

from __future__ import annotations

import re

from generator.bank.phrase import SLOT, Group
from generator.fit.common import Common
from generator.fit.gist import Gist, Reader

_QUOTED = re.compile(r"“[^“”]*”")
_NAMED = re.compile(r"[\u4e00-\u9fff]{2,3}(?=[市县区镇乡村港]|街道|社区|公司|学院|集团|水库)")


def particulars(text: str, reader: Reader, common: Common) -> tuple[Group, ...]:
    """The particulars of a wording, each a group of its own: content words that are neither common property nor part of a common name.

    A thing by its own name (群众, 企业) is said wherever a word of its class is; any other word must be said itself.
    """
    bare = _QUOTED.sub(lambda m: "，" if m[0].strip("“”") in common.names else m[0], SLOT.sub("，", text))
    words = dict.fromkeys(w for w in reader.lexicon.words(bare) if w not in common.words)
    return tuple((w,) for w in words)


def names_place(text: str, reader: Reader) -> str:
    """The name of a place or body in ``text`` that no known word makes up; empty where there is none."""
    known = reader.lexicon.weights
    for match in _NAMED.finditer(SLOT.sub("，", text)):
        if not any(match[0][i:] in known or (text[match.start() + i : match.end() + 1]) in known for i in range(len(match[0]))):
            return match[0]
    return ""


def said(word: str, gist: Gist, reader: Reader) -> bool:
    """Whether ``gist`` says ``word``: the word itself, a thing or topic of that name, or an act that it is a word for."""
    return word in gist.words or word in gist.things or word in gist.topics or any(act in gist.acts for act in reader.acts.of_word.get(word, ()))


def unsaid(licence: tuple[Group, ...], gist: Gist, reader: Reader) -> tuple[Group, ...]:
    """The groups of ``licence`` of which ``gist`` says no word."""
    return tuple(group for group in licence if not any(said(word, gist, reader) for word in group))

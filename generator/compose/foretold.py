"""What a lead over a block may say of what follows: the clerk's own names of its points, and how many they are. Such a lead belongs to its block and
to no other unit's."""

from __future__ import annotations

from collections.abc import Mapping

from generator.chinese.naming import says_what_is_done
from generator.chinese.punctuation import count_characters
from generator.compose.answers import again
from generator.compose.bodies import is_statement
from generator.compose.joining import Glue, listed, strip_stop
from generator.facts.model import Practice
from generator.report import Inlines, Text, plain

POOL = "预告"
"""The pool of leads that name what follows."""
_NUMBERS = {2: "两", 3: "三", 4: "四"}
"""How many points a lead can name in one breath, and the word for it."""
_LONGEST_NAME, _LONGEST_ROW = 8, 26
"""Characters of one name and of all: a longer row is no lead, but the points over again."""


def foretold(block: Practice, glue: Glue) -> Mapping[str, Inlines]:
    """What fills 要点 and 几 of a lead over ``block``; empty where its points are not named, each in a few words, or are too many to be named."""
    names = [strip_stop(item.matter) for item in block.items]
    if len(names) not in _NUMBERS or not all(map(_is_name, names)) or sum(count_characters(plain(n)) for n in names) > _LONGEST_ROW:
        return {}
    return {"要点": tuple(listed([tuple(again(n)) for n in names], glue)), "几": (glue(_NUMBERS[len(names)]),)}


def _is_name(name: Inlines) -> bool:
    text = plain(name)
    whole = bool(text) and len(text) <= _LONGEST_NAME and all(isinstance(i, Text) for i in name)
    return whole and not (is_statement(text) or says_what_is_done(text) or "、" in text or "和" in text)

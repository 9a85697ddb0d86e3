"""单字动词: the characters that make words of verbs of one character. The head of ``phrasebank/单字动词.yaml`` explains its keys."""

from __future__ import annotations

from generator.chinese.singles import Singles
from generator.declared import Given, Key, Many, Record, Text, whole
from generator.problems import Source
from generator.yamlfile import parse

_VERB = Record(
    (
        Key("字", Text(), required=True, doc="一个字的动词"),
        Key("前", Text(), doc="站在它前面就成一个词的字"),
        Key("后", Text(), doc="站在它后面就成一个词的字"),
    )
)


def load_singles(source: Source) -> Singles:
    """The table in ``source``. Raises ``Faults`` with every misfit of shape."""
    rows: list[Given] = whole(parse(source), Many(_VERB))
    return Singles(*({row.text("字"): row.text(side) for row in rows} for side in ("前", "后")))

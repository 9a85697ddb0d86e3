"""A fact in words: the text form as it stands, the structured form with its number in place, a verb from the bank where the clerk gave none."""

from __future__ import annotations

from collections.abc import Sequence

from generator.bank.phrase import Phrase
from generator.chinese.verbs import is_verbal_head, opens_clause
from generator.compose.joining import Glue
from generator.facts.model import Fact
from generator.report import Inlines, Origin, OriginKind, Text, plain

_VERBS = (
    "组织开展",
    "走访慰问",
    "开展",
    "召开",
    "举办",
    "组织",
    "撰写",
    "讲",
    "签订",
    "报送",
    "发放",
    "排查",
    "梳理",
    "制定",
    "推送",
    "完成",
    "发展",
    "录用",
)
_CLAUSAL = ("为", "对", "向", "由", "带队", "带头", "讲", "召开", "开展", "组织", "参加", "举办")
_TAIL = 3


def fact_words(fact: Fact, frames: Sequence[Phrase], glue: Glue) -> Inlines:
    """The fact as one statement: time, place and audience before it, number and measure word where they belong, its document behind."""
    lead: Inlines = (*fact.time, glue("，")) if fact.time else ()
    if fact.place:
        lead += fact.place if plain(fact.place).startswith(("在", "赴", "到")) else (glue("在"), *fact.place)
    if fact.audience:
        lead += fact.audience if plain(fact.audience).startswith(("面向", "对", "向", "为", "组织")) else (glue("面向"), *fact.audience)
    verb = _supplied_verb(fact, frames)
    if not verb and (fact.place or fact.audience) and not opens_clause(plain(fact.done)):
        verb = (glue("开展"),)
    tail: Inlines = (glue("（"), *fact.document, glue("）")) if fact.document else ()
    return lead + verb + with_quantity(fact) + tail


def with_quantity(fact: Fact) -> Inlines:
    """What was done with its number and measure word where they belong."""
    quantity = fact.number + fact.measure
    if fact.slot is None:
        return fact.done + quantity
    return fact.done[: fact.slot] + quantity + fact.done[fact.slot :]


def _supplied_verb(fact: Fact, frames: Sequence[Phrase]) -> Inlines:
    done = plain(fact.done)
    if not fact.number or fact.slot is not None or is_verbal_head(done) or any(w in done for w in _CLAUSAL):
        return ()
    for frame in frames:
        found = _verb_and_object(frame)
        if found and found[2] == plain(fact.measure) and done.endswith(found[1][-_TAIL:]):
            return (Text(found[0], Origin(OriginKind.PHRASE, phrase=frame.id)),)
    return ()


def _verb_and_object(frame: Phrase) -> tuple[str, str, str] | None:
    """Verb, object and unit of a frame that ends …|开展|谈心谈话|{人次}人次, None for any other build."""
    if len(frame.slots) != 1 or frame.slots[0].type != "数":
        return None
    slot = frame.slots[0]
    body = frame.text.removesuffix(f"{{{slot.name}}}{slot.unit}")
    at, verb = max((body.rfind(v), v) for v in _VERBS)
    thing = body[at + len(verb) :]
    return (verb, thing, slot.unit) if at >= 0 and len(thing) >= 2 and body != frame.text else None

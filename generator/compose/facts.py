"""A fact in words: the text form as it stands, the structured form with its number in place."""

from __future__ import annotations

from collections.abc import Callable

from generator.chinese.punctuation import LETTER
from generator.chinese.verbs import ends_in_act, opens_clause
from generator.compose.statements import Glue
from generator.facts.model import Fact
from generator.patterns import late
from generator.report import Inlines, plain

Completed = Callable[[Inlines], Inlines]
"""Makes a note whole."""

_OFTEN = "每"
"""How a time begins that says how often, which no comma parts from what was done."""
_NUMBERS = late(rf"\d[\d.]*余?{LETTER}{{0,2}}$")
"""How many there are of what was done, at its end."""
_SENDS = tuple("下派 选派 派驻 派出 增派 委派 输送 输出 移交 移送 投放 配送 推送 寄送 发送 拨付 捐赠".split())
"""What is done towards a place and not in it."""
_BENEFITS = tuple("节约 节省 省 减免 减轻 减少 降低 挽回 追回 解决 办理 代办 争取 落实 兑现 提供 建立 垫付 协调".split())
"""What is done for somebody."""


def fact_words(fact: Fact, glue: Glue, completed: Completed) -> Inlines:
    """The fact as one statement: time, place and audience before it, number and measure word where they belong, its document behind. Behind a place
    or an audience what was done is ``completed`` first, with the verb that it lacks."""
    often = plain(fact.time).startswith(_OFTEN)
    lead: Inlines = (*fact.time, *(() if often else (glue("，"),))) if fact.time else ()
    if fact.place:
        towards = glue("向" if plain(fact.done).startswith(_SENDS) else "在")
        lead += fact.place if plain(fact.place).startswith(("在", "赴", "到", "向")) else (towards, *fact.place)
    if fact.audience:
        towards = glue("为" if plain(fact.done).startswith(_BENEFITS) else "面向")
        lead += fact.audience if plain(fact.audience).startswith(("面向", "对", "向", "为", "组织")) else (towards, *fact.audience)
    tail: Inlines = (glue("（"), *fact.document, glue("）")) if fact.document else ()
    return lead + (_behind_place(fact, glue, completed) if fact.place or fact.audience else with_quantity(fact)) + tail


def _behind_place(fact: Fact, glue: Glue, completed: Completed) -> Inlines:
    """What was done somewhere or for somebody: there must be a verb, which the name of an act lacks."""
    said = with_quantity(fact)
    made = completed(said)
    act = ends_in_act(_NUMBERS.sub("", plain(fact.done)))
    return (glue("开展"), *said) if made == said and act and not opens_clause(plain(fact.done)) else made


def with_quantity(fact: Fact) -> Inlines:
    """What was done with its number and measure word where they belong."""
    quantity = fact.number + fact.measure
    if fact.slot is None:
        return fact.done + quantity
    return fact.done[: fact.slot] + quantity + fact.done[fact.slot :]

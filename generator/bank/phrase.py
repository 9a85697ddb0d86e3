"""A phrase of the bank and what is known of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property, lru_cache

from msgspec import Struct
from msgspec.structs import astuple, replace

from generator.chinese.months import Month, Period
from generator.chinese.punctuation import clauses, is_han
from generator.patterns import late
from generator.report import Move, Role


class Kind(StrEnum):
    """What size of unit a phrase is; the values are what bank files say."""

    HEADING = "标题"
    LEAD = "要点"
    CLAUSE = "分句"
    FRAME = "句式"
    FORMULATION = "提法"
    TRANSITION = "过渡"


class Nature(StrEnum):
    """套语 may be printed on its own; 事实 says that something was done, held or reached, and needs a fact to fill it."""

    FORMULA = "套语"
    CLAIM = "事实"


class Position(StrEnum):
    """Where in a sentence a clause can stand: opening it, closing it (an aim), or alone as a whole sentence."""

    OPEN = "起"
    CLOSE = "收"
    WHOLE = "句"


class Status(StrEnum):
    """Where a phrase stands in review. Only a curated or accepted phrase has been read by a person."""

    MINED = "待审"
    ACCEPTED = "已收"
    CURATED = "自撰"
    REJECTED = "不收"


class Layer(StrEnum):
    """Which part of the bank a phrase was loaded from; later layers win."""

    MINED = "语料"
    CURATED = "自撰"
    USER = "用户"


class Slot(Struct, frozen=True, order=True, array_like=True):
    """A slot of a frame, written ``{name}`` in the text.

    ``type`` is what fills it (数, 日期, 文件, 单位, 人, 词 …), ``unit`` the measure word that follows, ``topic`` × ``unit`` the fact it asks for
    (党课.次).
    """

    name: str
    type: str
    unit: str = ""
    topic: str = ""


class Evidence(Struct, frozen=True, order=True, array_like=True):
    """Where a phrase was seen: report and 1-based line of it."""

    report: str
    line: int


Counted = tuple[str, int]
"""A word and the number of offices in whose reports it was seen; 1 where a person wrote it."""

Group = tuple[str, ...]
"""Words of which one must be said."""


class Phrase(Struct, frozen=True, dict=True, array_like=True):
    """One unit of wording.

    ``text`` has its slots in braces; ``words`` are the content words by which a point asks for it. ``beside`` is its co-text: words of what it
    stood beside, the most telling first, each with the number of offices that have it there; ``acts`` are the acts it stood beside, likewise. A
    phrase with acts may stand beside one of them only. ``licence`` are its particulars: of every group one word must be said in the place, or a
    thing or act of that name; ``by_statement``: in the statement that it stands behind, which is then all that it asks. ``situations``: what it
    stands beside must be in one of them, which is then all that it asks. ``support`` is the number of reports after near-duplicate removal,
    ``units`` of offices, ``count`` of occurrences; ``since`` / ``until`` (year, month), both inclusive, when it may be said; ``reason`` why it
    counts as formula or claim; ``variants`` near-identical wordings that were merged into this one; ``fillers`` what past reports filled its open
    slots with, widest first.
    ``id`` follows from kind and wording: the same wording has the same id in any bank.
    """

    text: str
    kind: Kind
    nature: Nature
    move: Move | None = None
    topic: str = ""
    position: Position | None = None
    level: int = 0
    roles: frozenset[Role] = frozenset()
    slots: tuple[Slot, ...] = ()
    words: tuple[str, ...] = ()
    beside: tuple[Counted, ...] = ()
    acts: tuple[Counted, ...] = ()
    licence: tuple[Group, ...] = ()
    support: int = 0
    units: int = 0
    count: int = 0
    evidence: tuple[Evidence, ...] = ()
    since: Month | None = None
    until: Month | None = None
    reason: str = ""
    status: Status = Status.MINED
    layer: Layer = Layer.MINED
    variants: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    by_statement: bool = False
    situations: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        """The layer stands outside equality."""
        return isinstance(other, Phrase) and astuple(replace(self, layer=other.layer)) == astuple(other)

    def __hash__(self) -> int:
        return hash(self.id)

    @cached_property
    def id(self) -> str:
        return phrase_id(self.kind, self.text)

    @cached_property
    def groups(self) -> tuple[frozenset[str], ...]:
        """The groups of the licence to be looked up in: what is set around names asks for one of hundreds of words."""
        return tuple(map(frozenset, self.licence))

    @property
    def shape(self) -> tuple[int, ...]:
        """The lengths of the clauses, as ``shape_of`` counts them."""
        return shape_of(self.text)

    @property
    def surrounds_name(self) -> bool:
        """Whether it is set around a name (抓好{事项}), so that its licence says how that ends and not what is told in the place."""
        return self.kind in (Kind.LEAD, Kind.HEADING) and bool(_NAME.search(self.text))

    def spoken(self, period: Period | None) -> bool:
        """Whether the phrase may be said of ``period`` (first and last month): their dates overlap. An undated draft takes only undated phrases."""
        if period is None:
            return self.since is None and self.until is None
        first, last = period
        return (self.since is None or self.since <= last) and (self.until is None or first <= self.until)


SLOT = late(r"\{([^{}]+)\}")
_NAME = late(r"\{(?:事项|主题)\}")


@lru_cache(maxsize=1 << 14)
def shape_of(text: str) -> tuple[int, ...]:
    """Han characters per clause, slots counted as nothing: 提高政治站位，强化责任担当 → (6, 6)."""
    return tuple(sum(map(is_han, SLOT.sub("", c))) for _, c in clauses(text))


def phrase_id(kind: Kind, text: str) -> str:
    """Eight hexadecimal digits of a hash over kind and wording."""
    return hashlib.blake2s(f"{kind}\0{text}".encode(), digest_size=4).hexdigest()


BY_STATEMENT = "本句"
"""What 凭 says of a phrase that rests on the statements which it stands behind alone."""
OR = "/"
"""Parts the words of one group of a licence where it is written."""


def counted(text: str) -> Counted:
    """A word with its number as it is written: 督查 7; one without a number counts once."""
    word, _, number = text.partition(" ")
    return word, int(number) if number.strip().isdecimal() else 1


def counted_texts(words: Iterable[Counted]) -> list[str]:
    """Words with their numbers as they are written; a number of one is left out."""
    return [f"{word} {n}" if n > 1 else word for word, n in words]


def group(text: str) -> Group:
    """The words of a group as it is written: 采购/招标."""
    return tuple(word.strip() for word in text.split(OR) if word.strip())

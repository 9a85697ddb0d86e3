"""What a facts file says, once read: every value is a run of inlines, so that blanks and origins survive."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.problems import Problem
from generator.report import CELL, Blank, Imprint, Inline, Inlines, Masthead, plain


class Unit(Struct, frozen=True):
    """单位: the reporting body. ``self_name`` is how it speaks of itself (我局)."""

    full: Inlines
    short: Inlines
    self_name: Inlines
    party: Inlines
    branches: tuple[Inlines, ...] = ()
    business: Inlines = ()
    superior: Inlines = ()


class Reporter(Struct, frozen=True):
    """报告人 of a 述职报告; ``duties`` are what is assigned to him (分工)."""

    name: Inlines
    post: Inlines
    duties: Inlines = ()


class Fact(Struct, frozen=True):
    """One fact. The text form has only ``done``; the structured form has ``done`` with ``number`` and ``measure``.

    ``slot`` is the index in ``done`` before which number and measure word go ({数} in 做了); None: after it. ``measure`` is empty where the words
    after {数} already begin with it. ``source`` is shown by ``--why`` and never printed.
    """

    path: str
    line: int
    done: Inlines
    number: Inlines = ()
    measure: Inlines = ()
    slot: int | None = None
    time: Inlines = ()
    place: Inlines = ()
    audience: Inlines = ()
    document: Inlines = ()
    source: str = ""
    last: str = ""


class Item(Struct, frozen=True, dict=True):
    """要点: a ``matter`` (事项; empty where 举措 and 事实 stand right under a 板块), own sentences, facts, a result. ``last``, here and wherever it
    stands below, are last year's words in this place, never printed."""

    path: str
    line: int
    matter: Inlines
    measures: tuple[Inlines, ...] = ()
    facts: tuple[Fact, ...] = ()
    result: Inlines = ()
    last: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """What it says, its own words one after another."""
        own = [self.matter, *self.measures, *(f.done for f in self.facts), self.result]
        return "，".join(plain(i) for i in own if i)


class Practice(Struct, frozen=True, dict=True):
    """板块 of 做法. ``topic`` is a topic's name or free text, empty where only a heading was given."""

    path: str
    line: int
    topic: str
    heading: Inlines = ()
    lead: Inlines = ()
    items: tuple[Item, ...] = ()
    last: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it goes by: its topic, else its heading."""
        return self.topic or plain(self.heading)

    @cached_property
    def text(self) -> str:
        """What it says, its own words one after another."""
        return "，".join([plain(self.heading), plain(self.lead), *(i.text for i in self.items)])


class Shortcoming(Struct, frozen=True):
    """问题: ``shows`` (表现) holds a single blank where the clerk gave the topic alone."""

    path: str
    line: int
    topic: str
    shows: Inlines
    cause: Inlines = ()
    last: tuple[str, ...] = ()


class Intention(Struct, frozen=True, dict=True):
    """打算: own sentences under a topic or heading; no measures at all means: compose it from formula."""

    path: str
    line: int
    topic: str
    heading: Inlines = ()
    measures: tuple[Inlines, ...] = ()
    last: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """What it says, its own words one after another, its topic first."""
        return "，".join([self.topic, plain(self.heading), *map(plain, self.measures)])


class Period(Struct, frozen=True):
    """时段: ``words`` as printed; first and last day as (year, month), None where they cannot be read."""

    words: Inlines
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None


class Register(Struct, frozen=True):
    """台账: a table of facts behind the attachment of that index. ``practices`` are the indexes of the 板块 that it lists."""

    attachment: int
    practices: tuple[int, ...]


class Sheet(Struct, frozen=True):
    """表格: a table of the clerk's own behind the attachment of that index, its head first; in each row a ``CELL`` stands between the cells."""

    attachment: int
    rows: tuple[Inlines, ...]

    @property
    def table(self) -> tuple[tuple[Inlines, ...], ...]:
        """Its rows cell by cell."""
        return tuple(tuple(_cells(row)) for row in self.rows)


def _cells(row: Inlines) -> Iterator[Inlines]:
    """The cells of ``row``, each with its words and blanks."""
    cell: list[Inline] = []
    for inline in row:
        if isinstance(inline, Blank):
            cell.append(inline)
            continue
        first, *rest = inline.text.split(CELL)
        cell += [replace(inline, text=first)] if first else []
        for text in rest:
            yield tuple(cell)
            cell = [replace(inline, text=text)] if text else []
    yield tuple(cell)


class Settled(Struct, frozen=True):
    """What the clerk decided of a plan or a problem (``text``) of last year's report: the ``result``, and the path of what answers it."""

    text: str
    result: str
    seen: str = ""
    line: int = 0


class Facts(Struct, frozen=True):
    """A facts file. ``kind`` names the 文种; ``length`` is the wanted number of characters. ``title``, ``lead`` and ``closing`` hold a ``BREAK``
    where the clerk began a line. ``hints`` are marks in its words that print as they stand and read badly. ``ceilings`` are the largest shares of
    formula (0–1) by list (做法, 问题, 打算), where the clerk sets them.
    """

    name: str
    kind: str
    unit: Unit
    title: Inlines = ()
    reporter: Reporter | None = None
    addressee: Inlines = ()
    period: Period | None = None
    date: Inlines = ()
    signature: Inlines = ()
    length: int | None = None
    themes: tuple[Inlines, ...] = ()
    lead: Inlines = ()
    practices: tuple[Practice, ...] = ()
    shortcomings: tuple[Shortcoming, ...] = ()
    intentions: tuple[Intention, ...] = ()
    closing: Inlines = ()
    attachments: tuple[Inlines, ...] = ()
    masthead: Masthead | None = None
    imprint: Imprint | None = None
    sealed: bool = False
    registers: tuple[Register, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    settled_plans: tuple[Settled, ...] = ()
    settled_problems: tuple[Settled, ...] = ()
    hints: tuple[Problem, ...] = ()
    ceilings: tuple[tuple[str, float], ...] = ()
    last: tuple[str, ...] = ()

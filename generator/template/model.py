"""What a template says, once read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from generator.chinese.numerals import Ordinals
from generator.problems import Place
from generator.report import Role
from generator.template.passage import Passage

DECLARATION, SUFFIX = "文种.yaml", ".j2"
"""What declares a 文种 in its folder, and what the files of its passages end in."""
COMMON = "通用"
"""The folder of the passages that stand behind every template's own."""


class Person(StrEnum):
    """Who speaks: the unit (我局), its party organisation (局党组), or the reporter in the first person (我)."""

    UNIT = "单位"
    PARTY = "党组织"
    SELF = "本人"


class Feed(StrEnum):
    """Which list of the facts file a part is made from."""

    PRACTICES = "做法"
    SHORTCOMINGS = "问题"
    INTENTIONS = "打算"


class Division(StrEnum):
    """How a list is divided: each block under a heading on its own line, under one that opens its paragraph, or as points in running text."""

    HEADED = "小标题"
    RUN_IN_HEADED = "段首小标题"
    POINTS = "要点"


class Layout(StrEnum):
    """Each point in a paragraph of its own, or all in one."""

    SEPARATE = "分段"
    RUN_IN = "连排"


class HeadManner(StrEnum):
    """How the head of a point is completed where the clerk only named a matter: 落实请示报告, or 政治建设摆首位."""

    VERB_FIRST = "动宾"
    SUBJECT_FIRST = "主谓"


class Feeding(Struct, frozen=True):
    """One list of the facts file set in one manner. ``intro`` names the passage that leads in."""

    feed: Feed
    division: Division
    layout: Layout
    ordinals: Ordinals
    manner: HeadManner
    intro: str


class Part(Struct, frozen=True):
    """A level-1 part: one list after another, most often one. ``ceiling`` is the largest share of formula in it (0–1).

    ``title_without_causes`` is its heading where the facts file gives no cause of any problem; empty: ``title`` as ever.
    """

    title: str
    title_without_causes: str
    feedings: tuple[Feeding, ...]
    roles: frozenset[Role]
    ceiling: float
    place: Place


class Template(Struct, frozen=True):
    """A 文种. ``needs`` are facts beyond the required ones; ``passages`` by name, common ones behind its own."""

    kind: str
    doc: str
    person: Person
    style: str
    needs: tuple[str, ...]
    parts: tuple[Part, ...]
    passages: Mapping[str, Passage]
    place: Place

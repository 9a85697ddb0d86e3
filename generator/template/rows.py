"""A template as lists and texts that JSON can hold, and back: it is kept between runs, so that drafting need not parse it."""

from __future__ import annotations

from typing import Any

from generator.chinese.numerals import Ordinals
from generator.problems import Place
from generator.report import Role
from generator.template.model import Division, Feed, Feeding, HeadManner, Layout, Part, Person, Template
from generator.template.passage import Passage, Pool


def template_row(t: Template) -> list[Any]:
    passages = [[p.name, p.path, [[x.move, x.topic, _place_row(x.place)] for x in p.pools], p.body] for p in t.passages.values()]
    return [t.kind, t.doc, t.person, t.style, t.needs, list(map(_part_row, t.parts)), passages, _place_row(t.place)]


def template_of(row: list[Any]) -> Template:
    kind, doc, person, style, needs, parts, passages, place = row
    read = [Passage(name, path, tuple(Pool(move, topic, Place(*at)) for move, topic, at in pools), body) for name, path, pools, body in passages]
    return Template(kind, doc, Person(person), style, tuple(needs), tuple(map(_part, parts)), {p.name: p for p in read}, Place(*place))


def _part_row(p: Part) -> list[Any]:
    feedings = [[f.feed, f.division, f.layout, f.ordinals, f.manner, f.intro] for f in p.feedings]
    return [p.title, p.title_without_causes, feedings, sorted(p.roles), p.ceiling, _place_row(p.place)]


def _part(row: list[Any]) -> Part:
    title, bare, feedings, roles, ceiling, place = row
    read = (
        Feeding(Feed(feed), Division(division), Layout(layout), Ordinals(ordinals), HeadManner(manner), intro)
        for feed, division, layout, ordinals, manner, intro in feedings
    )
    return Part(title, bare, tuple(read), frozenset(map(Role, roles)), ceiling, Place(*place))


def _place_row(place: Place) -> list[Any]:
    return [place.path, place.line, place.column]

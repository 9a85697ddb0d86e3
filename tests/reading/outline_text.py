"""A report's outline as reviewable text, one line a node."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.report import Block, Point, Report, Role, Section, plain


def outline(report: Report, problems: list[Problem]) -> str:
    return "\n".join([*_front(report), *(line for s in report.sections for line in _section(s)), *_back(report), *_found(problems)])


def _front(report: Report) -> Iterator[str]:
    if report.title:
        yield f"T {plain(report.title)}"
    if report.addressee:
        yield f"A {plain(report.addressee)}"
    yield from (f"L {plain(p.inlines)}" for p in report.lead)


def _section(section: Section) -> Iterator[str]:
    roles = " ".join(r for r in Role if r in section.roles)
    yield f"§{section.level} {section.number} {plain(section.title)} [{roles}]" + " 接排" * section.run_in
    yield from map(_block, section.blocks)
    for child in section.sections:
        yield from _section(child)


def _block(block: Block) -> str:
    if isinstance(block, Point):
        return f"·{'+' * block.run_in} " + "|".join(plain(part).strip() for part in (block.label, block.lead, block.body))
    return f"P {plain(block.inlines)}".rstrip()


def _back(report: Report) -> Iterator[str]:
    yield from (f"C {plain(p.inlines)}" for p in report.closing)
    yield from (f"附 {plain(a)}" for a in report.attachments)
    if report.signature:
        yield f"S {plain(report.signature)}"
    if report.date:
        yield f"D {plain(report.date)}"


def _found(problems: list[Problem]) -> list[str]:
    return sorted({f"! {p.code}" for p in problems})

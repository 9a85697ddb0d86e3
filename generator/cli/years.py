"""``nigao diff 去年.yaml 今年.yaml``: what two facts files count, side by side; with ``--draft``, what in the draft moved with it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.check.prose.check import check_prose
from generator.check.prose.figures import rates, sums, twice
from generator.check.prose.subject import Subject
from generator.check.remark import Remark
from generator.cli import shelf
from generator.cli.drafting import Made, Order, composed
from generator.cli.options import width
from generator.cli.target import keep_apart, result_form
from generator.compare.telling import Paint
from generator.files import write_new
from generator.fit.classes import LIGHT
from generator.printable import encoded
from generator.years.change import Compared, Course, compared
from generator.years.counting import last_year, year
from generator.years.moved import followed
from generator.years.moving import in_words
from generator.years.table import as_annex, as_json, as_markdown, as_text

FORMS = {".md": "md", ".json": "json", ".yaml": "yaml", ".yml": "yaml", ".txt": "text"}
"""Formats of the table by the suffix of a file."""


def two_years(old: Path | None, new: Path, form: str | None, output: Path | None, force: bool) -> None:
    """Prints the table, or writes it to ``output``; without ``old``, last year is what the facts file itself says of it.

    Exit 1 where anything differs. Raises ``Faults`` with the faults of either file.
    """
    form = result_form(form, output, FORMS, "text")
    light = shelf.tables().acts.members.get(LIGHT, ())
    *before, facts = shelf.each_facts(filter(None, (old, new)))
    found = compared(year(before[0]) if before else last_year(facts), year(facts), light)
    made = _formed(found, form)
    if output is None or str(output) == "-":
        click.echo(made, nl=not made.endswith("\n"))
    else:
        keep_apart(output, (old, new), "要比的事实表自己")
        write_new(output, encoded(made if made.endswith("\n") else made + "\n"), force=force)
        click.echo(f"已写成 {output}")
    if found.come or found.gone or any(c.course is not Course.SAME for c in found.changes):
        raise click.exceptions.Exit(1)


def two_drafts(old: Order, new: Order, paint: Paint, colour: bool) -> None:
    """Prints what in the draft of ``new`` followed the change of facts from ``old``, and what did not. Exit 1 where anything changed."""
    before, after = composed(old), composed(new)
    light = shelf.tables().acts.members.get(LIGHT, ())
    counts = compared(year(before.facts), year(after.facts), light)
    found = followed(before.draft.report, after.draft.report, counts, light)
    told = in_words(found, _disagreeing(before, after), paint)
    click.echo(told or "没有变化", nl=not told, color=colour)
    if told:
        raise click.exceptions.Exit(1)


def _disagreeing(before: Made, after: Made) -> tuple[str, ...]:
    """What the rules of figures find in the draft ``after`` and not in the one ``before``: sums, parts and rates that agree no more."""
    known = {(r.code, r.fault) for r in _remarks(before)}
    return tuple(f"{r.where.rpartition(' › ')[2]}　{r.fault}〔{r.code}〕" for r in _remarks(after) if (r.code, r.fault) not in known)


def _remarks(made: Made) -> list[Remark]:
    subject = Subject(made.draft.report, shelf.check_words(), shelf.formulations(), kind=made.facts.kind)
    return check_prose(subject, rules=(*sums.RULES, *rates.RULES, *twice.RULES))


def _formed(found: Compared, form: str) -> str:
    match form:
        case "md":
            return as_markdown(found)
        case "json":
            return as_json(found)
        case "yaml":
            return as_annex(found)
        case _:
            return as_text(found, width())

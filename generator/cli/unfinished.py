"""``--clean``: nothing is written while anything in the draft still waits for the clerk."""

from __future__ import annotations

import click

from generator.problems import Place, Problem
from generator.render.standing import standing
from generator.report import Blank, Inline, OriginKind, Report


def refuse_unfinished(report: Report, facts: str) -> None:
    """Name every blank and offered claim of ``report`` at its line of the file ``facts`` and end with exit code 1; nothing where there are none."""
    problems = list(dict.fromkeys(_problem(inline, facts) for inline in standing(report)))
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"共 {len(problems)} 处没有落实，什么也没有写。", err=True)
        raise click.exceptions.Exit(1)


def _problem(inline: Inline, facts: str) -> Problem:
    origin = inline.origin
    place = Place(facts, origin.line, origin.column) if origin and origin.kind is not OriginKind.PHRASE else Place(facts)
    if isinstance(inline, Blank):
        return Problem(place, "blank", f"还空着：{origin.path if origin else '没有给'}", "在事实表里补上；没有的就删去这一条")
    return Problem(place, "offered", f"还没有核实：{inline.text}", "属实的写进事实表；不属实的，不加 --suggest 重新起草")

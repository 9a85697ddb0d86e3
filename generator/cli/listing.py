"""Lists of what the user's folders hold, of which some may be broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click

from generator.problems import Problem, gathered


def list_sound(names: Iterable[str], row: Callable[[str], str]) -> None:
    """Print ``row`` of every name; where it raises ``Faults``, the rest is printed, the faults told, and the command ends with exit code 1."""
    problems: list[Problem] = []
    for name in names:
        with gathered(problems):
            click.echo(row(name))
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        raise click.exceptions.Exit(1)

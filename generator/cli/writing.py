"""Commands that write a file: where a fault stops them first, that is said."""

from __future__ import annotations

from typing import Any

import click

from generator.cli.chinese import Command
from generator.problems import Faults


class Unwritten(Faults):
    """Faults that stopped a command before it wrote anything."""


class WritingCommand(Command):
    """A command that writes all or nothing; one that makes several files in a row may have made some."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Faults as faults:
            if ctx.params.get("variants"):
                raise
            raise Unwritten(faults.problems) from faults

"""A command of the tool run in this process."""

from __future__ import annotations

from click.testing import CliRunner

from generator.cli.main import nigao
from generator.problems import Faults


def run(command: str) -> tuple[int, str]:
    """The exit code of ``command`` and all it says; what it raises and nobody told of fails the test."""
    done = CliRunner().invoke(nigao, command.split())
    if isinstance(done.exception, Faults):
        return 2, "\n".join(map(str, done.exception.problems))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output

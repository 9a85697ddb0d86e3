"""A command of the tool run in this process."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main, nigao
from generator.problems import Faults


def run(command: str) -> tuple[int, str]:
    """The exit code of ``command`` and all it says; what it raises and nobody told of fails the test."""
    done = invoked(*command.split())
    if isinstance(done.exception, Faults):
        return 2, faults_of(done)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def invoked(*words: object, given: str = "") -> Result:
    """What became of the command that ``words`` are, with ``given`` typed to it."""
    return CliRunner().invoke(nigao, list(map(str, words)), input=given)


def faults_of(done: Result) -> str:
    """The faults for which a command stopped, as they are told."""
    assert isinstance(done.exception, Faults)
    return "\n".join(map(str, done.exception.problems))


def entered(*words: object) -> int:
    """The exit code of the tool started as a program with ``words``; what it prints goes where this process prints."""
    with pytest.MonkeyPatch.context() as process:
        process.setattr(sys, "argv", ["nigao", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0)

"""The house rules that a program can check: import contracts, types, style."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from generator.files import Resource
from tests.conftest import ROOT

BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [["lint-imports"], ["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]],
    ids=lambda c: " ".join(c),
)
def test_house_rules(command: list[str]) -> None:
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_ships_what_the_tool_reads_and_not_the_archive() -> None:
    """The folders are those that `resource_dir` looks for; the archive of past reports goes with the source alone."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["sources"] == {name: f"generator/_data/{name}" for name in get_args(Resource)}
    assert set(wheel["only-include"]) == {"generator", *wheel["sources"]}
    assert wheel["exclude"] == ["/examples/往年报告"]
    assert (ROOT / "examples" / "往年报告").is_dir()

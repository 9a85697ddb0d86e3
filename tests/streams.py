"""The command line over streams of bytes, as a process of its own has them: from its list of arguments to its exit code."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

from generator.cli.console import open_streams
from tests.running import entered


@dataclass(frozen=True)
class Ran:
    code: int
    stdout: bytes
    stderr: bytes


def ran(*words: str) -> Ran:
    """What ``nigao`` with ``words`` prints in UTF-8, and how it ends. What would be a traceback is raised."""
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as process:
        process.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8"))
        process.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8"))
        open_streams()
        code = entered(*words)
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, out.getvalue(), err.getvalue())

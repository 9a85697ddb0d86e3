"""The command line over streams of bytes, as a process of its own has them: from its list of arguments to its exit code."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from generator.cli.console import open_streams
from tests.running import entered


@dataclass(frozen=True)
class Ran:
    code: int
    stdout: bytes
    stderr: bytes


class _Printed(io.BytesIO):
    """Bytes that outlive the streams over them."""

    def close(self) -> None:
        pass


def ran(*words: str) -> Ran:
    """What ``nigao`` with ``words`` prints in UTF-8, and how it ends. What would be a traceback is raised."""
    out, err = _Printed(), _Printed()
    return Ran(_ended(words, b"", out, err), out.getvalue(), err.getvalue())


def shown(*words: str, given: bytes = b"") -> bytes:
    """As ``ran``, with ``given`` typed to it: what it prints on either stream, in the order in which it does."""
    screen = _Printed()
    _ended(words, given, screen, screen)
    return screen.getvalue()


def _ended(words: Sequence[str], given: bytes, out: io.BytesIO, err: io.BytesIO) -> int:
    with pytest.MonkeyPatch.context() as process:
        process.setenv("COLUMNS", "80")  # as wide as a process without a terminal takes its lines to be
        process.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        process.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8"))
        process.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8", line_buffering=True))
        open_streams()
        code = entered(*words)
        sys.stdout.flush()
        sys.stderr.flush()
        return code

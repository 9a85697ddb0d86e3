"""Locks on what two runs may write at once; ``filelock`` is loaded only where something is written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.files import make_folder
from generator.problems import fault

_PATIENCE = 60.0
"""Seconds to wait for another run: adding a line takes less than one; who mines longer is named instead of waited for."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """While this lasts, no other run of the same user on this machine writes ``path``, a file or folder, there or not yet. May be nested.

    The lock lies in the system's folder for temporary files, so that nothing is left beside anyone's work. Raises ``Faults`` where another run does
    not let go.
    """
    from filelock import FileLock, Timeout

    home = _home()
    try:
        make_folder(home)
        with FileLock(home / f"{_name(path)}.lock", timeout=_PATIENCE, is_singleton=True):
            yield
    except Timeout:
        hint = "等它写完再试；确实没有别的在运行，重启电脑后再试"
        raise fault(path, "locked", "另一个 nigao 正在写这里，等了一分钟还没有写完", hint) from None


def _home() -> Path:
    import tempfile

    return Path(tempfile.gettempdir()) / f"nigao-{_user()}"


def _user() -> str:
    """One folder a user: on a shared machine nobody may write another's."""
    if hasattr(os, "getuid"):
        return str(os.getuid())
    import getpass

    return hashlib.blake2s(getpass.getuser().encode(), digest_size=4).hexdigest()


def _name(path: Path) -> str:
    """One name for a place, by whatever way it is reached."""
    return hashlib.blake2s(os.path.normcase(os.path.realpath(path)).encode(errors="surrogateescape"), digest_size=16).hexdigest()

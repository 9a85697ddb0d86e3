"""A set of files in one folder replaced as a whole: after a run that was killed the next one finds the old set or completes the new one.

The new files are first written beside the old ones, in a folder of their own, then a plan that says where each belongs. From the moment the plan is
there the new set counts, and whoever comes next carries it out; before that moment the old set counts.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.cli.locks import locked
from generator.files import cause, make_folder, write_new
from generator.problems import fault

STAGE = ".换新"
_PLAN = "计划.json"


def replace_set(folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Puts ``files``, by their paths within ``folder``, in place of what is there, and removes those named ``gone``; files that say the same
    already are not touched.

    Raises ``Faults`` where that cannot be written; then nothing is changed. Call it under the lock of ``folder``.
    """
    settle(folder)
    plan = _plan(folder, files, gone)
    if not plan["写"] and not plan["删"]:
        return
    stage = folder / STAGE
    try:
        make_folder(stage)
        for number, name in enumerate(plan["写"]):
            _write_through(stage / str(number), files[name])
        write_new(stage / _PLAN, json.dumps(plan, ensure_ascii=False).encode())
    except BaseException:
        if not (stage / _PLAN).exists():
            _remove(stage)
        raise
    settle(folder)


def settle(folder: Path) -> None:
    """Completes what a run that was killed had begun to put in place in ``folder``, and takes back what it had not got ready."""
    stage = folder / STAGE
    if not stage.is_dir():
        return
    with locked(folder):
        try:
            if (plan := _read_plan(stage / _PLAN)) is not None:
                _carry_out(folder, plan)
            _remove(stage)
        except OSError as error:
            hint = "检查权限和磁盘空间后再运行一次，会接着写完"
            raise fault(folder, "half-written", f"上次没有写完，这次也写不进去：{cause(error)}", hint) from None


def ready(folder: Path) -> None:
    """For who only reads ``folder``: what waits to be put in place is; what another run is getting ready is left to it."""
    if (folder / STAGE / _PLAN).is_file():
        settle(folder)


def _plan(folder: Path, files: Mapping[str, bytes], gone: Iterable[str]) -> dict[str, Any]:
    """What is to be written, with digests of what stands there and what shall, and what is to be removed, in JSON's own types."""
    standing = {name: _digest(folder / name) for name in (*files, *gone)}
    new = {name: [standing[name], _digest_of(data)] for name, data in files.items()}
    return {
        "写": {name: digests for name, digests in new.items() if digests[0] != digests[1]},
        "删": {name: standing[name] for name in gone if standing[name] and name not in files},
    }


def _carry_out(folder: Path, plan: Mapping[str, Any]) -> None:
    """What someone changed since the plan was made stays as he left it."""
    for number, (name, (old, _)) in enumerate(plan["写"].items()):
        staged, target = folder / STAGE / str(number), Path(os.path.realpath(folder / name))
        if staged.exists() and _digest(target) == old:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                staged.chmod(stat.S_IMODE(target.stat().st_mode))
            staged.replace(target)
    for name, old in plan["删"].items():
        if _digest(folder / name) == old:
            (folder / name).unlink(missing_ok=True)
            _drop_empty(folder, (folder / name).parent)


def _remove(stage: Path) -> None:
    import shutil

    shutil.rmtree(stage, ignore_errors=True)


def _drop_empty(folder: Path, inner: Path) -> None:
    """Removes ``inner`` and the folders between it and ``folder`` that hold nothing any more."""
    with contextlib.suppress(OSError):
        while inner != folder:
            inner.rmdir()
            inner = inner.parent


def _read_plan(path: Path) -> dict[str, Any] | None:
    """The plan that was made; None where there is none yet."""
    try:
        plan: dict[str, Any] = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return plan


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _digest(path: Path) -> str:
    """That of the file at ``path``, empty where there is none."""
    return _digest_of(path.read_bytes()) if path.is_file() else ""


def _digest_of(data: bytes) -> str:
    return hashlib.blake2s(data, digest_size=16).hexdigest()

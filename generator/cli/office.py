"""LibreOffice, where it is installed: one file in, the same in another format out."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from msgspec import Struct

from generator.problems import Faults, Place, Problem

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
_SECONDS = 120


class Task(Struct, frozen=True):
    """A conversion as messages speak of it: the file it is for, what it is needed for, and what else the user can do."""

    path: str
    need: str
    instead: str


def program() -> str | None:
    """Where LibreOffice is; None where it is not."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def converted(data: bytes, suffix: str, to: str, task: Task, *options: str) -> bytes:
    """``data``, a file of type ``suffix`` (.doc), as ``to`` (docx). Raises ``Faults`` where LibreOffice is missing, slow, or cannot read it."""
    found = program()
    if found is None:
        raise _fault(task, "no-libreoffice", f"{task.need}要用 LibreOffice，这台电脑上没有找到", f"装上 LibreOffice 后重试，或{task.instead}")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"report{suffix}"
        source.write_bytes(data)
        out = Path(folder) / "out"
        _run([found, *options, "--convert-to", to, "--outdir", str(out), str(source)], Path(folder), task)
        made = out / f"report.{to}"
        if not made.is_file():
            raise _fault(task, "not-converted", "LibreOffice 没能转换这个文件", f"检查它能不能打开、有没有密码；或{task.instead}")
        return made.read_bytes()


def _run(command: list[str], folder: Path, task: Task) -> None:
    """A profile of its own for each run, so that an office that is open neither blocks nor answers it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = [command[0], profile, "--headless", "--norestore", *command[1:]]
    quiet = subprocess.DEVNULL
    try:
        office = subprocess.Popen(asked, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        raise _fault(task, "no-libreoffice", "LibreOffice 启动不了", f"重新安装 LibreOffice，或{task.instead}") from None
    try:
        office.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        raise _fault(task, "slow-conversion", f"LibreOffice 用了 {_SECONDS} 秒还没有转换完", f"稍后重试，或{task.instead}") from None
    finally:
        _end(office)


def _end(office: subprocess.Popen[bytes]) -> None:
    """The program is a script that starts the office proper: what still runs ends with all it started."""
    if office.poll() is None:
        if os.name == "posix":
            os.killpg(office.pid, signal.SIGKILL)
        office.kill()
        office.wait()


def _fault(task: Task, code: str, message: str, hint: str) -> Faults:
    return Faults([Problem(Place(task.path), code, message, hint)])

"""Old Word, WPS and PDF files by way of LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.files import read_bytes
from generator.problems import Faults, Place, Problem

CONVERTED = (".doc", ".wps", ".pdf")
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
_SECONDS = 120


def as_word(path: Path) -> bytes:
    """The file at ``path`` as .docx. Raises ``Faults`` where LibreOffice is not installed, takes too long, or cannot read it."""
    data = read_bytes(path)
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        hint = f"装上 LibreOffice 后重试，或用 Word、WPS 另存为 .docx（扫描的 PDF 要先识别文字）再给 {path.stem}.docx"
        raise _fault(path, "no-libreoffice", f"读 {path.suffix} 文件要用 LibreOffice 转换，这台电脑上没有找到", hint)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        source = home / f"report{path.suffix.lower()}"
        source.write_bytes(data)
        _run(program, source, path)
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise _fault(path, "not-converted", "LibreOffice 没能转换这个文件", "检查它能不能打开、有没有密码；用 Word 或 WPS 另存为 .docx 后重试")
        return made.read_bytes()


def _run(program: str, source: Path, path: Path) -> None:
    """A profile of its own for each run, so that an office that is open neither blocks nor answers it."""
    read_as = ["--infilter=writer_pdf_import"] if source.suffix == ".pdf" else []
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", *read_as, "--convert-to", "docx", "--outdir", str(source.parent), str(source)]
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise _fault(path, "slow-conversion", f"LibreOffice 用了 {_SECONDS} 秒还没有转换完", "用 Word 或 WPS 另存为 .docx 后重试") from None
    except OSError:
        raise _fault(path, "no-libreoffice", "LibreOffice 启动不了", "重新安装 LibreOffice，或用 Word、WPS 另存为 .docx 后重试") from None


def _fault(path: Path, code: str, message: str, hint: str) -> Faults:
    return Faults([Problem(Place(str(path)), code, message, hint)])

"""``nigao preview --pages``: the pages as they print, and which fonts had to be stood in for."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.cli.fonts import embedded, missing, wanted
from generator.cli.office import Task, converted
from generator.files import make_folder, write_new
from generator.problems import Faults, Place, Problem

_DOTS_PER_INCH = 100
_PAGE = re.compile(r"第\d+页\.png")
_SEAL = b"\n%% nigao %s\n"
_SEAL_LENGTH = len(_SEAL % b"") + 64


def write_pages(word: bytes, target: Path, name: str) -> None:
    """Lay out ``word``, the draft of the facts file ``name``, and write its pages: one .pdf, or a folder of pictures, or of a .pdf where no pictures
    can be made. Raises ``Faults`` where LibreOffice is missing or fails, and where a file of someone else's stands in the way.
    """
    task = Task(name, "看排好的页", "用 nigao draft 写成 Word 文件，在 Word 或 WPS 里看")
    pdf = converted(word, ".docx", "pdf", task)
    if target.suffix.lower() == ".pdf":
        _write(target, pdf)
        click.echo(f"已写成 {target}")
    else:
        _write_folder(target, pdf)
    click.echo("\n".join(_told(word, pdf)))


def _write_folder(folder: Path, pdf: bytes) -> None:
    make_folder(folder)
    pictures = _pictures(pdf)
    files = {f"第{n}页.png": data for n, data in enumerate(pictures, 1)} or {"全文.pdf": pdf}
    for name, data in files.items():
        _write(folder / name, data)
    for old in folder.iterdir():
        if _PAGE.fullmatch(old.name) and old.name not in files and _is_ours(old.read_bytes()):
            old.unlink()
    click.echo(f"已写成 {folder}：" + (f"{len(pictures)} 页" if pictures else "全文.pdf（没有 pdftoppm，出不了图；装上 poppler-utils 就有）"))


def _pictures(pdf: bytes) -> list[bytes]:
    """The pages of ``pdf`` as PNG, in order; none where there is no pdftoppm."""
    program = shutil.which("pdftoppm")
    if program is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.pdf"
        source.write_bytes(pdf)
        subprocess.run([program, "-png", "-r", str(_DOTS_PER_INCH), str(source), f"{folder}/page"], capture_output=True, check=False)
        return [path.read_bytes() for path in sorted(Path(folder).glob("page-*.png"))]


# --- nobody's file lost ----------------------------------------------------------------------------------------------------------------------


def _write(path: Path, data: bytes) -> None:
    """``data`` with a seal after its end, by which it is known again and may be replaced."""
    if path.is_file() and not _is_ours(path.read_bytes()):
        raise Faults([Problem(Place(str(path)), "would-overwrite", "这个文件已经有了，不是本命令写的，没有覆盖", "换一个文件名")])
    write_new(path, data + _SEAL % _digest(data), force=True)


def _is_ours(data: bytes) -> bool:
    body, seal = data[:-_SEAL_LENGTH], data[-_SEAL_LENGTH:]
    return seal == _SEAL % _digest(body)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


# --- fonts -----------------------------------------------------------------------------------------------------------------------------------


def _told(word: bytes, pdf: bytes) -> Iterator[str]:
    used = embedded(pdf)
    absent = missing(wanted(word), used)
    if not absent:
        yield "要用的字体都有"
        return
    yield f"这台电脑上没有的字体：{_listed(absent)}"
    yield f"代替它们的字体在这些里面：{_listed(used)}"
    yield "字形和换行会与正式稿有出入，以装了这些字体的电脑为准"


def _listed(names: Iterable[str]) -> str:
    return "、".join(names)

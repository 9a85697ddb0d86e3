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

from generator.cli.fileset import replace_set
from generator.cli.fonts import embedded, missing, wanted
from generator.cli.locks import locked
from generator.cli.office import Task, converted
from generator.files import make_folder, write_new
from generator.problems import Faults, Place, Problem

_DOTS_PER_INCH = 100
_PAGE = re.compile(r"第\d+页\.png")
_FINGERPRINT = b"\n%% nigao %s\n"
_FINGERPRINT_LENGTH = len(_FINGERPRINT % b"") + 64


def write_pages(word: bytes, target: Path, name: str) -> None:
    """Lay out ``word``, the draft of the facts file ``name``, and write its pages: one .pdf, or a folder of pictures, or of a .pdf where no pictures
    can be made. Raises ``Faults`` where LibreOffice is missing or fails, and where a file of someone else's stands in the way.
    """
    pdf = _laid_out(word, "看排好的页", name)
    if target.suffix.lower() == ".pdf":
        _refuse([target])
        write_new(target, _fingerprinted(pdf), force=True)
        click.echo(f"已写成 {target}")
    else:
        _write_folder(target, pdf)
    click.echo("\n".join(_told(word, pdf)))


def write_pdf(word: bytes, target: Path, name: str, force: bool) -> None:
    """``word``, the draft of the facts file ``name``, as a PDF. Raises ``Faults`` where LibreOffice is missing or fails, and where a file of someone
    else's stands in the way, unless ``force`` is set.
    """
    write_new(target, _fingerprinted(_laid_out(word, "写 PDF 文件", name)), may_replace=_is_ours, force=force)


def _laid_out(word: bytes, need: str, name: str) -> bytes:
    return converted(word, ".docx", "pdf", Task(name, need, "用 nigao draft 写成 Word 文件，在 Word 或 WPS 里打开、另存"))


def _write_folder(folder: Path, pdf: bytes) -> None:
    make_folder(folder)
    pictures = _pictures(pdf)
    files = {f"第{n}页.png": _fingerprinted(data) for n, data in enumerate(pictures, 1)} or {"全文.pdf": _fingerprinted(pdf)}
    with locked(folder):
        _refuse([folder / name for name in files])
        ours = [p.name for p in folder.iterdir() if _PAGE.fullmatch(p.name) and _is_ours(p.read_bytes())]
        replace_set(folder, files, [name for name in ours if name not in files])
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


def _refuse(paths: Iterable[Path]) -> None:
    """Raises ``Faults`` with every file that is another's."""
    foreign = [path for path in paths if path.is_file() and not _is_ours(path.read_bytes())]
    if foreign:
        message = "这个文件已经有了，不是本命令写的，没有覆盖"
        raise Faults(Problem(Place(str(path)), "would-overwrite", message, "换一个文件名") for path in foreign)


def _fingerprinted(data: bytes) -> bytes:
    """``data`` with a fingerprint after its end, by which it is known again and may be replaced."""
    return data + _FINGERPRINT % _digest(data)


def _is_ours(data: bytes) -> bool:
    body, fingerprint = data[:-_FINGERPRINT_LENGTH], data[-_FINGERPRINT_LENGTH:]
    return fingerprint == _FINGERPRINT % _digest(body)


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

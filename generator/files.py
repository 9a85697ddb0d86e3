"""The rim: text in, never guessing an encoding silently; bytes out, whole or not at all, over nobody's work; where the shipped data lies."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import stat
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from generator.limits import FILE_BYTES, TEXT_BYTES
from generator.patterns import late
from generator.problems import Faults, Place, Problem, Source, fault


class Encoding(StrEnum):
    """How a text file was written; the values are what a user reads."""

    UTF8 = "UTF-8"
    GB18030 = "GB18030"
    UTF16 = "UTF-16"


class Decoded(Struct, frozen=True):
    """A text, and the encoding it was found to be in."""

    source: Source
    encoding: Encoding


def read_text(path: Path) -> Source:
    """The text of the file at ``path``. Raises ``Faults`` for what cannot be read: missing, a folder, no permission, no text."""
    return read_decoded(path).source


def read_decoded(path: Path) -> Decoded:
    """As ``read_text``, with the encoding the text was found to be in."""
    return decode(str(path), read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at ``path``. Raises ``Faults`` where there are none to read, too many, or no end of them: a pipe, a device."""
    try:
        _check_regular(path, path.stat())
        return path.read_bytes()
    except FileNotFoundError:
        raise fault(path, "no-file", "没有这个文件", "检查文件名和所在的文件夹") from None
    except IsADirectoryError:
        raise fault(path, "is-folder", "这是文件夹，不是文件", "写出其中的文件名") from None
    except PermissionError:
        raise fault(path, "no-permission", "没有权限读这个文件", "检查文件的权限，或是否正被别的程序占用") from None
    except (OSError, ValueError):
        raise fault(path, "unreadable", "读不出这个文件", "检查文件名和磁盘") from None


def _check_regular(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(found.st_mode):
        raise fault(path, "not-regular", "这不是普通文件（管道或设备）", "先存成文件，再给文件名")
    if found.st_size > FILE_BYTES:
        raise fault(path, "too-big", f"这个文件有 {found.st_size >> 20} MB，太大了", f"最大 {FILE_BYTES >> 20} MB；拆成几份，或压缩里面的图片")


# --- which encoding ----------------------------------------------------------------------------------------------------------------------

_SIGNATURES = {
    b"PK\x03\x04": " Word 或压缩文件",
    b"\xd0\xcf\x11\xe0": "旧版 Word 或 WPS 文件",
    b"%PDF": " PDF 文件",
    b"\x89PNG": "图片",
    b"{\\rtf": " RTF 文件",
}
_RESAVED = "用记事本另存为，编码选 UTF-8"
_NON_ASCII = late(r"[^\x00-\x7f]")
_COMMON_SHARE = 0.9


def decode(name: str, data: bytes) -> Decoded:
    """``data`` as text: UTF-8 with or without its mark, UTF-16 with its mark, else GB18030 where it strictly is that and reads as Chinese.

    Raises ``Faults`` for anything else, at the first byte that is no UTF-8.
    """
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise fault(name, "not-text-file", f"这是{kind}，不是文字文件", "另存为 .txt 或 .yaml 后重试")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise fault(name, "encoding", "这个文件是 UTF-32 编码的，不认得", _RESAVED)
    if len(data) > TEXT_BYTES:
        raise fault(name, "too-big", f"这个文件有 {len(data) >> 20} MB，太大了", f"文字文件最大 {TEXT_BYTES >> 20} MB；拆成几份")
    text, encoding = _decoded(name, data)
    return Decoded(Source(name, text.replace("\r\n", "\n").replace("\r", "\n")), encoding)


def _decoded(name: str, data: bytes) -> tuple[str, Encoding]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(name, data), Encoding.UTF16
    if b"\0" in data:
        if _reads_as_utf16(data):
            raise fault(name, "encoding", "这个文件像是 UTF-16 编码的，开头没有标明", _RESAVED)
        raise fault(name, "not-text-file", "这不是文字文件", "另存为 UTF-8 编码的文字文件后重试")
    try:
        return data.decode("utf-8-sig"), Encoding.UTF8
    except UnicodeDecodeError as error:
        text = _gb18030(data)
        if text is None:
            raise _undecodable(name, data, error.start) from None
        return text, Encoding.GB18030


def _utf16(name: str, data: bytes) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise fault(name, "not-text-file", "文件开头标明是 UTF-16，内容却不完整", "从原处重新保存一份") from None
    if "\0" in text:
        raise fault(name, "not-text-file", "文件开头标明是 UTF-16，内容却不是文字", "从原处重新保存一份")
    return text


def _reads_as_utf16(data: bytes) -> bool:
    """Whether ``data``, which has zeros, is all in common use as UTF-16 of either order: a text saved without its mark."""
    for codec in ("utf-16-le", "utf-16-be"):
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(codec)
            if "\0" not in text and _is_common(text):
                return True
    return False


def _gb18030(data: bytes) -> str | None:
    """``data`` as GB18030 if it is strictly that and nearly all of it is in common use: other encodings misread as it give rare characters."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if _is_common(text) else None


def _is_common(text: str) -> bool:
    """Whether nearly all of ``text`` that is not ASCII is in common use."""
    foreign = _NON_ASCII.findall(text)
    common = len("".join(foreign).encode("gb2312", errors="ignore")) // 2
    return common >= _COMMON_SHARE * len(foreign)


def _undecodable(name: str, data: bytes, offset: int) -> Faults:
    """Says where: the characters before the first bad byte, told from behind a byte order mark, are good UTF-8."""
    before = data.removeprefix(codecs.BOM_UTF8)[:offset].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    return Faults([Problem(Place(name, line, column), "encoding", "认不出这个文件的编码，从这里起不是 UTF-8", _RESAVED)])


# --- what goes wrong -------------------------------------------------------------------------------------------------------------------------

_CAUSES = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "那里是只读的",
    errno.ENAMETOOLONG: "文件名太长",
}


def cause(error: OSError) -> str:
    """Why the system refused, in Chinese where it is a usual reason."""
    return _CAUSES.get(error.errno or 0) or error.strerror or str(error)


# --- writing -----------------------------------------------------------------------------------------------------------------------------


_HALF_WRITTEN = ".nigao.tmp"
_LONGEST_STEM = 80
"""Characters of a file's name that its half-written copy bears: with three bytes each they leave room under the 255 that file systems allow."""


def make_folder(path: Path) -> None:
    """The folder at ``path``, made with those above it where it is missing. Raises ``Faults`` where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise fault(path, "is-file", "这是文件，不是文件夹", "换一个文件夹名") from None
    except OSError as error:
        raise fault(path, "unwritable", f"建不了文件夹：{cause(error)}", "检查权限，或换一个地方") from None


def write_new(path: Path, data: bytes, may_replace: Callable[[bytes], bool] = lambda _: False, force: bool | None = None) -> None:
    """Write ``data`` to ``path``, whole or not at all, keeping the permissions of a file it replaces.

    A file that is there is replaced only if it holds the same bytes, ``force`` is set or ``may_replace`` allows it, seeing its bytes; no ``force``
    means that the command has no such option. Raises ``Faults`` otherwise, and where the folder is missing or may not be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise fault(path, "is-folder", "这是文件夹，不能写成文件", "在后面加上文件名")
        if target.exists() and not target.is_file():
            raise fault(path, "not-regular", "这是管道或设备，不能写成文件", "换一个文件名；要打印出来，写 -o -")
        if not target.parent.is_dir():
            raise fault(path, "no-folder", f"没有“{path.parent}”这个文件夹", "先建好文件夹，或换一个地方")
        if target.exists() and not force and not _may_go(read_bytes(target), data, may_replace):
            way = "换一个文件名，或者先把原来的移走" if force is None else "换一个文件名；确实要覆盖，加 --force"
            raise fault(path, "would-overwrite", "这个文件已经有了，而且可能有人改过，没有覆盖", way)
        _replace(target, data)
    except OSError as error:
        raise fault(path, "unwritable", f"写不进去：{cause(error)}", "检查权限和磁盘空间，或文件是否正在 Word 里打开") from None


def write_over(path: Path, before: bytes | None, after: bytes) -> None:
    """Write ``after`` in the place of ``before`` (None: no file) at ``path``. Raises ``Faults`` where by now something else stands there, and as
    ``write_new`` does."""
    if (read_bytes(path) if path.exists() else None) != before:
        raise fault(path, "changed-meanwhile", "这个文件在别处改过，没有写", "先前写的都已存好；再运行一次")
    write_new(path, after, force=True)


def _may_go(old: bytes, new: bytes, may_replace: Callable[[bytes], bool]) -> bool:
    return old == new or may_replace(old)


def _replace(target: Path, data: bytes) -> None:
    """Write beside ``target`` and move into its place, which one file system does at once."""
    temporary = target.with_name(f".{target.name[:_LONGEST_STEM]}.{os.getpid()}{_HALF_WRITTEN}")
    _clear_abandoned(target.parent)
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _clear_abandoned(folder: Path) -> None:
    """Removes what runs that were killed left in ``folder``: half-written files of processes that are no more, whatever they were to become. One
    that is on its way out, and writes no more, is gone by a later write."""
    for old in _half_written(folder):
        owner = old.name.removesuffix(_HALF_WRITTEN).rpartition(".")[2]
        if owner.isdecimal() and not _runs_elsewhere(int(owner)):
            with contextlib.suppress(OSError):
                old.unlink()


@lru_cache(maxsize=1)
def _half_written(folder: Path) -> tuple[Path, ...]:
    """The half-written files in ``folder`` when this process first writes there: one of ten thousand drafts takes 8 ms to look through, as often as a
    draft is put there."""
    return tuple(path for path in folder.iterdir() if path.name.endswith(_HALF_WRITTEN))


def _runs_elsewhere(process: int) -> bool:
    """Whether another process of that number lives. Windows must not be asked so, and lets nobody remove a file that is still being written."""
    if os.name != "posix" or process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return not _is_dead(process)


def _is_dead(process: int) -> bool:
    """Whether a process that still has its number has ended, and only nobody asked yet how: in a container that may be never."""
    try:
        state = Path(f"/proc/{process}/stat").read_bytes().rpartition(b") ")[2]
    except OSError:  # no Linux, or gone by now
        return False
    return state.startswith((b"Z", b"X"))


# --- shipped data ------------------------------------------------------------------------------------------------------------------------

Resource = Literal["templates", "phrasebank", "examples"]
_PACKAGE = Path(__file__).resolve().parent


def resource_dir(name: Resource) -> Path:
    """The folder of shipped data: inside the package where it was installed from a wheel, beside it in a checkout. Raises ``Faults`` if neither."""
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise fault(_PACKAGE, "no-data", f"安装不完整，找不到“{name}”文件夹", "重新安装 nigao")

"""``nigao doctor``: what works on this computer, what does not, and what to install or mend."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

import click
from msgspec import Struct

from generator import __version__
from generator.cache import VARIABLE, cache_folder
from generator.cli import shelf
from generator.cli.chinese import Command
from generator.cli.console import holds_chinese
from generator.cli.fileset import STAGE
from generator.cli.fonts import missing
from generator.cli.office import program
from generator.files import cause, resource_dir
from generator.problems import Faults


class State(StrEnum):
    """How a thing stands; the values are what a user reads."""

    FINE = "好"
    LACKING = "缺"
    BROKEN = "坏"


class Finding(Struct, frozen=True):
    """One thing that was looked at, what was found, and what to do about it where it is not fine."""

    state: State
    what: str
    found: str
    remedy: str = ""


@click.command(cls=Command, help="看这台电脑上哪些能用、缺什么、装什么：字体、LibreOffice、编码、缓存、用语库。有坏的，退出码是 1。")
def doctor() -> None:
    findings = [finding for what, look in _LOOKS for finding in _told(what, look)]
    for finding in findings:
        click.echo(f"{finding.state}　{finding.what}：{finding.found}" + (f"\n    {finding.remedy}" if finding.remedy else ""))
    counted = {state: sum(f.state is state for f in findings) for state in State}
    click.echo(f"{counted[State.FINE]} 样好的，{counted[State.LACKING]} 样缺的（不装也能起草），{counted[State.BROKEN]} 样坏的")
    if counted[State.BROKEN]:
        raise click.exceptions.Exit(1)


def _told(what: str, look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """What ``look`` finds; faults of files that stop it are a finding too, and stop no other."""
    try:
        yield from look()
    except Faults as faults:
        first = faults.problems[0]
        yield Finding(State.BROKEN, what, f"{first.place}: {first.message}", first.hint)


# --- the tool and its data ---------------------------------------------------------------------------------------------------------------------


def _tool() -> Iterator[Finding]:
    yield Finding(State.FINE, "程序", f"nigao {__version__}，Python {platform.python_version()}，{platform.system()}")
    try:
        for name in ("templates", "phrasebank"):
            resource_dir(name)
    except Faults as faults:
        yield Finding(State.BROKEN, "自带的文种和用语库", faults.problems[0].message, faults.problems[0].hint)


def _encodings() -> Iterator[Finding]:
    said = f"终端 {sys.stdout.encoding}，系统 {locale.getpreferredencoding(False)}，文件名 {sys.getfilesystemencoding()}"
    unfit = [name for name in (sys.stdout.encoding, sys.getfilesystemencoding()) if not holds_chinese(name)]
    remedy = "设环境变量 PYTHONUTF8=1；Linux 上再设 LANG=C.UTF-8"
    yield Finding(State.BROKEN, "编码", f"{said}，装不下汉字", remedy) if unfit else Finding(State.FINE, "编码", said)


# --- programs and fonts ------------------------------------------------------------------------------------------------------------------------

_INSTALL = {"linux": "用系统的软件管理器安装 {0}", "darwin": "brew install {1}", "win32": "到 {2} 下载安装"}


def _how(package: str, formula: str, site: str) -> str:
    return _INSTALL.get(sys.platform, _INSTALL["linux"]).format(package, formula, site)


def _programs() -> Iterator[Finding]:
    office = program()
    used = "读 .doc、.wps、.odt、.pdf，写 PDF，看排好的页"
    how = _how("libreoffice", "--cask libreoffice", "libreoffice.org")
    yield Finding(State.FINE, "LibreOffice", office) if office else Finding(State.LACKING, "LibreOffice", f"没有找到，不能{used}", how)
    pictures = shutil.which("pdftoppm")
    how = _how("poppler-utils", "poppler", "poppler.freedesktop.org")
    yield Finding(State.FINE, "pdftoppm", pictures) if pictures else Finding(State.LACKING, "pdftoppm", "没有找到，排好的页只出 PDF，不出图", how)


_EXTRAS = (("快速分词", "fast", ("rjieba",), "挖用语慢一些"), ("读写电子表格", "batch", ("python_calamine", "xlsxwriter"), "不能从 .xlsx 成批起草"))
"""What an extra of the package adds, its name, its modules, and what is lost without them."""


def _extras() -> Iterator[Finding]:
    for what, extra, modules, lost in _EXTRAS:
        lacking = [name for name in modules if find_spec(name) is None]
        lack = Finding(State.LACKING, what, f"没有装 {'、'.join(lacking)}，{lost}", f"pip install 'nigao[{extra}]'")
        yield lack if lacking else Finding(State.FINE, what, "、".join(modules))


def _fonts() -> Iterator[Finding]:
    """The fonts of every look: one look that is complete is enough to see the pages as they will be printed."""
    if shutil.which("fc-match") is None:
        yield Finding(State.LACKING, "字体", "看不出装了哪些（没有 fontconfig）", "写一份 Word 稿打开看：字体名旁边没有提示就是有")
        return
    faces, faults = _all_faces()
    for name, found in faults.items():
        look = f"nigao style check {shelf.style_files()[name]} 逐处看"
        yield Finding(State.BROKEN, f"版式 {name}", f"有 {len(found.problems)} 处错误", look)
    absent = {name: missing(names, ()) for name, names in faces.items()}
    complete = [name for name, lacking in absent.items() if not lacking]
    if complete:
        yield Finding(State.FINE, "字体", f"版式 {'、'.join(complete)} 要的都有")
    for name, lacking in absent.items():
        if lacking:
            remedy = "" if complete else "稿子照写，在有这些字体的电脑上打开就对；要在这里看准，装上这些字体（Windows、WPS 自带一部分）"
            yield Finding(State.LACKING, f"版式 {name} 的字体", "、".join(lacking), remedy)


def _all_faces() -> tuple[dict[str, tuple[str, ...]], dict[str, Faults]]:
    """The fonts of every look that can be read, and what is wrong with those that cannot."""
    faces: dict[str, tuple[str, ...]] = {}
    faults: dict[str, Faults] = {}
    for name in shelf.style_files():
        try:
            faces[name] = _faces(name)
        except Faults as found:
            faults[name] = found
    return faces, faults


def _faces(style: str) -> tuple[str, ...]:
    return tuple(sorted({name for look in shelf.style(style).looks() for name in (look.east_asian, look.latin)}))


# --- folders ---------------------------------------------------------------------------------------------------------------------------------


def _folders() -> Iterator[Finding]:
    cache = cache_folder()
    remedy = f"检查权限，或用环境变量 {VARIABLE} 指一个能写的文件夹"
    yield Finding(State.FINE, "缓存", str(cache)) if cache else Finding(State.LACKING, "缓存", "没有能写的文件夹，每次都从头读用语库", remedy)
    for what, folder in (("临时文件夹", Path(tempfile.gettempdir())), ("当前文件夹", Path.cwd())):
        yield _writable(what, folder)


def _writable(what: str, folder: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Finding(State.FINE, what, str(folder))
    except OSError as error:
        return Finding(State.BROKEN, what, f"{folder} 写不进去：{cause(error)}", "换一个文件夹，或检查权限和磁盘空间")


def _bank() -> Iterator[Finding]:
    folder = Path(shelf.USER_BANK)
    if not folder.is_dir():
        yield Finding(State.FINE, "用语库", "当前文件夹里没有自己的，用自带的")
        return
    if (folder / STAGE).exists():
        yield Finding(State.LACKING, "用语库", "上次重挖没有写完", f"再挖一次，或 nigao bank stats {folder}，会接着写完")
    try:
        count = sum(map(len, shelf.layers_of([folder], shipped=False)))
        yield Finding(State.FINE, "用语库", f"{folder} 里 {count} 条")
        yield _writable("用语库的文件夹", folder)
    except Faults as faults:
        yield Finding(State.BROKEN, "用语库", f"{folder} 里有 {len(faults.problems)} 处错误", f"nigao bank lint {folder} 逐处看")
    left = _abandoned((Path(), folder))
    if left:
        yield Finding(State.LACKING, "没写完的文件", "、".join(left), "是中断的命令留下的，可以删去")


def _abandoned(folders: Iterable[Path]) -> list[str]:
    return sorted(str(path) for folder in folders for path in folder.glob(".*.tmp") if os.access(path, os.R_OK))


_LOOKS: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
    ("程序", _tool), ("编码", _encodings), ("别的软件", _programs), ("附加的", _extras), ("字体", _fonts), ("文件夹", _folders), ("用语库", _bank),
)  # fmt: skip
"""What is looked at, each by what a fault that stops it is told as."""

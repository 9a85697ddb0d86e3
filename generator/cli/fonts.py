"""Which fonts a Word file asks for, and which of them its pages were not set in."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FONT_NAME = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_ESCAPED = re.compile(r"#([0-9A-Fa-f]{2})")
_SECONDS = 20

# the name in a Chinese Word → how the font calls itself in a PDF
_CALLED = {
    "仿宋_GB2312": "FangSong_GB2312", "楷体_GB2312": "KaiTi_GB2312", "仿宋": "FangSong", "楷体": "KaiTi", "黑体": "SimHei", "宋体": "SimSun",
    "方正小标宋简体": "FZXBSJW", "方正小标宋_GBK": "FZXBSK", "方正仿宋_GBK": "FZFSK", "方正楷体_GBK": "FZKTK", "方正黑体_GBK": "FZHTK",
    "华文中宋": "STZhongsong",
}  # fmt: skip


def wanted(word: bytes) -> tuple[str, ...]:
    """The fonts that the .docx ``word`` declares, sorted."""
    with zipfile.ZipFile(BytesIO(word)) as package:
        table = ElementTree.fromstring(package.read("word/fontTable.xml"))
    return tuple(sorted({font.get(f"{_W}name", "") for font in table.iter(f"{_W}font")} - {""}))


def embedded(pdf: bytes) -> tuple[str, ...]:
    """The fonts in ``pdf``, as they call themselves, sorted."""
    names = (name.decode("latin-1") for name in _FONT_NAME.findall(pdf))
    return tuple(sorted({_ESCAPED.sub(lambda m: chr(int(m[1], 16)), name) for name in names}))


def missing(names: Sequence[str], used: Sequence[str]) -> tuple[str, ...]:
    """Those of ``names`` that are not installed: by fontconfig where there is one, else those that the pages were not set in (``used``)."""
    program = shutil.which("fc-match")
    if program is None:
        return tuple(name for name in names if not any(_folded(font).startswith(_folded(_CALLED.get(name, name))) for font in used))
    return tuple(name for name in names if name.casefold() not in _families(program, name))


def _families(program: str, name: str) -> list[str]:
    """The names of the font that fontconfig takes for ``name``."""
    pattern = re.sub(r"([\\:,-])", r"\\\1", name)
    found = subprocess.run([program, "-f", "%{family}", pattern], capture_output=True, timeout=_SECONDS, check=False).stdout
    return found.decode(errors="replace").casefold().split(",")


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()

"""What the terminal and the file system can hold: Chinese in any case, and no character that stops the command."""

from __future__ import annotations

import io
from typing import TextIO

from generator.problems import Faults, Place, Problem

_CHINESE = "拟稿"


def printable(*streams: TextIO) -> None:
    """Let ``streams`` put ? for a character that their encoding lacks, and speak UTF-8 where it lacks Chinese altogether."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if _holds_chinese(stream.encoding) else "utf-8", errors="replace")


def check_file_names(encoding: str) -> None:
    """Raises ``Faults`` where file names in ``encoding`` cannot be Chinese: the templates' are."""
    if not _holds_chinese(encoding):
        message = f"系统的文件名编码是 {encoding}，认不得中文文件名"
        raise Faults([Problem(Place("nigao"), "file-names", message, "先设环境变量 PYTHONUTF8=1，或 LC_ALL=C.UTF-8，再运行")])


def _holds_chinese(encoding: str) -> bool:
    try:
        _CHINESE.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True

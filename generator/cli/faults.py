"""The last words of a command that faults stopped."""

from __future__ import annotations

from generator.cli.writing import Unwritten
from generator.files import cause
from generator.limits import PROBLEMS_SHOWN
from generator.problems import Faults


def told(error: Exception) -> tuple[str, ...]:
    """What is said of ``error``, row by row; nothing of one that is a fault of the tool's own."""
    match error:
        case Faults():
            return (*map(str, error.problems[:PROBLEMS_SHOWN]), _counted(error))
        case OSError():
            return f"读写时出错：{cause(error)}", "检查磁盘空间和权限后重试。"
        case _:
            return ()


def _counted(faults: Faults) -> str:
    left = len(faults.problems) - PROBLEMS_SHOWN
    rest = f"，只列出前 {PROBLEMS_SHOWN} 处" if left > 0 else ""
    return f"共 {len(faults.problems)} 处错误{rest}" + ("，什么也没有写。" if isinstance(faults, Unwritten) else "。")

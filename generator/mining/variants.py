"""Near-identical frames: those that differ only in words which a sentence may as well go without."""

from __future__ import annotations

import re
from collections.abc import Mapping

_OPTIONAL = re.compile(
    r"认真|及时|积极|扎实|主动|切实|深入|严格|进一步|持续|全年|今年|年内|先后|累计|总计|均|共(?=召|开|计|组)|已(?=[^经])|了|领导(?=班子)|组织(?=召开|开展|学习)|工作(?=实际)|^\{主体\}|并|^(?:全省|全市|全区|全国|我国|我省|预计|力争|其中)|(?<=%)(?:左右|以上|以内|以下)|(?<=\})以上$"
)


def bare_form(frame: str) -> str:
    """``frame`` without its optional words: 结合工作实际制定{项数}项措施 → 结合实际制定{项数}项措施."""
    return _OPTIONAL.sub("", frame)


def representatives(support: Mapping[str, int]) -> dict[str, str]:
    """For each frame that does not stand for itself the one of its near-identical kin that stands for all: the best supported, then the shortest,
    then the first."""
    best: dict[str, str] = {}
    for frame in support:
        bare = bare_form(frame)
        best[bare] = min(best.get(bare, frame), frame, key=lambda f: (-support[f], len(f), f))
    return {frame: stands for frame in support if (stands := best[bare_form(frame)]) != frame}

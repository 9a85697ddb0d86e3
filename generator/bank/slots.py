"""The slots of a frame: what each name means, and the fact it asks for.

A slot is written ``{名}``. A second slot of the same name carries a number (``{个数}个方面{个数2}个问题``).
"""

from __future__ import annotations

from generator.bank.phrase import SLOT, Slot
from generator.patterns import late

# name → (type, measure word that follows)
TYPES: dict[str, tuple[str, str]] = {
    "次数": ("数", "次"),
    "人次": ("数", "人次"),
    "篇数": ("数", "篇"),
    "份数": ("数", "份"),
    "期数": ("数", "期"),
    "场数": ("数", "场"),
    "场次": ("数", "场次"),
    "件数": ("数", "件"),
    "条数": ("数", "条"),
    "项数": ("数", "项"),
    "个数": ("数", "个"),
    "名数": ("数", "名"),
    "人数": ("数", "人"),
    "金额": ("数", "万元"),
    "比例": ("数", "%"),
    "分数": ("数", "分"),
    "天数": ("数", "天"),
    "周年": ("数", "周年"),
    "家数": ("数", "家"),
    "户数": ("数", "户"),
    "块数": ("数", "块"),
    "届次": ("序", ""),
    "文件": ("文件", ""),
    "文件列表": ("文件", ""),
    "单位": ("单位", ""),
    "日期": ("日期", ""),
    "年": ("日期", "年"),
    "月": ("日期", "月"),
    "词": ("词", ""),
    "某事": ("词", ""),
    "词列表": ("词", ""),
    "主体": ("自称", ""),
    "业务": ("业务", ""),
    "自称": ("自称", ""),
    "上级": ("上级", ""),
    "专题": ("专题", ""),
}
OF_THE_UNIT = frozenset({"主体", "业务", "自称", "上级", "专题"})  # filled from 单位 and 专题 of the facts file, so they ask for no fact
LISTS = frozenset({"文件列表", "词列表"})
NAME_OF_UNIT = {unit: name for name, (kind, unit) in TYPES.items() if kind == "数"} | {"％": "比例"}
_STRAY = late("[{}]")
_NUMBERED = late(r"(\D+)\d*")


def type_of(name: str) -> tuple[str, str]:
    """Type and measure word of the slot ``name``. A name outside the table that ends in 数 counts (``处数`` → 处), any other is a word."""
    match = _NUMBERED.fullmatch(name)
    base = match.group(1) if match else name
    if base in TYPES:
        return TYPES[base]
    return ("数", base[:-1]) if base.endswith("数") and len(base) > 1 else ("词", "")


def slots_of(text: str, topic: str) -> tuple[Slot, ...]:
    """The slots of ``text`` in order; each that is filled by a fact asks for ``topic.unit``."""
    return tuple(_slot(name, topic) for name in SLOT.findall(text))


def _slot(name: str, topic: str) -> Slot:
    kind, unit = type_of(name)
    asks = f"{topic}.{unit}" if topic and unit and name not in OF_THE_UNIT else ""
    return Slot(name, kind, unit, asks)


def asks_for_facts(text: str) -> bool:
    """Whether any slot of ``text`` must be filled from a fact."""
    return any(name not in OF_THE_UNIT for name in SLOT.findall(text))


def whole_slots(text: str) -> bool:
    """Whether every brace of ``text`` belongs to a slot."""
    return not _STRAY.search(SLOT.sub("", text))

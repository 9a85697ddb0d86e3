"""Cues of the miner: how formula begins, as an opening of a sentence or as the aim at its end."""

from __future__ import annotations

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Stance and principle: what a sentence is done under. They introduce and report nothing.
OPENINGS = _words(
    """
    坚持 聚焦 紧扣 围绕 紧紧围绕 立足 始终 牢固 牢牢 深入学习 深入贯彻 认真学习 认真贯彻 全面贯彻 坚决 对标 坚定 坚守 胸怀 旗帜鲜明 突出 按照
    本着 着眼 着眼于 结合 注重 依托 统筹 紧盯 瞄准 对照 顺应 秉持 秉承 遵循 牢记 立足于 聚力 锚定 紧贴 面对 高举 恪守 抓住 一体推进
    """
)

# Of these, what only introduces: behind what was done they leave the sentence hanging.
_STANCES = _words(
    """
    坚持 聚焦 紧扣 围绕 紧紧围绕 立足 立足于 按照 本着 着眼 着眼于 结合 依托 统筹 紧盯 瞄准 对照 顺应 秉持 秉承 遵循 锚定 紧贴 面对
    """
)

# Aims: what a thing is done for.
AIMS = _words(
    """
    推动 促进 确保 保证 保障 着力 引导 教育引导 努力 力求 力争 争取 真正 切实 坚决 让 使 防止 避免 做到 激励 激发 带动 督促 增强 提升
    提高 凝聚 汇聚 营造 筑牢 夯实 把牢 守住 守牢 守好 树立 树牢 压实 拧紧 层层 全力 奋力 不断 持续 进一步 弘扬 巩固 彰显 展现 当好
    扛起 鼓励 鞭策 警醒 维护 更好 有效 充分发挥 发挥 全面提升 全面发挥 促使 防范 遏制 杜绝 严防 涵养 净化 锤炼 厚植 传承 展示 体现
    助力 服务 稳住 严守 自觉 感悟 坚定
    """
)

_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"为.{2,}(提供|打下|奠定|创造|营造|筑牢|注入|增添|夯实|凝聚|汇聚|贡献|赢得|积累|保驾护航|做好准备|赋能)",
        r"[把将].{2,}(作为|放在|摆在|落实到|落到|体现到|转化为|转化成|贯穿|融入|抓在|挺在|变成|变为|送到|办到|做到|用在|扛在|记在|刻在|化为|纳入|贯彻到|传导到|压实到|解决在|化解在|消除在|消灭在)",
        r"以.{1,12}[促带推强保助督引赋育铸聚固提示倒为换答]",
        r"用.{2,}(推动|检验|凝聚|武装|指导|守护|诠释|回应|教育|引导|倒逼)",
        r"在.{2,14}[中上下里](?:$|[加提增锤感淬砥受汲做抓见走当].+)",
        r"[由从变].{1,12}[向到为](?!.*[处间名])",
    )
)
_LEAST = 4
_CUES = (*OPENINGS, *AIMS)
_BEFORE_STATEMENTS = (*OPENINGS, "以", "把", "用", "在")


def cue(text: str) -> str:
    """The words or the shape by which ``text`` reads as stance or aim; empty where it does not."""
    opening = next((w for w in _CUES if text.startswith(w)), "") if text.startswith(_CUES) else ""
    if opening and len(text) >= _LEAST:
        return opening
    return next((m[0][:2] for shape in _SHAPES if (m := shape.match(text))), "")


def opens(text: str) -> bool:
    """Whether ``text`` can stand before the statement it introduces."""
    return text.startswith(_BEFORE_STATEMENTS)


def closes(text: str) -> bool:
    """Whether ``text`` can stand behind the statement whose aim it is."""
    return not text.startswith(_STANCES)

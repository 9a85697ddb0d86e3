"""Skeletons: sentence builds of official prose with open slots for words (以…为抓手), and what past reports filled them with.

The builds are declared here; which of them a corpus uses, how widely and with what, is mined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.chinese.punctuation import clauses

_OPEN = re.compile(r"…")
_ADVERB = re.compile(r"^(?:不断|持续|进一步|扎实|着力|切实|全力|努力|有效|积极|真正|继续)(?=推动|推进|把|将|以|为|在|营造|形成|增强|提升|打造)")
_SLOT = "{某事}"
_LONGEST_FILL = 24

_OF_CLAUSES = tuple(
    """
    以…为抓手 以…为载体 以…为契机 以…为统领 以…为引领 以…为目标 以…为重点 以…为基础 以…为主线 以…为牵引 以…为支撑 以…为导向 以…为指导 以…为核心
    以…为突破口
    把…作为… 将…作为… 把…放在…位置 把…摆在…位置 把…摆在首位 把…纳入… 将…纳入… 把…落实到… 把…转化为… 将…转化为… 把…贯穿… 将…贯穿…
    在…上下功夫 在…上求突破 在…上寻突破 在…上做文章 在…上见实效 在…上走在前列
    推动…走深走实 推进…走深走实 推动…落地见效 推动…落实落细 推动…提质增效 推动…落地生根 推动…入脑入心 推动…常态化 推动…高质量发展 推动…再上新台阶
    推动…取得新成效
    推动…向…延伸 推动…向…转变 推动…与…深度融合 推进…与…深度融合 推动…与…融合发展
    为…提供…保障 为…提供…保证 为…提供…支撑 为…注入…动力 为…奠定…基础
    充分发挥…作用 发挥…作用 着力发挥…作用 切实发挥…作用 做到…同部署 坚持以…为统领 坚持以…为指导 坚持…与…相结合 坚持…导向
    形成…的良好格局 形成…的工作格局 形成…的责任体系 营造…的良好氛围 营造…氛围 提升…能力 增强…自觉 建立健全…机制 打造…品牌
    …还不够… …不够… …有待加强 …有待进一步提升 …有待提高 …存在差距
    """.split()
)
_OF_SENTENCES = (
    "坚持…，…，确保…",
    "以…为抓手，…",
    "通过…，…，推动…",
    "虽然…取得了…成绩，但与…相比，仍然…",
    "虽然…取得了…成效，但…",
    "围绕…，…，推动…",
)


class Build(Struct, frozen=True):
    """A skeleton as it is written in the bank, and the pattern that knows it."""

    text: str
    pattern: re.Pattern[str]


def _build(written: str) -> Build:
    parts = _OPEN.split(written)
    numbers = iter(range(1, len(parts)))
    text = parts[0] + "".join(f"{_SLOT[:-1]}{n if n > 1 else ''}}}{part}" for n, part in zip(numbers, parts[1:], strict=True))
    fill = rf"([^，。；：]{{2,{_LONGEST_FILL}}}?)"
    return Build(text, re.compile(fill.join(map(re.escape, parts))))


_OPEN_BUILDS = tuple(build for build in map(_build, _OF_CLAUSES) if build.text.startswith(_SLOT))
_CLAUSE_BUILDS = {first: tuple(map(_build, (b for b in _OF_CLAUSES if b[0] in (first, "…")))) for first in {b[0] for b in _OF_CLAUSES}}
"""The builds of a clause by the character that it begins with; every clause may be of those that begin with a slot."""
_SENTENCE_BUILDS = tuple(map(_build, _OF_SENTENCES))


def skeletons(sentence: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each build that a clause of ``sentence``, or a run of clauses, is made by, with what fills its slots. Slots emptied before stay out."""
    cut = [clause for _, clause in clauses(sentence)]
    for clause in cut:
        bare = _ADVERB.sub("", clause)
        yield from _found(bare, _CLAUSE_BUILDS.get(bare[:1], _OPEN_BUILDS))
    for build in _SENTENCE_BUILDS:
        size = build.text.count("，") + 1
        for start in range(len(cut) - size + 1):
            yield from _found("，".join(cut[start : start + size]), (build,))


def _found(text: str, builds: tuple[Build, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for build in builds:
        match = build.pattern.fullmatch(text)
        if match and "{" not in text.replace("{主体}", "") and not any("“" in g and "”" not in g for g in match.groups()):
            yield build.text, tuple(g.removeprefix("了").removesuffix("切实") for g in match.groups())

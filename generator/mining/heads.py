"""What reports set around the names of matters in their heads: 规范{事项} of 规范组织生活, {事项}有待加强 of 青年党员培养有待加强."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.chinese.punctuation import HAN
from generator.chinese.verbs import is_verb, opens_clause
from generator.report import Move

MATTER = "{事项}"
_VERB = 2
"""Characters of the verb that a head begins with."""
_SHORTEST, _LONGEST = 2, 8
"""Characters of the name of a matter: longer ones are sentences."""
_BEHIND = tuple("建设 管理 活动 工作 制度 服务 监管 作用".split())
"""What may stand behind a name and is no part of it."""
_FALLS_SHORT = re.compile(
    r"(?P<name>.+?)(?P<end>还不够|有待[\u4e00-\u9fff]{2}|(?:还有|存在|仍有)(?:差距|短板|不足)|不够[\u4e00-\u9fff]{1,2}|不足|薄弱|滞后)"
)


def around_names(head: str, move: Move | None) -> Iterator[tuple[str, str]]:
    """What is set around the name in each half of ``head``, with the name; nothing of a half that is not so built."""
    for half in head.split("，"):
        yield from _falling_short(half) if move is Move.PROBLEM else _seen_to(half)


def _seen_to(half: str) -> Iterator[tuple[str, str]]:
    verb, name = half[:_VERB], half[_VERB:]
    if not is_verb(verb) or opens_clause(name):
        return
    for end in ("", *(end for end in _BEHIND if name.endswith(end))):
        yield from _named(f"{verb}{MATTER}{end}", name.removesuffix(end))


def _falling_short(half: str) -> Iterator[tuple[str, str]]:
    if found := _FALLS_SHORT.fullmatch(half):
        yield from _named(f"{MATTER}{found['end']}", found["name"])


def _named(build: str, name: str) -> Iterator[tuple[str, str]]:
    if _SHORTEST <= len(name) <= _LONGEST and len(HAN.findall(name)) == len(name):
        yield build, name

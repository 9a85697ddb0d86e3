"""What the title and the opening (现将…如下) promise: each part that they name is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.pairs import pairs
from generator.report import BLANK_MARK, plain, walk

_AND = "(?:以及|[和及暨与、])"
_END = "(?=$|的?(?:情况)?(?:的)?(?:报告|汇报|总结|如下)|[和及暨与、])"


class _Promise(Struct, frozen=True):
    """``said`` names a part as ``what``; it is there as a passage of ``part``, or where a text or a head of the report says ``kept``."""

    said: re.Pattern[str]
    part: Part | None
    kept: re.Pattern[str]


_PROMISES = (
    _Promise(
        re.compile(rf"{_AND}(?P<what>[^，。；、和及暨与]{{0,14}}(?:打算|计划|安排|思路|要点|谋划|目标任务|努力方向)){_END}"),
        Part.PLAN,
        re.compile(
            r"下一步|下步|下一阶段|下半年(?!以?来)|明年|来年|今后|打算|努力方向|(?:^|。)20\d{2}年，[^。]{0,40}(?:将|要)|将(?:继续|进一步|着力|重点|持续)"
        ),
    ),
    _Promise(
        re.compile(rf"{_AND}(?P<what>[^，。；、和及暨与]{{0,6}}存在的?(?:主要|突出)?(?:问题|不足|困难)){_END}"),
        Part.PROBLEM,
        re.compile("存在|还有|仍有|不足|差距|短板|薄弱|不够|有待|困难|不到位|问题[：:]|的问题"),
    ),
    _Promise(
        re.compile(rf"{_AND}(?P<what>(?:有关|几点|工作|相关)?(?:意见|建议|意见建议|意见和建议)){_END}"), None, re.compile("建议|意见|恳请|请求|希望")
    ),
    _Promise(re.compile(rf"{_AND}(?P<what>(?:主要|几点|工作)?(?:体会|启示|经验体会)){_END}"), None, re.compile("体会|启示|经验|我们感到|深切感到")),
    _Promise(re.compile("述职(?:述学)?(?P<what>述廉)"), None, re.compile("廉|纪律|八项规定|亲清")),
    _Promise(re.compile("述职(?:述学|述廉)*(?P<what>述法)"), None, re.compile("法治|依法|普法|述法|法律|法规|执法")),
)
_LEADS_ON = re.compile("现将(?P<told>[^。；]{4,}?)(?:报告|汇报|总结|通报|介绍|述职)如下")


def _unkept(subject: Subject) -> Iterator[Finding]:
    """2025年上半年工作总结和下半年工作安排 over a text that plans nothing."""
    text = [p for p in subject.passages if p.part in RUNNING - {Part.LEAD} or (p.part is Part.HEADING and p.section is not None)]
    told = {p.part for p in text}
    if not told & RUNNING or any(BLANK_MARK in p.printed for p in text):
        return
    missing: set[re.Pattern[str]] = set()
    for passage, start, end in _promising(subject):
        for promise in _PROMISES:
            m = promise.said.search(passage.text, start, end)
            there = promise.part in told or any(promise.kept.search(p.text) or (m and _heads(p, m["what"][-_NOUN:])) for p in text)
            if m and not there and promise.said not in missing:
                missing.add(promise.said)
                where = "标题" if passage.part is Part.TITLE else "开头"
                yield at(passage, *m.span("what"), f"{where}说到“{m['what']}”，正文里没有写", "补上，或从标题和开头里删去")


_NOUN = 2
"""Characters of the word that ends the name of a part (思路, 要点)."""


def _heads(passage: Passage, word: str) -> bool:
    """Whether ``passage`` is a head with ``word`` in it."""
    return passage.part is Part.HEADING and word in passage.text


def _promising(subject: Subject) -> Iterator[tuple[Passage, int, int]]:
    """The title, and what the opening says will follow."""
    for passage in subject.passages:
        if passage.part is Part.TITLE:
            yield passage, 0, len(passage.text)
        elif passage.part is Part.LEAD:
            yield from ((passage, m.start("told"), m.end()) for m in _LEADS_ON.finditer(passage.text))


_BLOCK = "[^，。；：、和]{2,8}"
_BLOCKS = re.compile(rf"(?:做好|抓好|抓实|做实|推进|抓|做)了?(?P<list>{_BLOCK}(?:、{_BLOCK}){{1,6}}[、和]{_BLOCK}?)等?(?:各项|重点|方面)?的?工作")
_HEADED = 2
"""Blocks that have heads of their own, from which what an opening lists is what the text is made of."""


def _unheld(subject: Subject) -> Iterator[Finding]:
    """扎实做好责任落实、隐患排查、宣传教育等工作 over fewer blocks, one of the names without a word in the text."""
    heads = "\n".join(plain(s.title) for s in walk(subject.report.sections))
    body = "\n".join(p.printed for p in subject.passages if p.part is not Part.LEAD and p.part in RUNNING | {Part.HEADING})
    blocks = max((len(s.sections) for s in walk(subject.report.sections)), default=0)
    if BLANK_MARK in body:
        return
    for passage in (p for p in subject.passages if p.part is Part.LEAD):
        for m in _BLOCKS.finditer(passage.text):
            names = re.split("[、和]", m["list"])
            silent = [name for name in names if not _is_spoken_of(name, body)]
            headed = sum(_is_spoken_of(name, heads) for name in names)
            if len(silent) == 1 and blocks < len(names) and headed >= max(_HEADED, len(names) - 2):
                start = m.start("list") + m["list"].index(silent[0])
                yield at(passage, start, start + len(silent[0]), f"开头说到“{silent[0]}”，正文里没有写", "补上，或从开头删去")


def _is_spoken_of(name: str, text: str) -> bool:
    """Whether ``text`` has any two characters of ``name`` together."""
    return any(pair in text for pair in pairs(name))


_OPENED = (
    "云州市水务局2025年工作总结\n2025年，做好责任落实、隐患排查、{}等工作。\n一、主要做法\n（一）抓责任落实\n学习9次。\n（二）抓隐患排查\n检查9次。"
)
_TEXT = "云州市水务局2025年上半年工作总结{}\n2025年上半年，工作平稳。\n一、主要做法\n学习9次。\n二、存在问题\n学习不够深入。\n{}"

RULES = (
    Rule(
        "unkept-title",
        "标题和开头说到的几块正文里都有",
        Authority.PRACTICE,
        CONCISE,
        _unkept,
        Example(_TEXT.format("和下半年工作安排", "有的支部记录不全。")),
        Example(_TEXT.format("和下半年工作安排", "三、下半年工作安排\n改造管网。")),
        Scope(frozenset(Part), TITLES, NOT_GOVERNMENT),
    ),
    Rule(
        "unkept-opening",
        "开头列出的几块正文里都有",
        Authority.ADVICE,
        CONCISE,
        _unheld,
        Example(_OPENED.format("宣传教育")),
        Example(_OPENED.format("学习培训")),
        Scope(frozenset(Part), TITLES, NOT_GOVERNMENT),
    ),
)

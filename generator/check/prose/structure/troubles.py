"""Chapters of problems: which words say that something is wrong, and chapters that only say that something is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import Part
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, Finding, Rule, Scope, a_report, at
from generator.check.prose.structure.under import text_under
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN, sentences
from generator.report import BLANK_MARK, Role, plain, walk

_AT_END = re.compile("[慢重大老难少低弱差乱散旧浅窄粗软虚紧迟缺空](?=[，。；\n]|$)|不(?=规|齐|匀|顺|畅|牢|稳|清|准|紧)")
"""A thing said to be slow, old or few, where nothing stands behind it."""


def says_trouble(subject: Subject, text: str) -> bool:
    """Whether ``text`` names anything that is wrong."""
    return any(word in text for word in subject.words.troubles) or _AT_END.search(text) is not None


_TROUBLE = re.compile(
    "^(?:当前|目前)?(?:存在|主要|突出)*的?(?:主要|突出)?(?:困难|问题|不足|差距|短板)(?:(?:和|与|及|以及|、)?(?:主要|突出)?(?:困难|问题|不足|差距|短板))*$"
)
_SPEAKS_OF = re.compile("(?:问题|不足|差距|短板|弱项|薄弱环节|困难|挑战|欠缺)(?:和(?:问题|不足|差距|短板))?")
_LONGEST_LEAD = 90
"""Han characters of the longest text that only leads to problems: what was achieved, held against what is asked."""


def _only_led_to(subject: Subject) -> Iterator[Finding]:
    """A chapter of problems with nothing in it but that there are some."""
    for section in walk(subject.report.sections):
        passage, title, body = subject.head(section), plain(section.title), text_under(section)
        if passage is None or section.sections or not _TROUBLE.search(title) or BLANK_MARK in body or not body.strip():
            continue
        said = [sentence for line in body.splitlines() for _, sentence in sentences(line)]
        if len(HAN.findall(body)) <= _LONGEST_LEAD and all(_leads_to_trouble(subject, sentence) for sentence in said):
            yield at(passage, passage.label, len(passage.text), "下面只有引语，没有写哪些问题", "写出问题，或删去这一部分")


_A_TROUBLE = re.compile(
    r"不够|不到位|不(?!少|容|可|足|小|断|同|忽|乏|能忽)[\u4e00-\u9fff]|有的|个别|部分|少数|偏[低少弱慢高]|滞后|[尚仍还]?未|没有|缺[少乏]|跟不上|有待|\d|一是|（一）"
    r"|[^，。；]、[^，。；]*(?:问题|困难|不足)|等(?:问题|困难|不足|方面)|是[^，。；]{0,6}(?:短板|问题|差距|不足|弱项|困难)"
    r"|主要(?:表现)?[是为在]：?(?!以下|如下|下列|下面|客观)[^，。；：]{3,}[，。；]"
    r"|(?:问题|差距|不足|短板|困难)(?:主要|还|也)?(?:是|为|在)(?!以下|如下|下列|下面|客观|明显)[^，。；：]{3,}[：，。；]"
    r"|(?<!存在)(?<!面临)(?<!突出)(?<!明显)(?<!中)的(?:问题|困难)"
)
"""What says what is wrong, of which one word is enough."""
_NOT_ENOUGH = re.compile("不容忽视|不可忽视|不少|还?有待(?:解决|改进|提升|加强)的?(?:问题|地方|方面)|清醒|不足")


def _leads_to_trouble(subject: Subject, sentence: str) -> bool:
    """Whether a sentence says that there are problems, and not which."""
    said = _NOT_ENOUGH.sub("", sentence)
    return _SPEAKS_OF.search(sentence) is not None and not _A_TROUBLE.search(said) and not says_trouble(subject, said)


_FEWEST = 3
_PRAISES = re.compile("扎实|有力|有效|显著|明显|提升|良好|浓厚|热烈|到位|圆满|完成|取得|深入|有声有色|稳步|持续")
"""What a thing is said to be that is well done."""


def _not_one(subject: Subject) -> Iterator[Finding]:
    """学习深入扎实，交流热烈 among troubles, each of the others saying what is wrong."""
    for section in walk(subject.report.sections):
        if section.roles != {Role.PROBLEM} or len(section.sections) < _FEWEST:
            continue
        texts = [(child, f"{plain(child.title)}。\n{text_under(child)}") for child in section.sections]
        good = [(child, text) for child, text in texts if not _A_TROUBLE.search(text) and not says_trouble(subject, text)]
        passage = subject.head(good[0][0]) if len(good) == 1 and _PRAISES.search(good[0][1]) and BLANK_MARK not in good[0][1] else None
        if passage is not None:
            yield at(passage, passage.label, len(passage.text), "这一条没有说哪里不好", "写出问题；是成绩的，写进做法")


_OF_PROBLEMS = ("一、主要做法", "学习3次。", "二、存在问题", "（一）管网老化。漏损率偏高。", "（二）人手不足。抢修不及时。")

RULES = (
    Rule(
        "no-problem",
        "说问题的一章写明哪些问题",
        Authority.PRACTICE,
        CONCISE,
        _only_led_to,
        a_report("一、主要做法", "学习3次。", "二、存在问题", "对照全年目标，问题也很现实。", "三、打算", "改造管网。"),
        a_report("一、主要做法", "学习3次。", "二、存在问题", "对照全年目标，管网漏损率偏高是突出短板。", "三、打算", "改造管网。"),
        Scope(frozenset(Part)),
    ),
    Rule(
        "no-trouble",
        "问题里的每一条都说哪里不好",
        Authority.ADVICE,
        CONCISE,
        _not_one,
        a_report(*_OF_PROBLEMS, "（三）培训形式多样。各支部学习有声有色，交流热烈。"),
        a_report(*_OF_PROBLEMS, "（三）培训形式单一。各支部学习不够扎实。"),
        Scope(frozenset(Part), not_kinds=NOT_GOVERNMENT),
    ),
)

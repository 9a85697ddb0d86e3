"""Names: the General Secretary's in full, bodies and posts by rank, persons in the order the user gave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from generator.check.prose.entries import Ranked
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, POLICY, QUOTES, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import sentences
from generator.patterns import worded

_SECRETARY = re.compile(
    r"(?<![^学复]习)(?<!习近平)(?<!胡锦涛)(?<!江泽民)总书记(?=(?:的)?(?:重要|系列|关于|对|在|同|与|出席|主持|强调|指出|亲自|视察|考察|致|来|贺信|回信|批示|指示|讲话))"
)
_CUT = re.compile(
    "习近平(?:总书(?!记)|总记(?!书)|书记(?!的)|总(?!书记|记))(?=[\u4e00-\u9fff])|习总书记(?<!学习总书记)(?<!复习总书记)|(?<![学复练演])习总(?=关于|强调|指出|讲话|指示|批示|重要)|习近平同志(?=(?:的)?重要(?:讲话|指示|批示|论述)|关于)|习平总书记|习近总书记|习进平|习近评|近平总书记(?<!习近平总书记)"
)
"""The name and the post with a character left out or another in its place."""
_TRIMMED = re.compile(
    r"习近平(?=(?:视察|考察|调研)[\u4e00-\u9fff]{2,8}(?:重要)?(?:讲话|指示|时)|(?:的)?(?:系列)?重要(?:讲话|指示|批示|论述)|(?:关于|对|在|就|给|致|向|同(?!志)|与)[^，。；“”《》□]{1,24}?(?:重要(?:论述|思想|讲话|指示|批示|训词)|(?:贺信|回信|批示|讲话)精神))"
)
_SPEECH = re.compile(
    r"(?:学习|贯彻|落实|领会|传达)(?:宣传|贯彻|落实|领会|传达|学习|、|和)*(?:系列)?(?P<what>重要(?:讲话|指示批示|指示|批示|训词|回信|贺信|论述))(?:精神)?"
)
_SPEAKER = re.compile(r"习近平|胡锦涛|江泽民|总书记|中央|书记|省长|市长|县长|区长|主席|总理|领导|省委|市委|县委|区委|国务院|部长|同志")


_THOUGHT = re.compile("习近平[\u4e00-\u9fff]{2,16}?思想")
"""What is named for him without being said by him."""


def _secretary(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _SECRETARY.finditer(passage.text):
            yield at(passage, m.start(), m.end(), "“总书记”前面没有姓名", "写全：习近平总书记", "习近平总书记")
        for m in _TRIMMED.finditer(passage.text):
            yield at(passage, m.start(), m.end(), "姓名后面没有职务", "写全：习近平总书记", "习近平总书记")
        for m in _CUT.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”缺字或错字", "写全：习近平总书记")


def _speech(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for offset, sentence in sentences(passage.text):
            if _SPEAKER.search(_THOUGHT.sub("", sentence)):
                continue
            for m in _SPEECH.finditer(sentence):
                start = offset + m.start("what")
                yield at(passage, start, offset + m.end(), f"“{m['what']}”没有写明是谁的", "写明，如“习近平总书记重要讲话精神”")


_LEVELS = "省市州盟县区旗"
_LEVEL = re.compile(f"[{_LEVELS}]")


def _rank(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for rank in subject.words.ranked:
            for m in _misranked(rank).finditer(passage.text):
                first, second = m["first"], m["second"]
                if _of_deputies(rank) and second[1:] != first:
                    continue
                if _LEVEL.findall(first)[:1] == _LEVEL.findall(second)[:1] or "{级}" not in rank.first[0]:
                    yield at(passage, m.start(), m.end(), f"“{second}”排在了“{first}”前面", f"写成“{first}、{second}”。依据：{rank.source}")


def _of_deputies(rank: Ranked) -> bool:
    """Whether ``rank`` says of every deputy that he stands behind his chief."""
    return all(post.startswith("副") and post[1:] in rank.first for post in rank.second)


def _any_of(names: tuple[str, ...]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_NAME = "[\u4e00-\u9fff]{2,3}?(?:同志)?"
"""A person between the lower post and the mark: without one, posts are listed by what they are and not by rank."""


@cache
def _misranked(rank: Ranked) -> re.Pattern[str]:
    """What stands second, then what stands first."""
    first, second = (_any_of(names).replace("{级}", f"[{_LEVELS}]") for names in (rank.first, rank.second))
    name = _NAME if _of_deputies(rank) else ""
    return re.compile(
        rf"(?<!各级)(?<!副)(?<!各)(?:(?<!、)|(?=[{_LEVELS}]))(?P<second>{second}){name}[、和及兼](?:中共)?(?P<first>{first})(?![员会室助科医护技药检编记])"
    )


def _order(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for names in subject.order:
            for first, second in combinations(names, 2):
                for m in worded(rf"{re.escape(second)}(?:[、，和]|同志)*(?:[^，。；、]{{1,6}}、)*{re.escape(first)}").finditer(passage.text):
                    yield at(passage, m.start(), m.end(), f"“{second}”排在了“{first}”前面", "按检查.yaml 里的次序排")


_TEXT = Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES))

RULES = (
    Rule(
        "secretary",
        "“习近平总书记”写全",
        Authority.REGULATION,
        POLICY,
        _secretary,
        Example("认真学习总书记重要讲话、习近平总书重要文章和习近平重要指示批示。"),
        Example("认真学习习近平总书记重要讲话，听取支部书记的汇报。"),
        _TEXT,
    ),
    Rule(
        "whose-speech",
        "重要讲话、重要指示批示写明是谁的",
        Authority.PRACTICE,
        POLICY,
        _speech,
        Example("深入学习贯彻重要讲话精神和重要指示批示精神。"),
        Example("深入学习贯彻习近平总书记重要讲话精神和重要指示批示精神。"),
        _TEXT,
    ),
    Rule(
        "rank-order",
        "机关和职务按次序排",
        Authority.PRACTICE,
        ACCURATE,
        _rank,
        Example("在市政府、市委的领导下开展工作。"),
        Example("在市委、市政府的领导下开展工作。"),
        _TEXT,
    ),
    Rule(
        "name-order",
        "姓名按给定的次序排",
        Authority.PRACTICE,
        ACCURATE,
        _order,
        Example("李云、张川带队督导。", order=("张川", "李云")),
        Example("张川、李云带队督导。", order=("张川", "李云")),
        _TEXT,
        (Need.ORDER,),
    ),
)

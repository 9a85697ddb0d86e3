"""The topic of running text, by its own words and the headings over it, and of a wording taken from its place, by its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import reduce

from generator.bank.bank import Topic
from generator.chinese.pairs import pairs

OWN, LEAD, HEADING = 4, 2, 3
MOST_OF_HEADINGS = 11  # less than one own word of three characters
_TITLES = re.compile(r"《[^《》]*》|\{[^{}]*\}")
_STOCK = re.compile(
    r"民生保障、|(?<=[人农居牧国市])民生(?=[产命])|农民生活|群众路线|改革开放|改革发展|(?<=[和、])人才|骨干企业|党课(?=、|等)|信教群众|科学发展观统领|邓小平理论"
    r"|(?<!坚守)初心使命|学习(?=品牌|运用)|红色旅游|廉租|低廉|廉价|新闻(?=媒体|工作者|发布|出版)|项目攻关|(?:对外|外商来?华?|创业|房地产开?发?)投资|一般公共预算"
    r"|共建“一带一路”|示范区|(?:自主|名优|产品)品牌|“[^”]{1,8}(?:党课|项目)”"
)
"""Set phrases in which a topic's word names no side of the work."""

_WEAK = frozenset(
    """
    班子 支部 群众 党组织 理论 改革 人才 示范 监管 应急 预算 党建工作 第一责任人 主体责任 一岗双责 学习 宣传 党建 党性
    红色 初心 重要讲话 全会精神 大会精神 思想认识 业务工作 担责 尽责 模范 表率 本领 为民 慰问 履职能力 业务水平 政治素养
    工作责任 压实 扛起 领导责任 直接责任人 履责 谈心谈话 责任书 各项制度 党员的 的党员 批评与自我批评 以上率下 宣传教育
    两个维护
    """.split()
)
"""Words that stand in texts of any topic; one counts as one character where a heading names another topic."""


def topic_of(text: str, lead: str, heading: str, topics: Sequence[Topic]) -> str:
    """The topic whose words weigh most in ``text`` and the headings over it; empty where none has any. Ties go to the first of ``topics``.

    A word weighs its length; what the heading of the section says weighs less, the heading sentence of the point half as much, and both together
    less than a word of three characters; they decide between equals.
    """
    own, led, headed = (_hits(said, topics) for said in (text, lead, heading))
    named = [i for i in range(len(topics)) if led[i] or headed[i]]
    best, most = "", (0, 0)
    for i in (i for i in range(len(topics)) if own[i] or led[i] or headed[i]):
        above = LEAD * _weight(led[i], False) + HEADING * _weight(headed[i], False)
        score = OWN * _weight(own[i], any(n != i for n in named)) + min(MOST_OF_HEADINGS, above), above
        if score > most:
            best, most = topics[i].name, score
    return best


def topic_of_phrase(text: str, above: Iterable[tuple[str, str]], topics: Sequence[Topic]) -> str:
    """The topic of a wording that will stand elsewhere: the one its own words name with most weight; empty where they name none.

    Between equals the words decide that stand in texts of few topics, then what was ``above`` it each time it was seen (the headings of its point and
    of its section), as most of the times have it, then the order of ``topics``.
    """
    own = [(_weight(hits, False), _weight(hits, True)) if hits else (0, 0) for hits in _hits(text, topics)]
    most = max(own, default=(0, 0))
    equals = [topic for topic, weight in zip(topics, own, strict=True) if weight == most != (0, 0)]
    if len(equals) < 2:
        return equals[0].name if equals else ""
    under = Counter(topic_of("", lead, heading, equals) or equals[0].name for lead, heading in above)
    return min(under, key=lambda name: (-under[name], name), default=equals[0].name)


def _hits(text: str, topics: Sequence[Topic]) -> list[list[str]]:
    """For each topic its words that stand in ``text``, those left out that stand there only inside longer ones, of whatever topic."""
    bare = _STOCK.sub("，", _TITLES.sub("，", text))
    begun = {*bare, *pairs(bare)}
    found = [[] if topic.openings.isdisjoint(begun) else [w for w in topic.words if w in bare] for topic in topics]
    inside = _only_inside(bare, {w for words in found for w in words})
    return [[w for w in words if w not in inside] for words in found]


def _only_inside(text: str, words: Set[str]) -> frozenset[str]:
    """The ``words`` that stand in ``text`` only as parts of longer ones."""
    longer = {w: [other for other in words if w != other and w in other] for w in words}
    return frozenset(w for w, others in longer.items() if others and w not in _without(text, others))


def _without(text: str, words: Iterable[str]) -> str:
    return reduce(lambda rest, word: rest.replace(word, "，"), sorted(words, key=lambda w: (-len(w), w)), text)


def _weight(hits: Sequence[str], weakened: bool) -> int:
    return sum(1 if weakened and w in _WEAK else len(w) for w in hits)

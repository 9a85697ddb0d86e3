"""The verb that a head and what is told beneath it lend each other: the head of a name takes it from there (选聘护林员126名 → 选聘护林员), and what
only counts the object of a head takes it from the head (走访企业 → 走访中小企业54家)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from generator.chinese.punctuation import is_han, until_mark
from generator.chinese.quantity import first_count, is_count
from generator.chinese.verbs import ends_in_act, ends_in_verb, is_verb, opens_clause

TOLD = "要点照事"
"""The pool of what is set before a name for what is told to have been done with it; each asks for its own verb."""
_BEFORE_VERB = ("共", "已", "新", "累计", "全年", "先后")
"""What may stand before the verb that tells what was done."""
_ENDS = "，；。、"
"""What ends a clause and an item of it."""
_NO_NOUN = frozenset("0123456789，；。、：")
_NO_THING = _NO_NOUN | frozenset("（）")
"""What stands in no noun that is counted, and in none that something is done with."""
_NO_LIST_OF_THINGS = _NO_THING - {"、"}
"""What stands in no list of such nouns (家谱、老照片等740件)."""
_VERB, _NOUN = 2, 2
"""Characters of a verb that is lent to a head, and of the shortest noun that is counted."""
COMES_TO = frozenset(
    """
    完成 开展 实施 组织 举办 举行 召开 进行 推进 推动 实现 达到 增加 减少 提高 参加 报告 接待 受理 建成 整改 加强 做好 抓好 落实 涉及 覆盖 惠及
    获得 新增 取得 发现 查出 通过
    """.split()
)
"""Verbs before a count that say it took place or how much it came to, and not what was done with a thing."""
_HOW_OFTEN = tuple("次 轮 场 期 批".split())
"""Measures of how often something was done."""
_OF_ACTS = (*_HOW_OFTEN, *"例 起 件 人次 小时 天".split())
"""Those and measures of how long, or of what came up, and not of the thing that the head names."""
_OF_PEOPLE = tuple("人 名 户 位".split())
_PEOPLE = tuple("员 工 者 生 师 户 人 民 众 兵 童 对象 骨干 干部 家庭 队伍 子女 家属".split())
"""Measures of people, and how names of people end."""
_KIND = 3
"""Characters in which a thing must end as the name does to be of its kind: 专职护林员 under 志愿护林员."""


def verbs_told(name: str, statements: Iterable[str]) -> Iterator[str]:
    """The verbs by which ``statements`` tell, each in its first clause, what was done with what ``name`` names: their object is the name or what is
    named by its last characters, or in the first statement nothing but so many of it (改造14.6公里). Nothing of a name that is an act itself: that is
    held, and not done something to; nor a verb that shares a character with the name, which then says the like itself (收缴 of 水费计收)."""
    if ends_in_act(name) or ends_in_verb(name):
        return
    for n, statement in enumerate(statements):
        verb, thing, count = _done(statement)
        if verb and verb not in COMES_TO and set(verb).isdisjoint(name) and _is_done_with(name, thing, count, first=n == 0):
            yield verb


def _done(statement: str) -> tuple[str, str, str]:
    """The verb of two characters that ``statement`` opens with, what is done with, and how many of it; empty where its first item says no more."""
    begins = next((len(word) for word in _BEFORE_VERB if statement.startswith(word)), 0)
    for at in dict.fromkeys((begins, 0)):
        verb, rest = statement[at : at + _VERB], until_mark(statement, at + _VERB, _ENDS)
        if len(verb) == _VERB and all(map(is_han, verb)):
            thing, count = _parted(rest)
            if thing + count == rest:
                return verb, thing, count
    return "", "", ""


def _parted(text: str) -> tuple[str, str]:
    """The name that ``text`` opens with, and the count that the rest is, if it is one."""
    named = "".join(takewhile(lambda c: c not in _NO_THING, text))
    start = next((n for n in range(len(named) + 1) if is_count(text, n)), len(text))
    return named[:start], text[start:]


_LONGEST_VERB, _OBJECT = 2, 2
"""Characters of the longest verb of a head, and of the shortest object."""
_OF_ALL = frozenset(
    """
    保障 落实 坚持 严格 执行 优化 提升 提高 完善 健全 加强 强化 推进 推动 深化 规范 管理 管好 管住 用好 做好 抓好 做强 建强 壮大 扩大 巩固 整顿
    """.split()
)
"""Verbs of what is done about things as a whole: how many there are of them need not be how many it was done with."""
_HOW = frozenset(
    "主动 积极 认真 深入 扎实 切实 全面 全力 持续 不断 定期 及时 大力 稳步 有序 有效 统一 集中 依法 依规 从严 从快 动态 先后 累计 逐级 经常".split()
)
"""How something is done: no verb by itself."""


def verb_lacking(doing: str, note: str) -> int:
    """How many characters of ``doing``, a verb and its object, are the verb that the first clause of ``note`` lacks, which only counts such objects;
    0 where it lacks none or another."""
    noun = note[: max(0, first_count(note, _NOUN))]
    if not noun or not _NO_NOUN.isdisjoint(noun) or opens_clause(noun) or _holds_verb(noun):
        return 0
    for length in range(_LONGEST_VERB, 0, -1):
        verb, thing = doing[:length], doing[length:]
        of_things = is_verb(verb) and not (verb in _OF_ALL or verb in _HOW or ends_in_act(thing) or ends_in_verb(thing))
        if len(thing) >= _OBJECT and of_things and (noun.endswith(thing) or thing.endswith(noun)):
            return length
    return 0


def _holds_verb(noun: str) -> bool:
    """Whether a verb of two characters stands in ``noun`` before its end: 合法性审查文件 is what was looked into already."""
    return any(is_verb(noun[n : n + _VERB]) for n in range(len(noun) - _VERB))


_DONE_TO_THINGS = frozenset(
    "征集 采集 收集 适配 收治 收运 收储 征收 采购 购置 安装 更换 更新 配备 审核 审批 受理 办理 调解 出版 栽植 种植 补植 拆除".split()
)
_DONE_TO_PEOPLE = frozenset("走访 慰问 培训 资助 救助 招聘 选聘 招录 引进".split())
"""Acts at the end of a name of which what is counted first beneath is surely the object: 民间征集, “家谱、老照片等740件”."""
_OF_MONEY = "元"
_WITHIN = ("全年", "上半年", "下半年", "年内", "累计", "共", "各类")
"""How a note begins that says first of when, or of how many sorts, it counts: 全年纠纷228件."""


def act_lacking(name: str, note: str) -> int:
    """How many characters at the end of ``name``, that of an act, are the verb that ``note`` lacks, the first thing told beneath, which only counts
    what that was done to; 0 where it lacks none or another."""
    act, noun = name[-_VERB:], note[: max(0, first_count(note, _NOUN))]
    count = until_mark(note, len(noun), _ENDS)
    people = count.endswith(_OF_PEOPLE) and not count.endswith("户")
    done = act in (_DONE_TO_PEOPLE if people else _DONE_TO_THINGS) and len(name) >= _VERB + _NOUN
    whole = opens_clause(noun) or ends_in_act(noun) or ends_in_verb(noun) or noun.startswith(_WITHIN) or _holds_verb(noun)
    if not done or not noun or whole or act in noun or not is_count(note, len(noun)):
        return 0
    return 0 if any(c in _NO_LIST_OF_THINGS for c in noun) or count.endswith((_OF_MONEY, *_HOW_OFTEN)) else _VERB


def _is_done_with(name: str, thing: str, count: str, first: bool) -> bool:
    if not thing:
        of_name = not count.endswith(_OF_PEOPLE) or name.endswith(_PEOPLE)
        return first and bool(count) and not count.endswith(_OF_ACTS) and of_name
    same = thing.endswith(name) or (bool(count) and name.endswith(thing)) or (bool(count) and len(name) >= _KIND and thing.endswith(name[-_KIND:]))
    return same and not opens_clause(thing)

"""What stands around a name so that it is a head, by the word that the name ends in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from generator.bank.bank import Bank
from generator.bank.phrase import Kind, Layer, Phrase, phrase_id
from generator.chinese.naming import is_quoted
from generator.patterns import late
from generator.report import Move

VERBS, ILLS = "要点动词", "要点治理"
"""Pools of what stands around a name: what its last word asks for, and what goes around any ill."""
OF_ANY_ACT = tuple(phrase_id(Kind.LEAD, f"{verb}{{事项}}") for verb in ("抓好", "做好", "抓实"))
"""What may stand before the name of any act, where what its ending asks for would be a sibling's verb over again."""
_ILL = tuple(
    """
    假劣 伪劣 套牌 侵权 非法 违规 违法 违禁 违纪 违章 骗 假冒 串标 围标 偷 盗窃 盗采 盗伐 盗挖 私设 私搭 私自 大操大办 三无 瞒报 空报 虚假 虚报 虚开
    黄赌毒 涉毒 涉赌 涉黄 吸毒 赌博 传销 酒驾 醉驾 飙车 超速 超载
    拖欠 欠薪 欠税 欠费 诈 霉变 漏损 损耗 浪费 飞线 圈地 占道经营 乱停 乱堆 乱搭 乱贴 乱扔 乱摆 乱涂 乱挖 乱占
    """.split()
)
"""What names an ill, which is neither done nor seen to."""
_DONE_TO_MINORS = ("接纳未成年", "容留未成年", "招用未成年", "向未成年", "侵害未成年")
"""Ills whose names end in whom one cares for."""
_AGAINST = late("[防反].{2}")
"""What is done against an ill: 防污染 is an act, whatever is done about 污染."""
_QUANTITIES = ("规模", "占比", "金额", "笔数", "人数", "量")
_NO_QUANTITIES = tuple(f"{before}量" for before in "质力容计考度测音能丈商剂重")
"""How a name ends that says how much there is of a thing, which is nothing to be done, and words that only end so."""
_AND = "和"
"""What a name of two things is said to end in, the last of them one word: 做好群团和关爱工作, but 抓好理论学习和思想建设."""
_LIKE_AND = late("、|(?<!参)与")
"""What parts two things as 和 does."""
_LONGEST_MODIFIER = 2
"""Characters of what may stand before 和 and only says, with what stands behind it, of what kind the last word is: 消防和实验室安全检查."""
_LONGEST_WORD = 3
"""Characters of what is one word behind 和, so that nothing in it is said of what stands before: 群团和关爱, 安全和信息化."""
_OF_BOTH = ("队伍", "建设", "管理", "培训", "教育", "保障")
"""How a name of two things ends that is said of both: 仲裁员和办案秘书队伍."""
_BUILT = ("队伍", "作风")
"""What is said of both even in one word, with 建设 behind it: 加强质量和队伍建设."""
_LONGEST_ENDING = 8
"""Characters of the longest word that a name may be asked to end in."""


def frames_of(name: str, bank: Bank) -> tuple[str, ...]:
    """The pools of what ``name`` lacks to be a head, the first that has something counts: of an ill what is known of its ending, or what is done
    about ills, and nothing that is done of any name; nothing of a quantity."""
    if is_quantity(name):
        return ()
    if any(act in name for act in _DONE_TO_MINORS):
        return (ILLS,)
    ill = _is_ill(name) and not _AGAINST.fullmatch(name)
    _, last = _parted(name)
    told = name if _is_ill(last) else last
    known = not name.endswith("”") and knows_ending(set_around(told, bank, Kind.LEAD, Move.MEASURE, VERBS), told)
    return (ILLS,) if ill and not known else (VERBS,)


def is_quantity(name: str) -> bool:
    """Whether ``name`` says how much there is of a thing (业务量): a matter to tell of and nothing to be done."""
    return name.endswith(_QUANTITIES) and not name.endswith(_NO_QUANTITIES)


def _is_ill(name: str) -> bool:
    return name.endswith("泄漏") or any(word in name for word in _ILL)


def nearest(phrases: Iterable[Phrase], name: str) -> tuple[Phrase, ...]:
    """Of what may stand around ``name``, the phrases that ask for the longest word in which it ends, and the user's own that ask for none. What goes
    around any name asks for a word of no characters."""
    endings = _endings(name)
    reached = [(r, p) for p in phrases if (r := _reach(p, name, endings)) is not None]
    most = max((r for r, _ in reached), default=0)
    return tuple(p for r, p in reached if r == most or (r == 0 and p.layer is Layer.USER))


def standing(phrases: Iterable[Phrase], name: str, may: Callable[[Phrase], bool]) -> tuple[Phrase, ...]:
    """Those ``nearest`` to ``name`` that ``may`` stand. Where none of them may, what stands before any name: a shorter ending says less of it."""
    given, endings = tuple(phrases), _endings(name)
    near = tuple(p for p in nearest(given, name) if may(p))
    return near or tuple(p for p in given if _reach(p, name, endings) == 0 and may(p))


def set_around(name: str, bank: Bank, kind: Kind, move: Move, pool: str) -> tuple[Phrase, ...]:
    """The phrases of a pool of which ``nearest`` may be one."""
    return bank.ending(kind, move, pool, _endings(name))


def knows_ending(phrases: Iterable[Phrase], name: str) -> bool:
    """Whether one of ``phrases`` asks for a word that ``name`` ends in."""
    endings = _endings(name)
    return any(_reach(p, name, endings) for p in phrases)


def _reach(phrase: Phrase, name: str, endings: frozenset[str]) -> int | None:
    """Characters of the longest word that ``phrase`` asks ``name``, which it is set around, to end in and that it ends in: 环境整治 is an 整治 and no
    环境; of a name in quotation marks what stands in them counts too, of one of two things what both end in. None where one group has no word it
    ends in."""
    found = [endings & group for group in phrase.groups]
    reached = max((len(word) for words in found for word in words), default=0)
    before, last = _two_things(name)
    if before and reached <= len(last):
        found = [words & (_endings(before) | {_AND, ""}) for words in found]
        reached = max((len(word) for words in found for word in words), default=0)
    return reached if all(found) else None


def _two_things(name: str) -> tuple[str, str]:
    """What stands before and behind 和 in ``name`` where each is a thing of its own; nothing before it where both are of one kind."""
    before, last = _parted(name)
    said_of_both = last.endswith(_BUILT) or (len(last) > _LONGEST_WORD and last.endswith(_OF_BOTH))
    of_a_kind = said_of_both or (len(last) > _LONGEST_WORD and len(before) <= _LONGEST_MODIFIER)
    return ("", name) if of_a_kind else (before, last)


def _parted(name: str) -> tuple[str, str]:
    """What stands before the last 和, 与 or 、 of ``name``, if it has one, and behind it."""
    before, _, last = _LIKE_AND.sub(_AND, name).rpartition(_AND)
    return before, last


@lru_cache(maxsize=1 << 12)
def _endings(name: str) -> frozenset[str]:
    """How ``name`` ends, down to nothing: one sees at once which words of thousands it ends in. A name is asked for by every phrase that may be set
    around it."""
    within = name.removesuffix("”") if is_quoted(name) else ""
    own = (name[-n:] for n in range(1, min(len(name), _LONGEST_ENDING) + 1))
    before, last = _two_things(name)
    two = (_AND,) if before and len(last) <= _LONGEST_WORD else ()
    return frozenset(("", *two, *own, *(within[-n:] for n in range(2, min(len(within), _LONGEST_ENDING) + 1))))

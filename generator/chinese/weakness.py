"""Clauses that name a weakness, told by how they end: …系统性不强, …有待加强, …停车难. The ends are words of the closed classes and adjectives."""

from __future__ import annotations

from generator.chinese.naming import Naming
from generator.chinese.punctuation import LETTER
from generator.chinese.verbs import opens_clause
from generator.patterns import late

_ENDS = late(
    rf"(?:不(?![少错断止]$){LETTER}{{1,3}}|不够{LETTER}{{1,4}}|(?:没有|[还尚]未){LETTER}{{1,6}}|有待{LETTER}{{2,4}}"
    rf"|(?:难以?|流于){LETTER}{{2}}|[难慢弱低差浅散乱窄旧]|(?<![不多至])少|(?<!养)老|吃力|反复|断档|断层|青黄不接|(?:缺口|压力|难度|差距|差异|流动性|风险)[较偏]?大|偏{LETTER}{{1,2}}|[紧短]缺|缺[乏少]{LETTER}{{2,6}}|单一|单调|老套|呆板|死板|粗糙|随意|松懈|笼统|乏力|陈旧|滞后|薄弱|脱节|粗放|老化|空白|反弹"
    rf"|拥挤|紧张|倒挂|并存|不均|没人[管愿做干]|忽高忽低|流动[较偏]?大|(?:份额|规模|场地|空间|面积|力度|容量|体量)[较偏]?小|(?:负担|任务|踩踏)[较偏]?重|[较偏]多|重{LETTER}{{1,6}}、?轻{LETTER}{{1,6}}|(?:多|频|易)发|时有发生|屡[禁查]{LETTER}{{2}}|(?:变化|变动|流动|流失|更替)[较偏过]?快|(?:误报|漏报|差错|返工|投诉|纠纷|欠账|断点)[较偏]?多)$"
)
_LEANS = tuple("有的 其中 但 也 还 而 又 并 且 主要 这 那 造成 导致 影响 以 使 其 只 仍 均 都".split())
_MARKS = frozenset("，；。：（）〔〕")
_SHORTEST, _LONGEST = 4, 16


def names_weakness(clause: str) -> bool:
    """Whether ``clause`` says by itself, shortly and without figures, what is weak: it can head a problem, and 的问题 may follow it."""
    told = _ENDS.search(clause) is not None and not clause.startswith(_LEANS)
    return told and _SHORTEST <= len(clause) <= _LONGEST and not _is_parted(clause) and clause.count("“") == clause.count("”")


def _is_parted(clause: str) -> bool:
    """Whether ``clause`` holds a mark or a figure."""
    return not _MARKS.isdisjoint(clause) or any(map(str.isdecimal, clause))


_SHORT_OF = late(
    rf"(?:只有|仅有?|不足|不到|达不到|才[有占]?)[约近]?(?:\d[\d.]*|[一二两三四五六七八九十半几]+)|[没未](?:能)?{LETTER}{{1,2}}[满完到齐够]$"
)
_LONGEST_TOLD = 20


def tells_shortfall(clause: str) -> bool:
    """Whether ``clause`` says by itself and shortly, be it with a figure, how much there is too little of: no heading, but 的问题 may follow it."""
    told = _SHORT_OF.search(clause) is not None and not clause.startswith(_LEANS)
    return (
        told
        and _SHORTEST <= len(clause) <= _LONGEST_TOLD
        and _MARKS.isdisjoint(clause)
        and "、" not in clause
        and clause.count("“") == clause.count("”")
    )


_SAYS_MORE = frozenset("还仍尚不没未少难弱低缺慢偏够欠仅只靠无")
_DIFFERENCE = "差距"
_LONGEST_NAME = 20
_PREDICATED = late("存在|乱(?!象)|重[^，、]{1,6}[、而]?轻|(?<=[^，]{2})在(?![职线校册岗建编用押院读途])", holding="存乱重在")
"""What says how something is: there is some of it, it is done any way, at another's cost, it stays where it should not (停留在纸面)."""


def names_only(problem: str, naming: Naming) -> bool:
    """Whether what is given as a ``problem`` can be no more than the name of what is weak (案卷质量, …的差距): nothing in it says how it is."""
    graded = not _SAYS_MORE.isdisjoint(problem) or "差" in problem.replace(_DIFFERENCE, "")
    says_more = graded or _is_parted(problem) or names_weakness(problem) or naming.says_what_is_done(problem)
    says_more = says_more or _PREDICATED.search(problem) is not None
    return _SHORTEST <= len(problem) <= _LONGEST_NAME and not says_more


def weak_thing(clause: str) -> str:
    """The two characters that a ``clause`` which names a weakness says it of: 讨论 of 讨论不充分, 实际 of 联系测绘实际不够; empty if it cannot be
    told."""
    end = _ENDS.search(clause)
    thing = _DEGREE.sub("", clause[: end.start()])[-2:] if end else ""
    return thing if len(thing) == 2 else ""


_DEGREES = "严重 明显 普遍 仍然 依然 仍 还 较为 较 比较 相对 有点 有时 时有 存在".split()
_DEGREE = late(f"(?:{'|'.join(_DEGREES)})+$", holding=_DEGREES)
"""How much or how long, before what is weak is said."""


_SOME = late("^(?:目前|当前|一定程度上)?(?:个别|部分|有的|有些|少数|一些|不少|多数|大多数)")
_TOWARDS, _OWNS, _DEGREE_OF = "对", "的", "得"
_HAS = late("[还仍尚时]*有?$")
"""How many of them are weak, and what stands before the weakness, besides how much (还有薄弱环节)."""


def weak_subject(clause: str, end: int) -> tuple[int, int]:
    """Where in a ``clause`` that names a weakness, which begins at ``end``, stands what is weak: without how many of them are (个别, 部分), whom it
    is done to by 对 alone (对流动党员管理), and how much (还, 较)."""
    some = _SOME.match(clause)
    start = some.end() if some else 0
    if clause.startswith(_TOWARDS, start) and _OWNS not in clause[start:end] and not clause.endswith(_DEGREE_OF, 0, end):
        start += len(_TOWARDS)
    return start, max(start, len(_HAS.sub("", _DEGREE.sub("", _HAS.sub("", clause[:end])))))


def stands_alone(clause: str) -> bool:
    """Whether a ``clause`` that names a weakness says of what by itself: 长效管理没有跟上 and 入户走访时间难保证 do, 督促整改不力 and 覆盖面窄 may
    speak of what stands before them."""
    end = _ENDS.search(clause)
    said = clause[: end.start()] if end else ""
    return not _OF_SOME.search(clause) and len(said) >= (_LONG_SUBJECT if opens_clause(said) else _SUBJECT)


def names_subject(clause: str) -> bool:
    """Whether a ``clause`` that names a weakness names what it is said of, be it shortly: 压缩机老化 does, 抱不成团 does not."""
    end = _ENDS.search(clause) or _SHORT_OF.search(clause)
    return end is not None and end.start() >= _NAMED


_OWNED = tuple(
    """
    形式 方式 方法 办法 手段 内容 举措 措施 抓手 载体 渠道 力度 频次 频率 深度 广度 进度 质量 效果 成效 水平 基础 底子 机制 合力 氛围 覆盖面 针对性
    系统性 实效性 积极性 主动性 吸引力 影响力 参与度 知晓率 人手 力量 专业人才
    """.split()
)
"""What is always something's: 形式老 leaves open of what."""
_FALLS_SHORT = tuple("还 仍 较 偏 比 更 不 没 缺 少 弱 差 低 老 旧 散 窄 浅 单 有 难 陈旧 滞后 薄弱".split())
_OF_A_REST = ("剩下", "余下", "其余", "剩余")


def lacks_owner(problem: str) -> bool:
    """Whether a ``problem`` opens with what is always something's (形式老) and does not say of what."""
    return any(problem.startswith(thing) and problem.startswith(_FALLS_SHORT, len(thing)) for thing in _OWNED)


def lacks_whole(problem: str) -> bool:
    """Whether a ``problem`` opens with what is left (剩下的都是硬骨头) and does not say of what."""
    return problem.startswith(_OF_A_REST)


_NAMED = 3
"""Characters of the shortest name."""
_OF_SOME = late("[还仍尚]有|有的|之外")
"""How a clause tells of a part of what stands before it."""
_SUBJECT, _LONG_SUBJECT = 4, 6
"""Characters of a thing that is named in full, and of one that opens with what may be a verb."""

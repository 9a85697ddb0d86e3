"""Problems and plans: whether each problem is taken up by a plan, and each plan takes up a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.check.prose.passage import Part, Passage
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, Example, Finding, Rule, Scope, at
from generator.check.prose.structure.numbering import points_of
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import HAN
from generator.report import Role, Section, plain, walk

_ENOUGH = 8
"""Pairs of characters from which a problem or plan says enough to be answered."""
_ANSWERED, _PROMPTED = 0.08, 0.03
"""Shares of its pairs of characters that a problem has in the plans, a plan in the problems. In the archive of the examples 1 problem in 200 and 1
plan in 20 has less; of problems and plans that have nothing to do with each other, 17 in 20 and 3 in 5."""

_INTRODUCES = re.compile(
    "[：:]$|以下|如下|(?:差距|不足|问题|环节|短板|方面)。$|主要是(?:[：:]|$)|做好(?:以下|几)|几项|[两三四五六](?:件事|项(?:重点)?工作)"
)
_COMMON = frozenset("不够 不足 不强 不高 问题 存在 一些 个别 有的 还有 需要 进一 一步 有待 工作 方面 主要 情况 针对 推动 加强 提升".split())

Piece = tuple[Passage, int, int, str]
"""A problem or a plan: where it begins, the characters to point at, all its words."""


def _unanswered(subject: Subject) -> Iterator[Finding]:
    """A problem whose words no plan takes up."""
    plans = _pairs("\n".join(map(_body, _of(subject, Role.PLAN))))
    yield from _alone(subject, _of(subject, Role.PROBLEM), ((plans, _ANSWERED),), "打算里没有回应这个问题", "在打算里写一条对应的举措")


def _unprompted(subject: Subject) -> Iterator[Finding]:
    """A plan that takes up no word of any problem though one has no answer, or next to none of all that the report says before it.

    Where each problem is taken up, a plan more is the office's daily work.
    """
    problems = _pairs("\n".join(map(_body, _of(subject, Role.PROBLEM))))
    told = _pairs("\n".join(p.printed for p in subject.whole if p.part not in _AHEAD))
    fault, mend = "这条打算没有对着哪个问题", "核对：是常规工作就不用改；否则对着问题写"
    unanswered = next(iter(_unanswered(subject)), None) is not None
    held = ((problems, _PROMPTED if unanswered else 0.0), (told | problems, _TOLD))
    alone = list(_alone(subject, _of(subject, Role.PLAN), held, fault, mend))
    yield from alone or _crossed(subject)


_PAIRED, _APART = 3, 1
"""Pairs of characters that a problem and the plan that answers it share at least, where there are as many plans as problems, and at most if it does
not. In the archive of the examples 3 of 250 problems share
fewer than 3 with the plan at their place."""


def _crossed(subject: Subject) -> Iterator[Finding]:
    """As many plans as problems, each answering one but for a plan that answers none, and a problem without an answer."""
    problems, plans = ([piece for section in _of(subject, role) for piece in _pieces(subject, section)] for role in (Role.PROBLEM, Role.PLAN))
    if len(problems) != len(plans) or len(plans) < _FEWEST or any(_ALL_OF_THEM.search(text) for *_, text in plans):
        return
    told, meant = ([_pairs(text) - _COMMON for *_, text in pieces] for pieces in (problems, plans))
    shared = [[len(said & pairs) for pairs in meant] for said in told]
    open_problems = [n for n, row in enumerate(shared) if max(row) < _PAIRED]
    idle_plans = [n for n, column in enumerate(zip(*shared, strict=True)) if max(column) < _PAIRED]
    strange = [n for n, column in enumerate(zip(*shared, strict=True)) if not max(column)]
    if not open_problems and len(strange) == len(idle_plans) == 1 and len(meant[strange[0]]) >= _ENOUGH:
        passage, start, end, _ = plans[strange[0]]
        yield at(passage, start, end, "别的打算都对着一个问题，这一条没有", "核对：是常规工作就不用改；否则对着问题写")
    if len(open_problems) == len(idle_plans) == 1 and max(*shared[open_problems[0]], *(row[idle_plans[0]] for row in shared)) <= _APART:
        passage, start, end, _ = plans[idle_plans[0]]
        where, first, _, problem = problems[open_problems[0]]
        said = re.split("[，。；]", problem.removeprefix(where.text[:first]))[0]
        yield at(passage, start, end, f"别的打算都对着一个问题，这一条没有；“{said}”没有打算回应", "核对：对着那个问题写")


_ALL_OF_THEM = re.compile("(?:上述|以上|这些|存在的?|反映出的?)(?:问题|不足|短板|差距)")
_FEWEST = 3
"""Problems, and as many plans, from which that each answers one is the plan of the text."""
_NAMED = re.compile("(?:针对|围绕|对照)(?P<what>[\u4e00-\u9fff]{3,16}?)的?问题")
"""The problem that a plan says it takes up."""
_AIMS = re.compile("(?:针对|为了?解决|为了?破解|着力解决|重点解决)(?P<what>[\u4e00-\u9fff“”、]{5,24}?)的?问题(?=[，、；])")
_POINTS_BACK = re.compile("(?:上述|以上|这些|存在|反馈|指出|发现)的?$")
_ANYWHERE = frozenset("不的够高强大少多难时中上下有个位党")
"""Characters that say nothing of which problem it is."""
_STRANGE = 0.4
"""Share of the characters of a problem's name that the problems hold by chance; of 195 names in plans of the archive, all that are one have more."""


def _unlisted(subject: Subject) -> Iterator[Finding]:
    """针对驾驶培训投诉偏多的问题, where no problem says anything of the kind."""
    problems = "\n".join(map(_body, _of(subject, Role.PROBLEM)))
    listed = _pairs(problems)
    for passage in subject.passages if listed else ():
        for m in (m for m in _AIMS.finditer(passage.text) if not _POINTS_BACK.search(m["what"])):
            named = [c for c in HAN.findall(m["what"]) if c not in _ANYWHERE]
            if not _pairs(m["what"]) & (listed - _COMMON) and sum(c in problems for c in named) < _STRANGE * len(named):
                yield at(passage, m.start(), m.end(), f"前面没有写“{m['what']}”这个问题", "核对；在问题里补上，或对着写了的问题说")


_AHEAD = frozenset({Part.PLAN, Part.HEADING, Part.CLOSING, Part.FORMAL})
_TOLD = 0.085
"""Share of a plan's pairs that the rest of a report holds; of 490 plans of the archive none has less than 0.1."""


def _alone(subject: Subject, these: Iterable[Section], held: Sequence[tuple[frozenset[str], float]], fault: str, mend: str) -> Iterator[Finding]:
    """What of ``these`` shares less of its pairs with some words of ``held`` than is asked for them."""
    if not held[0][0]:
        return
    for section in these:
        for passage, start, end, text in _pieces(subject, section):
            told = _pairs(text) - _COMMON
            named = _NAMED.search(text)
            said = _pairs(named["what"]) - _COMMON if named is not None and len(held) > 1 else frozenset[str]()
            if said and 2 * len(said & held[0][0]) >= len(said):
                continue
            if len(told) >= _ENOUGH and any(len(told & words) < least * len(told) for words, least in held):
                yield at(passage, start, end, fault, mend)


def _of(subject: Subject, role: Role) -> list[Section]:
    return [section for section in subject.report.sections if section.roles == {role}]


def _pieces(subject: Subject, section: Section) -> Iterator[Piece]:
    """The problems or plans of ``section``: its headed parts, else its paragraphs or the points of each."""
    children = [(subject.head(child), child) for child in section.sections if child.title]
    yield from ((head, 0, len(head.text), f"{plain(child.title)}。{_body(child)}") for head, child in children if head is not None)
    if not children:
        last = max((p.number for p in subject.passages if p.section is section), default=-1)
        for passage in (p for p in subject.passages if p.section is section and p.part is not Part.HEADING):
            cut = _cut(passage.text)
            closes = len(cut) == 1 and passage.number == last and _CLOSES.search(passage.text) is not None
            yield from ((passage, start, end, text) for start, end in cut if not closes and not _leads_in(text := passage.text[start:end]))


_CLOSES = re.compile(
    "工作(?:提质增效|再上新台阶|迈上新台阶|做得更好|抓得更实|取得新成效|新进展|高质量发展|上台阶|见实效)|(?:不懈奋斗|新的贡献|更大贡献|新贡献|努力奋斗)。?$"
)
"""What the last sentence of a report says that is no plan."""


def _cut(text: str) -> list[tuple[int, int]]:
    """``text`` at its points; whole where it has none."""
    starts = [start for _, _, start, _ in points_of(text)]
    return list(pairwise([*starts, len(text)])) if len(starts) > 1 else [(0, len(text))]


def _leads_in(text: str) -> bool:
    """Whether ``text`` only leads on to what follows; what is numbered (三是…讨论交流不足。) is one of those that follow."""
    numbered = next((start for _, _, start, _ in points_of(text)), -1) == 0
    return (not numbered and _INTRODUCES.search(text) is not None) or len(HAN.findall(text)) <= _ENOUGH


def _body(section: Section) -> str:
    """All that stands under a head, heads below it too."""
    return "\n".join(
        [*(plain(b.inlines) for s in (section, *walk(section.sections)) for b in s.blocks), *(plain(s.title) for s in walk(section.sections))]
    )


def _pairs(text: str) -> frozenset[str]:
    """The pairs within runs of Han characters: none across a stop or a figure."""
    runs = re.split(r"[^\u4e00-\u9fff]+", text)
    return frozenset(pair for run in runs for pair in pairs(run))


_SHORT = (
    "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、主要做法\n学习3次。\n二、存在问题\n（一）管网漏损控制手段单一。老旧小区改造进度偏慢。\n"
    "三、下一步打算\n{}"
)
_ALL = Scope(frozenset(Part), not_kinds=NOT_GOVERNMENT)

RULES = (
    Rule(
        "unanswered-problem",
        "每个问题打算里有回应",
        Authority.ADVICE,
        CONCISE,
        _unanswered,
        Example(_SHORT.format("加强理论武装，组织集中学习。")),
        Example(_SHORT.format("推进老旧小区管网改造，压降漏损。")),
        _ALL,
    ),
    Rule(
        "unlisted-problem",
        "打算针对的问题前面写过",
        Authority.ADVICE,
        CONCISE,
        _unlisted,
        Example(_SHORT.format("针对驾驶培训投诉偏多的问题，改造老旧小区管网。")),
        Example(_SHORT.format("针对漏损控制手段单一的问题，推进老旧小区管网改造；针对存在的问题，逐项整改。")),
        Scope(frozenset({Part.PLAN}), not_kinds=NOT_GOVERNMENT),
    ),
    Rule(
        "unprompted-plan",
        "打算对着问题写",
        Authority.ADVICE,
        CONCISE,
        _unprompted,
        Example(_SHORT.format("推进老旧小区管网改造，压降漏损。\n开展警示教育，抓早抓小、防微杜渐。")),
        Example(_SHORT.format("推进老旧小区管网改造，压降漏损。")),
        _ALL,
    ),
)

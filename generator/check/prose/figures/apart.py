"""One quantity with two values in chapters apart: what a later part refers back to is counted there as it was counted before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.figures.again import CHECK, best, left_elsewhere, made_up, named_again, undone_later, unlike
from generator.check.prose.figures.count import Count, counts, pairs_of, runs_of
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_REFERS = re.compile(r"^(?P<noun>[\u4e00-\u9fff]{2,8}?)(?:中|里)(?:有|，|仅|只|近|约|\d|$)")
_FOUND = re.compile("检查|排查|发现|查出|反馈|征集|征求|收集|发出|制发|提出|查摆|梳理|受理|签订|反映|全年|今年|其中|的")
"""What says that things were found or sent, and nothing of which."""


def _referred(found: list[Count]) -> Iterator[Finding]:
    """32份建议中有5份到期, where 23 were sent."""
    for n, here in enumerate(found):
        m = _REFERS.match(here.behind)
        if m is None or here.quantity.value < _FEW or not m["noun"].endswith(_THINGS):
            continue
        noun, told = m["noun"][-2:], pairs_of(_FOUND.sub("，", re.split("[，、]", here.before)[-1] + "，" + m["noun"][:-2]))
        same = [c for c in found[:n] if c.quantity.measure == here.quantity.measure and (not told or told & c.pairs)]
        alike, values = [c for c in same if _is_of(c, noun, _NEAR)], [c.quantity.value for c in same if _is_of(c, noun, _FAR)]
        later = told or (here.passage.part in (Part.PROBLEM, Part.PLAN) and here.sentence is not found[n - 1].sentence)
        if alike and later and alike[0].passage is not here.passage and not _known(here.quantity.value, values):
            yield unlike(here, best(here, alike))


_ENTERED = re.compile(
    r"^(?:[一二三四五六七八九十]是)?(?:共|累计|全年|目前|现已|已)?(?:入账|在账|在册|登记|登记在册|建账|录入|入库|在库|纳入(?:台账|清单)?|列入(?:台账|清单)?|建档|排查出?|查出|发现|摸排出?|梳理出?|收集|受理)(?:共|累计)?$"
)


def _entered(found: list[Count]) -> Iterator[Finding]:
    """76项重大事故隐患中, where 重大事故隐患 was named and in the next clause its number entered (入账72项)."""
    for n, here in enumerate(found):
        m = _REFERS.match(here.behind)
        if m is None or here.quantity.value < _FEW or len(m["noun"]) < _NAMED or not m["noun"].endswith(_THINGS):
            continue
        of = [c for c in found[:n] if c.quantity.measure == here.quantity.measure and m["noun"] in c.sentence]
        entered = [c for c in of if not c.behind and _ENTERED.search(c.before.split(m["noun"])[-1]) and m["noun"] in _until(c)]
        if entered and entered[-1].passage is not here.passage and not _known(here.quantity.value, [c.quantity.value for c in of]):
            yield unlike(here, entered[-1])


def _until(count: Count) -> str:
    """What its sentence says before ``count``, the count with it."""
    whole = count.before + count.quantity.text
    return count.sentence[: count.sentence.find(whole) + len(whole)]


_NAMED = 4
"""Han characters of a name by which things are told from others of their kind."""
_FEW = 3
_THINGS = tuple(
    "建议 问题 隐患 线索 意见 案件 诉求 纠纷 工单 项目 事项 任务 措施 提案 议案 投诉 疑点 报告 作品 制度 合同 责任书 信件 风险点 积案".split()
)
"""What is sent, found or taken in: the whole of it was counted when it was. Bodies (所, 村, 企业) are spoken of in part, too."""


_NEAR, _FAR = 2, 8
"""Characters between a measure word and its noun: of the same things, of things that may make them up."""


def _is_of(count: Count, noun: str, within: int) -> bool:
    """Whether ``count`` counts what ``noun`` ends the name of."""
    return count.before.endswith(noun) or re.match(rf"[\u4e00-\u9fff]{{0,{within}}}{noun}", count.behind) is not None


def _known(value: Decimal, values: list[Decimal]) -> bool:
    """Whether ``value`` is one of ``values``, or made up of some that follow each other."""
    return value in runs_of(values)


_PLANNED = re.compile(
    r"^(?P<noun>[无未没缺弱薄软空][\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]{2,8}(?:问题|隐患|事项|线索))(?:，|成立|建立|引进|$|全部|逐|全面|完成|实现)"
)
_MOST = 0.6
"""Share of the pairs of a thing's name that a sentence of the problems holds where it speaks of that thing."""


def _planned(found: list[Count]) -> Iterator[Finding]:
    """推动4个无物业小区成立业委会, where 5 of 6 were said to have none."""
    problems = [c for c in found if c.passage.part is Part.PROBLEM]
    for here in (c for c in found if c.passage.part is Part.PLAN):
        m = _PLANNED.match(here.behind)
        told = pairs_of(m["noun"].lstrip("无未没缺")) if m else frozenset[str]()
        alike = [c for c in problems if c.quantity.measure == here.quantity.measure and told and len(told & c.pairs) >= _MOST * len(told)]
        if alike and not _known(here.quantity.value, [c.quantity.value for c in alike]):
            yield unlike(here, best(here, alike))


_OWN = r"(?:党支部|党小组|党组织|科室|股室|处室|庭室|站所|乡镇|镇街|街道|社区|村|园区|网格|派出所|分局|分院|学校|窗口|车间|班组|项目部)"
_ALL = re.compile(
    rf"(?:组织|所属|所辖|下辖|下设|管辖|辖|共有|现有|全[镇乡县区市局院校系统])(?:的|全部|全体)?(?P<n>\d+)个(?:基层)?(?P<noun>{_OWN})(?![\u4e00-\u9fff]{{0,2}}(?:试点|负责))(?!（)"
)
_EACH = (
    re.compile(rf"[与同](?:所属|下属|全[镇乡县区市局院校])?(?P<n>\d+)个(?:基层)?(?P<noun>{_OWN})[^，。；\d]{{0,8}}签"),
    re.compile(rf"(?<!\d)(?P<n>\d++)个(?:基层)?(?P<noun>{_OWN})(?:全部|全覆盖|实现全覆盖|都)"),
)
"""What is done with each of them."""
_EACH_SIGNED = re.compile(r"与(?P<n>\d+)个(?P<noun>党支部|党小组|科室)(?:、\d+个[^，。；\d]{2,6})?签订[^，。；\d]{0,12}责任书")
_SO_MANY = re.compile(r"(?:^|(?<=[，。；：]))(?P<n>\d+)个(?:基层)?(?P<noun>党支部|党小组|科室)(?=召开|开展|集中|依托|全年|全部|组织)")
"""Papers that each signs, and what so many of them did: more than there are cannot have done it."""


_SECRETARIES = re.compile(r"组织(?P<n>\d+)名(?:基层)?(?:党)?支部书记(?:[^，。；\d]{0,6})述职")
_BRANCHES = re.compile(r"(?<!\d)(?P<n>\d+)个(?:基层|机关)?党支部|(?<!\d)(?P<m>\d+)名(?:党)?支部书记")


def _more_than_branches(subject: Subject) -> Iterator[Finding]:
    """组织8名支部书记述职 where 7个党支部 met and 7名支部书记 were trained: no branch has two."""
    told = [
        int(m["n"] or m["m"]) for p in subject.passages for m in _BRANCHES.finditer(p.text) if not _SECRETARIES.search(p.text, max(0, m.start() - 2))
    ]
    others = Counter(told).most_common(1)
    for passage in subject.passages if others and others[0][1] > 1 else ():
        for m in _SECRETARIES.finditer(passage.text):
            if int(m["n"]) > max(told):
                yield at(passage, m.start("n"), m.end("n"), f"这里是{m['n']}名支部书记，别处写的党支部、支部书记是{max(told)}个", CHECK)


def _own_parts(subject: Subject) -> Iterator[Finding]:
    """组织6个党支部…与8个党支部签订: the parts a unit has are as many throughout."""
    first: dict[str, tuple[str, str]] = {}
    for passage in subject.passages:
        for m in sorted((m for pattern in (_ALL, *_EACH) for m in pattern.finditer(passage.text)), key=lambda m: m.start()):
            if m.re is _ALL:
                first.setdefault(m["noun"], (m["n"], m[0]))
            number, said = first.get(m["noun"], (m["n"], ""))
            if int(m["n"]) > int(number):
                yield at(passage, m.start(), m.end(), f"这里是{m['n']}个{m['noun']}，前面写的是“{said}”", CHECK)
    signed = {m["noun"]: m for p in subject.passages for m in _EACH_SIGNED.finditer(p.text)}
    for passage in subject.passages if signed else ():
        for m in _SO_MANY.finditer(passage.text):
            each = signed.get(m["noun"])
            if each is not None and int(m["n"]) > int(each["n"]):
                yield at(passage, m.start(), m.end(), f"这里是{m['n']}个{m['noun']}，别处写的是“{each[0]}”", CHECK)


_ONLY = re.compile(r"(?P<noun>[\u4e00-\u9fff]{3,8})(?:仅|只|仅仅|只有|仅有|才)$")
_MODIFIERS = ("年内", "全年", "目前", "全市", "全县", "全区", "全镇", "今年", "其中", "现有", "有的")
_TAIL = 2
"""Han characters by which the end of a name says what it names (高层次人才)."""


def _only_so_many(found: list[Count]) -> Iterator[Finding]:
    """年内原创大展仅有2个, where of 原创展览5个 3 were 大展: what is too few among the problems is as many as was told."""
    for here in (c for c in found if c.passage.part not in (Part.PRACTICE, Part.LEAD)):
        m = _ONLY.search(here.before)
        noun = re.sub("有$", "", m["noun"]) if m else ""
        noun = next((noun.removeprefix(word) for word in _MODIFIERS if noun.startswith(word)), noun)
        if len(noun) <= _TAIL:
            continue
        of = [c for c in found if c.passage.part is Part.PRACTICE and c.quantity.measure == here.quantity.measure and noun[:-_TAIL] in c.sentence]
        named = [c for c in of if c.before.endswith(noun[-_TAIL:]) and len(re.findall(re.escape(noun[-_TAIL:]), c.sentence)) == 1]
        if named and not _known(here.quantity.value, [c.quantity.value for c in of]):
            yield unlike(here, best(here, named))


def _same_quantity(subject: Subject) -> Iterator[Finding]:
    """Each count once: what two ways of reading say of it is one thing."""
    found, told = counts(subject), set[tuple[int, int]]()
    for finding in (
        *_referred(found),
        *_entered(found),
        *_planned(found),
        *_only_so_many(found),
        *named_again(found),
        *left_elsewhere(found),
        *undone_later(found),
        *made_up(found),
        *_own_parts(subject),
        *_more_than_branches(subject),
    ):
        spot = (finding.passage.number if finding.passage else 0, finding.start)
        if spot not in told:
            yield finding
        told.add(spot)


_EXAMPLE = (
    "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、主要做法\n发出整改建议{}份。\n"
    "二、存在问题\n23份建议中有5份没有回音。\n三、下一步打算\n继续推进。"
)

RULES = (
    Rule(
        "two-counts",
        "前后说到同一批，数一样",
        Authority.ADVICE,
        ACCURATE,
        _same_quantity,
        Example(_EXAMPLE.format("32")),
        Example(_EXAMPLE.format("23")),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
)

"""Measure words: which do not count a noun, before it (6名党支部) and behind it (车辆2874人次)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.check.prose.entries import Misheard
from generator.check.prose.likely import Likely
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE
from generator.chinese.verbs import holds_verb
from generator.patterns import worded

_KINDS = (
    "年轻|青年|优秀|困难|老|新|重点|基层|一线|大型|中小|小微|民营|国有|农民|农村|城镇|社区|市级|县级|省级|先进|后进|薄弱|骨干|专职|兼职|离?退休|在职"
    "|重大|突出|一般|主要|各类|新任|新录用|直属|下属"
)
"""Words that stand before a noun and only say of what kind it is."""


def _measures(subject: Subject) -> Iterator[Finding]:
    yield from _before(subject)
    yield from _behind(subject)
    yield from _misheard(subject)
    yield from _two_of_them(subject)
    yield from _built_persons(subject)
    yield from _persons_of_bodies(subject)


_PERSONS_BUILT = re.compile(
    r"(?:(?<![^，。；：])|(?<=全年)|(?<=累计)|(?<=其中))(?:建成|新建|改建|扩建|改造|铺设|安装|更换|购置|采购|种植|栽植|拆除|新增设备)(?![^，。；\d]{0,10}(?:队|人员|干部|员工|专家|团队|学员|护士|医生|教师|民警|力量))(?!后|可|时)[^，。；、\d]{2,10}(?<![人员生者儿童师工民手长兵属友客众妇老才家户])\d+(?P<measure>名|位|人次)(?=[，。；])"
)
"""What was built or bought, counted as persons are."""


def _built_persons(subject: Subject) -> Iterator[Finding]:
    """建成清水池2名."""
    for passage in subject.passages:
        for m in _PERSONS_BUILT.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m['measure']}”是数人的，这里数的是物", "换一个量词")


_A_PERSON = "[员师生者手工长民警兵才人友户属表童嫂客众]|[村名军]医|干部|骨干|专家|教授|主任|书记|标兵|[博硕院护学]士|同志|妇女|青年|学徒"
_ON_THE_WAY = "[来到进赴入驻在从由为与和的至参去下走]"
_PERSONS_OF_BODIES = re.compile(
    rf"(?<![\d.第])\d+(?P<measure>名|位)(?![^，。；、]*(?:{_A_PERSON}|{_ON_THE_WAY}))[\u4e00-\u9fff]{{0,6}}?(?P<noun>机构|企业|单位|公司|学校|医院|社区|乡镇|街道|部门|合作社|站点|商户|园区|基地|窗口)(?=[，。；、])"
)


def _persons_of_bodies(subject: Subject) -> Iterator[Finding]:
    """引进2名医养结合机构: bodies counted as persons are, whatever says of what kind they are."""
    for passage in subject.passages:
        for m in _PERSONS_OF_BODIES.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m['noun']}”不用“{m['measure']}”来数", "换一个量词")


_OF_ACTS = frozenset("场 次 期 批 条".split())
_OF_PAPERS = frozenset("件 份".split())
"""Measure words that may count what was done with a thing instead of the thing (慰问群众3场), what was sent to a body or said of one."""


_PERSON = "名"


def _behind(subject: Subject) -> Iterator[Finding]:
    """清理车辆213人次: a noun, its number and a measure word that counts something else."""
    likely = Likely(subject.words.measured, lambda row: (row.noun,))
    for passage in subject.passages:
        told: set[int] = set()
        for row in sorted((row for row in likely.of(passage.text) if row.noun in passage.text), key=lambda row: -len(row.noun)):
            apart = _OF_ACTS | (_OF_PAPERS if _PERSON in row.never else frozenset())
            never = "|".join(sorted({m for m in row.never if m not in apart}, key=len, reverse=True))
            for m in (
                worded(rf"{row.noun}(?:约|近|共|累计)?\d[\d.,]*[百千万]?(?:余|多)?(?P<measure>{never})(?P<rest>.?)").finditer(passage.text)
                if never
                else ()
            ):
                if (
                    (m["rest"] in "，。；、：）" or _RUNS_ON.match(passage.text, m.start("rest")))
                    and m.end() not in told
                    and not _belongs(passage.text[: m.start()])
                    and not _EACH.search(passage.text[: m.start()])
                ):
                    told.add(m.end())
                    yield at(passage, m.start(), m.end("measure"), f"“{row.noun}”不用“{m['measure']}”来数", "换一个量词")


_EACH = re.compile("每[个名户家所支]?[\u4e00-\u9fff]{0,2}$")
"""Before a noun that has so many of something else (平均每个支部54名)."""


def _belongs(before: str) -> bool:
    """Whether the noun behind ``before`` is where something was done, or whose, instead of what is counted (走访12个社区居民, 结对企业)."""
    if re.search("、[\u4e00-\u9fff]{2}$", before) and holds_verb(before[-2:]):
        return False
    return (
        re.search(r"(?:[在到向为给与和对从、]|(?:移|报|抄|推|转|呈|发|寄|赠)送|移交|转交|上报|通报|提请|登记)[\u4e00-\u9fff]{0,2}$", before)
        is not None
    )


def _before(subject: Subject) -> Iterator[Finding]:
    """6名党支部."""
    likely = Likely(subject.words.measured, lambda row: (row.noun,))
    for passage in subject.passages:
        for row in (row for row in likely.of(passage.text) if row.noun in passage.text):
            never = "|".join(map(re.escape, row.never))
            counted = worded(rf"(?<![前后第])[\d一二两三四五六七八九十](?:余|多)?(?P<measure>{never})(?:{_KINDS}){{0,2}}{row.noun}")
            for m in counted.finditer(passage.text):
                if not _ends(passage.text[m.end() :]):
                    continue
                yield at(passage, m.start(), m.end(), f"“{row.noun}”不用“{m['measure']}”来数", "换一个量词")


def _ends(rest: str) -> bool:
    """Whether the noun before ``rest`` ends there instead of beginning a longer one (党支部书记)."""
    return (
        not rest
        or rest[0] in "，。；、）：到赴在与"
        or _RUNS_ON.match(rest) is not None
        or rest.startswith(("结成", "结为", "结对", "组成", "分成", "担任", "受邀", "走进", "分赴", "到场"))
        or (holds_verb(rest[:2]) and not holds_verb(rest[0]) and not rest.startswith(("负责", "所")))
    )


_TWO = re.compile(
    rf"\d[百千万亿]?[余多]?(?P<first>{MEASURE.pattern})(?P<second>公里|[名位个家户件份条项场期篇处起座台]|人(?!次)|(?<=[\u4e00-\u9fff]次)次)(?=[，。；、）])"
)
_OF_PEOPLE = ("个", "口", "路", "帮", "家", "批", "名")
"""Behind these 人 is a noun (12个人)."""
_FIRST_OF_TWO = frozenset("名 位 个 人 家 户 件 份 条 项 场 期 篇 次 人次 场次 家次 件次 米".split())


def _two_of_them(subject: Subject) -> Iterator[Finding]:
    """12位名, 26米公里: one measure word behind another."""
    for passage in subject.passages:
        for m in _TWO.finditer(passage.text):
            noun = m["second"] == "人" and m["first"] in _OF_PEOPLE
            if m["first"] in _FIRST_OF_TWO and not noun and m["first"] + m["second"] not in _COMPOUNDS:
                yield at(passage, m.start("first"), m.end(), f"量词写了两个：“{m['first']}{m['second']}”", "留一个")


_COMPOUNDS = frozenset("人份 人条 个项 个件 名家 件套 个家 个户 场期 项件 条项 家户 个处".split())
"""What is a noun, or counts things of two kinds at once."""
_NUMBER = r"\d[百千万亿]?[余多]?"


def _misheard(subject: Subject) -> Iterator[Finding]:
    """学习9此, 突击队7只: what sounds like the measure word and is none, or not that of the thing."""
    for passage in subject.passages:
        for row in (row for row in subject.words.misheard if row.wrong in passage.text):
            for pattern in _sounding(row):
                for m in pattern.finditer(passage.text):
                    yield at(passage, *m.span("wrong"), f"量词“{row.wrong}”应为“{row.right}”", f"依据：{row.source}", row.right)


@cache
def _sounding(row: Misheard) -> tuple[re.Pattern[str], ...]:
    """The wrong character behind a number at the end of what is said; where it has nouns, behind theirs, or before them."""
    wrong, nouns = re.escape(row.wrong), "|".join(map(re.escape, sorted(row.nouns, key=len, reverse=True)))
    if not nouns:
        return (re.compile(f"{_NUMBER}(?P<wrong>{wrong})(?=[，。；、）])"),)
    behind = rf"(?:{nouns})(?:约|近|共|累计)?[\d.,]*{_NUMBER}(?P<wrong>{wrong})(?=[，。；、）]|$)"
    before = rf"{_NUMBER}(?P<wrong>{wrong})(?=[\u4e00-\u9fff]{{0,{_KIND}}}?(?:{nouns})(?:[，。；、）]|$))"
    return re.compile(behind), re.compile(before)


_KIND = 6
"""Han characters that say of what kind a thing is, between a measure word and its noun."""
_RUNS_ON = re.compile(
    "全部|全都|均|都|已|逐[一个台辆家户名]|先后|如期|按期|及时|当[场日天年]|同时|也|又|仍|还有|还没|未|尚|正在|因|被|自愿|率先|陆续|分别|共计"
)
"""Words that follow a noun that ends there: what befell it, or how."""


_TEXT = Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES))

RULES = (
    Rule(
        "measure-word",
        "量词用得对",
        Authority.PRACTICE,
        "《现代汉语八百词》名词量词配合表",
        _measures,
        Example("下设6名党支部，有党员82名，组建突击队7只。"),
        Example("下设6个党支部，有82名党员，组建突击队7支。"),
        _TEXT,
    ),
)

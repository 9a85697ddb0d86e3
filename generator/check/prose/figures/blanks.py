"""What was left open: blanks, placeholders, claims that nobody has confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.meeting import known
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.still_open import OPEN, noted
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE
from generator.chinese.punctuation import since_mark
from generator.leftovers import BOLD
from generator.patterns import worded
from generator.report import BLANK_MARK

_BOLD = re.compile(BOLD)


def _blanks(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        bold = [m.span() for m in _BOLD.finditer(passage.text)]
        for m in (m for m in OPEN.finditer(passage.text) if not any(start <= m.start() < end for start, end in bold)):
            yield at(passage, m.start(), m.end(), f"还有空没填：“{m[0]}”", "补上，或删去这一句")


def _notes(subject: Subject) -> Iterator[Finding]:
    """（此处请财务科补充明细）: what the writers said to each other."""
    for passage in subject.passages:
        for start, end in noted(subject, passage.text):
            yield at(passage, start, end, f"写稿人的批注留在正文里：“{passage.text[start:end]}”", "照办以后删去")


_ENDS_IN_COUNT = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![一二两三四五六七八九十百千万亿几数多余每各按以半整若干第近上约计位元为折是单])"
    r"(?P<measure>(?<!游客)(?<!旅客)(?<!乘客)(?<!观众)(?<!到馆)(?<!参观)(?<!客流)(?<!接待)人次|家次|户次|件次|[余多](?:名|家|人|件|个|户|项|万元|亿元|人次|场|次)|万元|亿元|万人次|万人|平方米|立方米)(?=[，。；])"
)


_OF_TEN_THOUSAND = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![一二两三四五六七八九十百千数几上近约余多过超逾半成家每])(?P<measure>[万亿](?:册|人|户|件|份|条|亩|头|只|株|吨|公里|字|张|辆次|人份|家))(?=[，。；])"
)
"""Ten thousand of something, without how many."""
_NO_YUAN = re.compile(r"(?:投入|投资|拨付|争取资金|筹集|筹资|补助|支出|追回|收缴|资金|经费|产值)[\u4e00-\u9fff]{0,4}\d[\d.]*[万亿](?=[，。；])")
"""A sum of money that has lost its unit."""


_NO_VALUE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![之点一二三四五六七八九十百千万几单位])(?P<measure>[%％])"
    r"|(?:位居|位列|名列|排名|排在|居|列)(?:全[国省市县区局]|同类)?[^，。；\d]{0,4}(?P<place>第[位名])(?=[，。；])"
    r"|(?P<rate>[\u4e00-\u9fff]{2,4}率(?:达到了?|达|为|提升至|提高到|降至))(?=[，。；])"
    r"|(?<=[，；、])(?P<who>[人名项件个篇])(?=(?:荣获|被评为|被授予|入选|获评|获得|获(?:全国|全省|全市|省|市|县|区|总署|国家)))"
    r"|(?P<about>(?:约|超过|共计|累计)(?:人次|万元|亿元|公里|次|名|户|件|项|期|场))(?=[，。；])"
)
"""A sign, a place, a rate, those who won something and a hedge that have lost their number."""


_MOVED = "(?:增加|增长|上升|提高|提升|扩大|减少|下降|降低|压缩|压减|缩短|精简|[增升扩减降压缩])"
_TO_NOTHING = re.compile(rf"{_MOVED}[到至了](?!位)(?P<measure>{MEASURE.pattern})(?=[，。；、])|[由从](?P<first>{MEASURE.pattern}){_MOVED}[到至]\d")
"""What it rose to, or from what, with no number (由22所增加到所)."""


_COUNTS_NOTHING = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十百千万亿几数多余每各按以半整若干第近上约计位元为折是单逐批这那该本首头末同两再历哪])(?P<times>[次份篇条项名个])(?=[，。；])"
    r"|(?:(?<=[，；])|(?<=是))(?:举办|开展|召开|组织|慰问|走访|培训|发放|新建|排查|整改|查处|化解|受理|调解|印发|制定|修订|签订|选派|招录|新增|检查|收集)"
    r"(?:(?!各|每|逐|整|几|多|半|数|[一二两三四五六七八九十百千万])[^，。；：、\d“”《》（）□]){2,9}(?P<measure>[场次份件项]|(?<!零售)(?<!经营)(?<!监测)(?<!脱贫)(?<!困难)(?<!养殖)(?<!种粮)户)(?=[，；])"
)
"""A measure word that ends no word and has no number (警示教育大会次), and a clause of an act and its object that ends in one that may end words."""
_QUANTITY = re.compile(r"[\d一二三四五六七八九十百千万几数多]")
_LOOK_BACK = 4
"""Characters before a measure word in which its number may stand, or another word that counts."""


_TAIL = 2
"""Characters by which the noun or verb is known that stands before a number."""


def _number_lost(subject: Subject, text: str) -> Iterator[tuple[int, str]]:
    """Where a measure word directly follows what reports never set before it without a number (专题学习班期，)."""
    for measure, tails in subject.words.number_lost:
        for m in worded(rf"(?<=[\u4e00-\u9fff]{{{_TAIL}}}){measure}(?=[，。；、])").finditer(text):
            if text[m.start() - _TAIL : m.start()] in tails:
                yield m.start(), measure


def _uncounted(subject: Subject) -> Iterator[Finding]:
    """培训党员人次, 整改隐患处: a measure word without its number; 投入120万: a sum without its unit."""
    words = known(subject.words.paired)
    for passage in subject.passages:
        found = {m.start("measure"): m for pattern in (_ENDS_IN_COUNT, _OF_TEN_THOUSAND) for m in pattern.finditer(passage.text)}
        for row in (row for row in subject.words.uncounted if row.noun in passage.text):
            found |= {m.start("measure"): m for m in worded(rf"{row.noun}(?P<measure>{'|'.join(row.measures)})(?=[，。；])").finditer(passage.text)}
        for _, m in sorted(found.items()):
            if passage.text[: m.start("measure")].endswith(BLANK_MARK):
                continue
            yield at(passage, m.start(), m.end(), f"“{m['measure']}”前面没有数", "补上数，或删去这一句")
        for m in _COUNTS_NOTHING.finditer(passage.text):
            start = max(m.start("measure"), m.start("times"))
            before = since_mark(passage.text, start, "，。；、")[-_LOOK_BACK:]
            blank = passage.text[:start].endswith(BLANK_MARK)
            if passage.text[start - 1 : m.end()] not in words and not blank and start not in found and not _QUANTITY.search(before):
                yield at(passage, m.start(), m.end(), f"“{passage.text[start]}”前面没有数", "补上数，或删去这一句")
        for start, measure in _number_lost(subject, passage.text):
            if start not in found and not passage.text[:start].endswith(BLANK_MARK):
                yield at(passage, start - _TAIL, start + len(measure), f"“{measure}”前面没有数", "补上数，或删去这一句")
        for m in _NO_VALUE.finditer(passage.text):
            said = "前面" if m["who"] else "里"
            yield at(passage, m.start(), m.end(), f"“{m[0]}”{said}没有数", "补上数，或删去这一句")
        for m in _TO_NOTHING.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m['measure'] or m['first']}”前面没有数", "补上数，或删去这一句")
        for m in _NO_YUAN.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”后面没有“元”", "补上“元”")


RULES = (
    Rule(
        "blank",
        "没有空缺和占位的字",
        Authority.REGULATION,
        ACCURATE,
        _blanks,
        Example("开展主题党日××次，慰问困难党员〔待补〕名。"),
        Example("补选支部委员2名，待补充的材料已经补齐，占地3×5米。"),
        Scope(frozenset(Part)),
    ),
    Rule(
        "writers-note",
        "正文里没有批注",
        Authority.REGULATION,
        ACCURATE,
        _notes,
        Example("争取资金2680万元（此处请财务科补充明细），改造泵站9座。"),
        Example("争取资金2680万元（含上年结转180万元），请群众监督，需要补充的材料已经补齐。"),
        Scope(frozenset(Part)),
    ),
    Rule(
        "no-number",
        "数和单位都在",
        Authority.PRACTICE,
        ACCURATE,
        _uncounted,
        Example("培训党员人次，整改隐患处。"),
        Example("培训党员86人次，整改隐患12处，投资数亿元，每万元产值能耗下降。"),
        Scope(RUNNING, TITLES),
    ),
)

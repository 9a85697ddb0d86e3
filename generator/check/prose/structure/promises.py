"""What heads and leads promise: so many points, problems, plans; text under each head."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import CONCISE, QUOTES, TITLES, Finding, Rule, Scope, a_report, at
from generator.check.prose.structure.numbering import points_of, printed_value
from generator.check.prose.structure.troubles import says_trouble
from generator.check.prose.structure.under import text_under
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.numerals import count
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import since_mark
from generator.report import BLANK_MARK, Role, Section, plain, walk

_ALL = Scope(frozenset(Part))


def _empty(subject: Subject) -> Iterator[Finding]:
    items = _items(subject)
    for section in walk(subject.report.sections):
        passage = subject.head(section)
        empty = _is_empty(section) and not _sentence(plain(section.title))
        if passage is not None and empty and section.level < _OF_ITEMS and id(section) not in items:
            yield at(passage, 0, len(passage.text), "标题下面没有内容", "补上内容，或删去标题")


def _is_empty(section: Section) -> bool:
    return bool(section.title) and not section.sections and not text_under(section).strip()


def _items(subject: Subject) -> set[int]:
    """The sections, by identity, that are a list of sentences, with no text under any: one after another of clauses, or problems and plans told in
    one each (（一）学习不够深入。（二）办法不多。)."""
    parents = (subject.report.sections, *(s.sections for s in walk(subject.report.sections)))
    lists = (s for s in parents if all(map(_is_empty, s)) and _are_sentences(s))
    return {id(child) for children in lists for child in children}


def _are_sentences(items: Sequence[Section]) -> bool:
    return (len(items) > 1 and all("，" in plain(c.title) for c in items)) or all(c.level > 1 and c.roles & _TOLD_IN_ONE for c in items)


_TOLD_IN_ONE = {Role.PROBLEM, Role.PLAN}
_OF_ITEMS = 3
"""The level (1.) from which a line without text below it is an item of a list rather than a head."""


def _sentence(title: str) -> bool:
    """Whether a numbered line is itself the text: it has clauses of its own and is long."""
    return len(title) > _LONGEST_HEAD or ("，" in title and len(title) > _LONGEST_HEAD // 2 and re.search(r"\d", title) is not None)


_LONGEST_HEAD = 30

_COUNTED = re.compile(
    r"(?P<how>以下|下列|如下|下面|做好|抓好|做实|做细|抓实|抓紧|办好|突出|主要有|主要做了|主要存在|存在)(?P<n>[一二两三四五六七八九十]|\d)(?:个|点|项|条)?(?:大|个)?(?:方面|点|项|条|类|个|件)(?:的)?[^，。；：]{0,8}[：。]"
)


def _promised(subject: Subject) -> Iterator[Finding]:
    """以下三个方面: three heads below, or three points behind."""
    yield from _promised_in_head(subject)
    yield from _announced(subject)
    yield from _opened(subject)
    yield from _never_told(subject)
    under = defaultdict[int, list[Passage]](list)
    for passage in subject.passages:
        under[id(passage.section)].append(passage)
    for section in walk(subject.report.sections):
        intro = under[id(section)]
        for n, passage in enumerate(intro):
            for m in _COUNTED.finditer(passage.text):
                wanted = count(m["n"])
                rest = "。".join([passage.text[m.end() :], *(p.text for p in intro[n + 1 : n + 1 + _SERIES])])
                counts = _counts(section, "。" + rest) if m.end() + _TAIL > len(passage.text) or rest.strip() else []
                if wanted > 1 and counts and wanted not in counts:
                    yield at(passage, m.start(), m.end(), f"说是{m['n']}个，下面是{counts[0]}个", "改数目，或补上其余的")


_AT_ONCE = re.compile(
    r"(?<![第十百千万零\d])(?P<n>[两三四五六七八九])(?:件(?:大|实|要|好)?事|个(?:方面|环节|重点|抓手|维度|层面|转变)|项(?:工作|举措|措施|任务|行动|机制)|方面|[点条项](?=不足|问题|短板|差距|要求|意见|建议|体会|启示|经验|打算|原因|做法|举措|措施|工作|[：。]))"
    r"(?![^，。；：]*(?:之一|其中))[^，。；：\d]{0,8}(?:，(?:主要|集中|突出)(?:是|有|表现[在为]|体现在))?[。：](?=一是|首先|第一，|一要|一抓)"
)
"""A count that a series of points follows at once."""


def _announced(subject: Subject) -> Iterator[Finding]:
    """四件事一起做。一是…三是…: as many points behind as it says."""
    for passage in subject.passages:
        for m in _AT_ONCE.finditer(passage.text):
            wanted, listed = count(m["n"]), _first_series("。" + passage.text[m.end() :])
            named = since_mark(passage.text, m.start(), "，。；：")
            two = m["n"] == "两" and re.search("[和与及]", named) is not None
            told = (not two and "、" not in named) or _one_left_out(named, "。" + passage.text[m.end() :], wanted, listed)
            if listed > 1 and listed != wanted and told and not _COUNTED.search(passage.text[max(0, m.start() - _LEADS) : m.end()]):
                yield at(passage, m.start(), m.end() - 1, f"说是{m['n']}个，下面是{listed}个", "改数目，或补上其余的")


_LEADS_ON = re.compile(
    "(?:从|在|围绕|聚焦|紧扣|抓住|抓牢|抓好|做好|打好|打赢|实施|推进|落实|办好|做到|补齐|下好|立足|突出|着眼|紧盯|盯住)(?:这|下面|下列|以下)?"
    "(?P<n>[两三四五六七八九])(?:个|项|条|大|场|件|点|类|张|道|把)[^，。；：、]{1,12}[。：]$"
    "|(?:还有|仍有|尚有|主要有|还存在|仍存在|尚存在|存在着?|具有)(?:这|下面|下列|以下)?(?P<short>[两三四五六七八九])(?:个|项|条|大|点|类)(?:方面|突出|明显|主要)?的?"
    "(?:不足|问题|短板|差距|弱项|欠缺|薄弱环节|困难)[。：]$"
)
"""A count at the end of what stands over heads."""


def _opened(subject: Subject) -> Iterator[Finding]:
    """着重从五个方面推进工作。 over three heads."""
    lead = {id(p.section): p for p in subject.passages if p.part is not Part.HEADING}
    for section in walk(subject.report.sections):
        passage, heads = lead.get(id(section)), [s for s in section.sections if printed_value(s.number)]
        m = _LEADS_ON.search(passage.text) if passage is not None else None
        said = (m["n"] or m["short"]) if m else ""
        if passage is not None and m and len(heads) > 1 and len(heads) != count(said) and not _COUNTED.search(m[0]):
            yield at(passage, m.start(), m.end() - 1, f"说是{said}个，下面是{len(heads)}个", "改数目，或补上其余的")


_ENDS_OPEN = re.compile(
    "(?P<said>[两三四五六七八九几](?:个|项|条|大|件|点)?(?:方面|工作|问题|任务|举措|措施|[点件条])[^，。；：]{0,8}|(?:以下|如下|下列)[^，。；：]{0,6}(?:工作|问题|不足|差距|任务|举措|措施))[：。]$"
)


_CLOSES = re.compile(r"[^，。；：\d]{1,10}将[^。；：\d]{4,60}。")
"""The one sentence with which a report ends (我院将坚定信心、真抓实干，努力开创工作新局面。)."""


def _never_told(subject: Subject) -> Iterator[Finding]:
    """着重从三个方面改进工作： with nothing behind it in its chapter."""
    texts = defaultdict[int, list[Passage]](list)
    for passage in (p for p in subject.passages if p.section is not None and p.part is not Part.HEADING):
        texts[id(passage.section)].append(passage)
    for section in subject.report.sections:
        under = texts.get(id(section), [])
        m = _ENDS_OPEN.search(under[0].text) if under and not section.sections and section.title else None
        alone = all(_CLOSES.fullmatch(p.text) for p in under[1:])
        if m and alone and BLANK_MARK not in under[0].text and not points_of(under[0].text):
            yield at(under[0], m.start("said"), m.end("said"), f"说了“{m['said']}”，下面一条也没有", "写出来，或删去这一句")


def _one_left_out(named: str, rest: str, wanted: int, listed: int) -> bool:
    """Whether behind 甲、乙、丙、丁四件事 come points on each but one: a name or two have no word in the points, which are one too few."""
    names = re.split("[、和]", named)
    points = [end for _, _, _, end in points_of(rest)][:listed]
    body = rest[points[0] :] if points else ""
    silent = [name for name in names if not any(pair in body for pair in pairs(name[-_NAME:]))]
    return len(names) == wanted == listed + 1 and 1 <= len(silent) <= wanted // 2


_NAME = 4
"""Characters at the end of a name listed that say what it is; a verb may stand before the first."""
_LEADS = 6
_TAIL = 3
_SERIES = 100
"""Paragraphs behind a promise in which what it counts is looked for: no series of points is longer."""
_HEAD_COUNT = re.compile(r"(?P<n>[两三四五六七八九十])(?:个|项|条|点|大|方面)(?:方面|突出|主要|重点)?的?(?:问题|举措|措施|工作|不足|短板|任务|抓手)")


def _promised_in_head(subject: Subject) -> Iterator[Finding]:
    """三个突出问题 over two heads."""
    for section in walk(subject.report.sections):
        passage, children = subject.head(section), [s for s in section.sections if printed_value(s.number)]
        m = _HEAD_COUNT.search(plain(section.title))
        if passage is not None and m and children and len(children) != count(m["n"]):
            start = passage.label + m.start()
            yield at(passage, start, start + len(m[0]), f"标题说{m[0]}，下面是{len(children)}个", "改数目，或补上其余的")


def _counts(section: Section, rest: str) -> list[int]:
    """How many there are, each way of counting them; empty where nothing is counted."""
    children = [s for s in section.sections if printed_value(s.number)]
    return [n for n in (len(children), _first_series(rest)) if n > 1]


def _first_series(text: str) -> int:
    """How far the first series of points in ``text`` counts."""
    last = 0
    family = ""
    for named, ordinal, _, _ in points_of(text):
        if named == "首先" or (family and named != family):
            continue
        if ordinal != last + 1:
            break
        family, last = named, ordinal
    return last


_PROMISES = (
    (
        Role.PROBLEM,
        re.compile("问题|不足|差距|短板"),
        re.compile("不够|不足|不到位|不强|不深|不高|不严|问题|差距|短板|薄弱|欠缺|滞后|不平衡|不充分|还有|有待|偏|困难|未|没|缺|不"),
    ),
    (
        Role.CAUSE,
        re.compile("原因|成因|根源"),
        re.compile("原因|由于|因为|因此|主要是|主要因|在于|归结|根源|源于|造成|导致|所致|致使|究其|缘于|根子|症结|归根|关键在|在于"),
    ),
)


_ACHIEVED = re.compile("开展|组织|完成|建成|提升|提高|实现|荣获|获得|增长|达标|圆满|成效|举办|召开|落实|推进|推动|加强|新增|更换|学习")
"""What says that something was done. Without it, a chapter of problems may tell them in words of its own."""


_TACKLES = re.compile(
    "[补破解治改攻][^，。]{0,4}(?:问题|短板|不足|差距)|(?:聚焦|紧盯|针对|对准|坚持|突出|查摆|查找|整治|化解)[^，。]{0,6}(?:问题|短板|差距|不足)|问题导向"
)
"""Heads that speak of doing something about a problem, and promise none."""


def _unkept(subject: Subject) -> Iterator[Finding]:
    """A head that names problems or plans over a text that holds none."""
    for section in subject.report.sections:
        passage, title, body = subject.head(section), plain(section.title), text_under(section)
        for role, promise, kept in _PROMISES if BLANK_MARK not in body and not _TACKLES.search(title) else ():
            m = promise.search(title)
            told = kept.search(body) is not None or (role is Role.PROBLEM and (says_trouble(subject, body) or not _ACHIEVED.search(body)))
            if passage is not None and m and body.strip() and not told:
                yield at(passage, passage.label + m.start(), passage.label + m.end(), f"标题说到“{m[0]}”，下面没有写", "补上，或改标题")
    yield from _half_kept(subject)


def _half_kept(subject: Subject) -> Iterator[Finding]:
    """存在问题及下一步打算 over problems alone."""
    for section in subject.report.sections:
        passage, title, body = subject.head(section), plain(section.title), text_under(section)
        both = re.search("(?:问题|不足).{0,6}(?P<plan>打算|下一步|整改措施|改进措施|努力方向)", title)
        if passage is not None and both and body.strip() and not _LOOKS_AHEAD.search(body):
            start = passage.label + both.start("plan")
            yield at(passage, start, start + len(both["plan"]), f"标题说到“{both['plan']}”，下面没有写", "补上，或改标题")


_LOOKS_AHEAD = re.compile("将|继续|进一步|下一步|下步|今后|明年|着力|打算|加强|加大|推动|强化|健全|完善|提升|抓好")


RULES = (
    Rule(
        "empty-section",
        "标题下面有内容",
        Authority.REGULATION,
        CONCISE,
        _empty,
        a_report("一、主要做法", "（一）加强学习", "（二）改进作风", "督查4次。", "二、打算", "继续推进。"),
        a_report("一、主要做法", "（一）加强学习", "学习3次。", "（二）改进作风", "督查4次。", "二、打算", "继续推进。"),
        _ALL,
    ),
    Rule(
        "promised-count",
        "说几个就有几个",
        Authority.PRACTICE,
        CONCISE,
        _promised,
        a_report("一、主要做法", "主要做了以下三个方面的工作：", "（一）加强学习", "学习3次。", "（二）改进作风", "督查4次。"),
        a_report("一、主要做法", "主要做了以下两个方面的工作：", "（一）加强学习", "学习3次。", "（二）改进作风", "督查4次。"),
        Scope(RUNNING, (*QUOTES, *TITLES)),
    ),
    Rule(
        "unkept-head",
        "标题说到的下面都写了",
        Authority.PRACTICE,
        CONCISE,
        _unkept,
        a_report("一、主要做法", "学习3次。", "二、存在问题及下一步打算", "学习不够深入，有的支部记录不全。"),
        a_report("一、主要做法", "学习3次。", "二、存在问题及下一步打算", "学习不够深入。下一步，加强检查。"),
        _ALL,
    ),
)

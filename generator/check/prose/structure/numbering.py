"""Numbers of parts and points: gaps, repeats, a number alone, wrong marks behind a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import ACCURATE, CONCISE, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.numerals import number, section_number, value_of
from generator.report import Section, walk

_HEADS = Scope(frozenset(Part))


def printed_value(printed: str) -> int:
    """The value of a heading's number as it is printed, in decimals that of its last part (3 of 2.3); 0 where it is none."""
    if parts := _DECIMAL.fullmatch(printed):
        return int(parts["last"])
    return value_of(re.sub(r"[第部分章、.．（）()\s]", "", printed))


_DECIMAL = re.compile(r"(?P<first>(?:\d+[.．])+)(?P<last>\d+)[.．、]?")


def _in_form(printed: str, level: int, value: int) -> str:
    """The number of ``value`` as ``printed``, one of the same series, has it in decimals; else as the standard has it for the ``level``."""
    parts = _DECIMAL.fullmatch(printed)
    return f"{parts['first']}{value}" if parts else section_number(level, value)


def _families(subject: Subject) -> Iterator[list[Section]]:
    """Sections that are numbered in one series: the children of one parent, apart by level."""
    for children in (subject.report.sections, *(s.sections for s in walk(subject.report.sections))):
        for level in {s.level for s in children}:
            numbered = [s for s in children if s.level == level and printed_value(s.number)]
            if numbered:
                yield numbered


def _gap(subject: Subject) -> Iterator[Finding]:
    for family in _families(subject):
        earlier = 0
        for before, after in pairwise([None, *family]):
            came, comes = (printed_value(before.number) if before else 0), printed_value(after.number) if after else 0
            passage = subject.head(after) if after else None
            twice, earlier = came == earlier, came
            if after is None or passage is None or comes <= came + 1 or (before and twice and comes == came + _AS_WRITTEN):
                continue
            if _strangers(subject, after) or (before and _between(subject, before, after)):
                continue
            last = f"“{before.number}”后面" if before else "开头"
            yield at(
                passage,
                0,
                passage.label,
                f"{last}就是“{after.number}”，中间缺了",
                f"应是“{_in_form(after.number, after.level, came + 1)}”；改序号，或补上漏掉的部分",
            )


def _strangers(subject: Subject, section: Section) -> bool:
    """Whether ``section`` has the number that the heads around it lack: then what is wrong is the form of its number."""
    return any(found is section for found, _ in _of_another_form(subject))


def _between(subject: Subject, before: Section, after: Section) -> bool:
    """Whether between two heads stands one that has the number lacking there, in another form."""
    order = [id(s) for s in walk(subject.report.sections)]
    first, last = order.index(id(before)), order.index(id(after))
    return any(first < order.index(id(found)) < last for found, _ in _of_another_form(subject))


def _of_another_form(subject: Subject) -> Iterator[tuple[Section, str]]:
    """Heads numbered 3. or 三、 between （二） and （四）, each with the number it is to have."""
    for children in (subject.report.sections, *(s.sections for s in walk(subject.report.sections))):
        for n, here in enumerate(children):
            after = children[n + 1] if n + 1 < len(children) else None
            below = here.sections[0] if here.sections else None
            if below is not None and _stands_for(below, here, after):
                yield below, section_number(here.level, printed_value(below.number))
            last = children[n - 1].sections[-1] if n and children[n - 1].sections else None
            if last is not None and below is not None and _stands_for(here, last, below):
                yield here, section_number(last.level, printed_value(here.number))


def _stands_for(head: Section, before: Section, after: Section | None) -> bool:
    """Whether ``head`` counts on from ``before``, a head of another level, and ``after`` from ``head``."""
    own = printed_value(head.number)
    goes_on = after is None or after.level < before.level or printed_value(after.number) == own + 1
    return own > 1 and printed_value(before.number) == own - 1 and before.level > 1 and goes_on


def _mixed_form(subject: Subject) -> Iterator[Finding]:
    for head, right in _of_another_form(subject):
        passage = subject.head(head)
        if passage is not None:
            yield at(passage, 0, passage.label, f"序号“{head.number}”与同级的标题不是一种写法，应是“{right}”", f"写成“{right}”", right)


def _repeat(subject: Subject) -> Iterator[Finding]:
    for family in _families(subject):
        for before, after in pairwise(family):
            passage = subject.head(after)
            anew = printed_value(after.number) == 1 and _form(after.number) != _form(before.number)
            if passage is not None and not anew and printed_value(after.number) <= printed_value(before.number):
                right = _in_form(before.number, after.level, printed_value(before.number) + 1)
                yield at(passage, 0, passage.label, f"“{before.number}”后面又是“{after.number}”", f"应是“{right}”；后面的依次改")


def _form(printed: str) -> str:
    """How a number is written: another form (01. behind ２.) counts a list of its own."""
    return re.sub("[一二三四五六七八九十百〇零]+", "一", re.sub("[０-９]+", "１", re.sub("[0-9]+", "1", printed)))


def _lone(subject: Subject) -> Iterator[Finding]:
    for section in walk(subject.report.sections):
        families = [[s for s in section.sections if s.level == level and printed_value(s.number)] for level in {s.level for s in section.sections}]
        for family in families:
            passage = subject.head(family[0]) if len(family) == 1 else None
            if passage is not None and printed_value(family[0].number) == 1:
                yield at(passage, 0, passage.label, f"只有“{family[0].number}”，没有第二个", "只有一项就不编号，或补上其余的")


_POINT = re.compile(
    r"(?:(?<=^)|(?<=[。；：，！]))(?:(?P<is>[一二三四五六七八九十]{1,2})(?:是(?!否|非)|要(?=[^求点]))|第(?P<nth>[一二三四五六七八九十]{1,2})[，、]|(?P<adverb>首先|其次|再次|最后)，|其(?P<that>[一二三四五六七八九])[，、是：])|(?P<circled>[①②③④⑤⑥⑦⑧⑨⑩])|(?<=[。；：])（(?P<bracketed>\d{1,2})）(?=[\u4e00-\u9fff])"
)
_ADVERBS = ("首先", "其次", "再次", "最后")


def points_of(text: str) -> list[tuple[str, int, int, int]]:
    """Family, ordinal and offsets of whatever counts points in ``text``."""
    found = []
    for m in _POINT.finditer(text):
        if m["is"]:
            found.append((m[0][-1], number(m["is"]) or 0, m.start(), m.end()))
        elif m["nth"]:
            found.append(("第", number(m["nth"]) or 0, m.start(), m.end()))
        elif m["that"]:
            found.append(("其", number(m["that"]) or 0, m.start(), m.end()))
        elif m["circled"]:
            found.append(("①", ord(m["circled"]) - ord("①") + 1, m.start(), m.end()))
        elif m["bracketed"]:
            found.append(("（", int(m["bracketed"]), m.start(), m.end()))
        elif m["adverb"]:
            found.append(("首先", _ADVERBS.index(m["adverb"]) + 1, m.start(), m.end()))
    return found


def _series(subject: Subject) -> Iterator[list[tuple[Passage, int, int, int, str]]]:
    """The points of each section by family, in order: passage, ordinal, offsets, what was printed."""
    groups: dict[tuple[int, str], list[tuple[Passage, int, int, int, str]]] = {}
    for passage in subject.passages:
        for family, ordinal, start, end in points_of(passage.text):
            groups.setdefault((id(passage.section), family), []).append((passage, ordinal, start, end, passage.text[start:end].rstrip("，、")))
    yield from groups.values()


def _point_order(subject: Subject) -> Iterator[Finding]:
    for series in _series(subject):
        if series[0][4] in _ADVERBS:
            continue
        last = 0
        for before, after in pairwise(series):
            told, last = last, after[1] if after[1] == before[1] else 0
            if told == before[1] and after[1] == before[1] + _AS_WRITTEN:
                continue  # it counts on once the number that was written twice is put right
            skips, repeats = after[1] > before[1] + 1, after[1] == before[1]
            if before[1] and after[1] > 1 and (skips or repeats) and _same_list(before, after):
                what = f"“{before[4]}”后面就是“{after[4]}”，中间缺了" if skips else f"“{before[4]}”写了两次"
                yield at(after[0], after[2], after[3], what, "改序次，或补上漏掉的一点")
            elif after[1] == 1 and before[1] == 1 and _same_list(before, after) and before[0] is after[0]:
                yield at(after[0], after[2], after[3], f"“{after[4]}”写了两次", "后一个改成二，依次顺延")


_AS_WRITTEN = 2
"""How far on the number behind one that was written twice is, where only that one is wrong."""


def _same_list(before: tuple[Passage, int, int, int, str], after: tuple[Passage, int, int, int, str]) -> bool:
    return after[0].number - before[0].number <= 2


def _lone_point(subject: Subject) -> Iterator[Finding]:
    """一是 without 二是: nothing else of its family stands in the section."""
    for series in _series(subject):
        first = series[0]
        opens = re.match(r"一是|一要|第一，|首先，", first[0].text[first[2] :]) is not None and _opens_sentence(first[0].text, first[2])
        if opens and all(point[1] == 1 for point in series) and not _continued(subject, first):
            yield at(first[0], first[2], first[3], f"有“{first[4]}”，没有“{_second(first[4])}”", "补上其余几点，或删去序次")


def _opens_sentence(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "。：；！"


def _second(label: str) -> str:
    return {"首先": "其次", "第一": "第二"}.get(label, "二" + label[1:])


def _continued(subject: Subject, point: tuple[Passage, int, int, int, str]) -> bool:
    """Whether the next point stands in other words, or in a part below."""
    section = point[0].section
    below = {id(section)} | ({id(s) for s in walk(section.sections)} if section is not None else set())
    rest = "".join(p.text for p in subject.passages if p.number >= point[0].number and id(p.section) in below)[point[3] : point[3] + _REACH]
    return re.search(_GOES_ON + ("|最后|同时" if point[4] == "首先" else ""), rest) is not None


_GOES_ON = "其次|再次|第二|二是|二要|其二|再就是|另一|二则|二来"
"""What a second point begins with in other words. 同时 begins none: behind 一是 it stands where 二是 was lost."""


_REACH = 1500
"""Characters behind 一是 in which its 二是 may stand."""


_MARK = re.compile(
    r"^(?P<number>（[一二三四五六七八九十]{1,3}）|（\d{1,2}）)(?P<mark>[、，.．])|^(?P<bare>[一二三四五六七八九十]{1,3})(?P<stop>[.．,，])(?=[\u4e00-\u9fff])|^(?P<digits>\d{1,2})(?P<comma>、)"
)


def _mark(subject: Subject) -> Iterator[Finding]:
    """What stands behind a number: （一） nothing, 一 a 、, 1 a point."""
    for passage in subject.passages:
        text = passage.text
        m = _MARK.match(text)
        if m is None:
            continue
        if m["number"]:
            yield at(passage, 0, m.end(), f"带括号的序号后面不加“{m['mark']}”", f"写成“{m['number']}”", m["number"])
        elif m["bare"]:
            yield at(passage, 0, m.end(), f"“{m['bare']}”后面用顿号", f"写成“{m['bare']}、”", f"{m['bare']}、")
        elif m["digits"]:
            yield at(passage, 0, m.end(), f"“{m['digits']}”后面用下脚点", f"写成“{m['digits']}.”", f"{m['digits']}.")


def _report(*lines: str) -> str:
    return "\n".join(("云州市水务局2025年工作总结", "2025年，工作平稳。", *lines))


def _of(numbers: Sequence[str]) -> Example:
    body = [f"{n}做好{name}工作\n开展{name}工作{i}次。" for i, (n, name) in enumerate(zip(numbers, ("供水", "排水", "节水"), strict=False), 3)]
    return Example(_report("一、主要做法", *body, "二、下一步打算", "继续努力。"))


_RUNNING_TEXT = Scope(RUNNING, (*QUOTES, *TITLES))

RULES = (
    Rule("number-gap", "标题序号不缺", Authority.REGULATION, ACCURATE, _gap, _of(("（一）", "（三）")), _of(("（一）", "（二）")), _HEADS),
    Rule(
        "number-form",
        "同级标题的序号一种写法",
        Authority.REGULATION,
        "GB/T 9704—2012 7.3.3",
        _mixed_form,
        _of(("（一）", "（二）", "3.")),
        _of(("（一）", "（二）", "（三）")),
        _HEADS,
    ),
    Rule(
        "number-repeat",
        "标题序号不重",
        Authority.REGULATION,
        ACCURATE,
        _repeat,
        _of(("（一）", "（二）", "（二）")),
        _of(("（一）", "（二）", "（三）")),
        _HEADS,
    ),
    Rule("lone-number", "只有一项的不编号", Authority.ADVICE, CONCISE, _lone, _of(("（一）",)), _of(("（一）", "（二）")), _HEADS),
    Rule(
        "point-order",
        "一是、二是不缺不重",
        Authority.REGULATION,
        ACCURATE,
        _point_order,
        Example("一是抓学习，学习9次。二是抓制度，修订3项。四是抓作风，督查4次。"),
        Example("一是抓学习，学习9次。二是抓制度，修订3项。三是抓作风，督查4次。"),
        _RUNNING_TEXT,
    ),
    Rule(
        "lone-point",
        "有“一是”就有“二是”",
        Authority.PRACTICE,
        CONCISE,
        _lone_point,
        Example("一是抓学习。组织集中学习9次。"),
        Example("一是抓学习，组织集中学习9次；二是抓制度，修订3项。"),
        _RUNNING_TEXT,
    ),
    Rule(
        "number-mark",
        "序号后面的标点用得对",
        Authority.STANDARD,
        "GB/T 9704—2012 7.3.3；GB/T 15834—2011 序次语",
        _mark,
        Example(_report("一、主要做法", "（一）、加强学习", "组织学习9次。")),
        Example(_report("一、主要做法", "（一）加强学习", "1.组织学习9次。")),
        Scope(RUNNING | {Part.HEADING}),
    ),
)

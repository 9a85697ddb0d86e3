"""Marks: in pairs, full width, one at a time, by GB/T 15834."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.still_open import OPEN
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE
from generator.chinese.numerals import DIVISION

_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "［": "］"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_NUMBERED = re.compile(r"(?:^|(?<=[。；：，\s]))(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]")


def _unpaired(subject: Subject) -> Iterator[Finding]:
    """Marks without a partner in their paragraph, nor in the next two: a quotation may run over paragraphs, and an export may break one."""
    lost = [(p, c, i) for p in subject.passages for c, i in _leftover(p)]
    waiting: dict[tuple[int, str], list[int]] = {}
    for n, (passage, c, _) in enumerate(lost):
        waiting.setdefault((passage.number, c), []).append(n)
    paired: set[int] = set()
    for n, (passage, c, i) in enumerate(lost):
        nearby = (waiting.get((passage.number + step, _PAIRS.get(c, "")), []) for step in range(1, _REACH + 1))
        partners = next((found for found in nearby if found), None)
        if partners:
            paired.add(partners.pop(0))
        elif n not in paired:
            yield _alone(passage, c, i)


_REACH = 2


def _leftover(passage: Passage) -> Iterator[tuple[str, int]]:
    """The marks of ``passage`` without a partner, with their offsets."""
    numbers = {m.end() - 1 for m in _NUMBERED.finditer(passage.text)}
    opened: list[tuple[str, int]] = []
    alone: list[tuple[str, int]] = []
    for i, c in enumerate(passage.text):
        if c in _PAIRS:
            opened.append((c, i))
        elif c in _CLOSERS and i not in numbers and not (c == "’" and passage.text[i + 1 : i + 3].isdecimal()):
            at_opener = next((n for n in reversed(range(len(opened))) if opened[n][0] == _CLOSERS[c]), None)
            if at_opener is None:
                alone.append((c, i))
            else:
                alone += opened[at_opener + 1 :]
                del opened[at_opener:]
    yield from sorted([*alone, *opened], key=lambda mark: mark[1])


def _alone(passage: Passage, c: str, i: int) -> Finding:
    partner = _PAIRS.get(c) or _CLOSERS[c]
    return at(passage, i, i + 1, f"“{c}”没有配对" if c not in "“”" else f"引号 {c} 没有配对", f"补上 {partner}，或删去 {c}")


_HALF = re.compile(
    r"(?<=[\u4e00-\u9fff”》）%％\d])(?P<mark>[,;:?!])(?=[\u4e00-\u9fff“《（])|(?<=[\u4e00-\u9fff”》）])(?P<end>[.,;:?!])(?=\d|$|[，。；：、！？])"
)
_FULL = dict(zip(",;:?!.", "，；：？！。", strict=True))
_DASH = re.compile(r"(?<=[\u4e00-\u9fff”》）])(?:-{2,}|\.{3,}|\.(?=[\u4e00-\u9fff“《]))")
_BRACKET = re.compile(r"\((?=[^()]{0,40}[\u4e00-\u9fff])([^()]{1,40})\)")


_DIVIDED = re.compile(rf"{DIVISION}(?P<mark>[.．,，、;；:：]?[ \u00a0\u3000]*)")
"""A number that opens an article or a chapter, with what stands behind it."""


def _half(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        divided = _DIVIDED.match(passage.text)
        numbered = max(passage.label, divided.end() if divided else 0)  # what stands behind a number ends no sentence
        if divided and divided["mark"][:1] in _FULL:
            said, mark = passage.text[: divided.start("mark")], divided["mark"]
            blank = "\u3000" if divided.end() < len(passage.text) else ""
            yield at(passage, divided.start("mark"), divided.end(), f"“{said}”后面是半角标点“{mark[0]}”", "序号后面不用标点，空一字", blank)
        for m in _HALF.finditer(passage.text, numbered):
            mark = m["mark"] or m["end"]
            if mark in ":" and re.search(r"\d$", passage.text[: m.start()]):
                continue
            yield at(passage, m.start(), m.end(), f"半角标点“{mark}”", f"改成全角“{_FULL[mark]}”", _FULL[mark])
        for m in _DASH.finditer(passage.text, numbered):
            right = "——" if m[0][0] == "-" else "……" if len(m[0]) > 1 else "。"
            yield at(passage, m.start(), m.end(), f"半角标点“{m[0]}”", f"改成“{right}”", right)
        for m in _BRACKET.finditer(passage.text):
            yield at(passage, m.start(), m.end(), "半角括号", "改成全角括号", f"（{m[1]}）")


_DOUBLED = re.compile(
    r"(?P<same>[，。；：、])(?P=same)+|(?P<two>[，、；：][，。；：、！？]|。[，；：、]|[！？][，。；、]|[。；！？][.,;](?!\d|\.)|。”[。；])"
)


def _doubled(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _DOUBLED.finditer(passage.text):
            kept = m["same"] or ""
            mend = f"留一个“{kept}”" if kept else f"“{m[0]}”里只留一个"
            yield at(passage, m.start(), m.end(), f"标点重了：“{m[0]}”", mend, kept or None)


def _no_comma(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in re.finditer(r"(?<=[”》])、(?=[“《])", passage.text):
            kind = "书名号" if passage.text[m.start() - 1] == "》" else "引号"
            if passage.text[m.end()] == {"》": "《", "”": "“"}[passage.text[m.start() - 1]]:
                yield at(passage, m.start(), m.end(), f"{kind}之间的顿号可以不用", "删去顿号", "")


def _and_so_on(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in re.finditer(r"(?:……|…|。。。|\.\.\.)等等?|等等?(?:……|…)", passage.text):
            yield at(passage, m.start(), m.end(), "省略号和“等”用了两样", "留一样", "等")
        for m in re.finditer("(?<![\u4e00-\u9fff]等)等等(?=[\u4e00-\u9fff])(?!看|再说|的)", passage.text):
            yield at(passage, m.start(), m.end(), "“等等”后面不接名词", "写成“等”", "等")


_BEFORE_SO_ON = re.compile(
    r"(?<![A-Za-z])(?P<mark>[、，])等(?:(?P<kind>单位|部门|工作|场所|问题|方面|活动|制度|设施|内容|人员|地区|领域|情况|形式|方式|措施|任务|事项|重点|环节|因素)"
    r"|(?=[，。；）\d多一二两三四五六七八九十]))"
)
"""A mark before the 等 that ends a list, with what it is a list of."""
_LISTED_BY_COMMAS = re.compile(r"[\u4e00-\u9fff]{2,4}，[\u4e00-\u9fff]{2,4}$")


def _before_and(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in re.finditer(r"、(?=(?:和|以?及)(?!谐|平|时|睦|衷|解|美|善|气|顺|畅|声|苑|若|康|安|田|龙|县|静|风|其|早|格|第))", passage.text):
            yield at(passage, m.start(), m.end(), "“和”“及”“以及”前面不用顿号", "删去顿号", "")
        for m in _BEFORE_SO_ON.finditer(passage.text):
            listed = _LISTED_BY_COMMAS.search(passage.text[: m.start()]) is not None
            if m["mark"] == "、" or (listed and m["kind"]):
                yield at(passage, *m.span("mark"), f"“等”前面不用{'顿号' if m['mark'] == '、' else '逗号'}", "删去", "")


def _quotes(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in re.finditer(r'"([^"]{1,40})"', passage.text):
            if re.search("[\u4e00-\u9fff]", m[1]):
                yield at(passage, m.start(), m.end(), "半角引号", "改成“ ”", f"“{m[1]}”")
        for m in re.finditer("「([^「」]{1,40})」|『([^『』]{1,40})』", passage.text):
            yield at(passage, m.start(), m.end(), "竖排用的引号", "横排改成“ ”", f"“{m[1] or m[2]}”")


def _no_stop(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        text = passage.text.rstrip()
        if len(text) > _SENTENCE and re.search("[，、]$", text):
            yield at(passage, len(text) - 1, len(text), f"一段的末尾是“{text[-1]}”", "改成句号，或把话说完")
        elif len(text) > _SENTENCE and re.search(r"[\u4e00-\u9fff\d%]$", text) and "。" in text and not re.search(r"\s\S{1,4}$", text):
            yield at(passage, len(text) - 1, len(text), "一段的末尾没有句号", "补上句号")


def _stray_space(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        if passage.text.rstrip()[-1:] not in "。！？；：":
            continue
        divided = _DIVIDED.match(passage.text)
        for m in _BLANK_WITHIN.finditer(passage.text):
            if OPEN.match(passage.text, m.start()) or (divided and m.start() < divided.end()):
                continue
            yield at(passage, m.start(), m.end(), "字里行间多了空格", "删去空格", "")
        for m in _CUT_FIGURE.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"数“{m[0]}”中间有空格，看不出是几", "核对后删去空格，或写成两个数")


_BLANK = r"[ \u00a0\u2009\u202f]+"
_CUT_FIGURE = re.compile(
    rf"(?<![\dA-Za-z.,—-])(?!\d{{1,3}}(?:{_BLANK}\d{{3}})+(?!{_BLANK}?\d))\d{{1,4}}{_BLANK}\d{{1,4}}(?=[余多]?[万亿]?(?:{MEASURE.pattern}))"
)
"""3 26件: no thousands, in which a blank may stand for the comma (GB/T 15835-2011, 5.1.3), and too short for a telephone."""
_MEASURED = rf"[余多]?[万亿]?(?:{MEASURE.pattern})"
_BLANK_WITHIN = re.compile(
    rf"(?<=[\u4e00-\u9fff，。；：、]){_BLANK}(?=[\u4e00-\u9fff，。；：、])"
    rf"|(?<=\d){_BLANK}(?={_MEASURED})|(?<=[\u4e00-\u9fff]){_BLANK}(?=\d[\d.,]*\s?{_MEASURED})"
)
"""A blank between two characters, or between a number and what it counts or what is counted: Chinese sets none."""


def _full_width_digits(subject: Subject) -> Iterator[Finding]:
    """Full-width digits in a report that writes most of them half width."""
    text = "".join(p.text for p in subject.passages)
    if len(re.findall("[０-９]", text)) >= len(re.findall("[0-9]", text)):
        return
    for passage in subject.passages:
        for m in re.finditer("[０-９．％]*[０-９][０-９．％]*", passage.text):
            half = "".join(chr(ord(c) - 0xFEE0) for c in m[0])
            yield at(passage, m.start(), m.end(), f"全角数字“{m[0]}”和半角数字混用", f"写成“{half}”", half)


_SENTENCE = 20
"""Characters from which a paragraph is a sentence and no line of a list."""
_MARKS = "GB/T 15834—2011"
_EVERY = frozenset(Part)

RULES = (
    Rule(
        "unpaired",
        "引号、括号、书名号成对",
        Authority.STANDARD,
        f"{_MARKS} 4.8、4.9、4.15",
        _unpaired,
        Example("落实“三会一课制度，印发《工作要点》（第3号）。"),
        Example("落实“三会一课”制度，印发《工作要点》（第3号）；1）学习；2）检查。"),
        Scope(_EVERY),
    ),
    Rule(
        "half-stop",
        "标点用全角",
        Authority.STANDARD,
        f"{_MARKS} 5.1",
        _half,
        Example("开展学习9次,形成报告3篇."),
        Example("开展学习9次，经费1,200元，上午9:30开始，占3.5%。"),
        Scope(_EVERY),
    ),
    Rule(
        "half-quotes",
        "引号用全角",
        Authority.STANDARD,
        f"{_MARKS} 4.8",
        _quotes,
        Example('落实"三会一课"制度。'),
        Example("落实“三会一课”制度。"),
        Scope(_EVERY),
    ),
    Rule(
        "stray-space",
        "字间没有多余的空格",
        Authority.ADVICE,
        f"{_MARKS} 5.1",
        _stray_space,
        Example("开展 主题党日9次，完成投资120 万元。"),
        Example("开展主题党日9次，编印 A4 手册，执行 5 GB 标准。"),
        Scope(RUNNING, QUOTES),
    ),
    Rule(
        "full-digits",
        "数字都用半角",
        Authority.ADVICE,
        "GB/T 15835—2011 5.1.7",
        _full_width_digits,
        Example("学习９次，研讨4次，走访12户。"),
        Example("学习9次，研讨4次。"),
        Scope(RUNNING),
    ),
    Rule(
        "doubled-mark",
        "标点不重",
        Authority.STANDARD,
        _MARKS,
        _doubled,
        Example("学习9次，，研讨4次。。"),
        Example("学习9次，研讨4次。"),
        Scope(_EVERY),
    ),
    Rule(
        "needless-comma",
        "引号、书名号之间不用顿号",
        Authority.ADVICE,
        f"{_MARKS} 4.5.3.5",
        _no_comma,
        Example("学习《条例》、《准则》。"),
        Example("学习《条例》《准则》（节选）、《办法》。"),
    ),
    Rule(
        "and-so-on",
        "省略号和“等”只用一样",
        Authority.STANDARD,
        f"{_MARKS} 省略号",
        _and_so_on,
        Example("走访企业、社区……等。"),
        Example("走访企业、社区等。"),
        Scope(RUNNING, QUOTES),
    ),
    Rule(
        "comma-and",
        "“和”“及”“等”前面不用顿号",
        Authority.ADVICE,
        f"{_MARKS} 4.5",
        _before_and,
        Example("走访企业、社区、和学校。"),
        Example("走访企业、社区和学校，促进和谐、和平。"),
        Scope(RUNNING, (*QUOTES, *TITLES)),
    ),
    Rule(
        "no-stop",
        "一段话有句末点号",
        Authority.STANDARD,
        f"{_MARKS} 4.1",
        _no_stop,
        Example("组织集中学习9次。开展专题研讨4次，形成调研报告3篇，"),
        Example("组织集中学习9次。开展专题研讨4次，形成调研报告3篇。"),
        Scope(RUNNING),
    ),
)

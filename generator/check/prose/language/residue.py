"""What no reader was to see: a program's codes, a chat assistant's talk, a template's instructions, who sent a part in, wordings not chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import CONCISE, REGULAR, TITLES, Example, Find, Finding, Rule, Scope, at
from generator.check.prose.still_open import BRACKET, OPEN, listed, noted
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE
from generator.chinese.verbs import heads_object
from generator.leftovers import CELL_ERRORS, FIELD_CODES, FIELD_ERRORS, GARBLED, MARKDOWN, VALUES_LACKING, WEB


def _left(kind: str, fault: str, mend: str) -> Find:
    """What finds, anywhere in a passage, what is listed as ``kind``."""

    def find(subject: Subject) -> Iterator[Finding]:
        for passage in subject.passages:
            for m in listed(subject, kind, passage.printed):
                yield at(passage, m.start(), m.end(), f"{fault}：“{m[0]}”", mend)

    return find


_SOFTWARE = (
    (re.compile(f"{FIELD_ERRORS}|{CELL_ERRORS}|{FIELD_CODES}"), "在 Word 里更新或删去这个域，改成要写的字"),
    (re.compile(f"{MARKDOWN}|{WEB}"), "删去 Markdown、网页的记号，用 Word 的格式"),
    (re.compile(VALUES_LACKING), "程序没有取到数，改成要写的数"),
    (re.compile(GARBLED), "照原稿重打"),
)


def _software(subject: Subject) -> Iterator[Finding]:
    """错误！未找到引用源。, **抓好学习**: codes of a program, and marks of Markdown and of the web."""
    for passage in subject.passages:
        for pattern, mend in _SOFTWARE:
            for m in pattern.finditer(passage.printed):
                yield at(passage, m.start(), m.end(), f"软件留下的字：“{m[0]}”", mend)


_INSTRUCTS = re.compile(r"(?:^|(?<=[。；]))(?:写作)?(?:要求|提示|写法|说明|模板说明|格式要求)：(?P<said>[^。]{4,80})")
_OF_PIECES = re.compile("每[篇幅封]")
"""What is asked of what others handed in, not of this report."""
_HEADS = frozenset({Part.TITLE, Part.HEADING})


def _template(subject: Subject) -> Iterator[Finding]:
    """二、存在的问题（不少于三条，要写具体）: how it was to be written, for the one who wrote it. What is told as open or as a note is told once."""
    for passage in subject.passages:
        told = [*noted(subject, passage.printed), *(m.span() for m in OPEN.finditer(passage.printed))]
        for m in (*BRACKET.finditer(passage.printed), *_INSTRUCTS.finditer(passage.printed)):
            kinds = ("写法", "写法题") if passage.part in _HEADS else ("写法",)
            apart = not any(start < m.end() and m.start() < end for start, end in told)
            if apart and not _OF_PIECES.search(m["said"]) and any(listed(subject, kind, m["said"]) for kind in kinds):
                yield at(passage, m.start(), m.end(), f"模板里的写作要求没有删：“{m[0]}”", "照着写好以后删去")


_SENT_IN = re.compile(
    r"(?:(?:供稿|撰稿|执笔|填报|拟稿|核稿)(?:人|单位|科室|部门)?|(?:报送|撰写|起草|整理|初审|审核|校对|经办|统计|联系)人)[：:]"
    r"[ ]?[\u4e00-\u9fff]{2,12}"
    r"|(?:[（(〔\[【]|——|—)[^（()）〔〕\[\]【】—，。；]{2,14}(?:供稿|撰稿|执笔|(?<=[\u4e00-\u9fff]{4})供)(?=[）)〕\]】，。；]|$)"
    r"|[（(〔\[【][\u4e00-\u9fff]{2,4}[ 　]?(?:提供|整理|填报|报送)[）)〕\]】]"
    r"|(?:以上|此段|本段|该段|本部分|该部分|这一?部分|以上材料|以上数据)由[^，。；]{2,12}(?:提供|供稿|撰写|填报|报送|核实)(?=[，。；）]|$)"
    r"|(?<![\d.])1[3-9]\d{9}(?!\d)"
)
_PHONE = re.compile(
    r"(?:^|(?<=[，。；、（( ]))(?:联系电话|电话|手机号?|内线|分机|座机)[：:]?[ ]?(?!0\d{2,3}[-—]\d)(?P<number>\d{3,12})"
    r"(?=$|[^\d.\u4e00-\u9fff]|[一二三四五六七八九十]是)"
)
"""A number with the code of its area is for anyone to call; what was left is an extension or a mobile."""
_NEAR = 4
"""Characters between who sent a part in and where to reach them."""
_HOTLINE = re.compile(r"1[12]\d|12\d{3}|9[56]\d{3,4}")
"""Numbers for anyone to call, of which reports tell."""


def _contributor(subject: Subject) -> Iterator[Finding]:
    """——资助中心王莉供，电话5231: who sent a part in, and where to reach them."""
    for passage in subject.passages:
        spots = list(_SENT_IN.finditer(passage.text))
        spots += [m for m in _PHONE.finditer(passage.text) if not _HOTLINE.fullmatch(m["number"])]
        if spots:
            first = min(spots, key=lambda m: m.start())
            end = max(m.end() for m in spots if m.start() <= first.end() + _NEAR)
            yield at(passage, first.start(), end, f"供稿人或者电话留在正文里：“{passage.text[first.start() : end]}”", "删去")


_EITHER = re.compile(r"(?P<one>[\u4e00-\u9fff]{2})(?:/|／|（或(?:者)?(?=[\u4e00-\u9fff]{2,6}）))(?P<other>[\u4e00-\u9fff]{2})")


_TWO_COUNTS = re.compile(rf"(?<![\d.])(?<!\d,)\d[\d.,]*(?P<by>[万亿]?(?:{MEASURE.pattern}))[/／]\d[\d.,]*(?P=by)")


def _either(subject: Subject) -> Iterator[Finding]:
    """力求/努力做到: two wordings of which one was to be chosen. Of two things (乡镇/街道) both may be meant."""
    offered = frozenset(word for row in subject.words.residue if row.kind == "两可" for word in row.first)
    for passage in subject.passages:
        for m in _EITHER.finditer(passage.text):
            if all(word in offered or heads_object(word) for word in (m["one"], m["other"])):
                yield at(passage, m.start(), m.end(), f"两种写法没有取舍：“{m[0]}”", "留一种")
        for m in _TWO_COUNTS.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"两个数没有取舍：“{m[0]}”", "留一个")


RULES = (
    Rule(
        "field-error",
        "没有软件留下的错误和代码",
        Authority.REGULATION,
        REGULAR,
        _software,
        Example("绘制流程图22张（见错误！未找到引用源。），修订制度3项。"),
        Example("纠正错误！防止再犯，找到3处引用错误。"),
        Scope(frozenset(Part)),
    ),
    Rule(
        "assistant-words",
        "没有聊天助手的套话",
        Authority.PRACTICE,
        CONCISE,
        _left("助手", "写作软件的话没有删", "删去；前面的内容逐条核对"),
        Example("组织学习9次。以上内容仅供参考，可根据贵单位实际情况调整修改。"),
        Example("以上工作取得实效，希望对企业有帮助，如需办理可以拨打12345热线，作为人工智能应用试点，可根据实际情况调整。"),
        Scope(frozenset(Part)),
    ),
    Rule(
        "template-words",
        "没有模板里的写作要求",
        Authority.PRACTICE,
        CONCISE,
        _template,
        Example("组织学习9次（写具体，每条不超过150字）。"),
        Example("组织学习9次（含专题研讨3次，每次不少于2小时），撰写心得（每篇1500字以上）36篇。"),
        Scope(RUNNING | _HEADS),
    ),
    Rule(
        "contributor",
        "没有供稿人和电话",
        Authority.PRACTICE,
        CONCISE,
        _contributor,
        Example("发放资金1873万元。——资助中心王莉供，电话5231"),
        Example("发放资金1873万元（由财政供养），公布监督电话12388，电话受理诉求36件，联系：学校、企业各3家。"),
        Scope(RUNNING | _HEADS),
    ),
    Rule(
        "either-word",
        "两种写法取舍过",
        Authority.PRACTICE,
        CONCISE,
        _either,
        Example("力求/努力做到事事有回音。"),
        Example("乡镇/街道全覆盖，浓度36微克/立方米，局长（或分管副局长）带队。"),
        Scope(RUNNING | {Part.HEADING}, TITLES),
    ),
)

"""One number, one date: digits or Han numerals, not both (GB/T 15835 5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE

_COUNT = re.compile(
    r"(?<![\d.])\d+(?:\.\d+)?[百千](?![万亿瓦克米伏升帕卡字焦分余多家强年里册亩])"
    r"|(?<![\d一二三四五六七八九])[一二三四五六七八九]++[百千]\d+"
)
_PER_CENT = re.compile(r"百分之\d[\d.]*")
_HAN = "[一二三四五六七八九十廿]"
_HAN_MONTH, _MONTH = "(?:十[一二]?|[一二三四五六七八九])月", r"(?<!\d)(?:1[0-2]|[1-9])月"
_OWN_CALENDAR = "(?<![正腊冬闰])(?<!农历)(?<!夏历)(?<!阴历)"
_DATE = re.compile(
    rf"{_OWN_CALENDAR}(?<!{_HAN}){_HAN_MONTH}\d{{1,2}}[日号]|{_MONTH}{_HAN}{{1,3}}[日号]"
    rf"|\d{{4}}年{_HAN_MONTH}(?!革命|三(?![十日号]))|(?<!{_HAN})[一二][〇○零一二三四五六七八九]{{3}}年{_MONTH}"
    r"|(?<!\d)[12](?=[\d〇○零一二三四五六七八九]{3}年)\d*[〇○零一二三四五六七八九][\d〇○零一二三四五六七八九]*年"
    rf"|{_MONTH}(?:\d{{1,2}}[日号])?(?:份)?[至到—～]{_HAN_MONTH}|{_OWN_CALENDAR}(?<!{_HAN}){_HAN_MONTH}(?:{_HAN}{{1,3}}[日号])?(?:份)?[至到—～]{_MONTH}"
    rf"|{_MONTH}\d{{1,2}}[日号][至到—～、和]{_HAN}{{1,3}}[日号]"
    r"|(?:上午|下午|[早晚]上?|凌晨|中午|[日号])\d{1,2}[时点][二三四五]十[一二三四五六七八九]?分"
)
_LETTER = re.compile(rf"(?<![A-Za-z\d.])(?=[OolI]*\d)[\dOolI]*[OolI][\dOolI]*(?=[年月日号%％]|[余多]?[万亿]?(?:{MEASURE.pattern}))")
_DIGITS = str.maketrans("OolI", "0011")
_ONE_FORM = "公历的年、月、日、时都用阿拉伯数字"


def _mixed(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _COUNT.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”汉字数字和阿拉伯数字混用", "除万、亿外，一个数里只用一种数字")
        for m in _LETTER.finditer(passage.text):
            right = m[0].translate(_DIGITS)
            yield at(passage, m.start(), m.end(), f"“{m[0]}”里有字母，应是“{right}”", "多半是识别或输入的错，改成数字", right)
        for m in _PER_CENT.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”汉字数字和阿拉伯数字混用", f"写成“{m[0][3:]}%”", f"{m[0][3:]}%")
        for m in _DATE.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"日期“{m[0]}”汉字数字和阿拉伯数字混用", _ONE_FORM)


RULES = (
    Rule(
        "mixed-numeral",
        "一个数、一个日期里只用一种数字",
        Authority.STANDARD,
        "GB/T 15835—2011 5.3",
        _mixed,
        Example("慰问群众3百人。"),
        Example("慰问群众300人，投入3.2万元，3月16日启动，农历八月十五前完成。"),
        Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES)),
    ),
)

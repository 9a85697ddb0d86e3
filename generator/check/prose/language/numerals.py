"""Numerals by GB/T 15835: one form at a time, years in full, ranges with their own mark, 二 and 两."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import QUOTES, REGULAR, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE, MEASURES

_STANDARD = "GB/T 15835—2011"
_ZERO = re.compile(r"(?<![一二三四五六七八九〇零])[一二][零〇一二三四五六七八九]{3}(?=年)")
_NOUGHT = re.compile(r"(?<![\d一二三四五六七八九〇零])(?=二[^年]{0,2}[0０Oo])二[0０Oo〇零一][一二三四五六七八九0０〇零]{2}(?=年)")
_BETWEEN = re.compile(r"(?<![\d.、])(?P<first>[1-9])、(?P<last>[1-9])(?=[个名人天年次件家岁块条项])")
_BETWEEN_HAN = re.compile(
    r"(?<![一二三四五六七八九十第、周期])(?P<pair>一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九)(?=[个名人天年次件家岁百千万十])(?!年级)"
)
_SHORT_YEAR = re.compile(r"(?<![\d.第])\d{2}年(?=\d{1,2}月|度|底)|(?<=[比较同于至到自])\d{2}年(?=增|减|上升|下降|提高|同期|以来|多|少|初|末)")
_HYPHEN = re.compile(
    r"(?<![\dA-Za-z.-])(?P<range>\d+(?:\.\d+)?[-~]\d+(?:\.\d+)?)(?=%|％|"
    + "|".join(m for m in MEASURES if m not in "年月日点分秒")
    + r"|月|岁)|(?<!\d)(?P<hours>\d{1,2}[:：]\d{2}[-~]\d{1,2}[:：]\d{2})"
    r"|(?<![\dA-Za-z.-])(?P<shares>\d+(?:\.\d+)?[%％][-~]\d+(?:\.\d+)?[%％])|(?<!\d)(?P<years>(?:19|20)\d{2}[-~](?:19|20)\d{2})(?=年|学年)"
)
_TWO = re.compile(
    r"(?<![第十百千万零〇一二三四五六七八九\d初])二(?=(?:个|名|位|家|件|场|份|种|张|座|辆|笔|台|栋|幢|户|株|篇|册|只)(?!体|性|人次|别|面))"
)
_TWO_TIMES = re.compile(
    r"(?<![第十百千万零〇一二三四五六七八九\d初每])(?:"
    r"二次(?=组织|召开|举办|开展|前往|赶赴|赴|到|邀请|走访|约谈|督查|修订|研究|听取|荣获|获|被|参加|深入|专题|带队|集中|联合|检查|调研|会商|提请|向|对|登门|上门|下[乡沉村])"
    r"|(?<=[\u4e00-\u9fff])(?<![周期])二次(?=[，。；]|$)|(?<=[\u4e00-\u9fff])二(?:天|周|小时)(?=[，。；]|$)|(?<=[时间期历限用])二年(?=[，。；多内间]|$)"
    r"|(?:(?<=召开)|(?<=举办)|(?<=开展)|(?<=组织))二次(?=会议|推进会|培训|演练|督查|检查|座谈会|专题)"
    r"|(?<=[织开办展访谈查究练习训商论动议研共计后别])二次(?=[，。；、]|以上|以下)"
    r"|二(?:项|条|套(?!首付|房|住房|贷款)|起|例|天|封|幅|艘|门|堂|节|棵|批次|场次|小时|平方米|公里|万元|亿元)(?![街巷路])|(?<=分)二(?=批)"
    r"|(?:(?<=[这了月分])|(?<=先后|上述|以下|下列|连续|接连|累计|经过|历经|遭遇|迎来|出现|组建|成立|派出|出动|抽调|组成|分成|分为))二(?:支(?![部队线行渠路])|支(?=队伍)|批|轮(?![承延])|次|类|组|队|个)"
    r"|二支(?=[\u4e00-\u9fff]{0,6}队伍)|(?<=组织)二批(?=干部|党员|职工|人员|教师|学生|村民|代表)"
    r")"
)
"""Where 二 counts; 二次 before a noun (二次供水) is one of a row, and 二期, 二级, 二组, 二轮 may be."""
_TWO_OF_A_LIST = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![第十百千万零〇一二三四五六七八九])(?P<said>二(?P<measure>[处所条座]))、[^，。；、\d]{2,12}\d+(?P=measure)"
    r"|(?<!\d)\d+(?P<measured>[处所条座])、[^，。；、\d]{2,12}(?<![第十百千万零〇一二三四五六七八九])(?P<again>二(?P=measured))(?=[，。；、])"
)
"""A place that may be the second of its kind (管理二处), in a list of which the other item is counted so."""
_ABOUT = re.compile(
    r"(?:约|近|大约|将近|超过|逾)[百千万]余(?=[名人家户件份次场])|(?:大约|约|大概)有?(?:近|将近|超|超过)(?=\d)|(?:约|近|大约|将近|超|超过|逾)\d[\d.,]*[百千万亿]?(?:余|多)"
)
_AROUND = re.compile(r"(?:约|大约|近|将近|超过|不少于|不低于)为?\d[\d.,]*[百千万亿]?[\u4e00-\u9fff%％]{1,4}?(?P<tail>左右|上下)")
_MORE = re.compile(
    r"(?<!\d)(?<!\d[.,])\d[\d.,]*+[百千万亿]?[余多][百千万亿]?[\u4e00-\u9fff]{1,3}?"
    r"(?P<tail>左右(?!岸|两)|上下(?![班联级游一来])|以上(?![级率缴报述市]))"
)
_LEAST = re.compile(r"(?:超过|逾|不少于|不低于|至少|不超过|最多)\d[\d.,]*[百千万亿]?[\u4e00-\u9fff%％]{0,4}?(?P<tail>以上|以下|以内)")
_FALL = re.compile(r"(?:减少|下降|降低|缩短|压减|压缩)(?:了|近|约)?(?:(?!提|增|升|扩)[\u4e00-\u9fff]){0,8}?(?:\d[\d.]*|[一二两三四五六七八九十]+)倍")


_HAN_COUNT = re.compile(
    r"(?<![第十百千万零〇一二三四五六七八九\d初余])(?:[一二三四五六七八九]千)?零?(?:[一二三四五六七八九]百)?零?(?:[二三四五六七八九]?十)[一二三四五六七八九]"
    "(?=名|人|家|户|件(?!事)|份|场|期|篇|台|辆|处|座|亩|吨|万元|元|公里|次(?!全))"
)
"""A count to the last unit; round numbers and the names of meetings and measures are often written in Han."""


def _han_count(subject: Subject) -> Iterator[Finding]:
    """三十八台车 in a report that counts in digits."""
    if not any(re.search(r"\d", p.text) for p in subject.passages):
        return
    for passage in subject.passages:
        for m in _HAN_COUNT.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"数“{m[0]}”用了汉字，别处用的是阿拉伯数字", "同类的数用同一种写法：计量用阿拉伯数字")
    yield from _small_count(subject)
    yield from _han_month(subject)


_SMALL_COUNT = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![第十百千万零〇一二三四五六七八九初余几数每头前后上下这那共同另近同届])[三四五六七八九](?=次|场|篇|名|家|件|份|台|座|起)(?!次全会|件事|家单位|名常委)"
    r"[次场期篇名家件份台座起](?=[，。；、])"
)
_MOSTLY_DIGITS = 12
"""Counts in digits for each such count in Han from which a report counts in digits."""


def _small_count(subject: Subject) -> Iterator[Finding]:
    """评议会九次 in a report that counts in digits everywhere else."""
    found = [(p, m) for p in subject.passages for m in _SMALL_COUNT.finditer(p.text)]
    digits = sum(len(re.findall(r"\d(?=次|场|期|篇|名|家|件|份|台|座|起)", p.text)) for p in subject.passages)
    if found and digits >= _MOSTLY_DIGITS * len(found):
        for passage, m in found:
            yield at(passage, m.start(), m.end(), f"数“{m[0]}”用了汉字，别处用的是阿拉伯数字", "同类的数用同一种写法：计量用阿拉伯数字")


_HAN_DATE = re.compile(r"^[二一][〇○零0Oo一二三四五六七八九\d]{3}年[一二三四五六七八九十\d]{1,3}月(?:[一二三四五六七八九十\d]{1,3}日)?$")
_POINTED = re.compile(r"^(?:19|20)\d{2}(?:[.．/-]\d{1,2}){1,2}[日号]?$|^(?:19|20)\d{2}年0\d月(?:\d{1,2}日)?$|^(?:19|20)\d{2}年\d{1,2}月0\d日$")


_AT_END = 4
"""Passages at the end among which the date stands, whatever it was read as."""


def _date_form(subject: Subject) -> Iterator[Finding]:
    """二〇二五年十二月二日, 2025.12.2, 2025年09月02日 as the date of signing."""
    for passage in subject.passages[-_AT_END:]:
        text = passage.text.strip()
        if _HAN_DATE.match(text):
            yield at(passage, 0, len(passage.text), f"成文日期“{text}”用了汉字", "用阿拉伯数字标全年、月、日")
        elif _POINTED.match(text):
            yield at(passage, 0, len(passage.text), f"成文日期“{text}”的写法不合规定", "写成 2025年1月5日 的样子：标全年、月、日，月、日不编虚位")


_HAN_MONTH = re.compile(
    "(?<![一二三四五六七八九十正腊冬历])(?:十[一二]|[一二三四五六七八九十])月(?:[一二三四五六七八九十]{1,3}[日号]|(?=至|份|底|以来|中旬|上旬|下旬))(?!革命|节|会)"
    "|(?:^|(?<=[，。；：年]))(?:十[一二]|[一二三四五六七八九十])月(?=，)"
)


def _han_month(subject: Subject) -> Iterator[Finding]:
    """三月至七月, 五月八日 of the calendar that is in use."""
    if not any(re.search(r"\d月", p.printed) for p in subject.whole):
        return
    for passage in subject.passages:
        for m in _HAN_MONTH.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"公历日期“{m[0]}”用了汉字，别处用的是阿拉伯数字", "公历的年、月、日用阿拉伯数字")


def _zero(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _ZERO.finditer(passage.text):
            if "零" in m[0]:
                right = m[0].replace("零", "〇")
                yield at(passage, m.start(), m.end(), f"年份“{m[0]}”里的“零”应写“〇”", f"写成“{right}”", right)
        for m in _NOUGHT.finditer(passage.text):
            right = re.sub("[0０Oo]", "〇", m[0])
            yield at(passage, m.start(), m.end(), f"年份“{m[0]}”里的零应写“〇”", f"写成“{right}”", right)


def _between(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for pattern in (_BETWEEN, _BETWEEN_HAN):
            for m in pattern.finditer(passage.text):
                numbers = m[0].replace("、", "")
                if not numbers.isdecimal() or int(numbers[1]) == int(numbers[0]) + 1:
                    yield at(passage, m.start(), m.end(), f"概数“{m[0]}”中间不用顿号", "相邻两数连用表示概数，用汉字，中间不加顿号")


_ODD_MORE = re.compile(rf"(?<![\d.,—～万亿百千])(?P<n>[1-9]|\d{{1,3}}[1-9])[余多](?=(?:{MEASURE.pattern})(?:[，。；、]|[\u4e00-\u9fff]))")


def _about(subject: Subject) -> Iterator[Finding]:
    yield from _between(subject)
    yield from _more_than_odd(subject)


def _more_than_odd(subject: Subject) -> Iterator[Finding]:
    """6余名, 23余家: 余 and 多 stand behind a round number."""
    for passage in subject.passages:
        for m in _ODD_MORE.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”：“余”“多”只跟在整十、整百的数后面", "写准数，或写成整数加“余”")


def _short_year(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _SHORT_YEAR.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"年份“{m[0]}”不能简写", "写四位数")


def _hyphen(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _HYPHEN.finditer(passage.text):
            right = m[0].replace("-", "—").replace("~", "～")
            yield at(passage, m.start(), m.end(), f"起止“{m[0]}”用了半角的短横、波纹", f"写成“{right}”", right)
    yield from _named_years(subject)


_YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}年?[-~](?:(?:19|20)\d{2}|\d{2})(?=年|学年|[）)])")


def _named_years(subject: Subject) -> Iterator[Finding]:
    """（2024-2026年） in the name of a plan, which is printed as the standard has it too."""
    for passage in subject.whole:
        for m in _YEARS.finditer(passage.printed):
            within = any(m.start() > o.start() and m.end() <= o.end() for o in re.finditer("《[^《》]*》|“[^“”]*”", passage.printed))
            if within or passage.part is Part.TITLE:
                right = m[0].replace("-", "—").replace("~", "～")
                yield at(passage, m.start(), m.end(), f"起止“{m[0]}”用了半角的短横、波纹", f"写成“{right}”", right)


def _two(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _TWO.finditer(passage.text):
            measure = passage.text[m.end()]
            yield at(passage, m.start(), m.end() + 1, f"“二{measure}”应为“两{measure}”", "量词前用“两”", f"两{measure}")
        for m in _TWO_TIMES.finditer(passage.text):
            right = "两" + m[0][1:]
            yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“{right}”", "量词前用“两”", right)
        for m in _TWO_OF_A_LIST.finditer(passage.text):
            start, measure = max(m.start("said"), m.start("again")), m["measure"] or m["measured"]
            yield at(passage, start, start + 2, f"“二{measure}”应为“两{measure}”", "量词前用“两”", f"两{measure}")
        for m in re.finditer(r"第两(?=[个次名条项批期轮届场])", passage.text):
            yield at(passage, m.start(), m.end(), "“第两”应为“第二”", "序数用“二”", "第二")
        for m in re.finditer(r"两(?=分之一)|(?<=百分之)两|(?<=十)两(?=[个名次项件家场])", passage.text):
            yield at(passage, m.start(), m.end(), "这里的“两”应为“二”", "分数、多位数里用“二”", "二")


def _twice(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for pattern in (_ABOUT, _AROUND, _MORE, _LEAST):
            for m in pattern.finditer(passage.text):
                yield at(passage, m.start(), m.end(), f"“{m[0]}”约数说了两次", "前后留一个")


def _fall(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _FALL.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”：减少不能说几倍", "写成百分之几或几分之几")


_TEXT = Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES))
_SIGNED = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n学习9次。\n二、打算\n继续推进。\n云州市水务局\n{}"

RULES = (
    Rule(
        "signed-form",
        "成文日期用阿拉伯数字，月、日不编虚位",
        Authority.STANDARD,
        "GB/T 9704—2012 7.3.5.4",
        _date_form,
        Example(_SIGNED.format("二〇二五年十二月二日")),
        Example(_SIGNED.format("2025年12月2日")),
        Scope(frozenset(Part)),
    ),
    Rule(
        "year-zero",
        "年份的零写〇",
        Authority.STANDARD,
        f"{_STANDARD} 5.2.5",
        _zero,
        Example("自二零二五年起推行。"),
        Example("自二〇二五年起推行，一二三四五年级都有。"),
        _TEXT,
    ),
    Rule(
        "han-count",
        "计量用阿拉伯数字",
        Authority.ADVICE,
        f"{_STANDARD} 4.1.1、5.1",
        _han_count,
        Example("出动车辆三十八台，参加演练120人。"),
        Example("出动车辆38台，参加演练120人，学习第二十三次全会精神，十多名党员报名。"),
        _TEXT,
    ),
    Rule(
        "approximate",
        "概数写得对",
        Authority.STANDARD,
        f"{_STANDARD} 5.2.1",
        _about,
        Example("每组三、四个人。"),
        Example("每组三四个人，第三、四季度推进。"),
        _TEXT,
    ),
    Rule(
        "short-year",
        "年份写全",
        Authority.STANDARD,
        f"{_STANDARD} 5.1.4",
        _short_year,
        Example("25年3月启动。"),
        Example("2025年3月启动，已满25年。"),
        _TEXT,
    ),
    Rule(
        "range-mark",
        "起止用一字线或浪纹线",
        Authority.STANDARD,
        f"{_STANDARD} 5.1.3",
        _hyphen,
        Example("每月学习3-5次。"),
        Example("每月学习3—5次，电话0000-1234。"),
        _TEXT,
    ),
    Rule(
        "two",
        "量词前用“两”",
        Authority.PRACTICE,
        "《现代汉语八百词》“二”“两”",
        _two,
        Example("设立二个服务点。"),
        Example("设立两个服务点，第二个在十二个村之间。"),
        _TEXT,
    ),
    Rule(
        "about-twice",
        "约数只说一次",
        Authority.PRACTICE,
        REGULAR,
        _twice,
        Example("约30余人参加，超过50次以上。"),
        Example("约30人参加，50次以上。"),
        _TEXT,
    ),
    Rule(
        "fall-in-times", "减少不说几倍", Authority.REGULATION, REGULAR, _fall, Example("投诉减少2倍。"), Example("投诉减少一半，办件增长2倍。"), _TEXT
    ),
)

"""What was left open: blanks, placeholders, claims that nobody has confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.residue import BRACKET, listed
from generator.check.prose.rule import ACCURATE, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE
from generator.report import BLANK_MARK, OFFERED

_COUNTS = rf"[百千万亿]?(?:{MEASURE.pattern})"
"""A measure word: what stands before it is to be a number."""
_COUNTS_NOUN = (
    "(?:名(?!单|称|录|额|牌|片|字|义|列)|家次|件(?!事)|项(?!目)|户(?!籍|外)|篇(?!章|幅)|起(?!草|到|步|来|点|航|诉)"
    "|人次|万元|亿元|万人|公里)[\u4e00-\u9fff]"
)
"""A measure word with what it counts, where neither begins another word."""
OPEN = re.compile(
    rf"{BLANK_MARK}|{OFFERED}|待补(?![\u4e00-\u9fff])|待补(?={_COUNTS})|[×xX＊*]{{2,}}(?![a-zA-Z])|[×＊*](?={_COUNTS}|[年月日])|_{{2,}}|＿{{2,}}"
    rf"|(?<![A-Za-z\d+＋])[NＮXＸ](?={_COUNTS})|[□■○●]{{2,}}|[□■](?={_COUNTS})"
    rf"|(?:(?<=\d年)|^)[ \u00a0\u3000]+月(?:[ \u00a0\u3000]*日)?|(?<=\d月)[ \u00a0\u3000]+日|年[ \u00a0\u3000]+月[ \u00a0\u3000]*日"
    rf"|(?<=[\u4e00-\u9fff])[ \u00a0\u3000]+(?=(?:{_COUNTS})(?:[，。；、：）]|$))|(?<=[\u4e00-\u9fff])[ \u00a0\u3000]+(?={_COUNTS_NOUN})"
    rf"|(?<=[\u4e00-\u9fff])…{{1,2}}(?={_COUNTS})|(?<![一二三四五六七八九十百千零\d〇])〇(?={_COUNTS})|(?<=\d月)日$|(?<=\d年)月(?:日)?$"
    r"|（(?:人数|数量|数字|金额|姓名|日期|地点|数据|比例|百分比|具体数字|具体数据|具体时间)）"
    rf"|[？?](?={_COUNTS})|[（(【\[〔](?:此处)?(?:插入?|附|配|见)?(?:图|表|照片|图片|表格|附图)[ ]?[\dxX一二三]*[）)】\]〕]"
    r"|[？?]{2,}|（[ 　]*）|\([ ]*\)|〇〇|[〔【\[][ 　]*[〕】\]]|TODO|此处(?:填写|补充|插入)|（(?:数据|数字|具体)?(?:待定|待核|待核实|待填|待补充)）"
)


def _blanks(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in OPEN.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"还有空没填：“{m[0]}”", "补上，或删去这一句")


_NOTE = re.compile(
    r"[（(【〔\[](?:[^（）()【】〔〕\[\]]{0,12}(?:此处|这里)[^（）()【】〔〕\[\]]{0,30}"
    r"|[^（）()【】〔〕\[\]]{0,12}(?:请|[待需]|尚需|需要|有待|要)[^（）()【】〔〕\[\]，。]{0,14}"
    r"(?:补充|补上|补齐|核实|核对|核准|确认|填写|填报|填入|提供|修改|把关|审核|斟酌|更新|替换|删除|统一|测算|报来|报送|定稿|核(?=[）)】〕])|核一下|核数|改定)[^（）()【】〔〕\[\]]{0,14}"
    r"|[^（）()【】〔〕\[\]]{0,14}(?:是否(?:保留|删除|属实|准确|写入|妥当)|口径不一|数据?存疑|存疑|供参考|去年数|上年数|去年的|旧数|估数|估算数|暂估|暂定|待更新|此句|本句|该句|此段|本段|这段|原稿|上一稿|第[一二三]稿|初稿|"
    r"数字?不准|数据?未报|未报来|没报|还没报)[^（）()【】〔〕\[\]]{0,20})[）)】〕\]]"
    r"|(?:^|(?<=[，。；]))(?:此处|这里)(?:请|需|待|应|要)?[^，。；]{0,8}(?:补充|填写|插入|核实|修改)[^，。；]{0,10}"
)


def _notes(subject: Subject) -> Iterator[Finding]:
    """（此处请财务科补充明细）: what the writers said to each other."""
    for passage in subject.passages:
        spots = {m.span() for m in _NOTE.finditer(passage.text)} | {m.span() for m in BRACKET.finditer(passage.text) if _asks(subject, m["said"])}
        for start, end in sorted(spots):
            yield at(passage, start, end, f"写稿人的批注留在正文里：“{passage.text[start:end]}”", "照办以后删去")


def _asks(subject: Subject, said: str) -> bool:
    """Whether a bracket asks something, or holds what writers note to themselves (刑侦报的是1543，以哪个为准？)."""
    return said.endswith(("？", "?")) or bool(listed(subject, "自注", said))


_ENDS_IN_COUNT = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![一二两三四五六七八九十百千万亿几数多余每各按以半整若干第近上约计位元为折是单])"
    r"(?P<measure>(?<!游客)(?<!旅客)(?<!乘客)(?<!观众)(?<!到馆)(?<!参观)(?<!客流)(?<!接待)人次|家次|户次|件次|[余多](?:名|家|人|件|个|户|项|万元|亿元|人次|场|次)|万元|亿元|万人次|万人|平方米|立方米)(?=[，。；])"
)


def _uncounted(subject: Subject) -> Iterator[Finding]:
    """培训党员人次, 整改隐患处: a measure word without its number."""
    for passage in subject.passages:
        found = {m.start("measure"): m for m in _ENDS_IN_COUNT.finditer(passage.text)}
        for row in (row for row in subject.words.uncounted if row.noun in passage.text):
            found |= {m.start("measure"): m for m in re.finditer(rf"{row.noun}(?P<measure>{'|'.join(row.measures)})(?=[，。；])", passage.text)}
        for _start, m in sorted(found.items()):
            yield at(passage, m.start(), m.end(), f"“{m['measure']}”前面没有数", "补上数，或删去这一句")


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
        "量词前面有数",
        Authority.PRACTICE,
        ACCURATE,
        _uncounted,
        Example("培训党员人次，整改隐患处。"),
        Example("培训党员86人次，整改隐患12处，投资数亿元，每万元产值能耗下降。"),
        Scope(RUNNING, TITLES),
    ),
)

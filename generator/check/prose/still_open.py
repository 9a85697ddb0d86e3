"""What in a text is still to come, or was meant for its writers alone: places still open, their notes, and what a list names of such words."""

from __future__ import annotations

import re
from functools import cache

from generator.check.prose.entries import Residue
from generator.check.prose.subject import Subject
from generator.chinese.measures import COUNTS_NOUN, MEASURE
from generator.report import BLANK_MARK, OFFERED

_COUNTS = rf"[百千万亿]?(?:{MEASURE.pattern})"
"""A measure word: what stands before it is to be a number."""
OPEN = re.compile(
    rf"{BLANK_MARK}|{OFFERED}|待补(?![\u4e00-\u9fff])|待补(?={_COUNTS})|[×xX＊*]{{2,}}(?![a-zA-Z])|[×＊*](?={_COUNTS}|[年月日])|_{{2,}}|＿{{2,}}"
    rf"|(?<![A-Za-z\d+＋])[NＮXＸ](?={_COUNTS})|[□■○●◯]{{2,}}|[□■](?={_COUNTS})"
    rf"|(?<![一二三四五六七八九十百千零\d○〇])[○◯](?={_COUNTS})"
    rf"|(?:(?<=\d年)|^)[ \u00a0\u3000]+月(?:[ \u00a0\u3000]*日)?|(?<=\d月)[ \u00a0\u3000]+日|年[ \u00a0\u3000]+月[ \u00a0\u3000]*日"
    rf"|(?<=[\u4e00-\u9fff])[ \u00a0\u3000]+(?=(?:{_COUNTS})(?:[，。；、：）]|$))|(?<=[\u4e00-\u9fff])[ \u00a0\u3000]+(?={COUNTS_NOUN})"
    rf"|(?<=[\u4e00-\u9fff])…{{1,2}}(?={_COUNTS})|(?<![一二三四五六七八九十百千零\d〇])〇(?={_COUNTS})|(?<=\d月)日$|(?<=\d年)月(?:日)?$"
    r"|（(?:人数|数量|数字|金额|姓名|日期|地点|数据|比例|百分比|具体数字|具体数据|具体时间)）"
    rf"|[？?](?={_COUNTS})|[（(【\[〔](?:此处)?(?:插入?|附|配|见)?(?:图|表|照片|图片|表格|附图)[ ]?[\dxX一二三]*[）)】\]〕]"
    r"|某某(?=同志|局|市|县|区|镇|村|街道|公司|单位|科)"
    r"|[？?]{2,}|\$\{[^{}]{0,20}\}|\{\{[^{}]{0,20}\}\}|(?<![\$\{])\{[\u4e00-\u9fff]{1,12}\}|此处省略[^，。；]{0,8}|^（略）。?$|（(?:以下|内容|下)略）"
    r"|[【〔\[［](?:待[填补定核报][写实充]?|请?(?:填写|输入|选择)[^】〕\]］]{0,12}|(?:单位|部门)名称|姓名|日期|职务|数字|数据|地点)[】〕\]］]"
    rf"|(?<!#)#{{2,}}(?={_COUNTS})|(?<=\d)\.[xX×]+(?=[%％万亿\u4e00-\u9fff])|[<＜〈][\u4e00-\u9fff]{{1,6}}[>＞〉](?={_COUNTS})|\$[A-Za-z_]\w{{0,20}}\$|（略）"
    r"|（[ 　]*）|《[ 　]*》|《[ 　]{2,}|“[ 　]*”"
    r"|\([ ]*\)|〇〇|[〔【\[][ 　]*[〕】\]]|TODO|此处(?:填写|补充|插入)|（(?:数据|数字|具体)?(?:待定|待核|待核实|待填|待补充)）"
)
"""What says of a place that something is to come there."""

BRACKET = re.compile(r"[（(【〔\[［](?P<said>[^（）()【】〔〕\[\]［］]{2,60})[）)】〕\]］]")
_BETWEEN = 40
"""Characters that may stand between the two halves of what was left."""


def listed(subject: Subject, kind: str, text: str) -> list[re.Match[str]]:
    """All of what is listed as ``kind`` in ``text``, in its order; of two that overlap the first."""
    rows = (row for row in subject.words.residue if row.kind == kind and any(word in text for word in row.first))
    found: list[re.Match[str]] = []
    for m in sorted((m for row in rows for m in _pattern(row).finditer(text)), key=lambda m: m.start()):
        if not found or m.start() >= found[-1].end():
            found.append(m)
    return found


@cache
def _pattern(row: Residue) -> re.Pattern[str]:
    first, then = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (row.first, row.then))
    return re.compile(f"(?:{first})" + (f"[^。\\n]{{0,{_BETWEEN}}}?(?:{then})" if then else ""))


_NOTE = re.compile(
    r"[（(【〔\[](?:[^（）()【】〔〕\[\]]{0,12}(?:此处|这里)[^（）()【】〔〕\[\]]{0,30}"
    r"|[^（）()【】〔〕\[\]]{0,12}(?:请|[待需]|尚需|需要|有待|要)[^（）()【】〔〕\[\]，。]{0,14}"
    r"(?:补充|补上|补齐|核实|核对|核准|确认|填写|填报|填入|提供|修改|把关|审核|斟酌|更新|替换|删除|统一|测算|报来|报送|定稿|核(?=[）)】〕])|核一下|核数|改定)[^（）()【】〔〕\[\]]{0,14}"
    r"|(?:未审|待审|未核|未定|初步数|预计数|核实|核对|确认|补充|重写|改写)(?=[）)】〕\]])|[\u4e00-\u9fff]{1,6}(?:科|室|股|处|办公室)[补报核](?:充|上|来|实)?(?=[）)】〕\]])"
    r"|[^（）()【】〔〕\[\]，。]{0,10}(?<!访)(?<!慰)(?<!询)[问找][^（）()【】〔〕\[\]，。]{0,4}(?:办公室|科|股|处|室|主任|科长|局长|同志|会计|小[\u4e00-\u9fff])"
    r"|[^（）()【】〔〕\[\]]{0,14}(?:是否(?:保留|删除|属实|准确|写入|妥当)|口径不一|数据?存疑|存疑|供参考|去年数|上年数|去年的|旧数|估数|估算数|暂估|暂定|待更新|此句|本句|该句|此段|本段|这段|原稿|上一稿|第[一二三]稿|初稿|"
    r"数字?不准|数据?未报|未报来|没报|还没报)[^（）()【】〔〕\[\]]{0,20})[）)】〕\]]"
    r"|(?:^|(?<=[，。；]))请(?:各|相关|有关)?(?:科室|单位|部门|同志|同事)?(?:予以|再|帮忙|抓紧)?(?:补充|补上|补齐|核实|核对|把关|斟酌)(?=[。，；]|$)"
    r"|[@＠](?!\d)[\u4e00-\u9fff]{2,4}(?=[ ，：])[ ，：]?[^，。；]{0,20}"
    r"|(?:^|(?<=[，。；]))(?:此处|这里)(?:请|需|待|应|要)?[^，。；]{0,8}(?:补充|填写|插入|核实|修改)[^，。；]{0,10}"
)


def noted(subject: Subject, text: str) -> list[tuple[int, int]]:
    """Where ``text`` holds what its writers said to each other, first to last; a bracket that is nothing but an open place (（待核实）) is none."""
    spots = {m.span() for m in _NOTE.finditer(text)} | {m.span() for m in BRACKET.finditer(text) if _asks(subject, m["said"])}
    return sorted(spot for spot in spots if not OPEN.fullmatch(text, *spot))


def _asks(subject: Subject, said: str) -> bool:
    """Whether a bracket asks something, or holds what writers note to themselves (刑侦报的是1543，以哪个为准？)."""
    return said.endswith(("？", "?")) or bool(listed(subject, "自注", said))

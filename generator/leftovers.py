"""What programs leave in a text and no writer meant: messages of fields and cells that failed, their words for nothing, codes of fields, marks of
Markdown and of web pages, characters decoded wrongly.

Patterns, as texts to be put together. The messages are those that Word and Excel print, in Chinese and in English; the marks those of CommonMark and
of HTML.
"""

from __future__ import annotations

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"

NOTHING = ("null", "NULL", "None", "NaN", "nan", "undefined")
"""What programs write where there is nothing."""
VALUES_LACKING = (
    rf"(?<![A-Za-z])(?:NaN|undefined)(?![A-Za-z])|(?<![A-Za-z])(?:{'|'.join(NOTHING)})(?=[次人个万])|\[object [^\]\n]{{0,20}}\]?|\(null\)"
)
"""The same where they fill in a number or a name: those that are words of no language, the others before what a number counts."""
CELL_ERRORS = r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!)"
FIELD_ERRORS = (
    r"(?:错误|Error)\s*[！!]\s*"
    r"(?:(?:未(?:找到|定义|指定|提供|知)|引用源|超链接引用|链接无效|文档|书签|嵌入对象|无法创建|不能通过|图片开关)[^，。；、）)\s]{0,16}"
    r"|[A-Z][^。\n]{0,40}?(?:found|defined|specified|document|valid|property)\b)"
    r"|未找到(?:目录项|图形项目表|索引项|引文目录项)|No table of contents entries found"
)
FIELD_CODES = "MERGEFORMAT|MERGEFIELD|HYPERLINK|PAGEREF|NUMPAGES"
GARBLED = "\ufffd|锟斤拷|烫烫烫"

BOLD = rf"\*\*(?=[^*\n]*[{_HAN}])[^*\n]{{1,200}}\*\*"
"""Stars alone are places left open."""
HEAD_SIGN = r"^#{1,6} (?=\S)"
LINK = r"!\[[^\]\n]{0,40}\]\(|\]\(https?:"
MARKDOWN = rf"{BOLD}|{HEAD_SIGN}|{LINK}|^[-*>] (?=[{_HAN}])|```\w*"
WEB = (
    r"(?i:</?(?:br|p|div|span|b|i|u|strong|em|font|a|img|sup|sub|table|t[dr]|h[1-6]|[uo]l|li)\b[^<>]{0,80}>"
    r"|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|hellip|emsp|ensp);)"
)
ESCAPES = rf"(?<=[{_HAN}，。；：])\\[nrt](?![A-Za-z])"
"""The end of a line as a program spells it."""
CUT_OUT = r"[\[［](?:图片|表格|表情|动画表情|视频|语音|文件|链接|照片|编辑)[\]］]"
"""What a chat or a page puts in the place of what cannot be copied from it."""
ANSWERED = (
    r"作为(?:一个|一名|您的)?(?:AI|人工智能|大?语言模型)[^，。]{0,8}(?=，我)|以下是(?:我?为您|根据您|按照?您)[^，。：]{0,20}"
    r"|希望(?:以上|上述|这份|这篇)[^，。]{0,12}对您有[^，。]{0,4}帮助|如(?:果您?)?(?:需要?|有)[^。]{0,24}请(?:随时)?告(?:诉|知)我"
)
"""What a machine that was asked for a text says to who asked."""

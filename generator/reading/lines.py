"""The lines of a report before any structure is seen: cleaned, free of page chrome, hard wraps joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.measures import COUNTS_NOUN, MEASURE
from generator.chinese.punctuation import HAN
from generator.limits import CHARACTERS, PARAGRAPHS
from generator.printed import LineKind

BLANKS = " \t\r\f\v\u3000\u00a0\ufeff\u200b\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
"""What parts words and shows nothing; pages of the web indent with \u2003 and \u2002 (&emsp;, &ensp;)."""


class SourceLine(Struct, frozen=True):
    """One paragraph of a file: its 1-based line and column there; ``kind`` and ``level`` where a Word style tells them."""

    number: int
    text: str
    column: int = 1
    kind: LineKind | None = None
    level: int = 0

    @property
    def styled(self) -> bool:
        return bool(self.kind or self.level)


_BROKEN = re.compile("[\v\x85\u2028\u2029]")
"""What some programs end lines with: editors of pages, and Word where it saves a break by hand as text."""


def unbroken(text: str) -> str:
    """``text`` with a newline for every sign that ends a line."""
    return _BROKEN.sub("\n", text)


def text_lines(text: str) -> Iterator[SourceLine]:
    """The lines of ``text``, each with its place among those that newlines end."""
    for number, written in enumerate(text.split("\n"), 1):
        column = 1
        for line in _BROKEN.split(written):
            yield SourceLine(number, line, column)
            column += len(line) + 1


def bounded(lines: Iterable[SourceLine]) -> tuple[list[SourceLine], int]:
    """The first of ``lines``, as many and as long as are read, and the number of the last where something is left out behind it, else 0."""
    kept, room = list[SourceLine](), CHARACTERS
    for line in lines:
        if not room or len(kept) == PARAGRAPHS:
            return kept, kept[-1].number
        if len(line.text) > room:
            return [*kept, replace(line, text=line.text[:room])], line.number
        kept.append(line)
        room -= len(line.text)
    return kept, 0


_CHROME = frozenset(
    """
    下载 打印 全屏 收藏 加大 还原 减小 【字号： 【字体： 】 【 | ×
    > 分享 分享： 分享: 分享到: 分享到： 分享到微信 首页 关闭窗口 打印本页 返回顶部 返回首页 上一篇 下一篇 【打印】 【关闭】
    [打印] [关闭] 搜索 检索 登录 注册 繁体 简体 无障碍 长者模式 无障碍浏览 适老化
    """.split()
)
_SIDE_BY_SIDE = frozenset("大 中 小 微信 微博 新浪微博 QQ QQ空间 朋友圈 微信好友 腾讯微博".split())
"""Buttons for the size of letters and for where to share a page, which stand one after another: one by itself is a word."""
_FIELD = (
    r"(您(现在|当前)?的?位置|当前位置|来源|信息来源|稿件来源|文章来源|时间|发布时间|发表时间|更新时间|发布日期|发文日期|浏览次数|浏览量|阅读次数|阅读量|阅读|点击数|点击量|点击次数"
    r"|责任编辑|编辑|编审|作者|供稿|撰稿|信息员|审核人?|校对|初审|复审|终审|二审|三审|字号|字体|索引号|信息分类|发布机构|技术支持|网站标识码|分享到?|打印)"
)
_LINK = "(关于我们|联系我们|网站地图|网站声明|无障碍浏览|隐私声明|设为首页|加入收藏)"
_BUTTON = r"[【\[(（]?\s*+(?:打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|收藏|返回|返回顶部|返回上一页|我要纠错|纠错|推荐|顶部|分享)\s*+[】\])）]?"
_SAID = rf"(?:(?!{_FIELD}[：:])[^，。；]){{0,40}}"
"""What stands behind a label, up to the next: were it free to take that in, a line of labels could be parted in too many ways."""
_SIZED = r"[【\[(（]?\s*+字[号体][：:]\s*+[大中小][大中小\s|]{0,8}+[】\])）]?"
_CHROME_LINE = re.compile(
    rf"[【\[（(]?\s*{_FIELD}\s*[：:].{{0,40}}|{_FIELD}[：:]{_SAID}({_FIELD}[：:]{_SAID})+"
    r"|[【\[]?字[号体][：:].{0,20}|[-—–－·•]{1,3}\s*\d{1,4}\s*[-—–－·•]{1,3}|第\s*\d+\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}"
    r"|\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}[:：]\d{2}([:：]\d{2})?|.{0,60}(记者|通讯员).{0,20}摄影?"
    r"|(首页|网站首页)\s*[>›»＞/-].{0,80}|[【\[]?\s*[大中小][\s|/]++[大中小][\s|/]++[大中小]\s*[】\]]?"
    r"|(上|下)一[篇条页]([：:].{0,60})?|[^。]{0,60}(版权所有|ICP备|公网安备|All Rights Reserved|Copyright).{0,60}"
    r"|附件下载[：:]?.{0,60}|[^。；]{1,60}\.(docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar)([（(][^（()）]{1,12}[）)])?"
    rf"|(?:{_BUTTON}|{_SIZED})(?:[\s|]*+(?:{_BUTTON}|{_SIZED}))*"
    rf"|点击上方.{{0,12}}(关注|订阅).{{0,6}}|(?:原创\s.{{0,40}}|\S{{2,20}}\s+)\d{{4}}-\d{{2}}-\d{{2}}\s\d{{2}}:\d{{2}}.{{0,10}}"
    rf"|{_LINK}([\s|　]+{_LINK})*|{_BUTTON}(?:[\s|]*+{_BUTTON})*",
    re.IGNORECASE,
)
_INDEX = re.compile(r"索引号?\s*[：:].{0,60}")
_INDEXED = re.compile(
    r"(名称|标题|文号|发文字号|公开日期|发布日期|生成日期|成文日期|有效性|效力状态|主题分类|主题词|关键词|公开方式|公开类别|公开范围|发布机构|发文机关|发文单位|制发机关"
    r"|信息分类|体裁分类|服务对象|索引号?)\s*[：:].{0,80}"
)
"""What a page that makes something public says of it in rows above it (索引号 among them)."""
_FOOT = re.compile(r".{0,60}(ICP备|公网安备|网站标识码|版权所有).{0,60}|主办(单位)?[：:].{0,40}|承办(单位)?[：:].{0,40}")
_ADDRESS = re.compile(r"(办公)?(地址|电话|联系电话|邮编|邮政编码)[：:].{2,60}")
"""The foot of a page, and what is part of it where such lines stand below."""
_BARE_LABEL = re.compile(r"(来源|时间|发布时间|发表时间|发布日期|作者|阅读量|当前位置|您的位置)[：:]")
_TRAILER = re.compile(
    r"相关(报道|文档|链接|新闻|阅读|附件|信息|文章|内容|解读|推荐)[：:]?|(猜你喜欢|热门推荐|延伸阅读|推荐阅读|网友评论|参考文献|参考资料)[：:]?"
    r"|[—-]*\s*(END|The End)\s*[—-]*|往期(推荐|回顾|精彩|文章).{0,6}|扫一扫.{0,20}|.{0,10}扫描二维码.{0,20}|注释|名词解释.{0,6}"
    r"|Public domain|本作品是.{0,30}的|注：中文维基文库.*|.{0,6}点击图片进入专题.{0,6}"
)
_CITATION = re.compile(r"(?<=[\u4e00-\u9fff”》）。，；、：！？])(?:\[\d{1,3}\]|［\d{1,3}］)+")
_SPACED = re.compile(r"(?:[\u4e00-\u9fff][ \u3000\u00a0]+){2,}[\u4e00-\u9fff](?![\u4e00-\u9fff])")
_GLOSS = re.compile(r"(?:\d{1,2}[.．、]|［\d{1,2}］)\s*[^。；，]{1,30}：")
_PARAGRAPH_GAP = re.compile(rf"(?<=\S)(?=[{BLANKS}]*?\u3000\u3000)[{BLANKS}]++(?=\S)")
_LEFT_OPEN = re.compile(rf"(?:{MEASURE.pattern})(?:[，。；、：）]|$|[{BLANKS}]+[月日])|{COUNTS_NOUN}")
_NUMBERED = re.compile(r"第?[一二三四五六七八九十]{1,3}[、章是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]")
_WRAP_WIDTH = 25
_FEWEST_GLOSSES = 5
_LONGEST_LABELLED = 30


def clean(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """Trimmed lines without empty ones and page chrome; paragraphs glued by wide gaps apart, hard-wrapped ones together.

    A line whose kind or level a Word style tells is taken as it stands.
    """
    kept = [_without_citations(line) for raw in lines for line in _split(raw) if line.text]
    return unwrapped(_without_chrome(_without_trailer(kept)))


def _without_citations(line: SourceLine) -> SourceLine:
    """``line`` without the marks of notes that a web page puts behind a word: ［2］ [2]."""
    text = _CITATION.sub("", line.text)
    return line if text == line.text else replace(line, text=text)


def closed_up(text: str) -> str:
    """``text`` without the blanks that set a short title wide: 工 作 总 结."""
    return _SPACED.sub(lambda found: re.sub(f"[{BLANKS}]", "", found[0]), text)


def _without_trailer(lines: list[SourceLine]) -> list[SourceLine]:
    """``lines`` up to what a web page hangs on their end: related news, a licence, a glossary of the terms used."""
    half = len(lines) // 2
    end = next((i for i, line in enumerate(lines) if i >= half and not line.styled and _TRAILER.fullmatch(line.text)), len(lines))
    glosses = end
    while glosses and not lines[glosses - 1].styled and _GLOSS.match(lines[glosses - 1].text):
        glosses -= 1
    return lines[: glosses if end - glosses >= _FEWEST_GLOSSES else end]


def _without_chrome(lines: list[SourceLine]) -> list[SourceLine]:
    """``lines`` without buttons, bylines and captions; what follows a bare label (来源：) or a crumb mark (>) goes with it."""
    kept: list[SourceLine] = []
    before = ""
    framed = {*_index(lines), *_foot(lines)}
    for n, line in enumerate(lines):
        follows = before == ">" or _BARE_LABEL.fullmatch(before) is not None
        labelled = follows and len(line.text) <= _LONGEST_LABELLED and line.text[-1] not in "。；！？：:"
        near = (*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2])
        beside_another = line.text in _SIDE_BY_SIDE and any(other.text in _SIDE_BY_SIDE for other in near)
        if line.styled or (not (beside_another or n in framed or _is_chrome(line.text)) and not (labelled and not _NUMBERED.match(line.text))):
            kept.append(line)
        before = line.text
    return kept


def _index(lines: list[SourceLine]) -> Iterator[int]:
    """The rows above a text that is made public, the number of its index among them."""
    at = next((n for n, line in enumerate(lines[:_NEAR_TOP]) if _INDEX.fullmatch(line.text)), None)
    if at is not None:
        yield from takewhile(lambda n: _INDEXED.fullmatch(lines[n].text), range(at, len(lines)))
        yield from takewhile(lambda n: _INDEXED.fullmatch(lines[n].text), range(at - 1, -1, -1))


def _foot(lines: list[SourceLine]) -> Iterator[int]:
    """The last lines of a page, which say whose it is and where to ask, where one of them is of no other text."""
    foot = list(takewhile(lambda n: _FOOT.fullmatch(lines[n].text) or _ADDRESS.fullmatch(lines[n].text), range(len(lines) - 1, -1, -1)))
    yield from foot if any(_FOOT.fullmatch(lines[n].text) for n in foot) else ()


_NEAR_TOP = 12


def _split(raw: SourceLine) -> Iterator[SourceLine]:
    start = 0
    gaps = [] if raw.styled else [gap for gap in _PARAGRAPH_GAP.finditer(raw.text) if not _to_be_filled(raw.text, gap)]
    for gap in [*gaps, None]:
        piece = raw.text[start : gap.start() if gap else None]
        indent = len(piece) - len(piece.lstrip(BLANKS))
        text = piece.strip(BLANKS)
        yield raw if text == raw.text else replace(raw, text=text, column=raw.column + start + indent)
        start = gap.end() if gap else 0


def _to_be_filled(text: str, gap: re.Match[str]) -> bool:
    """Whether ``gap`` is the place of a number that is still to come (转移群众　　人) instead of the indent of a paragraph."""
    return HAN.match(text[gap.start() - 1]) is not None and _LEFT_OPEN.match(text, gap.end()) is not None


def _is_chrome(text: str) -> bool:
    return text in _CHROME or _CHROME_LINE.fullmatch(text) is not None


def unwrapped(lines: list[SourceLine]) -> list[SourceLine]:
    """``lines``, none of them empty, with those joined that an export broke at a fixed width."""
    width = _wrapped_at(lines)
    out: list[SourceLine] = []
    last = 0.0
    for line in lines:
        if out and (_continues(out[-1], line) or (width and last >= width - _RAGGED and _breaks_off(out[-1], line))):
            out[-1] = replace(out[-1], text=out[-1].text + line.text)
        else:
            out.append(line)
        last = _printed(line.text) if width else 0
    return out


def _wrapped_at(lines: list[SourceLine]) -> float:
    """The width at which an export broke every line; 0 where the lines are paragraphs: then hardly two of the longest are alike."""
    lengths = sorted((_printed(line.text) for line in lines if not line.styled), reverse=True)
    width = lengths[len(lengths) // 20] if len(lengths) >= _FEWEST_LINES else 0
    full = sum(abs(length - width) <= _RAGGED for length in lengths)
    return width if _NARROWEST <= width <= _WIDEST and full >= len(lengths) * _MOSTLY else 0


def _printed(text: str) -> float:
    """The width of ``text`` in Han characters."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


_FEWEST_LINES, _NARROWEST, _WIDEST, _RAGGED, _MOSTLY = 8, 15, 60, 2.0, 0.4
"""Of a text with lines of one width: the fewest lines that show it, the Han characters of a line at least and at most, by how many they differ (a
stop does not open a line), and the share of lines that are full."""


def _breaks_off(before: SourceLine, line: SourceLine) -> bool:
    """Whether a full line goes on in the next: it ends in no stop, and what follows has no indent, number or style of its own."""
    return not (before.styled or line.styled or line.column > 1 or before.text[-1] in "。！？；：:”" or _NUMBERED.match(line.text))


def _continues(before: SourceLine, line: SourceLine) -> bool:
    """Whether ``line`` is the rest of a sentence that an export broke at a fixed width: a long line cut at a comma or inside a word, no indent."""
    if before.kind or line.kind or line.column > 1 or _NUMBERED.match(line.text) or _NUMBERED.match(before.text):
        return False
    in_clause = before.text[-1] in "，、" and len(before.text) >= _WRAP_WIDTH
    has_sentence = any(stop in before.text for stop in "，。；") and before.text[-1] not in "。！？；：:”》）"
    return in_clause or (has_sentence and len(before.text) >= _WRAP_WIDTH and line.text[-1] in "。；，")

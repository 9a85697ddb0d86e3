"""The lines of a report before any structure is seen: cleaned, free of page chrome, hard wraps joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.report import LineKind

BLANKS = " \t\r\f\v\u3000\u00a0\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One paragraph of a file: its 1-based line and column there; ``kind`` and ``level`` where a Word style tells them."""

    number: int
    text: str
    column: int = 1
    kind: LineKind | None = None
    level: int = 0


_CHROME = frozenset({"下载", "打印", "全屏", "收藏", "加大", "还原", "减小", "【字号：", "】", "分享", "分享：", "关闭窗口", "返回顶部"})
_CHROME_LINE = re.compile(
    r"(您的位置|当前位置|来源|时间|发布时间|发布日期|信息来源|浏览次数|责任编辑|字号)[：:].{0,40}"
    r"|【?字号[：:】].{0,20}|[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d+\s*页.{0,12}"
)
_PARAGRAPH_GAP = re.compile(r"(?<=\S)\u3000{2,}(?=\S)")
_NUMBERED = re.compile(r"第?[一二三四五六七八九十]{1,3}[、章是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]")
_SPACES = re.compile(rf"[{BLANKS}]{{2,}}")
_WRAP_WIDTH = 25


def clean(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """Trimmed lines without empty ones and page chrome; paragraphs glued by wide gaps apart, hard-wrapped ones together."""
    kept = [line for raw in lines for line in _split(raw) if line.text and not _is_chrome(line.text)]
    return _unwrap(kept)


def _split(raw: SourceLine) -> Iterator[SourceLine]:
    start = 0
    for gap in [*_PARAGRAPH_GAP.finditer(raw.text), None]:
        piece = raw.text[start : gap.start() if gap else None]
        indent = len(piece) - len(piece.lstrip(BLANKS))
        yield replace(raw, text=piece.strip(BLANKS), column=raw.column + start + indent)
        start = gap.end() if gap else 0


def _is_chrome(text: str) -> bool:
    return text in _CHROME or _CHROME_LINE.fullmatch(text) is not None


def _unwrap(lines: list[SourceLine]) -> list[SourceLine]:
    out: list[SourceLine] = []
    for line in lines:
        if out and _continues(out[-1], line):
            out[-1] = replace(out[-1], text=out[-1].text + line.text)
        else:
            out.append(line)
    return out


def _continues(before: SourceLine, line: SourceLine) -> bool:
    """Whether ``line`` is the rest of a sentence that an export broke at a fixed width: a long line cut at a comma or inside a word, no indent."""
    if before.kind or line.kind or line.column > 1 or _NUMBERED.match(line.text) or _NUMBERED.match(before.text):
        return False
    in_clause = before.text[-1] in "，、" and len(before.text) >= _WRAP_WIDTH
    has_sentence = any(stop in before.text for stop in "，。；") and before.text[-1] not in "。！？；：:”》）"
    return in_clause or (has_sentence and len(before.text) >= _WRAP_WIDTH and line.text[-1] in "。；，")

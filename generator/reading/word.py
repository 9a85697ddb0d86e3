"""Word files to ``Report``: by paragraph styles where the writer used them, by the numbers in the text everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.printed import TABLE_KINDS, LineKind
from generator.problems import Faults, Place, Problem, Severity
from generator.reading.body import BodyParagraph, Story, pending
from generator.reading.breaks import printed_lines
from generator.reading.elements import Element, tag
from generator.reading.inline import Unread
from generator.reading.letterhead import APART
from generator.reading.lines import SourceLine
from generator.reading.outline import contents_left_out, read_report
from generator.reading.package import opened
from generator.reading.styles import Styles
from generator.reading.tabled import Laid, laid_out, running_text
from generator.report import CELL, Report

_HEADING = re.compile(r"(?:heading|标题|小标题)\s*([1-4])|([一二三四])级标题", re.IGNORECASE)
_LEVELS = "一二三四"
_KINDS = {"title": LineKind.TITLE, "date": LineKind.DATE, "signature": LineKind.SIGNATURE, "公文正文": LineKind.BODY} | {
    str(kind): kind for kind in LineKind if kind not in (LineKind.HEADING, LineKind.BODY)
}


def read_word(name: str, data: bytes) -> tuple[Report, list[Problem]]:
    """The report in a Word file (.docx, .docm, .dotx), its origins carrying ``name`` and the paragraph's number, and what is odd about it.

    Tracked changes that are pending count as made, with a hint. A file that is no such one gives an empty report and one error. Tables but for
    those of annexes in the tool's styles, notes, and text boxes but for the one that holds the 版记, are left out with a warning, unless nothing
    stands outside them. Never raises.
    """
    try:
        package = opened(name, data)
    except Faults as faults:
        return Report(name=name), list(faults.problems)
    story = Story.of(package)
    said = [line for found in story.paragraphs for line in _lines(found, story.styles)]
    boxes = [[line for found in box for line in _lines(found, story.styles)] for box in story.boxes]
    ours = [table for table in story.tables if _is_annex(table, story.styles)]
    rows = [row for table in ours for row in _rows(table, story.styles)]
    others = [table for table in story.tables if table not in ours]
    laid = [laid_out(table, [list(_lines(found, story.styles)) for found in table], running_text(said)) for table in others]
    tables = [[line for found in table for line in _lines(found, story.styles)] for table, held in zip(others, laid, strict=True) if held is None]
    rows += [line for held in laid if held for line in held.lines]
    known = [line for box in boxes for line in box if line.kind in APART]
    strange = [box for box in boxes if not any(line.kind in APART for line in box)]
    if not _any_text([said, rows]):
        said, strange, tables = _instead(strange, tables)
    report, problems = read_report(name, [*sorted([*said, *rows], key=lambda line: line.number), *known])
    contents = [contents_left_out(name, story.contents[0], len(story.contents))] if story.contents else []
    left_out = _left_out(name, story, {"box-left-out": _numbers(strange), "table-left-out": _numbers(tables)})
    return report, [
        *package.problems,
        *problems,
        *contents,
        *_laid(name, filter(None, laid)),
        *_pending(name, story.root),
        *left_out,
        *_unread(name, story),
    ]


def _laid(name: str, found: Iterable[Laid]) -> Iterator[Problem]:
    """The hint that a report was read out of a table, and which rows were not."""
    for held in found:
        others = f"，不成段的 {held.others} 行没有读" if held.others else ""
        hint = "没有读的，要算在稿内就移到正文里" if held.others else "核对先后次序；不对的，在 Word 里把表格转换为文本再试"
        yield Problem(Place(name, held.lines[0].number), "report-in-table", f"报告写在表格里，照行的次序读了{others}", hint, Severity.HINT)


def _is_annex(table: Sequence[BodyParagraph], styles: Styles) -> bool:
    """Whether the styles say that ``table`` is that of an annex."""
    return any(_style(styles, found.element)[0] in TABLE_KINDS for found in table)


def _rows(table: Sequence[BodyParagraph], styles: Styles) -> Iterator[SourceLine]:
    """One line for each row of an annex, with what parts cells between them."""
    for _, paragraphs in groupby(table, key=lambda found: next(found.element.iterancestors(tag("tr")))):
        row = list(paragraphs)
        cells = groupby(row, key=lambda found: next(found.element.iterancestors(tag("tc"))))
        text = CELL.join("".join(found.text.strip() for found in cell) for _, cell in cells)
        kinds = [_style(styles, found.element)[0] for found in row]
        yield SourceLine(row[0].number, text, 1, LineKind.TABLE_HEAD if LineKind.TABLE_HEAD in kinds else LineKind.TABLE_ROW)


Lines = list[SourceLine]


def _instead(boxes: list[Lines], tables: list[Lines]) -> tuple[Lines, list[Lines], list[Lines]]:
    """What to read where the body says nothing, and the boxes and tables still left out: some writers set a whole report in a table, or in boxes."""
    if _any_text(tables):
        return [line for table in tables for line in table], boxes, []
    return [line for box in boxes for line in box], [], tables


def _any_text(parts: Iterable[Lines]) -> bool:
    return any(line.text.strip() for part in parts for line in part)


def _numbers(parts: Iterable[Lines]) -> list[int]:
    return [part[0].number if part else 0 for part in parts]


def _lines(found: BodyParagraph, styles: Styles) -> Iterator[SourceLine]:
    kind, level = _style(styles, found.element)
    yield from printed_lines(SourceLine(found.number, found.text, 1, kind, level))


def _style(styles: Styles, paragraph: Element) -> tuple[LineKind | None, int]:
    """Kind and level by the nearest name of a style that tells them: an office's own styles are mostly based on Word's."""
    for name in styles.names(paragraph):
        match = _HEADING.fullmatch(name.strip())
        if match:
            return None, int(match[1]) if match[1] else _LEVELS.index(match[2]) + 1
        if (kind := _KINDS.get(name.strip().lower())) is not None:
            return kind, 0
    return None, 0


# --- what a reader should know ---------------------------------------------------------------------------------------------------------------

_OBJECT = tag("object")
_OBJECTS = {
    "note-left-out": (tag("footnoteReference"), tag("endnoteReference")),
    "object-left-out": (_OBJECT,),
    "picture-left-out": (
        "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
        "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
        "{urn:schemas-microsoft-com:vml}imagedata",
        "{urn:schemas-microsoft-com:vml}textpath",
        "{http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas}lockedCanvas",
        tag("contentPart"),
    ),
}
_LEFT_OUT = {
    "table-left-out": ("个表格", "表格里的事实请另行核对", Severity.WARNING),
    "box-left-out": ("个文本框", "框里的文字要算在稿内，就移到正文里", Severity.WARNING),
    "note-left-out": ("个脚注或尾注", "注里的话要算在稿内，就移到正文里", Severity.WARNING),
    "object-left-out": ("个嵌入的对象", "对象里的公式、表格要算在稿内，就在正文里写成文字", Severity.WARNING),
    "picture-left-out": ("幅图", "图里的文字要算在稿内，就在正文里写成文字", Severity.HINT),
}
_UNREAD = {
    Unread.CHUNK: ("chunk-left-out", "用 Word 打开，另存一份，嵌入的文件就成了正文"),
    Unread.FIELD: ("field-left-out", "在 Word 里选中它，按 Ctrl+Shift+F9 变成文字"),
    Unread.SIGN: ("sign-left-out", "在 Word 里换成普通字体的符号"),
    Unread.OTHER: ("unknown-left-out", "用 Word 打开，另存一份再试"),
    Unread.REST: ("rest-left-out", "分成几份再读"),
}


def _left_out(name: str, story: Story, counted: dict[str, list[int]]) -> Iterator[Problem]:
    found = counted | {code: _places(story, names) for code, names in _OBJECTS.items()}
    for code, (what, hint, severity) in _LEFT_OUT.items():
        if found[code]:
            yield Problem(Place(name, found[code][0]), code, f"有{len(found[code])}{what}没有读", hint, severity)


def _places(story: Story, names: tuple[str, ...]) -> list[int]:
    """The numbers of the paragraphs with elements of those names; what stands in an object belongs to it."""
    numbers = {found.element: found.number for found in story.paragraphs}
    stray = (e for e in story.root.iter(*names) if e.tag == _OBJECT or next(e.iterancestors(_OBJECT), None) is None)
    return [max((numbers.get(p, 0) for p in element.iterancestors(tag("p"))), default=0) for element in stray]


def _unread(name: str, story: Story) -> Iterator[Problem]:
    for what, numbers in story.unread.items():
        code, hint = _UNREAD[what]
        count = numbers[0] if what is Unread.REST else len(numbers)
        yield Problem(Place(name, numbers[0]), code, f"有{count}{what}没有读", hint, Severity.WARNING)


def _pending(name: str, body: Element) -> Iterator[Problem]:
    found = pending(body)
    counts = (("插入", found.inserted), ("删除", found.deleted), ("移动", found.moved))
    said = "、".join(f"{what}{count}处" for what, count in counts if count)
    if said:
        message = f"有修订还没有接受或拒绝：{said}"
        yield Problem(Place(name), "pending-changes", message, "都当作接受了来读；要拒绝的，先在 Word 里拒绝", Severity.HINT)

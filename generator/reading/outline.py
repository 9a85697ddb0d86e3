"""From cleaned lines to the tree: title, 导语, sections by their numbers, points, signature and date. Never fails on any text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct, field
from msgspec.structs import replace

from generator.chinese.lookalikes import folded
from generator.limits import PROBLEMS_OF_A_KIND
from generator.printable import seen
from generator.printed import LineKind, Region
from generator.problems import Place, Problem, Severity
from generator.reading.annexes import annexes, told_by_order, without_tables
from generator.reading.chapters import with_heads
from generator.reading.contents import rows
from generator.reading.decimals import levelled
from generator.reading.headings import Heading, chapter_roles, heading, own_roles, roles
from generator.reading.letterhead import APART, imprint, masthead, told_above
from generator.reading.lines import SourceLine, bounded, clean, closed_up
from generator.reading.points import Label, labels, lead_length, listed_items
from generator.reading.signed import ATTACHMENT, BESIDE, is_date, noted, parted, signed_undated, signers, told_below, without_blanks
from generator.report import BLANK_MARK, Blank, Block, Inline, Inlines, Origin, OriginKind, Paragraph, Point, Report, Role, Section, Text, plain


class _Part(Struct):
    """A section under construction."""

    head: Heading
    line: SourceLine
    body: list[SourceLine] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)


def read_report(name: str, lines: Iterable[SourceLine]) -> tuple[Report, list[Problem]]:
    """The report that ``lines`` hold and what is odd about its outline (warnings). Total: any text gives some report."""
    reader = _Reader(name)
    kept, last = bounded(lines)
    if last:
        reader.problems.append(Problem(Place(name, last), "rest-left-out", f"第{last}行（段）以后的内容没有读", "分成几份再读", Severity.WARNING))
    given = [replace(line, text=text) if (text := seen(folded(line.text))) != line.text else line for line in kept]
    listed = rows([line.text for line in given], frozenset(n for n, line in enumerate(given) if line.styled))
    if listed:
        reader.problems.append(contents_left_out(name, given[min(listed)].number, len(listed)))
    cleaned = levelled(told_above(told_below(without_tables(told_by_order(clean(line for i, line in enumerate(given) if i not in listed))))))
    report = reader.report([line for line in cleaned if line.kind not in APART])
    apart = [line for line in cleaned if line.kind in APART]
    if apart:
        say = reader.text
        report = replace(report, masthead=masthead(apart, say), imprint=imprint(apart, say), annexes=annexes(apart, say))
    return report, _told(sorted(set(reader.problems)))


def contents_left_out(name: str, line: int, count: int) -> Problem:
    """The hint that a table of contents was not read, which begins at ``line``."""
    return Problem(Place(name, line), "contents-left-out", f"目录没有读（{count}行）", "它说的都在正文里", Severity.HINT)


def tables_left_out(name: str, places: Sequence[int]) -> Problem:
    """The warning that tables were not read, which begin at these lines or paragraphs."""
    return Problem(Place(name, places[0]), "table-left-out", f"有{len(places)}个表格没有读", "表格里的事实请另行核对", Severity.WARNING)


def _told(problems: list[Problem]) -> list[Problem]:
    """``problems`` without those of a kind that has been told often enough, and how many those are."""
    told: list[Problem] = []
    counts = Counter[str]()
    for problem in problems:
        counts[problem.code] += 1
        if counts[problem.code] <= PROBLEMS_OF_A_KIND:
            told.append(problem)
    last = {problem.code: problem for problem in told}
    more = ((last[code], n) for code, n in counts.items() if n > PROBLEMS_OF_A_KIND)
    return [*told, *(replace(problem, message=f"这样的问题共 {n} 处，只列了前 {PROBLEMS_OF_A_KIND} 处") for problem, n in more)]


def _is_level(line: SourceLine) -> bool:
    return _head(line) is not None


def _head(line: SourceLine) -> Heading | None:
    """The heading that opens ``line``, unless a style says that it is something else."""
    return heading(line) if line.kind is None or line.kind.running or line.kind.region is not Region.MAIN else None


_TITLE_END = re.compile(
    r"(报告|总结|汇报|要点|情况|方案|计划|讲话|思路|材料|体会|通知|意见|小结|综述|清单|安排|打算|谋划|设想|部署|规划|任务|建议|办法|措施|述职|发言|致辞|简报"
    r"|自评|评估|自查|展望|讲稿|发言稿|讲话稿|预案|细则|函|请示|批复|决定|公告|通报|纪要|说明|典型|经验|做法|举措|台账)([（(].{1,12}[）)])?$"
)
_TITLE_WORD = re.compile(r"总结|报告|述职|汇报|计划|要点|思路")
_CLOSES = re.compile(
    r"(以上|特此|专此)(报告|汇报|情况|总结|函|请|是.{0,20}，请|.{0,12}(审议|审阅|批评指正))|.{0,6}(汇报|述职|报告|发言)完毕|谢谢(大家|各位)?[！!。]?$"
)
_CALL = re.compile(r"让我们.{0,12}(团结|携手|紧密|同心)")
_ADDRESS = re.compile(r"各位(代表|委员|同志|领导).{0,10}")
_ITEM = re.compile(r"(?:\d{1,2}[.．、]\s*)?")
_LONGEST_TITLE = 50


class _Reader:
    """Holds the name that origins carry and gathers problems; otherwise a set of functions from lines to parts of the tree."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.items = frozenset[SourceLine]()

    # --- the whole --------------------------------------------------------------------------------------------------

    def report(self, lines: list[SourceLine]) -> Report:
        end = noted(lines)
        report = self._signed(lines[:end])
        return replace(report, closing=(*report.closing, *(Paragraph(self.text(line)) for line in lines[end:])))

    def _signed(self, lines: list[SourceLine]) -> Report:
        """The report of ``lines`` that its date ends."""
        rest, attachments, signature, date = self._tail(lines)
        title, addressee, rest = self._front(rest)
        rest = with_heads(rest)
        self.items = frozenset(listed_items(rest))
        first = next((i for i, line in enumerate(rest) if _is_level(line) and line not in self.items), len(rest))
        lead, body = rest[:first], rest[first:]
        if not body:
            return self._without_sections(title, addressee, lead, attachments, signature, date)
        body, closing = _closing(body)
        parts = self._parts(body)
        given = chapter_roles([part.head.title for part in parts], plain(title))
        sections = tuple(self._section(part, own) for part, own in zip(parts, given, strict=True))
        paragraphs = tuple(Paragraph(self.text(line)) for line in lead)
        ending = tuple(Paragraph(self.text(line)) for line in closing)
        return Report(title, addressee, paragraphs, sections, ending, attachments, signature, date, self.name)

    def _without_sections(
        self, title: Inlines, addressee: Inlines, lines: list[SourceLine], attachments: tuple[Inlines, ...], signature: Inlines, date: Inlines
    ) -> Report:
        """A report without headings: its first paragraph leads, the rest stands in one section without a number."""
        body, closing = _closing(lines)
        if lines:
            self._warn(lines[0], "no-headings", "没有认出标题层次", "大标题用 一、二、三、，或用“标题 1”样式")
        first, *chapters = _by_labels(body)
        lead, told = _led(first.lines)
        if chapters and not told:
            lead, told = [], lead
        sections = (Section(1, "", (), frozenset(), self._blocks(told)),) if told else ()
        named = tuple(
            Section(1, "", self.text(c.lines[0], 0, c.title), own_roles(c.lines[0].text[: c.title]), self._blocks(c.rest), run_in=True)
            for c in chapters
        )
        ending = tuple(Paragraph(self.text(line)) for line in closing)
        opening = tuple(Paragraph(self.text(line)) for line in lead)
        return Report(title, addressee, opening, (*sections, *named), ending, attachments, signature, date, self.name)

    def _front(self, lines: list[SourceLine]) -> tuple[Inlines, Inlines, list[SourceLine]]:
        size = _title_length(lines)
        title = tuple(t for line in lines[:size] for t in self.text(replace(line, text=closed_up(line.text))))
        rest = lines[size:]
        at = next((i for i, line in enumerate(rest[:8]) if _is_addressee(line)), None)
        if at is None or any(_is_level(line) for line in rest[:at]):
            return title, (), rest
        line = rest[at]
        addressee = self.text(line, 0, len(line.text.rstrip("：:")))
        return title, addressee, rest[:at] + rest[at + 1 :]

    def _tail(self, lines: list[SourceLine]) -> tuple[list[SourceLine], tuple[Inlines, ...], Inlines, Inlines]:
        rest = parted(lines)
        signed: Inlines = ()
        dated: Inlines = ()
        if len(rest) > 1 and is_date(rest[-1]):
            dated = self.text(without_blanks(rest.pop()))
        signing = signers(rest) if dated else int(signed_undated(rest))
        for n, line in enumerate(rest[len(rest) - signing :]):
            signed += ((Text(BESIDE),) if n else ()) + self.text(replace(line, text=closed_up(line.text)))
        rest = rest[: len(rest) - signing]
        at = next((i for i, line in enumerate(rest) if i and ATTACHMENT.match(line.text)), None)
        if at is None or len(rest) - at > 12:
            return rest, (), signed, dated
        named = tuple(self._attachment(line) for line in rest[at:])
        return rest[:at], tuple(filter(None, named)) or named, signed, dated

    def _attachment(self, line: SourceLine) -> Inlines:
        head = ATTACHMENT.match(line.text)
        start = head.end() if head else 0
        item = _ITEM.match(line.text, start)
        return self.text(line, item.end() if item else start)

    # --- sections ---------------------------------------------------------------------------------------------------

    def _parts(self, lines: list[SourceLine]) -> list[_Part]:
        """Parts nested by level; a heading closes every open part of its own or a deeper level."""
        top: list[_Part] = []
        open_parts: list[_Part] = []
        for line in lines:
            head = None if line in self.items else _head(line)
            if head is None:
                if open_parts:
                    open_parts[-1].body.append(line)
                continue
            while open_parts and open_parts[-1].head.level >= head.level:
                open_parts.pop()
            siblings = open_parts[-1].parts if open_parts else top
            part = _Part(head, line)
            self._check_number(siblings, part)
            siblings.append(part)
            open_parts.append(part)
        return top

    def _check_number(self, siblings: list[_Part], part: _Part) -> None:
        ordinal = part.head.ordinal
        before = siblings[-1].head.ordinal if siblings else 0
        if not ordinal or ordinal == before + 1:
            return
        if ordinal == before:
            self._warn(part.line, "heading-repeated", f"标题序号“{part.head.number}”重复", "按位置读作下一个；请改正序号")
        elif ordinal == 1:
            self._warn(part.line, "heading-restart", f"标题序号从“{part.head.number}”重新开始", "前面可能少了一级大标题")
        else:
            self._warn(part.line, "heading-order", f"标题序号“{part.head.number}”不连续", "检查是否漏了一个标题")

    def _section(self, part: _Part, own: frozenset[Role]) -> Section:
        head, line = part.head, part.line
        body = [_tail_of(line, head.rest_at)] if head.rest else []
        return Section(
            head.level,
            head.number,
            self.text(line, head.title_at, head.title_at + len(head.title)),
            own,
            self._blocks(body + part.body),
            tuple(self._section(child, roles(child.head.title, own)) for child in part.parts),
            bool(head.rest),
        )

    # --- blocks -----------------------------------------------------------------------------------------------------

    def _blocks(self, lines: Sequence[SourceLine]) -> tuple[Block, ...]:
        found, skipping = labels([line.text for line in lines])
        for label in skipping:
            line = lines[label.paragraph]
            self._warn(line, "point-order", f"“{line.text[label.start : label.end]}”前面缺一点", "检查一是、二是的次序")
        blocks: list[Block] = []
        by_line = defaultdict[int, list[Label]](list)
        for label in found:
            by_line[label.paragraph].append(label)
        for i, line in enumerate(lines):
            blocks.extend(self._paragraph(line, by_line.get(i, [])))
        return tuple(blocks)

    def _paragraph(self, line: SourceLine, found: list[Label]) -> list[Block]:
        if not found:
            return [Paragraph(self.text(line))]
        blocks: list[Block] = [Paragraph(self.text(line, 0, found[0].start))] if found[0].start else []
        ends = [label.start for label in found[1:]] + [len(line.text)]
        for label, end in zip(found, ends, strict=True):
            blocks.append(self._point(line, label, end))
        return blocks

    def _point(self, line: SourceLine, label: Label, end: int) -> Point:
        cut = label.end + lead_length(line.text[label.end : end])
        return Point(self.text(line, label.start, label.end), self.text(line, label.end, cut), self.text(line, cut, end), run_in=label.start > 0)

    def text(self, line: SourceLine, start: int = 0, end: int | None = None) -> Inlines:
        """The characters of ``line`` from ``start`` to ``end`` with their origins, marks of blanks as blanks."""
        text = line.text[start:end]
        pieces = [piece for piece in _BLANK.split(text) if piece]
        at = accumulate((len(piece) for piece in pieces), initial=line.column + start)
        origins = (Origin(OriginKind.REPORT, self.name, line.number, column) for column in at)
        return tuple(_inline(piece, origin) for piece, origin in zip(pieces, origins, strict=False))

    def _warn(self, line: SourceLine, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Place(self.name, line.number, line.column), code, message, hint, Severity.WARNING))


_BLANK = re.compile(f"({BLANK_MARK})")


def _inline(text: str, origin: Origin) -> Inline:
    return Blank(text, origin) if text == BLANK_MARK else Text(text, origin)


def _tail_of(line: SourceLine, start: int) -> SourceLine:
    return SourceLine(line.number, line.text[start:], line.column + start)


class _Labelled(Struct):
    """Lines, the first of which opens with the ``title`` (so many characters) of a part and a mark behind it; 0: with none."""

    lines: list[SourceLine]
    title: int = 0

    @property
    def rest(self) -> list[SourceLine]:
        return [_tail_of(self.lines[0], self.title + 1), *self.lines[1:]]


_PART_LABEL = re.compile(
    "(?:^|(?<=。))(?P<title>(?:目前|当前|工作中|同时)?(?:仍|还)?(?:存在|面临)?的?(?:主要|突出)?的?(?:问题|不足|困难|短板)(?:和(?:不足|问题|困难|差距))?"
    "|(?:下一?步|今后|明年|来年|下一?阶段|下半年)的?(?:主要|重点)?(?:工作)?的?(?:打算|安排|计划|思路|措施|设想))[：:](?=.)"
)
"""What opens a part of a report without heads: 存在的主要问题：, 下一步打算：."""


def _by_labels(lines: Sequence[SourceLine]) -> list[_Labelled]:
    """``lines`` parted where one, or a sentence in one, opens with the title of a part; the first part has none."""
    found = [_Labelled([])]
    for line in lines:
        cuts = list(_PART_LABEL.finditer(line.text))
        ends = [m.start() for m in cuts] + [len(line.text)]
        if ends[0]:
            found[-1].lines.append(_cut(line, 0, ends[0]))
        found += [_Labelled([_cut(line, m.start(), end)], len(m["title"])) for m, end in zip(cuts, ends[1:], strict=True)]
    return found


def _cut(line: SourceLine, start: int, end: int) -> SourceLine:
    return replace(line, text=line.text[start:end], column=line.column + start) if (start, end) != (0, len(line.text)) else line


def _led(lines: list[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """What leads a report without heads, and what it tells: the first paragraph leads, up to the first of its points where it holds some."""
    points, _ = labels([lines[0].text]) if lines else ([], [])
    if not points:
        return lines[:1], lines[1:]
    at = points[0].start
    return ([_cut(lines[0], 0, at)] if at else []), [_cut(lines[0], at, len(lines[0].text)), *lines[1:]]


def _closing(lines: list[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """The last paragraph is the 结语 where it is short and says so (以上报告…, 特此报告), or calls on the audience (让我们…团结…)."""
    if len(lines) < 2 or not ((_CLOSES.match(lines[-1].text) and len(lines[-1].text) <= 60) or _CALL.search(lines[-1].text)):
        return lines, []
    start = len(lines) - (2 if len(lines) > 2 and _ADDRESS.fullmatch(lines[-2].text) else 1)
    return lines[:start], lines[start:]


def _title_length(lines: list[SourceLine]) -> int:
    """How many of the first lines are the title: those styled so, else the unstopped lines up to one that ends as titles do.

    A line that ends otherwise is the title where it names the kind of report and running text follows.
    """
    styled = next((i for i, line in enumerate(lines) if line.kind is not LineKind.TITLE), len(lines))
    if styled:
        return styled
    for i, line in enumerate(lines[:4]):
        text = closed_up(line.text)
        if _is_level(line) or len(text) > _LONGEST_TITLE or text[-1] in "。；，：:！？":
            return i if i and _TITLE_WORD.search(closed_up(lines[i - 1].text)) else 0
        if _TITLE_END.search(text):
            return i + 1 + (i + 1 < len(lines) and _goes_on(closed_up(lines[i + 1].text)))
    return 0


def _goes_on(text: str) -> bool:
    """Whether a line goes on with the title above it (暨2032年工作打算, 的报告)."""
    return text[0] in "暨及和与的" and len(text) <= _LONGEST_TITLE and _TITLE_END.search(text) is not None


def _is_addressee(line: SourceLine) -> bool:
    if line.kind is LineKind.ADDRESSEE:
        return True
    text = line.text
    if heading(line) is not None or own_roles(text) or re.match("现将|现就|根据|按照|为了?|关于|结合", text):
        return False
    return text[-1] in "：:" and len(text) <= 40 and not re.search(r"[。；]|如下|以下|主要|\d", text)

"""The facts file of this year, made of last year's report: its structure to be filled in, every old value open, what it said beside it as 去年.

A line that begins with ``# `` is an entry to put to use by itself, as in a new file (see ``facts.scaffold``); those of a whole point or block begin
with ``## ``, since one of them alone would belong to what stands above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from generator.chinese.calendar import TO, in_digits, is_year, moved_on
from generator.chinese.persons import Persons
from generator.facts.absent import OPEN
from generator.facts.scaffold import SCHEMA, noted
from generator.facts.spelt import spelt
from generator.patterns import late
from generator.recall.opened import Opener
from generator.recall.particulars import Particulars
from generator.recall.past import Past, PastPoint
from generator.recall.statements import Statement
from generator.recall.values import bare, values
from generator.recall.years import KeptBlock, KeptFact, KeptPoint
from generator.report import plain

Topic = Callable[[str], str]
"""Which topic of the bank a head speaks of; empty: none."""


class Recalled(Struct, frozen=True):
    """What a facts file is made of: ``kind`` is its 文种, ``needs`` the keys that this asks for, ``sources`` the reports' names, the latest first."""

    past: Past
    blocks: Sequence[KeptBlock]
    told: Particulars
    kind: str
    needs: Sequence[str]
    sources: Sequence[str]


def written(recalled: Recalled, opener: Opener, topic: Topic) -> str:
    """The text of the facts file. ``opener`` opens old values, ``topic`` names the topics of heads."""
    return "\n".join(_Writer(recalled, opener, topic).lines()) + "\n"


class _Writer(Struct, frozen=True):
    recalled: Recalled
    opener: Opener
    topic: Topic

    def lines(self) -> Iterator[str]:
        yield from self._opening()
        yield from self._heads()
        yield from self._aside()
        yield from ("", "做法:")
        for block in self.recalled.blocks:
            yield from _behind("## " if block.once else "", self._block(block))
        if not any(not block.once for block in self.recalled.blocks):
            yield from (f"  - 主题: {OPEN}", "    事实:", f"      - {OPEN}")
        yield from self._problems()
        yield from self._plans()

    # --- heads ---

    def _opening(self) -> Iterator[str]:
        yield f"# yaml-language-server: $schema={SCHEMA}"
        yield f"## {self.recalled.kind}的事实表，照 {'、'.join(self.recalled.sources)} 列出"
        yield f"## 今年的填在“{OPEN}”处，也可以用 nigao ask 一问一答；“去年”里是去年的数和话，对照用，从不印出。"
        yield "## 行末是去年稿子的第几行（Word 是第几段）。今年没有的事，整行删去。"
        if any(part.sounds for block in self.recalled.blocks for part in (block.loose, *block.points)):
            yield "## 前面有“# ”、注着“像套话”的，今年还要写就删去“# ”，填上今年的。"
        if any(block.once or any(fact.once for fact in block.facts) for block in self.recalled.blocks):
            yield "## 写过两年以上的直接列出，行末注着各年的数；只写过一次的前面有“# ”（整个要点、板块是“## ”），今年也有就删去。"

    def _heads(self) -> Iterator[str]:
        told = self.recalled.told
        yield f"文种: {self.recalled.kind}"
        if told.title:
            yield from self._title(told)
        yield "单位:"
        yield f"  全称: {spelt(told.full) if told.full else OPEN}"
        for name, value, example in (
            ("简称", told.short, "如 市水务局；不写用全称"),
            ("自称", told.self_name, "如 我局；不写用 我单位"),
            ("党组织", told.party, "如 局党组；不写用 党组"),
            ("业务", told.business, "主管什么，如 水务"),
            ("上级", told.superior, "如 市委、市政府"),
        ):
            yield f"  {name}: {spelt(value)}" if value else noted(f"  # {name}: {OPEN}", example)
        if told.branches:
            yield f"  支部: [{', '.join(map(spelt, told.branches))}]"
        if "报告人" in self.recalled.needs:
            yield from self._reporter(told)
        yield from self._formal()

    def _reporter(self, told: Particulars) -> Iterator[str]:
        """Who signed last year: the name stays, the post where it was told."""
        name, post = (spelt(given) if given else OPEN for given in (told.reporter, told.post))
        yield noted(f"报告人: {{姓名: {name}, 职务: {post}}}", f"去年：{told.reporter}，换了人就改" if told.reporter else "")

    def _title(self, told: Particulars) -> Iterator[str]:
        """The title moved on a year; another figure of last year's in it is open."""
        title, period = moved_on(told.title), moved_on(told.period)
        found = (value for value in values(title, self.opener.persons) if in_digits(value.text) not in period)
        old = [value for value in found if not all(map(is_year, _TO.split(value.text)))]
        for value in reversed(old):
            title = f"{title[: value.start]}{OPEN}{title[value.end :]}"
        yield noted(f"标题: {spelt(title)}", f"去年：{told.title}")

    def _formal(self) -> Iterator[str]:
        report, told = self.recalled.past.report, self.recalled.told
        if report.addressee:
            yield f"主送: {spelt(plain(report.addressee))}"
        period = moved_on(told.period)
        yield noted(f"时段: {spelt(period) if period else OPEN}", f"去年：{told.period}" if period else "如 2025年、2025年上半年")
        yield noted(f"{'' if report.date else '# '}成文日期: {OPEN}", f"去年：{plain(report.date)}" if report.date else "如 2025-12-22")
        if told.length:
            yield f"字数: {told.length}"
        yield noted(f"# 专题: [{OPEN}]", f"去年：{'；'.join(told.campaigns)}" if told.campaigns else "这一时期的专题、活动")
        if report.attachments:
            names = [self.opener.words(plain(name)) for name in report.attachments]
            yield from _listed("附件", names, "")

    def _aside(self) -> Iterator[str]:
        past = self.recalled.past
        words = [*(plain(p.inlines) for p in past.report.lead), *past.aside, *(plain(p.inlines) for p in past.report.closing)]
        yield from _listed("去年", words, "")

    # --- what was done ---

    def _block(self, block: KeptBlock) -> Iterator[str]:
        head = self.opener.words(block.head) if block.head else ""
        topic = block.topic or self._named(block.head, "，".join(p.head or "".join(f.said.text for f in p.facts[:1]) for p in block.points))
        first = f"主题: {spelt(topic)}" if topic else f"小标题: {spelt(head)}" if head else f"主题: {OPEN}"
        yield noted(f"  - {first}", _stood(block, head))
        if topic and head:
            yield f"    小标题: {spelt(head)}"
        yield from _listed("去年", () if block.year else self._said(block.head, block.loose), "    ")
        if block.loose.facts or block.loose.sounds or not block.points:
            yield "    事实:"
            yield from self._facts(block.loose, "      ", asks=not block.points)
        if block.points:
            yield "    要点:"
            for point in block.points:
                yield from _behind("## " if point.once and not block.once else "", self._point(point))
            if not block.asks:
                yield f"      - 事项: {OPEN}"

    def _named(self, head: str, below: str) -> str:
        """The topic that a head names, where what stands below it does not name another."""
        topic = self.topic(head)
        return topic if topic and topic == self.topic(f"{head}，{below}") else ""

    def _point(self, point: KeptPoint) -> Iterator[str]:
        head = self.opener.words(point.head) if point.head else ""
        yield noted(f"      - 事项: {spelt(head) if head else OPEN}", _stood(point, head))
        yield from _listed("去年", self._said(point.head, point), "        ")
        yield "        事实:"
        yield from self._facts(point, "          ")

    def _said(self, head: str, point: KeptPoint) -> tuple[str, ...]:
        """Last year's words in the place of a point: its head, where it could not be kept as it was, and its own sentences."""
        return point.own if point.year or self.opener.words(head) == head else (head, *point.own)

    def _facts(self, point: KeptPoint, indent: str, asks: bool = True) -> Iterator[str]:
        """The facts of ``point``; where none is to be filled in, one that is all open, if it ``asks`` for one."""
        lively = [fact for fact in point.facts if not fact.once or point.once]
        for fact in point.facts:
            entry = self._row(fact)
            yield noted(f"{indent}{'' if fact in lively else '# '}{entry}", _when(fact, self.opener.persons))
        for said in point.sounds:
            row = f"{indent}# - {{做了: {OPEN}, 去年: {spelt(said.text)}}}"
            yield noted(row, f"去年第 {said.line} 行，像套话")
        if asks and not lively:
            yield f"{indent}- {OPEN}"

    def _row(self, fact: KeptFact) -> str:
        entry = self.opener.entry(fact.said)
        if fact.year:
            entry.pop("去年", None)
        if fact.said.source:
            entry["来源"] = fact.said.source
        return f"- {{{', '.join(f'{key}: {spelt(value)}' for key, value in entry.items())}}}"

    # --- problems and plans ---

    def _problems(self) -> Iterator[str]:
        if self.recalled.past.problems:
            yield from ("", "问题:")
        for point in self.recalled.past.problems:
            first = f"主题: {spelt(point.topic)}" if point.topic else ""
            if first:
                yield f"  - {first}"
            yield noted(f"{'    ' if first else '  - '}表现: {OPEN}", f"去年第 {point.line} 行的问题解决了没有？今年还差在哪里？")
            yield from _listed("去年", [point.said.rstrip("；，;,")], "    ")

    def _plans(self) -> Iterator[str]:
        if self.recalled.past.plans:
            yield from ("", "打算:")
        for point in self.recalled.past.plans:
            yield from self._plan(point)

    def _plan(self, point: PastPoint) -> Iterator[str]:
        """A plan under its head of last year; one that is no more than a head is all to be said anew."""
        said = point.said.removeprefix(point.head).lstrip(_STOPS) if point.head else ""
        head = self.opener.words(point.head) if said else ""
        topic = point.topic or self._spoken(point.head, point.said)
        asked = noted(f"举措: [{OPEN}]", f"去年第 {point.line} 行的打算办成了没有？下一步怎样抓？")
        keys = [f"{key}: {spelt(value)}" for key, value in (("主题", topic), ("小标题", head)) if value]
        first, *more = [*keys, asked]
        yield f"  - {first}"
        yield from (f"    {line}" for line in more)
        kept = head == point.head
        yield from _listed("去年", [said if kept else point.head, *([] if kept else [said])] if said else [point.said], "    ")

    def _spoken(self, head: str, below: str) -> str:
        """The topic that a head names by the topic's own name; a head that has only words of it speaks of a thing of its own (建设智慧粮库)."""
        topic = self._named(head, below)
        return topic if topic in head or head == below.rstrip(_STOPS) else ""


_STOPS = "。；：，"
_TO = late(TO)


def _when(fact: KeptFact, persons: Persons) -> str:
    """Where the fact stood last year, or what its own year said, and what other years gave for it."""
    own = f"{fact.year}写过：{fact.said.text}" if fact.year else f"去年第 {fact.said.line} 行"
    others = [f"{year} {_given(said, fact.said, persons)}" for year, said in fact.others]
    apart = "；" if any("、" in other for other in others) else "、"
    return "；".join(filter(None, (own, apart.join(others))))


def _given(said: Statement, like: Statement, persons: Persons) -> str:
    """The value of ``said`` where all else is as in ``like``; otherwise its words."""
    return said.values[0].text if len(said.values) == 1 and bare(said.text, persons) == bare(like.text, persons) else said.text


def _stood(part: KeptBlock | KeptPoint, head: str) -> str:
    """Where a block or point stood last year, or in what year it was written, with the ``head`` it had where that is opened."""
    return f"{part.year}写过{f'：{part.head}' if part.head != head else ''}" if part.year else f"去年第 {part.line} 行"


def _listed(key: str, words: Sequence[str], indent: str) -> Iterator[str]:
    """A list of sentences under ``key``; nothing where there are none."""
    if words:
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {spelt(text)}" for text in words)


def _behind(mark: str, lines: Iterator[str]) -> Iterator[str]:
    """``lines`` behind ``mark``, which stands where their text begins."""
    for line in lines:
        text = line.lstrip(" ")
        yield f"{' ' * (len(line) - len(text))}{mark}{text}"

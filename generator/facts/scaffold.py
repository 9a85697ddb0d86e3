"""A facts file to fill in: the keys a 文种 needs, and under each 板块 what reports usually say there, as lines to uncomment.

What stands open is 待补, so that the file drafts from the first minute. A line that begins with ``# `` becomes an entry in its place when these two
characters go; a line that begins with ``##`` is only for reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.bank.bank import Bank
from generator.bank.offices import Office
from generator.bank.phrase import SLOT
from generator.bank.slots import LISTS, type_of
from generator.chinese.width import columns
from generator.facts.absent import OPEN
from generator.facts.sides import Side, sides_of_all
from generator.facts.usual import Usual, is_intention, is_shortcoming, report_count, usual_topics
from generator.facts.wanted import Wanted
from generator.yamlfile import dump, dump_rows

SCHEMA = "事实表.schema.json"
_NOTE_COLUMN = 44
_MOST_TOPICS = 4
_DUTIES = "责任落实"  # a reporter speaks of duties first


class About(Struct, frozen=True):
    """What is known of the office that a new file is for: its name, what it does (empty: the clerk will say), and the offices whose reports show the
    way."""

    unit: str = ""
    business: str = ""
    like: tuple[Office, ...] = ()

    @property
    def reports(self) -> frozenset[str]:
        return frozenset(report for office in self.like for report in office.reports)


NOBODY = About()


def usual_sides(bank: Bank, wanted: Wanted) -> tuple[Side, ...]:
    """What reports of all trades write of: first the topic that the 文种 is named for, if any."""
    return sides_of_all(bank, _DUTIES if wanted.first_person else bank.topic_of(wanted.kind))


def scaffold(wanted: Wanted, bank: Bank, sides: Sequence[Side], about: About = NOBODY) -> str:
    """The text of a new facts file of one 文种; ``sides`` are its 板块."""
    lines = [*_opening(wanted, bank, about), *_heads(wanted, about), "", "做法:"]
    for side in sides:
        lines += _block(side)
    if "问题" in wanted.lists:
        lines += ["", *_shortcomings(bank, wanted, about)]
    if "打算" in wanted.lists:
        lines += ["", *_intentions(bank, about)]
    return "\n".join(lines) + "\n"


def _opening(wanted: Wanted, bank: Bank, about: About) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={SCHEMA}"
    yield f"## {wanted.kind}的事实表"
    yield f"## “{OPEN}”是还没填的：填上就行；一时没有的留着，稿子里标黄，起草时列出行号。"
    yield "## “# ”开头的行用得上再用：删去行首的“# ”，把待补改成实数。写得再多，不删就不算数。"
    count = len(about.reports) or report_count(bank)
    whose = f"照相近的行当列出：{'、'.join(office.name for office in about.like)}；" if about.like else ""
    yield f"## {whose}行末注的是用语库里 {count} 份报告中有几份这样写。整块用不上的，连同下面各行一起删去。"


def _heads(wanted: Wanted, about: About) -> Iterator[str]:
    yield noted(f"文种: {wanted.kind}")
    yield "单位:"
    yield f"  全称: {about.unit}" if about.unit else noted(f"  全称: {OPEN}", "如 云州市水务局")
    yield noted(f"  # 简称: {OPEN}", "如 市水务局；不写用全称")
    yield noted(f"  # 自称: {OPEN}", "如 我局；不写用 我单位")
    yield noted(f"  # 党组织: {OPEN}", "如 局党组；不写用 党组")
    yield f"  业务: {about.business}" if about.business else noted(f"  # 业务: {OPEN}", "主管什么，如 水务")
    yield noted(f"  # 上级: {OPEN}", "如 市委、市政府")
    if "报告人" in wanted.needs:
        yield noted(f"报告人: {{姓名: {OPEN}, 职务: {OPEN}}}", "如 江月明；党组书记、局长；可以加 分工: 主持全面工作")
    yield _either("主送", wanted, "末尾不用写冒号")
    yield noted(f"时段: {OPEN}", "如 2025年、2025年上半年、2025年1—11月")
    yield noted(f"# 成文日期: {OPEN}", "如 2025-12-22")
    yield noted("# 字数: 3000", "想要的字数")
    yield noted(f"# 专题: [{OPEN}]", "这一时期的专题、活动")
    yield noted(f"# 导语: {OPEN}", "不写就自动拟")


def _either(key: str, wanted: Wanted, note: str) -> str:
    return noted(f"{key}: {OPEN}" if key in wanted.needs else f"# {key}: {OPEN}", note)


def _block(side: Side) -> Iterator[str]:
    matters = "、".join(side.matters)
    about = f"说的多是 {'、'.join(side.words)}；" if side.words else ""
    yield f"  - 主题: {side.name}" if side.name else noted(f"  - 主题: {OPEN}", f"{about}下面这些是哪方面的工作？起个名")
    yield noted(f"    # 小标题: {OPEN}", f"不写就自动拟；有的写 {side.heads[0]}" if side.heads else "不写就自动拟")
    yield "    要点:"
    yield noted(f"      - 事项: {OPEN}", f"抓了哪件事？如 {matters}" if matters else "抓了哪件事？")
    yield noted(f"        # 举措: [{OPEN}]", "自己的话，照印")
    yield "        事实:"
    for fact in side.facts:
        yield noted(f"          # {fact_row(fact)}", _reported(fact.support))
    yield noted(f"          # - {OPEN}", "别的事实")
    yield noted(f"      # - {OPEN}", "还抓了哪件事？有事实的照上面的样子写")


def fact_row(fact: Usual) -> str:
    """A fact as an entry of 事实 with its values open: in keys where the one count comes last, else as a sentence."""
    names = SLOT.findall(fact.text)
    kind, unit = type_of(names[-1])
    done = fact.text[: fact.text.index("{")] if "{" in fact.text else fact.text
    if len(names) == 1 and kind == "数" and unit != "%" and fact.text == f"{done}{{{names[0]}}}{unit}":
        return dump_rows([{"做了": done, "数": OPEN, "量": unit}]).strip()
    return dump([SLOT.sub(lambda m: _open(m[1]), fact.text)]).strip()


def _open(name: str) -> str:
    if type_of(name)[0] != "文件":
        return OPEN
    return f"《{OPEN}》《{OPEN}》" if name.rstrip("0123456789") in LISTS else f"《{OPEN}》"


def _shortcomings(bank: Bank, wanted: Wanted, about: About) -> Iterator[str]:
    yield "问题:"
    yield noted(f"  - 表现: {OPEN}", "最要紧的不足是什么？不会替你编")
    yield noted(f"    {'' if wanted.first_person else '# '}原因: {OPEN}", "为什么会这样？")
    for topic, support in list(usual_topics(bank, is_shortcoming, about.reports).items())[:_MOST_TOPICS]:
        yield noted(f"  # - {{主题: {topic}, 表现: {OPEN}}}", f"{topic}上还差在哪里？{_reported(support)}")


def _intentions(bank: Bank, about: About) -> Iterator[str]:
    yield "打算:"
    yield noted(f"  - 举措: [{OPEN}]", "下一步最要紧的事是什么？")
    for topic, support in list(usual_topics(bank, is_intention, about.reports).items())[:_MOST_TOPICS]:
        yield noted(f"  # - {{主题: {topic}, 举措: [{OPEN}]}}", f"{topic}下一步怎样抓？{_reported(support)}")


def _reported(support: int) -> str:
    return f"{support} 份报告写到"


def noted(line: str, note: str = "") -> str:
    """``line`` with a comment behind it, the comments of short lines in one column."""
    gap = max(2, _NOTE_COLUMN - columns(line))
    return f"{line}{' ' * gap}# {note}" if note else line

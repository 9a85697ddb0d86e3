"""A facts file to fill in: the keys a 文种 needs, and under each 板块 what reports usually say there, as lines to uncomment.

What stands open is 待补, so that the file drafts from the first minute. A line that begins with ``# `` becomes an entry in its place when these two
characters go; a line that begins with ``##`` is only for reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.bank.bank import Bank
from generator.bank.phrase import SLOT
from generator.bank.slots import LISTS, type_of
from generator.chinese.width import columns
from generator.facts.absent import OPEN
from generator.facts.usual import Usual, is_intention, is_practice, is_shortcoming, report_count, usual_facts, usual_matters, usual_topics
from generator.facts.wanted import Wanted
from generator.yamlfile import dump, dump_rows

SCHEMA = "事实表.schema.json"
_NOTE_COLUMN = 44
_MOST_FACTS = 8
_MOST_TOPICS = 4

# The sides of the work in the order in which a report takes them up; of each side the topic that most reports treat.
_SIDES = (
    ("政治建设",),
    ("理论武装", "主题教育", "意识形态"),
    ("组织建设", "支部建设"),
    ("队伍建设",),
    ("党风廉政", "作风建设"),
    ("业务融合", "群众服务", "示范带动"),
)
_DUTIES = "责任落实"  # a reporter speaks of duties first


def usual_blocks(bank: Bank, wanted: Wanted) -> tuple[str, ...]:
    """The topics of the usual 板块 of a report, in their order: first the one that the 文种 is named for, if any."""
    support = usual_topics(bank, is_practice)
    best = (max(side, key=lambda t: (support.get(t, 0), len(usual_facts(bank, t)))) for side in _SIDES)
    own = _DUTIES if wanted.first_person else bank.topic_of(wanted.kind)
    return tuple(dict.fromkeys(filter(None, (own, *best))))


def scaffold(wanted: Wanted, bank: Bank, topics: tuple[str, ...] = ()) -> str:
    """The text of a new facts file of one 文种; ``topics`` are its 板块, by default the usual ones."""
    lines = [*_opening(wanted, bank), *_heads(wanted), "", "做法:"]
    for topic in topics or usual_blocks(bank, wanted):
        lines += _block(bank, topic)
    if "问题" in wanted.lists:
        lines += ["", *_shortcomings(bank, wanted)]
    if "打算" in wanted.lists:
        lines += ["", *_intentions(bank)]
    return "\n".join(lines) + "\n"


def _opening(wanted: Wanted, bank: Bank) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={SCHEMA}"
    yield f"## {wanted.kind}的事实表"
    yield f"## “{OPEN}”是还没填的：填上就行；一时没有的留着，稿子里标黄，起草时列出行号。"
    yield "## “# ”开头的行用得上再用：删去行首的“# ”，把待补改成实数。写得再多，不删就不算数。"
    yield f"## 行末注的是用语库里 {report_count(bank)} 份报告中有几份这样写。整块用不上的，连同下面各行一起删去。"


def _heads(wanted: Wanted) -> Iterator[str]:
    yield noted(f"文种: {wanted.kind}")
    yield "单位:"
    yield noted(f"  全称: {OPEN}", "如 云州市水务局")
    yield noted(f"  # 简称: {OPEN}", "如 市水务局；不写用全称")
    yield noted(f"  # 自称: {OPEN}", "如 我局；不写用 我单位")
    yield noted(f"  # 党组织: {OPEN}", "如 局党组；不写用 党组")
    yield noted(f"  # 业务: {OPEN}", "主管什么，如 水务")
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


def _block(bank: Bank, topic: str) -> Iterator[str]:
    matters = "、".join(usual_matters(bank, topic))
    yield f"  - 主题: {topic}"
    yield noted(f"    # 小标题: {OPEN}", "不写就自动拟")
    yield "    要点:"
    yield noted(f"      - 事项: {OPEN}", f"抓了哪件事？如 {matters}" if matters else "抓了哪件事？")
    yield noted(f"        # 举措: [{OPEN}]", "自己的话，照印")
    yield "        事实:"
    for fact in usual_facts(bank, topic)[:_MOST_FACTS]:
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


def _shortcomings(bank: Bank, wanted: Wanted) -> Iterator[str]:
    yield "问题:"
    yield noted(f"  - 表现: {OPEN}", "最要紧的不足是什么？不会替你编")
    yield noted(f"    {'' if wanted.first_person else '# '}原因: {OPEN}", "为什么会这样？")
    for topic, support in list(usual_topics(bank, is_shortcoming).items())[:_MOST_TOPICS]:
        yield noted(f"  # - {{主题: {topic}, 表现: {OPEN}}}", f"{topic}上还差在哪里？{_reported(support)}")


def _intentions(bank: Bank) -> Iterator[str]:
    yield "打算:"
    yield noted(f"  - 举措: [{OPEN}]", "下一步最要紧的事是什么？")
    for topic, support in list(usual_topics(bank, is_intention).items())[:_MOST_TOPICS]:
        yield noted(f"  # - {{主题: {topic}, 举措: [{OPEN}]}}", f"{topic}下一步怎样抓？{_reported(support)}")


def _reported(support: int) -> str:
    return f"{support} 份报告写到"


def noted(line: str, note: str = "") -> str:
    """``line`` with a comment behind it, the comments of short lines in one column."""
    gap = max(2, _NOTE_COLUMN - columns(line))
    return f"{line}{' ' * gap}# {note}" if note else line

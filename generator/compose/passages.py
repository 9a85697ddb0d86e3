"""What a passage of a template may say: the unit's particulars, the period, and wording drawn from the bank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.bank.bank import Bank
from generator.bank.phrase import Kind
from generator.chinese.verbs import is_verbal_head
from generator.compose.chapters import name_of
from generator.compose.choose import Chooser
from generator.compose.pools import Pool, drawn
from generator.compose.spots import Spot
from generator.compose.statements import first_clause, strip_stop
from generator.facts.model import Facts, Period, Reporter, Unit
from generator.patterns import late
from generator.report import Inlines, Move, plain, sliced
from generator.template.model import Template
from generator.template.passage import Words, words

_RUNNING = (Kind.CLAUSE, Kind.TRANSITION)
"""What passages are made of: clauses, and those that only lead from one part to the next."""


def passage(name: str, facts: Facts, template: Template, chooser: Chooser, blocks: Sequence[Inlines] = ()) -> Inlines:
    """The passage of that name over ``facts``, whose blocks have the headings ``blocks``; its draws are remembered by ``chooser``."""
    return template.passages[name].render(_context(name, facts, chooser, blocks))


def _context(name: str, facts: Facts, chooser: Chooser, blocks: Sequence[Inlines]) -> Mapping[str, Any]:
    unit, reporter, period, values = facts.unit, facts.reporter, facts.period, chooser.values
    return {
        "单位": {
            "全称": words(unit.full),
            "简称": words(unit.short),
            "自称": Words(values.get("自称", ())),
            "党组织": words(unit.party),
            "支部": [words(b) for b in unit.branches],
            "业务": words(unit.business),
            "上级": words(unit.superior),
            "领导": _led(unit),
        },
        "报告人": _reporter(reporter, unit) if reporter else {},
        "时段": words(period.words) if period else Words(),
        "期": words(period.words) if period and period.first else Words(),
        "全年": _spans(period, 1, 12),
        "上半年": _spans(period, 1, 6),
        "问题": bool(facts.shortcomings),
        "打算": bool(facts.intentions),
        "主送": bool(facts.addressee),
        "字数": facts.length is not None,
        "党建": _is_of_the_party(facts),
        "专题": [words(t) for t in facts.themes],
        "板块": [words(b) for b in in_a_row(blocks)],
        "主题": [words(t) for t in chooser.once("主题", lambda: named_in_a_row(facts, chooser.bank))],
        "主语": Words(values.get("主语", ())),
        "用语": _drawing(name, facts, chooser),
        "择": lambda *variants: Words((chooser.pick(Spot(name, "择"), variants),)),
    }


_PARTY_WORK = late("党建|党的建设|从严治党")
_PARTY_BODIES = ("党委", "党组", "党总支", "党支部", "党工委")
_PARTY_OFFICES = late("直机关工委|机关党委|组织部")
"""How a title tells of Party work, how the name of a Party body ends, and whom reports on Party work are addressed to."""


def _is_of_the_party(facts: Facts) -> bool:
    """Whether the report is on Party work: its title says so, a Party body gives it, or one that sees to the Party work of others takes it."""
    titled, taken = _PARTY_WORK.search(plain(facts.title)), _PARTY_OFFICES.search(plain(facts.addressee))
    return bool(titled or taken) or plain(facts.unit.full).endswith(_PARTY_BODIES)


_LEADS = ("委", "政府", "党组", "管委会", "办事处")
_GUIDES = ("人大", "政协")
"""Bodies that lead a unit as such, and bodies that guide and never lead."""


def _led(unit: Unit) -> Words:
    """在…的坚强领导下 where all that stand over the unit lead it, 在…的指导下 where none does, else 在…的领导和指导下; empty where nobody is
    named."""
    names = [name for name in re.split("、|(?<=[委府局厅组会])和", plain(unit.superior)) if name]
    if not names:
        return Words()
    if all(any(body in name for body in _GUIDES) for name in names):
        return Words(("在", *unit.superior, "的指导下"))
    return Words(("在", *unit.superior, "的坚强领导下" if all(name.endswith(_LEADS) for name in names) else "的领导和指导下"))


_NAME = 4
"""Characters of the end of a unit's name that are its name."""
_GOVERNMENTS = tuple(f"{level}{body}" for level in "镇乡县区市" for body in ("人民政府", "政府"))
"""How a government is named after its place, whose Party committee is no part of it: 镇党委副书记 of 柳河镇人民政府."""
_ORGANS = late("[党团纪]|工会|机关|领导班子")
"""What a unit has that its post may be in."""


def _reporter(reporter: Reporter, unit: Unit) -> Mapping[str, Words]:
    """The reporter's particulars. 任职 is the unit and the post, the post alone where it begins as the unit's name ends (石门镇财政所所长) or names
    its own organ by its last word (水务局, 局党组书记); what both have is said once (街道办事处, 办事处副主任), as is the place of a government and
    of its Party committee."""
    full, post = plain(unit.full), plain(reporter.post)
    named = any(full.endswith(post[:n]) and (n >= _NAME or _ORGANS.match(post[n:])) for n in range(1, len(post)))
    both = next((n for n in range(len(post), 1, -1) if full.endswith(post[:n])), 0) or _of_the_place(full, post)
    return {
        "姓名": words(reporter.name),
        "职务": words(reporter.post),
        "任职": words(reporter.post if named else sliced(unit.full, 0, len(full) - both) + reporter.post),
        "分工": words(strip_stop(reporter.duties)),
    }


def _of_the_place(full: str, post: str) -> int:
    """Characters at the end of a government's ``full`` name that a ``post`` of the Party committee there stands for: 镇人民政府 before 镇党委."""
    body = next((name for name in _GOVERNMENTS if full.endswith(name)), "")
    return len(body) if body and post.startswith((f"{body[0]}党委", f"{body[0]}委")) else 0


_LEAST_BLOCKS, _MOST_BLOCKS, _MOST_TOPICS = 2, 5, 6
_LONGEST_NAME = 7
"""Characters of a heading's first clause that a lead can take up: one more, and it would say a clause of the report twice."""
_LONGEST_TOPIC = 9
"""Characters of a topic that is read as a name among names: 裁审衔接与办案质量."""
_LONGEST_ACT = 4
"""Characters of a verb with its object that is read as a name among names: 促消费, 服务群众."""
_ROW = 30
"""Characters of all of them together that are still read at a glance."""
_STANCES = ("坚持", "聚焦", "着力", "聚力", "突出", "围绕", "以", "把", "将", "让", "在", "使", "为")


def in_a_row(headings: Sequence[Inlines]) -> tuple[Inlines, ...]:
    """The first clauses of ``headings`` where a lead can name all in one breath (提升医疗质量、做好学科建设): short verb phrases, no two alike
    in their verb; else none."""
    firsts = tuple(map(first_clause, headings))
    said = [plain(f) for f in firsts]
    fitting = all(len(t) <= _LONGEST_NAME and is_verbal_head(t) and not t.startswith(_STANCES) for t in said)
    apart = len({t[:2] for t in said}) == len(said)
    return firsts if fitting and apart and _LEAST_BLOCKS <= len(said) <= _MOST_BLOCKS and sum(map(len, said)) <= _ROW else ()


def named_in_a_row(facts: Facts, bank: Bank) -> tuple[Inlines, ...]:
    """The topics of 做法 that a lead can name in one breath (归集扩面、住房保障): short nouns, as those of the bank are; a theme that it names
    already is left out, and where another topic would be, none is named."""
    themes = "，".join(map(plain, facts.themes))
    topics = {p.topic: p for p in facts.practices if not (p.topic and p.topic in themes)}
    fitting = _LEAST_BLOCKS <= len(topics) <= _MOST_TOPICS and all(_is_name(topic, bank) for topic in topics)
    return tuple(map(name_of, topics.values())) if fitting else ()


def _is_name(topic: str, bank: Bank) -> bool:
    named = len(topic) <= _LONGEST_ACT or (len(topic) <= _LONGEST_TOPIC and not bank.naming.says_what_is_done(topic))
    return topic in bank.topic_names() or (named and topic != "" and not topic.endswith("工作"))


def _spans(period: Period | None, first: int, last: int) -> bool:
    return bool(period and period.first and period.last and (period.first[1], period.last[1]) == (first, last))


def _drawing(name: str, facts: Facts, chooser: Chooser) -> Callable[[str, str], Words]:
    about = chooser.once("about", lambda: "，".join([*map(plain, facts.themes), *(p.text for p in facts.practices)]))
    times: Counter[str] = Counter()

    def draw(move: str, topic: str) -> Words:
        times[topic] += 1
        spot = Spot(name, topic if times[topic] == 1 else f"{topic}{times[topic]}")
        return Words(drawn(Pool(spot, _RUNNING, Move(move), topic, about), chooser))

    return draw

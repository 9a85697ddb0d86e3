"""How a gap is put to a clerk: where it is, what stands around it, what to answer, and what help there is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.facts.answers import example
from generator.facts.gaps import Gap
from generator.facts.growing import Growing
from generator.facts.hints import HERE
from generator.facts.model import Facts
from generator.report import Inlines, Text, plain

_STEP = re.compile(r"(\D+?)(?:\[(\d+)\])?(?:\.|$)")
_QUESTIONS = {
    "文种": "写哪种报告？",
    "全称": "单位的全称是什么？",
    "姓名": "报告人叫什么名字？",
    "职务": "报告人是什么职务？",
    "时段": "回顾的是哪个时段？",
    "成文日期": "哪天成文？",
    "主送": "主送哪个机关？",
    "主题": "先写一个板块：哪方面的工作？",
    "事项": "这一点抓了什么事？",
    "做了": "做了什么，多少？",
    "表现": "还有什么不足？",
    "原因": "原因是什么？",
    "成效": "有什么结果？",
    "小标题": "小标题怎么写？",
}
_LONGEST_NAME = 16
_CALLED = {"做法": "板块"}
"""What an entry of a list is called where the key names the whole."""


def prompt(gap: Gap, note: str) -> str:
    """What is asked and, in brackets, what an answer looks like; a ``note`` on the line that asks by itself is taken at its word."""
    return note if "？" in note and not any(gap.sentence) else f"{question(gap)}{hint(gap, note)}"


_ANOTHER = {
    "事实": ("这一点做了什么，多少？", "还做了什么，多少？"),
    "事项": ("这一块抓了哪件事？", "这一块还抓了哪件事？"),
    "主题": ("先写一个板块：哪方面的工作？", "还有哪方面的工作？"),
    "表现": ("还有什么不足？", "还有什么不足？"),
    "举措": ("下一步打算怎么做？", "下一步还打算怎么做？"),
}
"""What is asked for the first entry of a list, and for another."""
_MOST_USUAL = 4


def another(grown: Growing, said: Sequence[str]) -> str:
    """What is asked where a list may get one more entry, with what is usually ``said`` there."""
    first, more = _ANOTHER[grown.gap.key.name]
    return f"{more if grown.count else first}（没有了按回车）{usually(said)}"


def usually(said: Sequence[str]) -> str:
    """What is usually ``said``, on a line of its own below the question; nothing where that is not known."""
    return f"\n  常写的：{'；'.join(said[:_MOST_USUAL])}" if said else ""


def question(gap: Gap) -> str:
    """The sentence with the gap in it; for a value that is all open, what to say there."""
    before, after = gap.sentence
    if before or after:
        return f"{before}{HERE}{after}"
    if gap.key.name == "举措":
        return "打算怎么做？" if gap.path.startswith("打算") else "是怎样做的？"
    return _QUESTIONS.get(gap.key.name) or f"{gap.key.name}怎么写？"


def hint(gap: Gap, note: str = "") -> str:
    """What an answer looks like, in brackets, and the clerk's own ``note`` on the line; empty where the sentence shows it."""
    shown = "" if note and not any(gap.sentence) else example(gap)
    said = "；".join(filter(None, (shown, note)))
    return f"（{said}）" if said else ""


def trail(gap: Gap, facts: Facts, whole: bool = False) -> str:
    """Where the gap is, from the part of the report down, by name where there is one; ``whole``: only the point that it is in."""
    steps: list[str] = []
    done = ""
    for name, index in _STEP.findall(gap.path):
        done += f"{'.' if done else ''}{name}{f'[{index}]' if index else ''}"
        steps.append(_named(done, facts) or (f"第 {int(index) + 1} 个{_CALLED.get(name, name)}" if index and done != gap.path else name))
    if whole and len(steps) > 1:
        return " › ".join(dict.fromkeys(steps[:-1]))
    if steps[-1] != gap.key.name and gap.key.name not in ("做了", "主题"):
        steps.append(gap.key.name)
    return " › ".join(dict.fromkeys(steps))


def _named(path: str, facts: Facts) -> str:
    """The name of a 板块 or a point, with that of the list before it."""
    for practice in facts.practices:
        if path == practice.path:
            return f"做法 › {_short(practice.topic or practice.heading)}".removesuffix(" › ")
        for item in practice.items:
            if path == item.path != practice.path and item.matter and all(isinstance(i, Text) for i in item.matter):
                return _short(item.matter)
    topics = {p.path: p.topic for p in facts.shortcomings} | {p.path: p.topic for p in facts.intentions}
    return f"{path.partition('[')[0]} › {_short(topics[path])}" if topics.get(path) else ""


def _short(words: str | Inlines) -> str:
    text = words if isinstance(words, str) else plain(words)
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"


def help_on(gap: Gap) -> tuple[str, ...]:
    """What ``?`` shows: what the key is for, and what can be typed."""
    about = f"{gap.key.name}：{gap.key.doc}" if gap.key.doc else gap.key.name
    return (
        about,
        "照原样印出，只统一全角半角。一时没有就直接按回车，稿子里会标黄；以后再填，重新运行即可。",
        "= 照用去年的（去年的原话、原数，写进今年的位置）　- 今年没有这一条：放到“# ”后面，不印，以后删去“# ”就又有了",
        "u 撤销上一个答案　Ctrl-C 或 Ctrl-D 到此为止（已填的都存着）　真要印 ×× 这样的记号，前面加反斜杠：\\××",
    )

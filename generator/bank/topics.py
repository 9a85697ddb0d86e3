"""Topic files (主题.yaml): the sides of the work a bank knows, as data that users extend."""

from __future__ import annotations

from generator.bank.bank import Topic
from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.yamlfile import as_items, parse

OF_THE_TEMPLATES = frozenset(
    """
    通用 要点治理 指导思想 遵循 中心 专题 抓手 履职 目标 从严 从严目标 对照 差距
    表现 问题引语 原因引语 引语 从严引语 对此 要点动词 要点照事 要点谓语 两句标题
    打算怎样 问题反面 问题标题 述职结语 总结结语 党建结语
    """.split()
)
"""Topics that templates ask for by name; 主题.yaml holds the others."""

_TOPIC = Record((Key("主题", Text(), required=True), Key("词", Many(Text())), Key("备注", Text())))


def load_topics(source: Source) -> tuple[Topic, ...]:
    """The topics of one file, in its order. Raises ``Faults`` with every fault, a topic given twice among them."""
    problems: list[Problem] = []
    topics: dict[str, Topic] = {}
    for item in as_items(parse(source)):
        given: Given | None = read(item, _TOPIC, problems)
        if given is None or "主题" not in given:
            continue
        name = given.get("主题")
        if name.text in topics:
            problems.append(Problem(name.place, "topic-twice", f"主题“{name.text}”重复", "合并成一条"))
        topics[name.text] = Topic(name.text, tuple(w.text for w in given.get("词") or ()))
    if problems:
        raise Faults(problems)
    return tuple(topics.values())

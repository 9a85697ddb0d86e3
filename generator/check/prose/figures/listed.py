"""Lists with their count behind them or before: as many names as it says (管网老化、抢修慢两个问题)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.numerals import count
from generator.chinese.verbs import holds_verb

_COUNT = (
    r"(?P<n>[两三四五六七八九]|[2-9])(?:个(?:突出|主要|重点|关键)?(?:问题|方面|环节|领域|品牌|专项|维度|层面|要素|短板|矛盾|主题|重点|关键|抓手)"
    r"|(?<!\d)个[\u4e00-\u9fff]点|重(?:制度|保障|防线|机制|压力|目标|任务|功能|作用)|件(?:大|实|小|要)?事|项(?:服务(?!项)|活动|整治|改革|攻坚|业务|政策|职能|内容|条款|要求|指标|职责|条件|功能|权利|义务|标准|制度|机制|举措|措施|任务|工作|办法|规定|行动|清单)|类(?:问题|事项|人员|隐患|对象)|大(?:问题|工程|行动|体系|品牌|平台|任务))"
)
_MOST = 12
"""Names of a list that are read: what is counted in one character are nine at most. A list of thousands was gone through again from each name."""
_NAMED = re.compile(rf"(?<![”》])(?<![”》][、和及与])(?P<list>(?:[“《][^”》]{{1,24}}[”》][、和及与]?){{1,{_MOST}}})(?P<etc>等)?(?:这|共)?{_COUNT}")
_PLAIN = re.compile(rf"(?P<list>(?:[\u4e00-\u9fff]{{2,9}}、){{1,{_MOST}}}[\u4e00-\u9fff]{{2,10}}?)(?P<etc>等)?(?:这|共)?“?{_COUNT}")
_KINDS = "个|类|级|科|种|大|家|县|区|镇|乡|市|地|校|院|馆|门|方|步|环节|方面|领域|部门|单位"
"""Measures of what is listed by name; what was done so often (场, 次, 期) or each of the listed has (户, 名) is not."""
_LONG = re.compile(
    rf"(?P<list>(?:[\u4e00-\u9fff]{{1,14}}、){{2,{_MOST}}}(?:[\u4e00-\u9fff]{{1,8}}?[和及与])?[\u4e00-\u9fff]{{1,8}}?)(?P<etc>等)?(?:这|共)?(?P<n>[两三四五六七八九]|(?<![\d.])[2-9])(?:{_KINDS})(?![分角半倍成年月日天周届期次])"
)


def _miscounted(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        yield from _listed_behind(passage)
        for m in _NAMED.finditer(passage.text):
            names = len(re.findall("[“《]", m["list"]))
            if _differs(m, {names}):
                yield _finding(passage, m, names)
        for m in _PLAIN.finditer(passage.text):
            told = m["list"].split("、")
            most = len(told) + len(re.findall("[和与及]", told[-1]))
            opened = m.start() == 0 or passage.text[m.start() - 1] in "，。；：！"
            if opened and not any(word in m["list"] for word in ("其中", "以及")) and _differs(m, {len(told), most}):
                yield _finding(passage, m, len(told))
        yield from _three_or_more(passage)


def _three_or_more(passage: Passage) -> Iterator[Finding]:
    """语文、历史、生物四科: three names or more of a kind, and a measure by which they are counted right behind them."""
    for m in _LONG.finditer(passage.text):
        first, *names = re.split("[、和及与]", m["list"])
        if any(holds_verb(name) for name in names) or len(names[-1]) > max(map(len, names[:-1])) + 1 or first[-1:] == "的":
            continue
        if (
            m["etc"] is None
            and not _AMID.search(passage.text[max(0, m.start() - 15) : m.start()])
            and _differs(m, {len(m["list"].split("、")), len(names) + 1})
        ):
            yield _finding(passage, m, len(names) + 1)


_AMID = re.compile("、[\u4e00-\u9fff]{0,14}$")
"""What stands before a name that is not the first of its list."""
_BEHIND = re.compile(
    r"“?(?P<said>(?P<n>[两三四五六七八九])(?P<how>[大个项条步字种类张])?(?P<noun>[\u4e00-\u9fff]{2,6}?))”?(?:[：:]|，即|，就是|，分别[是为])(?P<list>[^，。；：]{3,120})(?=[，。；])"
)
_SHORT_NAME = 3
"""Characters of the names of steps (查、改、验、销)."""


def _listed_behind(passage: Passage) -> Iterator[Finding]:
    """“三大行动”：甲行动、乙行动: each name ends as the whole is called, or all are as short or begin alike, and there are not so many."""
    for m in _BEHIND.finditer(passage.text):
        names = [name.strip("“”《》") for name in re.split("[、和]", m["list"])]
        if len(names) > 1 and "等" not in m["list"] and len(names) != count(m["n"]) and _of_a_kind(names, m["how"] or "", m["noun"]):
            yield at(passage, m.start(), m.end(), f"说是{m['said']}，后面列了{len(names)}个", "改数目，或补上漏掉的")


def _of_a_kind(names: Sequence[str], how: str, noun: str) -> bool:
    """Whether ``names`` are those that ``noun`` is said to be so many of."""
    if how == "步":
        return all(len(name) <= _SHORT_NAME for name in names)
    alike = len({(name[:1], len(name)) for name in names}) == 1 and len(names[0]) >= _SHORT_NAME
    return all(name.endswith(noun[-2:]) for name in names) or (alike and noun.endswith(_OF_POINTS))


_OF_POINTS = ("重点", "关键", "环节", "方面", "抓手", "举措", "任务", "目标")


def _differs(m: re.Match[str], counts: set[int]) -> bool:
    """Whether the number said is none of ``counts``; one name alone is no list, and 等 leaves it open how many there are."""
    said = count(m["n"])
    return not m["etc"] and min(counts) > 1 and said not in counts and abs(said - min(counts)) <= 1


def _finding(passage: Passage, m: re.Match[str], names: int) -> Finding:
    return at(passage, m.start(), m.end(), f"列了{names}个，后面写的是“{m['n']}”", "改数目，或补上漏掉的")


RULES = (
    Rule(
        "listed-count",
        "列了几个就说几个",
        Authority.PRACTICE,
        ACCURATE,
        _miscounted,
        Example("聚焦管网老化、漏损偏高、抢修不快四个问题，逐项整改。"),
        Example("聚焦管网老化、漏损偏高、抢修不快三个问题，逐项整改，打造“红心”“清风”两个品牌。"),
        Scope(RUNNING | {Part.HEADING}),
    ),
)

"""Bank files read: a list of entries and groups of entries in YAML, one schema for every layer (``stored`` writes them).

An entry has its wording under 说法; a group holds shared keys and a list of entries under 用语, each a text or an entry of its own.
Slots and shape follow from the wording; mined files write them out so that they can be read and searched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from generator.bank.phrase import (
    BY_STATEMENT,
    Counted,
    Evidence,
    Group,
    Kind,
    Layer,
    Nature,
    Phrase,
    Position,
    Status,
    counted,
    group,
)
from generator.bank.slots import slots_of, whole_slots
from generator.bank.topics import OF_THE_TEMPLATES
from generator.chinese.months import Month
from generator.declared import Key, Many, Record, Text, read
from generator.problems import Faults, Place, Problem, Source
from generator.report import Move, Role
from generator.yamlfile import Node, Scalar, rows, whole_number

MINED_OPENING = "# 由 nigao bank mine "
"""How a mined file begins, by which it is known for one wherever it lies."""


def is_mined(text: str) -> bool:
    """Whether ``text`` is a file that mining wrote: its phrases are of the mined layer, in whatever folder."""
    return text.startswith(MINED_OPENING)


_FIELDS = (
    Key("类", Text("用语的大小", tuple(Kind)), doc="标题、要点、分句、句式、提法、过渡"),
    Key("性质", Text("套语可以直接印出；事实要有事实来填", tuple(Nature))),
    Key("语步", Text("在文中起什么作用", tuple(Move))),
    Key("主题", Text("属于哪个主题，见 主题.yaml")),
    Key("位", Text("起：句首；收：句末；句：独立成句", tuple(Position))),
    Key("层级", Text("标题的层级，1 到 4")),
    Key("角色", Many(Text("所在部分", tuple(Role)))),
    Key("又作", Many(Text("差不多的写法，都算这一条"))),
    Key("填过", Many(Text("过去的报告在空槽里填过什么"))),
    Key("形", Text("各分句字数，如 6+6")),
    Key("槽", Many(Text("名:主题.量词"))),
    Key("词", Many(Text("要点里说到这些词时优先用它"))),
    Key("伴", Many(Text("过去跟在一起的词，后面的数是几个单位这样写过"))),
    Key("事类", Many(Text("跟在哪几类事旁边才用，见 事类.yaml"))),
    Key("限", Many(Text("稿子那一处要说到的词，每项都要有；几个词说到一个就行的，用 / 隔开"))),
    Key("须有", Many(Text("稿子那一处至少要说到其中一个词，同“限”里用 / 隔开的一项"))),
    Key("凭", Text("本句：“限”里的词要在它跟在后面的那句话里，此外什么也不问", (BY_STATEMENT,))),
    Key("情形", Many(Text("跟在哪几种情形的话旁边才用，见 情形.yaml；此外什么也不问"))),
    Key("支持", Text("几份报告里有（近似重复的算一份）")),
    Key("单位数", Text("几个单位的报告里有")),
    Key("次数", Text("一共出现几次")),
    Key("出处", Many(Text("报告:行"))),
    Key("起", Text("从哪年哪月起可说，如 2021-02")),
    Key("止", Text("到哪年哪月为止")),
    Key("理由", Text("为什么算套语或事实")),
    Key("状态", Text("审到哪一步", tuple(Status))),
    Key("备注", Text("给人看的，不用")),
)
_ENTRY = Record((Key("说法", Text("用语本身，槽写在花括号里"), required=True), *_FIELDS), "一条用语", short="说法")
_ITEM = Record((Key("说法", Text("用语本身")), Key("用语", Many(_ENTRY)), *_FIELDS), "一条或一组用语", short="说法")
_DEFAULT_STATUS = {Layer.MINED: Status.MINED, Layer.CURATED: Status.CURATED, Layer.USER: Status.ACCEPTED}


class Entry(Struct, frozen=True):
    """A phrase and the place of its wording in its file."""

    phrase: Phrase
    place: Place


def load_phrases(source: Source, layer: Layer) -> list[Phrase]:
    """The phrases of one bank file. Raises ``Faults`` with every fault of the file."""
    return [entry.phrase for entry in load_entries(source, layer)]


def load_entries(source: Source, layer: Layer) -> list[Entry]:
    """As ``load_phrases``, each with its place."""
    problems: list[Problem] = []
    found: list[Entry] = []
    for item in rows(source):
        problems += _full_width_colons(item)
        given = read(item, _ITEM, problems)
        if given is None:
            continue
        entries = given.values.pop("用语", None)
        if (entries is None) == ("说法" not in given):
            problems.append(Problem(given.place, "phrase-missing", "一条用语要有“说法”，一组用语要有“用语”", "写其中一个"))
            continue
        for entry in (e for e in entries or () if "说法" in e) if entries is not None else [given]:
            phrase = _phrase({**given.values, **entry.values}, layer, problems)
            if phrase is not None:
                found.append(Entry(phrase, entry.values["说法"].place))
    if problems:
        raise Faults(problems)
    return found


def _full_width_colons(item: Node) -> Iterator[Problem]:
    """A bare text that begins with a key and a full-width colon, which YAML takes for the wording itself."""
    if isinstance(item, Scalar) and not item.quoted and (key := item.text.partition("：")[0]) != item.text and key in _ITEM.known:
        yield Problem(item.place, "full-width-colon", f"“{key}”后面的冒号是全角的", f"改成半角冒号加空格：“{key}: ”")


def _phrase(values: dict[str, Any], layer: Layer, problems: list[Problem]) -> Phrase | None:
    wording: Scalar = values["说法"]
    text, found = wording.text, len(problems)
    topic = _text(values, "主题")
    phrase = Phrase(
        text=text,
        kind=_KINDS.get(_text(values, "类"), Kind.CLAUSE),
        nature=_NATURES.get(_text(values, "性质"), Nature.FORMULA),
        move=_MOVES.get(_text(values, "语步")),
        topic=topic,
        position=_POSITIONS.get(_text(values, "位")),
        level=_number(values.get("层级"), problems),
        roles=frozenset(_ROLES[r.text] for r in values.get("角色", ())),
        slots=slots_of(text, topic),
        words=_texts(values, "词"),
        beside=_counted(values, "伴", problems),
        acts=_counted(values, "事类", problems),
        licence=_licence(values, problems) or _of_topic(values, topic, layer),
        support=_number(values.get("支持"), problems),
        units=_number(values.get("单位数"), problems),
        count=_number(values.get("次数"), problems),
        evidence=tuple(e for s in values.get("出处", ()) if (e := _evidence(s, problems))),
        since=_month(values.get("起"), problems),
        until=_month(values.get("止"), problems),
        reason=_text(values, "理由"),
        status=_STATUSES.get(_text(values, "状态"), _DEFAULT_STATUS[layer]),
        layer=layer,
        variants=_texts(values, "又作"),
        fillers=_texts(values, "填过"),
        by_statement="凭" in values,
        situations=_texts(values, "情形"),
    )
    if not whole_slots(text):
        problems.append(Problem(wording.place, "slot-braces", "花括号没有配对", "槽写成 {名}"))
    return phrase if len(problems) == found else None


# By value: what the shape let through is one of these, and looking up a member costs a tenth of calling its class.
_KINDS = {str(m): m for m in Kind}
_NATURES = {str(m): m for m in Nature}
_MOVES = {str(m): m for m in Move}
_POSITIONS = {str(m): m for m in Position}
_ROLES = {str(m): m for m in Role}
_STATUSES = {str(m): m for m in Status}


def _text(values: dict[str, Any], key: str) -> str:
    return values[key].text if key in values else ""


NO_LIMIT = "不限"
"""What 须有 says for any word."""


def _texts(values: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(s.text for s in values.get(key, ()))


def _counted(values: dict[str, Any], key: str, problems: list[Problem]) -> tuple[Counted, ...]:
    for scalar in values.get(key, ()):
        word, _, number = scalar.text.partition(" ")
        if number.strip() and not number.strip().isdecimal():
            problems.append(Problem(scalar.place, "not-counted", f"“{scalar.text}”不是一个词", f"一项写一个词，后面可以有空格和单位数，如 {word} 3"))
    return tuple(counted(text) for text in _texts(values, key))


def _licence(values: dict[str, Any], problems: list[Problem]) -> tuple[Group, ...]:
    """Every entry of 限 is a group, its words parted by /; 须有 is one group, in which 不限 stands for a word that ends any name: what asks for a
    longer one comes first."""
    for scalar in values.get("限", ()):
        if not group(scalar.text):
            problems.append(Problem(scalar.place, "empty-licence", "“限”里有一项是空的", "写一个词，或删去"))
    return tuple(g for g in (*map(group, _texts(values, "限")), _ends(values)) if g)


def _ends(values: dict[str, Any]) -> Group:
    return tuple("" if word == NO_LIMIT else word for word in _texts(values, "须有"))


def _of_topic(values: dict[str, Any], topic: str, layer: Layer) -> tuple[Group, ...]:
    """What stands in for the conditions that a user did not write: his phrase fits wherever its topic is spoken of."""
    said = any(key in values for key in ("伴", "事类", "情形"))
    return ((topic,),) if layer is Layer.USER and topic and topic not in OF_THE_TEMPLATES and not said else ()


def _number(scalar: Scalar | None, problems: list[Problem]) -> int:
    if scalar is None:
        return 0
    number = whole_number(scalar.text)
    if number is None:
        problems.append(Problem(scalar.place, "not-number", f"“{scalar.text}”不是整数", "写一个整数"))
    return number or 0


def _month(scalar: Scalar | None, problems: list[Problem]) -> Month | None:
    if scalar is None:
        return None
    year, month = map(whole_number, scalar.text.partition("-")[::2])
    if year is not None and month is not None and 1 <= month <= 12:
        return year, month
    problems.append(Problem(scalar.place, "not-month", f"“{scalar.text}”不是年月", "形如 2021-02"))
    return None


def _evidence(scalar: Scalar, problems: list[Problem]) -> Evidence | None:
    report, _, line = scalar.text.rpartition(":")
    number = whole_number(line)
    if report and number is not None:
        return Evidence(report, number)
    problems.append(Problem(scalar.place, "not-evidence", f"“{scalar.text}”看不出是哪份报告的哪一行", "形如 报告名:12"))
    return None

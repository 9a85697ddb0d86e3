"""From what a facts file says to ``Facts``: defaults, short forms, dates, numbers. Faults are gathered, not raised."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec import Struct, field

from generator.declared import Given
from generator.facts.attachments import attachment_problems, names_of, registers_of, sheets_of
from generator.facts.blanks import inlines
from generator.facts.dates import date_parts, months, possible
from generator.facts.formalities import imprint, masthead
from generator.facts.keys import FACTS
from generator.facts.model import Fact, Facts, Intention, Item, Period, Practice, Reporter, Settled, Shortcoming, Unit
from generator.facts.normalise import normalise
from generator.facts.worded import NUMERALS, lines_of, number_of, part_of, text_of, texts_of, unprinted, value_of
from generator.patterns import late
from generator.problems import MISSING_KEY, Place, Problem, did_you_mean
from generator.report import Imprint, Inlines, Origin, OriginKind, Text, is_open, plain
from generator.yamlfile import Scalar

NEEDS_REPORTER = "述职报告"
_SLOT = "{数}"
_PATH = late(r"[^\[\].]+(?:\[\d+\])?(?:\.[^\[\].]+(?:\[\d+\])?)*")
_LISTS = ("做法", "问题", "打算")
_MOST_FORMULA = 95
"""Per cent of a part that may be formula at the most: some of it must be said by somebody."""


class Builder(Struct):
    """Builds ``Facts`` out of one file; ``problems`` grows as it goes. ``kinds`` are the known 文种, None: any."""

    name: str
    kinds: Collection[str] | None = None
    problems: list[Problem] = field(default_factory=list)

    def facts(self, given: Given) -> Facts:
        unit = self._unit(given.get("单位") or Given({}, given.place))
        self.problems += attachment_problems(given)
        return Facts(
            name=self.name,
            kind=self._kind(given),
            unit=unit,
            title=lines_of(given, "标题"),
            reporter=self._reporter(given),
            addressee=text_of(given, "主送"),
            period=_period(given.get("时段")),
            date=self._date(given, "成文日期"),
            signature=text_of(given, "落款"),
            length=self._length(given.get("字数")),
            ceilings=tuple(self._ceilings(given.get("套语上限")).items()),
            themes=texts_of(given, "专题"),
            lead=lines_of(given, "导语"),
            practices=tuple(self._practice(p, f"做法[{i}]") for i, p in enumerate(given.get("做法") or ())),
            shortcomings=tuple(self._shortcoming(p, f"问题[{i}]") for i, p in enumerate(given.get("问题") or ())),
            intentions=tuple(self._intention(p, f"打算[{i}]") for i, p in enumerate(given.get("打算") or ())),
            closing=lines_of(given, "结语"),
            attachments=names_of(given),
            masthead=masthead(given.get("版头")),
            imprint=self._imprint(given.get("版记")),
            sealed="用印" in given and given.get("用印").text == "是",
            registers=registers_of(given),
            settled_plans=tuple(self._settled(given, "上年打算", "打算")),
            settled_problems=tuple(self._settled(given, "上年问题", "问题")),
            last=_last(given),
            sheets=sheets_of(given),
        )

    def _report(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, code, message, hint))

    def _lacks(self, place: Place, hint: str, *keys: str) -> None:
        """One of ``keys`` is missing."""
        self.problems.append(Problem(place, MISSING_KEY, "缺少" + "或".join(f"“{key}”" for key in keys), hint, keys=keys))

    def _kind(self, given: Given) -> str:
        value = given.get("文种")
        if value is None:
            return ""
        kind = normalise(value.text, value.folded)
        if kind and self.kinds is not None and kind not in self.kinds:
            self._report(value.place, "unknown-kind", f"没有“{kind}”这个文种", did_you_mean(kind, self.kinds))
        return kind

    def _unit(self, given: Given) -> Unit:
        full = text_of(given, "全称", "单位.")
        return Unit(
            full=full,
            short=text_of(given, "简称", "单位.") or full,
            self_name=text_of(given, "自称", "单位.") or _default("我单位", "单位.自称"),
            party=text_of(given, "党组织", "单位.") or _default("党组", "单位.党组织"),
            branches=texts_of(given, "支部", "单位."),
            business=text_of(given, "业务", "单位."),
            superior=text_of(given, "上级", "单位."),
        )

    def _reporter(self, given: Given) -> Reporter | None:
        reporter = given.get("报告人")
        if reporter:
            return Reporter(text_of(reporter, "姓名", "报告人."), text_of(reporter, "职务", "报告人."), text_of(reporter, "分工", "报告人."))
        kind = given.get("文种")
        if kind and kind.text.strip() == NEEDS_REPORTER and "报告人" not in given:
            self._lacks(kind.place, f"{NEEDS_REPORTER}要写报告人: {{姓名: …, 职务: …}}", "报告人")
        return None

    def _imprint(self, given: Given | None) -> Imprint | None:
        return imprint(given, self._date(given, "印发日期", "版记.")) if given else None

    def _date(self, given: Given, key: str, prefix: str = "") -> Inlines:
        value: Scalar | None = given.get(key)
        if value is None:
            return ()
        words = inlines(value, prefix + key)
        left_open = is_open(words)
        parts = date_parts(normalise(value.text))
        if parts and possible(*parts) and all(re.fullmatch("[0-9]+", p) or _left_open(p) for p in parts):
            year, month, day = parts
            return inlines(Scalar(f"{year}年{month}月{day}日", value.place), prefix + key)
        if words and (parts or not left_open):
            self._report(value.place, "date", f"“{value.text}”不是日期", "形如 2025-12-22 或 2025年12月22日")
        return words

    def _settled(self, given: Given, key: str, what: str) -> Iterator[Settled]:
        for item in given.get(key) or ():
            seen = unprinted(item.get("见"))
            if seen and not (_PATH.fullmatch(seen) and seen.split("[")[0].split(".")[0] in FACTS.names()):
                self._report(item.get("见").place, "path", "“见”要写路径，不写原话", "形如 做法[0].要点[1].事实[0]（从 0 数起）；不写也行")
            if what in item and "结果" in item:
                yield Settled(unprinted(item.get(what)), unprinted(item.get("结果")), seen, item.place.line)

    def _length(self, value: Scalar | None) -> int | None:
        text = normalise(value.text) if value else ""
        if value is None or not text:
            return None
        if re.fullmatch("[0-9]{1,9}", text) and int(text) >= 1:
            return int(text)
        self._report(value.place, "length", f"字数应是一个整数，不是“{value.text}”", "形如 字数: 3000")
        return None

    def _ceilings(self, given: Given | None) -> dict[str, float]:
        """The shares by list; one given for all parts holds where a list has none of its own."""
        if given is None:
            return {}
        shares = {name: share for name in ("各部分", *_LISTS) if (share := self._share(given.get(name))) is not None}
        return {name: shares.get(name, shares.get("各部分", 0.0)) for name in _LISTS if name in shares or "各部分" in shares}

    def _share(self, value: Scalar | None) -> float | None:
        if value is None:
            return None
        text = normalise(value.text).rstrip("%")
        if text.isdecimal() and len(text) <= 3 and int(text) <= _MOST_FORMULA:
            return int(text) / 100
        self._report(value.place, "share", f"“{value.text}”不是百分数", f"写 0 到 {_MOST_FORMULA} 的整数，如 60")
        return None

    def _practice(self, given: Given, path: str) -> Practice:
        topic, open_topic = _topic(given, path)
        heading = text_of(given, "小标题", f"{path}.") or open_topic
        if not topic and not heading:
            self._lacks(given.place, "每个板块至少写一个", "主题", "小标题")
        return Practice(path, given.place.line, topic, heading, text_of(given, "总领", f"{path}."), tuple(self._items(given, path)), _last(given))

    def _items(self, given: Given, path: str) -> Iterator[Item]:
        """The items in the file's order; 举措 and 事实 right under the 板块 are one item, where the first of them stands."""
        direct = False
        for key in given.values:
            if key == "要点":
                for i, item in enumerate(given.values[key]):
                    yield self._item(item, f"{path}.要点[{i}]")
            elif key in ("举措", "事实") and not direct:
                direct = True
                yield Item(path, given.place.line, (), texts_of(given, "举措", f"{path}."), self._facts(given, path))

    def _item(self, given: Given, path: str) -> Item:
        matter = text_of(given, "事项", f"{path}.", empty_is_blank=True)
        if not matter and not any(key in given for key in ("举措", "事实", "成效")):
            self._lacks(given.place, "要点要写事项，没有的写 待补", "事项")
        measures = texts_of(given, "举措", f"{path}.")
        return Item(path, given.place.line, matter, measures, self._facts(given, path), text_of(given, "成效", f"{path}."), _last(given))

    def _facts(self, given: Given, path: str) -> tuple[Fact, ...]:
        return tuple(self._fact(f, f"{path}.事实[{i}]") for i, f in enumerate(given.get("事实") or ()))

    def _fact(self, given: Given, path: str) -> Fact:
        done, slot = self._done(given, path)
        number = number_of(given.get("数"), path)
        measure = value_of(given, "量", path)
        self._check_number(given, number, measure)
        after = plain(done[slot:]) if slot is not None else ""
        if measure and (after.startswith(plain(measure)) or plain(number).endswith(plain(measure))):
            measure = ()
        return Fact(
            path=path,
            line=given.place.line,
            done=done,
            number=number,
            measure=measure,
            slot=slot,
            time=value_of(given, "时间", path),
            place=value_of(given, "地点", path),
            audience=value_of(given, "对象", path),
            document=value_of(given, "文件", path),
            source=unprinted(given.get("来源")),
            last=unprinted(given.get("去年")),
        )

    def _done(self, given: Given, path: str) -> tuple[Inlines, int | None]:
        value = given.get("做了")
        if value is None:
            self._lacks(given.place, "写出做了什么；没有的写 待补", "做了")
        if value is None or _SLOT not in value.text:
            return value_of(given, "做了", path, empty_is_blank=True), None
        before, _, after = normalise(value.text, value.folded).partition(_SLOT)
        if "数" not in given:
            self._report(value.place, "slot-without-number", "做了里有 {数}，却没有“数”", "补上“数”；没有的写 数: 待补")
        if _SLOT in after:
            self._report(value.place, "slot-twice", "做了里的 {数} 只能有一处", "另一个数写进做了的文字里")
        head = part_of(value, before, path)
        return head + part_of(value, after, path), len(head)

    def _check_number(self, given: Given, number: Inlines, measure: Inlines) -> None:
        if measure and "数" not in given:
            self._report(given.values["量"].place, "measure-without-number", "有“量”却没有“数”", "补上“数”；没有的写 数: 待补")
        if number and all(isinstance(n, Text) for n in number) and NUMERALS.isdisjoint(plain(number)):
            place = given.values["数"].place
            self._report(place, "number", f"“{plain(number)}”里没有数字", "形如 12、约40、300余、3—5；没有的写 待补")

    def _shortcoming(self, given: Given, path: str) -> Shortcoming:
        topic, _ = _topic(given, path)
        shows = text_of(given, "表现", f"{path}.", empty_is_blank=True)
        if not shows:
            if "主题" not in given:
                self._lacks(given.place, "写出问题是什么；没有的写 待补", "表现")
            place = given.get("主题").place if "主题" in given else given.place
            shows = inlines(Scalar("", place), f"{path}.表现", empty_is_blank=True)
        return Shortcoming(path, given.place.line, topic, shows, text_of(given, "原因", f"{path}."), _last(given))

    def _intention(self, given: Given, path: str) -> Intention:
        topic, open_topic = _topic(given, path)
        heading = text_of(given, "小标题", f"{path}.") or open_topic
        measures = texts_of(given, "举措", f"{path}.")
        if not (topic or heading or measures):
            self._lacks(given.place, "写出打算做什么，或至少写主题", "举措")
        return Intention(path, given.place.line, topic, heading, measures, _last(given))


def _left_open(part: str) -> bool:
    """Whether a part of a date is left open; a single mark is one only before its unit."""
    nowhere = Scalar(f"{part}日", Place(""))
    return is_open(inlines(nowhere, ""))


def _period(value: Scalar | None) -> Period | None:
    words = inlines(value, "时段") if value else ()
    if not words:
        return None
    first, last = months(words) or (None, None)
    return Period(words, first, last)


def _default(words: str, path: str) -> Inlines:
    return (Text(words, Origin(OriginKind.TEMPLATE, path)),)


def _topic(given: Given, path: str) -> tuple[str, Inlines]:
    """The topic's name; one that is left open is no name but a blank in the heading's place."""
    words = text_of(given, "主题", f"{path}.")
    if is_open(words):
        return "", words
    return plain(words), ()


def _last(given: Given) -> tuple[str, ...]:
    return tuple(unprinted(value) for value in given.get("去年") or ())

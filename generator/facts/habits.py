"""The check by lines that runs before YAML: what an input method and a clerk's habit produce, and how to mend each.

YAML stops at the first of these slips, or reads something else than was meant. Here each is found, reported, and mended in memory.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from generator.facts.flow import Span, closing, end_of_quoted, quote_goes_on, too_deep, trimmed, value_span
from generator.facts.keys import declared, item_keys, text_keys
from generator.facts.mend import Edit, strays
from generator.facts.odd_keys import OddKey, odd_key
from generator.facts.values import Notes, check_flow, check_plain
from generator.limits import YAML_DEPTH
from generator.patterns import late
from generator.problems import Problem, Source, nearest
from generator.yamlfile import indent

_LINE = late(r"(?P<indent>[^\S\n]*)(?P<dashes>(?:-[^\S\n]+(?=[^\s]))*)(?P<rest>.*)")
_ENTRY = late(
    r"(?P<key>[^\s:：\"'#\[\]{},&*!|>%@`，。；、“”《》（）-][^\s:：#\[\]{}，。；、“”《》（）]{0,9})"
    r"(?P<gap> *)(?P<colon>[:：])(?P<space>[^\S\n]*)(?P<value>.*)"
)
_NO_COLON = late(r"(?P<key>\S{2,4})[ \u3000]+(?P<value>[^\s#].*)|(?P<alone>\S{2,4})\s*(?:#.*)?")
_USUAL_DASH = late(r"-(?: +|$)", re.MULTILINE)
_DASH = late(r"[-－–•](?=[^\s\-])|[-－–—•][^\S\n]+")
_DASHES = frozenset("-－–—•")
_BLOCK = late(r"[|>][+\-0-9]{0,2}[^\S\n]*(?:[^\S\n]#.*)?")
_LEADING = frozenset({"主题", "小标题", "总领", "要点", "事项", "举措", "事实", "做了", "表现"})
_ODD_SPACES = late("[^\\S \n]")
_NAMES = {"\t": "制表符（Tab）", "\u00a0": "不间断空格", "\u3000": "全角空格"}


def examine(source: Source) -> tuple[list[Problem], list[Edit]]:
    """Every slip of ``source`` as a problem, and the edits that mend them without moving a line."""
    problems, edits = strays(source)
    check = _Check(source, Notes(source, problems, edits))
    check.run()
    return check.notes.problems, check.notes.edits


class _Level(Struct, frozen=True):
    """A column at which the next line may stand: that of a key, or of a dash in the list of ``key``."""

    column: int
    key: str
    dashed: bool


class _Check(Struct):
    """Walks the lines. ``levels`` are open; a line deeper than ``continues`` goes on with the plain value before it."""

    source: Source
    notes: Notes
    levels: list[_Level] = field(default_factory=list)
    continues: int | None = None

    def run(self) -> None:
        text = self.source.text
        offset = 0
        while offset < len(text):
            end = text.find("\n", offset)
            end = len(text) if end < 0 else end
            offset = self._line(offset, end) + 1

    def _line(self, start: int, end: int) -> int:
        """Check one line of entries; the offset of the end of the last line that it takes up."""
        text = self.source.text
        match = _LINE.match(text, start, end)
        if not match or not match["rest"].strip() or self._is_remark(match) or text[start : start + 3] in ("---", "...", "%YA"):
            return end
        if match["rest"].startswith("```"):
            self.notes.report(match.start("rest"), "fence", "“```”是网页、对话里代码的记号", "删去这一行", Edit(start, end - start, "#"))
            return end
        column = self._indent(match.start(), match["indent"])
        if self._is_continuation(column, match):
            return end
        at = match.start("dashes")
        return self._entry(at, end, column)

    def _is_remark(self, match: re.Match[str]) -> bool:
        """Behind a dash, words right behind the # were meant."""
        return match["rest"].startswith("#") and not (match["dashes"] and re.match(r"#[\u3400-\u9fff]", match["rest"]))

    def _is_continuation(self, column: int, match: re.Match[str]) -> bool:
        """A deeper line under a plain value goes on with it, unless it is clearly an entry of its own."""
        if self.continues is None or column <= self.continues or match["dashes"]:
            return False
        entry = _ENTRY.match(match["rest"])
        return not (entry and entry["key"] in declared())

    def _indent(self, start: int, indent: str) -> int:
        """The column of a line's content, odd spaces of its indent reported and replaced."""
        odd = _ODD_SPACES.search(indent)
        if not odd:
            return len(indent)
        name = _NAMES.get(odd[0], "不是半角空格的空白")
        dashed = self.source.text[start + len(indent)] in "-－"
        width = self._likely_width(indent, dashed)
        edit = Edit(start, len(indent), " " * width)
        self.notes.report(start + odd.start(), "indent", f"缩进用了{name}", "缩进只用半角空格，每层两个", edit)
        return width

    def _likely_width(self, indent: str, dashed: bool) -> int:
        """The width that brings the line to a level that is open; a tab may stand for two, four or eight columns."""
        widths = [sum(wide if c in "\t\u3000" else 1 for c in indent) for wide in (2, 4, 8, 1)]
        levels = {level.column for level in self.levels if level.dashed == dashed}
        top = max((level.column for level in self.levels), default=0)
        opens = self.continues is None
        fits = (w for w in widths if w in levels or (opens and (w > top or (dashed and w == top))))
        return next(fits, widths[0])

    def _entry(self, at: int, end: int, column: int) -> int:
        text = self.source.text
        dashes = deep = 0
        while dash := self._dash(at, end, column + dashes):
            if (deep := deep + 1) > YAML_DEPTH:
                self.notes.quote(trimmed(text, at, end), at, "dash-depth", "列表套得太深", "一行开头一个短横就够，多的去掉")
                return end
            self._open(_Level(column + dashes, self._list_name(column + dashes), dashed=True))
            dashes += dash[1]
            at = dash[0]
        if not text[at:end].strip():
            return end
        column += dashes
        if (odd := odd_key(text, at, end)) and not (dashes and odd.parts_clauses and odd.key not in _LEADING):
            return self._odd_key(odd, at, end, column)
        entry = _ENTRY.match(text, at, end)
        if entry and self._is_key(entry, column, bool(dashes)):
            return self._keyed(entry, column, end)
        if not dashes and self._no_colon(at, end, column):
            return end
        self.continues = column - (2 if dashes else 1)
        return self._value(at, end, column, "")

    def _odd_key(self, odd: OddKey, at: int, end: int, column: int) -> int:
        self.notes.report(odd.offset, "odd-key", odd.message, odd.hint, odd.edit)
        key, value = odd.key, at + odd.edit.length
        self._open(_Level(column, key, dashed=False))
        if value >= end or self._is_comment(value, end):
            return end
        self.continues = column
        return self._value(value, end, column, key)

    def _dash(self, at: int, end: int, column: int) -> tuple[int, int] | None:
        """The offset after a dash and its spaces, and their width; a slip is reported."""
        text = self.source.text
        usual = _USUAL_DASH.match(text, at, end)
        if usual:
            return usual.end(), usual.end() - at
        slip = _DASH.match(text, at, end) if text[at : at + 1] in _DASHES else None
        if not slip or self._after_dash(at) or not self._list_name(column):
            return None
        mark = text[at]
        message = "短横后面缺少半角空格" if mark == "-" else f"列表的短横写成了“{mark}”"
        self.notes.report(at, "dash", message, "写成“- ”：半角短横加一个空格", Edit(at, len(slip[0]), "- "))
        return slip.end(), 2

    def _after_dash(self, at: int) -> bool:
        """Words may begin with a dash of their own after the one that makes them an item."""
        return bool(self.source.text[self.source.text.rfind("\n", 0, at) + 1 : at].strip())

    def _list_name(self, column: int) -> str:
        """The key whose list a dash at ``column`` belongs to."""
        return next((level.key for level in reversed(self.levels) if level.column <= column and level.key), "")

    def _open(self, level: _Level) -> None:
        under = [o for o in self.levels if o.column < level.column or (level.dashed and o.column == level.column and o.key == level.key)]
        self.levels = [*under, level] if level not in under else under
        self.continues = None

    def _is_key(self, entry: re.Match[str], column: int, dashed: bool) -> bool:
        """Whether words before a colon are a key. In a list they may be words of the clerk's own: “时间：六月” is a fact."""
        key = entry["key"]
        half = entry["colon"] == ":"
        if half and (entry["space"] or not entry["value"]):
            return True
        if not dashed:
            return half is False or key in declared() or nearest(key, declared()) is not None
        expected = item_keys(self._list_name(column - 1))
        return key in expected and (key in _LEADING or self._has_sibling(entry.end(), column))

    def _has_sibling(self, end: int, column: int) -> bool:
        following = re.compile(r"\n *(?:#.*)?(?=\n)").sub("", self.source.text[end : end + 400]).lstrip("\n").split("\n")[0]
        entry = _ENTRY.match(following.lstrip())
        return bool(entry) and len(following) - len(following.lstrip(" ")) == column and entry["key"] in declared() if entry else False

    def _keyed(self, entry: re.Match[str], column: int, end: int) -> int:
        key, colon = entry["key"], entry.start("colon")
        value = entry.start("value")
        if entry["colon"] == "：":
            edit = Edit(colon, value - colon, ": " if entry["value"] else ":")
            self.notes.report(colon, "full-width-colon", f"“{key}”后面的冒号是全角的", f"改成半角冒号加空格：“{key}: ”", edit)
        elif entry["value"] and not entry["space"]:
            self.notes.report(colon, "colon-space", f"“{key}”的冒号后面缺少空格", f"写成“{key}: ”", Edit(colon + 1, 0, " "))
        elif entry["space"].strip(" "):
            edit = Edit(entry.start("space"), len(entry["space"]), " ")
            self.notes.report(entry.start("space"), "colon-space", f"“{key}”的冒号后面不是半角空格", f"写成“{key}: ”", edit)
        self._open(_Level(column, key, dashed=False))
        if not entry["value"] or entry["value"].startswith("# ") or self._is_comment(value, end):
            return end
        self.continues = column
        return self._value(value, end, column, key)

    def _is_comment(self, value: int, end: int) -> bool:
        text = self.source.text
        return text[value] == "#" and not re.compile(r"#[\u3400-\u9fff“《][^#\n]*#").match(text, value, end)

    def _skip_block(self, end: int, column: int) -> int:
        """The end of a ``|`` block: its lines are deeper than its key, or empty."""
        text = self.source.text
        while end < len(text):
            following = text.find("\n", end + 1)
            following = len(text) if following < 0 else following
            line = text[end + 1 : following]
            if line.strip() and indent(line) <= column:
                break
            end = following
        self.continues = None
        return end

    def _no_colon(self, at: int, end: int, column: int) -> bool:
        """A key with no colon at all, where only keys can stand."""
        match = _NO_COLON.fullmatch(self.source.text, at, end)
        key = match and (match["key"] or match["alone"])
        if not match or key not in declared():
            return False
        edit = Edit(at + len(key), 0, ":")
        self.notes.report(at + len(key), "no-colon", f"“{key}”后面缺少冒号", f"写成“{key}: ”", edit)
        self._open(_Level(column, key, dashed=False))
        return True

    def _value(self, at: int, end: int, column: int, key: str) -> int:
        """Check the value that begins at ``at``; the end of its last line."""
        text = self.source.text
        first = text[at]
        if first in "\"'":
            return self._quoted(at, end)
        if first in "[{":
            return self._flow(at, end, key or self._list_name(column))
        if _BLOCK.fullmatch(text, at, end):
            return self._skip_block(end, self.continues or 0)
        check_plain(self.notes, value_span(text, at, end), in_flow=False)
        return end

    def _quoted(self, at: int, end: int) -> int:
        text = self.source.text
        close = end_of_quoted(text, at, end)
        if close is None:
            last = quote_goes_on(text, at, end)
            if last is not None:
                self.continues = None
                return last
            span = trimmed(text, at, end)
            self.notes.quote(span, at, "quote", "引号没有配对", "补上另一半，或改用全角引号“”")
            return end
        rest = trimmed(text, close + 1, end)
        if rest.start < rest.end and not text.startswith(":", rest.start) and not re.match(r"\s+#", text[close + 1 : end]):
            self.notes.quote(value_span(text, at, end), at, "quote", "值以半角引号开头，引号后面还有文字", "改用全角引号“”，或整个值再加一层单引号")
        self.continues = None
        return end

    def _flow(self, at: int, end: int, key: str) -> int:
        text = self.source.text
        self.continues = None
        close = closing(text, at)
        if close is None:
            return self._unclosed(at, end, key)
        last = text.find("\n", close)
        last = len(text) if last < 0 else last
        rest = trimmed(text, close + 1, last)
        comment = re.match(r"\s+#", text[close + 1 : last])
        if rest.start < rest.end and not comment:
            self.notes.quote(value_span(text, at, last), at, "bracket", f"值以“{text[at]}”开头，后面还有文字", "整个值加引号")
        elif too_deep(text, at, close):
            self.notes.quote(Span(at, close + 1), at, "bracket-depth", "括号套得太深", "一层方括号、一层花括号就够，多的去掉")
        else:
            check_flow(self.notes, at, close, key)
        return last

    def _unclosed(self, at: int, end: int, key: str) -> int:
        span = value_span(self.source.text, at, end)
        closer = "]" if self.source.text[at] == "[" else "}"
        self.notes.report(at, "bracket", f"“{self.source.text[at]}”没有配对的“{closer}”", "补上另一半")
        if self.source.text[at:end].count(self.source.text[at]) == 1 and key not in text_keys():
            self.notes.edit(Edit(span.end, 0, closer))
            check_flow(self.notes, at, span.end, key)
        else:
            self.notes.quote_only(span)
        return end

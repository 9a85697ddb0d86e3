"""Slips inside values: characters that YAML takes for signs of its own, and the entries of ``{…}`` and ``[…]``."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from generator.chinese.punctuation import split_after
from generator.facts.flow import Span, closing, end_of_quoted, entries, trimmed
from generator.facts.keys import EVERYDAY, NAME_LISTS, declared, text_keys
from generator.facts.mend import Edit
from generator.facts.odd_keys import odd_key
from generator.patterns import late
from generator.problems import Problem, Source, nearest

_LEADING = late(r"[*&!%@`>|]|[?-](?=\s|$)")
_HASH = late(r"(?:^|(?<=\s))#")
_COLON = late(r":(?=\s|$)")
_KEYS = tuple(sorted(declared().difference(EVERYDAY)))
_OPENINGS = tuple(f"{key}: " for key in _KEYS)
"""How an entry opens."""
_MEANT_FOR_COMMA, _MEANT_FOR_COLON = "，、；？", tuple(":：∶=＝")
"""What is typed before a key, and behind it."""
_BEHIND_ENTRY = ",，、；{"
"""Behind these a blank parts nothing."""
_FLOW_ENTRY = late(r"(?P<key>[^\s:：,，]{1,10})\s*(?P<colon>[:：])(?P<space>\s*)(?P<value>.*)", re.DOTALL)
_THOUSANDS = late(r"(?<=\d),(?=\d{3}(?!\d))")


class Notes(Struct, frozen=True):
    """What the check has found so far, and the edits that mend it."""

    source: Source
    problems: list[Problem]
    edits: list[Edit]

    def report(self, offset: int, code: str, message: str, hint: str, *edits: Edit) -> None:
        self.problems.append(Problem(self.source.place(offset), code, message, hint))
        self.edits.extend(edits)

    def edit(self, edit: Edit) -> None:
        self.edits.append(edit)

    def quote(self, span: Span, offset: int, code: str, message: str, hint: str) -> None:
        """Report a fault that putting ``span`` in quotes mends."""
        self.report(offset, code, message, hint)
        self.quote_only(span)

    def quote_only(self, span: Span) -> None:
        doubled = (Edit(i, 1, "''") for i in range(span.start, span.end) if self.source.text[i] == "'")
        self.edits.extend((Edit(span.start, 0, "'"), *doubled, Edit(span.end, 0, "'")))


def check_plain(notes: Notes, span: Span, in_flow: bool) -> None:
    """Report the first thing in a plain value that YAML would not take as words."""
    value = span.of(notes.source.text)
    if mark := _LEADING.match(value):
        hint = "没有的写 待补；否则整个值加引号" if len(value) == 1 else "整个值加引号"
        notes.quote(span, span.start, "leading-mark", f"值不能以“{mark[0]}”开头", hint)
    elif value[0] in "［｛" and value[-1] in "］｝":
        notes.quote(span, span.start, "full-width-bracket", f"“{value[0]}”是全角的，里面的各项会算作一句话", "括号和逗号都改成半角，逗号后面空一格")
    elif value[0] == "【" and value[-1] == "】" and re.search("[，、；]", value):
        notes.quote(span, span.start, "full-width-bracket", "“【】”里的各项会算作一句话", "列出几项，换成半角的 [ ]，各项之间用“, ”隔开")
    elif mark := _HASH.search(value):
        notes.quote(span, span.start + mark.start(), "hash", "# 前面是空格，后面的字会被当作备注丢掉", "整个值加引号")
    elif mark := _COLON.search(value):
        notes.quote(span, span.start + mark.start(), "colon-in-value", "值里有半角冒号", "改用全角冒号，或整个值加引号")
    elif in_flow and (mark := re.search(r"[{}\[\]]", value)):
        notes.quote(span, span.start + mark.start(), "bracket", f"值里有“{mark[0]}”", "整个值加引号")


def check_flow(notes: Notes, start: int, end: int, key: str) -> None:
    """Check the brackets at ``start`` and ``end``, the value of ``key`` (empty: an item of a list)."""
    text = notes.source.text
    if key in text_keys():
        _text_in_brackets(notes, start, end, key)
    elif text[start] == "[":
        _check_list(notes, start, end, key)
    else:
        _check_map(notes, start, end)


def _text_in_brackets(notes: Notes, start: int, end: int, key: str) -> None:
    text = notes.source.text
    opener, inner = text[start], text[start + 1 : end].strip()
    notes.report(start, "bracket", f"“{key}”的值不能写在“{opener}{text[end]}”里", "去掉括号；句中的 {数} 要把整个值加引号")
    if opener == "{" and inner == "数":
        notes.quote_only(Span(start, end + 1))
    elif inner[:1] in ("'", '"'):
        notes.edits.extend((Edit(start, 1, " "), Edit(end, 1, " ")))
    else:
        doubled = (Edit(i, 1, "''") for i in range(start, end) if text[i] == "'")
        notes.edits.extend((Edit(start, 1, "'"), *doubled, Edit(end, 1, "'")))


def _check_list(notes: Notes, start: int, end: int, key: str) -> None:
    items = list(entries(notes.source.text, start, end))
    halves: set[Span] = set()
    for item, following in pairwise(items):
        if _is_thousands(notes.source.text, item, following):
            _report_comma(notes, item.end, Span(item.start, following.end))
            halves |= {item, following}
    for item in items:
        if item not in halves:
            _check_value(notes, item, "")
            _check_names(notes, item, key, alone=len(items) == 1)


def _is_thousands(text: str, item: Span, following: Span) -> bool:
    return following.start == item.end + 1 and _THOUSANDS.match(text, item.end) is not None


def _report_comma(notes: Notes, comma: int, whole: Span) -> None:
    notes.quote(whole, comma, "flow-comma", "值里有半角逗号，会被拆成两项", '整个值加引号，如 {数: "1,246"}')


def _check_names(notes: Notes, item: Span, key: str, alone: bool) -> None:
    """A list of names joined by ， or 、 is one item to YAML. A sentence may hold both, unless it looks like a list of even parts."""
    value = item.of(notes.source.text)
    if value[:1] in "\"'[{":
        return
    parts = [(offset, part) for offset, part in split_after(value, "，、；")]
    lengths = [len(part.rstrip("，、；")) for _, part in parts]
    marks = {part[-1] for _, part in parts[:-1]}
    names = key in NAME_LISTS and (alone or "，" in marks) and not (key == "附件" and "，" not in marks)
    even = alone and len(parts) > 2 and len(marks) > 1 and max(lengths) - min(lengths) <= 1
    if len(parts) < 2 or not (names or even):
        return
    ends = [item.start + offset + len(part) - 1 for offset, part in parts[:-1]]
    mark = notes.source.text[ends[0]]
    edits = [Edit(end, 1, ", ") for end in ends]
    notes.report(ends[0], "list-comma", f"“{mark}”不能隔开方括号里的各项，这里会算作一项", "各项之间用半角逗号加空格；本是一项的加引号", *edits)


def _check_map(notes: Notes, start: int, end: int) -> None:
    text = notes.source.text
    pieces = list(entries(text, start, end, _stands_for_comma))
    for before, after in pairwise(pieces):
        _check_separator(notes, before, after)
    for span, comma in _merged(text, pieces):
        _check_map_entry(notes, span, comma)


def _stands_for_comma(text: str, at: int, end: int) -> bool:
    """Whether the sign of ``text`` ``at`` that offset stands before an entry where a comma belongs: a mark in full width, or a blank alone."""
    if text[at] in _MEANT_FOR_COMMA:
        rest = text[at + 1 : end].lstrip()
        return any(rest[len(key) :].lstrip().startswith(_MEANT_FOR_COLON) for key in _KEYS if rest.startswith(key))
    return text[at] == " " and text.startswith(_OPENINGS, at + 1, end) and not (text[at - 1].isspace() or text[at - 1] in _BEHIND_ENTRY)


def _check_separator(notes: Notes, before: Span, after: Span) -> None:
    gap = notes.source.text[before.end : after.start]
    wide = next((at for at, sign in enumerate(gap) if sign in _MEANT_FOR_COMMA), None)
    if wide is not None:
        offset = before.end + wide
        message = f"花括号里的各项用“{gap[wide]}”隔开了"
        notes.report(offset, "flow-separator", message, "改成半角逗号加空格“, ”", Edit(offset, 1, ", "))
    elif "," not in gap:
        notes.report(before.end, "flow-separator", "花括号里的各项之间缺少逗号", "加上半角逗号和空格“, ”", Edit(before.end, 0, ","))


def _merged(text: str, pieces: list[Span]) -> list[tuple[Span, int | None]]:
    """The entries of a map; a piece without a key belongs to the value before it, and the comma between them is a slip."""
    merged: list[tuple[Span, int | None]] = []
    for piece in pieces:
        value = piece.of(text)
        if merged and value and not _flow_key(value) and not odd_key(text, piece.start, piece.end):
            before, comma = merged[-1]
            merged[-1] = Span(before.start, piece.end), comma or before.end
        elif value:
            merged.append((piece, None))
    return merged


def _flow_key(value: str) -> re.Match[str] | None:
    """Key, colon and value of an entry; without a space after a half-width colon, the key must be known or nearly so."""
    entry = _FLOW_ENTRY.fullmatch(value)
    if not entry:
        return None
    usual = entry["colon"] == ":" and (entry["space"] or not entry["value"] or entry["key"][0] in "\"'")
    return entry if usual or entry["key"] in declared() or nearest(entry["key"], declared()) else None


def _check_map_entry(notes: Notes, span: Span, comma: int | None) -> None:
    if odd := odd_key(notes.source.text, span.start, span.end):
        notes.report(odd.offset, "odd-key", odd.message, odd.hint, odd.edit)
        _check_map_value(notes, trimmed(notes.source.text, span.start + odd.edit.length, span.end), odd.edit.text.rstrip(": "), comma)
    elif entry := _flow_key(span.of(notes.source.text)):
        _check_usual_entry(notes, span, entry, comma)


def _check_usual_entry(notes: Notes, span: Span, entry: re.Match[str], comma: int | None) -> None:
    colon, value = span.start + entry.start("colon"), Span(span.start + entry.start("value"), span.end)
    key = entry["key"].strip("\"'")
    if entry["colon"] == "：":
        message = f"“{key}”后面的冒号是全角的"
        notes.report(colon, "full-width-colon", message, f"改成半角冒号加空格：“{key}: ”", Edit(colon, value.start - colon, ": "))
    elif entry["value"] and not entry["space"] and entry["key"][0] not in "\"'":
        notes.report(colon, "colon-space", f"“{key}”的冒号后面缺少空格", f"写成“{key}: ”", Edit(colon + 1, 0, " "))
    _check_map_value(notes, value, key, comma)


def _check_map_value(notes: Notes, value: Span, key: str, comma: int | None) -> None:
    if comma is not None:
        _report_comma(notes, comma, value)
    elif value.start < value.end:
        _check_value(notes, value, key)


def _check_value(notes: Notes, value: Span, key: str) -> None:
    text = notes.source.text
    first = text[value.start] if value.start < value.end else ""
    if first and first in "\"'":
        close = end_of_quoted(text, value.start, value.end)
        if close is None or close + 1 < value.end:
            notes.quote(value, value.start, "quote", "值以半角引号开头，引号没有配对或后面还有文字", "改用全角引号“”，或整个值再加一层单引号")
    elif first and first in "[{":
        if closing(text, value.start) == value.end - 1:
            check_flow(notes, value.start, value.end - 1, key)
        else:
            notes.quote(value, value.start, "bracket", f"值以“{first}”开头，后面还有文字", "整个值加引号")
    elif first:
        check_plain(notes, value, in_flow=True)

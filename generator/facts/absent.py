"""The keys that a facts file lacks: where an entry for each would stand, and the words that must be set around its value."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from generator.declared import Key, Record
from generator.facts.keys import FACTS, INTENTION, PRACTICE, REPORTER, SHORTCOMING, UNIT
from generator.facts.spots import root
from generator.facts.wanted import Wanted
from generator.problems import Place, Source
from generator.yamlfile import Mapping, Node, Scalar, is_empty

OPEN = "待补"
_FIRST_BLOCK = f"\n    要点:\n      - 事项: {OPEN}"


class Absent(Struct, frozen=True):
    """A value with no place yet: ``lead``, the value and ``tail`` go in at ``offset``. ``explains``: the keys it brings into the file."""

    path: str
    key: Key
    place: Place
    offset: int
    lead: str
    tail: str = ""
    explains: tuple[str, ...] = ()


class _Opening(Struct, frozen=True):
    """How the value of a key of the file begins and ends when the key is not there: the key asked for, its path, what stands around the answer."""

    name: str
    path: str
    key: Key
    lead: str = " "
    tail: str = ""


_KIND = _Opening("文种", "文种", FACTS.known["文种"])
_UNIT = _Opening("单位", "单位.全称", UNIT.known["全称"], "\n  全称: ")
_REPORTER = _Opening("报告人", "报告人.姓名", REPORTER.known["姓名"], " {姓名: ", f", 职务: {OPEN}}}")
_PRACTICES = _Opening("做法", "做法[0].主题", PRACTICE.known["主题"], "\n  - 主题: ", _FIRST_BLOCK)
_LISTS = {
    "问题": _Opening("问题", "问题[0].表现", SHORTCOMING.known["表现"], "\n  - "),
    "打算": _Opening("打算", "打算[0].举措[0]", INTENTION.known["举措"], "\n  - "),
}


def absent(source: Source, wanted: Callable[[str], Wanted | None]) -> tuple[Absent, ...]:
    """What ``source`` lacks of the required keys and of what its 文种 asks for, in the order of the keys. Nothing of a file written in braces."""
    top = root(source)
    if top.entries and source.text[source.offset(top.place)] == "{":
        return ()
    kind = top.value("文种")
    asked = wanted(kind.text.strip()) if isinstance(kind, Scalar) else None
    return tuple(_Lacking(source, top).all(asked))


class _Lacking(Struct, frozen=True):
    source: Source
    top: Mapping

    def all(self, asked: Wanted | None) -> Iterator[Absent]:
        openings = [_KIND, _UNIT, _PRACTICES, *(_asked_for(asked) if asked else ())]
        for opening in sorted(openings, key=lambda o: FACTS.names().index(o.name)):
            value = self.top.value(opening.name)
            if value is None or is_empty(value):
                yield self._whole(opening, value)
            elif isinstance(value, Mapping):
                yield from self._parts(value, opening)

    def _whole(self, opening: _Opening, value: Node | None) -> Absent:
        """A key that is missing or has nothing behind its colon."""
        explains = (opening.name, opening.key.name)
        if value is not None:
            at = self.source.offset(value.place)
            return Absent(opening.path, opening.key, value.place, at, self._set_off(at, opening.lead), opening.tail, explains)
        offset, before, after = self._home(opening.name)
        lead, tail = f"{before}{opening.name}:{opening.lead}", f"{opening.tail}{after}"
        return Absent(opening.path, opening.key, self.source.place(offset), offset, lead, tail, explains)

    def _set_off(self, offset: int, lead: str) -> str:
        """One space between a colon and its value, whether it is there already or not."""
        return lead.removeprefix(" ") if self.source.text[offset - 1] == " " else lead

    def _home(self, name: str) -> tuple[int, str, str]:
        """Where the key ``name`` of the file belongs: behind the entries that go before it. With the line breaks it needs."""
        order = FACTS.names()
        rank = {key.text: order.index(key.text) for key, _ in self.top.entries if key.text in order}
        earlier = [i for i, (key, _) in enumerate(self.top.entries) if rank.get(key.text, len(order)) < order.index(name)]
        if earlier:
            return self._end_of_entry(earlier[-1]), "\n", ""
        if self.top.entries:
            return self.source.offset(self.top.entries[0][0].place), "", "\n"
        text = self.source.text
        return len(text), "" if not text or text.endswith("\n") else "\n", "\n"

    def _end_of_entry(self, index: int) -> int:
        """The end of the last line of an entry of the file, the comments and empty lines before the next entry left to that one."""
        text, entries = self.source.text, self.top.entries
        end = self.source.offset(entries[index + 1][0].place) if index + 1 < len(entries) else len(text)
        lines = text[:end].split("\n")
        while not lines[-1].strip() or lines[-1].startswith("#"):
            lines.pop()
        return len("\n".join(lines))

    def _parts(self, value: Mapping, opening: _Opening) -> Iterator[Absent]:
        """The required keys that a record of the file lacks."""
        shape = FACTS.known[opening.name].shape
        for key in shape.required if isinstance(shape, Record) else ():
            found = value.value(key.name)
            if found is None or is_empty(found):
                yield self._part(value, found, key, f"{opening.name}.{key.name}")

    def _part(self, record: Mapping, found: Node | None, key: Key, path: str) -> Absent:
        if found is not None:
            at = self.source.offset(found.place)
            return Absent(path, key, found.place, at, self._set_off(at, " "), explains=(key.name,))
        first = record.entries[0][0].place
        in_braces = self.source.text[self.source.offset(record.place)] == "{"
        tail = ", " if in_braces else "\n" + " " * (first.column - 1)
        return Absent(path, key, first, self.source.offset(first), f"{key.name}: ", tail, (key.name,))


def _asked_for(asked: Wanted) -> Iterator[_Opening]:
    yield from (_LISTS[name] for name in _LISTS if name in asked.lists or name in asked.needs)
    for name in asked.needs:
        if name == "报告人":
            yield _REPORTER
        elif name not in _LISTS:
            yield _Opening(name, name, FACTS.known[name])

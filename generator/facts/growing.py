"""The lists of a facts file that may get another entry, each with the place for it: facts of a point, points of a block, blocks, problems, plans.

Only lists of lines are grown; one in brackets says by its form that it is whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Mapped

from msgspec import Struct

from generator.declared import Key
from generator.facts.absent import OPEN
from generator.facts.gaps import Gap
from generator.facts.hints import HERE
from generator.facts.keys import FACTS_OF_ITEM, INTENTION, ITEM, PRACTICE, SHORTCOMING
from generator.facts.spots import root
from generator.patterns import late
from generator.problems import Place, Source
from generator.yamlfile import Mapping, Node, Scalar, Sequence, composed

_PART = late(r"^(做法)(\[\d+\])?(?:(\.要点)(\[\d+\])?)?")
_READY = late(r"^( *)# - (.*)$")
_KEYED = late(r"^\{做了: (.*), 数: 待补, 量: (.*)\}$")
_NOTE = late(r"\s+# .*$")


class Growing(Struct, frozen=True):
    """A list at ``path`` that has ``count`` entries; ``scope`` is the part whose own questions come before another entry is asked for. ``usual``
    are the entries that stand ready behind a ``# ``, as a clerk reads them."""

    path: str
    scope: str
    count: int
    gap: Gap
    usual: tuple[str, ...] = ()

    @property
    def id(self) -> tuple[str, str, int]:
        return self.path, "另一条", self.count


def touched(path: str) -> frozenset[str]:
    """The lists that the value at ``path`` is in, or that its part has: one who answered there may have more to say in them."""
    if path.startswith(("问题", "打算")):
        return frozenset({path[:2]})
    found = _PART.match(path)
    if found is None or not found[2]:
        return frozenset({"做法"} if found else ())
    block = found[1] + found[2]
    point = f"{block}.要点{found[4]}" if found[4] else block
    return frozenset({"做法", f"{block}.要点", f"{point}.事实"})


def growing(source: Source) -> Iterator[Growing]:
    """The lists of the clean ``source``, those of a part before the list that the part is in."""
    top = root(source)
    if top.entries and source.text[source.offset(top.place)] != "{":
        yield from _Lists(source, top, composed(source).ends).all()


class _Lists(Struct, frozen=True):
    source: Source
    top: Mapping
    ends: Mapped[Place, Place]

    def all(self) -> Iterator[Growing]:
        practices = self.top.value("做法")
        if isinstance(practices, Sequence):
            for n, block in enumerate(practices.items):
                if isinstance(block, Mapping):
                    yield from self._in_block(block, f"做法[{n}]")
            first = f"\n{{0}}  要点:\n{{0}}    - 事项: {OPEN}"
            yield from self._another(practices, "做法", "做法", PRACTICE.known["主题"], "主题", "主题: ", first)
        for name, key, part in (("问题", SHORTCOMING.known["表现"], "表现"), ("打算", INTENTION.known["举措"], "举措[0]")):
            listed = self.top.value(name)
            if isinstance(listed, Sequence):
                yield from self._another(listed, name, name, key, part)

    def _in_block(self, block: Mapping, path: str) -> Iterator[Growing]:
        points = block.value("要点")
        if not isinstance(points, Sequence):
            yield from self._facts(block, path)
            return
        for n, point in enumerate(points.items):
            if isinstance(point, Mapping):
                yield from self._facts(point, f"{path}.要点[{n}]")
        yield from self._another(points, f"{path}.要点", path, ITEM.known["事项"], "事项", "事项: ")

    def _facts(self, part: Mapping, path: str) -> Iterator[Growing]:
        """The facts of a point, or of a block without points: after the last, else under the key, else under a key of their own."""
        if self._char(part) == "{":
            return
        listed = part.value("事实")
        if isinstance(listed, Sequence):
            yield from self._another(listed, f"{path}.事实", path, FACTS_OF_ITEM, "")
        elif listed is None:
            indent = " " * (part.entries[0][0].place.column - 1)
            at = self._end(part, len(indent) - 1)
            yield self._made(at, f"\n{indent}事实:\n{indent}  - ", "", f"{path}.事实", path, 0, FACTS_OF_ITEM, "")
        elif isinstance(listed, Scalar) and listed.empty:
            key = next(key for key, _ in part.entries if key.text == "事实")
            indent = " " * (key.place.column + 1)
            at = self._line_end(self.source.offset(key.place))
            yield self._made(at, f"\n{indent}- ", "", f"{path}.事实", path, 0, FACTS_OF_ITEM, "")

    def _another(self, listed: Sequence, path: str, scope: str, key: Key, part: str, lead: str = "", tail: str = "") -> Iterator[Growing]:
        if not listed.items or self._char(listed) != "-":
            return
        indent = " " * (listed.place.column - 1)
        at = self._end(listed.items[-1], len(indent))
        yield self._made(at, f"\n{indent}- {lead}", tail.format(indent), path, scope, len(listed.items), key, part)

    def _made(self, at: int, lead: str, tail: str, path: str, scope: str, count: int, key: Key, part: str) -> Growing:
        place = self.source.place(at)
        value = f"{path}[{count}]{'.' if part else ''}{part}"
        gap = Gap(value, key, place, at, at, (at, at), lead=lead, tail=tail, is_blank=False)
        return Growing(path, scope, count, gap, self._usual(at, len(lead) - len(lead.lstrip("\n ")) - 1) if key is FACTS_OF_ITEM else ())

    def _usual(self, at: int, depth: int) -> tuple[str, ...]:
        """The entries behind a ``# `` that stand next, as deep as the list's own."""
        found = []
        for line in self.source.text[at + 1 :].split("\n"):
            ready = _READY.match(line)
            if ready is None or len(ready[1]) != depth:
                break
            row = _NOTE.sub("", ready[2])
            keyed = _KEYED.match(row)
            found.append(f"{keyed[1]}{HERE}{keyed[2]}" if keyed else row.replace(OPEN, HERE))
        return tuple(row for row in found if row != HERE)

    def _char(self, node: Node) -> str:
        return self.source.text[self.source.offset(node.place)]

    def _end(self, node: Node, depth: int) -> int:
        """The end of the last line of ``node`` and of the notes behind it that stand deeper than ``depth``."""
        at = self._line_end(max(self.source.offset(place) for place in self._places(node)))
        rest = self.source.text[at + 1 :].split("\n")
        for line in rest:
            bare = line.lstrip(" ")
            if not bare.startswith("#") or len(line) - len(bare) <= depth:
                break
            at += 1 + len(line)
        return at

    def _places(self, node: Node) -> Iterator[Place]:
        """Where each key of ``node`` begins and each value ends."""
        match node:
            case Mapping():
                for key, value in node.entries:
                    yield key.place
                    yield from self._places(value)
            case Sequence():
                for item in node.items:
                    yield from self._places(item)
            case Scalar():
                yield self.ends.get(node.place, node.place)

    def _line_end(self, offset: int) -> int:
        end = self.source.text.find("\n", offset)
        return len(self.source.text) if end < 0 else end

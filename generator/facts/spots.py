"""Where each value of a facts file stands in its text: what lets one value be changed and every other character stay."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.declared import Key, Many, Record, Shape
from generator.facts.keys import FACTS, LINE_BY_LINE
from generator.problems import Place, Source
from generator.yamlfile import Mapping, Node, Scalar, Sequence, as_items, composed, is_empty


class Spot(Struct, frozen=True):
    """One value: the declared key it belongs to (that of a short form too), its text, and its stretch of the source, quotes included.

    ``line_of_block`` marks a line of a ``|`` block, which takes no quotes. ``key_start`` is the offset of its key where it has one of its own.
    """

    key: Key
    text: str
    start: int
    end: int
    line_of_block: bool = False
    key_start: int | None = None


def root(source: Source) -> Mapping:
    """The keys of the file; an empty mapping where it has none."""
    node = composed(source).node
    return node if isinstance(node, Mapping) else Mapping((), Place(source.name, 1, 1))


def spots(source: Source) -> dict[Place, Spot]:
    """The values of ``source`` by their places. ``source`` is clean (newlines only, no mark) and has no fault of form."""
    return dict(_Finder(source).under(root(source), FACTS, None, None))


class _Finder:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._ends = composed(source).ends

    def under(self, node: Node, shape: Shape, key: Key | None, name: Scalar | None) -> Iterator[tuple[Place, Spot]]:
        """The values under ``node``, which stands under ``key``, written as ``name``."""
        match shape:
            case Many():
                for item in as_items(node) if not is_empty(node) else ():
                    yield from self.under(item, shape.item, key, None if isinstance(node, Sequence) else name)
            case Record() if isinstance(node, Mapping):
                for written, value in node.entries:
                    if declared := shape.known.get(written.text):
                        yield from self.under(value, declared.shape, declared, written)
            case Record() if isinstance(node, Scalar) and shape.short:
                short = shape.known[shape.short]
                yield from self.under(node, short.shape.item if isinstance(short.shape, Many) else short.shape, short, None)
            case _ if isinstance(node, Scalar) and key is not None and node.block and key.name in LINE_BY_LINE:
                yield from ((line.place, self._spot(line, key, None)) for line in as_items(node) if isinstance(line, Scalar))
            case _ if isinstance(node, Scalar) and key is not None:
                yield node.place, self._spot(node, key, name)

    def _spot(self, node: Scalar, key: Key, name: Scalar | None) -> Spot:
        start = self._source.offset(node.place)
        end = self._ends.get(node.place)
        key_start = self._source.offset(name.place) if name else None
        if end is None:
            return Spot(key, node.text, start, start + len(node.text), line_of_block=True)
        return Spot(key, node.text, start, self._source.offset(end), key_start=key_start)

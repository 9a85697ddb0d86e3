"""Two Word files of one look as one with revisions (花脸稿): accepted it gives the new text, refused the old one.

Revisions are ECMA-376-1 §17.13.5: ``ins`` and ``del`` around runs, in the properties of a paragraph mark and of a table row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import count, groupby
from typing import Any

from lxml import etree
from msgspec import Struct, field

from generator.compare.pairing import pairs_of, rising
from generator.compare.sentences import Sentence
from generator.compare.words import Mark, marked
from generator.printed import LineKind
from generator.render.fingerprint import FINGERPRINT_PART, fingerprinted, parts_of
from generator.render.ooxml import NAMESPACES

Node = Any
"""An element of lxml, which carries no types."""

_DOCUMENT = "word/document.xml"
_W = NAMESPACES.partition('xmlns:w="')[2].partition('"')[0]
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST_STRANGE = 0xF0000
"""Where the private characters begin that stand for what is no text, while two paragraphs are compared."""


def revised(old: bytes, new: bytes, author: str, date: datetime) -> bytes:
    """The Word file ``new`` with what sets it apart from ``old`` as revisions of ``author`` at ``date`` (UTC). Both are files that this tool made."""
    parts = parts_of(new)
    before, after = etree.fromstring(parts_of(old)[_DOCUMENT]), etree.fromstring(parts[_DOCUMENT])
    reviser = _Reviser({"author": author, "date": date.strftime("%Y-%m-%dT%H:%M:%SZ")})
    reviser.blocks(before.find(_tag("body")), after.find(_tag("body")))
    parts[_DOCUMENT] = etree.tostring(after, xml_declaration=True, encoding="UTF-8", standalone=True)
    return fingerprinted({name: content for name, content in parts.items() if name != FINGERPRINT_PART})


class _Atom(Struct, frozen=True):
    """A character of a paragraph, or what is none, with the run's properties it stands in."""

    sign: str
    look: bytes
    element: Node = None


class _Reviser(Struct):
    """Revisions of one author at one time; every one has a number of its own."""

    signed: dict[str, str]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    strange: dict[bytes, str] = field(default_factory=dict)

    # --- paragraphs, tables, rows: one below the other ---------------------------------------------------------------------------------------

    def blocks(self, old: Node, new: Node) -> None:
        """Makes the paragraphs and tables of ``new`` say what sets them apart from those of ``old``."""
        before, after = _blocks(old), _blocks(new)
        for one, other in self._aligned(before, after):
            if one is None:
                self._whole(other, Mark.COME)
            elif one.tag == _tag("tbl"):
                self._table(one, other)
            else:
                self._paragraph(one, other)

    def _aligned(self, before: Sequence[Node], after: Sequence[Node]) -> list[tuple[Node, Node]]:
        """Each new block with what it was, None for none; what went is put, as gone, before what follows it."""
        became = {i: j for i, j in rising(pairs_of(_said(before), _said(after))) if before[i].tag == after[j].tag}
        was = {j: i for i, j in became.items()}
        i = 0
        found: list[tuple[Node, Node]] = []
        for j, block in enumerate(after):
            while j in was and i < was[j]:
                self._gone(before[i], lambda node, at=block: at.addprevious(node))
                i += 1
            found.append((before[was[j]] if j in was else None, block))
            i += j in was
        last = after[-1] if after else None
        for block in reversed(before[i:]):
            if last is not None:
                self._gone(block, last.addnext)
        return found

    def _gone(self, block: Node, place: Any) -> None:
        copy = deepcopy(block)
        for page in copy.iter(_tag("sectPr")):
            page.getparent().remove(page)
        self._whole(copy, Mark.GONE)
        place(copy)

    def _whole(self, block: Node, mark: Mark) -> None:
        """All of a paragraph, table or row went or came."""
        for row in block.iter(_tag("tr")):
            _first(row, "trPr", behind=("tblPrEx",)).append(self._change(mark))
        for paragraph in block.iter(_tag("p")):
            atoms = list(self._atoms(paragraph))
            self._filled(paragraph, [(mark, atoms)])
            if block.tag == _tag("p"):
                _first(_first(paragraph, "pPr"), "rPr", before=("sectPr", "pPrChange")).insert(0, self._change(mark))

    def _table(self, old: Node, new: Node) -> None:
        before, after = old.findall(_tag("tr")), new.findall(_tag("tr"))
        for one, other in self._aligned(before, after):
            cells = [row.findall(_tag("tc")) if row is not None else [] for row in (one, other)]
            if len(cells[0]) == len(cells[1]):
                for was, became in zip(*cells, strict=True):
                    self.blocks(was, became)
            else:
                self._whole(other, Mark.COME)
                if one is not None:
                    self._gone(one, other.addprevious)

    # --- inside a paragraph ------------------------------------------------------------------------------------------------------------------

    def _paragraph(self, old: Node, new: Node) -> None:
        before, after = list(self._atoms(old)), list(self._atoms(new))
        said = ["".join(atom.sign for atom in side) for side in (before, after)]
        if said[0] == said[1]:
            return
        i = j = 0
        pieces: list[tuple[Mark, list[_Atom]]] = []
        for piece in marked(*said):
            length = len(piece.text)
            side = before[i : i + length] if piece.mark is Mark.GONE else after[j : j + length]
            pieces.append((piece.mark, side))
            i += length if piece.mark is not Mark.COME else 0
            j += length if piece.mark is not Mark.GONE else 0
        self._filled(new, pieces)

    def _atoms(self, paragraph: Node) -> Iterator[_Atom]:
        for run in paragraph.findall(_tag("r")):
            properties = run.find(_tag("rPr"))
            look = etree.tostring(properties) if properties is not None else b""
            for part in run:
                if part.tag == _tag("t"):
                    yield from (_Atom(sign, look) for sign in part.text or "")
                elif part.tag != _tag("rPr"):
                    yield _Atom(self._sign(part), look, part)

    def _sign(self, part: Node) -> str:
        return self.strange.setdefault(etree.tostring(part), chr(_FIRST_STRANGE + len(self.strange)))

    def _filled(self, paragraph: Node, pieces: Iterable[tuple[Mark, list[_Atom]]]) -> None:
        """Puts ``pieces`` in the place of the runs of ``paragraph``."""
        for run in paragraph.findall(_tag("r")):
            paragraph.remove(run)
        for mark, atoms in pieces:
            runs = list(_runs(atoms, mark))
            if mark is Mark.SAME:
                paragraph.extend(runs)
            elif runs:
                change = self._change(mark)
                change.extend(runs)
                paragraph.append(change)

    def _change(self, mark: Mark) -> Node:
        attributes = {"id": str(next(self.numbers)), **self.signed}
        return etree.Element(_tag("del" if mark is Mark.GONE else "ins"), {_tag(name): value for name, value in attributes.items()})


def _runs(atoms: Sequence[_Atom], mark: Mark) -> Iterator[Node]:
    for look, same in groupby(atoms, key=lambda atom: atom.look):
        run = etree.Element(_tag("r"))
        if look:
            run.append(etree.fromstring(look))
        for strange, part in groupby(same, key=lambda atom: atom.element is not None):
            if strange:
                run.extend(deepcopy(atom.element) for atom in part)
            else:
                text = etree.SubElement(run, _tag("delText" if mark is Mark.GONE else "t"))
                text.text = "".join(atom.sign for atom in part)
                text.set(_SPACE, "preserve")
        yield run


def _blocks(parent: Node) -> list[Node]:
    return [block for block in parent if block.tag in (_tag("p"), _tag("tbl"))]


def _said(blocks: Sequence[Node]) -> list[Sentence]:
    return [Sentence(LineKind.BODY, "".join(text.text or "" for text in block.iter(_tag("t"))), (), n) for n, block in enumerate(blocks)]


def _first(parent: Node, name: str, before: Sequence[str] = (), behind: Sequence[str] = ()) -> Node:
    """The child ``name`` of ``parent``, made where it is missing: at the beginning, or behind or before the children named so."""
    found = parent.find(_tag(name))
    if found is not None:
        return found
    made = etree.Element(_tag(name))
    follower = next((child for child in parent if child.tag in map(_tag, before)), None)
    if follower is not None:
        follower.addprevious(made)
    elif before:
        parent.append(made)
    else:
        parent.insert(sum(child.tag in map(_tag, behind) for child in parent), made)
    return made


def _tag(name: str) -> str:
    return f"{{{_W}}}{name}"

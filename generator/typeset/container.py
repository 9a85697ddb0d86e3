"""A Word file whose parts may be changed: every part that nobody touches stays byte for byte what it was."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from generator.limits import CHARACTERS, PACKAGE_BYTES, PACKAGE_PARTS, SET_RUNS, WORD_PART_BYTES
from generator.problems import Faults, Place, Problem, Severity
from generator.reading.alternatives import decide
from generator.reading.content_types import TYPES, of_suffix
from generator.reading.elements import Element, local, tag
from generator.reading.markup import undecided
from generator.reading.package import Package, part_name
from generator.reading.repack import mended
from generator.render.archive import zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MADE = 100
"""Parts that setting anew may add at the most."""
_COPY = "nigao-"
_MACROS = "word/vbaproject.bin"
_PROPERTIES = frozenset({"pPr", "rPr", "numPr", "tblPr", "trPr", "tcPr", "sectPr", "pBdr", "tabs", "style"})
_BLOCKS = frozenset(map(tag, ("p", "tbl")))


class Container(Struct):
    """A Word file by its parts. ``name`` is what problems call it, ``main`` the part that holds the text."""

    name: str
    members: dict[str, bytes]
    main: str
    macros: bool = False
    """Whether the file had macros, which are left behind."""
    _trees: dict[str, Element] = field(default_factory=dict)
    _as_read: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Container:
        """The Word file ``package``, mended where it is faulty. Raises ``Faults`` for what is too big, or is not read whole: what cannot be read
        could not be carried over."""
        name, members = package.name, _members(package)
        main = next((each for each in members if part_name(each) == package.main), package.main)
        container = cls(name, members, main, package.has(_MACROS))
        if _too_long(container.tree(main)):
            raise Faults([Problem(Place(name), "too-big", "这个 Word 文件太长，没有排", "分成几份，各排各的")])
        for part in (main, *container.related("styles", "numbering", "settings")):
            container.tree(part)
        return container

    def tree(self, part: str) -> Element:
        """The root of ``part``; what is changed in it is written. Raises ``Faults`` where it cannot be read whole."""
        if part not in self._trees:
            root = undecided(self.members[part])
            if root is None:
                raise Faults([Problem(Place(self.name), "part-damaged", f"文件里的 {part} 损坏了，没有排", "用 Word 打开修复，另存一份再排")])
            self._trees[part], self._as_read[part] = root, _written(root)
            decide(root, _to_be_read)
        return self._trees[part]

    @property
    def body(self) -> Element:
        return next(self.tree(self.main).iterchildren(tag("body")))

    def data(self) -> bytes:
        """The file as it stands now: the same bytes for the same parts."""
        written = {part: _written(root) for part, root in self._trees.items()}
        whole = {**self.members, **{part: text for part, text in written.items() if text != self._as_read[part]}}
        return zipped({name: whole[name] for name in sorted(whole, key=lambda name: (name != TYPES, name))})

    # --- relations ---------------------------------------------------------------------------------------------------------------------------

    def related(self, *kinds: str) -> list[str]:
        """The parts of these kinds that the text refers to, in the order of the relations."""
        return [part for relation in self._relations() if _kind(relation) in kinds and (part := self._target(relation)) is not None]

    def referred(self, identity: str) -> str | None:
        """The part that the relation ``identity`` of the text names."""
        return next((self._target(relation) for relation in self._relations() if relation.get("Id") == identity), None)

    def relate(self, kind: str, part: str, content: bytes, content_type: str = "") -> str:
        """The identity of the relation of the text to ``part``, which is made to hold ``content``, of a type of Word's own by default."""
        self.members[part] = content
        self._trees.pop(part, None)
        self._state_type(part, content_type or f"{_WORD}.{kind}+xml")
        for relation in self._relations():
            if _kind(relation) == kind and self._target(relation) == part:
                return str(relation.get("Id"))
        return self._new_relation(kind, part)

    def adopt(self, lender: Container, part: str, kind: str) -> str:
        """The identity of the relation to a copy of ``part`` of ``lender``, made here with the pictures that it shows."""
        folder, rels = posixpath.dirname(self.main), _relations_of(part)
        own = posixpath.join(folder, _lent(part))
        if rels in lender.members:
            root = undecided(lender.members[rels])
            for relation in () if root is None else root:
                if (shown := lender._target(relation, part)) is not None:
                    picture = posixpath.join(folder, "media", _lent(shown))
                    self.members[picture] = lender.members[shown]
                    self._state_default(shown)
                    relation.set("Target", posixpath.relpath(picture, folder))
            self.members[_relations_of(own)] = b"" if root is None else _written(root)
        return self.relate(kind, own, lender.members[part])

    def _state_default(self, picture: str) -> None:
        root, suffix = self.tree(TYPES), posixpath.splitext(picture)[1].lstrip(".").lower()
        if not any((e.get("Extension") or "").lower() == suffix for e in root):
            root.insert(0, root.makeelement(f"{{{_PACKAGE}/content-types}}Default", Extension=suffix, ContentType=of_suffix(suffix)))

    def unrelate(self, kind: str, kept: Callable[[str], bool]) -> None:
        """Take out the relations of that kind whose identity is not ``kept``, with their parts."""
        gone = [r for r in self._relations() if _kind(r) == kind and not kept(r.get("Id") or "")]
        parts = dict.fromkeys(map(self._target, gone))
        for relation in gone:
            relation.getparent().remove(relation)
        needed = set(map(self._target, self._relations()))
        for part in parts:
            if part is not None and part not in needed:
                self._discard(part)

    def _discard(self, part: str) -> None:
        for each in (part, _relations_of(part)):
            self.members.pop(each, None)
            self._trees.pop(each, None)
        for stated in [e for e in self.tree(TYPES) if e.get("PartName") == f"/{part}"]:
            stated.getparent().remove(stated)

    def _relations(self) -> list[Element]:
        return [element for element in self._home() if local(element) == "Relationship"]

    def _home(self) -> Element:
        """Where the relations of the text are stated."""
        home = _relations_of(self.main)
        self.members.setdefault(home, f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
        return self.tree(home)

    def _target(self, relation: Element, part: str = "") -> str | None:
        """The part that a relation of ``part`` (the text by default) leads to."""
        if relation.get("TargetMode") == "External":
            return None
        wanted = part_name(posixpath.join("/", posixpath.dirname(part or self.main), relation.get("Target") or ""))
        return next((name for name in self.members if part_name(name) == wanted), None)

    def _new_relation(self, kind: str, part: str) -> str:
        root = self._home()
        taken = {e.get("Id") for e in root}
        identity = next(f"rIdNigao{n}" for n in range(1, len(taken) + 2) if f"rIdNigao{n}" not in taken)
        target = posixpath.relpath(f"/{part}", f"/{posixpath.dirname(self.main)}")
        etree.SubElement(root, f"{{{_PACKAGE}/relationships}}Relationship", Id=identity, Type=f"{OFFICE}/{kind}", Target=target)
        return identity

    def _state_type(self, part: str, content_type: str) -> None:
        root = self.tree(TYPES)
        stated = next((e for e in root if (e.get("PartName") or "").lower() == f"/{part}".lower()), None)
        if stated is None:
            stated = etree.SubElement(root, f"{{{_PACKAGE}/content-types}}Override", PartName=f"/{part}")
        stated.set("ContentType", content_type)


def _written(root: Element) -> bytes:
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text


def _too_long(root: Element) -> bool:
    """Whether the text ``root`` is more than is set anew."""
    return sum(1 for _ in root.iter(tag("p"), tag("r"))) > SET_RUNS or sum(len(text.text or "") for text in root.iter(tag("t"))) > CHARACTERS


def _members(package: Package) -> dict[str, bytes]:
    """The parts of ``package``, mended where something is wrong with them. Raises ``Faults`` where one is lost or too big."""
    found = dict(package.parts()) if package.size <= PACKAGE_BYTES else {}
    if len(found) > PACKAGE_PARTS - _MADE:
        message = f"这个 Word 文件里有 {len(found)} 样东西，太多了，没有排"
        raise Faults([Problem(Place(package.name), "too-big", message, "用 Word 打开，另存一份再排")])
    if not found or any(len(part) > WORD_PART_BYTES for part in found.values()):
        message = f"这个 Word 文件解开来超过 {PACKAGE_BYTES >> 20} MB，或里面有一样超过 {WORD_PART_BYTES >> 20} MB，没有排"
        raise Faults([Problem(Place(package.name), "too-big", message, "压缩里面的图片，另存一份再排")])
    if package.problems:
        raise Faults([replace(problem, message=f"{problem.message}，没有排", severity=Severity.ERROR) for problem in package.problems])
    old = list(found.items())
    whole = mended(package, old)
    return found if sorted(whole) == sorted(old) else dict(whole)


def _kind(relation: Element) -> str:
    return str(relation.get("Type") or "").rpartition("/")[2]


def _lent(part: str) -> str:
    """The name of a copy, and of a copy of that."""
    base = posixpath.basename(part)
    return base if base.startswith(_COPY) else f"{_COPY}{base}"


def _relations_of(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _to_be_read(alternatives: Element) -> bool:
    """Whether the alternatives are paragraphs or tables, which are counted, or properties, which are set anew; those within a run keep what other
    programs show of them."""
    return local(alternatives.getparent()) in _PROPERTIES or any(block.tag in _BLOCKS for branch in alternatives for block in branch)

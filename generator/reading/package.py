"""The package of a Word file (ECMA-376 part 2): its parts as trees, found by what they relate to. Strays are passed over, sizes are bounded."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property, lru_cache
from urllib.parse import unquote

from msgspec import Struct, field

from generator.limits import WORD_PART_BYTES, WORD_PART_TAGS
from generator.problems import Faults, Place, Problem, Severity
from generator.reading.elements import Element, child, local, tag
from generator.reading.foreign import REPACKED, Foreign, called, foreign, foreign_package
from generator.reading.markup import parsed

NOT_WORD = "not-word"
"""The code of the one problem of a file that cannot be read as Word at all."""

_MAIN = "word/document.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Relation(Struct, frozen=True):
    """What a part refers to: the last word of the relation's type (styles, numbering, footer…) and the name of the part that is meant."""

    identity: str
    kind: str
    target: str


class Package(Struct, dict=True):
    """An opened Word file. ``problems`` are the parts that could not be read, or not whole."""

    name: str
    _archive: zipfile.ZipFile
    _names: dict[str, zipfile.ZipInfo]
    problems: list[Problem] = field(default_factory=list)
    _trees: dict[str, Element | None] = field(default_factory=dict)
    """The parts that were asked for, which several readers look into and none changes."""

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the text."""
        stated = (r.target for r in self._relations_of("") if r.kind == "officeDocument")
        return next((name for name in stated if name in self._names), _MAIN)

    @property
    def document(self) -> Element | None:
        """The root of the text; None where there is none."""
        return self._tree(self.main)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What the text relates to within the package, dangling relations left out."""
        return tuple(r for r in self._relations_of(self.main) if r.target in self._names)

    def all_relations(self) -> Iterator[Relation]:
        """What the package itself and the text relate to within it."""
        yield from (r for r in self._relations_of("") if r.target in self._names)
        yield from self.relations

    def written(self, name: str) -> str:
        """The part ``name`` as the file spells it."""
        return self._names[name].filename.replace("\\", "/").lstrip("/")

    def related(self, kind: str) -> Element | None:
        """The root of the part of that kind beside the text; of the first where there are several, None where there is none to be read."""
        return next((self._tree(r.target) for r in self.relations if r.kind == kind), None)

    def all_related(self, *kinds: str) -> list[Element]:
        """The roots of all parts of these kinds beside the text."""
        return [root for r in self.relations if r.kind in kinds and (root := self._tree(r.target)) is not None]

    def properties(self) -> list[Element]:
        """The roots of the properties of the file: its author and his like, and what the program that wrote it adds."""
        stated = [r.target for r in self._relations_of("") if r.kind in ("core-properties", "extended-properties")]
        return [root for name in stated if (root := self._tree(name)) is not None]

    def referred(self, reference: Element) -> Element | None:
        """The root of the part that ``r:id`` of ``reference`` names."""
        identity = reference.get(_RELATION)
        return next((self._tree(r.target) for r in self.relations if r.identity == identity), None)

    @property
    def size(self) -> int:
        """Bytes of all parts unpacked, as the package states them."""
        return sum(info.file_size for info in self._names.values())

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._names

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """All parts that unpack, with their names as written."""
        for name, info in self._names.items():
            data = self._bytes(name)
            if data is not None:
                yield info.filename.replace("\\", "/"), data

    def holds(self, *folders: str) -> bool:
        """Whether any part stands in one of ``folders`` or has one of them as its name."""
        return any(name.startswith(folders) for name in self._names)

    @property
    def repacked(self) -> bool:
        """Whether all of a Word file stands in a folder of the archive: somebody unpacked it and packed it again."""
        return any(name.endswith(f"/{_MAIN}") for name in self._names)

    def _relations_of(self, part: str) -> Iterator[Relation]:
        folder, base = posixpath.split(part)
        root = self._tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        for element in () if root is None else root:
            if local(element) == "Relationship" and element.get("TargetMode") != "External":
                kind = (element.get("Type") or "").rpartition("/")[2]
                yield Relation(element.get("Id") or "", kind, part_name(posixpath.join("/", folder, element.get("Target") or "")))

    def _tree(self, name: str) -> Element | None:
        if name not in self._trees:
            self._trees[name] = self._parsed(name)
        return self._trees[name]

    def _parsed(self, name: str) -> Element | None:
        data = self._bytes(name)
        if data is None:
            return None
        if len(data) > WORD_PART_BYTES or data.count(b"<") > WORD_PART_TAGS:
            self._warn("part-too-large", f"文件里的 {name} 太大，没有读", "删去用不着的内容，或分成几份")
            return None
        root, whole = parsed(data)
        if not whole:
            self._warn("part-damaged", f"文件里的 {name} 损坏了，" + ("没有读" if root is None else "只读出了一部分"), "用 Word 打开修复，另存一份")
        return root

    def _bytes(self, name: str) -> bytes | None:
        info = self._names.get(name)
        if info is None:
            return None
        try:
            with self._archive.open(info) as file:
                return file.read(WORD_PART_BYTES + 1)
        except Exception:  # a broken archive raises whatever its compression raises
            self._warn("part-damaged", f"文件里的 {name} 损坏了，没有读", "用 Word 打开修复，另存一份")
            return None

    def _warn(self, code: str, message: str, hint: str) -> None:
        problem = Problem(Place(self.name), code, message, hint, Severity.WARNING)
        if problem not in self.problems:
            self.problems.append(problem)


def opened(name: str, data: bytes) -> Package:
    """The Word file ``data``: .docx, .docm, .dotx, Strict or not. Raises ``Faults`` with one problem that says what it is instead, and what to do."""
    found = foreign(data)
    if found is not None:
        raise not_word(name, found)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = {part_name(info.filename): info for info in archive.infolist()}
    except Exception:  # a broken archive raises whatever its compression raises
        raise not_word(name, Foreign("这个 Word 文件不完整，打不开", "多半没有下载完，或拷贝时中断了：从原处再取一份")) from None
    if any(info.flag_bits & 1 for info in names.values()):
        raise not_word(name, Foreign("这个文件是加了密码的压缩包", "解开压缩包，给里面的 .docx"))
    package = Package(name, archive, names)
    if child(package.document, "body") is None:
        raise not_word(name, _bodiless(package))
    return package


def _bodiless(package: Package) -> Foreign:
    if package.problems:
        return Foreign(package.problems[0].message, package.problems[0].hint)
    root = package.document
    if root is not None and root.tag == tag("document"):
        return Foreign("这个 Word 文件里没有正文", "用 Word 打开看看，另存一份")
    return REPACKED if package.repacked else foreign_package(package.holds)


def not_word(name: str, found: Foreign) -> Faults:
    """The fault of a file that is not read as Word."""
    return Faults([Problem(Place(name), NOT_WORD, called(found.what, name), found.remedy)])


@lru_cache(maxsize=1 << 14)
def part_name(path: str) -> str:
    """One spelling for the name of a part: some writers escape it, put it in capitals or use the slashes of Windows."""
    return posixpath.normpath("/" + unquote(path).replace("\\", "/")).lstrip("/").lower()

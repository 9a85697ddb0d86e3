"""What the making of a Word file left in it: pending changes, comments, and the people that its properties name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.check.document import Traces
from generator.reading.elements import Element, attribute, local

_CHANGES = {
    "ins": "插入",
    "cellIns": "插入",
    "del": "删除",
    "cellDel": "删除",
    "moveTo": "移动",
    "moveFrom": "移动",
    "rPrChange": "改格式",
    "pPrChange": "改格式",
    "sectPrChange": "改格式",
    "tblPrChange": "改格式",
    "trPrChange": "改格式",
    "tcPrChange": "改格式",
    "tblPrExChange": "改格式",
    "tblGridChange": "改格式",
    "cellMerge": "合并单元格",
    "numberingChange": "改格式",
}
_PEOPLE = {"creator": "作者", "lastModifiedBy": "最后修改者", "Manager": "主管"}
_MARK = frozenset({"rPr", "trPr"})
_MACHINES = frozenset(
    """
    administrator admin user users owner pc dell lenovo hp asus acer thinkpad microsoft word wps libreoffice openoffice unknown un-named
    python-docx docx4j docxtpl poi apache pandoc aspose nigao 拟稿 微软用户 微软中国 用户 雨林木风 深度技术 系统之家
    """.split()
)
"""What programs write where no one told them a name, in lower case."""
_MACHINE = ("microsoft office", "windows", "apache poi", "openoffice", "libreoffice", "aspose", "wps_", "docx.js")


def traces(texts: Sequence[Element], comments: Element | None, properties: Sequence[Element]) -> Traces:
    """What is found in the roots of the parts that print (``texts``), of the comments and of the properties."""
    changes = [part for root in texts for part in root.iter() if local(part) in _CHANGES and _begins(part)]
    said = [part for part in (() if comments is None else comments) if local(part) == "comment"]
    authors = dict.fromkeys(name for part in (*changes, *said) if (name := (attribute(part, "author") or "").strip()))
    return Traces(_counted(Counter(map(local, changes))), len(said), tuple(authors), dict(_people(properties)))


def _counted(changes: Counter[str]) -> dict[str, int]:
    """How many there are of each kind. A move has two ends and is one change; where one end is missing, the other counts."""
    ends = ("moveTo", "moveFrom")
    moved = max(changes[end] for end in ends)
    return Counter({"移动": moved} if moved else {}) + sum((Counter({_CHANGES[n]: k}) for n, k in changes.items() if n not in ends), Counter())


def _begins(change: Element) -> bool:
    """Whether ``change`` counts: neighbours of one kind are one change, and so is a paragraph with its mark."""
    kind, parent = local(change), local(change.getparent())
    if kind in ("ins", "del") and parent in _MARK:
        return not _told(change.getparent().getparent().getparent(), kind) if parent == "rPr" else True
    return local(change.getprevious()) != kind


def _told(paragraph: Element | None, kind: str) -> bool:
    return paragraph is not None and any(local(part) == kind for part in paragraph)


def _people(properties: Sequence[Element]) -> Iterator[tuple[str, str]]:
    for root in properties:
        for part in root:
            name = (part.text or "").strip()
            if local(part) in _PEOPLE and name and not _machine(name):
                yield _PEOPLE[local(part)], name


def _machine(name: str) -> bool:
    lower = name.lower()
    return lower in _MACHINES or lower.startswith(_MACHINE)


def others(people: Mapping[str, str], text: str) -> dict[str, str]:
    """The ``people`` whom ``text`` does not name itself."""
    return {what: name for what, name in people.items() if name not in text}

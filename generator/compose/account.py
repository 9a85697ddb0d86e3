"""What a draft is made of: characters and share of formula per section, facts used and left over, blanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from generator.chinese.punctuation import count_characters
from generator.facts.model import Facts
from generator.printed import LineKind, lines
from generator.report import Blank, Inline, Inlines, Origin, OriginKind, Report, Role, Section, Text, plain

_COUNTED = (LineKind.BODY, LineKind.HEADING)
_CLERKS = (OriginKind.FACT, OriginKind.BLANK, OriginKind.ECHO)


class Share(Struct, frozen=True):
    """A section: its heading, its characters, and how many of the body's are the tool's own (neither the clerk's nor a heading)."""

    title: str
    characters: int
    formula: int
    body: int

    @property
    def share(self) -> float:
        return self.formula / self.body if self.body else 0.0


def length(report: Report) -> int:
    """Characters from 导语 to 结语 with headings, counted as Word counts; a blank counts one."""
    return sum(_characters(line.inlines, line.number) for line in lines(report) if line.kind in _COUNTED)


def shares(report: Report) -> list[Share]:
    """导语 if there is one, then every level-1 section whole."""
    found = [_share("导语", [p.inlines for p in report.lead], ())] if report.lead else []
    for section in report.sections:
        bodies, titles = _texts(section)
        found.append(_share(section.number + plain(section.title), bodies, titles))
    return found


def thinnest(report: Report, most: int = 3) -> list[str]:
    """The blocks of 做法 that hold the fewest of the clerk's characters."""
    blocks = [s for part in report.sections if Role.PRACTICE in part.roles for s in part.sections]
    found = [_share(s.number + plain(s.title), [b.inlines for b in s.blocks], ()) for s in blocks]
    return [s.title for s in sorted(found, key=lambda s: s.body - s.formula)[:most]]


def hollow(part: Section) -> list[str]:
    """The blocks of ``part`` that hold formula and not one character of the clerk's."""
    found = [_share(s.number + plain(s.title), [b.inlines for b in s.blocks], ()) for s in part.sections]
    return [s.title for s in found if s.body and s.body == s.formula]


def _texts(section: Section) -> tuple[list[Inlines], list[Inlines]]:
    bodies, titles = [b.inlines for b in section.blocks], [section.title]
    for child in section.sections:
        inner = _texts(child)
        bodies += inner[0]
        titles += inner[1]
    return bodies, titles


def _share(title: str, bodies: list[Inlines], titles: list[Inlines] | tuple[Inlines, ...]) -> Share:
    body = sum(_characters(b) for b in bodies)
    formula = sum(count_characters(i.text) for b in bodies for i in b if not _clerks(i))
    return Share(title, body + sum(_characters(t) for t in titles), formula, body)


def _clerks(inline: Inline) -> bool:
    return isinstance(inline, Blank) or (inline.origin is not None and inline.origin.kind in _CLERKS)


def _characters(inlines: Inlines, number: str = "") -> int:
    return count_characters(number + "".join("□" if isinstance(i, Blank) else i.text for i in inlines))


def blanks(report: Report) -> list[Origin]:
    """Where the blanks of the draft come from, in its order; a table that says again what the text says adds none."""
    found = ((line.kind, i.origin) for line in lines(report) for i in line.inlines if isinstance(i, Blank) and i.origin)
    return [origin for kind, origin in found if kind is not LineKind.TABLE_ROW or origin.path.startswith(_OWN_TABLE)]


_OWN_TABLE = "附件["
"""How the paths of a table of the clerk's own begin, which says what the text need not say."""


def given(facts: Facts) -> list[Text]:
    """Every run of the clerk's own words that the draft owes: facts and own sentences, not the unit's particulars."""
    own = (facts.title, facts.lead, facts.closing, facts.practices, facts.shortcomings, facts.intentions)
    cells = tuple(sheet.table for sheet in facts.sheets)
    frame = (facts.reporter, facts.addressee, facts.signature, facts.attachments, cells, facts.masthead, facts.imprint)
    found: list[Inline] = []
    _gather((*own, *frame), found)
    return [i for i in found if isinstance(i, Text)]


def _gather(value: Any, found: list[Inline]) -> None:
    """Put all inlines of ``value`` behind those ``found``, in their order."""
    if isinstance(value, Text | Blank):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, found)
    elif isinstance(value, Struct):
        for name in _names(value.__class__):
            _gather(getattr(value, name), found)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a class that may hold words of the clerk's: what is only a text or number says where these stand."""
    return tuple(name for name, said in kind.__annotations__.items() if said not in _NO_WORDS)


_NO_WORDS = ("str", "int", "bool", "int | None", "tuple[str, ...]", "tuple[int, ...]")


def used(report: Report, facts: Facts, runs: Sequence[Text] | None = None) -> tuple[int, list[Text]]:
    """How many of the clerk's ``runs`` (``given``) stand in the draft, and those that do not: words may be supplied within a run, so its
    characters count, by the path they come from. Final stops are set anew and do not count, nor the comma behind what became a title."""
    printed: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines(report):
        for inline in line.inlines:
            if isinstance(inline, Text) and inline.origin:
                printed[inline.origin.path].append(inline.text)
    owed = [t for t in (given(facts) if runs is None else runs) if t.text.strip("。；，、,; \n")]
    missing = [t for t in owed if not _stands(t, printed[_path(t)])]
    return len(owed) - len(missing), missing


def _stands(text: Text, printed: Sequence[str]) -> bool:
    """Whether what is ``printed`` from the path of ``text`` holds it, whole as most are or character by character; spaces, which part a clerk's
    words and are closed up or give way to a comma (灌缝 74.3公里), do not count."""
    bare = "".join(text.text.rstrip("。；，、,;").split())
    return any(bare in piece for piece in printed) or not Counter(bare) - Counter("".join(printed)) - _set_anew(text)


def _set_anew(text: Text) -> Counter[str]:
    """The marks within a text of which one each may give way to a stop: behind the clause that heads a problem, or a point given in one line."""
    return Counter("，。；" if _path(text).endswith(("表现", "事项")) else "")


def _path(text: Text) -> str:
    return text.origin.path if text.origin else ""

"""Fields of Word (ECMA-376 part 1, 17.16): what they print is their result, never their instructions; a few print without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from generator.reading.elements import Element, attribute, child, switch, tag, value, whole
from generator.reading.symbols import symbol

_RUN, _CHARACTER, _CODE, _PARAGRAPH = map(tag, ("r", "fldChar", "instrText", "p"))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUNS = frozenset({_RUN, f"{_MATH}r"})
_GONE = frozenset(map(tag, ("del", "moveFrom")))
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)


class _Open(Struct):
    """A field that has begun and not ended yet."""

    begin: Element
    asked: bool = False
    """Whether it stands in the instructions of another."""
    listed: bool = False
    """Whether it stands in a table of contents."""
    result: bool = False
    code: str = ""

    @property
    def instructs(self) -> bool:
        """Whether what stands in it now is an instruction, its own or that of one around it."""
        return self.asked or not self.result

    @property
    def lists(self) -> bool:
        """Whether what stands in it now is of a table of contents."""
        return self.listed or _CONTENTS.match(self.code) is not None


class Fields(Struct):
    """``unprinted`` are the parts of runs and the equations that stand in instructions, or in the result of a table of contents; ``printed`` is what
    a field without a result prints, by the mark that ends it; ``contents`` are the paragraphs that a table of contents runs through; ``strange``
    are the marks of fields that print what only Word can work out."""

    unprinted: set[Element] = field(default_factory=set)
    printed: dict[Element, str] = field(default_factory=dict)
    contents: set[Element] = field(default_factory=set)
    strange: set[Element] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element) -> Fields:
        """The fields in ``root``. A mark without its counterpart belongs to no field: what stands behind it is read."""
        marks = [mark for mark in root.iter(_CHARACTER) if not any(above.tag in _GONE for above in mark.iterancestors())]
        found = cls()
        matched = set(_matched(marks))
        if matched:
            found._walk(root, matched)
        return found

    def _walk(self, root: Element, matched: set[Element]) -> None:
        opened: list[_Open] = []
        for part in root.iter():
            if part in matched:
                self._mark(part, opened)
            elif opened and (((run := part.getparent()) is not None and run.tag in _RUNS) or _whole_equation(part)):
                self._within(part, opened)

    def _mark(self, mark: Element, opened: list[_Open]) -> None:
        match attribute(mark, "fldCharType"):
            case "begin":
                around = opened[-1] if opened else None
                opened.append(_Open(mark, around is not None and around.instructs, around is not None and around.lists))
            case "separate":
                opened[-1].result = True
            case _:
                self._end(mark, opened.pop())

    def _end(self, mark: Element, done: _Open) -> None:
        if done.result or done.asked:
            return
        printed = without_result(done.code, child(done.begin, "ffData"))
        if printed is None:
            self.strange.add(mark)
        else:
            self.printed[mark] = printed

    def _within(self, part: Element, opened: list[_Open]) -> None:
        if part.tag == _CODE and not opened[-1].result and len(opened[-1].code) < _LONGEST_CODE:
            opened[-1].code += (part.text or "")[:_LONGEST_CODE]
        contents = opened[-1].lists
        if contents:
            self.contents.update(above for above in part.iterancestors(_PARAGRAPH))
        if contents or opened[-1].instructs:
            self.unprinted.add(part)


def _whole_equation(part: Element) -> bool:
    """Whether ``part`` is a structure of an equation in which no field begins or ends."""
    return str(part.tag).startswith(_MATH) and next(part.iter(_CHARACTER), None) is None


_LONGEST_CODE = 1000
"""Characters of an instruction that are looked at: what it is called stands at its beginning."""


def _matched(marks: list[Element]) -> Iterator[Element]:
    """The marks that belong to a whole field: begin, end, and the one that parts instructions from result."""
    opened: list[list[Element]] = []
    for mark in marks:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            opened.append([mark])
        elif opened and kind == "separate" and len(opened[-1]) == 1:
            opened[-1].append(mark)
        elif opened and kind == "end":
            yield from (*opened.pop(), mark)


# --- fields that print without a result --------------------------------------------------------------------------------------------------------

_SILENT = frozenset(
    """
    ADVANCE ASK BARCODE BIBLIOGRAPHY CONTROL DATA DDE DDEAUTO FILLIN GLOSSARY HTMLACTIVEX INDEX MERGEREC MERGESEQ NEXT NEXTIF NOTEREF PAGEREF PRINT
    PRIVATE RD REF SECTION SECTIONPAGES SET SKIPIF TA TC TOA TOC XE HYPERLINK IF MERGEFIELD INCLUDETEXT INCLUDEPICTURE PAGE NUMPAGES QUOTE FORMTEXT
    """.split()
)
"""Fields that show nothing while they have no result, Word's own or one it has not worked out."""

_SHOWN_CODE = re.compile(r"(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s*(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(r'SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})(?:.*\\f\s+"?([^"\\]+))?', re.IGNORECASE | re.DOTALL)


def without_result(code: str, form: Element | None) -> str | None:
    """What a field with the instruction ``code`` (``form``: its form data) prints without a result; None where only Word can work it out."""
    code = code.strip()
    name = code.partition(" ")[0].upper()
    if name == "FORMCHECKBOX":
        return _box(child(form, "checkBox"))
    if name == "FORMDROPDOWN":
        return _entry(child(form, "ddList"))
    if name == "EQ":
        return equation(code[2:])
    if found := _SYMBOL.match(code):
        return symbol(int(found[1], 0) if found[1].lower().startswith("0x") else int(found[1]), (found[2] or "").strip()) or None
    if found := _SHOWN_CODE.match(code):
        return found[1].strip()
    return "" if not name or name in _SILENT or name.startswith(("=", "\\")) else None


def _box(box: Element | None) -> str:
    checked = switch(box, "checked")
    return "☑" if (bool(switch(box, "default")) if checked is None else checked) else "☐"


def _entry(choices: Element | None) -> str:
    entries = [attribute(e, "val") or "" for e in choices.findall(tag("listEntry"))] if choices is not None else []
    chosen = whole(value(choices, "result") or value(choices, "default") or "0") or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


_FORMAT = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')
_GUIDE, _RAISED = re.compile(r"\\\*\s*hps\d"), re.compile(r"\\s\s*\\up\s*\d*\s*\([^()]*\)\s*[,;]?", re.IGNORECASE)
"""What a phonetic guide says of its size, and the sounds that it raises."""
_OPERATION = re.compile(r"\\([a-z]+)((?:\s*\\[a-z]+\s*\d*)*)\s*\(([^()]*)\)", re.IGNORECASE)
_CIRCLES = frozenset("○〇◯□△◇")


def equation(code: str) -> str | None:
    """The formula of an EQ field in a line, worked out from within: a/b, √(x), and ① for a digit that a circle is struck over.

    Of characters with their sounds above, as Word's phonetic guide makes them, the characters are the text.
    """
    guide = _GUIDE.search(code)
    code = _FORMAT.sub("", _RAISED.sub("", code) if guide else code)
    while (found := _OPERATION.search(code)) is not None:
        said = _operated(found[1].lower(), [part.strip() for part in re.split("[,;，；]", found[3])])
        if said is None:
            return None
        code = code[: found.start()] + said + code[found.end() :]
    return None if "\\" in code else code.strip()


def _operated(name: str, parts: list[str]) -> str | None:
    match name, parts:
        case "f", [over, under]:
            return f"{over}/{under}"
        case "r", [inner]:
            return f"√{inner}"
        case "r", [degree, inner]:
            return f"{degree}√{inner}"
        case "o", _:
            return _struck_over([part for part in parts if part])
        case (("a" | "b" | "d" | "i" | "l" | "s" | "x"), _):
            return "".join(parts)
        case _:
            return None


def _struck_over(parts: list[str]) -> str:
    """A number in a circle where that is what comes of it; else what stands in the circle, or all that is struck over each other."""
    inner = [part for part in parts if part not in _CIRCLES]
    circled = len(inner) < len(parts) and len(inner) == 1
    n = int(inner[0]) if circled and inner[0].isascii() and inner[0].isdecimal() and len(inner[0]) <= _CIRCLED_DIGITS else 0
    return chr(ord("①") + n - 1) if 1 <= n <= 20 else "".join(inner)


_CIRCLED_DIGITS = 2

"""Equations of Word (ECMA-376 part 1, 22.1) in one line, as one types them: a/b, m², √(x), x_(i+1), ∑_(i=1)^n i."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.reading.elements import Element, local

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

Say = Callable[[Element], str]
"""The text of a run of WordprocessingML within an equation."""

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_GONE = frozenset({"del", "moveFrom"})


def linear(equation: Element, say: Say) -> str:
    """``equation`` (``m:oMath`` or any part of one) in a line; ``say`` reads runs of text that stand in it."""
    name = local(equation)
    if equation.tag == f"{MATH}t":
        return equation.text or ""
    if name in _GONE or name.endswith("Pr"):
        return ""
    if name == "r":
        return "".join(part.text or "" for part in equation if part.tag == f"{MATH}t") if equation.tag == f"{MATH}r" else say(equation)
    written = _WRITTEN.get(name) if equation.tag.startswith(MATH) else None
    return written(_Parts(equation, say)) if written else "".join(linear(part, say) for part in equation)


class _Parts:
    """The arguments and properties of one structure."""

    def __init__(self, element: Element, say: Say) -> None:
        self.element = element
        self.say = say

    def __getitem__(self, name: str) -> str:
        """The arguments ``name`` in a line, one after the other."""
        return "".join(self.all(name))

    def all(self, name: str) -> list[str]:
        return [linear(part, self.say) for part in self.element if part.tag == f"{MATH}{name}"]

    def grouped(self, name: str) -> str:
        """The argument in brackets where it is more than one number or word."""
        return _grouped(self[name])

    def property(self, name: str, default: str) -> str:
        """The value of the property ``name``; ``default`` where it is not said."""
        path = f"{MATH}{local(self.element)}Pr/{MATH}{name}"
        found = self.element.find(path)
        return default if found is None else found.get(f"{MATH}val", "")


def _grouped(text: str) -> str:
    whole = text.isalnum() or text.replace(".", "").isalnum() or _bracketed(text)
    return text if whole or len(text) <= 1 else f"({text})"


def _bracketed(text: str) -> bool:
    return text.startswith(("(", "（")) and text.endswith((")", "）")) and not set("()（）") & set(text[1:-1])


def _script(sign: str, text: str, table: Mapping[int, str | int | None]) -> str:
    """A raised or lowered argument by characters of that kind, where there are such, else behind ``sign``."""
    moved = text.translate(table)
    if not text:
        return ""
    return moved if all(ord(character) in table for character in text) else f"{sign}{_grouped(text)}"


def _above(text: str) -> str:
    return _script("^", text, _RAISED)


def _below(text: str) -> str:
    return _script("_", text, _LOWERED)


def _fraction(parts: _Parts) -> str:
    return f"{parts.grouped('num')}/{parts.grouped('den')}"


def _root(parts: _Parts) -> str:
    degree = parts["deg"]
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree, "")
    return f"{sign or f'{_grouped(degree)}√'}{parts.grouped('e')}"


def _delimited(parts: _Parts) -> str:
    inner = parts.property("sepChr", "|").join(parts.all("e"))
    return f"{parts.property('begChr', '(')}{inner}{parts.property('endChr', ')')}"


def _nary(parts: _Parts) -> str:
    return f"{parts.property('chr', '∫')}{_below(parts['sub'])}{_above(parts['sup'])}{parts['e']}"


def _matrix(parts: _Parts) -> str:
    rows = (_Parts(row, parts.say).all("e") for row in parts.element if row.tag == f"{MATH}mr")
    return f"[{'；'.join('，'.join(row) for row in rows)}]"


def _function(parts: _Parts) -> str:
    name, argument = parts["fName"], parts["e"]
    return f"{name}{argument}" if argument.startswith(("(", "（")) else f"{name} {argument}"


def _accented(parts: _Parts) -> str:
    return parts["e"] + parts.property("chr", "\u0302")


def _phantom(parts: _Parts) -> str:
    return "" if parts.property("show", "1") in ("0", "off", "false") else parts["e"]


_WRITTEN: Mapping[str, Callable[[_Parts], str]] = {
    "f": _fraction,
    "rad": _root,
    "d": _delimited,
    "nary": _nary,
    "m": _matrix,
    "func": _function,
    "acc": _accented,
    "phant": _phantom,
    "sSup": lambda parts: parts["e"] + _above(parts["sup"]),
    "sSub": lambda parts: parts["e"] + _below(parts["sub"]),
    "sSubSup": lambda parts: parts["e"] + _below(parts["sub"]) + _above(parts["sup"]),
    "sPre": lambda parts: _below(parts["sub"]) + _above(parts["sup"]) + parts["e"],
    "limLow": lambda parts: parts["e"] + _below(parts["lim"]),
    "limUpp": lambda parts: parts["e"] + _above(parts["lim"]),
    "eqArr": lambda parts: "；".join(parts.all("e")),
}

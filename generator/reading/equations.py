"""Equations of Word (ECMA-376 part 1, 22.1) in one line, as one types them: a/b, m², √(x), x_(i+1), ∑_(i=1)^n i."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.onoff import is_off
from generator.reading.elements import Element, child, local, switch

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

Say = Callable[[Element], str]
"""The text of a run of WordprocessingML within an equation."""

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_PRIMES = frozenset("′″‴°")
"""Signs that stand high by themselves."""
_GONE = frozenset({"del", "moveFrom"})


def linear(equation: Element, say: Say, depth: int = 0) -> str:
    """``equation`` (``m:oMath`` or any part of one) in a line; ``say`` reads runs of text that stand in it. ``depth`` are the structures around."""
    name = local(equation)
    if equation.tag == f"{MATH}t":
        return equation.text or ""
    if name in _GONE or name.endswith("Pr"):
        return ""
    if name == "r":
        return _run(equation) if equation.tag == f"{MATH}r" else say(equation)
    if depth > _DEEPEST:
        return "".join(part.text or "" for part in equation.iter(f"{MATH}t"))
    written = _WRITTEN.get(name) if equation.tag.startswith(MATH) else None
    return written(_Parts(equation, say, depth + 1)) if written else "".join(linear(part, say, depth + 1) for part in equation)


_DEEPEST = 40
"""Structures within one another that are told apart: a fraction in a root in a sum takes six; below it the signs stand one after the other."""


def _run(run: Element) -> str:
    """The characters of a run of an equation, which may be hidden as any run."""
    return "" if switch(child(run, "rPr"), "vanish") else "".join(part.text or "" for part in run if part.tag == f"{MATH}t")


class _Parts:
    """The arguments and properties of one structure."""

    def __init__(self, element: Element, say: Say, depth: int) -> None:
        self.element = element
        self.say = say
        self.depth = depth

    def __getitem__(self, name: str) -> str:
        """The arguments ``name`` in a line, one after the other."""
        return "".join(self.all(name))

    def all(self, name: str) -> list[str]:
        return [linear(part, self.say, self.depth) for part in self.element if part.tag == f"{MATH}{name}"]

    def grouped(self, name: str) -> str:
        """The argument in brackets where it is more than one number or word."""
        return _grouped(self[name])

    def switched(self, name: str) -> bool:
        """Whether the property ``name`` is said and not switched off."""
        found = self._said(name)
        return found is not None and not is_off(found.get(f"{MATH}val"))

    def _said(self, name: str) -> Element | None:
        return self.element.find(f"{MATH}{local(self.element)}Pr/{MATH}{name}")

    def property(self, name: str, default: str) -> str:
        """The value of the property ``name``; ``default`` where it is not said."""
        found = self._said(name)
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
    """A raised argument; the ring that makes degrees is typed as the sign for them."""
    sign = text.strip().replace("∘", "°")
    return sign if sign and set(sign) <= _PRIMES else _script("^", text, _RAISED)


def _below(text: str) -> str:
    return _script("_", text, _LOWERED)


def _fraction(parts: _Parts) -> str:
    """One number over another; without a bar it counts choices: n¦k."""
    return f"{parts.grouped('num')}{'¦' if parts.property('type', 'bar') == 'noBar' else '/'}{parts.grouped('den')}"


def _root(parts: _Parts) -> str:
    degree = "" if parts.switched("degHide") else parts["deg"]
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree, "")
    return f"{sign or f'{_grouped(degree)}√'}{parts.grouped('e')}"


def _delimited(parts: _Parts) -> str:
    inner = parts.property("sepChr", "|").join(parts.all("e"))
    return f"{parts.property('begChr', '(')}{inner}{parts.property('endChr', ')')}"


def _nary(parts: _Parts) -> str:
    below, above = ("" if parts.switched(f"{name}Hide") else parts[name] for name in ("sub", "sup"))
    return f"{parts.property('chr', '∫')}{_below(below)}{_above(above)}{parts['e']}"


def _matrix(parts: _Parts) -> str:
    rows = (_Parts(row, parts.say, parts.depth).all("e") for row in parts.element if row.tag == f"{MATH}mr")
    return f"[{'；'.join('，'.join(row) for row in rows)}]"


def _function(parts: _Parts) -> str:
    name, argument = parts["fName"], parts["e"]
    return f"{name}{argument}" if argument.startswith(("(", "（")) else f"{name} {argument}"


def _accented(parts: _Parts) -> str:
    return parts["e"] + parts.property("chr", "\u0302")


def _phantom(parts: _Parts) -> str:
    return "" if is_off(parts.property("show", "")) else parts["e"]


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

"""Equations of Word (ECMA-376 part 1, 22.1) in one line, as one types them: a/b, m², √(x), x_(i+1), ∑_(i=1)^n i."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from generator.onoff import is_off
from generator.reading.elements import Element, local
from generator.reading.wrappers import GONE, waiting

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

Say = Callable[[Element], str]
"""The text of a run that stands in an equation, its own (``m:r``, 22.1.2.87) or one of WordprocessingML."""

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_PRIMES = frozenset("′″‴°")
"""Signs that stand high by themselves."""
_SWITCHED_OFF = {("rad", "deg"): "degHide", ("nary", "sub"): "subHide", ("nary", "sup"): "supHide"}
"""Arguments, and the property of their structure that hides them (22.1.2.26, 22.1.2.111, 22.1.2.113)."""


def linear(equation: Element, say: Say, unprinted: Collection[Element] = (), depth: int = 0) -> str:
    """``equation`` (``m:oMath`` or any part of one) in a line; ``say`` reads the runs that stand in it. Parts that are ``unprinted`` add nothing.
    ``depth`` are the structures around."""
    name = local(equation)
    if _gone(equation) or equation in unprinted:
        return ""
    if name == "r":
        return say(equation)
    if depth > _DEEPEST:
        return "".join(say(run) for run in _runs(equation, unprinted))
    written = _WRITTEN.get(name) if equation.tag.startswith(MATH) else None
    if written:
        return written(_Parts(equation, say, unprinted, depth + 1))
    return "".join(linear(part, say, unprinted, depth + 1) for part in equation)


_DEEPEST = 40
"""Structures within one another that are told apart: a fraction in a root in a sum takes six; below it the signs stand one after the other."""


def _gone(part: Element) -> bool:
    """Whether ``part`` prints nothing: properties, what is deleted or hidden, what asks to be filled."""
    return local(part).endswith("Pr") or part.tag in GONE or waiting(part) or _hidden(part)


def _hidden(argument: Element) -> bool:
    """Whether ``argument`` is one that a property of the structure around it hides; of a phantom it is what stands in it (22.1.2.81)."""
    around = argument.getparent()
    if local(around) == "phant" and local(argument) == "e":
        found = _said(around, "show")
        return found is not None and is_off(found.get(_VALUE))
    name = _SWITCHED_OFF.get((local(around), local(argument)))
    return name is not None and _switched(around, name)


def _runs(equation: Element, unprinted: Collection[Element]) -> Iterator[Element]:
    """The runs that ``equation`` prints, one after the other, however deep they stand."""
    left = [equation]
    while left:
        part = left.pop()
        if _gone(part) or part in unprinted:
            continue
        if local(part) == "r":
            yield part
        else:
            left.extend(reversed(part))


_VALUE = f"{MATH}val"


def _said(structure: Element, name: str) -> Element | None:
    """The property ``name`` of ``structure``."""
    found: Element | None = structure.find(f"{MATH}{local(structure)}Pr/{MATH}{name}")
    return found


def _switched(structure: Element, name: str) -> bool:
    """Whether the property ``name`` is said and not switched off."""
    found = _said(structure, name)
    return found is not None and not is_off(found.get(_VALUE))


class _Parts:
    """The arguments and properties of one structure."""

    def __init__(self, element: Element, say: Say, unprinted: Collection[Element], depth: int) -> None:
        self.element = element
        self.say = say
        self.unprinted = unprinted
        self.depth = depth

    def __getitem__(self, name: str) -> str:
        """The arguments ``name`` in a line, one after the other."""
        return "".join(self.all(name))

    def all(self, name: str) -> list[str]:
        return [linear(part, self.say, self.unprinted, self.depth) for part in self.element if part.tag == f"{MATH}{name}"]

    def rows(self) -> list[list[str]]:
        """The arguments of each row of a matrix."""
        return [_Parts(row, self.say, self.unprinted, self.depth).all("e") for row in self.element if row.tag == f"{MATH}mr"]

    def grouped(self, name: str) -> str:
        """The argument in brackets where it is more than one number or word."""
        return _grouped(self[name])

    def property(self, name: str, default: str) -> str:
        """The value of the property ``name``; ``default`` where it is not said."""
        found = _said(self.element, name)
        return default if found is None else found.get(_VALUE, "")


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
    degree = parts["deg"]
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree, "")
    return f"{sign or f'{_grouped(degree)}√'}{parts.grouped('e')}"


def _delimited(parts: _Parts) -> str:
    inner = parts.property("sepChr", "|").join(parts.all("e"))
    return f"{parts.property('begChr', '(')}{inner}{parts.property('endChr', ')')}"


def _nary(parts: _Parts) -> str:
    return f"{parts.property('chr', '∫')}{_below(parts['sub'])}{_above(parts['sup'])}{parts['e']}"


def _matrix(parts: _Parts) -> str:
    return f"[{'；'.join('，'.join(row) for row in parts.rows())}]"


def _function(parts: _Parts) -> str:
    name, argument = parts["fName"], parts["e"]
    return f"{name}{argument}" if argument.startswith(("(", "（")) else f"{name} {argument}"


def _accented(parts: _Parts) -> str:
    return parts["e"] + parts.property("chr", "\u0302")


_WRITTEN: Mapping[str, Callable[[_Parts], str]] = {
    "f": _fraction,
    "rad": _root,
    "d": _delimited,
    "nary": _nary,
    "m": _matrix,
    "func": _function,
    "acc": _accented,
    "sSup": lambda parts: parts["e"] + _above(parts["sup"]),
    "sSub": lambda parts: parts["e"] + _below(parts["sub"]),
    "sSubSup": lambda parts: parts["e"] + _below(parts["sub"]) + _above(parts["sup"]),
    "sPre": lambda parts: _below(parts["sub"]) + _above(parts["sup"]) + parts["e"],
    "limLow": lambda parts: parts["e"] + _below(parts["lim"]),
    "limUpp": lambda parts: parts["e"] + _above(parts["lim"]),
    "eqArr": lambda parts: "；".join(parts.all("e")),
}

"""A rule of layout: its name, the clause it rests on, and what it finds in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from generator.check.document import Document, Paragraph, Section
from generator.check.forms import OFFICIAL, Form, form
from generator.check.parts import parts
from generator.check.roles import Part, Role
from generator.check.wanted import Wanted
from generator.problems import Severity


class Authority(StrEnum):
    """What a rule rests on; the values are what a user reads."""

    REGULATION = "规定"
    STANDARD = "国标"
    PRACTICE = "惯例"
    ADVICE = "提示"

    @property
    def severity(self) -> Severity:
        return _SEVERITIES[self]


_SEVERITIES = {
    Authority.REGULATION: Severity.ERROR,
    Authority.STANDARD: Severity.ERROR,
    Authority.PRACTICE: Severity.WARNING,
    Authority.ADVICE: Severity.HINT,
}


class Laid(Struct, frozen=True, dict=True):
    """A file laid open for the rules: the document, what each of its paragraphs is, and what is wanted of it."""

    document: Document
    wanted: Wanted

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return parts(self.document)

    @cached_property
    def form(self) -> Form:
        return form(self.document, self.parts)

    @cached_property
    def _by_role(self) -> dict[Role, list[Part]]:
        found: dict[Role, list[Part]] = {role: [] for role in Role}
        for part in self.parts:
            found[part.role].append(part)
        return found

    def of(self, *roles: Role) -> list[Part]:
        """The paragraphs of these roles, in order."""
        if len(roles) == 1:
            return self._by_role[roles[0]]
        return sorted((part for role in roles for part in self._by_role[role]), key=lambda part: part.at)

    def section(self, part: Part) -> Section:
        return self.document.section(part.paragraph)

    def before(self, part: Part) -> Iterator[Part]:
        """The parts above ``part``, the nearest first."""
        return (self.parts[i] for i in range(part.at - 1, -1, -1))

    def after(self, part: Part) -> Iterator[Part]:
        """The parts below ``part``, the nearest first."""
        return (self.parts[i] for i in range(part.at + 1, len(self.parts)))


class Finding(Struct, frozen=True):
    """One breach: what is wrong and what is wanted (``fault``), what to do in Word (``mend``), and where, if in one paragraph."""

    fault: str
    mend: str
    paragraph: Paragraph | None = None


Find = Callable[[Laid], Iterable[Finding]]


class Rule(Struct, frozen=True):
    """``code`` is a short stable English name, ``about`` what it asks for.

    ``clause`` is the clause of GB/T 9704-2012, or the name and clause of another text; empty where there is none. ``forms`` are those it holds for.
    """

    code: str
    about: str
    clause: str
    authority: Authority
    find: Find
    forms: frozenset[Form] = OFFICIAL

    @property
    def basis(self) -> str:
        """The authority and the clause, as a message ends with them."""
        return f"{self.authority} {self.clause}".strip()


def regulation(code: str, about: str, clause: str, find: Find, forms: frozenset[Form] = OFFICIAL) -> Rule:
    """A rule that the regulation on official documents (党政机关公文处理工作条例) rests on; ``clause`` is its article."""
    return Rule(code, about, f"条例{clause}", Authority.REGULATION, find, forms)


def standard(code: str, about: str, clause: str, find: Find, forms: frozenset[Form] = OFFICIAL) -> Rule:
    """A rule that the standard states."""
    return Rule(code, about, clause, Authority.STANDARD, find, forms)


def practice(code: str, about: str, clause: str, find: Find, forms: frozenset[Form] = OFFICIAL) -> Rule:
    """A rule that offices keep; the standard says nothing, or only recommends it."""
    return Rule(code, about, clause, Authority.PRACTICE, find, forms)


def advice(code: str, about: str, find: Find, forms: frozenset[Form] = OFFICIAL) -> Rule:
    """What helps whoever opens the file next; no breach of anything."""
    return Rule(code, about, "", Authority.ADVICE, find, forms)

"""A rule of layout: its name, the clause it rests on, and what it finds in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.check.document import Document, Paragraph, Section
from generator.check.roles import Part, Role, parts
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


@dataclass(frozen=True)
class Laid:
    """A file laid open for the rules: the document, what each of its paragraphs is, and what is wanted of it."""

    document: Document
    wanted: Wanted

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return parts(self.document)

    def of(self, *roles: Role) -> list[Part]:
        """The paragraphs of these roles, in order."""
        return [part for part in self.parts if part.role in roles]

    def section(self, part: Part) -> Section:
        return self.document.section(part.paragraph)

    def before(self, part: Part) -> Iterator[Part]:
        """The parts above ``part``, the nearest first."""
        return reversed(self.parts[: part.paragraph.number - 1])

    def after(self, part: Part) -> Iterator[Part]:
        """The parts below ``part``, the nearest first."""
        return iter(self.parts[part.paragraph.number :])


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach: what is wrong and what is wanted (``fault``), what to do in Word (``mend``), and where, if in one paragraph."""

    fault: str
    mend: str
    paragraph: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """``code`` is a short stable English name, ``about`` what it asks for.

    ``clause`` is the clause of GB/T 9704-2012, or the name and clause of another text; empty where there is none.
    """

    code: str
    about: str
    clause: str
    authority: Authority
    find: Callable[[Laid], Iterable[Finding]]

    @property
    def basis(self) -> str:
        """The authority and the clause, as a message ends with them."""
        return f"{self.authority} {self.clause}".strip()


def regulation(code: str, about: str, clause: str, find: Callable[[Laid], Iterable[Finding]]) -> Rule:
    """A rule that the regulation on official documents (党政机关公文处理工作条例) rests on; ``clause`` is its article."""
    return Rule(code, about, clause, Authority.REGULATION, find)


def standard(code: str, about: str, clause: str, find: Callable[[Laid], Iterable[Finding]]) -> Rule:
    """A rule that the standard states."""
    return Rule(code, about, clause, Authority.STANDARD, find)


def practice(code: str, about: str, clause: str, find: Callable[[Laid], Iterable[Finding]]) -> Rule:
    """A rule that offices keep; the standard says nothing, or only recommends it."""
    return Rule(code, about, clause, Authority.PRACTICE, find)


def advice(code: str, about: str, find: Callable[[Laid], Iterable[Finding]]) -> Rule:
    """What helps whoever opens the file next; no breach of anything."""
    return Rule(code, about, "", Authority.ADVICE, find)

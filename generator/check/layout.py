"""A Word file by the rules of layout: every rule there is, and what they find, told once however often it occurs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.check.codes import unknown_rule
from generator.check.document import Document
from generator.check.forms import Form
from generator.check.rule import Finding, Laid, Rule
from generator.check.rules import attachments, body, closing, dress, faces, forms, grid, head, page, page_numbers, record, title, typing, unfinished
from generator.check.rules.forms import NOT_OFFICIAL
from generator.check.wanted import Wanted
from generator.problems import Faults, Place, Problem

RULES: tuple[Rule, ...] = (
    *forms.RULES,
    *unfinished.RULES,
    *page.RULES,
    *grid.RULES,
    *head.RULES,
    *title.RULES,
    *faces.RULES,
    *dress.RULES,
    *typing.RULES,
    *body.RULES,
    *attachments.RULES,
    *closing.RULES,
    *page_numbers.RULES,
    *record.RULES,
)

_QUOTED = 14


def check_layout(document: Document, wanted: Wanted, without: Collection[str] = ()) -> list[Problem]:
    """What breaks the rules of its form in ``document``, in the order of its paragraphs; ``without`` are codes of rules not to apply. One that is no
    official document is told so; without that rule it is judged like one.

    The line of a problem's place is the number of the paragraph, 0 for the file as a whole. Raises ``Faults`` for codes there are not.
    """
    _known(without)
    laid = Laid(document, wanted)
    form = Form.DOCUMENT if laid.form is Form.FOREIGN and NOT_OFFICIAL in without else laid.form
    rules = (rule for rule in RULES if form in rule.forms and rule.code not in without)
    return sorted(problem for rule in rules for problem in _problems(rule, rule.find(laid), document.name))


def _known(codes: Iterable[str]) -> None:
    known = [rule.code for rule in RULES]
    faults = [unknown_rule(Place("--except"), code, known) for code in codes if code not in known]
    if faults:
        raise Faults(faults)


def _problems(rule: Rule, findings: Iterable[Finding], name: str) -> Iterator[Problem]:
    """One problem for all findings that say the same."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.fault, finding.mend), []).append(finding)
    for (fault, mend), found in alike.items():
        at = found[0].paragraph.number if found[0].paragraph else 0
        yield Problem(Place(name, at), rule.code, f"{fault}{_where(found)}", mend, rule.authority.severity)


def _where(found: list[Finding]) -> str:
    """The first paragraph by its opening words, and how many there are."""
    if found[0].paragraph is None:
        return ""
    text = " ".join(found[0].paragraph.text.split())
    quoted = f"：“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"
    return f"{quoted}等，共 {len(found)} 段" if len(found) > 1 else quoted

"""What a draft is made of: characters and share of formula per section, facts used and left over, blanks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from generator.bank.bank import Bank
from generator.chinese.punctuation import count_characters
from generator.compose.kept import Choice, Kept
from generator.compose.past import Past
from generator.facts.model import Facts
from generator.problems import Place, Problem, Severity
from generator.report import Blank, Inline, Inlines, LineKind, Origin, OriginKind, Report, Role, Section, Text, lines, plain

_COUNTED = (LineKind.BODY, LineKind.HEADING)
_TOLERANCE = 0.1


@dataclass(frozen=True, slots=True)
class Share:
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
    return isinstance(inline, Blank) or (inline.origin is not None and inline.origin.kind is OriginKind.FACT)


def _characters(inlines: Inlines, number: str = "") -> int:
    return count_characters(number + "".join("□" if isinstance(i, Blank) else i.text for i in inlines))


def blanks(report: Report) -> list[Origin]:
    """Where the blanks of the draft come from, in its order."""
    return [i.origin for line in lines(report) for i in line.inlines if isinstance(i, Blank) and i.origin]


def given(facts: Facts) -> list[Text]:
    """Every run of the clerk's own words that the draft owes: facts and own sentences, not the unit's particulars."""
    owed = (facts.title, facts.lead, facts.closing, facts.addressee, facts.practices, facts.shortcomings, facts.intentions, facts.attachments)
    return [i for i in _inlines((*owed, facts.masthead, facts.imprint)) if isinstance(i, Text)]


def _inlines(value: Any) -> Iterator[Inline]:
    if isinstance(value, Text | Blank):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _inlines(item)
    elif is_dataclass(value):
        for f in fields(value):
            yield from _inlines(getattr(value, f.name))


def used(report: Report, facts: Facts) -> tuple[int, list[Text]]:
    """How many of the clerk's runs stand in the draft, and those that do not. Final stops are set anew and do not count."""
    printed = Counter(_key(i) for line in lines(report) for i in line.inlines if isinstance(i, Text) and i.origin)
    owed = [t for t in given(facts) if t.text.strip("。；，、,; ")]
    missing = [t for t in owed if not printed[_key(t)]]
    return len(owed) - len(missing), missing


def _key(text: Text) -> tuple[str, str]:
    return (text.origin.path if text.origin else "", text.text.rstrip("。；，、,;"))


def unused_problems(report: Report, facts: Facts) -> Iterator[Problem]:
    """One problem for every run of the clerk's that the draft does not print."""
    for text in used(report, facts)[1]:
        origin = text.origin or Origin(OriginKind.FACT)
        place = Place(facts.name, origin.line, origin.column)
        yield Problem(place, "unused", f"没有用上：{text.text}", "这个文种没有放它的地方", Severity.WARNING)


def blank_problems(report: Report, facts: Facts) -> Iterator[Problem]:
    """One problem for every blank printed."""
    for origin in blanks(report):
        place = Place(facts.name, origin.line, origin.column)
        yield Problem(place, "blank", f"待补：{origin.path}", "补上以后重新起草", Severity.WARNING)


def length_problems(report: Report, facts: Facts) -> Iterator[Problem]:
    """Says how much fact is missing, and where, when the facts are too few for the wanted length; or how much they overrun it."""
    if facts.length is None:
        return
    actual = length(report)
    if actual < facts.length * (1 - _TOLERANCE):
        message = f"全文{actual}字，比要求的{facts.length}字少{facts.length - actual}字；事实不够，不拿套话凑"
        hint = "先补事实少的板块：" + "、".join(f"“{t}”" for t in thinnest(report))
        yield Problem(Place(facts.name), "too-short", message, hint, Severity.WARNING)
    elif actual > facts.length * (1 + _TOLERANCE):
        message = f"全文{actual}字，比要求的{facts.length}字多{actual - facts.length}字；事实都要写上，没有删减"
        yield Problem(Place(facts.name), "too-long", message, "删去次要的事实，或把字数改大", Severity.WARNING)


def kept_problems(kept: Kept, bank: Bank, choices: Iterable[Choice]) -> Iterator[Problem]:
    """What the user keeps that could not stand: the phrase is gone from the bank, or its place from the facts."""
    standing = {c.spot for c in choices}
    for choice in kept.values():
        said = f"{choice.spot.where}（{choice.spot.stand}）"
        if choice.phrase and choice.phrase not in bank.phrases:
            yield Problem(
                choice.place, "kept-gone", f"保留的用语已不在用语库里：{choice.wording or choice.phrase}", "删去这一行，另拟", Severity.WARNING
            )
        elif choice.phrase and choice.spot not in standing:
            yield Problem(
                choice.place, "kept-unplaced", f"稿子里没有保留用语的这一处：{said}", "事项改了名的，改“处”；不要了的，删去这一行", Severity.WARNING
            )


def past_problems(report: Report, bank: Bank, past: Past) -> Iterator[Problem]:
    """One hint for every wording of the tool's that earlier reports hold too, because the bank had nothing else."""
    printed = dict.fromkeys(i.origin.phrase for line in lines(report) for i in line.inlines if i.origin and i.origin.phrase)
    for phrase in map(bank.phrases.__getitem__, printed):
        if past.holds(phrase):
            yield Problem(Place(report.name), "said-before", f"往年稿子里有，没有别的可换：{phrase.text}", "可以自己改写这一句", Severity.HINT)

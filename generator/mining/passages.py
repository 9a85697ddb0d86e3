"""The running text of a report piece by piece, each with what tells its move and topic: its section, its point, its place among the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.bank import Bank
from generator.chinese.punctuation import sentences
from generator.mining import topics
from generator.mining.moves import Place, move
from generator.mining.slots import empty, numbered
from generator.report import Inlines, Move, Paragraph, Point, Report, Role, Section, Text, plain, walk


class Passage(Struct, frozen=True):
    """Text of one paragraph or point; ``heading`` and ``lead`` are emptied of particulars. ``whole`` is the point that a lead heads, ``under`` what a
    paragraph before points leads in: its heading and their heads."""

    inlines: Inlines
    place: Place
    heading: str = ""
    roles: tuple[Role, ...] = ()
    lead: str = ""
    whole: Inlines = ()
    under: tuple[str, ...] = ()


def passages(report: Report) -> Iterator[Passage]:
    """Every passage of ``report`` in reading order. Lines without a stop in the 导语 (who speaks, where) are no prose and left out."""
    for paragraph in report.lead:
        if plain(paragraph.inlines).rstrip("\u201d）").endswith(tuple("。！？：；:")):
            yield Passage(paragraph.inlines, Place(in_lead=True))
    for section in walk(report.sections):
        for passage in of_section(section):
            yield from _apart(passage)
    for paragraph in report.closing:
        yield Passage(paragraph.inlines, Place(in_closing=True))


def of_section(section: Section) -> Iterator[Passage]:
    """The passages of ``section`` itself, its sections' left out."""
    title = numbered(empty(plain(section.title)))
    roles = tuple(r for r in Role if r in section.roles)
    heads = tuple(lead for block in section.blocks if isinstance(block, Point) and (lead := lead_of(block)))
    for i, block in enumerate(section.blocks):
        place = _place(section, i)
        if isinstance(block, Point):
            lead = lead_of(block)
            if lead:
                yield Passage(block.lead, place, title, roles, whole=block.inlines)
            yield Passage(block.body, place, title, roles, lead)
        else:
            yield Passage(block.inlines, place, title, roles, under=(title, *heads) if place.before_points else ())


_ADMITS = re.compile(
    r"(清醒|也要?|还|应|必须|充分)(地|应|应该|清醒地?)?(看到|认识到)|存在.{0,8}(问题|困难|不足)和?|面临.{0,12}(困难|问题|矛盾|挑战).{0,6}[：。]?$|^主要(问题)?是："
)


def _apart(passage: Passage) -> Iterator[Passage]:
    """``passage`` cut before the sentence that admits shortcomings amid a look back; what follows it in the paragraph speaks of them too."""
    text = passage.inlines[0] if len(passage.inlines) == 1 else None
    looking_back = passage.place.roles and not passage.place.roles & {Role.PROBLEM, Role.PLAN} and not passage.whole
    said = text.text if looking_back and isinstance(text, Text) else ""
    cut = next((at for at, sentence in sentences(said) if _ADMITS.search(sentence) and not _OVERCOMES.search(sentence)), -1)
    if cut < 0 or not isinstance(text, Text) or text.origin is None:
        yield passage
        return
    if cut:
        yield replace(passage, inlines=(Text(said[:cut], text.origin),))
    rest = Text(said[cut:], replace(text.origin, column=text.origin.column + cut))
    yield replace(passage, inlines=(rest,), roles=(Role.PROBLEM,), place=Place(frozenset({Role.PROBLEM}), in_point=True))


_OVERCOMES = re.compile(r"整改|解决|针对|克服|战胜|取得|对照|查摆|应对|排查|防范|化解|检视|剖析|制定|列出|清单")


def lead_of(point: Point) -> str:
    """The heading sentence of ``point`` as it is mined; empty where it has none."""
    return numbered(empty(plain(point.lead).rstrip("。").removeprefix("要"))) if point.lead else ""


def _place(section: Section, i: int) -> Place:
    before, block, after = section.blocks[:i], section.blocks[i], section.blocks[i + 1 :]
    return Place(
        section.roles,
        in_point=isinstance(block, Point),
        before_points=isinstance(next(iter(after), None), Point),
        after_points=isinstance(block, Paragraph) and any(isinstance(b, Point) for b in before),
    )


class Spoken(Struct, frozen=True):
    """A sentence as the rules read it. ``column`` is 1-based in ``line``; a sentence ends before ``end``."""

    line: int
    column: int
    end: int
    move: Move
    topic: str


def spoken(report: Report, bank: Bank) -> Iterator[Spoken]:
    """Every sentence of ``report`` with its place in the file, its move and its topic: what the measured accuracy is about."""
    for passage in passages(report):
        origin = passage.inlines[0].origin if passage.inlines else None
        if origin is None:
            continue
        for offset, sentence in sentences(plain(passage.inlines)):
            start = origin.column + offset
            yield Spoken(origin.line, start, start + len(sentence), move_of(empty(sentence), passage), topic_of(sentence, passage, bank))


def move_of(sentence: str, passage: Passage) -> Move:
    """The move of an emptied ``sentence`` of ``passage``; the heading sentence of a point announces a result as a measure, a cause as a problem."""
    if passage.whole:
        found = move(plain(passage.whole), replace(passage.place, in_point=True))
        return {Move.RESULT: Move.MEASURE, Move.CAUSE: Move.PROBLEM}.get(found, found)
    return move(sentence, replace(passage.place, opens_list=sentence.rstrip().endswith(("：", ":"))))


def topic_of(sentence: str, passage: Passage, bank: Bank) -> str:
    """By the words of the sentence and of the headings over it; the 导语, the 结语 and what only leads on have none."""
    if passage.place.in_lead or passage.place.in_closing:
        return ""
    return topics.topic_of(sentence, passage.lead, passage.heading, bank.topics)

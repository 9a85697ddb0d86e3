"""The map: one report to its evidence. Slots first, then sentences and clauses; every unit with its place and its move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from generator.bank.phrase import Kind, Nature
from generator.bank.slots import asks_for_facts
from generator.chinese.punctuation import clauses, sentences
from generator.mining.evidence import ReportEvidence, Seen, content_key, shingles
from generator.mining.heads import around_names
from generator.mining.moves import Place, answers_problems, attains, falls_short, is_transition
from generator.mining.nature import judge
from generator.mining.parts import Part, common_form, part_of
from generator.mining.passages import Passage, lead_of, move_of, passages
from generator.mining.skeletons import skeletons
from generator.mining.slots import empty, numbered, with_subject
from generator.mining.stands import Stood, stands
from generator.mining.tokens import vocabulary
from generator.printed import lines
from generator.report import Inlines, Move, Point, Report, Role, Section, plain, walk

_QUOTED = re.compile(r"“([^“”《》{}，。；：、]{2,12}(?:、[^“”《》{}，。；：、]{2,8})?)”")
_ELLIPTICAL = re.compile(
    r"(?:同比|比上年|较上年|年均|分别|平均)*(?:增长|下降|提高|增加|占比?|达到?|位居|居)\{|其中|个别|共有|参加|发放|专题交流|为身边|党员谈心"
)
_TIME_ONLY = re.compile(
    r"(?:[自从在于]|截[至止]到?)?"
    r"(?:\{日期\}|\{月\}月|\{年\}年|[今去本上当]年|近年|近期|年[初中底末]|全年|[上下]半年|[一二三四]季度|目前|“[七八]一”|元旦|春节|清明|五一|端午|中秋|国庆|两节|、)+"
    r"(?:以来|来|期间|之?前|前夕|之?后|前后|之际|底|初|末)?"
)
"""A clause that only says when: dropped, and the clause after it opens the sentence. When a thing was done is the clerk's to say (时间, 时段); kept,
the adverbial would date a formula and split the support of a frame."""
_LEADS_TO_CAUSE = re.compile(r"(?:^|，)(究其原因，主要是|主要原因是|原因主要是|主要原因在于|原因在于|主要是因为)")
_LONGEST_RUN = 64
_YEAR = re.compile(r"(关于)?(?:20\d\d|[一二]〇\S\S)年")
_FITTED = (Move.MEASURE, Move.RESULT, Move.GENERAL, Move.PLAN)
"""Moves whose formula is chosen by what it stands beside."""


_MOST_UNDER = 6
"""Heads and statements that a heading is taken to head."""


def extract(report: Report) -> tuple[str, ReportEvidence]:
    """The content key of ``report`` and what it shows."""
    said = "".join(plain(line.inlines) for line in lines(report))
    office = unit_of(report)
    seen = sorted({s for s in (_in_common_form(u, office) for u in _units(report)) if s.text}, key=_place)
    return content_key(report), ReportEvidence(report.name, tuple(seen), shingles(said), office, vocabulary(empty(said)))


def _place(seen: Seen) -> tuple[object, ...]:
    """What sets ``seen`` before or behind another, by what can be compared."""
    said, where = (seen.line, str(seen.kind), seen.text), (seen.heading, seen.lead, seen.level, seen.roles, seen.beside, seen.filled)
    return *said, str(seen.move or ""), str(seen.position or ""), *where


def unit_of(report: Report) -> str:
    """The office that ``report`` is of: the folder it lies in, else who signed it, else its title up to the year."""
    folder = report.name.rpartition("/")[0]
    title = _YEAR.split(plain(report.title))[0]
    return folder or plain(report.signature) or title or report.name


def _in_common_form(seen: Seen, office: str) -> Seen:
    """A clause of a passage that opens a report or a part of it, as any office could say it; every other unit as it is."""
    opening = (seen.kind is Kind.CLAUSE and seen.move is Move.LEAD) or (seen.kind is Kind.TRANSITION and seen.move in (Move.TURN, Move.PLAN))
    if not opening:
        return seen
    text = common_form(seen.text, office)
    resolved = Role.PLAN in seen.roles and part_of(text, seen.kind, seen.move) is Part.RESOLVED
    return replace(seen, text=text, move=Move.PLAN if resolved else seen.move)


def _units(report: Report) -> Iterator[Seen]:
    for section in walk(report.sections):
        title = numbered(empty(plain(section.title)))
        roles = tuple(r for r in Role if r in section.roles)
        seen = Seen(title, Kind.HEADING, _line(section.title), _heading_move(section.roles), section.level, roles, beside=_headed(section))
        yield seen
        yield from _skeletons(title, replace(seen, level=0, beside=()))
        yield from _around_names(seen)
    for passage in passages(report):
        yield from _passage(passage)


def _headed(section: Section) -> tuple[str, ...]:
    """What a heading covers: the heads of its points, then its first statements."""
    heads = [lead for block in section.blocks if isinstance(block, Point) and (lead := lead_of(block))]
    first = (next((c for _, c in clauses(empty(plain(b.body if isinstance(b, Point) else b.inlines)))), "") for b in section.blocks)
    return tuple([*heads, *(c for c in first if c)][:_MOST_UNDER])


def _heading_move(roles: frozenset[Role]) -> Move | None:
    if len(roles & {Role.PRACTICE, Role.PROBLEM, Role.PLAN}) != 1:
        return None
    return Move.PROBLEM if Role.PROBLEM in roles else Move.PLAN if Role.PLAN in roles else Move.MEASURE


def _passage(passage: Passage) -> Iterator[Seen]:
    context = Seen("", Kind.CLAUSE, _line(passage.inlines), roles=passage.roles, heading=passage.heading, lead=passage.lead)
    said = plain(passage.inlines)
    if passage.whole:
        text = numbered(empty(said.rstrip("。").removeprefix("要")))
        seen = replace(context, text=text, kind=Kind.LEAD, move=move_of(text, passage), beside=_first_statements(passage.whole))
        yield seen
        yield from _around_names(seen)
        return
    yield from (replace(context, text=f"“{m[1]}”", kind=Kind.FORMULATION) for m in _QUOTED.finditer(said))
    over = passage.under
    for _, sentence in sentences(empty(said)):
        cut = _cut(sentence)
        yield from _sentence(sentence, cut, passage, context, over)
        over = passage.under or tuple(reversed([c for c in cut if not _is_formula(c)])) or over


def _first_statements(point: Inlines) -> tuple[str, ...]:
    """The first clauses behind the head of a point."""
    return tuple(c for _, c in clauses(empty(plain(point).partition("。")[2])))[:_MOST_UNDER]


def _cut(sentence: str) -> list[str]:
    return [with_subject(c) for _, c in clauses(sentence) if not _TIME_ONLY.fullmatch(c)]


@lru_cache(maxsize=1 << 14)
def _is_formula(clause: str) -> bool:
    """Whether ``clause`` reads as formula, names in quotes aside: which of them are common is known only when all reports are."""
    bare = clause.replace("“", "").replace("”", "")
    return not asks_for_facts(clause) and judge(bare, Kind.CLAUSE, Move.MEASURE, ()).nature is Nature.FORMULA


def _line(inlines: Inlines) -> int:
    origin = inlines[0].origin if inlines else None
    return origin.line if origin else 0


def _sentence(sentence: str, cut: list[str], passage: Passage, context: Seen, over: tuple[str, ...]) -> Iterator[Seen]:
    context = replace(context, move=move_of(sentence, passage))
    place = replace(passage.place, opens_list=sentence.rstrip().endswith("："))
    stood = {s.clause: s for s in stands(cut, _is_formula, over)}
    for clause in dict.fromkeys((*cut, *stood)):
        if not asks_for_facts(clause):
            yield _clause(numbered(clause), context, place, stood.get(clause) if context.move in _FITTED else None)
    if context.move is Move.CAUSE and (lead := _LEADS_TO_CAUSE.search(sentence)):
        yield replace(context, text=lead[1], kind=Kind.TRANSITION)
    for frame in _frames(cut):
        yield replace(context, text=numbered(frame), kind=Kind.FRAME, move=_own_move(frame, context.move))
    yield from _skeletons("，".join(cut), context)


def _skeletons(said: str, context: Seen) -> Iterator[Seen]:
    for build, filled in skeletons(said):
        yield replace(context, text=build, kind=Kind.FRAME, filled=filled)


def _around_names(head: Seen) -> Iterator[Seen]:
    for build, name in around_names(head.text, head.move):
        yield replace(head, text=build, kind=Kind.LEAD, level=0, beside=(), filled=(name,))


def _clause(text: str, at: Seen, place: Place, stood: Stood | None) -> Seen:
    move = Move.TURN if answers_problems(text) else _own_move(text, at.move)
    transition = answers_problems(text) or (move is not None and is_transition(text, move, place))
    kind = Kind.TRANSITION if transition else Kind.CLAUSE
    position, beside = (stood.position, stood.beside) if stood else (None, ())
    return Seen(text, kind, at.line, move, at.level, at.roles, position, beside, at.lead, at.heading)


def _own_move(text: str, of_sentence: Move | None) -> Move | None:
    """The move of a piece of a sentence: a result amid measures or before a turn, a shortcoming amid causes; else that of the sentence."""
    if of_sentence in (Move.MEASURE, Move.TURN) and attains(text):
        return Move.RESULT
    return Move.PROBLEM if of_sentence is Move.CAUSE and falls_short(text) else of_sentence


def _frames(cut: list[str]) -> Iterator[str]:
    """Runs of clauses with slots: each run whole, and every clause in it that can stand alone; an elliptical one stays with its neighbour."""
    run: list[str] = []
    for clause in [*cut, ""]:
        if clause and asks_for_facts(clause):
            run.append(clause)
            continue
        units = _with_neighbours(run)
        yield from units
        whole = _longest(units)
        if len(whole) > 1:
            yield "，".join(whole)
        run = []


def _longest(units: list[str]) -> list[str]:
    """As many of ``units`` from the first as make a sentence that is still a frame."""
    fitting = (units[:n] for n in range(len(units), 0, -1))
    return next((u for u in fitting if len("，".join(u)) <= _LONGEST_RUN), [])


def _with_neighbours(run: list[str]) -> list[str]:
    units: list[str] = []
    for clause in run:
        if _ELLIPTICAL.match(clause):
            if units:
                units[-1] += f"，{clause}"
        else:
            units.append(clause)
    return units

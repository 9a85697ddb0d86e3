"""What makes a reader stumble, counted in a draft: measures for ``wording.py``, each a name and the excerpts that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.chinese.punctuation import clauses, count_characters, sentences
from generator.chinese.verbs import holds_verb, is_predicated, is_verbal_head, opens_clause
from generator.chinese.weakness import names_weakness
from generator.facts.model import Facts
from generator.report import Blank, Block, Inlines, Move, OriginKind, Point, Report, Role, Section, plain, sliced, walk
from generator.template.model import Person, Template

SHORTEST_SENTENCE = 8
"""Characters below which a sentence in running text is a stub."""
SHORTEST_CHAPTER = 40
"""Characters below which what stands under a heading is no chapter."""
_PREDICATED = re.compile(r"(?:不[\u4e00-\u9fff]{2}|守底线|入人心|显温度)$")
"""What may be said of a subject besides what heads are completed with."""
_LONGEST_COMPLETION = 2
Stumble = tuple[str, str]
"""The kind of a stumble and the words that a reader stumbles over."""


def stumbles(report: Report, facts: Facts, template: Template) -> Iterator[Stumble]:
    """Every stumble of ``report``, part by part."""
    names = speakers(facts, template)
    for section in walk(report.sections):
        yield from (("裸头", head) for head in _heads(section) if not _says_something(head))
        if section.level > 1 and not section.run_in and _length(section) < SHORTEST_CHAPTER:
            yield "短章", plain(section.title)
        for block in (b for b in section.blocks if b.move is not Move.TURN):
            yield from (("残句", said) for said in _sentences(block) if _is_stub(said))
            yield from (("尾后事实", said) for said in _trailing(_body(block)))
            yield from (("套语相连", said) for said in _heaped(_body(block)))
            yield from (("两个主语", said) for said in _sentences(block) if len(_subjects(said, names)) > 1)
    if template.person is Person.SELF:
        yield from (("没有主语", title) for title in _unspoken(report, names))


def statements(report: Report) -> tuple[int, int]:
    """Clauses of the tool's formula, and sentences' statements of the clerk's, in points and paragraphs."""
    inlines = [i for s in walk(report.sections) for b in s.blocks for i in _body(b)]
    formula = sum(1 for i in inlines if i.origin and i.origin.kind is OriginKind.PHRASE for _ in clauses(i.text))
    said = sum(1 for i in inlines if i.origin and i.origin.kind is OriginKind.FACT for _ in clauses(i.text))
    return formula, said


def speakers(facts: Facts, template: Template) -> tuple[str, ...]:
    """The subjects that a report may have by name: the unit and its party organisation, and 我 in the first person."""
    unit = facts.unit
    me = ("我",) if template.person is Person.SELF else ()
    return tuple(dict.fromkeys((*me, plain(unit.self_name), plain(unit.short), plain(unit.party))))


def _heads(section: Section) -> Iterator[str]:
    if section.level > 1 and Role.PROBLEM not in section.roles:
        yield plain(section.title)
    yield from (plain(p.lead).rstrip("。") for p in section.points if p.lead)


def _says_something(head: str) -> bool:
    """Whether a head holds a verb, or says what is weak; X方面， does not."""
    bare = head.rstrip("，")
    done = (
        names_weakness(bare)
        or is_verbal_head(bare)
        or is_predicated(bare)
        or _PREDICATED.search(bare)
        or holds_verb(bare)
        or opens_clause(bare)
        or "，" in bare
    )
    return bool(done) and not bare.endswith("方面")


def _length(section: Section) -> int:
    return sum(count_characters(plain(b.inlines)) for b in section.blocks) + sum(map(_length, section.sections))


def _body(block: Block) -> Inlines:
    return block.body if isinstance(block, Point) else block.inlines


def _sentences(block: Block) -> Iterator[str]:
    return (said for _, said in sentences(plain(_body(block))))


def _is_stub(said: str) -> bool:
    return count_characters(said) < SHORTEST_SENTENCE and "〔" not in said and not said.endswith("：")


def _trailing(body: Inlines) -> Iterator[str]:
    """Sentences that report on after a sentence has ended in an aim, and end in none themselves."""
    ends = [(_ends_in_aim(s), plain(s)) for s in _cut(body)]
    for (aimed, _), (again, said) in pairwise(ends):
        if aimed and not again:
            yield said


def _heaped(body: Inlines) -> Iterator[str]:
    """Sentences of the clerk's with two phrases of formula side by side."""
    for sentence in _cut(body):
        kinds = [i.origin.kind for i in sentence if i.origin and not isinstance(i, Blank) and _says(plain((i,)))]
        if any(a is b is OriginKind.PHRASE for a, b in pairwise(kinds)) and OriginKind.FACT in kinds:
            yield plain(sentence)


def _cut(body: Inlines) -> Iterator[Inlines]:
    return (sliced(body, at, at + len(said)) for at, said in sentences(plain(body)))


def _ends_in_aim(sentence: Inlines) -> bool:
    """Whether formula stands last in a sentence that reports something."""
    kinds = [i.origin.kind for i in sentence if i.origin and _says(plain((i,))) and not i.origin.path.startswith("单位")]
    return len(kinds) > 1 and kinds[-1] is OriginKind.PHRASE and OriginKind.FACT in kinds


def _says(text: str) -> bool:
    """Whether a span is more than marks and what completes a head (工作)."""
    return len(text.strip("，。；")) > _LONGEST_COMPLETION


def _subjects(said: str, names: tuple[str, ...]) -> set[str]:
    """Those of ``names`` that the clauses of a sentence open with, each clause with the longest."""
    opened = ((max((n for n in names if clause.startswith(n)), key=len, default=""), clause) for _, clause in clauses(said))
    return {name for name, clause in opened if name and not re.match(rf"{re.escape(name)}[^，。；]{{0,12}}的", clause)}


def _unspoken(report: Report, names: tuple[str, ...]) -> Iterator[str]:
    """The parts of what was done, and of what will be, in which nobody says who did it: once said, it goes on unsaid, as readers of pairs wanted."""
    for part in report.sections:
        if {Role.PRACTICE, Role.PLAN}.intersection(part.roles):
            said = "".join(plain(b.inlines) for s in walk((part,)) for b in s.blocks)
            if not any(name in said for name in names):
                yield plain(part.title)

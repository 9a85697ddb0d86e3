"""The draft, part by part: headings, points and paragraphs in the manner of the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.chinese.numerals import chain, section_number
from generator.chinese.punctuation import count_characters
from generator.chinese.verbs import opens_clause
from generator.compose.chapters import chapter, head_of, missing, paragraphs
from generator.compose.choose import Chooser
from generator.compose.headings import headings
from generator.compose.heads import Head
from generator.compose.intentions import Intentions
from generator.compose.joining import with_besides
from generator.compose.matter import BlockMatter, Matter
from generator.compose.passages import passage
from generator.compose.points import Points
from generator.compose.register import annexes
from generator.compose.said import Said, han, shared_runs
from generator.compose.shortcomings import Shortcomings, says_why
from generator.compose.speaker import speaker_of
from generator.compose.spots import Spot
from generator.compose.statements import Glue, strip_stop
from generator.facts.model import Facts
from generator.problems import Place
from generator.report import Blank, Block, Inlines, Move, Origin, OriginKind, Paragraph, Point, Report, Section, Text, plain
from generator.template.model import Feed, Feeding, Layout, Part, Template


class Writer:
    """Writes one draft: ``spots`` says where formula is added, ``chooser`` says which, ``places`` what each path is called."""

    def __init__(self, facts: Facts, template: Template, chooser: Chooser, spots: frozenset[Spot], places: Mapping[str, str], matter: Matter) -> None:
        self.matter = matter
        self.facts = facts
        self.template = template
        self.chooser = chooser
        self.places = places
        self.titles: tuple[Inlines, ...] = ()
        self.speaker = speaker_of(facts, template, self._glue(template.place))
        self.points = Points(chooser, spots, places, tuple(map(plain, facts.themes)))
        self.shortcomings = Shortcomings(chooser, places, self.speaker)
        self.intentions = Intentions(facts.intentions, facts.practices, matter, self.points, self.speaker)

    def report(self) -> Report:
        facts = self.facts
        title, self.titles, lead, self.chooser.said = self.chooser.once("opening", self._opening)
        sections = tuple(self._part(n, part) for n, part in enumerate(self.template.parts, 1))
        closing = self._own(facts.closing) if facts.closing else self._passage("结语")
        return Report(
            title=title,
            addressee=_with_colon(facts.addressee, self._glue(self.template.place)),
            lead=paragraphs(lead, Move.LEAD),
            sections=sections,
            closing=paragraphs(closing, Move.CLOSING),
            attachments=facts.attachments,
            signature=facts.signature or self._passage("落款"),
            date=facts.date,
            name=facts.name,
            masthead=facts.masthead,
            imprint=facts.imprint,
            sealed=facts.sealed,
            annexes=annexes(facts, self._glue(self.template.place)),
        )

    def _opening(self) -> tuple[Inlines, tuple[Inlines, ...], Inlines, Said]:
        """The title, the headings of the blocks and the 导语, before which nothing is printed, and what is said with them."""
        facts = self.facts
        title = facts.title or self._passage("标题")
        self.titles = tuple(headings(self._practice_heads(), Move.MEASURE, self.chooser))
        lead = self._own(facts.lead) if facts.lead else self._passage("导语")
        self.chooser.note(plain(lead))
        return title, self.titles, lead, self.chooser.said

    # --- parts ----------------------------------------------------------------------------------------------------------------------

    def _part(self, n: int, part: Part) -> Section:
        """One part: what each of its lists makes, one after another."""
        glue = self._glue(part.place)
        section = Section(1, section_number(1, n), (glue(self._title_of(part)),), part.roles)
        for feeding in part.feedings:
            section = self._fed(section, feeding, glue)
        return section

    def _title_of(self, part: Part) -> str:
        """The heading of ``part``, which promises causes only where the clerk gave one."""
        problems = self.facts.shortcomings
        bare = part.title_without_causes and problems and not any(map(says_why, problems))
        return part.title_without_causes if bare else part.title

    def _fed(self, section: Section, feeding: Feeding, glue: Glue) -> Section:
        """``section`` with one list of the facts file behind what it holds; a blank where the list is empty."""
        given: Mapping[Feed, Sequence[object]] = {
            Feed.PRACTICES: self.facts.practices,
            Feed.SHORTCOMINGS: self.facts.shortcomings,
            Feed.INTENTIONS: self.facts.intentions,
        }
        if not given[feeding.feed]:
            return replace(section, blocks=section.blocks + _missing(feeding, glue))
        intro = self._passage(feeding.intro) if feeding.intro else ()
        blocks, sections = self._list(feeding, section, glue)
        return replace(section, blocks=section.blocks + paragraphs(intro, Move.TURN) + blocks, sections=section.sections + sections)

    def _list(self, feeding: Feeding, section: Section, glue: Glue) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        match feeding.feed:
            case Feed.PRACTICES:
                return (), tuple(self._practices(feeding, section, glue))
            case Feed.SHORTCOMINGS:
                return self.shortcomings.written(self.facts.shortcomings, feeding, section, glue)
            case Feed.INTENTIONS:
                return self.intentions.written(feeding, section, glue)

    # --- 做法 -----------------------------------------------------------------------------------------------------------------------

    def _practices(self, feeding: Feeding, part: Section, glue: Glue) -> Iterator[Section]:
        practices = self.facts.practices
        for n, (block, title) in enumerate(zip(self.matter.blocks, self.titles, strict=True), 1):
            yield chapter(n, practices[n - 1], title, part, feeding, self._practice(block, feeding, glue))

    def _practice(self, block: BlockMatter, feeding: Feeding, glue: Glue) -> tuple[Block, ...]:
        practice = block.practice
        general = self._general(block, glue)
        if not practice.items and not practice.lead:
            return (*paragraphs(general, Move.GENERAL), Paragraph((missing(practice.path, "要点", practice.line), glue("。"))))
        manner = self.points.manner(practice.items, feeding.manner)
        doers = self._doers(block, spoken=bool(general))
        items = (self.points.item(p.body, manner, glue, doer) for p, doer in zip(block.points, doers, strict=True))
        written = _without_stubs([(bool(p.item.matter), *item) for p, item in zip(block.points, items, strict=True)], glue)
        pointed = sum(matter for matter, *_ in written)
        if pointed < 2:
            return paragraphs(general + tuple(i for _, lead, body in written for i in _run_on(lead, body, glue)), Move.MEASURE)
        blocks: list[Block] = list(paragraphs(general, Move.GENERAL))
        labels = iter(chain(feeding.ordinals, pointed))
        for matter, lead, body in written:
            run_in = feeding.layout is Layout.RUN_IN and bool(blocks)
            blocks.append(Point((glue(next(labels)),), lead, body, run_in, Move.MEASURE) if matter else Paragraph(lead + body, Move.MEASURE))
        return tuple(blocks)

    def _general(self, block: BlockMatter, glue: Glue) -> Inlines:
        """The principle of a block: the clerk's, or formula with the subject that the report speaks in."""
        if block.practice.lead:
            return self._own(block.practice.lead)
        drawn = self.points.sentence(block.general, glue) if block.general else ()
        return (*self.speaker.stance(plain(drawn)), *drawn) if drawn else ()

    def _doers(self, block: BlockMatter, *, spoken: bool) -> list[Inlines]:
        """Who is named as the doer in each point of ``block``: the first that may say it does, unless its principle has ``spoken``."""
        found = [self.speaker.doer([plain(s.inlines) for s in p.body.sentences[0]]) if p.body.sentences else () for p in block.points]
        first = next((n for n, doer in enumerate(found) if doer), None)
        return [doer if n == first and not spoken else () for n, doer in enumerate(found)]

    # --- shared ---------------------------------------------------------------------------------------------------------------------

    def _practice_heads(self) -> list[Head]:
        reader = self.matter.reader
        said = ((b.practice, [(plain(p.item.matter) or p.item.text, p.item.text) for p in b.points]) for b in self.matter.blocks)
        return [head_of(practice, self.places[practice.path], points, reader) for practice, points in said]

    def _passage(self, name: str) -> Inlines:
        own = any(practice.heading for practice in self.facts.practices)
        return passage(name, self.facts, self.template, self.chooser, () if own else self.titles)

    def _own(self, own: Inlines) -> Inlines:
        return own if plain(own)[-1:] in "。！？：" else (*own, self._glue(self.template.place)("。"))

    def _glue(self, place: Place) -> Glue:
        return lambda text: Text(text, Origin(OriginKind.TEMPLATE, place.path, place.line, place.column))


_SHORT = 12
"""Characters of a statement, or of a head over nothing, that is no point by itself: what says more (非遗市集办了6回，摊位214个) readers took for a
part of the point that it was told behind."""
_LONGEST_PAIR = 28
"""Characters of two heads that stand as one: a line of a page (GB/T 9704-2012, 5.2.4)."""
_VERB = 2
"""Characters of the verb that opens a head."""
_Written = tuple[bool, Inlines, Inlines]
"""Whether a point has a number of its own, its heading sentence, what stands under it."""


def _without_stubs(points: Sequence[_Written], glue: Glue) -> list[_Written]:
    """``points`` without those that blind readers took for unfinished. What a head over nothing says is told behind the point before it or, where it
    comes first, is one with the head of the next: 推进门诊规范化，抓好咨询; where none of the points says anything beneath its head, with the
    next that shares a word. Short statements that have no head where others have are told behind the last point."""
    headed = any(lead and body for _, lead, body in points)
    found: list[_Written] = []
    for point in points:
        if headed and found and _is_stub(point) and found[-1][2]:
            found[-1] = _telling_besides(found[-1], [strip_stop(point[1])], glue)
        elif found and _is_stub(found[-1]) and _pair(found[-1], point) and (headed or _share_a_word(found[-1], point)):
            found[-1] = _paired(found[-1], point, point[2], glue)
        else:
            found.append(point)
    told = max((n for n, point in enumerate(found, 1) if not (headed and (_is_bare(point) or _is_stub(point)))), default=0)
    if told == len(found):
        return found
    rest = [strip_stop(body or lead) for _, lead, body in found[told:]]
    return [*found[: told - 1], _telling_besides(found[told - 1], rest, glue)]


def _telling_besides(point: _Written, said: Sequence[Inlines], glue: Glue) -> _Written:
    numbered, lead, body = point
    return numbered, lead, with_besides(body, said, glue)


def _pair(one: _Written, other: _Written) -> bool:
    """Whether the heads of two points can stand as one: of one half each, of different verbs, no longer than a line."""
    heads = [plain(strip_stop(lead)) for _, lead, _ in (one, other)]
    apart = heads[0][:_VERB] != heads[1][:_VERB] and not any("，" in head for head in heads)
    return all(heads) and one[0] and other[0] and apart and sum(map(count_characters, heads)) <= _LONGEST_PAIR


def _paired(one: _Written, other: _Written, body: Inlines, glue: Glue) -> _Written:
    return True, (*strip_stop(one[1]), glue("，"), *other[1]), body


def _share_a_word(one: _Written, other: _Written) -> bool:
    return bool(shared_runs(han(plain(one[1])), han(plain(other[1]))))


def _is_bare(point: _Written) -> bool:
    """Whether a point among others that have heads is one short statement: 三是发表论文9篇。"""
    numbered, lead, body = point
    return numbered and not lead and count_characters(plain(body)) <= _SHORT


def _is_stub(point: _Written) -> bool:
    numbered, lead, body = point
    return numbered and 0 < count_characters(plain(lead)) <= _SHORT and not body


def _run_on(lead: Inlines, body: Inlines, glue: Glue) -> Inlines:
    """A lone point in running text: its head opens the first sentence where both are verb phrases, a sentence of its own would be a stub."""
    done = opens_clause(plain(lead)) and opens_clause(plain(body))
    return (*strip_stop(lead), glue("，"), *body) if lead and done else lead + body


def _missing(feeding: Feeding, glue: Glue) -> tuple[Paragraph, ...]:
    return (Paragraph((Blank("", Origin(OriginKind.BLANK, str(feeding.feed))), glue("。"))),)


def _with_colon(addressee: Inlines, glue: Glue) -> Inlines:
    return (*addressee, glue("：")) if addressee and not plain(addressee).endswith("：") else addressee

"""Problems laid out: the title of each in the clerk's own words (the clause that says what is weak) or, where it has none, its topic said to fall
short; how it shows, and why, in one voice throughout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.phrase import Kind
from generator.chinese.forms import Use
from generator.chinese.notes import Completions
from generator.chinese.numerals import chain, section_number
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import clauses, count_characters
from generator.chinese.weakness import lacks_owner, lacks_whole, names_only, names_weakness
from generator.compose.chapters import name_of, paragraphs
from generator.compose.choose import Chooser
from generator.compose.frames import VERBS, knows_ending, set_around
from generator.compose.pools import Pool, drawn, framed
from generator.compose.setting import UNDER_HEAD, in_chapters, layout
from generator.compose.speaker import Speaker
from generator.compose.spots import Spot, Stand
from generator.compose.statements import Glue, parted, strip_stop
from generator.compose.whole import whole
from generator.facts.model import Shortcoming
from generator.patterns import late
from generator.report import Blank, Block, Inlines, Move, Point, Section, plain, sliced
from generator.template.model import Division, Feeding, Layout

_WEAK = "问题标题"
"""The pool of what is said of a thing that falls short."""
_STOPS = frozenset("。；！？")
_LONGEST_TOPIC = 8
"""Characters of a topic that stands before 方面."""
_LONG = 40
"""Characters of what shows from which its cause takes a sentence of its own."""
_GOES_ON = (*"靠只仅需要还都全不也又使让占", "主要靠", "导致", "影响", "造成", "超过", "最长", "最多", "平均")
"""How a clause begins that has the subject of the one before it, so that it cannot follow a full stop."""
_MEASURED = tuple("少多长短慢低高紧难远大小弱")
"""How a clause ends that says how much of one thing there is: no title of what else is weak."""
_ALSO_WEAK = (*(f"不{how}" for how in "够足高强深实细严活畅"), "不到位", "薄弱", "欠缺", "滞后")
"""How a clause ends that says of another thing that it is weak."""
_REASONS = "原因 是因为 是由于 根源 根子 在于".split()
_SAYS_WHY = late(rf"(?:这)?(?:主要|一个重要|根本|究其)?(?:{'|'.join(_REASONS)})|主要是", holding=(*_REASONS, "主要是"))
_BECAUSE = ("由于", "因为")
_IS = late("[^，。；]{0,2}是", holding="是")
"""How a cause opens before which nothing can stand that ends in 是."""
_FOR_MOST = ("主要", "大多", "大都", "多为", "多是", "多由", "多数")
"""How a cause opens that says itself that it is the main one."""


def says_why(item: Shortcoming) -> bool:
    """Whether the clerk gives a cause of ``item``, apart or among what shows."""
    return bool(item.cause) or any(word in plain(item.shows) for word in (*_REASONS, *_BECAUSE, "主要是"))


class Weakness(Struct, frozen=True):
    """One problem: ``title`` where it has one, what it ``shows`` besides, its ``cause``. ``apart``: why it is so stands in a sentence of its own."""

    item: Shortcoming
    title: Inlines
    shows: Inlines
    cause: Inlines
    apart: bool = False

    @property
    def says_why(self) -> bool:
        """Whether the clerk's cause says of itself that it is one."""
        return _SAYS_WHY.match(plain(self.cause)) is not None

    @property
    def is_open(self) -> bool:
        """Whether the clerk has not said how it shows."""
        return all(isinstance(i, Blank) for i in self.shows) and not self.title

    @property
    def characters(self) -> int:
        return count_characters(plain(self.title + self.shows + self.cause))


def problems(items: Sequence[Shortcoming], table: Completions, glue: Glue) -> tuple[Weakness, ...]:
    """``items`` without titles, their notes made whole; causes stand apart in all where one must."""
    found = [
        Weakness(s, (), (*_owner(s, glue), *strip_stop(whole(parted(s.shows, glue), Use.PROBLEM, table))), strip_stop(parted(s.cause, glue)))
        for s in items
    ]
    apart = any(p.cause and (not _STOPS.isdisjoint(plain(p.shows)) or len(plain(p.shows)) > _LONG) for p in found)
    return tuple(replace(p, apart=apart) for p in found)


def _owner(item: Shortcoming, glue: Glue) -> Inlines:
    """The topic of a problem that does not say of what it speaks: before what is always something's (形式老), else with 方面 (剩下的都是硬骨头)."""
    said = plain(item.shows)
    if lacks_owner(said):
        return name_of(item)
    return (*name_of(item), glue("方面，")) if item.topic and lacks_whole(said) else ()


def _is_unsaid(problem: Weakness) -> bool:
    """Whether a problem without a title says nothing of its topic: 专区还没有建起来, of 认知障碍照护."""
    topic = problem.item.topic
    untold = set(pairs(topic)).isdisjoint(pairs(plain(problem.shows)))
    return not problem.title and 0 < len(topic) <= _LONGEST_TOPIC and untold


def led(given: Sequence[Weakness]) -> tuple[Weakness, ...]:
    """``given`` in its order, each that begins with the clause that says what is weak under that as its title, where half of them do. A later clause
    is no title: what stands before it, behind it, is no longer read as what led to it."""
    found = [_titled(p) for p in given]
    many = len(given) > 1 and 2 * sum(p is not None for p in found) >= len(given)
    return tuple(p or plainly for p, plainly in zip(found, given, strict=True)) if many else tuple(given)


def _titled(problem: Weakness) -> Weakness | None:
    """``problem`` under its first clause, if that says what is weak and something is left beneath that is neither another weakness (职业教育专业少，
    毕业生就业后跟踪服务不够) nor the measure of this one (急诊滞留时间偏长，超过24小时的病人每天17人)."""
    text = plain(problem.shows)
    at, clause = next(clauses(text), (0, ""))
    if not names_weakness(clause):
        return None
    rest = strip_stop(sliced(problem.shows, 0, at) + sliced(problem.shows, at + len(clause) + 1, len(text)))
    stub = count_characters(plain(rest)) < UNDER_HEAD and names_weakness(plain(rest))  # 学习不够系统，用得不够
    beside = clause.endswith(_MEASURED) and next(clauses(plain(rest)), (0, ""))[1].endswith(_ALSO_WEAK)
    beneath = count_characters(plain(rest + problem.cause)) >= UNDER_HEAD and not (stub or beside or plain(rest).startswith(_GOES_ON))
    return replace(problem, title=sliced(problem.shows, at, at + len(clause)), shows=rest) if beneath else None


class Shortcomings(Struct, frozen=True):
    """Writes the problems of one draft: ``chooser`` leads in to causes, ``places`` says what each path is called, ``speaker`` owns up to them."""

    chooser: Chooser
    places: Mapping[str, str]
    speaker: Speaker

    def written(self, items: Sequence[Shortcoming], feeding: Feeding, part: Section, glue: Glue) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
        """``items`` in chapters under the titles that their own words make, where the 文种 wants them and they say enough; else as points."""
        plainly = problems(items, self.chooser.bank.completions, glue)
        by_own = led(plainly)
        found = self._completed(by_own) or (self._named(plainly) if feeding.division is not Division.POINTS else ()) or by_own
        unsaid = all(map(_is_unsaid, found))
        bodies = [self._body(p, glue, unsaid) for p in found]
        lengths = [count_characters(plain(p.title + body)) for p, body in zip(found, bodies, strict=True)]
        if all(p.title for p in found) and in_chapters(feeding.division, lengths):
            return (), tuple(_chapter(n, p, body, feeding, part, glue) for n, (p, body) in enumerate(zip(found, bodies, strict=True), 1))
        told = (plain((*p.title, glue("。"), *body) if p.title else body) for p, body in zip(found, bodies, strict=True))
        return tuple(_points(found, bodies, layout(feeding.layout, told), feeding, glue)), ()

    def _named(self, given: Sequence[Weakness]) -> tuple[Weakness, ...]:
        """``given`` under the names of their topics, said to fall short, where every problem has a topic of its own."""
        topics = {p.item.topic for p in given if p.item.topic and not p.is_open}
        if len(given) < 2 or len(topics) < len(given):
            return ()
        found = tuple(replace(p, title=self._weak(p.item)) for p in given)
        return found if all(p.title for p in found) else ()

    def _completed(self, given: Sequence[Weakness]) -> tuple[Weakness, ...]:
        """``given`` with a title each, where some have one of their own words and all others a topic, which is said to fall short; none elsewhere."""
        if not any(p.title for p in given) or not all(p.title or (p.item.topic and not p.is_open) for p in given):
            return ()
        found = tuple(p if p.title else replace(p, title=self._weak(p.item)) for p in given)
        return found if all(p.title for p in found) else ()

    def _weak(self, item: Shortcoming) -> Inlines:
        return framed(Spot(self.places[item.path], Stand.TITLE), name_of(item), (_WEAK,), self.chooser, move=Move.PROBLEM)

    def _told(self, problem: Weakness) -> Inlines:
        """How a problem shows; that it falls short where the clerk only names what does, with a word that is known to end such names."""
        said = plain(problem.shows)
        bank = self.chooser.bank
        pools = ((Move.MEASURE, VERBS), (Move.PROBLEM, _WEAK))
        known = any(knows_ending(set_around(said, bank, Kind.LEAD, move, pool), said) for move, pool in pools)
        if problem.is_open or not (known and names_only(said, bank.naming)):
            return problem.shows
        return framed(Spot(self.places[problem.item.path], Stand.TITLE), problem.shows, (_WEAK,), self.chooser, move=Move.PROBLEM)

    def _body(self, problem: Weakness, glue: Glue, unsaid: bool) -> Inlines:
        """How the problem shows besides its title, then why: in the same sentence where that is short, else in one of its own. Its topic comes first
        where the clerk has not said how it shows, and where all siblings leave theirs ``unsaid``: readers mind one that has it among some that do
        not."""
        named = problem.item.topic and (problem.is_open or unsaid)
        lead: Inlines = (*name_of(problem.item), glue("方面，")) if named else ()
        shows = lead + (problem.shows if problem.title else self._told(problem))
        self.chooser.note(plain(problem.title + problem.shows))
        if not problem.cause:
            return shows
        why = (*self._link(problem, glue), *self.speaker.blamed(plain(problem.cause)), *problem.cause)
        return (*shows, glue("。" if problem.apart else "，"), *why) if shows else why

    def _link(self, problem: Weakness, glue: Glue) -> Inlines:
        """What leads in to the cause, with a subject of its own where that opens a sentence; nothing where the clerk's words do."""
        if problem.says_why:
            return ()
        if plain(problem.cause).startswith(_BECAUSE):
            return (glue("主要是"),)
        if plain(problem.cause).startswith(_FOR_MOST):
            return (glue("原因是"),)
        if _IS.match(plain(problem.cause)):
            return (glue("原因在于"),)
        if problem.apart or not problem.shows:
            return (glue("主要原因是"),)
        spot = Spot(self.places[problem.item.path], Stand.CAUSE)
        return drawn(Pool(spot, (Kind.TRANSITION,), Move.CAUSE, "原因引语"), self.chooser) or (glue("主要原因是"),)


def _chapter(n: int, problem: Weakness, body: Inlines, feeding: Feeding, part: Section, glue: Glue) -> Section:
    run_in = feeding.division is Division.RUN_IN_HEADED
    said = paragraphs((*body, glue("。")), Move.PROBLEM)
    return Section(2, section_number(2, n), problem.title, part.roles, said, run_in=run_in, topic=problem.item.topic)


def _points(found: Sequence[Weakness], bodies: Sequence[Inlines], set_in: Layout, feeding: Feeding, glue: Glue) -> Iterator[Point]:
    """Problems as points, a title as the first sentence of what it heads; in running text without stops within them they end in semicolons."""
    run_in = set_in is Layout.RUN_IN
    light = run_in and not any(p.title or not _STOPS.isdisjoint(plain(b)) for p, b in zip(found, bodies, strict=True))
    for n, (label, problem, body) in enumerate(zip(chain(feeding.ordinals, len(bodies)), found, bodies, strict=True), 1):
        stop = "；" if light and n < len(bodies) else "。"
        lead = (*problem.title, glue("。")) if problem.title else ()
        yield Point((glue(label),) if label else (), lead, (*body, glue(stop)), run_in, Move.PROBLEM)

"""Points and plans before wording is chosen: the clerk's statements in sentences, and every place in them where formula may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, takewhile

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.phrase import Kind, Phrase, Position
from generator.chinese.forms import Use
from generator.chinese.notes import Completions
from generator.chinese.punctuation import LETTER, clauses, count_characters
from generator.chinese.verbs import ends_in_act, holds_verb, is_verbal_head, opens_clause
from generator.compose.choose import Want
from generator.compose.joining import grouped
from generator.compose.noted import is_copula, of_point
from generator.compose.remedies import Remedy
from generator.compose.setting import UNDER_HEAD
from generator.compose.spots import Spot, Stand
from generator.compose.statements import Glue, Statement, ends_sentence, leans, parted, statement, strip_stop
from generator.compose.whole import whole
from generator.facts.model import Intention, Item, Practice
from generator.fit.gist import NOTHING, Gist, Reader, together
from generator.fit.licence import covered
from generator.fit.place import Place, answered
from generator.patterns import late
from generator.report import Inlines, Move, Text, is_open, plain, sliced

_LONGEST_HEAD = 16
_LONGEST_OWN_HEAD, _LONGEST_OWN_ACT = 8, 12
"""Characters of the first clause of a bare 事项 that may head the rest: of any, and of one that is the name of an act."""
_OPENS_OR_TIMES = late(r"\d|^[按在对向以由从把将自经]|[后时中上下前]$")
"""What no act that heads a point holds: a count, a preposition before it, a time or place at its end."""
_CAUSATIVE = ("引导", "使", "让", "帮助", "教育", "激励", "督促", "带动", "鼓励")
_ARRANGED = ("列为", "列入", "纳入")
_LESSENING = "缩短 压减 压缩 精简 减少".split()
_CHANGES = late(f"由[^，。]{{1,14}}(?:到|至|为)|(?:{'|'.join(_LESSENING)})[0-9]", holding=("由", *_LESSENING))
"""How a statement tells what became of a thing: it, and nobody in it, then is what lets others do something (出证时间由10日减到6日，让企业少跑腿)."""
_REACHED = late(
    r"无[^，。]{0,8}(?:事故|投诉|案件|违纪|伤亡)|零(?:投诉|事故|差错|违规|上访|发案)|全部|均|100%|率[0-9]|达到|无一|未发现|未发生|成效|被"
    r"|获[^，。]{2,24}(?:奖|名|称号|先进)|评为|(?:没有|未|不)[^，。]*$"
)
"""A result that is reported already, what was done to somebody, what was not done: no aim follows."""
_AIM_VERBS = "确保 推动 促进 防止 避免 力求 务求 努力 着力 尽量 便于 以便 方便 严防 引导 让 使".split()
_AIMS = late(f"(?:^|，)(?:{'|'.join(_AIM_VERBS)})[^，]*$", holding=_AIM_VERBS)
"""A last clause that says what for: the clerk's own aim."""
_LEFT = late(r"[剩余]\d|[剩余]下|其余|尚[有未]|还有\d|未[办完整解化]|长期(?:推进|坚持)|正在", holding=(*"剩余尚未", "还有", "长期", "正在"))
"""What says that something is not done yet."""
_SETTLING = ("办结", "化解", "整改", "解决", "完成", "销号", "回复", "答复", "改", "调处", "采纳")
_SETTLED = late(rf"(?:{'|'.join(_SETTLING)})(?:了|率)?(\d+(?:\.\d+)?)(?![\d%％.])[余多]?({LETTER})")
_TAKEN_UP = late(rf"(?<![\d.])(\d+(?:\.\d+)?)[余多]?({LETTER})")
"""How many were dealt with, of how many that were taken up before."""
_CLOSING_ROOM = 84
"""Characters of statements behind which an aim still fits in one sentence."""

Sentences = tuple[tuple[Statement, ...], ...]


class Around(Struct, frozen=True):
    """What a point or plan stands in: the block's heads as fit reads them, what the block says, and whether points of it stand under heads."""

    heads: Gist
    near: str
    headed: bool = False


class Mending(Struct, frozen=True):
    """What mends the problem that a plan answers, behind the ``sentence`` of that number."""

    remedy: Remedy
    sentence: int


class Body(Struct, frozen=True):
    """The sentences of a point or plan at a place of the draft, under its own head ``matter``; ``answer`` names the problem that a plan answers,
    before what it means to do, and is all that a plan of a topic alone says, ``solves`` names it behind that, ``mending`` is what mends it instead;
    ``wants`` are the places in them where formula may stand."""

    where: str
    move: Move
    sentences: Sentences
    around: Around
    matter: Inlines = ()
    answer: Inlines = ()
    solves: Inlines = ()
    mending: Mending | None = None
    text: str = ""
    path: str = ""
    line: int = 0
    wants: tuple[Want, ...] = ()


def heads(reader: Reader, topic: str, *texts: str) -> Gist:
    """A block's topic and headings as fit reads them: a topic of the bank counts as spoken of wherever the clerk names it."""
    spoken = frozenset({topic} & reader.topics.members.keys())
    return together((Gist(topics=spoken), *reader.gists((topic, *texts))))


def around(reader: Reader, block: Practice) -> Around:
    """What the points of ``block`` stand in."""
    headed = any(item.matter and (item.facts or item.measures) for item in block.items)
    return Around(heads(reader, block.topic, plain(block.heading)), block.text, headed)


def of_items(items: Sequence[Item], places: Mapping[str, str], block: Around, completions: Completions, glue: Glue) -> Iterator[Body]:
    """The sentences of the ``items`` of one block. 达 or 为 is supplied to the first figure that lacks it alone: where it comes again and again
    readers hear the word and not the figures, and they read the others on from the first."""
    said = False
    for item in items:
        body = _of_item(item, places[item.path], block, completions, glue, copula=not said)
        said = said or any(is_copula(i) for sentence in body.sentences for statement in sentence for i in statement.inlines)
        yield body


def _of_item(item: Item, where: str, block: Around, completions: Completions, glue: Glue, *, copula: bool) -> Body:
    """The sentences of ``item``, its notes made whole; a matter that says all there is to say is its only statement. ``copula``: whether one may be
    supplied."""

    statements = of_point(item, completions, glue, copula=copula)
    matter = strip_stop(item.matter)
    if matter and not statements:
        matter, said = _own_head(matter, block)
        statements = [Statement(whole(parted(said, glue), Use.FACT, completions))] if said else []
    return Body(where, Move.MEASURE, _sentences(statements), block, matter, text=item.text)


def _own_head(said: Inlines, block: Around) -> tuple[Inlines, Inlines]:
    """A bare 事项 as the head of its point and what stands under it: a verb phrase is all head, and so is a name where other points have heads,
    an act before what it came to (党员包联企业，12名…) heads that there, and so does what a colon sets off; else it is all statement."""
    text = plain(said)
    if not is_statement(text) and (is_verbal_head(text) or block.headed):
        return said, ()
    marked = 0 < text.find("：") <= _LONGEST_OWN_ACT
    act, _, came = text.partition("：" if marked else "，")
    longest = _LONGEST_OWN_ACT if ends_in_act(act) else _LONGEST_OWN_HEAD
    heads = len(act) <= longest and (holds_verb(act) or ends_in_act(act)) and not _OPENS_OR_TIMES.search(act)
    if block.headed and (marked or (heads and any(map(str.isdigit, came)))) and count_characters(came) >= UNDER_HEAD:
        return sliced(said, 0, len(act)), sliced(said, len(act) + 1, len(text))
    return (), said


def of_intention(intention: Intention, where: str, block: Around, completions: Completions, glue: Glue) -> Body:
    """The sentences of ``intention``, its notes made whole: none where it gives a topic alone."""
    measures = [statement(whole(parted(m, glue), Use.PLAN, completions)) for m in intention.measures]
    return Body(where, Move.PLAN, _sentences(measures), block, text=intention.text, path=intention.path, line=intention.line)


def mending(body: Body, remedy: Remedy, n: int) -> Body:
    """``body`` with what mends its problem behind the statement of number ``n``, which ends a sentence there if nothing leans on it."""
    ends = [*accumulate(map(len, body.sentences))]
    at = next((at for at, end in enumerate(ends) if n < end), 0)
    if not body.sentences:
        return replace(body, mending=Mending(remedy, at))
    sentence, cut = body.sentences[at], n + 1 - (ends[at] - len(body.sentences[at]))
    said, behind = sentence[:cut], sentence[cut:]
    parts = (said, behind) if behind and not leans(plain(behind[0].inlines)) else (sentence,)
    return replace(body, sentences=(*body.sentences[:at], *parts, *body.sentences[at + 1 :]), mending=Mending(remedy, at))


def _sentences(statements: list[Statement]) -> Sentences:
    return tuple(map(tuple, grouped(statements)))


def with_wants(body: Body, reader: Reader) -> Body:
    """``body`` with every place where formula may stand."""
    return replace(body, wants=tuple(_wants(body, reader)))


def _wants(body: Body, reader: Reader) -> Iterator[Want]:
    """Every place of ``body`` where formula may stand: an opening, which gives way to the problem that a plan answers or mends, an aim behind the
    last sentence, one behind the sentence before it if the two tell of different things."""
    if body.sentences and not (body.answer or body.mending) and (opening := _opening(body, reader)):
        yield opening
    for stand, so_far in ((Stand.INNER_CLOSE, body.sentences[:-1]), (Stand.CLOSE, body.sentences)):
        parts = stand is Stand.INNER_CLOSE and so_far and _belong_together(so_far[-1], body.sentences[-1], reader)
        if so_far and _takes_closing(so_far[-1]) and not parts and not (body.solves or body.mending):
            yield _closing(body, stand, so_far, reader)


def _belong_together(before: tuple[Statement, ...], after: tuple[Statement, ...], reader: Reader) -> bool:
    """Whether two sentences tell of one thing or of acts of one kind, so that no formula may stand between them."""
    one, other = (together(_gist(s, reader) for s in sentence) for sentence in (before, after))
    return not {*one.words, *one.acts}.isdisjoint({*other.words, *other.acts})


def general(where: str, block: Practice, reader: Reader) -> Want:
    """The principle that ``block`` stands on: beside the heads of its points, within all that it says."""
    beside = tuple(reader.gist(plain(i.matter) or i.text) for i in block.items) or (NOTHING,)
    place = Place(beside, together((heads(reader, block.topic, plain(block.heading)), *reader.gists(i.text for i in block.items))))
    points, topic = reader.gists(told(block)), heads(reader, block.topic, plain(block.heading))

    def about(phrase: Phrase) -> bool:
        return covered(phrase.licence, topic, points)

    return Want(Spot(where, Stand.GENERAL), Kind.CLAUSE, Move.GENERAL, Position.WHOLE, place, near=block.text, serves=about)


def told(block: Practice) -> tuple[str, ...]:
    """What ``block`` tells, thing by thing: its points or, where it has one alone, the facts of that."""
    if len(block.items) != 1:
        return tuple(item.text for item in block.items)
    only = block.items[0]
    return (*map(plain, only.measures), *(plain(f.done) for f in only.facts)) or (only.text,)


def _opening(body: Body, reader: Reader) -> Want | None:
    first = body.sentences[0]
    said = plain(first[0].inlines)
    if not opens_clause(said) or any(word in said for word in _ARRANGED):
        return None
    beside = tuple(_gist(s, reader) for s in first)
    place = Place(beside, _whole(body, reader), _ground(body, beside[:1], reader))

    def situations() -> frozenset[str]:
        return _situations(body, [c for _, c in clauses(said)], reader)

    spot, about = Spot(body.where, Stand.OPEN), _echoing(body, said)
    return Want(spot, Kind.CLAUSE, body.move, Position.OPEN, place, about, body.around.near, in_situations=situations)


def _closing(body: Body, stand: Stand, so_far: Sentences, reader: Reader) -> Want:
    """An aim for what the last sentence of ``so_far`` says last; none that would make somebody else its subject."""
    sentence = so_far[-1]
    last = _last_said(sentence)
    last_acts = answered([_gist(s, reader) for s in reversed(sentence)])
    place = Place(last_acts, _whole(body, reader), _ground(body, last_acts, reader))

    def situations() -> frozenset[str]:
        return _situations(body, [c for said in reversed(sentence) for _, c in reversed([*clauses(plain(said.inlines))])], reader)

    may = _any if opens_clause(last) or _CHANGES.search(last) else _no_causative
    spot, about = Spot(body.where, stand), _echoing(body, last)
    return Want(spot, Kind.CLAUSE, body.move, Position.CLOSE, place, about, body.around.near, may=may, in_situations=situations)


def _echoing(body: Body, said: str) -> str:
    """What formula beside ``said`` must not say again: it, and the head that stands right above."""
    return f"{plain(body.matter)}，{said}"


def _any(_: str) -> bool:
    return True


def _no_causative(text: str) -> bool:
    return not text.startswith(_CAUSATIVE)


def _gist(said: Statement, reader: Reader) -> Gist:
    return reader.gist(plain(said.inlines))


def _whole(body: Body, reader: Reader) -> Gist:
    """What is said around a statement: its point, and the heads over it."""
    return reader.gist(body.text) + body.around.heads


def _ground(body: Body, said: Iterable[Gist], reader: Reader) -> Gist:
    """What a licence may rest on: the head of the point, what formula opens or answers there, and the topics of the block."""
    return together((Gist(topics=body.around.heads.topics), reader.gist(plain(body.matter)), *said))


def _situations(body: Body, said: Iterable[str], reader: Reader) -> frozenset[str]:
    """The situations that the nearest of the clauses ``said`` is in under the head of their point, with those nearer that lean on it: what was done
    before is answered already, or another thing."""
    clauses_said = tuple(said)
    near = len([*takewhile(lambda clause: leans(clause) or clause[:1].isdecimal(), clauses_said)])
    return reader.situations_of(clauses_said[: near + 1], plain(body.matter))


def _takes_closing(sentence: tuple[Statement, ...]) -> bool:
    """Whether an aim may follow: there is room, the clerk did not end the sentence, and neither reports a result nor gives an aim of his own."""
    length = sum(count_characters(plain(s.inlines)) for s in sentence)
    last = sentence[-1].inlines
    ended = ends_sentence(last) or _REACHED.search(plain(last)) or _AIMS.search(plain(last))
    return length <= _CLOSING_ROOM and not (ended or leaves_some(sentence))


def leaves_some(sentence: Iterable[Statement]) -> bool:
    """Whether a sentence tells of something that is not all done, or not known yet (收集意见31条，办结28条): no aim that all be done goes with it."""
    inlines = tuple(i for said in sentence for i in (*said.inlines, Text("，")))
    text = plain(inlines)
    settled = _SETTLED.finditer(text) if any(word in text for word in _SETTLING) else ()
    counted = [(m.start(), m[2], float(m[1])) for m in _TAKEN_UP.finditer(text)]
    fewer = any(any(at < m.start() and measure == m[2] and number > float(m[1]) for at, measure, number in counted) for m in settled)
    return fewer or bool(_LEFT.search(text)) or is_open(inlines)


def _last_said(sentence: tuple[Statement, ...]) -> str:
    """The last statement of a sentence that stands by itself, with those behind it that lean on it."""
    at = max((n for n, s in enumerate(sentence) if not s.stays), default=0)
    return "，".join(plain(s.inlines) for s in sentence[at:])


def is_statement(text: str) -> bool:
    """Whether a bare 事项 says what was done rather than names what it is about."""
    return len(text) > _LONGEST_HEAD or "，" in text or any(c.isdigit() for c in text)

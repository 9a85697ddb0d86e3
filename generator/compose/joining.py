"""Clauses into sentences: which of the clerk's statements stand together, and the marks between them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from generator.chinese.nouns import unquoted
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import LETTER, count_characters, is_han
from generator.chinese.quantity import ends_in_count, first_count
from generator.chinese.verbs import opens_clause
from generator.compose.statements import Glue, Statement, ends_sentence, leans, strip_stop
from generator.patterns import late
from generator.report import Inline, Inlines, plain

_ACTOR = late(
    r"(?:我(?![馆院局校乡镇县市区省处队站司委中单公])|本人)|[^，。；]{0,8}?(?:书记|成员|干部|党员|支部|总支|党组|党委|工委|纪委|领导|同志|负责人|人员|职工|教师|志愿者|办公室|科室|各部门|[局院馆](?![面势部落])|队(?!伍))"
)
_COUNTED = late(rf"(?:\d[\d.]*余?|〔待补〕)({LETTER})")
_DATE = late(r"\d+[年月日号]")
_DAY = late(r"\d{1,2}月\d{1,2}日", holding="日")
_COUNTS = late(r"\d|〔|[未无没均已两三四五六七八九十百千]|一[个家次名项]|[为现持]零|全部|一律|明显")
"""What counts, or says how what stands before it came out."""
_CLOSED = late(r"\d[\d.]*(?:%|个百分点)$", holding=("%", "个百分点"))
"""How a statement ends that sums up what stands before it."""
_SUMS_UP = late(r"率|%|个百分点|^(?:全年|汛期)?[未无均]|全部|^\d")
"""What may follow it all the same: another rate, a result."""
_TREND = late(r"由[^，。]{1,12}?\d[^，。]*?[提降升减增压缩扩][高低到至为]", holding="由")
"""How a statement tells from what to what something went: it is what came of all before it."""
_GIVEN = ("获", "被评为", "被授予", "入选", "当选")
_THEN = "就(?![业诊医近读学地餐寝任职])|(?<![优率首领争])先(?![进锋行])|一起|轮流|当[天日面场]|一[^，\\d]{1,2}一"
"""How a clause goes on that says what always follows, as a pattern: 学完就到站台上说, 用一件扫一件."""
_CUSTOM = late(rf"每|由(?!于)|逐(?!步)|随(?![访机])|[期月年]末|[^，]不|{_THEN}")
"""What says in what way something is always done."""
_BY_WHAT = late("按(?!时|期)")
"""How a measure begins that says by what it went, which leans on a measure before it (比对名单，按园区分片上门)."""
_ALWAYS = late(_THEN)
"""What says so behind a verb too."""
_WON = late(r"(?P<who>[^，。；\d]{2,12}?)(?:获评|荣获|获得|获(?!取|知|批)|被评为|被授予|入选|当选)", holding=_GIVEN)
"""How a statement opens that names first who was given something: 国画教师获全市教学展示一等奖."""
_SHORTEST = 8
"""Characters below which a sentence of its own would be a stub."""
_SHORT_TAIL = 18
_LONGEST_WITH_TAIL = 110
_OPENS_ANEW = ("按照", "按", "根据", "同时", "针对", "在", "自", "没有发生", "未发生", "没有出现", "未出现")
"""How a statement opens that is a sentence of its own: behind a drill, that nothing happened is read as of the drill."""
_OF_ALL = late(r"全[县市区省镇乡校院](?![长委务])|全(?:系统|行业|街道)")
"""How a statement opens that speaks of a whole place or trade, whatever was done before it."""
_LONGEST = 64
_LONGEST_ALIKE = 84
_MOST = 5
_BRIEF = 36
"""Characters of a sentence that may run on into another: two lines of a page for both, before a reader looks for a full stop."""
_LIGHT = 28
"""Characters of a line: what fits in one is read without a semicolon."""


def grouped(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements packed into sentences in their order: up to five clauses a sentence, two of several clauses each kept apart."""
    sentences: list[list[Statement]] = []
    for new in statements:
        if sentences and (new.stays or _room(sentences[-1], new)):
            sentences[-1].append(new)
        else:
            sentences.append([new])
    return _without_stub(sentences)


def _without_stub(sentences: list[list[Statement]]) -> list[list[Statement]]:
    """A last sentence of one short clause joins the one before it where there is some room and it tells of no other act."""
    if len(sentences) < 2 or len(sentences[-1]) > 1:
        return sentences
    *rest, before, (stub,) = sentences
    length = sum(count_characters(plain(s.inlines)) for s in before)
    text = plain(stub.inlines)
    apart = _apart(before[-1], stub) and (_opens_anew(text) or _past_the_day(before, text) or not _is_stub(text))
    short = stub.clauses == 1 and count_characters(plain(stub.inlines)) <= _SHORT_TAIL
    joins = short and length <= _LONGEST_WITH_TAIL and not ends_sentence(before[-1].inlines) and not apart
    return [*rest, [*before, stub]] if joins else sentences


def _apart(before: Statement, new: Statement) -> bool:
    """Whether ``new`` is a sentence of its own: it opens anew, it has a subject of its own (23名馆员取得证书 is what came of an act), what stands
    before it closes with a rate and it tells of another act, or is a custom, or the two tell of different things."""
    text = plain(new.inlines)
    if new.fact and before.fact and not new.stays and not _is_stub(text) and _is_another(before, new):
        return True
    beside_the_day = not new.stays and _past_the_day([before], text)
    if (
        beside_the_day
        or _is_done_by_custom(before, new)
        or _is_trend(before, new)
        or _is_won(before, new)
        or (_opens_anew(text) and not (_BY_WHAT.match(text) and not (before.fact or new.fact)))
        or (_CLOSED.search(plain(before.inlines)) and not (new.stays or _SUMS_UP.search(text)))
    ):
        return True
    return not _is_stub(text) and not _counted_alike(before, new) and not text[0].isdigit() and (_actor(new) or _happens(new))


def _is_done_by_custom(before: Statement, new: Statement) -> bool:
    """Whether ``before``, a measure, tells in what way something is always done (学完就到站台上说), by no verb that the fact ``new`` could be told
    after: what was done in the year is another sentence."""
    first, _, last = plain(before.inlines).rpartition("，")
    acts = opens_clause(last) and (not first or opens_clause(first))
    return new.fact and not (before.fact or new.stays) and (_ALWAYS if acts else _CUSTOM).search(last) is not None


def _is_trend(before: Statement, new: Statement) -> bool:
    """Whether ``new`` tells from what to what something went that ``before`` does not speak of."""
    text = plain(new.inlines)
    return not new.stays and _TREND.search(text) is not None and not _share_word(plain(before.inlines), text)


def _is_won(before: Statement, new: Statement) -> bool:
    """Whether ``new`` tells what somebody or something was given of whom ``before`` does not speak."""
    text = plain(new.inlines)
    won = _WON.match(text) if not (new.stays or text[:1].isdecimal() or opens_clause(text)) else None
    return won is not None and won["who"] not in plain(before.inlines)


def _is_another(before: Statement, new: Statement) -> bool:
    """Whether ``new`` tells of something else than ``before``: a reader takes what stands between two commas for parts of one thing, or for acts of
    one actor."""
    said, more = plain(before.inlines), plain(new.inlines)
    acts = opens_clause(more) and opens_clause(said.rpartition("，")[2])
    return not (acts or _counted_alike(before, new) or _is_stub(said) or _share_word(said, more))


def _is_unlike(before: Statement, new: Statement) -> bool:
    """Whether ``new`` tells of something else than ``before``, and the two are no counts side by side (外出培训118人次，校本研修20次)."""
    said, more = plain(before.inlines), plain(new.inlines)
    counts = ends_in_count(said) and ends_in_count(more) and not _CLOSED.search(said)
    return new.fact and not (new.stays or counts) and _is_another(before, new)


def _share_word(said: str, more: str) -> bool:
    """Whether two texts have a run of two Han characters in common."""
    return any(pair in said and all(map(is_han, pair)) for pair in pairs(more))


def _is_stub(text: str) -> bool:
    return count_characters(text) < _SHORTEST


def _happens(said: Statement) -> bool:
    """Whether a fact tells what became of something that it names first (零工驿站2月18日启用): no verb opens it, and it counts nothing."""
    text = plain(said.inlines)
    return said.fact and not said.stays and not opens_clause(text) and not _COUNTS.search(_DATE.sub("", unquoted(text)))


_SPANS = "全年 上半年 下半年 汛期 全场 辖区".split()
_WHEN = late(rf"\d{{1,2}}月|(?:{'|'.join(_SPANS)})[^，]{{0,10}}?(?:[无未零]|没有)", holding=("月", *_SPANS))
"""How a statement opens that says first when it was, or how all came out in the end: what stands before it was done at another time, or is a part."""


def _opens_anew(text: str) -> bool:
    return _WHEN.match(text) is not None or text.startswith(_OPENS_ANEW) or (text[:1] == "全" and _OF_ALL.match(text) is not None)


def _room(sentence: list[Statement], new: Statement) -> bool:
    together = (*sentence, new)
    texts = [plain(s.inlines) for s in together]
    if ends_sentence(sentence[-1].inlines) or sum(s.clauses for s in together) > _MOST or _apart(sentence[-1], new):
        return False
    if _changes_subject(sentence, new) or (new.fact and not sentence[-1].fact and len(sentence) > 1):
        return False
    brief = len(sentence) == 1 and sentence[0].clauses == 1
    alike = texts[-1][:2] == texts[-2][:2]
    length = sum(map(count_characters, texts))
    return length <= (_LONGEST_ALIKE if alike or brief else _LONGEST) and new.clauses <= (2 if brief else 1)


def _changes_subject(sentence: list[Statement], new: Statement) -> bool:
    """Whether ``new`` would be done by somebody else than what stands before it; counts of one kind side by side may be (书记讲4次，成员讲9次), and
    two measures that fit in one line."""
    before = sentence[-1]
    other = _actor(new) or (_actor(before) and not _goes_on(before, new))
    customs = len(sentence) == 1 and not (before.fact or new.fact) and _characters((before, new)) <= _LIGHT
    return other and not (customs or _counted_alike(before, new))


def _goes_on(before: Statement, new: Statement) -> bool:
    """Whether ``new``, which names nobody, tells of what ``before`` tells of: whoever did that did this."""
    said, more = plain(before.inlines), plain(new.inlines)
    return opens_clause(more) and _share_word(said, more)


def _actor(said: Statement) -> bool:
    """Whether a statement begins by naming who did it."""
    text = plain(said.inlines)
    return not said.stays and not opens_clause(text) and "反馈" not in text and _ACTOR.match(text) is not None


def _measure(said: Statement) -> str:
    """The measure word of the first number of a statement, to its first character."""
    found = _COUNTED.search(plain(said.inlines))
    return found[1] if found else ""


def _counted_alike(one: Statement, other: Statement) -> bool:
    """Whether both count first by the same measure word."""
    return bool(_measure(one)) and _measure(one) == _measure(other)


def stops(sentences: Sequence[Sequence[Statement]], aimed: Container[int]) -> list[str]:
    """The mark behind each sentence of a point: a comma, or a semicolon between manifold ones, between short ones side by side that have no aim
    (``aimed``) and tell of one thing or of acts of one actor, two on end at the most; else a full stop."""
    marks: list[str] = []
    for n, (sentence, after) in enumerate(pairwise(sentences)):
        brief = max(_characters(sentence), _characters(after)) <= _BRIEF
        goes_on = brief and n not in aimed and n + 1 not in aimed and (len(marks) < 2 or "。" in marks[-2:])
        marks.append(_mark(sentence, after[0]) if goes_on and _is_one_breath(sentence, after) else "。")
    return [*marks, "。"]


def _is_one_breath(sentence: Sequence[Statement], after: Sequence[Statement]) -> bool:
    """Whether two short sentences are read as one: of few clauses, and the second speaks of what the first does, says how it came out, or counts
    what else was done and names nobody."""
    said, more = plain(sentence[-1].inlines), plain(after[0].inlines)
    few = sum(s.clauses for s in (*sentence, *after)) <= _MOST
    by_another = _actor(sentence[-1]) and not _goes_on(sentence[-1], after[0])
    goes_on = not (by_another or _actor(after[0]) or _opens_anew(more) or _happens(after[0])) and bool(_COUNTED.search(more))
    anew = (
        _WHEN.match(more) is not None
        or _is_done_by_custom(sentence[-1], after[0])
        or _is_trend(sentence[-1], after[0])
        or _is_won(sentence[-1], after[0])
        or _past_the_day(sentence, more)
    )
    return few and not anew and (_share_word(said, more) or bool(_SUMS_UP.search(more)) or goes_on)


def _past_the_day(sentence: Sequence[Statement], more: str) -> bool:
    """Whether ``sentence`` tells, with figures, of one day, and ``more`` of something else, and not of what was done or how soon: what is of the
    whole year is read as of that day."""
    said = "，".join(plain(s.inlines) for s in sentence)
    day = _DAY.match(said)
    told = day is not None and any(map(str.isdecimal, said[day.end() :]))
    return told and not (opens_clause(more) or more[:1].isdecimal() or _share_word(said, more))


def _mark(before: Sequence[Statement], new: Statement) -> str:
    """The mark between statements of one sentence: a semicolon where one of them has commas of its own and the new one tells of something else, of
    another act behind what says no act, or of the whole again behind a part of it, so that a reader sees where it begins (申请11件，全部办结；
    现场核查码头6座)."""
    told = _told_last(before)
    manifold = sum(said.clauses for said in told) > 1
    said, more = "，".join(plain(s.inlines) for s in told), plain(new.inlines)
    of_part = _behind_a_part(before, new)
    light = count_characters(said + more) < _LIGHT and not (of_part or _is_unlike(told[-1], new))
    if _only_counts(new) and not (_only_counts(told[-1]) or _counted_alike(told[-1], new) or of_part or _share_word(said, more)):
        return "；"
    if new.stays or light or not (manifold or new.clauses > 1):
        return "，"
    both = manifold and new.clauses > 1
    acts_anew = new.fact and opens_clause(more) and not opens_clause(said.rpartition("，")[2])
    apart = of_part or acts_anew or not (_share_word(said, more) or _counted_alike(told[-1], new) or _SUMS_UP.search(more))
    return "；" if both or apart else "，"


def _told_last(statements: Sequence[Statement]) -> Sequence[Statement]:
    """The last of ``statements`` that stands by itself, and those behind it that lean on it."""
    return statements[max((n for n, said in enumerate(statements) if not said.stays), default=0) :]


def _behind_a_part(before: Sequence[Statement], new: Statement) -> bool:
    """Whether ``new`` tells of the whole again, or of something else, behind a part of what was told."""
    told = any("，其中" in f"，{plain(said.inlines)}" for said in _told_last(before))
    return told and not (new.stays or plain(new.inlines).startswith("其中"))


def _only_counts(said: Statement) -> bool:
    """Whether a statement says no more than how many there are of something: behind a verb it is read as its object (移交线索3条，疑点1580条)."""
    text = plain(said.inlines)
    counts = said.fact and not (said.shares or leans(text)) and said.clauses == 1 and ends_in_count(text)
    return counts and not opens_clause(text) and not text[:1].isdecimal() and first_count(text) > 0 and not _actor(said)


def _characters(sentence: Sequence[Statement]) -> int:
    return sum(count_characters(plain(s.inlines)) for s in sentence)


def set_sentence(sentence: list[Statement], glue: Glue, opening: Inlines = (), closing: Inlines = (), stop: str = "。") -> Inlines:
    """One sentence with its marks: the opening clause, the statements, the closing aim, which is said of them all, a ``stop``."""
    out: list[Inline] = list(opening)
    for n, said in enumerate(sentence):
        apart = n and _behind_a_part(sentence[:n], said)
        mark = "、" if said.shares else ("；" if apart else "，") if closing or not n else _mark(sentence[:n], said)
        out += [glue(mark), *said.inlines] if out else said.inlines
    if closing:
        out += [glue("，"), *closing] if out else closing
    if not ends_sentence(tuple(out)):
        out.append(glue(stop))
    return tuple(out)


_BESIDES = "同时，"
"""What opens the clause or sentence that is told behind the last one of a point."""


def with_besides(body: Inlines, said: Sequence[Inlines], glue: Glue) -> Inlines:
    """``body``, whole sentences, with what is ``said`` besides: in the same sentence where it is one, else in a further one, which goes on where the
    last is one already."""
    text = plain(body)
    goes_on, alone = _BESIDES in text, text.count("。") == 1
    joined = tuple(i for n, more in enumerate(said) for i in ((glue("，"), *more) if n or goes_on else more))
    if goes_on:
        return (*strip_stop(body), *joined, glue("。"))
    return (*strip_stop(body), glue(f"；{_BESIDES}"), *joined, glue("。")) if alone else (*body, glue(_BESIDES), *joined, glue("。"))

"""What a template asks for by name: one of the phrases kept in a pool, whose every condition is met, the one said least lately, under the seed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.bank.bank import Bank
from generator.bank.phrase import Kind, Layer, Phrase, Status
from generator.chinese.verbs import ends_in_act, ends_in_verb
from generator.compose.choose import OWN, STALE, Chooser, expand
from generator.compose.frames import OF_ANY_ACT, VERBS, knows_ending, set_around, standing
from generator.compose.said import han, runs
from generator.compose.spots import Spot, Stand
from generator.compose.told import TOLD
from generator.fit.bearings import bears_out
from generator.fit.gist import Gist, together
from generator.fit.judge import Judge
from generator.fit.place import Place
from generator.patterns import late
from generator.report import Inlines, Move, Text, plain

_PROVED = 2
"""Reports that must say what nobody has read before a passage may say it."""
_WRITTEN_THERE = 0.6
"""What wording of real reports counts above one that no report is known to say: three fifths of what the seed may, so that offices differ."""
_OVERTAKEN = 1.0
"""What the wording of a meeting loses by every year that it is old: by half a year more than the seed decides, so that the latest is named."""
_MEETING = late(r"[大会]精神", holding=["精神"])
_THROUGHOUT = 4
"""Mentions from which the whole report speaks of a word."""
_LATELY = 8
"""Choices among which the verb of a point's heading is not to come twice if it can be helped: those of two or three points."""
_NAMED = "{事项}"
_VERB = 2
"""Characters of the verb that opens a head."""
_HEADS = (Stand.TITLE, Stand.HEAD)
_AGAIN = 1.0
"""What a verb loses that a heading or a sibling has: as much as the seed may decide, so that siblings differ where their names allow it."""
_MAKESHIFT = 1.2
"""What a verb loses that may stand before any act: less than one that a sibling has had just before it."""
_STUTTER = re.compile(r"(..)\1|业事业")
"""A word said twice in a row: 做好三献工作工作, 会展业事业, 保护保护古籍."""


class Pool(Struct, frozen=True):
    """What a template asks for by name: one of the phrases kept under ``name``, of one of ``kinds`` and a move, in a report that says ``about``, that
    does not begin as ``behind`` does, the text that follows, if it can be helped; ``beneath`` is all that a head of the name would stand over,
    ``done`` the verbs by which it is told there what was done with the very thing; ``planned``: it is told what will be done."""

    spot: Spot
    kinds: tuple[Kind, ...]
    move: Move
    name: str
    about: str = ""
    behind: str = ""
    beneath: str = ""
    done: tuple[str, ...] = ()
    planned: bool = False


def drawn(pool: Pool, chooser: Chooser, extra: Mapping[str, Inlines] | None = None) -> Inlines:
    """What is kept at the spot, else one of the phrases of ``pool`` that may be printed now, remembered as printed; ``extra`` fills its own slots."""
    values = {**chooser.values, **(extra or {})}
    if pool.spot in chooser.kept:
        return chooser.print(pool.spot, chooser.kept[pool.spot].phrase, values)
    standing = chooser.once(pool, lambda: _standing(pool, chooser, values))
    found = [phrase for phrase, text in standing if _may_come(phrase, text, chooser)]
    heads = _heads_of(pool, chooser)
    best = max(found, key=lambda p: (_score(p, pool, heads, chooser), p.id), default=None)
    return chooser.print(pool.spot, best.id, values) if best else ()


_NAME = Text("…")
"""Stands for the name while what stands around it is chosen."""


def framed(
    spot: Spot,
    name: Inlines,
    pools: Iterable[str],
    chooser: Chooser,
    behind: str = "",
    beneath: str = "",
    move: Move = Move.MEASURE,
    done: tuple[str, ...] = (),
    planned: bool = False,
) -> Inlines:
    """``name`` with what the first of ``pools`` that has something puts around it; as it is where none has. ``behind``: the text that follows,
    ``beneath`` all that the head stands over, ``done`` the verbs by which it tells what was done with what is named, or that it is ``planned``."""
    for pool in (*((TOLD,) if done else ()), *pools):
        found = drawn(Pool(spot, (Kind.LEAD,), move, pool, plain(name), behind, beneath, done, planned), chooser, {"事项": (_NAME,)})
        if found:
            return tuple(i for part in found for i in (name if part is _NAME else (part,)))
    return name


def _standing(pool: Pool, chooser: Chooser, values: Mapping[str, Inlines]) -> tuple[tuple[Phrase, str], ...]:
    """The phrases of ``pool`` that may stand there, whatever was printed before, each with its words."""
    reader = chooser.bank.reader
    throughout = chooser.once(("throughout", pool.about), lambda: _throughout(pool.about, chooser))
    spoken = Judge(Place((throughout,)), reader)
    asked = [p for kind in pool.kinds for p in _kept_under(pool, kind, chooser.bank)]
    kept = dict.fromkeys((*asked, *_of_any_act(pool, chooser.bank)))
    found = [p for p in kept if _proved(p) and chooser.may_be_said(p, pool.spot, values) and (_is_verb(p) or spoken.refused(p) is None)]
    fluent = [(p, text) for p in found if not _stutters(text := plain(expand(p, values)), pool.about)]
    around = _around(pool, [p for p, _ in fluent if _is_verb(p)], chooser.bank)
    standing = tuple((p, text) for p, text in fluent if not _is_verb(p) or p in around)
    return tuple((p, text) for p, text in standing if not (pool.behind and text.startswith(pool.behind[:2]))) or standing


def _around(pool: Pool, found: Sequence[Phrase], bank: Bank) -> tuple[Phrase, ...]:
    """Which of what is set around a name may stand: the first verb of what is told to have been done with it, or what its ending asks for and what
    is told beneath bears out."""
    if pool.name == TOLD:
        return tuple(p for verb in pool.done for p in found if p.text == f"{verb}{_NAMED}")[:1]
    near, acts = standing(found, pool.about, lambda p: _is_borne_out(p, pool, bank)), _of_any_act(pool, bank)
    if acts and near and not knows_ending(near, pool.about):
        return acts
    return (*near, *(p for p in acts if p not in near)) if near else ()


def _of_any_act(pool: Pool, bank: Bank) -> tuple[Phrase, ...]:
    """What may stand before the name of any act, or before one in quotation marks, if it is one that ``pool`` is asked for."""
    act = pool.name == VERBS and (ends_in_act(pool.about) or ends_in_verb(pool.about) or pool.about.endswith("”"))
    return tuple(bank.phrases[id] for id in OF_ANY_ACT if id in bank.phrases) if act else ()


def _stutters(text: str, name: str) -> bool:
    """Whether ``text``, with ``name`` in it, says a word twice in a row: what a name is then to be given, it says itself (举办 before 办学术讲座)."""
    before, at, _ = text.partition(_NAME.text)
    return _STUTTER.search(text.replace(_NAME.text, name)) is not None or bool(at and before and before[-1] == name[:1])


def _is_borne_out(phrase: Phrase, pool: Pool, bank: Bank) -> bool:
    """Whether what is told beneath a head bears out what ``phrase`` says there of the name."""
    before, _, behind = phrase.text.partition(_NAMED)
    return bears_out(pool.beneath, (before, behind), pool.about, bank.bearings, pool.planned)


def _kept_under(pool: Pool, kind: Kind, bank: Bank) -> tuple[Phrase, ...]:
    """The phrases of a kind kept under the name of ``pool``; of what is set around a name only what may ask for how that ends."""
    if pool.name == TOLD:
        return (*bank.ending(kind, pool.move, TOLD, pool.done), *bank.pool(kind, pool.move, VERBS))
    return set_around(pool.about, bank, kind, pool.move, pool.name) if kind is Kind.LEAD else bank.pool(kind, pool.move, pool.name)


def _proved(phrase: Phrase) -> bool:
    """Whether somebody read ``phrase``, or several reports have it."""
    return phrase.status is not Status.MINED or phrase.support >= _PROVED


def _is_verb(phrase: Phrase) -> bool:
    """Whether a phrase of a pool is what is set around a name."""
    return phrase.kind is Kind.LEAD


def _may_come(phrase: Phrase, text: str, chooser: Chooser) -> bool:
    """Whether a phrase of a pool may be printed now. The verbs that a point's heading is given (抓好, 做好) may come again, like 一是."""
    said = chooser.said
    if _is_verb(phrase):
        return True
    return not (phrase.id in said.phrases or said.repeats(text) or said.wears_out(text) or han(text)[:2] in said.openings[-3:])


def _throughout(about: str, chooser: Chooser) -> Gist:
    """What the whole report speaks of: its themes, the unit's business, and words that come again and again."""
    reader = chooser.bank.reader
    often = tuple(w for w in dict.fromkeys(reader.gist(about).words) if about.count(w) >= _THROUGHOUT)
    own = reader.gists((*chooser.themes, plain(chooser.values.get("业务", ()))))
    return together((Gist(often), *own, reader.gist("，".join(often))))


def _heads_of(pool: Pool, chooser: Chooser) -> tuple[str, ...]:
    """The wordings of the block's heading and of its points' heads, as far as they are printed."""
    block = pool.spot.where.rpartition("/")[0] + "/"
    return tuple(c.wording for c in chooser.said.choices if c.spot.stand in _HEADS and f"{c.spot.where}/".startswith(block))


def _score(phrase: Phrase, pool: Pool, heads: Sequence[str], chooser: Chooser) -> float:
    text, said, verbal = phrase.text, chooser.said, _is_verb(phrase)
    stale = 0.5 * min(4, len(runs(text) & said.runs)) + chooser.closeness(text) + STALE * chooser.past.holds(phrase)
    worn = _worn(phrase, pool, heads, chooser) if verbal else 0.0
    own = OWN * 3 * (phrase.layer is Layer.USER) + _WRITTEN_THERE * (phrase.layer is Layer.MINED)
    return own + _timely(phrase, chooser) + 0.3 * min(2, len(phrase.licence)) - stale - worn + chooser.noise(phrase.id)


def _worn(phrase: Phrase, pool: Pool, heads: Sequence[str], chooser: Chooser) -> float:
    """What the verb of a head loses for having been used lately, more for each time that one of ``heads`` has it."""
    verb = phrase.text[:_VERB]
    lately = sum(c.phrase == phrase.id for c in chooser.said.choices[-_LATELY:])
    siblings = sum(wording.startswith(verb) for wording in heads)
    return 0.5 * lately + _AGAIN * siblings + _MAKESHIFT * (phrase.id in OF_ANY_ACT and not knows_ending([phrase], pool.about))


def _timely(phrase: Phrase, chooser: Chooser) -> float:
    """What is to be taken off for the meeting that a wording names: a report of 2025 does not open with one of 2022."""
    if phrase.since is None or chooser.period is None or not _MEETING.search(phrase.text):
        return 0.0
    (year, month), (last_year, last_month) = phrase.since, chooser.period[1]
    return -_OVERTAKEN * max(0, 12 * (last_year - year) + last_month - month) / 12

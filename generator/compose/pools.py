"""What a template asks for by name: one of the phrases kept in a pool, whose every condition is met, the one said least lately, under the seed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.bank.phrase import Kind, Layer, Phrase, Status
from generator.chinese.naming import is_quoted
from generator.compose.choose import OWN, STALE, Chooser, expand
from generator.compose.said import han, runs
from generator.compose.spots import Spot
from generator.fit.gist import NOTHING, Gist
from generator.fit.judge import Judge, Place
from generator.patterns import late
from generator.report import Inlines, Move, Text, plain

_PROVED = 2
"""Reports that must say what nobody has read before a passage may say it."""
_WRITTEN_THERE = 0.2
"""What wording of real reports counts in a passage above one that no report is known to say: a fifth of what the seed may, so that offices differ."""
_OVERTAKEN = 1.0
"""What the wording of a meeting loses by every year that it is old: by half a year more than the seed decides, so that the latest is named."""
_MEETING = late(r"[大会]精神")
_THROUGHOUT = 4
"""Mentions from which the whole report speaks of a word."""
_LONGEST_ENDING = 8
"""Characters of the longest word that a name may be asked to end in."""
_LATELY = 8
"""Choices among which the verb of a point's heading is not to come twice if it can be helped: those of two or three points."""
_STUTTER = re.compile(r"(..)\1")
"""A word said twice in a row: 做好三献工作工作."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What a template asks for by name: one of the phrases kept under ``name``, of one of ``kinds`` and a move, in a report that says ``about``, that
    does not begin as ``behind`` does, the text that follows; ``beneath`` is all that a head of the name would stand over."""

    spot: Spot
    kinds: tuple[Kind, ...]
    move: Move
    name: str
    about: str = ""
    behind: str = ""
    beneath: str = ""


def drawn(pool: Pool, chooser: Chooser, extra: Mapping[str, Inlines] | None = None) -> Inlines:
    """What is kept at the spot, else one of the phrases of ``pool`` that may be printed now, remembered as printed; ``extra`` fills its own slots."""
    values = {**chooser.values, **(extra or {})}
    if pool.spot in chooser.kept:
        return chooser.print(pool.spot, chooser.kept[pool.spot].phrase, values)
    standing = chooser.once(pool, lambda: _standing(pool, chooser, values))
    found = [phrase for phrase, text in standing if _may_come(phrase, text, chooser)]
    best = max(found, key=lambda p: (_score(p, chooser), p.id), default=None)
    return chooser.print(pool.spot, best.id, values) if best else ()


VERBS, WORKS, ILLS = "要点动词", "要点工作", "要点治理"
"""Pools of what stands around a name: what its last word asks for, else what goes around any act, or ill."""
_ILL = late(
    "假劣|伪劣|套牌|侵权|非法|违[规法禁纪章]|骗|假冒|串标|围标|偷|盗[窃采伐挖]|私[设搭自]|大操大办|三无|瞒报|空报|虚[假报开]|拖欠|欠[薪税费]|诈|霉变|泄漏$|漏损|损耗|浪费"
)
"""What names an ill, which is neither done nor seen to."""
_QUANTITY = late("(?:数量|总量|规模|占比|金额|笔数|人数)$")
"""What names how much there is of a thing, which is nothing to be done."""
_NAME = Text("…")
"""Stands for the name while what stands around it is chosen."""


@dataclass(frozen=True, slots=True)
class _Bearing:
    """What a frame that ``says`` something of a name ``needs`` to be told beneath the head, and what must not be: it says the opposite."""

    says: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None


_MANAGED = late("管|规范|制度|台账|检查|登记|考核|责任|清[查理点]|盘点|巡[查护检]|核[查对]|整改|排查|备案|归档|标准|流程|审[核批]|公[示开]|程序|办法")
_BEARINGS = (
    _Bearing(
        late("}建设$"),
        late("建[成设立起]|[新改扩修]建|开工|竣工|设[立置]|新增|投用|启用|挂牌|揭牌|改造|铺设|组建|成立|配[备齐]|升级|招|聘"),
    ),
    _Bearing(late("^规范|}管理$"), _MANAGED),
    _Bearing(late("^发挥"), never=late("成立|组建|吸纳|新建|设立")),
    _Bearing(late("^(?:举办|办好|组织|开展).*赛}"), never=late("参赛|获.{0,8}[等名]奖|获奖|[夺摘取]得")),
)
_ABSTRACT = late("(?:队伍|组织|支部|班子|作风|.风|制度|文化|党建|政治|思想|能力|体系|机制|阵地|品牌|工会|协会|中心|基地|平台|网络|廉政)$")
"""What is built without building."""


def bears_out(beneath: str, phrase: Phrase, name: str) -> bool:
    """Whether what is told ``beneath`` bears out what ``phrase`` says was done with a thing of that ``name``: 推进…建设 needs something built,
    规范… and …管理 something seen to; 办好…大赛 is not for who took part. Nothing is known where nothing is told."""
    whole = phrase.text.replace("{事项}", name + "}")
    for bearing in (b for b in _BEARINGS if beneath and b.says.search(whole)):
        unsaid = bearing.needs is not None and not (bearing.needs.search(beneath) or (whole.endswith("}建设") and _ABSTRACT.search(name)))
        if unsaid or (bearing.never is not None and bearing.never.search(beneath)):
            return False
    return True


def frames_of(name: str) -> tuple[str, ...]:
    """The pools of what ``name`` lacks to be a head, the first that has something counts."""
    if _QUANTITY.search(name):
        return ()
    ill = bool(_ILL.search(name))
    return (ILLS,) if ill and name.endswith("”") else (VERBS, ILLS if ill else WORKS)


def framed(
    spot: Spot, name: Inlines, pools: Iterable[str], chooser: Chooser, behind: str = "", beneath: str = "", move: Move = Move.MEASURE
) -> Inlines:
    """``name`` with what the first of ``pools`` that has something puts around it; as it is where none has. ``behind``: the text that follows,
    ``beneath`` all that the head stands over."""
    for pool in pools:
        found = drawn(Pool(spot, (Kind.LEAD,), move, pool, plain(name), behind, beneath), chooser, {"事项": (_NAME,)})
        if found:
            return tuple(i for part in found for i in (name if part is _NAME else (part,)))
    return name


def reach(phrase: Phrase, name: str) -> int | None:
    """Characters of the longest word that ``phrase`` asks ``name``, which it is set around, to end in and that it ends in: 环境整治 is an 整治 and no
    环境, 预案和演练 are not both 演练; of a name in quotation marks what stands in them counts too. None where it ends in none."""
    return _reach(phrase, name, _endings(name))


def _reach(phrase: Phrase, name: str, endings: frozenset[str]) -> int | None:
    if not phrase.licence:
        return 0
    found = endings.intersection(*phrase.licence[:1]).union(*map(endings.intersection, phrase.licence[1:]))
    if not found:
        return None
    before, _, last = name.rpartition("和")
    both = not before or last not in found or not _endings(before).isdisjoint(_words(phrase))
    return max(map(len, found)) if both else None


def _endings(name: str) -> frozenset[str]:
    """How ``name`` ends: one sees at once which words of thousands it ends in."""
    within = name.removesuffix("”") if is_quoted(name) else ""
    own = (name[-n:] for n in range(1, min(len(name), _LONGEST_ENDING) + 1))
    return frozenset((*own, *(within[-n:] for n in range(2, min(len(within), _LONGEST_ENDING) + 1))))


def nearest(phrases: Iterable[Phrase], name: str) -> tuple[Phrase, ...]:
    """Of what may stand around ``name``, the phrases that ask for the longest word in which it ends, and the user's own that ask for none."""
    endings = _endings(name)
    reached = [(r, p) for p in phrases if (r := _reach(p, name, endings)) is not None]
    most = max((r for r, _ in reached), default=0)
    return tuple(p for r, p in reached if r == most or (r == 0 and p.layer is Layer.USER))


def _standing(pool: Pool, chooser: Chooser, values: Mapping[str, Inlines]) -> tuple[tuple[Phrase, str], ...]:
    """The phrases of ``pool`` that may stand there, whatever was printed before, each with its words."""
    reader = chooser.bank.reader
    throughout = chooser.once(("throughout", pool.about), lambda: _throughout(pool.about, chooser))
    spoken = Judge(Place((throughout,)), reader)
    asked = (p for kind in pool.kinds for p in chooser.bank.pool(kind, pool.move, pool.name))
    found = [p for p in asked if _proved(p) and chooser.may_be_said(p, pool.spot, values) and (_is_verb(p) or spoken.refused(p) is None)]
    around = nearest((p for p in found if _is_verb(p) and bears_out(pool.beneath, p, pool.about)), pool.about)
    worded = ((p, plain(expand(p, values))) for p in found if not _is_verb(p) or p in around)
    return tuple((p, text) for p, text in worded if not (_STUTTER.search(text) or (pool.behind and text.startswith(pool.behind[:2]))))


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
    own = sum(reader.gists((*chooser.themes, plain(chooser.values.get("业务", ())))), NOTHING)
    return Gist(often) + own + reader.gist("，".join(often))


def _score(phrase: Phrase, chooser: Chooser) -> float:
    text, said, verbal = phrase.text, chooser.said, _is_verb(phrase)
    stale = 0.5 * min(4, len(runs(text) & said.runs)) + chooser.closeness(text) + STALE * chooser.past.holds(phrase)
    worn = 0.5 * sum(c.phrase == phrase.id for c in said.choices[-_LATELY:]) if verbal else 0.0
    own = OWN * 3 * (phrase.layer is Layer.USER) + _WRITTEN_THERE * (phrase.layer is Layer.MINED)
    return own + _timely(phrase, chooser) + 0.3 * min(2, len(phrase.licence)) - stale - worn + chooser.noise(phrase.id)


def _timely(phrase: Phrase, chooser: Chooser) -> float:
    """What is to be taken off for the meeting that a wording names: a report of 2025 does not open with one of 2022."""
    if phrase.since is None or chooser.period is None or not _MEETING.search(phrase.text):
        return 0.0
    (year, month), (last_year, last_month) = phrase.since, chooser.period[1]
    return -_OVERTAKEN * max(0, 12 * (last_year - year) + last_month - month) / 12


def _words(phrase: Phrase) -> Iterable[str]:
    return (w for group in phrase.licence for w in group)

"""The tables of what goes around a name so that it heads a point (``phrasebank/curated/条头.yaml``) and around a topic so that it heads a block in
two halves (``两句标题.yaml``), made of the lists in ``heads/``.

    python benchmarks/heads_table.py [--without LIST …] [--check]

What goes around a name is told by how it ends, as a tagger guesses an unknown word by its suffix (Brants, TnT, 2000, section 2.3): the share of each
frame among the names of the lists that end in it, smoothed with the share among those that end one character shorter, and so on down to all names.
For every ending the table keeps the frames that are nearly as good as the best; an ending that says no more than the shorter one is left out, so that
the longest ending in the table decides. Beside these stand the verbs of two characters that writers set before names, each for a name that is told to
have had just that done to it. Headings of two halves are for the topics that they were written for, whole, and struck by other readers
where the second half is not true of every unit. ``--check`` writes nothing and says whether a byte differs; ``--without`` leaves lists out, to be
tried on them (``heads.py``).
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.compose.told import COMES_TO  # noqa: E402

LISTS = Path(__file__).parent / "heads"
ENDINGS, HALVES, HALVES_OF_ENDINGS = LISTS / "末尾.tsv", LISTS / "两句.tsv", LISTS / "两句末尾.tsv"
DECIDED = Path(__file__).parent / "heads_decided.tsv"
"""Endings of which readers struck what the lists make of them, with what stands around such names instead."""
PAIRED, SORTED = LISTS / "动宾.tsv", LISTS / "词句.tsv"
"""Lists that only ``naming.py`` learns from: they say which names are verb phrases and give no heads."""
CURATED = ROOT / "phrasebank" / "curated"
TABLE, HEADINGS = CURATED / "条头.yaml", CURATED / "两句标题.yaml"
_OF_ILLS = ("抓好…治理", "推进…治理")
"""What goes around an ill (要点治理): not told by an ending."""
_ANY = ("做好…工作", "抓好…工作")
"""What goes around a name of two things that are not done alike (党员发展和党费), which is said to end in 和, or of unknown ending: of 59 such
names a reader struck 8 heads made so, 18 of 抓好… and 29 of the frames below ``_LEAST``. An act takes no 工作 (``compose.frames.OF_ANY_ACT``)."""
_LEAST = 0.18
"""The share of the best frame from which an ending asks for it: below it a reader struck 7 of 32, of what goes around any name 2; above it as few of
either."""
_MANNERS = tuple(
    """
    提速 做精 做优 打响 擦亮 集中 足额 如期 圆满 公开 始终 持续 有序 精心 及时 扎实 稳妥 全面 大力 深入 依法 常态化 从严 按期
    主动 积极 认真 稳步
    """.split()
)
"""How something is done, no verb by itself, or a boast."""
_QUOTED = re.compile("[“”]")
_WORD = 2
"""Characters of the shortest ending for which what somebody wrote for it alone is asked where the lists do not tell."""
_GENERAL = frozenset("加强 抓好 抓实 做好 做实 推进 推动 促进 强化 深化 开展 组织".split())
"""Verbs that such a frame may have: others are true of one thing that ends so and not of the next (培养人才, 完善指标). Of 25 names of the editors'
whose ending asks for another verb below ``_LEAST``, 4 were given it, 14 抓好 or 做好."""
_EVENT = "活动"
"""What such a frame may not make of a name: 开展患者体验活动."""
_LONGEST = 6
"""Characters of the longest ending: longer ones are names, seen once."""
_SECOND = 0.7
"""What a head counts that a writer accepts behind his first."""
_ANNOTATED = 0.5
"""What a frame counts that somebody wrote for an ending, without a name. This and the next by trial on two lists left out."""
_PRIOR = 4.0
"""How many names the share of the shorter ending counts for."""
_NEARLY = 0.8
"""Share of the best frame's from which another stands beside it, so that siblings need not all have one verb."""
_TELLING = 0.25
"""Share from which the last character alone decides: 率 does (提高…), 会 does not (招展引会 is not held)."""
_MOST = 3
_RARE = 12.0
"""What a frame must count in all lists: a rarer one is somebody's way of writing (铺开防火宣传)."""
_HEADER = """\
# 名词的标题、要点前面补什么动词：按末尾的词，最长的算数；“须有”里是末尾的词。
# 由 benchmarks/heads_table.py 照写材料的人列的名单（benchmarks/heads/）算出；几种说法差不多的，各处换着用。改名单，不改这里。
- 主题: 要点动词
  类: 要点
  语步: 举措
  用语:
"""

_TOLD_HEADER = """\
# 底下写了就是这么办的（“改造14.6公里”），名词前面补的就是它：“须有”里是底下写到的动词。
- 主题: 要点照事
  类: 要点
  语步: 举措
  用语:
"""
_VERB = 2
"""Characters of a verb that is set before a name by what is told."""

_HALVES_HEADER = """\
# 只有一个主题的块的小标题：按主题末尾的词，最长的算数，整个主题的先用；后半句说为了什么，不说做成了什么。
# 由 benchmarks/heads_table.py 照 benchmarks/heads/ 里的名单（两句、两句末尾）列成。改名单，不改这里。
- 主题: 两句标题
  类: 标题
  语步: 举措
  用语:
"""

Counts = Mapping[str, Counter[str]]
"""By an ending, what each frame (加强…管理) counts among the names that end so."""


def rows(path: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """The names of a list with the heads that its writer accepts."""
    for line in path.read_text("utf-8").splitlines():
        *_, name, heads = line.split("\t")
        yield name, heads.split("/")


def frames(name: str, heads: Iterable[str]) -> Iterator[str]:
    """What stands around ``name`` in each of ``heads``."""
    for head in heads:
        before, found, behind = head.partition(name)
        if found:
            yield f"{before}…{behind}"


def is_usable(frame: str) -> bool:
    """Whether the table may hold ``frame``: a verb stands before the name."""
    before = frame.partition("…")[0]
    return bool(before) and before not in _MANNERS and frame not in _OF_ILLS and not _QUOTED.search(frame)


def counted(lists: Iterable[Path], annotated: Path) -> Counts:
    """What every frame counts among the names of each ending; of names that need nothing none: what writers set before a verb phrase all the same
    (坚持专班推进重点工程) is nothing for a noun."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def count(name: str, frame: str, worth: float) -> None:
        for length in range(min(_LONGEST, len(name)) + 1) if is_usable(frame) else ():
            counts[name[len(name) - length :]][frame] += worth  # type: ignore[assignment]

    for path in lists:
        for name, heads in (row for row in rows(path) if row[1][0] != row[0]):
            for n, frame in enumerate(frames(name, heads)):
                count(name, frame, _SECOND if n else 1.0)
    for ending, written in rows(annotated):
        for frame in written:
            count(ending, frame, _ANNOTATED)
    return counts


class Share(Mapping[str, float]):
    """The share of every frame. That among all names (``usual``) is kept once, with how much it weighs here; ``own`` are the frames of names with
    this ending or a shorter one: three or four of four hundred, for each of forty thousand endings."""

    def __init__(self, usual: Mapping[str, float], weight: float = 1.0, own: Mapping[str, float] | None = None) -> None:
        self._usual, self._weight, self._own = usual, weight, own or {}

    def __getitem__(self, frame: str) -> float:
        return self._own[frame] if frame in self._own else self._usual[frame] * self._weight

    def __iter__(self) -> Iterator[str]:
        return iter(self._usual)

    def __len__(self) -> int:
        return len(self._usual)

    def narrowed(self, counts: Mapping[str, float]) -> Share:
        """The share among the names of a longer ending, whose frames are ``counts``, smoothed with this one."""
        weight = sum(counts.values()) + _PRIOR
        frames = dict.fromkeys((*self._own, *(frame for frame in counts if frame in self._usual)))
        own = {frame: (counts.get(frame, 0.0) + _PRIOR * self[frame]) / weight for frame in frames}
        return Share(self._usual, self._weight * _PRIOR / weight, own)

    def nearly_best(self) -> tuple[float, tuple[str, ...]]:
        """The share of the best frame, and the few frames that are nearly as good, the best first. ``usual`` has its frames in that order."""
        others = islice((frame for frame in self._usual if frame not in self._own), _MOST)
        first = sorted((-self[frame], frame) for frame in (*self._own, *others))
        best = -first[0][0]
        return best, tuple(frame for share, frame in first[:_MOST] if -share >= _NEARLY * best)


def shares(ending: str, counts: Counts, found: dict[str, Share] | None = None) -> Share:
    """The share of every frame that is no rarity among the names that end in ``ending``, smoothed with that among the names of its shorter ending;
    ``found`` keeps those that were asked for."""
    found = {} if found is None else found
    if ending not in found:
        own = counts[ending]
        if ending:
            found[ending] = shares(ending[1:], counts, found).narrowed(own)
        else:
            usual = {frame: n for frame, n in own.items() if n >= _RARE}
            total = sum(usual.values())
            found[ending] = Share({frame: usual[frame] / total for frame in sorted(usual, key=lambda f: (-usual[f], f))})
    return found[ending]


def chosen(ending: str, share: Share) -> tuple[str, ...]:
    """The frames that the table keeps for ``ending``, the best first; none where too few names have them, or a last character does not decide."""
    best, frames = share.nearly_best()
    return () if best < (_TELLING if len(ending) == 1 else _LEAST) else frames


def table(counts: Counts, annotated: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """By a frame, the endings that ask for it; what is ``annotated`` for an ending where the ``counts`` do not tell."""
    shared: dict[str, Share] = {}
    known = {e: frames for e in counts if e and (frames := frozenset(chosen(e, shares(e, counts, shared))))}
    known = {e: frozenset(frames) for e, frames in annotated.items() if len(e) >= _WORD} | known
    decided = {ending: frozenset(frames) for ending, frames in rows(DECIDED)}
    telling = {e: f for e, f in known.items() if f != known.get(_shorter(e, known)) and not e.endswith(tuple(decided))} | decided
    found: defaultdict[str, list[str]] = defaultdict(list)
    for ending in sorted(telling, key=lambda e: (e[::-1], e)):
        for frame in sorted(telling[ending]):
            found[frame].append(ending)
    return dict(sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def _shorter(ending: str, known: Mapping[str, object]) -> str:
    return next((ending[n:] for n in range(1, len(ending)) if ending[n:] in known), "")


def written(found: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield _HEADER
    for frame, endings in found.items():
        yield f"    - 说法: '{frame.replace('…', '{事项}')}'\n"
        anywhere = ["不限", "和"] if frame in _ANY else []
        lines = textwrap.wrap(", ".join([*anywhere, *endings]), 78, break_long_words=False, break_on_hyphens=False)
        yield "      须有: [" + "\n        ".join(lines) + "]\n"


def told(given: Iterable[Path], known: Container[str]) -> Iterator[str]:
    """Every other verb than the ``known`` ones that writers set before a name, for what is told to have been done."""
    found = {f for path in given for name, heads in rows(path) for f in frames(name, heads) if f.find("…") == _VERB == len(f) - 1}
    verbs = {frame[:_VERB] for frame in found if frame not in known}
    yield _TOLD_HEADER
    for verb in sorted(verbs - COMES_TO - {*_MANNERS}):
        yield f"    - {{说法: '{verb}{{事项}}', 须有: [{verb}]}}\n"


def halves() -> Iterator[str]:
    """Every heading of two halves with the topics, and the endings of topics, that it is written for."""
    found = defaultdict(list, {heading: list(filter(None, endings)) for heading, endings in rows(HALVES_OF_ENDINGS)})
    for topic, headings in rows(HALVES):
        for heading in headings:
            found[heading.replace(topic, "…")].append(topic)
    yield _HALVES_HEADER
    for heading, ends in found.items():
        asked = f", 须有: [{', '.join(dict.fromkeys(ends))}]" if ends else ""
        yield f"    - {{说法: '{heading.replace('…', '{主题}')}'{asked}}}\n"


def lists(without: Iterable[str] = ()) -> list[Path]:
    """The lists of names with the heads that writers accept, but for those named."""
    return [p for p in sorted(LISTS.glob("*.tsv")) if p not in (ENDINGS, HALVES, HALVES_OF_ENDINGS, PAIRED, SORTED) and p.stem not in without]


def made(given: Sequence[Path]) -> Mapping[Path, str]:
    """Both tables, by their files."""
    annotated = {
        ending: [f for f in written if is_usable(f) and f[:_VERB] in _GENERAL and not f.endswith(_EVENT)][:_MOST] for ending, written in rows(ENDINGS)
    }
    found = table(counted(given, ENDINGS), {ending: frames for ending, frames in annotated.items() if frames})
    return {TABLE: "".join([*written(found), *told(given, found)]), HEADINGS: "".join(halves())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    tables = made(lists(given.without))
    if given.check:
        differing = [path.name for path, text in tables.items() if text != path.read_text("utf-8")]
        print("、".join(differing) + "和名单算出来的不一样" if differing else "一字不差")
        sys.exit(bool(differing))
    for path, text in tables.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()

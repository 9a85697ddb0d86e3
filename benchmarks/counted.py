"""The weights by which the count of a thing gets the word that it lacks (``phrasebank/数前动词.yaml``), learned from the lists in ``counted/``.

    python benchmarks/counted.py [--check | --left-out]

Softmax regression with an L2 penalty over the traits of ``generator.chinese.counted``; small weights are dropped. The lists but 戊
were written in 640 trades by twenty-one people who knew nothing of the rules, each row a noun, how many, the words that may go before
it (none: 无) and its kind, what depends on what was done left out; of the six lists of 丑 to 辰 and 癸, names of an act that stand by
themselves are left out, for others give them 完成. In the eight lists named after their trades, verbs that say how a thing was come by
(采购, 拨付, 更换) are left out as well: they would be claims. 戊 has what begins with how it was done or ends in its verb and needs
none, and bare acts.
What the archive of the examples counts stands as it is and needs nothing: it counts for little where no verb begins it, for that
may be a count that lacks one there too.
``--check`` writes nothing and says whether a byte differs, ``--left-out`` leaves every list out in turn and counts how many get a verb and how many a
wrong one. Needs scikit-learn.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import weights  # noqa: E402
from generator.bank.softmax import NONE  # noqa: E402
from generator.chinese.counted import BEING, DONE, HAVING, Counted, Trait, traits  # noqa: E402
from generator.chinese.quantity import NUMBER  # noqa: E402
from generator.chinese.softmax import Softmax  # noqa: E402
from generator.chinese.verbs import opens_clause  # noqa: E402
from generator.cli import shelf  # noqa: E402

LISTS = ROOT / "benchmarks" / "counted"
ARCHIVE = ROOT / "examples" / "往年报告"
TABLE = ROOT / "phrasebank" / "数前动词.yaml"
_PENALTY = 5.0
"""The inverse of scikit-learn's regularisation: 3 and 10 told the lists left out no better."""
_VERBAL, _NOMINAL = 0.15, 0.05
"""What a count of the archive counts beside one of the lists, where a verb begins it and where none does: without them 96 of 100 are right instead of
99, for verbs before a noun are then met by nothing."""
_LEAST = 0.25
"""The smallest weight that is kept: with all, ten times as many, the lists left out are told no better."""
_RARE = 6
"""Counts that must ask for a verb for it to be learned."""
_THERE = frozenset(
    """
    有 设有 现有 共有 下设 配有 建有 聘有 拥有 建成 新建 建立 设立 设置 增设 开设 成立 组建 配备 配置 安装 布设 悬挂 选聘 聘用 聘请 聘任 储备
    """.split()
)
"""Verbs that say of a thing that it is there, be it how it came there: that is not told, so 有 is all that may be said."""
_OPENED, _TAUGHT = "开设", frozenset("节 堂 期 课时 学时 讲 场 次".split())
"""The one of them that is held where what is counted are lessons."""
_ALSO = {"名": ("人",)}
"""Measures that may stand for one of the lists: who writes 29名 writes 29人 as well."""
_MULTIPLE = re.compile(r"^[\d.,]+[余多]?[万亿千百]?")
_COUNT = re.compile(rf"(?P<noun>[\u4e00-\u9fff“”、（）]{{2,14}}?){NUMBER}(?P<measure>[\u4e00-\u9fff]{{1,3}})")
_HEADER = """\
# 名词带数量的短句（加密会商5次、申报点13个），前面补什么轻动词：各个动词的分加起来，最高的拿得准（六成以上）才补，“无”最高就不补。
# 由 benchmarks/counted.py 照写材料的人列的名单（benchmarks/counted/）学来。改名单，不改这里。
"""


@dataclass(frozen=True)
class Row:
    """A count of ``noun`` by ``measure``, the ``verbs`` that may go before it and what it ``weighs``."""

    noun: str
    measure: str
    verbs: tuple[str, ...]
    weighs: float = 1.0

    @property
    def best(self) -> str:
        return self.verbs[0] if self.verbs else ""


def rows_of(path: Path) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        noun, count, verbs, _ = line.split("\t")
        measure = _MULTIPLE.sub("", count)
        taught = measure in _TAUGHT
        said = tuple(dict.fromkeys(HAVING if verb in _THERE and not (taught and verb == _OPENED) else verb for verb in verbs.split() if verb != NONE))
        yield from (Row(noun, m, said) for m in (measure, *_ALSO.get(measure, ())))


def by_list() -> Mapping[str, Sequence[Row]]:
    return {path.stem: tuple(rows_of(path)) for path in sorted(LISTS.glob("*.tsv"))}


@cache
def archived() -> tuple[Row, ...]:
    """What the archive counts, each once."""
    texts = (path.read_text("utf-8") for path in sorted(ARCHIVE.rglob("*.txt")))
    found = (_COUNT.fullmatch(clause.strip()) for text in texts for clause in re.split("[，。；：\n]", text))
    counts = sorted({(m["noun"], m["measure"]) for m in found if m})
    return tuple(Row(noun, measure, (), _VERBAL if opens_clause(noun) else _NOMINAL) for noun, measure in counts)


def learned(given: Sequence[Row]) -> Counted:
    naming = shelf.naming()
    often = {verb for verb, n in Counter(row.best for row in given).items() if n >= _RARE}
    known = [row for row in given if row.best in often] + list(archived())
    told = [(dict.fromkeys(traits(row.noun, row.measure, naming), 1.0), row.best, row.weighs) for row in known]
    return Counted(Softmax.of(*weights.learned_softmax(told, _PENALTY, _LEAST)), naming)


def written(counted: Counted) -> Iterator[str]:
    yield _HEADER
    yield from weights.softmax_rows(counted.learned, Trait, NONE)


def left_out(given: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    for out, asked in given.items():
        counted = learned([row for name, rows in given.items() if name != out for row in rows])
        told = [(row, counted.told(row.noun, row.measure).word) for row in asked]
        set_before = [(row, verb) for row, verb in told if verb]
        wrong = [f"{verb}{row.noun}（{'、'.join(row.verbs) or NONE}）" for row, verb in set_before if not _like(verb, row.verbs)]
        yield f"{out}　{len(asked)} 个，要补的 {sum(bool(row.verbs) for row in asked)}：补 {len(set_before)}，补错 {len(wrong)}：{' '.join(wrong)}"


def _like(verb: str, verbs: Sequence[str]) -> bool:
    """Whether ``verb`` says what one of ``verbs`` says."""
    return verb in verbs or (verb in DONE and not DONE.isdisjoint(verbs)) or (verb in BEING and HAVING in verbs)


if __name__ == "__main__":
    weights.main(__doc__, TABLE, by_list, lambda given: written(learned(given)), left_out)

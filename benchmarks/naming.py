"""The weights by which the name of a matter is told from what says what is done (``phrasebank/条头判断.yaml``), learned from the lists in ``heads/``.

    python benchmarks/naming.py [--check | --left-out]

Logistic regression with an L1 penalty over the traits of ``generator.chinese.naming``: most weights come out as nothing. Beside the lists of names
with their heads it learns from verbs with what may be their objects and what makes a name of them (动宾) and from names sorted by hand (词句).
``--check`` writes nothing and says whether a byte differs, ``--left-out`` leaves every list out in turn and counts what is told wrong in it: nouns
that would stand bare, and verb phrases that would be given a verb. Needs scikit-learn.
"""

from __future__ import annotations

import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jieba

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import counted, weights  # noqa: E402
from benchmarks.heads import matters  # noqa: E402
from benchmarks.heads_table import ENDINGS, PAIRED, SORTED, lists, rows  # noqa: E402
from generator.chinese.naming import Naming, Trait, traits  # noqa: E402
from generator.chinese.verbs import is_verb  # noqa: E402
from generator.files import read_text  # noqa: E402
from generator.reading.text import read_text as read_prose  # noqa: E402
from generator.report import Point, Role, Section, plain  # noqa: E402

ARCHIVE = ROOT / "examples" / "往年报告"

TABLE = ROOT / "phrasebank" / "条头判断.yaml"
_PENALTY = 1.0
"""The inverse of scikit-learn's regularisation: half or twice as much told the lists left out no better."""
_WRITTEN = 0.15
"""What a head of the archive counts beside a name of the lists: most say what is done, some are names. More of it told more nouns wrong than it told
verb phrases right."""
_ENDED = 0.3
"""What an ending of names that is annotated (``heads/末尾.tsv``) counts: it speaks of how nouns end, of nothing else. With 0.1 and with 1 more is
told wrong of the lists left out."""
_HEADS = (4, 14)
"""Characters of the shortest and the longest head that is taken from there."""
_VERB = 2
"""Characters of a verb that may begin a name."""
_SEEN = 50
"""How often the dictionary's texts must hold a verb that no list has: rarer ones are slips of its segmenter."""
_HARDLY = 0.1
"""Names that lack a verb, of each that lacks none, up to which a verb is held to begin only what is whole."""
_VERBAL = ("v", "vn")
"""What jieba's dictionary calls verbs, and verbs that are names of acts too."""
_STEP = 1
"""Digits behind the point of a weight."""
_WHOLE = "话"
"""How the list of sorted names calls one that says what is done; the others are 名."""
_WIDTH = 78
"""Characters of a line of the table."""
_HEADER = """\
# 事项是光名词，还是已经说了办什么：名词做条头要补动词，话不补。几处的分加起来，大于零的是话。
# 由 benchmarks/naming.py 照写材料的人列的名单（benchmarks/heads/）学来。改名单，不改这里。
"""


@cache
def written_heads() -> tuple[str, ...]:
    """The heading sentences of points of what was done and is planned in the archive, and the halves of the headings, each once."""
    reports = (read_prose(path.name, read_text(path).text)[0] for path in sorted(ARCHIVE.rglob("*.txt")))
    parts = (part for report in reports for part in report.sections if part.roles & {Role.PRACTICE, Role.PLAN} and Role.PROBLEM not in part.roles)
    return tuple(sorted({head for part in parts for head in _said(part)}))


def _said(section: Section) -> Iterator[str]:
    heads = [half for sub in section.sections for half in plain(sub.title).split("，")]
    for n in (section, *section.sections):
        heads += [plain(block.lead).rstrip("。") for block in n.blocks if isinstance(block, Point)]
    yield from (head for head in heads if _HEADS[0] <= len(head) <= _HEADS[1] and "，" not in head)


@cache
def noun_endings() -> tuple[str, ...]:
    """The words of more than one character in which nouns are annotated to end."""
    return tuple(ending for ending, _ in rows(ENDINGS) if len(ending) > 1)


class Told(NamedTuple):
    """A name, and whether it says what is done; ``sure`` unless its writer takes it either way."""

    name: str
    whole: bool
    sure: bool = True


def by_list() -> Mapping[str, list[Told]]:
    """What every list tells of its names."""
    found = {path.stem: [Told(m.name, m.whole, m.whole or m.name not in m.heads) for m in matters(path)] for path in lists()}
    sorted_ = (line.split("\t") for line in SORTED.read_text("utf-8").splitlines())
    return found | {PAIRED.stem: list(_paired()), SORTED.stem: [Told(name, kind == _WHOLE) for name, kind in sorted_]}


def _paired() -> Iterator[Told]:
    for verb, objects, makers in _pairs():
        yield from (Told(verb + behind, True) for behind in objects.split())
        yield from (Told(verb + behind, False) for behind in makers.split())


def _pairs() -> list[list[str]]:
    return [line.split("\t") for line in PAIRED.read_text("utf-8").splitlines()]


def paired_verbs() -> frozenset[str]:
    """The verbs of the list of pairs that the grammar does not know."""
    return frozenset(verb for verb, *_ in _pairs() if not is_verb(verb))


def learned(given: Sequence[Told]) -> Naming:
    from sklearn.linear_model import LogisticRegression

    heads, ends, verbs = written_heads(), noun_endings(), paired_verbs()
    names = [*(told.name for told in given), *heads]
    weighed = [{f"{trait}={value}": 1.0 for trait, value in traits(name, verbs)} for name in names]
    weighed += [{f"{trait}={value}": 1.0 for trait, value in traits(end, verbs) if trait is Trait.ENDS} for end in ends]
    vectors, matrix = weights.columns(weighed)
    model = LogisticRegression(C=_PENALTY, l1_ratio=1, solver="liblinear", max_iter=300, random_state=0)
    whole = [*(told.whole for told in given), *(True for _ in heads), *(False for _ in ends)]
    model.fit(matrix, whole, sample_weight=[*(1.0 for _ in given), *(_WRITTEN for _ in heads), *(_ENDED for _ in ends)])
    found: defaultdict[Trait, dict[str, float]] = defaultdict(dict)
    for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True):
        trait, _, value = name.partition("=")
        if round(weight, _STEP):
            found[Trait(trait)][value] = round(float(weight), _STEP)
    return Naming(round(float(model.intercept_[0]), _STEP), found, verbs, *openers(given))


def openers(given: Sequence[Told]) -> tuple[frozenset[str], frozenset[str]]:
    """The verbs of two characters (jieba's dictionary, MIT, calls them so) with which names and counts of the lists begin that lack no verb, and
    hardly any that lacks one: with five characters and more, of 49 names of the lists left out that were to be given a verb and begin so 38 are
    whole. Then those with which none begins: with six characters and more, 185 of 260 are whole."""
    told = [*((t.name, t.whole) for t in given), *((row.noun, not row.verbs) for rows_ in counted.by_list().values() for row in rows_)]
    whole, lacking = (Counter(name[:_VERB] for name, says in told if says is wanted and len(name) >= 2 * _VERB) for wanted in (True, False))
    known = dictionary_verbs()
    likely = (word for word, (seen, tag) in known.items() if seen >= _SEEN and tag == _VERBAL[0] and not (whole[word] or lacking[word]))
    return frozenset(verb for verb, n in whole.items() if lacking[verb] <= _HARDLY * n and verb in known), frozenset(likely)


@cache
def dictionary_verbs() -> Mapping[str, tuple[int, str]]:
    """The words of two characters that jieba's dictionary calls verbs, how often its texts hold each, and what it calls them."""
    lines = (line.split(" ") for line in (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines())
    return {word: (int(seen), tag) for word, seen, tag in lines if len(word) == _VERB and tag in _VERBAL}


def written(naming: Naming) -> Iterator[str]:
    yield _HEADER
    yield f"起点: {naming.start}\n"
    for key, words in (("动词", naming.verbs), ("打头", naming.openers), ("或打头", naming.likely)):
        yield "\n  ".join(textwrap.wrap(f"{key}: [{', '.join(sorted(words))}]", _WIDTH, break_long_words=False)) + "\n"
    yield "分:\n"
    yield from weights.rows(Trait, naming.weights)


def left_out(given: Mapping[str, list[Told]]) -> Iterator[str]:
    for out, asked in given.items():
        naming = learned([told for name, found in given.items() if name != out for told in found])
        bare = sum(told.sure and not told.whole and naming.says_what_is_done(told.name) for told in asked)
        verbed = sum(told.whole and not naming.says_what_is_done(told.name) for told in asked)
        yield f"{out}　{len(asked)} 个：光着 {bare}，多补 {verbed}"


if __name__ == "__main__":
    weights.main(__doc__, TABLE, by_list, lambda given: written(learned(given)), left_out)

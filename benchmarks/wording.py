"""The wording of drafts over many seeds: what must never happen, and how varied and how honest the wording is.

Usage: python benchmarks/wording.py [--seeds 200] [--corpus 文件夹] [--show] [FACTS…]

Every facts file (the examples by default) is drafted with each seed. The first table counts breaches of the contract, which must all be 0: clauses of
eight characters that the tool says twice, empty parts, stray stops, a lone 一是, composed headings that are not parallel, the clerk's words lost,
more formula added than a part's ceiling, lengths off by more than a tenth without a word about it. The second gives, by facts file: length found
and wanted, the share of formula in 做法 and 打算, distinct-2 within a draft and across the drafts of all seeds (Li et al. 2016, on the tool's own
wording, in characters), the largest number of sentences of one block that open alike, and the longest run of the tool's own characters that stands
in a report of the corpus too, fixed formulations aside. The third line of a file counts what a reader stumbles over, by draft (``stumbles.py``;
--show lists them): heads without a verb, stubs of sentences, facts that trail behind an aim, formula heaped on formula, chapters under 40
characters, sentences of two subjects, in a 述职报告 chapters in which nobody is said to act; and clauses of formula for each of the clerk's.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stumbles import Stumble, statements, stumbles

from generator.bank.formulations import Formulation
from generator.bank.phrase import shape_of
from generator.chinese.punctuation import HAN
from generator.cli import shelf
from generator.compose.account import length, shares, used
from generator.compose.builds import alike
from generator.compose.draft import Draft, compose
from generator.compose.said import long_clauses
from generator.compose.spots import Stand
from generator.facts.model import Facts
from generator.printed import lines
from generator.report import OriginKind, Report, Role, Section, plain, walk

HOME = Path(__file__).parent.parent
ADDED = (Stand.GENERAL, Stand.OPEN, Stand.INNER_CLOSE, Stand.CLOSE)
STRAY = re.compile(r"[，；：。][，；。]|^[，；。]|（）|“”|、[，。；]|\{|\}")


@dataclass
class Seen:
    """What the drafts of one facts file showed."""

    breaches: Counter[str] = field(default_factory=Counter)
    lengths: list[int] = field(default_factory=list)
    formula: dict[str, list[float]] = field(default_factory=dict)
    within: list[float] = field(default_factory=list)
    across: Counter[str] = field(default_factory=Counter)
    openings: int = 0
    longest: str = ""
    stumbled: Counter[Stumble] = field(default_factory=Counter)
    spoken: list[float] = field(default_factory=list)

    def stumbles(self) -> dict[str, float]:
        """Stumbles by kind, a draft."""
        counts = Counter(kind for kind, _ in self.stumbled.elements())
        return {kind: round(n / len(self.lengths), 2) for kind, n in counts.items()}


def own_spans(report: Report) -> list[str]:
    """The tool's own wording: spans from phrases, neighbouring ones joined."""
    return [i.text for line in lines(report) for i in line.inlines if i.origin and i.origin.kind is OriginKind.PHRASE]


def pairs(text: str) -> list[str]:
    bare = "".join(HAN.findall(text))
    return [bare[i : i + 2] for i in range(len(bare) - 1)]


def breaches(facts: Facts, draft: Draft) -> Iterator[str]:
    """The names of the contract's lines that ``draft`` breaks."""
    report = draft.report
    clauses = Counter(c for span in own_spans(report) for c in long_clauses(span))
    yield from ("分句重复" for n in clauses.values() if n > 1)
    yield from ("事实丢失" for _ in used(report, facts)[1])
    for line in lines(report):
        text = plain(line.inlines)
        if not text.strip():
            yield "空段"
        if STRAY.search(text):
            yield "多余的标点"
    for section in walk(report.sections):
        if len([p for p in section.points if p.label]) == 1:
            yield "只有一是"
        if not section.blocks and not section.sections:
            yield "空的部分"
    for part, share in zip(shelf.template(facts.kind).parts, shares(report)[-len(report.sections) :], strict=True):
        feeds = tuple(f"{f.feed}/" for f in part.feedings)
        added = any(c.phrase and c.spot.stand in ADDED and c.spot.where.startswith(feeds) for c in draft.choices)
        if added and share.formula > part.ceiling * share.body:
            yield "套语过限"
    yield from ("标题不齐" for part in report.sections if Role.PROBLEM not in part.roles and not _parallel(part, facts))
    if facts.length and not 0.9 <= length(report) / facts.length <= 1.1 and not {"too-short", "too-long"} & {p.code for p in draft.problems}:
        yield "字数不合又不说"


def _parallel(part: Section, facts: Facts) -> bool:
    given = {said for b in (*facts.practices, *facts.intentions) for said in (plain(b.heading), b.topic)}
    shapes = [shape_of(plain(s.title)) for s in part.sections if not any(said and said in plain(s.title) for said in given)]
    even = all(len(shape) == 2 and alike(shape[:1], shape[1:]) for shape in shapes)
    return even or all(alike(shapes[0], shape) for shape in shapes[1:])


def most_alike(report: Report) -> int:
    """The largest number of sentences in one block whose first two characters are the same, the clerk's included."""
    worst = 0
    for section in walk(report.sections):
        text = "".join(plain(b.inlines) for b in section.blocks)
        opened = Counter(s[:2] for s in re.split("[。；！？]", text) if len(s) > 1)
        worst = max([worst, *opened.values()])
    return worst


def longest_shared(spans: Sequence[str], corpus: str, fixed: Sequence[Formulation]) -> str:
    """The longest run of Han characters of a span that the corpus holds, once set formulations are taken out."""
    best = ""
    for span in spans:
        for wording in fixed:
            span = span.replace(wording.text.strip("“”"), "。")
        for run in re.split(r"[^\u4e00-\u9fff]+", span):
            for start in range(len(run)):
                end = start + len(best) + 1
                while end <= len(run) and run[start:end] in corpus:
                    best, end = run[start:end], end + 1
    return best


def measure(path: Path, seeds: int, corpus: str) -> tuple[Facts, Seen]:
    facts, _ = shelf.facts(path)
    template, bank, fixed = shelf.template(facts.kind), shelf.bank(), shelf.formulations()
    seen = Seen()
    for seed in range(seeds):
        draft = compose(facts, template, bank, seed=seed)
        report = draft.report
        seen.breaches.update(breaches(facts, draft))
        seen.lengths.append(length(report))
        for section, share in zip(report.sections, shares(report)[-len(report.sections) :], strict=True):
            role = next((r for r in (Role.PRACTICE, Role.PLAN) if r in section.roles), None)
            if role:
                seen.formula.setdefault(str(role), []).append(share.share)
        seen.stumbled.update(stumbles(report, facts, template))
        formula, said = statements(report)
        seen.spoken.append(formula / max(1, said))
        spans = own_spans(report)
        found = [p for span in spans for p in pairs(span)]
        seen.within.append(len(set(found)) / len(found))
        seen.across.update(found)
        seen.openings = max(seen.openings, most_alike(report))
        if corpus:
            seen.longest = max(seen.longest, longest_shared(spans, corpus, fixed), key=len)
    return facts, seen


def _range(values: Sequence[float], form: str = "{:.0%}") -> str:
    return f"{form.format(min(values))}–{form.format(max(values))}" if values else "-"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("facts", nargs="*", type=Path, default=sorted((HOME / "examples").glob("*.yaml")))
    arguments.add_argument("--seeds", type=int, default=200)
    arguments.add_argument("--corpus", type=Path, help="folder of .txt reports to look for shared runs in")
    arguments.add_argument("--show", action="store_true", help="list what a reader stumbles over")
    given = arguments.parse_args()
    texts = sorted(given.corpus.rglob("*.txt")) if given.corpus else []
    corpus = "\n".join("".join(HAN.findall(p.read_text(encoding="utf-8", errors="replace"))) for p in texts)
    total: Counter[str] = Counter()
    stumbled: Counter[str] = Counter()
    print(f"{given.seeds} seeds, {len(texts)} reports of the corpus")
    for path in given.facts:
        facts, seen = measure(path, given.seeds, corpus)
        total += seen.breaches
        everywhere = len(seen.across) / sum(seen.across.values())
        print(
            f"{path.stem}　字数 {min(seen.lengths)}–{max(seen.lengths)}（要求 {facts.length or '-'}）　"
            + "　".join(f"{role}套语 {_range(found)}" for role, found in seen.formula.items())
        )
        print(
            f"    distinct-2 {_range(seen.within, '{:.2f}')} within, {everywhere:.3f} across　同一块里开头相同的句子至多 {seen.openings} 句　"
            f"与语料相同的最长 {len(seen.longest)} 字“{seen.longest}”　违约 {dict(seen.breaches) or 0}"
        )
        stumbled.update(kind for kind, _ in seen.stumbled.elements())
        print(f"    绊脚（每稿） {seen.stumbles() or 0}　套语对事实 {_range(seen.spoken, '{:.2f}')}")
        if given.show:
            print("\n".join(f"        {kind}　{n}　{said}" for (kind, said), n in sorted(seen.stumbled.items(), key=lambda k: (k[0][0], -k[1]))))
    print(f"绊脚合计 {sum(stumbled.values())} {dict(stumbled) or ''}")
    print(f"违约合计 {sum(total.values())} {dict(total) or ''}")


if __name__ == "__main__":
    main()

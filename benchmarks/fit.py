"""Do phrases stand where readers found that they fit, and only there?

``fit/判读.tsv`` holds places of facts files (the examples' and those beside it, of trades that no rule was made for), a phrase at each, and what a
reader said of it there: 合, 弱, 误, 涨 or 病. The pairs were drawn from what stood there under earlier rules, what nearly did, and what lacked one
condition; readers saw the passage with the phrase in brackets and nothing else. Prints, for what stands now, how much of it a reader would strike,
how much of what fitted is kept, both also by the rank it has, and how far two readers agree on what is to be struck.

python benchmarks/fit.py [--struck]
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.bank.bank import Bank
from generator.bank.phrase import Kind, phrase_id
from generator.cli import shelf
from generator.compose.choose import Want
from generator.compose.matter import matter_of
from generator.compose.plan import tiers
from generator.compose.spots import places
from generator.fit.judge import Fit, fit
from generator.report import Text

HERE = Path(__file__).parent
LABELS = HERE / "fit" / "判读.tsv"
STRUCK = frozenset({"误", "涨", "病"})
RANKS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Read:
    """A phrase at a place and what readers said of it; ``found`` is how it fits there now, None where place or phrase is no more."""

    where: str
    text: str
    label: str
    second: str
    found: Fit | None

    @property
    def stands(self) -> bool:
        return self.found is not None and self.found.stands

    @property
    def struck(self) -> bool:
        return self.label in STRUCK


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--struck", action="store_true", help="list what stands and was struck")
    given = parser.parse_args()
    read = list(_read())
    print(f"判读 {_said(read)}")
    print(f"现在合得上 {_said([r for r in read if r.stands])}")
    for least in RANKS:
        print(f"  {least:.1f} 以上 {_said([r for r in read if r.stands and r.found and r.found.rank >= least])}")
    kept, fitting = sum(r.stands and r.label == "合" for r in read), sum(r.label == "合" for r in read)
    print(f"读者判“合”的留下 {kept}/{fitting}（{kept / fitting:.0%}）")
    print(f"两位读者对要不要划掉 {_agreement([r for r in read if r.second])}")
    if given.struck:
        print("\n".join(f"{r.label} {r.where}　{r.text}" for r in read if r.stands and r.struck))


def _read() -> Iterable[Read]:
    bank = shelf.bank(())
    wants: dict[str, Mapping[tuple[str, str], Want]] = {}
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = row["事实表"]
            if name not in wants:
                wants[name] = _wants(name, bank)
            want, phrase = wants[name].get((row["处"], row["位"])), phrase_id(Kind.CLAUSE, row["用语"])
            found = fit(bank.phrases[phrase], want.place, bank.reader) if want and phrase in bank.phrases else None
            yield Read(f"{name}/{row['处']}（{row['位']}）", row["用语"], row["甲"], row["乙"], found)


def _wants(name: str, bank: Bank) -> Mapping[tuple[str, str], Want]:
    path = next(folder / f"{name}.yaml" for folder in (HERE / "fit", HERE.parent / "examples") if (folder / f"{name}.yaml").is_file())
    facts, _ = shelf.facts(path)
    matter = matter_of(facts, places(facts), bank, Text)
    return {(want.spot.where, str(want.spot.stand)): want for _, want in tiers(matter)}


def _said(read: Sequence[Read]) -> str:
    struck = sum(r.struck for r in read)
    return f"{len(read)} 处，要划掉 {struck}（{struck / len(read):.1%}）" if read else "0 处"


def _agreement(read: Sequence[Read]) -> str:
    """Cohen's kappa of two readers on whether a phrase is to be struck."""
    first, second = ([label in STRUCK for label in labels] for labels in ((r.label for r in read), (r.second for r in read)))
    alike = sum(a == b for a, b in zip(first, second, strict=True)) / len(read)
    p, q = sum(first) / len(read), sum(second) / len(read)
    chance = p * q + (1 - p) * (1 - q)
    return f"{len(read)} 处，一致 {alike:.0%}，κ {(alike - chance) / (1 - chance):.2f}"


if __name__ == "__main__":
    main()

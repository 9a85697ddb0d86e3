"""What the table of 补字 makes of clerks' notes, against what editors who knew no rule make of them (``edited/*.tsv``).

    python benchmarks/edited.py [--kinds] [--told RULE …]

Six editors, one a list, were each given the notes of a dozen facts files in a dozen trades in the order of the files, under the heads they stand
under, and wrote what a careful hand would set before or between the words, or nothing (=): every version that they would sign, the best first;
``?`` is what no such word mends, with the editor's own wording. Prints of each list how many notes an editor would mend, how many are mended, and
how many are as one of his versions; ``--kinds`` the same of what each rule supplies, ``--told`` the notes to which these rules supply something.
An editor leaves alone much that another would mend, so an insertion that is in no version need not be wrong: a reader's verdict on drafts is told in
``fit.md``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.chinese.forms import Use  # noqa: E402
from generator.cli import shelf  # noqa: E402

LISTS = ROOT / "benchmarks" / "edited"
_BEYOND = "?"
"""Opens what an editor would write where no word that may be supplied mends the note."""


class Note(NamedTuple):
    """A note for ``use``, and the versions of it that its editor signs."""

    use: Use
    text: str
    versions: tuple[str, ...]

    @property
    def wanting(self) -> bool:
        """Whether its editor would rather mend it."""
        return self.versions[0] != self.text


class Made(NamedTuple):
    """What becomes of a note, and the rules that supply something to it."""

    note: Note
    text: str
    rules: tuple[str, ...]

    @property
    def signed(self) -> bool:
        return self.text in self.note.versions


def notes(path: Path) -> Iterator[Note]:
    """The notes of a list that its editor could mend by supplying words."""
    for line in path.read_text("utf-8").splitlines():
        _, use, text, versions = line.split("\t")
        if not versions.startswith(_BEYOND):
            yield Note(Use(use), text, tuple(text if v == "=" else v for v in versions.split("｜")))


def made(note: Note) -> Made:
    runs = shelf.completions().completed(note.text, note.use)
    return Made(note, "".join(run.text for run in runs), tuple(dict.fromkeys(run.rule.id for run in runs if run.rule)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--told", nargs="*", default=[])
    asked = parser.parse_args()
    every: list[Made] = []
    for path in sorted(LISTS.glob("*.tsv")):
        found = [made(note) for note in notes(path)]
        mended = [m for m in found if m.rules]
        wanting, signed = sum(m.note.wanting for m in found), sum(m.signed for m in mended)
        print(f"{path.stem}　{len(found)} 句，编辑要补的 {wanting}：补 {len(mended)}，同编辑的 {signed}")
        every += mended
    if asked.kinds:
        alike, given = (Counter(rule for m in every if m.signed or not only for rule in m.rules) for only in (True, False))
        print(*(f"　{rule}　{n} 处，同编辑的 {alike[rule]}" for rule, n in given.most_common()), sep="\n")
    for m in every:
        if not {*m.rules}.isdisjoint(asked.told):
            print(f"　{'' if m.signed else '×'}{m.text}（{'｜'.join(m.note.versions)}）")


if __name__ == "__main__":
    main()

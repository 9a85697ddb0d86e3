"""Files as others make them, set anew: whether a character was lost, whether setting again changes anything, what layout finds before and after.

    python benchmarks/format.py [--page] [FOLDER]

The files are those of the audit of layout, and the Word files in FOLDER. ``--page`` prints the table as Markdown. Exit 1 where a character was lost,
something of looks is left to find, or the second setting differs from the first.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.chinese.width import columns
from generator.problems import Faults
from tests.check.others import FILES, converted
from tests.typeset.made import characters, mendable, set_anew

HEAD = ("稿子", "字数", "少了的字", "排以前", "排以后", "其中排得了的", "再排一遍")


def rows(files: Mapping[str, bytes]) -> Iterator[tuple[str, ...]]:
    """A row for each file; one that is refused says why."""
    for name, data in files.items():
        try:
            made = set_anew(data)
        except Faults as faults:
            yield name, "", "", "", "", "", f"不排：{faults.problems[0].message}"
            continue
        before, after = characters(data), characters(made.data)
        again = "一样" if set_anew(made.data).data == made.data else "变了"
        lost = "0" if before == after else str(sum(a != b for a, b in zip(before, after, strict=False)) + abs(len(before) - len(after)))
        yield name, str(len(before)), lost, str(len(made.before)), str(len(made.after)), "、".join(sorted(mendable(made.data))) or "0", again


def table(found: list[tuple[str, ...]]) -> str:
    widths = [max(columns(row[n]) for row in found) for n in range(len(HEAD))]
    return "\n".join("  ".join(cell + " " * (w - columns(cell)) for cell, w in zip(row, widths, strict=True)).rstrip() for row in found)


def page(found: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in found]
    return "\n".join([lines[0], "|---|" + "---:|" * 4 + "---|---|", *lines[1:]])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--page", action="store_true")
    arguments = parser.parse_args()
    given = sorted(arguments.folder.rglob("*.doc[xm]")) if arguments.folder else []
    files = {name: make() for name, make in FILES.items()} | converted() | {path.name: path.read_bytes() for path in given}
    found = list(rows(files))
    print((page if arguments.page else table)([HEAD, *found]))
    return int(any(row[2] not in ("", "0") or row[5] not in ("", "0") or row[6] == "变了" for row in found))


if __name__ == "__main__":
    sys.exit(main())

"""How many drafts of the examples are read back as they were drafted, after LibreOffice has saved them again by each road.

    python benchmarks/read_back.py [事实表…]

Each draft is written with and without comments, saved as .docx, .odt and .doc, and those as .docx again. It counts as the same where every line has
its kind, level and words, nothing is told as changed, and nothing as odd.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from generator.cli import shelf
from generator.cli.drafting import Order, composed
from generator.compare.telling import told
from generator.printed import lines
from generator.reading.word import read_word
from generator.render.word import docx_bytes
from generator.report import Report

ROOT = Path(__file__).resolve().parent.parent
CREATED = datetime(2031, 1, 5)
ROADS = ("docx", "odt", "doc")


def main(paths: list[Path]) -> None:
    reports = {path.stem: composed(Order(path)).draft.report for path in paths}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, report in reports.items():
            write(folder / f"{stem}.docx", report, annotated=False)
            write(folder / f"{stem}+.docx", report, annotated=True)
        told_of("直接读", folder, reports)
        if not shutil.which("soffice"):
            print("没有 LibreOffice，只比了直接读的")
            return
        for road in ROADS:
            save(folder / road, road, sorted(folder.glob("*.docx")))
            save(folder / f"{road}-docx", "docx", sorted((folder / road).iterdir()))
            told_of(f"存成 .{road} 再存成 .docx", folder / f"{road}-docx", reports)


def write(path: Path, report: Report, annotated: bool) -> None:
    explain = (lambda origin: origin.path) if annotated else None
    path.write_bytes(docx_bytes(report, shelf.style("gbt9704"), created=CREATED, explain=explain))


def save(folder: Path, form: str, files: list[Path]) -> None:
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, files)], capture_output=True, check=True
    )


def told_of(road: str, folder: Path, reports: dict[str, Report]) -> None:
    files = sorted(folder.glob("*.docx"))
    same = [path for path in files if is_same(path, reports[path.stem.rstrip("+")])]
    print(f"{road}：{len(files)} 份，读回一样的 {len(same)} 份")
    for path in files:
        if path not in same:
            print(f"  {path.stem}")


def is_same(path: Path, report: Report) -> bool:
    back, problems = read_word(path.stem, path.read_bytes())
    printed = [[(line.kind, line.level, line.text) for line in lines(each)] for each in (back, report)]
    return printed[0] == printed[1] and not told(report, back) and not problems


if __name__ == "__main__":
    main([Path(arg) for arg in sys.argv[1:]] or sorted((ROOT / "examples").glob("*.yaml")))

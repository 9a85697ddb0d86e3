"""Drafts of the examples as LibreOffice lays them out, measured against GB/T 9704-2012; ends with 1 where a measure is out of its tolerance.

python benchmarks/pages.py [STYLE]
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "render"))

from office_pages import Page, Picture, converted, has, is_black, pages_of, said  # noqa: E402

from generator.cli import shelf  # noqa: E402
from generator.compose.draft import compose  # noqa: E402
from generator.render.word import docx_bytes  # noqa: E402
from generator.report import Report  # noqa: E402

HAN_LINE = re.compile("[\u4e00-\u9fff，。、；：“”《》（）]{20,}")
CHARACTER = 5.64


@dataclass(frozen=True)
class Measure:
    """One value in its tolerance; ``clause`` is the row of the standard's table."""

    clause: str
    what: str
    value: float
    low: float
    high: float

    @property
    def good(self) -> bool:
        return self.low <= self.value <= self.high


def main() -> None:
    style = shelf.style(sys.argv[1] if len(sys.argv) > 1 else "gbt9704")
    found: dict[str, list[Measure]] = {}
    with tempfile.TemporaryDirectory() as folder:
        drafts = {path.stem: drafted(path) for path in sorted((ROOT / "examples").glob("*.yaml"))}
        files = {name: docx_bytes(report, style, created=datetime(2025, 1, 1)) for name, report in drafts.items()}
        for name, pdf in sorted(converted(files, Path(folder)).items()):
            found[name] = list(measures(pdf))
    for name, taken in found.items():
        print(f"{name}: {len(taken)} measures, {sum(not m.good for m in taken)} out of tolerance")
    everything = [m for taken in found.values() for m in taken]
    for clause, what in dict.fromkeys((m.clause, m.what) for m in everything):
        alike = [m for m in everything if (m.clause, m.what) == (clause, what)]
        low, high = min(m.value for m in alike), max(m.value for m in alike)
        print(f"{clause:5} {what:38} {low:7.2f} … {high:7.2f}  asked {alike[0].low:g} … {alike[0].high:g}  n={len(alike)}")
    sys.exit(any(not m.good for m in everything))


def drafted(path: Path) -> Report:
    facts, _ = shelf.facts(path)
    return compose(facts, shelf.template(facts.kind), shelf.bank(), seed=0).report


def measures(pdf: Path) -> Iterator[Measure]:
    pages = pages_of(pdf)
    for number, page in enumerate(pages, 1):
        body = page[:-1]
        picture = Picture.of(pdf, number)
        bands = picture.bands(has(is_black))
        if 1 < number < len(pages) - 1:
            yield Measure("GR-1", "rows on a page", len(body), 21, 22)
        if number < len(pages) and len(body) == 22:
            yield Measure("GR-1", "lowest ink of a full page, mm", max(b for _, b in bands if b < 264), 257, 262.5)
        yield Measure("PG-3", "left edge, mm", min(left for row in body for left, _, _ in row), 27.5, 60)
        yield Measure("PG-4", "right edge, mm", max(right for row in body for _, right, _ in row), 100, 184.5)
        yield from _characters(body)
        yield from _page_number(page, number, picture)
    yield from _closing(pages)


def _characters(body: Page) -> Iterator[Measure]:
    for row in body:
        (left, _, _), *_ = sorted(row)
        right = max(right for _, right, _ in row)
        if HAN_LINE.fullmatch(said(row)) and right > 183.3 and left < 29:
            yield Measure("GR-2", "characters on a full line", len(said(row)), 27, 28)


def _page_number(page: Page, number: int, picture: Picture) -> Iterator[Measure]:
    footer = sorted(page[-1])
    dashes = [band for band in picture.bands(has(is_black, 80)) if 264 < band[0] < 280]
    if dashes:
        yield Measure("PN-2", "dash below the type area, mm", sum(dashes[0]) / 2 - 262, 6, 8)
    if number % 2:
        yield Measure("PN-3", "right end of an odd page number, mm", footer[-1][1], 178, 180)
    else:
        yield Measure("PN-3", "left end of an even page number, mm", footer[0][0], 32, 34)


def _closing(pages: list[Page]) -> Iterator[Measure]:
    last = pages[-1]
    for n, row in enumerate(last):
        if re.fullmatch(r"\d{4}年\d+月\d+日", said(row)):
            yield Measure("SG-5", "rows above the date on its page", n, 2, 21)
            yield Measure("SG-2", "characters right of the date", (184 - max(right for _, right, _ in row)) / CHARACTER, 0, 28)


if __name__ == "__main__":
    main()

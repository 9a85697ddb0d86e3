"""The page as it comes out: drafts rendered by LibreOffice and measured on the PDF against GB/T 9704-2012.

    python benchmarks/layout.py [FACTS…] [--style NAME] [--keep FOLDER]

Prints, for each draft, every item with what is wanted and what was measured; exit 1 where one is off. Without FACTS the examples are measured.
Needs LibreOffice (soffice) and poppler (pdftotext, pdftoppm), and fonts whose Han characters are one em wide; says which of them is missing.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from generator.chinese.punctuation import HAN
from generator.chinese.width import columns, ems
from generator.cli import shelf
from generator.compose.draft import compose
from generator.render.paging import settled
from generator.render.word import docx_bytes
from generator.report import Report, plain

MM = 25.4 / 72
EM = 442.2 / 28 * MM
"""Millimetres of one character in a line of 28."""
LEFT, RIGHT, BOTTOM = 28.0, 184.0, 262.0
ROW = 28.95 * MM
DPI = 300
PROGRAMS = ("soffice", "pdftotext", "pdftoppm")
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
HEADING = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．]")
NUMBER = re.compile(r"—\d+—")


@dataclass(frozen=True)
class Row:
    """One printed row: its edges in mm from the left and the top, and its characters without blanks."""

    left: float
    right: float
    top: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    """One printed page: its sheet in mm, its rows, its page number and the height of the ink of its dashes."""

    width: float
    height: float
    rows: tuple[Row, ...]
    number: Row | None
    ink: float

    @property
    def count(self) -> int:
        """Rows from the first to the last, empty ones counted."""
        return round((self.rows[-1].middle - self.rows[0].middle) / ROW) + 1 if self.rows else 0


@dataclass(frozen=True)
class Item:
    """What was looked at, what is wanted, what was measured, and whether that will do."""

    name: str
    wanted: str
    measured: str
    ok: bool


# --- from facts to pages -----------------------------------------------------------------------------------------------------------------


def drafts(facts: Iterable[Path]) -> dict[str, Report]:
    """The draft of each facts file at seed 0, by the file's name."""
    bank = shelf.bank()
    given = {path.stem: shelf.facts(path)[0] for path in facts}
    return {name: compose(found, shelf.template(found.kind), bank).report for name, found in given.items()}


def rendered(reports: dict[str, Report], style: str, folder: Path) -> dict[str, list[Page]]:
    """The pages of each report, all in one run of the office, which is slow to start."""
    for name, report in reports.items():
        (folder / f"{name}.docx").write_bytes(docx_bytes(report, shelf.style(style), created=datetime(2025, 12, 22)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in reports]
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files)
    return {name: list(pages(folder / f"{name}.pdf")) for name in reports}


def pages(pdf: Path) -> Iterator[Page]:
    boxes = _run("pdftotext", "-bbox", str(pdf), "-").decode()
    inks = list(_inks(pdf))
    for (width, height, content), ink in zip(PAGE.findall(boxes), inks, strict=True):
        found = _rows(content)
        number = next((row for row in found if NUMBER.fullmatch(row.text)), None)
        yield Page(float(width) * MM, float(height) * MM, tuple(row for row in found if row is not number), number, ink)


def _rows(content: str) -> list[Row]:
    """Words whose middles are within 2 pt stand in one row."""
    words = sorted((((t + b) / 2, le, r, t, b, said) for le, t, r, b, said in _words(content)), key=lambda word: word[:2])
    grouped: list[list[tuple[float, float, float, float, float, str]]] = []
    for word in words:
        if grouped and word[0] - grouped[-1][0][0] < 2 * MM:
            grouped[-1].append(word)
        else:
            grouped.append([word])
    return [_row(sorted(group, key=lambda word: word[1])) for group in grouped]


def _words(content: str) -> Iterator[tuple[float, float, float, float, str]]:
    for left, top, right, bottom, said in WORD.findall(content):
        yield float(left) * MM, float(top) * MM, float(right) * MM, float(bottom) * MM, said


def _row(group: Sequence[tuple[float, float, float, float, float, str]]) -> Row:
    _, lefts, rights, tops, bottoms, texts = zip(*group, strict=True)
    return Row(min(lefts), max(rights), min(tops), max(bottoms), "".join(texts))


def _inks(pdf: Path) -> Iterator[float]:
    """For each page, how far down the ink of the dash beside the page number stands, in mm; 0 where there is none.

    The dash is the widest unbroken run of ink below the type area: boxes of characters tell nothing of where in them the ink is.
    """
    data = _run("pdftoppm", "-r", str(DPI), "-gray", str(pdf))
    at = 0
    while at < len(data):
        header = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s").match(data, at)
        if header is None:
            return
        width, height = int(header[1]), int(header[2])
        yield _dash(data[header.end() : header.end() + width * height], width, height)
        at = header.end() + width * height


def _dash(pixels: bytes, width: int, height: int) -> float:
    longest, at = DPI // 16, 0.0
    for y in range(round((BOTTOM + 2) * DPI / 25.4), height):
        dark = pixels[y * width : (y + 1) * width].translate(_DARK)
        run = max(map(len, dark.split(b".")))
        if run > longest:
            longest, at = run, y * 25.4 / DPI
    return at


_DARK = bytes(ord("#") if level < 128 else ord(".") for level in range(256))


def _run(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=300).stdout


# --- what is measured --------------------------------------------------------------------------------------------------------------------


def items(report: Report, printed: list[Page], rows: int) -> Iterator[Item]:
    """``rows`` are those of a full page: the standard's 22, or fewer where the pitch was loosened lest the date stand alone (7.3.5.5)."""
    yield from _sheet(printed)
    yield from _grid(printed, rows)
    yield from _numbers(printed)
    yield from _title(report, printed[0])
    yield from _closing(report, printed)


def _sheet(printed: list[Page]) -> Iterator[Item]:
    widths, heights = {round(p.width, 1) for p in printed}, {round(p.height, 1) for p in printed}
    fits = all(abs(p.width - 210) < 0.4 and abs(p.height - 297) < 0.4 for p in printed)
    yield Item("纸张", "210 × 297 mm", f"{_said(widths)} × {_said(heights)} mm", fits)


def _full(printed: list[Page]) -> list[Page]:
    """Pages that text runs through: not the last, nor one whose last row or two a heading took along to the next page."""
    return [page for page, after in pairwise(printed) if page.count < 20 or not HEADING.match(after.rows[0].text)]


def _grid(printed: list[Page], full: int) -> Iterator[Item]:
    rows = [row for page in printed for row in page.rows]
    yield _range("版心左边", [min(row.left for row in rows)], LEFT - 0.5, LEFT + 0.5)
    yield _range("版心右边", [max(row.right for row in rows)], RIGHT - 1.0, RIGHT + 0.3)
    if _full(printed):
        counts = [page.count for page in _full(printed)]
        loose = (22 - full) * ROW / 2 + 0.5 if full < 22 else 0.0
        yield Item("每面行数（满页）", str(full), _said(counts), set(counts) == {full})
        yield _range("首行上边（满页）", [page.rows[0].top for page in _full(printed)], 36.5, 40.5 + loose)
        yield _range("末行下边（满页）", [page.rows[-1].bottom for page in _full(printed)], 259.0 - loose, 262.5)
    first, later = _lengths(rows)
    yield Item("每行字数（全汉字、满行）", "28", _said(later) if later else "没有这样的行", set(later) <= {28})
    yield Item("每行字数（段首）", "26", _said(first) if first else "没有这样的行", set(first) <= {26})


def _lengths(rows: list[Row]) -> tuple[list[int], list[int]]:
    """Characters of rows that are Han alone and reach the right edge: those that open a paragraph, and the others.

    A row is left out where the next does not begin with two Han characters: a mark that may not begin or end a row then took characters along.
    """
    pairs = [(row, after) for row, after in pairwise(rows) if row.right > RIGHT - 1 and all(map(HAN.match, after.text[:2]))]
    full = [row for row, _ in pairs if all(HAN.match(c) or c in "，。、；：“”《》（）" for c in row.text)]
    first = [len(row.text) for row in full if row.left > LEFT + EM]
    return first, [len(row.text) for row in full if row.left <= LEFT + EM]


def _numbers(printed: list[Page]) -> Iterator[Item]:
    wanted = [f"—{n}—" for n in range(1, len(printed) + 1)]
    found = [page.number.text if page.number else "" for page in printed]
    yield Item("页码", f"{wanted[0]} … {wanted[-1]}", f"{found[0]} … {found[-1]}", found == wanted)
    odd = [page.number.right for page in printed[::2] if page.number]
    even = [page.number.left for page in printed[1::2] if page.number]
    yield _range("单页页码右端（右空一字）", odd, 178.0, 180.0)
    if even:
        yield _range("双页页码左端（左空一字）", even, 32.0, 34.0)
    yield _range("一字线的高度（版心下 7 mm）", [page.ink for page in printed if page.number], 268.0, 270.0)


def _title(report: Report, page: Page) -> Iterator[Item]:
    rows = _title_rows(report, page)
    middle = (LEFT + RIGHT) / 2
    yield _range("标题中线", [(row.left + row.right) / 2 for row in rows], middle - 1.0, middle + 1.0)
    widths = [round((row.right - row.left) / (22 * MM), 1) for row in rows]
    yield Item("标题各行字宽（梯形或菱形）", "不过 20，两头不长于中间", "、".join(map(str, widths)), max(widths) <= 20 and not _hour_glass(widths))
    if report.addressee:
        addressee = page.rows[len(rows)]
        yield _range("主送机关左端（顶格）", [addressee.left], LEFT - 0.5, LEFT + 0.5)
        gap = (addressee.middle - rows[-1].middle) / ROW - 1
        yield Item("标题和主送机关之间空行", "1", f"{gap:.2f}", abs(gap - 1) < 0.3)


def _title_rows(report: Report, page: Page) -> list[Row]:
    """The first rows, as many as the title takes."""
    wanted, said = re.sub(r"\s", "", plain(report.title)), ""
    for n, row in enumerate(page.rows, 1):
        said += row.text
        if len(said) >= len(wanted):
            return list(page.rows[:n])
    return list(page.rows)


def _hour_glass(widths: list[float]) -> bool:
    steps = [b - a for a, b in pairwise(widths) if abs(b - a) > 0.6]
    return any(a < 0 < b for a, b in pairwise(steps))


def _closing(report: Report, printed: list[Page]) -> Iterator[Item]:
    """Where signature and date stand. Their left ends are reckoned from the right ones: LibreOffice puts a fifth of a character between Han
    characters and figures, whatever the file says, and Word does not."""
    signature, date = _find(plain(report.signature), printed), _find(plain(report.date), printed)
    if date is None:
        return
    page, dated = date
    others = [row for row in page.rows if row is not dated and (signature is None or row is not signature[1])]
    yield Item("成文日期所在页有正文", "有", f"{len(others)} 行", bool(others))
    if signature is None:
        return
    signed = signature[1]
    gap, date_gap = (RIGHT - signed.right) / EM, (RIGHT - dated.right) / EM
    texts = (plain(report.signature), plain(report.date))
    signed_left, dated_left = (row.right - sum(map(ems, text)) * EM for row, text in zip((signed, dated), texts, strict=True))
    if report.sealed:
        yield _range("成文日期右空（盖章，字）", [date_gap], 3.7, 4.3)
        off = ((signed_left + signed.right) - (dated_left + dated.right)) / 2 / EM
        yield _range("署名中线离日期中线（盖章，字）", [off], -0.3, 0.3)
    elif signed.right - signed_left >= dated.right - dated_left:
        yield _range("署名右空（不盖章，字）", [gap], 1.7, 2.3)
        yield _range("日期比署名右移（字）", [(dated_left - signed_left) / EM], 1.7, 2.3)
    else:
        yield _range("成文日期右空（比署名长，字）", [date_gap], 1.7, 2.3)
        yield _range("日期比署名右移（字）", [(dated_left - signed_left) / EM], 1.7, 2.3)
    yield Item("署名和日期相邻", "1 行", f"{(dated.middle - signed.middle) / ROW:.2f} 行", abs((dated.middle - signed.middle) / ROW - 1) < 0.2)


def _find(text: str, printed: list[Page]) -> tuple[Page, Row] | None:
    """The last row that says ``text`` and nothing else."""
    bare = re.sub(r"\s", "", text)
    found = [(page, row) for page in printed for row in page.rows if bare and row.text == bare]
    return found[-1] if found else None


def _range(name: str, found: Sequence[float], least: float, most: float) -> Item:
    shown = _said({round(n, 2) for n in found})
    return Item(name, f"{least:g}–{most:g}", shown, bool(found) and all(least <= n <= most for n in found))


def _said(values: Iterable[float]) -> str:
    distinct = sorted(set(values))
    return "、".join(f"{n:g}" for n in distinct) if len(distinct) < 4 else f"{distinct[0]:g}–{distinct[-1]:g}"


# --- the table ---------------------------------------------------------------------------------------------------------------------------


def table(found: Sequence[Item]) -> str:
    rows = [("项目", "应为", "量得", ""), *((i.name, i.wanted, i.measured, "好" if i.ok else "不合") for i in found)]
    widths = [max(columns(row[n]) for row in rows) for n in range(3)]
    return "\n".join("  ".join(c + " " * (w - columns(c)) for c, w in zip(row, [*widths, 0], strict=True)).rstrip() for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path, nargs="*")
    parser.add_argument("--style", default="gbt9704")
    parser.add_argument("--keep", type=Path, help="a folder to leave the .docx and .pdf files in")
    arguments = parser.parse_args()
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        print(f"missing: {', '.join(missing)} (LibreOffice gives soffice, poppler-utils gives pdftotext and pdftoppm)", file=sys.stderr)
        return 2
    facts = arguments.facts or sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.yaml"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        reports = drafts(facts)
        style = shelf.style(arguments.style)
        found = rendered(reports, arguments.style, folder.resolve())
        bad = [_print(name, reports[name], printed, settled(reports[name], style).rows) for name, printed in found.items()]
    return int(any(bad))


def _print(name: str, report: Report, printed: list[Page], rows: int) -> bool:
    """Print the table of one draft; whether something in it is off."""
    found = list(items(report, printed, rows))
    print(f"{name}（{len(printed)} 页）\n{table(found)}\n")
    return not all(item.ok for item in found)


if __name__ == "__main__":
    sys.exit(main())

"""Pages as LibreOffice lays them out: words with their edges, rules and ink, all in millimetres from the upper left corner of the sheet."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

import pytest

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
POINTS_A_MILLIMETRE = 72 / 25.4
DOTS_A_MILLIMETRE = 10

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext") and shutil.which("pdftoppm")), reason="LibreOffice or poppler is not installed"
)

Row = list[tuple[float, float, str]]
Page = list[Row]


def converted(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """PDFs of Word files by name, all in one run of the office, which is slow to start."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=120)
    return {pdf.stem: pdf for pdf in folder.glob("*.pdf")}


def pages_of(pdf: Path) -> list[Page]:
    """Pages, of rows, of words with their left and right edges."""
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return [_rows(page) for page in boxes.split("<page ")[1:]]


def _rows(page: str) -> Page:
    found = [(*(float(n) / POINTS_A_MILLIMETRE for n in match[:4]), match[4]) for match in WORD.findall(page)]
    words = sorted(((top + bottom) / 2, left, right, said) for left, top, right, bottom, said in found)
    return [[(left, right, said) for _, left, right, said in row] for _, row in groupby(words, key=lambda word: round(word[0] / 4))]


def said(row: Row) -> str:
    return "".join(word for _, _, word in sorted(row))


Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    """One page in dots, ten a millimetre."""

    width: int
    dots: bytes

    @classmethod
    def of(cls, pdf: Path, page: int) -> Picture:
        command = ["pdftoppm", "-r", "254", "-f", str(page), "-l", str(page), str(pdf)]
        data = subprocess.run(command, capture_output=True, check=True).stdout
        header = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
        assert header
        return cls(int(header[1]), data[header.end() :])

    @cached_property
    def lines(self) -> list[bytes]:
        step = self.width * 3
        return [self.dots[i : i + step] for i in range(0, len(self.dots), step)]

    def bands(self, is_ink: Callable[[bytes], bool]) -> list[tuple[float, float]]:
        """Upper and lower edges of what runs without a gap through lines that hold ink."""
        inked = [n for n, line in enumerate(self.lines) if is_ink(line)]
        starts = [n for n in inked if n - 1 not in set(inked)]
        ends = [n + 1 for n in inked if n + 1 not in set(inked)]
        return [(a / DOTS_A_MILLIMETRE, b / DOTS_A_MILLIMETRE) for a, b in zip(starts, ends, strict=True)]

    def sides(self, at: float, is_dot: Callable[[Colour], bool]) -> tuple[float, float]:
        """Left and right edge of the ink on the line at that height."""
        line = self.lines[round(at * DOTS_A_MILLIMETRE)]
        inked = [x for x in range(self.width) if is_dot((line[3 * x], line[3 * x + 1], line[3 * x + 2]))]
        return inked[0] / DOTS_A_MILLIMETRE, (inked[-1] + 1) / DOTS_A_MILLIMETRE


def is_red(colour: Colour) -> bool:
    return colour[0] > 180 and max(colour[1:]) < 90


def is_black(colour: Colour) -> bool:
    return max(colour) < 120


def has(is_dot: Callable[[Colour], bool], least: int = 1) -> Callable[[bytes], bool]:
    """Whether a line of dots holds ``least`` of a colour."""

    def ink(line: bytes) -> bool:
        if not line.strip(b"\xff"):
            return False
        return sum(map(is_dot, zip(line[::3], line[1::3], line[2::3], strict=True))) >= least

    return ink

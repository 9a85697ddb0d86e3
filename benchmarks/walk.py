"""From last year's Word file to this year's checked draft: the questions put, the keys typed, the time the tool takes.

    python benchmarks/walk.py [FACTS] [REPORT.txt …]

Each REPORT (default: three of different kinds) is made into a plain Word file. A clerk who has FACTS (default 40) figures of this year answers every
question of ``nigao ask``: the figures first, own doings as last year, what he has no figure for is struck out, problems and plans get a sentence,
everything else the enter key. Prints for each report how many questions were put, how many keys were typed in half width (each line's enter among
them) and how many characters in Chinese, and the seconds of each command; then what that takes a clerk, at the pace below, which is a guess, not
measured.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import docx
from click.testing import CliRunner

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.cli import ask  # noqa: E402
from generator.cli.main import nigao  # noqa: E402

ARCHIVE = ROOT / "examples" / "往年报告"
REPORTS = (
    ARCHIVE / "云州公交集团党委" / "2025_党建年度总结.txt",
    ARCHIVE / "石桥民政局" / "2023_年度总结.txt",
    ARCHIVE / "青原中医院" / "2022_年度总结.txt",
)
PACE = {"问": 3, "键": 0.5, "字": 1.0, "数": 4}
"""Seconds for reading a question, for a key, for a Chinese character, and for finding a figure in one's papers."""
_MOST = 400
"""Questions after which something asks in a circle."""


def word(report: Path, target: Path) -> None:
    """The lines of ``report`` as paragraphs of a Word file without styles."""
    made = docx.Document()
    for line in filter(str.strip, report.read_text(encoding="utf-8").splitlines()):
        made.add_paragraph(line)
    made.save(str(target))


SENTENCE = "逐季检查一次，对照清单补上短板"


@dataclass
class Clerk:
    """Who answers: ``figures`` are still to be given, the rest counts what it took."""

    figures: int
    questions: int = 0
    keys: int = 0
    characters: int = 0
    struck: int = 0
    kept: int = 0
    shown: str = ""

    def answer(self, shown: str) -> str:
        """The line typed to a question as it is shown; the enter key where the same is asked again."""
        said = "" if shown == self.shown else self._said(shown)
        self.shown = shown
        self.questions += 1
        if self.questions > _MOST:
            raise SystemExit(f"问了 {_MOST} 次还没有完：{shown}")
        wide = sum(ord(c) > 0x2E7F for c in said)
        self.characters += wide
        self.keys += len(said) - wide + 1
        return said

    def _said(self, shown: str) -> str:
        if "没有了按回车" in shown or "还有什么不足" in shown:
            return ""
        if "问题解决了没有" in shown or "打算办成了没有" in shown:
            return SENTENCE
        if "成文日期" in shown:
            return "2026-12-20"
        several = _ASKED.findall(shown)
        if several:
            said = [self._to(old) for old in several]
            return said[0] if len(set(said)) == 1 and said[0] in "=-." else " ".join(said)
        old = re.search(r"去年：(.*)", shown)
        return self._to(old[1]) if old and "＿＿" in shown else ("=" if old else "")

    def _to(self, old: str) -> str:
        """What is answered where last year had ``old``: a figure one higher, as long as there are figures; own doings as they were."""
        figure = re.search(r"\d+", old)
        if not old:
            return "."
        if figure is None or re.search("[月日年]", old) or len(old) > _FIGURE:
            self.kept += 1
            return "=" if figure is None else "-"
        if self.figures <= 0:
            self.struck += 1
            return "-"
        self.figures -= 1
        return str(int(figure[0]) + 1)


_FIGURE = 8
"""Characters up to which what last year had is a figure with its hedge and measure, and no sentence."""
_ASKED = re.compile(r"[①-⑨](?:【([^】]*)】|＿＿)")


def asked(facts: Path, clerk: Clerk) -> None:
    """Answers every question that ``nigao ask`` puts about ``facts``."""
    shown: list[str] = []
    headed = ask._headed

    def put(*told: Any) -> str:
        shown.append(headed(*told))
        return shown[-1]

    with patch.object(ask, "_headed", put), patch.object(ask, "_typed", lambda: f"{clerk.answer(shown[-1])}\n"):
        run("ask", str(facts))


def run(*args: str) -> str:
    """Runs a command and says how long it took; what it printed."""
    begun = time.perf_counter()
    done = CliRunner().invoke(nigao, args)
    print(f"{time.perf_counter() - begun:5.1f} 秒　nigao {' '.join(a if a.startswith('-') else Path(a).name for a in args)}　退出码 {done.exit_code}")
    return done.output


def walk(report: Path, figures: int) -> None:
    clerk = Clerk(figures)
    print(f"## {report.parent.name} {report.stem}")
    with tempfile.TemporaryDirectory() as name:
        last, facts, draft = (Path(name) / file for file in ("去年.docx", "今年.yaml", "今年.docx"))
        word(report, last)
        print(run("new", "--from", str(last), "-o", str(facts)).splitlines()[0])
        asked(facts, clerk)
        run("draft", str(facts), "-o", str(draft))
        found = run("check", str(draft), "--facts", str(facts), "--last", str(last))
        run("check", str(facts), "--last", str(last))
    print(found.rstrip().splitlines()[-1])
    given = figures - clerk.figures
    print(f"问 {clerk.questions} 次，半角键 {clerk.keys}，汉字 {clerk.characters}；填数 {given}，照旧 {clerk.kept}，去掉 {clerk.struck}")
    seconds = PACE["问"] * clerk.questions + PACE["键"] * clerk.keys + PACE["字"] * clerk.characters + PACE["数"] * given
    print(f"照 {'、'.join(f'{kind} {s} 秒' for kind, s in PACE.items())} 算，{seconds / 60:.0f} 分钟")


def main() -> None:
    figures = int(sys.argv[1]) if sys.argv[1:] else 40
    for report in map(Path, sys.argv[2:]) if sys.argv[2:] else REPORTS:
        walk(report, figures)


if __name__ == "__main__":
    main()

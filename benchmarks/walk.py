"""From last year's Word file to this year's checked draft: the commands, the questions asked, the time the tool takes.

    python benchmarks/walk.py [REPORT.txt] [FACTS]

REPORT (default: one of examples/往年报告) is made into a plain Word file; FACTS (default 40) figures are typed, the other facts are set aside with
``-``, problems and plans get a sentence each, everything else the enter key. Prints how many answers of each kind were typed and the seconds of each
command; then what the same answers take a clerk at ``PACE`` seconds each, which is a guess, not measured.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import patch

import docx
from click.testing import CliRunner

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.cli import ask  # noqa: E402
from generator.cli.main import nigao  # noqa: E402

REPORT = ROOT / "examples" / "往年报告" / "云州公交集团党委" / "2025_党建年度总结.txt"
PACE = {"数": 8, "一句话": 30, "-": 4, "回车": 2}
"""Seconds in which a clerk reads a question and answers it."""
_MOST = 400
"""Questions after which something asks in a circle."""


def word(report: Path, target: Path) -> None:
    """The lines of ``report`` as paragraphs of a Word file without styles."""
    made = docx.Document()
    for line in filter(str.strip, report.read_text(encoding="utf-8").splitlines()):
        made.add_paragraph(line)
    made.save(str(target))


def answer(question: str, figures: int) -> tuple[str, str]:
    """What is typed, and of which kind it is."""
    if "没有了按回车" in question or "还有什么不足" in question:
        return "", "回车"
    if "问题解决了没有" in question or "打算办成了没有" in question:
        return "逐季检查一次，对照清单补上短板", "一句话"
    if figures <= 0:
        return "-", "-"
    old = re.search(r"去年：\D*?(\d+)", question)
    return (str(int(old[1]) + 1), "数") if "＿＿" in question and old else ("", "回车")


def asked(facts: Path, wanted: int) -> Counter[str]:
    """Answers every question that ``nigao ask`` puts about ``facts``; how many answers of each kind that took."""
    shown: list[str] = []
    kinds = Counter[str]()
    headed = ask._headed

    def put(*told: Any) -> str:
        shown.append(headed(*told))
        return shown[-1]

    def typed() -> str:
        given, kind = answer(shown[-1], wanted - kinds["数"])
        kinds[kind] += 1
        if kinds.total() > _MOST:
            raise SystemExit(f"问了 {_MOST} 次还没有完：{shown[-1]}")
        return f"{given}\n"

    with patch.object(ask, "_headed", put), patch.object(ask, "_typed", typed):
        run("ask", str(facts))
    return kinds


def run(*args: str) -> str:
    """Runs a command and says how long it took; what it printed."""
    begun = time.perf_counter()
    done = CliRunner().invoke(nigao, args)
    print(f"{time.perf_counter() - begun:5.1f} 秒　nigao {' '.join(a if a.startswith('-') else Path(a).name for a in args)}　退出码 {done.exit_code}")
    return done.output


def main() -> None:
    report, figures = Path(sys.argv[1]) if sys.argv[1:] else REPORT, int(sys.argv[2]) if sys.argv[2:] else 40
    with tempfile.TemporaryDirectory() as name:
        last, facts, draft = (Path(name) / file for file in ("去年.docx", "今年.yaml", "今年.docx"))
        word(report, last)
        print(run("new", "--from", str(last), "-o", str(facts)).splitlines()[0])
        kinds = asked(facts, figures)
        run("draft", str(facts), "-o", str(draft))
        found = run("check", str(draft), "--facts", str(facts), "--last", str(last))
        run("check", str(facts), "--last", str(last))
    print(found.rstrip())
    print(f"答了 {kinds.total()} 次：{'，'.join(f'{kind} {n}' for kind, n in kinds.most_common())}")
    print(f"照每次 {'、'.join(f'{kind} {s} 秒' for kind, s in PACE.items())} 算，{sum(PACE[kind] * n for kind, n in kinds.items()) / 60:.0f} 分钟")


if __name__ == "__main__":
    main()

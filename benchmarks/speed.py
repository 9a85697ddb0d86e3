"""How fast, against peers doing the same work, in turn in one run. Times are of the processor, so that other work on the machine counts little.

python benchmarks/speed.py [ROUNDS]                 needs docxtpl for the peers
python benchmarks/speed.py sizes REPORTS...         mining archives of so many made reports (benchmarks/archive.py), of 200 characters each
python benchmarks/speed.py whole REPORTS...         the same of reports as long as the examples that they are made of, 13 KB each

Python must be able to keep its compiled modules (PYTHONDONTWRITEBYTECODE unset), as it is where a package is installed: else every cold run compiles
those of the tool, and none of the peers'.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx

from generator.cli import shelf
from generator.cli.drafting import created
from generator.cli.main import nigao
from generator.compose.draft import compose
from generator.printed import lines
from generator.render.word import docx_bytes
from generator.report import Report

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "年度总结.yaml"
ARCHIVE = EXAMPLE.parent / "往年报告"
_PEER = """
import sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({"rows": open(sys.argv[2], encoding="utf-8").read().split(chr(10))})
template.save(sys.argv[3])
"""
_GROUP = """
import click
@click.group()
def tool(): pass
for name, does in %r.items():
    tool.add_command(click.Command(name, help=does))
tool()
"""

_CUT = """
import sys, logging, pathlib, jieba
jieba.setLogLevel(logging.CRITICAL)
for path in pathlib.Path(sys.argv[1]).rglob("*.txt"):
    jieba.lcut(path.read_text(encoding="utf-8"), HMM=False)
"""
_MEASURED = """
import sys, subprocess, resource
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{used.ru_utime + used.ru_stime:.1f} s, {used.ru_maxrss / 1024:.0f} MB")
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[1:2] in (["sizes"], ["whole"]):
            of_sizes(Path(folder), list(map(int, sys.argv[2:])), ["200"] if sys.argv[1] == "sizes" else [])
        else:
            measure(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 9)


def measure(folder: Path, rounds: int) -> None:
    facts, _ = shelf.facts(EXAMPLE)
    template, bank, formulations = shelf.template(facts.kind), shelf.bank(), shelf.formulations()
    style = shelf.style(template.style)
    report = compose(facts, template, bank, formulations=formulations).report
    rows = [line.text for line in lines(report)]
    text, peer = folder / "rows.txt", folder / "template.docx"
    text.write_text("\n".join(rows), encoding="utf-8")
    prepare(peer, docx_bytes(report, style, created=created(facts)))

    python = [sys.executable]
    told("cold: nigao draft ÷ docxtpl filling a template", in_turn(rounds,
        lambda: run([*python, "-m", "generator", "draft", str(EXAMPLE), "-o", str(folder / "a.docx")]),
        lambda: run([*python, "-c", _PEER, str(peer), str(text), str(folder / "b.docx")])))  # fmt: skip
    group = folder / "group.py"
    group.write_text(_GROUP % {name: does for name, (_, does) in nigao.late.items()}, encoding="utf-8")
    told("cold: nigao --help ÷ click's own group", in_turn(rounds * 2,
        lambda: run([*python, "-m", "generator", "--help"]),
        lambda: run([*python, str(group), "--help"])))  # fmt: skip
    many = 20
    told("warm: Word file ÷ docxtpl", in_turn(rounds,
        lambda: [docx_bytes(report, style, created=created(facts)) for _ in range(many)],
        lambda: [_filled(peer, rows) for _ in range(many)]), many)  # fmt: skip
    told("warm: Word file ÷ python-docx", in_turn(rounds,
        lambda: [docx_bytes(report, style, created=created(facts)) for _ in range(many)],
        lambda: [_built(report) for _ in range(many)]), many)  # fmt: skip
    told("warm: composed and written ÷ docxtpl", in_turn(rounds,
        lambda: docx_bytes(compose(facts, template, bank, formulations=formulations).report, style, created=created(facts)),
        lambda: _filled(peer, rows)))  # fmt: skip
    on_the_bank(folder, rounds)
    mined(folder)
    searched(folder, rounds)


def on_the_bank(folder: Path, rounds: int) -> None:
    """Commands on the shipped bank, compiled before, beside one that loads nothing of it."""
    tool = [sys.executable, "-m", "generator"]
    bare = least(rounds, lambda: run([*tool, "bank", "--help"]))
    print(f"cold: nigao bank --help: {bare * 1000:.0f} ms", flush=True)
    for command in (["search", "压实责任"], ["search", "抓好督查", "--topic", "责任落实"], ["topics"], ["stats"], ["lint"]):
        spent = least(min(rounds, 3), lambda command=command: run([*tool, "bank", *command]))  # type: ignore[misc]
        print(f"cold: nigao bank {' '.join(command)}: {spent * 1000:.0f} ms, {(spent - bare) * 1000:.0f} beyond --help", flush=True)
    own = folder / "我的.yaml"
    spent = least(3, lambda: (own.unlink(missing_ok=True), run([*tool, "bank", "add", "坚持以考促学、以学促干", "-o", str(own)])))
    print(f"cold: nigao bank add: {spent * 1000:.0f} ms", flush=True)


def mined(folder: Path) -> None:
    """An archive mined, and mined again with nothing changed."""
    command = [sys.executable, "-m", "generator", "bank", "mine", str(ARCHIVE), "-o", str(folder / "挖")]
    first, again = timed(lambda: run(command)), least(3, lambda: run(command))
    print(f"mining {ARCHIVE.name}: {first:.1f} s; again with nothing changed: {again * 1000:.0f} ms, {again / first:.1%} of it", flush=True)

    cut = least(3, lambda: run([sys.executable, "-c", _CUT, str(ARCHIVE)]))
    print(f"jieba alone, cutting the same text: {cut:.1f} s; mining takes {first / cut:.1f} times that", flush=True)


def of_sizes(folder: Path, sizes: Sequence[int], length: Sequence[str]) -> None:
    """Archives of so many reports of that ``length`` mined, each in a process of its own: time of the processor and most memory."""
    for reports in sizes:
        archive, bank = folder / f"{reports}", folder / f"库{reports}"
        run([sys.executable, str(Path(__file__).with_name("archive.py")), str(archive), str(reports), *length])
        order = [sys.executable, "-m", "generator", "bank", "mine", str(archive), "-o", str(bank)]
        done = subprocess.run([sys.executable, "-c", _MEASURED, *order], check=True, capture_output=True, text=True)
        size = sum(path.stat().st_size for path in archive.rglob("*.txt"))
        print(f"{reports} reports, {size / 1e6:.1f} MB: {done.stdout.strip()}", flush=True)


def least(rounds: int, work: Callable[[], Any]) -> float:
    """The least time of several rounds."""
    work()
    return min(timed(work) for _ in range(rounds))


def searched(folder: Path, rounds: int) -> None:
    """Sentences of the archive: the first search, which reads it, and later ones."""
    from generator.cli.sentences import sentences

    os.environ["NIGAO_CACHE"] = str(folder / "cache")
    first = timed(lambda: sentences(["压实", "责任"], [ARCHIVE]))
    later = statistics.median(timed(lambda: sentences(["责任"], [ARCHIVE])) for _ in range(rounds))
    print(f"sentences of {ARCHIVE.name}: first {first * 1000:.0f} ms, later {later * 1000:.1f} ms")


def prepare(path: Path, draft: bytes) -> None:
    """A template for docxtpl in the draft's own look: one paragraph, repeated."""
    document = docx.Document(BytesIO(draft))
    for paragraph in document.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    for row in ("{%p for row in rows %}", "{{ row }}", "{%p endfor %}"):
        document.add_paragraph(row, style="公文正文")
    document.save(str(path))


def _filled(template: Path, rows: Sequence[str]) -> bytes:
    from docxtpl import DocxTemplate

    document = DocxTemplate(str(template))
    document.render({"rows": rows})
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _built(report: Report) -> bytes:
    document = docx.Document()
    for line in lines(report):
        document.add_paragraph(line.text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def timed(work: Callable[[], Any]) -> float:
    """Seconds of processor that ``work`` takes, in this process and in those it starts."""
    start = _spent()
    work()
    return _spent() - start


def _spent() -> float:
    """``os.times`` would tell hundredths of a second, as long as a short command takes."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def in_turn(rounds: int, ours: Callable[[], Any], theirs: Callable[[], Any]) -> tuple[float, float]:
    """The least time of either: what the work itself takes, when nothing else came in between."""
    timed(ours), timed(theirs)
    pairs = [(timed(ours), timed(theirs)) for _ in range(rounds)]
    return min(a for a, _ in pairs), min(b for _, b in pairs)


def told(name: str, times: tuple[float, float], each: int = 1) -> None:
    ours, theirs = times
    print(f"{name}: {ours / theirs:.2f}   ({ours / each * 1000:.2f} ÷ {theirs / each * 1000:.2f} ms)", flush=True)


if __name__ == "__main__":
    main()

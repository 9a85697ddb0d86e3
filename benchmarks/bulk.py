"""What a batch takes, composing included, against docxtpl filling a prepared template with the same finished texts, in the same run.

python benchmarks/bulk.py [UNITS]                   1,000 units where none is said; needs docxtpl
python benchmarks/bulk.py make FOLDER UNITS         only makes the facts files

The units' facts files are the examples' and those of benchmarks/fit in turn, under another place's name and with other numbers: every draft has its
own texts, as units of one system have, and none is composed twice. Times are of the processor, of whole processes (several, where ``nigao batch``
starts several), and so are the ratios: what one core does.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.speed import prepare, run, timed
from generator.cli import shelf

ROOT = Path(__file__).resolve().parent.parent
_UNITS = 1000
_SEED = 7
_PLACES = "青河 临江 石门 松岭 南浦 东湖 平川 安远 长丰 新宁 白沙 清溪 金滩 龙泉 和顺 永昌".split()
"""The place that a unit's name begins with."""
_NUMBER = re.compile(r"(?<![\d.年月第-])\d{2,4}(?![\d.]|年|月|日|号|-)")
"""A number that counts, and no date, year, rate or number of a document."""
_PEER = """
import sys, json
from io import BytesIO
from docxtpl import DocxTemplate
for rows in json.load(open(sys.argv[2], encoding="utf-8")):
    template = DocxTemplate(sys.argv[1])
    template.render({"rows": rows})
    out = BytesIO()
    template.save(out)
"""


def main() -> None:
    if sys.argv[1:2] == ["make"]:
        make(Path(sys.argv[2]), int(sys.argv[3]))
        return
    units = int(sys.argv[1]) if len(sys.argv) > 1 else _UNITS
    with tempfile.TemporaryDirectory() as given:
        measure(Path(given), units)


def measure(folder: Path, units: int) -> None:
    from json import dumps

    facts, drafts, texts, template = (folder / name for name in ("事实表", "稿子", "texts.json", "template.docx"))
    make(facts, units)
    order = [sys.executable, "-m", "generator", "batch", str(facts), "-o", str(drafts)]
    run([sys.executable, "-m", "generator", "draft", str(next(facts.glob("*.yaml"))), "-o", str(folder / "先.docx")])  # the bank is compiled
    ours = timed(lambda: run(order))
    written = [[p.text for p in docx.Document(str(path)).paragraphs] for path in sorted(drafts.glob("*.docx"))]
    texts.write_text(dumps(written, ensure_ascii=False), encoding="utf-8")
    prepare(template, next(drafts.glob("*.docx")).read_bytes())
    theirs = timed(lambda: run([sys.executable, "-c", _PEER, str(template), str(texts)]))
    each = len(written)
    print(f"{each} drafts: nigao batch {ours:.1f} s, {ours / each * 1000:.1f} ms a draft; docxtpl filling in the same texts {theirs:.1f} s, "
          f"{theirs / each * 1000:.1f} ms; ratio {ours / theirs:.2f}")  # fmt: skip


def make(folder: Path, units: int) -> None:
    """Facts files of so many ``units`` in ``folder``: the same number makes the same files."""
    folder.mkdir(parents=True)
    chance = random.Random(_SEED)
    sources = [text for path in _sources() if (text := path.read_text(encoding="utf-8")) and _unit(path)]
    for n in range(units):
        path = folder / f"{n:06}.yaml"
        path.write_text(_other(sources[n % len(sources)], chance), encoding="utf-8")


def _sources() -> Iterator[Path]:
    yield from sorted(ROOT.glob("examples/*.yaml"))
    yield from sorted(ROOT.glob("benchmarks/fit/*.yaml"))


def _unit(path: Path) -> str:
    facts, _ = shelf.facts(path)
    return "".join(getattr(inline, "text", "") for inline in facts.unit.full)


def _other(text: str, chance: random.Random) -> str:
    """The facts of another unit: of another place, with other numbers."""
    name = re.search(r"全称: ?([\u4e00-\u9fff]{2})", text)
    moved = text.replace(name[1], chance.choice(_PLACES)) if name else text
    return _NUMBER.sub(lambda m: str(max(10, int(int(m[0]) * chance.uniform(0.5, 1.8)))), moved)


if __name__ == "__main__":
    main()

"""``nigao bank test``: whether an archive is rich enough to draft from, and a sheet of insertions to be read and marked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.bank.phrase import Layer
from generator.cli import reports, shelf
from generator.cli.chinese import Command
from generator.cli.progress import tracked
from generator.cli.target import STANDARD_OUTPUT, completed, result_form
from generator.files import read_text, write_new
from generator.mining import store
from generator.problems import Faults, Place, Problem
from generator.sheet.book import csv_rows

if TYPE_CHECKING:
    from generator.mining.trial import Offer, Trial

_WIDTH = 40
"""Columns of the longest bar."""
_MARKS = ("合", "不合")
_COLUMNS = ("编号", "报告", "行", "前面写的", "拟接上", "原来写的", "合得上", "评")
_WANTED = 0.95
"""Share of fitting insertions from which a threshold is recommended."""


@click.command(
    cls=Command,
    help="试一试往年报告够不够拿来起草：轮流留出一个单位（只有一个单位的，留出一年），用其余的报告给它的每句话接目的，和原来写的比。",
)
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="语料…")
@click.option("--by", type=click.Choice(["单位", "年"]), metavar="单位|年", help="留出什么；默认有几个单位就按单位，只有一个按年")
@click.option("--alone", is_flag=True, help="只用这些报告，不叠自带的用语库")
@click.option("--sheet", type=click.Path(path_type=Path, dir_okay=False), metavar="表.csv", help="抽出接上的话写成一张表，看了填 合 或 不合")
@click.option("--rows", type=click.IntRange(min=1), default=30, help="表里抽几条（默认 30）")
@click.option("--marked", type=click.Path(path_type=Path, dir_okay=False), metavar="表.csv", help="读填好的表，算出各个门槛下合不合，建议门槛")
@click.option("--force", is_flag=True, help="表已经有了，也覆盖")
def test(corpus: tuple[Path, ...], by: str | None, alone: bool, sheet: Path | None, rows: int, marked: Path | None, force: bool) -> None:
    if marked is not None:
        click.echo(_judged(_marks(marked)))
        return
    result_form(None, sheet, {".csv": "csv"}, "csv")
    if sheet == STANDARD_OUTPUT:
        raise click.UsageError("表不打印出来，--sheet 后面要写文件名")
    with reports.tolerant() as unread:
        made = _tried(corpus, by, alone, unread)
    click.echo(_told(made))
    if sheet is not None:
        sheet = completed(sheet, ".csv")
        write_new(sheet, _sheet(made, rows).encode("utf-8-sig"), force=force)
        click.echo(f"抽出 {min(rows, sum(bool(o.offered) for o in made.offers))} 条，写在 {sheet}；填好“评”，再加 --marked {sheet}")


def _tried(corpus: Sequence[Path], by: str | None, alone: bool, unread: list[Problem]) -> Trial:
    from generator.mining.trial import Tried, trial

    given = reports.given(corpus, unread)
    found = reports.each(given, "读报告", lambda g: store.gathered(g.report()), unread)
    reports.require(found, unread)
    evidence = store.union(part for _, part in found)
    units = {evidence[key].unit for key in evidence}
    grouped = by or ("单位" if len(units) > 1 else "年")
    base = [] if alone else [e.phrase for layer in shelf.layers_of() for e in layer if e.phrase.layer is Layer.CURATED]
    known = Tried(shelf.tables(), shelf.formulations(), shelf.shipped_ledger(), base)
    groups = {key: found.unit if grouped == "单位" else _year(found.name) for key, found in evidence.items()}
    return trial(evidence, groups.__getitem__, known, lambda names: tracked(names, "轮流留出"))


def _year(name: str) -> str:
    """The year that a report's name gives, else the name itself: each such report is left out by itself."""
    found = re.search(r"(?:19|20)\d\d", name.rpartition("/")[2])
    return found[0] if found else name


def _told(made: Trial) -> str:
    from generator.mining.trial import ENOUGH

    out = [f"有目的的句子 {len(made.offers)} 句，接得上 {sum(bool(o.offered) for o in made.offers)} 句（{made.coverage:.0%}）"]
    out += [f"  接到 {c:4.0%}（合得上 ≥ {rank:.2f}）：和原来意思相近的 {share:4.0%} {'█' * round(share * _WIDTH)}" for c, rank, share in made.curve()]
    cloze = made.cloze
    if cloze.tried:
        out.append(f"二十选一（{cloze.tried} 句）：同随意的比，选中 {cloze.among_random:.0%}；同最像的比，选中 {cloze.among_hard:.0%}")
    enough = made.coverage >= ENOUGH
    thin = f"；写得少的事类：{'、'.join(made.thin[:12])}" if made.thin else ""
    out.append(f"{'够' if enough else '还不够'}单独拿来起草（{ENOUGH:.0%} 的句子接得上才算够）{thin}")
    return "\n".join(out)


def _sheet(made: Trial, rows: int) -> str:
    """Offers over the whole range of ranks, evenly taken, so that a threshold can be told from them."""
    offered = sorted((o for o in made.offers if o.offered), key=lambda o: (-o.rank, o.report, o.line))
    step = max(1.0, len(offered) / rows)
    chosen = [offered[int(n * step)] for n in range(min(rows, len(offered)))]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_row(n, o) for n, o in enumerate(chosen, 1))
    return out.getvalue()


def _row(n: int, o: Offer) -> tuple[object, ...]:
    return n, o.report, o.line, "，".join(reversed(o.beside)), o.offered, o.stood, f"{o.rank:.2f}", ""


def _marks(path: Path) -> list[tuple[float, bool]]:
    """Rank and mark of every row that was marked. Raises ``Faults`` with every row that cannot be read."""
    problems: list[Problem] = []
    found: list[tuple[float, bool]] = []
    head, *rows = csv_rows(read_text(path)) or [[]]
    for n, cells in enumerate(rows, 2):
        row = dict(zip(head, cells, strict=False))
        mark = (row.get("评") or "").strip()
        try:
            rank = float(row.get("合得上") or "")
        except ValueError:
            problems.append(Problem(Place(str(path), n, 1), "not-a-rank", "“合得上”一栏不是数", "这一栏不要改"))
            continue
        if mark in _MARKS:
            found.append((rank, mark == _MARKS[0]))
        elif mark:
            problems.append(Problem(Place(str(path), n, 1), "not-a-mark", f"“评”一栏写的是“{mark}”", "写 合 或 不合，没看的空着"))
    if not found and not problems:
        problems.append(Problem(Place(str(path)), "no-marks", "一条也没有评", "在“评”一栏填 合 或 不合"))
    if problems:
        raise Faults(problems)
    return found


def _judged(marks: Iterable[tuple[float, bool]]) -> str:
    ordered = sorted(marks, reverse=True)
    out, best = [], None
    for n, (rank, _) in enumerate(ordered, 1):
        share = sum(fits for _, fits in ordered[:n]) / n
        if share >= _WANTED:
            best = rank
        if n == len(ordered) or ordered[n][0] < rank:
            out.append(f"  门槛 {rank:.2f}：接 {n} 条，合的 {share:.0%}")
    none = "没有一个门槛能让 95% 合得上：先审用语，或多找些报告"
    said = f"建议门槛 {best:.2f}，写进 用语库/门槛.yaml：待审: {best:.2f}" if best is not None else none
    return "\n".join([f"评了 {len(ordered)} 条", *out, said])

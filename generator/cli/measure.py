"""``nigao bank coverage``, ``pairs`` and ``bundles``: what a bank knows of a report, what goes with a word, which runs of words recur."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import asdict

from generator.cli import reports, shelf
from generator.cli.cards import table
from generator.cli.chinese import Command
from generator.cli.evidence import EVIDENCE, kept
from generator.cli.options import BANKS, width
from generator.cli.progress import bar, doing, tracked
from generator.jsontext import json_text
from generator.mining import store
from generator.mining.evidence import merge
from generator.problems import Problem

if TYPE_CHECKING:
    from generator.mining.collocations import Clauses
    from generator.mining.coverage import Candidate, Coverage, Share

_REPORTS = click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="报告…")
_FORMAT = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="text|json", help="给人看，还是给程序读")
_TOP = click.option("--top", type=click.IntRange(min=1), default=40, metavar="数", help="最多列出多少条（默认 40）")
_OF = click.option("--of", default="", metavar="词", help="只看和这个词有关的")


@click.command(
    cls=Command,
    help="量一份没挖过的报告：套话里有多少是用语库认得的（原样、句式、提法），按语步和主题列表，再列出用语库缺什么，最该补的在前。"
    "“近似”是与库里某条相像而不相同，不算认得。",
)
@_REPORTS
@BANKS
@_FORMAT
@_TOP
def coverage(corpus: tuple[Path, ...], banks: tuple[Path, ...], form: str, top: int) -> None:
    from generator.mining.coverage import coverage as measured

    bank = shelf.bank(shelf.named_banks(banks))
    with reports.tolerant() as unread:
        read = [report for _, report in reports.each(reports.given(corpus, unread), "读报告", lambda given: given.report(), unread)]
        reports.require(read, unread)
        _tell(measured(tracked(read, "比用语"), bank, shelf.formulations()), form, top)


def _tell(found: Coverage, form: str, top: int) -> None:
    if form == "json":
        click.echo(json_text(_as_data(found, top)))
        return
    for title, shares in (("合计", [found.total, found.formula]), ("语步", found.by_move()), ("主题", found.by_topic())):
        click.echo(f"{_share_table(title, shares)}\n")
    click.echo(_candidate_table(found.lacking()[:top]))


def _share_table(title: str, shares: Sequence[Share]) -> str:
    from generator.mining.coverage import How

    head = [title, "分句", *map(str, How), "字数", "认得的字"]
    return table(head, [[s.name, str(s.clauses), *(str(n) for _, n in s.by), str(s.characters), f"{s.rate:.1%}"] for s in shares], width())


def _candidate_table(candidates: Sequence[Candidate]) -> str:
    head = ["报告", "次数", "性质", "语步", "主题", "缺的用语（库里近似的）"]
    rows = [[str(c.reports), str(c.count), c.nature, c.move, c.topic, c.text + (f"（{c.near}）" if c.near else "")] for c in candidates]
    return table(head, rows, width()) if rows else "用语库什么也不缺"


def _as_data(found: Coverage, top: int) -> dict[str, Any]:
    return {
        "合计": _share_data(found.total),
        "套语": _share_data(found.formula),
        "语步": {s.name: _share_data(s) for s in found.by_move()},
        "主题": {s.name: _share_data(s) for s in found.by_topic()},
        "缺": [asdict(c) for c in found.lacking()[:top]],
    }


def _share_data(share: Share) -> dict[str, Any]:
    return {"分句": share.clauses, **{str(how): n for how, n in share.by}, "字数": share.characters, "认得的字": share.known}


@click.command(
    cls=Command,
    help="什么和什么搭配：各分句的动词和它管的名词，最不像碰巧的在前（G²），logDice 最高 14。语料是报告、报告文件夹，或挖好的用语库文件夹。",
)
@_REPORTS
@_OF
@_FORMAT
@_TOP
def pairs(corpus: tuple[Path, ...], of: str, form: str, top: int) -> None:
    from generator.mining.collocations import pairs as ranked

    with reports.tolerant() as unread:
        with doing("数搭配"):
            found = ranked(_clauses(corpus, unread), of, least=2 if of else 3)[:top]
        rows = [[p.verb, p.object, str(p.count), str(p.reports), f"{p.g2:.1f}", f"{p.log_dice:.2f}"] for p in found]
        _show(form, [asdict(p) for p in found], ["动词", "名词", "次数", "报告", "G²", "logDice"], rows)


@click.command(cls=Command, help="反复出现、凝得紧、用得开的词串，见于最多报告的在前。语料是报告、报告文件夹，或挖好的用语库文件夹。")
@_REPORTS
@_OF
@_FORMAT
@_TOP
def bundles(corpus: tuple[Path, ...], of: str, form: str, top: int) -> None:
    from generator.mining.bundles import bundles as ranked

    with reports.tolerant() as unread:
        with doing("数词串"):
            found = ranked(tracked(_clauses(corpus, unread), "数词串"), of)[:top]
        rows = [[b.text, str(b.words), str(b.count), str(b.reports), f"{b.cohesion:.2f}", f"{b.left:.1f}", f"{b.right:.1f}"] for b in found]
        _show(form, [asdict(b) for b in found], ["词串", "词", "次数", "报告", "凝合", "左自由", "右自由"], rows)


def _show(form: str, data: Sequence[Mapping[str, Any]], head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    shown = json_text(data) if form == "json" else table(head, rows, width()) if rows else "没有找到"
    click.echo(shown)


def _clauses(corpus: Iterable[Path], unread: list[Problem]) -> Clauses:
    """The clauses of the reports given and of the evidence kept in the banks given, in words."""
    from generator.mining.collocations import tagged_clauses

    banks = [path for path in corpus if (path / EVIDENCE).is_file()]
    files = [path for path in corpus if path not in banks]
    parts = [kept(path) for path in banks]
    if files:
        read = reports.each(reports.given(files, unread), "读报告", lambda given: store.gathered(given.report()), unread)
        reports.require(read, unread)
        parts.append(store.union(part for _, part in read))
    return tagged_clauses(merge(*parts), track=bar("分词"), names=[f.text.strip("“”") for f in shelf.formulations()])

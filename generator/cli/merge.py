"""``nigao merge``: the facts files of many units summed for the level above, or those of one unit's offices joined into one."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

import click

from generator.cli import shelf
from generator.cli.target import FACTS, STANDARD_OUTPUT, completed, result_form
from generator.cli.writing import WritingCommand
from generator.facts.model import Facts
from generator.files import read_text, write_new
from generator.limits import PROBLEMS_SHOWN
from generator.merge.join import joined
from generator.merge.total import summed
from generator.merge.voices import Merged, Voice, voice
from generator.printable import encoded, spelled
from generator.problems import fault
from generator.report import Blank, plain
from generator.yamlfile import dump

_SUM, _JOIN = "sum", "join"
_MADE = "# 由 nigao merge 从"
"""How a merged file begins."""
_NAMED = 12
"""Units that the merged file names one by one; who gave what of more of them stands in a table beside it."""


@click.command(
    cls=WritingCommand,
    help="几张事实表合成一张。各单位的：同一件事的数相加，注明各报多少，作上级的事实表；同一单位各科室的：合在一起，注明谁报的，对不上的列出。"
    "有对不上的，退出码是 1。",
)
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="事实表|文件夹…")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="文件.yaml", help="合成的表写到哪里")
@click.option("--unit", default="", metavar="全称", help="上级单位的全称；不写留作 待补")
@click.option("--sum", "how", flag_value=_SUM, help="当作各单位的，相加；默认看单位全称是不是都不同")
@click.option("--join", "how", flag_value=_JOIN, help="当作同一单位各科室的，合并；默认看单位全称是不是都相同")
@click.pass_context
def merge(ctx: click.Context, sources: tuple[Path, ...], output: Path, unit: str, how: str | None) -> None:
    if output == STANDARD_OUTPUT:
        raise click.UsageError("合成的表不打印出来，-o 后面要写文件名")
    result_form(None, output, FACTS, "yaml")
    output = completed(output, ".yaml")
    paths = list(dict.fromkeys(path for source in sources for path in _files(source, sources)))
    given = list(zip(paths, shelf.each_facts(paths), strict=True))
    if len(given) < 2:
        raise click.UsageError("至少给两张事实表")
    adds = (how or _told(given)) == _SUM
    elsewhere = output.parent / f"{output.stem}.明细.csv" if adds and len(given) > _NAMED else None
    made = summed(_voices(given, adds), unit or "待补", spelled(elsewhere.name) if elsewhere else "") if adds else joined(_voices(given, adds))
    if elsewhere is not None:
        write_new(elsewhere, _table(made))
    write_new(output, encoded(_text(made, given, adds)))
    click.echo(f"已写成 {output}" + (f" 和 {elsewhere}" if elsewhere else ""))
    _tell(made, len(given), adds)
    ctx.exit(1 if made.conflicts else 0)


Given = tuple[Path, Facts]


def _files(source: Path, sources: Sequence[Path]) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    shelf.tell_deeper(source, sources)
    paths = shelf.facts_files(source)
    for path in paths:
        if _made_of(path).isdisjoint(spelled(other.name) for other in paths if other != path):
            yield path
        else:
            click.echo(f"{path} 是由这里的表合成的，没有再算进去；要算，单独写出它的文件名", err=True)


def _made_of(path: Path) -> set[str]:
    """The files that ``path`` was merged of, as far as it names them; none where it was not made here."""
    first = read_text(path).text.partition("\n")[0] if path.is_file() else ""
    return set(first.partition("：")[2].removesuffix("等").split("、")) if first.startswith(_MADE) else set()


def _told(given: Sequence[Given]) -> str:
    """Whether the files are of as many units, or of one. Raises ``Faults`` where they say neither."""
    names = [plain(facts.unit.full) for _, facts in given]
    named = not any(isinstance(i, Blank) for _, facts in given for i in facts.unit.full)
    if named and len(set(names)) == len(names):
        return _SUM
    if named and len(set(names)) == 1:
        return _JOIN
    told = "、".join(f"{path.name} {plain(facts.unit.full)}" for path, facts in given)
    raise fault(given[0][0], "which-merge", f"看不出是各单位的还是各科室的：{told}", "相加加 --sum，合并加 --join")


def _voices(given: Sequence[Given], adds: bool) -> list[Voice]:
    """The files as what somebody says: the units by name, offices (and units of the same name) by that of their file."""
    counts = Counter(plain(facts.unit.full) for _, facts in given)
    names = [plain(facts.unit.full) if adds and counts[plain(facts.unit.full)] == 1 else spelled(path.stem) for path, facts in given]
    return [voice(read_text(path), name) for name, (path, _) in zip(names, given, strict=True)]


def _text(made: Merged, given: Sequence[Given], adds: bool) -> str:
    about = "各单位的数相加而成，来源里是各报多少，备注里是没有相加的" if adds else "各科室的合成，来源里是谁报的，备注里是对不上的"
    names = "、".join(spelled(path.name) for path, _ in given[:_NAMED]) + ("等" if len(given) > _NAMED else "")
    heads = [f"{_MADE[2:]} {len(given)} 张事实表合成：{names}", about, *(made.notes if len(given) <= _NAMED else ())]
    return "".join(f"# {' '.join(line.split())}\n" for line in heads) + dump(made.tree)


def _table(made: Merged) -> bytes:
    """Who gave what and what became of it, as a spreadsheet reads it."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([("板块", "事项", "做了", "量", "单位", "报的", "怎样"), *made.details])
    return BOM_UTF8 + encoded(out.getvalue())


def _tell(made: Merged, count: int, adds: bool) -> None:
    done = f"{count} 张事实表" + ("相加" if adds else "合并")
    click.echo(f"{done}，{len(made.notes)} 处没有相加" if adds else f"{done}，{len(made.conflicts)} 处对不上", err=True)
    for note in made.notes[:PROBLEMS_SHOWN]:
        click.echo(f"  {note}", err=True)
    for problem in made.conflicts:
        click.echo(str(problem), err=True)

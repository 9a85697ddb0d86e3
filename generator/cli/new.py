"""``nigao new``: a facts file to fill in, of one 文种 with what reports usually say there, or made of last year's report."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import click

from generator.cli import shelf
from generator.cli.target import FACTS, STANDARD_OUTPUT, completed, result_form
from generator.cli.wanted import wanted
from generator.cli.writing import WritingCommand
from generator.facts.scaffold import SCHEMA
from generator.files import write_new
from generator.printable import encoded
from generator.problems import fault


@click.command(
    cls=WritingCommand,
    help="写一张新的事实表，等着填。各板块下面列出报告里常写的事实，写得多的在前，用得上的去掉“# ”就能填。"
    "用 --unit、--trade 说明是什么单位、做什么，板块和事实就照用语库里最相近的行当列出；像哪个单位，用 --like。"
    "有去年的报告，用 --from：照它的板块、要点列出，去年的数写在“去年”里（不印），今年的空着。",
)
@click.argument("given", metavar="[文种]", nargs=-1)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪里；默认是 文种.yaml，已经有了就加编号")
@click.option("--unit", default="", metavar="全称", help="单位的全称，写进表里，也用来找相近的行当")
@click.option(
    "--trade", default="", metavar="业务", help="主管什么，第一个写进表里，都用来找相近的行当；可以多写几个做的事，如 供水，管网改造，水质检测"
)
@click.option(
    "--like", multiple=True, metavar="报告|文件夹|单位", help="照别的单位的报告（可给几份）列板块和事实，或照用语库里的一个单位，如 临江公安分局"
)
@click.option(
    "--topics", default="", metavar="主题,主题", help="写哪几个板块，依次列出，自己起名的也行；默认是报告里常有的。主题一览用 nigao bank topics"
)
@click.option(
    "--from", "past", type=click.Path(path_type=Path, exists=True), multiple=True, metavar="去年的报告|文件夹",
    help="照去年的报告写（.docx、.txt、.md……，不论谁写的），或去年的事实表；给几年的或一个文件夹，年年写的列出，只写过一次的放在“# ”后面",
)  # fmt: skip
@click.option(
    "--bank", "banks", type=click.Path(path_type=Path, exists=True, file_okay=False), multiple=True, envvar="NIGAO_BANK", metavar="文件夹",
    help="自己的用语库，叠在自带的上面；默认用当前文件夹里的“用语库”",
)  # fmt: skip
def new(
    given: tuple[str, ...],
    output: Path | None,
    unit: str,
    trade: str,
    like: tuple[str, ...],
    topics: str,
    past: tuple[Path, ...],
    banks: tuple[Path, ...],
) -> None:
    if past and (topics or unit or trade or like):
        raise click.UsageError("--from 照去年的报告写，不和 --unit、--trade、--like、--topics 一起用")
    kind, more = _parted(given, bool(past))
    past += more
    result_form(None, output, FACTS, "yaml")
    known = shelf.bank(shelf.named_banks(banks))
    if past:
        from generator.cli.recalled import recalled

        made = recalled(past, kind or "", known)
        kind, text, told = made.kind, made.text, made.told
    elif kind is None:
        raise click.UsageError(f"给出文种，如 nigao new 年度总结；可用：{'、'.join(shelf.kinds())}。照去年的报告写用 --from")
    else:
        from generator.cli.modelled import modelled

        text, told = modelled(wanted(shelf.template(kind)), known, unit, trade, like, topics), ""
    if output == STANDARD_OUTPUT:
        click.echo(text, nl=not text.endswith("\n"))
        click.echo(f"已列出{told}" if told else "已列出", err=True)
        return
    target = _target(kind, output and completed(output, ".yaml"))
    write_new(target, encoded(text))
    click.echo(f"已写成 {target}{told}")
    click.echo(f"一问一答地填：nigao ask {target}", err=True)
    click.echo(f"在编辑器里填，要补全键名，先在同一个文件夹里 nigao schema > {SCHEMA}", err=True)


def _parted(given: tuple[str, ...], has_past: bool) -> tuple[str | None, tuple[Path, ...]]:
    """The 文种 among what was ``given``, and the reports: a shell puts all that 往年/*.docx names behind one --from. Raises ``UsageError``."""
    files = [word for word in given if Path(word).is_file() and word not in shelf.kinds()]
    kinds = [word for word in given if word not in files]
    if files and not has_past:
        raise click.UsageError(f"“{files[0]}”是文件，不是文种；照它写，前面加 --from：nigao new --from {files[0]}")
    if len(kinds) > 1:
        raise click.UsageError(f"文种只写一个，这里有 {len(kinds)} 个：{'、'.join(kinds)}")
    return (kinds[0] if kinds else None), tuple(map(Path, files))


def _target(kind: str, output: Path | None) -> Path:
    """Where to write: as told and not over anything, else a free name in the working folder."""
    if output is None:
        return next(path for path in _names(kind) if not path.exists())
    if output.is_file():
        raise fault(output, "would-overwrite", "这个文件已经有了，没有覆盖", "换一个文件名")
    return output


def _names(kind: str) -> Iterator[Path]:
    yield Path(f"{kind}.yaml")
    yield from (Path(f"{kind}-{number}.yaml") for number in count(2))

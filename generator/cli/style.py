"""``nigao style``: the looks there are, what each says, and where it departs from the standard."""

from __future__ import annotations

from collections.abc import Iterator

import click

from generator.chinese.sizes import size_name
from generator.chinese.width import columns
from generator.cli import shelf
from generator.cli.chinese import Command, Group
from generator.cli.listing import list_sound
from generator.printed import LineKind
from generator.problems import Faults, Problem, gathered
from generator.render.deviations import deviations, millimetres, rows_and_columns
from generator.render.looks import Look, Style
from generator.render.styles import ALIGNMENTS

_NAME = click.argument("name", metavar="名称|文件.yaml")


@click.group(cls=Group, help="版式：有哪些，是什么样，与标准差在哪里。自己的放在“版式”文件夹里，或写出文件名。")
def style() -> None:
    pass


@style.command(name="list", cls=Command, help="列出版式。")
def list_() -> None:
    list_sound(shelf.style_files(), lambda name: f"{name}　{shelf.style(name).name}")


@style.command(cls=Command, help="看一种版式：页面、行距、各种段落的字体字号。")
@_NAME
def show(name: str) -> None:
    for row in _shown(shelf.style(name)):
        click.echo(row)


@style.command(cls=Command, help="检查版式文件：键、数、字号、颜色，一次报完。")
@click.argument("names", nargs=-1, metavar="[名称|文件.yaml]…")
def check(names: tuple[str, ...]) -> None:
    problems: list[Problem] = []
    for name in names or tuple(shelf.style_files()):
        with gathered(problems):
            shelf.style(name)
    if problems:
        raise Faults(problems)
    click.echo("没有问题")


@style.command(name="deviations", cls=Command, help="逐条列出版式与 GB/T 9704—2012 不同的地方。")
@_NAME
def deviations_(name: str) -> None:
    found = deviations(shelf.style(name))
    for one in found:
        asked = f"标准 {one.asked}，这里 " if one.clause[0].isdigit() else ""
        click.echo(f"{one.clause}　{one.item}：{asked}{one.found}")
    click.echo(f"共 {len(found)} 处不同" if found else "与标准没有不同")


def _shown(style: Style) -> Iterator[str]:
    page = style.page
    rows, characters = rows_and_columns(style)
    sides = {"天头": page.top, "地脚": page.bottom, "订口": page.left, "切口": page.right}
    yield style.name
    yield "页面　" + "　".join(f"{side} {millimetres(length):.0f}" for side, length in sides.items()) + "（毫米）"
    yield f"行距　{style.line / 20:g} 磅，每面 {rows} 行，每行 {characters} 字"
    for kind in LineKind:
        levels = range(1, 5) if kind is LineKind.HEADING else (0,)
        for level in levels:
            yield _row(f"{kind}{level or ''}", style.look(kind, level))
    yield _row("页码", style.page_number)


def _row(name: str, look: Look) -> str:
    alignment = next(word for word, value in ALIGNMENTS.items() if value == look.align)
    said = [look.east_asian, size_name(look.size), "加粗" if look.bold else "", alignment, f"首行缩进 {look.indent:g} 字" if look.indent else ""]
    return f"{name}{' ' * (14 - columns(name))}{'　'.join(filter(None, said))}"

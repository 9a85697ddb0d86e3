"""``nigao template``: the 文种 there are, and whether their folders are sound."""

from __future__ import annotations

import click

from generator.cli import shelf
from generator.cli.chinese import Command, Group
from generator.problems import Faults, Problem


@click.group(cls=Group, help="文种：有哪些，写得对不对。")
def template() -> None:
    pass


@template.command(name="list", cls=Command, help="列出文种。")
def list_() -> None:
    for kind in shelf.kinds():
        click.echo(f"{kind}　{shelf.template(kind).doc}")


@template.command(cls=Command, help="检查文种文件夹：大纲的键、段落模板的语法和名字，一次报完。")
@click.argument("kinds", nargs=-1, metavar="[文种]…")
def check(kinds: tuple[str, ...]) -> None:
    problems: list[Problem] = []
    for kind in kinds or shelf.kinds():
        try:
            shelf.template(kind)
        except Faults as faults:
            problems.extend(faults.problems)
    if problems:
        raise Faults(problems)
    click.echo("没有问题")

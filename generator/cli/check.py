"""``nigao check``: whether a Word file is set as the standard, or the office's own look, says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import shelf
from generator.cli.cards import table
from generator.cli.chinese import Command
from generator.cli.options import width
from generator.files import read_bytes
from generator.problems import Severity

if TYPE_CHECKING:  # the list of options need not wait for what only checking loads
    from generator.check.wanted import Type, Wanted
    from generator.render.styles import Look, Style


@click.command(cls=Command, help="查 Word 稿的版式：纸张、行数、字体、层次、落款、页码，不论是用什么软件排的。")
@click.argument("word", required=False, type=click.Path(path_type=Path), metavar="[稿子.docx]")
@click.option("--layout", is_flag=True, expose_value=False, help="查版式，依据 GB/T 9704—2012；不写查什么，查的就是版式")
@click.option("--style", metavar="名称", help="按这个版式查，不按国标的字体、行距")
@click.option("--except", "without", multiple=True, metavar="规则", help="不查这条规则，可以写几次")
@click.option("--rules", is_flag=True, help="列出有哪些规则、各依据什么")
@click.pass_context
def check(ctx: click.Context, word: Path | None, style: str | None, without: tuple[str, ...], rules: bool) -> None:
    if rules:
        _list_rules()
    elif word is None:
        raise click.UsageError("给出要查的 Word 文件，如 nigao check 稿子.docx；用 --rules 看有哪些规则")
    else:
        ctx.exit(_check(word, style, without))


def _list_rules() -> None:
    from generator.check.layout import RULES

    click.echo(table(("规则", "依据", "要求"), [(rule.code, rule.basis, rule.about) for rule in RULES], width()))


def _check(path: Path, style: str | None, without: tuple[str, ...]) -> int:
    """Print what is found; the exit code, 1 where there is more than hints."""
    from generator.check.layout import check_layout
    from generator.check.wanted import STANDARD
    from generator.check.word import read_layout

    wanted = STANDARD if style is None else _wanted(shelf.style(style))
    problems = check_layout(read_layout(str(path), read_bytes(path)), wanted, without)
    for problem in problems:
        click.echo(str(problem))
    counts = Counter(problem.severity for problem in problems)
    said = "，".join(f"{severity} {counts[severity]} 处" for severity in Severity if counts[severity])
    click.echo(f"{said}。文件名后面的数是第几段，空段也算，表格里的不算。" if problems else "版式没有查出问题。")
    return int(any(severity is not Severity.HINT for severity in counts))


def _wanted(style: Style) -> Wanted:
    """What an office's own look asks for."""
    from generator.check.wanted import Margins, Wanted

    page, body = style.page, style.body
    first, second, third, fourth = (_type(look) for look in style.headings)
    return Wanted(
        width=page.width,
        height=page.height,
        margins=(Margins(page.top, page.bottom, page.left, page.right),),
        line=body.line,
        rows=(page.height - page.top - page.bottom) // body.line,
        characters=page.text_width // (body.size * 10 + body.spacing),
        title=_type(style.title),
        addressee=_type(style.addressee),
        headings=(first, second, third, fourth),
        body=_type(body),
        page_number=_type(style.page_number),
    )


def _type(look: Look) -> Type:
    from generator.check.wanted import Type

    return Type(look.east_asian, look.size, look.bold)

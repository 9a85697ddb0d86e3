"""``nigao preview``: a draft on the terminal, as pages, in several wordings, or anew at every saving."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import shelf
from generator.cli.account import account
from generator.cli.chinese import Command
from generator.cli.console import wants_colour
from generator.cli.drafting import VARIANTS, Made, Order, composed, created, drafted, takes_order
from generator.cli.explaining import alternatives, explainer
from generator.cli.looks import REFERENCE, STYLE, chosen_look
from generator.cli.variants import side_by_side
from generator.compose.account import blanks, length


@click.command(cls=Command, help="在终端里看稿子：按来源分色，空缺显眼，末尾有字数、事实和套语的账。")
@takes_order
@click.option("--why", is_flag=True, help="每句话下面写明来处：事实表第几行，哪条用语，出自哪几份报告")
@click.option("--all", "everything", is_flag=True, help="同 --why 一起用：每一处还有哪些用语合得上，哪些差一点、为什么不用")
@VARIANTS
@click.option(
    "--pages", type=click.Path(path_type=Path), is_flag=False, flag_value=Path(), metavar="[文件夹|文件.pdf]",
    help="排成真页，写成图或 PDF（要有 LibreOffice），并说明换了哪些字体；默认写在事实表旁边",
)  # fmt: skip
@STYLE
@REFERENCE
@click.option("--width", type=click.IntRange(min=20), metavar="列数", help="按多宽排；默认随终端")
@click.option("--watch", "watching", is_flag=True, help="盯着事实表，一存盘就重拟，看到哪里还在哪里；有错，错误写在稿子的位置上")
def preview(
    order: Order, why: bool, everything: bool, variants: int | None, pages: Path | None, look: str, reference: Path | None, width: int | None,
    watching: bool,
) -> None:  # fmt: skip
    if everything and not why:
        raise click.UsageError("--all 要和 --why 一起用")
    if watching and (variants or pages is not None or order.against or everything):
        raise click.UsageError("--watch 只看稿子，不能和 --variants、--pages、--against、--all 同用")
    if watching:
        _watch(order, why, width)
        return
    if variants and (why or pages is not None):
        raise click.UsageError("--variants 只并排比措辞，不能和 --why、--pages 同用")
    if variants:
        click.echo(side_by_side(drafted(order, range(order.seed, order.seed + variants))))
        return
    made = composed(order)
    given = made.facts
    if pages is not None:
        from generator.cli.pages import write_pages

        word = chosen_look(given.kind, look, reference, order.facts.parent).word(made.draft.report, created(given))
        write_pages(word, order.facts.with_name(f"{order.facts.stem}_页") if pages == Path() else pages, given.name)
        return
    import shutil

    columns = width or shutil.get_terminal_size((80, 24)).columns
    click.echo(_shown(made, why, columns), color=wants_colour())
    if everything:
        click.echo(alternatives(made))
    click.echo(account(made))


def _shown(made: Made, why: bool, columns: int) -> str:
    from generator.render.terminal import terminal_text, why_text

    report = made.draft.report
    return why_text(report, explainer(made), columns, wants_colour()) if why else terminal_text(report, columns, wants_colour())


def _watch(order: Order, why: bool, width: int | None) -> None:
    from generator.cli.watch import Drawn, watch
    from generator.cli.workshop import Shop, made_in

    shop = Shop(order.facts.parent, shelf.own_banks(order.facts, order.banks), order.seed)

    def draw(columns: int) -> Drawn:
        made = made_in(shop, order)
        empty = len(blanks(made.draft.report))
        status = f"{length(made.draft.report)} 字" + (f"　空缺 {empty} 处" if empty else "")
        return Drawn(f"{_shown(made, why, columns)}\n{account(made)}\n", status)

    watch(order.facts, draw, width)

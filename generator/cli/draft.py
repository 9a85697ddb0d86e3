"""``nigao draft``: from a facts file to Word, PDF or text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.account import account
from generator.cli.drafting import VARIANTS, Made, Order, created, drafted, takes_order
from generator.cli.looks import REFERENCE, STYLE, Look, chosen_look
from generator.cli.target import FORMS, PDF, chosen_form, file_to_write, keep_apart, split_name
from generator.cli.writing import WritingCommand
from generator.files import write_new
from generator.printable import encoded
from generator.render.formats import TEXT_FORMATS

if TYPE_CHECKING:  # where sentences come from is told where it is asked for
    from generator.render.origins import Explain


@click.command(cls=WritingCommand, help="把事实表写成稿子。默认写成 Word 文件，放在事实表旁边。")
@takes_order
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪里；默认与事实表同名；- 是打印出来")
@click.option(
    "--format", "form", type=click.Choice(FORMS), metavar="|".join(FORMS), help="稿子的格式；默认看文件名后缀，没有后缀是 docx；pdf 要有 LibreOffice"
)
@VARIANTS
@click.option("--annotate", is_flag=True, help="每句话的来处写成批注（md、text 写成注），正文不变")
@click.option("--clean", is_flag=True, help="定稿用：还有空缺或〔待核〕就不写，逐处指出")
@STYLE
@REFERENCE
@click.option("--force", is_flag=True, help="目标文件不是本工具写的、或写后又改过，也覆盖")
def draft(
    order: Order, output: Path | None, form: str | None, variants: int | None, annotate: bool, clean: bool, look: str, reference: Path | None,
    force: bool,
) -> None:  # fmt: skip
    form, output = chosen_form(form, output)
    for made in drafted(order, range(order.seed, order.seed + (variants or 1))):
        target = file_to_write(form, order.facts, output)
        if clean:
            from generator.cli.unfinished import refuse_unfinished

            refuse_unfinished(made.draft.report, made.facts.name)
        own = _of_seed(target, made.order.seed) if target is not None and variants else target
        if own is not None:
            keep_apart(own, (order.facts,), "事实表自己")
            keep_apart(own, (reference, *order.against), "参考文件或往年稿子")
        explain = _explainer(made) if annotate else None
        if form in TEXT_FORMATS or own is None:
            _write_text(made, own, form, force, explain)
        else:
            _write_pages(made, own, form, force, explain, chosen_look(made.facts.kind, look, reference, order.facts.parent))


def _explainer(made: Made) -> Explain:
    from generator.cli.explaining import explainer

    return explainer(made, Path(made.facts.name).name)


def _of_seed(target: Path, seed: int) -> Path:
    name, suffix = split_name(target)
    return target.with_name(f"{name}-种子{seed}{suffix}")


def _write_text(made: Made, target: Path | None, form: str, force: bool, explain: Explain | None) -> None:
    text = TEXT_FORMATS[form](made.draft.report, made.draft.problems, explain)
    if target is None:
        click.echo(text, nl=not text.endswith("\n"))
        click.echo(account(made), err=True)
        return
    from generator.cli.ours import is_ours, remember

    data = encoded(text)
    write_new(target, data, may_replace=is_ours, force=force)
    remember(data)
    _report_to(made, f"已写成 {target}")


def _write_pages(made: Made, target: Path, form: str, force: bool, explain: Explain | None, look: Look) -> None:
    """The draft as it prints: a Word file, or a PDF made from one."""
    from generator.render.fingerprint import made_and_untouched

    word = look.word(made.draft.report, created(made.facts), explain)
    if form == PDF:
        from generator.cli.pages import write_pdf

        write_pdf(word, target, made.facts.name, force)
    else:
        write_new(target, word, may_replace=made_and_untouched, force=force)
    look.tell(made.draft.report)
    _report_to(made, f"已写成 {target}")


def _report_to(made: Made, done: str) -> None:
    click.echo(done)
    click.echo(account(made), err=True)

"""``nigao diff``: what an edited report says otherwise than the draft, or than another version of it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.chinese import Command
from generator.cli.draft import wants_colour
from generator.cli.drafting import AGAINST, BANK, SEED, SUGGEST, Order, composed
from generator.cli.looks import STYLE
from generator.cli.reports import Given
from generator.cli.take import take
from generator.compare.telling import compared, in_brackets, in_words
from generator.compare.words import Mark
from generator.files import read_bytes
from generator.report import Report

_FILE = click.Path(path_type=Path)
_FACTS_SUFFIXES = (".yaml", ".yml")
_COLOURS = {Mark.GONE: {"fg": "red", "strikethrough": True}, Mark.COME: {"fg": "green", "bold": True}}


@click.command(
    cls=Command,
    help="比较两份稿子，逐句列出改、删、增、移；一边给事实表，就是和由它起草的稿子比。没有变化退出码是 0，有变化是 1。"
    "--take 把改稿人改过的数字、补上的空缺逐个问过，写回事实表；--format docx 另写一份花脸稿，改动都是 Word 的修订。",
)
@click.argument("old", type=_FILE, metavar="原稿或事实表")
@click.argument("new", type=_FILE, metavar="改过的稿子")
@click.option("--take", "taking", is_flag=True, help="改过的数字、补上的空缺，逐个问要不要写回事实表")
@click.option("--format", "form", type=click.Choice(["text", "docx"]), metavar="text|docx", help="docx 写成花脸稿：接受全部修订是改后，拒绝是改前")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="文件.docx", help="花脸稿写到哪里；默认放在改过的稿子旁边")
@click.option("--author", default="改稿人", metavar="姓名", help="修订记在谁名下")
@STYLE
@SEED
@BANK
@AGAINST
@SUGGEST
def diff(
    old: Path, new: Path, taking: bool, form: str | None, output: Path | None, author: str, look: str, seed: int, banks: tuple[Path, ...],
    against: tuple[Path, ...], suggest: bool,
) -> None:  # fmt: skip
    if output is not None and (form == "text" or output.suffix.lower() != ".docx"):
        raise click.UsageError("-o 写的是花脸稿，文件名要以 .docx 结尾")
    if taking and not _is_facts(old):
        raise click.UsageError("--take 写回事实表，前一个要给事实表")
    before, after = (_report(Order(path, seed, banks, against, suggest)) for path in (old, new))
    comparison = compared(before, after)
    colour = wants_colour()
    found = in_words(comparison, _painted if colour else in_brackets)
    click.echo(found or "没有变化", nl=not found, color=colour)
    if form == "docx" or output is not None:
        from generator.cli.revision import write_revision

        write_revision(before, after, new, output, author, look)
    if taking:
        take(old, comparison.facts)
    if found:
        raise click.exceptions.Exit(1)


def _is_facts(path: Path) -> bool:
    return path.suffix.lower() in _FACTS_SUFFIXES


def _report(order: Order) -> Report:
    """What the file holds; a facts file holds the draft that is made from it."""
    if _is_facts(order.facts):
        return composed(order).draft.report
    return Given(order.facts, read_bytes(order.facts)).report()


def _painted(mark: Mark, text: str) -> str:
    return click.style(text, **_COLOURS[mark]) if mark in _COLOURS else text  # type: ignore[arg-type]

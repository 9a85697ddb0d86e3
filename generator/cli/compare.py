"""``nigao diff``: what an edited report says otherwise than the draft, or than another version of it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.chinese import Command
from generator.cli.console import wants_colour
from generator.cli.drafting import AGAINST, BANK, SEED, SUGGEST, Order, composed
from generator.cli.looks import STYLE
from generator.cli.reports import Given
from generator.cli.take import take
from generator.cli.target import STANDARD_OUTPUT, WORD, completed, keep_apart, refuse_printing
from generator.compare.telling import compared, in_brackets, in_words
from generator.compare.words import Mark
from generator.report import Report

_FILE = click.Path(path_type=Path)
_FACTS_SUFFIXES = (".yaml", ".yml")
_TABLES = ("md", "json", "yaml")
"""Formats of a table of two facts files."""
_COLOURS = {Mark.GONE: {"fg": "red", "strikethrough": True}, Mark.COME: {"fg": "green", "bold": True}}


@click.command(
    cls=Command,
    help="比较两份稿子，逐句列出改、删、增、移；一边给事实表，就是和由它起草的稿子比。没有变化退出码是 0，有变化是 1。"
    "--take 把改稿人改过的数字、补上的空缺逐个问过，写回事实表；--format docx 另写一份花脸稿，改动都是 Word 的修订。"
    "两边都给事实表，列成同比的表（只给一张，和它记着的“去年”比）；加 --draft，看改了事实以后稿子里哪些跟着变了、哪些没跟着变。",
)
@click.argument("old", type=_FILE, metavar="原稿或事实表")
@click.argument("new", required=False, type=_FILE, metavar="[改过的稿子或事实表]")
@click.option("--draft", "drafting", is_flag=True, help="两边都是事实表时，比由它们起草的稿子，不列同比的表")
@click.option("--take", "taking", is_flag=True, help="改过的数字、补上的空缺，逐个问要不要写回事实表")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "docx", *_TABLES]),
    metavar="text|docx|md|json|yaml",
    help="docx 写成花脸稿：接受全部修订是改后，拒绝是改前；md、json、yaml 写同比的表，yaml 可以贴进事实表作附件",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="花脸稿或同比的表写到哪里；花脸稿默认放在改过的稿子旁边，表默认打印出来",
)
@click.option("--force", is_flag=True, help="同比的表写到哪里，那里已经有了，也覆盖")
@click.option("--author", default="改稿人", metavar="姓名", help="修订记在谁名下")
@STYLE
@SEED
@BANK
@AGAINST
@SUGGEST
def diff(
    old: Path, new: Path | None, drafting: bool, taking: bool, form: str | None, output: Path | None, force: bool, author: str, look: str, seed: int,
    banks: tuple[Path, ...], against: tuple[Path, ...], suggest: bool,
) -> None:  # fmt: skip
    if new is None:
        _one_facts(old, drafting or taking, form, output, force)
        return
    word = form == "docx" or (output is not None and output.suffix.lower() == ".docx")
    orders = tuple(Order(path, seed, banks, against, suggest) for path in (old, new))
    if _is_facts(old) and _is_facts(new) and not taking and not word:
        _two_facts(orders, drafting, form, output, force)
        return
    _check_reports(old, new, drafting, taking, form)
    if output is not None:
        word, output = True, _revision_file(output, form)
        keep_apart(output, (old, new, *against), "要比的稿子自己")
    before, after = map(_report, orders)
    comparison = compared(before, after)
    colour = wants_colour()
    found = in_words(comparison, _painted if colour else in_brackets)
    click.echo(found or "没有变化", nl=not found, color=colour)
    if word:
        from generator.cli.revision import write_revision

        write_revision(before, after, new, output, author, look)
    if taking:
        take(old, comparison.facts)
    if found:
        raise click.exceptions.Exit(1)


def _check_reports(old: Path, new: Path, drafting: bool, taking: bool, form: str | None) -> None:
    """Raises ``click.UsageError`` where something is asked of two reports that only facts files can give."""
    if drafting and not _is_facts(new):
        raise click.UsageError("--draft 比两张事实表起草的稿子，两边都要给事实表")
    if form in _TABLES:
        raise click.UsageError(f"--format {form} 写的是同比的表，两边都要给事实表")
    if taking and not _is_facts(old):
        raise click.UsageError("--take 写回事实表，前一个要给事实表")


def _revision_file(output: Path, form: str | None) -> Path:
    """The Word file that ``output`` names. Raises ``click.UsageError`` where it names none, or something else was asked for."""
    if output == STANDARD_OUTPUT:
        refuse_printing(WORD)
    named = completed(output, ".docx")
    if form == "text" or named.suffix.lower() != ".docx":
        raise click.UsageError("-o 写的是花脸稿，文件名要以 .docx 结尾")
    return named


def _one_facts(facts: Path, more: bool, form: str | None, output: Path | None, force: bool) -> None:
    """One facts file against the values of last year's that it holds."""
    from generator.cli.years import two_years

    if not _is_facts(facts) or more or form == "docx":
        raise click.UsageError("再给一份来比：nigao diff 原稿 改过的稿子；只给一张事实表的，列出和它记着的“去年”比的表")
    two_years(None, facts, form, output, force)


def _two_facts(orders: tuple[Order, ...], drafting: bool, form: str | None, output: Path | None, force: bool) -> None:
    """Two facts files: their table, or what moved in the drafts made from them."""
    from generator.cli.years import two_drafts, two_years

    old, new = orders
    if not drafting:
        two_years(old.facts, new.facts, form, output, force)
    elif form not in (None, "text") or output is not None:
        raise click.UsageError("--draft 只在终端里列；要写成文件的，去掉 --draft 写同比的表，或用 --format docx 写花脸稿")
    else:
        colour = wants_colour()
        two_drafts(old, new, _painted if colour else in_brackets, colour)


def _is_facts(path: Path) -> bool:
    return path.suffix.lower() in _FACTS_SUFFIXES


def _report(order: Order) -> Report:
    """What the file holds; a facts file holds the draft that is made from it."""
    if _is_facts(order.facts):
        return composed(order).draft.report
    return Given(order.facts).report()


def _painted(mark: Mark, text: str) -> str:
    return click.style(text, **_COLOURS[mark]) if mark in _COLOURS else text  # type: ignore[arg-type]

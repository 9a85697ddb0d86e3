"""``nigao draft`` and ``nigao preview``: from a facts file to Word, text or the terminal."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.bank.bank import Bank
from generator.cli import shelf
from generator.cli.chinese import Command
from generator.compose.account import blanks, length, shares, used
from generator.compose.draft import Draft, compose
from generator.facts.model import Facts
from generator.facts.schema import json_schema
from generator.files import Encoding, write_new
from generator.problems import Faults, Place, Problem
from generator.render.formats import TEXT_FORMATS
from generator.report import Origin, OriginKind, plain

_FACTS = click.argument("facts", type=click.Path(path_type=Path), metavar="事实表")
_SEED = click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=False, metavar="数", help="换一个数，换一种措辞；同一个数，同一份稿（默认 0）"
)
_BANK = click.option(
    "--bank", "banks", type=click.Path(path_type=Path, exists=True, file_okay=False), multiple=True, envvar="NIGAO_BANK", metavar="文件夹",
    help="自己的用语库，叠在自带的上面；默认用事实表旁边的“用语库”文件夹",
)  # fmt: skip


@click.command(cls=Command, help="把事实表写成稿子。默认写成 Word 文件，放在事实表旁边。")
@_FACTS
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪里；默认与事实表同名")
@click.option("--format", "form", type=click.Choice(["docx", *TEXT_FORMATS]), default="docx", metavar="docx|md|text|json", help="稿子的格式")
@_SEED
@_BANK
@click.option("--force", is_flag=True, help="目标文件不是本工具写的、或写后又改过，也覆盖")
def draft(facts: Path, output: Path | None, form: str, seed: int, banks: tuple[Path, ...], force: bool) -> None:
    given, made, _ = _compose(facts, seed, banks)
    target = _word_target(facts, output) if form == "docx" else output
    _keep_facts(facts, target)
    if form == "docx" and target is not None:
        _write_word(given, made, target, force)
        _report_to(made, given, f"已写成 {target}")
        return
    text = TEXT_FORMATS[form](made.report, made.problems)
    if target is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_new(target, text.encode(), force=force)
        _report_to(made, given, f"已写成 {target}")


@click.command(cls=Command, help="在终端里看稿子：按来源分色，空缺显眼，末尾有字数、事实和套语的账。")
@_FACTS
@click.option("--why", is_flag=True, help="每句话下面写明来处：事实表第几行，哪条用语，出自哪几份报告")
@_SEED
@_BANK
@click.option("--width", type=click.IntRange(min=20), metavar="列数", help="按多宽排；默认随终端")
def preview(facts: Path, why: bool, seed: int, banks: tuple[Path, ...], width: int | None) -> None:
    from generator.render.terminal import terminal_text, why_text

    given, made, bank = _compose(facts, seed, banks)
    columns = width or shutil.get_terminal_size((80, 24)).columns
    colour = _wants_colour()
    if why:
        click.echo(why_text(made.report, _explainer(given, bank), columns, colour), color=colour)
    else:
        click.echo(terminal_text(made.report, columns, colour), color=colour)
    click.echo(_account(made, given))


@click.command(cls=Command, help="打印事实表的 JSON Schema，编辑器据此补全和检查键名。")
def schema() -> None:
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _compose(path: Path, seed: int, banks: tuple[Path, ...]) -> tuple[Facts, Draft, Bank]:
    given, encoding = shelf.facts(path)
    if encoding is not Encoding.UTF8:
        click.echo(f"{path} 按 {encoding} 读入", err=True)
    bank = shelf.bank(shelf.own_banks(path, banks))
    return given, compose(given, shelf.template(given.kind), bank, seed=seed), bank


def _word_target(facts: Path, output: Path | None) -> Path:
    """Where the Word file goes; Word and WPS open it by its suffix, so one that is missing is added."""
    target = output or facts.with_suffix(".docx")
    return target if target.suffix.lower() == ".docx" or target.is_dir() else target.with_name(f"{target.name}.docx")


def _keep_facts(facts: Path, target: Path | None) -> None:
    """Refuse to write the draft over the facts it is made from, whatever was forced."""
    if target is not None and target.exists() and target.samefile(facts):
        raise Faults([Problem(Place(str(target)), "over-facts", "这是事实表自己，不能写成稿子", "换一个文件名")])


def _write_word(given: Facts, made: Draft, target: Path, force: bool) -> None:
    from generator.render.seal import made_and_untouched
    from generator.render.word import docx_bytes

    style = shelf.style(shelf.template(given.kind).style)
    data = docx_bytes(made.report, style, created=_created(given))
    write_new(target, data, may_replace=made_and_untouched, force=force)


def _created(given: Facts) -> datetime:
    """The date the report bears, so that the same facts give the same bytes; the epoch of zip files where it bears none."""
    numbers = [int(n) for n in re.findall(r"\d+", plain(given.date))]
    year, month, day = numbers if len(numbers) == 3 else (1980, 1, 1)
    return datetime(year, month, day, tzinfo=UTC)


def _report_to(made: Draft, given: Facts, done: str) -> None:
    click.echo(done)
    click.echo(_account(made, given), err=True)


def _account(made: Draft, given: Facts) -> str:
    """Characters and share of formula per section, facts used, blanks with their lines, other problems."""
    count, missing = used(made.report, given)
    out = [f"全文 {length(made.report)} 字" + (f"（要求 {given.length} 字）" if given.length else "")]
    out += [f"  {s.title}　{s.characters} 字，套语占 {s.share:.0%}" for s in shares(made.report)]
    out.append(f"事实和自写的话 {count + len(missing)} 处，用上 {count} 处")
    empty = blanks(made.report)
    if empty:
        out.append(f"空缺 {len(empty)} 处：")
        out += [f"  第 {origin.line} 行 {origin.path}" if origin.line else f"  {origin.path}：没有给" for origin in empty]
    out += [str(p) for p in made.problems if p.code != "blank"]
    return "\n".join(out)


def _explainer(given: Facts, bank: Bank) -> Callable[[Origin], str]:
    sources: dict[str, str] = {f.path: f.source for p in given.practices for i in p.items for f in i.facts if f.source}

    def explain(origin: Origin) -> str:
        if origin.kind is OriginKind.PHRASE:
            phrase = bank.phrases[origin.phrase]
            seen = "、".join(sorted({e.report for e in phrase.evidence})) or f"{phrase.layer}用语"
            return f"{phrase.text}〔{seen}〕"
        source = sources.get(origin.path)
        return f"来源：{source}" if source else ""

    return explain


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")

"""``nigao bank`` add, lint: writing one's own bank, and keeping it sound."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.bank.files import Entry, load_phrases
from generator.bank.ledger import key_of
from generator.bank.phrase import SLOT, Kind, Layer, Phrase, Status
from generator.bank.stored import entry_row
from generator.chinese.months import Month
from generator.cli import shelf
from generator.cli.append import append_row
from generator.cli.cards import card
from generator.cli.chinese import Command
from generator.cli.locks import locked
from generator.cli.options import BANKS, FOLDER
from generator.cli.target import completed
from generator.cli.writing import WritingCommand
from generator.problems import Faults, Problem, Severity, fault
from generator.report import Move

if TYPE_CHECKING:
    from generator.bank.lint import Knowledge


@click.command(cls=WritingCommand, help="往自己的用语库里添一句：数字、文件、单位换成槽，类、性质、主题、语步、限由工具提出，写在文件末尾。")
@click.argument("sentence", metavar="整句或分句")
@click.option("--topic", default="", metavar="主题", help="属于哪个主题；默认由工具看")
@click.option("--move", type=click.Choice([str(m) for m in Move]), metavar="|".join(Move), help="什么语步；默认由工具看")
@click.option("--kind", type=click.Choice([str(k) for k in Kind]), metavar="|".join(Kind), help="哪一类；默认由工具看")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=Path(shelf.USER_BANK) / "我的.yaml", metavar="文件",
    help="添到哪个文件（默认 用语库/我的.yaml）",
)  # fmt: skip
@click.option("--beside", multiple=True, metavar="做的事", help="跟在怎样的事旁边，如 走访困难职工12户；伴和事类由此提出，可以给几件")
@BANKS
def add(sentence: str, topic: str, move: str | None, kind: str | None, output: Path, beside: tuple[str, ...], banks: tuple[Path, ...]) -> None:
    from generator.mining.propose import propose

    output = completed(output, ".yaml")
    _check_target(output)
    folders = tuple(dict.fromkeys((*shelf.named_banks(banks), *([output.parent] if output.parent.is_dir() else []))))
    topics = shelf.topics(folders)
    shelf.check_topic(topic, [t.name for t in topics])
    p = propose(
        sentence, topics, shelf.formulations(), topic, Move(move) if move else None, Kind(kind) if kind else None,
        beside=beside, tables=shelf.tables(folders), counts=shelf.words(folders),
    )  # fmt: skip
    if not key_of(p.text):
        raise click.UsageError("这里没有可以添的文字")
    with locked(output):
        _not_twice(p, [entry for layer in shelf.layers_of(folders) for entry in layer])
        append_row(output, entry_row(p), lambda source: load_phrases(source, Layer.USER))
    click.echo(card(p))
    click.echo(f"已添在 {output} 末尾，提得不对就在那里改。")


def _check_target(output: Path) -> None:
    """A bank is read from its .yaml files, and a folder that is named must be there."""
    if output.suffix.lower() != ".yaml":
        raise fault(output, "not-yaml", "用语库只认 .yaml 文件", f"写成 {output.with_suffix('.yaml')}")
    if not output.parent.is_dir() and output.parent != Path(shelf.USER_BANK):
        raise fault(output, "no-folder", f"没有“{output.parent}”这个文件夹", "先建好文件夹，或换一个地方")


def _not_twice(p: Phrase, entries: list[Entry]) -> None:
    found = [e.place for e in entries if e.phrase.kind is p.kind and key_of(e.phrase.text) == key_of(p.text)]
    if found:
        raise Faults([Problem(place, "duplicate", f"“{p.text}”已经有了", "就用这一条，或在那里改") for place in found])


@click.command(
    cls=Command, help="检查用语库：重复、填不了的槽、时效、记作套语的事实、引号、主题、限、事类、情形。默认查当前文件夹里的“用语库”，没有就查自带的。"
)
@click.argument("folder", required=False, type=FOLDER, metavar="[文件夹]")
@click.option("--as-of", "as_of", metavar="年-月", help="按哪年哪月看过没过时，如 2026-11；默认今天")
def lint(folder: Path | None, as_of: str | None) -> None:
    from generator.bank.lint import lint as problems_of
    from generator.bank.lint_situations import lint_situations

    folders = (folder,) if folder else shelf.named_banks(())
    own = [entry for layer in shelf.layers_of(folders, shipped=False) for entry in layer]
    beside = [entry for layer in shelf.layers_of() for entry in layer]
    if not folders:
        own, beside = beside, []
    elif any(e.phrase.layer is Layer.CURATED for e in own):  # a whole bank, not one to lie on top of the shipped one
        beside = []
    found = problems_of(own, knowledge(_month(as_of), folders), beside)
    tied = {name for e in (*own, *beside) if e.phrase.status is not Status.REJECTED for name in e.phrase.situations}
    _tell([*found, *lint_situations(shelf.situations(folders), shelf.bank(folders).reader, tied)], len(own))


def knowledge(today: Month, folders: tuple[Path, ...] = ()) -> Knowledge:
    """What the entries of ``folders`` are held against: the shipped tables with the user's own on top."""
    from generator.bank.formulations import contained
    from generator.bank.lint import Knowledge
    from generator.fit.licence import particulars
    from generator.mining.claims import sure_claim

    formulations, tables = shelf.formulations(), shelf.tables(folders)
    reader = tables.reader(dict.fromkeys(tables.common.words, 1) | shelf.words(folders))

    def own_words(p: Phrase) -> list[str]:
        said = SLOT.sub("，", p.text)
        for wording in contained(said, formulations):
            said = said.replace(wording.text.strip("“”"), "，")
        return [word for group in particulars(said, reader, tables.common) for word in group]

    return Knowledge(
        frozenset(t.name for t in shelf.topics(folders)),
        formulations,
        lambda p: sure_claim(p, formulations, tables.common.names),
        today,
        frozenset(tables.acts.members),
        own_words,
        frozenset(tables.situations.by_name),
    )


def _tell(problems: list[Problem], count: int) -> None:
    for problem in problems:
        click.echo(str(problem))
    hints = sum(p.severity is Severity.HINT for p in problems)
    found = len(problems) - hints
    if not count:
        click.echo("这里没有用语")
        return
    click.echo(f"查了 {count} 条，" + (f"{found} 处要改" if found else "没有问题") + (f"，{hints} 处提示" if hints else ""))
    if found:
        raise click.exceptions.Exit(1)


def _month(written: str | None) -> Month:
    if written is None:
        today = date.today()
        return today.year, today.month
    match = re.fullmatch(r"(\d{4})-(0?[1-9]|1[0-2])", written)
    if match is None:
        raise click.BadParameter(f"“{written}”不是年月，形如 2026-11", param_hint="--as-of")
    return int(match[1]), int(match[2])

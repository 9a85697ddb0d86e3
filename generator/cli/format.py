"""``nigao format``: reports of anyone's set anew in a look, their text, tables, pictures and notes as they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from msgspec import Struct

from generator.cli.convert import as_word
from generator.cli.looks import REFERENCE, Look, look_named
from generator.cli.ours import is_ours, remember
from generator.cli.progress import tracked
from generator.cli.reports import SUFFIXES, is_package, report_files, tell_passed_over, words_of
from generator.cli.target import WORD, is_typed, keep_apart, refuse_printing, split_name, with_suffix
from generator.cli.writing import WritingCommand
from generator.files import make_folder, read_bytes, write_new
from generator.limits import CHARACTERS, PARAGRAPHS
from generator.problems import Faults, Problem, fault
from generator.typeset.changes import Decision
from generator.typeset.deeds import Account
from generator.typeset.marked import word_of_markdown
from generator.typeset.plain import word_of_text
from generator.typeset.suit import Suit
from generator.typeset.telling import told
from generator.typeset.typeset import Typeset, typeset

_STANDARD = "gbt9704"
_SUFFIX = ".docx"
_BY_OFFICE = (".doc", ".wps", ".odt", ".rtf")
_TEXTS = {".txt": word_of_text, ".md": word_of_markdown}
_SET = (*SUFFIXES, ".md", ".rtf")
"""Suffixes of what is set where a folder is given."""


@click.command(
    cls=WritingCommand,
    help="一键排版：把任何稿子（.docx、.txt、.md；装了 LibreOffice，.doc、.wps、.odt 也行）照公文版式重排，文字、表格、图、脚注不动。"
    "列出改了什么、什么没有动、还有什么要人改。几份稿子，-o 写文件夹；有没排成的，退出码是 1。",
)
@click.argument("given", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="稿子…")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="文件.docx|文件夹", help="写到哪里；几份稿子写文件夹")
@click.option("--changes", type=click.Choice([str(each) for each in Decision]), metavar="accept|reject", help="修订全部接受或拒绝；不写就不排")
@click.option("--style", "look", default=_STANDARD, metavar="名称|文件.yaml", help="排成哪种版式（nigao style list）；默认 gbt9704，即国标")
@REFERENCE
@click.option("--force", is_flag=True, help="目标文件不是本工具写的、或写后又改过，也覆盖")
@click.pass_context
def format_(
    ctx: click.Context, given: tuple[Path, ...], output: Path, changes: str | None, look: str, reference: Path | None, force: bool
) -> None:  # fmt: skip
    paths = _paths(given, output)
    targets = _targets(given, paths, output)
    setter = _Setter(_suit(look_named(look, reference)), Decision(changes) if changes else None, force, (*paths, *filter(None, [reference])))
    if targets[0].parent == output:
        make_folder(output)
    if len(paths) == 1:
        made = setter.write(paths[0], targets[0])
        click.echo(f"已写成 {targets[0]}")
        for row in told(made, str(targets[0])):
            click.echo(row, err=True)
        return
    ctx.exit(_many(paths, targets, setter))


def _suit(found: Look) -> Suit:
    if found.reference is None:
        return Suit.of(found.style)
    from generator.typeset.borrowed import borrowed

    return borrowed(found.reference, found.style)


def _paths(given: Sequence[Path], output: Path) -> list[Path]:
    """The files to set: those given, and the reports in the folders given, but for what was set before and lies in the folder ``output`` within."""
    folders = [path for path in given if path.is_dir()]
    inside = [path for folder in folders for path in report_files([folder], _SET) if path.stem.lower() != "readme" and output not in path.parents]
    tell_passed_over(folders, _SET)
    paths = [*(path for path in given if not path.is_dir()), *inside]
    if not paths:
        raise fault(given[0], "no-reports", "这里没有稿子（.docx、.txt、.doc、.wps、.odt）", "给出稿子，或装着稿子的文件夹")
    return paths


def _targets(given: Sequence[Path], paths: Sequence[Path], output: Path) -> list[Path]:
    """Where each of ``paths`` is written: in the folder ``output`` where that is one, or several are given."""
    suffix = output.suffix.lower()
    if output == Path("-"):
        refuse_printing(WORD)
    if len(paths) == 1 and not given[0].is_dir() and not output.is_dir():
        if suffix != _SUFFIX and is_typed(output):
            raise click.UsageError(f"排好的稿子是 Word 文件，不会写 {suffix}；-o 写 {output.stem}{_SUFFIX}")
        return [with_suffix(output, _SUFFIX)]
    if suffix == _SUFFIX and not output.is_dir():
        raise click.UsageError("有几份稿子，-o 要写文件夹")
    return [output / f"{split_name(path)[0]}{_SUFFIX}" for path in paths]


class _Setter(Struct, frozen=True):
    """Sets files in ``suit``, pending changes settled as decided."""

    suit: Suit
    decision: Decision | None
    force: bool
    given: Sequence[Path]
    """The files that are read: none is written over."""

    def write(self, path: Path, target: Path) -> Typeset:
        """Set the file at ``path`` and write it to ``target``. Raises ``Faults`` where either cannot be, and where that is the file itself."""
        keep_apart(target, self.given, "要排的稿子或参考文件自己")
        account = Account(str(path))
        made = typeset(str(path), self._word(path, account), self.suit, self.decision, account)
        write_new(target, made.data, may_replace=is_ours, force=self.force)
        remember(made.data)
        return made

    def _word(self, path: Path, account: Account) -> bytes:
        suffix = path.suffix.lower()
        if suffix == ".pdf":
            raise fault(path, "not-set", "PDF 是排好的页，不能重排", "用 Word 打开另存为 .docx，或从原稿排")
        data = read_bytes(path)
        if suffix in _TEXTS and not is_package(data):
            text = words_of(path)
            if len(text) > CHARACTERS or text.count("\n") > PARAGRAPHS:
                raise fault(path, "too-big", "这份稿子太长，没有排", "分成几份，各排各的")
            return _TEXTS[suffix](text, self.suit.style, datetime.fromtimestamp(path.stat().st_mtime, UTC), account)
        return as_word(path) if suffix in _BY_OFFICE and (suffix == ".odt" or not is_package(data)) else data


def _many(paths: Sequence[Path], targets: Sequence[Path], setter: _Setter) -> int:
    """Set one file after the other; one that cannot be stops no other. The exit code."""
    unset: list[Problem] = []
    for path, target, first in tracked(list(_first(paths, targets)), "排版"):
        try:
            if first != path:
                raise fault(path, "same-name", f"和 {first} 会写成同一个文件", "改其中一个的文件名")
            made = setter.write(path, target)
            click.echo(f"已写成 {target}：版式问题排以前 {len(made.before)} 处，排以后 {len(made.after)} 处")
        except Faults as faults:
            unset.extend(faults.problems)
    for problem in unset:
        click.echo(str(problem), err=True)
    if unset:
        click.echo(f"有 {len({problem.place.path for problem in unset})} 份没有排，其余的排好了。", err=True)
    return int(bool(unset))


def _first(paths: Sequence[Path], targets: Sequence[Path]) -> Iterator[tuple[Path, Path, Path]]:
    """Each file with its target, and the first file that would be written there."""
    firsts: dict[str, Path] = {}
    for path, target in zip(paths, targets, strict=True):
        yield path, target, firsts.setdefault(str(target).casefold(), path)

"""``nigao ask --mend``: notes that lack a word or stand the wrong way round, each with what might be written for it, written into the facts file
where the clerk says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.cli import shelf
from generator.cli.answers import LEAVE, Answers, terminal
from generator.cli.written import Written
from generator.compose.lame import Lame, lame_notes
from generator.facts.reread import Read, Refused
from generator.facts.reword import Rewording, reworded
from generator.problems import Source

_TAKEN, _OWN = "yY是写", "eE改"


def mended(path: Path, read: Read) -> None:
    """Asks of every lame note of the file at ``path`` what is to be written for it, then writes it all at once. Raises ``Faults`` where the file has
    faults."""
    file = Written.read(path)
    source = Source(str(path), file.text)
    found = list(lame_notes(read(source).facts, shelf.completions()))
    if not found:
        click.echo("没有缺字的句子")
        return
    with terminal(keywise=True):
        chosen = list(_chosen(found, Answers()))
    text, done = _reworded(source, chosen, read)
    if text != file.text:
        file.rewritten(text)
    click.echo(f"改了 {done} 句，已存进 {path}" if done else "没有改动")


def _chosen(found: Sequence[Lame], answers: Answers) -> Iterator[Rewording]:
    for n, lame in enumerate(found, 1):
        click.echo(f"第 {lame.place.line} 行（{n}/{len(found)}）\n  {lame.text}\n→ {lame.proposed}")
        if answers.live:
            click.echo("  写进事实表？　y 写　e 自己改　其他键 不动　q 停")
        key, behind = answers.key()
        if key == LEAVE:
            return
        own = (behind or answers.line("改成", lame.proposed) or "") if key and key in _OWN else ""
        if own or (key and key in _TAKEN):
            yield Rewording(lame.place, lame.text, own or lame.proposed)


def _reworded(source: Source, chosen: Sequence[Rewording], read: Read) -> tuple[str, int]:
    """The text with what was chosen, the last place first so that the others stay where they are; and how much of it could be done."""
    done = 0
    for rewording in sorted(chosen, key=lambda r: r.place, reverse=True):
        text = reworded(source, rewording, read)
        if isinstance(text, Refused):
            click.echo(f"第 {rewording.place.line} 行：{text.why}", err=True)
        else:
            source, done = Source(source.name, text), done + 1
    return source.text, done

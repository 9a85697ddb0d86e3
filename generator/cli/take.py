"""``nigao diff --take``: figures that the edited report has otherwise, and blanks it fills, asked one by one and written back into the facts file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct

from generator.cli.answers import LEAVE, Answers, terminal
from generator.cli.wanted import asker
from generator.cli.written import Written
from generator.compare.kept import Fact, Fate
from generator.compare.words import FIGURE, Mark, cut_figures
from generator.facts.amend import Amendment, amended
from generator.facts.reread import Read, Refused
from generator.problems import Place, Source
from generator.report import Blank

_TAKEN = "yY是写"
_HEDGED = re.compile(rf"(?:约|近|超过?)?{FIGURE}[余多]?")


class Proposal(Struct, frozen=True):
    """A change of the facts file, and the fact it belongs to as it read before and reads now."""

    amendment: Amendment
    fact: Fact
    before: str
    after: str


def take(facts: Path, found: Sequence[Fact]) -> None:
    """Asks of every figure and blank of ``found`` whether it is to be written into ``facts``, then writes those that are, all at once."""
    for fact in found:
        for figure in cut_figures(_words(fact, Mark.GONE)):
            click.echo(f"第 {fact.origin.line} 行：“{figure}”中间有空格，看不出是几，没有写回：先改稿子", err=True)
    offered = [proposal for fact in found for proposal in proposals(fact, str(facts))]
    if not offered:
        click.echo("没有可以写回事实表的数字")
        return
    with terminal(keywise=True):
        chosen = list(_chosen(offered, Answers()))
    file = Written.read(facts)
    text, done = _amended(Source(str(facts), file.text), chosen, asker(facts).read)
    if text != file.text:
        file.rewritten(text)
    click.echo(f"写回 {done} 处，已存进 {facts}" if done else "没有写回什么")


def proposals(fact: Fact, name: str) -> Iterator[Proposal]:
    """The figures and blanks of ``fact`` that stand otherwise now, each as a change of the file ``name``."""
    if fact.fate not in (Fate.ALTERED, Fate.FILLED, Fate.SHORTENED):
        return
    before, after = _words(fact, Mark.COME), _words(fact, Mark.GONE)
    at = 0
    for n, piece in enumerate(fact.became):
        follows = fact.became[n + 1] if n + 1 < len(fact.became) else piece
        if piece.mark is Mark.GONE and follows.mark is Mark.COME and (change := _change(fact, at, piece.text, follows.text, name)):
            yield Proposal(change, fact, before, after)
        at += len(piece.text) if piece.mark is not Mark.COME else 0


def _words(fact: Fact, without: Mark) -> str:
    """The words of ``fact`` before they were edited, or as they are now: ``without`` what came, or what went."""
    return "".join(p.text for p in fact.became if p.mark is not without).strip("，。；")


def _change(fact: Fact, at: int, gone: str, come: str, name: str) -> Amendment | None:
    """The change of the value that the characters ``gone``, at that offset of the fact's words, come from; None where they, or what came, are no
    figure."""
    if cut_figures(come):
        return None
    start = 0
    blanks: dict[Place, int] = {}
    for inline in fact.owed:
        place = Place(name, inline.origin.line, inline.origin.column) if inline.origin else Place(name)
        if start <= at < start + len(inline.text):
            if isinstance(inline, Blank):
                return Amendment(place, "", come, blanks.get(place, 0))
            return Amendment(place, gone, come) if re.fullmatch(FIGURE, gone) and _HEDGED.fullmatch(come) else None
        blanks[place] = blanks.get(place, 0) + isinstance(inline, Blank)
        start += len(inline.text)
    return None


def _chosen(offered: Sequence[Proposal], answers: Answers) -> Iterator[Proposal]:
    for proposal in offered:
        click.echo(
            f"第 {proposal.fact.origin.line} 行 {proposal.fact.origin.path}\n  {proposal.before.strip('，。；')}\n→ {proposal.after.strip('，。；')}"
        )
        if answers.live:
            click.echo("  写回事实表？　y 写　其他键 不写　q 停")
        key, _ = answers.key()
        if key == LEAVE:
            return
        if key and key in _TAKEN:
            yield proposal


def _amended(source: Source, chosen: Sequence[Proposal], read: Read) -> tuple[str, int]:
    """The text with what was chosen, the last place first so that the others stay where they are; and how much of it could be done."""
    done = 0
    for proposal in sorted(chosen, key=lambda p: (p.amendment.place, p.amendment.order), reverse=True):
        text = amended(source, proposal.amendment, read)
        if isinstance(text, Refused):
            click.echo(f"第 {proposal.amendment.place.line} 行：{text.why}", err=True)
        else:
            source, done = Source(source.name, text), done + 1
    return source.text, done

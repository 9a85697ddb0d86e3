"""``nigao bank`` topics, acts, things, common: the reviewed tables, and what past reports propose to add to them.

A proposal is printed in the table's own YAML, for a person to mend and add to the table beside his bank; nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.bank.phrase import SLOT
from generator.cli import reports, shelf
from generator.cli.chinese import Command
from generator.cli.options import BANKS
from generator.cli.progress import doing
from generator.fit.classes import LIGHT, Classes
from generator.yamlfile import dump_rows, scalar

if TYPE_CHECKING:
    from generator.mining.evidence import Evidence
    from generator.mining.proposing.classes import Placed
    from generator.mining.proposing.commons import Aimed
    from generator.mining.proposing.company import Words
    from generator.mining.proposing.topics import Proposal
    from generator.mining.tokens import Tagger

_FROM = click.option("--from", "corpus", multiple=True, type=click.Path(path_type=Path, exists=True), metavar="语料", help="从这些报告里提议")
_ADD = "挑中的行抄进 用语库/{0} 就生效。"
_NOTHING = {
    "主题": "没有可提议的：小标题都属于现有的主题，或者没有哪个说法在几份报告里都有。",
    "事类": "没有可提议的：各单位都用的动词都已在表里。",
    "物类": "没有可提议的：各单位都数到的人和物都已在表里。",
    "常用": "没有可提议的：目的句里散得开的词都已在表里；报告太少、都是一个行当，也看不出哪个词不分行当。",
}
_COMPANY = {"量": "都数", "物": "都说到", "事": "都有", "旨": "目的里都有"}
"""How company in common is told."""


@click.command(
    cls=Command,
    help=f"列出主题和各自有多少条可用的用语。加 --from，从报告的小标题里提议现有主题之外的主题，{_ADD.format('主题.yaml')}",
)
@_FROM
@BANKS
def topics(corpus: tuple[Path, ...], banks: tuple[Path, ...]) -> None:
    own = shelf.named_banks(banks)
    if not corpus:
        found = shelf.bank(own)
        counts = found.topic_counts()
        for name in found.topic_names():
            click.echo(f"{name}　{counts.get(name, 0)} 条")
        return

    def proposed(evidence: Evidence) -> str:
        from generator.mining.proposing.topics import proposals
        from generator.mining.tokens import tagger

        made = proposals(evidence, shelf.topics(own), shelf.tables(own).common.words, tagger(frozenset()))
        return dump_rows({"主题": p.name, "词": list(p.words), "备注": _headed(p)} for p in made)

    _propose(corpus, "主题", proposed)


def _headed(p: Proposal) -> str:
    return f"{p.support} 份报告的小标题里有，如" + "".join(f"“{heading}”" for heading in p.headings)


@click.command(
    cls=Command,
    help="列出事类和各自有多少个词。加 --from，从报告里提议：好些单位拿来领起一件事、表里没有的动词，归进说法最像的一类"
    f"（量词、对象、后面的目的），都不像的自成一类；{_ADD.format('事类.yaml')}",
)
@_FROM
@BANKS
def acts(corpus: tuple[Path, ...], banks: tuple[Path, ...]) -> None:
    own = shelf.named_banks(banks)
    tables = shelf.tables(own)
    if not corpus:
        _list(tables.acts)
        return

    def proposed(evidence: Evidence) -> str:
        from generator.mining.proposing.company import verbs_of
        from generator.mining.tokens import tagger

        bank = shelf.bank(own)
        tag = tagger(frozenset(), tables.acts.words())
        light = tables.acts.members.get(LIGHT, ())
        known = {*light, *tables.common.words}
        return _classed(
            "事类", tables.acts, evidence, verbs_of(tag, light), tag, own, lambda word: word in known or bool(bank.reader.gist(word).acts)
        )

    _propose(corpus, "事类", proposed)


@click.command(
    cls=Command,
    help="列出物类和各自有多少个词。加 --from，从报告里提议：好些单位数到、表里没有的人和物，归进说法最像的一类"
    f"（量词、做的事、后面的目的），都不像的自成一类；{_ADD.format('物类.yaml')}",
)
@_FROM
@BANKS
def things(corpus: tuple[Path, ...], banks: tuple[Path, ...]) -> None:
    own = shelf.named_banks(banks)
    tables = shelf.tables(own)
    if not corpus:
        _list(tables.things)
        return

    def proposed(evidence: Evidence) -> str:
        from generator.mining.proposing.company import nouns_of
        from generator.mining.tokens import tagger

        reader = shelf.bank(own).reader
        tag = tagger(frozenset())
        words = nouns_of(tag, lambda text: reader.gist(text).acts)
        known = tables.common.words | tables.acts.words()
        return _classed("物类", tables.things, evidence, words, tag, own, lambda word: word in known or bool(reader.things_of(word)))

    _propose(corpus, "物类", proposed)


@click.command(
    cls=Command,
    help="列出常用词有多少。加 --from，从报告里提议：许多不同行当的单位、跟在许多不同的事后面的目的里都用的词，看散得多开，不看次数；"
    f"{_ADD.format('常用.yaml')}",
)
@_FROM
@BANKS
def common(corpus: tuple[Path, ...], banks: tuple[Path, ...]) -> None:
    own = shelf.named_banks(banks)
    tables = shelf.tables(own)
    if not corpus:
        click.echo(f"词　{len(tables.common.words)} 个\n引　{len(tables.common.names)} 个")
        return

    def proposed(evidence: Evidence) -> str:
        from generator.mining.proposing.commons import commons
        from generator.mining.proposing.share import spread
        from generator.mining.tokens import tagger

        reader = shelf.bank(own).reader
        known = tables.common.words | tables.common.names | tables.acts.words() | tables.things.words()
        tag = tagger(tables.common.words | tables.common.names)
        found = commons(evidence, known, spread(evidence), tag, lambda text: reader.gist(text).acts)
        return "".join(_common_row(key, [a for a in found if a.quoted is quoted]) for key, quoted in (("词", False), ("引", True)))

    _propose(corpus, "常用", proposed)


def _list(table: Classes) -> None:
    for name, words in table.members.items():
        click.echo(f"{name}　{len(words)} 个词")


def _propose(corpus: Sequence[Path], name: str, proposed: Callable[[Evidence], str]) -> None:
    """Print what ``proposed`` makes of the reports; say so where that is nothing, and which could not be read."""
    with reports.tolerant() as unread:
        from generator.mining.distil import gather
        from generator.mining.evidence import merge

        read = reports.each(reports.given(corpus, unread), "读报告", lambda given: gather(given.report()), unread)
        reports.require(read, unread)
        with doing(f"找{name}"):
            text = proposed(merge(*(part for _, part in read)))
        if not text:
            click.echo(_NOTHING[name], err=True)
        click.echo(text, nl=False)


def _classed(key: str, table: Classes, evidence: Evidence, words: Words, tag: Tagger, own: tuple[Path, ...], known: Callable[[str], bool]) -> str:
    """The proposal for a table of classes: what the bank's claims say of company is known too."""
    from generator.mining.proposing.classes import Companies, placed
    from generator.mining.proposing.company import used, well_known
    from generator.mining.proposing.share import wide
    from generator.mining.proposing.statements import claimed, statements

    companies = Companies(well_known(used((*claimed(shelf.bank(own)), *statements(evidence)), words, tag)), table)
    homes: dict[str, list[Placed]] = {}
    for p in placed(companies, wide(evidence), known):
        homes.setdefault(p.home, []).append(p)
    order = sorted(homes, key=lambda name: (name not in table.members, list(homes).index(name)))
    return "".join(_rows(key, name, {p.word: _placed_note(p, table) for p in homes[name]}, name not in table.members) for name in order)


def _rows(key: str, name: str, words: Mapping[str, str], is_new: bool = False) -> str:
    """One class as block YAML, a word a line with what is to be said of it behind it."""
    note = "  # 新的一类" if is_new else ""
    return f"- {key}: {scalar(name)}{note}\n  词:\n{_lines(words)}"


def _lines(words: Mapping[str, str]) -> str:
    return "".join(f"    - {scalar(word)}  # {note}\n" for word, note in words.items())


def _placed_note(p: Placed, table: Classes) -> str:
    from generator.mining.proposing.classes import told

    said = "、".join(f"{_COMPANY[kind]}“{word}”" for kind, word in told(p.common))
    like = f"和这一类{said}" if said and p.home in table.members else ""
    others = f"也像 {'、'.join(p.others)}" if p.others else ""
    return "；".join(filter(None, (_often(p.used.count, len(p.used.offices), p.used.example), like, others)))


def _often(count: int, offices: int, example: str) -> str:
    return f"{count} 处、{offices} 个单位，如“{SLOT.sub('…', example)}”"


def _common_row(key: str, found: Iterable[Aimed]) -> str:
    words = {a.word: _spread_note(a) for a in found}
    return f"- {key}:\n{_lines(words)}" if words else ""


def _spread_note(a: Aimed) -> str:
    acts = f"、{len(a.acts)} 类事" if a.acts else ""
    return f"{a.offices.total()} 处，散在 {len(a.offices)} 个单位{acts}，如“{SLOT.sub('…', a.example)}”"

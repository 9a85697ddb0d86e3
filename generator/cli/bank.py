"""``nigao bank``: mine a corpus, look into the bank."""

from __future__ import annotations

import click

from generator.bank.phrase import Phrase
from generator.cli import shelf
from generator.cli.chinese import Command, Group
from generator.problems import Faults, Place, Problem


@click.group(cls=Group, help="用语库：从语料里挖，按主题看，追出处。")
def bank() -> None:
    pass


@bank.command(cls=Command, help="列出主题和各自有多少条可用的用语。")
def topics() -> None:
    shipped = shelf.bank()
    for topic in shipped.topics:
        count = sum(p.topic == topic.name for p in shipped.phrases.values())
        click.echo(f"{topic.name}　{count} 条")


@bank.command(cls=Command, help="看一条用语的全部来历。")
@click.argument("name", metavar="编号")
def show(name: str) -> None:
    phrase = shelf.bank().phrases.get(name)
    if phrase is None:
        raise Faults([Problem(Place(name), "unknown-phrase", "用语库里没有这个编号", "编号见 nigao preview --why")])
    click.echo("\n".join(f"{key}：{value}" for key, value in _card(phrase) if value))


def _card(p: Phrase) -> list[tuple[str, str]]:
    return [
        ("说法", p.text),
        ("编号", p.id),
        ("类", f"{p.kind}，{p.nature}" + (f"（{p.reason}）" if p.reason else "")),
        ("主题", p.topic),
        ("语步", str(p.move or "")),
        ("须有", "、".join(p.needs)),
        ("支持", f"{p.support} 份报告，{p.count} 次" if p.support else ""),
        ("出处", "、".join(f"{e.report} 第 {e.line} 行" for e in p.evidence)),
        ("时效", f"{_month(p.since)}—{_month(p.until)}" if p.since or p.until else ""),
        ("状态", f"{p.status}，{p.layer}层"),
    ]


def _month(month: tuple[int, int] | None) -> str:
    return f"{month[0]}年{month[1]}月" if month else ""

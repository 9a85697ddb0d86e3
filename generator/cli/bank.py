"""``nigao bank``: mine a corpus, look into the bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.bank.files import store_phrases
from generator.bank.formulations import load_formulations
from generator.bank.phrase import Month, Phrase
from generator.bank.topics import load_topics
from generator.cli import shelf
from generator.cli.chinese import Command, Group
from generator.files import make_folder, read_bytes, read_text, resource_dir, write_new
from generator.problems import Faults, Place, Problem
from generator.report import Report

_REPORTS = (".txt", ".docx")


@click.group(cls=Group, help="用语库：从语料里挖，按主题看，追出处。")
def bank() -> None:
    pass


@bank.command(cls=Command, help="从过去的报告里挖用语。语料是 .txt、.docx 文件或装着它们的文件夹；结果是一组 YAML，供人审阅。")
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="语料…")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="文件夹", help="用语写到哪个文件夹")
@click.option("--reject", type=click.Path(path_type=Path), metavar="文件", help="不收的用语；默认用自带的 不收.yaml")
@click.option("--force", is_flag=True, help="目标文件夹里的同名文件不是本命令写的，也覆盖")
def mine(corpus: tuple[Path, ...], output: Path, reject: Path | None, force: bool) -> None:
    from generator.mining.distil import mine as distilled
    from generator.mining.rejects import load_rejects

    home = resource_dir("phrasebank")
    rejected = load_rejects(read_text(reject or home / shelf.REJECTS))
    reports = _reports(corpus)
    phrases = distilled(reports, load_topics(read_text(home / shelf.TOPICS)), load_formulations(read_text(home / shelf.FORMULATIONS)), rejected)
    make_folder(output)
    written = store_phrases(phrases)
    for name, text in written.items():
        write_new(output / name, f"{_HEAD}{text}".encode(), may_replace=_is_mined, force=force)
    for stale in sorted(output.glob("*.yaml")):
        if stale.name not in written and _is_mined(stale.read_bytes()):
            stale.unlink()
    click.echo(f"读了 {len(reports)} 份报告，挖出 {len(phrases)} 条用语，写在 {output}")


_HEAD = "# 由 nigao bank mine 从语料挖出，重挖时整个重写；改动写到自己的用语库里。\n"


def _is_mined(data: bytes) -> bool:
    return data.startswith(_HEAD.encode())


def _reports(corpus: Sequence[Path]) -> list[Report]:
    """The reports under the files and folders given, each once. Raises ``Faults`` with every file that cannot be read."""
    problems: list[Problem] = []
    reports: list[Report] = []
    for path in sorted({file.resolve(): file for given in corpus for file in _files(given)}.values()):
        try:
            reports.append(_report(path))
        except Faults as faults:
            problems.extend(faults.problems)
    if not reports and not problems:
        problems.append(Problem(Place(str(corpus[0])), "no-reports", "这里没有 .txt 或 .docx 报告", "给出报告文件，或装着报告的文件夹"))
    if problems:
        raise Faults(problems)
    return reports


def _files(given: Path) -> Iterator[Path]:
    if given.is_dir():
        yield from (p for p in sorted(given.rglob("*")) if p.suffix.lower() in _REPORTS and not p.name.startswith(("~$", ".")))
    else:
        yield given


def _report(path: Path) -> Report:
    if path.suffix.lower() == ".docx":
        from generator.reading.word import read_word

        report, problems = read_word(path.stem, read_bytes(path))
    else:
        from generator.reading.text import read_text as read_prose

        report, problems = read_prose(path.stem, read_text(path).text)
    for problem in problems:
        click.echo(str(problem), err=True)
    return report


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
        ("槽", "、".join(f"{{{s.name}}}" + (f" {s.topic}" if s.topic else "") for s in p.slots)),
        ("须有", "、".join(p.needs)),
        ("支持", f"{p.support} 份报告，{p.count} 次" if p.support else ""),
        ("出处", "、".join(f"{e.report} 第 {e.line} 行" for e in p.evidence)),
        ("时效", f"{_month(p.since)}—{_month(p.until)}" if p.since or p.until else ""),
        ("状态", f"{p.status}，{p.layer}层"),
    ]


def _month(month: Month | None) -> str:
    return f"{month[0]}年{month[1]}月" if month else ""

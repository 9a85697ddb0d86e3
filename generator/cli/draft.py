"""``nigao draft`` and ``nigao preview``: from a facts file to Word, text or the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.bank.phrase import Status
from generator.cli import shelf
from generator.cli.chinese import Command
from generator.cli.drafting import VARIANTS, Made, Order, composed, created, drafted, takes_order
from generator.cli.looks import REFERENCE, STYLE, Look, chosen_look
from generator.cli.ours import is_ours, remember
from generator.cli.target import FORMS, PDF, chosen_form, file_to_write
from generator.cli.unfinished import refuse_unfinished
from generator.cli.writing import WritingCommand
from generator.compose.account import blanks, length, shares, used
from generator.compose.draft import Draft
from generator.compose.spots import Spot
from generator.facts.model import Facts
from generator.files import write_new
from generator.problems import Faults, Place, Problem
from generator.render.formats import TEXT_FORMATS
from generator.report import Origin, OriginKind

if TYPE_CHECKING:  # where sentences come from is told where it is asked for
    from generator.render.origins import Explain

_MOST_REPORTS = 6
"""Reports named for a phrase; ``nigao bank show`` lists all."""


@click.command(cls=WritingCommand, help="把事实表写成稿子。默认写成 Word 文件，放在事实表旁边。")
@takes_order
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件", help="写到哪里；默认与事实表同名；- 是打印出来")
@click.option(
    "--format", "form", type=click.Choice(FORMS), metavar="|".join(FORMS), help="稿子的格式；默认看文件名后缀，没有后缀是 docx；pdf 要有 LibreOffice"
)
@VARIANTS
@click.option("--annotate", is_flag=True, help="每句话的来处写成批注（md、text 写成注），正文不变")
@click.option("--clean", is_flag=True, help="定稿用：还有空缺或〔待核〕就不写，逐处指出")
@STYLE
@REFERENCE
@click.option("--force", is_flag=True, help="目标文件不是本工具写的、或写后又改过，也覆盖")
def draft(
    order: Order, output: Path | None, form: str | None, variants: int | None, annotate: bool, clean: bool, look: str, reference: Path | None,
    force: bool,
) -> None:  # fmt: skip
    form, output = chosen_form(form, output)
    for made in drafted(order, range(order.seed, order.seed + (variants or 1))):
        target = file_to_write(form, order.facts, output)
        if clean:
            refuse_unfinished(made.draft.report, made.facts.name)
        own = target.with_name(f"{target.stem}-种子{made.order.seed}{target.suffix}") if target is not None and variants else target
        _keep_facts(order.facts, own)
        explain = _explainer(made, Path(made.facts.name).name) if annotate else None
        if form in TEXT_FORMATS or own is None:
            _write_text(made, own, form, force, explain)
        else:
            _write_pages(made, own, form, force, explain, chosen_look(made.facts.kind, look, reference, order.facts.parent))


def _write_text(made: Made, target: Path | None, form: str, force: bool, explain: Explain | None) -> None:
    text = TEXT_FORMATS[form](made.draft.report, made.draft.problems, explain)
    if target is None:
        click.echo(text, nl=not text.endswith("\n"))
        click.echo(_account(made), err=True)
        return
    write_new(target, text.encode(), may_replace=is_ours, force=force)
    remember(text.encode())
    _report_to(made, f"已写成 {target}")


def _write_pages(made: Made, target: Path, form: str, force: bool, explain: Explain | None, look: Look) -> None:
    """The draft as it prints: a Word file, or a PDF made from one."""
    from generator.render.seal import made_and_untouched

    word = _word(made.facts, made.draft, look, explain)
    if form == PDF:
        from generator.cli.pages import write_pdf

        write_pdf(word, target, made.facts.name, force)
    else:
        write_new(target, word, may_replace=made_and_untouched, force=force)
    look.tell(made.draft.report)
    _report_to(made, f"已写成 {target}")


@click.command(cls=Command, help="在终端里看稿子：按来源分色，空缺显眼，末尾有字数、事实和套语的账。")
@takes_order
@click.option("--why", is_flag=True, help="每句话下面写明来处：事实表第几行，哪条用语，出自哪几份报告")
@click.option("--all", "everything", is_flag=True, help="同 --why 一起用：每一处还有哪些用语合得上，哪些差一点、为什么不用")
@VARIANTS
@click.option(
    "--pages", type=click.Path(path_type=Path), is_flag=False, flag_value=Path(), metavar="[文件夹|文件.pdf]",
    help="排成真页，写成图或 PDF（要有 LibreOffice），并说明换了哪些字体；默认写在事实表旁边",
)  # fmt: skip
@STYLE
@REFERENCE
@click.option("--width", type=click.IntRange(min=20), metavar="列数", help="按多宽排；默认随终端")
@click.option("--watch", "watching", is_flag=True, help="盯着事实表，一存盘就重拟，看到哪里还在哪里；有错，错误写在稿子的位置上")
def preview(
    order: Order, why: bool, everything: bool, variants: int | None, pages: Path | None, look: str, reference: Path | None, width: int | None,
    watching: bool,
) -> None:  # fmt: skip
    if everything and not why:
        raise click.UsageError("--all 要和 --why 一起用")
    if watching and (variants or pages is not None or order.against or everything):
        raise click.UsageError("--watch 只看稿子，不能和 --variants、--pages、--against、--all 同用")
    if watching:
        _watch(order, why, width)
        return
    if variants and (why or pages is not None):
        raise click.UsageError("--variants 只并排比措辞，不能和 --why、--pages 同用")
    if variants:
        click.echo(side_by_side(drafted(order, range(order.seed, order.seed + variants))))
        return
    made = composed(order)
    given = made.facts
    if pages is not None:
        from generator.cli.pages import write_pages

        word = _word(given, made.draft, chosen_look(given.kind, look, reference, order.facts.parent))
        write_pages(word, order.facts.with_name(f"{order.facts.stem}_页") if pages == Path() else pages, given.name)
        return
    import shutil

    columns = width or shutil.get_terminal_size((80, 24)).columns
    click.echo(_shown(made, why, columns), color=wants_colour())
    if everything:
        click.echo(_alternatives(made))
    click.echo(_account(made))


def _alternatives(made: Made) -> str:
    """Every place where formula was looked for: what stands there, what else might, what was refused and why."""
    from generator.compose.reasons import alternatives

    out: list[str] = []
    for spot, wording, others in alternatives(made.draft, made.bank):
        out += [f"{spot.where}　{spot.stand}：{wording or '（不用套语）'}", *(f"    {line}" for line in others)]
    return "\n".join(out)


def _shown(made: Made, why: bool, columns: int) -> str:
    from generator.render.terminal import terminal_text, why_text

    report = made.draft.report
    return why_text(report, _explainer(made), columns, wants_colour()) if why else terminal_text(report, columns, wants_colour())


def _watch(order: Order, why: bool, width: int | None) -> None:
    from generator.cli.watch import Drawn, watch
    from generator.cli.workshop import Shop, made_in

    shop = Shop(order.facts.parent, shelf.own_banks(order.facts, order.banks), order.seed)

    def draw(columns: int) -> Drawn:
        made = made_in(shop, order)
        empty = len(blanks(made.draft.report))
        status = f"{length(made.draft.report)} 字" + (f"　空缺 {empty} 处" if empty else "")
        return Drawn(f"{_shown(made, why, columns)}\n{_account(made)}\n", status)

    watch(order.facts, draw, width)


def side_by_side(drafts: Sequence[Made]) -> str:
    """The wordings of every place in every draft, by the names that ``nigao keep`` takes; alike ones once."""
    out: list[str] = []
    where = ""
    for spot, wordings in _by_spot(drafts).items():
        if spot.where != where:
            where = spot.where
            out.append(where)
        out += [f"  {spot.stand}　{'、'.join(seeds)}　{wording or '（不用套语）'}" for wording, seeds in wordings.items()]
    return "\n".join(out)


def _by_spot(drafts: Sequence[Made]) -> dict[Spot, dict[str, list[str]]]:
    """For each spot in the order of the draft, its wordings and the seeds that give them; spots empty in every draft left out."""
    found: dict[Spot, dict[str, list[str]]] = {}
    for made in drafts:
        for choice in made.draft.choices:
            found.setdefault(choice.spot, {}).setdefault(choice.wording, []).append(f"种子{made.order.seed}")
    first: dict[str, int] = {}
    for spot in found:
        for prefix in _prefixes(spot.where):
            first.setdefault(prefix, len(first))
    ordered = sorted(found, key=lambda spot: [first[prefix] for prefix in _prefixes(spot.where)])
    return {spot: found[spot] for spot in ordered if any(found[spot])}


def _prefixes(where: str) -> list[str]:
    """做法/政治建设 → 做法, 做法/政治建设."""
    names = where.split("/")
    return ["/".join(names[: n + 1]) for n in range(len(names))]


@click.command(cls=Command, help="打印事实表的 JSON Schema，编辑器据此补全和检查键名。")
def schema() -> None:
    import json

    from generator.facts.schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _keep_facts(facts: Path, target: Path | None) -> None:
    """Refuse to write the draft over the facts it is made from, whatever was forced."""
    if target is not None and target.exists() and target.samefile(facts):
        raise Faults([Problem(Place(str(target)), "over-facts", "这是事实表自己，不能写成稿子", "换一个文件名")])


def _word(given: Facts, made: Draft, look: Look, explain: Explain | None = None) -> bytes:
    from generator.render.word import docx_bytes

    return docx_bytes(made.report, look.style, created=created(given), explain=explain, reference=look.reference)


def _report_to(made: Made, done: str) -> None:
    click.echo(done)
    click.echo(_account(made), err=True)


def _account(made: Made) -> str:
    """Characters and share of formula per section, facts used, blanks with their lines, other problems."""
    draft, given = made.draft, made.facts
    count, missing = used(draft.report, given)
    out = [f"全文 {length(draft.report)} 字" + (f"（要求 {given.length} 字）" if given.length else "")]
    out += [f"  {s.title}　{s.characters} 字，套语占 {s.share:.0%}" for s in shares(draft.report)]
    unread = sum(made.bank.phrases[c.phrase].status is Status.MINED for c in draft.choices if c.phrase)
    if unread:
        out.append(f"还没有人审过的用语 {unread} 条（不要用的加 --reviewed，审用 nigao bank review）")
    out.append(f"事实和自写的话 {count + len(missing)} 处，用上 {count} 处")
    empty = blanks(draft.report)
    if empty:
        out.append(f"空缺 {len(empty)} 处：")
        out += [f"  第 {origin.line} 行 {origin.path}" if origin.line else f"  {origin.path}：没有给" for origin in empty]
    out += [str(p) for p in draft.problems if p.code != "blank"]
    return "\n".join(out)


def _explainer(made: Made, facts: str = "") -> Explain:
    """What is known of an origin; with ``facts``, the name of the facts file, that of the clerk's too."""
    from generator.compose.reasons import reasons

    given, bank, why = made.facts, made.bank, reasons(made.draft)
    sources: dict[str, str] = {f.path: f.source for p in given.practices for i in p.items for f in i.facts if f.source}

    def explain(origin: Origin) -> str:
        if origin.kind is OriginKind.PHRASE:
            phrase = bank.phrases[origin.phrase]
            seen = "、".join(sorted({e.report for e in phrase.evidence})[:_MOST_REPORTS]) or f"{phrase.layer}用语"
            return f"{phrase.text}〔{why.get(phrase.id) or seen}〕"
        source = sources.get(origin.path)
        named = facts if origin.kind in (OriginKind.FACT, OriginKind.BLANK, OriginKind.ECHO) else ""
        return "，".join(filter(None, (named, f"来源：{source}" if source else "")))

    return explain


def wants_colour() -> bool:
    """Whether what is printed goes to a terminal that wants colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")

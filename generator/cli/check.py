"""``nigao check``: whether a report says what it should, and a Word file is set as the standard, or the office's own look, says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from generator import __version__
from generator.cli import shelf
from generator.cli.chinese import Command
from generator.cli.target import completed, keep_apart, of_its_type, result_form
from generator.files import read_bytes, write_new
from generator.limits import PARAGRAPHS
from generator.printable import encoded
from generator.problems import Place, Problem, Severity

if TYPE_CHECKING:  # the list of options need not wait for what only checking loads
    from generator.check.remark import Remark
    from generator.cli.checking import Against

_FORMS = {".json": "json", ".sarif": "sarif", ".html": "html", ".md": "md", ".txt": "text"}
_FACTS = (".yaml", ".yml")
_FILE = click.Path(path_type=Path)
_BESIDE = Path()


class Order(Struct, frozen=True):
    """What to check (``layout``, ``text``), by which look, without which rules, against what."""

    path: Path
    layout: bool
    text: bool
    style: str | None
    without: tuple[str, ...]
    against: Against


@click.command(
    cls=Command,
    help="查稿：文字、数字、提法、结构，Word 稿还查版式，不论是谁写的、用什么软件排的；可以几份一起查，或给文件夹。"
    "给事实表和 --last，逐条对照去年的打算和问题。",
)
@click.argument("reports", nargs=-1, type=_FILE, metavar="[稿子或事实表]…")
@click.option("--layout", is_flag=True, help="只查版式，依据 GB/T 9704—2012")
@click.option("--text", is_flag=True, help="只查文字")
@click.option("--facts", type=_FILE, metavar="事实表", help="和事实表核对：不在表里的数字，丢了的事实")
@click.option(
    "--last",
    type=_FILE,
    metavar="去年的稿子",
    help="和去年的稿子核对：没改的数字、去年的活动；查事实表时，去年的打算和问题今年由哪里回应（也可给去年的事实表）",
)
@click.option("--decide", is_flag=True, help="去年的打算和问题，逐条问完成、继续还是未提，记在事实表里，定过的不再问")
@click.option("--against", type=_FILE, multiple=True, metavar="往年稿子", help="和往年稿子照抄的句子（文件或文件夹，可给多个）")
@click.option("--style", metavar="名称", help="按这个版式查，不按国标的字体、行距")
@click.option("--except", "without", multiple=True, metavar="规则", help="不查这条规则，可以写几次；常年不查的写进稿子旁边的 检查.yaml")
@click.option("--format", "form", type=click.Choice(list(_FORMS.values())), metavar="text|json|sarif|html|md", help="结果的格式；默认看 -o 的后缀")
@click.option("-o", "--output", type=_FILE, metavar="文件", help="结果写到哪里；默认打印出来")
@click.option("--annotate", type=_FILE, is_flag=False, flag_value=_BESIDE, metavar="[文件.docx]", help="另存一份，把结果写成 Word 批注")
@click.option("--fix", type=_FILE, is_flag=False, flag_value=_BESIDE, metavar="[文件]", help="另存一份，改好标点、错字这类不用斟酌的，逐处列出")
@click.option("--rules", is_flag=True, help="列出有哪些规则、各依据什么")
@click.option("--explain", metavar="规则", help="说明一条规则：要求、依据、范围、例子")
@click.option("--force", is_flag=True, help="目标文件已经有了，也覆盖")
@click.pass_context
def check(
    ctx: click.Context, reports: tuple[Path, ...], layout: bool, text: bool, facts: Path | None, last: Path | None, decide: bool,
    against: tuple[Path, ...], style: str | None, without: tuple[str, ...], form: str | None, output: Path | None, annotate: Path | None,
    fix: Path | None, rules: bool, explain: str | None, force: bool,
) -> None:  # fmt: skip
    from generator.check.remark import worst
    from generator.cli import rules as known
    from generator.cli.checking import Against

    if rules or explain is not None:
        known.list_rules() if explain is None else known.explain(explain)
        return
    if not reports:
        raise click.UsageError("给出要查的稿子，如 nigao check 稿子.docx；用 --rules 看有哪些规则")
    form = result_form(form, output, _FORMS, "text")
    if len(reports) > 1 or reports[0].is_dir():
        alone = any((facts, last, decide, annotate, fix, form == "html"))
        if alone or any(r.suffix.lower() in _FACTS for r in reports):
            raise click.UsageError("几份一起查，查的是稿子；事实表，和 --facts、--last、--decide、--annotate、--fix、--format html，都是一份一份用的")
        known.check_codes(without, "--except")
        ctx.exit(_several(reports, lambda path: Order(path, layout, text, style, without, Against(None, None, against)), form, output, force))
    (report,) = reports
    noted, mended = _copy(report, annotate, "批注"), _copy(report, fix, "改后")
    for target in filter(None, (output, noted, mended)):
        keep_apart(target, (report, facts, last, *against), "要查或者对照的稿子自己")
    if report.suffix.lower() in _FACTS:
        if layout or text or facts or against or style or without or annotate is not None or fix is not None:
            raise click.UsageError("查事实表，只对照去年的打算和问题，用 --last、--decide、--format、-o；别的选项是查稿子的")
        ctx.exit(_closed(report, last, decide, form, output, force))
    if decide:
        raise click.UsageError("--decide 记在事实表里，要查的得是事实表：nigao check 事实表.yaml --last 去年的稿子 --decide")
    known.check_codes(without, "--except")
    found = _remarks(Order(report, layout, text, style, without, Against(facts, last, against)))
    if noted is not None:
        _annotate(report, noted, found, force)
    if mended is not None:
        _fix(report, mended, found, force)
    _put(_formed([report], found, form), output, force)
    ctx.exit(int(worst(found)))


def _several(reports: Sequence[Path], order: Callable[[Path], Order], form: str, output: Path | None, force: bool) -> int:
    """The ``reports`` and those that stand in folders among them, one after another: one that cannot be read stops no other."""
    from generator.check.remark import worst
    from generator.cli.reports import each, given, require, standing_in, tell

    unread: list[Problem] = []
    files = given([path for report in reports for path in (standing_in(report) if report.is_dir() else [report])], unread)
    if output is not None:
        keep_apart(output, (file.path for file in files), "要查的稿子自己")
    checked = each(files, "查稿", lambda file: _remarks(order(file.path)), unread)
    require(checked, unread)
    found = [remark for _, remarks in checked for remark in remarks]
    _put(_formed([file.path for file, _ in checked], found, form), output, force)
    tell(unread)
    return int(worst(found) or bool(unread))


def _copy(report: Path, target: Path | None, word: str) -> Path | None:
    """Where a copy of ``report`` goes: beside it, with ``word`` in its name, where nothing else is said; nowhere for no ``target``."""
    if target is None or target == _BESIDE:
        return report.with_name(f"{report.stem}.{word}{report.suffix}") if target else None
    of_its_type(target, report)
    return completed(target, report.suffix)


def _closed(facts: Path, last: Path | None, decide: bool, form: str, output: Path | None, force: bool) -> int:
    """A facts file against last year's plans and problems, 1 where something is neither answered nor decided; without last year's report, whether
    it can be drafted from: raises ``Faults`` where it cannot."""
    from generator.cli import closure, shelf

    if last is None and (decide or output is not None or form != "text"):
        raise click.UsageError("--decide、--format、-o 是和去年对照用的，要给去年的稿子：nigao check 事实表.yaml --last 去年的稿子.docx")
    if last is None:
        given, _ = shelf.facts(facts)
        shelf.template(given.kind, facts.parent)
        click.echo(f"{facts} 填得没有错，可以起草：nigao draft {facts}\n要和去年的打算、问题对照，加 --last 去年的稿子")
        return 0
    found = closure.looked_into(facts, last)
    if decide:
        closure.decide(facts, found)
        return 0
    _put(closure.formed(found, facts.name, form), output, force)
    return int(closure.unanswered(found))


_SAID_BY_PROSE = {"half-width": {"half-stop", "half-quotes"}, "placeholder": {"blank"}, "markup": {"field-error"}}
"""Rules of layout on marks, blanks and what programs left, and the rules of prose that say more where they find the same."""


def _remarks(order: Order) -> list[Remark]:
    from generator.check.remark import of_layout
    from generator.cli.checking import prose_remarks, settings
    from generator.cli.rules import codes

    if order.layout and order.text:
        raise click.UsageError("--layout 只查版式，--text 只查文字，两样都查就都不写")
    chosen = settings(order.path, codes())
    without = frozenset(order.without)
    found = [] if order.layout else prose_remarks(order.path, order.against, chosen, without)
    if order.layout or (not order.text and _is_word(order.path)):
        told = {(remark.place.line, remark.code) for remark in found}
        laid = of_layout(_layout_problems(order, without | chosen.without))
        found += [r for r in laid if not any((r.place.line, code) in told for code in _SAID_BY_PROSE.get(r.code, ()))]
    return sorted(found)


def _is_word(path: Path) -> bool:
    from generator.cli.reports import WORD

    return path.suffix.lower() in WORD


def _layout_problems(order: Order, without: frozenset[str]) -> list[Problem]:
    from generator.check.layout import RULES, check_layout
    from generator.check.wanted import STANDARD
    from generator.check.word import layout_of
    from generator.reading.package import opened
    from generator.typeset.wanted import wanted as asked_by

    wanted = STANDARD if order.style is None else asked_by(shelf.style(order.style))
    known = {rule.code for rule in RULES}
    package = opened(str(order.path), read_bytes(order.path))
    document = layout_of(package, PARAGRAPHS)
    unread = list(package.problems)
    if len(document.paragraphs) >= PARAGRAPHS:
        unread.append(
            Problem(Place(str(order.path), PARAGRAPHS), "rest-left-out", f"有{PARAGRAPHS}段以后的内容没有查", "分成几份再查", Severity.WARNING)
        )
    for problem in unread if order.layout else ():  # else it was told when the text was read
        click.echo(str(problem), err=True)
    return check_layout(document, wanted, sorted(without & known))


def _put(made: str, output: Path | None, force: bool) -> None:
    """Print what was found, or write it to a file."""
    if output is None or str(output) == "-":
        click.echo(made, nl=not made.endswith("\n"))
        return
    write_new(output, encoded(made), force=force)
    click.echo(f"已写成 {output}")


def _formed(paths: Sequence[Path], found: list[Remark], form: str) -> str:
    """What was ``found`` in the reports of those ``paths``."""
    from generator.check.telling.data import as_json, as_sarif
    from generator.check.telling.page import as_html, as_markdown, tally

    match form:
        case "json":
            return as_json(found)
        case "sarif":
            return as_sarif(found, __version__)
        case "html":
            return as_html(found, paths[0].name)
        case "md":
            return "\n".join(as_markdown([r for r in found if r.place.path == str(path)], path.name) for path in paths)
        case _:
            sound = len({*map(str, paths)} - {remark.place.path for remark in found})
            several = f"查了 {len(paths)} 份，{sound} 份没有查出问题。" if len(paths) > 1 else ""
            return "\n".join([*map(str, found), several + (f"{tally(found)}。{_counted(paths)}" if found else "" if several else "没有查出问题。")])


def _counted(paths: Iterable[Path]) -> str:
    """What the number behind the name of a file counts."""
    lines, in_word = "行、列", "第几段，空段也算，表格里的不算"
    match sorted({*map(_is_word, paths)}):
        case [True]:
            return f"文件名后面的数是{in_word}。"
        case [False]:
            return f"文件名后面的数是{lines}。"
        case _:
            return f"Word 稿文件名后面的数是{in_word}；别的稿子是{lines}。"


def _annotate(path: Path, target: Path, found: list[Remark], force: bool) -> None:
    from generator.check.copies import annotated

    if not _is_word(path):
        raise click.UsageError("--annotate 把结果写成 Word 批注，稿子要是 Word 文件（.docx）")
    write_new(target, annotated(str(path), read_bytes(path), found, datetime.now(UTC)), force=force)
    click.echo(f"已写成 {target}，批注 {len(found)} 条", err=True)


def _fix(path: Path, target: Path, found: list[Remark], force: bool) -> None:
    from generator.check.copies import mended
    from generator.check.mending import mendable, mended_text
    from generator.cli.written import Written

    if _is_word(path):
        made = mended(str(path), read_bytes(path), mendable(found))
        data, done = made.data, list(made.done)
    else:
        before = Written.read(path)
        text, done = mended_text(before.text, mendable(found))
        data = before.changed(text).data if done else before.data
    write_new(target, data, force=force)
    for remark in done:
        click.echo(f"{remark.place}: 改了：“{remark.quoted}”→“{remark.instead}”〔{remark.code}〕", err=True)
    click.echo(f"已写成 {target}，改了 {len(done)} 处", err=True)

"""``nigao bank review``: candidates one by one, each decision written to the ledger at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click
from msgspec import Struct, field

from generator.bank.ledger import Decision, Ledger, Verdict, ledger_row, load_ledger
from generator.bank.phrase import Kind, Phrase
from generator.bank.review import candidates, in_context
from generator.cli import shelf
from generator.cli.answers import LEAVE, Answers, terminal
from generator.cli.append import append_row
from generator.cli.cards import card, table
from generator.cli.chinese import Command
from generator.cli.locks import locked
from generator.cli.options import FOLDER, KIND, width
from generator.files import read_bytes, read_text, write_over
from generator.problems import Faults

_VERBS = {"收": "a收", "改": "e改", "不收": "rR不", "再议": "l再", "撤销": "u撤", "退出": f"{LEAVE}退"}
_KEYS = {key: verb for verb, keys in _VERBS.items() for key in keys}
_WITH_REASON = "R"
_ASKED = "收 a　改 e　不收 r（写理由 R）　再议 l　撤销 u　退出 q"


@click.command(cls=Command, help="审用语：待审的一条一条看，随时撤销；决定记在 审阅.yaml，重挖也作数。默认审自带的和“用语库”里的。")
@click.argument("folder", required=False, type=FOLDER, metavar="[文件夹]")
@KIND
@click.option("--topic", default="", metavar="主题", help="只审这个主题")
@click.option("--table", "as_table", is_flag=True, help="列成表看，不审")
@click.option("--corpus", type=FOLDER, metavar="文件夹", help="报告在哪里；给了就显示原文上下文")
@click.option("--ledger", "path", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="决定记在哪里；默认是用语库里的 审阅.yaml")
def review(folder: Path | None, kind: str | None, topic: str, as_table: bool, corpus: Path | None, path: Path | None) -> None:
    target = path or (folder or Path(shelf.USER_BANK)) / shelf.LEDGER
    own = (folder,) if folder else shelf.named_banks(())
    phrases = {e.phrase.id: e.phrase for layer in shelf.layers_of(own, shipped=folder is None) for e in layer}
    shelf.check_topic(topic, {*(t.name for t in shelf.topics(own)), *(p.topic for p in phrases.values())})
    decided = load_ledger(read_text(target)) if target.is_file() else Ledger()
    waiting = candidates(phrases.values(), decided, Kind(kind) if kind else None, topic)
    if as_table:
        click.echo(_table(waiting))
        return
    if not waiting:
        click.echo("没有待审的用语")
        return
    with terminal(keywise=True):
        _Session(target, waiting, _Shelf(corpus)).run()


def _table(waiting: list[Phrase]) -> str:
    rows = [(p.id, str(p.support), str(p.kind), str(p.nature), p.topic, str(p.move or ""), p.text) for p in waiting]
    return table(("编号", "支持", "类", "性质", "主题", "语步", "说法"), rows, width()) + f"\n待审 {len(waiting)} 条"


class _Session(Struct):
    """One sitting: a stack of decisions taken, each with the ledger's bytes before and after, so that undoing puts back what was there."""

    target: Path
    waiting: list[Phrase]
    shelf: _Shelf
    taken: list[tuple[bytes | None, bytes]] = field(default_factory=list)
    answers: Answers = field(default_factory=Answers)

    def run(self) -> None:
        while len(self.taken) < len(self.waiting):
            p = self.waiting[len(self.taken)]
            click.echo(f"\n── {len(self.taken) + 1}/{len(self.waiting)} " + "─" * 20)
            click.echo(card(p))
            for line in self.shelf.examples(p):
                click.echo(line)
            if self.answers.live:
                click.echo(_ASKED)
            if not self._answered(p):
                break
        left = len(self.waiting) - len(self.taken)
        click.echo(f"\n审了 {len(self.taken)} 条，还有 {left} 条" + (f"，记在 {self.target}" if self.taken else ""))

    def _answered(self, p: Phrase) -> bool:
        """Ask until one key was answered; whether to go on."""
        while True:
            key, said = self.answers.key()
            verb = _KEYS.get(key) or _KEYS.get(key.lower(), "")
            if verb == "退出":
                return False
            if verb == "撤销":
                if self._undone():
                    return True
            elif not verb:
                click.echo(f"按 {_ASKED}")
            elif self._decided(p, Verdict(verb), said, key == _WITH_REASON):
                return True

    def _decided(self, p: Phrase, verdict: Verdict, said: str, ask: bool) -> bool:
        """Whether ``p`` was decided on and the decision written; not where the question was taken back or the edit cannot be."""
        decision = self._decision(p, verdict, said, ask)
        if decision is None:
            click.echo("没有改，这一条还等着审")
            return False
        try:
            self.taken.append(append_row(self.target, ledger_row(decision), load_ledger))
        except Faults as faults:
            if verdict is not Verdict.EDIT:
                raise
            click.echo("\n".join(f"{problem.message}：{problem.hint}" for problem in faults.problems))
            return False
        click.echo(f"{decision.verdict}" + (f"：{decision.instead}" if decision.instead else ""))
        return True

    def _decision(self, p: Phrase, verdict: Verdict, said: str, ask: bool) -> Decision | None:
        if verdict is Verdict.EDIT:
            instead = said or (self.answers.line("改成", p.text) if self.answers.live else "")
            return Decision(verdict, p.text, p.kind, instead=instead) if instead and instead != p.text else None
        reason = self.answers.line("理由") if ask and self.answers.live else said
        return Decision(verdict, p.text, p.kind, reason=reason) if reason is not None else None

    def _undone(self) -> bool:
        if not self.taken:
            click.echo("没有可撤销的")
            return False
        before, after = self.taken[-1]
        with locked(self.target):
            if not self.target.is_file() or read_bytes(self.target) != after:
                click.echo(f"{self.target} 在别处改过，没有撤销")
                return False
            if before is None:
                self.target.unlink()
            else:
                write_over(self.target, after, before)
        self.taken.pop()
        click.echo("已撤销")
        return True


class _Shelf:
    """The reports that are still found, read once each."""

    def __init__(self, corpus: Path | None) -> None:
        self._paths = {f.stem: f for f in sorted(corpus.rglob("*")) if f.suffix.lower() in (".txt", ".docx")} if corpus else {}
        self._read: dict[str, Callable[[int], str]] = {}

    def examples(self, p: Phrase) -> Iterator[str]:
        for seen in p.evidence[:3]:
            line = self._lines(seen.report)(seen.line)
            if line:
                before, found, after = in_context(p.text, line)
                yield f"  {seen.report}:{seen.line}　{before}{click.style(found, bold=True)}{after}"

    def _lines(self, report: str) -> Callable[[int], str]:
        if report not in self._read:
            self._read[report] = _reader(self._paths.get(report))
        return self._read[report]


def _reader(path: Path | None) -> Callable[[int], str]:
    """Line numbers to lines of the report at ``path``; none of a report that is not there or cannot be read."""
    lines: dict[int, str] = {}
    try:
        if path is not None:
            lines = _word_lines(path) if path.suffix.lower() == ".docx" else dict(enumerate(read_text(path).text.split("\n"), 1))
    except Faults as faults:
        click.echo(str(faults), err=True)
    return lambda number: lines.get(number, "").strip()


def _word_lines(path: Path) -> dict[int, str]:
    from generator.printed import lines
    from generator.reading.word import read_word

    report, _ = read_word(path.stem, read_bytes(path))
    printed = ((next((i.origin.line for i in line.inlines if i.origin), 0), line.text) for line in lines(report))
    return dict(reversed(list(printed)))

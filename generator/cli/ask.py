"""``nigao ask``: asks in the terminal for what a facts file leaves open, and writes each answer into its place at once."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from msgspec import Struct, field

from generator.cli.chinese import Command
from generator.cli.usually import Usually
from generator.cli.wanted import asker
from generator.cli.written import Written
from generator.facts.answers import leaves_open
from generator.facts.asking import another, help_on, prompt, trail, usually
from generator.facts.back import Tally
from generator.facts.fill import filled
from generator.facts.gaps import Gap
from generator.facts.growing import Growing, touched
from generator.facts.remembered import last_year
from generator.facts.reread import Refused
from generator.facts.several import Doubt, as_answered
from generator.facts.steps import Asker, Id, Step
from generator.facts.together import NONE, NONE_IN_WORDS, answers_in, questions, shown, told
from generator.problems import Faults, Source

_FILE = click.Path(path_type=Path, dir_okay=False)
_UNDO = frozenset({"u", "U", "ｕ", "撤销"})
_HELP = frozenset({"?", "？"})
_NO_MORE = NONE | NONE_IN_WORDS | {"没有了", "n", "N"}
_MORE = ("+", "＋")
_KEYS = "回车 留着不填　? 说明　u 撤销　Ctrl-C 结束"
_KEYS_OF_LAST = "回车 留着不填　= 和去年一样　- 今年没有　+ 再加一条　? 说明　u 撤销　Ctrl-C 结束"
_SEVERAL = "【】里是去年的。几处一起问的，依次写今年的，空格隔开（如 24 = 15 -，一处先空着写 .）；只写一个 = 或 -，几处都是。"


@click.command(
    cls=Command,
    help="一问一答，只问事实表里还空着的：待补、××、缺的键。答一处存一处，表里别的字、注释、次序、编码都不动。有去年的（去年），一起列出来。",
)
@click.argument("facts", type=click.Path(path_type=Path), metavar="事实表")
@click.option("--usual", is_flag=True, help="连“# ”开头的备选行也问：答了就启用这一行，不答照旧")
@click.option(
    "--table", type=_FILE, metavar="表.xlsx|表.csv", help="不问，把空着的写成一张表分给各科室填，一个科室（来源）或板块一页；写 - 就打印出来"
)
@click.option("--answers", type=_FILE, multiple=True, metavar="填好的表", help="把各科室填好的表收回来，写进事实表；可给几张")
@click.option("--mend", is_flag=True, help="不问空着的，逐句问缺字的、动词倒在后面的短句：看可以写成什么，照写、自己改，或者不动")
@click.option("--force", is_flag=True, help="要写的表已经有了，也覆盖")
@click.pass_context
def ask(ctx: click.Context, facts: Path, usual: bool, table: Path | None, answers: tuple[Path, ...], mend: bool, force: bool) -> None:
    asks = asker(facts, usual)
    if mend:
        from generator.cli.mend import mended

        mended(facts, asks.read)
        return
    if table or answers:
        from generator.cli.round import send, take_back

        whole = not answers or take_back(facts, asks, answers)
        if table:
            send(facts, asks, table, force)
        ctx.exit(0 if whole else 1)
    session = _Session(Written.read(facts), asks, Usually(facts))
    session.begin()
    try:
        session.run()
    except Faults as faults:
        click.echo("\n".join(map(str, faults.problems)), err=True)
        raise click.exceptions.Exit(2) from None
    session.close()


_State = tuple[str, frozenset[Id], frozenset[str], Tally]


class _Session(Struct):
    """One sitting. ``passed`` are the gaps left open, ``lively`` the lists in which something was answered, ``tally`` is what was done,
    ``doubted`` what was last asked about again; ``past`` holds the file's text and the first three as they were before each step, for undoing."""

    file: Written
    asker: Asker
    usually: Usually
    passed: frozenset[Id] = frozenset()
    lively: frozenset[str] = frozenset()
    tally: Tally = Tally()
    doubted: str = ""
    past: list[_State] = field(default_factory=list)

    def begin(self) -> None:
        """Says what is to come. Raises ``Faults`` where the file has faults that answers cannot mend."""
        now = self.asker.read(self._source())
        if now.gaps or self.asker.ready_too:
            remembers = any(last_year(gap, now.facts) for gap in now.gaps)
            asked = questions(now.gaps, now.facts)
            merged = f"，合成 {asked} 问" if asked < len(now.gaps) else ""
            click.echo(f"{self.file.path}：空着 {len(now.gaps)} 处{merged}。{_KEYS_OF_LAST if remembers else _KEYS}")
            if remembers and merged:
                click.echo(_SEVERAL)

    def run(self) -> None:
        """Asks one thing after another until none is left or the clerk breaks off."""
        while step := self.asker.next(self._source(), self.passed, self.lively):
            click.echo(f"\n{_headed(step, self.usually.at(step), self._ahead(step))}")
            if not self._settled(step):
                break

    def close(self) -> None:
        """Says what was done and what is still open."""
        now = self.asker.read(self._source())
        done = f"\n填了 {self.tally}，已存进 {self.file.path}" if self.tally else "\n没有改动" if now.gaps else "没有空着的"
        click.echo(done)
        if now.gaps:
            click.echo(f"还空着 {len(now.gaps)} 处：")
            lines = Counter(f"  {_line(gap)}{trail(gap, now.facts)}" for gap in now.gaps)
            click.echo("\n".join(f"{line}{f'（{n} 处）' if n > 1 else ''}" for line, n in lines.items()))

    def _ahead(self, step: Step) -> int:
        """How many questions are left behind this one."""
        left = [gap for gap in step.now.gaps if gap.id not in self.passed and gap not in step.gaps]
        return questions(left, step.now.facts) if left else 0

    def _source(self) -> Source:
        return Source(str(self.file.path), self.file.text)

    def _settled(self, step: Step) -> bool:
        """Ask until there is an answer, or none is wanted; whether to go on."""
        while (answer := _line_typed()) is not None:
            if self._heeded(step, answer):
                return True
        return False

    def _heeded(self, step: Step, answer: str) -> bool:
        """Does what ``answer`` says; whether the question is done with."""
        if answer in _HELP:
            click.echo("\n".join(f"  {line}" for line in help_on(step.gap)))
            return False
        if answer in _UNDO:
            return self._undone()
        if answer.startswith(_MORE) and (grown := self.asker.more(step)):
            return self._grown(step, grown, answer[1:].strip())
        if not answer or _passes(step, answer):
            self._pass([step.id, *(() if step.another or step.offered else (gap.id for gap in step.gaps))])
            return True
        return self._taken(step, answer)

    def _pass(self, ids: Iterable[Id]) -> None:
        self.past.append(self._state())
        self.passed |= frozenset(ids)

    def _grown(self, step: Step, place: Growing, fact: str) -> bool:
        """Writes one more ``fact`` into its ``place``; whether it could be."""
        done = self._changed(filled(step.source, step.now, place.gap, fact, self.asker.read))
        self.tally += Tally(filled=int(done))
        return done

    def _taken(self, step: Step, answer: str) -> bool:
        """Writes what ``answer`` gives to all that was asked in one go; whether it could be."""
        given = answers_in(answer, len(step.gaps))
        found = as_answered(step.source, step.now, step.gaps, given, self.asker.read, sure=answer == self.doubted)
        self.doubted = answer if isinstance(found, Doubt) else ""
        if isinstance(found, Doubt):
            click.echo(f"  {found.why}（没错就再输一次）")
            return False
        if isinstance(found, Refused):
            click.echo(f"  {found.why}")
            return False
        self._changed(found.text)
        for why in found.said:
            click.echo(f"  {why}")
        for line in told(step.gaps, found.filled) if len(step.gaps) > 1 else ():
            click.echo(f"  √ {line}")
        self.passed |= frozenset(found.left)
        self.tally += found.tally
        if found.filled:
            self.lively |= touched(step.gap.path)
        return True

    def _changed(self, text: str | Refused) -> bool:
        if isinstance(text, Refused):
            click.echo(f"  {text.why}")
            return False
        before = self._state()
        if text != self.file.text:
            self.file = self.file.rewritten(text)
        self.past.append(before)
        return True

    def _state(self) -> _State:
        return self.file.text, self.passed, self.lively, self.tally

    def _undone(self) -> bool:
        if not self.past:
            click.echo("  没有可撤销的")
            return False
        text, self.passed, self.lively, self.tally = self.past.pop()
        if text != self.file.text:
            self.file = self.file.rewritten(text)
        click.echo("  已撤销")
        return True


def _passes(step: Step, answer: str) -> bool:
    """Whether ``answer`` says that there is nothing to say to all that is asked."""
    if step.another and answer in _NO_MORE:
        return True
    return (len(step.gaps) == 1 and leaves_open(answer)) or (answer in NONE and (step.offered or not step.gap.is_blank))


def _headed(step: Step, usual: Sequence[str], ahead: int) -> str:
    """The place, how much is asked behind it, and the question."""
    behind = f"　后面还有 {ahead} 问" if ahead and not step.another else ""
    where = trail(step.gap, step.now.facts, whole=len(step.gaps) > 1)
    place = click.style(f"{'' if step.another else _line(step.gap)}{where}{'　可选' if step.offered else ''}{behind}", dim=True)
    if len(step.gaps) > 1:
        return "\n".join((place, *(f"  {line}" for line in shown(step.gaps, step.now.facts, step.note))))
    last = "" if step.another else last_year(step.gap, step.now.facts)
    asked = another(step.another, usual) if step.another else f"{prompt(step.gap, step.note)}{usually(usual)}"
    return f"{place}\n{asked}" + (f"\n  去年：{last}" if last else "")


def _line(gap: Gap) -> str:
    return f"第 {gap.place.line} 行　" if gap.is_blank else "缺　"


def _line_typed() -> str | None:
    """The line typed, without the spaces around it; None at the end of the input, or where the clerk broke off."""
    try:
        line = _typed()
    except (EOFError, KeyboardInterrupt):
        return None
    except UnicodeDecodeError:
        click.echo("  认不出输入的编码，请用 UTF-8", err=True)
        return None
    return line.strip("\ufeff \t\r\n\u3000") if line else None


def _typed() -> str:
    """A line with its newline, empty at the end of a pipe; at a terminal readline, where there is one, makes the keys of a line of Chinese work."""
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401
    return input("> ") + "\n"

"""``nigao check 事实表 --last 去年的稿子``: what became of last year's plans and problems, decided by the clerk and kept in the facts file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from generator.cli import shelf
from generator.cli.answers import LEAVE, Answers, terminal
from generator.cli.options import width
from generator.cli.recalled import formula_of
from generator.cli.reports import Given
from generator.cli.wanted import asker
from generator.cli.written import Written
from generator.closure.answers import OneYear, done, said_by_facts, said_by_report
from generator.closure.content import Content
from generator.closure.match import Matcher
from generator.closure.owed import Owed, OwedKind, owed_by_facts, owed_by_report
from generator.closure.telling import as_html, as_json, as_markdown, as_text, left_open, side_by_side
from generator.closure.verdict import Outcome, Verdict, verdicts
from generator.facts.keys import PLAN_RESULTS, PROBLEM_RESULTS
from generator.facts.model import Settled
from generator.facts.reread import Refused
from generator.facts.settle import PLANS, PROBLEMS, settled
from generator.problems import Source
from generator.recall.past import past_of
from generator.recall.statements import Ear

FACTS_SUFFIXES = (".yaml", ".yml")
_LISTS = {OwedKind.PLAN: (PLANS, PLAN_RESULTS), OwedKind.PROBLEM: (PROBLEMS, PROBLEM_RESULTS)}


def looked_into(facts: Path, last: Path) -> tuple[Verdict, ...]:
    """What became of each plan and problem of ``last``, a report or a facts file, by the facts file ``facts``."""
    given, _ = shelf.facts(facts)
    bank = shelf.bank(shelf.own_banks(facts, ()))
    owed, before = _last_year(last, formula_of(bank))
    content = Content.of(bank.reader, bank.tables, shelf.vocabulary())
    return verdicts(Matcher(said_by_facts(given), content, owed, done(before)), given, shelf.check_words().progress)


def _last_year(last: Path, known: Callable[[str], bool]) -> tuple[tuple[Owed, ...], OneYear]:
    """What ``last`` left to be answered, but for what is ``known`` to be formula, and all that it says."""
    ear = Ear(shelf.vocabulary(), shelf.formulations())
    if last.suffix.lower() in FACTS_SUFFIXES:
        facts, _ = shelf.facts(last)
        return owed_by_facts(facts, ear), said_by_facts(facts)
    report, _ = Given(last).read()
    past = past_of(report, ear)
    return owed_by_report(past, known), said_by_report(past)


def formed(found: Sequence[Verdict], name: str, form: str) -> str:
    """The verdicts in one of the formats of ``nigao check``. Raises a usage error for one that is for remarks alone."""
    match form:
        case "json":
            return as_json(found)
        case "html":
            return as_html(found, name)
        case "md":
            return as_markdown(found, name)
        case "text":
            return as_text(found, width()) if found else "去年的稿子里没有打算，也没有问题"
        case _:
            raise click.UsageError("和去年的打算对照，结果可以是 text、json、html、md")


def unanswered(found: Sequence[Verdict]) -> bool:
    """Whether something is neither answered nor decided."""
    return any(v.outcome in (Outcome.SILENT, Outcome.OPEN) for v in left_open(found))


# --- the clerk decides -------------------------------------------------------------------------------------------------------------------------


def decide(facts: Path, found: Sequence[Verdict]) -> None:
    """Asks of everything that is not decided yet what became of it, and writes each answer into the facts file at once."""
    left = left_open(found)
    if not left:
        click.echo("都定过了，没有要问的")
        return
    answers, file, done = Answers(), Written.read(facts), 0
    with terminal(keywise=True):
        for verdict in left:
            click.echo("\n".join(side_by_side(verdict, width())))
            decided = _decided(verdict, answers)
            if decided is None:
                break
            if decided.result:
                file, written = _written(file, verdict, decided)
                done += written
    click.echo(f"定了 {done} 条，已存进 {facts}" if done else "没有写什么")


def _decided(verdict: Verdict, answers: Answers) -> Settled | None:
    """What the clerk says became of it; without a result where he passes it over, None where he stops."""
    results = _LISTS[verdict.owed.kind][1]
    if answers.live:
        click.echo("  " + "　".join(f"{n} {result}" for n, result in enumerate(results, 1)) + "　其他键 先不定　q 停")
    key, _ = answers.key()
    if key == LEAVE:
        return None
    chosen = results[int(key) - 1] if key.isdecimal() and 0 < int(key) <= len(results) else next((r for r in results if key and r[0] == key), "")
    seen = verdict.answers[0].path if verdict.answers and chosen != results[-1] else ""
    return Settled(verdict.owed.text, chosen, seen)


def _written(file: Written, verdict: Verdict, decided: Settled) -> tuple[Written, int]:
    key, _ = _LISTS[verdict.owed.kind]
    text = settled(Source(str(file.path), file.text), key, decided, asker(file.path).read)
    if isinstance(text, Refused):
        click.echo(f"  {text.why}", err=True)
        return file, 0
    return file.rewritten(text), 1

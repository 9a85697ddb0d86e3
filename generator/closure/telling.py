"""Last year's plans and problems beside this year's answers: on a terminal, as a page to print, as Markdown, as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

from generator.check.telling.paper import page, safe
from generator.chinese.width import columns, padded
from generator.closure.answers import Answer, AnswerKind
from generator.closure.owed import OwedKind
from generator.closure.verdict import Outcome, Verdict
from generator.jsontext import json_text
from generator.printable import printable
from generator.render.wrapping import wrap

_HEADS = ("去年", "结果", "今年")
_OUTCOME_COLUMNS = max(columns(outcome) for outcome in Outcome) + 2
_LEFT_SHARE = 0.45
"""Of the room for words, what last year's take; this year's have their lines behind them."""
_NARROWEST = 12
_BETWEEN = "│ "


def left_open(found: Sequence[Verdict]) -> list[Verdict]:
    """What the clerk has not decided yet."""
    return [v for v in found if v.settled is None]


def tally(found: Sequence[Verdict], kind: OwedKind) -> str:
    """How many there are and what became of them: 去年的打算 11 条：完成 6，未提 5，已经定了 2."""
    those = [v for v in found if v.owed.kind is kind]
    counts = Counter(v.outcome for v in those if v.settled is None)
    settled = sum(v.settled is not None for v in those)
    parts = [*(f"{outcome} {counts[outcome]}" for outcome in Outcome if counts[outcome]), *([f"已经定了 {settled}"] if settled else [])]
    return f"去年的{kind} {len(those)} 条{'：' if parts else ''}{'，'.join(parts)}"


def answer_words(answer: Answer) -> str:
    """An answer with its place: 第 23 行　举办专场招聘会4场."""
    kind = "" if answer.kind is AnswerKind.FACT else f"（{answer.kind}）"
    return f"第 {answer.line} 行{kind}　{answer.text}"


def not_reached(verdict: Verdict) -> list[str]:
    """What of the promise the answers do not hold, in words."""
    return [*map(str, verdict.short), *([f"还没有办成：{verdict.unfinished}"] if verdict.unfinished else [])]


# --- on a terminal -----------------------------------------------------------------------------------------------------------------------------


def as_text(found: Sequence[Verdict], width: int) -> str:
    """What is not decided yet, last year's words on the left, this year's on the right."""
    rows: list[str] = []
    for kind in OwedKind:
        those = [v for v in found if v.owed.kind is kind]
        if not those:
            continue
        rows.append(tally(found, kind))
        for head, group in groupby(left_open(those), key=lambda v: v.owed.head):
            rows += [f"  {printable(head)}"] if head and kind is OwedKind.PLAN else []
            rows += [row for verdict in group for row in side_by_side(verdict, width)]
    return "\n".join(rows)


def side_by_side(verdict: Verdict, width: int) -> list[str]:
    """One verdict in rows of at most ``width`` columns."""
    room = max(2 * _NARROWEST, width - _OUTCOME_COLUMNS - 2 - columns(_BETWEEN))
    left = max(_NARROWEST, int(room * _LEFT_SHARE))
    old = _lines(verdict.owed.text, left)
    new = [line for words in (*not_reached(verdict), *map(answer_words, verdict.answers)) for line in _lines(words, room - left)]
    height = max(len(old), len(new))
    marks = [verdict.outcome, *[""] * (height - 1)]
    cells = zip(marks, _filled(old, height), _filled(new, height), strict=True)
    return [f"  {padded(m, _OUTCOME_COLUMNS, right=False)}{padded(a, left, right=False)}{_BETWEEN}{b}".rstrip() for m, a, b in cells]


def _lines(text: str, width: int) -> list[str]:
    shown = printable(text)
    return [shown[a:b] for a, b in wrap(shown, width)]


def _filled(lines: list[str], height: int) -> list[str]:
    return lines + [""] * (height - len(lines))


# --- as a page, and for programs ---------------------------------------------------------------------------------------------------------------


def as_html(found: Sequence[Verdict], name: str) -> str:
    """A whole page, set for A4: a table for the plans, one for the problems."""
    head = "".join(f"<th>{cell}</th>" for cell in _HEADS)
    body = []
    for kind in OwedKind:
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(v, escape, '<br>'))}</tr>" for v in found if v.owed.kind is kind)
        if rows:
            body.append(f"<h2>{escape(tally(found, kind))}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    return page(f"去年的打算和问题：{name}", "".join(body))


def as_markdown(found: Sequence[Verdict], name: str) -> str:
    """The same tables as Markdown."""
    out = [f"# 去年的打算和问题：{safe(name)}", ""]
    for kind in OwedKind:
        rows = [f"| {' | '.join(_cells(v, safe, '<br>'))} |" for v in found if v.owed.kind is kind]
        if rows:
            out += [f"## {safe(tally(found, kind))}", "", f"| {' | '.join(_HEADS)} |", "| --- " * len(_HEADS) + "|", *rows, ""]
    return "\n".join(out)


def _cells(verdict: Verdict, words: Callable[[str], str], end: str) -> Iterator[str]:
    yield words(verdict.owed.text)
    yield words(verdict.settled.result if verdict.settled else verdict.outcome)
    yield end.join(words(a) for a in _answers(verdict) if a)


def _answers(verdict: Verdict) -> list[str]:
    """What answers it in words; what the clerk said does, by its path where nothing stands there any more."""
    if verdict.settled is None:
        return [*not_reached(verdict), *map(answer_words, verdict.answers)]
    return [answer_words(verdict.seen) if verdict.seen else verdict.settled.seen]


def as_json(found: Sequence[Verdict]) -> str:
    """A list of objects, one a plan or problem."""
    return json_text([_plain(v) for v in found])


def _plain(verdict: Verdict) -> dict[str, object]:
    return {
        "kind": verdict.owed.kind,
        "text": verdict.owed.text,
        "under": verdict.owed.head,
        "line": verdict.owed.line,
        "outcome": verdict.outcome,
        "short": [{"promised": s.promised, "reached": s.reached} for s in verdict.short],
        "unfinished": verdict.unfinished,
        "settled": verdict.settled.result if verdict.settled else "",
        "answers": [{"kind": a.kind, "text": a.text, "line": a.line, "path": a.path} for a in verdict.answers],
    }

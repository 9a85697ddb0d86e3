"""A report as plain text: one line a paragraph, indented two full-width spaces as in print."""

from __future__ import annotations

from generator.printable import printable
from generator.printed import Line, LineKind, Side, lines
from generator.render.notes import Notes
from generator.render.origins import Explain, Sourced, sourced
from generator.report import Report


def plain_text(report: Report, explain: Explain | None = None) -> str:
    """``report`` as text, the title set off by an empty line, blanks as their mark.

    With ``explain`` a numbered note on each sentence, below the text, says where it comes from.
    """
    notes = Notes(explain)
    rows = [_row(line, notes) for line in lines(report)]
    if notes.made:
        rows += ["", "注："]
        rows += [f"［{n}］{printable(note)}" for n, note in enumerate(notes.made, 1)]
    return "".join(f"{row}\n" for row in rows)


def _row(line: Line, notes: Notes) -> str:
    if line.cells:
        return "｜".join("".join(_sentence(sentence, notes) for sentence in sourced(Line(line.kind, cell))) for cell in line.cells)
    indent = "　　" if line.kind.side is Side.INDENTED else ""
    after = "\n" if line.kind is LineKind.TITLE else ""
    return "\n".join(indent + "".join(_sentence(sentence, notes) for sentence in sourced(row)) for row in line.rows) + after


def _sentence(sentence: Sourced, notes: Notes) -> str:
    number = notes.number(sentence)
    return f"{sentence.printed}［{number}］" if number else sentence.printed

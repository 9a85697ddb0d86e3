"""Clerks' notes made whole: the table's own examples, the labelled notes, and what holds of any text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bank.completions import examples
from generator.chinese.forms import Use
from generator.cli import shelf
from generator.problems import Source
from tests.conftest import completions

TABLE = completions()
_FILE = Path(__file__).parents[2] / "phrasebank" / shelf.COMPLETIONS
EXAMPLES = list(examples(Source(_FILE.name, _FILE.read_text(encoding="utf-8"))))
RULES = {rule.id: rule for rule in TABLE.rules}


class Note(NamedTuple):
    """A labelled note: ``accepted`` are the whole sentences that a reader takes; the note itself among them: it needs nothing."""

    trade: str
    use: Use
    text: str
    accepted: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return self.text in self.accepted


def _labelled(path: Path) -> list[Note]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return [Note(trade, Use(use), text, tuple(text if a == "=" else a for a in accepted.split("｜"))) for trade, use, text, accepted in rows]


NOTES = _labelled(Path(__file__).with_name("notes.tsv"))


def said(text: str, use: Use, proposals: bool = False) -> str:
    return "".join(run.text for run in TABLE.completed(text, use, proposals))


@pytest.mark.parametrize(("rule", "note", "sentence"), EXAMPLES, ids=lambda text: text)
def test_examples_of_the_table(rule: str, note: str, sentence: str) -> None:
    for use in RULES[rule].uses:
        assert said(note, use, RULES[rule].proposed) == sentence


def test_every_rule_shows_where_it_must_and_where_it_must_not() -> None:
    shown = Counter((rule, note == sentence) for rule, note, sentence in EXAMPLES)
    assert [rule for rule in RULES if not (shown[rule, False] and shown[rule, True])] == []


def test_insertions_are_right_and_most_notes_are_served() -> None:
    """At least 98 % of what is changed becomes a sentence a reader takes; at least 75 % of the notes that lack something are served."""
    changed = {note: made for note in NOTES if (made := said(note.text, note.use)) != note.text}
    wrong = [(note.text, made) for note, made in changed.items() if made not in note.accepted]
    needy = [note for note in NOTES if not note.complete]
    served = [note for note in needy if changed.get(note) in note.accepted]
    assert len(wrong) <= 0.02 * len(changed), wrong
    assert len(served) >= 0.75 * len(needy), [note.text for note in needy if note not in served]


_PIECES = st.sampled_from(
    [*(n.text for n in NOTES), "，", "、", "；", "“", "”", "《云州市办法》", "12", "次", "〔待补〕", "率", "100%", "向", "的", "\n", "x"]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=6).map("".join), st.sampled_from(Use))
def test_no_character_of_the_clerks_is_lost_or_changed(text: str, use: Use) -> None:
    runs = TABLE.completed(text, use, proposals=True)
    own = [run for run in runs if run.rule is None]
    assert sorted(place for run in own for place in range(run.start, run.start + len(run.text))) == list(range(len(text)))
    assert all(run.text == text[run.start : run.start + len(run.text)] for run in own)
    assert {run.text for run in runs if run.rule} <= set(TABLE.classes["补字"])


@settings(deadline=None)
@given(st.sampled_from(NOTES))
def test_a_whole_sentence_is_left_alone(note: Note) -> None:
    whole = said(note.text, note.use)
    assert said(whole, note.use) == whole


@pytest.mark.parametrize(
    "note", ["巡查1,200次", "巡查水库1,234,567次", "加密会商1，200次", "加密会商3：5次", "会商12：30开始", "会商12:30开始", "投入比例1：3，5次"]
)
def test_nothing_is_set_within_a_figure(note: str) -> None:
    runs = TABLE.completed(note, Use.FACT)
    assert "".join(run.text for run in runs).endswith(note[-4:])
    assert not any(before.text[-1:] in ",，:：" and before.text[-2:-1].isdigit() for before in runs[:-1])

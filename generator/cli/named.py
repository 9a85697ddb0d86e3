"""Which choices of a draft a word on the command line means: a place, a phrase's id, or some words of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.compose.kept import Choice
from generator.printed import lines
from generator.problems import Place, Problem, did_you_mean
from generator.report import Report

SHORTEST_WORDS = 4
"""Characters that a piece of wording must have to be taken for one: shorter ones stand everywhere."""


def stands_at(choice: Choice, name: str) -> bool:
    """Whether ``name`` is the place of ``choice``: whole, by its end, or with what it does there (政治建设/小标题)."""
    where = choice.spot.where
    full = f"{where}/{choice.spot.stand}"
    return where == name or where.endswith(f"/{name}") or full == name or ("/" in name and full.endswith(f"/{name}"))


def stands_under(choice: Choice, name: str) -> bool:
    """Whether ``choice`` stands in the part called ``name``."""
    return choice.spot.where.startswith(f"{name}/")


def has_words(wording: str, words: str) -> bool:
    """Whether ``words`` are a piece of ``wording``, long enough to mean it."""
    return len(words) >= SHORTEST_WORDS and words in wording


def nowhere(name: str, report: Report, choices: Iterable[Choice], facts: Path, in_vain: str) -> Problem:
    """Why ``name`` means no choice: the words are the clerk's own or the template's (then what is asked is ``in_vain``), or there are none such."""
    if len(name) >= SHORTEST_WORDS and any(name in line.text for line in lines(report)):
        return Problem(Place(str(facts)), "not-the-tools", f"“{name}”是事实表或模板里的话，换种子也不变", in_vain)
    places = [known for c in choices for known in (c.spot.where, c.spot.where.rpartition("/")[2])]
    hint = did_you_mean(name, places, "nigao preview 事实表 --variants 3 列出各处的名字，--why 列出用语的编号")
    return Problem(Place(str(facts)), "no-place", f"稿子里没有“{name}”这一处，也没有这几个字", hint)


def told(choice: Choice) -> str:
    """A choice in one line."""
    return f"{choice.spot.where}（{choice.spot.stand}）　{choice.wording or '不用套语'}"

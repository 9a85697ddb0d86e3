"""The tables of heads are what the lists of writers make of them (``benchmarks/heads_table.py``)."""

from __future__ import annotations

from collections import Counter

from benchmarks import heads_table


def test_the_shipped_tables_are_made_of_the_lists() -> None:
    made = heads_table.made(heads_table.lists())
    assert {path.name: path.read_text("utf-8") == text for path, text in made.items()} == dict.fromkeys((p.name for p in made), True)


def test_a_longer_ending_weighs_against_what_its_shorter_ones_say() -> None:
    counts = {"": Counter({"加强…": 90.0, "推进…": 30.0}), "站": Counter({"加强…": 2.0}), "泵站": Counter({"推进…": 20.0})}
    shares = heads_table.shares("泵站", counts)
    assert shares["推进…"] > shares["加强…"]
    assert heads_table.shares("站", counts)["加强…"] > heads_table.shares("", counts)["加强…"]
    assert abs(sum(shares.values()) - 1) < 1e-9

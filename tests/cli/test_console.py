"""What reaches the terminal: paint comes through whole, commands do not."""

from __future__ import annotations

import io
import sys

import click
import pytest

from generator.cli.console import open_streams


def test_struck_words_keep_their_paint_and_commands_go(monkeypatch: pytest.MonkeyPatch) -> None:
    held = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(held, "utf-8"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), "utf-8"))
    monkeypatch.setattr(sys, "stdin", sys.stdin)
    open_streams()
    struck = click.style("旧", fg="red", strikethrough=True)
    sys.stdout.write(f"{struck}\x1b[2J\x1b]0;名\x07新\n")
    sys.stdout.flush()
    assert held.getvalue().decode() == f"{struck}[2J]0;名新\n"

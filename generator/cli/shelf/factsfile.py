"""A facts file, read with the 文种 there are beside it; and which files of a folder are facts files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.shelf.templates import kinds
from generator.files import Encoding, read_decoded
from generator.problems import Faults, Problem, gathered

if TYPE_CHECKING:  # looking into the bank need not wait for what only drafting or checking loads
    from generator.facts.model import Facts


KEPT_SUFFIX, DROPPED_SUFFIX = ".保留.yaml", ".弃用.yaml"
"""How the files end that say which wordings of a facts file's draft are kept, and which are not used."""
CHECK_SETTINGS = "检查.yaml"
"""What of the checks does not hold for the reports beside it."""
_SUFFIXES = (".yaml", ".yml")


def facts_files(folder: Path) -> list[Path]:
    """The facts files of ``folder``, by name: what is YAML there, but for what the tool keeps beside facts files."""
    beside = (KEPT_SUFFIX, DROPPED_SUFFIX, CHECK_SETTINGS)
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES and not p.name.startswith((".", "~$")) and not p.name.endswith(beside))


def facts(path: Path) -> tuple[Facts, Encoding]:
    """The facts file at ``path`` and how it was encoded."""
    from generator.facts.load import load_facts

    found = read_decoded(path)
    return load_facts(found.source, kinds(path.parent)), found.encoding


def each_facts(paths: Iterable[Path]) -> list[Facts]:
    """The facts files at ``paths``, in their order. Raises ``Faults`` with the faults of all of them."""
    problems: list[Problem] = []
    found: list[Facts] = []
    for path in paths:
        with gathered(problems):
            found.append(facts(path)[0])
    if problems:
        raise Faults(problems)
    return found

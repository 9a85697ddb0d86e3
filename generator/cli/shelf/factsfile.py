"""A facts file, read with the 文种 there are beside it; and which files of a folder are facts files."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shelf.own import OWN_TEMPLATES, USER_BANK, USER_STYLES
from generator.cli.shelf.templates import kinds
from generator.files import Encoding, read_decoded
from generator.patterns import late
from generator.problems import Faults, Problem, gathered

if TYPE_CHECKING:  # looking into the bank need not wait for what only drafting or checking loads
    from generator.facts.model import Facts


KEPT_SUFFIX, DROPPED_SUFFIX = ".保留.yaml", ".弃用.yaml"
"""How the files end that say which wordings of a facts file's draft are kept, and which are not used."""
CHECK_SETTINGS = "检查.yaml"
"""What of the checks does not hold for the reports beside it."""
_SUFFIXES = (".yaml", ".yml")
_KIND_KEY = late(r"(?m)^文种\s*[:：]")
"""What tells a facts file from other YAML where nobody said that a folder holds such files."""


def facts_files(folder: Path) -> list[Path]:
    """The facts files of ``folder``, by name: what is YAML there, but for what the tool keeps beside facts files."""
    beside = (KEPT_SUFFIX, DROPPED_SUFFIX, CHECK_SETTINGS)
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES and not p.name.startswith((".", "~$")) and not p.name.endswith(beside))


def tell_deeper(folder: Path, given: Collection[Path] = ()) -> None:
    """Says which facts files lie in folders within ``folder``, which nobody reads unless they are ``given`` themselves."""
    passed = [path for path in _deeper(folder) if path not in given and path.parent not in given]
    if passed:
        more = f"等 {len(passed)} 张" if len(passed) > 1 else ""
        click.echo(f"子文件夹里的事实表没有读：{passed[0]}{more}；要读，另给那个文件夹", err=True)


def _deeper(folder: Path) -> list[Path]:
    """The facts files one and two folders down, those of the user's own phrases, kinds and styles left out."""
    own = {USER_BANK, OWN_TEMPLATES, USER_STYLES}
    inner = [path for deep in ("*/", "*/*/") for path in sorted(folder.glob(deep))]
    seen = (path for path in inner if not any(name in own or name.startswith(".") for name in path.relative_to(folder).parts))
    return [file for path in seen for file in facts_files(path) if _is_facts(file)]


def _is_facts(file: Path) -> bool:
    try:
        return _KIND_KEY.search(read_decoded(file).source.text) is not None
    except Faults:
        return False


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

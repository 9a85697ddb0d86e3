"""The README's transcripts are run, and every command, key and file it names exists. NIGAO_REWRITE=1 (with -n 0) writes the transcripts anew."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from generator.cli.main import nigao
from generator.facts.keys import FACTS, declared
from tests.conftest import EXAMPLES, ROOT
from tests.streams import shown

README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.S)


_CHAPTER = re.compile(r"^(?=## )", re.M)
CHAPTERS = [chapter for chapter in _CHAPTER.split(README.read_text(encoding="utf-8")) if _BLOCK.search(chapter)]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.partition("\n")[0])
def test_transcripts(chapter: str, home: Path) -> None:
    """Each chapter begins where its reader does: in the folder of examples, as it comes."""
    for example in EXAMPLES:
        shutil.copy(example, home)
    shutil.copytree(ROOT / "examples" / "往年报告" / "云州市水务局", home / "往年报告" / "云州市水务局")
    anew = _BLOCK.sub(lambda m: f"```console\n{_run(m[1], home)}```", chapter)
    if os.environ.get("NIGAO_REWRITE"):
        README.write_text(README.read_text(encoding="utf-8").replace(chapter, anew), encoding="utf-8")
    assert anew == chapter


def test_every_transcript_is_in_a_chapter() -> None:
    text = README.read_text(encoding="utf-8")
    assert sum(len(_BLOCK.findall(chapter)) for chapter in CHAPTERS) == text.count("```console") > 0


def _run(block: str, folder: Path) -> str:
    """The block with what its commands print now. ``cat FILE`` writes the file from the lines that follow it."""
    out = []
    for entry in re.split(r"^(?=\$ )", block, flags=re.M):
        if not entry:
            continue
        command, _, shown = entry.partition("\n")
        if command.startswith("$ cat "):
            (folder / command.removeprefix("$ cat ")).write_text(shown, encoding="utf-8")
            out.append(entry)
            continue
        out.append(f"{command}\n{_piped(command.removeprefix('$ ').split(' | '))}")
    return "".join(out)


def _piped(commands: list[str]) -> str:
    """What ``commands`` print, each given what the one before it does: the tool's own in this process, the shell's in theirs."""
    printed = b""
    for command in commands:
        if command.startswith("nigao "):
            printed = shown(*shlex.split(command)[1:], given=printed)
        else:
            printed = subprocess.run(command, shell=True, input=printed, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False).stdout
    return printed.decode()


def test_files_named_in_the_docs_exist() -> None:
    for page in (README, ROOT / "ARCHITECTURE.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), link


_SPAN = re.compile(r"`([^`\n]+)`")
_WORD = re.compile(r"[a-z][a-z-]*")
_OPTION = re.compile(r"(?<!\S)--[a-z][a-z-]*")


def _named(command: str) -> str:
    """What is wrong with ``command``, the words behind ``nigao``: a name or an option that there is not; empty where nothing is."""
    found: click.Command = nigao
    for word in command.split():
        if not isinstance(found, click.Group):
            break
        if not _WORD.fullmatch(word):
            return "" if word.startswith("--") else f"no command: {word}"
        below = found.get_command(click.Context(found), word)
        if below is None:
            return f"no command: {word}"
        found = below
    options = {name for parameter in found.params for name in parameter.opts} | {"--help"}
    return ", ".join(option for option in _OPTION.findall(command) if option not in options)


def _options(command: click.Command) -> set[str]:
    context = click.Context(command)
    names = command.list_commands(context) if isinstance(command, click.Group) else []
    below = [found for name in names if isinstance(command, click.Group) and (found := command.get_command(context, name))]
    return {name for parameter in command.params for name in parameter.opts}.union(*map(_options, below))


def _spans(text: str) -> list[str]:
    return [
        *_SPAN.findall(_BLOCK.sub("", text)),
        *(line[2:] for block in _BLOCK.findall(text) for line in block.splitlines() if line.startswith("$ ")),
    ]


def faults_named(text: str) -> list[str]:
    """The commands, options and keys of a facts file that ``text`` names and that there are not."""
    commands = [span.removeprefix("nigao ") for span in _spans(text) if span.startswith("nigao ")]
    loose = [option for span in _spans(text) if span.startswith("--") for option in _OPTION.findall(span) if option not in _options(nigao)]
    told = "\n".join(line for line in text.splitlines() if line.startswith(("事实表的键", "| 红头")))
    keys = [key for span in _SPAN.findall(told) for key in re.findall(r"^[一-鿿]+$|[一-鿿]+(?=:)", span) if key not in declared()]
    return [f"{command}: {fault}" for command in commands if (fault := _named(command))] + loose + keys


def test_every_command_option_and_key_it_names_exists() -> None:
    assert faults_named(README.read_text(encoding="utf-8")) == []


def test_every_key_of_a_facts_file_is_named() -> None:
    told = next(line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("事实表的键"))
    below = README.read_text(encoding="utf-8").partition(told)[2].partition("\n\n")[0]
    assert [name for name in FACTS.names() if f"`{name}`" not in told + below] == []


SLIPS = "`nigao bank bundel 往年报告/`|`nigao draf 事实表.yaml`|`nigao draft 事实表.yaml --stile office`|`--agianst 往年稿子/`|事实表的键：`用章`"


@pytest.mark.parametrize("slip", SLIPS.split("|"))
def test_a_slip_in_it_is_found(slip: str) -> None:
    assert faults_named(slip)


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    command = "pip install -q -e '.[test]' && pytest"
    assert command in README.read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

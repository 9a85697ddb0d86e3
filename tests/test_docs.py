"""The README's transcripts are run, and every command, key and file it names exists. NIGAO_REWRITE=1 (with -n 0) writes the transcripts anew."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import EXAMPLES, ROOT

README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.S)


def test_transcripts(tmp_path: Path) -> None:
    for example in EXAMPLES:
        shutil.copy(example, tmp_path)
    shutil.copytree(ROOT / "examples" / "往年报告" / "云州市水务局", tmp_path / "往年报告" / "云州市水务局")
    text = README.read_text(encoding="utf-8")
    anew = _BLOCK.sub(lambda m: f"```console\n{_run(m[1], tmp_path)}```", text)
    if os.environ.get("NIGAO_REWRITE"):
        README.write_text(anew, encoding="utf-8")
    assert anew == text


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
        words = command.removeprefix("$ ").replace("nigao ", f"{sys.executable} -m generator ", 1)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(words, shell=True, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        out.append(f"{command}\n{done.stdout.decode()}")
    return "".join(out)


def test_files_named_in_the_docs_exist() -> None:
    for page in (README, ROOT / "ARCHITECTURE.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), link


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    command = "pip install -q -e '.[test]' && pytest"
    assert command in README.read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

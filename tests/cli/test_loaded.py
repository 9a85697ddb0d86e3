"""What a command loads: nobody waits for a library that his command does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import shelf
from generator.cli.chinese import LateGroup
from generator.cli.main import nigao
from tests.conftest import ROOT

_SHOWN = """
import sys
before = set(sys.modules)
sys.argv[0] = "nigao"
from generator.cli import main
try:
    main()
finally:
    print(*sorted(set(sys.modules) - before), file=open("loaded.txt", "w", encoding="utf-8"))
"""
_FACTS = """\
文种: 工作总结
单位: {全称: 云州市水务局}
做法:
  - 主题: 政治建设
    要点:
      - {事项: 请示报告, 事实: [{做了: 报告重大事项, 数: 待补, 量: 件}]}
打算: [{主题: 政治建设}]
附件: [{名称: 台账, 台账: 做法}]
版头: {发文机关: 云州市水务局, 发文字号: 云水发〔2025〕3号}
版记: {印发机关: 云州市水务局办公室, 印发日期: 2025年12月20日}
"""
_DRAFTING = {"click", "msgspec", "typing_extensions", "yaml"}
_UNUSED = {"statistics", "fractions", "random", "tempfile", "shutil", "traceback", "pickle"}
"""Of Python's own, what drafting has no use for and would load in a tenth of its time."""
_NETWORK = {"http", "email", "socket", "ssl", "asyncio", "xml"}


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (["--help"], {"click"}),
        (["--version"], {"click"}),
        (["draft", "甲.yaml", "-o", "甲.docx"], _DRAFTING),
        (["draft", "甲.yaml", "--annotate", "-o", "甲.docx"], _DRAFTING),
        (["draft", "甲.yaml", "-o", "甲.md"], _DRAFTING),
        (["preview", "甲.yaml"], _DRAFTING | {"wcwidth"}),
        (["new", "年度总结", "-o", "乙.yaml"], _DRAFTING | {"wcwidth"}),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_a_command_loads_what_it_needs(tmp_path: Path, command: list[str], wanted: set[str]) -> None:
    for kind in ("工作总结", "年度总结"):
        shelf.template(kind)  # from here on it is kept, and need not be parsed
    (tmp_path / "甲.yaml").write_text(_FACTS, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", _SHOWN, *command], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    loaded = {name.partition(".")[0] for name in (tmp_path / "loaded.txt").read_text(encoding="utf-8").split()}
    foreign = {name for name in loaded - sys.stdlib_module_names - {"generator"} if not name.startswith(("_", "cython"))}
    assert foreign <= wanted
    assert not loaded & (_NETWORK | (_UNUSED if command[0] == "draft" else set()))


def _groups(group: LateGroup, ctx: click.Context) -> Iterator[LateGroup]:
    yield group
    for name in group.late:
        found = group.get_command(ctx, name)
        if isinstance(found, LateGroup):
            yield from _groups(found, ctx)


def test_what_lists_say_is_what_commands_say() -> None:
    ctx = click.Context(nigao)
    assert isinstance(nigao, LateGroup)
    for group in _groups(nigao, ctx):
        commands = {name: group.get_command(ctx, name) for name in group.late}
        assert {name: does for name, (_, does) in group.late.items()} == {n: c.get_short_help_str() for n, c in commands.items() if c is not None}

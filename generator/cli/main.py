"""``nigao``: the commands, and how faults and usage errors are told. Exit 0 fine · 1 problems found · 2 usage or configuration."""

from __future__ import annotations

import contextlib
import sys
from typing import NoReturn

import click

from generator import __version__
from generator.cli.chinese import LateGroup, said
from generator.cli.console import check_names, give_up_unwritten
from generator.start import BROKEN_OFF, SAID

_COMMANDS = {
    "ask": ("generator.cli.ask:ask", "一问一答，只问事实表里还空着的：待补、××、缺的键"),
    "batch": ("generator.cli.batch:batch", "成批起草：一个文件夹的事实表，或一张一行一个单位的表，一份一份写成稿子"),
    "bank": ("generator.cli.bank:bank", "用语库：从语料里挖，按主题看，追出处"),
    "check": ("generator.cli.check:check", "查稿：文字、数字、提法、结构，Word 稿还查版式，不论是谁写的、用什么软件排的；可以几份一起查，或给文件夹"),
    "diff": ("generator.cli.compare:diff", "比较两份稿子，逐句列出改、删、增、移；一边给事实表，就是和由它起草的稿子比"),
    "doctor": ("generator.cli.doctor:doctor", "看这台电脑上哪些能用、缺什么、装什么：字体、LibreOffice、编码、缓存、用语库"),
    "draft": ("generator.cli.draft:draft", "把事实表写成稿子"),
    "drop": ("generator.cli.drop:drop", "弃用不中意的措辞，以后起草不再用"),
    "format": (
        "generator.cli.format:format_",
        "一键排版：把任何稿子（.docx、.txt、.md；装了 LibreOffice，.doc、.wps、.odt 也行）照公文版式重排，文字、表格、图、脚注不动",
    ),
    "keep": ("generator.cli.keep:keep", "保留中意的措辞：哪一处、哪一块，或其中几个字"),
    "merge": ("generator.cli.merge:merge", "几张事实表合成一张"),
    "new": ("generator.cli.new:new", "写一张新的事实表，等着填"),
    "preview": ("generator.cli.preview:preview", "在终端里看稿子：按来源分色，空缺显眼，末尾有字数、事实和套语的账"),
    "schema": ("generator.cli.schema:schema", "打印事实表的 JSON Schema，编辑器据此补全和检查键名"),
    "style": ("generator.cli.style:style", "版式：有哪些，是什么样，与标准差在哪里"),
    "template": ("generator.cli.template:template", "文种：有哪些，是什么样，写得对不对，怎么添一种"),
}
"""Where each command is, and what it does: the first sentence of its help, so that a list of them need not import any."""


@click.group(cls=LateGroup, late=_COMMANDS, help="拟稿：用自己的语料和事实表起草公文报告。离线，不编造，每句话都说得出来处。")
@click.version_option(__version__, prog_name="nigao", message="%(prog)s %(version)s", help="显示版本")
def nigao() -> None:
    pass


def main() -> None:
    """Runs ``nigao`` and ends the process with its exit code."""
    try:
        check_names(sys.argv[1:], sys.getfilesystemencoding())
        code = nigao.main(standalone_mode=False) or 0
        sys.stdout.flush()
        sys.exit(code)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _end(BROKEN_OFF, SAID)
    except click.ClickException as error:
        _end(2, said(error), "用 nigao --help 看用法。")
    except Exception as error:
        from generator.cli.faults import told  # which a command that goes well need not load

        words = told(error)
        if not words:
            raise
        _end(2, *words)


def _end(code: int, *told: str) -> NoReturn:
    """Say the last words on stderr, where they can be said, and end the process."""
    with contextlib.suppress(OSError):
        click.echo("\n".join(told), err=True)
    give_up_unwritten(sys.stdout)
    sys.exit(code)

"""``nigao``: the commands, and how faults and usage errors are told. Exit 0 fine · 1 problems found · 2 usage or configuration."""

from __future__ import annotations

import sys

import click

from generator import __version__
from generator.cli.chinese import LateGroup, said
from generator.cli.encodings import check_file_names, printable
from generator.cli.writing import Unwritten
from generator.files import cause
from generator.problems import Faults

_HOMES = {name: f"generator.cli.draft:{name}" for name in ("draft", "preview", "schema")}
_HOMES |= {"diff": "generator.cli.compare:diff"}
_HOMES |= {"check": "generator.cli.check:check"}
_HOMES |= {"style": "generator.cli.style:style"}
_HOMES |= {"keep": "generator.cli.keep:keep"}
_HOMES |= {"template": "generator.cli.template:template", "bank": "generator.cli.bank:bank"}
_HOMES |= {"new": "generator.cli.new:new", "ask": "generator.cli.ask:ask"}


@click.group(cls=LateGroup, homes=_HOMES, help="拟稿：用自己的语料和事实表起草公文报告。离线，不编造，每句话都说得出来处。")
@click.version_option(__version__, prog_name="nigao", message="%(prog)s %(version)s", help="显示版本")
def nigao() -> None:
    pass


def main() -> None:
    """The entry point: runs ``nigao`` and ends the process with its exit code."""
    printable(sys.stdout, sys.stderr)
    try:
        check_file_names(sys.getfilesystemencoding())
        sys.exit(nigao.main(standalone_mode=False) or 0)
    except Faults as faults:
        for problem in faults.problems:
            click.echo(str(problem), err=True)
        click.echo(f"共 {len(faults.problems)} 处错误" + ("，什么也没有写。" if isinstance(faults, Unwritten) else "。"), err=True)
        sys.exit(2)
    except OSError as error:
        click.echo(f"读写时出错：{cause(error)}\n检查磁盘空间和权限后重试。", err=True)
        sys.exit(2)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        click.echo(f"{said(error)}\n用 nigao --help 看用法。", err=True)
        sys.exit(2)

"""``nigao``: the commands, and how faults and usage errors are told. Exit 0 fine · 1 problems found · 2 usage or configuration."""

from __future__ import annotations

import contextlib
import sys
from typing import NoReturn

import click

from generator import __version__
from generator.cli.chinese import LateGroup, said
from generator.cli.console import check_names
from generator.cli.writing import Unwritten
from generator.files import cause
from generator.limits import PROBLEMS_SHOWN
from generator.problems import Faults
from generator.start import BROKEN_OFF, SAID

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
    """Runs ``nigao`` and ends the process with its exit code."""
    try:
        check_names(sys.argv[1:], sys.getfilesystemencoding())
        code = nigao.main(standalone_mode=False) or 0
        sys.stdout.flush()
        sys.exit(code)
    except Faults as faults:
        _end(2, *map(str, faults.problems[:PROBLEMS_SHOWN]), _counted(faults))
    except OSError as error:
        _end(2, f"读写时出错：{cause(error)}", "检查磁盘空间和权限后重试。")
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _end(BROKEN_OFF, SAID)
    except click.ClickException as error:
        _end(2, said(error), "用 nigao --help 看用法。")


def _end(code: int, *told: str) -> NoReturn:
    """Say the last words on stderr, where they can be said, and end the process."""
    with contextlib.suppress(OSError):
        click.echo("\n".join(told), err=True)
    sys.exit(code)


def _counted(faults: Faults) -> str:
    left = len(faults.problems) - PROBLEMS_SHOWN
    rest = f"，只列出前 {PROBLEMS_SHOWN} 处" if left > 0 else ""
    return f"共 {len(faults.problems)} 处错误{rest}" + ("，什么也没有写。" if isinstance(faults, Unwritten) else "。")

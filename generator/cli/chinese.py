"""click in Chinese: help pages and usage errors as a clerk reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click
from click.core import ParameterSource

_SECTIONS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        words = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")
        super().write_usage(prog, words, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, text.replace("[required]", "[必填]")) for name, text in rows], col_max, col_spacing)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_SECTIONS.get(name, name)):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


class _Chinese(click.Command):
    """What a command whose help page is Chinese has of its own."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明"
        return option

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - click cuts by letters, a sentence is what a reader wants
        return (self.help or "").partition("。")[0]


class Command(_Chinese):
    """A command whose help page is Chinese."""


class Group(_Chinese, click.Group):
    """A group whose help page is Chinese, and its commands' too."""

    command_class = Command
    group_class = type


class LateGroup(Group):
    """A group that imports a command when it is called, so that one command need not wait for what another loads, and a list of them for none.

    ``late`` are the commands by name: each as ``module:attribute``, and what it does.
    """

    def __init__(self, *args: Any, late: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.late = late

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self.late})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.late:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self.late[cmd_name][0].partition(":")
        found: click.Command = getattr(import_module(module), attribute)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._does(ctx, name)) for name in self.list_commands(ctx)])

    def _does(self, ctx: click.Context, name: str) -> str:
        if name in self.late:
            return self.late[name][1]
        command = self.get_command(ctx, name)
        return command.get_short_help_str() if command is not None else ""


def said(error: click.ClickException) -> str:
    """A usage error in Chinese, with the nearest known name where click found one."""
    match error:
        case click.NoSuchOption():
            near = f"，是不是 {error.possibilities[0]}？" if error.possibilities else ""
            return f"没有选项 {error.option_name}{near}"
        case click.MissingParameter():
            return f"缺少参数 {_name(error.param)}"
        case click.BadParameter():
            return f"{_blamed(error)} 不对：{_wanted(error)}"
        case click.BadOptionUsage() if "requires" in error.message:
            return f"选项 {error.option_name} 后面要写一个值"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面不能写值"
        case click.UsageError() if "No such command" in error.message:
            return _no_command(error.message.split("'")[1], error.ctx)
        case click.UsageError() if "unexpected extra argument" in error.message:
            return "参数多了：" + error.message.partition("(")[2].rstrip(").")
        case _:
            return error.format_message()


def _wanted(error: click.BadParameter) -> str:
    """What the parameter takes. click says it in English, so it is said anew from the parameter's type."""
    match error.param.type if error.param is not None else None:
        case click.IntRange(min=int(least), max=int(most)):
            return f"要写 {least} 到 {most} 之间的整数"
        case click.IntRange(min=int(least)):
            return f"要写一个不小于 {least} 的整数"
        case click.Choice(choices=choices):
            return "只能是 " + "、".join(choices)
        case click.Path() as path:
            return _wrong_path(error.message, "文件夹" if not path.file_okay else "文件" if not path.dir_okay else "文件或文件夹")
        case _:
            return error.message


_PATH_FAULTS = {
    "not readable": "没有权限读",
    "not writable": "没有权限写",
    "is a directory": "这是文件夹，不是文件",
    "is a file": "这是文件，不是文件夹",
}


def _wrong_path(message: str, kind: str) -> str:
    return next((said for needle, said in _PATH_FAULTS.items() if needle in message), f"没有这个{kind}")


def _blamed(error: click.BadParameter) -> str:
    """The argument or option as it was given, or the environment variable that stood in for it."""
    param, ctx = error.param, error.ctx
    if param is None:
        return f"参数 {error.param_hint or ''}".rstrip()
    if ctx is not None and param.name and ctx.get_parameter_source(param.name) is ParameterSource.ENVIRONMENT:
        return f"环境变量 {param.envvar}"
    return f"参数 {_name(param)}"


def _no_command(name: str, ctx: click.Context | None) -> str:
    known = ctx.command.list_commands(ctx) if ctx is not None and isinstance(ctx.command, click.Group) else []
    from generator.problems import nearest  # for a slip alone

    near = nearest(name, known)
    return f"没有这个命令：{name}" + (f"，是不是 {near}？" if near else "")


def _name(param: click.Parameter | None) -> str:
    made: Any = param.make_metavar(click.Context(click.Command(""))) if isinstance(param, click.Argument) else None
    return str(made or (param.opts[0] if param is not None else ""))

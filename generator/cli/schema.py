"""``nigao schema``: the facts file's keys for editors."""

from __future__ import annotations

import click

from generator.cli.chinese import Command


@click.command(cls=Command, help="打印事实表的 JSON Schema，编辑器据此补全和检查键名。")
def schema() -> None:
    import json

    from generator.facts.schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))

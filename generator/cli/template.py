"""``nigao template``: the 文种 there are, what they are made of, whether their folders are sound, and a new one to start from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from generator.bank.bank import Bank
from generator.bank.phrase import Kind
from generator.cli import shelf
from generator.cli.chinese import Command, Group
from generator.cli.listing import list_sound
from generator.cli.writing import WritingCommand
from generator.files import make_folder, read_text, write_new
from generator.printable import encoded
from generator.problems import Faults, Place, Problem, did_you_mean, gathered
from generator.template.model import COMMON, DECLARATION, SUFFIX, Part, Template
from generator.template.rehearsal import rehearsed


@click.group(cls=Group, help="文种：有哪些，是什么样，写得对不对，怎么添一种。自己的文种放在“文种”文件夹里。")
def template() -> None:
    pass


@template.command(name="list", cls=Command, help="列出文种。")
def list_() -> None:
    def row(kind: str) -> str:
        own = "" if _is_shipped(homes[kind]) else "（自己的）"
        return f"{kind}{own}　{shelf.template(kind).doc}"

    homes = shelf.template_homes()
    list_sound(homes, row)


@template.command(cls=Command, help="一个文种的提纲、写法、要哪些事实，和它的段落模板。")
@click.argument("kind", metavar="文种")
def show(kind: str) -> None:
    found = shelf.template(kind)
    click.echo(f"{kind}　{found.doc}\n人称　{found.person}\n版式　{found.style}")
    click.echo("另需　" + ("、".join(found.needs) or "没有"))
    for part in found.parts:
        click.echo(_outline(part))
    for name, source in _passages(found):
        click.echo(f"\n—— {name} ——\n{source}")


@template.command(cls=Command, help="检查文种文件夹：大纲的键、段落模板的语法和名字、取的用语库里有没有，一次报完。")
@click.argument("kinds", nargs=-1, metavar="[文种]…")
def check(kinds: tuple[str, ...]) -> None:
    problems: list[Problem] = []
    bank = shelf.bank(shelf.named_banks(()))
    for kind in kinds or shelf.kinds():
        with gathered(problems):
            found = shelf.template(kind)
            problems += [*rehearsed(found), *_dry_pools(found, bank)]
    if problems:
        raise Faults(problems)
    click.echo("没有问题")


@template.command(cls=WritingCommand, help="添一个文种：照一个已有的抄一份到“文种”文件夹，改提纲和段落模板就能用。")
@click.argument("kind", metavar="名称")
@click.option("--from", "base", default="工作总结", metavar="文种", help="照哪个文种抄（默认 工作总结）")
def new(kind: str, base: str) -> None:
    if not re.fullmatch(r"[\w\u4e00-\u9fff]{1,20}", kind):
        raise Faults([Problem(Place(kind), "kind-name", f"“{kind}”不能作文种的名称", "用 1 到 20 个汉字、字母或数字，不带标点和空格")])
    homes = shelf.template_homes()
    if base not in homes:
        raise Faults([Problem(Place(base), "unknown-kind", f"没有“{base}”这个文种", did_you_mean(base, homes, "nigao template list 列出有哪些"))])
    if kind in homes:
        shipped = _is_shipped(homes[kind])
        hint = "换一个名称" if shipped else f"换一个名称，或直接改 {homes[kind]}"
        raise Faults([Problem(Place(kind), "kind-taken", f"{'自带的' if shipped else ''}已经有“{kind}”这个文种", hint)])
    home = Path(shelf.OWN_TEMPLATES) / kind
    make_folder(home)
    for path in sorted(homes[base].iterdir()):
        head = _HEAD if path.name == DECLARATION else ""
        write_new(home / path.name, encoded(head + read_text(path).text))
    click.echo(f"已写成 {home}：改 {DECLARATION} 和 *{SUFFIX}，再用 nigao template check {kind} 检查；事实表里写 文种: {kind}")


_HEAD = """\
# 一个文种：“部分”依次写出一、二、三各部分。改完用 nigao template check 检查。
#   标题      一、后面的标题；没有标题的接在上一部分里
#   取自      用事实表的哪一部分：做法、问题、打算
#   角色      这一部分是什么：做法、成效、问题、原因、打算
#   引语      领起这一部分的段落模板（同名的 .j2 文件），可以没有
#   分为      小标题：每块一个（一）；段首小标题：小标题后面接着写；要点：一是、二是
#   排列      要点 分段 写，还是 连排
#   序词      一是、一是要、首先
#   句首      事项只是名词时怎样补：动宾（规范请示报告），主谓（政治建设摆首位）
#   套语上限  这一部分套语最多占百分之几
# 段落模板里可用：单位.全称、单位.自称……时段、专题、主语、用语("语步", "主题")、择("说法", "说法")，
# 过滤器 顿号、序、接；没有的值连同它的逗号一起消失。
"""


def _is_shipped(home: Path) -> bool:
    return home.parent.name != shelf.OWN_TEMPLATES


def _outline(part: Part) -> str:
    lists = "；".join(
        f"取自{f.feed}，分为{f.division}，{f.layout}"
        + (f"，{f.ordinals}" if f.ordinals != "一是" else "")
        + (f"，引语“{f.intro}”" if f.intro else "")
        for f in part.feedings
    )
    return f"  {part.title}　{lists}，套语不超过 {part.ceiling:.0%}"


def _passages(found: Template) -> Iterator[tuple[str, str]]:
    """The passages that the template uses, by name, as written."""
    home = shelf.template_homes()[found.kind]
    common = next(h for h in shelf.template_homes().values() if _is_shipped(h)).parent / COMMON
    for name in found.passages:
        path = next(p for p in (home / f"{name}{SUFFIX}", common / f"{name}{SUFFIX}") if p.is_file())
        yield name, read_text(path).text.rstrip("\n")


def _dry_pools(found: Template, bank: Bank) -> Iterator[Problem]:
    """The draws of passages that the bank has nothing for."""
    full = {(str(p.move), p.topic) for p in bank.phrases.values() if p.kind in (Kind.CLAUSE, Kind.TRANSITION)}
    for pool in (pool for passage in found.passages.values() for pool in passage.pools):
        if (pool.move, pool.topic) not in full:
            hint = did_you_mean(pool.topic, {topic for move, topic in full if move == pool.move}, "在用语库里添上这个主题的用语")
            yield Problem(pool.place, "dry-pool", f"用语库里没有语步“{pool.move}”、主题“{pool.topic}”的用语", hint)

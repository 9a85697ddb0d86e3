"""``nigao bank``: single phrases. The tables, mining, measuring, looking, reviewing and curating have modules of their own."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import shelf
from generator.cli.cards import card
from generator.cli.chinese import Command, LateGroup
from generator.cli.options import BANKS
from generator.problems import Faults, Place, Problem

_COMMANDS = {
    "acts": ("generator.cli.proposed:acts", "列出事类和各自有多少个词"),
    "add": ("generator.cli.curate:add", "往自己的用语库里添一句：数字、文件、单位换成槽，类、性质、主题、语步、限由工具提出，写在文件末尾"),
    "bundles": ("generator.cli.measure:bundles", "反复出现、凝得紧、用得开的词串，见于最多报告的在前"),
    "common": ("generator.cli.proposed:common", "列出常用词有多少"),
    "coverage": (
        "generator.cli.measure:coverage",
        "量一份没挖过的报告：套话里有多少是用语库认得的（原样、句式、提法），按语步和主题列表，再列出用语库缺什么，最该补的在前",
    ),
    "diff": ("generator.cli.look:diff", "比两个用语库：多了、少了、改了哪些用语"),
    "forget": ("generator.cli.mine:forget", "忘掉挖过的报告：撤掉它的凭据，用语库里它的支持随之减去"),
    "lint": ("generator.cli.curate:lint", "检查用语库：重复、填不了的槽、时效、记作套语的事实、引号、主题、限、事类、情形"),
    "mine": ("generator.cli.mine:mine", "从过去的报告里挖用语，写成一组 YAML 供人审阅"),
    "pairs": ("generator.cli.measure:pairs", "什么和什么搭配：各分句的动词和它管的名词，最不像碰巧的在前（G²），logDice 最高 14"),
    "review": ("generator.cli.review:review", "审用语：待审的一条一条看，随时撤销；决定记在 审阅.yaml，重挖也作数"),
    "search": ("generator.cli.search:search", "按词查用语：几个词都要有，次序不论，错一两个字也能找到"),
    "test": (
        "generator.cli.trial:test",
        "试一试往年报告够不够拿来起草：轮流留出一个单位（只有一个单位的，留出一年），用其余的报告给它的每句话接目的，和原来写的比",
    ),
    "situations": ("generator.cli.situations:situations", "列出各种情形，各有几条用语"),
    "stats": ("generator.cli.look:stats", "用语库的账：各类、各主题各语步多少条，多少套语写明用在哪里，哪几类事不够五份稿子各说各的"),
    "things": ("generator.cli.proposed:things", "列出物类和各自有多少个词"),
    "topics": ("generator.cli.proposed:topics", "列出主题和各自有多少条可用的用语"),
}
"""As in ``main``."""


@click.group(cls=LateGroup, late=_COMMANDS, help="用语库：从语料里挖，按主题看，追出处。")
def bank() -> None:
    pass


@bank.command(cls=Command, help="看一条用语的全部来历。")
@click.argument("name", metavar="编号")
@BANKS
def show(name: str, banks: tuple[Path, ...]) -> None:
    phrase = shelf.bank(shelf.named_banks(banks)).phrases.get(name.strip().lower())
    if phrase is None:
        raise Faults([Problem(Place(name), "unknown-phrase", "用语库里没有这个编号", "编号见 nigao preview --why 或 nigao bank search")])
    click.echo(card(phrase))

"""One report with every element a renderer meets, its units and figures invented."""

from __future__ import annotations

from datetime import datetime

import pytest

from generator.files import read_text, resource_dir
from generator.render.styles import Style, load_style
from generator.report import Blank, Origin, OriginKind, Paragraph, Point, Report, Role, Section, Text


def fact(text: str, path: str = "做法[0].要点[0].事实[0]", line: int = 12) -> Text:
    return Text(text, Origin(OriginKind.FACT, path, line))


def phrase(text: str) -> Text:
    return Text(text, Origin(OriginKind.PHRASE, phrase="a1b2"))


def template(text: str) -> Text:
    return Text(text, Origin(OriginKind.TEMPLATE, "年度总结/结语.j2", 3))


BLANK = Blank("××", Origin(OriginKind.BLANK, "做法[0].要点[0].事实[1].数", 14))


def _lesson() -> Paragraph:
    return Paragraph(
        (template("一年来，"), fact("印发《云州市试行细则（草稿）》，完成“双百”任务3.2万件"), template("；专题党课"), BLANK, template("次。"))
    )


def _points() -> tuple[Point, ...]:
    first = Point((template("一是"),), (phrase("压实责任"), template("。")), (fact("与各科室签订责任书28份"), template("。")))
    second = Point((template("二是"),), (phrase("跟踪督办"), template("。")), (fact("办结17件"), template("。")), run_in=True)
    return first, second


def _practice() -> Section:
    fourth = Section(4, "（1）", (phrase("分级分类"),), blocks=(Paragraph((fact("建成3个片区"), template("。"))),))
    third = Section(3, "1.", (phrase("建章立制"),), blocks=(Paragraph((fact("修订制度5项"), template("。"))),), run_in=True, sections=(fourth,))
    second = Section(2, "（一）", (phrase("坚持学用结合"),), blocks=(_lesson(), *_points()), sections=(third,))
    return Section(1, "一、", (phrase("强化政治引领"),), frozenset({Role.PRACTICE}), (Paragraph((fact("全年有序推进"), template("。"))),), (second,))


@pytest.fixture(scope="session")
def report() -> Report:
    both = Section(1, "二、", (template("问题和打算"),), frozenset({Role.PLAN, Role.PROBLEM}), (Paragraph((BLANK, template("。"))),))
    return Report(
        title=(fact("云州市发展和改革局", "单位.全称", 3), fact("2025年", "时段", 5), template("机关党建工作总结")),
        addressee=(fact("市直机关工委", "主送", 6),),
        lead=(Paragraph((template("现将有关情况报告如下。"),)),),
        sections=(_practice(), both),
        closing=(Paragraph((phrase("行百里者半九十。"),)),),
        attachments=((fact("云州市发展和改革局2025年重点任务完成情况对照表和分工方案汇总", "附件[0]", 40),), (fact("整改台账", "附件[1]", 41),)),
        signature=(fact("云州市发展和改革局", "单位.全称", 3),),
        date=(fact("2025年12月22日", "成文日期", 7),),
    )


@pytest.fixture(scope="session")
def style() -> Style:
    return load_style(read_text(resource_dir("templates") / "styles" / "gbt9704.yaml"))


@pytest.fixture(scope="session")
def created() -> datetime:
    return datetime(2025, 12, 22, 8, 30)

"""台账: the facts of a 板块 as a table, word for word, each with its origin."""

from __future__ import annotations

from generator.compose.register import annexes
from generator.facts.load import load_facts
from generator.problems import Source
from generator.report import Annex, Blank, Origin, OriginKind, Text, plain

FACTS = """文种: 年度总结
单位: {全称: 云州市水务局}
附件:
  - {名称: 重点工作台账, 台账: 做法}
做法:
  - 主题: 政治建设
    要点:
      - 事项: 学习
        事实:
          - {做了: 集中学习, 数: 12, 量: 次}
          - "研究事项3项"
      - 无事实的要点
  - 主题: 支部建设
    小标题: 建强支部
    要点:
      - 事项: 表彰
        事实:
          - {做了: "{数}名党员获评优秀", 数: 约20, 量: 名}
          - {做了: 慰问, 数: 待补, 量: 名, 时间: 七月}
"""


def glue(words: str) -> Text:
    return Text(words, Origin(OriginKind.TEMPLATE, "文种.yaml", 1))


def made(text: str = FACTS) -> tuple[Annex, ...]:
    return annexes(load_facts(Source("事实表.yaml", text)), glue)


def test_rows_are_the_facts_in_their_order() -> None:
    (annex,) = made()
    assert (annex.label, plain(annex.title)) == ("附件", "重点工作台账")
    assert [[plain(cell) for cell in row] for row in annex.table.rows] == [
        ["政治建设", "学习", "集中学习", "12次"],
        ["", "", "研究事项3项", ""],
        ["", "无事实的要点", "", ""],
        ["建强支部", "表彰", "约20名党员获评优秀", ""],
        ["", "", "七月，慰问", "〔待补〕名"],
    ]


def test_every_cell_knows_its_origin_and_blanks_stay_blanks() -> None:
    (annex,) = made()
    cells = [inline for row in (annex.table.head, *annex.table.rows) for cell in row for inline in cell]
    assert all(inline.origin for inline in cells)
    assert [isinstance(i, Blank) for i in annex.table.rows[-1][-1]] == [True, False]


def test_the_label_counts_where_there_are_several_attachments() -> None:
    several = FACTS.replace("附件:\n", "附件:\n  - 清单\n").replace("台账: 做法", "台账: 建强支部")
    (annex,) = made(several)
    assert annex.label == "附件2"
    assert [plain(row[0]) for row in annex.table.rows] == ["建强支部", ""]


def test_no_register_no_annex() -> None:
    assert made(FACTS.replace(", 台账: 做法", "")) == ()

"""Style files: what the shipped one says, and how a faulty one is answered."""

from __future__ import annotations

import pytest

from generator.files import read_text, resource_dir
from generator.problems import Faults, Source
from generator.render.styles import Style, load_style

SHIPPED = read_text(resource_dir("templates") / "styles" / "gbt9704.yaml").text


def faults(text: str) -> list[str]:
    with pytest.raises(Faults) as caught:
        load_style(Source("版式.yaml", text))
    return [f"{p.place.line} {p.code}" for p in caught.value.problems]


def test_the_shipped_look(style: Style) -> None:
    assert (style.page.width, style.page.height, style.page.text_width) == (11906, 16838, 8845)
    assert (style.line, style.body.spacing, style.body.size, style.title.size) == (579, -5, 32, 44)
    assert [look.east_asian for look in style.headings] == ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    assert not style.lead_bold


def test_a_look_of_ones_own() -> None:
    own = load_style(Source("版式.yaml", SHIPPED.replace("要点句首: {加粗: 否}", "要点句首: {加粗: 是}").replace("字号: 二号", "字号: 小二")))
    assert own.lead_bold
    assert own.title.size == 36


def test_all_misfits_of_keys_at_once() -> None:
    text = SHIPPED.replace("天头: 37", "天头高: 37").replace("空缺: {底色: 黄}", "空缺: {底色: 金}").replace("名称:", "名字:")
    lines = {line.split()[0]: i for i, line in enumerate(SHIPPED.splitlines(), 1) if line.split()}
    assert set(faults(text)) >= {f"{lines['天头:']} unknown-key", f"{lines['空缺:']} unknown-value", f"{lines['名称:']} unknown-key"}


def test_all_misfits_of_values_at_once() -> None:
    text = (
        SHIPPED.replace("宽: 210", "宽: 210毫米")
        .replace("字号: 四号", "字号: 四号半")
        .replace("底色: 黄", "底色: 绿")
        .replace("行距: 28.95", "行距: -3")
    )
    assert sorted(code for _, code in map(str.split, faults(text))) == ["not-a-measure", "not-a-measure", "not-a-size"]


def test_margins_must_leave_room() -> None:
    assert [code for _, code in map(str.split, faults(SHIPPED.replace("订口: 28", "订口: 200")))] == ["no-room"]

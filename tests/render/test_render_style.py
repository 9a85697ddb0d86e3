"""Style files: what the shipped one says, and how a faulty one is answered."""

from __future__ import annotations

import pytest

from generator.files import read_text, resource_dir
from generator.problems import Faults, Place, Problem, Source
from generator.render.deviations import deviations
from generator.render.looks import Style
from generator.render.styles import load_style

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
        .replace("西文字体: 宋体, 字号: 四号", "西文字体: 宋体, 字号: 四号半")
        .replace("底色: 黄", "底色: 绿")
        .replace("行距: 28.95", "行距: -3")
    )
    assert sorted(code for _, code in map(str.split, faults(text))) == ["not-a-measure", "not-a-measure", "not-a-size"]


def test_misfits_of_keys_and_of_values_at_once() -> None:
    text = SHIPPED.replace("天头: 37", "天头高: 37").replace("宽: 210", "宽: 210毫米").replace("字号: 二号", "字号: 二号半")
    assert {code for _, code in map(str.split, faults(text))} == {"unknown-key", "missing-key", "not-a-measure", "not-a-size"}


def test_margins_must_leave_room() -> None:
    assert [code for _, code in map(str.split, faults(SHIPPED.replace("订口: 28", "订口: 200")))] == ["no-room"]


# --- looks that inherit ------------------------------------------------------------------------------------------------------------------


def shipped(name: str) -> Source:
    return read_text(resource_dir("templates") / "styles" / f"{name}.yaml")


def inheriting(text: str) -> Style:
    return load_style(Source("版式.yaml", text), shipped)


def test_an_heir_states_only_its_deviations() -> None:
    own = inheriting("继承: gbt9704\n名称: 自己的\n字体: {仿宋: 华文仿宋}\n样式: {小标题2: {加粗: 是}}\n")
    assert (own.name, own.body.east_asian, own.headings[1].bold, own.headings[1].east_asian) == ("自己的", "华文仿宋", True, "楷体_GB2312")
    assert own.page == inheriting("继承: gbt9704\n").page


def test_a_fault_of_an_heir_is_told_where_it_stands() -> None:
    with pytest.raises(Faults) as caught:
        inheriting("继承: gbt9704\n页面: {天头: 三十, 天: 1}\n样式: {正文: {字号: 三}}\n")
    assert {(p.place.path, p.place.line, p.code) for p in caught.value.problems} == {
        ("版式.yaml", 2, "unknown-key"), ("版式.yaml", 2, "not-a-measure"), ("版式.yaml", 3, "not-a-size")
    }  # fmt: skip


def test_an_unknown_ancestor_is_told_where_it_is_named() -> None:
    def none(name: str) -> Source:
        raise Faults([Problem(Place(name), "unknown-style", f"没有“{name}”这种版式")])

    with pytest.raises(Faults) as caught:
        load_style(Source("版式.yaml", "名称: 甲\n继承: 不存在\n"), none)
    assert [str(p.place) for p in caught.value.problems] == ["版式.yaml:2:5"]


def test_looks_that_inherit_each_other_are_a_fault() -> None:
    with pytest.raises(Faults, match="绕圈"):
        load_style(Source("甲.yaml", "继承: 甲\n"), lambda _: Source("甲.yaml", "继承: 甲\n"))


@pytest.mark.parametrize("name", ["gbt9704", "windows", "fzgbk", "office"])
def test_shipped_looks_load(name: str) -> None:
    assert load_style(shipped(name), shipped).rows >= 22


@pytest.mark.parametrize("name", ["gbt9704", "windows", "fzgbk"])
def test_the_standard_and_its_font_profiles_do_not_deviate(name: str) -> None:
    assert deviations(load_style(shipped(name), shipped)) == ()


def test_deviations_name_clause_and_values() -> None:
    found = {(d.clause, d.item): (d.asked, d.found) for d in deviations(load_style(shipped("office"), shipped))}
    assert found["5.2.1", "天头"] == ("37 毫米±1 毫米", "30.0 毫米")
    assert found["5.2.3", "每面行数"] == ("22 行", "24 行")
    assert ("标准未规定", "要点句首加粗") in found


DEVIATING = [
    ("宽: 210", "宽: 200", "5.1"),
    ("天头: 37", "天头: 35", "5.2.1"),
    ("行距: 28.95", "行距: 29", "5.2.3"),
    ("正文: {中文字体: 仿宋,", "正文: {中文字体: 宋体,", "7.3.3"),
    ("小标题1: {中文字体: 黑体,", "小标题1: {中文字体: 楷体,", "7.3.3"),
    ("标题: {中文字体: 小标宋, 字号: 二号", "标题: {中文字体: 小标宋, 字号: 小二", "7.3.1"),
    ("右空: 2", "右空: 4", "7.3.5.2"),
    ("用印右空: 4", "用印右空: 2", "7.3.5.1"),
    ("标志上距: 35", "标志上距: 25", "7.2.4"),
    ("红线距字号: 4", "红线距字号: 6", "7.2.7"),
    ("粗线: 0.35", "粗线: 0.7", "7.4.1"),
    ("边空: 1", "边空: 2", "7.5"),
    ("页脚: 25.1", "页脚: 20", "7.5"),
    ("颜色: FF0000", "颜色: 000000", "7.2.4"),
]


@pytest.mark.parametrize(("was", "now", "clause"), DEVIATING)
def test_each_deviation_is_found(was: str, now: str, clause: str) -> None:
    assert was in SHIPPED
    assert clause in {d.clause for d in deviations(load_style(Source("版式.yaml", SHIPPED.replace(was, now, 1))))}

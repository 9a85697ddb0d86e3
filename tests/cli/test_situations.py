"""``nigao bank situations`` and what of a bank is tied to situations, as a user meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import nigao
from tests.running import faults_of

pytestmark = pytest.mark.usefixtures("home")

OWN = "- {情形: 校准水尺, 做: [校准], 关于: [水尺/流速仪], 例: [校准水尺5处], 反: [校准天平2台]}\n"
TIED = "- {说法: 力求水尺立得正、读数靠得住, 语步: 举措, 位: 收, 情形: [校准水尺]}\n"


def run(*args: str) -> Result:
    return CliRunner().invoke(nigao, ["bank", *args])


def _own(home: Path, table: str = OWN, phrases: str = TIED) -> None:
    (home / "用语库").mkdir()
    (home / "用语库" / "情形.yaml").write_text(table, encoding="utf-8")
    if phrases:
        (home / "用语库" / "我的.yaml").write_text(phrases, encoding="utf-8")


def test_a_sentence_is_told_its_situations_and_what_may_stand_there(home: Path) -> None:
    _own(home)
    assert run("situations", "校准水尺5处").output.splitlines()[0] == "校准水尺："
    assert "收  力求水尺立得正、读数靠得住  用户" in run("situations", "校准5处", "--head", "检修水尺").output
    assert "不是表里的哪一种情形" in run("situations", "校准天平2台").output
    assert any(line.split()[:3] == ["校准水尺", "1", "校准"] for line in run("situations").output.splitlines())


def test_a_sentence_of_ones_own_is_tied_to_the_situations_of_what_it_stands_beside(home: Path) -> None:
    _own(home, phrases="")
    said = run("add", "让水情数据经得起复核", "--beside", "校准水尺5处", "--beside", "校准流速仪2台").output
    assert "情形：校准水尺" in said
    assert "伴：" not in said


@pytest.mark.parametrize(
    ("table", "phrases", "said"),
    [
        (OWN, TIED, "没有问题"),
        (OWN, TIED.replace("[校准水尺]", "[校准水池]"), "情形.yaml 里没有“校准水池”这种情形"),
        (OWN.replace("校准水尺5处", "检修水尺5处"), TIED, "套不上它的例子：检修水尺5处"),
        (OWN.replace("校准天平2台", "校准水尺2处"), TIED, "套上了反例：校准水尺2处"),
        (OWN, "- {说法: 守好大堤, 性质: 事实}\n", "没有一条用语用在情形“校准水尺”"),
    ],
)
def test_lint_holds_a_table_to_its_examples(home: Path, table: str, phrases: str, said: str) -> None:
    _own(home, table, phrases)
    assert said in run("lint").output


def test_a_slip_in_the_table_is_told_with_its_place(home: Path) -> None:
    _own(home, OWN.replace("关于", "关与"))
    assert "情形.yaml:1:" in faults_of(run("situations"))
    assert "是不是“关于”？" in faults_of(run("situations"))


def test_the_users_own_situation_stands_beside_its_statement(home: Path) -> None:
    _own(home)
    facts = (
        "文种: 年度总结\n单位: {全称: 云州市水文站}\n时段: 2025年\n做法: [{主题: 站网, 要点: [\n"
        "  {事项: 检修, 事实: [更换浮标2座、绞车3台、缆索1200米, 校准水尺5处]}, {事项: 观测, 事实: [人工读数9次，补测洪峰3场]}]}]\n"
    )
    (home / "表.yaml").write_text(facts, encoding="utf-8")
    said = CliRunner().invoke(nigao, ["preview", "表.yaml", "--why"]).output
    assert "校准水尺5处，力求水尺立得正、读数靠得住。" in said
    assert "这里是这种情形：校准水尺" in "".join(said.split())

"""What may be a noun, by the words of the closed classes and the verbs that it opens with or holds."""

from __future__ import annotations

import pytest

from generator.chinese.nouns import Nouns, is_count, is_free
from generator.chinese.shapes import Lead
from generator.chinese.verbs import is_predicated, is_verbal_head
from generator.chinese.wordbook import Wordbook

NOUNS = Nouns(("排查", "签约", "培训", "开展"), ("开展", "参加"))


@pytest.mark.parametrize(
    "text", "水库 对口支援 在建项目 办公用房 联合执法检查 学校食堂 用水户 群众被困 结合 会议室 送货单 与会人员 未成年人 看守所".split()
)
def test_free(text: str) -> None:
    assert is_free(text)


@pytest.mark.parametrize("text", "对水库 在水库 办2期 联合村里 学技术 用大棚 自3月 各建台账 全部水库 结合实际 按规定 添设备 直播卖货 均".split())
def test_not_free(text: str) -> None:
    assert not is_free(text)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("签约仪式", True),
        ("签约项目", False),
        ("排查金融风险", False),
        ("排查金", True),
        ("开展情况", False),
        ("党组织", True),
        ("组织部", True),
        ("村民组织", False),
        ("开展培训班", False),
    ],
)
def test_what_may_be_a_noun(text: str, may: bool) -> None:
    assert NOUNS.may_be(text) is may


@pytest.mark.parametrize(
    ("text", "counts"),
    [("3座水库", True), ("三座水库", True), ("十几名学员", True), ("几何图形", False), ("数字档案", False), ("座谈会", False), ("", False)],
)
def test_what_opens_with_a_count(text: str, counts: bool) -> None:
    assert is_count(text) is counts


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("今年以来已排查", "排查"),
        ("已建水库", "已建水库"),
        ("3月底前已签约", "签约"),
        ("二季度共培训", "培训"),
        ("共享单车", "共享单车"),
        ("二中队", "二中队"),
        ("2024年7月上旬", ""),
    ],
)
def test_where_a_note_goes_on_behind_adverbials(text: str, goes_on: str) -> None:
    assert text[Lead(("今年以来", "已", "共", "今年"), ("共享", "已建")).end(text) :] == goes_on


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("政治建设摆首位", True),
        ("双重管理制", False),
        ("重点工程", False),
        ("推进有力度", True),
        ("没有人来", False),
        ("学在前、作表率", True),
        ("公开透明", True),
        ("透明", False),
        ("干部走在前", True),
        ("低保金额", False),
        ("住房保民生", True),
    ],
)
def test_what_says_something_of_its_subject(text: str, said: bool) -> None:
    assert is_predicated(text) is said


@pytest.mark.parametrize(
    ("text", "verbal"),
    [("建好台账", True), ("练强队伍", True), ("练强的队伍", False), ("送学上门", True), ("建护渔员队伍", True), ("建筑工地上", False)],
)
def test_verbs_of_one_character(text: str, verbal: bool) -> None:
    assert is_verbal_head(text) is verbal


def test_words_at_a_place_come_longest_first() -> None:
    book = Wordbook(("公", "公开", "公开栏", "开", ""))
    assert list(book.at("村公开栏", 1)) == ["公开栏", "公开", "公"]
    assert list(book.at("村公开栏", 2)) == ["开"]
    assert list(book.at("村公开栏", 4)) == list(book.at("", 0)) == []

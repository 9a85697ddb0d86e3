"""Verbs of one character that stand by themselves, a clause in pieces, and which word a clause lacks by what is learned of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.cutter import Cutter, opens_with_function
from generator.chinese.forms import Use
from generator.chinese.fronted import Fronted
from generator.chinese.softmax import Softmax, together
from generator.cli import shelf


@pytest.mark.parametrize("text", "环卫所清洁工发防暑用品 文物库房换恒湿柜 评星级站点 收旧投注机 村集体建冷库".split())
def test_a_verb_of_one_character_governs(text: str) -> None:
    assert shelf.bank().completions.singles.govern(text)


@pytest.mark.parametrize("text", "收发室 发展党员 换届选举 评审专家 新建公厕 办公用房 修复古籍".split())
def test_a_character_of_a_word_governs_nothing(text: str) -> None:
    assert not shelf.bank().completions.singles.govern(text)


def test_a_clause_in_pieces() -> None:
    pieces = list(Cutter(frozenset(["清洗"])).pieces("对12座桥梁清洗护栏"))
    assert [kind for kind, _ in pieces] == ["对", "数", "名", "动", "名"]
    assert "".join(text for _, text in pieces) == "对12座桥梁清洗护栏"


@given(st.text(alphabet="对将为与在检查清洗发换桥梁12.护栏", max_size=12))
def test_pieces_are_the_clause(text: str) -> None:
    assert "".join(piece for _, piece in shelf.bank().completions.cutter.pieces(text)) == text


def test_no_word_goes_before_a_function_word() -> None:
    assert opens_with_function("和12个村签协议")
    assert not opens_with_function("对口支援")
    assert shelf.bank().completions.fronted.word("和12个村签护站协议", Use.FACT, Cutter()) == ""


def test_shares_are_of_one_and_the_alike_count_together() -> None:
    learned = Softmax.of({"": 0.0, "将": 0.0, "把": 0.0}, {"将": {"句首": {"甲": 2.0}}, "把": {"句首": {"甲": 2.0}}, "": {}})
    shares = learned.shares([("句首", "甲")])
    assert sum(shares.values()) == pytest.approx(1.0)
    assert next(iter(shares)) in ("将", "把")
    assert together(shares, [{"将", "把"}]) > 0.9 > next(iter(shares.values()))


def test_nothing_learned_says_nothing() -> None:
    assert Fronted().word("公众号内容三级审核", Use.FACT, Cutter()) == ""

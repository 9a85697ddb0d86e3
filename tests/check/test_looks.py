"""What is told of looks that a line of shapes.txt cannot write down: several faces in a line, tables, borders, sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

import pytest
from docx.document import Document

from tests.check.made import codes, put, spoilt
from tests.check.others import signed, standard
from tests.check.papers import Line
from tests.check.test_shapes import lines

_ASIDE = {"heading-outline", "title-overflow", "indent-by-spaces"}
_RULES = lines("\nt|云州市河道管理办法\ne|\np|第一条　为了加强河道管理，制定本办法。\np|第二条　本办法适用于本市河道。")
_NOTICE = lines("\n&开头\n&落款")


def told(paper: Sequence[Line], spoil: Callable[[Document], object]) -> set[str]:
    return codes(spoilt(standard(paper, signed(470, 200)), spoil)) - _ASIDE


def articles(length: int) -> Callable[[Document], object]:
    """The first characters of every article in 黑体, as many as its number and so many more."""

    def spoil(document: Document) -> None:
        for paragraph in document.paragraphs[2:4]:
            said, run = paragraph.text, paragraph.runs[0]
            behind: Any = paragraph.add_run(said[length:])
            behind._r.insert(0, deepcopy(run._r.rPr))
            run.text = said[:length]
            put(run._r.rPr, "rFonts", eastAsia="黑体")

    return spoil


@pytest.mark.parametrize(("length", "wanted"), [(3, set()), (4, set()), (8, {"body-font"}), (40, {"body-font"})])
def test_the_number_of_an_article_may_be_set_off(length: int, wanted: set[str]) -> None:
    assert told(_RULES, articles(length)) == wanted


@pytest.mark.parametrize(("signature", "date", "wanted"), [(450, 400, set()), (200, 400, {"signature-place"}), (450, 200, {"date-place"})])
def test_the_last_of_several_that_sign_side_by_side_stands_over_the_date(signature: int, date: int, wanted: set[str]) -> None:
    paper = [(kind, "云州市水务局　　　　云州市财政局" if kind == "sg" else said) for kind, said in _NOTICE]
    assert codes(standard(paper, signed(signature, date))) - _ASIDE == wanted

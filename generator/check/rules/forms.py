"""Forms of their own (GB/T 9704-2012, 10), and what is no official document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.document import Align, Edges, Section
from generator.check.fonts import family
from generator.check.forms import Form, foreign
from generator.check.roles import Part, Role
from generator.check.rule import Finding, Laid, Rule, advice, practice, standard
from generator.check.rules.faces import runs

_HIGHEST, _USUAL = 1417, 2098
"""Twips: 5 mm less than 30, since characters stand a little below the edge of their line; 37 mm."""
NOT_OFFICIAL = "not-official"


def _foreign(laid: Laid) -> Iterator[Finding]:
    what = foreign(laid.document, laid.parts)
    yield Finding(f"像是{what}，不是公文，没有照公文查版式", f"确实是公文的，加上 --except {NOT_OFFICIAL} 再查")


def right_number(laid: Laid) -> list[Part]:
    """The number of a letter, where it stands at the right: then the letter has a head of its own."""
    return [part for part in laid.of(Role.DOCUMENT_NUMBER) if part.paragraph.shape.align is Align.RIGHT]


def letter_top(laid: Laid, section: Section) -> int | None:
    """The 天头 of ``section`` where it is that of a letter's own: its mark stands 30 mm from the edge of the sheet, higher than the 37 mm that the
    text begins at otherwise (10.1 and 5.2.1), and what stands in the text can stand no higher than the text may. None where it is none."""
    marked = any(laid.section(part) is section for part in laid.of(Role.ISSUER))
    own = laid.form is Form.LETTER and bool(right_number(laid)) and marked and _HIGHEST <= section.top <= _USUAL
    return section.top if own else None


def _letter_number(laid: Laid) -> Iterator[Finding]:
    """Flush right below the double rule; a letter under the common head has it in the middle."""
    for part in laid.of(Role.DOCUMENT_NUMBER):
        if part.paragraph.shape.align not in (Align.RIGHT, Align.CENTER):
            yield Finding(f"信函的发文字号{part.paragraph.shape.align}，应顶格居右", "点“右对齐”，“段落—缩进”全改成 0", part.paragraph)


def _letter_first_page(laid: Laid) -> Iterator[Finding]:
    first = laid.document.sections[0]
    if right_number(laid) and first.footers.get(Edges.DEFAULT) is not None and not first.title_page:
        yield Finding("信函首页显示了页码，首页不显示页码", "“页眉和页脚”选“首页不同”，首页的页脚不放页码")


def _letter_record(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.PRINTED) if right_number(laid) else ():
        yield Finding("信函的版记加了印发机关和印发日期，不加", "删去这一行和分隔线，只留抄送机关", part.paragraph)


def _order_number(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.DOCUMENT_NUMBER):
        if part.paragraph.shape.align is not Align.CENTER:
            yield Finding(f"令号{part.paragraph.shape.align}，应居中", "点“居中”", part.paragraph)


def _attendance(laid: Laid) -> Iterator[Finding]:
    """The word and its colon are set as a first heading, the names as the text."""
    allowed = {family(laid.wanted.headings[0].font), family(laid.wanted.body.font)}
    for part in laid.of(Role.ATTENDANCE):
        for found in sorted({family(run.face.east_asian.name or "") for run in runs(part)} - allowed - {""}):
            mend = "“出席：”用三号黑体，单位、姓名用三号仿宋"
            yield Finding(f"出席人员名单的字体是“{found}”，应是“黑体”和“仿宋”", mend, part.paragraph)


RULES: tuple[Rule, ...] = (
    advice(NOT_OFFICIAL, "合同、书信等不是公文的，不照公文查", _foreign, frozenset({Form.FOREIGN})),
    standard("letter-number", "信函的发文字号顶格居右", "10.1", _letter_number, frozenset({Form.LETTER})),
    standard("letter-first-page", "信函首页不显示页码", "10.1", _letter_first_page, frozenset({Form.LETTER})),
    standard("letter-record", "信函的版记不加印发机关和印发日期", "10.1", _letter_record, frozenset({Form.LETTER})),
    standard("order-number", "令号居中", "10.2", _order_number, frozenset({Form.ORDER})),
    practice("attendance-type", "纪要的“出席”用黑体，名单用仿宋", "10.3", _attendance, frozenset({Form.MINUTES})),
)

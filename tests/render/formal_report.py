"""A report with all that 版头, 版记, a seal and an annex bring, its units and figures invented."""

from __future__ import annotations

from msgspec.structs import replace

from generator.report import Annex, Blank, Imprint, Inlines, Masthead, Origin, OriginKind, Paragraph, Report, Section, Table, Text


def said(text: str, path: str = "版头.发文字号") -> Inlines:
    return (Text(text, Origin(OriginKind.FACT, path, 3)),)


MASTHEAD = Masthead(said("000012"), said("秘密★1年"), said("加急"), said("中共云州市水务局党组"), said("云水党发〔2025〕3号"), (said("云某某"),))
IMPRINT = Imprint(
    said("市委组织部，市委宣传部，市纪委监委派驻纪检监察组，市直机关工委，各县（市、区）水务局，局属各单位党组织"),
    said("云州市水务局办公室"),
    said("2025年12月20日"),
)
TABLE = Table(
    tuple(map(said, ("板块", "事项", "事实", "数量"))),
    (
        (said("政治建设"), said("第一议题"), said("落实学习"), said("21次")),
        ((), (), said("研究事项"), said("33项")),
        ((), said("请示报告"), said("修订规则"), ()),
        (said("支部建设"), said("党日"), said("慰问"), (Blank("待补", Origin(OriginKind.BLANK, "做法[1]", 9)), *said("名"))),
    ),
    stub=2,
)


def formal(rows: int = 3, annexed: bool = False, sealed: bool = True, head: Masthead | None = MASTHEAD, foot: Imprint | None = IMPRINT) -> Report:
    """A short report; ``rows`` is how many lines its one paragraph takes."""
    body = Section(1, "一、", said("主要做法"), blocks=(Paragraph(said("云" * (28 * rows - 2), "做法[0]")),))
    report = Report(
        title=said("云州市水务局2025年党建工作总结"),
        addressee=said("市直机关工委"),
        sections=(body,),
        signature=said("云州市水务局"),
        date=said("2025年12月19日"),
        masthead=head,
        imprint=foot,
        sealed=sealed,
    )
    if not annexed:
        return report
    annex = Annex("附件", said("2025年重点工作台账"), TABLE)
    return replace(report, attachments=(annex.title,), annexes=(annex,))

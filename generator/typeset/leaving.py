"""What a file loses of its looks when it is set anew, and what was left as it was: told, since nobody sees it at a glance."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.check.cues import WEB
from generator.check.fonts import black, white
from generator.check.parts import is_caption
from generator.check.roles import Part, Role
from generator.check.rule import Laid
from generator.check.rules.dress import underlined
from generator.check.rules.unfinished import blank
from generator.chinese.punctuation import HAN
from generator.reading.elements import local, tag
from generator.typeset.container import Container
from generator.typeset.deeds import Account, Deed

_PLAIN = frozenset({Role.BODY, Role.ATTACHMENT, Role.SIGNATURE, Role.DATE, Role.ADDRESSEE, Role.NOTE})
_SHOWN = 5
"""Paragraphs named of those that are told."""
_SAID = 20


def note(part: Part, account: Account, plain: bool) -> None:
    """Note what looks of single words in ``part`` go; ``plain``: bold type is none of them."""
    number, said = part.paragraph.number, [run for run in part.paragraph.runs if run.text.strip() and not blank(run.text)]
    if part.role in _PLAIN and not plain and any(run.face.bold for run in said):
        account.did(Deed.BOLD, number)
    if part.role is Role.ISSUER:
        return
    dresses = [run.face.dress for run in said if HAN.search(run.text)]
    ruled = any(HAN.search(run.text) and not blank(run.text) for run in underlined(part.paragraph.runs))
    if ruled or part.paragraph.shade or any(d.slanted or d.raised or d.highlight or d.shade or d.scale != 100 for d in dresses):
        account.did(Deed.DRESS, number)
    if any(not black(run.face.colour) and not white(run.face.colour) for run in said):
        account.did(Deed.COLOUR, number)


def tell(container: Container, laid: Laid, bold: Collection[int], account: Account) -> None:
    """Tell what was left as it was; ``bold`` tells where lines stayed bold that may head something."""
    leave = account.leave
    others = [part for part in laid.of(Role.OTHER) if part.text and not is_caption(part.text)]
    web = [part for part in others if WEB.fullmatch(part.text)]
    strange = [part for part in others if part not in web]
    for part in web:
        leave("web-words", f"这一段像是网页上带来的（{part.text[:_SAID]}），没有删", "不要的，删去", part.paragraph.number)
    if strange:
        said = f"有 {len(strange)} 段认不出是什么（{_numbers(strange)}），字体照正文，位置没有动"
        leave("unplaced", said, "自己看一看", strange[0].paragraph.number)
    lines = [part for part in laid.parts if part.at in bold]
    if lines:
        said = f"有 {len(lines)} 行加粗的短句（{_numbers(lines)}），没有当小标题，粗体留着"
        leave("bold-lines", said, "是小标题的，套用“标题 1”至“标题 4”再排", lines[0].paragraph.number)
    framed = [b for b in container.body.iter(tag("txbxContent")) if not any(local(a) == "Fallback" for a in b.iterancestors())]
    if any("".join(text.text or "" for text in box.iter(tag("t"))).strip() for box in framed):
        leave("boxes", f"有 {len(framed)} 个文本框没有动", "框里的字要照公文排的，移到正文里")
    if not any(part.text.strip() for part in laid.parts) and any((text.text or "").strip() for text in container.body.iter(tag("t"))):
        leave("all-in-tables", "字都在表格或文本框里，没有排", "在 Word 里选中表格，“布局—数据—转换为文本”，再排")
    if cover := laid.of(Role.COVER):
        leave("cover", f"第 1 段至第 {cover[-1].paragraph.number} 段是封面，没有动；封面不印页码", "自己看一看", cover[0].paragraph.number)
    if laid.of(Role.CONTENTS):
        leave("contents", "目录里的页码是排以前的", "在 Word 里全选，按 F9 更新")
    if container.macros:
        leave("macros", "文件里的宏没有留下", "要宏的，从原来的文件里再取")


def _numbers(parts: Sequence[Part]) -> str:
    """The numbers of the first of ``parts``."""
    return "、".join(f"第 {part.paragraph.number} 段" for part in parts[:_SHOWN]) + ("等" if len(parts) > _SHOWN else "")

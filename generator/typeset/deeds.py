"""What was done to a file, and what was left as it was, told by paragraph."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from generator.problems import Place, Problem, Severity


class Deed(StrEnum):
    """What is done beside changing looks; the values are what a user reads. ``unit`` is what the numbers count that a deed was done to."""

    unit: str

    ACCEPTED = "接受修订"
    REJECTED = "拒绝修订"
    BLANKS = "删去排版用的空格"
    EMPTIED = "删去空行"
    SPACED = "添上空行"
    PARTED = "把换行符改成分段"
    UNBROKEN = "去掉署名、日期前面的分页"
    LABELLED = "附件序号单独成行"
    JOINED = "删去句中的换行符"
    BROKEN = "标题重新分行"
    BOLD = "去掉文字的加粗"
    DRESS = "去掉斜体、下划线、底纹、突出显示之类"
    COLOUR = "把有颜色的字改成黑色"
    LISTS = "自动编号改用正文的字体"
    LINED = "补上红色分隔线"
    LINED_HIGHER = "把红色分隔线移到发文字号下面"
    IMPRINTED = "把版记移到末页版心的下边"
    NARROWED = "把比版心宽的表格、图缩到版心宽"
    HEADED = "表头和下面一行排在同一面"
    TABBED = "制表位隔开的几项排在一行"
    SECTIONS = "改了页面设置的节", "节"
    WRAPPED = "把断开的行接成一段"
    MARKUP = "去掉 Markdown 的记号"

    def __new__(cls, said: str, unit: str = "段") -> Deed:
        deed = str.__new__(cls, said)
        deed._value_ = said
        deed.unit = unit
        return deed


class Account(Struct):
    """The deeds done to the file ``name``, each with the numbers of the paragraphs it was done to, as they were counted before (0 where none is
    known); ``left`` is what a person should look at."""

    name: str
    deeds: dict[Deed, list[int]] = field(default_factory=dict)
    left: list[Problem] = field(default_factory=list)
    _closed: set[str] = field(default_factory=set)

    def did(self, deed: Deed, number: int, times: int = 1) -> None:
        if times:
            self.deeds.setdefault(deed, []).extend([number] * times)

    def leave(self, code: str, message: str, hint: str = "", number: int = 0, severity: Severity = Severity.HINT) -> None:
        problem = Problem(Place(self.name, number), code, message, hint, severity)
        if problem not in self.left and code not in self._closed:
            self.left.append(problem)

    def close(self) -> None:
        """What was left is told as it was counted first: another pass adds what nobody has spoken of."""
        self._closed |= {problem.code for problem in self.left}

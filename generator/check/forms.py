"""Which form a file is to be held to: the common one, or one of its own (GB/T 9704-2012, clause 10); or none, because it is no official document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from generator.check.cues import APPEAL, GENRE, LETTER, NAMED
from generator.check.document import Align, Document
from generator.check.roles import Part, Role
from generator.chinese.punctuation import HAN


class Form(StrEnum):
    """The forms of official documents; the values are what a user reads."""

    DOCUMENT = "公文"
    LETTER = "信函格式"
    ORDER = "命令（令）格式"
    MINUTES = "纪要格式"
    FOREIGN = "不是公文"


OFFICIAL = frozenset({Form.DOCUMENT, Form.LETTER, Form.ORDER, Form.MINUTES})

_ORDER = re.compile(r"令$")
_MINUTES = re.compile(r"纪\s*要$")
_LETTER = re.compile(r"函$")
_LETTER_NUMBER = re.compile(r"函\s*[〔\[［(（【]")


def form(document: Document, parts: Sequence[Part]) -> Form:
    """The form of ``document``, whose paragraphs are ``parts``."""
    if foreign(document, parts):
        return Form.FOREIGN
    marks = [part.text for part in parts if part.role is Role.ISSUER]
    titles = "".join(part.text for part in parts if part.role is Role.TITLE)
    numbers = [part for part in parts if part.role is Role.DOCUMENT_NUMBER]
    if any(map(_ORDER.search, marks)) or (_ORDER.search(titles) and numbers):
        return Form.ORDER
    if any(map(_MINUTES.search, (*marks, titles))):
        return Form.MINUTES
    if any(mark.endswith("文件") for mark in marks):
        return Form.DOCUMENT
    lettered = any(_LETTER_NUMBER.search(part.text) or part.paragraph.shape.align is Align.RIGHT for part in numbers)
    return Form.LETTER if lettered or _LETTER.search(titles) else Form.DOCUMENT


# --- what is no official document --------------------------------------------------------------------------------------------------------

_CONTRACT = re.compile(r"(合同|协议|合约|意向书|契约)(书|文本|范本)?([（(].{0,12}[）)])?$|合同.{0,6}(书|条款)$")
_PARTIES = (re.compile(r"(立约人|合同)?\s*[甲买委](方|托方|卖方)[^，。]{0,12}[：:]"), re.compile(r"[乙卖受](方|托方)[^，。]{0,12}[：:]"))
_ENDINGS = re.compile(r"此\s*致|敬\s*礼|顺颂.{1,6}|此\s*致\s*敬\s*礼[！!]?")
_WISHES = re.compile(
    r"(顺|谨|恭|敬|遥|即|衷心|真诚|诚挚)*祝[^。！!；]{0,16}(好|安|祺|快乐|顺利|健康|幸福|如意|愉快|吉祥|成功|兴旺|进步|平安|安康|美满|圆满)[！!。]?"
)
"""What a speech may end with as well."""
_DEAR = re.compile(r"亲爱的.{1,20}[：:！!，,]")
_PERSON = re.compile(
    r"(尊敬的|敬爱的)?[^，。：:、们]{1,12}(同志|先生|女士|小姐|老师|教授|校长|院长|师傅|经理|董事长|主任|[局厅处科部市县区镇乡书]长|书记|大夫|医生|律师|编辑|同学|朋友"
    r"|爸|妈|父亲|母亲|哥|姐|弟|妹|叔|阿姨|爷爷|奶奶)\s*[：:]"
)
"""Whom one person writes to."""
_TO_PEOPLE = re.compile(r"[尊敬]敬?的|先生|女士|同志|朋友|各位|教授|老师|专家|嘉宾|来宾|家长|客户|用户|居民|市民|职工")
_MANY = re.compile(r"各位|同志们|朋友们")
"""Whom one speaks to."""
_PERSONAL = re.compile(
    r"(委托书|请假条|假条|借条|欠条|收条|收据|借据|遗嘱|检讨书|保证书|入(党|团)(申请书|志愿书)|思想汇报|辞职(信|书|报告)|求职信|自荐信)$"
)
_VERSION = r"(\s*[（(【《\[]?\s*([Vv]er\w*|[Vv]|版本|第)?\s*[\d.]*\s*(版|稿|模板|样本|范本|草案|改进|定稿|终稿|最终版)?\s*[）)】》\]]?)"
_OTHERS = {
    "说明书、手册一类": r"(?<![情况])说明书|(用户|使用|操作|维护|安装|部署|开发|产品|员工|学生|新生|入门)(手册|指南)|教程|教案|课件|笔记"
    r"|(测试|设计|开发|技术|接口|需求|架构)(文档|规范|规格|用例)",
    "申报书、策划书一类": r"(申报|策划|计划|任务|投标|招标|商业计划|开题)书|标书|申报表|开题报告|文献综述|(毕业|学位|学术|课程)论文",
    "讲稿": r"(辩论|答辩|演说|主持|串讲)(稿|词)",
    "个人的凭证、文书": r"(承诺|同意|知情|授权|确认)书|回执(单|函|表)?",
}
"""What else people make in the same program: how its title, or a line of its cover, ends."""
_CODE = re.compile(r"(?=.*[(){}=<>])[\x20-\x7e\t]{4,}[;{}]")
_FEWEST_CODE, _TITLE_LINES = 5, 4
_RESUME = re.compile(r"(个人|求职)?\s*简\s*历")
_PAPER = (re.compile(r"[【\[]?\s*摘\s*要\s*[】\]]?([：:\s].*)?", re.S), re.compile(r"[【\[]?\s*关\s*键\s*[词字]\s*[】\]]?[：:\s].*", re.S))
_EXERCISE = re.compile(r"(选择|填空|判断|简答|论述|编程|计算|阅读理解|名词解释)题")
_LONGEST_HEADING = 20
_SIGNS = (Role.ADDRESSEE, Role.DATE, Role.SIGNATURE, Role.ATTACHMENT, Role.ANNEX_LABEL, Role.ISSUER, Role.COPIED, Role.SECRECY, Role.URGENCY)
_FORM = re.compile(r"(登记|申请|审批|报名|统计|汇总|评审|推荐|调查|信息|一览|考核|签到)表$")
_HEAD_LINES, _TAIL_LINES = 20, 12
_FEWEST_LETTERS = 60
_LEAST_HAN = 0.3


def foreign(document: Document, parts: Sequence[Part]) -> str:
    """What ``document`` is that no rule of official documents is made for; empty where it may be one. A number of an office makes it one."""
    if any(part.role is Role.DOCUMENT_NUMBER for part in parts):
        return ""
    texts = [part.text for part in parts if part.text and part.role is not Role.CONTENTS]
    head, tail = texts[:_HEAD_LINES], texts[-_TAIL_LINES:]
    title = "".join(part.text for part in parts if part.role in (Role.TITLE, Role.ISSUER))
    cover = [part.text for part in parts if part.role is Role.COVER]
    if any(map(_CONTRACT.search, (title, *cover))) or all(any(map(party.match, head)) for party in _PARTIES):
        return "合同、协议"
    if _is_letter(parts, title, head, tail):
        return "书信"
    if APPEAL.search(title):
        return "倡议书、申请书一类"
    if _PERSONAL.search(title):
        return "个人的凭证、文书"
    annex = [part.text for part in parts if part.role is Role.ANNEX_TITLE and not title]
    for what, cue in _OTHERS.items():
        if any(re.search(rf"({cue}){_VERSION}$", line.strip("《》“”【】")) for line in (title, *cover, *annex[:_TITLE_LINES])):
            return what
    if sum(1 for text in texts if _CODE.fullmatch(text)) >= _FEWEST_CODE:
        return "技术文档"
    if _RESUME.fullmatch(title):
        return "简历"
    if all(any(map(cue.fullmatch, head)) for cue in _PAPER):
        return "论文"
    if sum(1 for text in texts if _EXERCISE.search(text[:_LONGEST_HEADING])) > 1:
        return "试卷、习题"
    if _FORM.search(title) and len(document.boxed) > len(texts):
        return "表格"
    return _unlike(parts, "".join((*cover, title))) if _is_chinese(texts) else "外文"


def _is_letter(parts: Sequence[Part], title: str, head: Sequence[str], tail: Sequence[str]) -> bool:
    """By its title; by how it ends, or, where it has no title, by whom it is written to. A 函 is written to an office, whatever its name (10.1)."""
    below = [part.text for part in parts if part.role is Role.SUBTITLE]
    official = title.endswith("函") and any(part.role is Role.ADDRESSEE and not _TO_PEOPLE.search(part.text) for part in parts)
    if (any(map(LETTER.search, (title, *below))) and not official) or any(map(_ENDINGS.fullmatch, tail)) or any(map(_DEAR.fullmatch, head[:3])):
        return True
    wished = not GENRE.search(title) and not any(map(_MANY.search, head[:3])) and any(map(_WISHES.fullmatch, tail))
    return wished or (not title and any(map(_PERSON.fullmatch, head[:1])))


def _unlike(parts: Sequence[Part], title: str) -> str:
    """Nothing in the file speaks for an official document: neither its title nor whom it addresses, who signs it, how its parts are numbered."""
    speaks = any(part.role in _SIGNS or (part.number and part.number.level < 3) for part in parts)
    return "" if speaks or NAMED.search(title) else "别的文章"


def _is_chinese(texts: Iterable[str]) -> bool:
    letters = [c for text in texts for c in text if c.isalpha()]
    return len(letters) < _FEWEST_LETTERS or sum(1 for c in letters if HAN.match(c)) >= _LEAST_HAN * len(letters)

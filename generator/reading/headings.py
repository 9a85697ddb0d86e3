"""Headings: which lines are numbered headings, where their title ends, and which roles a title gives its section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.chinese.numerals import value_of
from generator.chinese.punctuation import split_after
from generator.reading.lines import BLANKS, SourceLine
from generator.report import Role

_CIRCLED, _STOPPED, _BRACKETED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
"""Numbers in one character with their brackets or stop, as input methods offer them."""
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_GAP = "[ \u3000]*"
"""Blanks that reading by a machine (OCR) leaves around the parts of a number: （ 一 ）."""
_NUMBERS = (
    (
        1,
        re.compile(
            rf"(?:第({_HAN_NUMBER})(?:部分|章)(?![^{BLANKS}、：:《“（]+。$)|([壹贰叁肆伍陆柒捌玖拾]{{1,3}}){_GAP}、|({_HAN_NUMBER})"
            rf"(?:{_GAP}(?:、(?!{_HAN_NUMBER}、)|[.．,，](?=[^。；，,]{{2,30}}$))|[ \u3000]+(?=[\u4e00-\u9fff]{{2}}[^。；，,]{{0,28}}$)))"
        ),
    ),
    (2, re.compile(rf"(?:[（(]{_GAP}({_HAN_NUMBER}){_GAP}[）)]|([{_CIRCLED}]))、?")),
    (3, re.compile(rf"(\d{{1,2}}){_GAP}(?:[.．](?!\d)|、(?!\d)|[.．、](?=(?:19|20)\d\d\s*[年级届]))|([{_STOPPED}])、?")),
    (4, re.compile(rf"(?:[（(]{_GAP})?(\d{{1,2}}){_GAP}[）)]|([{_BRACKETED}])、?")),
)
_DECIMAL = re.compile(
    rf"((?:\d{{1,2}}[.．]){{1,3}}\d{{1,2}}(?:[.．、](?!\d))?|\d{{1,2}}(?=[{BLANKS}]))[{BLANKS}]*(?=[\u4e00-\u9fff“《【])(?![万亿元])"
)
"""A number of several parts (1.1, 1.1.1), or one that a blank sets off, as reports have it that number so."""
_ONE_SENTENCE = re.compile(r"[^。！？]+[。！？]")
"""A line of one sentence and nothing behind it is an item of a list where its number is one character, no title."""
LONGEST_TITLE = 45


class Heading(Struct, frozen=True):
    """A heading line taken apart: ``number`` as printed, ``ordinal`` its value (0: none), the offsets of title and run-in text in the line."""

    level: int
    number: str
    ordinal: int
    title: str
    title_at: int
    rest: str
    rest_at: int


def heading(line: SourceLine) -> Heading | None:
    """``line`` as a heading, or None where it is running text."""
    found = numbered(line.text) or (decimal(line.text) if line.level else None)
    if found:
        level, printed, ordinal, start = found
        if not line.level and printed[0] in _STOPPED + _BRACKETED and _ONE_SENTENCE.fullmatch(line.text):
            return None
        return _styled(line.text, line.level, printed, ordinal, start) or _with_title(line.text, line.level or level, printed, ordinal, start)
    if line.level and (framed := FRAMED_RUN_IN.match(line.text)):
        return Heading(line.level, "", 0, framed[1], framed.start(1), line.text[framed.end() :].lstrip(BLANKS), framed.end())
    if line.level:
        return _styled(line.text, line.level) or _with_title(line.text, line.level, "", 0, 0)
    return None


def numbered(text: str) -> tuple[int, str, int, int] | None:
    """The number that opens ``text``: its level, how it is printed, its value, and where the text behind it begins; None where there is none."""
    for level, pattern in _NUMBERS:
        match = pattern.match(text)
        if match:
            value = value_of(next(g for g in match.groups() if g))
            if value:
                start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(BLANKS))
                return level, _WITHIN.sub("", match.group()), value, start
    return None


_WITHIN = re.compile(r"(?<=\S)[ \u3000]+(?=\S)")


def decimal(text: str) -> tuple[int, str, int, int] | None:
    """The same of a number in decimals, of which the last part counts; its level hangs on the report it stands in (``decimals``)."""
    found = _DECIMAL.match(text)
    if found is None:
        return None
    parts = re.split("[.．]", found[1].rstrip(".．、"))
    return len(parts), found[1], int(parts[-1]), found.end()


def _with_title(text: str, level: int, printed: str, ordinal: int, start: int) -> Heading | None:
    """The title is the first sentence; None where that is too long for one (a numbered paragraph)."""
    if labelled := _labelled(text, start):
        rest = text[labelled:].lstrip(BLANKS)
        return Heading(level, printed, ordinal, text[start : labelled - 1], start, rest, len(text) - len(rest))
    if apart := _SET_APART.match(text, start):
        return Heading(level, printed, ordinal, apart["title"], start, text[apart.end() :], apart.end())
    first = next((piece for _, piece in split_after(text[start:], "。！？；")), "")
    end = start + len(first)
    title = first.rstrip("。！？；：:" + BLANKS)
    if not title or len(title) > LONGEST_TITLE or (first[-1] == "；" and level > 2):
        return None
    rest = text[end:].lstrip(BLANKS)
    return Heading(level, printed, ordinal, title, start, rest, len(text) - len(rest))


_SET_APART = re.compile(r"(?P<title>[\u4e00-\u9fff“”《》、]{2,20})(?:\u3000|[ \u00a0]{2})[ \u00a0\u3000]*(?=[\u4e00-\u9fff“《][^。]*，[^。]*。)")
"""A title that a wide blank parts from its text, a sentence of several clauses: （一）压实责任　修订防汛责任制，公布河长326名。"""
_LABEL = re.compile("[^，。；：:、！？]{2,12}[：:](?=.)")
_COUNT = re.compile(r"\d[\d.,]*[余多]?[万亿]?[\u4e00-\u9fff%％]")


def _labelled(text: str, start: int) -> int:
    """Where the text begins behind a title that a colon ends, as a list has it (三、存在问题：人手少); 0 where the colon is one within a title: the
    words before it name no problems or plans, and those behind it tell no figures."""
    found = _LABEL.match(text, start)
    if found is None:
        return 0
    counts, ended = len(_COUNT.findall(text, found.end())), text[-1] in "。；.;"
    ahead = own_roles(text[start : found.end() - 1]) & {Role.PROBLEM, Role.PLAN}
    return found.end() if ahead or counts > 1 or (counts and ended) else 0


def _styled(text: str, level: int, printed: str = "", ordinal: int = 0, start: int = 0) -> Heading | None:
    """A paragraph in a heading style that is one sentence without a stop is a title however long it is."""
    title = text[start:]
    if not level or not title or re.search("[。！？；]", title):
        return None
    if (framed := FRAMED.fullmatch(title)) is not None:
        return Heading(level, printed, ordinal, framed[1], start + framed.start(1), "", len(text))
    return Heading(level, printed, ordinal, title.rstrip("：:" + BLANKS), start, "", len(text))


FRAMED = re.compile(r"[【\[〔■●◆▲★]\s*([^【】\[\]〔〕]+?)\s*[】\]〕]?[：:]?")
"""A title in brackets or behind a mark, as what is sent by message has it."""
FRAMED_RUN_IN = re.compile(rf"[【〔]([^【】〔〕，。；：\d]{{2,20}})[】〕][：:]?[{BLANKS}]*(?=[^，。；：{BLANKS}])")
"""The same with text behind it."""
FRAMED_ALONE = re.compile(r"[【〔][^【】〔〕，。；：\d]{2,20}[】〕][：:]?")
"""The same on a line of its own."""


_ROLE_CUES = (
    (
        Role.PRACTICE,
        r"做法|举措|报告.{0,6}年的工作|开展情况|履职情况|工作情况|主要工作|回顾|完成情况|落实情况|履行.{0,12}情况|主要措施|工作总结|基本情况|进展情况",
    ),
    (Role.RESULT, r"成效|成绩|成果|亮点|成就"),
    (Role.CAUSE, r"原因"),
    (
        Role.PLAN,
        r"打算|思路|工作计划|改进方向|努力的方向|新年展望|工作安排|下一步|下步|今后|努力方向|整改措施|目标任务|主要目标|重点工作|工作任务|主要任务|改进措施"
        r"|(?:明年|来年|下半年|下一年|新的?一年|下季度|下一?阶段|(?:\d{4}|[一二三四五六七八九〇零○]{4})年).{0,12}(?:谋划|设想|部署|安排|计划|重点|任务|目标|展望|要点)$|对策(?=$|[，、和与及建措])"
        r"|(?<!代表)(?<!委员)(?<!征求)(?<!提案)[建意]议(?=$|[，、和与及])",
    ),
)
_FROM_NOW_ON = re.compile("下一?步|今后|明年|来年|下一?阶段")
"""How a title opens that is about nothing done: 下步举措."""
_ROLES = tuple((role, re.compile(cue)) for role, cue in _ROLE_CUES)


_PROBLEM = re.compile(
    r"(?:问题|不足|短板|弱项|差距|困难|薄弱环节)”?(?=$|[，、；。：:（）()和与及以并等]|之处|所在|情况|原因|整改|分析|方面|挑战|需要|亟待|如下|在哪)"
)
_PUT_RIGHT = re.compile("问题的?整改(?:落实)?(?:工作|任务)?(?:开展|完成|进展|推进)?情况$")
"""A title on how problems that somebody found were put right: what was done."""
_OTHERWISE = re.compile(
    r"(?:.{0,6}有待|仍?需要?).{0,2}(?:加强|改进|提高|完善|提升)的?(?:方面|地方|之处|环节)?$|(?:.{0,6}的)?(?:主要)?(?:[堵难痛卡]点[、和与及]?)+$"
)
"""A title on problems that calls them by no such name."""
_IN_PASSING = re.compile(
    "解决|破解|破除|攻克|整治|整改|化解|补|弥补|缩小|克服|审议|研究|讨论|答复|回应|处理|处置|办理|治理|消除|扭转|改进|改善|坚持|针对|瞄准|紧盯"
    "|盯住|聚焦|围绕|直面|反映|帮扶|帮助|关心|关注|防止|防范|杜绝|摆脱|战胜|应对"
)
"""Verbs whose object problems are, where a title is about something else."""

_TO_BE_SOLVED = re.compile(r"(?:需要?|[亟急尚][待需]|有待|待)(?:进一步|着力|重点|抓紧|研究|协调)*(?:解决|破解|化解|改进|克服|整改|处理|攻克|突破)的")
"""Says of problems that they are still there: 需要解决的问题 are what the title is about."""


def names_problems(title: str) -> bool:
    """Whether ``title`` is about problems (存在的问题和不足), and does not only mention some: 补短板, 审议发展的重大问题, 慰问困难党员."""
    for match in _PROBLEM.finditer(title):
        clause = re.split("[，；。：和与及、]", title[: match.start()])[-1]
        if not _IN_PASSING.search(_TO_BE_SOLVED.sub("", clause)):
            return True
    return _OTHERWISE.match(title) is not None


def own_roles(title: str) -> frozenset[Role]:
    """The roles that the words of ``title`` give; 问题 before 整改 is a practice, not a shortcoming."""
    roles = {role for role, cue in _ROLES if cue.search(title)} | ({Role.PROBLEM} if names_problems(title) else set())
    if Role.PRACTICE in roles and Role.PLAN in roles and not re.search(r"打算|思路|下一步|下步|今后|努力方向|整改措施", title):
        roles.discard(Role.PLAN)
    if {Role.PRACTICE, Role.PLAN} <= roles and _FROM_NOW_ON.match(title):
        roles.discard(Role.PRACTICE)
    if Role.PLAN in roles and Role.PROBLEM in roles and re.search(r"问题(的)?整改|整改", title):
        roles.discard(Role.PROBLEM)
    if Role.PROBLEM in roles and _PUT_RIGHT.search(title):
        roles = (roles - {Role.PROBLEM}) | {Role.PRACTICE}
    return frozenset(roles)


def roles(title: str, parent: frozenset[Role] | None) -> frozenset[Role]:
    """The roles of a section: a top one's by its title, any other's by its parent.

    Under a parent for problems and plan together a title may choose; a headed part without a cue answers the problems, so it is plan.
    """
    if not parent:
        return own_roles(title)
    if {Role.PROBLEM, Role.PLAN} <= parent:
        return (own_roles(title) & parent) or frozenset({Role.PLAN})
    return parent


_LOOKS_BACK = re.compile(r"回顾|成就|工作总结|报告.{0,6}年的工作")


def chapter_roles(titles: Sequence[str], title: str = "") -> list[frozenset[Role]]:
    """The roles of the top sections of a report of that ``title``, by their own titles and their order.

    What follows a look back at the period (回顾) looks ahead, whatever its title says: problems keep their role, all else is plan. A last part behind
    the problems is plan (下半年安排). Where problems or plans come at the end, what stands before them without a cue was done; in a plan it is to be
    done.
    """
    found = _by_look_back(titles)
    ahead = _AHEAD.search(title) is not None and not _BACK.search(title)
    if ahead:
        return [own or frozenset({Role.PLAN}) for own in found]
    if len(found) > 1 and not found[-1] and Role.PROBLEM in found[-2]:
        found[-1] = frozenset({Role.PLAN})
    found = _done_before_problems([head.replace(year[0], "") for head in titles] if (year := _YEAR.search(title)) else titles, found)
    end = next((i for i, own in enumerate(found) if own & {Role.PROBLEM, Role.PLAN}), 0)
    return [own or (frozenset({Role.PRACTICE}) if not _PREAMBLE.search(titles[i]) else own) if i < end else own for i, own in enumerate(found)]


def _done_before_problems(titles: Sequence[str], found: Sequence[frozenset[Role]]) -> list[frozenset[Role]]:
    """``found``, with what was done before the problems that speaks of a plan and of nothing to come: 制定并落实年度工作计划."""
    problems = next((i for i, own in enumerate(found) if Role.PROBLEM in own), 0)
    done = frozenset({Role.PRACTICE})
    return [done if i < problems and own == {Role.PLAN} and not _TO_COME.search(titles[i]) else own for i, own in enumerate(found)]


_TO_COME = re.compile(
    r"下一?[步阶]|今后|明年|来年|[下新][一半]?年|下季度|打算|设想|谋划|展望|方向|整改|改进|对策|[建意]议|思路|\d{4}年|[一二三四五六七八九〇零○]{4}年"
)
_YEAR = re.compile(r"\d{4}年")
_AHEAD = re.compile("计划|打算|思路|要点|谋划|安排|设想")
_BACK = re.compile("总结|回顾|报告|汇报|情况|述职")
_PREAMBLE = re.compile("指导思想|总体要求|基本原则|目标|形势|意义|背景")


def _by_look_back(titles: Sequence[str]) -> list[frozenset[Role]]:
    found: list[frozenset[Role]] = []
    looked_back = False
    for title in titles:
        own = own_roles(title)
        looks_back = _LOOKS_BACK.search(title) is not None
        if looks_back and Role.PLAN in own:
            own = frozenset({Role.RESULT, Role.PLAN})
        elif looked_back and not looks_back and Role.PROBLEM not in own:
            own = frozenset({Role.PLAN})
        found.append(own)
        looked_back = looked_back or looks_back
    return found

"""What must not leave the office with a file: changes and comments still open, text that no page shows, blanks not filled, other people's names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.document import Paragraph, Run
from generator.check.fonts import white
from generator.check.forms import OFFICIAL, Form
from generator.check.roles import Role
from generator.check.rule import Finding, Laid, Rule, advice, practice, regulation
from generator.check.traces import others
from generator.leftovers import CELL_ERRORS, FIELD_ERRORS, NOTHING

_ANY = OFFICIAL | {Form.FOREIGN}
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_UNITS = "年月日号个名项次人元亿万户处家场件条天"
_MEASURE = rf"(?:[{_UNITS}座扇台套辆部所吨亩倍米]|平方(?:公里|米)|立方米|公里|公顷|人次|个百分点|[%％‰])"
_COUNTED = rf"(?=\s*(?:[万亿]元|[万亿](?={_MEASURE})|{_MEASURE}(?:[，。、；）]|$)))"
"""What follows a figure and hardly anything else: 万元, or a measure that ends a clause."""
_ASKED = "补充?|提供|核实?|核对|确[定认]|落实|填写?|完善|修改|更新"
_ALWAYS = "|".join(
    (
        r"[×✕╳]{2,}",
        r"(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])",
        r"[〔【（(\[［]\s*待[^〕】）)\]］，。]{1,4}[〕】）)\]］]",
        r"[〔【（(\[［][^〔【（(\[［〕】）)\]］，。]{1,8}待(补充?|提供|核实?|确[定认]|落实|填|定)[〕】）)\]］]",
        FIELD_ERRORS,
        CELL_ERRORS,
        rf"(?<=[{_HAN}，、])({'|'.join(NOTHING)})(?=[{_HAN}，。；、）%]|$)",
        rf"[〔【（(\[［](请|需|还需|尚需|再)[^〕】）)\]］，。]{{0,8}}({_ASKED})(数据|数字|材料|情况|内容|一下)?[〕】）)\]］]",
        r"[〔【（(\[［](补|加|查|核)(充|实|对)?(一下)?(数据|数字|材料)[〕】）)\]］]|[〔【（(\[［](再核|核实|核对)[〕】）)\]］]",
        r"数[据字](暂缺|未报|待报)|(数[据字值]|金额)(暂缺|未报|待(报|核实?|补充?|定|确[定认]|更新|统计|核对))(?=[，。；、）)]|$)",
        r"(?<![A-Za-z])([Yy]{4}|20[Yy]{2})\s*(年(\s*[Mm]{1,2}\s*月(\s*[Dd]{1,2}\s*日)?)?|[-/.][Mm]{2}([-/.][Dd]{2})?)|(?<![A-Za-z])[Mm]{1,2}月[Dd]{1,2}日",
        rf"(?<=[{_HAN}，、：（])#{{2,}}|(?<!#)#{{2,}}(?=\s*[{_UNITS}座扇])|^#{{2,}}$",
        r"[（(]\s*[?？]+\s*[）)]",
        rf"(?P<mark>[#%$])[{_HAN}]{{1,10}}(?P=mark)",
        r"(?<![亟有还尚仍板口])待补(?![充足齐缺办])|待填",
        r"\d{2,3}[×✕Xx＊*]{1,2}(?=年)",
        rf"[<＜][^<>＜＞]{{0,20}}[{_HAN}][^<>＜＞]{{0,20}}[>＞]|〈[^〈〉]{{0,12}}(名称|姓名|日期|单位|数字|数量|时间|地点|金额)〉|[\[［][^\[\]［］]{{0,12}}(名称|姓名|日期|单位|数字|数量|时间|地点|金额)[\]］]",
        r"[〔【（(\[［](注[：:]\s*)?(此处|请补|请填|填写|插入)[^〕】）)\]］]{0,20}[〕】）)\]］]",
        rf"\{{[{{%].*?[%}}]\}}|\$\{{[^}}]{{1,40}}\}}|«[^»]{{1,40}}»|(?<![●◆■▲★•])[{{｛][^{{}}｛｝]{{0,20}}[{_HAN}][^{{}}｛｝]{{0,20}}[}}｝]",
        rf"\$[A-Za-z_]\w{{0,20}}\$|[{{｛][A-Za-z_]\w{{0,20}}[}}｝]|(?<=[{_HAN}，：])%[sd](?![A-Za-z])",
        rf"(?<=[{_HAN}])([ONＯＮ]{{2,}}|[Yy]{{4}}){_COUNTED}|(?<=[年月])[*＊](?=[月日])",
        r"(?<![A-Za-z])(TODO|TBD|FIXME|[Ll]orem ipsum)(?![A-Za-z])",
        r"(单击|点击)(或点击)?此处.{0,8}|(在此处?|此处)(键入|输入|添加|填写|插入|粘贴).{0,8}|(Click( or tap)?|Type)( text)? here( to enter text)?",
    )
)
_IN_TEXT = "|".join(
    (
        rf"(?<![\d.A-Za-z])[×✕Xx](?=\s*[{_UNITS}])",
        r"[＿_]{2,}",
        r"(?<!\*)\*{2,}(?!\*)(?![^*\s][^*]*\*\*)(?<![^*\s]\*\*)|＊{2,}|@{2,}",
        rf"(?:(?<![■●◆★☆▲◎])[■●◆★☆▲◎]{{2,}}|(?<=[{_HAN}])[■●◆▲]|…{{1,2}}|(?<!-)-{{2,}}|(?<![—~～])[—~～]{{2,}}|(?<=[{_HAN}])[?？]|(?<=[{_HAN}])[NnＮ]|(?<=[{_HAN}，：])\*{{2,}}){_COUNTED}",
        rf"(?<=[{_HAN}])(?<!位)[ \u3000](?=[万亿]元[，。、；])",
        r"(?<![一二三四五六七八九十○〇])[○〇]{2,}(?![一二三四五六七八九年○〇])|△{2,}",
        rf"[□☐]{{2,}}|[□☐]\s*[{_HAN}]{{1,6}}\s*[□☐]",
        rf"[?？]{{3,}}|(?<=[{_HAN}，])[?？]{{2}}(?=\s*[{_UNITS}])",
        rf"(?<=附件|附表)[Xx×✕](?![A-Za-z])|@[{_HAN}]{{2,4}}(?=[\s，：:])",
        rf"【\s*】|(?<=[{_HAN}：，])(?<!^[一二三四五六七八九十])【(?!\d{{4}}】)[^】，。]{{1,12}}】(?=\S)|(?<=：)【[^】，。]{{1,12}}】",
        r"（\s*）|\(\s+\)|“\s*”|〔\s*〕|［\s*］|\[\s+\]|《\s*》|「\s*」|[（(][.．·…]{2,}[）)]|[（(【〔][补待空][）)】〕]|：[ \u3000]{2,}(?=[，。；])",
        rf"(?<![亟有还尚等期])待定(?=[，。；、]|$|[万亿]元|[{_UNITS}座扇台套辆][，。；、]|(?:公里|平方米|亩|吨)[，。；、])",
        rf"(?<=[{_HAN}，：])[ \u3000]{{2,}}(?=[{_UNITS}%％‰])|(?<!\d)(?:19|20)[ \u3000]{{2,}}(?=年)",
        rf"(?<=[{_HAN}：])[.．]{{4,}}(?=[，。；、）]|$)",
        r"某某(?=同志|[局市县区镇乡村街委科]|公司|单位|领导)",
        r"年[\s_＿]+月([\s_＿]*日)?|〕\s+号",
    )
)
_BLANK, _STRONG = re.compile(f"{_ALWAYS}|{_IN_TEXT}"), re.compile(_ALWAYS)
_LEAST_UNDERLINED = 2
_TINIEST = 6
"""Half-points: what is set in 3 pt or less is not meant to be read."""


def blank(text: str) -> bool:
    """Whether ``text`` is nothing but a mark for what is still to be filled in."""
    return _BLANK.fullmatch(text.strip()) is not None


def _changes(laid: Laid) -> Iterator[Finding]:
    traces = laid.document.traces
    if traces.changes:
        said = "、".join(f"{what} {count} 处" for what, count in traces.changes.items())
        fault = f"有修订没有接受或拒绝：{said}{_by(traces.authors)}"
        yield Finding(fault, "“审阅—修订”逐处接受或拒绝，再关掉“修订”")


def _comments(laid: Laid) -> Iterator[Finding]:
    traces = laid.document.traces
    if traces.comments:
        yield Finding(f"有 {traces.comments} 条批注没有删{_by(traces.authors)}", "“审阅—批注—删除—删除文档中的所有批注”")


def _by(authors: tuple[str, ...]) -> str:
    return f"（{'、'.join(authors[:3])}{'等' if len(authors) > 3 else ''}）" if authors else ""


def _hidden(laid: Laid) -> Iterator[Finding]:
    mend = "“文件—选项—显示”勾上“隐藏文字”，找出来删去，或去掉“字体—隐藏”"
    for paragraph in (*laid.document.paragraphs, *laid.document.boxed):
        if paragraph.hidden.strip():
            yield Finding(f"有隐藏文字“{_short(paragraph.hidden)}”", mend, paragraph)
        for run in paragraph.runs:
            if run.text.strip() and _invisible(run, paragraph):
                yield Finding(f"有印出来看不见的字“{_short(run.text)}”，是白色的，或小得看不见", "删去，或改成黑色、正常的字号", paragraph)


def _invisible(run: Run, paragraph: Paragraph) -> bool:
    if run.face.size <= _TINIEST:
        return True
    return white(run.face.colour) and not (run.face.dress.shade or run.face.dress.highlight or paragraph.shade or paragraph.ground)


def _short(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= 10 else f"{bare[:10]}…"


def _placeholders(laid: Laid) -> Iterator[Finding]:
    """In an annex blanks may be meant: there, and in tables, only what can mean nothing else counts."""
    annexed = False
    for part in laid.parts:
        annexed = annexed or part.role is Role.ANNEX_LABEL
        if part.role is not Role.CONTENTS:
            yield from _blanks(part.paragraph, _STRONG if annexed else _BLANK)
            yield from _underlined(part.paragraph) if not annexed else ()
    for paragraph in laid.document.boxed:
        yield from _blanks(paragraph, _STRONG)


def _blanks(paragraph: Paragraph, pattern: re.Pattern[str]) -> Iterator[Finding]:
    found = dict.fromkeys(_short(match.group()) or "空着的地方" for match in pattern.finditer(paragraph.text))
    if paragraph.prompt.strip():
        found |= {_short(paragraph.prompt): None}
    if found:
        yield Finding(f"有没填好的地方：{'、'.join(f'“{said}”' for said in [*found][:5])}", "填上，或把这一处删去", paragraph)


def _underlined(paragraph: Paragraph) -> Iterator[Finding]:
    if any(run.face.dress.underlined and not run.text.strip() and len(run.text) >= _LEAST_UNDERLINED for run in paragraph.runs):
        yield Finding("有画着下划线的空白没有填", "填上，或把这一处删去", paragraph)


def _people(laid: Laid) -> Iterator[Finding]:
    text = "".join(part.text for part in laid.parts if part.role in (Role.SIGNATURE, Role.SIGNER, Role.SUBTITLE, Role.ISSUER, Role.TITLE))
    found = others(laid.document.traces.people, text)
    if found:
        said = "、".join(f"{what}“{name}”" for what, name in found.items())
        yield Finding(f"文件属性里留有人名或单位名：{said}", "“文件—信息—检查文档”删去“文档属性和个人信息”")


RULES: tuple[Rule, ...] = (
    regulation("pending-changes", "修订都已接受或拒绝", "第二十五条", _changes, _ANY),
    regulation("comments", "批注都已删去", "第二十五条", _comments, _ANY),
    practice("hidden-text", "没有隐藏的字、白色的字", "", _hidden, _ANY),
    regulation("placeholder", "没有没填好的地方（××、待补、____、【】）", "第二十五条", _placeholders),
    advice("properties", "文件属性里没有别人的名字", _people, _ANY),
)

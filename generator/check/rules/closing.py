"""Signature, date and note: GB/T 9704-2012, 7.3.5 and 7.3.6. Distances are in characters of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.check.closings import side_by_side
from generator.check.document import Paragraph
from generator.check.forms import OFFICIAL, Form
from generator.check.measure import characters, empty_lines_above, indented, right_gap, said_characters, width
from generator.check.roles import Part, Role
from generator.check.rule import Finding, Laid, Rule, standard

_OFF = 0.5
_ALMOST = 0.75
"""Lines: space set between two paragraphs that looks like an empty line."""
_SEALED = OFFICIAL - {Form.ORDER, Form.MINUTES}
"""An order bears the name of who signs it (7.3.5.3), minutes bear none."""
_PROPER_DATE = re.compile(r"[0-9]{4}年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日")
_WEEKDAY = re.compile(r"[（(]?(星期|周|礼拜)[一二三四五六日天][）)]?$")
_CHINESE_DIGITS = re.compile(r"[〇○零一二三四五六七八九十]")


class _Closing(Struct, frozen=True):
    """How far signature and date stand from the right, and how wide they are. ``joint``: several offices sign in one line, of which the last
    counts."""

    signature: float
    date: float
    signature_width: float
    date_width: float
    joint: bool = False

    @property
    def sealed_signature(self) -> float:
        """Where the signature stands over a seal: centred on a date four characters in (7.3.5.1)."""
        return max(0.0, 4 + (self.date_width - self.signature_width) / 2)

    @property
    def longer(self) -> bool:
        """Whether the date is the longer one, and pushes the signature left (7.3.5.2)."""
        return self.date_width > self.signature_width

    @property
    def unsealed_signature(self) -> float:
        return 4 + self.date_width - self.signature_width if self.longer else 2.0

    @property
    def unsealed_date(self) -> float:
        return 2.0 if self.longer else max(0.0, self.signature_width - self.date_width)

    @property
    def fits(self) -> bool:
        sealed = _near(self.date, 4) and _near(self.signature, self.sealed_signature)
        return sealed or (not self.joint and _near(self.signature, self.unsealed_signature) and _near(self.date, self.unsealed_date))


def _near(found: float, wanted: float) -> bool:
    return abs(found - wanted) <= _OFF


def _measured(laid: Laid) -> tuple[_Closing, Part, Part] | None:
    """The closing of a report that one signature and a date close, or one line of several, where both stand at a known place. A date to be rewritten
    will be as wide as another."""
    signatures, dates = laid.of(Role.SIGNATURE), laid.of(Role.DATE)
    offices = side_by_side(signatures[-1].text) if signatures else ()
    if (len(signatures) != 1 and not offices) or not dates or _CHINESE_DIGITS.search(dates[0].text):
        return None
    if not _PROPER_DATE.fullmatch(_unpadded(dates[0].text)):
        return None
    above, below = signatures[-1], dates[0]
    gaps = [right_gap(part.paragraph, laid.section(part)) for part in (above, below)]
    if gaps[0] is None or gaps[1] is None:
        return None
    size = laid.wanted.body.size
    last = offices[-1] if offices else above.text
    wide, date_wide = (characters(width(text, part.paragraph), size) for text, part in ((last, above), (below.text, below)))
    return _Closing(characters(gaps[0], size), characters(gaps[1], size), wide, date_wide, bool(offices)), above, below


def _signature(laid: Laid) -> Iterator[Finding]:
    measured = _measured(laid)
    if measured is None or measured[0].fits:
        return
    closing, above, _ = measured
    mend = "“段落—对齐方式”选“右对齐”，“缩进—右侧”"
    if closing.joint:
        if not _near(closing.signature, closing.sealed_signature):
            wanted = said_characters(closing.sealed_signature)
            fault = f"联合署名右空 {said_characters(closing.signature)}；排在一行的，最后一个机关应以日期为准居中（右空 {wanted}）"
            yield Finding(fault, f"{mend}填 {wanted}符；不盖印章的，各机关依次向下排，一个一行", above.paragraph)
    elif _near(closing.date, 4):
        wanted = said_characters(closing.sealed_signature)
        fault = f"署名右空 {said_characters(closing.signature)}；加盖印章的，应以日期为准居中（右空 {wanted}）"
        yield Finding(fault, f"{mend}填 {wanted}符", above.paragraph)
    elif not _near(closing.signature, closing.unsealed_signature):
        wanted = said_characters(closing.unsealed_signature)
        yield Finding(f"署名右空 {said_characters(closing.signature)}，应右空 {wanted}", f"{mend}填 {wanted}符", above.paragraph)


def _date_place(laid: Laid) -> Iterator[Finding]:
    measured = _measured(laid)
    if measured is None or measured[0].fits or _near(measured[0].date, 4):
        return
    closing, _, below = measured
    if closing.joint:
        fault = f"成文日期右空 {said_characters(closing.date)}；几个机关的署名排在一行，盖印章的，应右空 4 字"
        yield Finding(fault, "“段落—对齐方式”选“右对齐”，“缩进—右侧”填 4 字符；不盖印章的，各机关依次向下排，一个一行", below.paragraph)
    elif not _near(closing.date, closing.unsealed_date):
        wanted = said_characters(closing.unsealed_date)
        why = "右空二字" if closing.longer else "首字比署名首字右移二字"
        fault = f"成文日期右空 {said_characters(closing.date)}；不盖印章的，应{why}（右空 {wanted}），盖印章的，应右空 4 字"
        yield Finding(fault, f"“段落—对齐方式”选“右对齐”，“缩进—右侧”填 {wanted}符；盖印章的填 4 字符", below.paragraph)


def _signature_gap(laid: Laid) -> Iterator[Finding]:
    """Above a seal there may be more room: it must reach within one line of the text (7.3.5.1)."""
    closing = (laid.of(Role.SIGNATURE) or laid.of(Role.DATE))[:1]
    measured = _measured(laid)
    sealed = measured is not None and _near(measured[0].date, 4)
    for part in closing:
        found = round(empty_lines_above(part, laid))
        if found < 1 or (found > 1 and not sealed):
            yield Finding(f"{part.role}上面空了 {found} 行，应空一行", f"在{part.role}上面留一个空行", part.paragraph)


def _date_gap(laid: Laid) -> Iterator[Finding]:
    if laid.of(Role.SIGNATURE):
        for part in laid.of(Role.DATE)[:1]:
            if empty_lines_above(part, laid) >= _ALMOST:
                yield Finding("署名和成文日期之间有空行", "成文日期排在署名的下一行", part.paragraph)


def _dates(laid: Laid) -> Iterator[tuple[Paragraph, str]]:
    return ((part.paragraph, part.text if _WEEKDAY.search(part.text) else part.text.strip("（）()")) for part in laid.of(Role.DATE))


def _unpadded(text: str) -> str:
    return re.sub(r"(?<=[年月])0(?=\d)", "", text)


def _padding(laid: Laid) -> Iterator[Finding]:
    for paragraph, text in _dates(laid):
        if re.search(r"[年\-./月]0\d", text):
            yield Finding(f"成文日期写成“{text}”，月、日不写 0", "如 2025年1月5日，不写 2025年01月05日", paragraph)


def _numerals(laid: Laid) -> Iterator[Finding]:
    for paragraph, text in _dates(laid):
        if _CHINESE_DIGITS.search(_WEEKDAY.sub("", text)):
            yield Finding(f"成文日期写成“{text}”，应用阿拉伯数字", "如 2025年12月22日", paragraph)


def _form(laid: Laid) -> Iterator[Finding]:
    for paragraph, text in _dates(laid):
        if not _CHINESE_DIGITS.search(_WEEKDAY.sub("", text)) and not _PROPER_DATE.fullmatch(_unpadded(text)):
            yield Finding(f"成文日期写成“{text}”，应写全年、月、日，{_how(text)}", "如 2025年12月22日", paragraph)


def _how(text: str) -> str:
    return "数字用半角" if re.search("[０-９]", text) else "中间不留空格"


def _alone(laid: Laid) -> Iterator[Finding]:
    """By breaks set by hand, and by the pages as Word last laid them out."""
    closing = laid.of(Role.SIGNATURE) + laid.of(Role.DATE)
    if not closing:
        return
    above = next((p for p in laid.before(closing[0]) if p.role is not Role.EMPTY), None)
    for part in closing:
        if above is not None and part.paragraph.opens > above.paragraph.closes:
            yield Finding(f"{part.role}单独落在一页上，没有正文", "调整行距、字距，使这一页有正文；不写“此页无正文”", part.paragraph)
            return


def _note(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.NOTE):
        found = characters(indented(part.paragraph), part.paragraph.face.size)
        if abs(found - 2) > _OFF:
            yield Finding(f"附注左空 {said_characters(found)}，应空二字", "“段落—缩进—特殊”选“首行”2 字符", part.paragraph)
        if part.text[0] != "（" or part.text[-1] != "）":
            yield Finding("附注的括号是半角的，应用全角圆括号", "改成“（　）”", part.paragraph)


RULES: tuple[Rule, ...] = (
    standard("signature-place", "署名的位置：不盖印章右空二字，盖印章以日期为准居中", "7.3.5", _signature, _SEALED),
    standard("date-place", "成文日期的位置：不盖印章比署名右移二字，盖印章右空四字", "7.3.5", _date_place, _SEALED),
    standard("signature-gap", "署名上面空一行", "7.3.5", _signature_gap, _SEALED),
    standard("date-gap", "成文日期在署名的下一行", "7.3.5", _date_gap, _SEALED),
    standard("date-padding", "成文日期的月、日不写 0", "7.3.5.4", _padding),
    standard("date-numerals", "成文日期用阿拉伯数字", "7.3.5.4", _numerals),
    standard("date-form", "成文日期写全年、月、日", "7.3.5.4", _form),
    standard("date-alone", "署名和日期不单独占一页", "7.3.5.5", _alone),
    standard("note-form", "附注左空二字，加圆括号", "7.3.6", _note),
)

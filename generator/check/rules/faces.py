"""Faces, sizes and colours of the text: GB/T 9704-2012, 5.2.2 and 5.2.4, and what keeps them when the file is opened elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from generator.check.cues import ARTICLED
from generator.check.document import Font, Run
from generator.check.fonts import black, family, white
from generator.check.lines import cut
from generator.check.roles import Part, Role
from generator.check.rule import Finding, Laid, Rule, advice, practice, standard
from generator.check.wanted import Type
from generator.chinese.punctuation import HAN
from generator.chinese.sizes import size_name
from generator.reading.lines import BLANKS

_PLAIN = (Role.ADDRESSEE, Role.BODY, Role.ATTACHMENT, Role.SIGNATURE, Role.DATE, Role.NOTE)
_COLOURED = (Role.ISSUER, Role.EMPTY, Role.COVER)
_LATIN = re.compile(r"[A-Za-z0-9]")
_AMBIGUOUS = re.compile(r"[“”‘’—…·×]")
_SERIF = {"Times New Roman", "Liberation Serif", "Nimbus Roman", "Tinos"}


def runs(part: Part, pattern: re.Pattern[str] = HAN) -> Iterator[Run]:
    """The runs of ``part`` with a character that ``pattern`` finds."""
    return (run for run in part.paragraph.runs if pattern.search(run.text))


def head(part: Part) -> Part:
    """The heading that opens ``part``, by itself; all of it where nothing follows the heading."""
    return _with_runs(part, 0) if part.heading and part.heading.rest and len(part.paragraph.runs) > 1 else part


def rest(part: Part) -> Part:
    """What follows the heading that opens ``part``; all of it where none does."""
    return _with_runs(part, 1) if part.heading and part.heading.rest and len(part.paragraph.runs) > 1 else part


def _with_runs(part: Part, which: int) -> Part:
    assert part.heading is not None
    return _cut(part, part.heading.rest_at, which)


def _cut(part: Part, at: int, which: int) -> Part:
    text = part.paragraph.text
    start = len(text) - len(text.lstrip(BLANKS + "\n"))
    return replace(part, paragraph=replace(part.paragraph, runs=cut(part.paragraph.runs, start + at)[which]))


def article(part: Part) -> int:
    """How long the number is (第一条) that opens ``part``, an article of rules; 0 where none does. The standard does not say how it is set."""
    found = ARTICLED.match(part.text) if part.role is Role.BODY and part.heading is None else None
    return found.end() if found else 0


def articled(part: Part, wanted: Type) -> bool:
    """Whether the number of the article ``part`` alone is set in the face ``wanted``."""
    label = article(part)
    return bool(label) and not any(wrong_fonts(_cut(part, label, 0), wanted)) and any(wrong_fonts(_cut(part, label, 1), wanted))


def wrong_fonts(part: Part, *wanted: Type) -> Iterator[str]:
    """The faces, one by one, that Han characters of ``part`` are set in and that are none of ``wanted``; a run without a face is another rule's."""
    allowed = {family(t.font) for t in wanted}
    found = {family(run.face.east_asian.name) for run in runs(part) if run.face.east_asian.name}
    yield from sorted(found - allowed)


def wrong_sizes(part: Part, wanted: Type) -> Iterator[str]:
    """The sizes, by name, of characters of ``part`` that are not of the size ``wanted``."""
    yield from (size_name(n) for n in sorted({run.face.size for run in part.paragraph.runs if run.text.strip()} - {wanted.size}))


def wrongly_bold(part: Part, wanted: bool | None) -> bool:
    """Whether characters of ``part`` are bold where they are not to be, or the other way round."""
    return wanted is not None and any(run.face.bold is not wanted for run in part.paragraph.runs if run.text.strip())


def font_finding(part: Part, found: str, wanted: Type) -> Finding:
    fault = f"{part.role}的字体是“{found}”，应是“{family(wanted.font)}”"
    return Finding(fault, f"选中后在“字体—中文字体”里选{wanted.font}", part.paragraph)


def size_finding(part: Part, found: str, wanted: Type) -> Finding:
    return Finding(
        f"{part.role}的字号是“{found}”，应是“{size_name(wanted.size)}”", f"选中后在“字体—字号”里选{size_name(wanted.size)}", part.paragraph
    )


def _plain_type(part: Part, laid: Laid) -> Type:
    return laid.wanted.addressee if part.role is Role.ADDRESSEE else laid.wanted.body


def _font(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_PLAIN):
        wanted = _plain_type(part, laid)
        said = _cut(part, article(part), 1) if articled(part, laid.wanted.headings[0]) else rest(part)
        yield from (font_finding(part, found, wanted) for found in wrong_fonts(said, wanted))


def _size(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_PLAIN):
        wanted = _plain_type(part, laid)
        yield from (size_finding(part, found, wanted) for found in wrong_sizes(part, wanted))


def _colour(laid: Laid) -> Iterator[Finding]:
    for part in laid.parts:
        if part.role in _COLOURED:
            continue
        colours = sorted({run.face.colour for run in part.paragraph.runs if run.text.strip()})
        for colour in (each for each in colours if not black(each) and not white(each)):
            yield Finding(f"文字颜色是 {colour}，应是黑色", "选中后在“字体—字体颜色”里选黑色", part.paragraph)


def _latin(laid: Laid) -> Iterator[Finding]:
    allowed = {family(t.font) for t in (laid.wanted.body, *laid.wanted.headings, laid.wanted.title, laid.wanted.addressee)} | {"宋体"}
    for part in laid.of(Role.TITLE, Role.HEADING, *_PLAIN):
        found = {run.face.latin.name or "没有指定的字体" for run in runs(part, _LATIN)}
        for name in sorted(name for name in found if name not in _SERIF and family(name) not in allowed):
            yield Finding(f"数字和字母的字体是“{name}”", "选中后在“字体—西文字体”里选 Times New Roman", part.paragraph)


def _texts(laid: Laid) -> Iterator[Part]:
    return (part for part in laid.parts if part.role not in (Role.EMPTY, Role.COVER))


def _unnamed(laid: Laid) -> Iterator[Finding]:
    for part in _texts(laid):
        if any(run.face.east_asian == Font() for run in runs(part)):
            yield Finding("有汉字没有指定中文字体，换一台电脑会变样", "选中后在“字体—中文字体”里选好字体", part.paragraph)


def _themed(laid: Laid) -> Iterator[Finding]:
    for part in _texts(laid):
        faces: tuple[tuple[re.Pattern[str], Callable[[Run], Font]], ...] = ((HAN, lambda r: r.face.east_asian), (_LATIN, lambda r: r.face.latin))
        if any(slot(run).theme for pattern, slot in faces for run in runs(part, pattern)):
            yield Finding("用了主题字体（“中文正文”“西文正文”之类），换一台电脑会变样", "选中后在“字体”里选具体的字体名", part.paragraph)


def _quotes(laid: Laid) -> Iterator[Finding]:
    for part in _texts(laid):
        if any(not run.face.hint and not _chinese(run.face.high) for run in runs(part, _AMBIGUOUS)):
            fault = "引号、破折号在 Word 里会用西文字体，显得窄"
            yield Finding(fault, "选中这些符号，在“字体”里把西文字体也设成中文字体，或在 Word 里重打一遍", part.paragraph)


def _chinese(font: Font) -> bool:
    return font.name is not None and HAN.search(family(font.name)) is not None


def _language(laid: Laid) -> Iterator[Finding]:
    language = laid.document.language
    if language and not language.lower().startswith("zh"):
        yield Finding(f"默认的中文校对语言是 {language}，不是中文", "“审阅—语言”设成“中文(中国)”，并设为默认值")


RULES: tuple[Rule, ...] = (
    standard("body-font", "正文用仿宋", "5.2.2", _font),
    standard("body-size", "正文用三号", "5.2.2", _size),
    standard("text-colour", "文字用黑色", "5.2.4", _colour),
    practice("latin-font", "数字和字母用 Times New Roman，或与中文同一字体", "", _latin),
    practice("east-asian-font", "每个汉字都指定了中文字体", "", _unnamed),
    practice("theme-font", "不用主题字体", "", _themed),
    advice("quote-font", "引号、破折号用中文字体", _quotes),
    advice("language", "校对语言是中文", _language),
)

"""版头 and 版记 as the clerk gives them, and what of them is not written as GB/T 9704-2012 (7.2, 7.4) asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.declared import Given
from generator.facts.blanks import inlines
from generator.facts.model import Facts
from generator.patterns import late
from generator.problems import Place, Problem, Severity
from generator.report import Imprint, Inlines, Masthead, is_given, plain
from generator.yamlfile import Scalar

_NUMBER = late(r"[^〔〕\d]+〔\d{4}〕[1-9]\d*号")
_LOOSE_NUMBER = late(r"(\D*?)[\[（(【［〔{]?\s*(\d{4})\s*[\]）)】］〕}]?\s*年?第?\s*0*([1-9]\d*)\s*号?")
_SECRECY = late(r"(绝密|机密|秘密)(★(\d+(年|个月)|长期))?")
_URGENCIES = ("特急", "加急")


def masthead(given: Given | None) -> Masthead | None:
    """What 版头 says; None where it says nothing."""
    if given is None:
        return None
    copy, secrecy, urgency, issuer, number = (_words(given, "版头", key) for key in ("份号", "密级", "紧急程度", "发文机关", "发文字号"))
    signers = tuple(inlines(value, f"版头.签发人[{i}]", empty_is_blank=True) for i, value in enumerate(given.get("签发人") or ()))
    made = Masthead(copy, secrecy, urgency, issuer, number, signers)
    return made if made != Masthead() else None


def imprint(given: Given | None, printed: Inlines) -> Imprint | None:
    """What 版记 says; ``printed`` is its date as it is printed."""
    if given is None:
        return None
    made = Imprint(_words(given, "版记", "抄送"), _words(given, "版记", "印发机关"), printed)
    return made if made != Imprint() else None


def _words(given: Given, prefix: str, key: str) -> Inlines:
    value: Scalar | None = given.get(key)
    return inlines(value, f"{prefix}.{key}") if value is not None else ()


def formality_problems(facts: Facts) -> Iterator[Problem]:
    """One warning for each part of 版头 that is written otherwise than the standard asks; one left open is no fault."""
    head = facts.masthead
    if head is None:
        return
    if is_given(head.copy) and not re.fullmatch(r"\d{6}", plain(head.copy)):
        yield _warning(facts, head.copy, "copy-number", f"份号“{plain(head.copy)}”不是 6 位数字", "形如 000001")
    if is_given(head.secrecy) and not _SECRECY.fullmatch(plain(head.secrecy)):
        yield _warning(facts, head.secrecy, "secrecy", f"密级“{plain(head.secrecy)}”不合规矩", "绝密、机密、秘密，保密期限写在★后面，如 秘密★1年")
    if is_given(head.urgency) and plain(head.urgency) not in _URGENCIES:
        yield _warning(facts, head.urgency, "urgency", f"紧急程度没有“{plain(head.urgency)}”", "写 特急 或 加急")
    if is_given(head.number) and not _NUMBER.fullmatch(plain(head.number)):
        yield _warning(facts, head.number, "document-number", f"发文字号“{plain(head.number)}”不合规矩", _number_hint(plain(head.number)))


def _number_hint(written: str) -> str:
    loose = _LOOSE_NUMBER.fullmatch(written)
    right = f"{loose[1] or '云水发'}〔{loose[2]}〕{loose[3]}号" if loose else "云水发〔2025〕3号"
    return f"年份用六角括号〔〕，不加“第”，序号不补零：{'写成' if loose else '形如'} {right}"


def _warning(facts: Facts, words: Inlines, code: str, message: str, hint: str) -> Problem:
    origin = words[0].origin
    place = Place(facts.name, origin.line, origin.column) if origin else Place(facts.name)
    return Problem(place, code, message, hint, Severity.WARNING)

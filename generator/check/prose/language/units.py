"""Another unit's name where the report speaks of its own: signed by another, or another that means to do something or is reported on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.report import plain

_SUFFIX = (
    "局|厅|委|委员会|办公室|馆|院|中心|公司|集团|学校|中学|小学|一中|二中|三中|大学|学院|医院|街道办事处|街道|支队|大队|站|所|银行|联社|供销社|台|总工会|妇联|残联|团委|党校"
    "|宣传部|组织部|统战部"
)
_PLACE = "(?:中共)?(?:[\u4e00-\u9fff]{1,4}?[省市州盟]){0,2}(?:[\u4e00-\u9fff]{1,3}?[县区旗])?"
_ORGAN = rf"(?:{_PLACE})(?P<core>[\u4e00-\u9fff]{{1,12}}?(?:{_SUFFIX}))"
_SIGNED = re.compile(rf"^{_ORGAN}(?:党组|党委|党支部|党总支|机关党委|支部委员会|总支部委员会|纪检监察组)?(?:委员会)?$")
_WITHIN = re.compile(rf"{_PLACE}(?P<core>[\u4e00-\u9fff]{{1,12}}?(?:{_SUFFIX}))(?=党|机关|\d|关于|[，。、]|上半年|年度|全面|工作|$)")
_ACTS = "(?:深入|继续|进一步|坚持|认真|全面|持续|紧紧|重点|着力|始终|切实|以[^，。]{2,20}为|围绕|聚焦|牢牢|针对|对照|按照|坚决)"
_ACTOR = re.compile(
    rf"(?:^|(?<=[，。；：]))(?:\d{{4}}年(?:度)?，?|今年以来，|一年来，|下半年，?|下一步，?|明年，?)?(?P<organ>(?:[\u4e00-\u9fff]{{0,3}}[省市县区州])"
    rf"(?P<core>[\u4e00-\u9fff]{{1,8}}?(?:{_SUFFIX}))(?:党组|党委|党支部)?)(?=将{_ACTS})"
)
_OPENING = re.compile(
    rf"^(?:\d{{4}}年(?:度)?(?:以来|上半年)?，|今年以来，|一年来，)(?P<organ>(?:[\u4e00-\u9fff]{{0,3}}[省市县区州])(?P<core>[\u4e00-\u9fff]{{1,8}}?(?:{_SUFFIX}))"
    rf"(?:党组|党委|党支部)?)(?={_ACTS}|以|在)"
    rf"|现将(?P<told>(?:[\u4e00-\u9fff]{{0,3}}[省市县区州])(?P<own>[\u4e00-\u9fff]{{1,8}}?(?:{_SUFFIX})))(?=\d{{4}}年|[^，。；]{{0,16}}如下)"
)
_GENERAL = re.compile(f"^(?:{_SUFFIX}|机关|政府办|党委|市委|县委|区委|省委)$")


def _signed_by_another(subject: Subject) -> Iterator[Finding]:
    """云州市图书馆 under the report of 云州市博物馆."""
    signature = plain(subject.report.signature).strip()
    m = _SIGNED.match(signature)
    lead = "".join(p.printed for p in subject.whole if p.part is Part.LEAD)
    if m is None or not _named(subject.title) or _known(m["core"], subject.title + lead):
        return
    passage = next((p for p in reversed(subject.whole) if p.part is Part.FORMAL and signature in p.printed), None)
    if passage is not None:
        start = passage.printed.index(signature)
        fault = f"落款是“{signature}”，标题和开头说的是别的单位"
        yield at(passage, start, start + len(signature), fault, "改成本单位，或核对是不是照抄了别的单位的稿子")


def _named(title: str) -> bool:
    """Whether ``title`` names a unit."""
    return _WITHIN.search(title) is not None


def _known(core: str, text: str) -> bool:
    """Whether a unit of the name ``core`` is one that ``text`` names, in full or where ``core`` is its name for short (住建局)."""
    bare = re.sub(f"^委|工作|(?:{_SUFFIX})$", "", core)
    return core in text or re.search("[\u4e00-\u9fff]{0,4}?".join(map(re.escape, bare)), text) is not None if bare else core in text


def _another(subject: Subject) -> Iterator[Finding]:
    yield from _signed_by_another(subject)
    lead = "".join(p.printed for p in subject.whole if p.part in (Part.LEAD, Part.FORMAL))
    head = subject.title + plain(subject.report.signature)
    for passage in subject.passages:
        found = [(m["organ"], m["core"], m.start("organ")) for m in _ACTOR.finditer(passage.printed) if not _known(m["core"], head + lead)]
        if passage.part is Part.LEAD and _named(subject.title):
            openings = ((m["organ"] or m["told"], m["core"] or m["own"], m) for m in _OPENING.finditer(passage.printed))
            found += [(organ, core, m.start("organ") if m["organ"] else m.start("told")) for organ, core, m in openings if not _known(core, head)]
        for organ, core, start in found:
            if not _GENERAL.match(core):
                yield at(passage, start, start + len(organ), f"这里说的是“{organ}”，不是本单位", "核对是不是照抄了别的单位的稿子")


_BODY = (
    "云州市博物馆2025年工作总结\n2025年，博物馆工作平稳。\n一、做法\n学习9次。\n二、下一步打算\n"
    "对此，{}将深入推进藏品保护。\n云州市博物馆\n2025年12月22日"
)

RULES = (
    Rule(
        "other-unit",
        "说的是本单位",
        Authority.PRACTICE,
        ACCURATE,
        _another,
        Example(_BODY.format("市图书馆")),
        Example(_BODY.format("市博物馆")),
        Scope(RUNNING, not_kinds=NOT_GOVERNMENT),
    ),
)

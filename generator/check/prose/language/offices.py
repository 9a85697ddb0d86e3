"""Near-synonyms of offices: 巡视 and 巡察, 党组 and 党委."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.report import plain

_INSPECTION = re.compile(
    r"(?P<wrong>(?<![\u4e00-\u9fff]{2}省)(?:市|县|区|州)[\u4e00-\u9fff]{2,10}(?:局|委|厅|公司|集团|学院|医院)党[委组]巡视(?=组|整改|反馈|发现|指出|的)|(?:县|区|旗)委(?:对[^，。；]{0,12})?巡视(?:组|整改|反馈)?|(?:中央|党中央|省委|自治区党委)(?:第[一二三四五六七八九十]+)?巡察(?:组|整改|反馈|工作)?)"
)


_CITIES = re.compile("北京|上海|天津|重庆")


def _inspection(subject: Subject) -> Iterator[Finding]:
    """What bears the other level's name; a city's committee inspects (巡视) in the four cities under the central government alone."""
    municipal = any(_CITIES.search(p.printed) for p in subject.whole)
    for passage in subject.passages if not municipal else ():
        for m in re.finditer(r"市委(?:第[一二三四五六七八九十]+)?巡视(?=组|整改|反馈|办|工作|发现|巡察)", passage.text):
            right = m[0].replace("巡视", "巡察")
            yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“{right}”", "中央和省一级是巡视，市、县一级是巡察", right)
    yield from _one_inspection(subject)
    for passage in subject.passages:
        for m in _INSPECTION.finditer(passage.text):
            if "自治区党委" in m[0] and "巡察" not in m[0]:
                continue
            right = m[0].replace("巡视", "巡察") if "巡视" in m[0] else m[0].replace("巡察", "巡视")
            yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“{right}”", "中央和省一级是巡视，市、县一级是巡察", right)


_HIGHER = re.compile("(?:中央|党中央|省委|自治区党委)[^，。；]{0,10}巡视|巡视巡察|巡视、巡察|中央巡视|省委巡视|上级巡视|[《“][^》”]*巡视")
_LOWER = re.compile("(?:市|县|区|旗)委[^，。；]{0,10}巡察|巡视巡察")
_OF_A_CITY = re.compile("(?:^|[，。；：、\n])[\u4e00-\u9fff]{0,4}[市县区](?!委|政府)[\u4e00-\u9fff]{1,8}(?:集团|公司)", re.MULTILINE)
_OF_GROUP = re.compile("(?:集团|公司)(?:党委)?(?P<word>巡视)(?=组|反馈|整改|发现|指出)")
_BARE = re.compile(r"(?<![\u4e00-\u9fff]委)(?<!中央)(?<!党委)(?<!级)(?P<word>巡[视察])(?=整改|反馈|组反馈|发现|指出)")


def _one_inspection(subject: Subject) -> Iterator[Finding]:
    """巡视整改 in a report that tells of the 巡察 of its county alone; 巡察整改 in one that tells of a 巡视 alone."""
    printed = "\n".join(p.printed for p in subject.whole)
    higher, lower = _HIGHER.search(printed) is not None, _LOWER.search(printed) is not None
    wrong, right = ("巡视", "巡察") if lower and not higher else ("巡察", "巡视") if higher and not lower else ("", "")
    if _OF_A_CITY.search(printed) and not higher:
        for passage in subject.passages:
            for m in _OF_GROUP.finditer(passage.text):
                yield at(passage, *m.span("word"), "市、县的集团和公司没有巡视", "中央和省一级是巡视，市、县一级是巡察", "巡察")
    for passage in subject.passages if wrong else ():
        for m in _BARE.finditer(passage.text):
            if m["word"] == wrong and not re.search("委[^，。；]{0,8}$", passage.text[: m.start()]):
                yield at(passage, *m.span("word"), f"这里是“{wrong}”，别处说的是{right}", "中央和省一级是巡视，市、县一级是巡察", right)


_GROUP = re.compile(
    r"(?<![\u4e00-\u9fff])?(?P<unit>我?局|我?委|我?厅|我?办|我?中心|我?院|我?处|集团|公司|镇|乡|街道|社|大队|支队|学校|学院|医院|分局|[总工]会|馆|台|银行|联社|妇联|残联)(?P<body>党组|党委)(?!会同|办公室|成员单位|巡|书记处)"
)


_OWN_BODY = re.compile(r"(?:^|(?<=[，。；、：由在经向]))(?P<body>党组|党委)(?=书记|会议|理论学习中心组|班子成员)")
"""The unit's own, without the unit's name before it."""


def _group(subject: Subject) -> Iterator[Finding]:
    """局党组 and 局党委 in one report."""
    said: dict[str, dict[str, list[tuple[Passage, int, int]]]] = {}
    names = subject.title + plain(subject.report.signature)
    for passage in subject.passages:
        for m in _GROUP.finditer(passage.text):
            before = passage.text[max(0, m.start() - 2) : m.start()]
            if before.endswith(("机关", "省", "市", "县", "区", "各")) and m["unit"] in ("委", "处"):
                continue
            if not _of_another(passage.text, m, names):
                said.setdefault(m["unit"].removeprefix("我"), {}).setdefault(m["body"], []).append((passage, m.start(), m.end()))
    own = said.setdefault(_own_unit(names, said), {})
    for unit in [unit for unit in said if unit in names and said[unit] is not own]:  # 集团党委 of a 集团有限公司 is its 公司党委
        for body, found in said.pop(unit).items():
            own.setdefault(body, []).extend(found)
    for passage in subject.passages:
        for m in _OWN_BODY.finditer(passage.text):
            own.setdefault(m["body"], []).append((passage, m.start("body"), m.end("body")))
    yield from _study_group(subject, said)
    yield from _signed_body(subject)
    if all(len(bodies) < _BOTH for bodies in said.values()):
        yield from _odd_body(subject)
    for unit, bodies in said.items():
        if len(bodies) == _BOTH:
            rarer = min(bodies, key=lambda body: len(bodies[body]))
            passage, start, end = bodies[rarer][0]
            both = "、".join(f"“{unit}{body}”{len(found)}处" for body, found in bodies.items())
            yield Finding(f"党组、党委混用：{both}", "一个单位只有一样，改成一致", passage, start, end)


_NAMED = re.compile("[省市州盟县区旗][\u4e00-\u9fff]{2,6}$")
"""A level and the name of an office of it."""


def _of_another(text: str, body: re.Match[str], names: str) -> bool:
    """Whether ``body`` is named as that of an office (市教育局党委) which the title and the signature do not name."""
    office = _NAMED.search(text[max(0, body.start() - _LONGEST_NAME) : body.end("unit")])
    return office is not None and office[0][1:] not in names


_LONGEST_NAME = 7
"""Characters of a level and the name of an office of it."""


def _own_unit(names: str, said: dict[str, dict[str, list[tuple[Passage, int, int]]]]) -> str:
    """The unit whose body is meant where none is named: the one of the title and the signature, or the one spoken of most."""
    own = [unit for unit in said if unit in names]
    return max(own or said, key=lambda unit: sum(map(len, said[unit].values())), default="")


_BOTH = 2
_ODD = re.compile(
    r"(?:(?:^|(?<=[，。；：由在经向以]))|(?<=[推带]动)|(?<=组织)|(?<=督促)|(?<=要求)|(?<=召开)|(?<=提请)|(?<=提交)|(?<=强化)|(?<=坚持)|(?<=发挥)|(?<=加强)|(?<=落实)|(?<=健全)|(?<=完善)"
    r"|(?<=班子)|(?<=履行)|(?<=压实)|(?<=主持)|(?<=参加)|(?<=列席))(?P<body>党组|党委)(?=成员(?!单位)|班子|会议?(?!同)|集体|专题|研究|书记|理论|主体责任|中心组|议事|带头|先后|每|定期|牵头)"
)
"""The unit's own, by what it does or who is in it, behind what is no name of another unit."""
_ANYONE = re.compile("(?<!机关)(?<!直属)党委|党组(?!织)")
_MOST_ODD, _FEWEST_OWN = 1, 3


def _odd_body(subject: Subject) -> Iterator[Finding]:
    """党委成员 once, in a report that says 党组 everywhere else."""
    said = [(p, m) for p in subject.whole for m in _ANYONE.finditer(p.printed)]
    for own, odd in (("党组", "党委"), ("党委", "党组")):
        strange = [(p, m) for p, m in said if m[0] == odd]
        if len(strange) > _MOST_ODD or sum(m[0] == own for _, m in said) < _FEWEST_OWN:
            continue
        for passage in subject.passages:
            for m in _ODD.finditer(passage.text):
                if m["body"] == odd and not _GROUP.search(passage.text, max(0, m.start() - 4), m.end()):
                    yield at(passage, *m.span("body"), f"党组、党委混用：这里是“{odd}”，别处是“{own}”", "一个单位只有一样，改成一致")


def _signed_body(subject: Subject) -> Iterator[Finding]:
    """中共石桥县教育局委员会 under the report of 中共石桥县教育局党组, or the other way round."""
    signature = plain(subject.report.signature).strip()
    signed, titled = (re.search("(?:局|厅|委|办公室|办|院|馆|中心)(?P<body>党组|委员会|党委)", text) for text in (signature, subject.title))
    if signature.startswith("中共") and signed and titled and (signed["body"] == "党组") != (titled["body"] == "党组"):
        passage = next((p for p in reversed(subject.whole) if signature in p.printed), None)
        if passage is not None:
            start = passage.printed.index(signature)
            fault = f"落款是“{signed['body']}”，标题是“{titled['body']}”"
            yield at(passage, start, start + len(signature), fault, "一个单位只有一样，改成一致")


_STUDY = re.compile(
    r"(?:开展|组织|召开|抓好|参加|落实|坚持|制定|健全|发挥|完善|实施|通过|召集|抓实|严格|规范|认真)(?P<body>党组|党委)(?=理论学习中心组)"
)
_OWN_RULES = re.compile(r"《[^《》]*?(?P<unit>局|委|厅|办|院|中心|集团|公司|镇|乡|街道|学校|学院)(?P<body>党组|党委)[^《》]*》")


def _study_group(subject: Subject, said: dict[str, dict[str, list[tuple[Passage, int, int]]]]) -> Iterator[Finding]:
    """党委理论学习中心组 in the report of a unit that has a 党组, by its text, its title or the titles of its own rules."""
    bodies = {body for found in said.values() for body in found}
    for passage in subject.whole:
        found = [*_OWN_RULES.finditer(passage.printed), *(_GROUP.finditer(passage.printed) if passage.part in (Part.TITLE, Part.FORMAL) else ())]
        bodies |= {m["body"] for m in found if not re.search("机关$|直属$", passage.printed[: m.start("body")])}
    for passage in subject.passages if len(bodies) == 1 else ():
        for m in _STUDY.finditer(passage.text):
            if m["body"] not in bodies:
                own = next(iter(bodies))
                yield at(passage, *m.span("body"), f"党组、党委混用：这里是“{m['body']}”，别处是“{own}”", "一个单位只有一样，改成一致")


_GRADED = re.compile(
    r"(?:^|(?<=[，。；：]))(?P<name>[\u4e00-\u9fff]{0,8}?(?:局|委|厅|中心|院|集团|公司|镇|乡|街道|社区|村|学校|校|馆|站|所|厂|大队|支队|园|行))"
    r"(?P<body>党委|党总支|党支部|党工委)(?=将|要|始终|坚持|认真|全面|切实|高度重视|牢牢|深入)"
)
_SIGNED = re.compile(r"(?P<body>党委|党总支|党支部|党工委)(?:$|(?=\d{4}|关于|年度|上半年|党建|工作))")
_GRADES = ("党委", "党工委", "党总支", "党支部")


def _grade(subject: Subject) -> Iterator[Finding]:
    """集团党总支将 once, in a report that says 集团党委, or is signed 集团有限公司党委; a second body of the unit stands more than once."""
    whole = "\n".join(p.printed for p in subject.whole)
    names = (plain(subject.report.signature).strip(), subject.title)
    signed = next((m["body"] for name in names if (m := _SIGNED.search(name))), "")
    for passage in subject.passages:
        for m in _GRADED.finditer(passage.text):
            usual = max(_GRADES, key=lambda body: whole.count(m["name"] + body))
            often, once = whole.count(m["name"] + usual), whole.count(m["name"] + m["body"])
            if signed and often < _FEWEST_OWN and any(m["name"] in name for name in names):
                usual, often = signed, whole.count(signed)
            if usual != m["body"] and once == _MOST_ODD and often >= _FEWEST_OWN:
                what = f"党组织的名称前后不一：这里是“{m['name']}{m['body']}”，别处是“{usual}”{often}处"
                yield at(passage, *m.span("body"), what, "一个单位只有一样，改成一致")


def _one_body(subject: Subject) -> Iterator[Finding]:
    yield from _group(subject)
    yield from _grade(subject)


_TEXT = Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES))

RULES = (
    Rule(
        "inspection",
        "巡视、巡察用得对",
        Authority.REGULATION,
        "《中国共产党巡视工作条例》：中央和省、自治区、直辖市党委巡视，市、县党委巡察",
        _inspection,
        Example("配合区委巡视组工作，整改省委巡察反馈问题。"),
        Example("配合区委巡察组工作，整改省委巡视反馈问题。"),
        _TEXT,
    ),
    Rule(
        "party-group",
        "党组、党委、党总支、党支部不混用",
        Authority.PRACTICE,
        "《中国共产党章程》第五章、第九章：党的基层组织设党委、总支部、支部，党组在非党组织的领导机关中成立",
        _one_body,
        Example("局党组专题研究4次。局党委书记带头讲党课。"),
        Example("局党组专题研究4次。机关党委书记带头讲党课，市委、市政府肯定。"),
        _TEXT,
    ),
)

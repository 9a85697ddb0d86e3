"""Bounds between two figures: what is new within what there is, a place among so many, those that alone can within all."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, quantities, sentences_of
from generator.check.prose.figures.sums import CHECK, NUMBERS
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, apart_from, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark

_NEW = re.compile(r"(?:新增|新登记|新建|新开|新发展|新设|新成立|新培育|净增|新认定|新注册|新吸纳|新签|新引进|增加)[^，。；\d]{0,14}$")
_IN_ALL = re.compile(
    r"^[，、](?:全[市县区镇省局]|辖区|目前|现有?|使)?[^，。；\d]{0,8}(?:总数|累计|总量|期末实有|实有|达到|达|共有|总计|保有量|增至|增加到|总户数|总人数)(?:达到|达|为|有|增至)?$"
)
_PLACE = re.compile(
    r"(?<!\d)(?P<all>\d++)个?[\u4e00-\u9fff]{0,2}(?:县|市|区|乡|镇|街道|单位|部门|支部|科室|城市|省份|地市|参评单位|县（区）|县（市、区）|县区)+[\u4e00-\u9fff]{0,3}(?:中|里)?"
    r"[^，。；\d]{0,6}(?:排名|位列|名列|排|列|居|位居|综合排名|获)第?(?P<place>\d+)(?=位|名)"
)
_DONE_OF = re.compile(
    r"(?<![\d.])(?P<all>\d+)(?P<measure>[个项件条户家处名座台])(?:[\u4e00-\u9fff]{1,8}?)(?:全部|已经|已|均|按期|如期)?(?:完成|达标|办结|整改|销号|落实|建成|开工|竣工|达到序时进度)(?:了)?"
    r"(?P<done>\d+)(?P=measure)"
)
_RESPECTIVELY = re.compile(
    r"[，、](?:同比|比上年(?:同期)?|较上年(?:同期)?|较去年(?:同期)?|比去年(?:同期)?)?分别(?:为|是|达到?|完成|增长|增加|上升|提高|下降|减少|降低|压减)了?"
    r"(?P<values>\d[\d.]*(?P<unit>[%％]|个百分点|[万亿]?[\u4e00-\u9fff]{1,2}?)(?:[、和]\d[\d.]*(?P=unit))*)(?=[，。；])"
)
_ALONE = re.compile(r"^[^，。；\d]{0,2}，[^，。；\d]{2,24}?(?:的(?:只有|仅有|仅|只)|(?:只有|仅有|仅))$")
_OF_ALL = re.compile("(?:全[局市县区镇院校馆]|共有?|现有|在编|在岗|在册|实有|持证|总共)[^，。；\\d]{0,16}$")


def _beyond(subject: Subject) -> Iterator[Finding]:
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE]
        for first, second in itertools.pairwise(found):
            before = since_mark(passage.text, first.start, "，。；：、", start)
            between = passage.text[first.end : second.start]
            if first.measure != second.measure or first.value <= second.value:
                if first.measure == second.measure and second.value > first.value and _ALONE.match(between) and _OF_ALL.search(before):
                    yield at(passage, first.start, second.end, f"共{first.text}，其中的{second.text}比总数还多", CHECK)
                continue
            if _NEW.search(before) and _IN_ALL.match(between):
                yield at(passage, first.start, second.end, f"新增的{first.text}比总数{second.text}还多", CHECK)
        for m in _DONE_OF.finditer(passage.text, start, end):
            if Decimal(m["done"]) > Decimal(m["all"]):
                yield at(passage, m.start(), m.end(), f"一共{m['all']}{m['measure']}，完成的{m['done']}{m['measure']}比总数还多", CHECK)
        for m in _PLACE.finditer(passage.text, start, end):
            if Decimal(m["place"]) > Decimal(m["all"]):
                yield at(passage, m.start(), m.end() + 1, f"一共{m['all']}个，排不到第{m['place']}", CHECK)


def _respectively(subject: Subject) -> Iterator[Finding]:
    """甲12件、乙9件、丙8件，同比分别增长5%、6%: as many rates behind 分别 as counts before it."""
    for passage, start, end in sentences_of(subject.passages):
        m = _RESPECTIVELY.search(passage.text, start, end)
        things = [q for q in quantities(passage.text, start, m.start()) if q.measure not in ("年", "月", "日")] if m else []
        values = re.findall(r"\d[\d.]*", m["values"]) if m else []
        if m and len(things) > 1 and len(values) not in _told_of(passage.text, things, m.start()):
            yield at(passage, things[0].start, m.end(), f"前面有{len(things)}个数，“分别”后面是{len(values)}个", CHECK)


_NAMES = re.compile(
    r"(?:^|(?<=[，。；：]))(?P<names>[^，。；：\d“”《》]{3,60}?)(?<!不)分别(?:同比)?(?:为|是|达到?|完成|增长|增加|上升|提高|下降|减少|降低|压减|增幅为)了?"
    r"(?P<values>\d[\d.,]*[^，。；、和\d]{1,4}(?:[、和]\d[\d.,]*[^，。；、和\d]{1,4})*)(?=[，。；])"
)
_JOINT = re.compile("[和与及]")


def _by_name(subject: Subject) -> Iterator[Finding]:
    """基础设施投资、工业投资分别增长3.2%、8.5%和4.1%: as many values behind 分别 as names before it."""
    for passage in subject.passages:
        for m in _NAMES.finditer(passage.text):
            fewest = m["names"].count("、") + 1
            most, told = fewest + len(_JOINT.findall(m["names"])), len(re.findall("[、和]", m["values"])) + 1
            if told > 1 < most and not fewest <= told <= most and not _OPEN_LIST.search(m["names"]):
                yield at(passage, m.start(), m.end(), f"前面有{most}项，“分别”后面是{told}个数", CHECK)


_OPEN_LIST = re.compile("等|各|[两三四五六七八九十]项|[两三四五六七八九十]个")


def _all_respectively(subject: Subject) -> Iterator[Finding]:
    told = list(_respectively(subject))
    yield from told
    yield from apart_from(told, _by_name(subject))


def _told_of(text: str, things: Sequence[Quantity], end: int) -> set[int]:
    """How many ``things`` a 分别 at ``end`` may tell of: all, those that run on (86批312人次) as one, those before a 其中 or behind it,
    those of the clause, and the last by one measure."""
    first = [things[0], *(q for before, q in itertools.pairwise(things) if q.start > before.end)]
    mark = text.find("其中", things[0].end, end)
    parted = [sum(q.start < mark for q in first), sum(q.start > mark for q in first)] if mark >= 0 else []
    clause = since_mark(text, end, "，。；：")
    last = [q for q in first if q.start >= end - len(clause)]
    alike = list(itertools.takewhile(lambda q: q.measure == things[-1].measure, reversed(things)))
    return {len(things), len(first), *(len(some) for some in (last, alike) if len(some) > 1), *parted}


RULES = (
    Rule(
        "beyond-whole",
        "新增的、办完的不多于总数，名次不多于家数",
        Authority.REGULATION,
        ACCURATE,
        _beyond,
        Example("新增用标企业26家，总数达到23家，在9个县区中排第12位。"),
        Example("新增用标企业6家，总数达到23家，在9个县区中排第2位，走访企业86家。"),
        NUMBERS,
    ),
    Rule(
        "respectively",
        "“分别”前后一样多",
        Authority.PRACTICE,
        ACCURATE,
        _all_respectively,
        Example("受理来信126件、来访86批，同比分别下降12%、9%和18%。"),
        Example("受理来信126件、来访86批312人次，同比分别下降12%、9%和18%，其中集体访6批。"),
        NUMBERS,
    ),
)

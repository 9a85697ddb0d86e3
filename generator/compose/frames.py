"""What stands around a name so that it is a head: by the word that the name ends in, and by what is told beneath the head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.bank.bank import Bank
from generator.bank.phrase import Kind, Layer, Phrase
from generator.chinese.naming import is_quoted
from generator.patterns import late
from generator.report import Move

VERBS, WORKS, ILLS = "要点动词", "要点工作", "要点治理"
"""Pools of what stands around a name: what its last word asks for, else what goes around any act, or ill."""
_ILL = late(
    "假劣|伪劣|套牌|侵权|非法|违[规法禁纪章]|骗|假冒|串标|围标|偷|盗[窃采伐挖]|私[设搭自]|大操大办|三无|瞒报|空报|虚[假报开]|拖欠|欠[薪税费]|诈|霉变|泄漏$|漏损|损耗|浪费|飞线|圈地|占道经营|乱[停堆搭贴扔摆涂挖占]"
)
"""What names an ill, which is neither done nor seen to."""
_AGAINST = late("[防反].{2}")
"""What is done against an ill: 防污染 is an act, whatever is done about 污染."""
_QUANTITY = late("(?:规模|占比|金额|笔数|人数|(?<![质力容计考度测音能丈商剂重])量)$")
"""What names how much there is of a thing, which is nothing to be done."""
_LONGEST_WORK = 12
"""Characters of the longest name of unknown ending that is taken for a work: of longer ones more are clauses (benchmarks/heads.py)."""
_PARTS = late("[和与及、]")
_LONGEST_ENDING = 8
"""Characters of the longest word that a name may be asked to end in."""


@dataclass(frozen=True, slots=True)
class _Bearing:
    """What a frame that ``says`` something of a name ``needs`` to be told beneath the head, and what must not be: it says the opposite."""

    says: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None


_SEEN_TO = late("管|规范|制度|台账|检查|登记|考核|责任|清[查理点]|盘点|巡[查护检]|核[查对]|整改|排查|备案|归档|标准|流程|审[核批]|公[示开]|程序|办法")
_BUILT = late("建[成设立起]|[新改扩修]建|开工|竣工|设[立置]|新增|投用|启用|挂牌|揭牌|改造|铺设|组建|成立|配[备齐]|升级|招|聘")
_CONTRIBUTED = late(
    "带[头教领]|示范|引领|参与|协[助调]|宣[讲传]|巡[查逻访]|排查|调解|上报|收集|反[馈映]|志愿|突击|先锋|攻关|结对|走访|劝导|讲解|服务|监督"
    "|提[出供]|牵头|承担|编写|领[学办]|处置|消杀|监测|救援|抢[险修]|值守|保障|支援|驰援"
)
_CONTEST = "(?:比?赛|大赛|比武|竞赛|运动会)}"
_BEARINGS = (
    _Bearing(late("}建设$|^(?:建好|建强|打造)"), _BUILT),
    _Bearing(late("^规范|}管理$"), _SEEN_TO),
    _Bearing(
        late("^(?:完善|健全).*(?:制度|机制|体系|办法|规定)}"),
        late("制[定订]|修[订改]|出台|印发|建立|完善|健全|新增|细化|办法|细则|规定|清单|规程|标准"),
    ),
    _Bearing(late("^发挥"), _CONTRIBUTED, late("成立|组建|吸纳|新建|设立|薪|工资|持证|流失|体检|认定|评定|获.{0,8}奖")),
    _Bearing(late("^(?:举办|办好|组织|开展).*" + _CONTEST), late("[举承主协]办|办赛|组织"), late("参赛|获.{0,8}[等名]奖|获奖|[夺摘取]得")),
    _Bearing(late("^参加.*" + _CONTEST), late("参[加赛]|获|[夺摘取拿]|第[一二三四五六七八1-8]|[金银铜]牌|带队|名次|出战")),
)
_ABSTRACT = late("(?:队伍|组织|支部|班子|作风|.风|制度|文化|党建|政治|思想|能力|体系|机制|阵地|品牌|工会|协会|中心|基地|平台|网络|廉政)$")
"""What is built without building."""


def bears_out(beneath: str, phrase: Phrase, name: str) -> bool:
    """Whether what is told ``beneath`` bears out what ``phrase`` says was done with a thing of that ``name``: 推进…建设 needs something built,
    规范… and …管理 something seen to; 办好…大赛 is not for who took part. Nothing is known where nothing is told."""
    whole = phrase.text.replace("{事项}", name + "}")
    for bearing in (b for b in _BEARINGS if beneath and b.says.search(whole)):
        unsaid = bearing.needs is not None and not (bearing.needs.search(beneath) or (whole.endswith("}建设") and _ABSTRACT.search(name)))
        if unsaid or (bearing.never is not None and bearing.never.search(beneath)):
            return False
    return True


def frames_of(name: str) -> tuple[str, ...]:
    """The pools of what ``name`` lacks to be a head, the first that has something counts."""
    if _QUANTITY.search(name):
        return ()
    if _AGAINST.fullmatch(name):
        return (WORKS,)
    ill = bool(_ILL.search(name))
    if ill:
        return (ILLS,) if name.endswith("”") else (VERBS, ILLS)
    return (VERBS, WORKS) if max(map(len, _PARTS.split(name))) <= _LONGEST_WORK else (VERBS,)


def nearest(phrases: Iterable[Phrase], name: str) -> tuple[Phrase, ...]:
    """Of what may stand around ``name``, the phrases that ask for the longest word in which it ends, and the user's own that ask for none."""
    endings = _endings(name)
    reached = [(r, p) for p in phrases if (r := _reach(p, name, endings)) is not None]
    most = max((r for r, _ in reached), default=0)
    return tuple(p for r, p in reached if r == most or (r == 0 and p.layer is Layer.USER))


def set_around(name: str, bank: Bank, kind: Kind, move: Move, pool: str) -> tuple[Phrase, ...]:
    """The phrases of a pool of which ``nearest`` may be one."""
    return bank.ending(kind, move, pool, _endings(name))


def knows_ending(phrases: Iterable[Phrase], name: str) -> bool:
    """Whether one of ``phrases`` asks for a word that ``name`` ends in."""
    endings = _endings(name)
    return any(_reach(p, name, endings) for p in phrases)


def _reach(phrase: Phrase, name: str, endings: frozenset[str]) -> int | None:
    """Characters of the longest word that ``phrase`` asks ``name``, which it is set around, to end in and that it ends in: 环境整治 is an 整治 and no
    环境, 预案和演练 are not both 演练; of a name in quotation marks what stands in them counts too. None where one group has no word it ends in."""
    found = [endings.intersection(group) for group in phrase.licence]
    if not all(found):
        return None
    before = name.replace("、", "和").rpartition("和")[0]
    both = not before or not any(_endings(before).isdisjoint(group) for group in phrase.licence)
    return max((len(word) for words in found for word in words), default=0) if both else None


def _endings(name: str) -> frozenset[str]:
    """How ``name`` ends: one sees at once which words of thousands it ends in."""
    within = name.removesuffix("”") if is_quoted(name) else ""
    own = (name[-n:] for n in range(1, min(len(name), _LONGEST_ENDING) + 1))
    return frozenset((*own, *(within[-n:] for n in range(2, min(len(within), _LONGEST_ENDING) + 1))))

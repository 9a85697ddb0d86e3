"""Whether a stretch of official prose may be a noun, told without a segmenter: by the words that no noun opens with, ends in or holds.

In doubt the answer is no: a caller that sets words before what it takes for a noun then sets none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property

from msgspec import Struct

from generator.chinese.measures import MEASURE
from generator.chinese.verbs import is_verbal_head
from generator.patterns import late

_QUOTED = late(r"“[^”]*”|《[^》]*》|（[^）]*）")
_ANY_NOUN = "物"
_MARKS = (("“", "”"), ("《", "》"), ("（", "）"))

_CLOSED = "将把被由对向为以让使在从于按据经因就与和及同跟给比如若的了着过是有无不未没已均都也还再才只仅要会能可该其到我他她每需"
_OPENS_NO_NOUN = """
全部 均 一律 统一 分别 各自 逐 人均 沿着 现场中 现场由 请 自此 自从
深度 更加 普遍 继续 加速 力争 必须 建议 进一步 努力 并且 从而 件件 项项 事事 人人 处处 村村 户户
""".split()
_NOUNS_OF_CLOSED = """
在[建编职册校岗研库管网线]
与会 对[口外] 向[好善] 以案 有[关效限] 无[障线人证] 未(?:成年|参保|就业|入学|登记|检|婚) 不[动良] 过[渡程硬节] 是非 同[类级] 比[武赛选例] 经[济营费验]
从业 从严治党 使用 就[业医学] 要[点素事情] 会[议计商员场务展] 能[力源耗] 给水 和[谐美] 已建 其他 为民 可[视再持]
""".split()
"""Nouns, and what specifies them, that open with a character of the closed classes."""
_OPENS = late(
    rf"{'|'.join(_OPENS_NO_NOUN)}|自\d|(?!{'|'.join(_NOUNS_OF_CLOSED)})[{_CLOSED}]"
    r"|[办搞做派设建修送买换装][\d两几]|办(?![公事案法学税证件理实结复班刊医])|添|签(?![约字证到名收])|看(?![守护板病台])|发(?![展放布送动生言票现热烧明改包达电光育证家行酵])|联合(?!执法|检查|行动|演练|督[查导]|惩戒|会|办公|体|党|巡|整治|攻坚|培训|宣传|调[研解处查])|直播(?!活动|带货|课|间|室|平台|节目)|开(?![放发工学业庭户源支幕])|找|盯|帮(?![扶教困带促信])|送(?![货医教药戏学温餐检])|学(?![校生员习科业术历位区院年期者界])|招(?![商聘生考投标牌待募])|作(?![业用风息物品者坊战])|印(?![章刷染花台务])|下(?![半一属沉游派放岗乡设水达发辖级列])|采(?![购访样集矿砂石暖光])|用(?![工水户人餐电地语途品药车气能])|进(?![步度口展出])"
)

_WORDS_OF_CLOSED = """
被盗 被告 被困 被动 将军 使命 使用 行为 作为 为民 为主 为期 为农 方向 导向 面向 定向 向导 向心 向上 对象 对口 对外 对比 对接 对标 对照
对策 理由 自由 事由 到位 到期 报到 签到 在网 在建 在编 在职 在册 在校 在岗 在研 在库 在管 在线 存在 现在 潜在 内在 所在 讲座
讲堂 讲解 讲话 讲师 讲坛 宣讲 演讲 主讲 抓手 把手 把握 把关 以案 以上 其中 重要 主要 必要 需要 首要 紧要 要点 要素 要求 要件
要闻 要案 是非 了解 进步 进度 进展 进修 进出 进行 进校 进社 进企 进机 进农 进万 进课 进乡 进工 进医 进军 进网 进家 推进
引进 先进 改进 演进
""".split()
"""Words that hold a character of the closed classes and are none of them."""
_HOLDS = late(r"各[办开搞设建派]|[将把被让使为向对由到在讲要是了进我他她每赴]|按(?![摩键钮])|人均|结合(?=.)")

_NO_NOUN_AFTER = ("、", "（")
"""A list goes on behind the one; the other opens a number (（一）) or a remark."""
_ENDS_NO_NOUN = ("、", *"均 都 已 也 全部 一律 统一 分别 一路 陆续 一并 逐步 先后 正式 成功 已经 同步 一起 直接 及时 主要 只有 怎样 一件".split())
_ENDS_TIME = tuple("前 后 时 期间 以来 中 当天 当日 当场 月".split())

_DAY = late(r"(?:\d+|[一二三四五六七八九十]+)[月日号]")
_COUNT = late(rf"\d|[一二两三四五六七八九十几数]+(?:{MEASURE.pattern})")

_NOUNS_LIKE_VERBS = r"组织(?:生活|关系|部|员)|派出(?:所|机构)|先进|(?:全面)?从严治党|在[建编职册校岗研库管网线]|讲[座堂]|对[口外]|为民"
_OF_ACT = (
    r"会(?!议)|书|率|度|仪式|[费卡所单员]|金(?!融)|对象|活动|演练|演习|竞赛|比赛|大赛|比武|讲座|课堂|训练|时限|时间|情况|能力"
    r"|大户|者|日(?![常均前])|工作(?=推进会|座谈会|调度会|现场会|专班)"
)
"""Behind a verb, these make a noun of it."""


def any_of(words: Iterable[str]) -> str:
    """A pattern of ``words``, longer ones first; of none, one that never matches."""
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or r"(?!)"


def unquoted(text: str) -> str:
    """``text`` with what stands in quotes and brackets as one noun."""
    return _QUOTED.sub(_ANY_NOUN, text)


_DISGUISED = late("|".join(_WORDS_OF_CLOSED))


def without_disguised(text: str) -> str:
    """``text`` with each word that only looks as if it held a closed-class word put as a noun, so that such words can be looked for."""
    return _DISGUISED.sub(_ANY_NOUN, unquoted(text))


def is_balanced(text: str) -> bool:
    """Whether every quote and bracket of ``text`` has its partner in it."""
    return all(text.count(opener) == text.count(closer) for opener, closer in _MARKS)


def is_count(text: str) -> bool:
    """Whether ``text`` opens with a number, or with a numeral and a measure word."""
    return _COUNT.match(text) is not None


def is_time(text: str) -> bool:
    """Whether ``text`` ends as a phrase of time does."""
    return text.endswith(_ENDS_TIME)


def is_free(text: str) -> bool:
    """Whether ``text`` neither opens with a word of the closed classes nor holds one: a noun or an act."""
    return not (_OPENS.match(unquoted(text)) or _HOLDS.search(without_disguised(text)))


class Nouns(Struct, frozen=True, dict=True):
    """What may be a noun, given the ``verbs`` that no noun holds unless it is named for the act (签约仪式), and those that not even such a noun
    holds, because their object may be an act (参加演练)."""

    verbs: tuple[str, ...]
    governing: tuple[str, ...]

    def may_be(self, text: str, but: Collection[str] = ()) -> bool:
        """Whether ``text`` may be a noun that holds none of the verbs ``but`` these."""
        bare = unquoted(text)
        if _DAY.match(bare):
            return False
        if is_verbal_head(bare) and not self._named_for_act.match(bare):
            return False
        return (
            is_free(text)
            and not text.startswith(_NO_NOUN_AFTER)
            and not bare.endswith(_ENDS_NO_NOUN)
            and all(verb[0] in but for verb in self._verb.finditer(bare))
        )

    @cached_property
    def _verb(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{any_of(self.governing)})(?!情况)|(?:{any_of(self.verbs)})(?!{_OF_ACT})|(?<!党)组织(?!生活|关系|部|员)")

    @cached_property
    def _named_for_act(self) -> re.Pattern[str]:
        return re.compile(rf"{_NOUNS_LIKE_VERBS}|(?!{any_of(self.governing)})..(?:{_OF_ACT})")

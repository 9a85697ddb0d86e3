"""Whether a stretch of official prose may be a noun, told without a segmenter: by the words that no noun opens with, ends in or holds.

In doubt the answer is no: a caller that sets words before what it takes for a noun then sets none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import takewhile

from msgspec import Struct

from generator.chinese.measures import MEASURES
from generator.chinese.singles import NO_SINGLES, Singles
from generator.chinese.verbs import is_verbal_head
from generator.chinese.wordbook import Wordbook
from generator.patterns import late

_QUOTED = late(r"“[^”]*”|《[^》]*》|（[^）]*）")
_ANY_NOUN = "物"
_MARKS = (("“", "”"), ("《", "》"), ("（", "）"))

_CLOSED = frozenset("将把被由对向为以让使在从于按据经因就与和及同跟给比如若的了着过是有无不未没已均都也还再才只仅要会能可该其到我他她每需")
_OPENS_NO_NOUN = tuple(
    """
全部 均 一律 统一 分别 各自 逐 人均 沿着 现场中 现场由 请 自此 自从
深度 更加 普遍 继续 加速 力争 必须 建议 进一步 努力 并且 从而 件件 项项 事事 人人 处处 村村 户户
""".split()
)
_NOUNS_OF_CLOSED = tuple(
    """
在建 在编 在职 在册 在校 在岗 在研 在库 在管 在网 在线 与会 对口 对外 向好 向善 以案 有关 有效 有限 无障 无线 无人 无证 未成年 未参保 未就业 未入学
未登记 未检 未婚 不动 不良 过渡 过程 过硬 过节 是非 同类 同级 比武 比赛 比选 比例 经济 经营 经费 经验 从业 从严治党 使用 就业 就医 就学
要点 要素 要事 要情 会议 会计 会商 会员 会场 会务 会展 能力 能源 能耗 给水 和谐 和美 已建 其他 为民 可视 可再 可持
""".split()
)
"""Nouns, and what specifies them, that open with a character of the closed classes."""
_VERBS_BUT = {
    verb: tuple(nouns)
    for verb, *nouns in map(
        str.split,
        """
添
找
盯
办 公 事 案 法 学 税 证 件 理 实 结 复 班 刊 医
签 约 字 证 到 名 收
看 守 护 板 病 台
发 展 放 布 送 动 生 言 票 现 热 烧 明 改 包 达 电 光 育 证 家 行 酵
联合 执法 检查 行动 演练 督查 督导 惩戒 会 办公 体 党 巡 整治 攻坚 培训 宣传 调研 调解 调处 调查
直播 活动 带货 课 间 室 平台 节目
开 放 发 工 学 业 庭 户 源 支 幕
帮 扶 教 困 带 促 信
送 货 医 教 药 戏 学 温 餐 检
学 校 生 员 习 科 业 术 历 位 区 院 年 期 者 界
招 商 聘 生 考 投 标 牌 待 募
作 业 用 风 息 物 品 者 坊 战
印 章 刷 染 花 台 务
下 半 一 属 沉 游 派 放 岗 乡 设 水 达 发 辖 级 列
采 购 访 样 集 矿 砂 石 暖 光
用 工 水 户 人 餐 电 地 语 途 品 药 车 气 能
进 步 度 口 展 出
""".strip().splitlines(),
    )
}
"""Verbs that open no noun, but for what each makes with one of the words behind it."""
_VERBS = Wordbook(tuple(_VERBS_BUT), _VERBS_BUT)
_COUNTING = frozenset("办搞做派设建修送买换装")
"""Verbs of one character that a number stands behind: 办2期."""

_DISGUISED = """
被盗 被告 被困 被动 将军 使命 使用 行为 作为 为民 为主 为期 为农 方向 导向 面向 定向 向导 向心 向上 对象 对口 对外 对比 对接 对标 对照
对策 理由 自由 事由 到位 到期 报到 签到 在网 在建 在编 在职 在册 在校 在岗 在研 在库 在管 在线 存在 现在 潜在 内在 所在 讲座
讲堂 讲解 讲话 讲师 讲坛 宣讲 演讲 主讲 抓手 把手 把握 把关 以案 以上 其中 重要 主要 必要 需要 首要 紧要 要点 要素 要求 要件
要闻 要案 是非 了解 进步 进度 进展 进修 进出 进行 进校 进社 进企 进机 进农 进万 进课 进乡 进工 进医 进军 进网 进家 推进
引进 先进 改进 演进
""".split()
"""Words that hold a character of the closed classes and are none of them."""
_DISGUISES = Wordbook(tuple(_DISGUISED))
_HELD = frozenset("将把被让使为向对由到在讲要是了进我他她每赴")
_HELD_WORDS = tuple("各办 各开 各搞 各设 各建 各派 人均".split())
_BY = late("按(?![摩键钮])")

_NO_NOUN_AFTER = ("、", "（")
"""A list goes on behind the one; the other opens a number (（一）) or a remark."""
_ENDS_NO_NOUN = ("、", *"均 都 已 也 全部 一律 统一 分别 一路 陆续 一并 逐步 先后 正式 成功 已经 同步 一起 直接 及时 主要 只有 怎样 一件".split())
_ENDS_TIME = tuple("前 后 时 期间 以来 中 当天 当日 当场 月".split())

_OF_DATE, _DAYS = ("月", "日", "号"), frozenset("一二三四五六七八九十")
_NUMERALS = "一二两三四五六七八九十几数"

_NOUNS_LIKE_VERBS = tuple(
    """
组织生活 组织关系 组织部 组织员 派出所 派出机构 先进 从严治党 全面从严治党 在建 在编 在职 在册 在校 在岗 在研 在库 在管 在网 在线 讲座 讲堂
对口 对外 为民
""".split()
)
_ORGANISED = ("生活", "关系", "部", "员")
"""Behind 组织, these make a noun of it."""
_OF_ACT = Wordbook(
    tuple(
        """
会 书 率 度 仪式 费 卡 所 单 员 金 对象 活动 演练 演习 竞赛 比赛 大赛 比武 讲座 课堂 训练 时限 时间 情况 能力 大户 者 分子 性 日
工作推进会 工作座谈会 工作调度会 工作现场会 工作专班
""".split()
    ),
    {"会": ("议",), "金": ("融",), "日": tuple("常均前")},
)
"""Behind a verb, these make a noun of it."""


def unquoted(text: str) -> str:
    """``text`` with what stands in quotes and brackets as one noun."""
    return _QUOTED.sub(_ANY_NOUN, text)


def without_disguised(text: str) -> str:
    """``text`` with each word that only looks as if it held a closed-class word put as a noun, so that such words can be looked for."""
    return _DISGUISES.replaced(unquoted(text), _ANY_NOUN)


def is_balanced(text: str) -> bool:
    """Whether every quote and bracket of ``text`` has its partner in it."""
    return all(text.count(opener) == text.count(closer) for opener, closer in _MARKS)


def is_count(text: str) -> bool:
    """Whether ``text`` opens with a number, or with a numeral and a measure word."""
    behind = text.lstrip(_NUMERALS)
    return text[:1].isdecimal() or (behind != text and behind.startswith(MEASURES))


def is_time(text: str) -> bool:
    """Whether ``text`` ends as a phrase of time does."""
    return text.endswith(_ENDS_TIME)


def is_free(text: str) -> bool:
    """Whether ``text`` neither opens with a word of the closed classes nor holds one: a noun or an act."""
    return not (_opens_no_noun(unquoted(text)) or (_holds_closed(text) and _holds_closed(without_disguised(text))))


def _opens_with_day(text: str) -> bool:
    number = "".join(takewhile(str.isdecimal, text)) or "".join(takewhile(_DAYS.__contains__, text))
    return bool(number) and text.startswith(_OF_DATE, len(number))


def _opens_no_noun(text: str) -> bool:
    first, second = text[:1], text[1:2]
    if text.startswith(_OPENS_NO_NOUN) or (first == "自" and second.isdecimal()) or (first in _CLOSED and not text.startswith(_NOUNS_OF_CLOSED)):
        return True
    counts = first in _COUNTING and (second.isdecimal() or second in ("两", "几"))
    return counts or _VERBS.opens(text)


def _holds_closed(text: str) -> bool:
    """Whether a word of the closed classes, or what looks like one, stands in ``text``."""
    if not _HELD.isdisjoint(text) or "结合" in text[:-1] or any(word in text for word in _HELD_WORDS):
        return True
    return "按" in text and _BY.search(text) is not None


_INNER = late(r"一.一[^定般次些]|满[一二三半\d]|^本人", holding=("一", "满", "本人"))
"""What stands in no noun: how something is done (一村一策), for how long (满一年), the reporter himself."""


class Nouns(Struct, frozen=True, dict=True):
    """What may be a noun, given the ``verbs`` that no noun holds unless it is named for the act (签约仪式), and those that not even such a noun
    holds, because their object may be an act (参加演练), and the ``singles`` that govern what stands behind them."""

    verbs: tuple[str, ...]
    governing: tuple[str, ...]
    singles: Singles = NO_SINGLES

    def may_be(self, text: str, but: Collection[str] = ()) -> bool:
        """Whether ``text`` may be a noun that holds none of the verbs ``but`` these."""
        bare = unquoted(text)
        if _opens_with_day(bare):
            return False
        if is_verbal_head(bare) and not self._named_for_act(bare):
            return False
        return (
            is_free(text)
            and not text.startswith(_NO_NOUN_AFTER)
            and not _INNER.search(bare)
            and not self.singles.govern(bare)
            and not bare.endswith(_ENDS_NO_NOUN)
            and all(verb in but for verb in self._verbs_in(bare))
        )

    def _verbs_in(self, text: str) -> Iterator[str]:
        """The verbs that ``text`` holds, one behind the other, none of which is part of the name of an act."""
        at = 0
        while at < len(text):
            verb = self._verb_at(text, at)
            if verb:
                yield verb
            at += len(verb) or 1

    def _verb_at(self, text: str, at: int) -> str:
        for verb in self._governing.at(text, at):
            if not text.startswith("情况", at + len(verb)):
                return verb
        for verb in self._verbs.at(text, at):
            if not _OF_ACT.opens(text, at + len(verb)):
                return verb
        organises = text.startswith("组织", at) and not text.startswith(_ORGANISED, at + 2) and text[at - 1 : at] != "党"
        return "组织" if organises else ""

    def _named_for_act(self, text: str) -> bool:
        """Whether ``text``, which reads as a verb phrase, opens with the name of an act: 签约仪式."""
        return text.startswith(_NOUNS_LIKE_VERBS) or (not self._governing.opens(text) and _OF_ACT.opens(text, 2))

    @cached_property
    def _verbs(self) -> Wordbook:
        return Wordbook(self.verbs)

    @cached_property
    def _governing(self) -> Wordbook:
        return Wordbook(self.governing)

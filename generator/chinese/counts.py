"""Counts, shares, ranks and dates in Chinese numerals, and how they are told from numerals that are part of a name or a set wording.

新建粮库三座, 百分之三十五, 第五位, 六月 say what another year would say otherwise; 三会一课, 两个确立, 三大工程, 八项规定, 第一议题, 一季度 do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.chinese.calendar import HAN_DAY, HAN_MONTH, HAN_YEAR
from generator.patterns import late

Span = tuple[int, int]

CALLED = (
    r"[1１]\d{2,4}(?=(?:政务|便民|服务)*(?:热线|平台|工单|电话|来电|举报|投诉|信箱|接警|接处警|急救|指挥|诉求件))"
    r"|\d{1,3}周?岁|24小时(?=(?:自助|智能|公共|城市)*(?:书房|书屋|图书馆|银行|值班|值守|服务|热线|在线|不打烊|响应|便民|营业|驿站|政务))"
)
"""In a pattern: digits that are a name, of a telephone line (12345热线) or of what never closes (24小时书房), or tell who is meant (35岁以下)."""

_ONES = "一二两三四五六七八九"
_SIGNS = f"{_ONES}十百千万亿零〇"
_CONSTANT = "批次 人次 次 场 期 名 家 份 件 篇 轮 天".split()
"""Measure words with which a numeral from 两 on counts wherever it stands."""
_COUNTING = """
平方公里 平方米 立方米 公里 万元 亿元 元 万吨 吨 万亩 亩 家次 户次 件次 场次 车次 小时 课时 学时 座 间 户 台 套 册 所 堂 辆 艘
栋 幢 盏 株 棵 只 枚 幅 宗 例 笔 封 眼 部 人 支 本 张 处 起 门
""".split()
_NAMING = "个 项 条 类 种 位 块 批".split()
"""Measure words with which a numeral is mostly part of a set wording (四个意识, 八项规定)."""
_OF_ONE = frozenset("座 间 期 场 部 套 台 名 份 篇 家 所 堂 辆 本 册 轮 栋 次 艘 幢".split())
"""Measure words with which 一 counts where it ends what is said (培训班一期)."""
_MEASURE = "|".join(sorted({*_CONSTANT, *_COUNTING, *_NAMING}, key=lambda m: (-len(m), m)))
_NUMERAL = rf"[{_ONES}十](?:[{_SIGNS}]*[{_ONES}十百千])?[余多几]?"
_COUNT = late(rf"(?<![{_SIGNS}第几数每头前后\d.])(?P<count>{_NUMERAL})(?P<scale>万亿|[万亿])?(?P<measure>{_MEASURE})")
_ANOTHER_WORD = late(
    "性|间|体[制系化]|别|面|制|法|线|子|们|委|口|村|园|庭|员|士|才|大|标|单位?名?常委|[^，。；]{0,3}全会|次会议精神|[上下]会|部[署门]|态"
)
_ENDS = late(r"$|[，。；、：！）)]|(?:左右|以上|以下|之多)")
_SET = late(
    "规定|纪律|准则|原则|重点|方面|层面|环节|维度|关键|确立|意识|自信|维护|务必|坚持|必须|结合|一[^，。；、]|到位|体系|抓手|制度|机制|能力|作用|关系|目标|导向|清单|形态|月"
)
"""What a numeral with 个, 项, 条 belongs to where it is no count, though a verb stands before it (制定八项规定实施细则)."""
_DOING = """
新建 改建 扩建 建成 建设 建立 设立 成立 组建 打造 培育 引进 招录 招聘 招引 配备 购置 添置 改造 维修 整修 修缮 新增 增加 增设
举办 开办 召开 组织 开展 讲授 开设 完成 办理 办结 解决 发现 查出 查处 整改 制定 出台 修订 印发 编印 发放 发展 培训 走访 慰问
帮扶 救助 签订 签约 落地 争取 投入 筹集 化解 调解 受理 立案 检查 排查 清理 拆除 荣获 获得 评选 表彰 选派 选拔 推出 收集 征集
""".split()
_DOES = tuple(verb + ending for verb in _DOING for ending in ("", "了"))
_NO_COUNT_BEFORE = ("三番", "全")
_LATER_PHASE = "港园院目程厂区路线桥楼站"
"""Behind these 二期 is a phase of building."""
_NOT_ONE = "每各逐另同统唯单任专这那某有好成改查落漏报实早写"
_ONE_BEFORE = 8
"""Characters before 一 that are looked at for what makes it no count (每季度编发一期)."""
_SHARE = late(
    rf"百分之[零〇一二三四五六七八九十百点]+|(?<![{_SIGNS}])[{_ONES}十]+分之[{_ONES}十]+|(?<![{_SIGNS}])[三四五六七八九]成(?=[，。；、以左多]|$)"
    rf"|(?<=翻)[一两](?=番)|(?<=翻了)[一两](?=番)|(?<![{_SIGNS}\d.])[{_ONES}十]+(?=倍)"
)
_RANK = late(
    rf"(?<=升至第|降至第|升到第|位列第|名列第|排名第|位居第|上升第)[{_SIGNS}]+(?=[位名])|(?<=第)(?!一位)[{_SIGNS}]+(?=[位名](?![教学工党干作]))"
    rf"|(?<=第)[{_SIGNS}]+(?=[次届期轮](?!全国代表)[^，。；、“”《》]{{0,8}}?"
    r"(?:(?<![全员])会(?!精神|议精神|计|员|商|诊|同)|[竞大]赛|运动会|论坛|[培读][训书]班))"
)
_PRIZE = late(r"(?<=获)[一二三特](?=等奖)|(?<=[省市县区国州家]级)[一二三特](?=等奖)")
_LOCAL_SESSION = late(rf"(?<=[省市县区州旗]委)(?P<term>[{_SIGNS}]+)届(?P<session>[{_SIGNS}]+)次(?=全会|全体会议|党代会)")
"""A session of a local committee of the Party: the next year has another (those of the Central Committee are set wordings of their own)."""
_NO_RANK_BEFORE = ("党的第", "中国共产党第")
_DATE = late(f"{HAN_YEAR}|{HAN_MONTH}|{HAN_DAY}")


def counts_in_words(text: str) -> Iterator[Span]:
    """Where in ``text`` a numeral in Chinese says how many, what share, which rank or which day, in order of their kinds."""
    yield from (m.span() for m in _DATE.finditer(text))
    yield from (m.span() for m in _SHARE.finditer(text))
    yield from (m.span() for m in _RANK.finditer(text) if not text[: m.start()].endswith(_NO_RANK_BEFORE))
    yield from (m.span() for m in _PRIZE.finditer(text))
    yield from (m.span(part) for m in _LOCAL_SESSION.finditer(text) for part in ("term", "session"))
    yield from (m.span("count") for m in _COUNT.finditer(text) if _counts(text, m))


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether the numeral ``found`` in ``text`` with its measure word is a count."""
    numeral, measure = found["count"] + (found["scale"] or ""), found["measure"]
    start, end = found.span()
    before = text[:start]
    if _ANOTHER_WORD.match(text, end) or before.endswith(_NO_COUNT_BEFORE):
        return False
    ends, done = _ENDS.match(text, end) is not None, before.endswith(_DOES)
    if numeral == "一":
        return ends and measure in _OF_ONE and len(before) > 2 and not set(_NOT_ONE) & set(before[-_ONE_BEFORE:])
    if numeral == "二":
        return ends and bool(before) and not (measure == "期" and before[-1] in _LATER_PHASE)
    if measure in _NAMING and not (len(numeral) > 1 and measure == "个"):
        return (ends and bool(before)) or (done and not _SET.match(text, end))
    return len(numeral) > 1 or measure in _CONSTANT or (ends and bool(before)) or done

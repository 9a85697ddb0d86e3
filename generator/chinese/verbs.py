"""Which words of official prose open a subjectless clause: 召开会议, 扎实开展…, 逐条细化…"""

from __future__ import annotations

from functools import lru_cache

from generator.chinese.punctuation import LETTER
from generator.patterns import late

_VERBS = """
落实 贯彻 推进 推动 加强 强化 开展 规范 严格 营造 打造 提升 提高 健全 完善 建立 构建 筑牢 夯实 深化 抓好 抓实 做好
做实 做优 做强 抓细 压实 压紧 聚焦 突出 坚持 发挥 召开 举办 组织 制定 修订 出台 印发 制发 下发 签订 撰写 报送 编制
编印 推出 推行 推广 实施 执行 履行 承办 主办 协办 筹办 承接 受理 办理 办结 回复 答复 解决 化解 处置 处理 查处 查办
立案 督办 督促 督导 约谈 通报 曝光 公开 公示 发布 发放 发展 新增 新建 改建 扩建 建成 建设 完成 超额 实现 达到 取得
获得 荣获 争取 引进 引导 教育 选派 选拔 选树 选优 配强 配齐 配备 选聘 聘请 聘任 招聘 招录 提拔 调整 轮岗 交流 走访
慰问 看望 帮扶 帮助 指导 协助 协调 协同 联合 会同 配合 对接 对标 对照 衔接 参加 参与 参观 观看 观摩 瞻仰 重温 诵读
收看 收听 学习 传达 研究 研判 部署 谋划 统筹 安排 分析 梳理 摸排 排查 整治 整改 清理 清查 清退 拆除 淘汰 关停 取缔
更新 升级 改造 维修 维护 修复 治理 保障 保护 保持 巩固 扩大 拓展 延伸 覆盖 建强 配优 用好 用活 用足 盘活 激发 激励
凝聚 汇聚 团结 树立 树牢 牢记 牢固 紧盯 紧扣 紧抓 围绕 立足 着眼 着力 结合 成立 组建 设立 设置 下设 开设 开通 开发
开放 上线 运行 运用 应用 利用 融入 纳入 列入 细化 明确 划定 划分 分解 分设 逐条 逐项 逐级 定期 及时 认真 扎实 切实
积极 主动 深入 全面 全力 持续 不断 进一步 大力 稳步 有序 有效 统一 集中 先后 累计 常态化 动态 从严 从快 依法 依规
按照 按 根据 依据 依托 围着 通过 采取 采用 以 把 将 对 对党 向 为 在 与 同 由 就 检查 抽查 巡查 暗访 调研 考核 考评
评估 评选 评比 验收 审核 审批 审查 审计 监督 监测 监控 预警 接报 接待 接收 接访 转移 安置 救助 救援 启动 演练 培训
轮训 宣讲 宣传 宣教 讲授 讲 带头 领学 撰 刊发 刊登 刊载 发表 录用 投入 支付 拨付 下拨 筹集 募集 捐赠 捐款 减免 兑现
核查 核实 核销 盘点 登记 备案 归档 移交 移送 上报 汇报 报告 请示 反馈 收集 征集 征求 采纳 吸纳 吸收 转正 转办 交办
承诺 践行 弘扬 传承 挖掘 培育 培养 锤炼 锻造 激活 增强 增加 减少 降低 压减 压缩 精简 优化 简化 创新 创建 创办 争创
探索 试点 试行 尝试 促进 助力 服务 服从 支持 支援 守住 守牢 把好 把牢 把握 拧紧 严守 严明 严肃 严防 严查 严厉 防范
防控 防止 防治 遏制 杜绝 消除 预防 警示 提醒 谈心谈话 谈话 批评 表彰 表扬 奖励 处罚 行政处罚 问责 追究 惩处 纠正 纠治
让 使 做 抓 搞 建 设 修 办 查 学 推 定 聚 做到 开好 用 丰富 拓宽 畅通 搭建 打通 疏通 缩短 便利 方便 满足 回应
倾听 听取 了解 掌握 熟悉 领会 领悟 树 立 形成 打响 擦亮 叫响 唱响 讲好 巡山 设卡 种植 栽植 铺设 安装 采购 购置 添置
置换 租用 借用 归还 收取 征收 追缴 挽回 签约 落地 开工 竣工 投产 达产 招商 洽谈 外出 赴 到 前往 邀请 派出 派驻 驻点
蹲点 包联 包保 挂点 结对 营救 扑灭 扑救 抢修 抢险 排除 排水 疏散 撤离 值守 值班 备勤 轮值 公布 公告 宣布 表决 审议
讨论 研讨 座谈 恳谈 走进 送 送教 送学 上门 入户 进 整合 融合 汇编 编写 编发 推送 推荐 推选 遴选 评定 认定 鉴定 核定
核准 核发 颁发 授予 赋予 承担 分管 牵头 负责 主抓 主持 出席 列席 旁听 督查 督战 督改 清零 攻坚 破解 突破 补齐 补足
补强 堵塞 扎紧 织密 织牢 绘制 编织 描绘 经常 抓紧 抓牢 站稳 延长 缩小 增设 增开 增派 办好 开齐 开足 走好 迎接 举行
寻找 主讲 参训 参演 调解 接诉 接入 引入 送达
逐 注销 发行 上缴 盘点 收回 加装 拿出 带队 开创
扛起 扛牢 扛稳 选育 引育 招引 适配 普及 驰援 布设 吸收 壮大 修路 降本 盯牢 留住 补发 换发 补种 抢收 抢种
继续 逐步 尽快 尽早 遵守 接受 深挖 恢复 出版 打击 惩治 备战 输送 销售 摸清 增配
动员 改良 开办 调处 监管 改善 改进 清收 催收 催缴 追回 检修 更换 回收 整理 扫描 校准 投放 翻修
""".split()

_NOMINAL = frozenset(
    """
学习 培训 轮训 宣传 宣讲 宣教 教育 检查 考核 考评 评估 评选 监督 监测 执行 演练 服务 调研 督查 督办 建设 发展 管理
保障 交流 研究 巡查 值班 值守 帮扶 救助 治理 整治 整改 监控 审计 行政处罚 问责 奖励 举报 应用 运行 预防 防治 防控
警示 提醒 招商 结对 救援 审批 改造 维修 维护 请示 报告 汇报 接待 创新 创建 试点 登记 研讨 讨论 座谈 谈话 谈心谈话
批评 联合 集中 动态 预警 应用 调处 监管 按 就 同 由 设 修 办 查 学 定 用 建 推 树 立 进 送 到
""".split()
)

_TRANSITIVE = frozenset(
    """
帮扶 管控 减轻 改善 补充 资助 厘清 充实 关爱 护航 护牢 护好 盯紧 盯牢 管住 管好 练强 练好 守好 保住 保供 稳住 治理 整治
发展 建设 改造 服务 救助 维修 维护 预防 防治 防控 培养 学深 学透 吃透 关心 关怀 慰问 倾斜 规整 疏解 纾解 降低 提标 扩容
增补 补上 兜牢 兜住 配好 管严 选好 育好 用心 精心 主动 严格 整顿 创新 结成 迅速 快速 严密 精准 科学 周密 细致 从快 就地
分类 分级 分批 联系 家访 澄清 劝导 劝返 打捞 清除 清洗 清掏 清点 清缴 清扫 冲洗 清洁 下架 扶持 辅导 引领 护送 巡访 回访
接驳 压降 拦截 审理 筛查 消杀 压缩 取消 劝退 查对 督促 评选 截住 斩断 查看 算清 约请 疏浚 核减 制止 叫停 减掉 赶制 优选
承揽 揭露 捕捉 推介 查阅 叩开 腾退 撬动 放宽 打破 催生 腾挪 压低 驱离 核对 封堵 识别 擦净 锁定 扣押 细读 蹲守 攻克 唤醒
抢抓 理顺 撮合 抵制 甄别 放大 剥离 编排 抢拍 打磨 深耕 抢发 改正 剪出 引流 查封 劝阻 搜救 租借 吸引 抢救 揣摩 攻下 嵌入
剔除 凝练 矫治 侦破 查缉 追索 啃下 破除 抵御 畅谈 撤并 销毁 寻访 校勘 订正 讨回 搭好 解答 举荐 汇集 关掉 砍掉 揭示 清掉
摆脱 复盘 简并 收齐 缓解 摘除 磨合 归并 识破 指引 辨识 登高 封存 提纯 敬送 修缮 抚慰 搭起 改编 点亮 找准 削减 开进 端掉
切断 劝诫 扶植 拦下 规劝 揪出 敲响 退还 接续 加固 划清 配发 铲除 挑选 听清 扣回 掐断 解读 匹配 磨出 养成 读懂 唤回 劝离
揽取 抢通 稳控 扮靓 溯清 亮明 晒出 测准 收净 修平 抢回 盘清 记牢 填平 校正 核验 重塑 根治 校核 紧固 穷尽 捋顺 追还 画好
深学 安抚 查清 矫正 扶正 护卫 申报 盘活 发动 剖析 挽回 策划 接好 讲清 摸透 备足 备齐 补植 配全 选准 用足 带教 转化 拆解
追查 调节 守护 修通 救护 厉行 加密 领办 铸牢 著录 欢送 保障 指导 疏导 烘干 动员 应对
""".split()
)
"""Verbs of two characters that head a point with an object behind them, whether or not they can open a clause or be nouns."""

_SHORT_NOUN = 3
_NOUNS = tuple(
    """
工作 行动 活动 制度 机制 体系 能力 队伍 窗口 中心 平台 项目 计划 方案 基地 阵地 责任 责任制 清单 规范化 标准化 信息化 数字化 智能化 智慧化 一体化
精细化 常态化 工程 水平 质量 环境 情况 会议 培训班 大厅
力量 资金 经费 标准 办法 专项 点 站
""".split()
)
_MATTERS = tuple(
    """
    党日 生活 职责 武装 制度 纪律 作风 安全 整顿 排查 风险 前期 慰问 竞赛 比武 党课 家访 矛盾 纠纷 案件 执法 监管
    防汛 抗旱 防火 防灭火 节能 考勤 招生 就业 养老
    """.split()
)
"""What a 事项 is named after that ends in none of the others."""
_ACTS = frozenset(v for v in _NOMINAL | {"融合", "共建", "换届"} if len(v) > 1)
_DONE = frozenset(
    "建管练抓盯守护做办用把唱打夯筑压拧织扎扛站走选育配带看查理摸学吃读讲写算备防治保握补兜接送改修种养喂收交扫洗擦拆排控堵"
    "疏装铺挖运验审核评考问谈听喊引留请聘招派立稳护钉焊理清捋拉推扶帮管叫过"
)
_RESULTS = frozenset("好实牢强优活准细严住足透紧稳")
"""A verb and how its action comes out: 建好, 管住, 练强."""
_SENT = late(rf"送{LETTER}{{1,3}}(?:下乡|上门|进|到)")
"""A thing brought to where it is needed: 送书下乡, 送学上门."""
_BUILDS = late(rf"建(?![设筑议言档制材工行立树国军功党团]){LETTER}{{3,}}")
"""建 as a verb, with what is built: 建护渔员队伍."""
_SAYS_OF = {
    **dict.fromkeys("摆严抓求促当", ("", "")),
    "重": ("双多", "点大要"),
    "强": ("", "度"),
    "见": ("意接会", "面证"),
    "树": ("古行绿果", "林障木"),
    "聚": ("", "集会"),
    "保": ("社低担劳环医参警", "障险护洁管安卫密"),
    "出": ("支输进演", "版租入口境"),
}
"""Verbs of one character that say something of their subject with two behind them (摆首位), and before and behind what each is part of a word."""
_HAD = frozenset("力温作成突担特实奔")
"""How what a subject is said to have begins: 有力度."""
_STATES = tuple("可靠 透明 公正 有序 稳定 高效 便捷 过硬 以上率下 以身作则 身先士卒 走在前 学在前 干在前".split())
"""What is said of a subject at the end of a clause."""
_NO_OBJECT, _MADE = frozenset("，、的"), frozenset("做作干")
_TERSE = "常严勤多快细促先"
"""Adverbs of one character, and 促, that open a terse verb phrase: 常提醒, 严把关."""

_TWO = frozenset(v for v in _VERBS if len(v) == 2)
_COMPOUND = 4
_ORGANISED = ("建设", "生活", "体系", "关系", "设置", "覆盖")
"""What 组织 as a noun stands before: 组织生活 is not 组织演练."""
_BECOMING = ("提升", "转变", "转型", "升级", "提质", "增效", "改进")
"""What becomes of a thing, named behind it: 服务提升."""
_LONGEST_MODIFIED = 3
"""Characters behind an act that may still be what it modifies: 培训考核, 监测预警; 监测经济运行 has an object."""
_OPENERS = frozenset(_VERBS)
_HEAD_OPENERS = _OPENERS - _NOMINAL
_HEADS = _HEAD_OPENERS | _TRANSITIVE
_GOVERNING = frozenset(v for v in _HEADS if len(v) == 2) - {"组织", "集中"}
_SHORTEST_OBJECT, _NAME = 2, 4
_KNOWN = _HEADS | _NOMINAL | _OPENERS
_LONGEST_VERB = max(map(len, _KNOWN))


def is_verb(word: str) -> bool:
    """Whether ``word`` is a verb that a name may open with, be it a noun too (检测, 管理)."""
    return word in _KNOWN


def opens_clause(text: str) -> bool:
    """Whether ``text`` starts with a verb, adverb or preposition, so that it can follow a subjectless opening clause."""
    return _begins(text, _OPENERS)


def _begins(text: str, words: frozenset[str]) -> bool:
    """Whether ``text`` begins with one of hundreds of ``words``, none longer than the longest verb."""
    return any(text[:n] in words for n in range(1, _LONGEST_VERB + 1))


def _ends(text: str, words: frozenset[str]) -> bool:
    return any(text[-n:] in words for n in range(1, _LONGEST_VERB + 1))


_TIME = late(r"(?:每(?:[天日周月年]|季度|半年|学期)|\d{1,4}[年月日]|[上下]半年|全年|年[内底初]|[底初前至—])+")

_OPEN_TIME = frozenset("每上下全年底初前至—")


def opens_timed(text: str) -> bool:
    """Whether ``text`` starts with a time and then opens as a clause does: 每月到支部…, 2026年8月底前建成…"""
    time = _TIME.match(text) if text[:1].isdecimal() or text[:1] in _OPEN_TIME else None
    return time is not None and opens_clause(text[time.end() :])


def _comes_out(text: str) -> bool:
    return text[:1] in _DONE and text[1:2] in _RESULTS and text[2:3] not in ("", "的")


@lru_cache(maxsize=1 << 12)
def is_verbal_head(text: str) -> bool:
    """Whether ``text`` reads as a verb phrase of its own: 严格落实制度 does, 帮扶困难群众 does, 培训考核, 治理机制 and 专家指导服务 do not."""
    if is_compound(text):
        return False
    if (
        _begins(text, _HEAD_OPENERS)
        or _comes_out(text)
        or (text[:1] == "送" and _SENT.match(text))
        or (text[:1] == "建" and _BUILDS.match(text))
        or (text[:1] in _TERSE and opens_clause(text[1:]))
    ):
        return True
    verb = text[:2] if text[:2] in _TRANSITIVE else ""
    thing = text[len(verb) :]
    compound = _begins(thing, _ACTS) or _ends(thing, _ACTS) or (len(thing) <= _SHORT_NOUN and thing.endswith(_NOUNS))
    return bool(verb) and len(thing) >= 2 and not compound


_GOVERNS_ACTS = frozenset(
    """
    加强 推进 推动 强化 做好 抓好 抓实 做实 做优 做强 落实 开展 组织 规范 深化 完善 健全 改进 提升 提高 优化 严格 加快
    促进 创新 统筹 丰富 参加 参与 接受 配合 支持 保障 举办 召开 进行 实施 执行 完成 迎接 发展 重视 突出 抓紧 抓细 搞好
    聚焦 坚持 注重 扩大 增强 巩固 拓展 持续 深入 认真 扎实 积极 主动 全面 全力 不断 定期 及时 集中 稳步 有序 有效 从严
    依法 推行 实行 推广 防范 防止 补齐 补足 补强 化解 破解 解决 打通 打造 构建 建立 筑牢 夯实 压实 压紧 织密 织牢 守住
    守牢 把牢 激发 凝聚 汇聚 减少 降低 缩短 树立 树牢 弘扬 践行 培育 选树 紧盯 紧扣 发挥 争取 争创 严明 严肃 严防 遏制
    杜绝 消除 纠正 延伸 贯彻 履行 推出 打响 讲好 用好 办好 建好 管好 改善 谋划 带头 督促 盘活 唤醒 破除 抵制 理顺 抢抓
    攻克 加固 剔除 铲除 扮靓 找准 讲清 算清 摸清 摸透 备足 备齐 配齐 配强 配全 选准 用足 用活 管住 盯紧 盯牢 练好 练强
    护好 稳住 兜牢 兜住 留住 追回 挽回 惩治 引导 鼓励 动员 拓宽 畅通 疏通 满足 回应 倾听 把握 扛起 扛牢 站稳 叫响 唱响
    擦亮 把好 守好 补上
    """.split()
)
"""Verbs and adverbs of two characters that are never nouns, with an act as their object or verb: 加强管理 is a verb phrase, 捐赠管理 is none."""


def is_compound(text: str) -> bool:
    """Whether ``text`` is an act named by two verbs of two characters, the first of which says what it is about: 捐赠管理, 服务提升."""
    first, second = text[:2], text[2:]
    if first == "组织" and second in _ORGANISED:
        return True
    return len(text) == _COMPOUND and first in _OPENERS and first not in _GOVERNS_ACTS and (second in _ACTS or second in _BECOMING)


def heads_object(text: str) -> bool:
    """Whether ``text`` opens with a verb of two characters that takes an object and is hardly ever a noun."""
    return text[:2] in _GOVERNING


def governs_acts(text: str) -> bool:
    """Whether ``text`` opens with a verb that is never a noun: what ends in an act is a verb phrase all the same (加强管理)."""
    return text[:2] in _GOVERNS_ACTS


def without_opening_verbs(text: str) -> str:
    """``text`` without the adverbs and verbs that it opens with, as long as something of two characters is left: 全力维护社会安定 → 社会安定. Four
    characters that are left may begin with a verb and be a name all the same (组织生活)."""
    longest = min(_LONGEST_VERB, len(text) - _SHORTEST_OBJECT)
    verb = next((n for n in range(longest, 1, -1) if text[:n] in _HEADS), 0)
    rest = text[verb:]
    return without_opening_verbs(rest) if verb and len(rest) > _NAME else rest


def holds_verb(text: str) -> bool:
    """Whether a verb that is never a noun stands anywhere in ``text``."""
    return any(text[i : i + n] in _HEAD_OPENERS for i in range(len(text)) for n in range(1, _LONGEST_VERB + 1))


def names_matter(text: str) -> bool:
    """Whether ``text`` is surely a noun (请示报告, 主题党日): it ends in one, and neither begins with a verb and its object nor is finished."""
    named = _ends(text, _ACTS) or text.endswith((*_NOUNS, *_MATTERS))
    return named and not is_verbal_head(text) and not is_predicated(text) and not is_doubtful(text)


def ends_in_act(text: str) -> bool:
    """Whether ``text`` ends in an act as a noun (学习, 检查)."""
    return _ends(text, _ACTS)


def ends_in_verb(text: str) -> bool:
    """Whether ``text`` ends in a verb of two characters with something before it: what it names is that act (医养结合)."""
    return len(text) > _SHORT_NOUN and text[-2:] in _TWO


def is_doubtful(text: str) -> bool:
    """Whether ``text`` may be a verb and its object after all (培训农民, 监测病虫情况): it opens with an act that is not named by what follows."""
    act = next((n for n in range(1, _LONGEST_VERB + 1) if text[:n] in _ACTS), 0)
    thing = text[act:]
    modified = len(thing) <= _LONGEST_MODIFIED and (_ends(thing, _ACTS) or thing.endswith(_MATTERS))
    named = modified or (len(thing) <= _SHORT_NOUN and thing.endswith(_NOUNS))
    return act > 0 and bool(thing) and not _begins(thing, _ACTS) and not named


@lru_cache(maxsize=1 << 12)
def is_predicated(text: str) -> bool:
    """Whether ``text`` already says something of its subject: 政治建设摆首位, 班子成员学在先、作表率."""
    stated = text.endswith("执法规范") or any(text.endswith(state) and text != state for state in _STATES)
    return stated or _says_of(text[-4:]) or not _MADE.isdisjoint(text.partition("、")[2])


def _says_of(end: str) -> bool:
    """Whether ``end``, the last characters of a clause, is a verb of one character and the two that it has behind it."""
    before, verb, behind = end[:-3], end[-3:-2], end[-2:]
    if not verb or not _NO_OBJECT.isdisjoint(behind):
        return False
    in_words, of_words = _SAYS_OF.get(verb, ("", ""))
    return behind[0] in _HAD if verb == "有" else verb in _SAYS_OF and not (before and before in in_words) and behind[0] not in of_words

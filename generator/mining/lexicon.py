"""Word lists of the miner: formulations that belong to no one unit, objects too specific to print unasked, cues of stance."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Quoted wordings that any unit may use; a quoted name outside this list and the table of formulations is taken for a local brand.
GENERAL = frozenset(
    _words(
        """
    两个维护 两个确立 四个意识 四个自信 三会一课 一岗双责 第一议题 第一责任人 三重一大 关键少数 国之大者 我为群众办实事 急难愁盼 学习强国
    两个责任 总开关 两个大局 指挥棒 时间表 路线图 一切工作到支部 头雁 一盘棋 主题党日 双随机、一公开 四风 三个区分开来 四下基层 最后一公里
    七一 十四五 严 实 加法 减法 政治要件 第一政治要件 安全阀 作风弦 风纪扣 三严三实 两学一做 不忘初心、牢记使命
    """
    )
)

# What must have been there for a wording to make sense (an inspection, a support scheme, a meeting's speech), each with the words of which one must
# stand in the clerk's text; these hold for headings too.
PRESUPPOSED: tuple[tuple[str, ...], ...] = tuple(
    _words(row)
    for row in (
        "巡察",
        "巡视",
        "帮扶",
        "跟进学习 重要讲话 指示批示 第一议题",
        "“模范” 模范",
        "红色",
    )
)

# Objects, narrowest first, each with the words of which one must stand in the clerk's point before a formula about it is printed there.
NEEDED: tuple[tuple[str, ...], ...] = tuple(
    _words(row)
    for row in (
        "意识形态 舆论 舆情",
        "三会一课 组织生活 支部",
        "中心组",
        "第一议题",
        "整改 巡察 巡视 问题清单",
        "廉政 廉洁 党风 反腐",
        "清廉 廉洁 廉政",
        "反腐 廉政 党风",
        "廉洁 廉政 党风",
        "护廉 廉洁 廉政",
        "促廉 廉洁 廉政",
        "促学 测试 竞赛 考试",
        "数据 跑腿 政务服务",
        "清单",
        "民生",
        "关怀 关爱 慰问",
        "日常提醒 提醒",
        "学习强国",
        "自学 学习",
        "不敢腐 廉政 反腐",
        "主题党日",
        "谈心谈话 谈话",
        "民主评议 评议",
        "党课",
        "讲授 党课",
        "组织生活 支部",
        "网络",
        "宣传栏 宣传",
        "公众号 宣传",
        "志愿服务 志愿",
        "警示教育 警示",
        "换届",
        "结对 联建 共建",
        "联建 结对 共建",
        "共建 结对 联建",
        "调查研究 调研",
        "述职 考核",
        "民主集中制 议事 决策",
        "三重一大 决策",
        "请示报告 请示",
        "请示汇报 请示",
        "政治生活 组织生活",
        "党内生活 组织生活 政治生活",
        "政治纪律 政治规矩 纪律",
        "纪律 规矩 作风 廉",
        "党务 党建",
        "预备党员 发展党员",
        "党员教育 党员",
        "党员先锋 先锋 党员",
        "党史 学习教育",
        "主题教育 学习教育",
        "办实事 群众 民生",
        "为民办实事 群众 民生",
        "群众 民生 为民 办实事",
        "支部 党组织",
        "政务服务 审批 窗口",
        "模范机关 机关",
        "机关实际 机关",
        "遗漏 排查 整改 清单 问题",
        "战斗力导向 支部 党组织 党建",
        "机关党 机关",
        "党建 支部 党组织 党员",
        "党组织 支部 党建",
        "学习教育 主题教育",
        "党章 党纪 党规",
        "融合 业务",
        "宣讲 宣传",
        "阵地",
        "社会主义核心价值观",
        "战斗堡垒 支部 党组织",
        "服务群众 群众 便民",
        "群众监督 监督",
        "明纪 警示 纪律",
        "党性 党员 党课",
        "管党治党 从严治党 主体责任",
        "从严治党 管党治党 廉政 党风",
        "调研 调查研究",
        "宗旨 群众 初心",
        "作风 纪律",
    )
)

# Openings and closings of formula clauses.
OPENINGS = _words(
    """
    坚持 聚焦 紧扣 围绕 紧紧围绕 以 把 将 立足 严格 始终 牢固 牢牢 深入学习 深入贯彻 认真学习 认真贯彻 认真落实 全面贯彻 全面落实
    贯彻落实 坚决 对标 坚定 坚守 在{上级} 胸怀 树牢 旗帜鲜明 突出 按照 深化 持续 强化 加强 认真履行 严肃 结合 提高 充分发挥 切实履行 高质量
    压实 注重 依托 统筹 紧盯 落实 扎实推进 积极 健全 完善 建立健全 进一步 全面推进 全面 一体推进 深入 不断 大力 规范
    """
)

CLOSINGS = _words(
    """
    推动 确保 着力 促进 引导 切实 不断 真正 努力 夯实 筑牢 凝聚 激发 增强 为 让 力争 全力 层层 推进 提升 提高 营造 形成 实现 奋力
    教育引导 充分发挥 建强 把牢 牢牢把握 牢牢 做到 当好 保证 保障 树立 充分激发 全面激发 进一步增强 进一步提高 进一步强化 发挥 持续提高
    落实落细 弘扬 构建 打造 带动 坚决 自觉 巩固 扛起 彰显 展现 压实 更好 有效 严守 把准 锤炼 拧紧 切实树立 督促 做好 贯穿 贯彻到
    全面发挥 全面提升
    """
)

# Further openings that show stance, aim or principle.
_STANCES = _words(
    """
    明确 牢记 作出 内化 知责 守土 务实 力保 对照 紧跟 紧贴 把握 适应 主动 狠抓 丰富 创新 善于 补齐 凝聚起 同时 优化 抓好 统一 正确
    拧 讲党性 举一反三 扛在 一抓到底 持之以恒 以上率下 因地制宜 靶向 精准 争 服务 放在 纳入 学 在 整合 探索 从严 从实 重点 发扬 研究
    不停顿 密切 示警 感悟 鼓励 高度重视 发展积极
    找准 充分挖掘 高效 选优配强 解决 带头 深刻 严明 净化 涵养 激励 引领 维护 防范 守住 抓实 抓紧 抓细 继续 转化 以学 多 在党
    """
)
STANCES = tuple(sorted({*OPENINGS, *CLOSINGS, *_STANCES}, key=lambda w: (-len(w), w)))

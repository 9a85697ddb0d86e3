"""Acts by which a matter is named and that are done as work: 文物普查, 接访和调解 take 工作 behind them."""

from __future__ import annotations

from generator.chinese.verbs import ends_in_act, is_predicated, is_verbal_head
from generator.patterns import late

_ACTS = tuple(
    """
    普查 督导 督办 查验 核查 核验 查档 归档 归集 抢救 编研 备份 传承 展演 展陈 创作
    营销 推广 处置 投诉 接访 信访 调处 调解 选拔 选育 评定 评审 评议 评价 述职 测评
    捐献 献血 播出 播发 托养 照护 护理 康复 送教 送医 助餐 年审 年检 抽检 送检 检测
    检验 检疫 监测 预报 预警 播报 救护 救援 救助 补助 补贴 资助 发放 优抚 安置 褒扬
    双拥 征兵 帮教 戒治 矫治 矫正 管教 保畅 除雪 管养 养护 防护 绿化 亮化 净化 供水
    供暖 供气 排水 排涝 截污 治污 减排 降碳 节能 保供 稳价 收储 轮换 质检 追溯 出库
    入库 增雨 防雹 增收 增效 提质 推介 办案 侦查 起诉 审理 执行 公证 仲裁 援助 采购
    招标 评标 开标 交易 见证 登记 确权 测绘 规划 征地 拆迁 征收 补偿 出让 验收 验审
    移民 产销 理赔 担保 结算 核算 决算 预算 稽查 稽核 征管 退税 减税 统计 调查 调度
    编纂 编目 修复 布展 巡展 巡演 导览 借阅 采编 采访 宣推 直播 运维 值守 巡护 巡河
    管护 上门 进馆 准备 解读 移送 传播 安葬 更新 联办 减免 处治 免疫
    """.split()
)
_PAIR = late(r"(.{2,4}?)[和与及、](.{2,4})")
_LONGEST = 14
_NO_NAME = late(r"[\d，。；]")


def names_work(text: str) -> bool:
    """Whether ``text`` is named after an act that is done as work (无障碍环境督导, 接访和调解), so that 做好…工作 goes around it."""
    pair = _PAIR.fullmatch(text)
    if pair and all(half.endswith(_ACTS) or ends_in_act(half) for half in pair.groups()):
        return True
    named = text.endswith(_ACTS) and len(text) <= _LONGEST and not _NO_NAME.search(text)
    return named and not is_verbal_head(text) and not is_predicated(text)


_ILL = tuple("事件 问题 隐患 风险 事故 投诉 矛盾 纠纷 案件 线索 舆情 不足 缺陷 差错 违规 违纪 腐败 浪费 污染".split())
"""What nobody wants: 做好不良事件工作 says the opposite."""
_PLACES = tuple("馆 站 室 屋 院 所 点 车 中心 专柜 小区 社区 事项 人 户".split())


def takes_no_work(text: str) -> bool:
    """Whether ``text`` ends in what nobody wants, or in a place or somebody, so that 做好…工作 does not go around it."""
    return text.endswith((*_ILL, *_PLACES))

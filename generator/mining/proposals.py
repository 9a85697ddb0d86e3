"""Topics that an archive's own headings propose where no topic of the bank fits them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.bank.bank import Topic
from generator.bank.phrase import Kind
from generator.mining.clusters import clusters
from generator.mining.evidence import Evidence
from generator.mining.topics import topic_of

_LEAST = 3
_SHARE = 0.15
_VERBAL = frozenset(
    """
    发展 建设 推进 提升 加强 深化 持续 着力 全面 坚持 加快 推动 促进 实施 改善 保障 维护 构建 优化 完善 增强 扩大
    打造 强化 巩固 工作 任务 目标 重点 主要 时期 回顾 安排 扎实 进一步 大力 统筹 积极 不断 切实 深入 继续 努力 有效
    聚焦 奋力 做好 聚力 提高 落实 培育 激发 支撑 引领 水平 高质量 高水平 质量 能力 动力 活力 体系 我省 我国 全省 新时代
    现代化 总体 部署 情况 新局面 纵深 实现 走深走实 迈出 步伐 坚实 取得 成就 筑牢 守牢 防范 化解 底线 全力 用心 用力 特色
    服务 格局 优势 全面推进 关于 拓展 提质 增效 经济 社会 战略 稳定 保持 潜力 国家 政府 政策 效能 转变 平稳 振兴 深化改革
    第一 形成 取胜 协调 统筹城乡 优质 供给 回升 向好 基础 战略性 结构 调整 有效需求 需求
    """.split()
)
"""Words of headings that name no side of the work."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A topic that ``support`` reports have a heading about; ``words`` know it, ``headings`` are examples."""

    name: str
    words: tuple[str, ...]
    support: int
    headings: tuple[str, ...]


def proposals(evidence: Evidence, topics: Sequence[Topic], words: Callable[[str], tuple[str, ...]]) -> list[Proposal]:
    """Proposed topics, best supported first: the terms of level-2 headings that no topic knows, by how many reports have them.

    A term is a content word, or two that adjoin in the heading; one that stands mostly inside a longer term goes with that.
    """
    cluster = clusters(evidence)
    seen = {(cluster[key], s.text) for key, found in evidence.items() for s in found.seen if s.kind is Kind.HEADING and s.level == 2}
    free = sorted((report, text) for report, text in seen if not topic_of(text, "", "", topics))
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for report, text in free:
        for term in _terms(text, words):
            holders[term].add(report)
    least = max(_LEAST, round(_SHARE * len(set(cluster.values()))))
    common = {term: len(reports) for term, reports in holders.items() if len(reports) >= least}
    return [_proposal(term, common, free) for term in sorted(_widest(common), key=lambda t: (-common[t], t))]


def _terms(heading: str, words: Callable[[str], tuple[str, ...]]) -> Iterable[str]:
    found = [w for w in words(heading) if w not in _VERBAL]
    pairs = (a + b for a in words(heading) for b in found if a + b in heading and a not in _VERBAL)
    return {*found, *pairs}


def _widest(common: dict[str, int]) -> list[str]:
    """The terms that are not mostly said inside a longer one."""
    return [t for t in common if not any(t != other and t in other and common[other] >= 0.6 * common[t] for other in common)]


def _proposal(term: str, common: dict[str, int], free: list[tuple[str, str]]) -> Proposal:
    inside = sorted(t for t in common if t in term and t != term and len(t) > 2)
    told = Counter(text for _, text in free if term in text)
    return Proposal(term, (term, *inside), common[term], tuple(sorted(told, key=lambda text: (-told[text], text))[:3]))

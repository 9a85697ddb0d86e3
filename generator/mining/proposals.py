"""Topics that an archive's own headings propose where no topic of the bank fits them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.bank.bank import Topic
from generator.bank.phrase import Kind
from generator.mining.clusters import clusters
from generator.mining.evidence import Evidence
from generator.mining.topics import topic_of

_LEAST = 2
_SHARE = 0.15
_VERBAL = frozenset(
    """
    发展 建设 推进 提升 加强 深化 持续 着力 全面 坚持 加快 推动 促进 实施 改善 保障 维护 构建 优化 完善 增强 扩大
    打造 强化 巩固 工作 任务 目标 重点 主要 时期 回顾 安排 扎实 进一步 大力 统筹 积极 不断 切实 深入 继续 努力 有效
    聚焦 奋力 做好 聚力 提高 落实 培育 激发 支撑 引领 水平 高质量 高水平 质量 能力 动力 活力 体系 我省 我国 全省 新时代
    现代化 总体 部署 情况 新局面 纵深 实现 走深走实 迈出 步伐 坚实 取得 成就 筑牢 守牢 防范 化解 底线 全力 用心 用力 特色
    服务 格局 优势 全面推进 关于 拓展 提质 增效 经济 社会 战略 稳定 保持 潜力 国家 政府 政策 效能 转变 平稳 振兴 深化改革
    第一 形成 取胜 生产力 合理 区间 运行 总体要求 主要目标 以来 过去 建议 预期 一年 五年 今后 报告 改革开放 全方位 开创 展现 融合
    协调 统筹城乡 优质 供给 回升 向好 基础 战略性 结构 调整 有效需求 需求
    """.split()
)
"""Words of headings that name no side of the work."""


_MERGED = 0.5
"""Share of a term's headings that must also name another term for the two to be one topic."""
_CUES = 8
_OWN = 0.3
"""Share of a word's sightings that must be under the headings of a topic for it to be a cue of that topic."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A topic that ``support`` reports have a heading about; ``words`` know it, the best first; ``headings`` are examples."""

    name: str
    words: tuple[str, ...]
    support: int
    headings: tuple[str, ...]


_Heading = tuple[str, str]  # report, wording
_Words = Callable[[str], tuple[str, ...]]
_Holders = Mapping[str, frozenset[_Heading]]


def proposals(evidence: Evidence, topics: Sequence[Topic], words: _Words) -> list[Proposal]:
    """Proposed topics, best supported first: the terms of level-2 headings that no topic knows, by how many reports have them.

    A term is a content word, or two that adjoin in the heading. Terms that mostly head the same sections are one topic, named after the one that
    most reports have. Its cue words are its terms and the words that stand under its headings more than anywhere else.
    """
    cluster = clusters(evidence)
    seen = {(cluster[key], s.text) for key, found in evidence.items() for s in found.seen if s.kind is Kind.HEADING and s.level == 2}
    free = sorted((report, text) for report, text in seen if not topic_of(text, "", "", topics))
    holders: defaultdict[str, set[_Heading]] = defaultdict(set)
    for report, text in free:
        for term in _terms(text, words):
            holders[term].add((report, text))
    least = max(_LEAST, round(_SHARE * len(set(cluster.values()))))
    common = {term: frozenset(found) for term, found in holders.items() if _support(found) >= least}
    groups = _groups(common)
    taken = {word for topic in topics for word in topic.words} | {term for group in groups for term in group}
    cues = _cues([_wordings(common, group) for group in groups], _spoken(evidence, cluster, words), least, taken | _VERBAL)
    return sorted(map(_proposal, groups, cues, [common] * len(groups)), key=lambda p: (-p.support, p.name))


def _support(headings: Iterable[_Heading]) -> int:
    return len({report for report, _ in headings})


def _terms(heading: str, words: _Words) -> Iterable[str]:
    found = [w for w in words(heading) if w not in _VERBAL]
    pairs = (a + b for a in words(heading) for b in found if a + b in heading and a not in _VERBAL)
    return {*found, *pairs}


def _groups(common: _Holders) -> list[list[str]]:
    """Terms that are one topic, the one that names it first: a term joins the best supported one it is said with, or stands inside of."""
    groups: list[list[str]] = []
    for term in sorted(common, key=lambda t: (-_support(common[t]), -len(t), t)):
        home = next((g for g in groups if _same(term, g[0], common)), None)
        if home is None:
            groups.append([term])
        else:
            home.append(term)
    return groups


def _same(term: str, name: str, common: _Holders) -> bool:
    return term in name or name in term or len(common[term] & common[name]) >= _MERGED * min(len(common[term]), len(common[name]))


def _wordings(common: _Holders, group: Iterable[str]) -> frozenset[str]:
    return frozenset(text for term in group for _, text in common[term])


_Spoken = Mapping[tuple[str, str], frozenset[str]]  # word, heading it stands under → reports


def _spoken(evidence: Evidence, cluster: Mapping[str, str], words: _Words) -> _Spoken:
    """Which reports say a word under a heading."""
    spoken: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for key, found in evidence.items():
        for seen in found.seen:
            if seen.kind in (Kind.CLAUSE, Kind.FRAME):
                for word in words(seen.text):
                    spoken[word, seen.heading].add(cluster[key])
    return {pair: frozenset(reports) for pair, reports in spoken.items()}


def _cues(headings: Sequence[frozenset[str]], spoken: _Spoken, least: int, taken: Collection[str]) -> list[list[str]]:
    """For each set of headings the words that ``least`` reports say under them and that are not said as much elsewhere, the most telling first."""
    everywhere: Counter[str] = Counter()
    under: list[Counter[str]] = [Counter() for _ in headings]
    reports: list[defaultdict[str, set[str]]] = [defaultdict(set) for _ in headings]
    for (word, heading), holders in spoken.items():
        everywhere[word] += len(holders)
        for i, wanted in enumerate(headings):
            if heading in wanted:
                under[i][word] += len(holders)
                reports[i][word] |= holders
    out = []
    for counts, holders_of in zip(under, reports, strict=True):
        shares = {w: n / everywhere[w] for w, n in counts.items() if w not in taken and len(holders_of[w]) >= least}
        telling = [w for w, share in shares.items() if share >= _OWN]
        out.append(sorted(telling, key=lambda w: (-shares[w] * counts[w], w))[:_CUES])
    return out


def _proposal(group: Sequence[str], cues: Sequence[str], common: _Holders) -> Proposal:
    found = frozenset[_Heading]().union(*(common[term] for term in group))
    told = Counter(text for _, text in found)
    named = sorted(told, key=lambda text: (group[0] not in text, -told[text], text))
    return Proposal(group[0], (*_bare(group), *cues), _support(found), tuple(named[:3]))


def _bare(terms: Sequence[str]) -> list[str]:
    """``terms`` without those that hold another: whoever says 城乡融合 says 城乡."""
    return [t for t in terms if not any(other != t and other in t for other in terms)]

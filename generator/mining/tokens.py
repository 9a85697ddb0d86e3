"""Words of a phrase. The only module that imports jieba, and only when it is used: HMM off, with a lexicon mined from the corpus."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import lru_cache

from generator.bank.phrase import SLOT

_STOP_WORDS = """
进行 工作 开展 加强 推动 推进 落实 坚持 做好 抓好 强化 提升 提高 确保 切实 不断 进一步 全面 深入 认真 严格 积极 持续
扎实 着力 有效 有关 相关 各项 实现 取得 促进 增强 建立 健全 完善 组织 要求 方面 情况 结合 实际 重要 主要 问题 作为
充分 发挥 作用 做到 牢固 树立 以及 同时 今年 今年以来 目标 始终 坚决 定期 重点 内容 形式 方式 能够 就是 没有 不够 存在
通过 围绕 根据 按照 成为 形成 起来
"""
_STOP = frozenset(_STOP_WORDS.split())
_CONTENT = re.compile(r"n|v|i|l|j|a")
_MOST = 5


@lru_cache(maxsize=4)
def content_words(lexicon: frozenset[str]) -> Callable[[str], tuple[str, ...]]:
    """A function from a phrase to its content words, at most five, in their order: nouns and verbs of two characters or more.

    ``lexicon`` holds the set formulations that must stay whole.
    """
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    for term in sorted(lexicon):
        tokenizer.add_word(term, freq=10**6, tag="nz")
    tagger = jieba.posseg.POSTokenizer(tokenizer)

    def words(text: str) -> tuple[str, ...]:
        tagged = [(pair.word, pair.flag) for pair in tagger.lcut(SLOT.sub("，", text), HMM=False)]
        content = [w for w, flag in tagged if len(w) > 1 and _CONTENT.match(flag) and w not in _STOP]
        return tuple(dict.fromkeys(content))[:_MOST]

    return words

"""Words of Chinese text, tagged. The only module that imports jieba or rjieba, and only when it is used.

HMM is off and a lexicon mined from the corpus is on: official prose splits its set formulations otherwise. rjieba, where it is installed, gives the
same words and tags several times as fast; nothing that is written may depend on which of the two made it.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from generator.bank.phrase import SLOT
from generator.chinese.punctuation import HAN

Word = tuple[str, str]
"""A word and its part of speech in jieba's tags: n noun, v verb, vn verbal noun, nz name, x no word."""

Tagger = Callable[[str], list[Word]]

# In the folder for temporary files, which several users share: jieba's own name there may be another's file.
_CACHE = f"nigao-jieba-{os.getuid() if hasattr(os, 'getuid') else 'own'}.cache"
_NAMES_FREQUENCY = 10**6
_VERBS_FREQUENCY = 10**4


def tagger(names: frozenset[str], verbs: frozenset[str] = frozenset()) -> Tagger:
    """A function from a text to its words. ``names`` stay whole and are tagged nz, ``verbs`` likewise and v."""
    return _rjieba(names, verbs) if importlib.util.find_spec("rjieba") else _jieba(names, verbs)


@lru_cache(maxsize=4)
def _jieba(names: frozenset[str], verbs: frozenset[str]) -> Tagger:
    parts = _plain_jieba()
    for word, frequency, tag in _entries(names, verbs):
        parts.tokenizer.add_word(word, freq=frequency, tag=tag)
    own = _own_tags(names, verbs)
    return lambda text: [_word(pair.word, pair.flag, own) for pair in parts.lcut(text, HMM=False)]


def _plain_jieba() -> Any:
    """A tokenizer of its own with jieba's dictionary, which is half a second to read and a hundredth to copy."""
    posseg, read = _read_jieba()
    parts = posseg.POSTokenizer.__new__(posseg.POSTokenizer)  # its own way reads the dictionary again
    parts.tokenizer, parts.word_tag_tab = type(read)(), dict(posseg.dt.word_tag_tab)
    parts.tokenizer.FREQ, parts.tokenizer.total, parts.tokenizer.initialized = dict(read.FREQ), read.total, True
    return parts


@lru_cache(maxsize=1)
def _read_jieba() -> tuple[Any, Any]:
    """jieba's module of parts of speech, which reads these when it is loaded, and a tokenizer that has read how often each word is said."""
    with warnings.catch_warnings(action="ignore"):
        import jieba
        import jieba.posseg

    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.cache_file = _CACHE
    tokenizer.initialize()
    known = {word: word for word in tokenizer.FREQ}  # the module has read every word once more, a third of the memory of both
    jieba.posseg.dt.word_tag_tab = {known.get(word, word): sys.intern(tag) for word, tag in jieba.posseg.dt.word_tag_tab.items()}
    return jieba.posseg, tokenizer


@lru_cache(maxsize=4)
def _rjieba(names: frozenset[str], verbs: frozenset[str]) -> Tagger:
    import rjieba

    tokenizer = rjieba.Jieba()
    for entry in _entries(names, verbs):
        tokenizer.add_word(*entry)
    own = _own_tags(names, verbs)
    return lambda text: [_word(word, flag, own) for word, flag in tokenizer.tag(text, False)]


def _entries(names: frozenset[str], verbs: frozenset[str]) -> Iterable[tuple[str, int, str]]:
    yield from ((verb, _VERBS_FREQUENCY, "v") for verb in sorted(verbs - names) if len(verb) > 1)
    yield from ((name, _NAMES_FREQUENCY, "nz") for name in sorted(names))


def _own_tags(names: frozenset[str], verbs: frozenset[str]) -> Mapping[str, str]:
    return {verb: "v" for verb in verbs if len(verb) > 1} | dict.fromkeys(names, "nz")


def _word(word: str, flag: str, own: Mapping[str, str]) -> Word:
    """The libraries tag figures and words added to the dictionary differently, so those are tagged here."""
    return word, "x" if word.isascii() else own.get(word, flag)


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
    tagged = tagger(lexicon)

    def words(text: str) -> tuple[str, ...]:
        content = [w for w, flag in tagged(SLOT.sub("，", text)) if len(w) > 1 and _CONTENT.match(flag) and w not in _STOP]
        return tuple(dict.fromkeys(content))[:_MOST]

    return words


NAMES = ("nr", "ns", "nt", "nrt", "nrfg")
"""Parts of speech of the names of persons and places."""


@lru_cache(maxsize=1)
def _plain_tagger() -> Tagger:
    return tagger(frozenset())


def vocabulary(text: str) -> tuple[str, ...]:
    """The words of ``text``, sorted, no names of persons and places. Those that tell nothing are there too, lest a text be cut at the wrong place
    (重复检查 holds no 复检), and those of one character, by which it is known which characters stand alone anywhere."""
    tagged = _plain_tagger()(SLOT.sub("，", text))
    return tuple(sorted({w for w, flag in tagged if HAN.search(w) and flag not in NAMES}))

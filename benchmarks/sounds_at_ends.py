"""Which slips of an input method may be told at the end of a clause: usual words whose last character sounds like another.

    python benchmarks/sounds_at_ends.py CORPUS… > phrasebank/检查/同音尾.yaml

A slip is left out where it is a word of the bank's lists, or one that jieba's dictionary (MIT) has not far more seldom than the right word, or stands
at the end of a clause anywhere in CORPUS. Of the words in ``同音.yaml`` those that the corpus has most often are taken.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

import jieba

from generator.check.prose.meeting import known
from generator.cli import shelf

MOST = 1000
SELDOM = 100
PARTICLES = frozenset(
    "次等时后中上内里个件项名人年月日起批场家户类处期是的了着和与及以于其之为有无不也都前外下间者性化员队部室站所局区市县乡镇村长级"
)
NUMERALS = frozenset("一二三四五六七八九十百千万亿两多几每各半数")
END = re.compile(r"(?=([\u4e00-\u9fff]{2})(?![\u4e00-\u9fff]))")
HEAD = """# 同音尾：常用的两个字的词，末一字打成同音字以后的样子，只在分句末尾提示（后面是别的字的，可能是两个词相接）。
# 词：先写对的，空一格写各种打错的。由 benchmarks/sounds_at_ends.py 从 同音.yaml 的词、同音字.yaml 的字算出。"""


def main() -> None:
    words = shelf.check_words()
    have = known(words.paired)
    alike = {c: row for row in words.homophones for c in row}
    told = {wrong for row in words.sounded for _, *wrongs in row.words for wrong in wrongs}
    texts = [path.read_text(encoding="utf-8") for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.txt"))]
    whole = "\n".join(texts)
    seen = {m[1] for m in END.finditer(whole)}
    jieba.initialize()
    frequency = jieba.dt.FREQ
    right = sorted({row[0] for group in words.sounded for row in group.words}, key=lambda word: (-whole.count(word), word))[:MOST]
    rows = defaultdict[str, list[str]](list)
    for word in sorted(right):
        first, last = word
        slips = [first + c for c in alike.get(last, "") if c != last and c not in PARTICLES]
        slips = [s for s in slips if s not in have and s not in told and s not in seen and frequency.get(s, 0) * SELDOM <= frequency.get(word, 0)]
        if slips and first not in NUMERALS:
            rows[first].append(" ".join([word, *slips]))
    print(HEAD)
    for first, listed in sorted(rows.items()):
        print(f"- {{首: {first}, 词: {'；'.join(listed)}, 出处: 《现代汉语词典》注音；往年报告和政府工作报告的用字}}")


if __name__ == "__main__":
    main()

"""The characters that make words of verbs of one character (``phrasebank/单字动词.yaml``), from jieba's dictionary (jieba 0.42, dict.txt, MIT) and
the words that it lacks (``singles/另.txt``).

    python benchmarks/singles.py [--check]

A verb of one character is held for part of a word where the dictionary joins it with the character before it or behind it; elsewhere it governs what
stands behind it, and no noun holds it. ``--check`` writes nothing and says whether a byte differs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import jieba

ROOT = Path(__file__).resolve().parents[1]
BESIDES = Path(__file__).parent / "singles" / "另.txt"
TABLE = ROOT / "phrasebank" / "单字动词.yaml"
VERBS = "办设编换装修查改收发评聘派送建添购租领配缴罚退拆种栽植捕救抓搞签印寄赠捐借辖驻带帮扶讲写拍播铺挖填喷洒洗搬卖买"
"""Verbs with which clerks open a clause or follow whoever acts; of 90 tried, those that name nothing by themselves."""
_SEEN = 3
"""How often the dictionary's texts must hold a word: rarer ones are slips of its segmenter."""
_HEADER = """\
# 一个字的动词，前面、后面是哪些字就成了一个词（收发室、发展）；不是的，它就管着后面的话（清洁工发防暑用品），不是名词。补字时用来认名词。
# 由 benchmarks/singles.py 照 jieba 的词典（dict.txt，MIT 许可）和 benchmarks/singles/另.txt 做成。添词改那个名单，不改这里。
"""


def words() -> Iterator[str]:
    """Words of two characters."""
    dictionary = Path(jieba.__file__).parent / "dict.txt"
    for line in dictionary.read_text("utf-8").splitlines():
        word, seen, _ = line.split(" ")
        if len(word) == 2 and int(seen) >= _SEEN:
            yield word
    yield from BESIDES.read_text("utf-8").split()


def table() -> str:
    known = sorted(set(words()))
    rows = (
        f"- {{字: {verb}, 前: '{''.join(w[0] for w in known if w[1] == verb)}', 后: '{''.join(w[1] for w in known if w[0] == verb)}'}}\n"
        for verb in VERBS
    )
    return _HEADER + "".join(rows)


def main() -> int:
    if "--check" in sys.argv[1:]:
        same = TABLE.read_text("utf-8") == table()
        print("一字不差" if same else "不一样")
        return 0 if same else 1
    TABLE.write_text(table(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

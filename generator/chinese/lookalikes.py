"""Characters that look like others and are none: radicals and compatibility characters that a PDF or a converter leaves behind, ⽔ for 水.

Each stands for one character, so no place in a text moves. Sources: Unicode Character Database, decompositions (NFKC) of the Kangxi radicals, the
compatibility ideographs and the forms for vertical, small and narrow setting; EquivalentUnifiedIdeograph for the radicals that decompose into
nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from generator.patterns import late

_RADICALS = dict(
    pair.split("=")
    for pair in """
    "=" ⺁=厂 ⺂=乛 ⺃=乚 ⺄=乙 ⺅=亻 ⺆=冂 ⺇=几 ⺈=刀 ⺉=刂 ⺊=卜 ⺋=卩 ⺌=小 ⺍=小 ⺎=兀 ⺏=尣 ⺐=尢 ⺑=尢 ⺒=巳 ⺓=幺 ⺔=彑 ⺕=彐 ⺖=忄 ⺗=㣺
    ⺘=扌 ⺙=攵 ⺛=旡 ⺜=日 ⺝=月 ⺞=歺 ⺟=母 ⺠=民 ⺡=氵 ⺢=氺 ⺣=灬 ⺤=爫 ⺥=爫 ⺦=丬 ⺧=牛 ⺨=犭 ⺩=王 ⺪=疋 ⺫=罒 ⺬=示 ⺭=礻 ⺮=竹 ⺯=糹 ⺰=纟
    ⺱=罓 ⺲=罒 ⺳=罓 ⺴=罓 ⺵=罓 ⺶=羊 ⺷=羊 ⺸=羊 ⺹=耂 ⺺=肀 ⺻=聿 ⺼=月 ⺽=臼 ⺾=艹 ⺿=艹 ⻀=艹 ⻁=虎 ⻂=衤 ⻃=覀 ⻄=西 ⻅=见 ⻆=角 ⻇=角 ⻈=讠
    ⻉=贝 ⻊=足 ⻋=车 ⻌=辶 ⻍=辶 ⻎=辶 ⻏=阝 ⻐=钅 ⻑=長 ⻒=镸 ⻓=长 ⻔=门 ⻕=阜 ⻖=阝 ⻗=雨 ⻘=青 ⻙=韦 ⻚=页 ⻛=风 ⻜=飞 ⻝=食 ⻞=食 ⻟=飠 ⻠=饣
    ⻡=首 ⻢=马 ⻣=骨 ⻤=鬼 ⻥=鱼 ⻦=鸟 ⻧=卤 ⻨=麦 ⻩=黄 ⻪=黾 ⻫=斉 ⻬=齐 ⻭=歯 ⻮=齿 ⻯=竜 ⻰=龙 ⻱=龟 ⻲=亀 ⻳=龟
    """.split()
)
_SETTING = dict(zip("︐︑︒︓︔︕︖︗︘︙︰﹐﹑﹒﹔﹕﹖﹗﹙﹚｡｢｣､･", "，、。：；！？〖〗…：，、．；：？！（）。「」、·", strict=True))
_WIDE = str.maketrans("(){}[]_", "（）｛｝［］＿")
_DECOMPOSED = (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00), range(0xFE31, 0xFE50), range(0x2F800, 0x2FA20))


def _decomposed() -> Iterator[tuple[str, str]]:
    for code in (code for block in _DECOMPOSED for code in block):
        plain = unicodedata.normalize("NFKC", chr(code)).translate(_WIDE)
        if len(plain) == 1 and plain != chr(code):
            yield chr(code), plain


_SIMPLIFIED = {"⼾": "户", "⾭": "青", "⿈": "黄"}
"""Radicals that decompose into a character outside GB 2312 whose simplified shape is the one meant."""


@cache
def _table() -> Mapping[int, str]:
    """The character that each stands for, by its code."""
    return str.maketrans(dict(_decomposed()) | _SETTING | _RADICALS | _SIMPLIFIED)


_STRANGE = late("[\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe4f\ufe50-\ufe5f\uff61-\uff65\U0002f800-\U0002fa1f]")


_STROKES = dict(zip("—–－―ーㄧ㇐㆒ニ㆓ミ㆔ハ", "一一一一一一一一二二三三八", strict=True))
_STROKE = late(rf"(?:(?<=^)|(?<=^[（(]))[{''.join(_STROKES)}](?=[、）)])")
"""Strokes that a scanner or an input method leaves where a number is meant, —、 for 一、: nothing else stands there."""


def folded(text: str) -> str:
    """``text`` with the characters that are meant in the place of those that only look like them."""
    told = _translated(text)
    return told if _STROKES.keys().isdisjoint(told[:2]) else _STROKE.sub(lambda found: _STROKES[found[0]], told)


def _translated(text: str) -> str:
    return text.translate(_table()) if _STRANGE.search(text) else text


def strange(text: str) -> dict[str, str]:
    """What ``folded`` changes in ``text``: each such character, in the order in which they come, with the one that is meant."""
    found = {character: _table()[ord(character)] for character in dict.fromkeys(_STRANGE.findall(text)) if ord(character) in _table()}
    told = _translated(text)
    return found if _STROKES.keys().isdisjoint(told[:2]) else found | {stroke: _STROKES[stroke] for stroke in _STROKE.findall(told)}

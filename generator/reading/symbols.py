"""Characters of the symbol fonts as Unicode. Word keeps them at F000–F0FF or as letters; what they show hangs on the font."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PRIVATE = range(0xF000, 0xF100)
_OF_FONTS = re.compile("[\uf000-\uf0ff]")
_FONTS_OWN = range(0xE000, 0xF900)
"""Characters that Unicode leaves to each font (Private Use Area)."""


def is_symbol_font(font: str) -> bool:
    """Whether the letters of ``font`` show signs."""
    return font.strip().lower() in _FONTS


def symbol(code: int, font: str) -> str:
    """The sign that ``font`` shows for the character ``code``; nothing where that cannot be told."""
    table = _FONTS.get(font.strip().lower())
    if table is not None:
        low = code - _PRIVATE.start if code in _PRIVATE else code
        return table.get(low, "" if low < 0x100 or code in _PRIVATE else _plain(code))
    return _USUAL.get(code, "") if code in _FONTS_OWN else _plain(code)


def symbols(text: str, font: str) -> str:
    """``text`` as ``font`` shows it, without the characters that cannot be told."""
    return "".join(symbol(ord(character), font) for character in text)


def unknown(text: str) -> bool:
    """Whether ``text`` holds a character that only the font which draws it could tell."""
    return _OF_FONTS.search(text) is not None


def _plain(code: int) -> str:
    """The character itself, where it is one that XML allows."""
    allowed = code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    return chr(code) if allowed else ""


def _row(start: int, signs: str) -> dict[int, str]:
    """Signs from ``start`` on; a space stands for none."""
    return {start + at: sign for at, sign in enumerate(signs) if sign != " "}


# The tables give plain relatives (✓ ☑ □ ➢) where Unicode has a sign of its own that hardly any font draws.
_SYMBOL: Mapping[int, str] = (
    {code: chr(code) for code in range(0x20, 0x7F)}
    | {0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x60: "‾", 0x7E: "∼"}
    | _row(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")
    | _row(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
    | _row(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")
)
_WINGDINGS: Mapping[int, str] = (
    _row(0x20, " ✏✂✁  📖 ☎✆✉")
    | _row(0x3F, "✍ ✌  ☟☜☞☝☟ ☺ ☹ ☠  ✈☼ ❄ ✞ ✠✡☪☯ ☸♈♉♊♋♌♍♎♏♐♑♒♓& ●❍■□□❑❒◆◆◆❖◆☒ ⌘")
    | _row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
    | _row(0x9E, "·•○○○○◉◎○▪□ ✦★✶✴✹✵")
    | _row(0xB5, "✪✰")
    | {0xD8: "➢", 0xDC: "➲", 0xF0: "⇨", 0xEF: "⇦", 0xF1: "⇧", 0xF2: "⇩", 0xA0: "▪"}
    | _row(0xDF, "←→↑↓↖↗↙↘←➔↑↓↖↗↙↘")
    | _row(0xFB, "✗✓☒☑")
    | {0x20: " ", 0x43: "👍", 0x44: "👎"}
)
_WINGDINGS_2: Mapping[int, str] = (
    {0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "□"}
    | _row(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
)  # fmt: skip
_WINGDINGS_3: Mapping[int, str] = {0x20: " ", 0x70: "▲", 0x71: "▼", 0x72: "△", 0x73: "▽", 0x74: "◀", 0x75: "▶", 0x76: "◁", 0x77: "▷", 0x7D: "▶"}
_WEBDINGS: Mapping[int, str] = {0x20: " ", 0x34: "▶", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x69: "ℹ", 0x3D: "→"}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
_USUAL = {0xF0B7: "•", 0xF06C: "●", 0xF06E: "■", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☑", 0xF052: "☑", 0xF0A3: "□"}
"""What writers other than Word leave without a font, in the font each mostly comes from."""

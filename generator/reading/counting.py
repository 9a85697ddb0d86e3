"""Numbers in the formats of Word's lists (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.chinese.numerals import chinese

Written = Callable[[int], str | None]
"""One format: the number as it prints it; None where the format does not reach so far."""


def written(n: int, form: str) -> str:
    """``n`` in the format ``form``. A format that is not known, or that ends before ``n``, gives Arabic digits, as Word does."""
    found = _FORMATS.get(form, str)(n)
    return str(n) if found is None else found


def padded(n: int, example: str) -> str:
    """``n`` in the format that ``example`` shows (001, 002, …), the one custom kind that Word writes."""
    first = example.partition(",")[0].strip()
    return str(n).zfill(len(first)) if first.isdecimal() and len(first) <= _WIDEST else str(n)


_WIDEST = 5
"""Digits of the widest number with leading zeros: 00001 is the last that Word offers."""


def _list(signs: str) -> Written:
    return lambda n: signs[n - 1] if 1 <= n <= len(signs) else None


def _row(first: str, length: int) -> Written:
    return lambda n: chr(ord(first) + n - 1) if 1 <= n <= length else None


def _digits(ten: str) -> Written:
    return lambda n: "".join(ten[int(digit)] for digit in str(n)) if n >= 0 else None


def _thousands(n: int) -> str | None:
    return chinese(n) if 1 <= n <= 9999 else "〇" if n == 0 else None


def _hundred(digits: Written) -> Written:
    """Counted up to 99, digit by digit from there on: 九十九, 一○○."""
    return lambda n: chinese(n) if 1 <= n <= 99 else digits(n)


def _legal(numerals: str) -> Written:
    """With the numerals of cheques, which say every 壹: 壹拾, 壹佰零壹."""
    table = str.maketrans("零一二三四五六七八九十百千", numerals)
    return lambda n: ("一" * (10 <= n <= 19) + chinese(n)).translate(table) if 1 <= n <= 9999 else None


def _japanese(n: int) -> str | None:
    """No zero within, no 一 before 十, 百, 千: 百一, 二千十."""
    if not 1 <= n <= 9999:
        return None
    pairs = zip((1000, 100, 10, 1), ("千", "百", "十", ""), strict=True)
    counted = ((n // value % 10, unit) for value, unit in pairs)
    return "".join(("" if digit == 1 and unit else _KANJI[digit]) + unit for digit, unit in counted if digit)


_KANJI = "〇一二三四五六七八九"


def _sixty(n: int) -> str | None:
    return f"{_STEMS[(n - 1) % 10]}{_BRANCHES[(n - 1) % 12]}" if 1 <= n <= 60 else None


_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def _letters(n: int) -> str | None:
    """a … z, aa, bb: the letter is repeated. Word ends at 780."""
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1) if 1 <= n <= 780 else None


_ROMAN = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True))


def _roman(n: int) -> str | None:
    if not 1 <= n <= 3999:
        return None
    found = ""
    for value, sign in _ROMAN:
        count, n = divmod(n, value)
        found += sign * count
    return found


def _upper(form: Written) -> Written:
    def raised(n: int) -> str | None:
        found = form(n)
        return None if found is None else found.upper()

    return raised


def _ordinal(n: int) -> str:
    ending = "th" if 10 <= n % 100 <= 19 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


_ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}


def _in_words(n: int) -> str | None:
    """Twenty-One. Lists in words go as far as ninety-nine."""
    if not 0 <= n <= 99:
        return None
    tens, ones = divmod(n, 10)
    return (_ONES[n] if n < 20 else _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")).capitalize()


def _ordinal_in_words(n: int) -> str | None:
    said = _in_words(n)
    if said is None:
        return None
    before, dash, last = said.lower().rpartition("-")
    return (before + dash + _ORDINALS.get(last, f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th")).capitalize()


def _repeated(signs: str) -> Written:
    """The signs in turn, then doubled, as notes of a book are marked: * † ‡ § **."""
    return lambda n: signs[(n - 1) % len(signs)] * ((n - 1) // len(signs) + 1) if 1 <= n <= _MOST_REPEATED * len(signs) else None


_MOST_REPEATED = 8
_KOREAN = str.maketrans("零一二三四五六七八九十百千", "영일이삼사오육칠팔구십백천")


def _korean(n: int) -> str | None:
    """As in Japan, without a zero: 이십일, 백일."""
    counted = _japanese(n)
    return None if counted is None else counted.translate(_KOREAN)


_FULL_WIDTH, _TAIWANESE = _digits("０１２３４５６７８９"), _digits("○一二三四五六七八九")
_FORMATS: Mapping[str, Written] = {
    "none": lambda _: "",
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 10),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "numberInDash": lambda n: f"- {n} -",
    "hex": lambda n: f"{n:X}",
    "ordinal": _ordinal,
    "upperLetter": _upper(_letters),
    "lowerLetter": _letters,
    "upperRoman": _upper(_roman),
    "lowerRoman": _roman,
    "chineseCounting": _hundred(_TAIWANESE),
    "chineseCountingThousand": _thousands,
    "chineseLegalSimplified": _legal("零壹贰叁肆伍陆柒捌玖拾佰仟"),
    "taiwaneseCounting": _hundred(_TAIWANESE),
    "taiwaneseCountingThousand": _thousands,
    "taiwaneseDigital": _TAIWANESE,
    "ideographLegalTraditional": _legal("零壹貳參肆伍陸柒捌玖拾佰仟"),
    "ideographDigital": _digits(_KANJI),
    "ideographTraditional": _list(_STEMS),
    "ideographZodiac": _list(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
    "ideographEnclosedCircle": _row("㊀", 10),
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _digits(_KANJI),
    "japaneseLegal": _legal("零壱弐参四伍六七八九拾百阡"),
    "koreanDigital": _digits("영일이삼사오육칠팔구"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "hindiNumbers": _digits("०१२३४५६७८९"),
    "thaiNumbers": _digits("๐๑๒๓๔๕๖๗๘๙"),
    "ganada": _list("가나다라마바사아자차카타파하"),
    "chosung": _list("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "aiueo": _list("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
    "aiueoFullWidth": _list("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
    "iroha": _list("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"),
    "irohaFullWidth": _list("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"),
    "koreanCounting": _korean,
    "chicago": _repeated("*†‡§"),
    "cardinalText": _in_words,
    "ordinalText": _ordinal_in_words,
    "hebrew2": _list("אבגדהוזחטיכלמנסעפצקרשת"),
    "arabicAlpha": _list("أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabicAbjad": _list("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "thaiLetters": _list("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "russianLower": _list("абвгдежзиклмнопрстуфхцчшщыэюя"),
    "russianUpper": _list("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
}

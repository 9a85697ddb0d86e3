"""Wordings that stand word for word or not at all: with a character changed, left out, added or turned round, or one of their parts another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import permutations

from generator.check.prose.entries import Idiom
from generator.check.prose.likely import Likely
from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import POLICY, TITLES, Example, Finding, Rule, Scope, apart_from, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import LETTER, is_han

_ADDED = "[^的地得和与及各新、。，；：“”《》（）\\s\\d]"
"""What added to a wording changes it; 的 and 和 within one do not."""
_ADDED_TO_NAME = "[^地得和与及各新、。，；：“”《》（）\\s\\d]"
_NAME = ("思想", "主义", "党中央")
"""What ends the name of a doctrine or a body: 的 within it changes that too."""
_THOUGHT = re.compile("习近平[\u4e00-\u9fff]{2,}思想")


def _near(subject: Subject) -> Iterator[Finding]:
    known = {row.word for row in subject.words.phrases} | {f.bare for f in subject.formulations}
    thoughts = [Idiom(f.bare, f.source) for f in subject.formulations if _THOUGHT.fullmatch(f.bare)]
    rows = list({row.word: row for row in (*thoughts, *subject.words.phrases)}.values())
    likely = Likely(rows, lambda row: _parts(row.word))
    for passage in subject.passages:
        yield from _unheard_of(passage, thoughts)
        found = list(_slips(passage, likely.of(passage.text), known))
        found += list(apart_from(found, _turned(passage, rows)))
        found += list(apart_from(found, _shuffled(passage, rows)))
        found += list(apart_from(found, _halves(passage, rows, known)))
        yield from (f for f in found if not any(o is not f and o.start <= f.start and f.end <= o.end for o in found))


_ANY_THOUGHT = re.compile("习近平(?!总书记|同志|关于|新时代|主席)[\u4e00-\u9fff]{2,10}?思想(?!性|政治|认识|工作)")


def _unheard_of(passage: Passage, thoughts: Iterable[Idiom]) -> Iterator[Finding]:
    """习近平依法治国思想: named after him, and by none of the names that there are."""
    names = {row.word for row in thoughts}
    for m in _ANY_THOUGHT.finditer(passage.text):
        if m[0] not in names:
            yield at(passage, m.start(), m.end(), f"没有“{m[0]}”这个提法", f"写成公开的提法：{'、'.join(sorted(names - {m[0]}, key=len))}")


def _slips(passage: Passage, rows: Iterable[Idiom], known: Collection[str]) -> Iterator[Finding]:
    """Every wording of ``rows`` that stands in ``passage`` with a slip."""
    for row in rows:
        rest = passage.text.replace(row.word, "　") if row.word in passage.text else passage.text
        if not any(part in rest for part in _parts(row.word)):
            continue
        for m in _off(row.word).finditer(passage.text):
            around = passage.text[max(0, m.start() - 1) : m.end() + 1]
            if not (m[0] == row.word or m[0] in known or any(excuse in around for excuse in row.also)):
                yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“{row.word}”", f"依据：{row.source}", row.word)


def _turned(passage: Passage, rows: Iterable[Idiom]) -> Iterator[Finding]:
    """守正创新、传承精华: two halves as long as each other, the second before the first."""
    for row in (row for row in rows if row.word.count("、") == 1):
        first, second = row.word.split("、")
        start = passage.text.find(f"{second}、{first}") if len(first) == len(second) >= _SHORTEST_PART else -1
        said = passage.text[start : start + len(row.word)]
        if start >= 0 and said not in row.also:
            yield at(passage, start, start + len(said), f"“{said}”应为“{row.word}”", f"依据：{row.source}", row.word)


def _shuffled(passage: Passage, rows: Iterable[Idiom]) -> Iterator[Finding]:
    """干净忠诚担当: a list of three words of two characters, in another order."""
    for row in (row for row in rows if _THREE_WORDS.fullmatch(row.word)):
        words = [row.word[i : i + 2] for i in range(0, len(row.word), 2)]
        if "、".join(words) not in row.also:
            continue
        for said in ("".join(order) for order in permutations(words)):
            start = passage.text.find(said) if said != row.word and words[0] in passage.text else -1
            if start >= 0 and said not in row.also:
                yield at(passage, start, start + len(said), f"“{said}”应为“{row.word}”", f"依据：{row.source}", row.word)


_THREE_WORDS = re.compile("[\u4e00-\u9fff]{6}")


def _halves(passage: Passage, rows: Iterable[Idiom], known: Collection[str]) -> Iterator[Finding]:
    """A wording of parts as long as each other, joined by 、, with one of them much like it but another (学思用贯通、知行合一)."""
    for row in (row for row in rows if "、" in row.word and row.word not in passage.text):
        parts = row.word.split("、")
        if sum(part in passage.text for part in parts) != len(parts) - 1 or len({len(part) for part in parts}) > 1 or len(parts[0]) < _SHORTEST_PART:
            continue
        n = next(i for i, part in enumerate(parts) if part not in passage.text)
        for m in _with_another(row.word, n).finditer(passage.text):
            if (
                not any(excuse in m[0] for excuse in row.also)
                and m[0] not in known
                and len(set(m["said"]) & set(parts[n])) >= (_SHARED if n == 0 else 1)
            ):
                yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“{row.word}”", f"依据：{row.source}", None if n == 0 else row.word)


_SHORTEST_PART = 3
_SHARED = 2
"""Characters that another first part shares with the right one: where it begins nobody says."""


@cache
def _with_another(word: str, n: int) -> re.Pattern[str]:
    """``word`` with about as many other characters in the place of its part ``n``."""
    parts = [re.escape(part) for part in word.split("、")]
    least, most = (len(parts[n]),) * 2 if n == 0 else (len(parts[n]) - 1, len(parts[n]) + 1)
    parts[n] = f"(?P<said>{LETTER}{{{least},{most}}})"
    return re.compile("、".join(parts) + ("(?=[，。；”》）]|$)" if n == len(parts) - 1 else ""))


_OPEN_ENDED = ("思想", "国家")
"""Words at whose place other words stand as well (重要思想, 重要论述; 现代化国家, 现代化强国)."""
_ENDS = "(?=[，。；、”》）]|$)"
_LONG, _ENDED = 8, 6
"""Han characters of a wording from which a word of two within it may be another; from which its last may, before a stop."""


@cache
def _parts(word: str) -> tuple[str, str, str]:
    """Thirds of ``word``: a slip leaves one of them whole."""
    third = len(word) // 3
    return word[:third], word[third : 2 * third], word[2 * third :]


@cache
def _off(word: str) -> re.Pattern[str]:
    """``word`` with one character or a word of two another, one left out or added, or two turned round; at its end other words begin."""
    sure = [re.escape(c) for c in word]
    other = [f"(?!{c}){LETTER}" for c in word]
    spots = [n for n, c in enumerate(word) if is_han(c) and c != "〇"]
    inside = spots[1:-1]
    changed = [(n, n + 1, other[n]) for n in inside]
    lacking = [(n, n + 1, "") for n in inside]
    added = [(n, n, _ADDED_TO_NAME if word.endswith(_NAME) else _ADDED) for n in spots[2:-1]]
    turned = [(n, n + 2, word[n + 1] + word[n]) for n in inside if n + 1 in spots and word[n] != word[n + 1]]
    words = [(n, n + 2, other[n] + other[n + 1]) for n in inside if n + 1 in inside] if len(spots) >= _LONG else []
    ending = [(len(word) - 1, len(word), other[-1] + _ENDS)] if len(spots) >= _ENDED and spots[-1] == len(word) - 1 else []
    if len(spots) >= _LONG and not word.endswith(_OPEN_ENDED) and spots[-2:] == [len(word) - 2, len(word) - 1]:
        ending.append((len(word) - 2, len(word), other[-2] + other[-1] + _ENDS))
    forms = ("".join((*sure[:first], instead, *sure[last:])) for first, last, instead in (*changed, *lacking, *added, *turned, *words, *ending))
    return re.compile("|".join(dict.fromkeys(forms)))


RULES = (
    Rule(
        "near-wording",
        "固定的话一字不差",
        Authority.REGULATION,
        POLICY,
        _near,
        Example("坚持以人民为中心的发展思想，铸牢中华民族共同意识。"),
        Example("坚持以人民为中心的发展思想，铸牢中华民族共同体意识，落实全面从严治党的主体责任。"),
        Scope(RUNNING | {Part.HEADING, Part.TITLE}, TITLES),
    ),
)

"""Putting an answer into a facts file: only the stretch of the gap changes, and what the file then says is read and compared before it counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.answers import words_of
from generator.facts.dates import date_parts
from generator.facts.gaps import Gap, Reading
from generator.facts.normalise import normalise
from generator.facts.reread import Read, Refused, only_change, reread
from generator.problems import Source


def filled(source: Source, now: Reading, gap: Gap, answer: str, read: Read) -> str | Refused:
    """The text of ``source``, which says ``now``, with ``answer`` in the place of ``gap``; the value is put in quotes where YAML asks for it.

    Refused where the loader finds a fault in the answer, or would read anything but it and what stood there.
    """
    refused = Refused(f"这样写会改动别处，没有写；请在文件第 {gap.place.line} 行改")
    for text in _candidates(source.text, gap, answer):
        then = reread(source, text, read)
        if isinstance(then, Refused):
            refused = then
        elif _says_just_that(now, then, gap, answer):
            return text
    return refused


def _candidates(text: str, gap: Gap, answer: str) -> Iterator[str]:
    """The text with the answer as it is, then with the whole value written anew, bare and in quotes."""
    yield f"{text[: gap.start]}{gap.lead}{_escaped(answer, _quote(text, gap))}{gap.tail}{text[gap.end :]}"
    if gap.line_of_block:
        return
    first, last = gap.whole
    value = f"{_before(text, gap)}{answer}{_after(text, gap)}"
    for written in (value, _quoted(value)):
        yield f"{text[:first]}{gap.lead}{written}{gap.tail}{text[last:]}"


def _quote(text: str, gap: Gap) -> str:
    """The quote that the value stands in, if the gap is a part of it."""
    first, _ = gap.whole
    return text[first] if gap.start > first and text[first] in "'\"" else ""


def _escaped(answer: str, quote: str) -> str:
    if quote == "'":
        return answer.replace("'", "''")
    return answer.replace("\\", "\\\\").replace('"', '\\"') if quote else answer


def _quoted(value: str) -> str:
    return f'"{value}"' if not set('"\\') & set(value) else "'" + value.replace("'", "''") + "'"


def _before(text: str, gap: Gap) -> str:
    return text[gap.whole[0] : gap.start] if _is_plain(text, gap) else gap.before


def _after(text: str, gap: Gap) -> str:
    return text[gap.end : gap.whole[1]] if _is_plain(text, gap) else gap.after


def _is_plain(text: str, gap: Gap) -> bool:
    """Whether the characters around the gap are the value's words: no quotes, one line, and the gap is a part of them."""
    first, last = gap.whole
    return (gap.start, gap.end) != gap.whole and text[first] not in "'\"" and "\n" not in text[first:last]


# --- whether the file says just that -----------------------------------------------------------------------------------------------------------


def _says_just_that(now: Reading, then: Reading, gap: Gap, answer: str) -> bool:
    """Whether the file says what it said before, with ``answer`` in the gap and nothing else changed."""
    if not gap.is_blank:
        return _is_new(now, then, gap, answer)
    if gap.key.name == "主题":
        return _names_topic(now, then, gap, answer)
    changed = only_change(now, then)
    if changed is None:
        return False
    (path, _, count), (new_path, written, left) = changed
    expected = f"{gap.before}{words_of(answer)}{gap.after}"
    return path == new_path == gap.path and left == count - 1 and _same(gap, written, expected)


def _names_topic(now: Reading, then: Reading, gap: Gap, answer: str) -> bool:
    """A topic is a name, not words to print: the open one stood among these, the named one does not."""
    rest = [said for said in now.said if said[0] != gap.path]
    named = {f"{part.path}.主题": part.topic for part in then.facts.practices} | {f"{part.path}.主题": part.topic for part in then.facts.intentions}
    return rest == list(then.said) and named.get(gap.path) == normalise(f"{gap.before}{words_of(answer)}{gap.after}")


def _same(gap: Gap, written: str, expected: str) -> bool:
    if gap.key.name == "成文日期":
        return date_parts(written) == date_parts(normalise(expected))
    return written == normalise(expected)


def _is_new(now: Reading, then: Reading, gap: Gap, answer: str) -> bool:
    """Whether a key that was missing is there with ``answer`` as its value, and all else stayed."""
    owner = gap.path.partition(".")[0]
    words = normalise(words_of(answer))
    rest = [said for said in then.said if not (said[0] == gap.path or (said[0].startswith(f"{owner}.") and said not in now.said))]
    if rest != list(now.said):
        return False
    if gap.path == "文种":
        return then.facts.kind == words
    if gap.key.name == "主题":
        return any(part.path == owner and part.topic == words for part in then.facts.practices)
    return (gap.path, words, 0) in then.said

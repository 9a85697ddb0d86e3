"""Half of a sentence that this year has nothing for: struck out, the rest as it stood (举办培训班待补期、培训待补人 → 举办培训班待补期)."""

from __future__ import annotations

from generator.chinese.verbs import is_verbal_head, opens_clause
from generator.facts.gaps import Gap, Reading
from generator.facts.normalise import normalise
from generator.facts.remembered import parted
from generator.facts.reread import Read, Refused, only_change, reread
from generator.patterns import late
from generator.problems import Source

_WHEN = late("(?:待补|〔待补〕)(?:以来|期间|之?[前后]|起|底?前)?，?")
"""When something was done, open, and the words that go with it: what was done reads on without them."""
_PART = late("(?:“[^”]*”|《[^》]*》|（[^）]*）|[^、，；“《（]|[“《（])+")
_UNSURE = "去掉这半句，剩下的读不通，没有动；在文件第 {line} 行改"


def struck(source: Source, now: Reading, gap: Gap, read: Read) -> str | Refused:
    """The text of ``source``, which says ``now``, without the part of its value that ``gap`` is in.

    Refused where that part holds another blank or a figure of its own, where it is all there is, where what stands behind it leans on its verb
    (走访党员待补名、群众待补户), or where the file would then say anything but the rest.
    """
    refused = Refused(_UNSURE.format(line=gap.place.line))
    first, last = gap.whole
    value = source.text[first:last]
    at = gap.start - first
    if not gap.is_blank or gap.line_of_block or (gap.start, gap.end) == gap.whole or "\n" in value:
        return refused
    quote = value[0] if value[0] in "'\"" else ""
    inner, at = (value[1:-1], at - 1) if quote else (value, at)
    if quote and (f"{quote}{quote}" in inner or "\\" in inner):
        return refused
    left = without_part(inner, at)
    if not left:
        return refused
    text = f"{source.text[:first]}{quote}{left}{quote}{source.text[last:]}"
    then = reread(source, text, read)
    return text if not isinstance(then, Refused) and _says_the_rest(now, then, gap, left) else refused


def without_part(words: str, at: int) -> str:
    """``words`` without the part that holds the blank at ``at``; empty where what is left would not stand by itself."""
    when = _WHEN.match(words[at:]) if not at else None
    if when and opens_clause(words[when.end() :]):
        return words[when.end() :]
    parts = [m.span() for m in _PART.finditer(words)]
    n = next((n for n, (start, end) in enumerate(parts) if start <= at < end), None)
    if n is None or len(parts) < 2 or "分别" in words:
        return ""
    start, end = parts[n]
    part, following = words[start:end], words[slice(*parts[n + 1])] if n + 1 < len(parts) else ""
    if len(parted(part)) != 2 or _OF_ALL.search(part) or (following and not _stands(part, following, n)):
        return ""
    return words[: parts[n - 1][1]] + words[end:] if n else words[parts[1][0] :]


def _stands(part: str, following: str, n: int) -> bool:
    """Whether ``following`` reads on where ``part``, the part number ``n``, is gone: it has a verb of its own, or neither has one and both lean on
    what stands before."""
    verb, own = (is_verbal_head(head) or (len(head) == _ACT and opens_clause(head)) for head in map(_before, (part, following)))
    return verb and own if not n else own or not verb


def _before(part: str) -> str:
    """What stands in ``part`` before its blank, or the figure that was given for it."""
    head = parted(part)[0]
    figure = FIGURE.search(head)
    return head[: figure.start()] if figure else head


FIGURE = late("[0-9０-９]")
"""A figure as it is typed."""
_ACT = 2
"""Characters of a verb with nothing behind it but how often (学习6次、研讨2次)."""
_OF_ALL = late("[0-9０-９]|并|均|都|共|其中|合计|总")
"""What ties a part to others, or says something of its own besides the blank."""


def _says_the_rest(now: Reading, then: Reading, gap: Gap, left: str) -> bool:
    """Whether one value differs, and says what is ``left``, a blank fewer."""
    changed = only_change(now, then)
    if changed is None:
        return False
    (path, _, count), (new_path, words, open_now) = changed
    return path == new_path == gap.path and words == normalise(left) and open_now == count - 1

"""A report of anyone's set anew: the file itself is kept, and what each of its paragraphs wears is written anew by what the paragraph is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import groupby

from msgspec import Struct

from generator.check.document import Document
from generator.check.layout import check_layout
from generator.check.roles import Part, Role
from generator.check.rule import Laid
from generator.check.rules.forms import NOT_OFFICIAL
from generator.check.texts import body as paragraphs_of
from generator.check.texts import boxes
from generator.check.traces import traces
from generator.check.wanted import Wanted
from generator.check.word import layout_of
from generator.problems import Faults, Place, Problem
from generator.reading.elements import Element, tag
from generator.reading.package import opened
from generator.render.looks import Style
from generator.typeset.anew import Anew
from generator.typeset.breaks import part_label, part_lines
from generator.typeset.changes import Decision, settle
from generator.typeset.container import Container
from generator.typeset.deeds import Account, Deed
from generator.typeset.pages import parts_of_text
from generator.typeset.suit import Suit
from generator.typeset.titles import break_anew, ill_broken
from generator.typeset.wanted import wanted


class Typeset(Struct, frozen=True):
    """A file set anew: its bytes, what was done, and what rules of layout find in it before and after; where an office's own file was the
    measure, they are not asked."""

    data: bytes
    account: Account
    before: tuple[Problem, ...]
    after: tuple[Problem, ...]


def typeset(name: str, data: bytes, suit: Suit, decision: Decision | None = None, account: Account | None = None) -> Typeset:
    """The Word file ``data`` in ``suit``: the same text, tables, pictures and notes. Setting it twice changes nothing.

    ``account`` is gone on with where something was done before. Raises ``Faults`` for what is no Word file, is not read whole or would lose
    text, and for pending changes that nothing was decided of.
    """
    account, asked = account or Account(name), wanted(suit.style)
    unpack = lru_cache(maxsize=_KEPT)(partial(opened, name))
    read = lru_cache(maxsize=_KEPT)(lambda made: layout_of(unpack(made)))
    container = Container.of(unpack(data))
    _settle(container, decision, account)
    made = container.data()
    for _ in range(_MOST_PASSES):
        passed = _set(Container.of(unpack(made)), made, suit, asked, account, read)
        account.close()
        if passed == made:
            break
        made = passed
    _see_that_nothing_is_lost(container, Container.of(unpack(made)))
    before, after = ((), ()) if suit.sheet else _judged(data, made, asked, read)
    return Typeset(made, account, before, after)


def _see_that_nothing_is_lost(before: Container, after: Container) -> None:
    """Raise ``Faults`` where a character of the text is gone, or one is new: of text that stands where no program looks for it."""
    if _characters(before) != _characters(after):
        hint = "用 Word 打开修复，另存一份再排"
        raise Faults([Problem(Place(before.name), "text-misplaced", "有的字放在不该有字的地方，排了会丢，没有排", hint)])


def _characters(container: Container) -> Counter[str]:
    said = "".join(text.text or "" for text in container.body.iter(tag("t")))
    return Counter("".join(said.split()))


_MOST_PASSES = 6
"""What a paragraph is, is told by its looks too: now and then one is known for what it is only when it has been set. Two passes are usual."""
_KEPT = 3
"""Readings that are kept of a file as it was, is and will be: a pass begins with what the one before ended with, and the last changes nothing."""
_Read = Callable[[bytes], Document]


def _set(container: Container, data: bytes, suit: Suit, asked: Wanted, account: Account, read: _Read) -> bytes:
    """One pass over the file ``data``, as ``container`` holds it."""
    laid = Laid(read(data), asked)
    if _part_lines(container, laid, account):
        laid = Laid(read(container.data()), asked)
    placed = _placed(container, laid)
    covered = max((part.at for part in laid.of(Role.COVER)), default=-1)
    cover = [(part, element) for part, element in placed if part.at <= covered]
    Anew(container, suit, laid, placed[len(cover) :], cover, account).write()
    set_anew = container.data()
    broken = _break_title(container, Laid(read(set_anew), asked), suit.style, account)
    return container.data() if broken else set_anew


def _judged(data: bytes, made: bytes, asked: Wanted, read: _Read) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What rules of layout find before and after: after as whoever checks the file is told, before by the same rules, whatever kind of paper it was
    taken for then."""
    after = tuple(check_layout(read(made), asked))
    gate = () if any(problem.code == NOT_OFFICIAL for problem in after) else (NOT_OFFICIAL,)
    return tuple(check_layout(read(data), asked, gate)), after


def _placed(container: Container, laid: Laid) -> list[tuple[Part, Element]]:
    """Every part with its element; those of an imprint stand in tables and boxes. Of lines that could not be parted the first stands for all."""
    elements = list(paragraphs_of(container.body))
    boxed = {id(paragraph): element for paragraph, (_, element) in zip(laid.document.boxed, boxes(container.body), strict=True)}
    found = ((part, boxed.get(id(part.paragraph))) for part in laid.parts if not part.paragraph.line)
    return [(part, elements[part.paragraph.number - 1] if element is None else element) for part, element in found]


# --- before looks --------------------------------------------------------------------------------------------------------------------------


def _settle(container: Container, decision: Decision | None, account: Account) -> None:
    """Carry out ``decision`` on all pending changes. Raises ``Faults`` where there are some and nothing was decided."""
    counts = {part: traces([container.tree(part)], None, []).changes for part in parts_of_text(container)}
    changes = [(what, count) for found in counts.values() for what, count in found.items()]
    if not changes:
        return
    if decision is None:
        said = "、".join(f"{what} {sum(n for w, n in changes if w == what)} 处" for what in dict.fromkeys(what for what, _ in changes))
        hint = "全部接受加 --changes accept，全部拒绝加 --changes reject；要逐处看的，先在 Word 里接受或拒绝"
        raise Faults([Problem(Place(container.name), "pending-changes", f"有修订没有接受或拒绝：{said}，没有排", hint)])
    for part in (part for part, found in counts.items() if found):
        settle(container.tree(part), decision)
    account.did(Deed.ACCEPTED if decision is Decision.ACCEPT else Deed.REJECTED, 0, sum(count for _, count in changes))
    for settings in container.related("settings"):
        for tracking in list(container.tree(settings).iter(tag("trackRevisions"))):
            tracking.getparent().remove(tracking)


def _part_lines(container: Container, laid: Laid, account: Account) -> bool:
    """Whether any line had to be parted or joined."""
    elements = list(paragraphs_of(container.body))
    bodily = laid.parts[: len(laid.parts) - _imprinted(laid)]
    groups = [(elements[number - 1], list(parts)) for number, parts in groupby(bodily, key=lambda part: part.paragraph.number)]
    lines = [part_lines(element, parts, account) for element, parts in groups if len(parts) > 1 or "\n" in parts[0].paragraph.text]
    labels = [part_label(element, parts[0], account) for element, parts in groups if len(parts) == 1]
    return sum((*lines, *labels)) > 0


def _imprinted(laid: Laid) -> int:
    """How many of the parts stand in tables and boxes."""
    boxed = set(map(id, laid.document.boxed))
    return sum(id(part.paragraph) in boxed for part in laid.parts)


def _break_title(container: Container, laid: Laid, style: Style, account: Account) -> bool:
    """Whether the title had to be broken anew."""
    if not ill_broken(laid, style):
        return False
    titles = [(part, element) for part, element in _placed(container, laid) if part.role is Role.TITLE]
    broken = break_anew([element for _, element in titles], style)
    if broken:
        account.did(Deed.BROKEN, titles[0][0].paragraph.number)
    return broken

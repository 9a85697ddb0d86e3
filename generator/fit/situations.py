"""Situations (情形): what was done, and to or for whom, as reviewed conditions that many phrases share.

A writer does not choose an aim by a word of what it stands beside but by the kind of thing that was done: what suits one check of case files suits
the next, whoever wrote it first. So a phrase is tied to situations, and a situation to the words by which it is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property

from msgspec import Struct

from generator.bank.phrase import Group, group
from generator.chinese.wordbook import Wordbook
from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Place, Problem, Source
from generator.yamlfile import as_items, parse

STRANGE, STRANGE_AT_HOME, STRANGE_UNCOUNTED = 0, 2, 1
"""Words, neither of the situation nor common property, that its statements may say; more where the head over them says a word of it, but for
statements that count nothing. Of 645 aims in drafts of 134 reports that six readers judged 83 in a hundred fit; of those that are held to this 95, of
openings 95 for 88 (``benchmarks/fit.md``)."""
EXPECTED = "是"
"""What 照印 says where readers expect something."""
HEADED = "｜"
"""Parts the head of a point from the statement under it, in an example."""


class Situation(Struct, frozen=True, dict=True):
    """``does`` are the words of what was done, of which the statements must say one; of every group of ``about`` they or the head over them say one,
    and of ``never`` none. Its ``examples`` are statements, or a head and a statement under it; what they say is of the situation too. ``expected``:
    readers expect an aim or an opening there, so that those of the bank are printed unasked."""

    name: str
    does: Group
    about: tuple[Group, ...] = ()
    never: Group = ()
    examples: tuple[str, ...] = ()
    expected: bool = False

    def given(self, stated: Set[str], there: Set[str]) -> bool:
        """Whether statements that say ``stated`` are in it, where ``there`` is said with the head over them."""
        return bool(stated & self._does) and not there & self._never and all(there & group for group in self._about)

    def knows(self, word: str) -> bool:
        """Whether ``word`` is one of those by which it is known, or part of one, or has one for a part, or is said in an example."""
        return any(word in known or known in word for known in self.words) or any(word in text for text in self.examples)

    @cached_property
    def _does(self) -> frozenset[str]:
        return frozenset(self.does)

    @cached_property
    def _never(self) -> frozenset[str]:
        return frozenset(self.never)

    @cached_property
    def _about(self) -> tuple[frozenset[str], ...]:
        return tuple(map(frozenset, self.about))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words by which it is known."""
        return self._does.union(*self.about)


class Stated(Struct, frozen=True):
    """What statements say: all their ``words``, those of them that are ``particular``, and whether they ``count`` anything."""

    words: frozenset[str]
    particular: tuple[str, ...] = ()
    count: bool = True

    def is_in(self, situation: Situation, head: frozenset[str]) -> bool:
        """Whether they are in ``situation``, under a ``head``, and tell of hardly anything else."""
        if not situation.given(self.words, self.words | head):
            return False
        at_home = STRANGE_AT_HOME if self.count else STRANGE_UNCOUNTED
        return sum(not situation.knows(word) for word in self.particular) <= (STRANGE if head.isdisjoint(situation.words) else at_home)


class Situations(Struct, frozen=True, dict=True):
    """Situations ``by_name``, in the order of their file; the same ones are equal, wherever they are kept."""

    by_name: Mapping[str, Situation]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Situations) and self.by_name == other.by_name

    def __hash__(self) -> int:
        return hash(tuple(self.by_name))

    @classmethod
    def made(cls, situations: Iterable[Situation]) -> Situations:
        """Of ``situations``, later ones standing for earlier ones of their name."""
        return cls({situation.name: situation for situation in situations})

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[str]]:
        """Their names by each word of the condition that fewest of them share: one of these is said wherever they are given."""
        asked = {name: (situation.does, *situation.about) for name, situation in self.by_name.items()}
        often = Counter(word for groups in asked.values() for group in groups for word in group)
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, groups in asked.items():
            for word in min(groups, key=lambda group: sum(often[word] for word in group)):
                found[word].append(name)
        return dict(found)

    def under(self, words: Set[str]) -> Iterable[Situation]:
        """Those that are found under one of ``words``: among them all that are given where no other words are said."""
        return map(self.by_name.__getitem__, {name for word in words & self.by_word.keys() for name in self.by_word[word]})

    @cached_property
    def by_first(self) -> Mapping[str, Sequence[str]]:
        """The words by which they are known, by the character that each begins with."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            found[word[0]].append(word)
        return dict(found)

    def beginning(self, characters: Set[str]) -> Iterable[str]:
        """The words by which they are known that begin with one of ``characters``."""
        return (word for first in characters & self.by_first.keys() for word in self.by_first[first])

    @cached_property
    def expected_words(self) -> Wordbook:
        """The words of what was done in those where readers expect an aim or an opening."""
        return Wordbook(tuple(sorted({word for s in self.by_name.values() if s.expected for word in s.does})))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words by which they are known."""
        return frozenset[str]().union(*(s.words.union(s.never) for s in self.by_name.values()))

    def of(self, stated: Stated, head: frozenset[str]) -> frozenset[str]:
        """The names of the situations that what is ``stated`` is in, under a head with the words ``head``."""
        return frozenset([situation.name for situation in self.under(stated.words | head) if stated.is_in(situation, head)])

    def __or__(self, later: Situations) -> Situations:
        """Both; a later situation stands for an earlier one of its name."""
        return Situations.made((*self.by_name.values(), *later.by_name.values())) if later.by_name else self


NO_SITUATIONS = Situations.made(())


class Declared(Struct, frozen=True):
    """A situation with the place of its name, and ``others``: statements that look like its examples."""

    situation: Situation
    place: Place
    others: tuple[str, ...]


_ROW = Record(
    (
        Key("情形", Text("叫什么"), required=True),
        Key("做", Many(Text()), required=True, doc="做了什么：话里要说到其中一个词"),
        Key("关于", Many(Text("话里或条头里要说到的词，几个说到一个就行的用 / 隔开；每项都要有"))),
        Key("不", Many(Text("说到了就不算的词"))),
        Key("例", Many(Text(f"是这一种的话；要连条头看的，写成 条头{HEADED}话"))),
        Key("反", Many(Text("看着像、其实不是的话"))),
        Key("照印", Text(choices=(EXPECTED, "否")), doc="读稿的人等着这里有一句目的或起句的写 是：用语库里有就印，不等人要"),
        Key("备注", Text("给人看的，不用")),
    ),
    "一种情形",
)


def load_situations(source: Source) -> Situations:
    """The situations of one file. Raises ``Faults`` with every fault, a name given twice among them."""
    return Situations.made(row.situation for row in declared(source))


def declared(source: Source) -> list[Declared]:
    """As ``load_situations``, with all that the file says of each."""
    problems: list[Problem] = []
    found: dict[str, Declared] = {}
    for item in as_items(parse(source)):
        given: Given | None = read(item, _ROW, problems)
        if given is None or "情形" not in given or "做" not in given:
            continue
        name = given.get("情形")
        if name.text in found:
            problems.append(Problem(name.place, "situation-twice", f"情形“{name.text}”重复", "合并成一条，或换一个名字"))
        does, never, holds, others = (tuple(s.text for s in given.get(key) or ()) for key in ("做", "不", "例", "反"))
        about = tuple(group(s.text) for s in given.get("关于") or ())
        expected = given.as_written("照印") == EXPECTED
        found[name.text] = Declared(Situation(name.text, does, about, never, holds, expected), name.place, others)
    if problems:
        raise Faults(problems)
    return list(found.values())


def example(text: str) -> tuple[str, str]:
    """The statement of an example and the head over it, if it has one."""
    head, _, statement = text.rpartition(HEADED)
    return statement, head


def as_row(situation: Situation) -> list[object]:
    """``situation`` as a list that JSON can hold; ``of_row`` gives it back."""
    return [situation.name, situation.does, situation.about, situation.never, situation.examples, situation.expected]


def of_row(row: tuple[str, list[str], list[list[str]], list[str], list[str], bool]) -> Situation:
    name, does, about, never, examples, expected = row
    return Situation(name, tuple(does), tuple(map(tuple, about)), tuple(never), tuple(examples), expected)

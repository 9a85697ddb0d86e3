"""The bank as drafting reads it: rows of a SQLite file, of which a draft takes what stood beside the like of its facts and leaves the rest.

``compiling`` says what the file holds and fills it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, Set, ValuesView
from functools import cached_property, lru_cache
from itertools import starmap
from typing import Any

from msgspec import json

from generator.bank.bank import Bank, Topic
from generator.bank.formulations import Formulation
from generator.bank.phrase import Kind, Nature, Phrase, Position, Status
from generator.bank.rows import completions_of, formulation_of, grouped_of, naming_of, phrase_reader
from generator.chinese.counted import Counted
from generator.chinese.fronted import Fronted
from generator.chinese.naming import Naming
from generator.chinese.notes import Completions
from generator.chinese.softmax import ByAnswer, Softmax
from generator.chinese.wordbook import Wordbook
from generator.fit.bearings import Bearing
from generator.fit.classes import Classes
from generator.fit.common import Common
from generator.fit.conditions import Asked, may_head, may_stand
from generator.fit.gist import Gist, Reader
from generator.fit.lexicon import Lexicon
from generator.fit.place import Place
from generator.fit.situations import Situation, Situations, of_row
from generator.fit.tables import Tables
from generator.patterns import late
from generator.report import Move

_ID = late("[0-9a-f]{8}")
_AT_ONCE = 500
"""Rows asked for in one query: SQLite takes a limited number of values."""


class _Rows(Mapping[str, Phrase]):
    """Phrases by id, read when they are asked for, by their numbers, which are in the order of the ids; ``things`` has what the words of those read
    speak of."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._read: dict[int, Phrase] = {}
        self._named: dict[str, Phrase] = {}
        self.things: dict[str, frozenset[str]] = {}

    def __getitem__(self, id: str) -> Phrase:
        if id not in self:
            raise KeyError(id)
        return self._named[id]

    def __contains__(self, id: object) -> bool:
        if id not in self._named and isinstance(id, str) and _ID.fullmatch(id):
            self._look_up((number_of(id),))
        return id in self._named

    def __iter__(self) -> Iterator[str]:
        """All, in the order of their ids; who goes through all has them read at once."""
        return iter(self._all)

    def values(self) -> ValuesView[Phrase]:
        return self._all.values()

    def items(self) -> ItemsView[str, Phrase]:
        return self._all.items()

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM phrase").fetchone()[0])

    def several(self, numbers: Sequence[int]) -> tuple[Phrase, ...]:
        """The phrases of those ``numbers``, in that order; each is made once."""
        self._look_up([number for number in numbers if number not in self._read])
        return tuple([self._read[number] for number in numbers])

    def _look_up(self, numbers: Sequence[int]) -> None:
        self._make(_found(self._database, "SELECT number, row, things FROM phrase WHERE number IN", numbers))

    @cached_property
    def _all(self) -> Mapping[str, Phrase]:
        self._make(self._database.execute("SELECT number, row, things FROM phrase"))
        return {phrase.id: phrase for _, phrase in sorted(self._read.items())}

    def _make(self, rows: Iterable[tuple[int, str, str | None]]) -> None:
        """Make the phrases of ``rows`` that were not made before."""
        read = phrase_reader()
        for number, row, things in rows:
            if number not in self._read:
                phrase = read(row)
                self._read[number] = self._named[id_of(number)] = phrase
                if things is not None:
                    self.things[phrase.text] = frozenset(things.split("\n")) if things else frozenset()


class _SituationRows(Mapping[str, Situation]):
    """Situations by name, read when they are asked for; all, in their order."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._read: dict[str, Situation] = {}

    def __getitem__(self, name: str) -> Situation:
        for found in self.several([name]):
            return found
        raise KeyError(name)

    def several(self, names: Iterable[str]) -> list[Situation]:
        """Those of these ``names`` that there are."""
        wanted = [*names]
        missing = [name for name in wanted if name not in self._read]
        rows = _found(self._database, "SELECT row FROM situation WHERE name IN", missing)
        self._read.update((found.name, found) for (row,) in rows if (found := of_row(json.decode(row))))
        return [self._read[name] for name in wanted if name in self._read]

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._database.execute("SELECT name FROM situation ORDER BY number"))

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM situation").fetchone()[0])


class StoredSituations(Situations, frozen=True, dict=True):
    """Situations that are rows of ``by_name``; their words, of which a draft asks for few, are read when it does."""

    by_name: _SituationRows
    database: Any = None

    @cached_property
    def expected_words(self) -> Wordbook:
        return Wordbook(tuple(_known(self.database, "expected")))

    def under(self, words: Set[str]) -> Iterable[Situation]:
        found = _found(self.database, "SELECT name FROM situated WHERE word IN", sorted(words))
        return self.by_name.several({name for (name,) in found})

    def beginning(self, characters: Set[str]) -> Iterable[str]:
        rows = _found(self.database, "SELECT words FROM begun WHERE first IN", sorted(characters))
        return (word for (words,) in rows for word in words.split("\n"))

    def __reduce__(self) -> tuple[type[Situations], tuple[dict[str, Situation]]]:
        """To another process they go whole, without the database."""
        return Situations, (dict(self.by_name.items()),)


class _Asked:
    """What formulas ask of a place by their numbers, found under two words that it must say, and read once."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._decode = json.Decoder(Asked).decode
        self._read: dict[int, Asked] = {}
        self._found: defaultdict[str, dict[str, Sequence[tuple[str, int]]]] = defaultdict(dict)

    def under(self, stand: str, keys: Set[str]) -> dict[int, Asked]:
        """What those formulas ask that stand there and are found under two of ``keys``."""
        found = self._found[stand]
        self._look_for(stand, [key for key in keys if key not in found])  # taking one set from another goes through all that was ever read
        numbers = {number for key in keys for also, number in found[key] if also in keys}
        anew = _found(self._database, "SELECT number, asks FROM asks WHERE number IN", sorted(n for n in numbers if n not in self._read))
        self._read.update((number, self._decode(row)) for number, row in anew)
        return {number: self._read[number] for number in numbers}

    def _look_for(self, stand: str, keys: Sequence[str]) -> None:
        """What is found under ``keys``, asked for the first time: most find nothing."""
        posted: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for key, also, number in _found(self._database, "SELECT key, also, number FROM asked WHERE stand = ? AND key IN", sorted(keys), stand):
            posted[key].append((also, number))
        self._found[stand].update({**dict.fromkeys(keys, ()), **posted})


class _Weighed(Softmax, frozen=True, dict=True):
    """Weights that are rows of ``database``, read when they are asked for, those of one text at once: few of thousands are."""

    database: Any = None

    @cached_property
    def _read(self) -> dict[str, ByAnswer]:
        return {}

    def weighed(self, traits: Iterable[tuple[str, str]]) -> Iterator[ByAnswer]:
        keys = list(starmap(weight_key, traits))
        if len(self._read) > _MOST_WEIGHED:
            self._read.clear()
        missing = [key for key in dict.fromkeys(keys) if key not in self._read]
        self._read.update(dict.fromkeys(missing, _NO_WEIGHT))
        self._read.update((key, json.decode(verbs)) for key, verbs in _found(self.database, "SELECT key, verbs FROM weighed WHERE key IN", missing))
        return map(self._read.__getitem__, keys)

    def table(self) -> Iterator[tuple[str, str, ByAnswer]]:
        """All rows, whichever of the answers they are for."""
        for key, verbs in self.database.execute("SELECT key, verbs FROM weighed"):
            trait, _, value = key.partition(" ")
            yield trait, value, json.decode(verbs)


_NO_WEIGHT: ByAnswer = {}
_MOST_WEIGHED = 1 << 17
"""What is remembered to weigh something or nothing, before it is asked for anew: a batch holds any number of beginnings and ends of texts."""


class CompiledBank(Bank):
    """A bank over a database that ``compile_bank`` filled: the same answers, from what is asked for alone."""

    _database: sqlite3.Connection
    phrases: _Rows

    def __init__(self, database: sqlite3.Connection) -> None:
        object.__setattr__(self, "_database", database)
        object.__setattr__(self, "phrases", _Rows(database))

    def _known(self, name: str) -> Any:
        return _known(self._database, name)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(Topic(name, tuple(words)) for name, words in self._known("topics"))

    @cached_property
    def tables(self) -> Tables:
        known = self._known("tables")
        acts, things, topics = (Classes({n: tuple(words) for n, words in known[key].items()}) for key in ("acts", "things", "topics"))
        common = Common(frozenset(known["common"]), frozenset(known["names"]))
        situations = StoredSituations(_SituationRows(self._database), database=self._database)
        return Tables(acts, things, common, topics, known["unread"], situations)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        found: Mapping[str, int] = self._known("counts")
        return found

    @cached_property
    def completions(self) -> Completions:
        counts, clauses = self._known("starts")
        fronted = Fronted(_Weighed(clauses, database=self._database))
        counted = Counted(_Weighed(counts, database=self._database), self.naming)
        return completions_of(self._known("completions"), counted, fronted)

    @cached_property
    def bearings(self) -> tuple[Bearing, ...]:
        return tuple(Bearing(*map(tuple, row)) for row in self._known("bearings"))

    @cached_property
    def naming(self) -> Naming:
        return naming_of(self._known("naming"))

    @cached_property
    def owns_situated(self) -> bool:
        return bool(self._known("owns situated"))

    @cached_property
    def formulations(self) -> tuple[Formulation, ...]:
        return tuple(map(formulation_of, self._known("formulations")))

    @cached_property
    def _asked(self) -> _Asked:
        return _Asked(self._database)

    @cached_property
    def reader(self) -> Reader:
        lexicon = Lexicon(grouped_of(self._known("words")), self._known("lengths"))
        tables = self.tables
        known = (tables.acts, tables.things, tables.topics, tables.common.words)
        return Reader(lexicon, *known, unread=tables.unread, told=self.phrases.things, situations=tables.situations)

    def beside(self, kind: Kind, move: Move, position: Position | None, keys: Iterable[str]) -> tuple[Phrase, ...]:
        query, asked = "SELECT number FROM posted WHERE stand = ? AND key IN", sorted({*keys, ""})
        return self._numbered(_found(self._database, query, asked, stand_key(kind, move, position)))

    def likely(self, kind: Kind, move: Move, position: Position | None, place: Place, block: Gist | None = None) -> tuple[Phrase, ...]:
        found = self._asked.under(stand_key(kind, move, position), {*place.spoken, ""})
        standing = (number for number, asks in found.items() if may_stand(asks, place) and (block is None or may_head(asks, block)))
        return self.phrases.several(sorted(standing))

    def pool(self, kind: Kind, move: Move, name: str) -> tuple[Phrase, ...]:
        return self._several("SELECT number FROM pooled WHERE pool = ?", [pool_key(kind, move, name)])

    def ending(self, kind: Kind, move: Move, name: str, endings: Iterable[str]) -> tuple[Phrase, ...]:
        return self._ending(pool_key(kind, move, name), frozenset((*endings, "")))

    @cached_property
    def _ending(self) -> Callable[[str, frozenset[str]], tuple[Phrase, ...]]:
        """What is asked again for a name by every try of a draft, and by every draft that has it."""

        @lru_cache(maxsize=1 << 12)
        def found(pool: str, endings: frozenset[str]) -> tuple[Phrase, ...]:
            return self._numbered(_found(self._database, "SELECT number FROM ending WHERE pool = ? AND word IN", sorted(endings), pool))

        return found

    @cached_property
    def frames(self) -> tuple[Phrase, ...]:
        found = self._several("SELECT number FROM phrase WHERE kind = ?", [Kind.FRAME])
        return tuple(sorted((p for p in found if p.status is not Status.REJECTED), key=lambda p: (-p.support, p.text)))

    def having(self, kind: Kind | None = None, move: Move | None = None, topic: str = "", nature: Nature | None = None) -> tuple[Phrase, ...]:
        given = {name: str(value) for name, value in (("kind", kind), ("move", move), ("topic", topic), ("nature", nature)) if value}
        wanted = " AND ".join(f"{name} = ?" for name in given) or "true"
        return self._several(f"SELECT number FROM phrase WHERE {wanted}", list(given.values()))

    def holding(self, words: Sequence[str], nearly: bool = True) -> Iterable[Phrase]:
        from generator.bank import spelling  # for a search alone

        try:
            found = spelling.found(self._database, words, nearly)
        except sqlite3.OperationalError:  # no index: see ``compiling``
            return super().holding(words, nearly)
        return (p for numbers in found for p in self.phrases.several(numbers))

    def topic_counts(self) -> Mapping[str, int]:
        return dict(self._database.execute("SELECT topic, count(*) FILTER (WHERE status <> ?) FROM phrase GROUP BY topic", (Status.REJECTED,)))

    def _several(self, query: str, values: Sequence[str]) -> tuple[Phrase, ...]:
        """The phrases whose numbers ``query`` finds, in the order of these."""
        return self._numbered(self._database.execute(query, values))

    def _numbered(self, rows: Iterable[tuple[int]]) -> tuple[Phrase, ...]:
        """The phrases whose numbers are in ``rows``, each once, in the order of these."""
        return self.phrases.several(sorted({number for (number,) in rows}))


def _known(database: sqlite3.Connection, name: str) -> Any:
    """What is kept whole under that ``name``."""
    return json.decode(database.execute("SELECT value FROM known WHERE name = ?", (name,)).fetchone()[0])


def _found(database: sqlite3.Connection, query: str, values: Sequence[object], *before: object) -> Iterator[tuple[Any, ...]]:
    """What ``query``, which ends in IN, finds for ``values``; ``before`` are those of its marks that come before."""
    for n in range(0, len(values), _AT_ONCE):
        some = values[n : n + _AT_ONCE]
        yield from database.execute(f"{query} ({','.join('?' * len(some))})", [*before, *some])


def number_of(id: str) -> int:
    """The number of the phrase called ``id``: whatever other phrases there are, and in the order of the ids."""
    return int(id, 16)


def id_of(number: int) -> str:
    """The id of the phrase of that ``number``."""
    return f"{number:08x}"


def stand_key(kind: Kind, move: Move, position: Position | None) -> str:
    return f"{kind} {move} {position or ''}"


def weight_key(trait: str, value: str) -> str:
    """What the weights of a ``value`` of a ``trait`` are found by: no two tables of weights have a trait in common."""
    return f"{trait} {value}"


def pool_key(kind: Kind, move: Move | None, name: str) -> str:
    return f"{kind} {move or ''} {name}"

"""What the bank knows of words beside its phrases: topics, classes of acts and things, common property, counts, dated wordings, what notes lack."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import convert
from msgspec.structs import replace

from generator.bank.bank import Topic
from generator.bank.formulations import Formulation, load_formulations
from generator.bank.words import WORDS, load_words
from generator.chinese.naming import Naming
from generator.chinese.notes import Completions
from generator.cli.shelf import stock
from generator.cli.shelf.compiled import ready
from generator.cli.shelf.kept import digest, file_stamp, kept
from generator.files import read_text
from generator.fit.bearings import Bearing, load_bearings
from generator.fit.classes import NO_CLASSES, Classes, load_classes
from generator.fit.common import NOTHING_COMMON, load_common
from generator.fit.situations import NO_SITUATIONS, Declared, declared, load_situations
from generator.fit.tables import Tables
from generator.fit.threshold import load_threshold
from generator.problems import Faults, Place, Problem, Source, did_you_mean

if TYPE_CHECKING:  # what drafting does without
    from generator.check.prose.words import Words
    from generator.recall.vocabulary import Vocabulary

TOPICS = "主题.yaml"
FORMULATIONS = "提法.yaml"
COMPLETIONS = "补字.yaml"
NAMING = "条头判断.yaml"
COUNTED = "数前动词.yaml"
SINGLES = "单字动词.yaml"
FRONTED = "句前补字.yaml"
BEARINGS = "条头凭据.yaml"
ACTS = "事类.yaml"
THINGS = "物类.yaml"
COMMON = "常用.yaml"
SITUATIONS = "情形.yaml"
THRESHOLD = "门槛.yaml"
CHECK_WORDS = "检查"
OF_PAST_REPORTS = "旧稿.yaml"


def topics(own: Iterable[Path] = ()) -> tuple[Topic, ...]:
    """The shipped topics, and the user's in their place or after them."""
    from generator.bank.topics import load_topics

    ready_made = ready()
    shipped = ready_made.topics if ready_made is not None else load_topics(stock.source(stock.home("phrasebank") / TOPICS))
    known = {t.name: t for t in shipped}
    for folder in own:
        if (folder / TOPICS).is_file():
            known |= {t.name: t for t in load_topics(read_text(folder / TOPICS))}
    return tuple(known.values())


def check_topic(name: str, known: Iterable[str]) -> None:
    """Raises ``Faults`` where someone asks for a topic that is not ``known``; no name asks for none."""
    topics = sorted(known)
    if name and name not in topics:
        hint = did_you_mean(name, topics, "主题一览：nigao bank topics")
        raise Faults([Problem(Place("--topic"), "unknown-topic", f"没有“{name}”这个主题", hint)])


def formulations() -> tuple[Formulation, ...]:
    """The dated wordings."""
    ready_made = ready()
    return ready_made.formulations if ready_made is not None else load_formulations(stock.source(stock.home("phrasebank") / FORMULATIONS))


def completions() -> Completions:
    """The table by which a clerk's notes are made whole."""
    from generator.bank.completions import load_completions
    from generator.bank.singles import load_singles
    from generator.bank.softmax import load_softmax
    from generator.chinese import counted, fronted

    ready_made = ready()
    if ready_made is not None:
        return ready_made.completions
    rules, counts, clauses, singles = (stock.source(stock.home("phrasebank") / name) for name in (COMPLETIONS, COUNTED, FRONTED, SINGLES))
    return load_completions(
        rules,
        counted.Counted(load_softmax(counts, counted.Trait), naming()),
        fronted.Fronted(load_softmax(clauses, fronted.Trait)),
        load_singles(singles),
    )


def naming() -> Naming:
    """The weights by which a name is told from what says what is done."""
    from generator.bank.naming import load_naming

    ready_made = ready()
    return ready_made.naming if ready_made is not None else load_naming(stock.source(stock.home("phrasebank") / NAMING))


def bearings() -> tuple[Bearing, ...]:
    """What heads must be borne out by."""
    ready_made = ready()
    return ready_made.bearings if ready_made is not None else load_bearings(stock.source(stock.home("phrasebank") / BEARINGS))


def tables(own: Iterable[Path] = ()) -> Tables:
    """Acts, things, common property and situations: the shipped tables, the user's own rows on top."""
    folders, ready_made = tuple(own), ready()
    shipped = ready_made.tables if ready_made is not None else _tables(stock.home("phrasebank"), stock.source)
    found = [shipped, *(_tables(folder, read_text) for folder in folders)]
    spoken = Classes({t.name: t.words for t in topics(folders)})
    return replace(reduce(Tables.__or__, found), topics=spoken)


def _tables(folder: Path, reader: Callable[[Path], Source]) -> Tables:
    acts, things, common, situations, threshold = (folder / name for name in (ACTS, THINGS, COMMON, SITUATIONS, THRESHOLD))
    return Tables(
        load_classes(reader(acts), "事类") if acts.is_file() else NO_CLASSES,
        load_classes(reader(things), "物类") if things.is_file() else NO_CLASSES,
        load_common(reader(common)) if common.is_file() else NOTHING_COMMON,
        unread=load_threshold(reader(threshold)) if threshold.is_file() else 0.0,
        situations=load_situations(reader(situations)) if situations.is_file() else NO_SITUATIONS,
    )


def situations(own: Iterable[Path] = ()) -> list[Declared]:
    """The situations of the user's own tables, with their examples; where there are no folders of his, the shipped ones."""
    folders = tuple(own)
    tables = [folder / SITUATIONS for folder in folders if (folder / SITUATIONS).is_file()]
    found = map(read_text, tables) if folders else (stock.source(stock.home("phrasebank") / SITUATIONS),)
    return [row for source in found for row in declared(source)]


def words(own: Iterable[Path] = ()) -> dict[str, int]:
    """The words of the shipped archive and of the user's, with the number of offices that use each."""
    ready_made, path = ready(), stock.home("phrasebank") / "mined" / WORDS
    found = dict(ready_made.counts) if ready_made is not None else load_words(stock.source(path)) if path.is_file() else {}
    for path in (folder / name / WORDS for folder in own for name in ("", "mined")):
        if path.is_file():
            found |= {word: max(n, found.get(word, 0)) for word, n in load_words(read_text(path)).items()}
    return found


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words by which past reports are understood."""
    from generator.recall.vocabulary import load_vocabulary

    return load_vocabulary(stock.source(stock.home("phrasebank") / OF_PAST_REPORTS))


def check_words() -> Words:
    """The word lists that checking reads, read once for all files that are checked."""
    paths = sorted((stock.home("phrasebank") / CHECK_WORDS).glob("*.yaml"))
    return _check_words(tuple(paths), tuple(map(file_stamp, paths)))


@lru_cache(maxsize=1)
def _check_words(paths: tuple[Path, ...], _stamps: tuple[str, ...]) -> Words:
    """From the user's cache where none of them has changed: to parse them takes longer than to check a report."""
    from generator.check.prose.words import Words, load_words

    name = f"词表-{digest(str(stock.home('phrasebank').resolve()))}"
    return convert(kept(name, paths, lambda: load_words({path.name: stock.source(path) for path in paths})), Words)

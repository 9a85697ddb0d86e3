"""What the tool works from, off the shelf: banks, templates and looks, shipped or the user's own."""

from __future__ import annotations

import gc
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from functools import lru_cache, reduce
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import __version__, cache
from generator.bank.bank import Bank, Topic, layered
from generator.bank.compiled import CompiledBank
from generator.bank.formulations import Formulation, load_formulations
from generator.bank.phrase import Layer
from generator.bank.words import WORDS, load_words
from generator.chinese.notes import Completions
from generator.cli.fileset import ready
from generator.files import Encoding, read_decoded, read_text, resource_dir
from generator.fit.classes import NO_CLASSES, Classes, load_classes
from generator.fit.common import NOTHING_COMMON, load_common
from generator.fit.tables import Tables
from generator.fit.threshold import load_threshold
from generator.problems import Faults, Place, Problem, Source, did_you_mean

if TYPE_CHECKING:  # looking into the bank need not wait for what only drafting or checking loads, nor drafting for what reads the bank's own files
    from generator.bank.compiling import Part
    from generator.bank.files import Entry
    from generator.bank.ledger import Ledger
    from generator.check.prose.words import Words
    from generator.facts.model import Facts
    from generator.render.styles import Style
    from generator.template.model import Template

TOPICS = "主题.yaml"
FORMULATIONS = "提法.yaml"
COMPLETIONS = "补字.yaml"
LEDGER = "审阅.yaml"
ACTS = "事类.yaml"
THINGS = "物类.yaml"
COMMON = "常用.yaml"
THRESHOLD = "门槛.yaml"
_TABLES = (TOPICS, LEDGER, ACTS, THINGS, COMMON, THRESHOLD, WORDS)
CHECK_WORDS = "检查"
USER_BANK = "用语库"
OWN_TEMPLATES = "文种"
HERE = Path()
USER_STYLES = "版式"


def _shipped(path: Path) -> Source:
    """A file of the tool's own, named from its resource folder on, so that messages and origins show no one machine's paths."""
    root = resource_dir("templates").parent
    return Source(path.relative_to(root).as_posix(), read_text(path).text)


def bank(own: Iterable[Path] = ()) -> Bank:
    """The shipped layers and the user's own on top, as the user's ledgers decided, from the compiled form in the user's cache, which is made anew
    where a file of the bank has changed. Raises ``Faults`` with the faults of every file."""
    folders = tuple(own)
    return CompiledBank(cache.opened(compiled_name(folders), _stamp(folders), lambda database: _compile(database, folders)))


def _compile(database: sqlite3.Connection, folders: tuple[Path, ...]) -> None:
    from generator.bank.compiling import compile_bank

    with _uncollected():
        parts = _parts(folders)
        decided = ledger(folders)
        layers = [[e.phrase for part in layer for e in part.entries] for layer in parts]
        applied = map(decided.applied, layers) if decided.decisions else layers
        made = layered(applied, topics(folders), tables(folders), words(folders), completions(), formulations())
        compile_bank(database, made, chain.from_iterable(parts))


def _ready() -> Bank | None:
    """The shipped bank where its compiled form is at hand. Who asks for one of its tables alone need not have it made."""
    database = cache.known(compiled_name(()), _stamp(()))
    return CompiledBank(database) if database is not None else None


def compiled_name(folders: Sequence[Path]) -> str:
    """What the compiled bank of ``folders`` is called in the cache."""
    homes = "\0".join(str(folder.resolve()) for folder in (resource_dir("phrasebank"), *folders))
    return f"用语库-{_digest(homes)}"


def _digest(text: str) -> str:
    return hashlib.blake2s(text.encode(errors="surrogateescape"), digest_size=8).hexdigest()


def _stamp(folders: Sequence[Path]) -> str:
    """All that the compiled bank of ``folders`` depends on, file by file."""
    homes = (resource_dir("phrasebank"), *folders)
    files = sorted({p for home in homes for pattern in ("*.yaml", "*/*.yaml") for p in home.glob(pattern)})
    return hashlib.blake2s("\0".join(map(_file_stamp, files)).encode()).hexdigest()


def _file_stamp(path: Path) -> str:
    """What changes when the file at ``path`` does, or what the tool makes of it."""
    return f"{_rules()} {_seen(path)}"


@lru_cache(maxsize=1)
def _rules() -> str:
    """What changes when what is kept may: the tool's version, and the modules that make it."""
    modules = (path for room in _KEEPERS for path in sorted((Path(__file__).parent.parent / room).glob("*.py")))
    return _digest("\0".join((__version__, *map(_seen, modules))))


_KEEPERS = ("bank", "chinese", "fit", "template")
"""The rooms whose reading of the shipped files is kept."""


def _seen(path: Path) -> str:
    found = path.stat()
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _parts(folders: tuple[Path, ...], shipped: bool = True) -> list[list[Part]]:
    """The phrase files of every layer, in order. One that did not change since it was compiled is not parsed again; without ``shipped``, those of
    ``folders`` alone. Raises ``Faults`` with the faults of every file."""
    problems: list[Problem] = []
    parts: list[list[Part]] = []
    with _uncollected(), _compiled_before(folders) as before:
        for paths, layer, reader in _places(folders, shipped):
            parts.append([])
            for path in paths:
                try:
                    parts[-1].append(before(path) or _parsed(path, layer, reader))
                except Faults as faults:
                    problems.extend(faults.problems)
    if problems:
        raise Faults(problems)
    return parts


@contextmanager
def _compiled_before(folders: tuple[Path, ...]) -> Iterator[Callable[[Path], Part | None]]:
    """Tells what was compiled of a file as it is now, with these folders or with none; nothing where that is not known."""
    from generator.bank.compiling import taken_over

    with ExitStack() as opened:
        databases = [opened.enter_context(closing(d)) for f in dict.fromkeys((folders, ())) if (d := cache.earlier(compiled_name(f)))]

        def before(path: Path) -> Part | None:
            for database in databases:
                with suppress(sqlite3.Error, ValueError, TypeError, KeyError):  # damaged, or of an earlier version
                    if (found := taken_over(database, str(path), _file_stamp(path))) is not None:
                        return found
            return None

        yield before


def _parsed(path: Path, layer: Layer, reader: Callable[[Path], Source]) -> Part:
    from generator.bank.compiling import Part

    stamp, source = _file_stamp(path), reader(path)
    return Part(str(path), stamp, source.name, _entries(source, layer))


def tables(own: Iterable[Path] = ()) -> Tables:
    """Acts, things and common property: the shipped tables, the user's own rows on top."""
    folders, ready_made = tuple(own), _ready()
    shipped = ready_made.tables if ready_made is not None else _tables(resource_dir("phrasebank"), _shipped)
    found = [shipped, *(_tables(folder, read_text) for folder in folders)]
    spoken = Classes({t.name: t.words for t in topics(folders)})
    return replace(reduce(Tables.__or__, found), topics=spoken)


def _tables(folder: Path, reader: Callable[[Path], Source]) -> Tables:
    acts, things, common, threshold = (folder / name for name in (ACTS, THINGS, COMMON, THRESHOLD))
    return Tables(
        load_classes(reader(acts), "事类") if acts.is_file() else NO_CLASSES,
        load_classes(reader(things), "物类") if things.is_file() else NO_CLASSES,
        load_common(reader(common)) if common.is_file() else NOTHING_COMMON,
        unread=load_threshold(reader(threshold)) if threshold.is_file() else 0.0,
    )


def words(own: Iterable[Path] = ()) -> dict[str, int]:
    """The words of the shipped archive and of the user's, with the number of offices that use each."""
    ready_made, path = _ready(), resource_dir("phrasebank") / "mined" / WORDS
    found = dict(ready_made.counts) if ready_made is not None else load_words(_shipped(path)) if path.is_file() else {}
    for path in (folder / name / WORDS for folder in own for name in ("", "mined")):
        if path.is_file():
            found |= {word: max(n, found.get(word, 0)) for word, n in load_words(read_text(path)).items()}
    return found


def layers_of(own: Iterable[Path] = (), shipped: bool = True) -> list[list[Entry]]:
    """The entries of the shipped layers, in order, and of the folders ``own`` on top, each with its place. Raises ``Faults`` as ``bank`` does."""
    return [[e for part in layer for e in part.entries] for layer in _parts(tuple(own), shipped)]


_Place = tuple[list[Path], Layer, Callable[[Path], Source]]


def _places(own: tuple[Path, ...], shipped: bool = True) -> Iterator[_Place]:
    """The phrase files of every layer in order, the layer, and how its files are read."""
    home = resource_dir("phrasebank")
    if shipped:
        yield from ((_phrase_files(home / name), layer, _shipped) for name, layer in _PARTS.items())
    for folder in own:
        ready(folder)
        parts = {folder / name: layer for name, layer in _PARTS.items() if (folder / name).is_dir()} or {folder: Layer.USER}
        yield from ((_phrase_files(part), layer, read_text) for part, layer in parts.items())


def _phrase_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.yaml")) if path.name not in _TABLES]


def _entries(source: Source, layer: Layer) -> list[Entry]:
    """The entries of one file; what mining wrote is of the mined layer wherever it lies."""
    from generator.bank.files import is_mined, load_entries

    return load_entries(source, Layer.MINED if is_mined(source.text) else layer)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector: thousands of small objects are made at once, none of them garbage, and it would walk them all again
    and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_PARTS = {"mined": Layer.MINED, "curated": Layer.CURATED}


def topics(own: Iterable[Path] = ()) -> tuple[Topic, ...]:
    """The shipped topics, and the user's in their place or after them."""
    from generator.bank.topics import load_topics

    ready_made = _ready()
    shipped = ready_made.topics if ready_made is not None else load_topics(_shipped(resource_dir("phrasebank") / TOPICS))
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
    ready_made = _ready()
    return ready_made.formulations if ready_made is not None else load_formulations(_shipped(resource_dir("phrasebank") / FORMULATIONS))


def completions() -> Completions:
    """The table by which a clerk's notes are made whole."""
    from generator.bank.completions import load_completions

    ready_made = _ready()
    return ready_made.completions if ready_made is not None else load_completions(_shipped(resource_dir("phrasebank") / COMPLETIONS))


def check_words() -> Words:
    """The word lists that checking reads."""
    from generator.check.prose.words import load_words

    folder = resource_dir("phrasebank") / CHECK_WORDS
    return load_words({path.name: _shipped(path) for path in sorted(folder.glob("*.yaml"))})


def ledger(own: Iterable[Path] = ()) -> Ledger:
    """What the ledgers in the folders ``own`` decided, later folders on top."""
    from generator.bank.ledger import combined, load_ledger

    return combined([load_ledger(read_text(folder / LEDGER)) for folder in own if (folder / LEDGER).is_file()])


def shipped_ledger() -> Ledger:
    """What was decided for the shipped bank. It speaks to mining only: the curated layer was written in its knowledge."""
    from generator.bank.ledger import ledger_of, ledger_plain, load_ledger

    path = resource_dir("phrasebank") / LEDGER
    return ledger_of(_kept(f"审阅-{_digest(str(path.resolve()))}", [path], lambda: ledger_plain(load_ledger(_shipped(path)))))


def kinds(beside: Path = HERE) -> tuple[str, ...]:
    """The 文种 there are: the shipped ones and the user's own in the folder 文种 of ``beside``."""
    return tuple(sorted(template_homes(beside)))


def template_homes(beside: Path = HERE) -> dict[str, Path]:
    """The folder of every 文种 by its name; the user's own stand in for shipped ones of the same name."""
    from generator.template.model import DECLARATION

    shelves = (resource_dir("templates"), beside / OWN_TEMPLATES)
    return {p.parent.name: p.parent for shelf in shelves for p in sorted(shelf.glob(f"*/{DECLARATION}"))}


def template(kind: str, beside: Path = HERE) -> Template:
    """The template of ``kind``, common passages behind its own, from the user's cache where none of its files has changed."""
    from generator.template.model import COMMON, DECLARATION, SUFFIX
    from generator.template.rows import template_of

    homes = template_homes(beside)
    if kind not in homes:
        raise Faults([Problem(Place(kind), "unknown-kind", f"没有“{kind}”这个文种", did_you_mean(kind, homes))])
    home, shipped = homes[kind], resource_dir("templates")
    read = _shipped if home.is_relative_to(shipped) else read_text
    passages = {path.stem: (path, _shipped) for path in sorted((shipped / COMMON).glob(f"*{SUFFIX}"))}
    passages |= {path.stem: (path, read) for path in sorted(home.glob(f"*{SUFFIX}"))}

    def row() -> Any:
        from generator.template.load import load_template
        from generator.template.rows import template_row

        texts = {name: reader(path) for name, (path, reader) in passages.items()}
        return template_row(load_template(kind, read(home / DECLARATION), texts))

    files = [home / DECLARATION, *(path for path, _ in passages.values())]
    return template_of(_kept(f"文种-{_digest(str(home.resolve()))}", files, row))


def _kept(name: str, files: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What ``make`` makes of ``files``, in lists and texts, as it is kept in the user's cache until one of them changes."""

    def fill(database: sqlite3.Connection) -> None:
        database.execute("CREATE TABLE kept (value TEXT NOT NULL)")
        database.execute("INSERT INTO kept VALUES (?)", (json.dumps(make()),))

    def value(database: sqlite3.Connection) -> Any:
        return json.loads(database.execute("SELECT value FROM kept").fetchone()[0])

    return cache.asked(name, _digest("\0".join(map(_file_stamp, files))), fill, value)


def style(name: str, beside: Path | None = None) -> Style:
    """The look of that name, or of that file: one in 版式 beside the facts file (else in the working folder) comes before a shipped one."""
    from generator.render.styles import load_style

    return load_style(style_source(name, beside), lambda inherited: style_source(inherited, beside))


def style_source(name: str, beside: Path | None = None) -> Source:
    """The style file that ``name`` means. Raises ``Faults`` with the nearest known name where there is none."""
    if Path(name).suffix.lower() in (".yaml", ".yml"):
        return read_text(Path(name))
    found = style_files(beside)
    if name not in found:
        raise Faults([Problem(Place(name), "unknown-style", f"没有“{name}”这种版式", did_you_mean(name, found))])
    shipped = found[name].is_relative_to(resource_dir("templates"))
    return _shipped(found[name]) if shipped else read_text(found[name])


def style_files(beside: Path | None = None) -> dict[str, Path]:
    """The style files by name, the shipped ones and the user's own over them."""
    folders = (resource_dir("templates") / "styles", (beside or Path()) / USER_STYLES)
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.yaml"))}


def facts(path: Path) -> tuple[Facts, Encoding]:
    """The facts file at ``path`` and how it was encoded."""
    from generator.facts.load import load_facts

    found = read_decoded(path)
    return load_facts(found.source, kinds(path.parent)), found.encoding


def own_banks(facts_path: Path, named: Iterable[Path]) -> tuple[Path, ...]:
    """The user's layers: the folders named, else 用语库 beside the facts file where there is one."""
    beside = facts_path.parent / USER_BANK
    return tuple(named) or ((beside,) if beside.is_dir() else ())


def named_banks(named: Iterable[Path]) -> tuple[Path, ...]:
    """The user's layers where there is no facts file: the folders named, else 用语库 in the working folder."""
    return own_banks(Path(), named)

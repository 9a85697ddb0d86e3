"""What the tool works from, off the shelf: banks, templates and looks, shipped or the user's own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator.bank.bank import Bank, Topic, layered
from generator.bank.completions import load_completions
from generator.bank.files import Entry, load_entries
from generator.bank.formulations import Formulation, load_formulations
from generator.bank.ledger import Ledger, combined, load_ledger
from generator.bank.phrase import Layer
from generator.bank.topics import load_topics
from generator.chinese.notes import Completions
from generator.cli.fileset import ready
from generator.files import Encoding, read_decoded, read_text, resource_dir
from generator.problems import Faults, Place, Problem, Source, nearest

if TYPE_CHECKING:  # looking into the bank need not wait for what only drafting or checking loads
    from generator.check.prose.words import Words
    from generator.facts.model import Facts
    from generator.render.styles import Style
    from generator.template.model import Template

TOPICS = "主题.yaml"
FORMULATIONS = "提法.yaml"
COMPLETIONS = "补字.yaml"
LEDGER = "审阅.yaml"
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
    """The shipped layers and the user's own on top, as the user's ledgers decided. Raises ``Faults`` with the faults of every file."""
    folders = tuple(own)
    layers = [[entry.phrase for entry in layer] for layer in layers_of(folders)]
    decided = ledger(folders)
    return layered(map(decided.applied, layers) if decided.decisions else layers, topics(folders), completions())


def layers_of(own: Iterable[Path] = (), shipped: bool = True) -> list[list[Entry]]:
    """The entries of the shipped layers, in order, and of the folders ``own`` on top, each with its place."""
    problems: list[Problem] = []
    home = resource_dir("phrasebank")
    with _uncollected():
        layers = [_layer(home / name, layer, _shipped, problems) for name, layer in _PARTS.items()] if shipped else []
        for folder in own:
            ready(folder)
            parts = {folder / name: layer for name, layer in _PARTS.items() if (folder / name).is_dir()} or {folder: Layer.USER}
            layers += [_layer(part, layer, read_text, problems) for part, layer in parts.items()]
    if problems:
        raise Faults(problems)
    return layers


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
    known = {t.name: t for t in load_topics(_shipped(resource_dir("phrasebank") / TOPICS))}
    for folder in own:
        if (folder / TOPICS).is_file():
            known |= {t.name: t for t in load_topics(read_text(folder / TOPICS))}
    return tuple(known.values())


def check_topic(name: str, known: Iterable[str]) -> None:
    """Raises ``Faults`` where someone asks for a topic that is not ``known``; no name asks for none."""
    topics = sorted(known)
    if name and name not in topics:
        near = nearest(name, topics)
        hint = f"是不是“{near}”？" if near else "主题一览：nigao bank topics"
        raise Faults([Problem(Place("--topic"), "unknown-topic", f"没有“{name}”这个主题", hint)])


def formulations() -> tuple[Formulation, ...]:
    """The dated wordings."""
    return load_formulations(_shipped(resource_dir("phrasebank") / FORMULATIONS))


def completions() -> Completions:
    """The table by which a clerk's notes are made whole."""
    return load_completions(_shipped(resource_dir("phrasebank") / COMPLETIONS))


def check_words() -> Words:
    """The word lists that checking reads."""
    from generator.check.prose.words import load_words

    folder = resource_dir("phrasebank") / CHECK_WORDS
    return load_words({path.name: _shipped(path) for path in sorted(folder.glob("*.yaml"))})


def ledger(own: Iterable[Path] = ()) -> Ledger:
    """What the ledgers in the folders ``own`` decided, later folders on top."""
    return combined([load_ledger(read_text(folder / LEDGER)) for folder in own if (folder / LEDGER).is_file()])


def shipped_ledger() -> Ledger:
    """What was decided for the shipped bank. It speaks to mining only: the curated layer was written in its knowledge."""
    return load_ledger(_shipped(resource_dir("phrasebank") / LEDGER))


def _layer(folder: Path, layer: Layer, reader: Callable[[Path], Source], problems: list[Problem]) -> list[Entry]:
    found: list[Entry] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name in (TOPICS, LEDGER):
            continue
        try:
            found += load_entries(reader(path), layer)
        except Faults as faults:
            problems.extend(faults.problems)
    return found


def kinds(beside: Path = HERE) -> tuple[str, ...]:
    """The 文种 there are: the shipped ones and the user's own in the folder 文种 of ``beside``."""
    return tuple(sorted(template_homes(beside)))


def template_homes(beside: Path = HERE) -> dict[str, Path]:
    """The folder of every 文种 by its name; the user's own stand in for shipped ones of the same name."""
    from generator.template.load import DECLARATION

    shelves = (resource_dir("templates"), beside / OWN_TEMPLATES)
    return {p.parent.name: p.parent for shelf in shelves for p in sorted(shelf.glob(f"*/{DECLARATION}"))}


def template(kind: str, beside: Path = HERE) -> Template:
    """The template of ``kind``, common passages behind its own."""
    from generator.template.load import COMMON, DECLARATION, SUFFIX, load_template

    homes = template_homes(beside)
    if kind not in homes:
        near = nearest(kind, homes)
        raise Faults([Problem(Place(kind), "unknown-kind", f"没有“{kind}”这个文种", f"是不是“{near}”？" if near else "可用：" + "、".join(homes))])
    home, shipped = homes[kind], resource_dir("templates")
    read = _shipped if home.is_relative_to(shipped) else read_text
    passages = {path.stem: _shipped(path) for path in sorted((shipped / COMMON).glob(f"*{SUFFIX}"))}
    passages |= {path.stem: read(path) for path in sorted(home.glob(f"*{SUFFIX}"))}
    return load_template(kind, read(home / DECLARATION), passages)


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
        near = nearest(name, found)
        raise Faults([Problem(Place(name), "unknown-style", f"没有“{name}”这种版式", f"是不是“{near}”？" if near else "可用：" + "、".join(found))])
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

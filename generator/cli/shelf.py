"""What the tool works from, off the shelf: banks, templates and looks, shipped or the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.bank.bank import Bank, layered
from generator.bank.files import load_phrases
from generator.bank.phrase import Layer, Phrase
from generator.bank.topics import load_topics
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.files import Encoding, read_decoded, read_text, resource_dir
from generator.problems import Faults, Place, Problem, Source, nearest
from generator.render.styles import Style, load_style
from generator.template.load import COMMON, DECLARATION, SUFFIX, load_template
from generator.template.model import Template

TOPICS = "主题.yaml"
FORMULATIONS = "提法.yaml"
REJECTS = "不收.yaml"
USER_BANK = "用语库"


def _shipped(path: Path) -> Source:
    """A file of the tool's own, named from its resource folder on, so that messages and origins show no one machine's paths."""
    root = resource_dir("templates").parent
    return Source(path.relative_to(root).as_posix(), read_text(path).text)


def bank(own: Iterable[Path] = ()) -> Bank:
    """The shipped layers and the user's own on top. Raises ``Faults`` with the faults of every file."""
    home = resource_dir("phrasebank")
    problems: list[Problem] = []
    layers = [_layer(home / "mined", Layer.MINED, _shipped, problems), _layer(home / "curated", Layer.CURATED, _shipped, problems)]
    topics = list(load_topics(_shipped(home / TOPICS)))
    for folder in own:
        layers.append(_layer(folder, Layer.USER, read_text, problems))
        if (folder / TOPICS).is_file():
            known = {t.name: t for t in topics} | {t.name: t for t in load_topics(read_text(folder / TOPICS))}
            topics = list(known.values())
    if problems:
        raise Faults(problems)
    return layered(layers, topics)


def _layer(folder: Path, layer: Layer, reader: Callable[[Path], Source], problems: list[Problem]) -> list[Phrase]:
    phrases: list[Phrase] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == TOPICS:
            continue
        try:
            phrases += load_phrases(reader(path), layer)
        except Faults as faults:
            problems.extend(faults.problems)
    return phrases


def kinds() -> tuple[str, ...]:
    """The 文种 there are."""
    return tuple(sorted(p.parent.name for p in resource_dir("templates").glob(f"*/{DECLARATION}")))


def template(kind: str) -> Template:
    """The template of ``kind``, common passages behind its own."""
    home = resource_dir("templates")
    declaration = home / kind / DECLARATION
    if not declaration.is_file():
        near = nearest(kind, kinds())
        raise Faults([Problem(Place(kind), "unknown-kind", f"没有“{kind}”这个文种", f"是不是“{near}”？" if near else "可用：" + "、".join(kinds()))])
    passages: dict[str, Source] = {}
    for folder in (home / COMMON, home / kind):
        passages |= {path.stem: _shipped(path) for path in sorted(folder.glob(f"*{SUFFIX}"))}
    return load_template(kind, _shipped(declaration), passages)


def style(name: str) -> Style:
    """The look of that name."""
    return load_style(_shipped(resource_dir("templates") / "styles" / f"{name}.yaml"))


def facts(path: Path) -> tuple[Facts, Encoding]:
    """The facts file at ``path`` and how it was encoded."""
    found = read_decoded(path)
    return load_facts(found.source, kinds()), found.encoding


def own_banks(facts_path: Path, named: Iterable[Path]) -> tuple[Path, ...]:
    """The user's layers: the folders named, else 用语库 beside the facts file where there is one."""
    beside = facts_path.parent / USER_BANK
    return tuple(named) or ((beside,) if beside.is_dir() else ())

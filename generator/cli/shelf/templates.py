"""The 文种 there are, shipped and the user's own, and their templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli.shelf import stock
from generator.cli.shelf.kept import digest, kept
from generator.cli.shelf.own import OWN_TEMPLATES
from generator.files import read_text
from generator.problems import Faults, Place, Problem, did_you_mean

if TYPE_CHECKING:  # looking into the bank need not wait for what only drafting loads
    from generator.template.model import Template

HERE = Path()


def kinds(beside: Path = HERE) -> tuple[str, ...]:
    """The 文种 there are: the shipped ones and the user's own in the folder 文种 of ``beside``."""
    return tuple(sorted(template_homes(beside)))


def template_homes(beside: Path = HERE) -> dict[str, Path]:
    """The folder of every 文种 by its name; the user's own stand in for shipped ones of the same name."""
    from generator.template.model import DECLARATION

    shelves = (stock.home("templates"), beside / OWN_TEMPLATES)
    return {p.parent.name: p.parent for shelf in shelves for p in sorted(shelf.glob(f"*/{DECLARATION}"))}


def template(kind: str, beside: Path = HERE) -> Template:
    """The template of ``kind``, common passages behind its own, from the user's cache where none of its files has changed."""
    from generator.template.model import COMMON, DECLARATION, SUFFIX
    from generator.template.rows import template_of

    homes = template_homes(beside)
    if kind not in homes:
        raise Faults([Problem(Place(kind), "unknown-kind", f"没有“{kind}”这个文种", did_you_mean(kind, homes))])
    home, shipped = homes[kind], stock.home("templates")
    read = stock.source if home.is_relative_to(shipped) else read_text
    passages = {path.stem: (path, stock.source) for path in sorted((shipped / COMMON).glob(f"*{SUFFIX}"))}
    passages |= {path.stem: (path, read) for path in sorted(home.glob(f"*{SUFFIX}"))}

    def row() -> Any:
        from generator.template.load import load_template
        from generator.template.rows import template_row

        texts = {name: reader(path) for name, (path, reader) in passages.items()}
        return template_row(load_template(kind, read(home / DECLARATION), texts))

    files = [home / DECLARATION, *(path for path, _ in passages.values())]
    return template_of(kept(f"文种-{digest(str(home.resolve()))}", files, row))

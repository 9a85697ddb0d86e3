"""The looks there are, shipped and the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.shelf import stock
from generator.cli.shelf.own import USER_STYLES
from generator.files import read_text
from generator.problems import Faults, Place, Problem, Source, did_you_mean

if TYPE_CHECKING:  # looking into the bank need not wait for what only drafting or checking loads
    from generator.render.styles import Style


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
    shipped = found[name].is_relative_to(stock.home("templates"))
    return stock.source(found[name]) if shipped else read_text(found[name])


def style_files(beside: Path | None = None) -> dict[str, Path]:
    """The style files by name, the shipped ones and the user's own over them."""
    folders = (stock.home("templates") / "styles", (beside or Path()) / USER_STYLES)
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.yaml"))}

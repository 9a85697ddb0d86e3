"""The tool's own files: where they lie, and what they are called."""

from __future__ import annotations

from pathlib import Path

from generator.files import Resource, read_text, resource_dir
from generator.problems import Source


def home(name: Resource) -> Path:
    """The folder of that kind of data."""
    return resource_dir(name)


def source(path: Path) -> Source:
    """A file of the tool's own, named from its resource folder on, so that messages and origins show no one machine's paths."""
    root = home("templates").parent
    return Source(path.relative_to(root).as_posix(), read_text(path).text)

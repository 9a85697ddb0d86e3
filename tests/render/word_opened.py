"""A Word file that was made, opened to be looked into."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of the package by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}

"""A Word file that was made, opened to be looked into."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of the package by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def without_tables(document: Any) -> None:
    """Take the library's hundred looks of tables out of ``document``: they are most of what its files take to be read, and no office has them."""
    for style in [style for style in document.styles if style.type is WD_STYLE_TYPE.TABLE and not style.name.startswith("Normal")]:
        style.delete()

"""Old Word, WPS, OpenDocument and PDF files by way of LibreOffice, where it is installed."""

from __future__ import annotations

from pathlib import Path

from generator.cli.office import Task, converted
from generator.files import read_bytes

CONVERTED = (".doc", ".wps", ".odt", ".pdf")


def as_word(path: Path) -> bytes:
    """The file at ``path`` as .docx. Raises ``Faults`` where LibreOffice is not installed, takes too long, or cannot read it."""
    suffix = path.suffix.lower()
    instead = f"用 Word、WPS 另存为 .docx（扫描的 PDF 要先识别文字），再给 {path.stem}.docx"
    task = Task(str(path), f"读 {path.suffix} 文件", instead)
    return converted(read_bytes(path), suffix, "docx", task, *(["--infilter=writer_pdf_import"] if suffix == ".pdf" else []))

"""A row put at the end of a user's list file, or taken out: every other byte that stands there stays, comments and order too."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from generator.cli.locks import locked
from generator.cli.written import Written
from generator.files import Encoding, decode, make_folder, read_bytes, write_over
from generator.problems import Faults, Problem, Source
from generator.yamlfile import Mapping, Sequence, parse

_CODECS = {Encoding.UTF8: "utf-8", Encoding.GB18030: "gb18030"}


def append_row(path: Path, row: str, check: Callable[[Source], object]) -> tuple[bytes | None, bytes]:
    """Append ``row`` (one line of YAML) to the list in ``path``, which is made where it is missing; atomic, and no other run comes between.

    Gives the bytes before (None: no file) and after. ``check`` reads the new text and raises ``Faults`` where it is no longer sound; then nothing is
    written. Raises ``Faults`` too where the file holds no block list.
    """
    with locked(path):
        before = read_bytes(path) if path.exists() else None
        after = appended(str(path), before or b"", row)
        check(decode(str(path), after).source)
        make_folder(path.parent)
        write_over(path, before, after)
    return before, after


def appended(name: str, data: bytes, row: str) -> bytes:
    """``data`` with the line or lines of ``row`` at its end, in the encoding, line ends and indentation of the rest."""
    found = decode(name, data)
    codec = _CODECS.get(found.encoding) or ("utf-16-le" if data.startswith(b"\xff\xfe") else "utf-16-be")
    written = data.decode("utf-8-sig" if codec == "utf-8" else codec)
    end = "\r\n" if "\r\n" in written else "\n"
    gap = "" if not written.strip("\ufeff") or written.endswith(("\n", "\r")) else end
    indent = " " * _indent(found.source)
    return data + f"{gap}{''.join(f'{indent}{line}{end}' for line in row.rstrip().splitlines())}".encode(codec)


def without_lines(path: Path, numbers: Collection[int]) -> None:
    """Takes the lines called ``numbers`` (from 1) out of the file at ``path``. Call it under its lock. Raises ``Faults`` as ``write_over`` does."""
    standing = read_bytes(path)
    file = Written.of(path, standing)
    left = (line for n, line in enumerate(file.text.splitlines(keepends=True), 1) if n not in numbers)
    write_over(path, standing, file.changed("".join(left)).data)


def _indent(source: Source) -> int:
    """Columns before the dashes of the list in ``source``; none where it is empty."""
    root = parse(source)
    if isinstance(root, Mapping) and not root.entries:
        return 0
    line = source.text.split("\n")[root.place.line - 1]
    if isinstance(root, Sequence) and line[root.place.column - 1 :].startswith("-"):
        return root.place.column - 1
    raise Faults([Problem(root.place, "not-list", "这个文件不是一行一条的列表，接不上", "每条以“- ”开头")])

"""A text file as it is written: encoding, mark and line ends kept, so that changing some characters changes no other byte."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from msgspec import Struct

from generator.cli.locks import locked
from generator.files import Encoding, decode, read_bytes, write_over
from generator.problems import fault

_BREAK = re.compile("\r\n|\r|\n")
_MARK = "\ufeff"


class Written(Struct, frozen=True):
    """A file and the bytes last seen of it; ``text`` is what they say, with newlines only and no byte order mark."""

    path: Path
    data: bytes
    codec: str
    text: str

    @classmethod
    def read(cls, path: Path) -> Written:
        """The file at ``path``. Raises ``Faults`` where it cannot be read, or not be written back byte for byte."""
        return cls.of(path, read_bytes(path))

    @classmethod
    def of(cls, path: Path, data: bytes) -> Written:
        codec = _codec(data, decode(str(path), data).encoding)
        raw = data.decode(codec)
        if raw.encode(codec) != data:
            raise fault(path, "not-round", "这个文件的编码写回去会走样", "用记事本另存为，编码选 UTF-8")
        return cls(path, data, codec, _BREAK.sub("\n", raw.removeprefix(_MARK)))

    def changed(self, text: str) -> Written:
        """The file with ``text`` as what it says: only the bytes between the first and the last character that differ are new."""
        start = _in_common(self.text, text)
        behind = _in_common(self.text[start:][::-1], text[start:][::-1])
        raw = self.data.decode(self.codec)
        piece = text[start : len(text) - behind].replace("\n", "\r\n" if "\r\n" in raw else "\n")
        first, last = self._home(raw, start), self._home(raw, len(self.text) - behind)
        return Written.of(self.path, f"{raw[:first]}{piece}{raw[last:]}".encode(self.codec))

    def rewritten(self, text: str) -> Written:
        """As ``changed``, and on disk. Raises ``Faults`` where someone else wrote there meanwhile."""
        after = self.changed(text)
        with locked(self.path):
            write_over(self.path, self.data, after.data)
        return after

    def _home(self, raw: str, offset: int) -> int:
        """The offset in ``raw`` of the character at ``offset`` of the text."""
        line, column = self.text.count("\n", 0, offset), offset - (self.text.rfind("\n", 0, offset) + 1)
        starts = [len(raw) - len(raw.removeprefix(_MARK)), *(m.end() for m in _BREAK.finditer(raw))]
        return starts[line] + column


def _in_common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    most = min(len(one), len(other))
    return next((i for i in range(most) if one[i] != other[i]), most)


def _codec(data: bytes, encoding: Encoding) -> str:
    if encoding is Encoding.UTF16:
        return "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    return "gb18030" if encoding is Encoding.GB18030 else "utf-8"

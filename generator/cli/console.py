"""What the terminal and the file system can hold: Chinese in any case, no character that stops the command, none that commands the terminal."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
import unicodedata
from collections.abc import Iterable
from typing import TextIO

from generator.patterns import late
from generator.printable import ESCAPED_BYTES, is_plain

_CHINESE = "拟稿"
_ERRORS = "nigao"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_COLOUR = r"\[(?:[0-479]|[39][0-7])(?:;(?:[0-479]|[39][0-7]))*m"
_COMMANDING = late(rf"[{_CONTROLS}]|\x1b(?!{_COLOUR})")
"""Control characters other than the ends of lines and what paints words, such as the tool itself prints: nothing that hides, moves or names."""


class _Stream(io.TextIOWrapper):
    """A stream over ``held`` that commands nothing."""

    def __init__(self, held: io.TextIOWrapper, encoding: str) -> None:
        super().__init__(held.buffer, encoding, _ERRORS, line_buffering=held.line_buffering)
        self._held = held  # which would close the buffer when it goes

    def write(self, text: str) -> int:
        super().write(text if is_plain(text.replace("\u3000", "")) else _COMMANDING.sub("", text))
        return len(text)


class _Aside(_Stream):
    """A stream for what is said beside the result: where it cannot be said, nothing fails for it."""

    def __init__(self, held: io.TextIOWrapper, encoding: str) -> None:
        super().__init__(held, encoding)
        self._heard = True

    def write(self, text: str) -> int:
        if self._heard:
            try:
                super().write(text)
            except OSError:
                self._heard = False
        return len(text)

    def flush(self) -> None:
        if self._heard:
            try:
                super().flush()
            except OSError:
                self._heard = False


def open_streams() -> None:
    """Standard streams that are there even where they were closed, speak UTF-8 where their encoding lacks Chinese, and take any character; stderr
    even where it may not be written or is full."""
    codecs.register_error(_ERRORS, _instead)
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout, sys.stderr = _opened(sys.stdout, _Stream), _opened(sys.stderr, _Aside)


def give_up_unwritten(stream: TextIO) -> None:
    """Where what ``stream`` still holds cannot be written, let it go nowhere: Python would try once more on its way out, and tell of it in words and
    with a code of its own."""
    try:
        stream.flush()
    except OSError:
        with _nowhere("w") as nowhere, contextlib.suppress(OSError):
            os.dup2(nowhere.fileno(), stream.fileno())


def _nowhere(mode: str) -> io.TextIOWrapper:
    return open(os.devnull, mode, encoding="utf-8")  # type: ignore[return-value]  # noqa: PTH123


def _opened(stream: TextIO | None, kind: type[_Stream]) -> io.TextIOWrapper:
    held = stream if isinstance(stream, io.TextIOWrapper) else _nowhere("w")
    return kind(held, held.encoding if holds_chinese(held.encoding) else "utf-8")


_unshown: dict[str, None] = {}


def _instead(error: UnicodeError) -> tuple[str, int]:
    """The codec's way out where it lacks characters: ? for each, which is remembered; the byte itself of a file name that is no text."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    _unshown.update(dict.fromkeys(c for c in lacking if ord(c) not in ESCAPED_BYTES))
    return "".join(f"\\x{ord(c) - 0xDC00:02x}" if ord(c) in ESCAPED_BYTES else "?" for c in lacking), error.end


def tell_unshown() -> None:
    """Say on stderr, once and by name, which characters came out as ?."""
    if _unshown:
        with contextlib.suppress(OSError, ValueError):
            print(f"印不出这些字，都印成了“?”：{_named(_unshown)}。写成文件（-o 文件名）一字不少。", file=sys.stderr)


def _named(characters: Iterable[str]) -> str:
    return "、".join(f"U+{ord(c):04X}（{unicodedata.name(c, '无名')}）" for c in characters)


def check_names(words: Iterable[str], encoding: str) -> None:
    """Raises ``Faults`` where file names in ``encoding`` cannot be Chinese, as the templates' are, and where a word of the command line holds
    control characters.
    """
    odd = [word for word in words if not word.isprintable() and (_COMMANDING.search(word) or "\x1b" in word)]
    if holds_chinese(encoding) and not odd:
        return
    from generator.problems import Faults, Place, Problem  # which a command that goes well need not load

    if not holds_chinese(encoding):
        message = f"系统的文件名编码是 {encoding}，认不得中文文件名"
        raise Faults([Problem(Place("nigao"), "file-names", message, "先设环境变量 PYTHONUTF8=1，或 LC_ALL=C.UTF-8，再运行")])
    raise Faults(Problem(Place(word), "control-character", "这个参数里有控制字符", "文件改个名字，再运行") for word in odd)


def holds_chinese(encoding: str) -> bool:
    try:
        _CHINESE.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def wants_colour() -> bool:
    """Whether what is printed goes to a terminal that wants colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")

"""What a Markdown file says of itself above its text, between two rules: no text, though it may tell the title (pandoc, yaml_metadata_block)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.check.cues import STOPS
from generator.reading.lines import BLANKS

_OPENS, _ENDS = re.compile(r"\ufeff?---\s*"), re.compile(r"(---|\.\.\.)\s*")
_KEY = re.compile(r"(?P<key>[\w-]{1,40}):(?:\s+(?P<said>.*))?")
_CONTINUES = re.compile(r"\s+\S.*|-\s.*|#.*|")
TITLE_KEYS = ("title", "标题")
_MARKED = re.compile(r"\s*(#{2,6}\s|[-*+>|]\s|\d+[.)]\s)")
_LONGEST = 40


class FrontMatter(Struct, frozen=True):
    """How many lines it takes, the keys that it tells something by, and the title where it tells one."""

    count: int = 0
    keys: tuple[str, ...] = ()
    title: str = ""

    def lacking(self, lines: Sequence[str]) -> str:
        """The title where the text in ``lines`` begins with none of its own; else nothing."""
        first = next((n for n in range(self.count, len(lines)) if lines[n].strip(BLANKS)), None)
        if first is None or any(re.match(r"#\s", line) for line in lines[self.count :]):
            return ""
        text = lines[first].strip(BLANKS)
        underlined = first + 1 < len(lines) and re.fullmatch(r"={2,}\s*", lines[first + 1]) is not None
        own = underlined or (not _MARKED.match(text) and len(text) <= _LONGEST and text[-1] not in STOPS + ":")
        return "" if own else self.title

    def repeated(self, lines: Sequence[str]) -> bool:
        """Whether the text in ``lines`` says the title itself."""
        return bool(self.title) and any(self.title in line for line in lines[self.count :])


def front_matter(lines: Sequence[str]) -> FrontMatter:
    """What stands above the text in ``lines``; nothing where they begin otherwise, or with a rule that parts something else."""
    if not lines or not _OPENS.fullmatch(lines[0]):
        return FrontMatter()
    end = next((n for n in range(1, len(lines)) if _ENDS.fullmatch(lines[n])), 0)
    inner = lines[1:end]
    keys = [found for line in inner if (found := _KEY.fullmatch(line.rstrip(BLANKS)))]
    if not keys or not all(_KEY.fullmatch(line.rstrip(BLANKS)) or _CONTINUES.fullmatch(line) for line in inner):
        return FrontMatter()
    title = next((found["said"] or "" for found in keys if found["key"].lower() in TITLE_KEYS), "")
    return FrontMatter(end + 1, tuple(found["key"] for found in keys), title.strip(BLANKS).strip("\"'“”"))

"""What a Markdown file says of itself above its text, between two rules: no text, though it may tell the title (pandoc, yaml_metadata_block; Hugo's
TOML); written by programs, and by hand: with colons of full width, without the blank, in quotes of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.reading.headings import numbered
from generator.reading.lines import BLANKS

_FENCES = ((re.compile(r"-{3,}"), re.compile(r"-{3,}|\.{3}"), ":"), (re.compile(r"\+{3}"), re.compile(r"\+{3}"), "="))
"""What opens it, what ends it, and what parts a key from what is said."""
_KEY = re.compile(r"""(?P<key>[\w.-]+(?: [\w.-]+)?|"[^"]+"|'[^']+')\s*(?P<part>[:：=])(?P<blank>\s*)(?P<said>.*)""")
_CONTINUES = re.compile(r"\s+\S.*|-\s.*|#.*|[\]}],?|")
TITLE_KEYS = ("title", "标题", "题目")
_KNOWN = frozenset({*TITLE_KEYS, *"副标题 作者 标签 分类 关键词 关键字".split()})
"""Keys in Chinese that say something of a file; where there are none but others (时间, 地点), it is a form, and text."""
_BLOCK = re.compile(r"[>|][+-]?\d?[+-]?")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_NOTHING = frozenset({"", "~", "null", "Null", "NULL", "none", "None", "待补", "无"})
_MARKED = re.compile(r"\s*(#{2,6}\s|[-*+>|]\s|\d+[.)]\s|\||[-*_]{3,}\s*$|<!--|!\[)")
_HEAD = re.compile(r"#\s+")
_CHAPTER = re.compile(r"第[一二三四五六七八九十百\d]+[章节部条]")
_UNDERLINE = re.compile(r"={2,}\s*")
_STOPS = "。；，：？！、:;,.!?"
_LONGEST = 40


class FrontMatter(Struct, frozen=True):
    """How many lines it takes, the keys that it tells something by, and the title where it tells one, with the line that tells it."""

    count: int = 0
    keys: tuple[str, ...] = ()
    title: str = ""
    line: int = 0

    def lacking(self, lines: Sequence[str]) -> str:
        """The title where the text in ``lines`` begins with none of its own; else nothing."""
        first = next((n for n in range(self.count, len(lines)) if lines[n].strip(BLANKS)), None)
        if not self.title or first is None:
            return self.title
        text, below = lines[first].strip(BLANKS), lines[first + 1] if first + 1 < len(lines) else ""
        head = _HEAD.match(text)
        if head or _UNDERLINE.fullmatch(below):
            return self.title if _is_chapter(text[head.end() if head else 0 :]) else ""
        if any(_HEAD.match(line) and _bare(line) == _bare(self.title) for line in lines[first:]):
            return ""
        plain = not _MARKED.match(text) and len(text) <= _LONGEST and not _is_chapter(text)
        own = plain and (_bare(text) == _bare(self.title) or (text[-1] not in _STOPS and not set(text) & set("，。；")))
        return "" if own else self.title

    def repeated(self, lines: Sequence[str]) -> bool:
        """Whether a line of the text in ``lines`` is the title itself."""
        return bool(self.title) and any(_bare(line) == _bare(self.title) for line in lines[self.count :])


def _is_chapter(text: str) -> bool:
    """Whether ``text`` heads a part of the text, and not the whole."""
    return numbered(text) is not None or _CHAPTER.match(text) is not None


def _bare(text: str) -> str:
    return re.sub(rf"[\s{BLANKS}*_#《》“”\"']", "", text)


def front_matter(lines: Sequence[str]) -> FrontMatter:
    """What stands above the text in ``lines``; nothing where they begin otherwise, or with a rule that parts something else."""
    first = next((n for n, line in enumerate(lines) if line.strip(BLANKS)), len(lines))
    opening = lines[first].strip(BLANKS) if first < len(lines) else ""
    for opens, ends, part in _FENCES:
        if opens.fullmatch(opening):
            end = next((n for n in range(first + 1, len(lines)) if ends.fullmatch(lines[n].strip(BLANKS))), 0)
            return _within(lines, first + 1, end, part) if end else _unended(lines, first + 1, part)
    return FrontMatter()


def _within(lines: Sequence[str], start: int, end: int, part: str) -> FrontMatter:
    entries = list(_entries(lines[start:end], part))
    keys = [key for _, key, _ in entries]
    if not keys or not all(key or not said for _, key, said in entries) or not any(_says_of_file(key) for key in keys):
        return FrontMatter()
    found = next(((at, title) for at, key, said in entries if key.lower() in TITLE_KEYS and (title := _title(said))), (0, ""))
    return FrontMatter(end + 1, tuple(keys), found[1], start + found[0] + 1 if found[1] else 0)


def _unended(lines: Sequence[str], start: int, part: str) -> FrontMatter:
    """What is told down to the first empty line, where nothing ends it and a title is told."""
    found = _within(lines, start, next((n for n in range(start, len(lines)) if not lines[n].strip(BLANKS)), len(lines)), part)
    return found if found.title else FrontMatter()


def _says_of_file(key: str) -> bool:
    return key.isascii() or key in _KNOWN


def _entries(inner: Sequence[str], part: str) -> Iterator[tuple[int, str, list[str]]]:
    """The entries: the place of the first line, its key (empty where the lines are no entry at all), and what is said, line by line."""
    entry: tuple[int, str, list[str]] | None = None
    indent = next((len(line) - len(line.lstrip(BLANKS)) for line in inner if line.strip(BLANKS)), 0)
    for n, raw in enumerate(inner):
        line = raw[indent:].rstrip(BLANKS) if not raw[:indent].strip(BLANKS) else raw.rstrip(BLANKS)
        key = _key(line, part)
        if key is not None:
            if entry:
                yield entry
            entry = (n, *key)
        elif _CONTINUES.fullmatch(line):
            if entry and line and not line.startswith("#"):
                entry[2].append(line)
        else:
            yield n, "", [line]
    if entry:
        yield entry


def _key(line: str, part: str) -> tuple[str, list[str]] | None:
    """The key that ``line`` tells something by, and what; None where it tells nothing. A colon of full width, or without a blank behind it, is a slip
    of the hand."""
    found = _KEY.fullmatch(line)
    if found is None:
        return None
    key = found["key"].strip("\"'")
    well = found["part"] == part and (part == "=" or found["blank"] or not found["said"])
    slip = part == ":" and found["part"] != "=" and (not key.isascii() or key.lower() in TITLE_KEYS)
    return (key, [found["said"]]) if well or slip else None


def _title(said: Sequence[str]) -> str:
    """The title in one line, out of quotes, comments and the signs of lists; empty where it says none."""
    head, *more = [line.strip(BLANKS) for line in said]
    kept = more if _BLOCK.fullmatch(_COMMENT.sub("", head).strip(BLANKS)) else [head, *more]
    whole = ""
    for line in (re.sub(r"^-\s+", "", line) for line in kept):
        whole += (" " if whole[-1:].isascii() and whole[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum() else "") + line
    return _unquoted(whole)


def _unquoted(text: str) -> str:
    closing = _QUOTES.get(text[:1], "")
    end = text.find(closing, 1) if closing else -1
    if text[:1] in "\"'" and closing:
        escaped = re.match(r'"((?:\\.|[^"\\])*)"' if closing == '"' else r"'((?:''|[^'])*)'", text)
        if escaped:
            inner = escaped[1]
            return (re.sub(r"\\(.)", r"\1", inner) if closing == '"' else inner.replace("''", "'")).strip(BLANKS)
    bare = _COMMENT.sub("", text).strip(BLANKS)
    if closing and end == len(bare) - 1 and end > 1:
        bare = bare[1:-1].strip(BLANKS)
    return "" if bare in _NOTHING else bare

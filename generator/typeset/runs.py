"""What a run keeps of its own when its paragraph is set anew: what it says by its looks, never how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from generator.check.fonts import white
from generator.check.rules.dress import is_line
from generator.check.rules.unfinished import blank
from generator.chinese.punctuation import HAN
from generator.reading.elements import Element, attribute, child, local, switch, tag, value, whole
from generator.reading.styles import Styles
from generator.reading.symbols import is_symbol_font, unknown
from generator.typeset.schema import RUN_ORDER
from generator.typeset.signs import runs

_LATIN = re.compile(r"[A-Za-z\u0370-\u03ff]")
_SMALL = re.compile(r"[a-z]")
"""Letters that may show as capitals."""
_NOTES = frozenset(map(tag, ("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "annotationRef")))
_OBJECTS = frozenset({"drawing", "pict", "object", "AlternateContent"})
_ALWAYS = ("noProof", "webHidden", "rtl", "cs", "em", "eastAsianLayout", "specVanish", "oMath")
_LINK = re.compile(r"hyperlink|超链接|超级链接|(toc|目录)\s*\d", re.IGNORECASE)
_TINIEST = 6
"""Half-points of type that is not meant to be seen."""


class Worn(Struct, frozen=True):
    """What is put on runs: a character style, a size (half-points), a width (per cent), bold type; nothing where empty, 0, 100 or not."""

    style: str = ""
    size: int = 0
    scale: int = 100
    bold: bool = False


PLAIN = Worn()


class Looks(Struct, frozen=True, dict=True):
    """The looks in force in one paragraph before it is set anew: what styles say counts as if the run said it."""

    styles: Styles
    paragraph: Element

    @cached_property
    def _styled(self) -> list[Element]:
        return _properties(self.styles, self._style)

    def of(self, run: Element) -> RunLook:
        own = child(run, "rPr")
        return RunLook((*self._styled, *_properties(self.styles, value(own, "rStyle") or ""), *(() if own is None else (own,))))

    @cached_property
    def written_on(self) -> frozenset[Element]:
        """The runs of underlined stretches that are lines to write on, whether or not something is written there: blanks, however many runs they are
        cut into. A link is underlined for other reasons."""
        found: list[Element] = []
        for underlined, stretch in groupby(runs(self.paragraph), key=self._underlined):
            members = list(stretch)
            if underlined and is_line("".join(map(text_of, members))):
                found += members
        return frozenset(found)

    def _underlined(self, run: Element) -> bool:
        line = self.of(run).last("u")
        if line is None or attribute(line, "val") == "none":
            return False
        own = value(child(run, "rPr"), "rStyle") or ""
        named = ((value(style, "name") or "").lower() for style in (*self.styles.chain(own), *self.styles.chain(self._style)))
        return not any(_LINK.match(name) for name in named) and next(run.iterancestors(tag("hyperlink")), None) is None

    @cached_property
    def _style(self) -> str:
        """The id of its style, asked once: a paragraph may have ten thousand runs."""
        return self.styles.identity(self.paragraph)

    @cached_property
    def shaded(self) -> bool:
        """Whether the ground of the paragraph has a colour."""
        chain = (child(style, "pPr") for style in self.styles.chain(self._style))
        return any(_fills(level) for level in (child(self.paragraph, "pPr"), *chain))


def _properties(styles: Styles, identity: str) -> list[Element]:
    return [found for style in styles.chain(identity)[::-1] if (found := child(style, "rPr")) is not None]


def _fills(level: Element | None) -> bool:
    return (attribute(child(level, "shd"), "fill") or "auto").upper() not in ("AUTO", "FFFFFF", "NONE")


class RunLook(Struct, frozen=True):
    """The run properties in force, the weakest first."""

    levels: tuple[Element, ...]

    def last(self, name: str) -> Element | None:
        """The property ``name`` by the last to say it."""
        return next((part for level in reversed(self.levels) if (part := child(level, name)) is not None), None)

    def on(self, name: str) -> bool:
        """Whether a switch is on."""
        return bool(next((said for level in reversed(self.levels) if (said := switch(level, name)) is not None), False))


def text_of(run: Element) -> str:
    """The characters of ``run``, a tab as one."""
    return "".join((part.text or "") if local(part) == "t" else "\t" if local(part) in ("tab", "ptab") else "" for part in run)


def set_anew(run: Element, looks: Looks, worn: Worn) -> None:
    """Give ``run`` the look of its paragraph's style and ``worn`` over it."""
    properties = run.makeelement(tag("rPr"))
    made = {local(part): part for part in (*_worn(run, worn), *_kept(run, looks))}
    properties.extend(sorted(made.values(), key=lambda part: RUN_ORDER.index(local(part))))
    old = child(run, "rPr")
    if old is not None:
        run.remove(old)
    run.insert(0, properties)


def _worn(run: Element, worn: Worn) -> Iterator[Element]:
    yield _made(run, "rFonts", hint="eastAsia")
    if worn.style:
        yield _made(run, "rStyle", val=worn.style)
    if worn.bold:
        yield from (_made(run, name) for name in ("b", "bCs"))
    if worn.size:
        yield from (_made(run, name, val=worn.size) for name in ("sz", "szCs"))
    if worn.scale != 100:
        yield _made(run, "w", val=worn.scale)


def _made(run: Element, name: str, **attributes: str | int) -> Element:
    return run.makeelement(tag(name), {tag(key): str(said) for key, said in attributes.items()})


def _kept(run: Element, looks: Looks) -> Iterator[Element]:
    own, text, look = child(run, "rPr"), text_of(run), looks.of(run)
    yield from (deepcopy(part) for part in (() if own is None else own) if local(part) in _ALWAYS)
    if looks.styles.hidden(looks.paragraph, own):
        yield _made(run, "vanish")
    yield from (_made(run, name) for name in ("strike", "dstrike") if look.on(name))
    if _SMALL.search(text) and looks.styles.capitals(looks.paragraph, own):
        yield _made(run, "caps")
    if any(part.tag in _NOTES for part in run):
        yield from _copies([child(own, "rStyle")])
    yield from _copies(_meant(run, look, text))
    if run in looks.written_on:
        yield from _copies([look.last("u")])
    yield from _copies(_drawn(look, text))
    yield from _copies(_unseen(looks, look))


def _copies(parts: Iterable[Element | None]) -> Iterator[Element]:
    return (deepcopy(part) for part in parts if part is not None)


def _meant(run: Element, look: RunLook, text: str) -> Iterator[Element | None]:
    """What looks say: m², a Latin name, a blank that is marked, where an object stands."""
    if not HAN.search(text):
        yield look.last("vertAlign")
        if _LATIN.search(text) and look.on("i"):
            yield _made(run, "i")
    if blank(text):
        yield look.last("highlight")
    if any(local(part) in _OBJECTS for part in run):
        yield look.last("position")


def _drawn(look: RunLook, text: str) -> Iterator[Element | None]:
    """The font of signs that only it can draw."""
    fonts = look.last("rFonts")
    if unknown(text) or any(is_symbol_font(attribute(fonts, slot) or "") for slot in ("ascii", "hAnsi")):
        yield fonts


def _unseen(looks: Looks, look: RunLook) -> Iterator[Element | None]:
    """White on white, and type too small to be read, may be meant to be seen by nobody: who is to say is a person."""
    colour, size = look.last("color"), look.last("sz")
    on_ground = looks.shaded or look.last("highlight") is not None or any(map(_fills, look.levels))
    if white((attribute(colour, "val") or "").upper()) and not on_ground:
        yield colour
    if (whole(attribute(size, "val")) or _TINIEST + 1) <= _TINIEST:
        yield size
